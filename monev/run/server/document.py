"""The empty document that Streamlit sends ahead of every page: here in Indonesian, and with the look in it.

A look that came with the first block of a page would come late: whatever stands by then moves, and again at every
change of page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monev.run.server import translations
from monev.screen.draw import theme
from monev.screen.draw.html import safe
from monev.settings import HOME
from monev.words import project

#: What goes on for as long as the document, and where it lies: Streamlit's words in Indonesian, and what a page holds.
SCRIPT = translations.SCRIPT + (Path(__file__).parent / "present.js").read_text("utf-8")
SCRIPT_NAME = "bahasa.js"
DRAW = HOME / "monev" / "screen" / "draw"
#: What Streamlit writes, as patterns, and what stands in its place. A piece that is not found stays as it is.
_PIECES = (
    ('<html lang="en">', '<html lang="id">'),
    (r'<link rel="service-desc"[^>]*>', ""),  # leads to a door that is closed
    (r"\./favicon\.png", "./app/static/ikon.svg"),
    (r"\./static/media/SourceSans[^\"]*", "./app/static/ibm-plex-sans.woff2"),
    ('<div id="root"></div>', '<div id="root"><p class="menunggu">Menyiapkan halaman …</p></div>'),
)
#: In whose place the name of the topic stands.
_TITLE = "<title>Streamlit</title>"
#: Streamlit's own font, in which it writes until it knows of ours, is ours from the beginning.
FONT = (
    '@font-face{font-family:"Source Sans";font-weight:100 900;font-style:normal;'
    'src:url("./app/static/ibm-plex-sans.woff2")format("woff2")}'
)
#: Streamlit fetches all its 4,309 signs for every page. What it gets are the 21 of them that a page may show.
_ALL_SIGNS = re.compile(r"/static/media/MaterialSymbols-Rounded[^/]*\.woff2")
SIGNS = HOME / "static" / "ikon-material.woff2"
#: Without this the document would come packed, or not at all where the browser has it already.
_NOT_ASKED = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")


def style(get: theme.Get) -> str:
    """All rules of the look: the colours by their names, then every stylesheet of monev/draw."""
    sheets = "".join(path.read_text("utf-8") for path in sorted(DRAW.glob("*.css")))
    return f"{FONT}{theme.ground(get)}{theme.tokens(get)}{sheets}"


def dressed(document: str, rules: str) -> str:
    """The document in Indonesian, with rules that stand behind those which Streamlit puts into its head."""
    for written, ours in _PIECES:
        document = re.sub(written, ours, document)
    document = document.replace(_TITLE, f"<title>{safe(project.name())}</title>")
    ahead, _, behind = document.partition("<noscript>")
    document = ahead + "<noscript><p>Dasbor ini memerlukan JavaScript.</p>" + behind[behind.find("</noscript>") :]
    script = f'<script type="module" src="./{SCRIPT_NAME}"></script>'
    return document.replace("</body>", f"<style>{rules}</style>{script}</body>")


class Shell:
    """Around the whole server: the one document and one font are changed, everything else passes as it is."""

    def __init__(self, app: ASGIApp, rules: Callable[[], str]) -> None:
        self.app, self.rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _ALL_SIGNS.fullmatch(scope["path"]):
            await FileResponse(SIGNS, headers={"Cache-Control": "public, max-age=604800"})(scope, receive, send)
            return
        wanted = scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", "")
        if not wanted:
            await self.app(scope, receive, send)
            return
        held: list[Message] = []
        read = b""

        async def answer(message: Message) -> None:
            nonlocal read
            if message["type"] == "http.response.start" and _is_document(message):
                held.append(message)
            elif not held or message["type"] != "http.response.body":
                await send(message)
            else:
                read += message.get("body", b"")
                if not message.get("more_body"):
                    body = dressed(read.decode(), self.rules()).encode() if read else b""
                    await send(_announced(held[0], body))
                    await send({"type": "http.response.body", "body": body})

        plain = [pair for pair in scope["headers"] if pair[0] not in _NOT_ASKED]
        await self.app(scope | {"headers": plain}, receive, answer)


def _is_document(start: Message) -> bool:
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _announced(start: Message, body: bytes) -> Message:
    """The beginning of the answer for this body: of the length that it has, and of no day of Streamlit's."""
    headers = MutableHeaders(raw=list(start["headers"]))
    for name in ("etag", "last-modified", "accept-ranges", "content-length"):
        del headers[name]
    if body:
        headers["content-length"] = str(len(body))
    return start | {"headers": headers.raw}
