"""Every page before axe-core, in both themes and both sizes, and what opens on a page: nothing serious, nothing critical."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.screen import PAGES, SIZES
from tests.test_browser_meeting import NOTICED, OFFER, City

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
THEMES = ("light", "dark")
GRAVE = ("serious", "critical")
#: What is Streamlit's own and out of reach from here: (rule, part of the selector) -> why it may stay.
LEFT_BY_STREAMLIT = {}
FORM = ".st-key-catat .stForm"


@pytest.fixture(scope="module")
def left():
    """What of LEFT_BY_STREAMLIT was met."""
    return set()


def found(tab, left):
    """What axe finds on a page as it stands, in both themes, as "theme: rule selector why"."""
    page, wrong = tab.tab, []
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        tab.until(f"getComputedStyle(document.querySelector('.stApp')).colorScheme === '{theme}'")
        for broken in page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]:
            for node in broken["nodes"] if broken["impact"] in GRAVE else ():
                where = str(node["target"])
                known = {one for one in LEFT_BY_STREAMLIT if one[0] == broken["id"] and one[1] in where}
                left |= known
                wrong += [] if known else [f"{theme}: {broken['id']} {where} {node['failureSummary'][:200]}"]
    page.emulate_media(color_scheme="light")
    return wrong


def test_axe_is_new_enough_to_know_the_second_version_of_the_rules():
    assert [int(part) for part in AXE.split("axe v", 1)[1].split("\n", 1)[0].split(".")[:2]] >= [4, 9]


def test_axe_finds_what_is_made_wrong_on_purpose(screen, address, left):
    tab = screen().open(address, "logistik")
    tab.tab.evaluate("""() => {
        document.querySelector(".kalimat").innerHTML = '<a href="/" style="color:var(--rule)">terlalu pucat</a>'
        document.querySelector(".strip").innerHTML = '<img src="/app/static/ikon.svg" width="20">'
    }""")
    rules = {one.split()[1] for one in found(tab, left)}
    assert {"image-alt", "color-contrast"} <= rules


@pytest.mark.parametrize("size", SIZES)
def test_no_page_has_a_grave_fault_in_either_theme(screen, address, left, size):
    tab, wrong = screen(*SIZES[size]), {}
    for page in PAGES:
        tab.open(address, page)
        tab.tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        wrong |= {page: faults} if (faults := found(tab, left)) else {}
    assert wrong == {}


@pytest.mark.parametrize("size", SIZES)
def test_nothing_that_opens_has_a_grave_fault(screen, address, left, size):
    tab = screen(*SIZES[size]).open(address, "logistik")
    tab.tab.keyboard.press("k")
    tab.tab.locator(FORM).wait_for()
    assert found(tab, left) == []
    tab.tab.locator(f"{FORM} .stFormSubmitButton button").first.click()
    tab.tab.get_by_text("Uraian keputusan belum ditulis.").wait_for()
    assert found(tab, left) == [], "with what it refuses"
    tab.tab.locator(f"{FORM} .stSelectbox button").first.click()
    tab.tab.get_by_role("option").first.wait_for()
    assert found(tab, left) == [], "with a list open"


def test_the_open_menu_of_a_phone_has_no_grave_fault(screen, address, left):
    tab = screen(*SIZES["ponsel"]).open(address, "logistik")
    tab.unfold_menu()
    tab.settle()
    assert found(tab, left) == []


@pytest.mark.parametrize("size", SIZES)
def test_where_nothing_can_be_shown_there_is_no_grave_fault(screen, address, start, tmp_path, left, size):
    tab = screen(*SIZES[size]).open(address, "/logistik?rapat=1999-01-01")
    assert tab.tab.get_by_role("button", name="Ke angka yang dipakai sekarang").is_visible()
    assert found(tab, left) == []
    with start(tmp_path) as (empty, _):
        tab.open(empty, "logistik")
        assert "Belum ada data yang dibaca." in tab.read()["text"] and found(tab, left) == []


def test_the_offer_of_newer_numbers_has_no_grave_fault(screen, start, samples_shot, tmp_path, left):
    city = City(tmp_path, samples_shot)
    with start(city.potret, FOLDER=city.sheets) as (city.address, _):
        tabs = [screen(*size).open(city.address, "logistik") for size in SIZES.values()]
        city.lose_the_grant()
        for tab in tabs:
            tab.tab.locator(OFFER).wait_for(timeout=NOTICED)
            assert found(tab, left) == []


def test_what_is_said_to_be_left_by_streamlit_is_still_there(left):
    """Runs last: a line of the list that nothing met any more has to go."""
    assert left == set(LEFT_BY_STREAMLIT)
