"""What is said where the identity provider does not answer, so that nobody can come in."""

from __future__ import annotations

import logging
from collections.abc import Callable

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("monev")

#: From which status on Streamlit could not lead anybody to the provider; its own words are English.
_FAILED = 400
#: Seconds after which it is worth while to ask again.
_AGAIN = "60"


async def led(app: ASGIApp, scope: Scope, receive: Receive, send: Send, outside: Callable[[], str]) -> None:
    """Lead somebody to the provider; where that fails, to the document `outside`, which says what he can do."""
    failed = False

    async def watched(message: Message) -> None:
        nonlocal failed
        if message["type"] == "http.response.start":
            failed = message["status"] >= _FAILED
        if not failed:
            await send(message)

    await app(scope, receive, watched)
    if failed:
        log.error("Penyedia akun tidak dapat dihubungi, jadi belum ada yang dapat masuk. Yang sudah masuk tetap "
                  "dilayani. Periksa jaringan server dan server_metadata_url di [auth].")  # fmt: skip
        await HTMLResponse(outside(), 503, {"Retry-After": _AGAIN})(scope, receive, send)
