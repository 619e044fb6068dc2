"""Every page on a city of hostile cells, in a real browser: nothing runs, nothing leads or asks elsewhere."""

import datetime as dt
import urllib.parse

import pytest

from monev.contract import contracts
from monev.settings import CONTRACTS, SAMPLES, Settings
from monev.sync import sync
from monev.words import words
from tests import hostile
from tests.desk import record
from tests.screen import PAGES, SIZES, Screen

pytestmark = pytest.mark.panjang

DAY = dt.date(2024, 11, 4)

#: The findings of each agency; the address names it as the page does.
FINDINGS = {agency: f"/mutu_data?instansi={words.agency(agency)}" for agency in contracts.load(CONTRACTS)}


@pytest.fixture(scope="module")
def city(tmp_path_factory, start):
    """The address of a server on the hostile city, with a decision recorded on it that is hostile as well."""
    place = tmp_path_factory.mktemp("kota")
    sync.sync(Settings("folder", SAMPLES / "2024-10-21", place / "potret", dt.date(2024, 10, 21)))
    settings = Settings("folder", hostile.write(place / "lembar"), place / "potret", DAY)
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


@pytest.fixture(scope="module")
def watched(chromium):
    """One tab that goes from page to page."""
    with Screen(chromium, *SIZES["layar"]) as screen:
        yield Watched(screen)


@pytest.mark.parametrize("path", [*PAGES, *FINDINGS.values()])
def test_no_script_runs_no_link_is_made_and_no_request_leaves(watched, city, path):
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


def test_the_pages_say_what_was_typed_as_it_was_typed(screen, start, tmp_path):
    settings = Settings("folder", hostile.write(tmp_path / "lembar", hostile.once), tmp_path / "potret", DAY)
    sync.sync(settings)
    said = ""
    with start(settings.snapshots) as (address, _):
        for agency, path in FINDINGS.items():
            shown = screen(*SIZES["layar"]).open(address, path).tab.locator("body").inner_text()
            assert f"Pesan untuk {words.agency(agency)}" in shown
            said += shown
    plain = [text for text in hostile.TEXTS if text.isprintable() and len(text) < 150]
    assert len(plain) > 20 and not [text for text in plain if text not in said]
    assert "\u202e" not in said


def test_a_page_names_the_kind_of_a_number_and_not_the_number(screen, city):
    said = screen(*SIZES["layar"]).open(city, FINDINGS["kesbangpol"]).tab.locator("body").inner_text()
    assert "(disembunyikan: NIP)" in said and "\u202e" not in said


def test_a_decision_that_is_typed_with_stars_sets_nothing_bold(screen, city):
    tab = screen(*SIZES["layar"]).open(city, "tindak_lanjut").tab
    assert "[klik di sini]" in tab.locator("body").inner_text()
    assert tab.locator("b", has_text="tebal").count() == 0
