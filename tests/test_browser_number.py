"""The page of one number in a real Chromium: there by a press or by Enter, back again, clean before axe, and whole."""

import pytest

from tests.screen import SIZES
from tests.test_browser_axe import found

pytestmark = pytest.mark.panjang

#: One of goods, one of incidents of which some are restricted, one that is not due yet.
CODES = ("barang_kurang", "kejadian_14_hari", "tps_terlayani_persen")
HEAD = ".satu-angka"
sizes = pytest.mark.parametrize("size", SIZES)


@sizes
@pytest.mark.parametrize("code", CODES)
def test_the_page_of_a_number_is_clean_before_axe_and_no_wider_than_the_screen(screen, address, size, code):
    tab = screen(*SIZES[size]).open(address, f"/angka?kode={code}")
    tab.tab.locator(HEAD).wait_for()
    seen = tab.settle().read()
    assert found(tab, set()) == [] and seen["beyond"] == [] and seen["wide"] <= SIZES[size][0]


@sizes
@pytest.mark.parametrize("press", ["mouse", "Enter"])
def test_a_headline_number_leads_there_and_back_returns(screen, address, size, press):
    tab = screen(*SIZES[size]).open(address, "stabilitas")
    tile = tab.tab.locator("a.angka").first
    if press == "mouse":
        tile.click()
    else:
        tile.focus()
        tab.tab.keyboard.press("Enter")
    tab.tab.locator(HEAD).wait_for()
    assert "/angka?kode=" in tab.tab.url
    tab.tab.go_back()
    tab.until("location.pathname === '/stabilitas'")
    tab.tab.locator("a.angka").first.wait_for()
