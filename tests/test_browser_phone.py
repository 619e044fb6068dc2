"""What a phone shows first, and what a finger finds there; and the menu of a narrow window."""

import itertools

import pytest

from tests.screen import FIRST, POINTS

pytestmark = pytest.mark.panjang

#: Phones that are common, in pixels of their pages.
PHONES = {"kecil": (360, 800), "biasa": (390, 844), "besar": (412, 915)}
#: Down to here a page is seen with one move of a thumb.
WITHIN_REACH = 900
#: Every tile of the headline numbers and every line of what has to be decided, each as its box.
BOXES = """() => {
  const boxes = (where) => [...document.querySelectorAll(where)].map((one) => one.getBoundingClientRect().toJSON())
  return { tiles: boxes(".angka"), decisions: boxes(".m.putus li"), picture: boxes(".peta, .stPlotlyChart, .tiga") }
}"""
#: Names of kecamatan on the map: of each whether it is whole within the window, and its letters in pixels.
DISTRICTS = """() => [...document.querySelectorAll(".petak .kec")].map((name) => {
  const { left, right } = name.getBoundingClientRect()
  return { said: name.innerText, size: parseFloat(getComputedStyle(name).fontSize), left, right,
           seen: name.checkVisibility() }
})"""


@pytest.fixture(scope="module", params=PHONES)
def boxes(request, chromium, address):
    """Page -> its boxes, on one phone."""
    from tests.screen import Screen

    with Screen(chromium, *PHONES[request.param]) as tab:
        yield {page: tab.open(address, page).tab.evaluate(BOXES) | {"phone": request.param} for page in POINTS}


def test_tiles_are_of_one_height_and_none_stands_alone_beside_nothing(boxes):
    for page, found in boxes.items():
        tiles, rest = found["tiles"], found["tiles"][len(found["tiles"]) // 2 * 2 :]
        pairs = tiles[: len(tiles) - len(rest)]
        assert len({round(tile["height"]) for tile in pairs}) == 1, page
        for left, right in zip(pairs[::2], pairs[1::2], strict=True):
            assert left["top"] == right["top"] and left["right"] < right["left"], page
        whole = pairs[1]["right"] - pairs[0]["left"]
        assert all(abs(tile["width"] - whole) < 1 for tile in rest), page


def test_what_has_to_be_decided_begins_within_reach_and_before_the_picture(boxes):
    for page, found in boxes.items():
        first = found["decisions"][0]
        # A small phone breaks the sentence once more: there the first decision begins within reach.
        assert first["top" if found["phone"] == "kecil" else "bottom"] <= WITHIN_REACH, page
        assert max(tile["bottom"] for tile in found["tiles"]) <= first["top"], page
        assert found["picture"][0]["top"] >= found["decisions"][-1]["bottom"], page


def test_the_state_of_the_sheets_leaves_no_cell_alone(screen, address):
    cells = screen(*PHONES["biasa"]).open(address, FIRST).tab.locator(".segar > div").all()
    tops = [round(cell.bounding_box()["y"]) for cell in cells]
    assert len(tops) == 6 and all(tops.count(top) == 2 for top in tops)


@pytest.mark.parametrize("size", PHONES.values(), ids=PHONES)
def test_the_map_names_every_kecamatan_on_a_phone_too(screen, address, size):
    names = screen(*size).open(address, "stabilitas").tab.evaluate(DISTRICTS)
    assert len(names) == 7
    for name in names:
        assert name["seen"] and name["size"] >= 10 and name["left"] >= 0 and name["right"] <= size[0], name


def test_counts_are_drawn_in_shades_and_sizes_that_differ(screen, address):
    drawn = (
        screen()
        .open(address, "partisipasi")
        .tab.evaluate("""() => [...document.querySelectorAll(".petak .jml")].map(
      (chip) => { const { backgroundColor, fontSize } = getComputedStyle(chip)
                  return [chip.innerText, `${backgroundColor} ${fontSize}`] })""")
    )
    looks = {count: {look for other, look in drawn if other == count} for count, _ in drawn}
    assert len(looks) >= 4 and all(len(found) == 1 for found in looks.values())
    assert len(set.union(*looks.values())) == len(looks)


def test_a_tap_on_the_signs_names_their_numbers_and_stays_on_the_page(screen, address, asked):
    phone = screen(*PHONES["biasa"]).open(address, FIRST).tab
    row = phone.locator(".agenda-satu").nth(3)
    assert not row.locator("li").first.is_visible()
    row.locator("summary").tap()
    names = [one.replace("\n", " ") for one in row.locator("li").all_inner_texts()]
    wanted = [one["indikator"] for one in asked("bersama/angka_pokok") if one["halaman"] == POINTS[3]]
    assert row.locator("li").last.is_visible() and len(names) == len(wanted)
    assert all(name.startswith(said) for name, said in zip(names, wanted, strict=True)), names
    assert phone.url.rstrip("/") == address


def test_the_foot_of_a_point_leads_to_the_next_one(screen, address):
    phone = screen(*PHONES["biasa"]).open(address, POINTS[0])
    link = phone.tab.locator(".berikut a")
    assert link.inner_text().startswith("Agenda berikutnya\n2 ") and link.bounding_box()["height"] >= 44
    link.tap()
    phone.tab.wait_for_url(f"**/{POINTS[1]}")
    wide = screen().open(address, POINTS[0])
    assert not wide.tab.locator(".berikut a").is_visible(), "a wide page has the menu in sight"


def test_a_tap_on_the_card_of_an_agency_chooses_it_and_shows_its_findings(screen, address):
    phone = screen(*PHONES["biasa"]).open(address, "mutu_data").tab
    choice, cards = (phone.locator(one).bounding_box() for one in (".st-key-saring", "table.instansi"))
    assert choice["y"] + choice["height"] <= cards["y"] and choice["y"] < PHONES["biasa"][1] / 2
    card = phone.locator("tr[data-pilih=Kesbangpol]")
    assert card.bounding_box()["height"] >= 44
    card.tap()
    title = phone.locator("h2", has_text="Kesbangpol:")
    title.wait_for()
    assert phone.get_by_role("radio", name="Kesbangpol").get_attribute("aria-checked") == "true"
    assert 0 <= title.bounding_box()["y"] <= PHONES["biasa"][1] / 2
    assert "instansi=Kesbangpol" in phone.url


@pytest.mark.parametrize("width", [1024, 1100, 1280])
def test_the_menu_of_a_narrow_window_holds_every_page(screen, address, width):
    tab = screen(width, 720).open(address, "perubahan").tab
    links = [one.bounding_box() for one in tab.get_by_test_id("stTopNavLink").all()]
    assert [before["x"] < after["x"] for before, after in itertools.pairwise(links)] == [True] * 10
    buttons = [tab.locator(f".st-key-{key} button").bounding_box() for key in ("mode_buka", "catat_buka")]
    assert links[-1]["x"] + links[-1]["width"] <= buttons[0]["x"]
    assert buttons[0]["x"] + buttons[0]["width"] <= buttons[1]["x"]
    assert not tab.get_by_text("lagi", exact=False).locator("visible=true").filter(has_text="5 lagi").count()
