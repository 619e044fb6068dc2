"""The page that somebody wanted before he signed in, kept in a cookie until he comes back from the provider."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import Message, Send

from monev.screen.access import login_cookie

#: The cookie, and for how many seconds it holds.
_WANTED, _REMEMBERED = "tujuan", 900
#: An address of a page of ours, with whatever it carries.
_OURS = re.compile(r"/[a-z_]*(\?[\w=&%.,:+~-]*)?", re.ASCII)


def remembering(request: HTTPConnection, send: Send) -> Send:
    """`send`, with the page that is asked for kept in a cookie until its visitor has signed in."""
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    if not _OURS.fullmatch(address):
        return send
    kept = f"{_WANTED}={quote(address, safe='')}; Path=/; Max-Age={_REMEMBERED}; HttpOnly; SameSite=Lax"
    return _with_headers(send, lambda headers: headers.append("set-cookie", kept))


def leading_on(request: HTTPConnection, send: Send) -> Send:
    """`send` that leads whoever has just signed in to the page that he wanted."""
    wanted = unquote(request.cookies.get(_WANTED, ""))

    def lead(headers: MutableHeaders) -> None:
        signed_in = any(one.startswith(f"{login_cookie.NAME}=") for one in headers.getlist("set-cookie"))
        if signed_in and "location" in headers and _OURS.fullmatch(wanted):
            headers["location"] = wanted

    return _with_headers(send, lead)


def _with_headers(send: Send, change: Callable[[MutableHeaders], None]) -> Send:
    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            change(MutableHeaders(scope=message))
        await send(message)

    return answer
