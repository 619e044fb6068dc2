"""How a date (tgl) or a month (bulan) is read: day first, Indonesian names, in the years that its column names."""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re

from monev.contract.parts import Column
from monev.reading.cells import hijri
from monev.reading.cells.cell import Reading, Value, one_line, refused, such_as, taken
from monev.reading.cells.date_notes import UNSURE, ends_open, whole_dates, with_words, without_limit, without_notes
from monev.reading.cells.month_names import NAMES, month_of, proposed
from monev.reading.cells.places import Places
from monev.sheets.cell import DAY_0
from monev.words import words
from monev.words.vocabulary import either

_YEAR = r"(?P<year>\d{4}|\d{2})"
_FORMS = (
    re.compile(rf"(?P<day>\d{{1,2}}) ?(?P<mark>[/.-]) ?(?P<month>\d{{1,2}}) ?(?P=mark) ?{_YEAR}"),
    re.compile(r"(?P<year>\d{4}) ?(?P<mark>[/.-]) ?(?P<month>\d{1,2}) ?(?P=mark) ?(?P<day>\d{1,2})"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ,./-]*(?P<month>[a-z]+)[ .,/-]*{_YEAR}"),
    re.compile(r"(?P<month>[a-z]{3,}) (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"),
    re.compile(r"(?P<year>20\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>\d{2})"),
    re.compile(r"(?P<year>\d{4})[ /.-]+(?P<month>[a-z]{3,})[ /.-]+(?P<day>\d{1,2})"),
)
_WITHOUT_YEAR = re.compile(r"(?P<day>\d{1,2})(?: ?[/.-] ?(?P<number>\d{1,2})|[ ./-]*(?P<name>[a-z]+))")
_MONTH_FORMS = (
    re.compile(r"(?P<year>\d{4}) ?[/.-] ?(?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2}) ?[/.-] ?(?P<year>\d{4})"),
    re.compile(rf"(?P<month>[a-z]+)[ .,/-]*{_YEAR}"),
)
_MONTH_CALLED = re.compile(r"^(?:bulan|bln)\b[ .:]*|(?<=[\da-z])[ ,]+(?:tahun|thn|th)\b[ .:]*(?=\d)")
_SEVERAL = re.compile(
    r"\d.*?(?:\bs\.? ?/? ?d\b\.?|\bsampai\b|\bhingga\b|\bdan\b|&|\batau\b).*\d.*"
    r"|\d{1,2} ?[-,] ?\d{1,2}[ ./-]+[a-z]+.*"
    r"|.*[/.a-z -]\d{2,4} ?- ?\d{1,2}[/. ][a-z\d].*"
)
#: That no day is set yet; which is so of a date to come, and of none that was.
_SCHEDULED = re.compile(
    r"(?:(?:tidak|tdk|belum|blm) (?:ada|memiliki|ada penetapan) jadwal|jadwal(?:nya)? (?:belum|blm|tidak|tdk) ada"
    r"|(?:belum|blm|tidak|tdk) (?:di|ter)jadwal(?:kan)?|(?:belum|blm) (?:ada tanggal(?:nya)?|ditentukan|ditetapkan"
    r"|terbit)|jadwal menyusul|tanggal menyusul|menunggu jadwal|tanggal belum ada)"
    rf"(?: (?:kegiatan|{either('acara')}))?"
)
_JOINED = re.compile(r"(?P<day>\d{1,2})(?P<month>0[1-9]|1[0-2])(?P<year>20\d{2})")
_ODD_YEAR = re.compile(
    r".*?(?<!\d)\d{1,2} ?(?:[/.-] ?\d{1,2} ?[/.-]|[ ./-]*(?P<month>[a-z]+)[ .,/-]*) ?(?P<year>\d{3}|\d{5,6})(?!\d).*"
)


def read_date(value: Value, column: Column, places: Places | None = None) -> Reading:
    """A tgl cell: a stored date, a serial number or a written date; `places` may stand beside it."""
    if isinstance(value, dt.datetime):
        return _in_range(value.date(), column)
    if isinstance(value, dt.date):
        return _in_range(value, column)
    if isinstance(value, bool):
        return refused("Sel ini berisi kotak centang, bukan tanggal.", _a_date(column))
    if isinstance(value, (int, float)):
        return _from_serial(value, column)
    return _from_text(value, column, places)


def read_month(value: Value, column: Column, places: Places | None = None) -> Reading:
    """A bulan cell as "2024-10": a month and year, or a date that lies in it."""
    if isinstance(value, str):
        text = _plain(value).strip('"“”*').rstrip(" .,;:*")
        called = re.sub(r"^(\d{1,2}) (?=\d{4}$)", r"\1/", _MONTH_CALLED.sub(" ", text).strip())
        for form in _MONTH_FORMS:
            if found := form.fullmatch(called):
                return _month(found["month"], _full_year(found["year"]), column)
    date = read_date(value, column, places)
    if date.state == "dibaca":
        return taken(f"{date.value:%Y-%m}")
    if date.state == "kosong":
        return date
    if date.why.startswith("Tahun "):
        return refused(date.why, such_as("bulan dan tahun", column))
    if isinstance(value, str) and _month_somewhere(_plain(value)):
        why = "Di samping bulan dan tahun ada tulisan lain yang dapat mengubah artinya."
        return refused(why, such_as("satu bulan dan tahunnya saja", column))
    why = f"Isi sel ini bukan bulan dan tahun {_between(column)}."
    return refused(why, such_as("bulan dan tahun", column))


def _month_somewhere(text: str) -> bool:
    named = any(len(word) > 2 and month_of(word) for word in re.findall("[a-z]+", text))
    return bool(re.search(r"(?<!\d)20\d{2}(?!\d)", text)) and (
        named or bool(re.search(r"\b\d{1,2}[/.-]20\d{2}\b", text))
    )


def _month(written: str, year: int, column: Column) -> Reading:
    number = month_of(written)
    if number is None or not 1 <= number <= 12:
        return refused("Nama atau nomor bulannya tidak dikenal.", such_as("bulan dan tahun", column))
    if not _within(year, column):
        return refused(_year_reason(year, column), such_as("bulan dan tahun", column))
    return taken(f"{year}-{number:02d}")


def _in_range(date: dt.date, column: Column) -> Reading:
    if _within(date.year, column):
        return taken(date)
    return refused(_year_reason(date.year, column), f"tanggal {_between(column)}")


def _from_serial(value: int | float, column: Column) -> Reading:
    first_year, last_year = column.years
    first = (dt.date(first_year, 1, 1) - DAY_0).days
    last = (dt.date(last_year, 12, 31) - DAY_0).days
    if first <= value < last + 1:
        return taken(DAY_0 + dt.timedelta(days=math.floor(value)))
    if 10**7 < value < 10**8 and float(value).is_integer() and (found := _FORMS[4].fullmatch(str(int(value)))):
        return _date(int(found["day"]), found["month"], int(found["year"]), None, column)
    if 10**6 < value < 10**8 and float(value).is_integer() and (found := _JOINED.fullmatch(str(int(value)))):
        return _joined(found)
    return refused(f"Angka di sel ini bukan tanggal {_between(column)}.", _a_date(column))


def _plain(text: str) -> str:
    """Lower case, without apostrophes (Jum'at, '24), with one kind of hyphen."""
    return re.sub(r"[–—−]", "-", re.sub(r"['’‘`]", "", one_line(text)))


def _from_text(typed: str, column: Column, places: Places | None) -> Reading:
    text = _plain(typed)
    if text[:1].isdigit() and text.isascii() and (read := _formed(text, None, column)) is not None:
        return read
    if text.isascii() and text.isdigit() and len(text) == 5:
        return _from_serial(int(text), column)
    if _SCHEDULED.fullmatch(text):
        return Reading(None, "kosong", said=text)
    text, day = hijri.without_hijri(text)
    if day and not any(sign.isdigit() for sign in text):
        return refused("Ini tanggal Hijriah, sedangkan kolom ini memakai tanggal Masehi.", "tanggal Masehinya lengkap")
    read = _from_words(text, column, places)
    if day and read.state == "dibaca" and not hijri.agree(day, read.value):
        why = "Tanggal Hijriah dan tanggal Masehi di sel ini bukan hari yang sama."
        return refused(why, "satu tanggal Masehi yang benar")
    return read


def _from_words(text: str, column: Column, places: Places | None) -> Reading:
    text = ends_open(without_limit(text, column), column)
    bare, weekdays = without_notes(text, places)
    if not bare.isascii():
        return with_words(text, column) if whole_dates(text) else refused("Isi sel ini bukan tanggal.", _a_date(column))
    if (read := _formed(bare, weekdays, column)) is not None:
        return read
    if _SEVERAL.fullmatch(bare) or whole_dates(bare) > 1:
        return refused("Ini rentang atau beberapa tanggal, bukan satu tanggal.", "satu tanggal saja")
    return with_words(bare, column) if whole_dates(bare) else _unfinished(bare, column)


def _formed(text: str, weekdays: frozenset[int] | None, column: Column) -> Reading | None:
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _date(int(found["day"]), found["month"], _full_year(found["year"]), weekdays, column)
    return None


def _full_year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _date(day: int, written: str, year: int, weekdays: frozenset[int] | None, column: Column) -> Reading:
    month = month_of(written)
    if month is None:
        return _unknown_month(day, written, year, column)
    if not _within(year, column):
        return refused(_year_reason(year, column), f"tanggal {_between(column)}")
    if not 1 <= month <= 12:
        why = f"Hari ditulis lebih dulu, lalu bulan; bulan {month} tidak ada."
        swapped = 1 <= day <= 12 and 1 <= month <= calendar.monthrange(year, day)[1]
        return refused(why, f"{month}/{day}/{year}" if swapped else _a_date(column))
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return refused(f"Tanggal {day} {NAMES[month]} {year} tidak ada di kalender.", "tanggal lengkap yang benar")
    date = dt.date(year, month, day)
    if weekdays is not None and date.weekday() not in weekdays:
        right = words.date_long(date)
        name, _, on = right.partition(", ")
        why = f"Hari dan tanggal tidak cocok; {on} jatuh pada hari {name}."
        return refused(why, f"{right} bila tanggalnya benar, atau tanggal lain bila harinya yang benar")
    return taken(date)


def _unknown_month(day: int, written: str, year: int, column: Column) -> Reading:
    if UNSURE.search(written):
        return with_words(written, column)
    near = proposed(written)
    return refused("Nama bulannya tidak dikenal.", f"{day} {NAMES[near]} {year}" if near else _a_date(column))


def _unfinished(text: str, column: Column) -> Reading:
    """Which part of a date is missing; the year is never taken from the neighbours."""
    if found := _WITHOUT_YEAR.fullmatch(text):
        day, month = int(found["day"]), int(found["number"] or 0) or month_of(found["name"] or "")
        # 2024 is a leap year: a day that it lacks exists in no year.
        if month in NAMES and not 1 <= day <= calendar.monthrange(2024, month)[1]:
            return refused(f"Tanggal {day} {NAMES[month]} tidak ada di kalender.", "tanggal lengkap yang benar")
        if month in NAMES:
            return refused("Tahunnya belum ditulis.", f"{day} {NAMES[month]} lengkap dengan tahunnya")
    if found := _JOINED.fullmatch(text):
        return _joined(found)
    if (found := _ODD_YEAR.fullmatch(text)) and (not found["month"] or month_of(found["month"])):
        return refused(f"Tahunnya ditulis dengan {len(found['year'])} angka, bukan empat.", _a_date(column))
    named = _MONTH_FORMS[2].search(_MONTH_CALLED.sub("", text))
    if any(form.fullmatch(text) for form in _MONTH_FORMS) or (named and month_of(named["month"])):
        return refused("Tanggal harinya belum ditulis.", "tanggal lengkap dengan harinya")
    return refused("Isi sel ini bukan tanggal.", _a_date(column))


def _joined(found: re.Match[str]) -> Reading:
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
    why = "Hari, bulan, dan tahun tertulis tanpa pemisah."
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return refused(why, "tanggal lengkap yang benar")
    return refused(why, f"{day} {NAMES[month]} {year} bila itu yang dimaksud")


def _within(year: int, column: Column) -> bool:
    first, last = column.years
    return first <= year <= last


def _between(column: Column) -> str:
    return "antara {} dan {}".format(*column.years)


def _year_reason(year: int, column: Column) -> str:
    return "Tahun {} di luar rentang {} sampai {}.".format(year, *column.years)


def _a_date(column: Column) -> str:
    return such_as("tanggal lengkap", column)
