"""The example of deploy/nginx.conf in a real nginx before the real server, with a certificate made for the test.

One of the two servers that it names is never there: whoever comes is served by the other one.
"""

import asyncio
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
import websockets

from tests import wire
from tests.front import EXAMPLE, nginx
from tests.provider import cookie, free_port, provider, secrets, sign_in
from tests.screen import PAGES, Screen, path_of
from tests.test_flood import fast_fingers

pytestmark = pytest.mark.panjang


@pytest.fixture(scope="module")
def front(start, samples_shot, tmp_path_factory):
    """nginx with the example before a server of its own; ended with the tests of this module."""
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    with nginx(folder, free_port(), port) as found, provider() as issuer:
        # Behind a proxy nobody is served who has not signed in.
        kept = secrets(folder / "secrets.toml", port, issuer, redirect_uri=f"{found.address}/oauth2callback")
        with start(samples_shot, port=port, RAHASIA=kept, FOLDER="samples"):
            yield found


def test_who_comes_without_tls_is_sent_to_the_same_page_with_it(front):
    status, headers, _ = wire.get(front.plain, "/logistik?rapat=2024-10-21", Host="pinjaman.example")
    assert status == 301 and headers["Location"] == f"{front.address}/logistik?rapat=2024-10-21"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_behind_it_in_a_browser(front, chromium, page):
    with Screen(chromium, 1280, 720, ignore_https_errors=True) as shown:
        shown.tab.context.add_cookies([cookie(front.address, "pimpinan@contoh.test") | {"secure": True}])
        shown.open(front.address, page)
        assert shown.troubles == [] and shown.read()["exceptions"] == []
        assert "Masuk sebagai pimpinan@contoh.test" in shown.read()["text"]
        kept = {cookie["name"]: cookie for cookie in shown.tab.context.cookies()}
    assert kept["_streamlit_xsrf"]["secure"] and kept["_streamlit_xsrf"]["sameSite"] == "Strict"
    assert all(cookie["secure"] for cookie in kept.values())


def test_people_sign_in_through_it_and_come_back_to_the_page_they_wanted(front, chromium):
    with Screen(chromium, 1280, 720, ignore_https_errors=True) as shown:
        sign_in(shown.open(front.address, "/risiko?rapat=2024-10-21"), "pimpinan", "**/localhost:*/risiko?**")
        assert shown.tab.url == f"{front.address}/risiko?rapat=2024-10-21"
        assert "Masuk sebagai pimpinan@contoh.test" in shown.read()["text"]
        kept = {one["name"]: one for one in shown.tab.context.cookies(front.address)}
    assert kept["_streamlit_user"]["secure"] and kept["_streamlit_user"]["httpOnly"]


@pytest.mark.parametrize("kilobytes", [1, 12, 28])
def test_a_long_cookie_of_a_sign_in_passes_also_at_the_websocket(front, kilobytes):
    cookie = "_streamlit_user=" + "x" * 1000 * kilobytes
    assert front.get("/healthz", Cookie=cookie)[0] == 200
    assert front.websocket(Cookie=cookie) == 101


def test_many_cookies_of_a_usual_size_pass_too(front):
    cookies = "; ".join(f"_streamlit_user__{number}={'x' * 3800}" for number in range(4))
    assert front.get("/healthz", Cookie=cookies)[0] == 200 and front.websocket(Cookie=cookies) == 101


def test_fifty_viewers_behind_one_address_who_press_keys_fast_are_never_closed(front):
    """All come through one nginx from one address, and with one account; then each of them opens every page."""
    one = cookie(front.address, "pimpinan@contoh.test")
    named = f"{one['name']}={one['value']}"
    token = re.search("_streamlit_xsrf=([^;]+)", str(front.get("/_stcore/health")[1].get_all("Set-Cookie")))[1]

    def connect():
        return websockets.connect(
            front.address.replace("https", "wss") + "/_stcore/stream", subprotocols=["streamlit", token],
            origin=front.address, additional_headers={"Cookie": f"{named}; _streamlit_xsrf={token}"},
            ssl=front.secure, max_size=None, compression=None, proxy=None, open_timeout=60,
        )  # fmt: skip

    def refusals():
        return re.findall(r"ditolak_total{.*", wire.get(front.behind[1], "/metrics")[2].decode())

    before = refusals()
    with ThreadPoolExecutor(1) as beside:  # Playwright has a loop of its own here
        assert beside.submit(asyncio.run, fast_fingers(connect)).result() == []
    answers = Counter(
        front.get(path_of(page), Accept="text/html", Cookie=named)[0] for page in PAGES for _ in range(50)
    )
    assert answers == {200: 50 * len(PAGES)}
    assert refusals() == before


def test_another_page_opens_no_websocket_through_it(front):
    assert front.websocket(Origin="https://pinjaman.example") == 403
    assert front.websocket(Origin=f"http://localhost:{front.port + 1}") == 403


@pytest.mark.parametrize(
    "path", ["/metrics", "/_stcore/metrics", "/metrics/", "/%6detrics", "//metrics", "/x/../metrics"]
)
def test_numbers_of_the_server_are_for_its_own_machine(front, path):
    assert wire.get(front.behind[1], "/metrics")[2].startswith(b"# HELP monev_")
    _, _, body = front.get(path)
    assert b"# HELP" not in body and b"# TYPE" not in body


def test_the_server_refuses_them_also_where_nginx_would_pass_them_on(front):
    for name, value in (("X_Forwarded_For", "10.0.0.7"), ("X_Forwarded_Proto", "https"), ("X_Real_IP", "10.0.0.7")):
        assert re.search(rf"proxy_set_header {name.replace('_', '-')} ", EXAMPLE)
        assert wire.get(front.behind[1], "/metrics", **{name: value})[0] == 404


def test_answers_tell_the_browser_to_stay_with_tls_and_what_pages_may_do(front):
    for path in ("/", "/healthz", "/metrics", "/tidak-ada"):
        assert front.get(path, Accept="text/html")[1]["Strict-Transport-Security"] == "max-age=31536000"
    headers = front.get("/", Accept="text/html")[1]
    assert f"wss://localhost:{front.port}" in headers["Content-Security-Policy"]
    assert headers["Server"] == "nginx" and headers["Strict-Transport-Security"] is not None
    assert wire.get(front.behind[1], "/")[1]["Strict-Transport-Security"] is None, (
        "without TLS it would lock people out"
    )


def test_nothing_large_is_taken_in_and_the_program_of_the_page_comes_packed(front):
    assert front.get("/", "POST", Content_Length="20000")[0] == 413
    assert front.get("/", "POST", Content_Length="0")[0] == 405
    one = cookie(front.address, "pimpinan@contoh.test")
    page = front.get("/", Accept="text/html", Cookie=f"{one['name']}={one['value']}")[2]
    [script] = set(re.findall(rb'src="\./(static/js/index[^"]+)"', page))
    status, headers, packed = front.get(f"/{script.decode()}", Accept_Encoding="gzip")
    plain = front.get(f"/{script.decode()}")[2]
    assert status == 200 and headers["Content-Encoding"] == "gzip" and len(packed) < len(plain) / 2
