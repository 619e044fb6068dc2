"""How a whole column of figures was written, where one cell alone does not tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from monev.contract.parts import NUMBERS, Column
from monev.reading.cells import read
from monev.reading.cells.cell import LONGEST, Reading, Value, refused, visible
from monev.reading.cells.places import Places

#: So many cells must agree before a column is taken to be written in another manner.
_ENOUGH = 2
_FIGURE = re.compile(r"\d[\d.,]*")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.0{1,2})?")
_POINT_ZERO = re.compile(r"\d{1,7}\.0")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_ZEROS = re.compile(r"(?<=\d)\.0{1,2}(?!\d)")


@dataclass(frozen=True)
class Manner:
    """A manner in which all figures of a column are written.

    `why` and `write` are for one finding on the column: how it was read, and what to do about it. `plain` gives a text
    of it as Indonesian writing has it.
    """

    why: str
    write: str
    plain: Callable[[str], str]

    def read(self, value: Value, column: Column, places: Places) -> Reading:
        """One cell of the column in this manner; what it does not concern is read as ever."""
        return read(self.plain(value) if isinstance(value, str) else value, column, places)


@dataclass(frozen=True)
class Suspicion:
    """Why whole numbers may not be what was typed: in their column `thousands` lost zeros, or `percent` are stored."""

    thousands: bool
    percent: bool

    @property
    def reading(self) -> Reading:
        """What a cell that waits is told."""
        if not self.thousands:
            why = "Di kolom ini tersimpan persen, jadi angka ini mungkin 0 atau 100 persen, bukan jumlah."
            return refused(why, "jumlahnya sebagai angka bulat, bukan persen")
        why = "Di kolom ini ada angka yang tersimpan sebagai pecahan, jadi nol ribuan di angka ini mungkin hilang."
        return refused(why, "jumlah lengkapnya tanpa titik, dan pastikan File › Setelan › Lokal: Indonesia")

    def holds(self, value: Value) -> bool:
        """Whether this cell waits with those that show what happened; text is as it was typed, and 0 has no zeros."""
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value // 1:
            return False
        return (self.thousands and 0 < abs(value) < 1000) or (self.percent and value in (0, 1))


def manner_of(values: Sequence[Value], column: Column) -> Manner | None:
    """The one manner of another writing that all figures typed as text in the column agree on, None where none is.

    A figure that only Indonesian writing explains (1.102; 12,5; 1.500.000,-) decides against every other one, and so
    does a stored fraction, since it shows that something was turned.
    """
    if column.type not in NUMBERS:
        return None
    english = point_zero = bare = 0
    for value in values:
        if isinstance(value, float) and value != value // 1:
            return None
        if not isinstance(value, str) or len(value) > LONGEST:
            continue
        for found in _FIGURE.findall(visible(value)):
            figure = found.rstrip(".,")
            if figure.isdecimal():
                bare += 1
            elif _ENGLISH.fullmatch(figure):
                english += 1
            elif _POINT_ZERO.fullmatch(figure):
                point_zero += 1
            else:
                return None
    if english >= _ENOUGH and not point_zero:
        why = "Semua ribuan di kolom ini ditulis dengan koma cara Inggris; 1,102 dibaca 1.102."
        write = "ganti koma ribuannya dengan titik, atau ubah kolom ini ke format Angka"
        return Manner(why, write, lambda text: _ZEROS.sub("", _THOUSANDS.sub("", text)))
    if point_zero >= _ENOUGH and not english and not bare:
        why = "Semua angka di kolom ini ditulis dengan .0 di belakangnya; 19.0 dibaca 19."
        return Manner(
            why, "hapus .0 di belakang angkanya, atau ubah kolom ini ke format Angka", lambda text: _ZEROS.sub("", text)
        )
    return None


def suspect(values: Sequence[Value], column: Column) -> Suspicion | None:
    """What stored fractions in the column say about the whole numbers beside them, None where there are none."""
    if column.type not in NUMBERS:
        return None
    thousands = percent = False
    for value in values:
        if isinstance(value, float) and 0 < value < 1000 and not value.is_integer():
            if value < 1:
                percent = True
            # A fraction of more than three decimals was computed, not turned.
            elif round(value, 3) == value:
                thousands = True
    return Suspicion(thousands, percent) if thousands or percent else None
