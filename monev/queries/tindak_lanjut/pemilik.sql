-- Siapa yang dapat menjadi penanggung jawab sebuah keputusan?
-- Satu baris per pilihan, menurut urutan kontrak.
select kode, label
from pilihan
where daftar = 'penanggung_jawab_rapat'
order by urutan
