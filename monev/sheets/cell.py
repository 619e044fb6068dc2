"""A cell as it is stored, and as it is seen."""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal

#: A cell as stored: None is an empty cell, text is exactly as typed.
Value = str | int | float | bool | dt.date | None
#: Day 0 of the serial numbers in which spreadsheets store dates.
DAY_0 = dt.date(1899, 12, 30)


def is_indonesian(locale: str) -> bool:
    """Whether 1.102 is one thousand one hundred and two in this locale; in_ID is Google's own name of Indonesian."""
    return locale.partition("_")[0].casefold() in ("in", "id")


def is_blank(value: Value) -> bool:
    """Whether nothing can be seen in the cell: empty, blanks, no-break blanks, zero-width signs."""
    if isinstance(value, str):
        # Nearly every text begins with a letter or digit; the rest of the question is slow.
        return not value[:1].isalnum() and all(
            sign.isspace() or unicodedata.category(sign) in ("Cf", "Cc") for sign in value
        )
    return value is None


def shown(value: Value) -> str | None:
    """The cell as an Indonesian spreadsheet shows it without any format: 1,102 · 4/11/2024 · TRUE."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f").removesuffix(".0").replace(".", ",")
    if isinstance(value, dt.date):
        return f"{value.day}/{value.month}/{value.year}"
    return None if value is None else str(value)
