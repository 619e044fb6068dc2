"""Who changed a sheet and when, as HTML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.elements import block, section
from monev.screen.draw.html import Html, html
from monev.words import words

#: A change: when it was made at the latest, after when (None where that is not known), by whom, and the address.
Row = tuple[dt.datetime, dt.datetime | None, str, str]


def changed_by(agency: str, rows: Sequence[Row], today: dt.date) -> Html:
    """The changes of the sheet of an agency (as it is called), the newest first; nothing where none is known."""
    if not rows:
        return html("")
    lines = html("").join(block(_line(row, today), "kecil", "p") for row in rows)
    return section(f"Siapa mengubah lembar {agency}", "menurut Google; tidak ikut dibekukan") + lines


def _line(row: Row, today: dt.date) -> Html:
    until, between, name, address = row
    day = "" if until.date() == today else f"{words.date_short(until.date())}, "
    who = html("{} ({})", name, address) if name and address else html("{}", name or address)
    if between is not None and between.date() == until.date() and _minute(between) != _minute(until):
        when = f"antara {_minute(between)} dan {words.time_of_day(until)}"
    else:
        when = words.time_of_day(until)
    return html("{}{}, oleh {}", day, when, who)


def _minute(moment: dt.datetime) -> str:
    return words.time_of_day(moment, zone=False)
