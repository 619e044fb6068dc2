"""The edge of the server: who is let in, what is closed, and what every answer tells a browser; asked byte by byte."""

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

import anyio
import pytest
import streamlit

from monev.run.server import security
from tests import wire

DOCUMENT = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
ELSEWHERE = "pinjaman.example"


@pytest.fixture(scope="module")
def port(address):
    return urlsplit(address).port


# --- who is let in ---


@pytest.mark.parametrize("path", ["/", "/logistik", "/healthz", "/metrics", "/_stcore/health", "/app/static/ikon.svg"])
@pytest.mark.parametrize("host", [ELSEWHERE, f"localhost.{ELSEWHERE}", "localhost@" + ELSEWHERE, "", "10.0.0.7:80"])
def test_a_name_that_was_turned_to_this_machine_gets_no_answer(port, path, host):
    status, _, body = wire.get(port, path, Host=host)
    assert status == 400
    assert not body or b"server.allowedHosts" in body  # without any Host the server below refuses by itself


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "LOCALHOST.", "localhost:1234"])
def test_the_names_of_this_machine_are_answered_at_any_port(port, host):
    assert wire.get(port, "/healthz", Host=host)[0] == 200


def test_a_page_of_this_address_may_open_the_websocket_and_so_may_a_program(port):
    assert wire.websocket(port, Origin=f"http://127.0.0.1:{port}") == 101
    assert wire.websocket(port) == 101


@pytest.mark.parametrize(
    "origin",
    [f"http://{ELSEWHERE}", "http://localhost:3000", "http://127.0.0.1:1", "null", "file://", "http://127.0.0.1"],
)
def test_a_page_from_elsewhere_opens_no_websocket_not_even_one_of_this_machine(port, origin):
    assert wire.websocket(port, Origin=origin) == 403


def test_a_websocket_under_a_foreign_name_is_refused_though_its_page_has_the_same(port):
    assert wire.websocket(port, Host=ELSEWHERE, Origin=f"http://{ELSEWHERE}") == 403


def test_no_foreign_page_is_told_to_read_an_answer(port):
    for path in ("/", "/healthz", "/_stcore/health", "/_stcore/host-config"):
        assert wire.get(port, path, Origin=f"http://{ELSEWHERE}")[1]["Access-Control-Allow-Origin"] is None


def test_other_names_and_origins_are_let_in_where_the_settings_name_them(start, samples_shot, monkeypatch):
    monkeypatch.setenv("STREAMLIT_SERVER_ALLOWED_HOSTS", "127.0.0.1 monev.example *.rapat.example")
    monkeypatch.setenv("STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS", "https://portal.example")
    with start(samples_shot) as (address, _):
        port = urlsplit(address).port
        assert wire.get(port, "/healthz", Host="monev.example")[0] == 200
        assert wire.get(port, "/healthz", Host="satu.rapat.example")[0] == 200
        assert wire.get(port, "/healthz", Host="localhost")[0] == 400
        assert wire.websocket(port, Host="monev.example", Origin="https://monev.example") == 101
        assert wire.websocket(port, Host="monev.example", Origin="https://portal.example") == 101
        assert wire.websocket(port, Host="monev.example", Origin="https://satu.rapat.example") == 403


# --- what is closed ---


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/_stcore/upload_file/a/b", "/_stcore/agent/interact", "/healthz"])
def test_the_server_is_only_read(port, method, path):
    status, headers, _ = wire.get(port, path, method, Content_Length="0")
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/agent",
        "/_stcore/upload_file/a/b",
        "/_stcore/%61gent/mcp",
    ],
)
def test_doors_of_streamlit_that_no_page_needs_are_closed(port, path):
    status, _, body = wire.get(port, path)
    assert status == 404 and body == b"Tidak ada apa-apa di alamat ini.\n"


def test_the_document_leads_to_none_of_them(port):
    body = wire.get(port, "/", Accept="text/html")[2].decode()
    assert "<title>Monev Pilkada" in body and not [path for path in security.CLOSED if path.strip("/") in body]


def test_nobody_who_frames_a_page_may_steer_it(port):
    status, _, body = wire.get(port, "/_stcore/host-config")
    assert status == 200 and b'"allowedOrigins":[]' in body


@pytest.mark.parametrize("path", security.LOCAL)
@pytest.mark.parametrize("header", [*security.FORWARDED, "X-Forwarded-For"])
def test_numbers_of_the_process_are_not_told_through_a_proxy(port, path, header):
    assert wire.get(port, path)[0] == 200
    assert wire.get(port, path, **{header: "127.0.0.1"})[0] == 404


@pytest.mark.parametrize("path", ["/metrics/", "/_stcore/metrics/", "/_stcore/%6detrics"])
def test_another_spelling_of_such_an_address_does_not_help(port, path):
    status, _, body = wire.get(port, path, X_Forwarded_For="127.0.0.1")
    assert status == 404 and b"# TYPE" not in body


# --- what an answer tells ---


@pytest.mark.parametrize("path", ["/", "/logistik", "/tidak-ada", "/healthz", "/metrics", "/_stcore/health", "/app/static/ikon.svg",
                                  "/media/tidak-ada", "/_stcore/agent/mcp", "/../x", "/static/js/tidak-ada"])  # fmt: skip
def test_every_answer_carries_the_headers(port, path):
    _, headers, _ = wire.get(port, path, Accept="text/html")
    assert {name: headers[name] for name in security.HEADERS} == security.HEADERS
    assert headers["Content-Security-Policy"] == security.policy(f"127.0.0.1:{port}")
    assert all(len(headers.get_all(name)) == 1 for name in (*security.HEADERS, "Content-Security-Policy"))


def test_so_do_refusals(port):
    for answer in (wire.get(port, "/", Host=ELSEWHERE), wire.get(port, "/", "POST", Content_Length="0")):
        assert answer[1]["Content-Security-Policy"] and answer[1]["X-Content-Type-Options"] == "nosniff"


def test_nothing_but_streamlits_own_files_and_ours_is_kept_by_a_browser(port):
    kept = {path: wire.get(port, path, Accept="text/html")[1]["Cache-Control"]
            for path in ("/", "/logistik", "/healthz", "/metrics", "/media/tidak-ada")}  # fmt: skip
    assert kept == {"/": "no-cache", "/logistik": "no-cache"} | dict.fromkeys(
        ("/healthz", "/metrics", "/media/tidak-ada"), "no-store"
    )
    script = re.search(r'src="\./(static/js/index[^"]+)"', DOCUMENT)[1]
    assert "immutable" in wire.get(port, f"/{script}")[1]["Cache-Control"]


def test_the_only_script_that_may_stand_in_the_document_is_streamlits_own():
    [script] = re.findall(r"<script>(.*?)</script>", DOCUMENT, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" == security.INLINE_SCRIPT
    rules = dict(rule.split(" ", 1) for rule in security.policy("a.example").split("; "))
    assert "unsafe" not in rules["script-src"] and "*" not in security.policy("a.example")
    assert rules["connect-src"] == "'self' ws://a.example wss://a.example"


def test_a_host_that_is_no_name_cannot_write_into_the_policy():
    assert security.policy("a.example; script-src *") == security.policy("")


def test_the_cookie_against_forged_requests_stays_with_our_own_pages(port):
    cookie = wire.get(port, "/_stcore/health")[1]["Set-Cookie"]
    assert cookie.startswith("_streamlit_xsrf=") and cookie.endswith("; Path=/; SameSite=Strict")


@pytest.mark.parametrize("kilobytes", [1, 12, 30])
def test_a_long_cookie_of_a_sign_in_passes_also_at_the_websocket(port, kilobytes):
    cookie = "_streamlit_user=" + "x" * 1000 * kilobytes
    assert wire.get(port, "/healthz", Cookie=cookie)[0] == 200
    assert wire.websocket(port, Origin=f"http://127.0.0.1:{port}", Cookie=cookie) == 101


# --- where the server itself trips ---


def answered(app):
    """Every message that goes out for a request that `app` answers behind the edge, and what it raised."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1),
    }
    with pytest.raises(ZeroDivisionError):
        anyio.run(security.Edge(app), scope, receive, send)
    return sent


def test_an_error_of_the_server_is_told_in_a_sentence_with_the_headers_and_logged_by_it():
    async def trips(scope, receive, send):
        raise ZeroDivisionError

    start, body = answered(trips)
    assert start["status"] == 500 and body["body"] == b"Server sedang terganggu. Coba muat ulang sebentar lagi.\n"
    assert (b"x-content-type-options", b"nosniff") in start["headers"]


def test_an_answer_that_had_begun_is_not_answered_a_second_time():
    async def trips(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ZeroDivisionError

    [start] = answered(trips)
    assert start["status"] == 200
