-- Apa yang diketahui tentang hibah semua daerah, menurut penerima: sampai mana cairnya, berapa rupiahnya, dan kapan sisanya?
-- Satu baris per penerima, lalu jumlah rupiah dan rencananya; jumlah daerah tidak dijumlahkan, sebab satu daerah muncul di semuanya.
select
    coalesce(nama, 'Jumlah') as nama,
    urutan is null as jumlah,
    semua,
    melapor,
    if(jumlah, null, tanpa_naskah) as tanpa_naskah,
    if(jumlah, null, bawah) as bawah,
    if(jumlah, null, tengah) as tengah,
    if(jumlah, null, penuh) as penuh,
    if(jumlah, null, tak_jelas) as tak_jelas,
    if(jumlah, null, belum) as belum,
    diketahui,
    nilai_rp,
    dibayar_rp,
    nilai_rp - dibayar_rp as sisa_rp,
    persen,
    dekat,
    sedang,
    sesudah,
    tanpa_tanggal,
    rencana_lewat,
    belum_kembali_rp,
    kembali_diketahui
from hibah_penerima
order by urutan nulls last
