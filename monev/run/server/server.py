"""The server around the pages: what it prepares while it answers, its tasks, its routes, its look, its apology."""

from __future__ import annotations

import gc
import logging
import os
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import runtime
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY

from monev import settings
from monev.run.commands import usage
from monev.run.server import (
    calendar_files,
    document,
    fragment_place,
    login_guard,
    metrics,
    security,
    sockets,
    theme_message,
)
from monev.run.server.log import bound
from monev.run.server.throttle import Bounds
from monev.run.workers import sync, warmup
from monev.screen import first_use
from monev.screen.access import policy
from monev.screen.access.person import Refused
from monev.screen.access.session import Closed
from monev.screen.draw import login, theme, written_logo
from monev.snapshot import claims
from monev.words import clock, project

log = logging.getLogger("monev")
#: Seconds between two tries of a server to begin where its folder is being replaced.
_TURN = 0.5
# What sign-in is built with speaks of its own next version, at the first one who comes.
warnings.filterwarnings("ignore", message="The httpx module is deprecated")


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Answer at once, and prepare meanwhile; sync for as long as it serves."""
    sync.log_in_city_time()
    bound()
    theme_message.remember()
    fragment_place.remember()
    _tell_who_is_served(policy.at_start())
    async with anyio.create_task_group() as tasks:
        joined = None
        try:
            found = settings.load()
        except settings.SettingError as error:  # the pages say it too
            log.error("%s", error)
        else:
            joined = await _join(found.snapshots)
            tasks.start_soon(_prepare, found.snapshots)
            if found.rhythm.by_server:
                tasks.start_soon(sync.serve, found)
        yield
        tasks.cancel_scope.cancel()
        if joined is not None:
            os.close(joined)


async def _prepare(folder: Path) -> None:
    """Bring what every page needs and have its answers ready, by turns with what visitors ask meanwhile; put both out
    of the garbage collector's sight, and keep answers ready from then on. Never returns, and ends nothing."""
    try:
        await anyio.to_thread.run_sync(first_use.prepare, abandon_on_cancel=True)
    except Exception as error:  # visitors are told of what they meet themselves
        log.warning("Yang dipakai semua halaman belum dapat disiapkan. %s", error)
    known = await warmup.once(folder, pause=1)
    gc.collect()
    gc.freeze()
    await warmup.keep(folder, known)


async def _join(folder: Path) -> int | None:
    """The handle by which this server is known to serve the folder, so that nobody puts another in its place; whoever
    does so at this moment is waited for. None where it cannot be told: then it serves all the same."""
    said = False
    while True:
        try:
            handle = claims.join(folder)
        except OSError as error:  # a server that may only read the snapshots
            log.warning("%s Hentikan server ini sebelum restore --ganti: perintah itu tidak mengetahuinya.",
                        usage.unusable(error))  # fmt: skip
            return None
        if handle is not None:
            return handle
        if not said:
            log.info("Folder potret sedang dikembalikan dari cadangan; server ini menunggu sampai selesai.")
        said = True
        await anyio.sleep(_TURN)


def _tell_who_is_served(rules: policy.Policy) -> None:
    if rules.trouble:
        log.error("Belum ada yang dapat masuk. %s", rules.trouble)
    elif rules.sign_in:
        log.info("Yang terdaftar di [%s] dapat masuk dengan akunnya.", settings.ACCESS)
    elif policy.only_here(st.get_option("server.address")):
        log.info("Mode lokal: tanpa akun, hanya komputer ini yang dilayani.")
    else:
        log.error("Server mendengarkan jaringan tanpa cara masuk, jadi tidak ada data yang ditampilkan. Isi [%s].",
                  settings.AUTH)  # fmt: skip


async def health(_: Request) -> JSONResponse:
    """That the server answers; nothing of the data."""
    return JSONResponse({"status": "ok"})


async def numbers(_: Request) -> PlainTextResponse:
    """Numbers for whoever watches over this machine; the edge lets nobody else through."""
    visits = runtime.get_instance().stats_mgr.get_stats([ACTIVE_SESSIONS_FAMILY])[ACTIVE_SESSIONS_FAMILY]
    try:
        folder = settings.load().snapshots
    except settings.SettingError as error:
        return PlainTextResponse(f"# {error}\n", 503, media_type=metrics.MEDIA_TYPE)
    try:
        told = await anyio.to_thread.run_sync(
            metrics.text, folder, clock.now(), sum(one.value for one in visits), dict(BOUNDS.refusals)
        )
    except OSError as error:
        return PlainTextResponse(f"# Folder potret: {error.strerror}\n", 503, media_type=metrics.MEDIA_TYPE)
    return PlainTextResponse(told, media_type=metrics.MEDIA_TYPE)


def rules() -> str:
    """The look in the colours of .streamlit/config.toml."""
    return document.style(_colour)


def _colour(mode: str, key: str) -> Any:
    return st.get_option(f"theme.{mode}.{key}")


def outside(error: Refused | Closed, way: str) -> str:
    """The document for whoever is not let in."""
    colours = f"{theme.ground(_colour)}{theme.colours(_colour)}"
    if isinstance(error, Closed):
        return login.page_closed(str(error), colours)
    return login.page(error.reason.name, error.account, way, error.reason.signed_in, colours)


def secrets() -> dict[str, Any]:
    """What Streamlit's own sign-in needs of our file, wherever that lies."""
    try:
        found = settings.load()
    except settings.SettingError:  # said once the server begins
        return {}
    return {settings.AUTH: dict(found.auth)} if found.auth else {}


async def speech(_: Request) -> PlainTextResponse:
    """The script that goes on for as long as the document."""
    return PlainTextResponse(document.SCRIPT, headers={"Cache-Control": "no-cache"}, media_type="text/javascript")


async def logo(_: Request) -> Response:
    """The mark of the city; by its address no page has to carry it along."""
    own, how = settings.logo(), {"headers": {"Cache-Control": "no-cache"}, "media_type": "image/svg+xml"}
    if own:
        return FileResponse(own, **how)
    return Response(written_logo.drawn(project.name(), project.city(), _colour), **how)


ROUTES = [
    Route(login_guard.HEALTH, health),
    Route("/metrics", numbers),
    Route(f"/{document.SCRIPT_NAME}", speech),
    Route(f"/{settings.LOGO}", logo),
    Route(calendar_files.PATH, calendar_files.answer),
]
BOUNDS = Bounds()
MIDDLEWARE = [
    Middleware(security.Edge),
    Middleware(sockets.Sockets, bounds=BOUNDS),
    Middleware(
        login_guard.Door, address=lambda: st.get_option("server.address"), at_start=policy.at_start, outside=outside,
        bounds=BOUNDS,
    ),
    Middleware(document.Shell, rules=rules),
]  # fmt: skip


def apologise(error: BaseException) -> bool:
    """One line to the log, one sentence to the screen; True: Streamlit shows nothing of its own."""
    log.error("Halaman gagal dibuat: %s: %s", type(error).__name__, error, exc_info=error)
    st.error("Halaman ini belum dapat ditampilkan. Angka lain tidak terganggu; mohon beri tahu sekretariat.")
    return True
