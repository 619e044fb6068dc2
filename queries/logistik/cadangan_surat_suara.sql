-- Surat suara mana yang di dalamnya ada, atau tampaknya ada, yang untuk pemungutan suara ulang?
-- Satu baris per jenis pemilihan yang begitu.
select
    case
        when lebih_sebanyak_ulang then format(
            '{} lebih {} lembar dari kebutuhan, tepat sebanyak yang dicetak untuk pemungutan suara ulang.', nama, bilangan(surat_suara_ulang())
        )
        else format('{}: {} lembar untuk pemungutan suara ulang dihitung terpisah, ', nama, bilangan(cadangan_ulang)) || case
            when kebutuhan_hitung is null then 'bila kebutuhan yang ditulis tidak memuatnya.'
            when kurang > 0 then format('jadi masih kurang {} lembar.', bilangan(kurang))
            when kurang = 0 then 'yang lain cukup.'
            else 'yang lain belum diketahui.'
        end
    end as kalimat
from barang
-- Sesudah pemungutan suara cukup tidaknya tidak dinilai lagi.
where (lebih_sebanyak_ulang or cadangan_ulang > 0) and not berakhir('barang_kurang')
order by nama
