"""How one typed cell is read by the type of its column; what is not certain is never guessed."""

from __future__ import annotations

import datetime as dt

from monev.contract.parts import CHOICES
from monev.reading import personal
from monev.reading.cells.cell import (
    DATED,
    LONGEST,
    NOT_REPORTED,
    Column,
    Reading,
    Value,
    common_reading,
    digits,
    refused,
    says_nihil,
    such_as,
    taken,
    visible,
)
from monev.reading.cells.choices import as_choices, read_choice, read_choices, read_yes_no, yes_or_no
from monev.reading.cells.dates import read_date, read_month
from monev.reading.cells.decimals import read_decimal
from monev.reading.cells.numbers import read_number
from monev.reading.cells.place_cells import read_place
from monev.reading.cells.places import CITYWIDE, Places

__all__ = ["CITYWIDE", "DATED", "Column", "Places", "Reading", "Value", "read", "says_nihil"]

_READERS = {
    "bil": read_number,
    "rp": read_number,
    "des": read_decimal,
    "yt": read_yes_no,
}
#: Beside what these read, a place may stand.
_AMONG_PLACES = {
    "tgl": read_date,
    "bulan": read_month,
    "pilihan": read_choice,
    "majemuk": read_choices,
    "kec": read_place,
    "kel": read_place,
}


def read(value: Value, column: Column, places: Places) -> Reading:
    """One cell read by `column.type`; never raises for a value, whatever it holds.

    By type, a value read is: bil, rp an int (whole; rupiah for rp); des a float; tgl a date in its years; bulan a text
    like "2024-10"; pilihan a code of its options and majemuk a tuple of them; yt a bool; kec, kel the
    official name or CITYWIDE; teks the text. Any other type is a mistake of the contract: KeyError.
    """
    if value is None:
        return NOT_REPORTED
    if kind := personal.marked(value):
        return refused(personal.told(kind), "ulang isinya tanpa data pribadi")
    if isinstance(value, str):
        value = visible(value)
        early = _own_words(value, column, places) or common_reading(value, column)
        if early is not None:
            return early
        if column.type != "teks" and len(value) > LONGEST:
            return refused("Isi sel ini terlalu panjang.", such_as("isinya saja, singkat", column))
    if column.type == "teks":
        return _read_text(value, column)
    if column.type in _AMONG_PLACES:
        return _AMONG_PLACES[column.type](value, column, places)
    return _READERS[column.type](value, column)


def _own_words(text: str, column: Column, places: Places) -> Reading | None:
    """The column's own words come before the common ones: `tidak ada` in kendala is its choice tidak_ada."""
    if len(text) > LONGEST:
        return None
    if column.type == "yt":
        return yes_or_no(text)
    return as_choices(text, column, places) if column.type in CHOICES else None


def _read_text(value: Value, column: Column) -> Reading:
    if isinstance(value, str):
        # Two stars are how our own sentences set bold; a joiner, which draws nothing, keeps those typed here apart.
        return taken(value.replace("*", "*\N{WORD JOINER}"))
    if isinstance(value, bool):
        return refused("Sel ini berisi kotak centang, bukan tulisan.", such_as("tulisannya", column))
    if isinstance(value, dt.date):
        why = "Isi sel ini berubah menjadi tanggal, jadi tulisan aslinya tidak diketahui."
        return refused(why, such_as("ulang isinya dengan format Teks biasa", column))
    text = digits(value)
    if text is None:
        return refused("Angka di sel ini terlalu besar sehingga tidak tersimpan utuh.", "ulang isinya sebagai teks")
    return taken(text)
