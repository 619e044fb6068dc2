"""Every page in a real Chromium: straight on a fresh server and through the menu, on a screen and a phone."""

import datetime as dt
import itertools
import re

import pytest

from monev.screen.draw import agenda_course, status_line
from monev.words import words
from tests.screen import AGENDA, FIRST, PAGES, POINTS, SIZES, Screen, path_of

pytestmark = pytest.mark.panjang

WAYS = ("langsung", "menu")
#: Pages that are opened straight, each on a server of its own, also in the short run.
STRAIGHT = {FIRST, "logistik", "mutu_data"}
#: Mode Rapat is looked at on the screen that is shared.
VIEWS = [
    pytest.param(*one, marks=pytest.mark.panjang) if one[1] == "langsung" and one[0] not in STRAIGHT else one
    for one in [*itertools.product(PAGES, WAYS, SIZES), *((page, "mode", "layar") for page in PAGES)]
]
every_view = pytest.mark.parametrize("page, way, size", VIEWS)
every_page = pytest.mark.parametrize("page", PAGES)
#: A finger needs this many pixels (look: touch targets on a phone).
FINGER = 44
#: Pixels of the smallest letters on a tile of the map on a phone.
LEAST_ON_A_TILE = 10
#: Every tile of the map: its width, its smallest letters, and whether anything on it stands out of it.
TILES = """() => [...document.querySelectorAll(".petak")].map((tile) => {
  const own = tile.getBoundingClientRect()
  const written = [...tile.querySelectorAll("span:not(.kec)")].filter((one) => one.innerText.trim())
  const out = written.map((one) => one.getBoundingClientRect()).some((box) =>
    box.left < own.left - 1 || box.right > own.right + 1 || box.top < own.top - 1 || box.bottom > own.bottom + 1)
  const size = Math.min(...written.map((one) => parseFloat(getComputedStyle(one).fontSize)))
  return { said: tile.innerText, width: own.width, size, out }
})"""
#: How a page begins whose sentence is no number's and so no query's: on the samples no meeting is on.
SAID = {"rapat": "Belum ada rapat yang berlangsung", "bahan": "Bahan ini memakai angka terbaru"}
#: Pages that judge nothing, and so have no sign of a status.
WITHOUT_STATUS = {"rapat"}
#: What Streamlit draws smaller than a finger, and why it may stay.
SMALL_BY_STREAMLIT = {
    "stSkipToContent": "one pixel until the keyboard reaches it",
}


@pytest.fixture(scope="module")
def view(chromium, start, samples_shot, address):
    """What a page shows in one way and size; each is opened once for all tests."""
    known, tried = {}, set()

    def straight(page):
        # One server for each page: what only happens at the very first visit happens to this page.
        with start(samples_shot) as (fresh, _):
            for size, (width, height) in SIZES.items():
                with Screen(chromium, width, height) as screen:
                    known[page, "langsung", size] = screen.open(fresh, page).read() | {"troubles": screen.troubles}
                    screen.picture(f"{page}-{size}")

    def through_the_menu(size):
        with Screen(chromium, *SIZES[size]) as screen:
            screen.open(address, PAGES[-1])
            for page in PAGES:
                screen.troubles.clear()
                known[page, "menu", size] = screen.click_to(page).read() | {"troubles": list(screen.troubles)}

    def in_the_mode():
        with Screen(chromium, *SIZES["layar"]) as screen:
            for page in PAGES:
                screen.troubles.clear()
                found = screen.open(address, f"{path_of(page)}?mode=rapat").read()
                known[page, "mode", "layar"] = found | {"troubles": list(screen.troubles)}
                screen.picture(f"{page}-mode-rapat")

    def find(page, way="langsung", size="layar"):
        attempt, opened = {
            "langsung": (page, lambda: straight(page)),
            "menu": (size, lambda: through_the_menu(size)),
            "mode": (way, in_the_mode),
        }[way]
        if attempt not in tried:
            tried.add(attempt)
            opened()
        assert (page, way, size) in known, "this page could not be opened; see the first failure"
        return known[page, way, size]

    return find


def test_the_agenda_on_the_screen_is_that_of_the_pages():
    assert PAGES and POINTS and AGENDA[FIRST] == "Ringkasan"


@every_view
def test_a_page_stands_without_an_exception_or_a_complaint_of_the_browser(view, page, way, size):
    shown = view(page, way, size)
    assert shown["exceptions"] == [] and shown["troubles"] == []
    assert "Traceback" not in shown["text"]


@every_view
def test_a_page_says_in_its_only_first_heading_which_one_it_is(view, asked, page, way, size):
    headings = view(page, way, size)["headings"]
    [first] = [heading["said"] for heading in headings if heading["level"] == 1]
    # In the mode the line above counts the points of the meeting, so the number says that it is the agenda's.
    agenda = "Agenda" if way == "mode" else ""
    named = {row["halaman"]: f"{agenda}{row['nomor']}{row['judul']}" for row in asked("bersama/status_agenda")}
    if page in SAID:
        assert first.startswith(SAID[page])
    else:
        # A page that is no point of the agenda is headed by its sentence.
        wanted = named[page] if page in POINTS else asked(f"{page}/kalimat")[0]["kalimat"]
        assert first.replace(" ", "") == wanted.replace("**", "").replace(" ", "")
    levels = [heading["level"] for heading in headings]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in itertools.pairwise(levels)), headings


@every_view
def test_the_window_is_called_as_the_page_and_speaks_indonesian(view, page, way, size):
    shown = view(page, way, size)
    assert AGENDA[page] in shown["title"] and shown["language"] == "id"


@every_view
def test_nothing_reaches_beyond_the_right_edge(view, page, way, size):
    shown = view(page, way, size)
    assert shown["wide"] <= SIZES[size][0] and shown["beyond"] == []


@every_view
def test_simulated_data_is_called_so_on_the_first_screen(view, page, way, size):
    [chip] = view(page, way, size)["simulated"]
    assert chip["said"] == "Data simulasi" and chip["seen"] and chip["bottom"] <= SIZES[size][1]


@every_view
def test_a_page_tells_its_turn_in_the_meeting_within_its_line(view, asked, page, way, size):
    shown = view(page, way, size)
    told = [
        f"ke-{row['ke']} dari {row['semua']} · {row['pembicara']}"
        + (f" · {row['menit']} menit" if size == "layar" else "")
        for row in asked("bersama/acara")
        if row["halaman"] == page and way != "mode"  # there its place and its time stand in the line of the mode
    ]
    assert [turn["said"] for turn in shown["turn"]] == told
    if size == "layar":
        assert all(turn["top"] >= chip["top"] and turn["bottom"] <= chip["bottom"]
                   for turn in shown["turn"] for chip in shown["simulated"])  # fmt: skip


def test_the_turn_leaves_off_what_finds_no_room_and_never_makes_a_second_line(screen, address):
    """With every other part of the line at its longest, and a speaker's name that is never cut where it is one."""
    tab = screen().open(address, FIRST).tab
    moment, before = dt.datetime(2024, 11, 24, 9, 12), dt.date(2024, 10, 21)
    point = {"ke": 12, "semua": 14, "halaman": FIRST, "menit": 120, "mulai_menit": 5, "selesai_menit": 125}

    def drawn(speakers, later, frozen=None):
        turn = agenda_course.turn([point | {"pembicara": speakers}], FIRST, dt.time(9))
        facts = {"tanggal_acuan": moment.date(), "sisa_hari": 3, "dibuat": moment, "simulasi": True,
                 "dibekukan": frozen, "dulu_tanggal": before, "dulu_rapat": frozen and before}  # fmt: skip
        plain, whole = (status_line.strip(facts, later, one) for one in ("", turn))
        return tab.evaluate("""([plain, whole]) => {
            const place = document.querySelector(".strip").parentElement
            place.innerHTML = plain
            const before = place.querySelector(".strip").offsetHeight
            place.innerHTML = whole
            const line = place.querySelector(".giliran"), bottom = line.getBoundingClientRect().bottom
            const shown = [...line.children].filter((piece) => piece.getBoundingClientRect().top < bottom - 1)
            return {grown: place.querySelector(".strip").offsetHeight - before, pieces: shown.length,
                    cut: shown[0].scrollWidth - shown[0].clientWidth}
        }""", [plain, whole])  # fmt: skip

    everything = moment + dt.timedelta(days=365)
    assert drawn("Kesbangpol", everything) == {"grown": 0, "pieces": 1, "cut": 0}
    for frozen in (moment, everything, None):  # numbers frozen on the meeting's day, on another one, or not at all
        found = drawn("Kesbangpol", None, frozen=frozen)
        assert found["pieces"] >= 2 and (found["grown"], found["cut"]) == (0, 0)
    many = drawn("KPU, Bawaslu, Kesbangpol, BPKPD, dan Sekretariat", everything)
    assert many["grown"] == 0 and many["cut"] > 0


@every_view
def test_every_picture_tells_its_message_in_words(view, page, way, size):
    for picture in view(page, way, size)["pictures"]:
        least = 1 if "Logo" in picture["kind"] else 30
        assert len(picture["said"]) >= least, picture
        # Names or numbers, not only what kind of picture it is.
        assert re.search(r"\d|\w+ [A-Z]\w+", picture["said"]), picture


@every_view
def test_every_sign_of_a_status_is_also_a_word(view, page, way, size):
    marks = view(page, way, size)["marks"]
    assert bool(marks) == (page not in WITHOUT_STATUS)
    for mark in marks:
        allowed = {words.status_word(mark["status"], point) for point in ("", *POINTS)}
        said = mark["beside"] if mark["hidden"] == "true" else mark["label"]
        assert mark["hidden"] == "true" or mark["role"] == "img", mark
        assert said in allowed, mark


@pytest.mark.parametrize("page", POINTS)
def test_the_first_screen_of_a_point_holds_status_sentence_numbers_and_the_picture(view, page):
    shown, height = view(page, "menu"), SIZES["layar"][1]
    assert shown["badges"] and shown["badges"][0]["bottom"] <= height
    assert shown["sentences"][0]["said"] and shown["sentences"][0]["bottom"] <= height
    assert 4 <= len(shown["numbers"]) <= 6
    assert max(number["bottom"] for number in shown["numbers"]) <= height
    # "At least the top" that can be recognised: a hundred pixels of it.
    assert shown["main_pictures"][0]["top"] <= height - 100


def test_the_first_screen_of_the_overview_holds_all_five_points(view):
    shown = view(FIRST)
    assert len(shown["agendas"]) == len(POINTS)
    assert max(row["bottom"] for row in shown["agendas"]) <= SIZES["layar"][1]
    assert shown["sentences"][0]["bottom"] < shown["agendas"][0]["top"]


def test_the_first_screen_of_mutu_data_holds_its_sentence_and_all_agencies(view):
    shown = view("mutu_data")
    assert shown["sentences"][0]["bottom"] < shown["main_pictures"][0]["top"]
    assert shown["main_pictures"][0]["bottom"] <= SIZES["layar"][1]


@pytest.mark.parametrize("page", POINTS)
def test_a_phone_shows_status_and_sentence_first_and_the_first_numbers_without_scrolling(view, page):
    shown = view(page, "menu", "ponsel")
    badge, sentence = shown["badges"][0], shown["sentences"][0]
    numbers = sorted(number["top"] for number in shown["numbers"])
    assert badge["top"] < sentence["top"] < numbers[0] < SIZES["ponsel"][1] - 100
    assert max(badge["right"], sentence["right"]) <= SIZES["ponsel"][0]


def test_the_tile_map_stays_legible_on_a_phone(screen, address):
    phone, narrow = screen(*SIZES["ponsel"]), []
    for page in ("risiko", "partisipasi", "stabilitas"):
        phone.open(address, page)
        tiles = phone.tab.evaluate(TILES)
        assert len(tiles) == 33
        narrow += [
            f"{page}: {tile}"
            for tile in tiles
            if tile["size"] < LEAST_ON_A_TILE or tile["width"] < FINGER - 0.5 or tile["out"]
        ]
    assert narrow == []


@every_page
def test_a_finger_hits_everything_that_can_be_touched_on_a_phone(view, page):
    small = [
        f"{target['place']} “{target['said']}” {target['width']:.0f} x {target['height']:.0f}"
        for target in view(page, "menu", "ponsel")["targets"]
        if min(target["width"], target["height"]) < FINGER - 0.5 and target["place"] not in SMALL_BY_STREAMLIT
    ]
    assert small == []


def test_a_finger_hits_every_line_of_the_menu_on_a_phone(screen, address):
    phone = screen(*SIZES["ponsel"]).open(address, FIRST)
    phone.unfold_menu()
    phone.settle()
    menu = [target for target in phone.read()["targets"] if target["place"].startswith("stSidebar")]
    assert {AGENDA[page] for page in PAGES} <= {target["said"] for target in menu}
    assert [target["said"] for target in menu if target["height"] < FINGER - 0.5] == []
    for button in phone.tab.locator("[data-testid=stSidebarHeader] button").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= FINGER - 0.5, "the one that folds the menu away, too"


def test_a_line_of_the_overview_leads_to_its_page(screen, address):
    tab = screen().open(address, FIRST)
    paths = [row["path"] for row in tab.read()["agendas"]]
    assert paths == [f"/{page}" for page in POINTS]
    tab.tab.locator("a.agenda-baris").nth(1).click()
    tab.tab.wait_for_url(f"**/{POINTS[1]}")
    tab.settle()
    assert AGENDA[POINTS[1]] in tab.read()["title"]


def test_a_link_to_the_first_page_stays_within_the_visit(screen, address):
    tab = screen().open(address, POINTS[0])
    tab.tab.evaluate("""() => {
        window.visit = "this one"
        const strip = document.querySelector(".strip")
        strip.innerHTML = '<a href="/" target="_self">Ringkasan</a>'
        strip.firstChild.click()
    }""")
    tab.tab.wait_for_url(re.compile(r"/(\?.*)?$"))
    assert AGENDA[FIRST] in tab.settle().read()["title"]
    assert tab.tab.evaluate("window.visit") == "this one"
