-- Bagaimana penimbangan di tiap kelurahan, dan berapa yang belum ditimbang?
-- Satu baris per kelurahan yang dilaporkan; persen dan belum NULL bila salah satu jumlahnya belum terbaca.
select
    p.*,
    100.0 * balita_ditimbang / nullif(sasaran_balita, 0) as ditimbang_persen,
    sasaran_balita - balita_ditimbang as belum_ditimbang
from dinkes__posyandu as p
