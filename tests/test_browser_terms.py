"""Terms that open what they mean, in a real Chromium: by mouse, keyboard and finger, and not before a room."""

import pytest

from tests.screen import SIZES
from tests.test_browser_axe import found
from tests.test_browser_search import PLACES

pytestmark = pytest.mark.panjang

OPEN = "[popover]:popover-open"


def note(tab):
    tab.until(f"document.querySelector('{OPEN}') !== null")
    return tab.tab.locator(OPEN)


def closed(tab):
    tab.until(f"document.querySelector('{OPEN}') === null")


@pytest.mark.parametrize("size", SIZES)
def test_a_term_opens_by_a_press_over_the_page_and_closes_beside_it(screen, address, size):
    tab = screen(*SIZES[size]).open(address, "netralitas")
    term = tab.tab.locator(".istilah", has_text="BKN").first
    before = tab.tab.evaluate(PLACES)
    term.tap() if size == "ponsel" else term.click()
    shown = note(tab)
    assert "Badan Kepegawaian Negara" in shown.inner_text() and "rekomendasi" in shown.inner_text()
    box = shown.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= SIZES[size][0] and box["y"] + box["height"] <= SIZES[size][1]
    assert [one for one in tab.tab.evaluate(PLACES) if one not in before and not one.startswith(f"{box['x']:g}")] == []
    assert found(tab, set()) == []
    tab.tab.locator("h1").click()
    closed(tab)


def test_a_term_opens_by_the_keyboard_and_closes_by_escape_with_the_focus_kept(screen, address):
    tab = screen().open(address, "netralitas")
    term = tab.tab.locator(".istilah", has_text="PPK").first
    term.focus()
    tab.tab.keyboard.press("Enter")
    said = note(tab).inner_text()
    assert "pejabat pembina kepegawaian" in said and "panitia pemilihan kecamatan" in said
    tab.tab.keyboard.press("Escape")
    closed(tab)
    assert tab.tab.evaluate("document.activeElement.textContent") == "PPK"


def test_every_term_that_opens_has_its_note_and_no_note_stands_twice(screen, address):
    tab = screen()
    for page in ("ringkasan", "logistik", "partisipasi", "stabilitas", "mutu_data"):
        tab.open(address, page)
        wanted, there = tab.tab.evaluate("""() => [
            [...document.querySelectorAll(".istilah")].map((one) => one.getAttribute("popovertarget")),
            [...document.querySelectorAll("[popover][id^=istilah]")].map((one) => one.id)]""")
        assert {*wanted} <= {*there} and len(there) == len({*there}), page
    assert not tab.troubles


def test_nothing_of_it_stands_before_a_room(screen, address):
    tab = screen()
    tab.tab.goto(f"{address}/netralitas?mode=rapat")
    tab.tab.locator(".rel").wait_for()
    tab.settle()
    assert tab.tab.locator(".istilah, [popover]").count() == 0


def test_the_whole_list_is_where_the_columns_are_explained(screen, address, asked):
    tab = screen().open(address, "mutu_data")
    tab.tab.locator("summary", has_text="Daftar istilah").click()
    listed = tab.tab.locator("details", has_text="Daftar istilah").inner_text()
    assert all(row["arti"] in listed for row in asked("bersama/singkatan"))
