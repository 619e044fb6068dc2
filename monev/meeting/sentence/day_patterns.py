"""All ways to say a day that has no name of its own, one form each: a pattern, and what it means."""

from __future__ import annotations

from monev.meeting.sentence.day_meanings import (
    NUMBERS,
    Meaning,
    ahead,
    from_the_day,
    near,
    no_day,
    of_that_week,
    of_the_week,
    of_this_month,
    part_of_month,
    part_of_week,
    written,
)
from monev.reading.cells.month_names import NAMED

_COUNTED = "|".join(sorted(NUMBERS, key=len, reverse=True))
_COUNT = rf"(?:\d{{1,3}}|{_COUNTED})"
_DAY, _YEAR = r"(?:[12]?\d|3[01])", r"20\d{2}"
_MONTH = rf"(?:{NAMED})(?![a-z])(?:\.(?= ?\d))?"
_WEEKDAY = "(?:senin|senen|selasa|rabu|rebo|kamis|jum['’]?at|sabtu|saptu|minggu|ahad)"
_CALLED = r"(?:\btanggal |\btgl\.? ?)?"
_WEEK = "(?:minggu|pekan)"
#: Ahead of a plain "minggu", which is a week elsewhere, where it is the day.
_SUNDAY = r"\bhari |(?<=sabtu dan )|(?<=sabtu, )|(?<=sabtu-)|(?<=sabtu/)|(?<=sabtu )"
_ON = rf"(?:\b(?:hari )?(?P<weekday>{_WEEKDAY}),? ?)?"
_NUMBER = r"(?:1[0-2]|0?[1-9])"
_ALONE = r"(?<![\d/.,])"
_NAMED_MONTH = rf"(?P<month>{_MONTH})(?:[ -]?(?P<year>{_YEAR}))?"
_PART = "(?P<part>awal|akhir|pertengahan|tengah)"
_TIMES = rf"(?P<times>{_COUNT}) ?x ?24 jam"
_UNITS = rf"(?P<count>{_COUNT}) ?(?P<unit>hari kerja|hari|minggu|pekan|bulan|jam)"
_SPAN = rf"(?:{_TIMES}|{_UNITS}|se(?P<one>hari|minggu|pekan|bulan))"
_TO = r"(?:-|s\.?d\.?|sampai|hingga)"

FORMS: list[tuple[str, Meaning]] = [
    # Rabu, 6 November 2024; 6-8 November is due on its last day
    (rf"{_ON}{_CALLED}(?:\b{_DAY} ?{_TO} ?)?\b(?P<day>{_DAY})[ -]?{_NAMED_MONTH}", written),
    # the first of "6 dan 8 November"
    (rf"{_CALLED}\b(?P<day>{_DAY})(?= ?(?:dan|atau|,|&) ?(?:tanggal |tgl )?{_DAY} ?{_NAMED_MONTH})", written),
    (rf"{_ON}{_CALLED}{_ALONE}(?P<day>{_DAY})(?P<mark>[/-])(?P<month>{_NUMBER})(?:(?P=mark)(?P<year>(?:20)?2\d))?(?![\d/])",
     written),
    (rf"{_ON}{_CALLED}{_ALONE}(?P<day>{_DAY})\.(?P<month>{_NUMBER})\.(?P<year>{_YEAR})(?![\d.])", written),
    (rf"{_ALONE}(?P<year>{_YEAR})-(?P<month>{_NUMBER})-(?P<day>{_DAY})(?!\d)", written),
    (rf"{_ON}\b(?:tanggal|tgl)\.? ?(?P<day>{_DAY}|(?:{_COUNTED})\b)(?![\d/-]|\.\d)", of_this_month),
    (rf"(?P<called>{_SUNDAY})?\b(?P<weekday>{_WEEKDAY})\b"
     rf"(?: (?P<which>ini|depan|mendatang|yang akan datang|yad|{_WEEK} (?:ini|depan)))?", of_the_week),
    (rf"\b{_WEEK} (?P<which>ini|depan),? (?P<called>hari )?(?P<weekday>{_WEEKDAY})\b", of_that_week),
    (rf"\b(?:{_PART} )?(?P<week>{_WEEK}) (?P<which>ini|depan|mendatang)\b", part_of_week),
    (rf"\b{_PART} (?P<week>{_WEEK})(?P<which>)\b", part_of_week),
    (rf"\b{_PART}? ?\bbulan (?:(?P<which>ini|depan)\b|{_NAMED_MONTH})", part_of_month),
    (rf"\b{_PART} (?:{_NAMED_MONTH}|(?P<which>bulan)\b)", part_of_month),
    (rf"(?P<from_now>\bdalam (?:waktu )?)?\b{_SPAN}\b", ahead),
    (rf"\b{_SPAN} (?P<from_now>lagi|ke ?depan|mendatang|dari sekarang|(?:dari|sejak) hari ini)\b", ahead),
    (r"\b(?P<said>hari ini|(?:pagi|siang|sore|malam|petang) ini|nanti (?:siang|sore|malam)|besok lusa|lusa|bsk"
     r"|besok(?: (?:pagi|siang|sore|malam))?)\b(?: juga\b)?", near),
    (r"\bh ?(?P<sign>-|\+|min|minus|plus) ?(?P<off>\d{1,2})\b", from_the_day),
    (r"\bhari[ -]h\b(?P<sign>)(?P<off>)", from_the_day),
    (r"\b(?:se(?:cepat|gera)(?:nya| mungkin)?|segera|rapat (?:berikut(?:nya)?|depan|mendatang|selanjutnya)"
     r"|(?:dalam )?waktu dekat)\b", no_day),
]  # fmt: skip
