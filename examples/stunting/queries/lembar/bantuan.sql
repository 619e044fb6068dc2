-- Sampai di mana bantuan pangan di tiap kecamatan?
-- Satu baris per kecamatan yang dilaporkan; persen dan belum NULL bila salah satu jumlahnya belum terbaca.
select
    b.*,
    100.0 * sudah_menerima / nullif(sasaran_penerima, 0) as tersalur_persen,
    sasaran_penerima - sudah_menerima as belum_menerima
from dinsos__bantuan as b
