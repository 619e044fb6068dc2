-- Berapa persen hibah tiap penerima yang sudah cair, dan apa statusnya?
-- Satu baris per penerima yang mencatat sendiri penerimaannya dan hibahnya berbatas waktu.
with dinilai as (
    select
        *,
        -- Lewat batasnya, sisa yang belum cair melanggar aturan, berapa pun bagiannya.
        status_bersyarat(format('pencairan_{}_persen', penerima), cair_persen, lewat_batas and utuh) as status
    from (
        select
            *,
            nphd_belum_terbaca + cair_belum_terbaca = 0 as utuh,
            coalesce(hari_ini() > batas_hibah, false) as lewat_batas
        from hibah
    )
    where penerima in penerima_berbatas()
)
select
    penerima,
    cair_persen as nilai,
    status,
    utuh as sebanding,
    coalesce(sebab_batas(batas_hibah), 'batasnya belum jelas') as sebab,
    if(utuh, landasan_rupiah(cair_rp, nphd_rp), null) as landasan,
    case
        when not utuh then format('Hibah {} cair {} menurut baris yang terhitung.', nama, persen(cair_persen))
        when cair_persen >= 100 then format('Hibah {} sudah cair seluruhnya.', nama)
        when status = 'hijau' then format('Hibah {} sudah cair {}.', nama, persen(cair_persen))
        else format('Hibah {} baru cair {}', nama, persen(cair_persen))
            || coalesce(kata_batas(batas_hibah), '') || '.'
    end as kalimat
from dinilai
