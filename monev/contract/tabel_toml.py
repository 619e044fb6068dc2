"""The tables that one topic has besides those of every topic: tabel.toml says what the columns of their CSV hold.

    [pos_kecamatan]
    kecamatan = { jenis = "teks", semua = "wilayah.kecamatan" }   # the same places as there, no more and no fewer
    pos_acuan = { jenis = "bulat", jumlah = "daerah.pos_acuan" }  # they sum to that
    [jadwal]
    mulai   = "hari?"                                             # may be blank
    selesai = { jenis = "hari?", sesudah = "mulai" }              # never before it
    jenis   = ["masa", "hari"]                                    # one of these words

The first column names a row. A city's file may lack the last columns, as far as they may be blank.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monev.contract import reference_csv, toml_file
from monev.contract.reference_csv import SQL_TYPES, Field, ReferenceDataError

FILE = "tabel.toml"
#: Rows of tables by name, as they are read.
Rows = Mapping[str, list[dict[str, Any]]]
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
#: What is asked of a column besides its kind: the same values as another one, a sum, never before another column.
_ASKED = ("semua", "jumlah", "sesudah")


@dataclass(frozen=True)
class Column:
    """How a column is written, and what is asked of it: what (see above) -> of which other one."""

    field: Field
    asked: Mapping[str, str]


def load(folder: Path) -> dict[str, dict[str, Column]]:
    """Table -> its columns, in the order of the file; nothing where there is none. ReferenceDataError at a mistake."""
    path = folder / FILE
    if not path.is_file():
        return {}
    declared = toml_file.read(path, ReferenceDataError)
    return {table: _columns(f"{folder.name}/{FILE}", table, columns) for table, columns in declared.items()}


def types(columns: Mapping[str, Column]) -> dict[str, str]:
    """The DuckDB type of each column."""
    return {name: SQL_TYPES[column.field.kind] for name, column in columns.items()}


def _columns(file: str, table: str, columns: Any) -> dict[str, Column]:
    if not _NAME.fullmatch(table) or not isinstance(columns, dict) or not columns:
        raise ReferenceDataError(f'{file}: "{table}" harus [nama_tabel] dengan satu baris untuk tiap kolom.')
    return {name: _column(f'{file}, tabel "{table}", kolom "{name}"', name, one) for name, one in columns.items()}


def _column(where: str, name: str, said: Any) -> Column:
    table = said if isinstance(said, dict) else {"jenis": said}
    kind, asked = table.get("jenis"), {key: value for key, value in table.items() if key != "jenis"}
    if not _NAME.fullmatch(name) or not all(key in _ASKED and isinstance(of, str) for key, of in asked.items()):
        raise ReferenceDataError(f"{where}: tulis jenisnya, dan boleh {', '.join(_ASKED)}.")
    if isinstance(kind, list) and kind and all(isinstance(word, str) for word in kind):
        return Column(Field(among=tuple(kind)), asked)
    if not isinstance(kind, str) or kind.removesuffix("?") not in SQL_TYPES:
        known = ", ".join(one for one in SQL_TYPES if one != "pola")
        raise ReferenceDataError(
            f"{where}: jenis harus salah satu dari {known}, dengan ? bila boleh kosong, atau daftar kata."
        )
    return Column(Field(kind.removesuffix("?"), blank=kind.endswith("?")), asked)


def read(
    folder: Path, declared: Mapping[str, Mapping[str, Column]], day: dt.date | None, rules: Mapping[str, float]
) -> dict[str, list[dict[str, Any]]]:
    """The rows of every declared table; H-3 counts from `day`. ReferenceDataError at a mistake in one of its files."""
    return {
        name: reference_csv.read(
            folder / f"{name}.csv", 1, {column: one.field for column, one in columns.items()}, day, rules, open_end=True
        )
        for name, columns in declared.items()
    }


def check(folder: str, declared: Mapping[str, Mapping[str, Column]], tables: Rows) -> None:
    """ReferenceDataError where a table does not hold what is asked of its columns."""
    for table, columns in declared.items():
        for name, column in columns.items():
            for what, of in column.asked.items():
                _hold(f"{folder}/{table}.csv", name, what, of, tables[table], tables)


def _hold(file: str, name: str, what: str, of: str, rows: list[dict[str, Any]], tables: Rows) -> None:
    other, _, column = of.rpartition(".")
    there = tables.get(other) if other else rows
    if there is None or not all(column in row for row in there):
        raise ReferenceDataError(f'{file}, kolom "{name}": {what} menyebut {of}, yang tidak ada.')
    if what == "semua":
        found, expected = {row[name] for row in rows}, {row[column] for row in there}
        for value in sorted(expected - found):
            raise ReferenceDataError(f"{file}: {name} {value} belum ada.")
        for value in sorted(found - expected):
            raise ReferenceDataError(f"{file}: {name} {value} tidak dikenal.")
    elif what == "jumlah":
        found, expected = ([row[key] or 0 for row in some] for key, some in ((name, rows), (column, there)))
        if not all(isinstance(one, int | float) for one in [*found, *expected]):
            raise ReferenceDataError(f'{file}, kolom "{name}": jumlah menyebut {of}, yang bukan bilangan.')
        if (found := sum(found)) != (expected := sum(expected)):
            raise ReferenceDataError(f"{file}: jumlah {name} {found}, menurut {of} {expected}.")
    else:
        for row in rows:
            if row[name] and row[column] and row[name] < row[column]:
                raise ReferenceDataError(f"{file}: {next(iter(row.values()))} {name} sebelum {column}.")
