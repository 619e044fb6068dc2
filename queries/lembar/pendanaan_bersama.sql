-- Kegiatan apa yang biayanya ikut ditanggung provinsi, dan berapa bagiannya?
-- Satu baris; kalimatnya kosong bila BPKPD tidak mencatatnya. Bagian yang belum ditulis atau belum terbaca tidak disebut.
select
    count(*) as banyak,
    list(apa_adanya(uraian) order by baris) as kegiatan,
    if(count(*) = count(nilai_provinsi), sum(nilai_provinsi), null)::bigint as provinsi_rp,
    if(count(*) = count(nilai_kota), sum(nilai_kota), null)::bigint as kota_rp,
    format('provinsi ikut menanggung {}', daftar(beberapa(kegiatan))) || coalesce(', ' || rupiah(provinsi_rp), '') as kalimat
from bpkpd__pendanaan_bersama
where ditanggung in ('provinsi', 'keduanya')
