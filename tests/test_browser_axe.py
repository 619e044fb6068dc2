"""Every page before axe-core, in both themes and both sizes, and what opens on a page: nothing serious, nothing critical."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.screen import PAGES, SIZES, path_of
from tests.test_browser_meeting import NOTICED, OFFER, City

pytestmark = pytest.mark.panjang

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
THEMES = ("light", "dark")
GRAVE = ("serious", "critical")
#: What is Streamlit's own and out of reach from here: (rule, part of the selector) -> why it may stay.
LEFT_BY_STREAMLIT = {}
FORM = ".st-key-catat .kalimat-isian"
#: Gives everything that can be used a number, and lists it as [number, what it says]. Of the choices of one group the
#: arrow keys reach all from the one that Tab reaches, so they share a number. How everything looks is kept.
NUMBER = """() => {
  window.look = (one) => {
    const around = one.closest("[data-testid=stTextInputRootElement], .stSelectbox [role=group]")
    return [one, around].filter(Boolean).map((each) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(each)
      return [outlineStyle === "none" ? "" : outlineWidth, boxShadow, borderColor].join()
    }).join()
  }
  const below = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? below(one.shadowRoot) : [])])
  const everything = below(document.body)
  window.before = new Map(everything.map((one) => [one, window.look(one)]))
  const seen = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !one.disabled
  const used = "a[href], button, input, select, textarea, summary, [role=radio], [role=button], [role=combobox]"
  const groups = new Map()
  return everything.filter((one) => one.matches(used) && seen(one)).map((one, index) => {
    const group = one.closest("[role=radiogroup], .stSelectbox") ?? one
    if (!groups.has(group)) groups.set(group, index)
    one.dataset.nomorUji = groups.get(group)
    return [groups.get(group), (one.innerText || one.getAttribute("aria-label") || one.className).slice(0, 60)]
  })
}"""
#: What has the focus: the number it stands for, and whether it looks otherwise than without.
FOCUSED = """() => {
  let one = document.activeElement
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  if (!one || one === document.body || one === document.documentElement) return null
  const near = one.closest("[data-nomor-uji]") ?? one.querySelector("[data-nomor-uji]")
  const said = `${one.tagName} ${one.dataset.testid} ${one.className} ${one.innerText}`.slice(0, 120)
  return { number: near && +near.dataset.nomorUji, marked: window.look(one) !== window.before.get(one), said }
}"""


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


def test_no_page_in_the_mode_has_a_grave_fault_nor_has_its_list_of_keys(screen, address, left):
    tab, wrong = screen(), {}
    for page in PAGES:
        tab.open(address, f"{path_of(page)}?mode=rapat")
        wrong |= {page: faults} if (faults := found(tab, left)) else {}
    tab.tab.keyboard.press("h")
    tab.tab.locator("dialog.tombol[open]").wait_for()
    assert wrong == {} and found(tab, left) == []


@pytest.mark.parametrize("size", SIZES)
def test_files_that_are_made_have_no_grave_fault(screen, address, left, size):
    tab = screen(*SIZES[size]).open(address, "bahan")
    tab.tab.get_by_role("button", name="Siapkan").first.click()
    tab.tab.locator(".stDownloadButton").first.wait_for(timeout=60_000)
    assert found(tab.settle(), left) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_that_opens_has_a_grave_fault(screen, address, left, size):
    tab = screen(*SIZES[size]).open(address, "logistik")
    tab.tab.keyboard.press("k")
    tab.tab.locator(FORM).wait_for()
    assert found(tab, left) == []
    tab.tab.locator(".st-key-catat_simpan button").first.click()
    tab.tab.get_by_text("Uraian keputusan belum ditulis.").wait_for()
    assert found(tab, left) == [], "with what it refuses"
    tab.tab.locator(".st-key-catat .stSelectbox button").first.click()
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


@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_alone_reaches_everything_and_shows_where_it_is(screen, address, page):
    tab = screen().open(address, page).tab
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    wanted, reached, unseen = tab.evaluate(NUMBER), set(), []
    assert len(wanted) > 10
    for _ in range(3 * len(wanted) + 20):
        tab.keyboard.press("Tab")
        found = tab.evaluate(FOCUSED)
        if found is None and reached:
            break  # past the last: out of the page
        if found is not None:
            reached.add(found["number"])
            unseen += [] if found["marked"] else [found["said"]]
    assert {said for number, said in wanted if number not in reached} == set()
    assert unseen == []


def test_what_is_said_to_be_left_by_streamlit_is_still_there(left):
    """Runs last: a line of the list that nothing met any more has to go."""
    assert left == set(LEFT_BY_STREAMLIT)
