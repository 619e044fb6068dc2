"""What lies over a page at its foot and top right while a decision is recorded, and typed words that never end."""

import pytest

from tests import test_browser_meeting
from tests.given import given
from tests.screen import SIZES
from tests.test_browser import FINGER
from tests.test_tindak_lanjut import LATE, NUMBER_SHEET, SHEET, promise, record, sheet

pytestmark = pytest.mark.panjang

city = test_browser_meeting.city
WORD = "Pertanggungjawabannya" * 12
#: Where two parts lie, from above: top and bottom of what a selector finds.
LIES = """(where) => where.map((one) => {
    const { top, bottom } = document.querySelector(one).getBoundingClientRect()
    return [Math.round(top), Math.round(bottom)]
})"""


def press(tab, name):
    button = tab.tab.get_by_role("button", name=name, exact=name == "Catat")
    button.tap() if tab.on_a_phone else button.click()


@pytest.mark.panjang
def test_that_a_decision_is_kept_stands_on_top_of_an_offer_of_any_height(screen, city):
    tabs = {size: screen(*SIZES[size]).open(city.address, "logistik") for size in SIZES}
    city.lose_the_grant()
    for size, tab in tabs.items():
        stands_on_top(tab, size)


def stands_on_top(tab, size):
    tab.tab.locator(test_browser_meeting.OFFER).wait_for(timeout=test_browser_meeting.NOTICED)
    press(tab, "Keputusan")
    tab.tab.get_by_label("Apa yang diputuskan").fill("Jadwal patroli disusun")
    tab.tab.locator(".akan-dicatat").wait_for()  # what nobody has seen yet is not kept
    tab.settle()
    press(tab, "Catat")
    tab.tab.get_by_text("Tercatat:").wait_for()
    tab.settle()
    for lines in ("Satu baris", "Banyak sekali kata " * 40):
        tab.tab.locator(".tawaran").evaluate("(e, words) => { e.textContent = words }", lines)
        (_, kept_ends), (offer_begins, offer_ends) = tab.tab.evaluate(LIES, [".st-key-catat", ".st-key-tawaran"])
        assert kept_ends == offer_begins and offer_ends == SIZES[size][1]


@pytest.mark.parametrize("size", SIZES)
def test_a_page_can_be_scrolled_free_of_the_form(screen, address, size):
    tab = screen(*SIZES[size]).open(address, "logistik")
    press(tab, "Keputusan")
    tab.settle()
    tab.tab.get_by_test_id("stMain").evaluate("(e) => e.scrollTo(0, e.scrollHeight)")
    ends = tab.tab.evaluate("""() => Math.max(...[...document.querySelectorAll(".m")]
        .filter((e) => e.checkVisibility() && !e.closest(".st-key-catat")).map((e) => e.getBoundingClientRect().bottom))""")
    [(begins, _)] = tab.tab.evaluate(LIES, [".st-key-catat"])
    assert ends < begins


def test_on_a_phone_the_form_is_wide_enough_for_a_finger_and_names_no_keys(screen, address):
    tab = screen(*SIZES["ponsel"]).open(address, "logistik")
    press(tab, "Keputusan")
    targets = [one for one in tab.settle().read()["targets"] if min(one["width"], one["height"]) < FINGER - 0.5]
    assert targets == []
    assert not any(key.is_visible() for key in tab.tab.locator("kbd").all()) and tab.tab.locator("kbd").count()


def test_on_a_phone_an_open_menu_can_be_closed(screen, address):
    tab = screen(*SIZES["ponsel"]).open(address, "logistik")
    tab.unfold_menu()
    tab.settle()
    tab.tab.get_by_test_id("stSidebarCollapseButton").get_by_role("button").tap()
    tab.tab.locator("[data-testid=stSidebar][data-collapsed=true]").wait_for(state="attached")


@pytest.mark.panjang
def test_a_word_without_an_end_widens_no_page(screen, start, tmp_path):
    promised = [promise(id=f"TL-{WORD}", uraian=WORD, kabar=WORD), promise(id="TL-2", uraian=f"Kirim {WORD}")]
    early = [promise(id="TL-2", uraian="Kirim"), promise(id=f"TL-{WORD}-lama", uraian=WORD)]
    given(tmp_path, "2024-10-28", NUMBER_SHEET | {SHEET: sheet(*early)}).close()
    given(tmp_path, LATE, NUMBER_SHEET | {SHEET: sheet(*promised)}).close()
    record(tmp_path, "TL-3", 1, uraian=WORD)
    with start(tmp_path / "potret") as (own, _):
        for size in SIZES:
            tab = screen(*SIZES[size])
            for page in ("tindak_lanjut", "ringkasan", "perubahan"):
                shown = tab.open(own, page).read()
                assert WORD[:40] in shown["text"] and shown["beyond"] == [], (size, page)
                assert shown["wide"] == SIZES[size][0], (size, page)
