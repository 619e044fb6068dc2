"""Around the whole server: nobody gets data who may not, whichever address he asks for.

Where no sign-in is set up, only this machine is served. With sign-in the pages themselves ask who is there (gate.py);
here lie the files to take home, which have addresses of their own, and the way back to the page that was asked for.
"""

from __future__ import annotations

import ipaddress
import re
import string
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monev import access, edge, settings
from monev.access import Right, cookie, policy, signed_out, visitor

#: What may be asked by everybody: that the server answers.
HEALTH = "/healthz"
#: Where the identity provider sends people back to.
_BACK = "/oauth2callback"
#: The cookie that remembers the page somebody wanted before he signed in, and for how many seconds.
_WANTED, _REMEMBERED = "tujuan", 900
#: An address of a page of ours, with whatever it carries.
_OURS = re.compile(r"/[a-z_]*(\?[\w=&%.,:+~-]*)?")
#: Where the files lie that a page hands out.
_FILES = "/media/"
_CLOSED = string.Template(Path(__file__).with_name("tertutup.html").read_text("utf-8"))


class Door:
    """`address` gives server.address, `at_start` the policy with which the server began."""

    def __init__(self, app: ASGIApp, address: Callable[[], str | None], at_start: Callable[[], policy.Policy]) -> None:
        self.app, self.address, self.at_start = app, address, at_start

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or scope["path"] == HEALTH:
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        if refusal := self._closed(request):
            await _refuse(refusal, scope, receive, send)
        elif not self.at_start().sign_in or scope["type"] == "websocket":
            await self.app(scope, receive, send)
        elif scope["path"].startswith(_FILES) and not _may_take(request):
            await PlainTextResponse("Berkas ini hanya untuk sekretariat yang masuk.", 403)(scope, receive, send)
        elif scope["path"] == _BACK:
            await self.app(scope, receive, _leading_on(request, send))
        else:
            await self.app(scope, receive, _remembering(request, send))

    def _closed(self, request: HTTPConnection) -> str:
        """Why nobody, or not this one, is served; empty where he is."""
        policy_ = self.at_start()
        if policy_.sign_in:
            return policy_.trouble
        if not policy.only_here(self.address()):
            return "Server ini mendengarkan jaringan, tetapi belum ada cara masuk dengan akun."
        if not _from_here(request.scope):
            return "Permintaan ini datang dari luar komputer server, tetapi belum ada cara masuk dengan akun."
        return ""


def _from_here(scope: Scope) -> bool:
    """Whether this machine asks, at an address that only it can reach."""
    try:
        near = ipaddress.ip_address(scope["server"][0]).is_loopback
    except (TypeError, ValueError):
        return False
    return near and edge.from_this_machine(scope)


async def _refuse(why: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
    else:
        await HTMLResponse(_CLOSED.substitute(sebab=why), 403)(scope, receive, send)


def _may_take(request: HTTPConnection) -> bool:
    try:
        found = settings.load()
        listed, gone = access.read(found.access), signed_out.read(found.snapshots)
        return visitor.person_of(cookie.user(request), listed, gone, time.time()).may(Right.TAKE)
    except (settings.SettingError, access.AccessError, visitor.Refused, OSError, ValueError):
        return False


def _remembering(request: HTTPConnection, send: Send) -> Send:
    """`send`, with the page that is asked for kept in a cookie: its visitor may have to sign in first."""
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    wants_page = request.scope["method"] == "GET" and "text/html" in request.headers.get("accept", "")
    if not wants_page or not _OURS.fullmatch(address):
        return send
    kept = f"{_WANTED}={quote(address, safe='')}; Path=/; Max-Age={_REMEMBERED}; HttpOnly; SameSite=Lax"
    return _with_headers(send, lambda headers: headers.append("set-cookie", kept))


def _leading_on(request: HTTPConnection, send: Send) -> Send:
    """`send` that leads whoever has just signed in to the page that he wanted."""
    wanted = unquote(request.cookies.get(_WANTED, ""))

    def lead(headers: MutableHeaders) -> None:
        signed_in = any(one.startswith(f"{cookie.NAME}=") for one in headers.getlist("set-cookie"))
        if signed_in and "location" in headers and _OURS.fullmatch(wanted):
            headers["location"] = wanted

    return _with_headers(send, lead)


def _with_headers(send: Send, change: Callable[[MutableHeaders], None]) -> Send:
    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            change(MutableHeaders(scope=message))
        await send(message)

    return answer
