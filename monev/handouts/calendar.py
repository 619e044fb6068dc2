"""A meeting, and the due dates of what it decided, as files for everybody's calendar (iCalendar, RFC 5545).

The same content gives the same bytes. An entry that is changed keeps its UID and counts its SEQUENCE on, so that a
calendar moves it instead of showing it twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from icalendar import Alarm, Calendar, Event

from monev.words import clock, words

Row = Mapping[str, Any]

MIME = "text/calendar; charset=utf-8"
#: Behind each code, since a UID is to be one of its kind in the whole world (RFC 7986, 5.3).
_WHERE = "monev.invalid"
#: How long before it a calendar reminds of a due date, which begins at midnight: at nine o'clock of the day before.
_REMINDS = dt.timedelta(hours=-15)


_DAY_ONE = dt.datetime(2024, 1, 1)


def meeting(row: Row, address: str = "") -> bytes:
    """The next meeting (a row of bersama/rapat_berikutnya); of an unknown hour it fills the day."""
    event = _event(row["rapat"], row["judul"], row["dicatat"], row["perubahan"])
    if row["mulai"] is None:
        _whole_day(event, row["tanggal"])
    else:
        begins = clock.aware(dt.datetime.combine(row["tanggal"], row["mulai"])).astimezone(dt.UTC)
        event.add("dtstart", begins)
        event.add("dtend", begins + dt.timedelta(minutes=row["lama_menit"] or 0))
    if row["tempat"]:
        event.add("location", row["tempat"])
    if address:
        event.add("url", address)
    return _calendar([event])


def due_dates(rows: Iterable[Row], address: str = "") -> bytes:
    """The due dates of decisions (rows of bersama/tenggat_kalender), each a whole day."""
    return _calendar(_due(row, address) for row in rows)


def _due(row: Row, address: str) -> Event:
    owner = f"Tenggat {row['pemilik']}" if row["pemilik"] else "Tenggat"
    said = dt.datetime.combine(row["tanggal_rapat"], dt.time()) if row["diubah"] is None else row["diubah"]
    # Minutes since any fixed day: whenever a decision is put right, its entry counts on.
    event = _event(
        row["id"], f"{owner}: {row['uraian'] or row['id']}", said, int((said - _DAY_ONE).total_seconds() // 60)
    )
    _whole_day(event, row["tenggat"])
    event.add("description", f"{row['id']}, keputusan rapat {words.date_medium(row['tanggal_rapat'])}.")
    event.add("transp", "TRANSPARENT")  # nobody is busy all day for it
    if address:
        event.add("url", address)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", owner)
    alarm.add("trigger", _REMINDS)
    event.add_component(alarm)
    return event


def _event(code: str, title: str, said: dt.datetime, changes: int) -> Event:
    event = Event()
    event.add("uid", f"{code}@{_WHERE}")
    event.add("dtstamp", clock.aware(said.replace(microsecond=0)).astimezone(dt.UTC))
    event.add("sequence", changes)
    event.add("summary", title)
    return event


def _whole_day(event: Event, day: dt.date) -> None:
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))


def _calendar(events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//monev//rapat//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()
