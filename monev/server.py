"""The server around the pages: what it loads before the first visitor, its task, its routes, its look, its apology."""

from __future__ import annotations

import datetime as dt
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from streamlit import runtime
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY

from monev import edge, gauges, settings, shell, watching, words

log = logging.getLogger("monev")


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Import what every page needs and put it out of the garbage collector's sight; sync for as long as it serves."""
    from monev import frame  # noqa: F401  (brings pandas, plotly and duckdb along)

    gc.collect()
    gc.freeze()
    async with anyio.create_task_group() as tasks:
        try:
            found = settings.load()
        except settings.SettingError as error:  # the pages say it too
            log.error("%s", error)
        else:
            if found.rhythm.by_server:
                tasks.start_soon(watching.serve, found)
        yield
        tasks.cancel_scope.cancel()


async def health(_: Request) -> JSONResponse:
    """That the server answers; nothing of the data."""
    return JSONResponse({"status": "ok"})


async def metrics(_: Request) -> PlainTextResponse:
    """Numbers for whoever watches over this machine; the edge lets nobody else through."""
    visits = runtime.get_instance().stats_mgr.get_stats([ACTIVE_SESSIONS_FAMILY])[ACTIVE_SESSIONS_FAMILY]
    try:
        folder = settings.load().snapshots
    except settings.SettingError as error:
        return PlainTextResponse(f"# {error}\n", 503, media_type=gauges.MEDIA_TYPE)
    told = await anyio.to_thread.run_sync(
        gauges.text, folder, dt.datetime.now(words.WIB).replace(tzinfo=None), sum(one.value for one in visits)
    )
    return PlainTextResponse(told, media_type=gauges.MEDIA_TYPE)


def rules() -> str:
    """The look in the colours of .streamlit/config.toml."""
    return shell.style(lambda mode, key: st.get_option(f"theme.{mode}.{key}"))


ROUTES = [Route("/healthz", health), Route("/metrics", metrics)]
MIDDLEWARE = [Middleware(edge.Edge), Middleware(shell.Shell, rules=rules)]


def apologise(error: BaseException) -> bool:
    """One line to the log, one sentence to the screen; True: Streamlit shows nothing of its own."""
    log.error("Halaman gagal dibuat: %s: %s", type(error).__name__, error, exc_info=error)
    st.error("Halaman ini belum dapat ditampilkan. Angka lain tidak terganggu; mohon beri tahu sekretariat.")
    return True
