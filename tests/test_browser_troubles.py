"""Sheets that cannot be read, on pages that are open meanwhile: said as it is now, in a place that moves once."""

import datetime as dt
import re
import shutil

import pytest

from monev.snapshot import directory
from monev.words import clock, project
from tests.screen import FIRST, SIZES
from tests.test_browser_new_numbers import NOTICED, STATE, City, checked, lead, touched
from tests.test_browser_words import english

pytestmark = pytest.mark.panjang

#: What a revoked key brings upon all agencies at once.
CAUSE = "Kunci akun layanan ditolak Google: dicabut, dihapus, atau salah salin. Buat kunci baru."
WELL = "Semua lembar sudah dapat dibaca lagi."


def warning(tab, said):
    """The warning that says this, once it is there."""
    found = tab.tab.locator(".petunjuk > li", has_text=said).locator("visible=true")
    found.wait_for(timeout=NOTICED)
    return found


def message(tab, said):
    tab.tab.locator(".pesan", has_text=said).wait_for(timeout=NOTICED)


@pytest.fixture
def potret(samples_shot, tmp_path):
    """Snapshots of the samples with a watcher that is alive."""
    folder = shutil.copytree(samples_shot, tmp_path / "potret")
    now = clock.now().replace(microsecond=0)
    directory.write_watch(folder, directory.Watch(now, now, 120, 1220, 1, 3))
    return folder


def fail(potret, *agencies):
    """From now on these agencies fail for one cause, and no other."""
    kept = directory.read_sync_times(potret)
    directory.write_sync_times(
        potret, [row | {"pesan": CAUSE if row["instansi"] in agencies else None} for row in kept]
    )


def test_what_fails_and_what_heals_is_said_on_an_open_page_which_moves_once(screen, start, tmp_path):
    city = City(tmp_path)
    away = city.sheets.parent / "kpu"
    with start(city.potret, **city.settings) as (city.address, city.process):
        city.over()
        quality = screen().open(city.address, "mutu_data")
        overview = screen().open(city.address, FIRST)
        before = lead(overview).bounding_box()["y"]
        (city.sheets / "kpu").rename(away)
        assert city.round().status == 3
        said = warning(overview, "Lembar KPU belum dapat dibaca.").inner_text()
        assert "Sementara ini dipakai angka yang dibaca" in said
        warned = lead(overview).bounding_box()["y"]
        assert warned > before
        message(quality, "lembarnya belum dapat kami baca")
        looked = quality.tab.locator(STATE, has_text=re.compile(
            r"^4 dari 5 lembar diperiksa \d\d\.\d\d WIB; KPU belum dapat dibaca; diperiksa lagi tiap 1 jam\.$"
        ))  # fmt: skip
        looked.wait_for(timeout=NOTICED)
        assert english(quality.words()) == [] and english(overview.words()) == []
        away.rename(city.sheets / "kpu")
        assert city.round().status == 0
        assert warning(overview, WELL).inner_text() == WELL
        assert lead(overview).bounding_box()["y"] == warned, "whoever reads it does not lose the place again"
        message(quality, "mohon")
        looked.wait_for(state="detached", timeout=NOTICED)
        assert overview.tab.locator(".petunjuk", has_text="KPU belum").locator("visible=true").count() == 0
        overview.open(city.address, FIRST)
        assert lead(overview).bounding_box()["y"] == before and overview.tab.locator(".gantian").count() == 0
        assert overview.troubles == quality.troubles == []


@pytest.mark.parametrize("size", SIZES)
def test_one_cause_for_all_is_one_line_and_leaves_the_page_its_first_screen(screen, start, potret, size):
    fail(potret, *project.agencies())
    with start(potret) as (address, _):
        tab = screen(*SIZES[size]).open(address, FIRST)
        said = warning(tab, "belum dapat dibaca").inner_text()
        assert said.startswith(f"Lembar KPU, Bawaslu, Kesbangpol, BPKPD, dan Sekretariat belum dapat dibaca. {CAUSE} ")
        assert "diperiksa" not in tab.tab.locator(".strip").inner_text()
        assert (
            lead(tab).bounding_box()["y"] < {"layar": 190, "ponsel": 320}[size]
        )  # a line more on a phone: the turn in the meeting
        assert tab.read()["beyond"] == []
        tab.open(address, "mutu_data")
        assert tab.tab.locator(STATE).inner_text().startswith("Pemeriksaan lembar belum berhasil; dicoba lagi")


def test_while_a_trouble_lasts_nothing_is_touched_and_what_comes_after_fits_its_place(screen, start, potret):
    fail(potret, *project.agencies())
    with start(potret) as (address, _):
        tab, asked = screen(), []
        tab.tab.on("websocket", lambda socket: socket.on("framesent", lambda sent: asked.append(sent)))
        tab.open(address, "mutu_data")
        first = screen(*SIZES["ponsel"]).open(address, FIRST)
        place = lead(first).bounding_box()["y"]
        assert touched(tab, asked) == []
        fail(potret, "kpu", "bawaslu")
        warning(first, "Lembar KPU dan Bawaslu belum dapat dibaca.")
        assert lead(first).bounding_box()["y"] == place
        fail(potret)
        warning(first, WELL)
        assert lead(first).bounding_box()["y"] == place and first.read()["beyond"] == []
        fail(potret, *project.agencies())
        warning(first, "Lembar KPU, Bawaslu, Kesbangpol, BPKPD, dan Sekretariat belum dapat dibaca.")
        assert lead(first).bounding_box()["y"] == place
        assert tab.troubles == first.troubles == []


def test_the_strip_claims_no_look_that_failed(screen, start, potret):
    later = directory.last_checked(potret) + dt.timedelta(minutes=28)
    rows = [row | {"berhasil": later.isoformat()} for row in directory.read_sync_times(potret)]
    directory.write_sync_times(potret, rows)
    with start(potret) as (address, _):
        tab = screen().open(address, "logistik")
        strip = tab.tab.locator(".strip", has_text=checked(potret, later))
        strip.wait_for(timeout=NOTICED)
        fail(potret, "kpu")
        strip.wait_for(state="detached", timeout=NOTICED)


def test_a_room_is_told_which_sheets_fail_and_its_first_screen_stays(screen, start, potret):
    with start(potret) as (address, _):
        tab = screen()

        def places():
            tab.open(address, "/risiko?mode=rapat")
            return [tab.tab.locator(part).first.bounding_box() for part in (".kalimat", ".peta", ".angka-sisi")]

        before = places()
        assert "dibaca" in tab.tab.locator(".rel").inner_text()
        fail(potret, "kpu", "bawaslu")
        assert places() == before
        assert "KPU dan Bawaslu belum dapat dibaca" in " ".join(tab.tab.locator(".rel").inner_text().split())
        below = warning(tab, "Lembar KPU dan Bawaslu belum dapat dibaca.").bounding_box()["y"]
        assert below > before[1]["y"] + before[1]["height"]
        fail(potret, "kpu", "bawaslu", "bpkpd")
        tab.tab.locator(".rel .gagal", has_text="3 lembar belum dapat dibaca").wait_for(timeout=NOTICED)
        rail = tab.tab.locator(".rel .no").bounding_box(), tab.tab.locator(".rel .gagal").bounding_box()
        assert abs(rail[0]["y"] - rail[1]["y"]) < 8, "in the same line"
