"""The workbook of all tables: opened again, every cell as its query gives it, and no text that could come alive."""

import dataclasses
import datetime as dt
import io

import openpyxl
import pytest

from monev.handouts import workbook, workbook_widths
from monev.snapshot import store
from monev.words import spoken, words
from monev.words.safe_text import REPLACED
from tests import office
from tests.given import given
from tests.handed import source
from tests.test_netralitas_angka import cases, follow_ups, pacts
from tests.test_stabilitas_angka import incidents, kejadian

pytestmark = pytest.mark.panjang

SUBJECTS = workbook.subjects()
BODY = workbook.HEADER + 1
DECIDED = [
    {"id": f"TL-2024-11-04-{sign}", "tanggal_dicatat": dt.date(2024, 11, 4), "pokok": "Logistik", "pemilik": owner,
     "uraian": f"Keputusan {sign}", "tenggat": dt.date(2024, 11, 8), "kiriman": "menunggu", "keadaan_kata": None, "tautan": None}
    for sign, owner in (("b", "KPU"), ("a", None))
]  # fmt: skip


@pytest.fixture(scope="module")
def samples(samples_shot):
    """The newest snapshot of the samples, compared with their frozen meeting; each question is asked once."""
    name = store.latest(samples_shot)
    with store.Snapshot(samples_shot, name, store.previous(samples_shot, name)) as opened:
        yield source(opened, DECIDED, tindak_lanjut__dicatat=DECIDED)


@pytest.fixture(scope="module")
def content(samples):
    return workbook.write(samples, lambda share, what: None)


@pytest.fixture(scope="module")
def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def written(samples, **told):
    """The workbook with the rows of some questions replaced."""
    answers = {name.replace("__", "/"): rows for name, rows in told.items()}
    changed = dataclasses.replace(samples, ask=lambda question: answers.get(question) or samples.ask(question))
    return openpyxl.load_workbook(io.BytesIO(workbook.write(changed, lambda share, what: None)))


def body(sheet, count):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=BODY, max_row=BODY + count - 1)]


def expected(row, key, kind):
    value = row[key]
    if value is None:
        return None
    if kind == "status":
        return words.status_word(value, row["halaman"])
    if kind == "lembaga":
        return words.agency(value)
    if kind == "bobot":
        return words.weight_word(value)
    if kind == "satuan":
        return {"rp": "rupiah", "persen": "persen", "kegiatan": "pasang"}.get(value, value)
    return spoken.plain(value) if isinstance(value, str) else value


#: Sheets that have no row before the day after the vote.
LATER = {"Sisa hibah", "TPS diulang", "Sengketa", "Partisipasi", "Rekapitulasi"}


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.title)
def test_every_cell_is_what_its_query_gives_with_its_own_type(samples, book, subject):
    rows = samples.ask(subject.question)
    assert bool(rows) != (subject.title in LATER), "the samples fill every sheet but those of after the vote"
    if not rows:
        return
    found = body(book[subject.title], len(rows))
    for row, cells in zip(rows, found, strict=True):
        for (key, _, kind), cell in zip(subject.columns, cells, strict=True):
            wanted = expected(row, key, kind)
            if isinstance(wanted, float):
                assert cell == pytest.approx(wanted), key
            elif isinstance(wanted, dt.date):
                assert cell.date() == wanted, key
            else:
                assert (cell or None) == (wanted or None) if wanted == "" else cell == wanted, key
    assert book[subject.title].cell(BODY + len(rows), 1).value is None, "and no row more"


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.title)
def test_every_sheet_says_what_it_holds_and_of_which_numbers(samples, book, subject):
    sheet = book[subject.title]
    ground = samples.ground()
    assert ground.startswith("Data simulasi.")
    assert [sheet.cell(line, 1).value for line in (1, 2, 3)] == [subject.title, subject.holds, ground]
    assert [cell.value for cell in sheet[workbook.HEADER]] == [heading for _, heading, _ in subject.columns]
    assert sheet.freeze_panes == f"A{BODY}"
    assert sheet.auto_filter.ref.startswith(f"A{workbook.HEADER}:")
    assert all(cell.font.b for cell in sheet[workbook.HEADER])


def test_the_first_sheet_leads_to_every_other_with_the_number_of_its_rows(samples, book):
    index = book[book.sheetnames[0]]
    assert index.title == workbook.INDEX
    listed = body(index, len(SUBJECTS))
    assert listed == [[one.title, one.holds, len(samples.ask(one.question))] for one in SUBJECTS]
    for line, one in enumerate(SUBJECTS, start=BODY):
        assert index.cell(line, 1).hyperlink.location == f"'{one.title}'!A1"
    assert book.sheetnames[1:] == [one.title for one in SUBJECTS]


def test_numbers_dates_and_shares_have_their_formats(book):
    formats = {}
    for subject in SUBJECTS:
        for row in book[subject.title].iter_rows(min_row=BODY):
            for (_, _, kind), cell in zip(subject.columns, row, strict=True):
                if cell.value is not None and kind != "nilai":
                    formats.setdefault(kind, set()).add((cell.data_type, cell.number_format))
    assert formats["bil"] == {("n", "#,##0")}
    assert formats["persen"] == {("n", '0.0"%"')}
    assert formats["rp"] == {("n", '"Rp"#,##0;-"Rp"#,##0')}
    assert formats["tgl"] == {("d", "[$-421]d mmm yyyy")}
    assert formats["yt"] == {("b", "General")}
    assert formats["teks"] == {("s", "@")}


def test_an_indicator_has_the_format_of_its_unit(book):
    sheet = book["Angka pokok"]
    rows = {row[2].value: row[3] for row in sheet.iter_rows(min_row=BODY)}
    assert (rows["Barang siap"].value, rows["Barang siap"].number_format) == (pytest.approx(61.5384615), '0.0"%"')
    assert (rows["Selisih hibah KPU"].value, rows["Selisih hibah KPU"].number_format[:4]) == (200_000_000, '"Rp"')
    assert (rows["Barang kurang"].value, rows["Barang kurang"].number_format) == (5, "#,##0")
    assert rows["Peserta per 1.000 DPT"].number_format == "#,##0.0"


@pytest.mark.parametrize("begins", ["=1+1", "+62 812", "-5", "@SUM(A1)", '=HYPERLINK("http://x.test")', "#REF!"])
def test_no_text_comes_alive(samples, begins):
    [row] = samples.ask("mutu_data/temuan")[:1]
    sheet = written(samples, mutu_data__temuan=[row | {"tertulis": begins}])["Temuan"]
    cell = sheet.cell(
        BODY,
        [key for key, _, _ in next(one for one in SUBJECTS if one.title == "Temuan").columns].index("tertulis") + 1,
    )
    assert (cell.value, cell.data_type) == (begins, "s")
    assert cell.quotePrefix == (begins[0] in "=+-@")


def test_a_sign_that_no_office_file_may_hold_is_seen_to_have_been_there(samples):
    [row] = samples.ask("mutu_data/temuan")[:1]
    sheet = written(samples, mutu_data__temuan=[row | {"tertulis": "a\x00b\x1fc\td"}])["Temuan"]
    assert sheet.cell(BODY, 6).value == f"a{REPLACED}b{REPLACED}c\td"


def test_only_addresses_of_the_web_become_links(samples):
    rows = samples.ask("mutu_data/temuan")[:2]
    good, bad = "https://docs.google.com/spreadsheets/d/x/edit#gid=1&range=H15", "javascript:alert(1)"
    sheet = written(samples, mutu_data__temuan=[rows[0] | {"tautan": good}, rows[1] | {"tautan": bad}])["Temuan"]
    first, second = sheet.cell(BODY, 3), sheet.cell(BODY + 1, 3)
    assert first.hyperlink.target == good or f"{first.hyperlink.target}#{first.hyperlink.location}" == good
    assert second.hyperlink is None and second.value == rows[1]["sel"]


def test_restricted_incidents_are_only_counted(tmp_path):
    hidden = kejadian(level="tinggi", secrecy="terbatas", deed="pos ronda tiga")
    with given(
        tmp_path, "2024-11-04", incidents(hidden) | cases("nihil") | follow_ups("nihil") | pacts("Dinas A | 9 | 9")
    ) as shot:
        book = written(source(shot, []))
    shown = " ".join(
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None
    )
    assert "KBP-1" not in shown and "pos ronda" not in shown
    assert "1 kejadian terbatas belum selesai" in shown
    assert "Data simulasi" not in shown
    assert book["Barang"].cell(BODY, 10).value == "belum dilaporkan"
    assert book["Kasus pelanggaran"].cell(BODY, 1).value == "Tidak ada baris."


def test_columns_are_as_wide_as_their_content_and_no_wider_than_a_screen_bears(book):
    for subject in (one for one in SUBJECTS if one.title not in LATER):
        sheet = book[subject.title]
        total = sum(one.width for one in sheet.column_dimensions.values())
        assert total <= workbook_widths.PAGE + 0.1
        for place, column in enumerate(sheet.iter_cols(min_row=workbook.HEADER), start=1):
            width = sheet.column_dimensions[openpyxl.utils.get_column_letter(place)].width
            longest = max(len(str(cell.value)) for cell in column if isinstance(cell.value, str))
            assert workbook_widths.NARROWEST * 0.9 <= width <= workbook_widths.WIDE
            # On a page that is short of room what is long stands in several lines.
            assert width == workbook_widths.WIDE or width >= longest or total > workbook_widths.PAGE - 1
            assert all(cell.alignment.wrap_text for cell in column if isinstance(cell.value, str))


def test_the_same_snapshot_gives_the_same_bytes(samples, content):
    assert workbook.write(samples, lambda share, what: None) == content


def test_office_programs_open_it_and_show_indonesian_dates_and_no_error(content, tmp_path):
    leaves = office.pages(content, "xlsx", tmp_path)
    together = " ".join(leaf.text for leaf in leaves)
    assert "1 Nov 2024" in together and "Rp" in together
    assert "###" not in together and "Err:" not in together
    # Landscape A4; no type below 9 points, and each page begins with the heading of its columns.
    tall = min(word.bottom - word.top for leaf in leaves for word in leaf.words)
    whole = max(word.bottom - word.top for word in leaves[0].words if word.text == "Lembar")
    assert tall / whole * workbook.SIZE >= 9
    assert {(round(leaf.width), round(leaf.height)) for leaf in leaves} == {(842, 595)}
    first = {subject.columns[0][1].split()[0] for subject in SUBJECTS}
    for leaf in leaves:
        assert {word.text for word in leaf.words if word.top < 130} & (first | {"Lembar"})
    assert office.same("Janji rapat dan keadaannya") in office.same(together)


def test_headings_stand_above_what_they_say(samples):
    """By hand for one row of some sheets: the list of columns is not its own proof."""
    book = written(samples)

    def line(title, first):
        sheet = book[title]
        heads = [cell.value for cell in sheet[workbook.HEADER]]
        return next(dict(zip(heads[1:], [cell.value for cell in row][1:], strict=True))
                    for row in sheet.iter_rows(min_row=BODY) if row[0].value == first)  # fmt: skip

    goods = line("Barang", "Formulir")
    assert [goods[head] for head in ("Satuan", "Kebutuhan", "Rusak", "Kurang")] == ["set", 1102, 0, 397]
    assert goods["Pengganti dijanjikan"].date() == dt.date(2024, 11, 1)
    case = line("Kasus ASN", "ASN-01")
    assert case["BKN merekomendasikan"] == "disiplin berat, 21 Oktober" and case["Sisa (hari kerja)"] == 4
    place = line("Peta risiko", "Subangjaya")
    assert (place["Risiko"], place["Didahulukan"], place["Kejadian tinggi"], place["Logistik"]) == (
        2,
        True,
        "ya",
        "belum waktunya",
    )
    grant = next(
        row
        for row in book["Hibah per tahap"].iter_rows(min_row=BODY, values_only=True)
        if row[:2] == ("KPU", "Tahap 2")
    )
    assert grant[2:7] == (15_000_000_000, 14_800_000_000, 200_000_000, 60, 60)
    age = line("Kemutakhiran", "Kesbangpol")
    assert (age["Umur (hari)"], age["Baris"], age["Terhitung"], age["Belum terhitung"]) == (4, 127, 125, 2)
