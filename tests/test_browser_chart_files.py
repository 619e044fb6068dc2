"""Charts taken home in a real Chromium: both files of every chart, by mouse, keyboard and finger, and what stays still."""

import base64
import csv
import io
import struct

import pytest

from tests.screen import SIZES
from tests.test_browser_axe import found
from tests.test_browser_search import PLACES

pytestmark = pytest.mark.panjang

#: The pages with charts, and how many.
CHARTS = {"logistik": 3, "risiko": 1, "partisipasi": 2, "stabilitas": 2, "/angka?kode=kasus_aktif": 1}
#: How many colours a picture has: one without its chart has few.
COLOURS = """async (path) => {
  const image = new Image()
  image.src = path
  await image.decode()
  const canvas = document.createElement("canvas")
  ;[canvas.width, canvas.height] = [image.width, image.height]
  const brush = canvas.getContext("2d")
  brush.drawImage(image, 0, 0)
  const seen = new Set(), { data } = brush.getImageData(0, 0, image.width, image.height)
  for (let at = 0; at < data.length; at += 4 * 7) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`)
  return [...seen]
}"""


def taken(tab, press):
    with tab.tab.expect_download() as download:
        press()
    return download.value.suggested_filename, download.value.path().read_bytes()


def menus(tab):
    tab.tab.locator(".unduh").first.wait_for()
    return tab.tab.locator(".unduh").all()


@pytest.mark.parametrize("size", SIZES)
def test_every_chart_is_taken_as_a_picture_of_itself_and_as_its_rows(screen, address, size):
    tab = screen(*SIZES[size])
    for page, count in CHARTS.items():
        tab.open(address, page)
        found_ = menus(tab)
        assert len(found_) == count, page
        charts = tab.tab.locator(".stPlotlyChart, .m.peta-bingkai, .m.jalan").all()
        assert len(charts) == count, page
        for menu, chart in zip(found_, charts, strict=True):
            menu.locator("summary").click()
            name, content = taken(tab, menu.locator("[data-unduh=png]").click)
            wide, high = struct.unpack(">II", content[16:24])
            box = chart.bounding_box()
            assert name.endswith("-2024-11-04-simulasi.png") and content.startswith(b"\x89PNG")
            assert wide >= 2 * box["width"] and high > 2 * box["height"], "with its title and what it says below"
            menu.locator("summary").click()
            name, content = taken(tab, menu.locator("[data-unduh=csv]").click)
            lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert name.endswith(".csv") and len(lines) > 1 and {line[-1] for line in lines[1:]} == {"simulasi"}
            assert {len(line) for line in lines} == {len(lines[0])}
    assert not tab.troubles


def test_the_picture_holds_what_stands_on_the_page_in_its_colours(screen, address):
    tab = screen().open(address, "logistik")
    menu = menus(tab)[0]
    menu.locator("summary").click()
    _, content = taken(tab, menu.locator("[data-unduh=png]").click)
    seen = set(tab.tab.evaluate(COLOURS, f"data:image/png;base64,{base64.b64encode(content).decode()}"))
    assert len(seen) > 20
    accent = tab.tab.evaluate("""() => {
      const one = document.body.appendChild(document.createElement("i"))
      one.style.color = "var(--accent)"
      const [, ...said] = getComputedStyle(one).color.match(/(\\d+), (\\d+), (\\d+)/)
      one.remove()
      return said.join()
    }""")
    assert accent in seen, "the bar that is highlighted"
    assert tab.tab.locator(".unduh-bingkai").count() == 0, "nothing of its making is left"


@pytest.mark.parametrize("size", SIZES)
def test_the_menu_lies_over_the_page_and_moves_nothing(screen, address, size):
    tab = screen(*SIZES[size]).open(address, "risiko")
    menu = menus(tab)[0]
    summary = menu.locator("summary")
    summary.scroll_into_view_if_needed()
    before = tab.tab.evaluate(PLACES)
    if size == "ponsel":
        assert min(summary.bounding_box()[side] for side in ("width", "height")) >= 44
    summary.click()
    assert tab.tab.evaluate(PLACES) == before
    listed = menu.locator(":scope > div").bounding_box()
    assert listed["x"] >= 0 and listed["x"] + listed["width"] <= SIZES[size][0]
    assert found(tab, set()) == []
    tab.tab.locator("h1").first.click()
    assert menu.get_attribute("open") is None, "it closes by a press beside it"


def test_the_keyboard_opens_it_takes_a_file_and_closes_it_with_the_focus_kept(screen, address):
    tab = screen().open(address, "stabilitas")
    menu = menus(tab)[0]
    menu.locator("summary").focus()
    assert "Potensi konflik" in menu.locator("summary").get_attribute("aria-label")
    tab.tab.keyboard.press("Enter")
    tab.tab.keyboard.press("Tab")
    name, _ = taken(tab, lambda: tab.tab.keyboard.press("Enter"))
    assert name == "stabilitas-peta-2024-11-04-simulasi.png"
    tab.until("document.activeElement.matches('.unduh summary')")
    tab.tab.keyboard.press("Enter")
    tab.tab.keyboard.press("Escape")
    assert menu.get_attribute("open") is None and tab.tab.evaluate("document.activeElement.matches('.unduh summary')")


def test_there_is_none_before_a_room_and_the_words_for_those_who_do_not_see_a_chart_stay(screen, address):
    tab = screen()
    tab.tab.goto(f"{address}/logistik?mode=rapat")
    tab.tab.locator(".rel").wait_for()
    tab.settle()
    assert tab.tab.locator(".unduh").count() == 0
    tab.open(address, "logistik")
    assert tab.tab.locator(".stPlotlyChart[aria-label], .stPlotlyChart [aria-label]").count() >= 3
