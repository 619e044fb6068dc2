"""No state of any indicator has a sentence, a reason or a ground that contradicts its number or its status.

The tables below an indicator are put in place of those of queries/, in every mixture of a few values, and the
indicator is asked as the pages ask it.
"""
# ruff: noqa: S608 - the tables are made of what stands in this file

import itertools
import re

import pytest

from monev.snapshot import indicator_sql, queries
from tests.given import given
from tests.test_pengembalian import proposed

#: H-23, the days around the date of goods and of reports, the day of the vote and the one after it, and the last day for
#: what is left of the grants with the one after it.
DAYS = ("2024-11-04", "2024-11-24", "2024-11-26", "2024-11-27", "2024-11-28", "2025-03-01", "2025-03-02")
PROPOSED = "2024-12-01"
#: What makes a snapshot, and lets the city's own count of civil servants' cases be compared.
REPORTED = {
    "kesbangpol/tindak_lanjut_asn": "kode_kasus | sumber\nASN-01 | Bawaslu",
    "bpkpd/pengembalian": "penerima | sisa_hibah | nilai_kembali\nkpu | 0 | 0",
}
#: How a sentence begins that says that all is well.
PRAISE = re.compile(
    r"Tidak ada|Belum ada|Semua |Barang sudah sampai di semua|Mitigasi semua|FKDM aktif di semua"
    r"|.* sudah cair seluruhnya|.* sudah masuk|Catatan cair .* sama|Laporan Desk .* sudah dikirim"
)


def mixed(**columns):
    """One row for every mixture of these values (SQL), as a table; None: no row at all."""
    names = list(columns)
    for values in itertools.product(*columns.values()):
        yield "select " + ", ".join(f"{value} as {name}" for name, value in zip(names, values, strict=True))


def together(*rows):
    """A table of one row from each of these."""
    return [" union all by name ".join(f"({row})" for row in chosen) for chosen in itertools.product(*rows)]


NONE = "where false"
GOODS = [
    *together(*[list(mixed(nama=["'Segel'"], kurang=["0", "5"], diketahui=["true"], siap_persen=["90.0"],
                           janji=["null::date", "hari_ini() - 3", "hari_ini()", "hari_ini() + 3"]))] * 2),
    *mixed(nama=["'Segel'"], kurang=["null::int"], diketahui=["false"], siap_persen=["null::double"], janji=["null::date"]),
]  # fmt: skip
GRANT = [
    f"select 'kpu' as penerima, 'KPU' as nama, 1000000000 as nphd_rp, {paid} as cair_rp, {got} as diterima_rp, "
    f"{paid} - {got} as selisih_rp, 100.0 * {paid} / 1000000000 as cair_persen, hari_ini() + {days} as batas_hibah, "
    f"{unread} as nphd_belum_terbaca, 0 as cair_belum_terbaca, hari_ini() - {age} as sp2d_terbaru"
    for paid, got, days, unread, age in itertools.product(
        ("0", "300000000", "600000000", "1000000000"), ("0", "300000000", "700000000"), (-1, 0), (0, 1), (7, 8)
    )
]
#: Those that are judged together, in the rows of one table with the one that is judged alone.
SECURITY = [
    " union all by name ".join(
        f"select '{who}' as penerima, '{name}' as nama, {turn} as urutan, 1000000000 as nphd_rp, {paid} as cair_rp, "
        f"100.0 * {paid} / 1000000000 as cair_persen, 1000000000 - {paid} as sisa_rp, hari_ini() + {days} as batas_hibah, "
        f"{bound} as berbatas, false as mustahil, {unread} as nphd_belum_terbaca, 0 as cair_belum_terbaca"
        for turn, (who, name, paid) in enumerate((("polres", "Polres", first), ("kodim", "Kodim", second)))
    )
    for first, second, days, bound, unread in itertools.product(
        ("0", "300000000", "600000000", "1000000000"),
        ("0", "500000000", "1000000000"),
        (-1, 0),
        ("true", "false"),
        (0, 1),
    )
]
GRANT = [" union all by name ".join(pair) for pair in zip(GRANT, SECURITY, strict=True)]
PLANS = [
    f"select 'polres' as penerima, {first} as rencana_proses union all by name select 'kodim' as penerima, {second} as rencana_proses"
    for first, second in itertools.product(
        ("null::date", "hari_ini() + 60", "hari_ini() - 60"), ("null::date", "hari_ini() + 9", "hari_ini() - 9")
    )
]
LEFTOVERS = [
    " union all by name ".join(
        f"select '{who.lower()}' as penerima, '{who}' as nama, {turn} as urutan, {told} as dilaporkan, {turn} as baris, "
        f"{left} as belum_kembali_rp, {read} as laporan_terbaca, {reported} as laporan_masuk"
        for turn, who in enumerate(("KPU", "Bawaslu", "Polres", "Kodim")[:many])
    )
    for many, told, left, read, reported in itertools.product(
        (1, 2, 4), ("true", "false"), ("0", "1250000000", "null::bigint"), ("true", "false"), ("true", "false")
    )
]
SUPPORT = together(list(mixed(siap=["true", "false"])), list(mixed(siap=["true", "false"])))
TPS = list(mixed(c_pemberitahuan_dibagikan=["0", "9500", "9900", "10000"], dpt=["10000"], pemberitahuan_berlebih=["false"],
                 tps_diterima=["0", "60", "100"], jumlah_tps=["100"], tps_berlebih=["false"],
                 rencana_ke_tps=["null::date", "date '2024-11-23'", "date '2024-11-25'", "date '2024-11-27'"]))  # fmt: skip
CASES = together(
    list(mixed(aktif=["true", "false"], sisa_hari=["null::int", "-2", "0", "1", "4"], tenggat=["hari_ini()", "hari_ini() + 1", "hari_ini() + 4"],
               lewat_lapor=["null::boolean", "true", "false"], kolom_rusak=["[]::varchar[]"])),
    ["select true as aktif, 4 as sisa_hari, hari_ini() + 4 as tenggat, false as lewat_lapor, []::varchar[] as kolom_rusak",
     "select false as aktif, null as sisa_hari, null as tenggat, null as lewat_lapor, []::varchar[] as kolom_rusak"],
)  # fmt: skip
PRONE = together(*[list(mixed(baris=["1"], tingkat=["'tinggi'", "'rendah'"], status_mitigasi=["'selesai'", "'belum'"],
                              kolom_rusak=["[]::varchar[]"]))] * 2)  # fmt: skip
MARKED = [
    f"select 'Kelurahan ' || n as kelurahan, if(n <= {many}, 2, 0) as skor, '{other}' as potensi_konflik, "
    "'ya' as kejadian_tinggi, 'nanti' as tps_rawan, 'nanti' as logistik from range(1, 34) as t(n)"
    for many, other in itertools.product(range(5), ("ya", "tidak", "belum_dilaporkan"))
]


def reach(name, all_of, most):
    return [
        f"select 'Nama ' || n as {name}, n as urutan, if(n <= {missed}, 0, 2) as jumlah, hari_ini() - 40 as terakhir "
        f"from range(1, {all_of + 1}) as t(n)"
        for missed in range(most)
    ]


ACTIVITIES = list(
    mixed(
        terlaksana=["true", "false"],
        kolom_rusak=["[]::varchar[]"],
        jumlah_peserta=["150", "250", "20"],
        tanggal=["hari_ini() - 1"],
    )
)
VOTERS = ["select 6000 as dpt_laki_laki, 4000 as dpt_perempuan"]
DOUBLES = [
    f"select 'Selabatu' as kelurahan, hari_ini() + n::int as tanggal, 'kpu' as instansi_a, 'bawaslu' as instansi_b, "
    f"n as baris_a, n as baris_b from range({many}) as t(n)"
    for many in range(3)
]
TURNOUT = [
    *mixed(pemilih_dpt=["990"], pemilih=["1000"], pengguna=["740", "760", "800"], tidak_sah=["0", "20", "40", "60"]),
    *together(
        list(
            mixed(
                pemilih_dpt=["990"], pemilih=["1000"], pengguna=["740", "760", "800"], tidak_sah=["0", "20", "40", "60"]
            )
        ),
        ["select 990 as pemilih_dpt, 1000 as pemilih, null::int as pengguna, null::int as tidak_sah"],
    ),
]
RECAP = [
    f"select 'Nama ' || n as nama, hari_ini() as tanggal_rencana, n > {late} as selesai, n <= {late} as terlambat from range(1, {1 + many}) as t(n)"
    for late, many in itertools.product(range(5), (8, 7))
]
AGAIN = together(*[list(mixed(nama=["'TPS 7 Selabatu'"], selesai=["false"], lewat=["true", "false"], tanggal_rencana=["hari_ini()"]))
                   + list(mixed(nama=["'TPS 8 Selabatu'"], selesai=["true"], lewat=["false"], tanggal_rencana=["hari_ini()"]))] * 2)  # fmt: skip
DISPUTES = together(
    *[
        list(mixed(lembaga=["'MK'", "'PTUN'"], berjalan=["true", "false"], belum_pasti=["false"]))
        + list(mixed(lembaga=["'MK'"], berjalan=["false"], belum_pasti=["true"]))
    ]
    * 2
)
CIVIL = together(*[
    list(mixed(kode_kasus=[f"'ASN-0{n}'"], di_bawaslu=["true", "false"], hasil=["'proses'", "'dicabut'"],
               di_kota=["true", "false"], perlu_dilaksanakan=["true", "false"], dilaksanakan=["true", "false"],
               hari_kerja=["3", "20"], rusak_bawaslu=["[]::varchar[]"], batas=["hari_ini()"], tanggal_rekomendasi=["hari_ini()"]))
    for n in (1,)
]) + [
    f"select 'ASN-0' || n as kode_kasus, true as di_bawaslu, 'proses' as hasil, n > {city} as di_kota, true as perlu_dilaksanakan, "
    f"false as dilaksanakan, if(n > {late}, 3, 20) as hari_kerja, []::varchar[] as rusak_bawaslu, hari_ini() + n::int as batas, "
    f"hari_ini() as tanggal_rekomendasi from range(1, {many + 1}) as t(n)"
    for many in (2, 3, 5) for city in range(0, many + 1, 2) for late in range(0, many + 1, 2)
]  # fmt: skip
PLEDGES = together(*[list(mixed(jumlah_tanda_tangan=["80", "95", "100"], jumlah_asn=["100"], berlebih=["false"], diketahui=["true"]))] * 2)  # fmt: skip
INCIDENTS = [
    f"select 'tinggi' as tingkat, '{state}' as status, {state != 'selesai'} as terbuka, {hidden} as terbatas, 'Kelurahan ' || n as kelurahan, "
    f"'Cikole' as kecamatan, hari_ini() - {age} as tanggal_kejadian, []::varchar[] as kolom_rusak from range({many}) as t(n)"
    for state, hidden, age, many in itertools.product(("terpantau", "ditangani", "eskalasi", "selesai"), (True, False), (1, 30), (0, 1, 2, 3, 9))
] + [
    f"select 'sedang' as tingkat, 'selesai' as status, false as terbuka, false as terbatas, 'X' as kelurahan, 'Cikole' as kecamatan, "
    f"hari_ini() - 1 as tanggal_kejadian, []::varchar[] as kolom_rusak from range({many}) as t(n)" for many in (3, 4, 8)
]  # fmt: skip
TENSION = [
    f"select 'Nama ' || n as kelurahan, if(n <= {high}, 'tinggi', 'rendah') as tingkat_potensi, n > {without} as fkdm_aktif "
    "from range(1, 34) as t(n)"
    for high, without in itertools.product(range(5), (0, 1, 2, 3, 10))
]
REPORTS = [
    f"select hari_ini() - {late + 1} as batas, true as terakhir, {late} as terlambat_hari" for late in (0, 1, 3, 4)
]

#: Page -> the tables below its indicators, each in all its states.
BELOW = {
    "logistik": {
        "barang": GOODS,
        "hibah": GRANT,
        "rencana_cair": PLANS,
        "pengembalian": LEFTOVERS,
        "sarpras": SUPPORT,
        "kelurahan_tps": TPS,
        "ulangan": AGAIN,
    },
    "risiko": {"kasus": CASES, "tps_rawan": PRONE, "prioritas": MARKED, "sengketa": DISPUTES},
    "partisipasi": {
        "jangkauan_kelurahan": reach("kelurahan", 33, 6),
        "jangkauan_segmen": reach("nama", 11, 6),
        "kegiatan": ACTIVITIES,
        "kpu__pemilih_tps": VOTERS,
        "kelurahan_tps": TPS,
        "kegiatan_bersamaan": DOUBLES,
        "partisipasi_kelurahan": TURNOUT,
        "rekap": RECAP,
    },
    "netralitas": {"kasus_asn": CIVIL, "pakta_asn": PLEDGES},
    "stabilitas": {"kejadian": INCIDENTS, "potensi": TENSION, "laporan_desk": REPORTS},
}
#: Page -> what several of its indicators share, between them and those tables.
SUMMED = {"logistik": ("pencairan_hibah", "selisih_hibah"), "risiko": ("tempo_kasus",),
          "partisipasi": ("hasil_pemungutan",)}  # fmt: skip
#: The columns that an indicator may leave out.
NOTHING = (
    "(select " + ", ".join(f"null::{kind} as {name}" for name, kind in indicator_sql.ANSWER.items()) + " where false)"
)
#: How the rows of a tab fared: all counted, one left out, one in doubt, none reported.
COUNTED = ((9, 0, 0, False), (8, 1, 0, False), (9, 0, 1, False), (0, 2, 0, True), (0, 0, 0, True))


def _coded(name, sql):
    return f"select '{name.rpartition('/')[2]}' as kode, * from ({sql})"


#: Below them, how the rows of a tab fared, of which each state has one row as well.
FARED = "baris_tab"


def question(page):
    """What is asked of the indicators of a page, of the tables below them and of how their rows fared."""
    texts = {name: question.sql for name, question in queries.load().items()}
    own = {name: sql for name, sql in texts.items() if name.startswith(f"{page}/indikator/")}
    values = {name.replace(f"{page}/indikator/", "ukuran_"): _coded(name, sql) for name, sql in own.items()}
    laid = (
        {name: texts[f"ukuran/{name}"] for name in SUMMED.get(page, ())}
        | values
        | {
            "ukuran": " union all by name ".join([NOTHING, *(f"(from {name})" for name in values)]),
            "cakupan_indikator": "select kode, terhitung, dikecualikan, ragu, false as tab_ragu, "
            "false as sebagian_baris, terhitung as dipakai, terhitung as dipakai_utuh, false as sebagian, false as bertahan, 0 as kelurahan_hilang, belum_dilaporkan, 'KPU: Tab' as sumber, "
            f"null as tab_kosong from ambang, {FARED}",
            "indikator": texts["ukuran/indikator"],
        }
    )
    return laid, f"select * from indikator where halaman = '{page}'"


def fared(counted):
    rows, held, doubted, unreported = counted
    return f"select {rows} as terhitung, {held} as dikecualikan, {doubted} as ragu, {unreported} as belum_dilaporkan"


def numbered(states):
    """The rows of all these states of one table, each with the number of its state."""
    return " union all by name ".join(f"(select {at} as keadaan, * from ({sql}))" for at, sql in enumerate(states))


def asked(snapshot, page, chosen):
    """The indicators of a page in each of these states, all in one question: the tables of a state are those rows of all
    that bear its numbers."""
    chosen = [tables | {FARED: fared(counted)} for tables, counted in chosen]
    found = {name: list(dict.fromkeys(state[name] for state in chosen)) for name in chosen[0]}
    numbers = (", ".join(str(found[name].index(sql)) for name, sql in state.items()) for state in chosen)
    laid, wanted = question(page)
    taken = {name: f"select * exclude (keadaan) from keadaan_{name} where keadaan = dari.{name}" for name in found}
    above = _written({f"keadaan_{name}": numbered(states) for name, states in found.items()})
    turns = ", ".join(f"({turn}, {one})" for turn, one in enumerate(numbers))
    return snapshot.select(
        f"with {above} select i.* from (values {turns}) as dari (turutan, {', '.join(found)}), "
        f"lateral (with {_written(taken | laid)} {wanted}) as i order by dari.turutan"
    ).to_dict("records")


def _written(tables):
    return ", ".join(f"{name} as ({sql})" for name, sql in tables.items())


def states(page, sparse):
    """Every state of every table, beside the others in step, and some of them under every count of rows; `sparse`: some
    of them only, for days on which only a few rules differ."""
    tables = BELOW[page]
    longest = max(map(len, tables.values()))
    for counted in (COUNTED[0], COUNTED[-1]) if sparse else COUNTED:
        some = 1 if counted == COUNTED[0] and not sparse else max(longest // 10, 1)
        for place in range(0, longest, some):
            yield {name: found[place % len(found)] for name, found in tables.items()}, counted


def contradictions(row):
    """What does not go together in one indicator, each in a word."""
    status, value, said = row["status"], row["nilai"], row["kalimat"]
    good = bool(PRAISE.match(said))
    best = value is not None and (value == 0 if row["arah"] == "turun" else row["satuan"] == "persen" and value >= 100)
    if len(said) > 90 or not said.endswith(".") or ".." in said or " ;" in said or "  " in said:
        yield "form"
    if status == "merah" and good:
        yield "red, and says that all is well"
    if status == "kuning" and good and ";" not in said:
        yield "amber, and says that all is well"
    if status in ("merah", "kuning", "hijau") and row["arah"] == "turun" and best != good:
        yield "none, or some, and says the contrary"
    if status in ("merah", "kuning") and row["satuan"] == "persen" and row["arah"] == "naik" and not best and good:
        yield "not all, and says that all is well"
    if (status in ("merah", "kuning")) != bool(row["sebab"]):
        yield "no reason, or one too many"
    if row["landasan"] and re.search(r"\bdari 0\b", row["landasan"]):
        yield "of none"
    if status == "belum_dilaporkan" and "belum dapat dihitung" not in said:
        yield "nothing to count, and yet counted"
    if status == "selesai_dinilai" and not re.search(r"; selesai dinilai 27 November( 2024)?\.$", said):
        yield "over, and yet asks for something"
    if status == "belum_waktunya" and not re.match(r"Dinilai mulai|.* mulai dinilai ", said):
        yield "not due, and yet judged"


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Page -> every row of its indicators that the walk met."""
    found = {page: [] for page in BELOW}
    reference = proposed(tmp_path_factory.mktemp("rujukan") / "reference", PROPOSED)
    for day in DAYS:
        with given(tmp_path_factory.mktemp("hari"), day, REPORTED, reference) as snapshot:
            for page in BELOW:
                found[page] += asked(snapshot, page, [*states(page, sparse=day not in (DAYS[0], *DAYS[-2:]))])
    return found


@pytest.mark.panjang
@pytest.mark.parametrize("page", BELOW)
def test_no_state_of_an_indicator_contradicts_itself(walked, page):
    wrong = {
        (what, row["kode"], row["status"], row["nilai"], row["kalimat"], row["sebab"], row["landasan"])
        for row in walked[page]
        for what in contradictions(row)
    }
    assert not wrong, "\n".join(map(str, sorted(wrong, key=str)))


@pytest.mark.panjang
def test_the_walk_meets_every_indicator_in_every_status_that_it_can_have(walked):
    seen = {(row["kode"], row["status"]) for rows in walked.values() for row in rows}
    codes = {code for code, _ in seen if "bawaslu" not in code}  # the sheets of one grant stand for both
    never_red = {("kasus_aktif", "merah"), ("kegiatan_tumpang_tindih", "merah"), ("sengketa_berjalan", "merah")}
    every = set(itertools.product(codes, ("merah", "kuning", "hijau", "belum_dilaporkan")))
    assert every - seen == never_red


def test_a_contradiction_is_found():
    row = {"indikator": "Kasus lewat tenggat", "nilai": 0.0, "satuan": "kasus", "arah": "turun", "status": "merah",
           "kalimat": "Belum ada kasus yang lewat tenggat.", "sebab": None, "landasan": "dari 0 kasus"}  # fmt: skip
    assert set(contradictions(row)) == {"red, and says that all is well", "no reason, or one too many", "of none"}
