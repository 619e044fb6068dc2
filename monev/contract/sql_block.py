"""A query file that opens with what it is, in TOML: one indicator, or one comparison of two agencies."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from monev.contract import toml_file
from monev.contract.contracts import Contract
from monev.contract.reference_csv import SIGNS, ReferenceDataError
from monev.sheets import regular_file
from monev.words import safe_text

#: What may become part of a name in SQL.
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*")
_UNIT = re.compile(r"[A-Za-z][A-Za-z .]{0,30}")
_KINDS = {str: "teks", int: "bilangan bulat", float: "angka", dict: "tabel", list: "daftar", bool: "true atau false",
          dt.date: "tanggal"}  # fmt: skip
_PART = {"kolom": list, "penentu": list, "boleh_kosong": bool, "gabung": bool, "hanya": str}
#: Key -> the kinds of value that it takes, and whether it must be there.
Keys = Mapping[str, tuple[tuple[type, ...], bool]]


class Part(NamedTuple):
    """Columns of a tab that the formula reads, of the rows for which the SQL condition `only` is not false."""

    columns: tuple[str, ...]
    only: str | None = None


@dataclass(frozen=True)
class Use:
    """A tab under a number. `beside` are columns that decide which row counts: what is asked about there keeps the
    number from green. `may_be_blank`: a tab without rows says something, too; `together`: one of several tabs that add
    up, of which one is enough."""

    agency: str
    tab: str
    parts: tuple[Part, ...]
    beside: tuple[str, ...] = ()
    may_be_blank: bool = False
    together: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column for part in self.parts for column in part.columns))


@dataclass(frozen=True)
class Where:
    """The file in which we are, so that a mistake can be found at once."""

    file: str

    def fail(self, key: str | None, why: str) -> NoReturn:
        """Raise ReferenceDataError for what is wrong with `key` here."""
        where = f'{self.file}, kunci "{key}"' if key else self.file
        raise ReferenceDataError(f"{where}: {why}.")


@dataclass(frozen=True)
class Declared:
    """One file queries/<page>/<kind>/<code>.sql; `block` is its TOML as typed, `sql` what follows it; `trouble` is the
    line that says why nothing of it can be taken."""

    code: str
    page: str
    block: Mapping[str, Any]
    uses: tuple[Use, ...]
    sql: str
    where: Where
    trouble: str | None = None


def read(path: Path, kind: str, keys: Keys, among: Mapping[str, tuple[str, ...]]) -> Declared:
    """The file, which opens with a block of this `kind`; ReferenceDataError where that is missing or wrong. Its SQL is
    not looked at. `among` are the only words that some keys take."""
    page, code = path.parts[-3], path.stem
    where = Where(f"{path.parts[-4]}/{page}/{kind}/{code}.sql")
    if not NAME.fullmatch(code):
        where.fail(None, "nama berkas adalah kode; pakai huruf, angka, dan _")
    try:
        text = regular_file.text(path)
    except OSError:
        where.fail(None, "tidak dapat dibuka, bukan berkas biasa, atau terlalu besar")
    except UnicodeDecodeError:
        where.fail(None, "bukan teks UTF-8")
    opening = re.match(rf"\s*/\* {kind}\n(.*?)\*/\s*", text, re.DOTALL)
    if not opening:
        where.fail(None, f"harus dibuka dengan /* {kind}, lalu TOML, lalu */")
    try:
        block = tomllib.loads(opening[1])
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where.fail(
            None,
            f"baris {int(line[1]) + 1 if line else 1}, bukan TOML yang sah; {toml_file.HOW}",
        )
    _check(block, keys, among, where)
    return Declared(
        code,
        page,
        block,
        tuple(_uses(block.get("memakai", {}), where)),
        text[opening.end() :].strip().rstrip(";"),
        where,
    )


def broken(path: Path, block: Mapping[str, Any], trouble: ReferenceDataError) -> Declared:
    """What stands for a file of which nothing can be taken; `block` is what is said of it all the same."""
    page, kind, code = path.with_suffix("").parts[-3:]
    return Declared(code, page, block, (), "", Where(f"{path.parts[-4]}/{page}/{kind}/{code}.sql"), str(trouble))


def _check(block: dict[str, Any], keys: Keys, among: Mapping[str, tuple[str, ...]], where: Where) -> None:
    for key, value in block.items():
        if key not in keys:
            where.fail(key, f"tidak dikenal; yang dikenal: {', '.join(keys)}")
        kinds, _ = keys[key]
        if type(value) not in kinds or value in ("", {}):
            where.fail(key, f"harus diisi {' atau '.join(_KINDS[kind] for kind in kinds)}")
        if isinstance(value, str) and (len(value) > SIGNS or safe_text.line(value) != value):
            where.fail(key, f"harus satu baris, paling banyak {SIGNS} tanda, tanpa tanda yang tidak terlihat")
        if key in among and value not in among[key]:
            where.fail(key, f'"{value}" bukan salah satu dari {", ".join(among[key])}')
    for key, (_, needed) in keys.items():
        if needed and key not in block:
            where.fail(key, "belum diisi")
    if not _UNIT.fullmatch(block["satuan"]):
        where.fail("satuan", f'"{block["satuan"]}" bukan persen, rp, hari, atau kata benda yang dihitung')


def _uses(table: dict[str, Any], where: Where) -> Iterator[Use]:
    for name, value in table.items():
        key = f"memakai.{name}"
        agency, slash, tab = name.partition("/")
        if not (slash and NAME.fullmatch(agency) and NAME.fullmatch(tab)):
            where.fail(key, "tulis seperti instansi/tab")
        # A list of columns is short for one part; several parts are read of different rows.
        short = isinstance(value, list) and all(isinstance(one, str) for one in value)
        pieces = [{"kolom": value}] if short else value if isinstance(value, list) else [value]
        for piece in pieces:
            if not isinstance(piece, dict):
                where.fail(key, "harus daftar kolom, atau tabel dengan kolom")
            for word, one in piece.items():
                if word not in _PART:
                    where.fail(f"{key}.{word}", f"tidak dikenal; yang dikenal: {', '.join(_PART)}")
                texts = one if isinstance(one, list) else []
                if type(one) is not _PART[word] or one == "" or not all(isinstance(text, str) for text in texts):
                    where.fail(f"{key}.{word}", f"harus diisi {_KINDS[_PART[word]]}")
        if not pieces or any("kolom" not in piece for piece in pieces):
            where.fail(key, "kolom belum diisi")
        yield Use(
            agency, tab, tuple(Part(tuple(piece["kolom"]), piece.get("hanya")) for piece in pieces),
            tuple(dict.fromkeys(column for piece in pieces for column in piece.get("penentu", ()))),
            any(piece.get("boleh_kosong") for piece in pieces), any(piece.get("gabung") for piece in pieces),
        )  # fmt: skip


def fit(found: Declared, contracts: Mapping[str, Contract]) -> None:
    """ReferenceDataError where a file names a tab or a column that no contract has."""
    for use in found.uses:
        tabs = contracts[use.agency].tabs if use.agency in contracts else {}
        key = f"memakai.{use.agency}/{use.tab}"
        if use.tab not in tabs:
            found.where.fail(key, "tidak ada tab itu di contracts/")
        for column in (*use.columns, *use.beside):
            if column not in tabs[use.tab].columns:
                found.where.fail(key, f'tidak ada kolom "{column}" di tab itu')
