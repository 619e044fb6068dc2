"""What nobody should type, in every column of every tab: it stays text in every answer and file, and points at nobody."""

import csv
import datetime as dt
import io
import re
import shutil
import zipfile

import docx
import openpyxl
import pptx
import pypdf
import pytest

from monev.handouts import catalogue
from monev.meeting import meeting
from monev.reading import personal
from monev.run.assistant import server
from monev.run.commands import export
from monev.screen import whatsapp
from monev.screen.access.roles import LEADERS, LOCAL
from monev.settings import SAMPLES, Settings
from monev.snapshot import queries, schema, store
from monev.sync import sync
from monev.words import held_back
from tests import cloud, handed, hostile, test_export, test_mcp
from tests.conftest import monev

pytestmark = pytest.mark.panjang

DATE = dt.date(2024, 11, 4)


def opened(folder):
    name = store.latest(folder)
    return store.Snapshot(folder, name, store.previous(folder, name), schema.today())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Snapshots of the samples' first state and, a fortnight later, of the hostile city; read by the command line, whose
    words are beside them."""
    place = tmp_path_factory.mktemp("kota")
    sync.sync(Settings("folder", SAMPLES / "2024-10-21", place / "potret", dt.date(2024, 10, 21)))
    hostile.write(place / "lembar")
    done = monev("sync", FOLDER=place / "lembar", POTRET=place / "potret")
    (place / "potret" / "terminal.txt").write_text(done.stdout + done.stderr, "utf-8")
    assert done.returncode == 0, done.stderr
    return place / "potret"


@pytest.fixture(scope="module")
def snapshot(folder):
    with opened(folder) as one:
        yield one


@pytest.fixture(scope="module")
def answers(snapshot):
    """Every value that any question answers, by its name."""
    return {name: [*every(snapshot.ask(name))] for name in queries.load()}


def every(answer):
    for row in answer.itertuples(index=False):
        for value in row:
            yield from value if isinstance(value, list) else [value]


# --- numbers of persons ---


def assert_points_at_nobody(snapshot, answers):
    tables = snapshot.select("select table_name from duckdb_tables() where database_name = 'kini'")["table_name"]
    assert len(tables) > 40 and {"sel", "temuan", "riwayat_temuan", "lembar"} <= {*tables}
    for table in tables:
        for value in set(map(str, every(snapshot.select(f'from "{table}"')))):
            assert not hostile.found(value), (table, value)
    assert answers.keys() == queries.load().keys()
    for name, values in answers.items():
        for value in set(map(str, values)):
            assert not hostile.found(value), (name, value)


def test_no_table_and_no_answer_holds_a_number_of_a_person(snapshot, answers):
    assert_points_at_nobody(snapshot, answers)


def test_no_file_beside_the_snapshots_and_no_line_of_the_terminal_holds_one(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {"terminal.txt", "sinkron.json"} <= {path.name for path in files}
    for path in files:
        content = path.read_bytes().decode("latin-1")
        assert not [number for number in hostile.NUMBERS if number in content], path.name
    assert not hostile.found((folder / "terminal.txt").read_text("utf-8"))


def test_every_such_cell_is_told_or_counted_in_a_finding_and_none_quotes_it(snapshot):
    told = snapshot.select("from temuan").to_dict("records")
    held = [row for row in told if "memuat" in row["alasan"] and row["bobot"] != "info"]
    columns = snapshot.select("select instansi, tab, kolom from kolom").to_dict("records")
    # One finding may be about many cells; those of a tab name no single column.
    cells = {(row["instansi"], row["tab"], cell) for row in held for cell in row["sel_semua"] or [row["sel"]]}
    typed = snapshot.select("from sel where kolom is not null").to_dict("records")
    named = {(c["instansi"], c["tab"], c["kolom"]) for c in typed if (c["instansi"], c["tab"], c["sel"]) in cells}
    # Every column of every tab held several of them.
    assert [one for one in columns if (one["instansi"], one["tab"], one["kolom"]) not in named] == []
    assert {row["bobot"] for row in held} == {"tolak"}
    assert {personal.marked(row["tertulis"]) for row in held} >= {*personal.KINDS}
    outside = [row for row in held if row["kolom"] is None and row["sel"]]
    assert {"A1", "B1"} & {row["sel"] for row in outside}, "above the table"
    assert any("Judul tab" in row["alasan"] for row in held)


def test_the_count_closes_with_cells_that_are_held_back(snapshot):
    for row in snapshot.select("from tab").to_dict("records"):
        assert row["terlihat"] == row["terhitung"] + row["ditahan"] + row["tata_letak"] > 0, row["tab"]
    assert snapshot.select("select sum(terhitung) as n from tab")["n"][0] > 900


def test_the_raw_table_knows_where_such_a_cell_is_but_not_what_it_held(snapshot):
    marks = snapshot.select("select isi, tertulis from sel where tertulis like '(disembunyikan%'")
    assert len(marks) > 2000 and set(marks["isi"]) == set(marks["tertulis"]) <= {*map(personal.mark, personal.KINDS)}


def test_a_second_sync_without_a_change_finds_nothing_new(folder):
    """The marks that stand in for the last good sheet mean what the sheet means."""
    before = store.snapshots(folder)
    place = Settings("folder", folder.parent / "lembar", folder, DATE)
    [result] = sync.sync(place)
    assert not result.new and store.snapshots(folder) == before


def test_from_google_the_same_cells_are_held_back(standin, tmp_path):
    given = {agency: standin.add(agency, tabs, title="Monev 089999999999") for agency, tabs in hostile.city().items()}
    place = cloud.settings(standin, given, tmp_path)
    result = sync.sync(place)[-1]
    assert not result.failed
    with opened(place.snapshots) as one:
        assert_points_at_nobody(one, {name: [*every(one.ask(name))] for name in queries.load()})
        assert set(one.select("select berkas from instansi")["berkas"]) == {"(disembunyikan: nomor telepon)"}
        assert one.select("select count(*) as n from sel where isi like '(disembunyikan%'")["n"][0] > 2000


def test_a_stored_number_is_held_back_in_any_column_but_rupiah_stays(standin, tmp_path):
    files = cloud.small(standin)
    tab, head, _ = cloud.SMALL["kpu"]
    lines = cloud.cells(head, "tahap_1 | 5 Feb 2024 | x | x", "tahap_2 | 6 Feb 2024 | x | x")
    lines[0].append("keterangan")
    lines[1][2:4], lines[2][2:4] = [89_999_999_999, 89_999_999_998], [3299990101909999, 0]
    lines[1].append(89_999_999_999)
    files["kpu"] = standin.add("kpu", {tab: lines})
    place = cloud.settings(standin, files, tmp_path)
    sync.sync(place)
    with opened(place.snapshots) as one:
        first, second = one.select("from kpu__hibah order by baris").to_dict("records")
        assert (first["nilai_diterima"], first["keterangan"]) == (89_999_999_999, None)
        assert second["nilai_diterima"] is None
        told = one.select("select sel, tertulis from temuan where tertulis like '(disem%' order by sel").to_dict(
            "records"
        )
        assert [(row["sel"], row["tertulis"]) for row in told] == [
            ("C3", "(disembunyikan: NIK atau nomor KK)"), ("F2", "(disembunyikan: nomor telepon)"),
        ]  # fmt: skip


# --- text stays text ---


@pytest.fixture(scope="module")
def files(snapshot):
    source = handed.source(snapshot)
    return {one.code: one.write(source, lambda *_: None) for one in catalogue.offered()}


def parts(content):
    """Name and content of every part of an office file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_every_file_is_made_opens_and_holds_neither_a_link_nor_a_number(files):
    assert [*files] == [one.code for one in catalogue.offered()]
    for code, content in files.items():
        found = parts(content)
        assert not [name for name, text in found.items() if hostile.found(re.sub(r"<[^>]+>", "", text))], code
        links = [text for name, text in found.items() if name.endswith(".rels")]
        assert links and not any(hostile.HOST in text for text in links), code
    pptx.Presentation(io.BytesIO(files["paparan"]))
    docx.Document(io.BytesIO(files["notula"]))


def test_every_pdf_is_made_and_holds_neither_a_link_nor_a_number(snapshot):
    source = handed.source(snapshot)
    for one in catalogue.offered():
        if one.pdf:
            opened = pypdf.PdfReader(io.BytesIO(one.pdf(source, lambda *_: None)))
            said = " ".join(page.extract_text() for page in opened.pages)
            assert not hostile.found(said), one.code
            marks = [mark.get_object() for page in opened.pages for mark in page.get("/Annots", ())]
            assert {mark["/Subtype"] for mark in marks} == {"/Widget"} and not any("/A" in mark for mark in marks)


def test_no_formula_comes_alive_in_the_workbook(files):
    book = openpyxl.load_workbook(io.BytesIO(files["tabel"]))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in found if cell.data_type == "f"]
    assert not any("<f>" in text or "<f " in text for name, text in parts(files["tabel"]).items() if "sheet" in name)
    said = {str(cell.value) for cell in found}
    assert {"=1+1", "+1+1", "-1+1", "@SUM(A1:A9)", "=cmd|' /C calc'!A0"} <= said, "they are there, as text"


def test_the_files_say_what_was_typed_as_it_was_typed(files):
    book = openpyxl.load_workbook(io.BytesIO(files["tabel"]))
    said = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    for text in (
        f"<script>window.{hostile.RAN}=1</script>",
        r"$\frac{1}{2}$",
        ":material/delete:",
        "{{7*7}}",
        "/etc/passwd",
    ):
        assert text in said
    assert "\u202e" not in said and "\x07" not in said


@pytest.mark.parametrize("form", ["table", "csv"])
def test_what_the_terminal_prints_moves_nothing_there_and_no_formula_comes_alive_in_its_csv(folder, form):
    said = monev("findings", "--format", form, POTRET=folder).stdout
    assert len(said.splitlines()) > 600, "one line a finding; thousands of cells, grouped by cause"
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", said)
    assert not hostile.found(said)
    if form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(said)) for cell in row]
        assert " =1+1" in cells and not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_what_is_sent_by_whatsapp_holds_no_address_and_nothing_set_bold(snapshot, tmp_path):
    # Cells of one cause are told once, and the first of them is quoted: so each text also lies where it is the only one.
    sync.sync(Settings("folder", hostile.write(tmp_path / "lembar", hostile.once), tmp_path / "potret", DATE))
    with opened(tmp_path / "potret") as alone:
        every = [row for one in (snapshot, alone) for row in one.ask("mutu_data/temuan").to_dict("records")]
    asking = [row for row in every if row["bobot"] in ("tolak", "periksa")]
    quoted = [row for row in asking if row["tertulis"] in hostile.TEXTS[:12]]
    assert len(quoted) > 50
    for text in hostile.TEXTS[:12]:
        said = whatsapp.request("KPU", [row for row in quoted if row["tertulis"] == text][:1], 1)
        assert not re.search(r"https?://|www\.\w|\b\w+\.example|\*\*|javascript:\w", said), said
        assert " ".join(text.split())[:50] in said.replace("\u200b", "")


def test_what_looks_like_sql_or_a_path_is_only_text(snapshot, answers):
    texts = ["read_csv('/etc/passwd')", "'; drop table sel; --", "$$ || getenv('HOME') || $$", "file:///etc/passwd"]
    kept = set(snapshot.select("select uraian from sekretariat__tindak_lanjut")["uraian"])
    assert kept >= {*texts}
    assert not any("root:" in str(value) for values in answers.values() for value in values)


@pytest.fixture(scope="module")
def frozen(folder, tmp_path_factory):
    """The hostile city as a meeting, in a folder of its own: the folder, and the meeting."""
    own = shutil.copytree(folder, tmp_path_factory.mktemp("rapat") / "potret")
    return own, meeting.pin(own, store.latest(own), dt.datetime(2024, 11, 4, 9))


def test_the_data_for_analysts_point_at_nobody_and_no_formula_comes_alive(frozen, tmp_path):
    made, _ = export.files(*frozen, LOCAL)
    for name, text in test_export.said(made, tmp_path).items():
        assert not hostile.found(text) and not held_back.MARK.search(text), name
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", text), name
    tables = [content for name, content in made.items() if name.endswith(".csv")]
    cells = [cell for content in tables for row in test_export.lines(content) for cell in row.values()]
    assert " =1+1" in cells and "=1+1" not in cells
    alive = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert not [cell for cell in alive if not re.fullmatch(r"-\d+(\.\d+)?", cell)], "a number below zero stays one"
    typed = test_export.rows(made["isi_sekretariat_tindak_lanjut.parquet"], tmp_path)
    assert {"=1+1", "'; drop table sel; --"} <= {row["uraian"] for row in typed}


def test_what_an_assistant_hears_points_at_nobody_and_stays_short(frozen):
    calls = test_mcp.every_call(frozen[0])
    for call, heard in zip(calls, test_mcp.talk(server.made(frozen[0], LEADERS), calls), strict=True):
        said = test_mcp.told(heard)
        assert not heard.is_error, (call, said)
        assert not hostile.found(said) and not held_back.MARK.search(said), call
        assert len(said) < 700_000 and not re.search("[\u202a-\u202e\u2066-\u2069]", said), (call, len(said))
