/* rekonsiliasi
judul  = "Jumlah balita"
kiri   = "Dinkes: sasaran posyandu"
kanan  = "DPPKB: pendataan keluarga"
satuan = "balita"

[memakai]
"dinkes/posyandu" = ["kecamatan", "sasaran_balita"]
"dppkb/keluarga" = ["kecamatan", "jumlah_balita"]
*/
-- Samakah jumlah balita menurut posyandu dan menurut pendataan keluarga?
-- Satu baris per kecamatan yang dilaporkan salah satunya.
with sasaran as (
    select kecamatan, sum(sasaran_balita)::bigint as balita
    from posyandu
    group by kecamatan
)
select
    'Kecamatan ' || kecamatan as kunci,
    s.balita as nilai_kiri,
    k.jumlah_balita as nilai_kanan,
    case
        when s.balita is null then format('Sasaran posyandu {} belum dilaporkan Dinkes.', kecamatan)
        when k.jumlah_balita is null then format('Pendataan balita {} belum dilaporkan DPPKB.', kecamatan)
        when s.balita = k.jumlah_balita then format('Dinkes dan DPPKB sama-sama mencatat {} balita di {}.', bilangan(s.balita), kecamatan)
        else format(
            'Di {} Dinkes mencatat {} balita, DPPKB {}; selisih {}.',
            kecamatan, bilangan(s.balita), bilangan(k.jumlah_balita), bilangan(abs(s.balita - k.jumlah_balita))
        )
    end as kalimat
from sasaran as s
full join dppkb__keluarga as k using (kecamatan)
