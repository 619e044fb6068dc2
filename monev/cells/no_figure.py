"""Why a text is no single figure, and what to write instead."""

from __future__ import annotations

import re

from monev.cells.figures import A_FIGURE, ONE_FIGURE
from monev.cells.units import packed

PACKED = (
    "Satuan di samping angka dapat berisi beberapa buah, jadi jumlahnya belum pasti.",
    "jumlah seluruh isinya, angka saja",
)
LETTER_AS_DIGIT = re.compile(r"(?<![a-z])o+\d|\d[.,]?o{1,3}(?![a-z])|\d[il]+\d|(?<![a-z])[il][.,]\d{3}")
_FOOTNOTE = re.compile(r"\d ?\(?\d\)$")
_LEFT_OUT = re.compile(r"\b(?:(?:tidak|belum|tdk|blm) termasuk|di ?luar|kecuali|selain|minus|dikurangi)\b")
_MEN, _WOMEN = "(?:l|lk|laki|laki-laki|pria)", "(?:p|pr|perempuan|wanita)"
_SUM = re.compile(
    rf"\d[^+]*\+[^+]*\d|\b{_MEN}\W*\d.*\b{_WOMEN}\W*\d|\d ?{_MEN}\b.*\d ?{_WOMEN}\b|\d ?{_WOMEN}\b.*\d ?{_MEN}\b"
)
_PRODUCT = re.compile(r"\d[^\d+]*(?:[@×*]| x) ?(?:rp[ .]*)?\d")


def why_no_amount(text: str, otherwise: str = "Isi sel ini bukan satu angka saja.") -> tuple[str, str]:
    """Why a text is no figure, and what to write; no figure of it, since what stands beside it is not understood."""
    if re.fullmatch(r"\D*\d[\d.,]* ?(?:%|persen|pct)\W*|\D*(?:%|\bpersen|\bpct)\W*", text):
        return "Kolom ini memuat angka bulat, bukan persen.", "jumlahnya sebagai angka bulat, bukan persen"
    if LETTER_AS_DIGIT.search(text):
        return "Di antara angka ada huruf, misalnya huruf O sebagai nol.", "angkanya dengan 0 sampai 9 saja"
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
        return "Isi sel ini beberapa bagian, bukan satu angka saja.", "jumlah semua bagian yang dihitung di kolom ini"
    return otherwise, ONE_FIGURE
