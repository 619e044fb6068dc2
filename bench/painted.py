"""What one person sees: how long from a click until all pictures are painted."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Browser, Page, sync_playwright

from bench.sides import Running
from tests.screen import ARGUMENTS, CHROMIUM

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
