"""The server around the pages: what it loads before the first visitor, its health address, its apology."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

log = logging.getLogger("monev")


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Import what every page needs and put it out of the garbage collector's sight."""
    from monev import frame  # noqa: F401  (brings pandas, plotly and duckdb along)

    gc.collect()
    gc.freeze()
    yield


async def health(_: Request) -> JSONResponse:
    """That the server answers; nothing of the data."""
    return JSONResponse({"status": "ok"})


ROUTES = [Route("/healthz", health)]


def apologise(error: BaseException) -> bool:
    """One line to the log, one sentence to the screen; True: Streamlit shows nothing of its own."""
    log.error("Halaman gagal dibuat: %s: %s", type(error).__name__, error, exc_info=error)
    st.error("Halaman ini belum dapat ditampilkan. Angka lain tidak terganggu; mohon beri tahu sekretariat.")
    return True
