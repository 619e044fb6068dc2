-- Hibah apa yang tercatat diterima dan dibelanjakan oleh penerimanya sendiri?
-- Satu baris per penerimaan di lembar KPU dan Bawaslu.
select 'kpu' as penerima, * from kpu__hibah
union all by name
select 'bawaslu' as penerima, * from bawaslu__hibah
