"""When the next meeting is: said by the secretariat, for everybody's calendar and for what is sent the day before."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from monev.meeting import meeting
from monev.meeting.decision import ALPHABET, SIGNS
from monev.meeting.meeting import MOST_SIGNS, TITLE
from monev.reading import personal
from monev.snapshot import frozen, lines
from monev.words import words

#: How long a meeting lasts where nobody says so, and what can be believed, in minutes.
USUAL, SHORTEST, LONGEST = 90, 15, 600
#: Signs of a place: a room, or the address of a video meeting.
MOST_OF_PLACE = 200


def plan(folder: Path, known: Mapping[str, Any] | None, date: dt.date, begins: dt.time | None, minutes: int | None,
         title: str, place: str, now: dt.datetime) -> str:  # fmt: skip
    """Keep when the next meeting is; `known` is the one planned so far (a row of bersama/rapat_berikutnya), which is
    moved, None where there is none. Returns its code. ValueError, in words for whoever typed."""
    title, place = " ".join(title.split()) or TITLE, " ".join(place.split())
    for text, what, most in ((title, "Judul rapat", MOST_SIGNS), (place, "Tempat", MOST_OF_PLACE)):
        if len(text) > most:
            raise ValueError(f"{what} terlalu panjang: {len(text)} huruf, paling banyak {most}.")
        if text:
            personal.refuse(text, what)
    minutes = USUAL if minutes is None else minutes
    if not SHORTEST <= minutes <= LONGEST:
        raise ValueError(f"Lama rapat {words.number(minutes)} menit; tulis {SHORTEST} sampai {LONGEST}.")
    code = known["rapat"] if known else f"R-{date.isoformat()}-{_sign()}"
    _put(
        folder, now, rapat=code, tanggal=date, mulai=begins, lama_menit=minutes, judul=title, tempat=place, batal=False
    )
    return code


def standing(folder: Path, known: Mapping[str, Any] | None, now: dt.datetime) -> Mapping[str, Any] | None:
    """What is planned (a row of bersama/rapat_berikutnya), None once a meeting of that day was held and is over."""
    if known is None:
        return None
    day, on = known["tanggal"].isoformat(), meeting.on(folder, now) or ""
    held = any(name[:10] == day for name in frozen.names(folder)) and on[:10] != day
    return None if held else known


def cancel(folder: Path, known: Mapping[str, Any], now: dt.datetime) -> None:
    """There will be no such meeting; what was said of it stays in the book."""
    kept = {key: known[key] for key in ("rapat", "tanggal", "mulai", "lama_menit", "judul", "tempat")}
    _put(folder, now, **kept, batal=True)


def _put(folder: Path, now: dt.datetime, **said: object) -> None:
    lines.put(folder, lines.PLANNED, {"id": f"J-{_sign()}", "dicatat": after(folder, lines.PLANNED, now)} | said)


def after(folder: Path, book: lines.Book, now: dt.datetime) -> dt.datetime:
    """The moment to be written: whatever the clock does, what is said last is the last line."""
    newest = max((dt.datetime.fromisoformat(row["dicatat"]) for row in lines.rows(folder, book)), default=now)
    return max(now, newest + dt.timedelta(microseconds=1))


def _sign() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
