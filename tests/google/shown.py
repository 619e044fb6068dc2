"""How a cell shows its value, and what a typed text becomes, in the locale of a spreadsheet."""

import datetime as dt
import re
from typing import Any

_EPOCH = dt.date(1899, 12, 30)
_DATED = {"DATE", "DATE_TIME", "TIME"}
_MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NAMES = {
    **{name.casefold(): at % 12 + 1 for at, name in enumerate(_MONTHS + _ENGLISH)},
    **{name[:3].casefold(): at % 12 + 1 for at, name in enumerate(_MONTHS + _ENGLISH)},
}


def is_date(mark: dict[str, Any]) -> bool:
    """Whether a cell's own format shows its number as a date or time."""
    return _number_format(mark).get("type") in _DATED


def text(value: Any, mark: dict[str, Any], locale: str) -> str:
    """What a cell shows: number and date formats of the usual kinds, decimal comma outside English."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    form = _number_format(mark)
    if form.get("type") in _DATED:
        return _date(value, form.get("pattern") or "d/m/yyyy", locale)
    pattern = form.get("pattern", "")
    if form.get("type") == "PERCENT":
        return _number(value * 100, pattern or "0.00", locale) + "%"
    return _number(value, pattern, locale)


def typed(given: str, locale: str) -> tuple[Any, str | None]:
    """What a text becomes as if somebody typed it into a cell, with the kind of format that it then gets."""
    plain = given.strip()
    if given.startswith("'"):
        return given[1:], None
    if plain.upper() in {"TRUE", "FALSE"}:
        return plain.upper() == "TRUE", None
    group, point = (",", ".") if locale.startswith("en") else (".", ",")
    number = rf"-?(\d{{1,3}}(\{group}\d{{3}})+|\d+)(\{point}\d+)?"
    if hit := re.fullmatch(rf"({number})(%?)", plain):
        value = float(hit[1].replace(group, "").replace(point, "."))
        value = value / 100 if hit[5] else value
        return int(value) if value == int(value) else value, "PERCENT" if hit[5] else None
    if date := _typed_date(plain):
        return (date - _EPOCH).days, "DATE"
    return given, None


def _number_format(mark):
    return mark.get("userEnteredFormat", {}).get("numberFormat", {})


def _typed_date(plain):
    try:
        if hit := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", plain):
            return dt.date(int(hit[1]), int(hit[2]), int(hit[3]))
        if hit := re.fullmatch(r"(\d\d?)[/-](\d\d?)[/-](\d{4})", plain):
            return dt.date(int(hit[3]), int(hit[2]), int(hit[1]))
        if (hit := re.fullmatch(r"(\d\d?) (\w+) (\d{4})", plain)) and hit[2].casefold() in _NAMES:
            return dt.date(int(hit[3]), _NAMES[hit[2].casefold()], int(hit[1]))
    except ValueError:
        return None
    return None


def _date(value, pattern, locale):
    day = _EPOCH + dt.timedelta(days=int(value))
    seconds = round((value - int(value)) * 86400)
    names = _ENGLISH if locale.startswith("en") else _MONTHS
    parts = {
        "yyyy": f"{day.year:04d}", "yy": f"{day.year % 100:02d}", "mmmm": names[day.month - 1],
        "mmm": names[day.month - 1][:3], "mm": f"{day.month:02d}", "m": str(day.month), "dd": f"{day.day:02d}",
        "d": str(day.day), "hh": f"{seconds // 3600:02d}", "ss": f"{seconds % 60:02d}",
    }  # fmt: skip
    clock = re.sub(r"(?<=hh:)mm", f"{seconds // 60 % 60:02d}", re.sub(r"\[\$[^\]]*\]", "", pattern))
    return re.sub(r"yyyy|yy|m{1,4}|dd?|hh|ss", lambda hit: parts[hit[0]], clock)


def _number(value, pattern, locale):
    if hit := re.search(r"[#0,]*[#0](\.([#0]+))?", pattern):
        shown = f"{value:,.{len(hit[2] or '')}f}" if "," in hit[0] else f"{value:.{len(hit[2] or '')}f}"
    else:
        shown = str(int(value)) if value == int(value) else repr(value)
    return shown if locale.startswith("en") else shown.translate(str.maketrans(",.", ".,"))
