"""The day to which a series of meetings counts, as it is spoken: days until it, days since, and the date that follows.

`facts` is the row of bersama/bingkai: sisa_hari and hari_h (None where there is no such day), hari_nama, tanggal_acuan,
berikut_nama and berikut_tanggal (None where no date is left).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from monev.words import words

Facts = Mapping[str, Any]


def count(facts: Facts) -> str:
    """ "H-23", "Hari H", "H+44"; nothing where there is no such day."""
    return words.countdown(facts["sisa_hari"], facts.get("hari_h") or "H")


def since(facts: Facts) -> str:
    """ "44 hari sesudah " and the name of the day; nothing until that day is over."""
    days = facts["sisa_hari"]
    if days is None or days >= 0:
        return ""
    name = facts.get("hari_nama") or f"hari {facts.get('hari_h') or 'H'}"
    return f"{words.number(-days)} hari sesudah {name[:1].lower()}{name[1:]}"


def following(facts: Facts) -> str:
    """The date that comes next, once that day is over: "berikutnya 20 Feb: …"; nothing before, and where no
    date is left."""
    name, date = facts.get("berikut_nama"), facts.get("berikut_tanggal")
    if not since(facts) or not name or date is None:
        return ""
    return f"berikutnya {near(date, facts['tanggal_acuan'])}: {name}"


def whole(facts: Facts) -> str:
    """All that is said of it in one line: "H+44, 44 hari sesudah …"."""
    return ", ".join(part for part in (count(facts), since(facts)) if part)


def near(date: dt.date, today: dt.date) -> str:
    """A date without its year where that is the year of `today`: "20 Feb", "20 Feb 2025"."""
    return words.date_short(date) if date.year == today.year else words.date_medium(date)
