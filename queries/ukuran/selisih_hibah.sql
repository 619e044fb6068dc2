-- Berapa selisih catatan cair dan catatan terima tiap penerima hibah, dan apa statusnya?
-- Satu baris per penerima yang hibahnya berbatas waktu.
select
    penerima,
    selisih_rp as nilai,
    status_bersyarat(
        format('selisih_{}_rp', penerima),
        abs(selisih_rp),
        not coalesce(dalam_hari_terakhir(sp2d_terbaru, aturan('hari_selisih_hibah')), false)
    ) as status,
    nama || if(selisih_rp > 0, ' mencatat kurang', ' mencatat lebih') as sebab,
    landasan_rupiah(diterima_rp, cair_rp) as landasan,
    if(
        selisih_rp = 0,
        format('Catatan cair BPKPD sama dengan catatan terima {}.', nama),
        format('Catatan hibah BPKPD dan {} berbeda {}.', nama, rupiah(abs(selisih_rp)))
    ) as kalimat
from hibah
where penerima in penerima_berbatas()
