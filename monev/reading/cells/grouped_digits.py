"""Digits with their dots, commas and blanks as one number, by the rules of Indonesian writing."""

from __future__ import annotations

import re
from decimal import Decimal

from babel.numbers import NumberFormatError, parse_decimal

from monev.reading.cells.cell import Reading, refused
from monev.reading.cells.units import SCALE_NAMES
from monev.words import words

#: What to write where nothing of the cell can be mended: no figure, since it would be typed.
A_FIGURE = "angka biasa saja, tanpa kata dan tanda lain"
ONE_FIGURE = "satu angka saja, sesuai judul kolomnya"

#: More digits than BIGINT with a few decimals has; the arithmetic behind is exact up to 28.
_MOST_DIGITS = 24
#: A longer figure may be a telephone or identity number, which no message repeats.
_LARGEST_SHOWN = 10**11

_BY_DOTS_OR_BLANKS = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
#: Before a word such as juta one or two digits behind a point are no thousands.
_DECIMAL_POINT = re.compile(r"(?:0|[1-9]\d{0,2})\.\d{1,2}")
_PLAIN = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})*|[1-9]\d{3,9}|0")


def figure(typed: str, scale: int) -> Decimal | Reading:
    """The number that the digits say; a refusal that names which rule was broken."""
    if scale == 1 and _PLAIN.fullmatch(typed):
        return Decimal(typed.replace(".", ""))
    text = re.sub(r" ?([.,]) ?", r"\1", typed)
    if scale > 1 and _DECIMAL_POINT.fullmatch(text):
        return Decimal(text)
    if _BY_DOTS_OR_BLANKS.fullmatch(text):
        text = text.replace(" ", ".")
    if " " in text:
        return refused("Satu sel hanya untuk satu angka.", ONE_FIGURE)
    if re.match(r"0\d{3}|0\d*\.\d{3}", text):
        return refused("Angka yang diawali nol tampak seperti nomor, bukan jumlah.", A_FIGURE)
    if _ENGLISH.fullmatch(text):
        why = "Pemisahnya ditulis cara Inggris; cara Indonesia: titik untuk ribuan, koma untuk pecahan."
        whole, _, fraction = text.partition(".")
        meant = shown(Decimal(whole.replace(",", "")))
        if fraction.strip("0"):
            above = shown(Decimal(whole.replace(",", "")) + 1)
            return refused(why, f"{meant} atau {above} sebagai angka bulat" if meant and above else A_FIGURE)
        return refused(why, meant or A_FIGURE)
    if sum(sign.isdigit() for sign in text) > _MOST_DIGITS:
        return refused("Angka ini terlalu besar.", A_FIGURE)
    try:
        number = parse_decimal(text, locale=words.LOCALE, strict=True)
    except NumberFormatError:
        return _wrong_separators(text)
    if scale == 1 and re.fullmatch(r"[1-9]\d{0,2},\d{3}", text):
        why = "Koma adalah pemisah pecahan, sedangkan kolom ini hanya memuat angka bulat."
        return refused(why, f"{text.replace(',', '')} tanpa koma, bila yang dimaksud ribuan")
    if scale > 1 and text.endswith(",000"):
        return refused("Tiga angka di belakang koma dapat berarti ribuan.", "jumlah lengkapnya dalam rupiah")
    if number != number.to_integral_value() and scale == 1:
        why = "Kolom ini hanya memuat angka bulat, tanpa pecahan di belakang koma."
        return refused(why, "angka bulat tanpa koma")
    if scale >= 10**9 and re.fullmatch(r"\d{1,3}\.\d{3}", text):
        why = f"Titik adalah pemisah ribuan, jadi tertulis ribuan {SCALE_NAMES[scale]}."
        return refused(why, "jumlah lengkapnya dalam rupiah")
    return number


def _wrong_separators(text: str) -> Reading:
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        why = "Titik adalah pemisah ribuan, dan kolom ini tidak memuat pecahan."
    else:
        why = "Letak titik atau koma tidak sesuai dengan pemisah ribuan."
    return refused(why, "angka bulat dengan titik hanya di tiap ribuan")


def shown(number: Decimal) -> str:
    """A figure to propose, or nothing where it may be a personal number or has a fraction.

    One dot alone would turn into a fraction in a spreadsheet of English locale, so dots start at a million.
    """
    if number != number.to_integral_value() or number >= _LARGEST_SHOWN:
        return ""
    return str(int(number)) if number < 10**6 else words.number(int(number))
