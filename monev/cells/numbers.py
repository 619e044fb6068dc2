"""How a whole number (bil) or an amount of whole rupiah (rp) is read, by the rules of Indonesian writing."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal

from babel.numbers import NumberFormatError, parse_decimal

from monev import words
from monev.cells.spelled_numbers import agrees, is_number_word
from monev.cells.typed import (
    BIGINT,
    NOT_REPORTED,
    Column,
    Reading,
    Value,
    digits,
    one_line,
    refused,
    such_as,
    taken,
)

_SCALES = {
    **dict.fromkeys(("rb", "ribu"), 10**3),
    **dict.fromkeys(("jt", "juta"), 10**6),
    **dict.fromkeys(("m", "miliar", "milyar"), 10**9),
    **dict.fromkeys(("t", "triliun", "trilyun"), 10**12),
}
_SCALE_NAMES = {10**3: "ribu", 10**6: "juta", 10**9: "miliar", 10**12: "triliun"}
_UNITS = frozenset(["unit", "buah", "tps", "lembar", "lbr", "set", "keping", "botol", "box", "orang", "pemilih"])

#: More digits than BIGINT with a few decimals has; the arithmetic behind is exact up to 28.
_MOST_DIGITS = 24

#: A longer figure may be a telephone or identity number, which no message repeats.
_LARGEST_SHOWN = 10**11

_CURRENCY = r"(?:rp|idr)[ .:]*"
_AMOUNT = re.compile(
    rf"(?P<currency>{_CURRENCY})?(?P<digits>\d(?:[\d., ]*\d)?)(?P<dash> ?[.,] ?[-–—]{{1,2}})?"
    r"(?: ?\.?(?P<before> ?[a-z][a-z. ]*)?(?: ?\((?P<spelled>[a-z \-]+)\))?(?P<after>[a-z. ]*))"
)
_BELOW_ZERO = re.compile(
    rf"(?P<currency>{_CURRENCY})?[-−–] ?(?P<amount>(?:{_CURRENCY})?\d.*)|\((?P<inside>[^()]*\d[^()]*)\)"
)
_ESTIMATE = re.compile(
    r"^(?:sekitar|sktr|kurang lebih|lebih kurang|kurleb|kira|lebih dari|kurang dari|hampir|minimal|maksimal"
    r"|paling|perkiraan|diperkirakan|estimasi|±|\+ ?/|\+-|~|≈|[<>≥≤])"
    r"|\d ?-?an\b|(?:belas|puluh|ratus|ribu|rb|juta|jt|miliar|milyar|triliun)-?an\b|\d ?\+$|\blebih$"
)
_RANGE = re.compile(
    rf"(?:{_CURRENCY})?\d[\d.,]*(?: [a-z]+)? ?(?:-|–|—|s\.? ?/? ?d\.?|sampai|hingga|atau|to) ?"
    rf"(?:{_CURRENCY})?\d[\d.,]*[ a-z.]*"
)
_TWO_LINES = re.compile(r"[\d.,][ \t]*[\n\r\v\f\x85]\s*[\d.,]")
_OTHER_FORM = re.compile(r"\d+(?:[.,]\d+)? ?e ?[+-]? ?\d+|0 ?[xbo] ?[0-9a-f]+")
_BY_DOTS_OR_BLANKS = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")


def read_number(value: Value, column: Column) -> Reading:
    """A bil or rp cell as an int; below zero only where the column allows it, never beyond BIGINT."""
    if isinstance(value, str):
        return _from_text(value, column)
    if isinstance(value, bool):
        return refused("Sel ini berisi kotak centang, bukan angka.", _a_figure(column))
    if isinstance(value, dt.date):
        return refused(
            "Isi sel ini berubah menjadi tanggal, bukan angka.",
            such_as("angkanya dengan format Angka", column),
        )
    if isinstance(value, float):
        return _from_float(value, column)
    return _whole(value, column)


def _whole(number: int, column: Column) -> Reading:
    if abs(number) > BIGINT:
        return refused("Angka ini terlalu besar.", _a_figure(column))
    if number < 0 and not column.negative:
        return refused("Angka di kolom ini tidak boleh kurang dari nol.", such_as("angka nol atau lebih", column))
    return taken(number)


def _from_float(value: float, column: Column) -> Reading:
    if not math.isfinite(value):
        return refused("Sel ini tidak berisi angka yang dapat dihitung.", _a_figure(column))
    if abs(value) >= 2**53:
        return refused("Angka ini terlalu besar sehingga tidak tersimpan utuh.", _a_figure(column))
    if value.is_integer():
        return _whole(int(value), column)
    typed = digits(value) or ""
    decimals = len(typed.partition(".")[2])
    if not 1 <= value < 1000 or decimals > 3:
        return refused("Kolom ini hanya memuat angka bulat, tanpa pecahan.", such_as("angka bulat", column))
    # One or two decimals may be a thousand without its zeros (1.100) or a true fraction: three are sure.
    why = f"Angka ini tersimpan sebagai pecahan {typed.replace('.', ',')}"
    setting = "dan pastikan File › Setelan › Lokal: Indonesia"
    if decimals == 3:
        why += ", karena diketik dengan koma atau karena setelan lokal spreadsheet bukan Indonesia."
        return refused(why, f"{typed.replace('.', '')} sebagai angka, {setting}")
    return refused(f"{why}, mungkin karena setelan lokal bukan Indonesia.", f"angka bulat tanpa titik, {setting}")


def _from_text(typed: str, column: Column) -> Reading:
    text = one_line(typed)
    if any(sign.isnumeric() and not sign.isascii() for sign in text):
        return refused("Angka ditulis dengan tanda selain 0 sampai 9.", _a_figure(column))
    if _TWO_LINES.search(typed):
        return refused("Satu sel hanya untuk satu angka.", such_as("satu angka saja", column))
    if column.type == "rp" and re.fullmatch(r"(?:rp|idr)[ .:]*[-–—]*", text):
        return NOT_REPORTED
    if _OTHER_FORM.fullmatch(text):
        return refused("Angka tidak ditulis dengan angka biasa.", _a_figure(column))
    if _ESTIMATE.search(text):
        return refused("Ini perkiraan, bukan angka pasti.", such_as("satu angka pasti", column))
    if _RANGE.fullmatch(text):
        return refused("Ini rentang, bukan satu angka pasti.", such_as("satu angka pasti", column))
    if below := _BELOW_ZERO.fullmatch(text):
        amount = (below["currency"] or "") + (below["amount"] or below["inside"]).strip()
        return _amount(amount, column, sign=-1)
    # A change upwards is naturally written with a plus; elsewhere it may open a telephone number.
    return _amount(text.removeprefix("+").lstrip() if column.negative else text, column)


def _amount(text: str, column: Column, sign: int = 1) -> Reading:
    found = _AMOUNT.fullmatch(text)
    if not found:
        return refused(_why_no_amount(text), _a_figure(column))
    in_rupiah = column.type == "rp"
    if not in_rupiah and (found["currency"] or found["dash"]):
        return refused("Kolom ini berisi jumlah, bukan rupiah.", _a_figure(column))
    names = ((found["before"] or "") + " " + found["after"]).replace(".", " ").split()
    scale = _SCALES.get(names[0], 1) if names else 1
    number = _figure(found["digits"], column, scale)
    if isinstance(number, Reading):
        return number
    if scale > 1 and not in_rupiah:
        meant = "" if names[0] in ("m", "t") else _shown(number * scale)
        why = "Kata seperti “ribu”, “juta”, atau “miliar” hanya dibaca di kolom rupiah."
        return refused(why, meant or such_as("angka lengkap", column))
    if scale > 1 and (found["dash"] or number >= 10**6):
        return refused("Angka penuh dan kata seperti “juta” tertulis bersamaan.", such_as("salah satunya", column))
    rest = names[1:] if scale > 1 else names
    if rest and (len(rest) > 1 or rest[0] not in (("rupiah",) if in_rupiah else _UNITS)):
        return refused("Di samping angka ada kata yang tidak dikenal.", _one_figure(number * scale, column))
    amount = number * scale
    if amount != amount.to_integral_value():
        whole = _shown(amount.to_integral_value(rounding="ROUND_FLOOR"))
        why = "Kolom ini hanya memuat angka bulat, tanpa pecahan."
        return refused(why, f"angka bulat, misalnya {whole}" if whole else _a_figure(column))
    if found["spelled"] and not agrees(found["spelled"], int(amount), _UNITS | {"rupiah"}):
        if is_number_word(found["spelled"], _UNITS | {"rupiah"}):
            return refused("Angka dan kata tidak sama.", _one_figure(number * scale, column))
        return refused("Kata di dalam kurung tidak dikenal sebagai angka.", _one_figure(number * scale, column))
    return _whole(sign * int(amount), column)


def _why_no_amount(text: str) -> str:
    if text.endswith("%"):
        return "Kolom ini memuat angka bulat, bukan persen."
    if not any(sign.isdigit() for sign in text):
        return "Isi sel ini bukan angka."
    return "Isi sel ini bukan satu angka saja."


def _figure(typed: str, column: Column, scale: int) -> Decimal | Reading:
    """Digits with Indonesian separators as a Decimal; a refusal that names which rule was broken."""
    text = re.sub(r" ?([.,]) ?", r"\1", typed)
    if _BY_DOTS_OR_BLANKS.fullmatch(text):
        text = text.replace(" ", ".")
    if " " in text:
        return refused("Satu sel hanya untuk satu angka.", such_as("satu angka saja", column))
    if re.match(r"0\d{3}", text):
        return refused("Angka yang diawali nol terbaca seperti nomor, bukan jumlah.", _a_figure(column))
    if _ENGLISH.fullmatch(text):
        why = "Pemisahnya ditulis cara Inggris; cara Indonesia: titik untuk ribuan, koma untuk pecahan."
        whole, _, fraction = text.partition(".")
        meant = _shown(Decimal(whole.replace(",", "")))
        if fraction.strip("0"):
            return refused(why, f"angka bulat cara Indonesia, misalnya {meant}" if meant else _a_figure(column))
        return refused(why, meant or _a_figure(column))
    if sum(sign.isdigit() for sign in text) > _MOST_DIGITS:
        return refused("Angka ini terlalu besar.", _a_figure(column))
    try:
        number = parse_decimal(text, locale=words.LOCALE, strict=True)
    except NumberFormatError:
        return _wrong_separators(text, column, scale)
    if number != number.to_integral_value() and scale == 1:
        if re.fullmatch(r"\d{1,3},\d{3}", text):
            why = "Koma adalah pemisah pecahan, sedangkan kolom ini hanya memuat angka bulat."
        else:
            why = "Kolom ini hanya memuat angka bulat, tanpa pecahan di belakang koma."
        return refused(why, such_as("angka bulat tanpa koma", column))
    return number


def _wrong_separators(text: str, column: Column, scale: int) -> Reading:
    if scale > 1 and re.fullmatch(r"\d+\.\d{1,2}", text):
        why = "Titik adalah pemisah ribuan; pecahan ditulis dengan koma."
        return refused(why, f"{text.replace('.', ',')} {_SCALE_NAMES[scale]} bila itu yang dimaksud")
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        why = "Titik adalah pemisah ribuan, dan kolom ini tidak memuat pecahan."
    else:
        why = "Letak titik atau koma tidak sesuai dengan pemisah ribuan."
    return refused(why, such_as("angka bulat dengan titik hanya di tiap ribuan", column))


def _a_figure(column: Column) -> str:
    return such_as("angka biasa", column)


def _one_figure(number: Decimal, column: Column) -> str:
    shown = _shown(number) if number == number.to_integral_value() else ""
    return f"satu angka saja, misalnya {shown}" if shown else such_as("satu angka saja", column)


def _shown(number: Decimal) -> str:
    """A figure to propose, or nothing where it may be a personal number or has a fraction.

    One dot alone would turn into a fraction in a spreadsheet of English locale, so dots start at a million.
    """
    if number != number.to_integral_value() or number >= _LARGEST_SHOWN:
        return ""
    return str(int(number)) if number < 10**6 else words.number(int(number))
