"""Every word, number and date that is shown: labels of statuses and agencies, units, Indonesian formats."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache, partial

from babel.dates import format_date
from babel.numbers import format_decimal
from num2words import num2words

from monev.words import clock, place, project

LOCALE = "id"
#: Every page says a few dates, and mostly the same ones.
_date = lru_cache(maxsize=4096)(partial(format_date, locale=LOCALE))

#: Statuses from the most urgent to the least; the order in which rows and sentences are ranked.
STATUSES = ("merah", "kuning", "belum_dilaporkan", "tanpa_penilaian", "hijau", "belum_waktunya", "selesai_dinilai")

#: What stands in place of a value that its agency has not sent.
NOT_REPORTED = "belum dilaporkan"
#: And of one that nobody is to send yet.
NOT_YET = "belum waktunya"
_STATUS_WORDS = {
    "merah": "Kritis",
    "kuning": "Perlu perhatian",
    "belum_dilaporkan": NOT_REPORTED.capitalize(),
    "hijau": "Aman",
    "tanpa_penilaian": "Tanpa penilaian",
    "belum_waktunya": NOT_YET.capitalize(),
    "selesai_dinilai": "Selesai dinilai",
}
WEIGHT_WORDS = {"tolak": "Belum dihitung", "periksa": "Mohon diperiksa", "dikonfirmasi": "Dikonfirmasi",
                 "info": "Untuk diketahui"}  # fmt: skip

MISSING = "belum diketahui"


@lru_cache(maxsize=4096)
def number(value: float | int | None, digits: int = 0) -> str:
    """A number in Indonesian form, rounded half up to `digits` decimals: 1102 -> "1.102"."""
    if value is None:
        return MISSING
    # As one rounds at school; Python and Babel round halves to the even digit. Zero has no sign.
    value = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(value, pattern, locale=LOCALE)


def exact(value: float) -> str:
    """A figure with all of its decimals in Indonesian form: 0.47 -> "0,47", 1234.5 -> "1.234,5"."""
    return format_decimal(value, "#,##0.##########", locale=LOCALE)


def percent(value: float | None) -> str:
    """A share of 0 to 100 with one decimal and no blank before the sign: 61.5 -> "61,5%".

    A share that is not whole is never rounded up to 100 or down to 0: the word must not claim what is not so.
    """
    if value is None:
        return MISSING
    if 99.95 <= value < 100:
        return "99,9%"
    if 0 < value < 0.05:
        return "0,1%"
    return number(value, 1).removesuffix(",0") + "%" if value in (0, 100) else number(value, 1) + "%"


#: Scales in which rupiah are spoken of: their size, from which amount on, and their word.
SCALES = ((10**12, 999_995 * 10**6, "triliun"), (10**9, 10**8, "miliar"), (10**6, 10**6, "juta"))


def rupiah(value: int | None) -> str:
    """Rupiah in the scale in which budgets are spoken of: 25e9 -> "Rp25,0 miliar", 2e8 -> "Rp0,2 miliar"."""
    if value is None:
        return MISSING
    sign = "-" if value < 0 else ""
    # What would round up to a thousand of one scale is said in the next.
    for size, least, word in SCALES:
        if abs(value) >= least:
            # Two decimals only where one would hide a difference that is there (Rp2,76 miliar).
            scaled = abs(value) / size
            digits = 1 if math.isclose(round(scaled, 1), scaled, abs_tol=1e-9) else 2
            return f"{sign}Rp{number(scaled, digits)} {word}"
    return f"{sign}Rp{number(abs(value))}"


def rupiah_of(part: int | None, whole: int | None) -> str | None:
    """A part of an amount in one scale and with decimals alike: "Rp2,76 dari Rp6,90 miliar"."""
    if part is None or whole is None or part < 0 or whole <= 0:
        return None
    size, word = next(((size, word) for size, least, word in SCALES if max(part, whole) >= least), (1, ""))
    scaled = [amount / size for amount in (part, whole)]
    digits = 0 if size == 1 else 1 if all(math.isclose(round(one, 1), one, abs_tol=1e-9) for one in scaled) else 2
    one, other = (f"Rp{number(amount, digits)}" for amount in scaled)
    return f"{one} dari {other} {word}".strip()


def rupiah_row(amounts: Sequence[float]) -> tuple[list[str], str]:
    """Amounts that stand in one row, in one scale and with decimals alike, and what they are counted in: 2.5e9 and 2e8
    -> "2,5" and "0,2", "Rp miliar"."""
    most = max(map(abs, amounts), default=0)
    size, word = next(((size, word) for size, least, word in SCALES if most >= least), (1, ""))
    scaled = [amount / size for amount in amounts]
    digits = 0 if size == 1 else 1 if all(math.isclose(round(one, 1), one, abs_tol=1e-9) for one in scaled) else 2
    return [number(one, digits) for one in scaled], f"Rp {word}".strip()


def rupiah_full(value: int | None) -> str:
    """Rupiah to the last rupiah: "Rp25.000.000.000"."""
    return MISSING if value is None else ("-" if value < 0 else "") + "Rp" + number(abs(value))


def date_short(value: dt.date | None) -> str:
    """ "4 Nov": for tables and marks, where the year is plain from the frame."""
    return MISSING if value is None else _date(value, "d MMM")


def date_medium(value: dt.date | None) -> str:
    """ "4 Nov 2024"."""
    return MISSING if value is None else _date(value, "d MMM y")


def date_spoken(value: dt.date | None) -> str:
    """ "4 November": inside sentences that are read aloud."""
    return MISSING if value is None else _date(value, "d MMMM")


def date_long(value: dt.date | None) -> str:
    """ "Senin, 4 November 2024"."""
    return MISSING if value is None else _date(value, "EEEE, d MMMM y")


def time_of_day(value: dt.datetime | dt.time | None, zone: bool = True) -> str:
    """ "09.12 WIB"; without its `zone` where times stand in a row."""
    return MISSING if value is None else f"{value:%H.%M}" + (f" {clock.short()}" if zone else "")


def moment(value: dt.datetime | None) -> str:
    """ "4 Nov 2024, 09.12 WIB"."""
    return MISSING if value is None else f"{date_medium(value.date())}, {time_of_day(value)}"


def countdown(days: int | None, short: str = "H") -> str:
    """Days until the day that is counted to, as they are spoken: 23 -> "H-23", 0 -> "Hari H", -3 -> "H+3"; nothing
    where there is no such day."""
    if days is None:
        return ""
    return f"Hari {short}" if days == 0 else f"{short}{-days:+d}"


def interval(seconds: int) -> str:
    """How often something happens, in the largest unit that is whole: 120 -> "2 menit", 90 -> "90 detik"."""
    for size, unit in ((3600, "jam"), (60, "menit")):
        if seconds and seconds % size == 0:
            return f"{number(seconds // size)} {unit}"
    return f"{number(seconds)} detik"


def since(value: dt.datetime | None, today: dt.date) -> str:
    """A moment as one speaks of it on `today`: "14.32 WIB" on that day, "2 Nov" in its year, else "2 Nov 2023"."""
    if value is None:
        return MISSING
    if value.date() == today:
        return time_of_day(value)
    return date_short(value.date()) if value.year == today.year else date_medium(value.date())


def duration(hours: float | None) -> str:
    """How long something took, in one unit: 0.4 -> "kurang dari 1 jam", 5.2 -> "5 jam", 72 -> "3 hari"."""
    if hours is None:
        return MISSING
    if hours < 1:
        return "kurang dari 1 jam"
    # What would round up to 24 hours is said as a day.
    return f"{number(hours)} jam" if hours < 23.5 else f"{number(hours / 24)} hari"


def spelled(value: int | None) -> str:
    """A small count as a word, as it is spoken: 5 -> "lima"; from 12 on as digits."""
    if value is None:
        return MISSING
    return num2words(value, lang="id") if 0 <= value <= 11 else number(value)


def capital(text: str) -> str:
    """The first letter raised, the rest left alone."""
    return text[:1].upper() + text[1:]


def within(kecamatan: str | None, sentence: str) -> str:
    """A sentence about one kecamatan; as it is where it is about the whole city."""
    said = f"{place.said('Kecamatan')} {kecamatan}: {sentence[:1].lower()}{sentence[1:]}"
    return said if kecamatan else sentence


def listing(items: list[str]) -> str:
    """A list as it is spoken: "a", "a dan b", "a, b, dan c"."""
    if len(items) <= 2:
        return " dan ".join(items)
    return ", ".join(items[:-1]) + ", dan " + items[-1]


def value(amount: float | int | None, unit: str) -> tuple[str, str]:
    """An indicator's value as (number, word behind it): (61.5, "persen") -> ("61,5%", "")."""
    if amount is None:
        return MISSING, ""
    if unit == "persen":
        return percent(amount), ""
    if unit == "rp":
        head, _, tail = rupiah(int(amount)).partition(" ")
        return head, tail
    digits = 0 if float(amount).is_integer() else 1
    return number(amount, digits), unit


def value_text(amount: float | int | None, unit: str) -> str:
    """As `value`, in one piece: "5 jenis"."""
    return " ".join(part for part in value(amount, unit) if part)


def status_word(status: str, agenda: str = "") -> str:
    """The word that stands for a status: "Kritis"; green is "Siap" where things must be in place, else "Aman"."""
    if status == "hijau" and agenda in project.ready():
        return "Siap"
    return _STATUS_WORDS[status]


def weight_word(weight: str) -> str:
    """The word that stands for the weight of a finding: "Belum dihitung", "Mohon diperiksa", "Untuk diketahui"."""
    return WEIGHT_WORDS[weight]


def agency(code: str) -> str:
    """The name of an agency by its code: "dinkes" -> "Dinkes"."""
    return project.agencies().get(code, code)
