"""A page as people have it before them: opened in a real Chromium, waited for, measured and read."""

import re
import shutil
import time
from pathlib import Path

from playwright.sync_api import Error

from monev.screen import navigation
from monev.settings import HOME

#: Where it is; None where a machine has none.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
#: --disable-gpu and what follows keep Chromium from waiting for what a test machine does not have.
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none"),
]
#: Where a screenshot of every page goes, for a person to look at.
PICTURES = HOME / "tests" / "layar"
#: What a phone tells about itself: by it Streamlit knows that its menu has to fold away after a choice.
PHONE = {
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36",
}
SIZES = {"layar": (1280, 720), "ponsel": (390, 844)}

#: The pages in the order of the menu -> their titles there; and what a test that runs one as a script calls its file.
AGENDA = {name: one.title for name, one in navigation.entries().items()}
FILES = {name: str(one.file.relative_to(HOME)) for name, one in navigation.entries().items()}
PAGES = tuple(AGENDA)
FIRST = PAGES[0]
#: The pages that belong to a point of the agenda: they have a number in the menu.
POINTS = tuple(name for name, title in AGENDA.items() if title[0].isdigit())

_READ = Path(__file__).with_name("screen.js").read_text("utf-8")
#: Streamlit asks these below the page's own address first, and then where they are.
_NORMAL = ("/_stcore/health", "/_stcore/host-config")
MILLISECONDS = 30_000


def path_of(page):
    """The path under which a page is reached."""
    return "/" if page == FIRST else f"/{page}"


class Screen:
    """One tab. `troubles` gathers what the browser's console and the scripts complained about."""

    def __init__(self, chromium, width, height, **more):
        self.width, self.troubles = width, []
        kind = PHONE if self.on_a_phone else {}
        self._context = chromium.new_context(
            locale="id-ID", viewport={"width": width, "height": height}, **kind, **more
        )
        self.tab = self._context.new_page()
        self.tab.set_default_timeout(MILLISECONDS)
        self.tab.on("console", self._heard)
        self.tab.on("pageerror", lambda error: self.troubles.append(str(error)))

    @property
    def on_a_phone(self):
        return self.width < 640

    def _heard(self, message):
        if message.type == "error" and not message.location.get("url", "").endswith(_NORMAL):
            self.troubles.append(f"{message.text} {message.location.get('url')}")

    def open(self, address, page):
        """Go straight to a page, by its name or by a path behind the address, and wait until it stands."""
        self.tab.goto(address + (path_of(page) if page in AGENDA else page))
        return self.settle()

    def click_to(self, page):
        """Go to a page as people do: by the menu, which a phone has to unfold first."""
        if self.on_a_phone:
            self.unfold_menu()
        self.menu_link(page).click()
        self.tab.wait_for_url(re.compile(re.escape(path_of(page)) + r"(\?.*)?$"))
        self.settle()
        if self.on_a_phone:
            self.tab.locator("[data-testid=stSidebar][data-collapsed=true]").wait_for(state="attached")
        return self

    def menu_link(self, page):
        links = "[data-testid=stTopNavLink], [data-testid=stSidebarNavLink]"
        # By its whole title: "Bahan" is also the end of "Perubahan".
        titled = re.compile(rf"^\s*{re.escape(AGENDA[page])}\s*$")
        return self.tab.locator(links).filter(has_text=titled).locator("visible=true")

    def unfold_menu(self):
        # Streamlit remembers a menu that was left open, also across pages.
        if self.tab.locator("[data-testid=stSidebar][data-collapsed=false]").count() == 0:
            self.tab.get_by_test_id("stExpandSidebarButton").click()
        self.tab.locator("[data-testid=stSidebar][data-collapsed=false]").wait_for()

    def settle(self):
        """Wait until the run is over, fonts and figures are there, and nothing has moved for a while. The page of whoever
        is not let in runs nothing."""
        if self.tab.locator("main.gerbang").count():
            return self
        self.tab.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        self.tab.wait_for_selector(".m, [data-testid=stAlert], [data-testid=stException]")
        self.tab.evaluate(f"({_READ}).settled()")
        return self

    def until(self, expression, timeout=MILLISECONDS):
        """Wait until an expression of JavaScript is true; Playwright's own waiting runs a text in the page, and the
        policy of the edge forbids that."""
        ends = time.monotonic() + timeout / 1000
        while not self._is_true(expression):
            assert time.monotonic() < ends, f"never became true: {expression}"
            self.tab.wait_for_timeout(50)

    def _is_true(self, expression):
        try:
            return self.tab.evaluate(expression)
        except Error as error:  # the page went elsewhere meanwhile
            if "Execution context was destroyed" in str(error):
                return False
            raise

    def read(self):
        """What stands on the page, as screen.js gathers it."""
        return self.tab.evaluate(f"({_READ}).read()")

    def words(self):
        """All texts and labels of the document as {said, kind, seen, place}."""
        return self.tab.evaluate(f"({_READ}).words()")

    def picture(self, name):
        """A screenshot below tests/layar/, of the first screen and of the page in its whole length."""
        PICTURES.mkdir(exist_ok=True)
        self.tab.screenshot(path=PICTURES / f"{name}.png")
        size = self.tab.viewport_size
        tall = self.tab.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        self.tab.set_viewport_size({"width": size["width"], "height": max(tall, size["height"])})
        self.tab.evaluate(f"({_READ}).settled()")
        self.tab.screenshot(path=PICTURES / f"{name}-utuh.png")
        self.tab.set_viewport_size(size)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._context.close()


def one_line(text):
    """Text with every run of blanks as one, and without the soft hyphens of the map."""
    return " ".join(text.replace("\u00ad", "").split())
