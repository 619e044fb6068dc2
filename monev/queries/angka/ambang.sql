-- Sampai di mana tiap angka hijau?
-- Satu baris per indikator; hijau kosong bila tidak ada batas yang dapat digambar.
select kode, arah, if(isfinite(hijau), hijau, null) as hijau
from ambang
