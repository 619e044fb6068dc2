"""The formats that SQL may call by name, so that a sentence made there reads as one made elsewhere."""

from __future__ import annotations

from monev.words import spoken, words

#: Each with the types of its arguments.
FORMATS = {
    "bilangan": (lambda amount: words.number(amount), "BIGINT"),
    "desimal": (lambda amount: words.number(amount, 1), "DOUBLE"),
    "persen": (words.percent, "DOUBLE"),
    "rupiah": (words.rupiah, "BIGINT"),
    # A format never answers nothing: where there is nothing to say it is empty (see the macro landasan_rupiah).
    "rupiah_dari": (lambda part, whole: words.rupiah_of(part, whole) or "", "BIGINT", "BIGINT"),
    "tgl": (words.date_short, "DATE"),
    "tgl_lisan": (words.date_spoken, "DATE"),
    "terbilang": (words.spelled, "BIGINT"),
    "kapital": (words.capital, "VARCHAR"),
    "lembaga": (words.agency, "VARCHAR"),
    "daftar": (words.listing, "VARCHAR[]"),
    "lisan": (spoken.spoken, "VARCHAR"),
    "ringkas": (spoken.shortened, "VARCHAR", "BIGINT"),
    "angka_kata": (spoken.figure, "DOUBLE", "VARCHAR"),
    "nilai_kata": (words.value_text, "DOUBLE", "VARCHAR"),
    "rupiah_penuh": (words.rupiah_full, "BIGINT"),
    "status_kata": (words.status_word, "VARCHAR", "VARCHAR"),
}
