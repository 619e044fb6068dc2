"""The search of the head in a real Chromium: by key, mouse and finger, in the mode, and as each role."""

import contextlib
import re

import pytest

from tests.provider import sign_in
from tests.screen import PAGES, SIZES, Screen, one_line
from tests.test_browser_access import issuer, serve  # noqa: F401 - fixtures
from tests.test_browser_axe import found

pytestmark = pytest.mark.panjang

BOX, FIELD, OPTION = "dialog.cari[open]", "dialog.cari input", "dialog.cari [role=option]"
#: Where everything stands that the box lies over.
PLACES = """() => [...document.querySelectorAll(".m:not(.cari, .cari *), .stPlotlyChart, [data-testid=stTopNavLink]")]
  .map((one) => { const box = one.getBoundingClientRect(); return [box.x, box.y, box.width, box.height].join() })"""


def sought(tab, typed, key="/"):
    """Open the box and type; the titles and texts of what is found."""
    if key:
        tab.tab.keyboard.press(key)
    tab.tab.locator(BOX).wait_for()
    tab.tab.keyboard.type(typed)
    tab.until("!document.querySelector('dialog.cari [role=status]').textContent.startsWith('Menyiapkan')")
    return [one_line(one) for one in tab.tab.locator(OPTION).all_inner_texts()]


def told(tab):
    return tab.tab.locator("dialog.cari [role=status]").inner_text()


@pytest.mark.parametrize("size", SIZES)
def test_a_few_letters_find_a_number_and_enter_goes_there_without_moving_anything(screen, address, left, size):
    tab = screen(*SIZES[size]).open(address, "logistik")
    before = tab.tab.evaluate(PLACES)
    if size == "ponsel":
        button = tab.tab.locator(".buka-cari")
        assert min(button.bounding_box()[side] for side in ("width", "height")) >= 44
        button.tap()
    listed = sought(tab, "kasus akt", key="" if size == "ponsel" else "/")
    assert listed[0].startswith("Kasus aktif 2 Risiko") and "3 kasus" in listed[0]
    assert tab.tab.evaluate(PLACES) == before
    assert tab.tab.locator(FIELD).get_attribute("aria-expanded") == "true"
    chosen = tab.tab.locator(FIELD).get_attribute("aria-activedescendant")
    assert tab.tab.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    box = tab.tab.locator(BOX).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= SIZES[size][0] and box["y"] + box["height"] <= SIZES[size][1]
    assert found(tab, left) == []
    tab.tab.keyboard.press("Enter")
    tab.tab.wait_for_url(re.compile(r"/angka\?kode=kasus_aktif"))
    tab.settle()
    assert "Kasus aktif" in tab.tab.locator("h1").inner_text() and not tab.troubles
    assert tab.tab.locator(".cari-isi").count() == 0, "no page carries the index along"
    tab.tab.go_back()
    tab.tab.wait_for_url(re.compile("/logistik"))


@pytest.fixture
def left():
    return set()


def test_arrows_choose_and_escape_closes_with_the_focus_where_it_was(screen, address):
    tab = screen().open(address, "risiko")
    tab.tab.locator("a.angka").first.focus()
    assert len(sought(tab, "hibah")) > 3
    marked = [tab.tab.locator(FIELD).get_attribute("aria-activedescendant")]
    for key in ("ArrowDown", "ArrowUp", "ArrowUp"):
        tab.tab.keyboard.press(key)
        marked.append(tab.tab.locator(FIELD).get_attribute("aria-activedescendant"))
    assert marked[0] == marked[2] != marked[1] and marked[3] not in marked[:3], "past the first comes the last"
    tab.tab.keyboard.press("Escape")
    tab.tab.locator(BOX).wait_for(state="detached")
    assert tab.tab.evaluate("document.activeElement.matches('a.angka')") and tab.tab.url.endswith("/risiko")


def test_what_nobody_finds_is_said_and_a_slip_of_the_hand_is_forgiven(screen, address):
    tab = screen().open(address, "ringkasan")
    assert sought(tab, "zzkata") == [] and told(tab) == "Tidak ada yang cocok dengan “zzkata”."
    tab.tab.locator(FIELD).fill("parstisipasi")
    assert one_line(tab.tab.locator(OPTION).first.inner_text()).startswith("Partisipasi")
    tab.tab.locator(FIELD).fill("PARTÍSIPASI")
    assert one_line(tab.tab.locator(OPTION).first.inner_text()).startswith("Partisipasi")
    tab.tab.locator(FIELD).fill("")
    assert tab.tab.locator(OPTION).count() == 0 and told(tab).startswith("Ketik beberapa huruf")


def test_at_most_twelve_are_shown_in_groups_and_the_others_are_counted(screen, address):
    tab = screen().open(address, "ringkasan")
    assert len(sought(tab, "k")) == 12 and re.search(r"12 ditemukan, dan \d+ lainnya", told(tab))
    groups = tab.tab.locator("dialog.cari [role=group]")
    assert groups.count() >= 3
    for group in groups.all():
        assert group.get_attribute("aria-labelledby") and 1 <= group.locator("[role=option]").count() <= 12


def test_places_promises_and_findings_open_where_they_stand(screen, address, asked):
    tab = screen().open(address, "ringkasan")
    assert sought(tab, "subangjaya")[0].startswith("Subangjaya kelurahan di Cikole")
    tab.tab.locator(OPTION, has_text="kelurahan di").first.click()
    tab.tab.wait_for_url(re.compile("/risiko"))
    tab.settle()
    promise = asked("tindak_lanjut/daftar")[0]["id"]
    assert promise in sought(tab, promise)[0]
    tab.tab.keyboard.press("Enter")
    tab.tab.wait_for_url(re.compile("/tindak_lanjut"))
    tab.until(f"document.activeElement.dataset.cari === '{promise}'")
    finding = next(row for row in asked("mutu_data/temuan") if row["instansi"] == "bpkpd" and row["sel"])
    listed = sought(tab, f"bpkpd {finding['sel']}")
    assert finding["sel"] in listed[0]
    tab.tab.keyboard.press("Enter")
    tab.tab.wait_for_url(re.compile("/mutu_data"))
    tab.until(f"document.activeElement.dataset.cari === '{finding['tab']}!{finding['sel']}'")
    assert tab.tab.get_by_role("radio", name="BPKPD").get_attribute("aria-checked") == "true"
    # There already, another agency is chosen in the same way.
    other = next(row for row in asked("mutu_data/temuan") if row["instansi"] == "kpu" and row["sel"])
    sought(tab, f"kpu {other['sel']}")
    tab.tab.keyboard.press("Enter")
    tab.until(f"document.activeElement.dataset.cari === '{other['tab']}!{other['sel']}'")
    assert not tab.troubles


def test_a_stroke_typed_into_a_field_opens_nothing_and_letters_typed_into_the_box_press_no_button(screen, address):
    tab = screen().open(address, "logistik")
    tab.tab.keyboard.press("k")
    tab.tab.locator(".kalimat-isian textarea").wait_for()
    tab.tab.locator(".kalimat-isian textarea").fill("")
    tab.tab.keyboard.type("1/2")
    assert tab.tab.locator(BOX).count() == 0
    assert tab.tab.locator(".kalimat-isian textarea").input_value() == "1/2"
    tab.tab.locator(".st-key-catat_batal button").click()
    tab.tab.locator(".kalimat-isian").wait_for(state="detached")
    tab.settle()
    sought(tab, "mkwh 123")
    tab.tab.wait_for_timeout(800)
    assert tab.tab.locator(FIELD).input_value() == "mkwh 123"
    assert "mode=" not in tab.tab.url and tab.tab.locator(".kalimat-isian").count() == 0


def test_in_the_mode_the_secretary_jumps_to_a_number_and_stays_in_it(screen, address, left):
    tab = screen()
    tab.tab.goto(f"{address}/logistik?mode=rapat")
    tab.tab.locator(".rel .sisa:not(:empty)").wait_for()
    tab.settle()
    before = tab.tab.evaluate(PLACES)
    listed = sought(tab, "hibah bawaslu")
    assert listed[0].startswith("Hibah Bawaslu cair") and tab.tab.evaluate(PLACES) == before
    assert "/logistik" in tab.tab.url, "no digit and no arrow of it turns the page"
    assert found(tab, left) == []
    tab.tab.keyboard.press("Enter")
    tab.tab.wait_for_url(re.compile(r"/angka\?.*kode=pencairan_bawaslu_persen"))
    tab.settle()
    assert "mode=rapat" in tab.tab.url and tab.tab.locator(".rel").is_visible()
    tab.tab.keyboard.press("h")
    assert "/ Cari" in one_line(tab.tab.locator("dialog.tombol[open]").inner_text())
    assert not tab.troubles


def test_an_agency_finds_its_own_findings_alone(chromium, serve):  # noqa: F811
    with serve() as home, contextlib.ExitStack() as opened:
        for role, others in (("kpu", False), ("pimpinan", True)):
            tab = opened.enter_context(Screen(chromium, *SIZES["layar"]))
            sign_in(tab.open(home.address, PAGES[0]), role)
            tab.settle()
            sought(tab, "bpkpd")
            index = tab.tab.locator(".cari-isi li[data-jenis=temuan]").evaluate_all(
                "(all) => [...new Set(all.map((one) => one.dataset.ke))]"
            )
            agencies = {one.partition("instansi=")[2].partition("&")[0] for one in index}
            assert agencies == {"kpu"} if not others else {"kpu", "bpkpd"} <= agencies
            tab.tab.keyboard.press("Escape")
