"""Which kelurahan and kecamatan there are, under which spellings, and how a place is read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz, process

from monev.cells.typed import Column, Reading, Value, refused, taken, visible

Level = Literal["kecamatan", "kelurahan"]
#: The place of something that concerns the whole city.
CITYWIDE = "Se-Kota"

_LEVELS: dict[str, Level] = {"kec": "kecamatan", "kel": "kelurahan"}
_PREFIX = re.compile(r"\s*(kecamatan|kelurahan|kec|kel)(?:\s*\.\s*|\s+)(?=\S)", re.I)
_NEAR = 80


def key(name: str) -> str:
    """The one key by which names are compared: upper case, no blanks, hyphens or dots."""
    return re.sub(r"[\s.\-‐–]", "", visible(name)).upper()


@dataclass(frozen=True)
class Places:
    """The city's places: `home` gives the kecamatan of each kelurahan, in the order of wilayah.csv.

    `spellings` has the official name by (level, key), aliases among them; `outside` has, by key, the name
    of a place that is not of this city and the region in which it lies.
    """

    home: dict[str, str]
    spellings: dict[tuple[Level, str], str]
    outside: dict[str, tuple[str, str]]

    @classmethod
    def load(cls, folder: Path) -> Places:
        """Read wilayah.csv, alias_wilayah.csv and luar_daerah.csv; ValueError names file, line, mistake."""
        home: dict[str, str] = {}
        spellings: dict[tuple[Level, str], str] = {("kecamatan", key(CITYWIDE)): CITYWIDE}
        spellings["kelurahan", key(CITYWIDE)] = CITYWIDE
        for where, row in _rows(folder / "wilayah.csv", ("kelurahan", "kecamatan")):
            kelurahan, kecamatan = row["kelurahan"], row["kecamatan"]
            if spellings.setdefault(("kecamatan", key(kecamatan)), kecamatan) != kecamatan:
                raise ValueError(f"{where}: kecamatan {kecamatan} ditulis dengan dua ejaan")
            if ("kelurahan", key(kelurahan)) in spellings:
                raise ValueError(f"{where}: kelurahan {kelurahan} tertulis dua kali")
            spellings["kelurahan", key(kelurahan)] = kelurahan
            home[kelurahan] = kecamatan
        for where, row in _rows(folder / "alias_wilayah.csv", ("tertulis", "tingkat", "nama")):
            level = row["tingkat"]
            if level not in _LEVELS.values():
                raise ValueError(f"{where}: tingkat harus kecamatan atau kelurahan")
            if spellings.get((level, key(row["nama"]))) != row["nama"]:
                raise ValueError(f"{where}: tidak ada {level} bernama {row['nama']}")
            if spellings.setdefault((level, key(row["tertulis"])), row["nama"]) != row["nama"]:
                raise ValueError(f"{where}: {row['tertulis']} sudah berarti tempat lain")
        outside = {
            key(row["nama"]): (row["nama"], row["keterangan"])
            for _, row in _rows(folder / "luar_daerah.csv", ("nama", "keterangan"))
        }
        return cls(home, spellings, outside)

    @property
    def kelurahan(self) -> tuple[str, ...]:
        """Every kelurahan by its official name."""
        return tuple(self.home)

    @property
    def kecamatan(self) -> tuple[str, ...]:
        """Every kecamatan by its official name."""
        return tuple(dict.fromkeys(self.home.values()))

    def kelurahan_of(self, kecamatan: str) -> tuple[str, ...]:
        """The kelurahan of a kecamatan (official name); empty for an unknown one."""
        return tuple(name for name, home in self.home.items() if home == kecamatan)

    def kecamatan_of(self, kelurahan: str) -> str | None:
        """The kecamatan in which a kelurahan (official name) lies; None for an unknown one."""
        return self.home.get(kelurahan)

    def find(self, text: str, level: Level) -> str | None:
        """The official name of what is written, at that level, or None; so is a prefix of the other level."""
        said, bare = _without_prefix(visible(text))
        return None if said not in (None, level) else self.spellings.get((level, key(bare)))

    def near(self, text: str, level: Level) -> str | None:
        """The one name that was nearly written; None where two are equally near."""
        names = {spelling: name for (at, spelling), name in self.spellings.items() if at == level}
        best: dict[str, float] = {}
        for spelling, score, _ in process.extract(key(text), list(names), scorer=fuzz.ratio, score_cutoff=_NEAR):
            best.setdefault(names[spelling], score)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]


def read_place(value: Value, column: Column, places: Places) -> Reading:
    """A place at the column's level (kec, kel) by its official name; a near miss is only proposed."""
    level = _LEVELS[column.type]
    if not isinstance(value, str):
        why = f"Sel ini tidak berisi nama {level}."
        return refused(why, _example(column, level))
    found = places.find(value, level)
    if found == CITYWIDE and not column.citywide:
        return refused(f"Kolom ini perlu nama satu {level}, bukan se-Kota.", _example(column, level))
    return taken(found) if found else _refuse(value, column, level, places)


def _refuse(text: str, column: Column, level: Level, places: Places) -> Reading:
    said, bare = _without_prefix(text)
    other: Level = "kelurahan" if level == "kecamatan" else "kecamatan"
    there = places.spellings.get((other, key(bare)))
    if there is None and key(bare) in places.outside:
        return refused(
            "{} termasuk {}, di luar daerah ini.".format(*places.outside[key(bare)]), _example(column, level)
        )
    if said == other:
        why = f"Yang tertulis adalah {other}, sedangkan kolom ini untuk {level}."
        return refused(why, _in_its_place(there, column, level, places))
    if there and there != CITYWIDE:
        return refused(f"{there} adalah nama {other}, bukan {level}.", _in_its_place(there, column, level, places))
    several = [part for part in re.split(r"[,;/&+\n]|\bdan\b", text) if part.strip()]
    if len(several) > 1 and all(places.find(part, level) for part in several):
        return refused(f"Satu sel hanya untuk satu {level}.", f"satu {level} saja, lalu baris baru untuk yang lain")
    nearest = places.near(bare, level)
    if nearest and (nearest != CITYWIDE or column.citywide):
        return refused(f"Nama {level} ini tidak ada di daftar; mungkin yang dimaksud {nearest}.", nearest)
    return refused(f"Nama {level} ini tidak ada di daftar.", _example(column, level))


def _in_its_place(there: str | None, column: Column, level: Level, places: Places) -> str:
    """What belongs in a cell of the other level: a kelurahan tells its kecamatan, never the reverse."""
    if level == "kecamatan":
        return places.kecamatan_of(there or "") or _example(column, level)
    inside = places.kelurahan_of(there or "")
    return f"nama kelurahannya, misalnya {inside[0]}" if inside else _example(column, level)


def _example(column: Column, level: Level) -> str:
    return f"nama {level}" + (f", misalnya {column.example}" if column.example else "")


def _without_prefix(text: str) -> tuple[Level | None, str]:
    found = _PREFIX.match(text)
    if not found:
        return None, text
    return _LEVELS[found[1][:3].lower()], text[found.end() :]


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with its file and line for messages; every needed column must be there and filled."""
    if not path.is_file():
        raise ValueError(f"{path.name}: berkas tidak ada")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        for name in needed:
            if name not in (rows.fieldnames or ()):
                raise ValueError(f"{path.name}: kolom {name} tidak ada")
        for row in rows:
            where = f"{path.name} baris {rows.line_num}"
            for name in needed:
                if not (row[name] or "").strip():
                    raise ValueError(f"{where}: {name} kosong")
            yield where, {name: row[name].strip() for name in needed}
