"""Choosing one kecamatan in a real Chromium: by mouse and by keyboard, kept through pages, in the room never there."""

import pytest

from monev.snapshot import schema, store
from tests.screen import PAGES, POINTS, SIZES, path_of
from tests.test_browser_axe import found
from tests.test_kecamatan import CODES, within

pytestmark = pytest.mark.panjang

CHOICE, LIST, NOTE = ".pilih-kec summary", ".pilih-kec ul", ".kec-kata"
sizes = pytest.mark.parametrize("size", SIZES)


def chosen(tab):
    """What stands as chosen above the page."""
    return tab.tab.locator(CHOICE).inner_text().partition(":")[2].strip()


def pick(tab, name):
    tab.tab.locator(CHOICE).click()
    tab.tab.locator(LIST).get_by_role("link", name=name, exact=True).click()
    tab.until(f"document.querySelector('{CHOICE}')?.textContent.includes({name!r})")
    return tab.settle()


def values(tab):
    return {one["label"]: (one["value"], one["status"]) for one in tab.read()["numbers"]}


@sizes
def test_a_choice_by_mouse_narrows_the_page_and_stays_through_reload_and_pages(screen, address, size):
    tab = screen(*SIZES[size]).open(address, "stabilitas")
    city = values(tab)
    assert chosen(tab) == "Seluruh kota" and city["Kejadian tinggi aktif"] == ("2 kejadian", "merah")
    pick(tab, "Kec. Cikole")
    own = values(tab)
    assert own["Kejadian tinggi aktif"] == ("1 kejadian", "tanpa_penilaian") and "Laporan Desk terlambat" not in own
    assert tab.tab.url.endswith("/stabilitas?kec=Cikole")
    seen = tab.read()
    assert "Hanya yang bertempat di Kecamatan Cikole. 2 baris tanpa tempat tidak ikut." in seen["text"]
    assert [one["said"] for one in seen["others"]] == ["Laporan Desk terlambat 0 hari"], "the number of the city beside"
    assert sum(tile["level"] == "luar" for tile in seen["tiles"]) == 33 - 6
    tab.tab.reload()
    tab.tab.locator(CHOICE).wait_for()
    assert chosen(tab.settle()) == "Kec. Cikole" and values(tab) == own
    if tab.on_a_phone:
        tab.unfold_menu()
    tab.menu_link("risiko").click()
    tab.until("document.querySelector('.kepala .agenda')?.textContent.includes('risiko')")
    assert chosen(tab.settle()) == "Kec. Cikole" and tab.tab.url.endswith("/risiko?kec=Cikole")
    tab.tab.locator("a.angka").first.click()
    tab.tab.locator(".satu-angka").wait_for()
    assert chosen(tab.settle()) == "Kec. Cikole" and "kec=Cikole" in tab.tab.url
    pick(tab, "Seluruh kota")
    assert "kec" not in tab.tab.url and tab.tab.locator(NOTE).count() == 0


@sizes
def test_a_choice_by_keyboard_alone_and_the_focus_stays_with_it(screen, address, size):
    tab = screen(*SIZES[size]).open(address, "risiko")
    keys = tab.tab.keyboard
    tab.tab.locator(CHOICE).focus()
    keys.press("Enter")
    tab.tab.locator(LIST).wait_for()
    keys.press("Escape")
    assert not tab.tab.locator(LIST).is_visible()
    assert tab.tab.evaluate("document.activeElement.closest('.pilih-kec') !== null")
    keys.press("Enter")
    for _ in range(4):
        keys.press("Tab")
    assert tab.tab.evaluate("document.activeElement.textContent") == "Kec. Cikole"
    keys.press("Enter")
    tab.until(f"document.querySelector('{CHOICE}')?.textContent.includes('Kec. Cikole')")
    tab.until("document.activeElement.matches('.pilih-kec summary')")
    assert not tab.settle().tab.locator(LIST).is_visible()


def test_the_list_folds_away_by_a_click_beside_it_and_back_undoes_a_choice(screen, address):
    tab = screen().open(address, "partisipasi")
    tab.tab.locator(CHOICE).click()
    tab.tab.locator(".kalimat").click()
    assert not tab.tab.locator(LIST).is_visible()
    pick(tab, "Kec. Baros")
    pick(tab, "Kec. Cikole")
    tab.tab.go_back()
    tab.until(f"document.querySelector('{CHOICE}')?.textContent.includes('Kec. Baros')")
    assert tab.tab.url.endswith("?kec=Baros")


@pytest.mark.parametrize("page", POINTS)
def test_every_number_of_a_kecamatan_is_that_of_its_rows_alone(screen, address, samples_shot, page):
    tab = screen().open(address, f"/{page}?kec=Warudoyong")
    name = store.latest(samples_shot)
    with within(samples_shot, "Warudoyong", name) as opened:
        own = {row["indikator"]: row["status"] for row in opened.rows("bersama/angka_pokok") if row["halaman"] == page}
    with store.Snapshot(samples_shot, name, None, schema.today()) as opened:
        city = {
            row["indikator"]: row["status"]
            for row in opened.rows("bersama/angka_pokok")
            if row["halaman"] == page and row["kode"] not in CODES
        }
    seen = tab.read()
    shown = {one["label"]: one["status"] for one in seen["numbers"]}
    beside = {one["said"]: one["status"] for one in seen["others"]}
    assert shown.items() <= (own or city).items() and shown
    missing = (own.keys() | city.keys()) - shown.keys()
    assert {one for one in missing if not any(said.startswith(one) for said in beside)} == set()


@pytest.mark.parametrize(
    "address_part", ["Nirwana", "%3Cscript%3Ealert(1)%3C/script%3E", "cikole'--", "Cikole&kec=Nirwana", ""]
)
def test_what_is_no_kecamatan_shows_the_city(screen, address, address_part):
    tab = screen().open(address, f"/stabilitas?kec={address_part}")
    said = tab.tab.locator(NOTE).all_inner_texts()
    assert chosen(tab) == "Seluruh kota" and [one.count("tidak ada di sini") for one in said] == [1] * bool(
        address_part
    )
    assert values(tab)["Kejadian tinggi aktif"] == ("2 kejadian", "merah")


def test_in_the_room_there_is_no_choice_and_nothing_is_narrowed(screen, address):
    tab = screen().open(address, "/stabilitas?kec=Cikole&mode=rapat")
    assert tab.tab.locator(".pilih-kec").count() == 0 and tab.tab.locator(NOTE).count() == 0
    city = screen().open(address, "/stabilitas?mode=rapat").read()
    seen = tab.read()
    assert [seen[kind] for kind in ("sentences", "decisions", "tiles")] == [
        city[kind] for kind in ("sentences", "decisions", "tiles")
    ]


def test_a_page_that_is_of_the_whole_city_says_so(screen, address):
    for page in ("tindak_lanjut", "perubahan", "mutu_data", "rapat", "bahan"):
        tab = screen().open(address, f"/{page}?kec=Gunung+Puyuh")
        said = tab.tab.locator(NOTE).inner_text()
        assert said.startswith("Halaman ini untuk seluruh kota; pilihan Kecamatan Gunung Puyuh"), page
    assert chosen(screen().open(address, "/netralitas?kec=Cikole")) == "Kec. Cikole"


@sizes
def test_no_narrowed_page_has_a_grave_fault_nor_runs_over_the_edge(screen, address, size):
    tab, wrong = screen(*SIZES[size]), {}
    for page in (*PAGES, "angka?kode=kejadian_tinggi_terbuka"):
        joined = "&" if "?" in page else "?"
        tab.open(address, f"{path_of(page)}{joined}kec=Cikole")
        if page == PAGES[0]:
            tab.tab.locator(CHOICE).click()
        seen = tab.read()
        faults = [*found(tab, set()), *seen["beyond"], *([seen["wide"]] if seen["wide"] > SIZES[size][0] else [])]
        wrong |= {page: faults} if faults else {}
    assert wrong == {} and not tab.troubles
