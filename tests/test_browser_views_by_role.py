"""What is opened from a page, as each role in a real Chromium: one number, one kecamatan, a search, a term, a chart with its
days; whole, clean before axe, without a jump, and without what belongs to others."""

import pytest

from tests.provider import PEOPLE, cookie
from tests.screen import SIZES, Screen
from tests.test_browser_access import ASKED, MAY, house, issuer, serve  # noqa: F401 - fixtures
from tests.test_browser_axe import found
from tests.test_browser_search import BOX, FIELD
from tests.test_browser_shift import JUMPS, ONCE, WHOLE, jumps, late_figures, told
from tests.test_browser_terms import OPEN

pytestmark = pytest.mark.panjang

#: A number, and what is said of the cell that KPU mistyped of it.
HELD, SAID = "/angka?kode=peserta_per_1000_pemilih", "Cibeureum adalah nama kecamatan, bukan kelurahan."
#: What is looked at -> where it is.
VIEWS = {
    "a number of goods": "/angka?kode=barang_kurang",
    "a number with a row held out": HELD,
    "a number with restricted rows": "/angka?kode=kejadian_14_hari",
    "a number in the room": "/angka?kode=barang_kurang&mode=rapat",
    "a number of one kecamatan": "/angka?kode=kejadian_14_hari&kec=Cikole",
    "one kecamatan": "/risiko?kec=Cikole",
    "charts with days": "/stabilitas",
}
#: What is opened with a press -> where, by what, and what is there then.
OPENED = {
    "the search": ("/logistik", ".buka-cari", BOX),
    "a term": ("/netralitas", ".istilah", OPEN),
    "the menu of a chart": ("/stabilitas", ".unduh summary", ".unduh[open]"),
}
sizes, roles = pytest.mark.parametrize("size", SIZES), pytest.mark.parametrize("role", MAY)


@pytest.fixture
def seen_as(chromium, house):  # noqa: F811
    """A function that gives a tab of somebody of a role."""
    tabs = []

    def come(role, size):
        tab = Screen(chromium, *SIZES[size])
        tabs.append(tab.__enter__())
        tab.tab.context.add_cookies([cookie(house.address, PEOPLE[role])])
        return tab

    yield come
    for tab in tabs:
        tab.__exit__(None, None, None)


@sizes
@roles
def test_every_view_is_whole_clean_and_still_for_every_role(seen_as, house, role, size):  # noqa: F811
    tab = seen_as(role, size)
    tab.tab.add_init_script(JUMPS)
    late_figures(tab)
    for view, path in VIEWS.items():
        seen = tab.open(house.address, path).read()
        moved = jumps(tab)
        assert "Data simulasi" in seen["text"] and ASKED not in seen["text"], view
        assert sum(value for value, _ in moved) <= WHOLE, (view, told(moved))
        assert max((value for value, _ in moved), default=0) <= ONCE, (view, told(moved))
        assert found(tab, set()) == [] and seen["beyond"] == [] and seen["wide"] <= SIZES[size][0], view
    assert not tab.troubles


@sizes
@roles
def test_whatever_opens_on_a_page_opens_for_every_role(seen_as, house, role, size):  # noqa: F811
    tab = seen_as(role, size)
    for what, (path, press, there) in OPENED.items():
        tab.open(house.address, path)
        wanted = tab.tab.locator(press).locator("visible=true").first
        wanted.tap() if size == "ponsel" else wanted.click()
        tab.tab.locator(there).first.wait_for()
        if there == BOX:
            tab.tab.locator(FIELD).fill("barang")
        assert found(tab, set()) == [], what
    assert not tab.troubles


@roles
def test_a_cell_held_out_stands_on_the_page_of_its_number_for_whom_it_belongs_to(seen_as, house, role):  # noqa: F811
    tab = seen_as(role, "layar").open(house.address, HELD)
    assert (SAID in tab.tab.content()) is ("kpu" in MAY[role][1])


@roles
def test_rows_of_others_are_not_on_the_page_of_a_number(seen_as, house, role):  # noqa: F811
    """Cells of the grants' payments are BPKPD's, as it typed them."""
    tab = seen_as(role, "layar").open(house.address, "/angka?kode=pencairan_kpu_persen")
    assert (tab.tab.locator(".satu-angka").count()) == 1
    hidden = tab.tab.get_by_text("Rincian selnya dibuka oleh lembaga ini sendiri").count()
    assert bool(hidden) is ("bpkpd" not in MAY[role][1])
