"""Why a text is no single figure, and what to write instead."""

from __future__ import annotations

import re
from decimal import Decimal

from monev.reading.cells.grouped_digits import A_FIGURE, ONE_FIGURE, shown
from monev.reading.cells.units import packed

PACKED = (
    "Satuan di samping angka dapat berisi beberapa buah, jadi jumlahnya belum pasti.",
    "jumlah seluruh isinya, angka saja",
)
LETTER_AS_DIGIT = re.compile(r"(?<![a-z])o+\d|\d[.,]?o{1,3}(?![a-z])|\d[il]+\d|(?<![a-z])[il][.,]\d{3}")
#: Letters by the digits that they look like; the text is in lower case.
_LOOKS_LIKE = str.maketrans("oil", "011")
_FIGURE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,9}|0")
_FOOTNOTE = re.compile(r"\d ?\(?\d\)$")
_LEFT_OUT = re.compile(r"\b(?:(?:tidak|belum|tdk|blm) termasuk|di ?luar|kecuali|selain|minus|dikurangi)\b")
_MEN, _WOMEN = "(?:l|lk|laki|laki-laki|pria)", "(?:p|pr|perempuan|wanita)"
_SUM = re.compile(
    rf"\d[^+]*\+[^+]*\d|\b{_MEN}\W*\d.*\b{_WOMEN}\W*\d|\d ?{_MEN}\b.*\d ?{_WOMEN}\b|\d ?{_WOMEN}\b.*\d ?{_MEN}\b"
)
_PRODUCT = re.compile(r"\d[^\d+]*(?:[@×*]| x) ?(?:rp[ .]*)?\d")


def _in_digits(text: str) -> str:
    """The figure that stands there once its letters are read as the digits they look like, if it is one then."""
    plain = text.translate(_LOOKS_LIKE)
    if not _FIGURE.fullmatch(plain) or not (meant := shown(Decimal(plain.replace(".", "")))):
        return "angkanya dengan 0 sampai 9 saja"
    return f"{meant} bila huruf itu memang angka"


def _added(text: str) -> str:
    """The sum of bare figures; whether all of them count in the column, only who typed them knows."""
    parts = [part.strip() for part in text.split("+")]
    if not all(map(_FIGURE.fullmatch, parts)):
        return "jumlah semua bagian yang dihitung di kolom ini"
    meant = shown(sum((Decimal(part.replace(".", "")) for part in parts), Decimal(0)))
    return f"{meant} bila semua bagian dihitung di kolom ini" if meant else A_FIGURE


def why_no_amount(text: str, otherwise: str = "Isi sel ini bukan satu angka saja.") -> tuple[str, str]:
    """Why a text is no figure, and what to write; no figure of it, since what stands beside it is not understood."""
    if re.fullmatch(r"\D*\d[\d.,]* ?(?:%|persen|pct)\W*|\D*(?:%|\bpersen|\bpct)\W*", text):
        return "Kolom ini memuat angka bulat, bukan persen.", "jumlahnya sebagai angka bulat, bukan persen"
    if LETTER_AS_DIGIT.search(text):
        return "Di antara angka ada huruf, misalnya huruf O sebagai nol.", _in_digits(text)
    if _PRODUCT.search(text):
        return "Isi sel ini sebuah hitungan, bukan satu angka saja.", "hasil hitungannya"
    if packed(text):
        return PACKED
    if not any(sign.isdigit() for sign in text):
        return "Isi sel ini bukan angka.", A_FIGURE
    if _FOOTNOTE.search(text):
        return "Di belakang angka ada nomor seperti catatan kaki.", "angkanya saja, tanpa nomor catatan"
    if _LEFT_OUT.search(text):
        return "Di samping angka ada kata yang mengubah jumlahnya.", "satu angka saja, jumlah seluruhnya"
    if _SUM.search(text):
        return "Isi sel ini beberapa bagian, bukan satu angka saja.", _added(text)
    return otherwise, ONE_FIGURE
