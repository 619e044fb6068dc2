"""A folder's files come back as they were typed, or with one sentence that says what to mend."""

import codecs
import csv
import datetime as dt
import io
import os
import random
import time
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings, strategies as st
from openpyxl.chart import BarChart
from openpyxl.worksheet.formula import ArrayFormula

from monev import sheets
from monev.sheets import SourceError, csv_insert, csv_read, is_blank, read_facts, read_folder, shown


def csv_tab(tmp_path, content, name="distribusi.csv"):
    folder = tmp_path / "kpu"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    [tab] = read_folder(tmp_path, "kpu").tabs
    return tab


def saved(tmp_path, *rows, name="kpu.xlsx"):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / name)
    return book


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def with_sheet_xml(tmp_path, cells, dimension="A1"):
    saved(tmp_path, ["x"])
    path = tmp_path / "kpu.xlsx"
    parts = parts_of(path)
    parts["xl/worksheets/sheet1.xml"] = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="{dimension}"/><sheetData>{cells}</sheetData></worksheet>'
    ).encode()
    repacked(path, parts)
    [tab] = read_folder(tmp_path, "kpu").tabs
    return tab.rows


def trouble(tmp_path, agency="kpu"):
    with pytest.raises(SourceError) as caught:
        read_folder(tmp_path, agency)
    assert "\n" not in str(caught.value) and str(caught.value).endswith(".")
    assert str(tmp_path) not in str(caught.value)
    return str(caught.value)


# --- CSV


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_cells_come_out_as_typed_whatever_sign_and_encoding(tmp_path, sign, encoding):
    rows = [
        ["Rekap – KPU"],
        ["Kelurahan", "Jumlah", "Catatan"],
        ["Selabatu", "1.234,00", "a, b; c\td\ne “f”"],
    ]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign).writerows(rows)
    assert csv_tab(tmp_path, out.getvalue().encode(encoding)).rows == rows


def test_every_csv_cell_is_text_and_an_empty_one_none(tmp_path):
    assert csv_tab(tmp_path, "a,b,c\n001,,TRUE\n").rows == [["a", "b", "c"], ["001", None, "TRUE"]]


def test_blank_rows_keep_their_place_and_blank_ends_are_cut(tmp_path):
    content = "a,b,,\n,,,\n\n1,,\u00a0,\n , ,\u200b,\n,,,\n"
    assert csv_tab(tmp_path, content).rows == [["a", "b"], [], [], ["1"]]


@pytest.mark.parametrize(
    ("content", "sign"),
    [
        ("Kota Sukabumi, Jawa Barat, Indonesia, 2024\nBulan;Tanggal Data\n2024-10;29 Okt 2024\n", ";"),
        ("a;b;c\n1,0;2,0;3,0\n1,0;2,0;3,0\n1,0;2,0;3,0\n", ";"),
        ("a;b;uraian\n1;2;satu, dua, tiga, empat, lima\n3;4;enam, tujuh\n", ";"),
        ('id,aktor,tingkat\n1,"a; b; c; d; e",x\n2,"a; b; c; d; e",y\n', ","),
        ("id,aktor,tingkat\n1,a; b,x\n2,c; d,y\n", ","),
        ("a\tb\n1,5\t2,5\n", "\t"),
        ("sendiri\n1\n", ","),
    ],
)
def test_the_sign_that_parts_cells_is_told_from_the_header(tmp_path, content, sign):
    widths = [len(row) for row in csv_tab(tmp_path, content).rows]
    assert widths == [len(next(csv.reader([line], delimiter=sign))) for line in content.splitlines()]


def test_the_line_in_which_excel_names_the_sign_is_no_row(tmp_path):
    assert csv_tab(tmp_path, "sep=;\r\na;b\r\n1,2;3\r\n").rows == [["a", "b"], ["1,2", "3"]]


@settings(max_examples=80, deadline=None)
@given(
    rows=st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ue000"), max_size=8),
                 min_size=6, max_size=6),
        min_size=1, max_size=6,
    ),
    sign=st.sampled_from(",;\t"),
)  # fmt: skip
def test_any_quoted_table_reads_back(rows, sign):
    header = ["kecamatan", "kelurahan", "jumlah", "tanggal", "status", "keterangan"]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    assert list(csv_read.rows(out.getvalue().encode())) == [header] + [[cell or None for cell in row] for row in rows]


def test_an_open_quote_is_told_instead_of_swallowing_the_rows_after_it(tmp_path):
    folder = tmp_path / "kpu"
    folder.mkdir()
    (folder / "hibah.csv").write_text('a,b\n1,2\n3,"empat\n5,6\n')
    assert trouble(tmp_path) == (
        'Berkas “kpu/hibah.csv” memuat tanda kutip (") yang tidak ditutup, mulai baris 3 berkas itu.'
    )
    (folder / "hibah.csv").write_text('a,b\n3,"empat\n' + "5,6\n" * 60_000)
    assert "tidak ditutup, mulai baris 2" in trouble(tmp_path)


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", "a,b\n".encode("utf-16-le"), b"a,b\n\x81\xff\n"])
def test_what_is_no_csv_text_is_told(tmp_path, content):
    (tmp_path / "kpu").mkdir()
    (tmp_path / "kpu" / "hibah.csv").write_bytes(content)
    assert trouble(tmp_path) == "Berkas “kpu/hibah.csv” bukan teks CSV. Simpan ulang sebagai CSV UTF-8."


def test_a_csv_file_without_content_is_an_empty_tab(tmp_path):
    assert csv_tab(tmp_path, "").rows == []
    assert csv_tab(tmp_path, "\ufeff").rows == []


def test_tabs_are_named_after_their_files_and_other_files_do_not_count(tmp_path):
    folder = tmp_path / "kpu"
    folder.mkdir()
    for name in (
        "Pemilih TPS.CSV",
        "hibah.csv",
        "catatan.txt",
        "._hibah.csv",
        ".~lock.hibah.csv#",
        "~$x.csv",
    ):
        (folder / name).write_text("a\n")
    sheet = read_folder(tmp_path, "kpu")
    assert (sheet.agency, sheet.locale, sheet.link) == ("kpu", None, None)
    assert [tab.title for tab in sheet.tabs] == ["hibah", "Pemilih TPS"]


# --- letters, and files that cannot be read


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_csv_file_in_utf_16_is_read_where_it_opens_with_its_mark(tmp_path, encoding):
    mark = b"" if encoding == "utf-16" else codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
    text = "Kelurahan\tJumlah\r\nSelabatu\t17\r\nCisarua – “b”\t\r\n"
    tab = csv_tab(tmp_path, mark + text.encode(encoding))
    assert tab.rows == [["Kelurahan", "Jumlah"], ["Selabatu", "17"], ["Cisarua – “b”"]]


@pytest.mark.parametrize("content", ["a,b\n".encode("utf-16")[:-1], codecs.BOM_UTF16_LE + b"\x00\xd8a\x00"])
def test_a_broken_file_in_utf_16_is_told(tmp_path, content):
    (tmp_path / "kpu").mkdir()
    (tmp_path / "kpu" / "hibah.csv").write_bytes(content)
    assert "Simpan ulang sebagai CSV UTF-8." in trouble(tmp_path)


@pytest.mark.parametrize("content", ["a\tb\r\n1\t2\r\n".encode("utf-16"), b"\xef\xbb\xbfa;b\n1;2\n"])
def test_lines_are_put_into_a_file_with_a_mark_as_into_any_other(content):
    assert list(csv_read.rows(csv_insert.inserted(content, 1, [["x", "ya – “z”"]]))) == [
        ["a", "b"], ["x", "ya – “z”"], ["1", "2"],
    ]  # fmt: skip


def test_a_csv_file_that_cannot_be_read_takes_its_own_tab_and_no_other(tmp_path):
    csv_tab(tmp_path, "a,b\n1,2\n")
    (tmp_path / "kpu" / "hibah.csv").write_text('a,b\n3,"empat\n')
    (tmp_path / "kpu" / "sosialisasi.csv").write_bytes(b"PK\x03\x04\x00\x00")
    sheet = read_folder(tmp_path, "kpu")
    assert [tab.title for tab in sheet.tabs] == ["distribusi"]
    assert [title for title, _ in sheet.unread] == ["hibah", "sosialisasi"]
    assert all(why.startswith("Berkas “kpu/") and why.endswith(".") for _, why in sheet.unread)


# --- files beside the one that is read


@pytest.mark.parametrize(
    "name",
    ["kpu (1).xlsx", "kpu - Copy.xlsx", "KPU final.xlsx", "Salinan dari kpu.xlsx", "kpu_rev2.xls", "Copy of KPU.xlsx"],
)
def test_a_newer_file_that_is_named_after_the_agency_is_told(tmp_path, name):
    saved(tmp_path, ["x"])
    assert read_folder(tmp_path, "kpu").beside == ()
    (tmp_path / name).write_bytes(b"x")
    later = (tmp_path / "kpu.xlsx").stat().st_mtime + 60
    os.utime(tmp_path / name, (later, later))
    assert read_folder(tmp_path, "kpu").beside == (name,)
    os.utime(tmp_path / name, (later - 600, later - 600))
    assert read_folder(tmp_path, "kpu").beside == ()


@pytest.mark.parametrize("name", ["kpud.xlsx", "bawaslu (1).xlsx", "~$kpu (1).xlsx", "kpu (1).docx", "rekap kpu.xlsx"])
def test_other_files_beside_it_are_nobodys_business(tmp_path, name):
    saved(tmp_path, ["x"])
    (tmp_path / name).write_bytes(b"x")
    later = (tmp_path / "kpu.xlsx").stat().st_mtime + 60
    os.utime(tmp_path / name, (later, later))
    assert read_folder(tmp_path, "kpu").beside == ()


def test_where_only_such_a_file_is_left_it_is_named(tmp_path):
    saved(tmp_path, ["x"], name="kpu (1).xlsx")
    assert "“kpu (1).xlsx”" in trouble(tmp_path) and "“kpu.xlsx”" in trouble(tmp_path)


# --- workbooks


@pytest.mark.parametrize(
    ("stored", "form", "read"),
    [
        (0.95, "0%", "95%"), (1, "0%", "100%"), (0.955, "0.00%", "95,5%"), (95, '0"%"', "95%"), (0, "0%", "0%"),
        (1, "0.0%;[Red]-0.0%", "100%"), (-0.05, "0%", "-5%"), (95, "0\\%", "95%"),
        (95, "0", 95), (0.5, "0.00", 0.5), (True, "0%", True), ("95%", "@", "95%"),
    ],
)  # fmt: skip
def test_a_cell_shown_as_a_percentage_is_its_text(tmp_path, stored, form, read):
    book = saved(tmp_path, [stored])
    book.active["A1"].number_format = form
    book.save(tmp_path / "kpu.xlsx")
    assert read_folder(tmp_path, "kpu").tabs[0].rows == [[read]]


def test_typed_cells_keep_their_types(tmp_path):
    typed = ["1.102", 1102, 1102.0, 1.102, 0.25, True, dt.date(2024, 11, 4), dt.datetime(2024, 11, 4, 13, 30)]
    book = saved(tmp_path, typed)
    book.active["E1"].number_format = "0%"
    book.save(tmp_path / "kpu.xlsx")
    [[*read]] = read_folder(tmp_path, "kpu").tabs[0].rows
    assert read == ["1.102", 1102, 1102, 1.102, "25%", True, dt.date(2024, 11, 4), dt.date(2024, 11, 4)]
    assert [type(value) for value in read] == [str, int, int, float, str, bool, dt.date, dt.date]


def test_times_errors_and_line_breaks_are_text(tmp_path):
    saved(tmp_path, [dt.time(13, 30), "#N/A", "satu\ndua", "  rapat ", "a_x000D_b"])
    [row] = read_folder(tmp_path, "kpu").tabs[0].rows
    assert row[:4] == ["13:30:00", "#N/A", "satu\ndua", "  rapat "]
    assert "_x000D_" in row[4] or row[4] == "a\rb"


def test_a_formula_is_its_stored_result_and_without_one_its_own_text(tmp_path):
    rows = with_sheet_xml(
        tmp_path,
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f>A1+1</f><v>2</v></c><c r="B3" t="str"><f>IF(A1,"","x")</f><v></v></c>'
        '<c r="C3"><f>SUM(A1)</f></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="E3" t="str"><f>"a"</f><v>a</v></c></row>'
        '<row r="4"><c r="A4"><v>4.0</v></c></row>',
    )
    assert rows == [[1], [], [2, None, "=SUM(A1)", "#DIV/0!", "a"], [4]]


def test_formulas_that_nothing_has_computed_are_told_in_every_kind(tmp_path):
    book = saved(tmp_path, ["=1+1", 2])
    book.active["C1"] = ArrayFormula("C1", "=SUM(A1:B1)")
    book.save(tmp_path / "kpu.xlsx")
    assert read_folder(tmp_path, "kpu").tabs[0].rows == [["=1+1", 2, "=SUM(A1:B1)"]]


def test_text_that_only_looks_like_a_formula_stays_text(tmp_path):
    book = saved(tmp_path, ["x"])
    book.active["A1"].value, book.active["A1"].data_type = "=bukan rumus", "s"
    book.save(tmp_path / "kpu.xlsx")
    assert read_folder(tmp_path, "kpu").tabs[0].rows == [["=bukan rumus"]]


def test_merged_hidden_and_filtered_cells_come_along_once(tmp_path):
    book = saved(tmp_path, ["Kecamatan", "Kelurahan"], ["Cikole", "Selabatu"], [None, "Cisarua"])
    book.active.merge_cells("A2:A3")
    book.active.row_dimensions[3].hidden = True
    hidden = book.create_sheet("Tersembunyi")
    hidden.sheet_state = "veryHidden"
    hidden["B2"] = "ada"
    book.create_chartsheet("Grafik").add_chart(BarChart())
    book.save(tmp_path / "kpu.xlsx")
    tabs = read_folder(tmp_path, "kpu").tabs
    assert [tab.title for tab in tabs] == ["Sheet", "Tersembunyi"]
    assert tabs[0].rows == [["Kecamatan", "Kelurahan"], ["Cikole", "Selabatu"], [None, "Cisarua"]]
    assert tabs[1].rows == [[], [None, "ada"]]


def test_a_workbook_with_a_lock_file_beside_it_is_read_whatever_the_case_of_its_name(tmp_path):
    saved(tmp_path, ["a"], name="KPU.XLSX")
    (tmp_path / "~$KPU.xlsx").write_bytes(b"kunci")
    (tmp_path / ".kpu.xlsx").write_bytes(b"kunci")
    assert read_folder(tmp_path, "kpu").tabs[0].rows == [["a"]]


def test_a_sheet_that_claims_every_cell_costs_nothing(tmp_path):
    before = time.process_time()
    rows = with_sheet_xml(tmp_path, '<row r="2"><c r="B2"><v>7</v></c></row>', "A1:XFD1048576")
    assert rows == [[], [None, 7]]
    assert time.process_time() - before < 5


def test_empty_cells_with_a_border_down_to_the_last_row_cost_little_and_leave_nothing(tmp_path):
    cells = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="B{n}" s="0"></c></row>' for n in range(2, 300_001))
    before = time.process_time()
    rows = with_sheet_xml(tmp_path, '<row r="1"><c r="C1"><v>1</v></c></row>' + cells)
    assert rows == [[None, None, 1]]
    assert time.process_time() - before < 15


def test_cells_without_an_address_keep_their_places(tmp_path):
    assert with_sheet_xml(tmp_path, "<row><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>") == [
        [None, 2], [], [3],
    ]  # fmt: skip


def test_more_rows_than_the_bound_are_refused_in_words(tmp_path):
    with pytest.raises(SourceError, match=r"tab “Sheet” berisi melewati baris 200\.000"):
        with_sheet_xml(tmp_path, '<row r="200001"><c r="A200001"><v>1</v></c></row>')
    assert len(with_sheet_xml(tmp_path, '<row r="200000"><c r="A200000"><v>1</v></c></row>')) == 200_000
    (tmp_path / "kpu.xlsx").unlink()
    (tmp_path / "kpu").mkdir()
    (tmp_path / "kpu" / "hibah.csv").write_text("\n" * 200_000 + "a\n")
    assert trouble(tmp_path).startswith("Berkas “kpu/hibah.csv” berisi melewati baris 200.000.")


def test_a_row_number_beyond_excel_is_refused_at_once(tmp_path):
    with pytest.raises(SourceError, match="nomor barisnya melewati batas"):
        with_sheet_xml(tmp_path, '<row r="999999999999"><c r="A1"><v>1</v></c></row>')


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    saved(tmp_path, ["a"])
    monkeypatch.setattr("monev.sheets.limits.UNPACKED", 1000)
    assert "terlalu besar setelah dibuka" in trouble(tmp_path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "rusak atau bukan berkas Excel"),
        (b"a,b\n1,2\n", "rusak atau bukan berkas Excel"),
        (b"PK\x05\x06" + b"\0" * 18, "rusak atau bukan berkas Excel"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "terkunci kata sandi"),
    ],
)
def test_a_workbook_that_is_none_is_told(tmp_path, content, reason):
    (tmp_path / "kpu.xlsx").write_bytes(content)
    assert trouble(tmp_path).startswith(f"Berkas “kpu.xlsx” {reason}")


def test_a_damaged_workbook_is_read_or_told_but_never_breaks(tmp_path):
    saved(tmp_path, *[[f"teks {n}", n, n / 7, dt.date(2024, 11, 4), "=A1"] for n in range(20)])
    parts, chance, told = parts_of(tmp_path / "kpu.xlsx"), random.Random(7), 0  # noqa: S311
    for _ in range(150):
        damaged = dict(parts)
        name = chance.choice(sorted(parts))
        content = bytearray(damaged[name])
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        damaged[name] = bytes(content[: chance.choice([None, len(content) // 2])])
        repacked(tmp_path / "kpu.xlsx", damaged)
        try:
            read_folder(tmp_path, "kpu")
        except SourceError:
            told += 1
    assert told > 20


# --- the folder


def test_two_sources_none_and_an_empty_one_have_sentences_of_their_own(tmp_path):
    assert trouble(tmp_path).startswith("Belum ada folder “kpu” atau berkas “kpu.xlsx” di folder “")
    (tmp_path / "kpu").mkdir()
    assert trouble(tmp_path) == "Folder “kpu” belum berisi satu pun berkas .csv."
    saved(tmp_path, ["a"])
    assert trouble(tmp_path) == "Ada lebih dari satu sumber untuk kpu: “kpu”, “kpu.xlsx”. Sisakan satu saja."


def test_a_workbook_of_another_format_is_told_by_name(tmp_path):
    (tmp_path / "kpu.ods").write_bytes(b"x")
    assert trouble(tmp_path) == "Berkas “kpu.ods” belum dapat dibaca. Simpan sebagai “kpu.xlsx”."


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SourceError, match=r"^Folder “lembar” tidak ditemukan.$"):
        read_folder(tmp_path / "lembar", "kpu")


def test_a_file_that_may_not_be_opened_is_told(tmp_path):
    (tmp_path / "kpu").mkdir()
    (tmp_path / "kpu" / "hibah.csv").mkdir()
    assert trouble(tmp_path).startswith("“kpu/hibah.csv” bukan berkas biasa, jadi tidak dibaca.")


def test_a_file_beyond_the_bound_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("monev.sheets.limits.WORKBOOK", 3)
    (tmp_path / "kpu.xlsx").write_bytes(b"1234")
    assert trouble(tmp_path).startswith("Berkas “kpu.xlsx” terlalu besar.")


def test_facts_of_a_folder_are_read(tmp_path):
    assert read_facts(tmp_path) == sheets.FolderFacts(None, False, None)
    (tmp_path / "2024-10-21").mkdir()
    (tmp_path / "sumber.toml").write_text(
        'tanggal_acuan = 2024-11-04\nsimulasi = true\nsebelumnya = "2024-10-21"\n', encoding="utf-8-sig"
    )
    assert read_facts(tmp_path) == sheets.FolderFacts(dt.date(2024, 11, 4), True, "2024-10-21")


@pytest.mark.parametrize(
    "content",
    [
        b"tanggal_acuan = 4 November", b"\xff", b'tanggal_acuan = "2024-11-04"',
        b"tanggal_acuan = 2024-11-04T00:00:00", b"simulasi = 1", b"tanggal = 2024-11-04", b"sebelumnya = 3",
        b'sebelumnya = "tidak-ada"', b'sebelumnya = ".."', b'sebelumnya = "."',
    ],
)  # fmt: skip
def test_wrong_facts_are_told_on_one_line(tmp_path, content):
    (tmp_path / "sumber.toml").write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read_facts(tmp_path)
    assert "sumber.toml" in str(caught.value) and "\n" not in str(caught.value)


# --- single cells


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None), ("a ", "a "), (1102, "1102"), (1.102, "1,102"), (1e-7, "0,0000001"), (2.0, "2"),
        (True, "TRUE"),
        (dt.date(2024, 11, 4), "4/11/2024"),
    ],
)  # fmt: skip
def test_a_cell_is_shown_as_an_indonesian_spreadsheet_shows_it(value, text):
    assert shown(value) == text


@pytest.mark.parametrize("value", [None, "", " ", "\u00a0\n\t", "\u200b\ufeff\u00ad"])
def test_what_cannot_be_seen_is_blank(value):
    assert is_blank(value)


@pytest.mark.parametrize("value", [0, False, "-", "'", "\u200bx"])
def test_what_can_be_seen_is_not_blank(value):
    assert not is_blank(value)
