"""What happened while a chart over time runs: which events it marks, under which numbers, and how they are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from monev.words import words
from monev.words.spoken import shortened

Row = Mapping[str, Any]

#: Events that one chart marks, the last ones; and those that are named of what is planned after its last day.
MOST, COMING = 6, 3
#: Signs of one event; the sheet has the whole of a longer one.
LONG = 120
#: Percent of the width within which the numbers of two marks would lie over each other.
NEAR = 13


class Happened(NamedTuple):
    """The events of a chart from its first to its last day.

    `marked` are drawn and numbered from 1 on, `earlier` is how many more there were before those, `coming` are the next
    ones after the last day and `later` how many follow them. What lies before the first day is no part of the chart.
    """

    first: dt.date
    last: dt.date
    marked: Sequence[Row] = ()
    earlier: int = 0
    coming: Sequence[Row] = ()
    later: int = 0

    def place(self, row: Row) -> float:
        """How far from the left an event stands between first and last day, in percent."""
        return round(100 * (row["tanggal"] - self.first) / ((self.last - self.first) or dt.timedelta(days=1)), 2)


def within(events: Iterable[Row], first: dt.date, last: dt.date) -> Happened:
    """The events (keys tanggal, peristiwa) that a chart from `first` to `last` marks, both days included."""
    known = sorted(events, key=lambda row: (row["tanggal"], row["peristiwa"]))
    inside = [row for row in known if first <= row["tanggal"] <= last]
    after = [row for row in known if row["tanggal"] > last]
    return Happened(
        first, last, inside[-MOST:], max(len(inside) - MOST, 0), after[:COMING], max(len(after) - COMING, 0)
    )


def numbers(places: Sequence[float], near: float = NEAR) -> list[str]:
    """What stands at each mark, whose `places` go to the right: its number, or where the next ones are so `near` that
    theirs would lie over it the numbers of all of them; nothing at those."""
    at: list[str] = []
    begun = 0
    for place, left in enumerate(places):
        if place and left - places[begun] < near:
            at[begun] = f"{begun + 1}–{place + 1}"
            at.append("")
        else:
            begun = place
            at.append(str(place + 1))
    return at


def day(row: Row, last: dt.date) -> str:
    """The day of an event; with its year where that is not the one in which the chart ends."""
    shown = words.date_short if row["tanggal"].year == last.year else words.date_medium
    return shown(row["tanggal"])


def said(row: Row, last: dt.date) -> str:
    """One event in words, as they stand at its mark."""
    return f"{day(row, last)}: {shortened(row['peristiwa'], LONG)}"


def named(row: Row, last: dt.date) -> str:
    """One event among others in a sentence."""
    return f"{day(row, last)} {shortened(row['peristiwa'], LONG)}"


def more(found: Happened) -> str:
    """How many events of the days of the chart are not marked; nothing where all are."""
    return f"{words.number(found.earlier)} peristiwa lebih awal tidak ditandai" if found.earlier else ""


def following(found: Happened) -> str:
    """What is planned after the last day of the chart, in words."""
    rest = [f"{words.number(found.later)} lagi"] if found.later else []
    return "; ".join([named(row, found.last) for row in found.coming] + rest)


def told(found: Happened) -> str:
    """All of it as sentences for whoever does not see the chart, behind its own; empty where nothing is known."""
    marked = [named(row, found.last) for row in found.marked]
    past = "; ".join(marked + list(filter(None, [more(found)])))
    ahead = following(found)
    return (f" Peristiwa: {past}." if past else "") + (f" Sesudah itu: {ahead}." if ahead else "")
