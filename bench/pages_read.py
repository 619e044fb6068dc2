"""Every page of a server as text that can be compared: all elements and frames of it, and the document around them."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterable
from functools import lru_cache

from google.protobuf import json_format
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.viewer import Broken, Seen, Viewer
from tests.provider import PEOPLE, cookie

#: Who looks: without sign-in, and one of each role that is let in.
LOCAL, INSIDE = "lokal", ("pimpinan", "sekretariat", "kpu", "bawaslu", "kesbangpol", "bpkpd")
#: Who asks and is not let in: nobody, an account that is not listed, and one that is listed without rights.
OUTSIDE = ("", "asing", "publik")
FIRST = "ringkasan"
#: What differs from one server or one second to another without meaning anything.
_CHANCE = [
    (re.compile(r"\$\$ID-[0-9a-f]+"), "$$ID"),
    (re.compile(r"127\.0\.0\.1(:|%3A)\d+"), "SERVER"),
    (re.compile(r"waktu=(\d+)\.\d+"), r"waktu=\1.DETIK"),
    (re.compile(r'(\\"turn\\": )\d+\.\d+'), r"\1DETIK"),
    (re.compile(r'(data-sejak|data-kini)=(\\?")[\d.]+'), r"\1=\2DETIK"),
    (re.compile(r'"(deferredFileId|fragmentId|pageScriptHash|mainScriptHash)": "[^"]*"'), r'"\1": ""'),
    (re.compile(r"nonce-[\w+/=-]+|nonce=\"[^\"]+\""), "NONCE"),
]
#: Lines of an answer's head that tell of the moment or of chance.
_OF_THE_MOMENT = {"date", "set-cookie", "content-length"}


class Reader(Viewer):
    """A viewer that keeps all that is told to the browser: elements, what holds them, menu and title."""

    def __init__(self, *of, **more) -> None:
        super().__init__(*of, **more)
        self.placed: dict[tuple[int, ...], str] = {}
        self.told: dict[str, str] = {}

    def everything(self) -> list[str]:
        """All of it as lines: how deep each element stands, and what it is."""
        placed = [(f"{'· ' * len(path)}", text) for path, text in sorted(self.placed.items())]
        return [f"{place} {line}" for place, text in [*placed, *sorted(self.told.items())] for line in _lines(text)]

    def _place(self, seen: Seen, message: ForwardMsg) -> None:
        super()._place(seen, message)
        self.placed[tuple(message.metadata.delta_path)] = _text(message.delta)

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        whole = super()._whole(message)
        kind = whole.WhichOneof("type")
        if kind in ("navigation", "page_config_changed", "page_info_changed", "logo", "auto_rerun"):
            self.told[f"{kind} {_name(whole)}"] = _text(getattr(whole, kind))
        return whole


def _name(message: ForwardMsg) -> str:
    return str(message.auto_rerun.interval) if message.WhichOneof("type") == "auto_rerun" else ""


def _text(message) -> str:
    return without_chance(json_format.MessageToJson(message, sort_keys=True, ensure_ascii=False))


def without_chance(text: str) -> str:
    """The text without ids that are drawn by lot, without addresses and without the second of the day."""
    for pattern, instead in _CHANCE:
        text = pattern.sub(instead, text)
    return text


def _lines(text: str) -> list[str]:
    return text.replace("><", ">\n<").splitlines()


def path_of(page: str) -> str:
    return "" if page == FIRST else page


async def pages(
    address: str, names: Iterable[str], who: Iterable[str], queries: Iterable[str]
) -> AsyncIterator[tuple[str, list[str]]]:
    """Every page in every mode as everybody sees it: "kpu /logistik?mode=rapat" and the lines of it, each visit anew.

    `queries` are parts of the address behind the page. Of people other than LOCAL the server must know the sign-in.
    """
    for person in who:
        for page in names:
            for query in queries:
                name = f"{person} /{path_of(page)}{'?' if query else ''}{query}"
                yield name, await _page(address, person, path_of(page), query)


async def _page(address: str, person: str, path: str, query: str) -> list[str]:
    headers, token = cookies(address, person)
    async with Reader(address, headers, token) as reader:
        try:
            seen = await reader.open(path, query)
        except Broken as error:
            return [f"broken: {error}"]
        return ["html:", *_lines(without_chance(seen.html())), "all:", *reader.everything()]


@lru_cache(maxsize=64)
def cookies(address: str, person: str) -> tuple[dict[str, str], str]:
    """The lines of a head by which `person` is known, and the token that belongs to them; nothing for LOCAL. Whoever
    signs in does it once for all his visits.
    """
    if person == LOCAL or not person:
        return {}, ""
    with urllib.request.urlopen(f"{address}/_stcore/health") as answer:
        token = re.search("_streamlit_xsrf=([^;]+)", answer.headers["Set-Cookie"])[1]
    one = cookie(address, PEOPLE[person])
    return {"Cookie": f"{one['name']}={one['value']}; _streamlit_xsrf={token}"}, token


def documents(address: str, paths: Iterable[str], who: Iterable[str]) -> dict[str, list[str]]:
    """What the server answers without a websocket: "kpu GET /logistik" and the lines of head and body."""
    found = {}
    for person in who:
        headers, _ = cookies(address, person)
        for path in paths:
            asked = urllib.request.Request(f"{address}/{path}", headers={"Accept": "text/html"} | headers)
            try:
                with urllib.request.urlopen(asked) as answer:
                    told = answer.status, answer.headers, answer.read()
            except urllib.error.HTTPError as error:
                told = error.code, error.headers, error.read()
            status, head, body = told
            lines = [f"{name.lower()}: {value}" for name, value in head.items() if name.lower() not in _OF_THE_MOMENT]
            text = json.dumps([status, *sorted(lines)], indent=0) + "\n" + body.decode("utf-8", "replace")
            found[f"{person or 'nobody'} GET /{path}"] = _lines(without_chance(text))
    return found
