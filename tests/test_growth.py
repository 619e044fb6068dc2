"""A city with a hundred times the rows: it is read whole, and its pages stay as light as those of the samples."""

import dataclasses
import json

import pytest
from streamlit.testing.v1 import AppTest

from bench import grown, growth
from monev.settings import HOME, Settings
from monev.sync import sync
from monev.words import words
from tests.conftest import monev
from tests.screen import FILES, FIRST, PAGES

pytestmark = pytest.mark.panjang

TIMES = 100


@dataclasses.dataclass(frozen=True)
class Drawn:
    """What a page delivers: the bytes of each element, and all of its HTML as one text."""

    weights: list[int]
    html: str


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """The folder of the snapshots of the grown city, the newer and the one of the meeting before."""
    folder = tmp_path_factory.mktemp("kota")
    grown.grow(folder / "lembar", TIMES)
    # Not as a command: how long one may take is no matter of this test.
    assert not any(
        result.failed for result in sync.sync(Settings("folder", folder / "lembar", folder / "potret", None))
    )
    return folder / "potret"


@pytest.fixture(scope="module")
def drawn(city, samples_shot):
    """A function that draws a page on the samples or on the grown city."""

    def on(page, large):
        with pytest.MonkeyPatch.context() as patch:
            for name in ("SUMBER", "FOLDER", "TANGGAL"):
                patch.delenv(f"MONEV_{name}", raising=False)
            patch.setenv("MONEV_POTRET", str(city if large else samples_shot))
            app = AppTest.from_file(str(HOME / "app.py"), default_timeout=120)
            app = app.run() if page == FIRST else app.run().switch_page(FILES[page]).run()
        assert not app.exception, app.exception[0].message
        return Drawn(growth.weights(app), " ".join(str(block.value) for block in app.get("html")))

    return on


def asked(folder, question):
    done = monev("ask", question, "--format", "json", POTRET=folder)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_row_of_the_grown_city_is_accounted_for_and_no_key_is_there_twice(city):
    tabs = asked(city, "mutu_data/cakupan_tab")
    assert sum(row["terlihat"] for row in tabs) > 15_000
    for row in tabs:
        assert row["terlihat"] == row["terhitung"] + row["ditahan"] + row["tata_letak"], row["judul"]
    assert not [row for row in asked(city, "mutu_data/temuan") if "kunci" in row["alasan"].lower()]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_delivers_at_most_twice_as_much_at_a_hundred_times_the_rows(drawn, page):
    small, large = drawn(page, large=False), drawn(page, large=True)
    assert len(large.weights) <= len(small.weights) + 2, "elements"
    assert sum(large.weights) <= 2 * sum(small.weights), (sum(small.weights), sum(large.weights))


@pytest.mark.parametrize(
    ("page", "question", "most", "what"),
    [
        ("risiko", "risiko/kasus", 20, "kasus"),
        ("risiko", "risiko/perlu_diputuskan", 12, "hal"),
        ("partisipasi", "partisipasi/tumpang_tindih", 20, "pasang kegiatan"),
        ("netralitas", "netralitas/alur", 12, "kasus"),
        ("stabilitas", "stabilitas/perlu_diputuskan", 12, "hal"),
    ],
)
def test_what_is_not_drawn_is_counted_with_the_way_to_it(drawn, city, page, question, most, what):
    count = len(asked(city, question))
    left = f"dan {words.number(count - most)} {what} lainnya; semuanya di berkas Semua tabel, halaman <a"
    assert count > most and left in drawn(page, large=True).html


def test_the_promises_that_are_not_drawn_are_counted(drawn, city):
    rows = asked(city, "tindak_lanjut/daftar")
    done = sum(row["keadaan"] == "selesai" for row in rows)
    html = drawn("tindak_lanjut", large=True).html
    assert f"{words.number(done)} janji selesai" in html
    for left in (done - 6, len(rows) - done - 15):
        assert f"dan {words.number(left)} janji lainnya" in html


def test_the_changes_of_an_agency_are_all_counted(drawn, city):
    html = drawn("perubahan", large=True).html
    rows = asked(city, "perubahan/daftar")
    for agency in asked(city, "perubahan/instansi"):
        own = sum(row["instansi"] == agency["instansi"] for row in rows)
        # Restricted rows are counted and never listed.
        assert own == agency["semua"] - agency["terbatas"]
        assert f"{agency['nama']}: {words.number(agency['semua'])} perubahan: " in html
        assert f"dan {words.number(own - 60)} perubahan lainnya" in html or own <= 60
