"""When a decision is due, as a chair says it: "8 November", "8/11", "3 hari", "besok"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from monev.contract.contracts import City, Column
from monev.reading.cells.dates import read_date

_SPOKEN = {"hari ini": 0, "besok": 1, "lusa": 2}
_AHEAD = re.compile(r"(\d{1,3}) (hari|minggu)(?: lagi)?")
_COLUMN = Column(
    "tenggat", "Tenggat", "tgl", (), None, True, None, False, False, False, "", "", (dt.MINYEAR, dt.MAXYEAR)
)
_EXAMPLE = "Tulis seperti 8 November atau 3 hari."


def due(typed: str, today: dt.date) -> dt.date:
    """The date meant on the day `today`; one without a year is the next of its kind, today included.

    Raises ValueError, in words for whoever typed, for what is no date and for a day that is over.
    """
    text = " ".join(typed.casefold().split())
    if text in _SPOKEN:
        return today + dt.timedelta(days=_SPOKEN[text])
    if found := _AHEAD.fullmatch(text):
        return today + dt.timedelta(days=int(found[1]) * (7 if found[2] == "minggu" else 1))
    if not text:
        raise ValueError(f"Tenggat belum ditulis. {_EXAMPLE}")
    # What is plainly over is told as such, so also years before this one are read.
    column = replace(_COLUMN, years=City("", today.year, {}).years)
    whole = read_date(typed, column)
    if whole.state == "dibaca":
        if whole.value < today:
            raise ValueError(f"Tenggat “{typed.strip()}” sudah lewat. {_EXAMPLE}")
        return whole.value
    for year in (today.year, today.year + 1):
        for joint in (" ", "/"):
            read = read_date(f"{text}{joint}{year}", column)
            if read.state == "dibaca" and read.value >= today:
                return read.value
    raise ValueError(f"“{typed.strip()[:40]}” bukan tanggal yang dikenal. {_EXAMPLE}")
