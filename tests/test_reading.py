"""A sheet against its contract: which rows count, which wait and why, and what is told to whom."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from monev.contract import contracts, finding
from monev.reading import cells, reader
from monev.reading.cells.places import Places
from monev.reading.layout import a1
from monev.reading.reader import COUNTED, HELD, LAYOUT
from monev.settings import CONTRACTS, REFERENCE
from monev.sheets import Spreadsheet, Tab, shown
from tests.given import typed

ALL = contracts.load(CONTRACTS)
PLACES = Places.load(REFERENCE)
DATE = "2024-11-04"

GRANT = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    tahap_1         | 5 Feb 2024    | 10.000.000.000 | 4.000.000.000
"""
FOLLOW_UP = "kode_kasus | tanggal_terima_rekomendasi | pelaksana | sanksi | tanggal_sanksi | status"
PAYMENT = "penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status | alasan_tertunda"
EVENT = "tanggal | kecamatan | kelurahan | nama_kegiatan | bentuk | segmen | jumlah_peserta | anggaran | status"


def tab_of(name):
    agency, code = name.split("/")
    return ALL[agency].tabs[code]


def sheet(name, text, date=DATE):
    return [[cell or None for cell in row] for row in typed(text, date)]


def read(name, rows):
    """The tab as read from rows of cells, or from text as tests/given.py takes it."""
    rows = sheet(name, rows) if isinstance(rows, str) else rows
    return reader.read_tab(Tab(name.split("/")[1], rows, None), tab_of(name), PLACES)


def kinds(result):
    return [row.kind for row in result.rows]


def told(result, **wanted):
    return [one for one in result.findings if all(getattr(one, name) == value for name, value in wanted.items())]


# --- keys ---


def test_a_key_cell_that_may_be_blank_counts_as_blank_and_holds_nothing_out():
    result = read(
        "bpkpd/pencairan",
        f"""
        {PAYMENT}
        kpu     | tahap_1 | |  | 10.000.000.000 | proses |
        bawaslu | tahap_1 | |  | 2.000.000.000  | proses |
    """,
    )
    assert kinds(result) == [COUNTED, COUNTED] and not result.findings


def test_two_rows_whose_blank_key_is_the_same_are_one_key():
    result = read(
        "bpkpd/pencairan",
        f"""
        {PAYMENT}
        kpu | tahap_1 | |  | 10.000.000.000 | proses |
        kpu | tahap_1 | |  | 2.000.000.000  | proses |
    """,
    )
    assert kinds(result) == [HELD, HELD]


def test_a_key_cell_that_was_not_read_holds_its_row_out():
    result = read("kpu/hibah", GRANT + "    tahap_2 | 31/11/2024 | 5.000.000.000 | 0\n")
    assert [row.held for row in result.rows] == [None, "kunci belum jelas"]
    [one] = told(result, kolom="tanggal_masuk")
    assert (one.sel, one.baris, one.tertulis, one.bobot) == ("B3", 3, "31/11/2024", "tolak")
    assert one.akibat == finding.ROW_WAITS


def test_a_key_cell_that_a_condition_requires_may_not_be_blank():
    result = read(
        "bpkpd/pencairan",
        f"""
        {PAYMENT}
        kpu | tahap_1 | | 5 Feb 2024 | 10.000.000.000 | cair |
    """,
    )
    assert [row.held for row in result.rows] == ["kunci belum jelas"]
    [one] = result.findings
    assert (one.sel, one.bobot, one.akibat) == ("C2", "tolak", finding.ROW_WAITS)


# --- places ---


def test_a_required_place_that_was_not_read_holds_its_row_out():
    result = read(
        "kpu/sosialisasi",
        f"""
        {EVENT}
        1 Nov 2024 | Cisaat | Selabatu | Simulasi | simulasi | umum | 10 | | terlaksana
    """,
    )
    assert [row.held for row in result.rows] == ["tempat belum jelas"]
    assert [(one.kolom, one.akibat) for one in result.findings] == [("kecamatan", finding.ROW_WAITS)]


def test_an_optional_place_that_was_not_read_costs_only_its_cell():
    rows = [list(ALL["kesbangpol"].tabs["kejadian"].columns)]
    rows.append(
        [
            "KBP-001",
            "1/11/2024",
            "1/11/2024",
            "Baros",
            "Sindanpalay",
            "kampanye",
            "unjuk_rasa",
            "ormas",
            "sedang",
            10,
            "Mediasi",
            "polres",
            "ditangani",
            None,
            "biasa",
            DATE,
        ]
    )
    result = read("kesbangpol/kejadian", rows)
    assert kinds(result) == [COUNTED] and result.rows[0].broken == ("kelurahan",)
    [one] = result.findings
    assert (one.sel, one.akibat) == ("E2", finding.CELL_WAITS)


def test_a_kelurahan_outside_its_kecamatan_is_held_and_both_places_are_named():
    result = read(
        "kpu/sosialisasi",
        f"""
        {EVENT}
        1 Nov 2024 | Baros | Benteng | Simulasi | simulasi | umum | 10 | | terlaksana
    """,
    )
    assert [row.held for row in result.rows] == ["kelurahan di luar kecamatannya"]
    [one] = result.findings
    assert (one.sel, one.tertulis, one.bobot, one.akibat) == ("C2", "Benteng", "tolak", finding.ROW_WAITS)
    assert "Warudoyong" in one.alasan and "Baros" in one.alasan


@pytest.mark.parametrize(
    ("kecamatan", "kelurahan", "kind"),
    [
        ("Se-Kota", "Se-Kota", COUNTED),
        ("Baros", "Se-Kota", COUNTED),
        ("Se-Kota", "Benteng", HELD),
    ],
)
def test_the_whole_city_lies_in_every_kecamatan_but_no_kelurahan_in_the_whole_city(kecamatan, kelurahan, kind):
    result = read(
        "kpu/sosialisasi",
        f"""
        {EVENT}
        1 Nov 2024 | {kecamatan} | {kelurahan} | Simulasi | simulasi | umum | 10 | | terlaksana
    """,
    )
    assert kinds(result) == [kind]


# --- required cells ---


def test_a_required_blank_cell_is_to_be_looked_at_and_its_row_still_counts():
    result = read(
        "kpu/hibah",
        """
        tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
        tahap_1         | 5 Feb 2024    | menyusul       | 4.000.000.000
    """,
    )
    [row], [one] = result.rows, result.findings
    assert (row.kind, row.broken, row.values["nilai_diterima"]) == (COUNTED, ("nilai_diterima",), None)
    assert (one.sel, one.tertulis, one.bobot, one.akibat) == (
        "C2",
        "menyusul",
        "periksa",
        finding.BLANK_WAITS,
    )
    assert "0" in one.saran, "a number may be nihil, so the way to say it is told"


@pytest.mark.parametrize(
    ("status", "broken"),
    [
        ("terlaksana", ("jumlah_peserta",)),
        ("rencana", ()),
        ("entah", ("status",)),
        ("", ("status",)),
    ],
)
def test_a_condition_requires_a_cell_only_when_it_surely_holds(status, broken):
    result = read(
        "kpu/sosialisasi",
        f"""
        {EVENT}
        1 Nov 2024 | Cikole | Selabatu | Simulasi | simulasi | umum | | | {status}
    """,
    )
    assert result.rows[0].broken == broken and result.rows[0].kind == COUNTED


def test_nihil_does_not_fill_a_text_that_a_condition_requires():
    rows = [list(ALL["kesbangpol"].tabs["potensi_konflik"].columns)]
    rows += [["Cikole", "Selabatu", level, None, None, "ya", 30, "nihil", DATE] for level in ("tinggi",)]
    result = read("kesbangpol/potensi_konflik", rows)
    assert result.rows[0].broken == ("rencana_pencegahan",)
    [one] = told(result, kolom="rencana_pencegahan")
    assert (one.sel, one.tertulis, one.bobot) == ("H2", "nihil", "tolak") and "belum diisi" not in one.alasan


# --- rows of one key ---


def test_identical_rows_count_once_and_only_inform():
    row = "    tahap_1 | 5 Feb 2024 | 10.000.000.000 | 4.000.000.000\n"
    result = read("kpu/hibah", GRANT + row + row)
    assert kinds(result) == [COUNTED, LAYOUT, LAYOUT]
    assert [(one.baris, one.bobot) for one in result.findings] == [(3, "info"), (4, "info")]
    assert all("baris 2" in one.alasan for one in result.findings)


def test_rows_of_one_key_that_differ_are_all_held_out_and_name_each_other():
    result = read(
        "kpu/hibah",
        GRANT
        + """        tahap_1 | 05-02-2024 | 10.000.000.001 | 4.000.000.000
        tahap_1 | 6 Feb 2024 | 10.000.000.000 | 4.000.000.000
    """,
    )
    assert [row.held for row in result.rows] == ["kunci ganda", "kunci ganda", None]
    assert [(one.sel, one.bobot, one.akibat) for one in result.findings] == [
        ("A2", "tolak", finding.ROW_WAITS),
        ("A3", "tolak", finding.ROW_WAITS),
    ]
    assert "baris 3" in result.findings[0].alasan and "baris 2" in result.findings[1].alasan


def test_rows_are_compared_by_what_was_read_not_by_how_it_was_written():
    result = read("kpu/hibah", GRANT + "    Tahap 1 | 5/2/2024 | Rp 10 M | 4 miliar\n")
    assert kinds(result) == [COUNTED, LAYOUT]


def test_unread_cells_are_compared_as_typed():
    row = "    tahap_2 | 5 Feb 2024 | {} | 4.000.000.000\n"
    same = read("kpu/hibah", GRANT + row.format("±5 M") * 2)
    other = read("kpu/hibah", GRANT + row.format("±5 M") + row.format("±6 M"))
    assert kinds(same) == [COUNTED, COUNTED, LAYOUT] and kinds(other) == [COUNTED, HELD, HELD]


def test_two_ways_of_not_reporting_are_the_same_row():
    row = "    tahap_2 | 5 Feb 2024 | {} | 4.000.000.000\n"
    assert kinds(read("kpu/hibah", GRANT + row.format("-") + row.format("menyusul"))) == [
        COUNTED,
        COUNTED,
        LAYOUT,
    ]


def test_a_code_in_another_case_is_the_same_key():
    result = read(
        "kesbangpol/tindak_lanjut_asn",
        f"""
        {FOLLOW_UP}
        ASN-01 | | BKPSDM | belum | | proses
        asn-01 | | BKPSDM | belum | | belum
    """,
    )
    assert kinds(result) == [HELD, HELD]


# --- nihil ---


def nihil_row(date=DATE, **cells_of):
    columns = list(tab_of("bawaslu/tps_rawan").columns)
    row = {"kelurahan": "nihil", "tanggal_data": date} | cells_of
    return [columns, [row.get(name) for name in columns]]


def test_one_nihil_row_with_its_date_reports_a_tab_without_rows():
    result = read("bawaslu/tps_rawan", nihil_row())
    assert result.empty and kinds(result) == [LAYOUT] and not result.counted and not result.findings
    assert result.as_of == dt.date(2024, 11, 4)


def test_nihil_across_the_whole_row_is_still_one_nihil_row():
    result = read("bawaslu/tps_rawan", nihil_row(kecamatan="nihil", kode_indikator="nihil", tingkat="Nihil"))
    assert result.empty and not result.findings


def test_nihil_without_its_date_reports_nothing_yet():
    lonely = read("bawaslu/tps_rawan", nihil_row(date=None))
    assert not lonely.empty and [one.bobot for one in lonely.findings] == ["tolak"]
    noted = read("bawaslu/tps_rawan", nihil_row(date=None, keterangan="Belum ada pendataan"))
    assert not noted.empty and noted.as_of is None and kinds(noted) == [HELD]
    assert [(one.kolom, one.bobot, one.akibat) for one in noted.findings] == [
        ("tanggal_data", "tolak", finding.ROW_WAITS)
    ]


def test_nihil_with_a_date_that_is_not_read_reports_nothing_and_points_at_the_date():
    result = read("bawaslu/tps_rawan", nihil_row(date="31/11/2024"))
    assert not result.empty and kinds(result) == [HELD]
    [one] = result.findings
    assert (one.kolom, one.tertulis, one.bobot) == ("tanggal_data", "31/11/2024", "tolak")


def test_another_cell_of_a_nihil_row_that_is_not_read_is_told():
    result = read("bawaslu/tps_rawan", nihil_row(jumlah_tps_rawan="sekitar 5"))
    assert result.empty
    assert [(one.tertulis, one.akibat) for one in result.findings] == [("sekitar 5", finding.CELL_WAITS)]


def test_nihil_beside_other_rows_is_held_out():
    result = read("kpu/hibah", GRANT + "    nihil | | | \n")
    assert [row.kind for row in result.rows] == [COUNTED, HELD] and not result.empty
    [one] = told(result, baris=3)
    assert (one.sel, one.tertulis, one.bobot, one.akibat) == ("A3", "nihil", "tolak", finding.ROW_WAITS)


# --- columns and tabs ---


def test_a_merged_kecamatan_goes_down_to_the_rows_below_it():
    rows = sheet(
        "kpu/pemilih_tps",
        """
        kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan
        Cikole    | Selabatu  | 10         | 2.000         | 2.000
                  | Cisarua   | 10         | 2.000         | 2.000
    """,
    )
    rows[2][5] = DATE
    result = read("kpu/pemilih_tps", rows)
    assert [row.values["kecamatan"] for row in result.counted] == ["Cikole", "Cikole"]


def test_a_merged_cell_that_was_not_read_is_told_where_it_stands_and_holds_every_row_under_it():
    rows = sheet(
        "kpu/pemilih_tps",
        """
        kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan
        Cicole    | Selabatu  | 10         | 2.000         | 2.000
                  | Cisarua   | 10         | 2.000         | 2.000
    """,
    )
    rows[2][5] = DATE
    result = read("kpu/pemilih_tps", rows)
    assert kinds(result) == [HELD, HELD]
    assert [(one.sel, one.tertulis) for one in told(result, kolom="kecamatan")] == [("A2", "Cicole")]


def test_a_missing_required_column_breaks_every_row_and_is_told_once():
    result = read(
        "kpu/hibah",
        """
        tahap_pencairan | tanggal_masuk | belanja_kumulatif
        tahap_1         | 5 Feb 2024    | 4.000.000.000
        tahap_2         | 5 Jun 2024    | 5.000.000.000
    """,
    )
    assert [(row.kind, row.broken) for row in result.rows] == [(COUNTED, ("nilai_diterima",))] * 2
    [one] = result.findings
    assert (one.kolom, one.bobot, one.akibat) == ("nilai_diterima", "tolak", finding.COLUMN_WAITS)


def test_a_missing_key_column_holds_every_row_and_is_told_once():
    result = read(
        "kpu/hibah",
        """
        tahap_pencairan | nilai_diterima | belanja_kumulatif
        tahap_1         | 10.000.000.000 | 4.000.000.000
        tahap_2         | 10.000.000.000 | 5.000.000.000
    """,
    )
    assert kinds(result) == [HELD, HELD] and len(result.findings) == 1


def test_a_column_missing_where_a_condition_requires_it_is_told_once():
    result = read(
        "bpkpd/pencairan",
        """
        penerima | tahap_pencairan | tanggal_sp2d | nilai_sp2d     | status
        kpu      | tahap_1         | 5 Feb 2024   | 10.000.000.000 | cair
        bawaslu  | tahap_1         | 5 Feb 2024   | 2.000.000.000  | cair
        polres   | tahap_1         |              | 1.000.000.000  | proses
    """,
    )
    assert kinds(result) == [HELD, HELD, COUNTED]
    [one] = told(result, kolom="nomor_sp2d")
    assert "2 baris" in one.alasan and one.bobot == "tolak"


def test_a_blank_is_told_with_an_example_of_what_belongs_there():
    result = read(
        "kpu/hibah",
        """
        tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
        tahap_1         |               |                | 4.000.000.000
    """,
    )
    columns = tab_of("kpu/hibah").columns
    [dated] = told(result, kolom="tanggal_masuk")
    assert dated.saran == f"isi {columns['tanggal_masuk'].title}, contohnya {columns['tanggal_masuk'].example}"
    [amount] = told(result, kolom="nilai_diterima")
    assert amount.saran == f"isi {columns['nilai_diterima'].title}, atau 0 bila memang nihil"


def test_a_title_that_may_be_the_missing_column_is_told_as_the_cell_to_mend_and_not_as_harmless():
    result = read(
        "kpu/sosialisasi",
        """
        tanggal    | kecamatan | kelurahan | nama_kegiatan | bentuk     | segmen | Peserta? | status
        4 Sep 2024 | Cikole    | Selabatu  | Sosialisasi   | tatap_muka | umum   | 21       | terlaksana
    """,
    )
    [one] = told(result, kolom="jumlah_peserta")
    assert (one.sel, one.tertulis, one.bobot, one.akibat) == ("G1", "Peserta?", "tolak", finding.COLUMN_WAITS)
    assert one.alasan == "Kolom Jumlah Peserta tidak ditemukan, padahal wajib di 1 baris; judul ini paling mirip."
    assert one.saran == "ganti judul ini menjadi “Jumlah Peserta” bila itu yang dimaksud"
    assert [found for found in result.findings if found.bobot == "info"] == []


def test_an_optional_column_that_must_not_be_read_is_broken_in_every_row():
    result = read(
        "kpu/logistik_gudang",
        """
jenis_barang|jenis_pemilihan|satuan|kebutuhan|jumlah_diterima|jumlah_rusak|jumlah_pengganti (rb)|status_sortir
        kotak_suara |keduanya|buah|1.102|0|0|2|selesai
    """,
    )
    [row] = result.rows
    assert row.broken == ("jumlah_pengganti",) and "jumlah_pengganti" not in row.values
    assert [(one.kolom, one.akibat) for one in result.findings] == [("jumlah_pengganti", finding.COLUMN_WAITS)]


def test_an_optional_column_that_nobody_wrote_is_no_fault():
    result = read("kpu/hibah", GRANT)
    assert "keterangan" not in result.columns and result.rows[0].broken == () and not result.findings


def test_a_missing_tab_is_told_and_no_other_tab_suffers():
    agency = ALL["kpu"]
    tabs, loose = reader.read(
        Spreadsheet("kpu", (Tab("hibah", sheet("kpu/hibah", GRANT), None),), None, None), agency, PLACES
    )
    assert {code: tab.state for code, tab in tabs.items()} == dict.fromkeys(agency.tabs, "hilang") | {"hibah": "ada"}
    needed = {code for code, tab in agency.tabs.items() if not tab.optional}
    assert {one.tab for one in loose} == needed - {"hibah"}
    assert {(one.bobot, one.akibat) for one in loose} == {("tolak", finding.TAB_WAITS)}
    assert kinds(tabs["hibah"]) == [COUNTED]


def test_a_tab_that_holds_only_its_header_reports_nothing_and_accuses_nobody():
    result = read("kpu/pemilih_tps", [list(tab_of("kpu/pemilih_tps").columns)])
    assert result.state == "ada" and not result.rows and not result.empty and not result.findings
    assert len(result.missing) == len(PLACES.kelurahan)


def test_rows_without_a_header_are_held_and_the_tab_is_told():
    result = read("kpu/hibah", [["tahap_1", "5 Feb 2024", 1], ["tahap_2", "6 Feb 2024", 2]])
    assert result.state == "tanpa_kepala" and kinds(result) == [HELD, HELD]
    assert [(one.bobot, one.akibat) for one in result.findings] == [("tolak", finding.TAB_WAITS)]


def test_kelurahan_without_a_row_are_named_in_one_finding():
    columns = list(tab_of("kpu/pemilih_tps").columns)
    names = list(PLACES.kelurahan)
    facts = {"jumlah_tps": 10, "dpt_laki_laki": 2000, "dpt_perempuan": 2000, "tanggal_data": DATE}
    rows = [columns] + [
        [({"kecamatan": PLACES.kecamatan_of(name), "kelurahan": name} | facts).get(column) for column in columns]
        for name in names[2:]
    ]
    result = read("kpu/pemilih_tps", rows)
    assert result.missing == tuple(names[:2])
    [one] = result.findings
    assert (one.sel, one.baris, one.kolom, one.bobot) == (None, None, "kelurahan", "periksa")
    assert names[0] in one.alasan and names[1] in one.alasan
    assert not read("kpu/hibah", GRANT).missing, "only tabs of all kelurahan must hold them all"


# --- whatever is typed ---

TEXTS = (
    "1.102",
    "1 102",
    "1.234.567,89",
    "1.5",
    "Rp 1.500.000,-",
    "25 M",
    "10.5 M",
    "sekitar 60",
    "15 (enam belas)",
    "2 (dua)",
    "-5",
    "(5)",
    "1e5",
    "0x10",
    "4/11/2024",
    "31/11/2024",
    "11/14/2024",
    "Senin, 4 November 2024",
    "Selasa, 4 November 2024",
    "10 s.d. 15 November",
    "Februari 2024",
    "2024-10",
    "nihil",
    "Nihil.",
    "tidak ada",
    "-",
    "belum ada",
    "menyusul",
    "?",
    "",
    "  ",
    "ya",
    "tidak",
    "√",
    "x",
    "idem",
    '"',
    "#REF!",
    "#N/A",
    "Loading...",
    "Kec. Gunungpuyuh",
    "Cikole",
    "Selabatu",
    "Cibeureum",
    "Sindanpalay",
    "Cisaat",
    "Se Kota",
    "keduanya",
    "kpu",
    "tahap_1",
    "Tahap 1",
    "cair",
    "terlaksana",
    "tinggi",
    "Tatap muka",
    "ormas; masyarakat",
    "ormas; entah",
    "entah apa",
    "JUMLAH",
    "\u200b",
    "\n",
    "'0812",
    "٣",
    "３",
    "ASN-01",
    "asn-01",
    "\x00",
    "a" * 500,
)
CELLS = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(TEXTS),
    st.sampled_from(TEXTS),
    st.text(max_size=12),
    st.booleans(),
    st.integers(-5, 60_000),
    st.integers(),
    st.floats(),
    st.floats(0, 2000).map(lambda value: round(value, 3)),
    st.dates(),
)


@st.composite
def messy_tabs(draw, tab):
    """A tab with its columns in any order, some gone or strange, and rows of whatever is typed in sheets."""
    titles = [draw(st.sampled_from((name, column.title, column.title.upper()))) for name, column in tab.columns.items()]
    titles = draw(st.permutations(titles))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(titles) - 1))
        titles[at] = draw(st.sampled_from((titles[0], f"{titles[at]} (ribu)", "Nomor", (titles[at] or "")[:-1], None)))
    examples = {title: column.example for column in tab.columns.values() for title in (column.title, column.name)}
    rows = [] if draw(st.booleans()) else [["REKAP"], []]
    rows.append(titles)
    for _ in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(("example", "example", "cells", "cells", "double", "blank", "total", "section")))
        if kind == "double" and len(rows) > 1:
            rows.append(list(rows[-1]))
        elif kind == "total":
            rows.append(["JUMLAH", *draw(st.lists(CELLS, max_size=4))])
        elif kind == "section":
            rows.append(["A. Kecamatan"])
        elif kind == "cells":
            rows.append(draw(st.lists(CELLS, min_size=1, max_size=len(titles) + 1)))
        elif kind == "example":
            row = [examples.get(title, draw(CELLS)) for title in titles]
            for _ in range(draw(st.integers(0, 2))):
                row[draw(st.integers(0, len(row) - 1))] = draw(CELLS)
            rows.append(row)
        else:
            rows.append([])
    return Tab(draw(st.sampled_from((tab.code, tab.title))), rows, None)


@st.composite
def messy_sheets(draw):
    agency = draw(st.sampled_from(list(ALL)))
    chosen = draw(
        st.lists(st.sampled_from(list(ALL[agency].tabs.values())), max_size=3, unique_by=lambda tab: tab.code)
    )
    return Spreadsheet(agency, tuple(draw(messy_tabs(tab)) for tab in chosen), None, None)


def collapsed(value):
    return " ".join((shown(value) or "").split())


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(messy_sheets())
def test_whatever_is_typed_every_row_is_accounted_for_and_every_unread_cell_is_told(sheet):
    agency = ALL[sheet.agency]
    tabs, _ = reader.read(sheet, agency, PLACES)
    assert tabs.keys() == agency.tabs.keys()
    for typed_tab in sheet.tabs:
        [result] = [tab for tab in tabs.values() if typed_tab.title in (tab.contract.code, tab.contract.title)]
        numbers = [row.number for row in result.rows] + [number for number, _ in result.layout_rows]
        assert sorted(numbers) == list(range(1, len(typed_tab.rows) + 1))
        assert all(row.kind in (COUNTED, HELD, LAYOUT) and not (row.held and row.layout) for row in result.rows)
        grid = {
            a1(index, number): value
            for number, row in enumerate(typed_tab.rows, start=1)
            for index, value in enumerate(row)
        }
        data = {row.number for row in result.rows}
        for one in result.findings:
            assert one.alasan.endswith(".") and one.akibat.endswith(".") and one.saran
            if one.tertulis is not None and one.baris in data:
                assert shown(grid[one.sel]) == one.tertulis
            elif one.tertulis is not None:
                assert collapsed(grid[one.sel]) in one.tertulis
        told_cells = {one.sel for one in result.findings}
        for row in result.rows:
            for name, index in result.columns.items():
                cell = a1(index, row.number)
                typed_cell = cells.read(grid.get(cell), result.contract.columns[name], PLACES)
                empty_word = row.layout == "nihil" or (row.held or "").startswith("nihil")
                if typed_cell.state == "ditolak" and not (empty_word and cells.says_nihil(grid[cell])):
                    assert cell in told_cells, f"{name} in {cell}: {grid[cell]!r}"
                    assert name in row.broken


def test_the_same_sheet_is_read_the_same_way_twice():
    rows = sheet("kpu/hibah", GRANT + "    tahap_1 | 5 Feb 2024 | x | 1\n")
    first, second = read("kpu/hibah", rows), read("kpu/hibah", rows)
    assert first.rows == second.rows and first.findings == second.findings


def test_a_finding_in_a_restricted_row_names_its_cell_and_not_what_stands_there():
    tab = ALL["kesbangpol"].tabs["kejadian"]
    typed = {name: column.example for name, column in tab.columns.items()} | {
        "perkiraan_massa": "banyak orang di Tipar"
    }
    for level, told in (("biasa", "banyak orang di Tipar"), ("terbatas", None), ("", None)):
        sheet = Tab("kejadian", [list(typed), list((typed | {"klasifikasi": level}).values())], None)
        found = [one for one in reader.read_tab(sheet, tab, PLACES).findings if one.kolom == "perkiraan_massa"]
        assert [one.tertulis for one in found] == [told] and found[0].sel
        assert told or "Tipar" not in f"{found[0].alasan}{found[0].saran}"
