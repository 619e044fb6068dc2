"""What the project calls things itself: its name, its meetings, its agencies, and what green means.

Read as plainly as can be, for whoever says a word: what is wrong in these files is told by whoever reads them whole.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from monev import CONTRACTS, REFERENCE, reference
from monev.words.safe_text import line

#: What a point's green may mean: that all is in place, or that nothing is wrong.
READY, SAFE = "siap", "aman"


TOPIC = "topik.toml"
#: What stands where it cannot be read.
_NAME, _MEETING = "Monev", "Rapat monev"


def name() -> str:
    """What the series of meetings is called: "Monev Pasar"."""
    return _topic(reference()).texts.get("nama", _NAME)


def meeting() -> str:
    """What one meeting is called where nobody gave it a title."""
    return _topic(reference()).texts.get("rapat", _MEETING)


def record() -> str:
    """What the minutes of a meeting are headed with."""
    said = _topic(reference()).texts
    return said.get("notula") or said.get("notulen") or f"Notula {meeting()}"


def subject() -> str:
    """What the meetings are about, in full: "Penataan Pasar"; without it, their name."""
    return _topic(reference()).texts.get("perihal") or name()


def place() -> str:
    """What the minutes say of the place before the room to write it; empty where the project says nothing."""
    return _topic(reference()).texts.get("tempat", "")


def places() -> Mapping[str, str]:
    """What places are called where the project has words of its own ([tempat] of topik.toml), by our own words."""
    return _topic(reference()).places


def places_are_roles() -> bool:
    """Whether every place is a role of its own, which sees itself by name and all others as totals."""
    return _topic(reference()).places_are_roles


def city() -> str:
    """The name of the city; empty where it cannot be read."""
    said = _toml(reference() / "daerah.toml").get("nama")
    return line(said).strip() if isinstance(said, str) else ""


class _Topic(NamedTuple):
    """What topik.toml says: its texts by their keys, and of [tempat] the words and whether places are roles."""

    texts: Mapping[str, str]
    places: Mapping[str, str]
    places_are_roles: bool


@lru_cache(maxsize=4)
def _topic(folder: Path) -> _Topic:
    """A city may leave it to the topic's own folder."""
    said = _toml(next((one for one in (folder / TOPIC, REFERENCE / TOPIC) if one.is_file()), folder / TOPIC))
    places = own if isinstance(own := said.get("tempat"), dict) else {}
    return _Topic(
        {key: line(text).strip() for key, text in said.items() if isinstance(text, str) and text.strip()},
        {key: text for key, text in places.items() if isinstance(text, str)},
        places.get("peran") is True,
    )


def agencies() -> Mapping[str, str]:
    """The agencies in the order in which they always appear, with the names officials use: "dinkes" -> "Dinkes"."""
    return _agencies(CONTRACTS)


@lru_cache(maxsize=4)
def _agencies(folder: Path) -> Mapping[str, str]:
    found = {path.stem: _toml(path) for path in sorted(folder.glob("*.toml"))}
    named = [(one["order"], code, one["name"]) for code, one in found.items() if {"order", "name"} <= one.keys()]
    return {code: str(name) for _, code, name in sorted(named, key=lambda one: (str(type(one[0])), *one))}


def with_sheet() -> Mapping[str, str]:
    """Those of them that fill in a sheet: the others are what regions send (`gathered` in their contracts)."""
    return {code: name for code, name in agencies().items() if code not in _gathered(CONTRACTS)}


def sends_without_sheet(agency: str | None) -> bool:
    """Whether what is known of an agency is what regions sent."""
    return agency in _gathered(CONTRACTS)


@lru_cache(maxsize=4)
def _gathered(folder: Path) -> frozenset[str]:
    return frozenset(path.stem for path in folder.glob("*.toml") if _toml(path).get("gathered") is True)


def _toml(path: Path) -> dict:
    try:  # an editor may have put a byte order mark before it
        return tomllib.loads(path.read_text("utf-8-sig")) if path.is_file() else {}
    except (OSError, ValueError, RecursionError):
        return {}


def keeper() -> str | None:
    """The name of the agency in whose sheet decisions are kept; None where they stay with the dashboard."""
    return _keeper(CONTRACTS)


@lru_cache(maxsize=4)
def _keeper(folder: Path) -> str | None:
    found = [_toml(path) for path in sorted(folder.glob("*.toml"))]
    return next((str(one["name"]) for one in found if one.get("decisions") and "name" in one), None)


def decisions_sheet() -> str:
    """The sheet in which decisions are kept, as it is called in sentences: "lembar Sekretariat"."""
    return f"lembar {keeper() or 'keputusan'}"


def ready() -> frozenset[str]:
    """The points of the agenda whose green means that things are in place."""
    return _ready(reference())


@lru_cache(maxsize=4)
def _ready(folder: Path) -> frozenset[str]:
    try:
        with (folder / "agenda.csv").open(encoding="utf-8-sig", newline="") as file:
            return frozenset(row["halaman"] for row in csv.DictReader(file) if row.get("hijau_berarti") == READY)
    except (OSError, ValueError, csv.Error):
        return frozenset()
