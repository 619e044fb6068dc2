"""Mode Rapat as the secretary uses it: by keyboard alone, on one screen, and with a clock that survives everything."""

import re
import time

import pytest

from monev.screen import stopwatch
from tests.screen import POINTS, Screen, one_line, path_of

pytestmark = pytest.mark.panjang

COURSE = ("ringkasan", *POINTS, "tindak_lanjut")
#: What stands on the first screen of each page besides status, title and sentence: its numbers, its main picture with
#: all that it shows, the first decision and the way to the others.
DECISIONS = (".putus li", ".m.lanjut")
FIRST_SCREEN = {
    "ringkasan": (".agenda-daftar", ".segar.dua"),
    "logistik": (".angka-baris", ".stPlotlyChart .main-svg", *DECISIONS),
    "risiko": (".angka-sisi", ".peta", *DECISIONS),
    "partisipasi": (".angka-sisi", ".peta", *DECISIONS),
    "netralitas": (".angka-sisi", ".tiga", ".alur", *DECISIONS),
    "stabilitas": (".angka-sisi", ".peta", *DECISIONS),
    "tindak_lanjut": (".janji-daftar",),
}
LEAST_SIZE, LEAST_SIZE_OF_DISTRICTS = 18, 17


@pytest.fixture(scope="module")
def room(chromium, address):
    """A tab in Mode Rapat, shared by the tests that leave it in the mode."""
    with Screen(chromium, 1280, 720) as tab:
        tab.address = address
        yield tab
        assert not tab.troubles


def enter(tab, page, more=""):
    tab.tab.goto(f"{tab.address}{path_of(page)}?mode=rapat{more}")
    tab.tab.locator(".rel .sisa:not(:empty)").wait_for()
    return tab.settle()


def press(tab, key, page):
    """A key that leads to a page, once that stands."""
    tab.tab.keyboard.press(key)
    reached(tab, page)


def reached(tab, page):
    tab.tab.wait_for_url(re.compile(rf"\d{re.escape(path_of(page))}\?"), timeout=10_000)
    place = f"pokok ke-{COURSE.index(page) + 1} dari 7"
    tab.tab.locator(".rel .no", has_text=place).wait_for()
    tab.settle()


def rail(tab):
    return one_line(tab.tab.locator(".rel").inner_text())


def left(tab):
    """Seconds left of the point that runs; negative when it is over."""
    word, minutes, seconds = re.fullmatch(
        r"(sisa|lewat) (\d+)\.(\d\d)", tab.tab.locator(".rel .sisa").inner_text()
    ).groups()
    return (1 if word == "sisa" else -1) * (int(minutes) * 60 + int(seconds))


def test_one_key_opens_the_mode_on_any_page_and_closes_it_there(screen, address):
    tab = screen()
    tab.address = address
    for page in ("risiko", "mutu_data"):
        tab.open(address, page)
        sentence = tab.read()["sentences"][0]["said"]
        tab.tab.keyboard.press("m")
        tab.tab.locator(".rel").wait_for()
        tab.settle()
        assert "mode=rapat" in tab.tab.url
        assert not tab.tab.locator("[data-testid=stHeader]").is_visible()
        assert not tab.tab.locator("[data-testid=stSidebar]").is_visible()
        assert tab.read()["sentences"][0]["said"] == sentence
        tab.tab.keyboard.press("m")
        tab.tab.locator(".rel").wait_for(state="detached")
        tab.settle()
        assert "mode=" not in tab.tab.url and path_of(page) in tab.tab.url
        assert tab.tab.locator("[data-testid=stHeader]").is_visible()
        assert tab.read()["sentences"][0]["said"] == sentence
    assert not tab.troubles


@pytest.mark.parametrize("address_of", ["/risiko?mode=rapat", "/risiko?mode=rapat&rapat=1999-01-01"])
def test_the_mode_can_be_left_where_no_page_stands(screen, start, samples_shot, tmp_path, address_of):
    with start(samples_shot if "1999" in address_of else tmp_path) as (address, _):
        tab = screen()
        tab.tab.goto(address + address_of)
        tab.tab.get_by_role("button", name="Keluar dari Mode Rapat").wait_for()
        tab.settle()
        assert not tab.tab.locator("[data-testid=stHeader]").is_visible()
        tab.tab.keyboard.press("m")
        tab.tab.get_by_role("button", name="Keluar dari Mode Rapat").wait_for(state="detached")
        assert "mode=" not in tab.tab.url and tab.tab.locator("[data-testid=stHeader]").is_visible()


def test_back_undoes_entering_the_mode(screen, address):
    tab = screen().open(address, "risiko")
    tab.tab.keyboard.press("m")
    tab.tab.locator(".rel").wait_for()
    tab.settle()
    tab.tab.go_back()
    tab.tab.locator(".rel").wait_for(state="detached")
    assert "mode=" not in tab.tab.url


@pytest.mark.parametrize("forward, backward", [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")])
def test_the_whole_agenda_by_keyboard_there_and_back(room, forward, backward):
    enter(room, COURSE[0])
    for page in COURSE[1:]:
        press(room, forward, page)
    room.tab.keyboard.press(forward)  # behind the last there is nothing
    for page in COURSE[-2::-1]:
        press(room, backward, page)
    assert room.tab.url.startswith(f"{room.address}/?")


def test_a_page_that_nobody_clicked_into_rolls_by_its_keys(room):
    enter(room, "logistik")
    top = "document.querySelector('[data-testid=stMain]').scrollTop"
    assert room.tab.evaluate(top) == 0
    for key, further in (("ArrowDown", 100), ("Space", 400)):
        room.tab.keyboard.press(key)
        room.until(f"{top} >= {further}")
    assert room.tab.evaluate(
        "document.elementFromPoint(640, 360) !== null && "
        "[...document.querySelectorAll('h2')].some(h => h.innerText.startsWith('Yang perlu') "
        "&& h.getBoundingClientRect().top < innerHeight)"
    )
    for key in ("Shift+Space", "ArrowUp", "ArrowUp"):
        room.tab.keyboard.press(key)
        room.tab.wait_for_timeout(400)
    room.until(f"{top} === 0")
    press(room, "ArrowRight", "risiko")
    assert room.tab.evaluate(top) == 0
    press(room, "ArrowLeft", "logistik")


@pytest.mark.parametrize("gap", [0, 60, 150])
def test_keys_that_come_faster_than_pages_all_count(room, gap):
    enter(room, COURSE[0])
    for _ in range(3):
        room.tab.keyboard.press("ArrowRight")
        room.tab.wait_for_timeout(gap)
    reached(room, COURSE[3])
    time.sleep(1.5)
    assert rail(room).startswith("pokok ke-4 dari 7")


def test_a_digit_leads_to_the_point_of_that_number_in_the_agenda_and_home_and_end_to_the_first_and_the_last(room):
    enter(room, "partisipasi")
    press(room, "End", COURSE[-1])
    press(room, "Home", COURSE[0])
    for number in (3, 1, 5):
        press(room, str(number), POINTS[number - 1])
        assert room.tab.locator("h1.agenda").inner_text().startswith(f"Agenda {number}")
    press(room, "0", COURSE[0])
    room.tab.keyboard.press("7")  # no point has that number
    time.sleep(0.5)
    assert rail(room).startswith("pokok ke-1 dari 7")


def test_the_line_says_place_speaker_state_and_that_the_numbers_are_simulated(room):
    enter(room, "risiko")
    said = rail(room)
    assert said.startswith("pokok ke-3 dari 7 Bawaslu 4 Nov 2024 · H-23 dibaca ")
    assert "Data simulasi" in said and re.search(r"sisa 1[45]\.\d\d", said)


#: Windows of shared screens; from 1280 on the same first screen stands, larger.
WINDOWS = [(1280, 720), (1366, 768), (1536, 864), (1920, 1080), (2560, 1440), (1920, 1200)]


@pytest.mark.parametrize("width, height", WINDOWS, ids=lambda side: str(side))
def test_the_first_parts_of_a_page_stand_on_one_screen_in_large_type(chromium, address, width, height):
    with Screen(chromium, width, height) as tab:
        tab.address = address
        for page in FIRST_SCREEN:
            first_screen(tab, page, width, height)
        assert not tab.troubles


def first_screen(room, page, width, height):
    enter(room, page)
    assert room.tab.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    scale = min(width / 1280, height / 720)
    parts = (".rel", "h1", ".kalimat", *(("h1.agenda", ".lencana") if page in POINTS else ()), *FIRST_SCREEN[page])
    for part in parts:
        box = room.tab.locator(part).first.bounding_box()
        bottom = (box["y"] + box["height"]) / scale
        assert box["y"] >= 0 and bottom <= 720.5, f"{part} of {page} ends at {bottom} of 720"
    line = room.tab.locator(".rel").bounding_box()
    assert line["x"] + line["width"] >= 0.97 * width - 1, "the width of the window is used"
    chart = room.tab.locator(".stPlotlyChart .main-svg").first
    if page == "logistik":
        assert (
            abs(
                chart.bounding_box()["width"]
                - chart.evaluate("svg => svg.closest('.stColumn').getBoundingClientRect().width")
            )
            < 3
        )
        assert (
            float(chart.get_attribute("height")) * scale - 2
            < chart.bounding_box()["height"]
            < float(chart.get_attribute("height")) * scale + 2
        )
    small = room.tab.evaluate(
        """() => [...document.querySelectorAll(".m *, .stPlotlyChart text")].filter((e) => {
            const box = e.getBoundingClientRect(), own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
            return own && box.bottom > 0 && box.top < innerHeight && box.width > 1 && e.checkVisibility({visibilityProperty: true})
        }).map((e) => [e.closest(".kec") ? "kec" : "", parseFloat(getComputedStyle(e).fontSize) * (e.currentCSSZoom ?? 1), e.textContent.slice(0, 40)])"""
    )
    assert len(small) > 20
    least = {"": LEAST_SIZE, "kec": LEAST_SIZE_OF_DISTRICTS}
    assert not [one for one in small if one[1] < least[one[0]] * scale - 0.1 and not one[2].strip().isdigit()]
    wide = room.tab.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= width


def test_the_line_stays_while_the_page_below_it_rolls_and_the_way_to_all_decisions_leads_there(room):
    enter(room, "logistik")
    top = room.tab.locator(".rel").bounding_box()["y"]
    room.tab.locator(".m.lanjut button").click()
    listed = room.tab.locator(".putus").last
    room.until("document.querySelector('[data-testid=stMain]').scrollTop > 200")
    room.settle()
    room.tab.wait_for_timeout(600)
    line, box = room.tab.locator(".rel").bounding_box(), listed.bounding_box()
    assert -2 <= line["y"] <= top
    assert box["y"] >= line["y"] + line["height"] and box["y"] + box["height"] <= 720
    assert listed.locator("li").count() > room.tab.locator(".putus").first.locator("li").count()


@pytest.mark.parametrize("width, height", [(1024, 640), (853, 480), (700, 700)])
def test_a_narrow_window_or_a_page_made_larger_needs_no_sideways_scrolling(chromium, address, width, height):
    with Screen(chromium, width, height) as tab:
        tab.address = address
        for page in FIRST_SCREEN:
            enter(tab, page)
            assert tab.tab.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width, page
        assert not tab.troubles


def test_the_planned_minutes_count_down_and_those_of_a_point_that_was_left_are_kept(room):
    enter(room, "logistik")
    first = left(room)
    assert 15 * 60 - 30 < first <= 15 * 60
    time.sleep(2.2)
    second = left(room)
    assert second < first
    press(room, "ArrowRight", "risiko")
    assert 15 * 60 - 20 < left(room) <= 15 * 60
    time.sleep(1.5)
    press(room, "ArrowLeft", "logistik")
    assert second - 20 < left(room) <= second, "the time on the point goes on where it was left"


def test_running_over_is_shown_and_nothing_jumps_by_itself(room):
    over = stopwatch.Clock(1, int(time.time()) - 15 * 60 - 64, (0,) * 7)
    enter(room, "logistik", f"&waktu={over}")
    assert -90 < left(room) <= -64
    assert room.tab.locator(".rel .sisa.lewat").count() == 1
    time.sleep(1.5)
    assert path_of("logistik") in room.tab.url and -92 < left(room) <= -65
    room.tab.keyboard.press("w")
    room.until("document.querySelector('.rel .sisa').textContent.startsWith('sisa')")
    assert 15 * 60 - 20 < left(room) <= 15 * 60


def test_after_f5_and_for_a_second_operator_it_stands_where_it_stood(room, chromium):
    before = stopwatch.Clock(3, int(time.time()) - 100, (60, 70, 80, 5, 0, 0, 0))
    enter(room, "partisipasi", f"&waktu={before}")
    shown, address = left(room), room.tab.url
    assert 10 * 60 - 105 - 20 < shown <= 10 * 60 - 105
    room.tab.reload()
    room.tab.locator(".rel .sisa:not(:empty)").wait_for()
    room.settle()
    assert room.tab.url == address and shown - 20 < left(room) <= shown
    with Screen(chromium, 1280, 720) as second:
        second.tab.goto(address)
        second.tab.locator(".rel .sisa:not(:empty)").wait_for()
        second.settle()
        assert second.tab.url == address
        assert abs(left(second) - left(room)) <= 2
        press(second, "ArrowLeft", "risiko")
        assert 15 * 60 - 80 - 20 < left(second) <= 15 * 60 - 80


def test_after_a_lost_server_the_meeting_goes_on_where_it_stood(start, samples_shot, screen):
    tab = screen()
    with start(samples_shot) as (tab.address, _):
        enter(tab, "netralitas")
        shown, top = left(tab), tab.tab.locator(".kalimat").bounding_box()["y"]
    gone = tab.tab.locator(".rel .putus-sambung")
    gone.wait_for()
    assert one_line(gone.inner_text()) == "Sambungan terputus, menyambung lagi …"
    assert tab.tab.locator(".kalimat").bounding_box()["y"] == top, "nothing moves because the server is gone"
    tab.tab.keyboard.press("ArrowRight")  # nobody answers
    port = int(tab.address.rpartition(":")[2])
    with start(samples_shot, port=port):
        gone.wait_for(state="hidden", timeout=90_000)
        tab.settle()
        place = int(re.match(r"pokok ke-(\d) ", rail(tab))[1])
        assert place in (5, 6)
        assert place == 6 or left(tab) <= shown
        time.sleep(3)  # as long as a key counts that nobody answered
        press(tab, "ArrowRight", COURSE[place])
        press(tab, "Home", COURSE[0])


@pytest.mark.parametrize("text", ["x", "99.1.0", "3.1.0-0-0-0-0-0-0", "%3Cb%3E1", "2." + "9" * 60 + ".0"])
def test_an_address_that_tells_no_clock_begins_one(room, text):
    enter(room, "stabilitas", f"&waktu={text}")
    assert rail(room).startswith("pokok ke-6 dari 7") and 10 * 60 - 30 < left(room) <= 10 * 60


def test_links_stay_in_the_mode_and_a_page_outside_the_course_keeps_the_point_that_runs(room):
    enter(room, "ringkasan")
    room.tab.locator("a.agenda-baris").nth(2).click()
    reached(room, "partisipasi")
    room.tab.locator(".m a[href='/perubahan']").first.click()
    room.tab.wait_for_url(re.compile("/perubahan"))
    room.settle()
    assert "mode=rapat" in room.tab.url and rail(room).startswith("pokok ke-4 dari 7 KPU")
    press(room, "ArrowRight", "netralitas")


def test_the_numbers_of_a_meeting_stay_while_the_points_change(room):
    enter(room, "ringkasan", "&rapat=2024-10-21")
    assert "21 Okt 2024" in rail(room) and "dibekukan" in room.tab.locator(".tawaran").inner_text()
    press(room, "1", "logistik")
    assert "rapat=2024-10-21" in room.tab.url and "21 Okt 2024" in rail(room)
    press(room, "End", "tindak_lanjut")
    press(room, "Home", "ringkasan")
    assert "rapat=2024-10-21" in room.tab.url and "21 Okt 2024" in rail(room)


def test_neither_a_table_nor_a_choice_that_was_clicked_nor_a_fold_eats_the_keys(room):
    enter(room, "risiko")
    room.tab.locator("table.tabel td").first.click()
    press(room, "ArrowRight", "partisipasi")
    room.tab.locator("summary").first.click()
    press(room, "PageDown", "netralitas")
    enter(room, "tindak_lanjut")
    room.tab.get_by_role("radio", name="Bawaslu").or_(room.tab.get_by_role("button", name="Bawaslu")).first.click()
    room.tab.wait_for_url(re.compile("lembaga="))
    room.settle()
    press(room, "ArrowLeft", "stabilitas")


def test_keys_with_alt_or_ctrl_belong_to_the_browser(room):
    enter(room, "logistik")
    for key in ("Control+ArrowRight", "Meta+2", "Shift+Tab"):
        room.tab.keyboard.press(key)
    time.sleep(0.5)
    assert path_of("logistik") in room.tab.url


def test_what_is_typed_into_the_decision_turns_no_page_and_the_decision_is_about_the_point_on_screen(room):
    enter(room, "stabilitas")
    room.tab.keyboard.press("k")
    room.until("document.activeElement?.getAttribute('aria-label') === 'Apa yang diputuskan'")
    room.tab.keyboard.type("Hubungi 3 kelurahan, mohon 0 kejadian")
    for key in ("Home", "End", "ArrowLeft", "ArrowRight"):
        room.tab.keyboard.press(key)
    assert room.tab.get_by_label("Apa yang diputuskan").input_value() == "Hubungi 3 kelurahan, mohon 0 kejadian"
    assert path_of("stabilitas") in room.tab.url
    small = """() => [...document.querySelectorAll(".st-key-catat :is(.asal-isian b, textarea, input, button p)")].map((e) =>
        parseFloat(getComputedStyle(e).fontSize) * (e.currentCSSZoom ?? 1)).filter((size) => size < 18)"""
    assert room.tab.evaluate(small) == [], "the room reads along"
    acts = [
        room.tab.locator(".st-key-catat").get_by_role("button", name=name).bounding_box() for name in ("Catat", "Batal")
    ]
    assert abs(acts[0]["y"] - acts[1]["y"]) < 2 and acts[1]["x"] + acts[1]["width"] <= 1280
    form = room.tab.locator(".st-key-catat").bounding_box()
    assert form["y"] + form["height"] <= 721 and form["height"] <= 240, (
        "the numbers stay in sight: a third of the screen"
    )
    room.tab.evaluate("document.querySelector('.st-key-catat textarea').value = ''")
    room.tab.keyboard.press("Escape")
    room.tab.locator(".st-key-catat .kalimat-isian").wait_for(state="detached")
    room.tab.evaluate("sessionStorage.clear()")
    press(room, "ArrowRight", "tindak_lanjut")


def test_h_lists_the_keys_and_they_work_from_there(room):
    enter(room, "netralitas")
    room.tab.keyboard.press("h")
    sheet = room.tab.get_by_role("dialog", name="Tombol Mode Rapat")
    sheet.wait_for()
    said = one_line(sheet.inner_text())
    for word in (
        "Sarana, prasarana, dan logistik",
        "Bawaslu",
        "→ PageDown",
        "Catat keputusan",
        "Keluar dari Mode Rapat",
    ):
        assert word in said
    assert "Netralitas" in room.tab.evaluate("document.activeElement.innerText"), "the point that runs has the focus"
    box = sheet.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 720
    room.tab.keyboard.press("h")
    sheet.wait_for(state="hidden")
    room.tab.locator(".rel .bantu").click()
    sheet.get_by_role("button", name=re.compile("Pencegahan")).click()
    reached(room, "risiko")
    room.tab.keyboard.press("h")
    sheet.wait_for()
    room.tab.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    room.tab.keyboard.press("h")
    press(room, "1", "logistik")
    assert not sheet.is_visible()
    room.tab.keyboard.press("h")
    sheet.wait_for()
    room.tab.keyboard.press("k")
    room.until("document.activeElement?.getAttribute('aria-label') === 'Apa yang diputuskan'")
    assert not sheet.is_visible()
    room.tab.keyboard.press("Escape")
    room.tab.locator(".st-key-catat .kalimat-isian").wait_for(state="detached")


def test_the_menu_never_shows_up_between_two_points(room):
    enter(room, "ringkasan")
    room.tab.evaluate(
        """() => {
            window.frames_seen = []
            const look = () => {
                const header = document.querySelector("[data-testid=stHeader]")
                window.frames_seen.push([!!header && header.checkVisibility(), getComputedStyle(document.documentElement).fontSize])
                requestAnimationFrame(look)
            }
            look()
        }"""
    )
    for page in COURSE[1:]:
        press(room, "ArrowRight", page)
    seen = room.tab.evaluate("window.frames_seen")
    assert len(seen) > 50
    assert not [one for one in seen if one[0]], "the menu was visible in some frame"
    assert {one[1] for one in seen} == {"20px"}
