"""What stands at the head and the foot of letters: surat.toml of the city, which may lack it or any part of it.

Read as plainly as can be, for whoever writes a letter: what is wrong in it is told by whoever reads it whole.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from monev import reference
from monev.sheets import limits, regular_file
from monev.words import project
from monev.words.safe_text import line

FILE = "surat.toml"
#: The letterhead of whoever keeps the meetings; the others are by agency.
COMMON = "umum"
#: Where a body is called by another name than its short one and the city's.
PARTIES = "pihak"
#: What may be said of each letter of the engine, and which of it is a list.
LETTERS = {
    "notula": ("sifat", "tembusan"),
    "nota_dinas": ("kepada", "dari", "sifat", "tembusan", "ditandatangani"),
}
LISTS = ("tembusan", "ditandatangani")
#: What begins a picture that both Word and PDF can hold.
PICTURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}


@dataclass(frozen=True)
class Letterhead:
    """Lines from the top down, the last of them the office itself; its address, empty where it is not known; and the
    bytes of its picture, if it has one."""

    lines: tuple[str, ...]
    address: str
    picture: bytes | None = None


def letterhead(agency: str = COMMON) -> Letterhead | None:
    """That of an agency, or the common one where it has none; None where there is neither."""
    heads = _table(_said(reference()), "kop")
    said = _table(heads, agency) or _table(heads, COMMON)
    lines = tuple(_texts(said.get("baris")))
    return Letterhead(lines, _text(said.get("alamat")), _picture(said.get("lambang"))) if lines else None


def told(letter: str, key: str) -> str:
    """One line that the city says of a letter ("kepada"); empty where it does not."""
    return _text(_table(_said(reference()), letter).get(key))


def copies(letter: str) -> tuple[str, ...]:
    """Who gets a copy of a letter."""
    return tuple(_texts(_table(_said(reference()), letter).get("tembusan")))


def signs(letter: str) -> tuple[str, ...]:
    """Names of those whose tasks need the signature of whom the letter goes to."""
    return tuple(_texts(_table(_said(reference()), letter).get("ditandatangani")))


def speaker(document: str, otherwise: str) -> str:
    """The agency that speaks for the city in a document; `otherwise` where none is chosen."""
    return _text(_table(_said(reference()), "wakil").get(document)) or otherwise


def party(code: str) -> str:
    """What a body is called where it signs; empty where the city does not say it."""
    return _text(_table(_said(reference()), PARTIES).get(code))


def pictures(folder: Path) -> frozenset[str]:
    """The names of the pictures that the letterheads of `folder` want."""
    heads = _table(_said(folder), "kop")
    return frozenset(filter(None, (_text(_table(heads, code).get("lambang")) for code in heads)))


def _picture(name: Any) -> bytes | None:
    """Its bytes; None where it is none, so that a letter is written all the same."""
    path = reference() / _text(name)
    begins = PICTURES.get(path.suffix)
    if path.name != name or begins is None:
        return None
    try:
        content = regular_file.content(path, limits.LOGO, reference())
    except OSError:
        return None
    return content if content.startswith(begins) else None


def _said(folder: Path) -> Mapping[str, Any]:
    try:
        seen = (folder / FILE).stat()
    except OSError:
        return {}
    return _read(folder / FILE, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, *_: int) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _table(said: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = said.get(key)
    return found if isinstance(found, dict) else {}


def _text(said: Any) -> str:
    return line(said).strip() if isinstance(said, str) else ""


def _texts(said: Any) -> list[str]:
    return [text for one in said if (text := _text(one))] if isinstance(said, list) else []


def city() -> str:
    """The city in capitals, as a letterhead without any other line would begin."""
    return project.city().upper()
