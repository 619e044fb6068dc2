"""Texts of the screen as they are read aloud or sent on: months in full, nothing set bold, values with their unit."""

from __future__ import annotations

import datetime as dt
import re

from babel.dates import format_date, get_month_names
from num2words import num2words

from monev.words import words

_MONTHS = {short: full for (_, short), (_, full) in zip(
    sorted(get_month_names("abbreviated", locale=words.LOCALE).items()),
    sorted(get_month_names("wide", locale=words.LOCALE).items()),
    strict=True,
)}  # fmt: skip
#: A part of a text that is set bold, between the marks for it.
BOLD = re.compile(r"\*\*((?:[^*]|\*(?!\*))+)\*\*")
_SHORT_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\b")


def plain(text: str) -> str:
    """Without the marks between which a text is set bold."""
    return BOLD.sub(r"\1", text)


def spoken(text: str) -> str:
    """ "**397 set** di Kec. Timur; janji 1 Nov" -> "397 set di Kecamatan Timur; janji 1 November"."""
    whole = re.sub(r"\b(Kel|Kec)\. ", lambda hit: {"Kel": "Kelurahan ", "Kec": "Kecamatan "}[hit[1]], plain(text))
    return _SHORT_DATE.sub(lambda hit: f"{hit[1]} {_MONTHS[hit[2]]}", whole)


def shortened(text: str, most: int) -> str:
    """At most `most` signs, cut between two words and marked where it was cut."""
    whole = " ".join(text.split())
    if len(whole) <= most:
        return whole
    # A single word that is longer than all that may be said is cut within.
    return (whole[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") or whole[:most]) + "…"


def figure(amount: float, unit: str) -> str:
    """As `words.value_text`, without the counting word: it was said a moment ago. "miliar" belongs to the amount."""
    return words.value_text(amount, unit) if unit == "rp" else words.value(amount, unit)[0]


def rupiah_words(value: int) -> str:
    """An amount as it is written out in official papers: 10_000_000_000 -> "sepuluh miliar rupiah"."""
    return ("minus " if value < 0 else "") + num2words(abs(value), lang=words.LOCALE) + " rupiah"


def date_words(value: dt.date) -> str:
    """A date as official papers write it out: "Senin, tanggal empat bulan November tahun dua ribu dua puluh empat"."""
    day, month = (format_date(value, form, locale=words.LOCALE) for form in ("EEEE", "MMMM"))
    number, year = (num2words(part, lang=words.LOCALE) for part in (value.day, value.year))
    return f"{day}, tanggal {number} bulan {month} tahun {year}"
