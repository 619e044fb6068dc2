-- Bagaimana keadaan tiap janji rapat, dan bagaimana angka yang terkait kini dibanding ketika dicatat?
-- Satu baris per janji: lewat tenggat paling lama, terkendala, belum terbaca, belum, berjalan, selesai yang terbaru,
-- lalu yang ditarik.
select
    t.*,
    i.indikator as indikator_nama,
    i.satuan,
    i.halaman,
    i.status as kini_status,
    i.nilai as kini_nilai,
    -- Angka yang ditulis menurut kebiasaan Indonesia; selain itu ditampilkan seperti tertulis.
    if(
        regexp_full_match(trim(t.nilai_saat_dicatat), '-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?'),
        try_cast(replace(replace(trim(t.nilai_saat_dicatat), '.', ''), ',', '.') as double),
        null
    ) as dicatat_nilai
from tindak_lanjut as t
left join indikator as i on i.kode = rapi(t.indikator)
order by
    not t.lewat,
    t.lewat_hari desc,
    list_position(['terkendala', 'tidak_terbaca', 'belum', 'berjalan', 'selesai', 'ditarik'], coalesce(t.keadaan, 'tidak_terbaca')),
    t.selesai_paling_lambat desc nulls last,
    t.tenggat nulls last,
    t.id
