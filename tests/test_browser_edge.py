"""What the policy of the edge lets pages do in a real browser, and what it keeps from whoever gets into one."""

import contextlib
import functools
import http.server
import threading

import pytest

from tests.screen import PAGES, Screen

pytestmark = pytest.mark.panjang

#: Ways by which a text that got into a page would begin to act; each sets `masuk`.
WAYS = {
    "a script in the document": "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.masuk = 1'}))",
    "an attribute that acts": "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.masuk = 1\">')",
    "a script in an address": "document.body.append(Object.assign(document.createElement('script'), {src: 'data:text/javascript,window.masuk=1'}))",
    "a link that acts": "(() => { const a = Object.assign(document.createElement('a'), {href: 'javascript:void(window.masuk = 1)'}); document.body.append(a); a.click() })()",
    "a text that is run": "(() => { const timer = setTimeout('window.masuk = 1', 0) })()",
}


def got_in(tab, way):
    """Whether a page did what somebody put into it."""
    with contextlib.suppress(Exception):  # a refused text to be run may also raise
        tab.evaluate(WAYS[way])
    tab.wait_for_timeout(300)
    return tab.evaluate("window.masuk === 1")


@pytest.mark.parametrize("way", WAYS)
def test_a_text_that_got_into_a_page_does_not_act(screen, chromium, address, way):
    shown = screen().open(address, "ringkasan")
    assert not got_in(shown.tab, way)
    free = chromium.new_context(bypass_csp=True)
    try:
        tab = free.new_page()
        tab.goto(address)
        tab.wait_for_selector(".m")
        assert got_in(tab, way), "without the policy it would act"
    finally:
        free.close()


@pytest.mark.parametrize(
    "how",
    [
        "fetch('{}/bawa?isi')",
        "new Promise((good, bad) => Object.assign(new Image(), {{onload: good, onerror: bad, src: '{}/bawa'}}))",
    ],
)
def test_nothing_is_carried_off_to_another_server(screen, address, elsewhere, how):
    tab = screen().open(address, "ringkasan").tab
    told = tab.evaluate(f"{how.format(elsewhere.address)}.then(() => 'keluar', () => 'ditahan')")
    assert told == "ditahan" and elsewhere.asked == []


def test_no_other_page_shows_ours_within_itself(screen, address, elsewhere):
    tab = screen().tab
    tab.goto(f"{elsewhere.address}/bingkai?{address}/ringkasan")
    frame = tab.frames[1]
    frame.wait_for_load_state()
    assert elsewhere.asked[0] == "/bingkai" and frame.locator(".m, #root").count() == 0
    assert not frame.url.startswith("http"), "the browser shows its own page of refusal"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_charts_are_drawn_under_the_policy_in_both_themes(screen, address, colours):
    shown = screen()
    shown.tab.emulate_media(color_scheme=colours)
    shown.open(address, "logistik")
    assert shown.tab.locator(".stPlotlyChart .main-svg").count() > 0 and shown.troubles == []
    font = "[...document.fonts].some((font) => font.family.includes('IBM Plex Sans') && font.status === 'loaded')"
    assert shown.tab.evaluate(font)


def test_the_button_that_copies_copies(screen, address):
    shown = screen()
    shown.tab.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    shown.open(address, "mutu_data")
    shown.tab.get_by_role("button", name="Salin").first.click()
    shown.tab.get_by_role("button", name="Tersalin").first.wait_for()
    assert shown.troubles == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_asks_any_other_machine_for_anything(chromium, address, page):
    asked = []
    with Screen(chromium, 1280, 720) as shown:
        shown.tab.on("request", lambda request: asked.append(request.url))
        shown.open(address, page)
    assert len(asked) > 10 and not [url for url in asked if not url.startswith((address, "data:", f"blob:{address}"))]


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another server: it notes what it is asked, and shows the page behind `?` in a frame."""

    def __init__(self, asked, *rest):
        self.asked = asked
        super().__init__(*rest)

    def do_GET(self):
        path, _, framed = self.path.partition("?")
        self.asked.append(path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(f'<iframe src="{framed}"></iframe>'.encode())

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture
def elsewhere():
    asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Elsewhere, asked))
    server.asked, server.address = asked, f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
