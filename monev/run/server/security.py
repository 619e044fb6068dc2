"""The edge of the server: what is refused before anything else looks at it, and what every answer tells a browser."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from h11 import LocalProtocolError
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed
from websockets import http11

#: Bytes of one header line of a websocket. The library's 8 KB are less than the cookies of a sign-in may have: beyond
#: them a handshake is never answered. Its own variable of the environment is read before this module is.
http11.MAX_LINE_LENGTH = 65_536

#: The one script that Streamlit writes into its document, by its hash; tests/test_edge.py works it out again.
INLINE_SCRIPT = "'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='"
#: What a page may load and do; each piece was left out once, and a page lost something. `blob:` brings our own
#: components, which Streamlit makes into modules in the browser; inline styles set what Streamlit, Plotly and our own
#: figures look like; `data:` are signs and one font. Nothing needs eval.
POLICY = {
    "default-src": "'none'",
    "script-src": f"'self' blob: {INLINE_SCRIPT}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
#: No page needs what a browser could give away of its user's machine, but the button that copies.
REFUSED_FEATURES = ("camera", "clipboard-read", "display-capture", "geolocation", "microphone", "payment", "usb")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # an address names the meeting; sheets and providers need not know it
    "Permissions-Policy": ", ".join(["clipboard-write=(self)", *(f"{one}=()" for one in REFUSED_FEATURES)]),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
#: Told only to programs on this machine: numbers of the process and of its visits.
LOCAL = ("/metrics", "/_stcore/metrics")
#: Streamlit's own doors that this dashboard does not use: programs that drive pages, and files that come in.
CLOSED = ("/_stcore/agent", "/_stcore/upload_file")
#: Bytes of a path at most. A disk takes no longer name, and stumbles over it; ours are far shorter.
LONGEST_PATH = 250
#: By these a proxy says that somebody else asks; it asks from this machine itself. How a name begins is enough: those
#: of nginx, Apache, Envoy, Cloudflare, Akamai, Fastly, Fly, Azure, AWS, Google, Tailscale and of proxies that sign
#: people in.
FORWARDED = (
    "forwarded", "via", "x-forwarded", "x-real-", "x-client-", "x-cluster-client-", "x-originating-", "x-remote-",
    "x-original-", "x-proxy", "x-envoy-", "x-azure-", "x-appservice-", "x-arr-", "x-appengine-", "x-amzn-", "x-amz-",
    "x-goog-", "x-iap-", "x-ms-", "x-vercel-", "x-nf-", "x-auth-request-", "x-authentik-", "x-pomerium-", "x-webauth-",
    "x-host", "x-scheme", "x-ssl-", "true-client-", "client-ip", "proxy-", "wl-proxy-", "cf-", "cdn-", "akamai-",
    "ali-", "fastly-", "fly-", "do-connecting-", "tailscale-", "ngrok-", "remote-", "cloudfront-", "ssl-client-",
)  # fmt: skip
#: Fonts and signs keep the times that Streamlit gives them; whatever else says nothing of keeping is not kept.
_KEPT = "/app/static/"


class Edge:
    """Around the whole server, also its websocket.

    Refuses a Host that server.allowedHosts does not name, a websocket of a page from elsewhere, every way of asking
    but reading, and CLOSED; LOCAL is answered to this machine alone. Adds HEADERS and POLICY to whatever is answered.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            if _refused(scope) or not own_page(Headers(scope=scope)):
                await send({"type": "websocket.close", "code": 1008})
            else:
                await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def told(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                message = message | {"headers": _with_headers(scope, message)}
            await send(message)

        try:
            await (_refused(scope) or self.app)(scope, receive, told)
        except LocalProtocolError:  # what followed was no HTTP, and uvicorn has answered and closed already
            return
        except Exception:  # whatever the server itself trips over: it logs it, and the browser gets a sentence
            if not begun:
                await _said(500, "Server sedang terganggu. Coba muat ulang sebentar lagi.")(scope, receive, told)
            raise


def own_page(headers: Headers) -> bool:
    """Whether a websocket comes from a page of this very address, from an origin in server.corsAllowedOrigins, or from
    a program, which names no origin.

    Streamlit would also let in any page of this machine, and for any other ask a service on the internet for the
    machine's own address, while everybody waits.
    """
    origin = headers.get("origin")
    try:
        own = origin is None or urlsplit(origin).netloc == headers.get("host")
    except ValueError:  # half an address
        return False
    return own or origin in _option("corsAllowedOrigins")


def from_this_machine(scope: Scope) -> bool:
    """Whether the one who asks sits on this machine, and asks for himself.

    A proxy on this machine that says nothing of whom it asks for cannot be told apart; see docs/memasang.md.
    """
    try:
        near = ipaddress.ip_address(scope["client"][0]).is_loopback
    except (TypeError, ValueError):
        return False
    headers = Headers(scope=scope)
    return near and not any(name.startswith(FORWARDED) for name in headers)


def _refused(scope: Scope) -> ASGIApp | None:
    """The answer to what is not let through; None for what is."""
    path = scope["path"]
    if not is_host_allowed(Headers(scope=scope).get("host")):
        return _said(400, "Alamat ini tidak dilayani. Pengelola server: tambahkan namanya pada server.allowedHosts.")
    if scope.get("method", "GET") not in ("GET", "HEAD"):
        return _said(405, "Server ini hanya dibaca.", Allow="GET, HEAD")
    if len(path.encode("utf-8", "replace")) > LONGEST_PATH:
        return _said(404, "Tidak ada apa-apa di alamat ini.")
    if any(path == one or path.startswith(f"{one}/") for one in CLOSED):
        return _said(404, "Tidak ada apa-apa di alamat ini.")
    if path.rstrip("/") in LOCAL and not from_this_machine(scope):
        return _said(404, "Tidak ada apa-apa di alamat ini.")
    return None


def _said(status: int, text: str, **headers: str) -> PlainTextResponse:
    return PlainTextResponse(f"{text}\n", status, headers)


def _with_headers(scope: Scope, start: Message) -> list[tuple[bytes, bytes]]:
    headers = MutableHeaders(raw=list(start["headers"]))
    for name, value in HEADERS.items():
        headers[name] = value
    headers["Content-Security-Policy"] = policy(Headers(scope=scope).get("host", ""))
    if not scope["path"].startswith(_KEPT):
        headers.setdefault("Cache-Control", "no-store")
    return headers.raw


def policy(host: str) -> str:
    """The Content-Security-Policy of a page of this host; its websocket is named, since older Safaris do not count it
    among 'self'."""
    sockets = f" ws://{host} wss://{host}" if re.fullmatch(r"[\w.:\[\]-]+", host) else ""
    return "; ".join(f"{name} {value}{sockets * (name == 'connect-src')}" for name, value in POLICY.items())


def _option(name: str) -> list[str]:
    return config.get_option(f"server.{name}")
