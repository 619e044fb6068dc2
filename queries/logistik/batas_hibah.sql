-- Kapan hibah penyelenggara paling lambat cair seluruhnya?
-- Satu baris; kosong bila batas tiap penerima berbeda.
select if(count(distinct batas_hibah) = 1, max(batas_hibah), null) as batas_hibah
from hibah
where penerima in penerima_berbatas()
