"""What the words for a day mean on the day on which they are said; ways.py has the words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from num2words import num2words

from monev.reading.cells.month_names import WEEKDAYS, month_of
from monev.words import words

#: What a named day is for the task: until when it is due, something else that the sentence mentions, or not said.
DUE, ELSE, OPEN = "tenggat", "lain", "terbuka"
#: What only a word before it makes a day until when: "pelatihan 3 hari" lasts so long, "paling lambat 3 hari" does not.
ALONE = "sendiri"
#: Days within which a day of next year is said without its year; what is further away is a day that is over.
_SOON = 120

#: Small counts in words.
NUMBERS = {num2words(count, lang=words.LOCALE): count for count in range(1, 61)}


@dataclass(frozen=True)
class Days:
    """What the words of a sentence are measured by: the day of the meeting, the day towards which the topic counts,
    the first days of what has a name (in small letters), and the days off."""

    today: dt.date
    counted_to: dt.date | None = None
    named: Mapping[str, dt.date] = field(default_factory=dict)
    off: Collection[dt.date] = ()

    def working(self, count: int) -> dt.date:
        """The day after so many working days, the one of today not counted."""
        day = self.today
        while count:
            day += dt.timedelta(days=1)
            count -= day.weekday() < 5 and day not in self.off
        return day


#: Parts of a whole, which are also days of the year.
_SHARES = ("1/2", "1/3", "2/3", "1/4", "3/4")
#: What a form means: the day, and what else is known of it by the fields of a Moment; None where it means none.
Meaning = Callable[[re.Match, Days], "tuple[dt.date | None, dict] | None"]


#: Behind a weekday: another one, both of next week.
_OR_NEXT_WEEK = re.compile(r" ?(?:atau|dan|-|sampai|/) ?(?:hari )?[a-z'’]+ (?:minggu|pekan) depan")


def _count(said: str) -> int:
    return int(said) if said.isdigit() else NUMBERS[said]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _next(days: Days, month: int, day: int) -> dt.date | None:
    """The day of a month that has no year: this year's, unless that is over and the one of next year is near."""
    this, next_ = (_date(days.today.year + later, month, day) for later in (0, 1))
    if this and next_ and this < days.today and (next_ - days.today).days <= _SOON:
        return next_
    return this


def _checked(
    day: dt.date | None, days: Days, weekday: str | None = None, **more: object
) -> tuple[dt.date | None, dict]:
    """What a written date means: one that is over is no day until when, and a weekday must fit its date."""
    if day is None:
        return None, {"trouble": "Tanggal itu tidak ada di kalender.", **more}
    if weekday and WEEKDAYS[_plain_weekday(weekday)] != day.weekday():
        meant = _weekday(days.today, WEEKDAYS[_plain_weekday(weekday)])
        real, _, whole = words.date_long(day).partition(", ")
        trouble = f"{whole} jatuh pada hari {real}, bukan {_plain_weekday(weekday).capitalize()}."
        return day, {"other": meant, "trouble": trouble, **more}
    if day < days.today:
        return day, {**more, "role": ELSE}
    return day, more


def written(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    month = month_of(hit["month"].rstrip("."))
    if month is None or not 1 <= month <= 12:
        return None
    if hit[0] in _SHARES:
        return None
    year, day = hit["year"], int(hit["day"])
    found = _date(int(year) % 100 + 2000, month, day) if year else _next(days, month, day)
    return _checked(found, days, hit.groupdict().get("weekday"), dated=True)


def of_this_month(hit: re.Match, days: Days) -> tuple[dt.date | None, dict]:
    """ "tanggal 6": the next one of its kind."""
    month = days.today.replace(day=1)
    for _ in range(13):
        found = _date(month.year, month.month, _count(hit["day"]))
        if found and found >= days.today:
            break
        month = (month + dt.timedelta(days=32)).replace(day=1)
    return _checked(found, days, hit.groupdict().get("weekday"), dated=True)


def _plain_weekday(said: str) -> str:
    return said.replace("'", "").replace("’", "")


def _weekday(today: dt.date, weekday: int) -> dt.date:
    """The next one after today."""
    return today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _monday(today: dt.date, weeks: int = 0) -> dt.date:
    return today + dt.timedelta(days=7 * weeks - today.weekday())


def of_the_week(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    """ "Jumat", "Jumat ini", "Jumat depan", "Senin pekan depan"; a plain "minggu" is a week, not a Sunday."""
    said, which = _plain_weekday(hit["weekday"]), hit["which"] or ""
    if said == "minggu" and hit["called"] is None:
        return None
    number = WEEKDAYS[said]
    coming = _weekday(days.today, number)
    if not which and _OR_NEXT_WEEK.match(hit.string, hit.end()):  # Selasa atau Rabu minggu depan
        return _monday(days.today, 1) + dt.timedelta(days=number), {}
    if which in ("depan", "mendatang", "yang akan datang", "yad"):
        of_next_week = _monday(days.today, 1) + dt.timedelta(days=number)
        return of_next_week, {"other": coming if coming != of_next_week else None}
    if which.endswith(" depan"):
        return _monday(days.today, 1) + dt.timedelta(days=number), {}
    if which:  # ini, minggu ini
        this = _monday(days.today) + dt.timedelta(days=number)
        return (this, {}) if this >= days.today else (coming, {"other": None})
    today_too = days.today if days.today.weekday() == number else None
    return coming, {"other": today_too}


def of_that_week(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    """ "minggu depan hari Rabu"."""
    said = _plain_weekday(hit["weekday"])
    if said == "minggu" and hit["called"] is None:
        return None
    day = _monday(days.today, hit["which"] == "depan") + dt.timedelta(days=WEEKDAYS[said])
    return day, {} if day >= days.today else {"role": ELSE}


def part_of_week(hit: re.Match, days: Days) -> tuple[dt.date | None, dict]:
    """ "minggu depan", "awal pekan depan", "akhir minggu ini": a working week ends on Friday."""
    weeks = 1 if "depan" in (hit["which"] or "") else 0
    monday = _monday(days.today, weeks)
    part = {"awal": 0, "pertengahan": 2, "tengah": 2}.get(hit["part"] or "", 4)
    day = monday + dt.timedelta(days=part)
    day = max(day, days.today) if weeks == 0 and days.today.weekday() < 5 else day
    if day < days.today:
        day = monday + dt.timedelta(days=6)
    weekend = monday + dt.timedelta(days=5) if hit["week"] == "pekan" and part == 4 and hit["part"] else None
    return day, {"first": max(monday, days.today), "other": weekend}


def part_of_month(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    """ "akhir November", "akhir bulan ini", "awal bulan depan", "pertengahan Desember 2024", "bulan depan"."""
    named, which = hit["month"], hit["which"] or ""
    first = days.today.replace(day=1)
    if named:
        month = month_of(named.rstrip("."))
        if month is None or not 1 <= month <= 12:
            return None
        first = dt.date(int(hit["year"]) if hit["year"] else first.year, month, 1)
        coming = first.replace(year=first.year + 1)
        if not hit["year"] and first.month < days.today.month and (coming - days.today).days <= _SOON:
            first = coming
    elif "depan" in which:
        first = (first + dt.timedelta(days=32)).replace(day=1)
    elif not hit["part"] and not which:
        return None
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    day = {"awal": first.replace(day=5), "pertengahan": first.replace(day=15), "tengah": first.replace(day=15)}.get(
        hit["part"] or "", last
    )
    # "laporan bulan Oktober" has the name of a month; until when is only what a word before it says.
    role = {} if hit["part"] or "depan" in which else {"role": ALONE}
    return _checked(day, days, first=max(first, days.today), **role)


def ahead(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    """ "3 hari lagi", "dalam dua minggu", "2x24 jam", "5 hari kerja", "sebulan"."""
    unit = hit["unit"] or hit["one"]
    count = _count(hit["count"]) if hit["count"] else 1
    if hit["times"]:
        count = _count(hit["times"])
        unit = "hari"
    if unit == "jam":
        day = days.today + dt.timedelta(days=-(-count // 24))
    elif "kerja" in unit:
        day = days.working(count)
    elif unit.startswith("hari"):
        day = days.today + dt.timedelta(days=count)
    elif unit == "bulan":
        month = days.today.month - 1 + count
        year, month = days.today.year + month // 12, month % 12 + 1
        day = dt.date(year, month, min(days.today.day, calendar.monthrange(year, month)[1]))
    else:
        day = days.today + dt.timedelta(weeks=count)
    # Without a word that makes it a time to come, it is how long something lasts.
    role = {} if hit["from_now"] or hit["times"] else {"role": ALONE}
    plain = unit != "bulan" and "kerja" not in unit
    # "dalam 3 hari" may still be followed by what it is counted from.
    counted = (
        {}
        if hit["from_now"] and not hit["from_now"].startswith("dalam")
        else {"lasts": (day - days.today).days if plain else 0}
    )
    return day, role | counted


def near(hit: re.Match, days: Days) -> tuple[dt.date | None, dict]:
    said = hit["said"]
    if said.startswith(("besok lusa", "lusa")):
        return days.today + dt.timedelta(days=2), {}
    if said.startswith(("besok", "bsk")):
        return days.today + dt.timedelta(days=1), {}
    return days.today, {}


def from_the_day(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    if days.counted_to is None:
        return None
    off = int(hit["off"] or 0) * (-1 if (hit["sign"] or "-") in ("-", "min", "minus") else 1)
    return _checked(days.counted_to + dt.timedelta(days=off), days, before=off if hit["off"] else None)


def has_name(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    day = days.named.get(hit["name"])
    return _checked(day, days, first=day, named=True) if day else None


def no_day(_: re.Match, __: Days) -> tuple[dt.date | None, dict]:
    return None, {"role": OPEN}
