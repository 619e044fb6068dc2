"""Around the whole server: nobody gets data who may not, whichever address he asks for.

Where no sign-in is set up, only this machine is served. With sign-in whoever may see no page gets one document that
says why, and no connection; the pages themselves ask again who is there (gate.py). Here also lie the files to take
home, which have addresses of their own.
"""

from __future__ import annotations

import ipaddress
import logging
import string
import time
from collections.abc import Callable
from pathlib import Path

from anyio import to_thread
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.user_info import generate_login_redirect_url

from monev import settings
from monev.run.server import login_redirect, provider_silent, security, wanted_page
from monev.run.server.throttle import AGAINST_THE_RULES, NOBODY, TOO_FAST, Bounds
from monev.screen.access import audit, policy, session, sign_outs
from monev.screen.access.person import Reason, Refused
from monev.screen.access.roles import Person, Right
from monev.screen.access.session import Closed
from monev.screen.draw.html import safe
from monev.words import project

log = logging.getLogger("monev")

#: What may be asked by everybody: that the server answers.
HEALTH = "/healthz"
#: Where the identity provider sends people back to.
_BACK = "/oauth2callback"
#: Where the files lie that a page hands out.
_FILES = "/media/"
#: The way in, ours, since Streamlit's own wants a token that holds for two minutes; and Streamlit's way out.
IN, _OUT = "/masuk", "/auth/logout"
#: Streamlit's way to the provider, to which ours leads.
_TO_PROVIDER = "/auth/login"
#: What a browser says of a request that a page from elsewhere makes; such a page signs nobody out.
_ELSEWHERE = ("cross-site", "same-site")
#: What a browser may ask for that is no page.
_NO_PAGES = ("/static/", "/app/static/", "/_stcore/", "/component/", "/auth/", _FILES, *security.LOCAL)
#: Seconds after which it is looked again whether somebody whose page is open may still see it.
_LOOKS_AGAIN = 10
_CLOSED = string.Template(Path(__file__).with_name("tertutup.html").read_text("utf-8"))


class Door:
    """`address` gives server.address, `at_start` the policy with which the server began, `outside` the document for
    whoever is not let in: of a Refused or a Closed, and the address at which he goes on.
    """

    def __init__(self, app: ASGIApp, address: Callable[[], str | None], at_start: Callable[[], policy.Policy],
                 outside: Callable[[Refused | Closed, str], str], bounds: Bounds) -> None:  # fmt: skip
        self.app, self.address, self.at_start, self.outside, self.bounds = app, address, at_start, outside, bounds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or scope["path"] == HEALTH:
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        if refusal := self._closed(request):
            await _refuse(refusal, scope, receive, send)
        elif not self.at_start().sign_in:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._connect(request, receive, send)
        elif scope["path"].startswith(_FILES) and not _may_take(request):
            await PlainTextResponse("Berkas ini hanya untuk sekretariat yang masuk.", 403)(scope, receive, send)
        elif scope["path"] == _BACK:
            await self.app(scope, receive, wanted_page.leading_on(request, send))
        elif scope["path"] == IN:
            await RedirectResponse(generate_login_redirect_url("default"), 303)(scope, receive, send)
        elif scope["path"] == _TO_PROVIDER:
            silent = Refused(Reason.NO_PROVIDER)
            await provider_silent.led(self.app, scope, receive, send, lambda: self.outside(silent, IN))
        elif scope["path"] == _OUT and request.headers.get("sec-fetch-site") in _ELSEWHERE:
            await RedirectResponse("/", 303)(scope, receive, send)
        else:
            if scope["path"] == _OUT:
                await to_thread.run_sync(_record_leaving, request)
            await self._page(request, receive, send)

    async def _connect(self, request: HTTPConnection, receive: Receive, send: Send) -> None:
        """The websocket of a page: to whoever may see one, for as long as he may; others are led to the door."""
        try:
            person = session.of_request(request)
        except (Refused, Closed):
            person = None
        if not self.bounds.may_come(person.account if person else request.client.host if request.client else ""):
            self.bounds.refusals[TOO_FAST] += 1
            await send({"type": "websocket.close", "code": AGAINST_THE_RULES})
            return
        if person is None:
            self.bounds.refusals[NOBODY] += 1
            await login_redirect.led_to_the_door(request.scope, receive, send)
            return
        session.CONNECTED.set(person)
        looked = time.monotonic()

        async def heard() -> Message:
            nonlocal looked
            message = await receive()
            if message["type"] == "websocket.receive" and time.monotonic() - looked > _LOOKS_AGAIN:
                looked = time.monotonic()
                if not _still(person):
                    await login_redirect.lead_away(send)
                    return {"type": "websocket.disconnect", "code": AGAINST_THE_RULES}
            return message

        await self.app(request.scope, heard, send)

    async def _page(self, request: HTTPConnection, receive: Receive, send: Send) -> None:
        """Whatever a browser asks for; instead of a page one document that says why there is none."""
        if _wants_page(request):
            try:
                session.of_request(request)
            except (Refused, Closed) as error:
                if isinstance(error, Refused):
                    await to_thread.run_sync(_record_in_vain, error)
                answer = HTMLResponse(self.outside(error, _way(error)))
                await answer(request.scope, receive, wanted_page.remembering(request, send))
                return
        await self.app(request.scope, receive, send)

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
    return near and security.from_this_machine(scope)


async def _refuse(why: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
    else:
        await HTMLResponse(_CLOSED.substitute(nama=safe(project.name()), sebab=why), 403)(scope, receive, send)


def _may_take(request: HTTPConnection) -> bool:
    try:
        return session.of_request(request).may(Right.TAKE)
    except (Refused, Closed):
        return False


def _still(person: Person) -> bool:
    try:
        return session.again(person, settings.load()) == person
    except (settings.SettingError, Refused, Closed):
        return False


def _way(error: Refused | Closed) -> str:
    """Where somebody goes on who is not let in."""
    return _OUT if isinstance(error, Refused) and error.reason.signed_in else IN


def _record_in_vain(refused: Refused) -> None:
    audit.came_in_vain(settings.load().snapshots, refused.account, refused.reason)


def _record_leaving(request: HTTPConnection) -> None:
    """Streamlit only takes the cookie back from its browser; whoever kept a copy must not come in by it."""
    try:
        person = session.of_request(request)
    except (Refused, Closed):
        return
    sign_outs.leave(settings.load().snapshots, person)


def _wants_page(request: HTTPConnection) -> bool:
    asked = request.scope["method"] == "GET" and "text/html" in request.headers.get("accept", "")
    return asked and not request.url.path.startswith(_NO_PAGES)
