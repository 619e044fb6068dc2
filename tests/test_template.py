"""The template of a spreadsheet: what it offers is what the reader takes, as a workbook and as what Google is asked."""

import datetime as dt
import string
from dataclasses import replace

import gspread
import openpyxl
import pytest
from gspread.urls import SPREADSHEETS_API_V4_BASE_URL

from monev import sheets
from monev.contract import contracts
from monev.reading import cells, choice_texts, layout, reader
from monev.reading.cells import Places
from monev.run.commands import template_plan, template_xlsx
from monev.run.commands.template_google_changes import FIELDS, VALUES, changes, existing, ranges
from monev.run.commands.template_google_requests import PROTECTED
from monev.settings import CONTRACTS, REFERENCE
from monev.sheets import CHOICES_TAB, Tab
from tests.google import account, book, description, sheets as stand_in
from tests.google.standin import Google

AGENCIES = contracts.load(CONTRACTS)
PLACES = Places.load(REFERENCE)
LABELS = contracts.labels(CONTRACTS)
PLANS = {agency: template_plan.plan(one, PLACES, LABELS) for agency, one in AGENCIES.items()}
COLUMNS = [
    (agency, code, name)
    for agency, one in AGENCIES.items()
    for code, tab in one.tabs.items()
    for name in tab.columns
]  # fmt: skip
WITH_LIST = [where for where in COLUMNS if PLANS[where[0]].sheets[where[1]].columns[where[2]].choices]


def planned(agency, code, name):
    return PLANS[agency].sheets[code].columns[name]


def declared(agency, code, name):
    return AGENCIES[agency].tabs[code].columns[name]


# --- what a column offers ---


@pytest.mark.parametrize("where", WITH_LIST, ids=".".join)
def test_every_text_of_a_drop_down_is_read_as_what_it_stands_for(where):
    column = declared(*where)
    texts = [text for text in planned(*where).choices if text != choice_texts.NIHIL]
    read = [cells.read(text, column, PLACES) for text in texts]
    assert {one.state for one in read} == {"dibaca"}
    meant = {
        "pilihan": list(column.options),
        "yt": [True, False],
        "kec": [*PLACES.kecamatan, *[cells.CITYWIDE] * column.citywide],
        "kel": [*PLACES.kelurahan, *[cells.CITYWIDE] * column.citywide],
    }
    assert [one.value for one in read] == meant[column.type]


def test_choices_places_and_yes_or_no_have_a_drop_down_and_nothing_else_has():
    kinds = {declared(*where).type for where in WITH_LIST}
    others = {declared(*where).type for where in COLUMNS if where not in WITH_LIST}
    assert kinds == {"pilihan", "kec", "kel", "yt"}
    assert others == {"majemuk", "bil", "rp", "tgl", "teks", "bulan"}


def test_a_choice_is_offered_by_its_label_only_where_the_reader_takes_it():
    assert planned("kpu", "sosialisasi", "bentuk").choices[8] == "Penertiban APK"
    assert planned("bpkpd", "nphd", "penerima").choices[:2] == ("KPU", "Bawaslu")
    duga = planned("bawaslu", "penanganan", "pokok_dugaan").choices
    assert duga[1] == "Kampanye luar jadwal", "its label is longer than its code and would not be read"
    assert {"APK", "SARA hoaks"} <= set(duga), "abbreviations keep their capitals"
    assert planned("bawaslu", "tps_rawan", "kode_indikator").choices[:2] == ("1.1", "1.2")


def test_only_where_a_choice_looks_like_a_number_does_the_drop_down_merely_warn():
    lenient = {where[2] for where in WITH_LIST if not planned(*where).strict}
    assert lenient == {"kode_indikator"}


def tab_of(agency, code, *rows):
    sheet = PLANS[agency].sheets[code]
    return Tab(sheet.title, [[column.title for column in sheet.columns.values()], *rows], None)


def row_of(agency, code, **typed):
    return [typed.get(name) for name in PLANS[agency].sheets[code].columns]


def test_nihil_is_offered_where_an_empty_list_is_told_and_reported_by_it():
    offering = [where for where in WITH_LIST if choice_texts.NIHIL in planned(*where).choices]
    assert ("bpkpd", "nphd", "penerima") in offering
    for agency, code, name in offering:
        tab = tab_of(agency, code, row_of(agency, code, **{name: choice_texts.NIHIL}, tanggal_data="4 November 2024"))
        read = reader.read_tab(tab, AGENCIES[agency].tabs[code], PLACES)
        assert read.empty and not read.findings, (agency, code)
    firsts = {(agency, code, tab.key[0]) for agency, one in AGENCIES.items() for code, tab in one.tabs.items()}
    every = {(agency, code) for agency, one in AGENCIES.items() for code, tab in one.tabs.items() if tab.all_kelurahan}
    assert set(offering) == {where for where in firsts & set(WITH_LIST) if where[:2] not in every}


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_header_is_recognised_as_it_is_written(agency):
    for code, tab in AGENCIES[agency].tabs.items():
        laid = layout.lay_out(tab_of(agency, code), tab)
        assert list(laid.columns) == list(tab.columns)
        assert not laid.findings and not laid.missing and not laid.unread


def test_text_is_kept_as_text_and_only_figures_and_dates_are_not():
    formats = {}
    for where in COLUMNS:
        formats.setdefault(planned(*where).format, set()).add(declared(*where).type)
    assert formats == {
        template_plan.NUMBER: {"bil", "rp"},
        template_plan.DATE: {"tgl"},
        template_plan.TEXT: {"teks", "pilihan", "majemuk", "kec", "kel", "yt", "bulan"},
    }


# --- what a column's note says ---


def test_a_note_says_what_it_means_what_to_write_an_example_and_whether_it_must_be_filled():
    assert planned("kpu", "pemilih_tps", "dpt_laki_laki").note.splitlines() == [
        "Pemilih laki-laki dalam DPT.",
        "Isi: bilangan bulat.",
        "Contoh: 4.012",
        "Wajib diisi.",
    ]
    assert planned("kpu", "pemilih_tps", "dptb").note.endswith("\nBoleh kosong.")


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (("kpu", "logistik_gudang", "tanggal_terima"), "Wajib diisi bila Jumlah Diterima lebih dari 0."),
        (("kpu", "distribusi", "keterangan"), "Wajib diisi bila Kendala bukan “Tidak ada”."),
        (("bpkpd", "pencairan", "nomor_sp2d"), "Wajib diisi bila Status berisi “Cair”."),
        (
            ("bawaslu", "penanganan", "tanggal_registrasi"),
            "Wajib diisi bila Status berisi “Diregistrasi”, “Klarifikasi”, atau “Gakkumdu”.",
        ),
    ],
)
def test_a_condition_is_told_in_words(where, told):
    assert told in planned(*where).note.splitlines()


def test_several_choices_are_listed_in_the_note_and_parted_by_a_semicolon():
    note = planned("kesbangpol", "kejadian", "aktor").note
    assert "Isi: beberapa pilihan, dipisah titik koma." in note
    texts = note.partition("Pilihan:\n")[2].splitlines()
    [read] = [cells.read("; ".join(texts), declared("kesbangpol", "kejadian", "aktor"), PLACES)]
    assert read.value == declared("kesbangpol", "kejadian", "aktor").options


def test_a_code_that_does_not_say_its_meaning_has_it_in_the_note():
    assert "7.3: Rawan bencana" in planned("bawaslu", "tps_rawan", "kode_indikator").note
    assert "Arti pilihan" not in planned("kpu", "logistik_gudang", "satuan").note


def test_the_first_column_also_says_what_the_tab_is_for():
    sheet = PLANS["kpu"].sheets["hibah"]
    notes = [column.note for column in sheet.columns.values()]
    assert [note.startswith(f"Tab ini: {sheet.meaning}\n") for note in notes] == [True] + [False] * (len(notes) - 1)


def test_a_tab_of_every_kelurahan_begins_with_a_row_for_each_and_no_other_tab_has_rows():
    assert PLANS["kpu"].sheets["pemilih_tps"].prefill == {
        "kecamatan": tuple(PLACES.home.values()), "kelurahan": tuple(PLACES.home),
    }  # fmt: skip
    filled = {code for one in PLANS.values() for code, sheet in one.sheets.items() if sheet.prefill}
    assert filled == {"pemilih_tps", "partisipasi", "potensi_konflik"}


# --- the workbook ---


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The folder with every agency's workbook."""
    folder = tmp_path_factory.mktemp("contoh")
    for agency, plan in PLANS.items():
        template_xlsx.write(plan, folder / f"{agency}.xlsx")
    return folder


def read_again(folder, agency):
    return reader.read(sheets.read_folder(folder, agency), AGENCIES[agency], PLACES)


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_reader_finds_nothing_to_mend_in_a_workbook_that_nobody_has_filled_in(written, agency):
    tabs, loose = read_again(written, agency)
    assert not loose
    for code, read in tabs.items():
        assert read.state == "ada" and not read.findings
        assert list(read.columns) == list(AGENCIES[agency].tabs[code].columns)
        assert not read.rows
        assert len(read.layout_rows) == (34 if AGENCIES[agency].tabs[code].all_kelurahan else 1)


@pytest.mark.parametrize("agency", AGENCIES)
def test_a_row_filled_in_as_the_notes_show_is_counted(written, tmp_path, agency):
    book = openpyxl.load_workbook(written / f"{agency}.xlsx")
    for code, tab in AGENCIES[agency].tabs.items():
        for index, column in enumerate(tab.columns.values(), start=1):
            read = cells.read(column.example, column, PLACES).value
            typed = read if isinstance(read, int | dt.date) and not isinstance(read, bool) else column.example
            book[PLANS[agency].sheets[code].title].cell(2, index).value = typed
    book.save(tmp_path / f"{agency}.xlsx")
    tabs, _ = read_again(tmp_path, agency)
    for read in tabs.values():
        [row] = read.counted
        assert not row.broken and row.number == 2
        assert not [found for found in read.findings if found.bobot == "tolak"]


def lists(book, ws):
    """Column letter -> the texts that its drop-down offers, wherever they stand, and the whole rule."""
    for rule in ws.data_validations.dataValidation:
        letter = str(rule.sqref).partition(":")[0].rstrip(string.digits)
        if rule.formula1.startswith('"'):
            assert len(rule.formula1) <= 257
            yield letter, tuple(rule.formula1.strip('"').split(",")), rule
        else:
            title, _, span = rule.formula1.rpartition("!")
            assert title == f"'{CHOICES_TAB}'"
            yield letter, tuple(cell.value for (cell,) in book[CHOICES_TAB][span.replace("$", "")]), rule


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_workbook_has_the_drop_downs_notes_and_formats_of_the_plan(written, agency):
    book = openpyxl.load_workbook(written / f"{agency}.xlsx")
    for sheet in PLANS[agency].sheets.values():
        ws = book[sheet.title]
        found = {letter: (texts, rule) for letter, texts, rule in lists(book, ws)}
        for cell, column in zip(ws[1], sheet.columns.values(), strict=True):
            assert (cell.value, cell.comment.text) == (column.title, column.note)
            texts, rule = found.pop(cell.column_letter, ((), None))
            assert texts == column.choices
            below = ws.column_dimensions[cell.column_letter]
            assert below.number_format == template_xlsx.FORMATS[column.format] and below.width == column.width
            if rule:
                assert str(rule.sqref) == f"{cell.column_letter}2:{cell.column_letter}1048576"
                assert rule.errorStyle == ("stop" if column.strict else "warning") and not rule.showDropDown
        assert not found


def test_long_lists_stand_on_a_hidden_tab_that_only_comes_along_where_it_is_needed(written):
    kpu = openpyxl.load_workbook(written / "kpu.xlsx")
    assert kpu.sheetnames == [*(sheet.title for sheet in PLANS["kpu"].sheets.values()), CHOICES_TAB]
    assert [ws.title for ws in kpu if ws.sheet_state != "visible"] == [CHOICES_TAB]
    assert CHOICES_TAB not in openpyxl.load_workbook(written / "bpkpd.xlsx").sheetnames


def test_the_header_is_kept_from_slips_and_every_other_cell_is_free(written):
    book = openpyxl.load_workbook(written / "kpu.xlsx")
    for sheet in PLANS["kpu"].sheets.values():
        ws = book[sheet.title]
        assert ws.protection.sheet and not ws.protection.password
        allowed = ("insertRows", "deleteRows", "insertColumns", "sort", "autoFilter", "formatCells", "formatColumns")
        assert not any(getattr(ws.protection, act) for act in allowed), "True would mean that it is forbidden"
        assert all(cell.protection.locked for cell in ws[1])
        assert not any(cell.protection.locked for row in ws.iter_rows(min_row=2) for cell in row if cell.value)
        free = sorted(
            (one.min, one.max) for one in ws.column_dimensions.values() if one.protection.locked is False
        )  # fmt: skip
        assert [first for first, _ in free] == list(range(1, len(sheet.columns) + 2))
        assert free[-1] == (len(sheet.columns) + 1, 16384)
        assert ws.auto_filter.ref.startswith("A1:"), "a protected sheet lets nobody add a filter of one's own"


def test_a_workbook_prints_on_landscape_pages_of_one_width_and_knows_its_language(written):
    book = openpyxl.load_workbook(written / "sekretariat.xlsx")
    assert (book.properties.title, book.properties.language) == ("Data monev Sekretariat", "id-ID")
    for ws in book:
        assert ws.freeze_panes == "A2" and ws.print_title_rows == "$1:$1"
        assert (ws.page_setup.orientation, ws.page_setup.fitToWidth, ws.page_setup.fitToHeight) == ("landscape", 1, 0)
        assert ws.sheet_properties.pageSetUpPr.fitToPage


def test_a_file_that_is_there_is_never_overwritten(tmp_path):
    path = tmp_path / "kpu.xlsx"
    path.write_bytes(b"isi lama")
    with pytest.raises(template_xlsx.TemplateError, match=r"^Berkas “kpu\.xlsx” sudah ada dan tidak ditimpa\."):
        template_xlsx.write(PLANS["kpu"], path)
    assert path.read_bytes() == b"isi lama"


def test_a_workbook_that_cannot_be_written_is_told_in_one_line(tmp_path):
    with pytest.raises(template_xlsx.TemplateError, match=r"^Nama berkas “kpu\.csv” perlu berakhiran \.xlsx\.$"):
        template_xlsx.write(PLANS["kpu"], tmp_path / "kpu.csv")
    with pytest.raises(template_xlsx.TemplateError, match="tidak dapat ditulis"):
        template_xlsx.write(PLANS["kpu"], tmp_path / "tidak ada" / "kpu.xlsx")
    long = replace(PLANS["kpu"].sheets["hibah"], title="Judul yang lebih panjang dari yang muat")
    with pytest.raises(template_xlsx.TemplateError, match="tidak dapat dipakai di Excel"):
        template_xlsx.write(replace(PLANS["kpu"], sheets={"hibah": long}), tmp_path / "kpu.xlsx")
    assert not list(tmp_path.iterdir())


def test_the_tab_of_choices_is_passed_over_and_a_tab_of_nearly_its_title_is_told():
    tabs = [Tab("Hibah", [], None), Tab(CHOICES_TAB, [["Cikole"]], None)]
    found, notes = layout.recognise_tabs(tabs, {"hibah": "Hibah"})
    assert list(found) == ["hibah"] and not notes
    _, [note] = layout.recognise_tabs([*tabs, Tab(f"{CHOICES_TAB} 2", [], None)], {"hibah": "Hibah"})
    assert note.written == f"{CHOICES_TAB} 2"
    found, _ = layout.recognise_tabs(tabs, {"hibah": "Hibah", "daftar": CHOICES_TAB})
    assert list(found) == ["hibah", "daftar"], "an agency may have declared a tab of that title"


# --- what Google is asked ---


def spreadsheet(tabs, locale="en_US", zone="America/New_York"):
    """A spreadsheet of the stand-in; title -> rows as typed."""
    moment = book.now()
    made = book.Book("1" * 44, {"title": "Data", "locale": locale, "timeZone": zone}, [], "writer", True, False,
                     moment, moment)  # fmt: skip
    for title, rows in tabs.items():
        made.add(title, rows)
    return made


def indonesian(tabs):
    return spreadsheet(tabs, "in_ID", "Asia/Jakarta")


def ask(one, method, query, body=None):
    """The stand-in's answer, with question and answer held to Google's own description."""
    method = f"sheets.spreadsheets.{method}"
    description.request("sheets", method, body, query)
    answer = stand_in.answer(method, one, {}, query, body)
    description.answer("sheets", method, answer, *query.get("fields", []))
    return answer


def values(one, titles):
    query = {name: [choice] for name, choice in VALUES.items()} | {"ranges": titles}
    return ask(one, "values.batchGet", query).get("valueRanges", [])


def seen(one):
    answer = ask(one, "get", {"fields": [FIELDS]})
    return existing(answer, values(one, ranges(answer)))


def prepare(one, plan):
    """One run of the template: look, decide, ask."""
    changed = changes(plan, seen(one))
    if changed.requests:
        ask(one, "batchUpdate", {}, {"requests": changed.requests})
    return changed


def only(agency, *codes):
    """The agency's plan with these tabs alone."""
    return replace(PLANS[agency], sheets={code: PLANS[agency].sheets[code] for code in codes})


def head(agency, code):
    return [column.title for column in PLANS[agency].sheets[code].columns.values()]


def read_from(one, agency):
    """What the product's own reader makes of it."""
    titles = [tab.title for tab in one.tabs]
    found = values(one, [f"'{title}'" for title in titles])
    tabs = [
        Tab(title, sheets.kept_rows(cells.get("values", []), title), None)
        for title, cells in zip(titles, found, strict=True)
    ]
    sheet = sheets.Spreadsheet(agency, tuple(tabs), one.properties["locale"], None, None)
    return reader.read(sheet, AGENCIES[agency], PLACES)


def kinds(changed):
    return [next(iter(one)) for one in changed.requests]


@pytest.mark.panjang
@pytest.mark.parametrize("agency", AGENCIES)
def test_a_new_spreadsheet_becomes_the_agencys_and_a_second_run_asks_for_nothing(agency):
    one = spreadsheet({"Sheet1": []})
    first = prepare(one, PLANS[agency])
    assert not first.left and len(first.done) == 2 + len(PLANS[agency].sheets)
    assert [tab.title for tab in one.tabs] == [sheet.title for sheet in PLANS[agency].sheets.values()]
    assert one.tabs[0].sheet_id == 0, "the tab that a new spreadsheet comes with is not left over"
    assert (one.properties["locale"], one.properties["timeZone"]) == ("in_ID", "Asia/Jakarta")
    tabs, loose = read_from(one, agency)
    assert not loose and not [read.findings for read in tabs.values() if read.findings]
    second = changes(PLANS[agency], seen(one))
    assert (second.requests, second.done, second.left) == ([], [], [])


def test_a_new_tab_has_notes_formats_drop_downs_a_frozen_and_a_protected_header():
    one = indonesian({"Lembar1": []})
    prepare(one, only("kpu", "pemilih_tps", "sosialisasi"))
    for tab, sheet in zip(one.tabs, only("kpu", "pemilih_tps", "sosialisasi").sheets.values(), strict=True):
        assert tab.properties["gridProperties"]["frozenRowCount"] == 1
        [protected] = tab.protected
        assert protected["warningOnly"] and protected["description"]
        assert protected["range"] == {"sheetId": tab.sheet_id, "startRowIndex": 0, "endRowIndex": 1}
        for index, column in enumerate(sheet.columns.values()):
            top, last = tab.marks[0, index], tab.marks[tab.row_count - 1, index]
            assert tab.rows[0][index] == column.title and top["note"] == column.note
            assert top["userEnteredFormat"]["textFormat"] == {"bold": True} and "dataValidation" not in top
            kind = last["userEnteredFormat"]["numberFormat"]["type"]
            assert kind == {"teks": "TEXT", "bilangan": "NUMBER", "tanggal": "DATE"}[column.format]
            rule = last.get("dataValidation", {"condition": {}})
            chosen = [value["userEnteredValue"] for value in rule["condition"].get("values", ())]
            assert chosen == list(column.choices)
            if column.format == "tanggal":
                assert rule["condition"] == {"type": "DATE_IS_VALID"} and not rule["strict"], "marked, not refused"
            if column.choices:
                assert rule["condition"]["type"] == "ONE_OF_LIST" and rule["showCustomUi"]
                assert rule["strict"] is column.strict
    voters, meetings = one.tabs
    assert [tuple(row[:2]) for row in voters.rows[1:]] == [(home, name) for name, home in PLACES.home.items()]
    assert len(meetings.rows) == 1, "no other tab has rows from the start"


def test_a_deleted_column_comes_back_at_the_end_and_whatever_was_typed_survives():
    sheet = PLANS["kpu"].sheets["hibah"]
    titles = [*head("kpu", "hibah")[1:], "Catatan kami"]
    filled = [45600, 10_000_000_000, 8_250_000_000, 45600, "", "", "lihat berkas", "", "tanpa judul"]
    one = indonesian({"Hibah": [titles, filled], "Rencana kami": [["apa saja", 1]]})
    own = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "milik kami"}]}, "strict": True}
    one.tabs[0].marks[1, 5] = {"dataValidation": own, "userEnteredFormat": {"textFormat": {"italic": True}}}
    one.tabs[0].marks[0, 0] = {"note": "catatan petugas"}
    before = one.copy()
    changed = prepare(one, only("kpu", "hibah"))
    assert not changed.left
    assert changed.done[0] == f"Menambahkan kolom “{head('kpu', 'hibah')[0]}” di kanan tab “Hibah”."
    tab, was = one.tabs[0], before.tabs[0]
    assert tab.rows[1:] == was.rows[1:]
    assert tab.rows[0] == [*titles, None, None, "Tahap Pencairan"], "to the right of all that is filled, titled or not"
    assert {at: mark for at, mark in tab.marks.items() if at[1] < 9} == was.marks
    assert tab.marks[0, 9]["note"] == sheet.columns["tahap_pencairan"].note
    assert tab.marks[1, 9]["dataValidation"]["strict"]
    assert (one.tabs[1].rows, one.tabs[1].marks) == (before.tabs[1].rows, {})
    assert not changes(only("kpu", "hibah"), seen(one)).requests
    tabs, _ = read_from(one, "kpu")
    assert "tahap_pencairan" in tabs["hibah"].columns


def test_a_deleted_tab_comes_back_and_the_others_are_left_as_they_are():
    one = indonesian({"Sheet1": []})
    prepare(one, PLANS["sekretariat"])
    del one.tabs[0]
    one.number()
    kept = one.copy()
    changed = prepare(one, PLANS["sekretariat"])
    assert changed.done == ["Menambahkan tab “Tindak Lanjut”."]
    assert [tab.title for tab in one.tabs] == ["Laporan Desk", "Peristiwa", "Tindak Lanjut"]
    assert one.tabs[0] == kept.tabs[0]


def test_columns_are_added_to_the_grid_where_it_is_too_narrow():
    one = indonesian({"Hibah": [["Tahap Pencairan", "Tanggal Masuk", "Milik kami"]]})
    one.tabs[0].resize(1000, 3)
    changed = prepare(one, only("kpu", "hibah"))
    assert "appendDimension" in kinds(changed)
    assert one.tabs[0].rows[0] == ["Tahap Pencairan", "Tanggal Masuk", "Milik kami", *head("kpu", "hibah")[2:]]
    assert one.tabs[0].column_count == 8
    assert not changes(only("kpu", "hibah"), seen(one)).requests


def test_a_header_written_their_own_way_further_down_counts_as_there():
    titles = [title.upper().replace(" ", "  ") for title in head("kpu", "hibah")]
    rows = [["DANA HIBAH"], [], ["per 4 November"], titles, ["Tahap 1", 45600, 1, 1, 45600]]
    one = indonesian({" hibah": rows})
    before = one.copy()
    changed = prepare(one, only("kpu", "hibah"))
    assert kinds(changed) == ["updateSheetProperties", "addProtectedRange"]
    assert one.tabs[0].properties["gridProperties"]["frozenRowCount"] == 4
    assert one.tabs[0].protected[0]["range"] == {"sheetId": 0, "startRowIndex": 3, "endRowIndex": 4}
    assert (one.tabs[0].rows, one.tabs[0].marks) == (before.tabs[0].rows, before.tabs[0].marks)
    assert not changes(only("kpu", "hibah"), seen(one)).requests


def test_a_header_of_other_titles_for_the_same_columns_lacks_nothing():
    other = [
        column.also[0] if column.also else column.title for column in AGENCIES["kpu"].tabs["hibah"].columns.values()
    ]
    assert other != head("kpu", "hibah")
    one = indonesian({"Hibah": [other, ["Tahap 1", 45600, 1, 1, 45600]]})
    changed = prepare(one, only("kpu", "hibah"))
    assert kinds(changed) == ["updateSheetProperties", "addProtectedRange"] and not changed.left
    assert one.tabs[0].rows[0] == other


@pytest.mark.parametrize(
    ("at", "title"), [(0, "Tahap"), (1, "Tanggal Masuk Rekening"), (2, "Dana Diterima"), (2, "Nilai Masuk (Rp)")]
)
def test_one_other_title_among_the_columns_is_no_missing_column(at, title):
    titles = head("kpu", "hibah")
    one = indonesian({"Hibah": [[*titles[:at], title, *titles[at + 1 :]], ["Tahap 1", 45600, 1, 1, 45600]]})
    changed = prepare(one, only("kpu", "hibah"))
    assert not changed.left and one.tabs[0].rows[0] == [*titles[:at], title, *titles[at + 1 :]]
    lost = indonesian({"Hibah": [[*titles[:at], *titles[at + 1 :]]]})
    assert titles[at] in prepare(lost, only("kpu", "hibah")).done[0]


def test_a_missing_column_fits_into_a_header_of_two_rows_with_units_under_it():
    rows = [
        ["Kecamatan", "Kelurahan", "Jumlah TPS", "DPT", "", "Tanggal Data"],
        ["", "", "", "Laki-laki", "Perempuan", ""],
        ["", "", "unit", "orang", "orang", "tanggal"],
        ["Cikole", "Selabatu", 17, 4012, 4058, 45600],
    ]
    one = indonesian({"Pemilih TPS": rows})
    plan = only("kpu", "pemilih_tps")
    prepare(one, plan)
    tabs, _ = read_from(one, "kpu")
    assert set(tabs["pemilih_tps"].columns) == set(plan.sheets["pemilih_tps"].columns)
    assert len(tabs["pemilih_tps"].counted) == 1
    assert one.tabs[0].rows[0][6:] == [*head("kpu", "pemilih_tps")[5:9], "Keterangan", "Sumber Dokumen"]
    assert one.tabs[0].properties["gridProperties"]["frozenRowCount"] == 3
    assert (2, 6) not in one.tabs[0].marks and (3, 6) in one.tabs[0].marks, "what is below the units is formatted"
    assert not changes(plan, seen(one)).requests


def test_a_tab_with_values_but_no_header_is_left_alone_and_told():
    one = indonesian({"Hibah": [["Tahap 1", 45600], ["Tahap 2", 45601]], "NPHD": []})
    before = one.copy()
    changed = prepare(one, only("kpu", "hibah"))
    assert not changed.requests and not changed.done
    assert changed.left == [
        "Tab “Hibah” sudah berisi, tetapi baris judul kolomnya tidak dikenali, jadi dibiarkan. "
        "Tulis judul setiap kolom dalam satu baris di atas isinya, lalu jalankan lagi."
    ]
    assert one.tabs == before.tabs


@pytest.mark.parametrize("title", ["Salinan dari Hibah", "Hibahh", "Dana Hibah - hibah"])
def test_beside_a_tab_that_is_likely_the_one_no_empty_one_is_put(title):
    one = indonesian({title: [head("kpu", "hibah")]})
    changed = prepare(one, only("kpu", "hibah"))
    assert not changed.requests
    [told] = changed.left
    assert f"“{title}”" in told and "“Hibah”" in told
    one.add("Hibah", [])
    assert prepare(one, only("kpu", "hibah")).done == ["Mengisi judul kolom di tab kosong “Hibah”."]
    assert one.tabs[1].rows[0] == head("kpu", "hibah")
    assert not changes(only("kpu", "hibah"), seen(one)).requests


def test_beside_a_title_that_is_likely_the_one_no_blank_column_is_put():
    titles = head("kpu", "hibah")
    one = indonesian({"Hibah": [["Tahap Pencairn", *titles[1:-1]], ["Tahap 1", 45600, 1, 1, 45600]]})
    changed = prepare(one, only("kpu", "hibah"))
    assert changed.left == [
        "Tab “Hibah”: kolom “Tahap Pencairan” belum ada, tetapi judul “Tahap Pencairn” di sel A1 mirip. "
        "Ganti judul itu bila itu yang dimaksud; bila bukan, tambahkan kolomnya."
    ]
    assert one.tabs[0].rows[0] == ["Tahap Pencairn", *titles[1:]], "what is missing for certain was added"
    again = changes(only("kpu", "hibah"), seen(one))
    assert not again.requests and again.left == changed.left


def test_a_freeze_and_a_protection_of_their_own_stay_as_they_are():
    one = indonesian({"Hibah": [["DANA HIBAH"], head("kpu", "hibah")]})
    one.tabs[0].properties["gridProperties"]["frozenRowCount"] = 1
    one.tabs[0].protected.append({"protectedRangeId": 7, "range": {"sheetId": 0}, "description": "hanya bendahara"})
    assert not changes(only("kpu", "hibah"), seen(one)).requests
    one.tabs[0].protected[0]["range"] = {"sheetId": 0, "startRowIndex": 2}
    assert kinds(changes(only("kpu", "hibah"), seen(one))) == ["addProtectedRange"]
    one.tabs[0].protected[0]["description"] = PROTECTED
    assert not changes(only("kpu", "hibah"), seen(one)).requests, "our own stays where an officer has put it"


def test_only_a_lone_default_tab_without_any_value_is_taken_for_the_first():
    for tabs in ({"Sheet1": [], "Sheet2": []}, {"Sheet1": [[]] * 200 + [["x"]]}, {"Anggaran": []}):
        one = indonesian(tabs)
        prepare(one, only("kpu", "hibah"))
        assert [tab.title for tab in one.tabs] == [*tabs, "Hibah"]
        assert [tab.rows for tab in one.tabs[:-1]] == list(tabs.values())


def test_a_small_empty_tab_is_made_large_enough_for_what_it_must_hold():
    one = indonesian({"Pemilih TPS": []})
    one.tabs[0].resize(1, 1)
    prepare(one, only("kpu", "pemilih_tps"))
    assert (one.tabs[0].row_count, one.tabs[0].column_count) == (34, 12)
    assert not changes(only("kpu", "pemilih_tps"), seen(one)).requests


def test_only_the_setting_that_is_wrong_is_set():
    plan = only("kpu", "hibah")
    for locale, zone, wrong in (
        ("in_ID", "Asia/Jakarta", {}),
        ("id_ID", "Asia/Jakarta", {}),
        ("en_US", "Asia/Jakarta", {"locale": "in_ID"}),
        ("in_ID", "Etc/GMT", {"timeZone": "Asia/Jakarta"}),
    ):
        one = spreadsheet({"Hibah": [head("kpu", "hibah")]}, locale, zone)
        asked = [request for request in changes(plan, seen(one)).requests if "updateSpreadsheetProperties" in request]
        assert [request["updateSpreadsheetProperties"]["properties"] for request in asked] == [wrong] * bool(wrong)


def test_a_sheet_that_is_a_chart_is_never_asked_for_cells_and_keeps_its_title():
    one = indonesian({"Hibah": [], "Lain": []})
    one.tabs[0].properties["sheetType"] = "OBJECT"
    assert ranges(ask(one, "get", {"fields": [FIELDS]})) == ["'Lain'"]
    changed = changes(only("kpu", "hibah"), seen(one))
    assert not changed.requests
    assert changed.left == ["Tab “Hibah” bukan tabel, jadi dibiarkan. Ganti judulnya, lalu jalankan lagi."]


def test_the_real_client_carries_it_out_over_the_wire_and_has_nothing_to_do_the_second_time(monkeypatch):
    with Google() as google:
        for name, value in google.environment.items():
            monkeypatch.setenv(name, value)
        file = google.add("sekretariat", {"Sheet1": []}, locale="en_US", role="writer")
        client = gspread.service_account_from_dict(google.key(), [account.WRITE]).http_client
        client.set_timeout(20)
        for times in (1, 2):
            answer = client.request("get", f"{SPREADSHEETS_API_V4_BASE_URL}/{file.id}", {"fields": FIELDS}).json()
            found = client.values_batch_get(file.id, ranges(answer), VALUES)["valueRanges"]
            changed = changes(PLANS["sekretariat"], existing(answer, found))
            if times == 1:
                client.batch_update(file.id, {"requests": changed.requests})
        assert not changed.requests and not changed.left
        titles = [tab.title for tab in google.book(file.id).tabs]
    assert titles == ["Tindak Lanjut", "Laporan Desk", "Peristiwa"]
