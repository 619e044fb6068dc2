"""What only a whole column tells: how its figures are written, and whether a spreadsheet turned its dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from monev.contract import finding
from monev.contract.contracts import Column
from monev.reading import cells, layout
from monev.reading.cells import number_style
from monev.reading.cells.cell import refused
from monev.reading.cells.places import Places
from monev.reading.tab import TabRead
from monev.sheets import Value
from monev.sheets.cell import DAY_0

Reader = Callable[[Value], cells.Reading]

#: How many stored dates show that a column was turned, and which share of them must make sense turned only.
FEWEST, SHARE = 2, 2 / 3
#: Days before the reference date from which on what is reported lies, and after it until which plans lie.
REPORTED, PLANNED = 60, 120
#: A date that can only be read day first, so that a spreadsheet of another locale left it as text.
_DAY_FIRST = re.compile(r"\s*(?:1[3-9]|2\d|3[01])\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\s*")
#: Written in figures: a day and a month in whichever order, with the year behind.
_TWO_WAYS = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{2,4}\s*")
_MONTH_FIRST = refused(
    "Tanggal lain di kolom ini ditulis bulan lebih dulu, jadi hari dan bulan di sini belum pasti.",
    "ulang tanggalnya dengan nama bulan",
)
_TURNED = refused(
    "Hari dan bulan di kolom ini tampaknya tertukar oleh setelan lokal spreadsheet, jadi tanggal yang tersimpan di "
    "sini belum dipakai.",
    "ulang tanggalnya dengan nama bulan, dan pastikan File › Setelan › Lokal: Indonesia",
)


def readers(laid: layout.Layout, result: TabRead, places: Places) -> Mapping[str, Reader]:
    """How the cells of each column that was found are read; what is to be told of a column is told, in place."""
    read: dict[str, Reader] = {}
    for name in (*laid.columns, *laid.derived):
        column = result.contract.columns[name]
        plain = partial(cells.read, column=column, places=places)
        values = [row.cells.get(name) for row in laid.rows if name not in row.filled_down]
        if column.type == "tgl":
            read[name] = _doubting(plain, _is_turned) if _turned(values, column, result.today) else plain
            if _month_first(values):
                read[name] = _doubting(plain, _either_way, _MONTH_FIRST)
            continue
        suspicion, written = number_style.suspect(values, column), number_style.manner_of(values, column)
        if suspicion is not None:
            read[name] = _doubting(plain, suspicion.holds, suspicion.reading)
        elif written is not None:
            read[name] = partial(written.read, column=column, places=places)
            result.tell_column(name, written.why, written.write, "periksa", finding.STILL_COUNTED,
                               finding.CAN_CONFIRM_ABOVE)  # fmt: skip
        else:
            read[name] = plain
    return read


def _doubting(plain: Reader, doubted: Callable[[Value], bool], instead: cells.Reading = _TURNED) -> Reader:
    return lambda value: instead if doubted(value) else plain(value)


def _month_first(values: Sequence[Value]) -> bool:
    """Whether dates written in figures are month first in this column: some can only be that, and none only the other
    way."""
    written = [(int(found[1]), int(found[2])) for value in values if isinstance(value, str)
               and (found := _TWO_WAYS.fullmatch(value))]  # fmt: skip
    return any(one <= 12 < other for one, other in written) and not any(other <= 12 < one for one, other in written)


def _either_way(value: Value) -> bool:
    found = _TWO_WAYS.fullmatch(value) if isinstance(value, str) else None
    return found is not None and found[1] != found[2] and max(int(found[1]), int(found[2])) <= 12


def _turned(values: Sequence[Value], column: Column, today: dt.date | None) -> bool:
    """Whether the stored dates of the column are dates typed day first that the spreadsheet took for month first.

    Either because what cannot be month first stayed text beside them, or because most of them make sense turned only.
    A single stored date that cannot be turned shows that the spreadsheet reads days first.
    """
    stored = [date for value in values if (date := _stored(value, column)) is not None]
    may = [date for date in stored if date.day <= 12 and date.day != date.month]
    if any(date.day > 12 for date in stored) or len(may) < FEWEST:
        return False
    if any(isinstance(value, str) and _DAY_FIRST.fullmatch(value) for value in values):
        return True
    if today is None:
        return False
    sense = [not _likely(date, column, today) and _likely(_other_way(date), column, today) for date in may]
    return sum(sense) >= SHARE * len(may)


def _likely(date: dt.date, column: Column, today: dt.date) -> bool:
    since = (today - date).days
    if column.past:
        return 0 <= since <= REPORTED
    return -PLANNED <= since <= REPORTED


def _other_way(date: dt.date) -> dt.date:
    return date.replace(month=date.day, day=date.month)


def _stored(value: Value, column: Column) -> dt.date | None:
    """The date as which a spreadsheet stores the cell; None for text and for what is no date of the column's years."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    first, last = column.years
    date = DAY_0 + dt.timedelta(days=int(value)) if 0 < value < 100_000 else None
    return date if date is not None and first <= date.year <= last else None


def _is_turned(value: Value) -> bool:
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return False
    date = value if isinstance(value, dt.date) else DAY_0 + dt.timedelta(days=int(value))
    return date.day != date.month
