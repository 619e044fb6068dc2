-- Kapan hibah paling lambat cair seluruhnya?
-- Satu baris.
select max(batas_hibah) as batas_hibah from hibah
