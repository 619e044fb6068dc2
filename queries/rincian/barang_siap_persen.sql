-- Barang mana yang mengurangi kesiapan, dan mana yang siap?
-- Satu baris per jenis barang; memberatkan kosong bila keadaannya belum diketahui.
from rincian_barang_kurang
