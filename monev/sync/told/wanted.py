"""What is to be told of an agency's sheet by the newest snapshot: its open findings, and those that are mended."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monev.reading.reader import APART
from monev.snapshot import schema, store

QUESTION = "mutu_data/di_lembar"
_TAB = re.compile(r"#gid=(\d+)")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True)
class Told:
    """One finding as the sheet is told of it.

    `tab` is a code, `number` Google's for the tab; `row` and `column` of the cell from 0, either may be None. `many`
    cells have this one cause, `cells` are their addresses. `mended` is when it was seen to be gone; `visible` whether
    the newest snapshot holds it: one that is neither could not be seen. `first` is the number of the snapshot since
    which it is told of.
    """

    code: str
    tab: str | None
    title: str | None
    number: int | None
    name: str | None
    heading: str | None
    cell: str | None
    row: int | None
    column: int | None
    many: int
    weight: str
    typed: str | None
    why: str
    write: str | None
    example: str | None
    meanwhile: str | None
    since: dt.datetime
    mended: dt.datetime | None
    visible: bool
    first: int = 0
    cells: tuple[str, ...] = ()

    @property
    def of_columns(self) -> bool:
        """Whether it is about cells of several columns."""
        return self.many > 1 and self.name is None

    @property
    def content(self) -> str:
        """By what another state of the same finding is told from this one."""
        return digest([self.title, self.heading, self.cell, self.row, self.cells, self.many, self.typed, self.why,
                       self.write, self.example, self.meanwhile])  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """All findings of an agency: those to mend, the worst first; codes of those that are gone; and of those that could
    not be seen."""

    snapshot: str
    open: tuple[Told, ...]
    mended: Mapping[str, Told]
    unseen: frozenset[str]

    @property
    def fingerprint(self) -> str:
        """The same where nothing is to be told anew."""
        told = [[one.code, one.since.isoformat(), one.first, one.content] for one in self.open]
        return digest(told + sorted(self.unseen) + sorted(self.mended))


def digest(value: object) -> str:
    """A short hash of a value."""
    return hashlib.sha256(repr(value).encode("utf-8", "replace")).hexdigest()[:16]


def of_snapshot(folder: Path, name: str) -> dict[str, Wanted]:
    """What is to be told, by agency."""
    with store.Snapshot(folder, name, shapes=schema.today()) as snapshot:
        rows = [_told(row) for row in snapshot.rows(QUESTION)]
    agencies: dict[str, list[Told]] = {}
    for agency, one in rows:
        agencies.setdefault(agency, []).append(one)
    return {agency: _wanted(name, told) for agency, told in agencies.items()}


def nothing(name: str) -> Wanted:
    """What is to be told of a sheet in which nothing was ever found."""
    return Wanted(name, (), {}, frozenset())


def _wanted(name: str, told: list[Told]) -> Wanted:
    there = {one.code for one in told if one.mended is None}
    # Of one that came and went several times the last time counts.
    gone = sorted((one for one in told if one.mended and one.code not in there), key=lambda one: one.mended)
    return Wanted(
        name,
        tuple(one for one in told if one.mended is None and one.visible),
        {one.code: one for one in gone},
        frozenset(one.code for one in told if one.mended is None and not one.visible),
    )


def _told(said: Mapping[str, Any]) -> tuple[str, Told]:
    cell = (said["sel"] or "").rpartition("!")[2]
    at, tab = _CELL.fullmatch(cell), _TAB.search(said["tautan_tab"] or "")
    if at:
        row, column = int(at[2]) - 1, _index(at[1])
    else:
        row, column = (said["baris"] % APART - 1 if said["baris"] else None), None
    return said["instansi"], Told(
        said["kode"], said["tab"], said["judul_tab"], int(tab[1]) if tab else None, said["kolom"], said["judul_kolom"],
        cell or None, row, column, said["banyak"] or 1, said["bobot"], said["tertulis"], said["alasan"],
        said["saran"], said["contoh"], said["akibat"], said["sejak"], said["selesai"], said["terlihat"],
        said["potret_awal"] or 0,
        tuple(one for one in said["sel_semua"] or () if one),
    )  # fmt: skip


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1
