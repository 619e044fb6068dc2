"""Which days a spoken sentence names, and which of them is the day until when: "paling lambat 6 November", "Jumat depan".

Every way to say a day is one form below: a pattern, and what it means on the day of the meeting. Where the same words
may mean two days, both are told; which was meant is for people to say.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from num2words import num2words

from monev import words
from monev.cells.months import NAMED, WEEKDAYS, month_of

#: What a named day is for the task: until when it is due, something else that the sentence mentions, or not said.
DUE, ELSE, OPEN = "tenggat", "lain", "terbuka"
#: What only a word before it makes a day until when: "pelatihan 3 hari" lasts so long, "paling lambat 3 hari" does not.
_ALONE = "sendiri"
#: A day of the year that is not longer ago than this was meant as a day that is over, not as one of next year.
_LATELY = 120

_NUMBERS = {num2words(count, lang=words.LOCALE): count for count in range(1, 61)}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_DAY, _YEAR = r"(?:[12]?\d|3[01])", r"20\d{2}"
_MONTH = rf"(?:{NAMED})(?![a-z])\.?"
_WEEKDAY = "(?:senin|senen|selasa|rabu|rebo|kamis|jum['’]?at|sabtu|saptu|minggu|ahad)"
_CALLED = r"(?:\btanggal |\btgl\.? ?)?"
_WEEK = "(?:minggu|pekan)"


@dataclass(frozen=True)
class Days:
    """What the words of a sentence are measured by: the day of the meeting, voting day, the first days of what has a
    name ("masa tenang"), and the days off."""

    today: dt.date
    vote: dt.date | None = None
    named: Mapping[str, dt.date] = field(default_factory=dict)
    off: Collection[dt.date] = ()

    def working(self, count: int) -> dt.date:
        """The day after so many working days, the one of today not counted."""
        day = self.today
        while count:
            day += dt.timedelta(days=1)
            count -= day.weekday() < 5 and day not in self.off
        return day


@dataclass(frozen=True)
class Moment:
    """A day that a sentence names from sign `start` to before sign `end`, with the words that lead to it.

    `day` is None where the words name none ("secepatnya"); `dated`: it is called by its date, `named`: by
    what happens on it; `first` is the first day of what they name; `other` another
    day that they may mean as well; `trouble` why they cannot be right, in words for whoever typed.
    """

    start: int
    end: int
    day: dt.date | None
    role: str = OPEN
    first: dt.date | None = None
    other: dt.date | None = None
    trouble: str | None = None
    dated: bool = False
    named: bool = False


def moments(sentence: str, days: Days) -> list[Moment]:
    """All days that a sentence names, in its order."""
    text = _level(sentence)
    found = [one for form, meaning in _FORMS for one in _read(form, meaning, text, days)]
    kept: list[Moment] = []
    # The longest words say most; of two as long the form that stands first.
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    found = sorted((_placed(one, text) for one in kept), key=lambda one: one.start)
    # "masa tenang 24 November": the date says when that is.
    return [
        one
        for one, behind in zip_longest(found, found[1:])
        if not (one.named and behind and behind.dated and not text[one.end : behind.start].strip(" ,("))
    ]


def due(found: Collection[Moment]) -> Moment | None:
    """Until when, by the days that a sentence names: the one that is said to be it, else the only one that can be.

    A Moment with trouble where there is more than one.
    """
    said = [one for one in found if one.role == DUE and (one.day or one.trouble)]
    able = said or [one for one in found if one.role == OPEN and (one.day or one.trouble)]
    if not able:
        return None
    first = able[0]
    days = {one.day for one in able}
    if len(days) == 1:
        return first
    other = next(one.day for one in able if one.day != first.day)
    both = words.listing([words.date_spoken(day) for day in days if day])
    return replace(first, other=other, trouble=f"Kalimat menyebut lebih dari satu tanggal: {both}.")


def _level(sentence: str) -> str:
    """Small letters and plain strokes, sign for sign as many as before."""
    small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in sentence)
    return re.sub(r"\s", " ", small).translate({ord("–"): "-", ord("—"): "-", ord("−"): "-", ord("×"): "x"})


_Meaning = Callable[[re.Match, Days], "tuple[dt.date | None, dict] | None"]


def _read(form: re.Pattern, meaning: _Meaning, text: str, days: Days) -> Iterator[Moment]:
    for hit in form.finditer(text):
        if (said := meaning(hit, days)) is not None:
            day, more = said
            yield Moment(hit.start(), hit.end(), day, **more)


# --- what leads to a day ---

_BETWEEN = r"(?: ?(?:pada|di|tanggal|tgl\.?|hari|waktu|akhir|adalah|yaitu|ini|:|,))*\s*$"
_LEADS_TO_DUE = re.compile(
    r"(?:\bpaling (?:lambat|telat|lama)(?:nya)?|\b(?:se)?lambat(?:-?lambat)?nya|\bsampai(?: dengan)?|\bs\.? ?/?d\.?|\bhingga"
    r"|\btenggat(?:nya)?|\bdeadline(?:nya)?|\bbatas(?: (?:waktu|akhir))?(?:nya)?|\bmaks(?:imal|imum)?\.?|\bjatuh tempo"
    r"|\btarget(?:nya)?|\bdalam(?: waktu)?|\b(?:harus |wajib |sudah )?(?:selesai|rampung|tuntas|beres|masuk|siap|tiba"
    r"|diterima|terkirim)|\bpaling akhir)" + _BETWEEN
)
_LEADS_BEFORE = re.compile(r"\bsebelum(?:nya)?" + _BETWEEN)
_LEADS_ELSEWHERE = re.compile(
    r"\b(?:setelah|sesudah|sejak|mulai|terhitung|usai|pasca|dari|selama|antara|(?:se)?tiap|saban)" + _BETWEEN
)
#: Before a date of the calendar: whose date it is.
_LEADS_TO_ITS_OWN = re.compile(
    r"\b(?:per|tertanggal|edisi"
    r"|(?:rapat|laporan|data|janji(?:nya)?|surat|nota|berita acara|keadaan|posisi|kejadian|rekomendasi|putusan|sp2d|nphd"
    r"|catatan|kegiatan|acara|berlaku|untuk|jadwal|apel|simulasi|bimtek|debat|kampanye|hasil|minutes|notula)"
    r"(?: (?:monev|koordinasi|kerja|bulanan|mingguan|desk|pilkada))?)" + _BETWEEN
)
#: Behind a day: that it is over, or that something begins there.
_FOLLOWS_OVER = re.compile(r" ?(?:(?:yang|yg) )?(?:sudah )?(?:lewat|lalu|kemarin|terlampaui|terlewat)\b")


def _placed(one: Moment, text: str) -> Moment:
    """The moment with its role, by the words before and behind it, which then belong to it."""
    ahead = text[: one.start]
    if _FOLLOWS_OVER.match(text, one.end):
        return replace(one, role=ELSE)
    if lead := _LEADS_BEFORE.search(ahead):
        begins = one.first or one.day
        sooner = begins - dt.timedelta(days=1) if begins else None
        return replace(one, role=DUE, start=lead.start(), day=sooner, other=None)
    if lead := _LEADS_TO_DUE.search(ahead):
        return replace(one, role=DUE, start=lead.start())
    if _LEADS_ELSEWHERE.search(ahead) or (one.dated and _LEADS_TO_ITS_OWN.search(ahead)):
        return replace(one, role=ELSE)
    return one


# --- forms ---


def _count(said: str) -> int:
    return int(said) if said.isdigit() else _NUMBERS[said]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _next(days: Days, month: int, day: int) -> dt.date | None:
    """The day of a month that has no year: this year's, unless that is long over."""
    this = _date(days.today.year, month, day)
    if this and (days.today - this).days > _LATELY:
        return _date(days.today.year + 1, month, day)
    return this


def _checked(
    day: dt.date | None, days: Days, weekday: str | None = None, **more: object
) -> tuple[dt.date | None, dict]:
    """What a written date means: one that is over is no day until when, and a weekday must fit its date."""
    if day is None:
        return None, {"trouble": "Tanggal itu tidak ada di kalender.", **more}
    if weekday and WEEKDAYS[_plain_weekday(weekday)] != day.weekday():
        meant = _weekday(days.today, WEEKDAYS[_plain_weekday(weekday)])
        said = f"{words.date_long(day).partition(', ')[2]} jatuh pada hari {words.date_long(day).partition(',')[0]}, bukan "
        return day, {"other": meant, "trouble": f"{said}{_plain_weekday(weekday).capitalize()}.", **more}
    if day < days.today:
        return day, {**more, "role": ELSE}
    return day, more


def _written(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    month = month_of(hit["month"].rstrip("."))
    if month is None or not 1 <= month <= 12:
        return None
    year, day = hit["year"], int(hit["day"])
    found = _date(int(year), month, day) if year else _next(days, month, day)
    return _checked(found, days, hit.groupdict().get("weekday"), dated=True)


def _of_this_month(hit: re.Match, days: Days) -> tuple[dt.date | None, dict]:
    """ "tanggal 6": the next one of its kind."""
    month = days.today.replace(day=1)
    for _ in range(13):
        found = _date(month.year, month.month, int(hit["day"]))
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


def _of_the_week(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    """ "Jumat", "Jumat ini", "Jumat depan", "Senin pekan depan"; a plain "minggu" is a week, not a Sunday."""
    said, which = _plain_weekday(hit["weekday"]), hit["which"] or ""
    if said == "minggu" and not hit["called"]:
        return None
    number = WEEKDAYS[said]
    coming = _weekday(days.today, number)
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


def _part_of_week(hit: re.Match, days: Days) -> tuple[dt.date | None, dict]:
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


def _part_of_month(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    """ "akhir November", "akhir bulan ini", "awal bulan depan", "pertengahan Desember 2024", "bulan depan"."""
    named, which = hit["month"], hit["which"] or ""
    first = days.today.replace(day=1)
    if named:
        month = month_of(named.rstrip("."))
        if month is None or not 1 <= month <= 12:
            return None
        first = dt.date(int(hit["year"]) if hit["year"] else first.year, month, 1)
        if not hit["year"] and (days.today - first).days > _LATELY:
            first = first.replace(year=first.year + 1)
    elif "depan" in which:
        first = (first + dt.timedelta(days=32)).replace(day=1)
    elif not hit["part"] and not which:
        return None
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    day = {"awal": first.replace(day=5), "pertengahan": first.replace(day=15), "tengah": first.replace(day=15)}.get(
        hit["part"] or "", last
    )
    # "laporan bulan Oktober" has the name of a month; until when is only what a word before it says.
    role = {} if hit["part"] or "depan" in which else {"role": _ALONE}
    return _checked(day, days, first=max(first, days.today), **role)


def _ahead(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
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
    return day, {} if hit["from_now"] or hit["times"] else {"role": _ALONE}


def _soon(hit: re.Match, days: Days) -> tuple[dt.date | None, dict]:
    said = hit["said"]
    if said.startswith(("besok lusa", "lusa")):
        return days.today + dt.timedelta(days=2), {}
    if said.startswith("besok"):
        return days.today + dt.timedelta(days=1), {}
    return days.today, {}


def _before_vote(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    if days.vote is None:
        return None
    off = int(hit["off"] or 0) * (-1 if (hit["sign"] or "-") in ("-", "min", "minus") else 1)
    return _checked(days.vote + dt.timedelta(days=off), days)


def _has_name(hit: re.Match, days: Days) -> tuple[dt.date | None, dict] | None:
    day = days.named.get(hit["name"])
    return _checked(day, days, first=day, named=True) if day else None


def _no_day(_: re.Match, __: Days) -> tuple[dt.date | None, dict]:
    return None, {"role": OPEN}


def _form(pattern: str) -> re.Pattern:
    return re.compile(pattern)


_FORMS: list[tuple[re.Pattern, _Meaning]] = [
    # 6 November 2024; Rabu, 6 November; 6–8 November is due on its last day
    (_form(rf"(?:\b(?:hari )?(?P<weekday>{_WEEKDAY}),? ?)?{_CALLED}(?:\b{_DAY} ?(?:-|s\.?d\.?|sampai|hingga) ?)?"
           rf"\b(?P<day>{_DAY})[ -]?(?P<month>{_MONTH})(?:[ -]?(?P<year>{_YEAR}))?"), _written),
    # the first of "6 dan 8 November"
    (_form(rf"{_CALLED}\b(?P<day>{_DAY})(?= ?(?:dan|atau|,|&) ?(?:tanggal |tgl )?{_DAY} ?(?P<month>{_MONTH})(?: ?(?P<year>{_YEAR}))?)"),
     _written),
    (_form(rf"(?:\b(?:hari )?(?P<weekday>{_WEEKDAY}),? ?)?{_CALLED}(?<![\d/.,])(?P<day>{_DAY})(?P<mark>[/-])(?P<month>1[0-2]|0?[1-9])"
           rf"(?:(?P=mark)(?P<year>{_YEAR}))?(?![\d/])"), _written),
    (_form(rf"(?:\b(?:hari )?(?P<weekday>{_WEEKDAY}),? ?)?{_CALLED}(?<![\d/.,])(?P<day>{_DAY})\.(?P<month>1[0-2]|0?[1-9])\.(?P<year>{_YEAR})(?![\d.])"),
     _written),
    (_form(rf"(?<![\d/.,])(?P<year>{_YEAR})-(?P<month>1[0-2]|0?[1-9])-(?P<day>{_DAY})(?!\d)"), _written),
    (_form(rf"(?:\b(?:hari )?(?P<weekday>{_WEEKDAY}),? ?)?\b(?:tanggal|tgl)\.? ?(?P<day>{_DAY})(?![\d/.-])"), _of_this_month),
    (_form(rf"(?P<called>\bhari )?\b(?P<weekday>{_WEEKDAY})\b(?: (?P<which>ini|depan|mendatang|yang akan datang|yad"
           rf"|{_WEEK} (?:ini|depan)))?"), _of_the_week),
    (_form(rf"\b(?:(?P<part>awal|akhir|pertengahan|tengah) )?(?P<week>{_WEEK}) (?P<which>ini|depan|mendatang)\b"), _part_of_week),
    (_form(rf"\b(?P<part>awal|akhir|pertengahan|tengah) (?P<week>{_WEEK})(?P<which>)\b"), _part_of_week),
    (_form(rf"\b(?P<part>awal|akhir|pertengahan|tengah)? ?\bbulan (?:(?P<which>ini|depan)\b|(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?)"),
     _part_of_month),
    (_form(rf"\b(?P<part>awal|akhir|pertengahan|tengah) (?:(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?|(?P<which>bulan)\b)"), _part_of_month),
    (_form(rf"(?P<from_now>\bdalam (?:waktu )?)?\b(?:(?P<times>{_COUNT}) ?x ?24 jam|(?P<count>{_COUNT}) ?(?P<unit>hari kerja|hari|minggu"
           r"|pekan|bulan|jam)|se(?P<one>hari|minggu|pekan|bulan))\b"), _ahead),
    (_form(rf"\b(?:(?P<times>{_COUNT}) ?x ?24 jam|(?P<count>{_COUNT}) ?(?P<unit>hari kerja|hari|minggu|pekan|bulan|jam)"
           r"|se(?P<one>hari|minggu|pekan|bulan)) (?P<from_now>lagi|ke depan|kedepan|mendatang|dari sekarang|dari hari ini|sejak hari ini)\b"),
     _ahead),
    (_form(r"\b(?P<said>hari ini|(?:pagi|siang|sore|malam|petang) ini|nanti (?:siang|sore|malam)|besok lusa|lusa|besok(?: (?:pagi|siang"
           r"|sore|malam))?)\b(?: juga\b)?"), _soon),
    (_form(r"\bh ?(?P<sign>-|\+|min|minus|plus) ?(?P<off>\d{1,2})\b"), _before_vote),
    (_form(r"\bhari[ -]h\b(?P<sign>)(?P<off>)"), _before_vote),
    (_form(r"\b(?:hari )?(?P<name>masa tenang|pemungutan suara|pencoblosan|pencoblosan suara|hari pencoblosan|pemungutan)\b"), _has_name),
    (_form(r"\b(?:se(?:cepat|gera)(?:nya| mungkin)?|segera|rapat (?:berikut(?:nya)?|depan|mendatang|selanjutnya)"
           r"|dalam waktu dekat|waktu dekat)\b"), _no_day),
]  # fmt: skip
