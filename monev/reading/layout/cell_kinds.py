"""What a typed cell looks like, loosely: a figure, a date, a choice, a code. Nothing is read by it, only recognised."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from monev.contract.parts import CHOICES, FIGURES, NUMBERS, PLACES, Column
from monev.reading.layout.titles import plain
from monev.sheets import Value, is_blank
from monev.words.vocabulary import either

DATE, YES_NO, MONTH = "tgl", "yt", "bulan"

_FIGURE = re.compile(
    r"(?:rp\.?\s*|idr\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(?:-|00))?\s*(?:-\s*)?"
    r"(?:unit|buah|bh|lembar|lbr|set|keping|botol|box|orang|org|jiwa|peserta"
    rf"|{either('satuan_orang', 'satuan_tempat')})?\.?",
    re.I,
)
_MONTHS = "jan|feb|peb|mar|apr|mei|may|jun|jul|agt|agu|aug|sep|okt|oct|nov|nop|des|dec"
_DATE = re.compile(
    rf"(?:\w+['’]?\w*\s*,?\s+|\w+['’]?\w*\s*,\s*)?(?:\d{{1,2}}[\s./-]+(?:\d{{1,2}}|(?:{_MONTHS})\w*\.?)[\s./-]+\d{{2,4}}"
    r"|\d{4}-\d{1,2}-\d{1,2})",
    re.I,
)
_CODE = re.compile(r"[^\W\d_]+|\d+")
#: A longer text is no figure, date or code.
LONGEST = 60


@lru_cache(50_000)
def _figure(text: str) -> int | None:
    found = _FIGURE.fullmatch(text.strip(" \u00a0'"))
    return int(found[1].replace(".", "")) if found else None


def figure(value: Value) -> int | None:
    """The whole number that a cell plainly holds, ≥ 0; None for anything else."""
    if isinstance(value, str):
        return _figure(value) if len(value) <= LONGEST else None
    if isinstance(value, bool | dt.date) or value is None:
        return None
    return int(value) if value >= 0 and float(value).is_integer() else None


def _is_decimal(value: Value) -> bool:
    """Whether the cell plainly holds a figure that may have a fraction."""
    if isinstance(value, str):
        return len(value) <= LONGEST and re.fullmatch(r"[-+]?\d[\d.]*(?:,\d+)? ?%?", value.strip()) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_date(value: Value) -> bool:
    """Whether the cell is a date, or a text that is nothing else."""
    if isinstance(value, dt.date):
        return True
    return isinstance(value, str) and len(value) <= LONGEST and _DATE.fullmatch(value.strip()) is not None


def holds_date(value: Value) -> bool:
    """Whether a date stands in the text, whatever else does."""
    return isinstance(value, str) and len(value) <= 200 and _DATE.search(value) is not None


def shape(value: Value) -> str | None:
    """The shape of a code of letters and digits: KBP-017 is A-9; None for what is no such code."""
    if not isinstance(value, str) or len(value) > 40 or not any(sign.isdigit() for sign in value):
        return None
    return _CODE.sub(lambda run: "9" if run[0].isdigit() else "A", value.strip().upper())


def is_code(value: Value) -> bool:
    """Whether the cell holds a code: letters with a number behind a sign, and no words."""
    form = shape(value)
    return form is not None and "A" in form and "9" in form and " " not in form.strip() and len(form) > 2


def chosen(value: Value, column: Column) -> bool:
    """Whether the cell is one of the column's choices, or several of them."""
    if not isinstance(value, str):
        return False
    words = _choices(column.options, tuple(column.aliases))
    return all(plain(one) in words for one in re.split(r"[;\n]", value) if one.strip())


@lru_cache(1_000)
def _choices(options: Sequence[str], aliases: Sequence[str]) -> frozenset[str]:
    return frozenset(plain(one) for one in (*options, *aliases))


_YES_NO = frozenset(["ya", "y", "sudah", "ada", "tidak", "t", "belum", "aktif", "true", "false", "√", "v", "x"])


def fits(value: Value, column: Column, seen: frozenset[str] | set[str] = frozenset()) -> bool:
    """Whether the cell is what its column holds; a text column is no evidence. `seen` are places seen in it."""
    if column.type in NUMBERS:
        return figure(value) is not None
    if column.type in FIGURES:
        return _is_decimal(value)
    if column.type == DATE:
        return is_date(value)
    if column.type in CHOICES:
        return chosen(value, column)
    if column.type == YES_NO:
        return isinstance(value, bool) or (isinstance(value, str) and plain(value) in _YES_NO)
    return column.type in PLACES and isinstance(value, str) and plain(value) in seen


def looks_right(values: Sequence[Value], column: Column) -> bool:
    """Whether nearly all cells of an unknown column are what this column holds: at least two, and four of five."""
    values = [value for value in values if not is_blank(value)]
    if len(values) < 2:
        return False
    good = sum(looks(value, column) for value in values)
    return 5 * good >= 4 * len(values)


def looks(value: Value, column: Column) -> bool:
    """Whether the cell may be what its column holds, as far as its look tells."""
    if column.type == MONTH:
        return (
            isinstance(value, str)
            and re.fullmatch(rf"\d{{4}}-\d{{2}}|(?:{_MONTHS})\w*\s+\d{{4}}", value.strip(), re.I) is not None
        )
    if column.type in PLACES:
        return (
            isinstance(value, str)
            and re.fullmatch(r"[^\W\d_][^\W\d_.'’ -]{2,40}(?:\s[^\W\d_]+){0,2}", value.strip()) is not None
        )
    if column.type == "teks":
        return shape(value) is not None and shape(value) == shape(column.example)
    if column.type == "rp":
        amount = figure(value)
        return amount is not None and (amount == 0 or amount >= 10_000)
    return fits(value, column)


def counts_up(values: Sequence[Value]) -> bool:
    """Whether the cells are a running number, as in a column “No”."""
    numbers = [
        figure(value.strip(" .)(") if isinstance(value, str) else value) for value in values if not is_blank(value)
    ]
    return (
        len(numbers) > 1
        and all(number is not None for number in numbers)
        and all(later in (earlier + 1, 1) for earlier, later in itertools.pairwise(numbers))
    )
