"""The page Bahan: files made and taken by clicking, never older than what was decided; and what a printer gets."""

import datetime as dt
import io
import re
import shutil
import urllib.parse
import zipfile
from dataclasses import replace

import docx
import openpyxl
import pptx
import pypdf
import pytest
from playwright.sync_api import TimeoutError
from streamlit.testing.v1 import AppTest

from monev.handouts import catalogue
from monev.handouts.handout import NAMES, file_name
from monev.handouts.source import Source
from monev.meeting import meeting
from monev.screen import downloads, whatsapp
from monev.screen.draw import meetings
from monev.settings import HOME
from monev.snapshot import store
from monev.words import clock
from tests.desk import Settings, record
from tests.screen import one_line

pytestmark = pytest.mark.panjang


def of_slides(content):
    shapes = [shape for slide in pptx.Presentation(content).slides for shape in slide.shapes]
    return " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def of_pages(content):
    opened = docx.Document(content)
    parts = [opened.element, *(section.footer._element for section in opened.sections)]
    return " ".join(one.text or "" for part in parts for one in part.iter() if one.tag.endswith("}t"))


def of_sheets(content):
    rows = [row for sheet in openpyxl.load_workbook(content) for row in sheet.iter_rows(values_only=True)]
    return " ".join(str(cell) for row in rows for cell in row if cell)


def of_pdf(content):
    return " ".join(page.extract_text() for page in pypdf.PdfReader(content).pages)


OPEN = {"pptx": of_slides, "docx": of_pages, "xlsx": of_sheets, "pdf": of_pdf}
TITLES = [handout.title for handout in catalogue.offered()]


def part(window, handout):
    """The row of a file on the page."""
    return window.tab.locator(f".st-key-bahan-{handout.code}")


def taken(window, handout, form=None):
    """The file, made first where it is not there yet: its name and its bytes; the first of several, or that of a form."""
    row, called = part(window, handout), ""
    if len(handout.forms) > 1:
        called = f" {NAMES[(form or handout.forms[0]).suffix]}"
    if row.get_by_role("button", name=f"Siapkan{called}").count():
        row.get_by_role("button", name=f"Siapkan{called}").click()
    ready = row.get_by_role("button", name=re.compile(rf"^Unduh{called}, [\d.]+ KB$"))
    ready.wait_for()
    window.settle()
    try:
        with window.tab.expect_download(timeout=10_000) as loading:
            ready.click()
    except TimeoutError:
        # Faster than any hand: a click within the last moments of a run is lost in Chromium now and then.
        with window.tab.expect_download() as loading:
            ready.click()
    return loading.value.suggested_filename, loading.value.path().read_bytes()


def waiting(window):
    """The titles of the files that would have to be made."""
    return [
        handout.title
        for handout in catalogue.offered()
        if part(window, handout).get_by_role("button", name="Siapkan").count()
    ]


# --- taking ---


def test_every_file_is_made_and_taken_by_clicking_and_opens_with_the_numbers_of_the_screen(screen, start, samples_shot):
    with start(samples_shot) as (address, _):
        window = screen().open(address, "bahan")
        assert "Bahan ini memakai angka terbaru, keadaan 4 November." in one_line(window.read()["text"])
        assert waiting(window) == TITLES, "nothing is made before somebody asks"
        for handout, form in [(one, form) for one in catalogue.offered() for form in one.forms]:
            name, content = taken(window, handout, form)
            assert name == f"{handout.code}-2024-11-04-000002-simulasi.{form.suffix}"
            said = OPEN[form.suffix](io.BytesIO(content))
            assert "000002-2024-11-04" in said and "simulasi" in said.lower()
            assert form.suffix == "pdf" or zipfile.ZipFile(io.BytesIO(content)).testzip() is None
        assert window.troubles == []
        # Whoever comes next need not wait.
        assert waiting(screen().open(address, "bahan")) == []


def test_the_numbers_of_a_past_meeting_go_into_its_files(screen, address):
    window = screen()
    window.tab.goto(f"{address}/bahan?rapat=2024-10-21")
    said = one_line(window.settle().read()["text"])
    assert "Bahan ini memakai angka rapat 21 Oktober yang dibekukan" in said
    name, content = taken(window, catalogue.offered()[0])
    assert name.startswith("paparan-2024-10-21-000001")
    title = pptx.Presentation(io.BytesIO(content)).slides[0]
    assert "Keadaan Senin, 21 Oktober 2024, dibekukan" in " ".join(
        shape.text_frame.text for shape in title.shapes if shape.has_text_frame
    )


def test_a_decision_that_is_recorded_makes_the_files_of_before_old(screen, start, samples_shot, tmp_path):
    folder = shutil.copytree(samples_shot, tmp_path / "potret")
    with start(folder) as (address, _):
        window = screen().open(address, "bahan")
        _, without = taken(window, catalogue.offered()[0])
        record(Settings("folder", tmp_path, folder, None), "Segel dikirim lewat udara")
        # The page sees it by itself, without being opened again.
        part(window, catalogue.offered()[0]).get_by_role("button", name="Siapkan").wait_for()
        _, with_it = taken(window, catalogue.offered()[0])
    assert "Segel dikirim lewat udara" in of_tables(with_it) and "Segel dikirim" not in of_tables(without)


def of_tables(content):
    shapes = [shape for slide in pptx.Presentation(io.BytesIO(content)).slides for shape in slide.shapes]
    return " ".join(cell.text for one in shapes if one.has_table for row in one.table.rows for cell in row.cells)


@pytest.fixture
def app(monkeypatch, samples_shot):
    """The page Bahan in Streamlit's own runner."""
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_POTRET", str(samples_shot))
    runner = AppTest.from_file(str(HOME / "app.py"), default_timeout=60)
    return runner.run().switch_page("monev/pages/bahan.py").run()


def test_a_file_that_cannot_be_made_is_said_in_its_place_and_can_be_tried_again(app, monkeypatch, caplog):
    code = catalogue.offered()[0].code
    whole = catalogue.offered()
    monkeypatch.setattr(catalogue, "offered", lambda: [replace(one, write=lambda *_: 1 / 0) for one in whole])
    app.button(key=f"siapkan-{code}").click().run()
    said = " ".join(str(block.value) for block in app.get("html"))
    assert "Belum berhasil." in said and "division" not in said and not app.exception
    # It stays on the screen, beside the button for another try.
    app.run()
    assert "Berkas ini belum dapat dibuat." in " ".join(str(block.value) for block in app.get("html"))
    assert "Bahan “paparan” gagal dibuat: ZeroDivisionError" in caplog.text
    monkeypatch.setattr(catalogue, "offered", lambda: whole)
    app.button(key=f"siapkan-{code}").click().run()
    assert "Berkas ini belum dapat dibuat." not in " ".join(str(block.value) for block in app.get("html"))


def test_what_is_offered_has_names_of_its_own():
    assert (
        len({one.code for one in catalogue.offered()})
        == len({one.title for one in catalogue.offered()})
        == len(catalogue.offered())
        == 9
    )
    for one in catalogue.offered():
        assert one.holds.endswith(".") and one.suffix in OPEN


def test_the_name_of_a_file_says_day_snapshot_and_whether_it_is_simulated():
    facts = {"id": "000012-2024-11-04-1a2b3c4d", "simulasi": False, "tanggal_acuan": dt.date(2024, 11, 4)}
    names = [
        file_name(catalogue.offered()[0], Source(list, facts | {"simulasi": made_up}, [])) for made_up in (False, True)
    ]
    assert names == ["paparan-2024-11-04-000012.pptx", "paparan-2024-11-04-000012-simulasi.pptx"]


def test_a_size_is_told_in_whole_kilobytes_and_never_as_none():
    assert [downloads.size(b"x" * count) for count in (1, 70_000, 1_300_000)] == ["1 KB", "68 KB", "1.270 KB"]


# --- of which meeting ---


def opened(monkeypatch, folder):
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_POTRET", str(folder))
    return AppTest.from_file(str(HOME / "app.py"), default_timeout=60).run().switch_page("monev/pages/bahan.py").run()


def told(page):
    return re.sub("<[^>]+>", "", " ".join(str(block.value) for block in page.get("html")))


def test_after_a_meeting_its_files_are_offered_first(monkeypatch, samples_shot, tmp_path):
    folder = shutil.copytree(samples_shot, tmp_path / "potret")
    page = opened(monkeypatch, folder)
    assert "ke-rapat" not in [button.key for button in page.button], "the last meeting was two weeks ago"
    meeting.pin(folder, store.latest(folder), dt.datetime(2024, 11, 4, 9, 12), title="Rapat pekan ini")
    page = opened(monkeypatch, folder)
    said = told(page)
    assert said.index("Rapat pekan ini") < said.index("Berkas untuk dibawa pulang")
    page.button(key="ke-rapat").click().run()
    assert "Bahan ini memakai angka rapat 4 November yang dibekukan 09.12 WIB." in told(page)
    assert "ke-rapat" not in [button.key for button in page.button]


def test_ending_a_meeting_is_asked_once_with_what_was_decided_and_leads_to_its_files(
    screen, start, samples_shot, tmp_path
):
    folder = shutil.copytree(samples_shot, tmp_path / "potret")
    found = meeting.pin(folder, store.latest(folder), clock.now())
    meeting.start(folder, found, clock.now())
    record(Settings("folder", tmp_path, folder, None), "Segel dikirim lewat udara", "Gudang dijaga")
    with start(folder) as (address, _):
        window = screen().open(address, "rapat")
        ends = window.tab.get_by_role("button", name="Akhiri rapat")
        ends.click()
        window.tab.get_by_text("2 keputusan dicatat, 2 menunggu dikirim.").wait_for()
        assert window.tab.get_by_role("button", name="Lanjutkan rapat ini").count() == 0
        window.tab.get_by_role("button", name="Batal").click()
        ends.wait_for()
        assert meeting.on(folder, clock.now()) == found.name
        ends.click()
        window.tab.get_by_role("button", name="Ya, akhiri dan buka notula").click()
        window.tab.get_by_text("Bahan ini memakai angka rapat 4 November yang dibekukan").wait_for()
        assert window.tab.url.endswith("/bahan?rapat=2024-11-04") and window.troubles == []
        assert meeting.on(folder, clock.now()) is None


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ({"dicatat": 12, "ditarik": 0, "menunggu": 3}, "12 keputusan dicatat, 3 menunggu dikirim."),
        ({"dicatat": 4, "ditarik": 1, "menunggu": 0}, "4 keputusan dicatat, 1 ditarik."),
        ({"dicatat": 0, "ditarik": 0, "menunggu": 0}, "Belum ada keputusan yang dicatat."),
        (None, "Angkanya tidak dapat ditampilkan."),
    ],
)
def test_what_happens_at_the_end_is_told_with_its_numbers(counted, said):
    assert said in meetings.ending(counted)
    assert ("tetap dikirim" in meetings.ending(counted)) == bool(counted and counted["menunggu"])


# --- reading aloud ---


def test_each_agenda_point_has_its_text_to_copy_and_to_send(screen, address, asked):
    window = screen().open(address, "bahan")
    rows = asked("bahan/bacaan")
    said = one_line(window.read()["text"])
    assert all(one_line(row["bacaan"]) in said for row in rows) and len(rows) == 5
    links = window.tab.get_by_role("link", name="Buka WhatsApp").evaluate_all("all => all.map(one => one.href)")
    sent = [urllib.parse.unquote(link.split("?text=")[1]) for link in links]
    paragraphs = asked("bahan/pesan")
    assert sent == [whatsapp.of_point([one for one in paragraphs if one["halaman"] == row["halaman"]]) for row in rows]
    # "C.Pemberitahuan" is not to become an address.
    assert not any("C.Pemberitahuan" in text for text in sent)
    assert window.tab.get_by_role("button", name="Salin pesan").count() == 5
    # What copies and what sends stand side by side in one look.
    look = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color, getComputedStyle(one).borderTopWidth]"
    copies, sends = (
        window.tab.get_by_role("button", name="Salin pesan").first,
        window.tab.locator("[class*=st-key-kirim-] a").first,
    )
    assert copies.evaluate(look) == sends.evaluate(look)
    assert abs(copies.bounding_box()["height"] - sends.bounding_box()["height"]) <= 1


# --- on paper ---


@pytest.mark.parametrize("path", ["/logistik", "/", "/risiko?rapat=2024-10-21"])
def test_a_printer_gets_the_way_to_the_files_and_nothing_else(screen, address, path):
    window = screen().open(address, path)
    assert not window.tab.locator(".cetak").first.is_visible()
    window.tab.emulate_media(media="print")
    [paper] = window.tab.locator(".cetak").all()
    meeting = "?rapat=2024-10-21" if "rapat=" in path else ""
    assert one_line(paper.inner_text()) == (
        f"Untuk dicetak, unduh bahan rapat di halaman Bahan. {address}/bahan{meeting}"
    )
    assert not window.tab.locator("h1").first.is_visible() and not window.tab.locator(".strip").first.is_visible()
    # One sheet: what is hidden takes no paper.
    assert len(re.findall(rb"/Type\s*/Page\b", window.tab.pdf())) == 1
