"""How a whole number (bil) or an amount of whole rupiah (rp) is read, by the rules of Indonesian writing."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from decimal import Decimal

from monev.contract.parts import Column
from monev.reading.cells.cell import BIGINT, NOT_REPORTED, Reading, Value, digits, one_line, refused, taken
from monev.reading.cells.grouped_digits import A_FIGURE, ONE_FIGURE, figure, shown
from monev.reading.cells.nihil import costs_nothing
from monev.reading.cells.not_a_number import LETTER_AS_DIGIT, PACKED, why_no_amount
from monev.reading.cells.number_notes import without_ends
from monev.reading.cells.number_parts import Total, twice, with_parts
from monev.reading.cells.number_words import agrees, is_number_word, number_said
from monev.reading.cells.units import SCALES, UNITS, compound, other_kind, packed, understood

_CURRENCY = r"(?:rp|idr)[ .:]*"
_AMOUNT = re.compile(
    rf"(?P<currency>{_CURRENCY})?(?P<digits>\d(?:[\d., ]*\d)?)(?P<dash> ?[.,] ?[-–—=]{{1,2}})?"
    r"(?: ?\.?(?P<before> ?[a-z][a-z. \-]*)?(?: ?\((?P<spelled>[a-z \-]+)\))?(?P<after>[a-z. \-]*))"
)
_BELOW_ZERO = re.compile(
    rf"(?P<currency>{_CURRENCY})?(?:[-−–]|\( ?[-−–] ?\)|\(?minus\)?(?= )) ?(?P<amount>(?:{_CURRENCY})?\d.*)"
    r"|\((?P<inside>[^()]*\d[^()]*)\)"
)
_MINUS = re.compile(rf"(?:{_CURRENCY})?\(? ?(?:[-−–]|minus)")
_FALL = re.compile(r"^\W*[-−–]|\(\W*[-−–]|\b(?:minus|turun|berkurang|pengurangan|penurunan)\b")
_WITH_SIGN = "angka biasa saja, dengan tanda minus di depannya bila berkurang"
#: Letters for the zeros of a fraction that is none, behind all thousands: 15.000,oo.
_LETTER_ZEROS = re.compile(r"(?<=\d{3}),(?:oo|o0|0o)(?![\w,])")
ESTIMATE = re.compile(
    r"^(?:sekitar|sktr|skitar|kurang lebih|lebih kurang|kurleb|krg lbh|kl\.|lk\.|kira|lebih dari|kurang dari|hampir"
    r"|minimal|maksimal|maks|min\b|paling|perkiraan|diperkirakan|estimasi|mencapai|sedikitnya|setidaknya|target"
    r"|±|\+ ?/|\+-|~|≈|[<>≥≤]=? ?(?:rp[. ]*)?\d)"
    r"|\d ?-?an\b|(?:belas|puluh|ratus|ribu|rb|juta|jt|miliar|milyar|milyard|miliyar|triliun|\d m) ?-?an\b|\d ?\+$"
    r"|\blebih$|\b(?:kurang lebih|perkiraan|kira-kira|estimasi)\b"
)
RANGE = re.compile(
    rf"(?:{_CURRENCY})?\d[\d.,]*(?: [a-z]+)? ?(?:-|–|—|s\.? ?/? ?d\.?|sampai|hingga|atau|to) ?"
    rf"(?:{_CURRENCY})?\d[\d.,]*[ a-z.]*"
)
_TWO_LINES = re.compile(r"[\d.,][ \t]*[\n\r\v\f\x85]\s*[\d.,]")
_OTHER_FORM = re.compile(r"\d+(?:[.,]\d+)? ?e ?[+-]? ?\d+|0 ?[xbo] ?[0-9a-f]+")

#: Stands before a figure, or behind it, and changes nothing.
_OPENS = re.compile(r"(?:[:•] ?)?(?:(?:sebanyak|sejumlah|berjumlah|jumlah) ?:? ?)?(?=[a-z\d])")
_HALVES = re.compile(rf"(?P<words>[a-z \-]*)(?P<figure>[(/=,:\- ]*(?:{_CURRENCY})?\d(?:[\d., ]*\d)?)(?P<rest>.*)")


def read_number(value: Value, column: Column) -> Reading:
    """A bil or rp cell as an int; below zero only where the column allows it, never beyond BIGINT."""
    if isinstance(value, str):
        return _from_text(value, column)
    if isinstance(value, bool):
        return refused("Sel ini berisi kotak centang, bukan angka.", A_FIGURE)
    if isinstance(value, dt.date):
        return refused("Isi sel ini berubah menjadi tanggal, bukan angka.", "ulang angkanya dengan format Angka")
    if isinstance(value, float):
        return _from_float(value, column)
    return _whole(value, column)


def _whole(number: int, column: Column) -> Reading:
    if abs(number) > BIGINT:
        return refused("Angka ini terlalu besar.", A_FIGURE)
    if number < 0 and not column.negative:
        return below_zero()
    return taken(number)


def below_zero() -> Reading:
    """What is told of a figure that its column cannot hold."""
    return refused("Angka di kolom ini tidak boleh kurang dari nol.", "angka yang benar, nol atau lebih")


def _from_float(value: float, column: Column) -> Reading:
    if not math.isfinite(value):
        return refused("Sel ini tidak berisi angka yang dapat dihitung.", A_FIGURE)
    if abs(value) >= 2**53:
        return refused("Angka ini terlalu besar sehingga tidak tersimpan utuh.", A_FIGURE)
    if value.is_integer():
        return _whole(int(value), column)
    typed = digits(value) or ""
    decimals = len(typed.partition(".")[2])
    if 0 < value < 1:
        why = f"Angka ini tersimpan sebagai pecahan {typed.replace('.', ',')}, seperti persen."
        return refused(why, "jumlahnya sebagai angka bulat, bukan persen")
    if not 1 <= value < 1000 or decimals > 3:
        return refused("Kolom ini hanya memuat angka bulat, tanpa pecahan.", "angka bulat")
    # One or two decimals may be a thousand without its zeros (1.100) or a true fraction: three are sure.
    why = f"Angka ini tersimpan sebagai pecahan {typed.replace('.', ',')}"
    setting = "dan pastikan File › Setelan › Lokal: Indonesia"
    if decimals == 3:
        why += ", karena diketik dengan koma atau karena setelan lokal spreadsheet bukan Indonesia."
        return refused(why, f"{typed.replace('.', '')} sebagai angka, {setting}")
    return refused(f"{why}, mungkin karena setelan lokal bukan Indonesia.", f"angka bulat tanpa titik, {setting}")


def _from_text(typed: str, column: Column) -> Reading:
    text = one_line(typed)
    if text.isdecimal() and text.isascii() and len(text) < 4:
        return _whole(int(text), column)
    if any(sign.isnumeric() and not sign.isascii() for sign in text):
        return refused("Angka ditulis dengan tanda selain 0 sampai 9.", _in_digits(text))
    if _TWO_LINES.search(typed):
        return refused("Satu sel hanya untuk satu angka.", ONE_FIGURE)
    if column.type == "rp" and re.fullmatch(r"(?:rp|idr)[ .:]*[-–—]*", text):
        return NOT_REPORTED
    if column.type == "rp" and costs_nothing(text):
        return taken(0)
    text = _OPENS.sub("", without_ends(_LETTER_ZEROS.sub(",00", text), column), count=1)
    if _OTHER_FORM.fullmatch(text):
        return refused("Angka tidak ditulis dengan angka biasa.", A_FIGURE)
    if ESTIMATE.search(text):
        return refused("Ini perkiraan, bukan angka pasti.", "satu angka pasti")
    if RANGE.fullmatch(text):
        return refused("Ini rentang, bukan satu angka pasti.", "satu angka pasti")
    if below := _BELOW_ZERO.fullmatch(text):
        amount = (below["currency"] or "") + (below["amount"] or below["inside"]).strip()
        return _with_its_sign(_amount(amount, column, sign=-1), text, column)
    if (said := twice(text, column)) is not None:
        return said if isinstance(said, Reading) else _amount(said, column)
    if (total := with_parts(text, column)) is not None:
        return _totalled(_amount(total.text, column), total)
    # A change upwards is naturally written with a plus; elsewhere it may open a telephone number.
    read = _amount(text.removeprefix("+").lstrip() if column.negative else text, column)
    return _with_its_sign(read, text, column) if _FALL.search(text) else read


def _with_its_sign(read: Reading, text: str, column: Column) -> Reading:
    """The same reading, with advice by which no fall becomes a rise: what is proposed elsewhere has no sign."""
    if read.state != "ditolak":
        return read
    if column.negative:
        return refused(read.why, _WITH_SIGN)
    if _MINUS.match(text):
        return below_zero()
    if _FALL.search(text):
        return refused(read.why, below_zero().write)
    return refused(read.why, A_FIGURE) if any(sign.isdigit() for sign in read.write) else read


def _totalled(read: Reading, total: Total) -> Reading:
    if read.state != "dibaca":
        return read
    if total.of_parts is None:
        why = "Rincian di dalam kurung memuat kemasan yang isinya tidak disebut, jadi tidak dapat dijumlahkan."
        return read if total.plain else refused(why, "jumlah seluruhnya saja, tanpa rincian")
    if read.value != total.of_parts:
        why = "Rincian di dalam kurung tidak sama dengan angka di depannya."
        return refused(why, "jumlah seluruhnya yang benar, tanpa rincian")
    if not total.plain:
        why = "Rincian di dalam kurung memuat bagian yang mungkin tidak dihitung di kolom ini."
        return refused(why, "jumlah yang sesuai judul kolomnya, tanpa rincian")
    return read


def _in_digits(text: str) -> str:
    """The same figure with 0 to 9, where every sign of it is a digit of some script."""
    plain = "".join(str(unicodedata.decimal(sign, "?")) if sign.isnumeric() else sign for sign in text)
    return shown(number) if (number := _plain_number(plain)) is not None and shown(number) else A_FIGURE


def _plain_number(text: str) -> Decimal | None:
    number = figure(text, 1) if re.fullmatch(r"\d(?:[\d.]*\d)?", text) else None
    return None if isinstance(number, Reading) else number


def _amount(text: str, column: Column, sign: int = 1) -> Reading:
    in_rupiah = column.type == "rp"
    beside = UNITS | {"rupiah"} if in_rupiah else UNITS
    if (said := number_said(text, beside)) is not None:
        return _whole(sign * said, column)
    if in_rupiah and (said := compound(text)) is not None:
        return _whole(sign * said, column)
    found = _AMOUNT.fullmatch(_figure_first(text, beside))
    if not found:
        return refused(*why_no_amount(text))
    names = ((found["before"] or "") + " " + found["after"]).replace(".", " ").replace("-", " ").split()
    scale = SCALES.get(names[0], 1) if names else 1
    if packed(" ".join(names)):
        return refused(*PACKED)
    if names and len(found["digits"]) > 10 and found["digits"].isdecimal():
        return refused("Angka ini tampak seperti nomor, bukan jumlah.", A_FIGURE)
    number = figure(found["digits"], scale)
    if isinstance(number, Reading):
        return refused(*why_no_amount(text)) if LETTER_AS_DIGIT.search(text) else number
    if not in_rupiah and (found["currency"] or (found["dash"] and number)):
        return refused("Kolom ini berisi jumlah, bukan rupiah.", "jumlahnya, bukan rupiah")
    rest = names[1:] if scale > 1 else names
    if other_kind(rest, column):
        return refused("Satuan di samping angka bukan yang dihitung di kolom ini.", ONE_FIGURE)
    if rest and not (rest == ["rupiah"] if in_rupiah else understood(rest, column)):
        return refused(*why_no_amount(text, "Di samping angka ada kata yang tidak dikenal."))
    if scale > 1 and not in_rupiah:
        meant = "" if names[0] in ("m", "t") else shown(number * scale)
        why = "Kata seperti “ribu”, “juta”, atau “miliar” hanya dibaca di kolom rupiah."
        return refused(why, meant or "angka lengkapnya")
    if scale > 1 and (found["dash"] or number >= 10**6):
        return refused("Angka penuh dan kata seperti “juta” tertulis bersamaan.", "salah satunya")
    amount = number * scale
    if amount != amount.to_integral_value():
        return refused("Kolom ini hanya memuat angka bulat, tanpa pecahan.", "angka bulat")
    if found["spelled"] and not agrees(found["spelled"], int(amount), beside):
        if is_number_word(found["spelled"], beside):
            return refused("Angka dan kata tidak sama.", _either(amount, number_said(found["spelled"], beside)))
        return refused("Kata di dalam kurung tidak dikenal sebagai angka.", ONE_FIGURE)
    return _whole(sign * int(amount), column)


def _either(number: Decimal, said: int | None) -> str:
    """Both figures that a cell names, where both may be shown; which is right, only who typed it knows."""
    both = [shown(number), shown(Decimal(said))] if said is not None else [""]
    named = " atau ".join(both) if all(both) else "satu angka saja"
    return f"{named}, yang benar di antara keduanya"


def _figure_first(text: str, beside: frozenset[str]) -> str:
    """A figure and the same in words, in whatever order: as `15 unit (lima belas)`."""
    found = _HALVES.fullmatch(text)
    if not found:
        return text
    number, rest = found["figure"].lstrip("(/=,:- "), found["rest"]
    if is_number_word(found["words"], beside):
        return f"{number} {rest.strip(' )/')} ({found['words'].strip(' (-')})"
    spelled = rest.strip(" /=,:-")
    in_words = not found["words"].strip() and spelled[:1].isalpha() and spelled.split()[0] not in SCALES
    return f"{number} ({spelled})" if in_words and number_said(spelled, beside) is not None else text
