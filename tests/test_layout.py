"""Where a tab's header is, which rows are data and which are layout; no row is lost and none counts twice."""

import datetime as dt
import time
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings, strategies as st

from monev.reading.layout import a1, header, lay_out, match_tab, recognise_tabs
from monev.sheets import Tab


@dataclass(frozen=True)
class Column:
    title: str
    required: bool = True
    type: str = "teks"
    options: tuple[str, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    citywide: bool = False
    example: str = ""


@dataclass(frozen=True)
class Contract:
    columns: dict[str, Column]
    key: tuple[str, ...]
    fill_down: tuple[str, ...] = field(default=())
    title: str = "Uji"
    all_kelurahan: bool = False
    together: str | None = None
    optional: bool = False


PLACES = Contract(
    {
        "kecamatan": Column("Kecamatan", type="kec"),
        "kelurahan": Column("Kelurahan", type="kel"),
        "jumlah_tps": Column("Jumlah TPS", type="bil"),
        "dpt_laki_laki": Column("DPT Laki-laki", type="bil"),
        "dpt_perempuan": Column("DPT Perempuan", type="bil"),
        "dptb": Column("DPTb", required=False, type="bil"),
        "tanggal_data": Column("Tanggal Data", type="tgl"),
        "keterangan": Column("Keterangan", required=False),
    },
    key=("kelurahan",),
    fill_down=("kecamatan",),
    all_kelurahan=True,
)
GRANTS = Contract(
    {
        "penerima": Column("Penerima"),
        "nomor_nphd": Column("Nomor NPHD"),
        "nilai_nphd": Column("Nilai NPHD (Rp)", type="rp"),
        "tanggal_data": Column("Tanggal Data", type="tgl"),
    },
    key=("penerima", "nomor_nphd"),
)
HEADER = [column.title for column in PLACES.columns.values()]
SELABATU = ["Cikole", "Selabatu", "17", "4.012", "4.058", "12", "4/11/2024", None]
CISARUA = ["Cikole", "Cisarua", "15", "3.900", "3.950", None, "4/11/2024", "sementara"]


def laid(*rows, contract=PLACES):
    layout = lay_out(Tab("Uji", list(map(list, rows)), None), contract)
    numbers = [row.number for row in layout.rows] + [row.number for row in layout.layout_rows]
    assert sorted(numbers) == list(range(1, len(rows) + 1))
    return layout


def reasons(layout):
    return {row.number: row.reason for row in layout.layout_rows}


def told(layout, weight=None):
    return [(note.cell, note.column, note.weight) for note in layout.findings if weight in (None, note.weight)]


def data(layout):
    return [row.number for row in layout.rows]


# --- the header


def test_a_plain_table_is_read_and_nothing_is_told():
    layout = laid(HEADER, SELABATU, CISARUA)
    assert (layout.status, layout.header_rows, layout.findings) == ("ada", (1,), ())
    assert layout.rows[0].cells == dict(zip(PLACES.columns, SELABATU, strict=True))
    assert layout.columns["jumlah_tps"] == 2
    assert (layout.unread, layout.missing) == ((), ())


@pytest.mark.parametrize(
    "written",
    [
        "jumlah_tps", "Jumlah TPS", "JUMLAH  TPS ", "Jumlah\nTPS",
        "jumlah\u00a0tps", "Jum\u00adlah T\u200bPS",
        "Jumlah TPS (unit)", "Jumlah TPS [buah]", "(TPS) Jumlah TPS", "'Jumlah TPS",
    ],
)  # fmt: skip
def test_a_title_matches_whatever_its_case_blanks_underscores_and_unit(written):
    layout = laid([*HEADER[:2], written, *HEADER[3:]], SELABATU)
    assert layout.columns["jumlah_tps"] == 2 and not layout.findings


@pytest.mark.parametrize("written", ["Nilai NPHD", "nilai_nphd", "Nilai NPHD (Rp.)", "NILAI NPHD (dalam rupiah)"])
def test_a_unit_in_the_contract_need_not_be_typed(written):
    layout = laid(["Penerima", "Nomor NPHD", written, "Tanggal Data"], ["KPU", "01", 5, "4/11/2024"], contract=GRANTS)
    assert layout.rows[0].cells["nilai_nphd"] == 5 and not layout.findings


@pytest.mark.parametrize(
    "written",
    [
        "Nilai NPHD (ribu)", "Nilai NPHD (Rp juta)", "Nilai NPHD (dalam ribuan)", "Nilai NPHD (miliar)",
        "Nilai NPHD (Rp) (jutaan)", "Nilai NPHD (Rp 000)", "Nilai NPHD (x1.000)", "Nilai NPHD (Rp M)",
        "Nilai NPHD dalam juta rupiah", "nilai_nphd [milyar]",
    ],
)  # fmt: skip
def test_a_title_that_names_a_scale_makes_its_column_unread(written):
    layout = laid(["Penerima", "Nomor NPHD", written, "Tanggal Data"], ["KPU", "01", 5, "4/11/2024"], contract=GRANTS)
    assert told(layout) == [("C1", "nilai_nphd", "tolak")]
    assert layout.unread == ("nilai_nphd",) and "nilai_nphd" not in layout.columns
    assert "nilai_nphd" not in layout.rows[0].cells and not layout.missing
    assert layout.findings[0].written == written


def test_a_scale_in_the_row_of_units_or_in_the_upper_row_counts_too():
    units = laid(["Penerima", "Nomor NPHD", "Nilai NPHD", "Tanggal Data"], [None, None, "(Rp juta)"],
                 ["KPU", "01", 5, "4/11/2024"], contract=GRANTS)  # fmt: skip
    assert units.unread == ("nilai_nphd",) and units.header_rows == (1, 2) and data(units) == [3]
    upper = laid(["Penerima", "Nomor NPHD", "Nilai (ribuan)", "Tanggal"], [None, None, "NPHD", "Data"],
                 ["KPU", "01", 5, "4/11/2024"], contract=GRANTS)  # fmt: skip
    assert upper.unread == ("nilai_nphd",) and upper.columns["tanggal_data"] == 3


def test_a_scale_above_the_table_is_told_but_read():
    layout = laid(["HIBAH"], ["(dalam jutaan rupiah)"],
                  ["Penerima", "Nomor NPHD", "Nilai NPHD", "Tanggal Data"],
                  ["KPU", "01", 5, "4/11/2024"], contract=GRANTS)  # fmt: skip
    assert told(layout) == [("A2", None, "periksa")] and data(layout) == [4]


def test_a_header_in_two_rows_is_put_together():
    layout = laid(
        ["Kecamatan", "Kelurahan", "Jumlah", "DPT", None, "DPTb", "Tanggal", "Keterangan"],
        [None, None, "TPS", "Laki-laki", "Perempuan", None, "Data", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
        SELABATU,
    )
    assert layout.header_rows == (1, 2) and not layout.findings and data(layout) == [4]
    assert list(layout.columns) and sorted(layout.columns.values()) == list(range(8))


def test_group_titles_above_a_whole_header_are_a_title_row():
    layout = laid(["WILAYAH", None, "PEMILIH"], HEADER, SELABATU)
    assert layout.header_rows == (2,) and reasons(layout) == {1: "judul", 2: "kepala"}


def test_the_row_under_a_header_with_a_slip_stays_data():
    layout = laid([*HEADER[:2], "Jumlha TPS", *HEADER[3:]], SELABATU, CISARUA)
    assert layout.header_rows == (1,) and data(layout) == [2, 3]


def test_the_header_printed_again_on_the_next_page_is_no_data_and_does_not_move_the_table():
    layout = laid([*HEADER[:2], "Jumlha TPS", *HEADER[3:]], SELABATU, [*HEADER[:2], "Jumlha TPS", *HEADER[3:]], CISARUA)
    assert layout.header_rows == (1,) and data(layout) == [2, 4] and reasons(layout)[3] == "kepala"
    mended = laid([*HEADER[:2], "Jumlha TPS", *HEADER[3:]], SELABATU, HEADER, CISARUA)
    assert mended.header_rows == (1,) and {2, 4} <= set(data(mended))


def test_lines_above_the_table_that_name_a_column_or_two_are_no_header():
    layout = laid(["Kecamatan", "Cikole", "Kelurahan", "Selabatu"], ["Tanggal Data", "4/11/2024"], HEADER, SELABATU)
    assert layout.header_rows == (3,) and data(layout) == [4]


def test_columns_may_stand_in_any_order():
    layout = laid(HEADER[::-1], SELABATU[::-1])
    assert layout.rows[0].cells == dict(zip(PLACES.columns, SELABATU, strict=True))


def test_without_a_header_rows_are_kept_but_have_no_cells():
    layout = laid(["REKAP"], [], SELABATU, ["(1)", "(2)"], CISARUA)
    assert (layout.status, layout.found, layout.columns) == ("tanpa_kepala", False, {})
    assert data(layout) == [3, 5] and layout.rows[0].cells == {}
    assert told(layout) == [(None, None, "tolak")]
    assert layout.findings[0].example == "Kecamatan, Kelurahan, Jumlah TPS, DPT Laki-laki"


def test_an_empty_tab_is_told_as_empty():
    layout = laid()
    assert not layout.found and layout.findings[0].why == "Tab ini kosong."


def test_a_header_without_rows_below_is_a_table_without_rows():
    layout = laid(["REKAP"], HEADER)
    assert layout.found and layout.rows == () and layout.findings == ()


def test_a_sheet_sorted_together_with_its_header_keeps_its_rows():
    layout = laid(SELABATU, CISARUA, HEADER)
    assert layout.header_rows == (3,) and data(layout) == [1, 2]
    assert [note.weight for note in layout.findings] == ["periksa"]


# --- columns that are missing, unknown, doubled


def test_a_missing_required_column_proposes_the_nearest_header_once():
    layout = laid([*HEADER[:2], "Jumlha TPS", *HEADER[3:]], SELABATU)
    [note] = layout.findings
    assert (note.cell, note.column, note.written, note.weight) == ("C1", "jumlah_tps", "Jumlha TPS", "tolak")
    assert "“Jumlah TPS”" in note.write and note.example == "Jumlah TPS" and layout.missing == ("jumlah_tps",)


@pytest.mark.parametrize("written", ["TPS total", "data (tanggal)", "Tanggal?", "Tanggal data terakhir"])
def test_a_title_in_other_words_is_proposed_for_the_only_column_it_can_mean(written):
    """ "TPS total" shares no whole title with "Jumlah TPS", so that one is only told as missing."""
    place = HEADER.index("Tanggal Data") if "anggal" in written else HEADER.index("Jumlah TPS")
    layout = laid([*HEADER[:place], written, *HEADER[place + 1 :]], SELABATU)
    assert [note.written for note in layout.findings if note.weight == "tolak"] == (
        [None] if "total" in written else [written]
    )


def test_a_missing_required_column_without_a_near_header_is_told_at_the_header_row():
    layout = laid(["REKAP"], HEADER[:6], SELABATU[:6])
    assert [(note.row, note.column, note.cell) for note in layout.findings] == [(2, "tanggal_data", None)]
    assert layout.missing == ("tanggal_data", "keterangan")


def test_an_unknown_column_is_only_noted_and_a_near_miss_of_an_optional_one_proposed():
    header_row = ["No", *HEADER[:5], "DPTTb", *HEADER[6:]]
    layout = laid(header_row, [1, *SELABATU])
    assert told(layout) == [("A1", None, "info"), ("G1", "dptb", "info")]
    assert "“DPTb”" in layout.findings[1].write and layout.columns["kecamatan"] == 1


def test_a_column_that_holds_something_but_has_no_title_is_noted():
    layout = laid(HEADER, [*SELABATU, "x"], [*CISARUA, None, None])
    assert told(layout) == [("I1", None, "info")]


def test_a_doubled_column_counts_by_its_first_if_the_second_adds_nothing():
    for second in ([None, None], ["17", "15"], ["17", None], ["17 ", "\u200b"]):
        layout = laid([*HEADER, "jumlah_tps"], [*SELABATU, second[0]], [*CISARUA, second[1]])
        assert layout.columns["jumlah_tps"] == 2 and told(layout) == [("I1", "jumlah_tps", "info")]


@pytest.mark.parametrize("second", ["18", 17, 17.0, True])
def test_a_doubled_column_with_another_content_is_unread(second):
    layout = laid([*HEADER, "JUMLAH TPS"], [*SELABATU, second], [*CISARUA, "15"])
    assert layout.unread == ("jumlah_tps",) and told(layout) == [("I1", "jumlah_tps", "tolak")]
    assert "C dan I" in layout.findings[0].why


def test_what_a_doubled_column_holds_in_layout_rows_does_not_matter():
    layout = laid([*HEADER, "Jumlah TPS"], [*SELABATU, "17"], ["JUMLAH", None, "17", None, None, None, None, None, "x"])
    assert layout.columns["jumlah_tps"] == 2


# --- rows


def test_each_kind_of_layout_row_has_its_reason():
    layout = laid(
        ["REKAPITULASI"], [], HEADER, [f"({n})" for n in range(1, 9)], ["A. TPS"], SELABATU,
        [None, "\u00a0", "\u200b"], ["JUMLAH", None, "32"], CISARUA, ["Total", None, "32", "8.000"],
        ["Sukabumi, 4 November 2024", None, None, "Kepala Bidang"], [None, "(tanda tangan)"],
    )  # fmt: skip
    assert data(layout) == [6, 9]
    assert reasons(layout) == {
        1: "judul", 2: "kosong", 3: "kepala", 4: "penomoran", 5: "satu sel", 7: "kosong", 8: "jumlah",
        10: "jumlah",
        11: "tanda tangan", 12: "satu sel",
    }  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        ["JUMLAH", None, 32, 9], ["Jumlah:", None, 32], ["SUB TOTAL", None, 32], ["Subtotal", None, 32],
        ["Sub-Total", "-", 32], ["J U M L A H", None, 32], [None, "TOTAL", 32],
        [" \u00a0total ", "Total", 32],
        ["Jumlah Kec. Cikole", None, 32], [None, "Jumlah Kec. Cikole", 32], ["(Jumlah)", None, 32],
        ["Cikole", "JUMLAH", 17],
    ],
)  # fmt: skip
def test_a_total_is_layout_in_the_middle_too(row):
    assert data(laid(HEADER, SELABATU, row, CISARUA)) == [2, 4]


@pytest.mark.parametrize(
    "row",
    [
        ["JUMLAH", "Selabatu", 17], ["Jumlahan", None, 17],
        [None, None, 17, "Total"],
        [None, None, 17, 4012], ["Cikole", None, 17, 4012, 4058], ["Totalindo", None, 3],
    ],
)  # fmt: skip
def test_what_does_not_begin_as_a_total_or_has_a_key_is_data(row):
    assert data(laid(HEADER, SELABATU, row, CISARUA)) == [2, 3, 4]


@pytest.mark.parametrize(
    "row",
    [
        ["(1)", "(2)", "(3)"], ["1", "2", "3", "4"], [1, 2, 3, 4, 5, 6, 7, 8],
        ["(1)", None, "(3)", "(4=2+3)"],
        ["'(1)", "( 2 )", "(3)"], [None, "(1)", "(2)"],
        ["(2)", "(1)", "(3)"],  # a column was moved, and its number with it
    ],
)  # fmt: skip
def test_numbering_is_layout(row):
    assert reasons(laid(HEADER, row, SELABATU))[2] == "penomoran"


@pytest.mark.parametrize(
    "row", [["1", "2"], [3, 4, 5, 6], ["(3)", "(1)", "(7)"], [True, 2, 3, 4], ["1", "2", "x", "4"]]
)
def test_numbers_that_do_not_count_are_data(row):
    assert data(laid(HEADER, row, SELABATU)) == [2, 3]


def test_a_row_of_one_filled_cell_is_layout_and_of_two_in_the_middle_data():
    assert data(laid(HEADER, SELABATU, ["II."], ["Cikole", "Cisarua"], [None, None, "5"], CISARUA)) == [
        2,
        4,
        6,
    ]


def test_two_filled_cells_after_the_last_full_row_are_a_signature_even_in_the_key():
    layout = laid(HEADER, SELABATU, ["Cikole", "Cisarua", "5"], [None, "Ketua", None, None, "Sekretaris"])
    assert reasons(layout) == {1: "kepala", 4: "tanda tangan"} and data(layout) == [2, 3]
    assert data(laid(HEADER, [None, "Ketua", "Sekretaris"], SELABATU, [None, "Cisarua", "x"])) == [2, 3]
    assert data(laid(HEADER, SELABATU, [None, "Cisarua", "5"])) == [2, 3]  # a key with a figure is no signature


def test_without_any_full_row_the_header_is_the_last_one():
    layout = laid(HEADER, ["Cikole", "Selabatu"], ["Sukabumi", None, "Ketua"])
    assert set(reasons(layout).values()) == {"kepala", "tanda tangan"}


def test_without_any_required_column_no_row_is_taken_for_a_signature():
    assert data(laid(["DPTb", "Keterangan"], ["3", "x"], ["4", "y"])) == [2, 3]


def test_a_row_with_a_blank_key_is_data():
    assert data(laid(HEADER, ["Cikole", None, "17", "4.012", "4.058", None, "4/11/2024"], SELABATU)) == [2, 3]


@pytest.mark.parametrize("word", ["nihil", "Nihil.", " NIHIL\u00a0", "tidak ada", "tdk ada"])
def test_a_row_that_reports_nihil_is_data_wherever_it_stands(word):
    nihil = [None, word, None, None, None, None, "4/11/2024"]
    assert data(laid(HEADER, nihil)) == [2]
    assert data(laid(HEADER, SELABATU, nihil, ["Sukabumi", None, "Ketua"])) == [2, 3]
    assert data(laid(HEADER, [None, "nihilisme", "x"])) == []


def test_a_lone_nihil_reports_nothing_and_that_is_told():
    layout = laid(HEADER, [None, "NIHIL"])
    assert data(layout) == [] and reasons(layout)[2] == "satu sel"
    assert told(layout) == [("B2", None, "tolak")] and "tanggal data" in layout.findings[0].write
    assert told(laid(HEADER, [None, "nihil"], SELABATU)) == [("B2", None, "periksa")]


def test_only_the_kecamatan_is_filled_down_and_only_on_rows_of_data():
    layout = laid(
        HEADER, [None, *CISARUA[1:]], SELABATU, ["I. BAROS"], ["\u00a0", "Cisarua", None, "1", "2"],
        ["JUMLAH", None, "5"], [None, "Gunungparang", "3", "4", "5", None, "4/11/2024"],
        ["Baros", "Baros", "1", "2", "3"],
        [None, "Sudajaya Hilir", "1", "2", "3"],
    )  # fmt: skip
    assert [row.cells["kecamatan"] for row in layout.rows] == [
        None,
        "Cikole",
        "Cikole",
        "Cikole",
        "Baros",
        "Baros",
    ]
    assert [row.filled_down for row in layout.rows] == [
        (),
        (),
        ("kecamatan",),
        ("kecamatan",),
        (),
        ("kecamatan",),
    ]
    assert layout.rows[2].cells["jumlah_tps"] is None
    assert laid(["Penerima", "Nomor NPHD", "Tanggal Data"], ["KPU", "1", "x"], [None, "2", "x"],
                contract=GRANTS).rows[1].cells["penerima"] is None  # fmt: skip


def test_typed_cells_pass_through_as_they_are():
    typed = ["Cikole", "Selabatu", 17, 4012.5, True, None, dt.date(2024, 11, 4), " a\nb "]
    assert list(laid(HEADER, typed).rows[0].cells.values()) == typed


# --- any messy sheet

TOTALS = ("JUMLAH", "Sub Total", "total:")
LINES = st.sampled_from(
    [
        [], [None, "\u00a0"], ["A. TPS"], [None, None, "II."], [f"({n})" for n in range(1, 9)], *TOTALS,
    ]
)  # fmt: skip
TITLES = st.lists(st.sampled_from([["REKAPITULASI"], [], ["Kota", None, "2024"], ["Kecamatan", "Semua"]]), max_size=4)
ENDS = st.lists(
    st.sampled_from([["Sukabumi, 4 November 2024", "Ketua"], [], [None, "(tanda tangan)"],
    [None, "Kabid", None, "NIP"]]),
    max_size=4,
)  # fmt: skip
CELL = st.one_of(st.integers(0, 999), st.sampled_from(["1.234", "-", "x", 0.5, True, dt.date(2024, 11, 4)]))


def total_line(names, word):
    """The word in the first column, sums in those of numbers; the key stays blank."""
    sums = [551 if name in ("jumlah_tps", "dpt_laki_laki", "dpt_perempuan") else None for name in names]
    return [word, *sums[1:]]


@st.composite
def messy_sheets(draw):
    names = draw(st.permutations(list(PLACES.columns)))
    extra = draw(st.lists(st.sampled_from(["No", "Catatan Operator", None]), max_size=2))
    titles = [PLACES.columns[name].title for name in names]
    if draw(st.booleans()):
        heads = [[*titles, *extra]]
    else:
        heads = [[title.rpartition(" ")[0] or title for title in titles],
                 [title.rpartition(" ")[2] if " " in title else None for title in titles]]  # fmt: skip
        extra = []
    if draw(st.booleans()):
        heads.append([f"({n})" for n in range(1, len(titles) + 1)])
    body, planted = [], {}
    for serial in range(draw(st.integers(1, 8))):
        body += [total_line(names, line) if line in TOTALS else line for line in draw(st.lists(LINES, max_size=2))]
        cells = {name: draw(CELL) for name in names} | {
            "kecamatan": "Cikole",
            "kelurahan": f"Kelurahan {serial}",
        }
        cells |= {"dptb": draw(st.sampled_from([None, 3])), "keterangan": None}
        merged = serial > 0 and draw(st.booleans())
        typed = cells | ({"kecamatan": None} if merged else {})
        row = [*(typed[name] for name in names), *(draw(st.sampled_from([None, "k"])) for _ in extra)]
        planted[f"Kelurahan {serial}"] = (len(body), cells)
        body.append(row)
    above = [*draw(TITLES), *heads]
    rows = [*above, *body, total_line(names, draw(st.sampled_from(TOTALS))), *draw(ENDS)]
    return rows, {len(above) + at + 1: cells for at, cells in planted.values()}


@settings(max_examples=250, deadline=None)
@given(messy_sheets())
def test_every_planted_row_of_a_messy_sheet_comes_out_exactly_once_and_nothing_else(sheet):
    rows, planted = sheet
    layout = laid(*rows)
    assert {row.number: dict(row.cells) for row in layout.rows} == planted
    assert len(layout.rows) == len(planted)
    assert not [note for note in layout.findings if note.weight == "tolak"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.none(), CELL, st.text(max_size=6),
                           st.sampled_from([*HEADER, "JUMLAH", "nihil", "(ribu)"])),
                 max_size=9),
        max_size=9,
    )
)  # fmt: skip
def test_the_count_closes_for_any_sheet_whatever(rows):
    layout = laid(*rows)
    assert set(layout.columns).isdisjoint(layout.unread) and set(layout.columns).isdisjoint(layout.missing)
    assert all(set(row.cells) == set(layout.columns) for row in layout.rows)
    for note in layout.findings:
        assert note.weight in ("tolak", "periksa", "info")
        assert note.why.endswith(".") and not note.write.endswith(".")


@pytest.mark.panjang
@pytest.mark.flaky(reruns=2)  # a ratio of processor times, which a neighbour can upset
@pytest.mark.parametrize("head", [[HEADER], []], ids=["with a header", "without"])
def test_the_work_grows_with_the_rows_and_not_faster(head):
    def seconds(count):
        rows = [[*SELABATU[:1], f"Kelurahan {n}", *SELABATU[2:]] for n in range(count)]
        before = time.process_time()
        assert len(laid(*head, *rows).rows) == count
        return time.process_time() - before

    assert seconds(40_000) < 20 * max(seconds(5_000), 0.02), "eight times the rows"


# --- tabs

TABS = {"pemilih_tps": "Pemilih TPS", "distribusi": "Distribusi", "hibah": "Hibah"}


def tabs(*titles):
    return [Tab(title, [], None) for title in titles]


@pytest.mark.parametrize("title", ["pemilih_tps", "Pemilih TPS", " PEMILIH  TPS\u00a0", "pemilihtps"])
def test_a_tab_is_known_by_its_code_or_title(title):
    assert match_tab(title, TABS) == "pemilih_tps"


@pytest.mark.parametrize("title", ["Salinan dari Pemilih TPS", "Pemilih TPS (2)", "Pemilih", ""])
def test_a_tab_of_another_title_is_not_taken(title):
    assert match_tab(title, TABS) is None


def test_all_tabs_in_place_tell_nothing():
    given_tabs = tabs("Hibah", "distribusi", "Pemilih TPS")
    found, notes = recognise_tabs(given_tabs, TABS)
    assert found == {"hibah": given_tabs[0], "distribusi": given_tabs[1], "pemilih_tps": given_tabs[2]}
    assert found["hibah"] is given_tabs[0] and notes == []


@pytest.mark.parametrize(
    "title",
    [
        "Salinan dari Hibah",
        "Copy of hibah",
        "Salinan dari Salinan dari Hibah",
        "Hibah (2)",
        "Hibah - Copy",
        "SALINAN HIBAH",
    ],
)
def test_a_copy_is_noted_as_a_copy(title):
    found, [note] = recognise_tabs(tabs(title, *TABS), TABS)
    assert found["hibah"].title == "hibah"
    assert (note.tab, note.written, note.weight) == (
        None,
        title,
        "info",
    ) and "salinan dari tab Hibah" in note.why


@pytest.mark.parametrize(
    "title", ["Salinan dari Distribusi", "Distribusi Logistik", "Distribsi", "KPU Kota - Distribusi"]
)
def test_a_missing_tab_proposes_the_nearest_one_but_does_not_take_it(title):
    found, [note] = recognise_tabs(tabs("Pemilih TPS", title, "Hibah"), TABS)
    assert "distribusi" not in found
    assert (note.tab, note.written, note.weight, note.example) == ("distribusi", title, "tolak", "Distribusi")


def test_a_missing_tab_without_a_near_one_and_an_unknown_tab_are_told_apart():
    _, notes = recognise_tabs(tabs("Pemilih TPS", "Hibah", "Lembar1"), TABS)
    assert [(note.tab, note.written, note.weight) for note in notes] == [
        ("distribusi", None, "tolak"), (None, "Lembar1", "info"),
    ]  # fmt: skip


def test_of_two_tabs_for_one_code_the_first_counts_and_the_other_is_told():
    given_tabs = tabs("Hibah", "hibah", "Distribusi", "Pemilih TPS")
    found, [note] = recognise_tabs(given_tabs, TABS)
    assert found["hibah"] is given_tabs[0]
    assert (note.written, note.weight) == ("hibah", "tolak")


# --- addresses


@pytest.mark.parametrize(
    ("index", "row", "address"),
    [(0, 1, "A1"), (3, 17, "D17"), (25, 2, "Z2"), (26, 2, "AA2"), (701, 1, "ZZ1"), (702, 9, "AAA9")],
)
def test_an_address_is_that_of_a_spreadsheet(index, row, address):
    assert a1(index, row) == address


def test_a_title_that_is_prose_is_no_title():
    assert (
        header.find([["Kecamatan " * 40, "Kelurahan " * 40]], {"a": "Kecamatan " * 40, "b": "Kelurahan " * 40}) is None
    )
