"""What one cell of a set may hold, and what a table that holds them is to look like."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from monev.reading import personal
from monev.words import safe_text

#: Signs of one text; the seal of the other objects is longer than any word.
MOST_SIGNS, MOST_SEAL = 300, 4_000
#: Codes in one list, and the years in which a date may lie.
MOST_LISTED, YEARS = 30, (2000, 2100)
#: The largest figure that a sum of all regions still holds.
MOST_FIGURE = 10**15
SHA = re.compile(r"[0-9a-f]{64}")
#: What is asked of a region that is to send anew.
AGAIN = "bekukan rapat itu sekali lagi dengan judul lain, supaya angkanya terkirim lagi"
#: What is asked of whoever looks over all regions.
UPDATE_HERE = "perbarui program rekap ini"


class Refused(ValueError):
    """Why a set does not count: what is there (behind "karena"), and what its region is to do."""

    def __init__(self, what: str, do: str = AGAIN) -> None:
        super().__init__(what)
        self.what, self.do = what, do


@dataclass(frozen=True)
class Shape:
    """A table as the contract has it: the DuckDB types of its columns, those that name a row within a region, those
    that are never blank, those that may lie below zero, and the choices of those that have a list."""

    types: Mapping[str, str]
    key: tuple[str, ...]
    required: frozenset[str] = frozenset()
    negative: frozenset[str] = frozenset()
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def check(table: str, name: str, kind: str, value: Any, shape: Shape) -> None:
    """Refused where a cell of this column holds what it may not."""
    where = f"kolom {name} di tabel {table}"
    if value is None:
        if name in shape.required:
            raise Refused(f"{where} ada yang kosong")
        return
    if kind == "VARCHAR":
        _text(where, name, value)
        if name in shape.options and value not in shape.options[name]:
            raise Refused(f"{where} memuat kata yang tidak dikenal", f"samakan versi dasbornya, lalu {AGAIN}")
    elif kind == "VARCHAR[]":
        if len(value) > MOST_LISTED or None in value:
            raise Refused(f"{where} memuat terlalu banyak kode, atau kode kosong")
        for part in value:
            _text(where, name, part)
    elif kind in ("BIGINT", "DOUBLE"):
        if not math.isfinite(value) or abs(value) > MOST_FIGURE:
            raise Refused(f"{where} memuat bilangan yang tidak wajar")
        if value < 0 and name not in shape.negative:
            raise Refused(f"{where} memuat bilangan di bawah nol")
    elif kind in ("DATE", "TIMESTAMP") and not YEARS[0] <= value.year <= YEARS[1]:
        raise Refused(f"{where} memuat tanggal yang tidak wajar")


def _text(where: str, name: str, value: str) -> None:
    sealed = name == "sidik"
    if len(value) > (MOST_SEAL if sealed else MOST_SIGNS):
        raise Refused(f"{where} memuat teks yang terlalu panjang")
    if (safe_text.legible(value) if sealed else safe_text.line(value)) != value or not value.strip():
        raise Refused(f"{where} memuat tanda yang tidak terlihat, atau teks kosong")
    if not sealed and not SHA.fullmatch(value) and (kind := personal.kind(value)):
        raise Refused(f"{where} memuat yang menyerupai {personal.KINDS[kind]}", f"hapus isinya di lembar, lalu {AGAIN}")


def once(table: str, shape: Shape, rows: Sequence[Sequence[Any]]) -> None:
    """Refused where two rows have one key."""
    names = list(shape.types)
    places = [names.index(name) for name in shape.key]
    if places and len({tuple(row[at] for at in places) for row in rows}) != len(rows):
        raise Refused(f"tabel {table} memuat baris yang sama lebih dari sekali")
