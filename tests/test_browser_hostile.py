"""Every page on a city of hostile cells, in a real browser: nothing runs, nothing leads or asks elsewhere."""

import csv
import datetime as dt
import urllib.parse

import pytest

from monev import sync
from monev.settings import SAMPLES, Settings
from tests import hostile
from tests.desk import record
from tests.screen import PAGES, SIZES

pytestmark = pytest.mark.panjang

AGENCIES = ("kpu", "bawaslu", "bpkpd", "sekretariat")
#: The findings of one agency are looked through each time, those of the others among the long tests.
PATHS = [*PAGES, "/mutu_data?instansi=kesbangpol&bobot=semua"] + [
    pytest.param(f"/mutu_data?instansi={agency}&bobot=semua", marks=pytest.mark.panjang) for agency in AGENCIES
]


@pytest.fixture(scope="module")
def city(tmp_path_factory, start):
    """The address of a server on the hostile city, with a decision recorded on it that is hostile as well."""
    place = tmp_path_factory.mktemp("kota")
    sync.sync(Settings("folder", SAMPLES / "2024-10-21", place / "potret", dt.date(2024, 10, 21)))
    settings = Settings("folder", hostile.write(place / "lembar"), place / "potret", dt.date(2024, 11, 4))
    sync.sync(settings)
    record(settings, *(text[:500] for text in hostile.TEXTS[:12]))
    with start(settings.snapshots) as (address, _):
        yield address


class Watched:
    """A tab of which every request is written down."""

    def __init__(self, screen):
        self.screen, self.asked, self.dialogs = screen, [], []
        self.screen.tab.on("request", lambda request: self.asked.append(request.url))
        self.screen.tab.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def strangers(self):
        schemes = (urllib.parse.urlsplit(url) for url in self.asked)
        return [one.geturl() for one in schemes if one.scheme not in ("data", "blob") and one.hostname != "127.0.0.1"]


@pytest.mark.parametrize("path", PATHS)
def test_no_script_runs_no_link_is_made_and_no_request_leaves(screen, city, path):
    watched = Watched(screen(*SIZES["layar"]))
    tab = watched.screen.open(city, path).tab
    assert tab.evaluate(f"window.{hostile.RAN}") is None and watched.dialogs == []
    # WhatsApp's own link holds the message, in which nothing is an address.
    links = [
        link for link in tab.locator("a[href]").evaluate_all("all => all.map(one => one.href)") if "wa.me" not in link
    ]
    assert not [link for link in links if hostile.HOST in link or not link.startswith(city)]
    assert tab.locator(f"[src*='{hostile.HOST}'], img[src=x], svg[onload], .katex").count() == 0
    assert watched.strangers() == []
    whole = tab.content()
    assert not hostile.found(tab.locator("body").inner_text()) and not hostile.found(whole)
    assert watched.screen.troubles == []


def test_a_page_says_what_was_typed_as_it_was_typed(screen, start, tmp_path):
    with (SAMPLES / "kesbangpol" / "kejadian.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    [head] = [place for place, line in enumerate(lines) if "ID Kejadian" in line]
    dated = lines[head].index("Tanggal Kejadian")
    typed = [*hostile.TEXTS, "19780101 200501 1 001"]
    for place, text in enumerate(typed):
        lines.append([text if column == dated else value for column, value in enumerate(lines[head + 1])])
        lines[-1][lines[head].index("ID Kejadian")] = f"SIM-{place}"
    tab = tmp_path / "lembar" / "kesbangpol" / "kejadian.csv"
    tab.parent.mkdir(parents=True)
    with tab.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    settings = Settings("folder", tmp_path / "lembar", tmp_path / "potret", dt.date(2024, 11, 4))
    sync.sync(settings)
    with start(settings.snapshots) as (address, _):
        opened = screen(*SIZES["layar"]).open(address, "/mutu_data?instansi=Kesbangpol")
        said = opened.tab.locator("body").inner_text()
    plain = [text for text in hostile.TEXTS if text.isprintable() and len(text) < 150]
    # Cells of one cause are told once, the first of them quoted.
    assert len(plain) > 20 and [text for text in plain if text in said]
    assert "(disembunyikan: NIP)" in said and "\u202e" not in said


def test_a_decision_that_is_typed_with_stars_sets_nothing_bold(screen, city):
    tab = screen(*SIZES["layar"]).open(city, "tindak_lanjut").tab
    assert "[klik di sini]" in tab.locator("body").inner_text()
    assert tab.locator("b", has_text="tebal").count() == 0
