"""The indicators, each in one file: what it is called and judged by in TOML, and the SQL that gives its value."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from monev.contract import sql_block
from monev.contract.reference_csv import FIGURE, READERS, Field, ReferenceDataError, filled
from monev.contract.sql_block import Declared, Where

#: Where the file of an indicator lies below queries/<page>/, and what its block is called.
FOLDER = "indikator"
#: What a city may say of its own in ambang.csv; blank: as the indicator has it.
BOUNDS = {"kode": Field(), "hijau": Field("angka", blank=True), "kuning": Field("angka", blank=True),
          "dasar": Field("pola", blank=True)}  # fmt: skip
#: The tables that come of them, with the DuckDB types of their columns.
AMBANG = {
    "kode": "VARCHAR", "halaman": "VARCHAR", "urutan": "BIGINT", "indikator": "VARCHAR", "satuan": "VARCHAR",
    "arah": "VARCHAR", "hijau": "DOUBLE", "kuning": "DOUBLE", "basis": "VARCHAR", "bicara": "BIGINT",
    "dasar": "VARCHAR", "mulai": "DATE", "sampai": "DATE",
}  # fmt: skip
CAKUPAN = {
    "kode": "VARCHAR", "instansi": "VARCHAR", "tab": "VARCHAR", "kolom": "VARCHAR[]", "penentu": "VARCHAR[]",
    "boleh_kosong": "BOOLEAN", "gabung": "BOOLEAN",
}  # fmt: skip
#: The turn of one whose own turn cannot be read.
LAST = 1_000
#: Bounds may name a rule: "{tahap1_persen}"; days are dates, or counted from the day of topik.toml: "H-3".
_KEYS: sql_block.Keys = {
    "nama": ((str,), True), "urutan": ((int,), True), "satuan": ((str,), True), "arah": ((str,), True),
    "hijau": ((int, float, str), True), "kuning": ((int, float, str), False), "basis": ((str,), True),
    "dasar": ((str,), True), "bicara": ((int,), False), "mulai": ((str, dt.date), False),
    "sampai": ((str, dt.date), False), "surut": ((bool,), False), "nisbah": ((bool,), False),
    "memakai": ((dict,), True),
}  # fmt: skip
_AMONG = {"arah": ("naik", "turun"), "basis": ("R", "P")}


def read(path: Path) -> Declared:
    """The indicator of one file; ReferenceDataError at a mistake in its block."""
    return sql_block.read(path, FOLDER, _KEYS, _AMONG)


def load(folder: Path) -> list[Declared]:
    """Every indicator below the folder of queries, page by page in their order. One whose block cannot be taken comes
    last on its page, with its trouble; ReferenceDataError where two have one code."""
    found = [_read(path) for path in sorted(folder.glob(f"*/{FOLDER}/*.sql"))]
    for code, times in Counter(one.code for one in found).items():
        if times > 1:
            pages = " dan ".join(one.page for one in found if one.code == code)
            raise ReferenceDataError(f"{folder.name}/: dua indikator dengan satu kode, {code} (halaman {pages}).")
    return sorted(found, key=lambda one: (one.page, one.block["urutan"], one.code))


def _read(path: Path) -> Declared:
    try:
        return read(path)
    except ReferenceDataError as error:
        name = path.stem.replace("_", " ").capitalize()
        said = {
            "nama": name,
            "urutan": 1_000,
            "satuan": "angka",
            "arah": "turun",
            "hijau": 0,
            "basis": "P",
            "dasar": "-",
        }
        return sql_block.broken(path, said, error)


def in_turn(found: Sequence[Declared]) -> None:
    """ReferenceDataError where the turns of a page's indicators leave a gap or are the same."""
    turns: Counter[str] = Counter()
    taken: dict[tuple[str, int], str] = {}
    for one in sorted(found, key=lambda one: (one.page, one.block["urutan"], one.code)):
        turns[one.page] += 1
        if one.block["urutan"] != turns[one.page]:
            first = taken.get((one.page, one.block["urutan"]))
            why = f"; {one.block['urutan']} sudah dipakai {first}" if first else ""
            one.where.fail("urutan", f"harus {turns[one.page]}{why}")
        taken[one.page, one.block["urutan"]] = one.code


def bounds(
    found: Sequence[Declared],
    of_the_city: Sequence[Mapping[str, Any]],
    rules: Mapping[str, float],
    day: dt.date | None = None,
) -> list[dict[str, Any]]:
    """The rows of the table ambang: what each indicator is called and judged by, with what the city says otherwise, and
    with the numbers of `rules` and of its own bounds where a text names them in braces; H-3 counts from `day`.
    ReferenceDataError where one of them cannot be made out."""
    own = {row["kode"]: row for row in of_the_city}
    return [_row(one, own.get(one.code, {}), rules, day) for one in found]


def _row(one: Declared, own: Mapping[str, Any], rules: Mapping[str, float], day: dt.date | None) -> dict[str, Any]:
    typed = {**one.block, **{key: value for key, value in own.items() if value is not None and key != "kode"}}
    row: dict[str, Any] = {"kode": one.code, "halaman": one.page, "urutan": typed["urutan"]}
    row |= {key: _bound(typed.get(key), rules, key, one.where) for key in ("hijau", "kuning")}
    green, yellow = row["hijau"], row["kuning"]
    if yellow is not None and (yellow > green if typed["arah"] == "naik" else yellow < green):
        one.where.fail("kuning", "lebih ketat daripada hijau")
    known = {**rules, **{key: row[key] for key in ("urutan", "hijau", "kuning") if row[key] is not None}}
    row["indikator"] = _text(typed["nama"], known, "nama", one.where)
    row |= {key: typed[key] for key in ("satuan", "arah", "basis")}
    row["bicara"] = typed.get("bicara", typed["urutan"])
    row["dasar"] = _text(typed["dasar"], known, "dasar", one.where)
    row |= {key: _day(typed.get(key), day, key, one.where) for key in ("mulai", "sampai")}
    if row["mulai"] and row["sampai"] and row["mulai"] > row["sampai"]:
        one.where.fail("sampai", "lebih awal daripada mulai")
    return {column: row[column] for column in AMBANG}


def _day(value: str | dt.date | None, day: dt.date | None, key: str, where: Where) -> dt.date | None:
    try:
        return READERS["hari"](value, day) if isinstance(value, str) else value
    except ValueError as error:
        where.fail(key, str(error))


def _bound(value: float | str | None, rules: Mapping[str, float], key: str, where: Where) -> float | None:
    if isinstance(value, str):
        try:
            value = float(filled(value, rules, "angka"))
        except ValueError as error:
            where.fail(key, str(error))
    if value is not None and (
        math.isnan(value) or value == -math.inf or (abs(value) > FIGURE and not math.isinf(value))
    ):
        where.fail(key, "bilangannya terlalu besar atau bukan bilangan")
    return None if value is None else float(value)


def _text(written: str, known: Mapping[str, float], key: str, where: Where) -> str:
    try:
        return filled(written, known, "teks")
    except ValueError as error:
        where.fail(key, str(error))


def coverage(found: Sequence[Declared]) -> list[dict[str, Any]]:
    """The rows of the table cakupan: which tabs and columns each indicator is worked out from."""
    return [
        {"kode": one.code, "instansi": use.agency, "tab": use.tab, "kolom": list(use.columns),
         "penentu": list(use.beside), "boleh_kosong": use.may_be_blank, "gabung": use.together}
        for one in found for use in one.uses
    ]  # fmt: skip
