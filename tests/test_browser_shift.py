"""Nothing jumps and nothing fades: where things lie while a page arrives, and what is to be seen on the way to the next."""

import re
import time

import pytest

from tests.screen import PAGES, SIZES, path_of
from tests.test_browser_words import english

pytestmark = pytest.mark.panjang

#: Cumulative layout shift that a page may have while it arrives, and the most that one jump may add.
WHOLE, ONCE = 0.05, 0.02
#: Seconds that the code of figures is late.
LATE = 1
#: Gathers every jump that no finger caused, with what jumped: pieces that say in their new place what they said in their
#: old one. Where a whole page gives way to the next one in one frame, Streamlit puts the new text into the old piece.
JUMPS = """window.jumps = []
const frames = []
const note = (at) => {
  const said = new WeakMap()
  for (const one of document.querySelectorAll("[data-testid=stMain] [class*=st-emotion], [data-testid=stMain] .m")) {
    const text = one.textContent
    said.set(one, `${text.length} ${text.slice(0, 60)} ${text.slice(-60)}`)
  }
  frames.push({ at, said })
  if (frames.length > 240) frames.shift()
  requestAnimationFrame(note)
}
requestAnimationFrame(note)
const moved = (element, time) => {
  const last = frames.findLastIndex((one) => one.at <= time)
  if (last < 1) return true
  const [before, after] = [frames[last - 1], frames[last]].map((one) => one.said.get(element))
  return before === after
}
new PerformanceObserver((list) => {
  for (const jump of list.getEntries()) {
    const pieces = jump.sources.map((one) => [one.node?.nodeType === 1 ? one.node : one.node?.parentElement, one])
    if (jump.hadRecentInput || !pieces.some(([element]) => moved(element, jump.startTime))) continue
    window.jumps.push([jump.value, pieces.map(([element, one]) =>
      `${element?.className} ${[one.previousRect, one.currentRect].map((box) => [box.x, box.y, box.width, box.height].map(Math.round))}`
    )])
  }
}).observe({ type: "layout-shift", buffered: true })"""
#: Gathers, for every frame, what is to be seen of the page and what stands in for it.
FRAMES = """() => {
  window.frames_seen = []
  const grey = "[data-testid=stSkeleton], [data-testid=stAppSkeleton], [data-testid=stStatusWidget]"
  const seen = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
  const look = () => {
    const blocks = [...document.querySelectorAll("[data-testid=stMain] .m")].filter((one) => one.checkVisibility({ checkVisibilityCSS: true }))
    const faint = Math.min(1, ...blocks.flatMap((one) => {
      const all = []
      for (let up = one; up; up = up.parentElement) all.push(+getComputedStyle(up).opacity)
      return all
    }))
    window.frames_seen.push({
      at: performance.now(), faint, grey: [...document.querySelectorAll(grey)].filter(seen).length,
      heading: document.querySelector("[data-testid=stMain] h1")?.innerText ?? null, path: location.pathname,
      logo: seen(document.querySelector("[data-testid=stLogo], [data-testid=stHeaderLogo]") ?? document.createElement("i")),
    })
    window.looking = requestAnimationFrame(look)
  }
  look()
}"""


def jumps(tab):
    return tab.tab.evaluate("window.jumps")


def told(found):
    return [f"{value:.4f} {sources}" for value, sources in found if value > ONCE / 4]


def late_figures(tab):
    """From now on the code that draws figures arrives late."""

    def wait(route):
        time.sleep(LATE)
        route.continue_()

    tab.tab.route(re.compile("PlotlyChart.*js"), wait)


def switch(tab, page):
    """To another page by its line in the menu, without a finger: what a finger causes does not count as a jump."""
    tab.tab.locator("[data-testid=stTopNavLink], [data-testid=stSidebarNavLink]").nth(PAGES.index(page)).evaluate(
        "(line) => line.click()"
    )
    tab.tab.wait_for_url(re.compile(re.escape(path_of(page)) + r"(\?.*)?$"))
    tab.settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_jumps_while_a_page_is_opened_for_the_first_time(screen, address, page, size):
    tab = screen(*SIZES[size])
    tab.tab.add_init_script(JUMPS)
    late_figures(tab)
    tab.open(address, page)
    found = jumps(tab)
    assert sum(value for value, _ in found) <= WHOLE and max((value for value, _ in found), default=0) <= ONCE, told(
        found
    )


@pytest.mark.parametrize("page", PAGES)
def test_nothing_jumps_while_a_page_is_opened_in_the_mode(screen, address, page):
    tab = screen()
    tab.tab.add_init_script(JUMPS)
    late_figures(tab)
    tab.open(address, f"{path_of(page)}?mode=rapat")
    found = jumps(tab)
    assert sum(value for value, _ in found) <= WHOLE and max((value for value, _ in found), default=0) <= ONCE, told(
        found
    )


@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_on_the_way_from_page_to_page(screen, address, size):
    tab = screen(*SIZES[size])
    tab.tab.add_init_script(JUMPS)
    late_figures(tab)
    tab.open(address, PAGES[-1])
    wrong = {}
    for page in PAGES:
        # Chromium takes a block of the new page for one of the old that moved, where both came in one frame. That is
        # chance; a jump of the page itself is there every time.
        for attempt in range(3):
            if attempt:
                switch(tab, PAGES[PAGES.index(page) - 1])
            tab.tab.evaluate("window.jumps.length = 0")
            switch(tab, page)
            found = jumps(tab)
            wrong[page] = told(found)
            if sum(value for value, _ in found) <= WHOLE and max((value for value, _ in found), default=0) <= ONCE:
                del wrong[page]
                break
    assert wrong == {}


def test_a_jump_made_on_purpose_is_measured(screen, address):
    tab = screen()
    tab.tab.add_init_script(JUMPS)
    tab.open(address, "logistik")
    tab.tab.evaluate("document.querySelector('.strip').style.paddingBottom = '200px'")
    tab.until(f"window.jumps.reduce((sum, [value]) => sum + value, 0) > {WHOLE}")


def test_on_the_way_to_another_page_nothing_is_grey_and_the_old_words_do_not_stay(screen, address):
    tab = screen().open(address, PAGES[-1])
    for page in PAGES:  # the first time the code of its parts has to come
        switch(tab, page)
    headings = {}
    for page in PAGES:
        switch(tab, page)
        headings[path_of(page)] = tab.tab.locator("[data-testid=stMain] h1").inner_text()
    tab.tab.context.new_cdp_session(tab.tab).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    for page in PAGES:
        tab.tab.evaluate(FRAMES)
        switch(tab, page)
        frames = tab.tab.evaluate("() => { cancelAnimationFrame(window.looking); return window.frames_seen }")
        assert len(frames) > 5
        assert {frame["faint"] for frame in frames} == {1}, page
        assert {frame["grey"] for frame in frames} == {0} and all(frame["logo"] for frame in frames), page
        stale = [
            one["at"]
            for one in frames
            if one["path"] == path_of(page) and one["heading"] not in (None, headings[path_of(page)])
        ]
        assert not stale or stale[-1] - stale[0] < 250, (page, stale)


def test_numbers_that_are_asked_for_again_do_not_fade(screen, address):
    tab = screen().open(address, "mutu_data")
    tab.tab.evaluate(FRAMES)
    tab.tab.get_by_role("radio", name="Bawaslu").click()
    tab.tab.locator("h2", has_text="Bawaslu:").wait_for()
    # What waits for its run is faint after a while only: made so by hand, it must not be.
    tab.tab.evaluate(
        "document.querySelectorAll('.stElementContainer').forEach((one) => { one.dataset.stale = 'true' })"
    )
    tab.tab.wait_for_timeout(300)
    frames = tab.tab.evaluate("() => { cancelAnimationFrame(window.looking); return window.frames_seen }")
    assert {frame["faint"] for frame in frames} == {1} and {frame["grey"] for frame in frames} == {0}


def test_a_dark_window_is_dark_before_the_page_has_come_and_says_that_it_waits(screen, address):
    tab = screen()
    tab.tab.emulate_media(color_scheme="dark")
    tab.tab.route(re.compile(r"/static/js/index\..*\.js"), lambda route: route.abort())
    tab.tab.goto(address)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = tab.tab.evaluate(ground)
    tab.tab.get_by_text("Menyiapkan halaman").wait_for()
    assert english(tab.words()) == []
    tab.tab.emulate_media(color_scheme="light")
    assert tab.tab.evaluate(ground) == "rgb(255, 255, 255)" != dark
