"""What one person sees: how long until all pictures are painted, and what a phone fetches until the first one."""

from __future__ import annotations

import time
from collections.abc import Sequence

from playwright.sync_api import Browser, Page, sync_playwright

from bench.sides import Running
from tests.screen import ARGUMENTS, PHONE

CHROMIUM = "/usr/bin/chromium"
#: Milliseconds until a picture that has not come never comes.
PATIENCE = 60_000

#: Clicks a link of the menu, and tells after how many milliseconds the page is at rest with so many pictures painted.
_CLICK = """([title, pictures, patience]) => new Promise((resolve, reject) => {
  const links = [...document.querySelectorAll("[data-testid=stTopNavLink], [data-testid=stSidebarNavLink], nav > a")]
  const link = links.find((one) => one.textContent.trim() === title)
  const began = performance.now()
  const painted = () => [...document.querySelectorAll(".js-plotly-plot")]
    .filter((one) => one.querySelector(".trace")).length
  const look = () => {
    const app = document.querySelector("[data-testid=stApp]")  // Dash has none, and no state that it tells
    const resting = !app || app.getAttribute("data-test-script-state") === "notRunning"
    const passed = performance.now() - began
    if (resting && passed > 5 && location.pathname !== before && painted() === pictures)
      requestAnimationFrame(() => resolve(performance.now() - began))
    else if (passed > patience) reject(new Error(`${painted()} of ${pictures} pictures`))
    else requestAnimationFrame(look)
  }
  const before = location.pathname
  link.click()
  look()
})"""
#: The same for a page that is just being opened: when its first picture is painted, or -1 as long as it is not.
_FIRST = """() => {
  const drawn = document.querySelector(".js-plotly-plot .trace, .petak")
  return drawn && drawn.getBoundingClientRect().width > 0 ? performance.now() : -1
}"""


def clicks(
    servers: Sequence[Running], titles: Sequence[tuple[str, str]], pictures: int, rounds: int
) -> list[list[float]]:
    """Milliseconds from a click to all `pictures` painted, by server, a few times and by turns.

    `titles` are the two entries of each menu: one without pictures, and the one that has them.
    """
    found: list[list[float]] = [[] for _ in servers]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        pages = [_opened(browser, server) for server in servers]
        for round_ in range(rounds + 2):
            for place, (page, (plain, rich)) in enumerate(zip(pages, titles, strict=True)):
                page.bring_to_front()
                page.evaluate(_CLICK, [plain, 0, PATIENCE])
                page.wait_for_timeout(300)
                took = page.evaluate(_CLICK, [rich, pictures, PATIENCE])
                page.wait_for_timeout(300)
                if round_ > 1:  # the first ones fetch the program that draws, and warm it up
                    found[place].append(took)
        browser.close()
    return found


def _opened(browser: Browser, server: Running) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 720}, locale="id-ID").new_page()
    page.goto(f"{server.address}/{server.side.pages[1]}")
    page.wait_for_selector(".js-plotly-plot .trace", timeout=PATIENCE, state="attached")
    return page


def fetched(address: str, path: str, **context: object) -> dict[str, float]:
    """What a phone with nothing in its memory fetches until the first picture of a page is painted: bytes as they cross
    the wire, of files and of the websocket, the number of files, and milliseconds."""
    count = {"berkas": 0, "byte_berkas": 0, "byte_websocket": 0}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        size = {"width": 390, "height": 844}
        page = browser.new_context(viewport=size, locale="id-ID", **PHONE, **context).new_page()
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")

        def loaded(event: dict) -> None:
            count["berkas"] += 1
            count["byte_berkas"] += int(event["encodedDataLength"])

        def framed(event: dict) -> None:
            text = event["response"]["payloadData"]  # binary frames come in base 64
            count["byte_websocket"] += len(text) * 3 // 4

        wire.on("Network.loadingFinished", loaded)
        wire.on("Network.webSocketFrameReceived", framed)
        page.goto(f"{address}/{path}", wait_until="commit")
        took, until = -1.0, time.monotonic() + PATIENCE / 1000
        while took < 0 and time.monotonic() < until:
            page.wait_for_timeout(20)
            took = page.evaluate(_FIRST)
        browser.close()
    return count | {"milidetik": took}
