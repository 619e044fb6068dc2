"""What queries ask for by a code that is none: a label in place of it, a place that is not there, a rule without a row.

Such a condition is never true, so what it was to count or to leave out goes unseen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from monev.contract.contracts import Contract
from monev.contract.parts import CHOICES, PLACES, Column
from monev.reading.cells.places import CITYWIDE, LEVELS, Places
from monev.snapshot import outside_sql, queries, sql_constants
from monev.snapshot.sql_constants import Held

_MONTH = re.compile(r"\d{4}-\d{2}")
#: Words of queries whose first argument is a code, and what it is a code of.
WORDS = {"aturan": "aturan", "aturan_bulat": "aturan", "sebutan": "daftar", "sebutan_semua": "daftar",
         "status_indikator": "indikator", "status_bersyarat": "indikator", "batas_hijau": "indikator"}  # fmt: skip
_WHERE = {"aturan": "reference/aturan.csv", "daftar": "[options] contracts/bersama.toml", "indikator": "queries/"}


@dataclass(frozen=True)
class Known:
    """What there is to be named: the contracts, the places, and codes by what they are of."""

    contracts: Mapping[str, Contract]
    places: Places | None
    codes: Mapping[str, Collection[str]]

    @property
    def columns(self) -> dict[str, Mapping[str, Column]]:
        return {tab.table: tab.columns for one in self.contracts.values() for tab in one.tabs.values()}


def wrong(loaded: Mapping[str, queries.Question], known: Known) -> Iterator[str]:
    """A line for each text that is no code where the project's queries, or the conditions on their rows, ask for it."""
    for one in loaded.values():
        if not (one.file.startswith("queries/") and one.file.endswith(".sql")):
            continue
        if one.kind is not outside_sql:
            yield from _of_sql(one.file, one.sql, known)
            continue
        for use in one.declared.uses:
            where = f'{one.file}, kunci "memakai.{use.agency}/{use.tab}.hanya"'
            for part in use.parts:
                if part.only:
                    yield from _of_sql(where, outside_sql.condition(use, part), known)


def _of_sql(where: str, sql: str, known: Known) -> Iterator[str]:
    for one in dict.fromkeys(sql_constants.held(sql, columns := known.columns)):
        column = columns[one.table][one.column]
        codes = _codes(column, known.places)
        if codes is not None and not _is_one(one, column, codes):
            yield f"{where}: “{one.text}” {_advice(one, column, codes)}."
    for word, code in dict.fromkeys(sql_constants.handed(sql, WORDS)):
        among = known.codes.get(WORDS[word])
        if among is not None and code not in among:
            yield f"{where}: {word}('{code}') menyebut yang tidak ada di {_WHERE[WORDS[word]]}."


def _codes(column: Column, places: Places | None) -> Collection[str] | None:
    """All that the column can hold; None where that is not a list."""
    if column.type in CHOICES:
        return column.options
    if column.type in PLACES:
        if places is None:
            return None
        names = places.home.values() if LEVELS[column.type] == "kecamatan" else places.home
        return dict.fromkeys([*names, *([CITYWIDE] if column.citywide else [])])
    return () if column.type == "bulan" else None


def _is_one(one: Held, column: Column, codes: Collection[str]) -> bool:
    if one.like:
        signs = {"%": ".*", "_": "."}
        pattern = re.compile("".join(signs.get(sign, re.escape(sign)) for sign in one.text), re.DOTALL)
        return column.type == "bulan" or any(pattern.fullmatch(code) for code in codes)
    # Held against nothing typed: coalesce(column, '') = ''.
    return one.text in codes or one.text == "" or (column.type == "bulan" and bool(_MONTH.fullmatch(one.text)))


def _advice(one: Held, column: Column, codes: Collection[str]) -> str:
    name = f"{one.table.replace('__', '/', 1)}.{column.name}"
    if column.type == "bulan":
        return f"tidak pernah ada di kolom {name}; bulan di SQL ditulis seperti 2026-10"
    if column.type in PLACES:
        return f"bukan nama tempat di kolom {name}; tulis seperti di wilayah.csv"
    if code := column.aliases.get(one.text):
        return f"adalah sebutan di kolom {name}; di SQL tulis kodenya, '{code}'"
    some = ", ".join([*codes][:12]) + (", …" if len(codes) > 12 else "")
    return f"bukan pilihan kolom {name}; kodenya: {some}"
