"""What somebody may be told of places by name where his role is that of one place: his own, of all others only totals.

The one home of this rule. A row that names another place is dropped whole before a page, the search or a hand-out sees
it, whatever column or sentence it stands in; so what is not certain is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from monev.screen.access.roles import Person
from monev.words import place
from monev.words.place import Seat

#: Pages that name places in what people typed, or hand out what does: closed to the role of one place.
CLOSED = ("tindak_lanjut", "perubahan", "rapat", "bahan", "mutu_data")
CLOSED_TO = (
    "Halaman ini tidak dibuka untuk peran Anda.",
    place.said("Isinya memuat nama kelurahan lain. Ringkasan dan halaman agenda tetap terbuka."),
)


def closed(person: Person, page: str) -> bool:
    """Whether a page is closed to somebody."""
    return person.seat is not None and page in CLOSED


def kept(person: Person, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without those that name a place which is not somebody's own; all where his role is no place's."""
    return rows if person.seat is None else [row for row in rows if _may(person.seat, row)]


def _may(seat: Seat, row: Mapping[str, Any]) -> bool:
    known = _known()
    texts = [*_texts(row.values())]
    whole = {known[text.casefold()] for text in texts if text.casefold() in known}
    if not all(_lies(seat, one) for one in whole):
        return False
    found = whole | {known[hit.casefold()] for text in texts for hit in _names().findall(text)}
    if not all(_lies(seat, one) for one in found):
        return False
    # Of the larger place that it lies in, a smaller one sees the name beside its own, and no totals.
    return seat.small is None or not found or any(one.small == seat.small for one in found)


def _lies(seat: Seat, one: Seat) -> bool:
    """Whether a place is the own one, or the larger one around it, or lies in it."""
    return one.large == seat.large and (seat.small is None or one.small in (None, seat.small))


def _texts(values: Iterable[object]) -> Iterable[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from _texts(value.values())
        elif isinstance(value, list | tuple):
            yield from _texts(value)


def _known() -> Mapping[str, Seat]:
    """Every place by its name and by its code, in small letters."""
    return _by_name(tuple(place.seats().values()))


@lru_cache(maxsize=2)
def _by_name(seats: tuple[Seat, ...]) -> Mapping[str, Seat]:
    found = {one.code.casefold(): one for one in seats}
    # A smaller place of the name of a larger one is meant where both could be: then neither is told too much.
    for one in sorted(seats, key=lambda one: one.small is not None):
        found[one.name.casefold()] = one
    return found


def _names() -> re.Pattern[str]:
    return _pattern(tuple(place.seats().values()))


@lru_cache(maxsize=2)
def _pattern(seats: tuple[Seat, ...]) -> re.Pattern[str]:
    """Any name of a place within a text, the longest that fits."""
    longest = sorted({one.name for one in seats}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)", re.I)
