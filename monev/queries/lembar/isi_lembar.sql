-- Apa isi lembar tiap lembaga, sebagai satu sidik yang berubah bila satu sel pun berubah?
-- Satu baris per lembaga yang lembarnya berisi. Tab yang menyimpan keputusan tidak ikut: dasbor sendiri menulis
-- di sana.
select
    s.instansi,
    md5(
        string_agg(
            concat_ws(chr(31), s.tab, s.baris, s.kolom_ke, s.jenis, s.isi),
            chr(30)
            order by s.tab, s.lembar, s.baris, s.kolom_ke
        )
    ) as isi
from sel as s
anti join penyimpan using (instansi, tab)
where s.tab is not null
group by s.instansi
