"""How a figure that may have a fraction (des) is read: Indonesian writing alone, and nothing that could mean two."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal

from babel.numbers import NumberFormatError, parse_decimal

from monev.contract.parts import Column
from monev.reading.cells.cell import BIGINT, Reading, Value, one_line, refused, such_as, taken
from monev.reading.cells.numbers import ESTIMATE, RANGE, below_zero
from monev.words import words

_AMOUNT = re.compile(r"(?P<sign>[-−–+]|minus |\()? ?(?P<digits>\d(?:[\d., ]*\d)?)\)? ?(?P<percent>%|persen)?")
#: A point that may part thousands or a fraction: 1.234; and one that can only part a fraction: 0.47, 12.5.
_EITHER, _POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}"), re.compile(r"\d+\.\d+")
_COUNTS_PERCENT = re.compile(r"persen|%", re.I)
#: More digits than a figure of this kind ever has.
_MOST_DIGITS = 15


def read_decimal(value: Value, column: Column) -> Reading:
    """A des cell as a float; below zero only where the column allows it."""
    if isinstance(value, str):
        return _from_text(one_line(value), column)
    if isinstance(value, bool):
        return refused("Sel ini berisi kotak centang, bukan angka.", _a_figure(column))
    if isinstance(value, dt.date):
        return refused("Isi sel ini berubah menjadi tanggal, bukan angka.", "ulang angkanya dengan format Teks biasa")
    return _within(float(value), column)


def _within(number: float, column: Column) -> Reading:
    if not math.isfinite(number) or abs(number) > BIGINT:
        return refused("Sel ini tidak berisi angka yang dapat dihitung.", _a_figure(column))
    return below_zero() if number < 0 and not column.negative else taken(number)


def _from_text(text: str, column: Column) -> Reading:
    if ESTIMATE.search(text):
        return refused("Ini perkiraan, bukan angka pasti.", "satu angka pasti")
    if RANGE.fullmatch(text):
        return refused("Ini rentang, bukan satu angka pasti.", "satu angka pasti")
    found = _AMOUNT.fullmatch(text)
    if not found or (found["sign"] == "(") != text.rstrip("% ").removesuffix("persen").rstrip().endswith(")"):
        return refused("Isi sel ini bukan satu angka.", _a_figure(column))
    if found["percent"] and not _COUNTS_PERCENT.search(column.title):
        return refused("Kolom ini tidak memuat persen.", _a_figure(column))
    digits = found["digits"]
    if sum(sign.isdigit() for sign in digits) > _MOST_DIGITS or re.match(r"0\d", digits):
        return refused("Angka ini tampak seperti nomor, bukan jumlah.", _a_figure(column))
    if _EITHER.fullmatch(digits):
        why = "Titik di sini dapat berarti ribuan atau pecahan."
        return refused(why, f"{digits.replace('.', '')} tanpa titik, atau {digits.replace('.', ',')} dengan koma")
    if _POINT.fullmatch(digits):
        return refused("Pecahan ditulis dengan koma, bukan titik.", digits.replace(".", ","))
    try:
        number = parse_decimal(digits, locale=words.LOCALE, strict=True)
    except NumberFormatError:
        why = "Letak titik atau koma tidak sesuai: titik untuk ribuan, koma untuk pecahan."
        return refused(why, _a_figure(column))
    rises = found["sign"] in (None, "+")
    return _within(float(number if rises else Decimal(-1) * number), column)


def _a_figure(column: Column) -> str:
    """What to write where nothing of the cell can be mended."""
    return such_as("angka dengan koma sebagai tanda pecahan", column)
