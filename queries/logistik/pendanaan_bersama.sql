-- Bagian mana yang ditanggung provinsi, sehingga hibah kota tidak menanggungnya?
-- Satu baris bila BPKPD mencatatnya.
select kapital(kalimat) || coalesce('; kota ' || rupiah(kota_rp), '') || '.' as kalimat
from pendanaan_bersama
where kalimat is not null
