"""How a date (tgl) or a month (bulan) is read: day first, Indonesian names, in the years that its column names."""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re

from babel.dates import get_day_names, get_month_names
from rapidfuzz import fuzz, process

from monev import words
from monev.cells.typed import Column, Reading, Value, one_line, refused, such_as, taken

#: Day 0 of the serial numbers in which spreadsheets store dates.
_SERIAL_ZERO = dt.date(1899, 12, 30)

_MONTH_NAMES = dict(get_month_names("wide", locale=words.LOCALE))
_MONTHS = {
    **{name.casefold(): number for number, name in _MONTH_NAMES.items()},
    **{name.casefold()[:3]: number for number, name in _MONTH_NAMES.items()},
    **{"pebruari": 2, "peb": 2, "agt": 8, "agust": 8, "sept": 9, "nopember": 11, "nop": 11},
}
_DAYS = {
    name.casefold().replace("'", ""): number for number, name in get_day_names("wide", locale=words.LOCALE).items()
}
_WEEKDAYS = {**_DAYS, **{name[:3]: number for name, number in _DAYS.items()}, "ahad": _DAYS["minggu"]}

_WEEKDAY = re.compile(rf"(?:hari )?({'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\.?(?=[ ,(/\d]),?\s*")
_CLOCK = re.compile(r"(?:,? |t)(?:pukul |jam )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[.]\d+)?(?: ?(?:wib|wita|wit))?$")
_YEAR = r"(?P<year>\d{4}|\d{2})"
_FORMS = (
    re.compile(rf"(?P<day>\d{{1,2}}) ?(?P<mark>[/.-]) ?(?P<month>\d{{1,2}}) ?(?P=mark) ?{_YEAR}"),
    re.compile(r"(?P<year>\d{4}) ?(?P<mark>[/.-]) ?(?P<month>\d{1,2}) ?(?P=mark) ?(?P<day>\d{1,2})"),
    re.compile(rf"(?P<day>\d{{1,2}})[ ./-]*(?P<month>[a-z]+)[ .,/-]*{_YEAR}"),
)
_WITHOUT_YEAR = re.compile(r"(?P<day>\d{1,2})(?: ?[/.-] ?(?P<number>\d{1,2})|[ ./-]*(?P<name>[a-z]+))")
_MONTH_FORMS = (
    re.compile(r"(?P<year>\d{4}) ?[/.-] ?(?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2}) ?[/.-] ?(?P<year>\d{4})"),
    re.compile(rf"(?:bulan )?(?P<month>[a-z]+)[ .,/-]*{_YEAR}"),
)
_SEVERAL = re.compile(
    r"\d.*?(?:\bs\.? ?/? ?d\b\.?|\bsampai\b|\bhingga\b|\bdan\b|&).*\d.*"
    r"|\d{1,2} ?[-,] ?\d{1,2}[ ./-]+[a-z]+.*"
    r"|.*[/.a-z -]\d{2,4} ?- ?\d{1,2}[/. ][a-z\d].*"
)


def read_date(value: Value, column: Column) -> Reading:
    """A tgl cell: a stored date, a serial number or a written date."""
    if isinstance(value, dt.datetime):
        return _in_range(value.date(), column)
    if isinstance(value, dt.date):
        return _in_range(value, column)
    if isinstance(value, bool):
        return refused("Sel ini berisi kotak centang, bukan tanggal.", _a_date(column))
    if isinstance(value, (int, float)):
        return _from_serial(value, column)
    return _from_text(value, column)


def read_month(value: Value, column: Column) -> Reading:
    """A bulan cell as "2024-10": a month and year, or a date that lies in it."""
    if isinstance(value, str):
        text = _plain(value)
        for form in _MONTH_FORMS:
            if found := form.fullmatch(text):
                return _month(found["month"], _full_year(found["year"]), column)
    date = read_date(value, column)
    if date.state == "dibaca":
        return taken(f"{date.value:%Y-%m}")
    why = f"Isi sel ini bukan bulan dan tahun {_between(column)}."
    return refused(why, such_as("bulan dan tahun", column))


def _month(written: str, year: int, column: Column) -> Reading:
    number = int(written) if written.isdigit() else _MONTHS.get(written)
    if number is None or not 1 <= number <= 12:
        return refused("Nama atau nomor bulannya tidak dikenal.", such_as("bulan dan tahun", column))
    if not _within(year, column):
        return refused(_year_reason(year, column), such_as("bulan dan tahun", column))
    return taken(f"{year}-{number:02d}")


def _in_range(date: dt.date, column: Column) -> Reading:
    if _within(date.year, column):
        return taken(date)
    return refused(_year_reason(date.year, column), such_as(f"tanggal {_between(column)}", column))


def _from_serial(value: int | float, column: Column) -> Reading:
    first_year, last_year = column.years
    first = (dt.date(first_year, 1, 1) - _SERIAL_ZERO).days
    last = (dt.date(last_year, 12, 31) - _SERIAL_ZERO).days
    if first <= value < last + 1:
        return taken(_SERIAL_ZERO + dt.timedelta(days=math.floor(value)))
    return refused(f"Angka di sel ini bukan tanggal {_between(column)}.", _a_date(column))


def _plain(text: str) -> str:
    """Lower case, without apostrophes (Jum'at, '24), with one kind of hyphen."""
    return re.sub(r"[–—−]", "-", re.sub(r"['’‘`]", "", one_line(text)))


def _from_text(typed: str, column: Column) -> Reading:
    text = _plain(typed)
    if not text.isascii():
        return refused("Isi sel ini bukan tanggal.", _a_date(column))
    if text.isdigit() and len(text) == 5:
        return _from_serial(int(text), column)
    weekday = None
    if found := _WEEKDAY.match(text):
        weekday, text = _WEEKDAYS[found[1]], text[found.end() :]
    text = re.sub(r"^(?:tanggal|tgl)\b[. ]*", "", text)
    text = _CLOCK.sub("", text)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if _SEVERAL.fullmatch(text):
        return refused("Ini rentang atau beberapa tanggal, bukan satu tanggal.", such_as("satu tanggal", column))
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _date(int(found["day"]), found["month"], _full_year(found["year"]), weekday, column)
    return _unfinished(text, column)


def _full_year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _date(day: int, written: str, year: int, weekday: int | None, column: Column) -> Reading:
    month = int(written) if written.isdigit() else _MONTHS.get(written)
    if month is None:
        return _unknown_month(day, written, year, column)
    if not _within(year, column):
        return refused(_year_reason(year, column), such_as(f"tanggal {_between(column)}", column))
    if not 1 <= month <= 12:
        why = f"Hari ditulis lebih dulu, lalu bulan; bulan {month} tidak ada."
        swapped = 1 <= day <= 12 and 1 <= month <= calendar.monthrange(year, day)[1]
        return refused(why, f"{month}/{day}/{year}" if swapped else _a_date(column))
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return refused(f"Tanggal {day} {_MONTH_NAMES[month]} {year} tidak ada di kalender.", _a_date(column))
    date = dt.date(year, month, day)
    if weekday not in (None, date.weekday()):
        right = words.date_long(date)
        name, _, on = right.partition(", ")
        why = f"Hari dan tanggal tidak cocok; {on} jatuh pada hari {name}."
        return refused(why, f"hari dan tanggal yang cocok, misalnya {right}")
    return taken(date)


def _unknown_month(day: int, written: str, year: int, column: Column) -> Reading:
    names = {number: name.casefold() for number, name in _MONTH_NAMES.items()}
    near = process.extractOne(written, names, scorer=fuzz.ratio, score_cutoff=75)
    meant = f"{day} {_MONTH_NAMES[near[2]]} {year}" if near else _a_date(column)
    return refused("Nama bulannya tidak dikenal.", meant)


def _unfinished(text: str, column: Column) -> Reading:
    """Which part of a date is missing; the year is never taken from the neighbours."""
    complete = such_as("tanggal lengkap", column)
    if found := _WITHOUT_YEAR.fullmatch(text):
        day, month = int(found["day"]), int(found["number"] or 0) or _MONTHS.get(found["name"] or "")
        # 2024 is a leap year: a day that it lacks exists in no year.
        if month in _MONTH_NAMES and not 1 <= day <= calendar.monthrange(2024, month)[1]:
            return refused(f"Tanggal {day} {_MONTH_NAMES[month]} tidak ada di kalender.", complete)
        if month in _MONTH_NAMES:
            return refused("Tahunnya belum ditulis.", such_as("tanggal lengkap dengan tahunnya", column))
    if any(form.fullmatch(text) for form in _MONTH_FORMS):
        return refused("Tanggal harinya belum ditulis.", such_as("tanggal lengkap dengan harinya", column))
    return refused("Isi sel ini bukan tanggal.", complete)


def _within(year: int, column: Column) -> bool:
    first, last = column.years
    return first <= year <= last


def _between(column: Column) -> str:
    return "antara {} dan {}".format(*column.years)


def _year_reason(year: int, column: Column) -> str:
    return "Tahun {} di luar rentang {} sampai {}.".format(year, *column.years)


def _a_date(column: Column) -> str:
    return such_as("tanggal lengkap", column)
