-- Bagaimana keadaan tiap angka, dan lembar lembaga mana yang membentuknya, untuk kabar kepada mereka?
-- Satu baris per indikator, yang paling genting lebih dulu.
select
    i.kode,
    i.indikator,
    i.halaman,
    i.nilai,
    i.satuan,
    i.status,
    i.kalimat,
    (select list(distinct c.instansi order by c.instansi) from cakupan as c where c.kode = i.kode) as lembaga
from indikator as i
order by genting(i.status), i.halaman, i.urutan
