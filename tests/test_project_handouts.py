"""What a project adds to the hand-outs, or breaks there: the others are made, and one line tells which file it is."""

import asyncio
import html
import io
import logging

import docx
import openpyxl
import pptx
import pytest
from streamlit.testing.v1 import AppTest

from monev.handouts import catalogue, project_files, slides, workbook, workbook_sheets
from monev.run.commands import arguments
from monev.run.server import document, login_guard, translations
from monev.screen.draw import login
from monev.settings import HOME, QUERIES, REFERENCE
from monev.snapshot import store
from monev.sync import project_check
from monev.words import project
from tests.handed import source

pytestmark = pytest.mark.panjang

ENGINE = ["paparan", "notula", "nota-dinas", "tabel"]
RECORD = """
from monev.handouts.handout import About
HANDOUT = About("Surat ringkas", "Word: satu kalimat.", "docx")
def write(source, tell):
    return b"isi"
"""
SHEET = """
from monev.handouts.workbook_sheets import Subject
SUBJECTS = (Subject("Lembaga", "Semua lembaga.", "{question}", (("{key}", "Lembaga", "teks"),)),)
"""
PICTURE = """
from monev.handouts.slide_figures import section
def {page}(canvas, box, source):
    section(canvas, box, "Gambar sendiri")
    {then}
"""


def silent(*_):
    """Nobody watches how far the making is."""


@pytest.fixture(scope="module")
def samples(samples_shot):
    with store.Snapshot(samples_shot, store.latest(samples_shot)) as opened:
        yield source(opened, [])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project's handouts/, empty, that the engine takes for the one it serves; its mistakes are not told yet."""
    monkeypatch.setattr(project_files, "FOLDER", tmp_path / "handouts")
    catalogue._tell.cache_clear()
    (tmp_path / "handouts").mkdir()
    return tmp_path / "handouts"


def slide_texts(content):
    deck = pptx.Presentation(io.BytesIO(content))
    return [[shape.text_frame.text.strip() for shape in slide.shapes if shape.has_text_frame] for slide in deck.slides]


def titled(content):
    [title] = [one.text for one in docx.Document(io.BytesIO(content)).paragraphs if one.style.name == "Title"]
    return title


def pages_of(samples):
    return [row["halaman"] for row in samples.agendas()]


# --- what it adds ---


def test_a_project_without_hand_outs_of_its_own_gets_those_of_the_engine(folder, samples):
    folder.rmdir()
    offered = catalogue.offered()
    assert [one.code for one in offered] == ENGINE and not any(one.trouble for one in offered)
    deck, said, _, book = (one.write(samples, silent) for one in offered)
    points = [row["judul"] for row in samples.agendas()]
    assert [title for title in points if any(title in text for texts in slide_texts(deck) for text in texts)] == points
    assert titled(said) == project.record()
    own = [one.title for one in (*workbook_sheets.AHEAD, *workbook_sheets.BEHIND)]
    assert openpyxl.load_workbook(io.BytesIO(book)).sheetnames == [workbook.INDEX, *own]
    assert project_check.mistakes(REFERENCE, QUERIES)[0] == []


def test_each_file_of_the_folder_is_one_more_and_stands_ahead_of_the_workbook(folder, samples):
    (folder / "surat_ringkas.py").write_text(RECORD)
    (folder / "tabel.py").write_text(SHEET.format(question="ringkasan/instansi", key="nama"))
    (folder / "paparan.py").write_text(PICTURE.format(page=pages_of(samples)[0], then=""))
    offered = catalogue.offered()
    assert [one.code for one in offered] == ["paparan", "notula", "nota-dinas", "surat-ringkas", "tabel"]
    assert (offered[3].title, offered[3].write(samples, silent)) == ("Surat ringkas", b"isi")
    drawn = [texts for texts in slide_texts(slides.write(samples, silent)) if "Gambar sendiri" in texts]
    assert len(drawn) == 1
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.write(samples, silent)))["Lembaga"]
    assert [row[0].value for row in sheet.iter_rows(min_row=workbook.HEADER + 1)] == [
        row["nama"] for row in samples.ask("ringkasan/instansi")
    ]
    assert not (folder / "__pycache__").exists(), "nothing is left beside what others wrote"


PAPERS = """
from monev.handouts.paper import Kind, Paper, Text
PAPERS = tuple(Kind(f"surat-{one}", f"Surat {one}", "Isinya.", lambda source, tell, one=one: Paper("Surat", [Text(one)]),
                    lambda source, one=one: one == "satu") for one in ("satu", "dua"))
"""
SHEET_AND_PDF = """
from monev.handouts.handout import About
from monev.handouts.paper import Paper, Text
HANDOUT = About("Rekap", "Excel: satu lembar.", "xlsx")
def write(source, tell):
    return b"isi"
def compose(source, tell):
    return Paper("Rekap", [Text("isi")])
"""


def test_a_file_may_hold_several_documents_each_in_word_and_as_pdf(folder, samples):
    (folder / "surat.py").write_text(PAPERS)
    found = [one for one in catalogue.offered() if one.code.startswith("surat-")]
    assert [(one.code, one.title, one.there(samples)) for one in found] == [
        ("surat-satu", "Surat satu", True), ("surat-dua", "Surat dua", False)]  # fmt: skip
    assert [form.write(samples, silent)[:4] for form in found[0].forms] == [b"PK\x03\x04", b"%PDF"]


def test_a_file_of_another_kind_may_be_given_as_pdf_too(folder, samples):
    (folder / "rekap.py").write_text(SHEET_AND_PDF)
    [found] = [one for one in catalogue.offered() if one.code == "rekap"]
    assert [form.suffix for form in found.forms] == ["xlsx", "pdf"]
    assert found.pdf(samples, silent).startswith(b"%PDF")


def test_a_file_that_was_mended_is_read_again(folder):
    (folder / "surat.py").write_text("def write(:\n")
    assert catalogue.offered()[3].write is None
    (folder / "surat.py").write_text(RECORD)
    assert catalogue.offered()[3].title == "Surat ringkas"


# --- what it breaks ---

BROKEN = {
    "a sheet that is no Python": ("tabel.py", "SUBJECTS = (\n", "handouts/tabel.py baris 1: SyntaxError, "),
    "sheets by another name": ("tabel.py", "SHEETS = ()\n", "handouts/tabel.py: SUBJECTS tidak ada"),
    "a kind of column that is none": (
        "tabel.py", SHEET.format(question="a/b", key="nama").replace('"teks"', '"huruf"'), "ragam kolom “huruf” tidak dikenal",
    ),
    "a sheet that the engine has": (
        "tabel.py", SHEET.format(question="a/b", key="nama").replace('"Lembaga", "S', '"temuan", "S'), "lembar “temuan” sudah ada",
    ),
    "a title that Excel refuses": (
        "tabel.py", SHEET.format(question="a/b", key="nama").replace('"Lembaga", "S', '"A/B", "S'), "judul lembar “A/B” tidak dapat",
    ),
    "pictures that raise when they are read": ("paparan.py", "x = 1\n1 / 0\n", "handouts/paparan.py baris 2: ZeroDivisionError, "),
    "no picture at all": ("paparan.py", "_x = 1\n", "handouts/paparan.py: tidak ada fungsi di dalamnya"),
    "a document that is no Python": ("surat.py", "def write(:\n", "handouts/surat.py baris 1: SyntaxError, "),
    "a document that says nothing of itself": ("surat.py", "def write(source, tell): ...\n", "handouts/surat.py: HANDOUT tidak ada"),
    "a document that nobody writes": ("surat.py", RECORD.replace("def write", "def writes"), "fungsi write tidak ada"),
    "a document of no known kind": ("surat.py", RECORD.replace('"docx"', '"exe"'), 'akhiran "exe" tidak dikenal'),
    "a name that the engine has": ("notula.py", RECORD, "handouts/notula.py: namanya sudah dipakai"),
    "documents that are none": ("surat.py", "PAPERS = (1,)\n", "handouts/surat.py: PAPERS bukan deretan Kind"),
    "a document under another name": ("surat.py", PAPERS.replace("surat-{one}", "lain-{one}"), "kode “lain-satu” harus diawali surat"),
    "what cannot be imported": ("surat.py", "import tidak_ada\n", "handouts/surat.py baris 1: ModuleNotFoundError, "),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_told_once_in_one_line_and_the_others_go_on(folder, samples, caplog, case):
    name, text, told = BROKEN[case]
    (folder / name).write_text(text)
    with caplog.at_level(logging.ERROR, "monev"):
        offered = {one.code: one for one in catalogue.offered()}
        catalogue.offered()
    [line] = [one.getMessage() for one in caplog.records]
    assert told in line and "\n" not in line and line.startswith(f"handouts/{name}")
    code = name.removesuffix(".py")
    found = next(one for one in catalogue.offered() if one.code == code and one.trouble)
    assert found.trouble.endswith("mohon pengelola server menjalankan python -m monev check.")
    assert (found.write is None) == (code not in ("tabel", "paparan"))
    assert {one for one in ENGINE if offered[one].write} >= set(ENGINE) - {"notula"}
    assert slides.write(samples, silent) and workbook.write(samples, silent)


def test_a_picture_that_fails_leaves_its_slide_without_it_and_the_others_whole(folder, samples, caplog):
    first, second, *_ = pages_of(samples)
    (folder / "paparan.py").write_text(
        PICTURE.format(page=first, then="raise KeyError('kolom')") + PICTURE.format(page=second, then="")
    )
    texts = slide_texts(slides.write(samples, silent))
    said = "Gambar agenda ini belum dapat dibuat; lihat halamannya di dasbor."
    assert [said in one for one in texts[1:3]] == [True, False]
    assert ["Gambar sendiri" in one for one in texts[1:3]] == [False, True]
    assert "kolom" not in str(texts)
    assert f"Gambar “{first}” di handouts/paparan.py gagal dibuat: KeyError" in caplog.text


def test_a_sheet_that_fails_says_so_in_its_place(folder, samples, caplog):
    (folder / "tabel.py").write_text(SHEET.format(question="ringkasan/instansi", key="tidak_ada"))
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(samples, silent)))
    assert book["Lembaga"].cell(2, 1).value.startswith("Lembar ini belum dapat dibuat; ")
    listed = {row[0].value: row[2].value for row in book[workbook.INDEX].iter_rows(min_row=workbook.HEADER + 1)}
    assert listed["Lembaga"] is None and listed["Temuan"]
    assert "Lembar “Lembaga” di handouts/tabel.py gagal dibuat: KeyError" in caplog.text


# --- what check tells ---

CHECKED = {
    "a broken file": ("surat.py", "def write(:\n", "handouts/surat.py baris 1: SyntaxError"),
    "a file that nothing reads": ("Surat Ringkas.txt", "", "handouts/Surat Ringkas.txt: tidak ada yang membaca berkas di sini."),
    "a picture of no point": (
        "paparan.py", PICTURE.format(page="tak_ada", then=""), "handouts/paparan.py: fungsi tak_ada bukan halaman agenda",
    ),
    "a question that is none": ("tabel.py", SHEET.format(question="ringkasan/entah", key="nama"), "handouts/tabel.py, lembar “Lembaga”: "),
    "a column that is not answered": (
        "tabel.py", SHEET.format(question="ringkasan/instansi", key="entah"), "ringkasan/instansi tidak menjawab kolom entah",
    ),
    "a document that fails": (
        "surat.py", RECORD.replace('return b"isi"', "return source.tidak_ada"), "handouts/surat.py baris 5: gagal dengan lembar kosong",
    ),
    "a picture that fails": (
        "paparan.py", PICTURE.format(page="{page}", then="source.ask(1 / 0)"), "handouts/paparan.py, {page} baris 5: gagal",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CHECKED)
def test_check_names_the_file_and_what_to_do(tmp_path, samples, case):
    name, text, told = (part.replace("{page}", pages_of(samples)[0]) for part in CHECKED[case])
    (tmp_path / "queries").symlink_to(QUERIES, target_is_directory=True)
    (tmp_path / "handouts").mkdir()
    (tmp_path / "handouts" / name).write_text(text)
    found, _ = project_check.mistakes(REFERENCE, tmp_path / "queries")
    assert len(found) == 1 and told in found[0] and "\n" not in found[0], found


def test_the_page_says_in_the_place_of_a_file_that_it_cannot_be_made(folder, monkeypatch, samples_shot):
    (folder / "surat_ringkas.py").write_text("def write(:\n")
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_POTRET", str(samples_shot))
    app = AppTest.from_file(str(HOME / "app.py"), default_timeout=60).run().switch_page("monev/pages/bahan.py").run()
    said = " ".join(str(block.value) for block in app.get("html"))
    assert "Surat ringkas" in said and "Berkas ini belum dapat dibuat; mohon pengelola server" in said
    assert "SyntaxError" not in said and not app.exception
    assert {button.key for button in app.button if button.key.startswith("siapkan-")} == {
        "siapkan-paparan", "siapkan-tabel",
        *(f"siapkan-{one}-{form}" for one in ("notula", "nota-dinas") for form in ("docx", "pdf")),
    }  # fmt: skip


# --- another topic's name ---

NAME = 'Rapat <b>A</b> & \\1 {0} %(x)s $sebab "C" </title>'


@pytest.fixture
def named(tmp_path, monkeypatch):
    """The topic under a name that would be markup, a pattern, a format or a template if it were not text."""
    (tmp_path / "topik.toml").write_text(f"nama = '''{NAME}'''\nrapat = '''{NAME}'''\n", "utf-8")
    monkeypatch.setenv("MONEV_RUJUKAN", str(tmp_path))
    project._topic.cache_clear()
    return html.escape(NAME)


def refused(why):
    """The document for whoever asks from elsewhere while nobody can sign in."""
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(login_guard._refuse(why, {"type": "http"}, None, send))
    return b"".join(one.get("body", b"") for one in sent).decode()


def test_the_name_of_a_topic_stays_text_wherever_it_stands(named, samples):
    whole = document.dressed("<html><head><title>Streamlit</title></head><noscript></noscript></body>", "")
    door = login.page("SIGNED_OUT", "", "/masuk", False, "")
    closed = refused("Sebab.")
    for page in (whole, door, closed):
        assert f"<title>{named}" in page and "<b>A" not in page
    assert f'alt="Lambang {named}"' in door
    assert f"{NAME}: dasbor" in arguments.parser().format_help().replace("\n", " ")
    assert slide_texts(slides.write(samples, silent))[0].count(NAME) == 1
    said = docx.Document(io.BytesIO(catalogue.MINUTES.write(samples, silent)))
    assert [one.text.startswith(NAME) for one in said.paragraphs if one.style.name == "Subtitle"] == [True]


@pytest.mark.parametrize("text", ["nama = 1\nrapat = ''\n", "nama = ", ""])
def test_without_a_name_the_engine_has_one_of_its_own(tmp_path, monkeypatch, text):
    (tmp_path / "topik.toml").write_text(text, "utf-8")
    monkeypatch.setenv("MONEV_RUJUKAN", str(tmp_path))
    project._topic.cache_clear()
    assert (project.name(), project.meeting(), project.subject()) == ("Monev", "Rapat monev", "Monev")


def test_the_words_of_the_browser_name_the_topic():
    assert f'"Lambang {project.name()}"' in translations.SCRIPT
