"""Which kelurahan and kecamatan there are, and under which spellings and codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from monev.contract import toml_file, wilayah_csv
from monev.contract.reference_csv import ReferenceDataError
from monev.reading.cells.cell import visible
from monev.words import vocabulary

Level = Literal["kecamatan", "kelurahan"]
#: The place of something that concerns the whole city.
CITYWIDE = "Se-Kota"

LEVELS: dict[str, Level] = {"kec": "kecamatan", "kel": "kelurahan"}
#: Words for a level, the bodies that sit there among them; in a city a desa can only mean a kelurahan.
_SAID: dict[str, Level] = {
    **dict.fromkeys(("kecamatan", "kec"), "kecamatan"),
    **dict.fromkeys(("kelurahan", "kel", "desa", "ds"), "kelurahan"),
    **vocabulary.offices(),
}
LEVEL_WORD = rf"(?:{vocabulary.any_of(tuple(_SAID))})\b"
#: A form for city and country names both: Ds./Kel., Kel/Desa.
_BOTH = r"(?:(?:desa|ds)\.?\s*/\s*(?=kel)|kel(?:urahan)?\.?\s*/\s*(?=desa|ds))?"
_PREFIX = re.compile(rf"\s*{_BOTH}({vocabulary.any_of(tuple(_SAID))})(?:\s*[.:]\s*|\s+-?\s*)(?=\S)", re.I)
_NEAR = 80
#: More than that are another word, not a slip: a place beside `luar` or `bukan` is not that place.
_MOST_SLIPS = 2


def key(name: str) -> str:
    """The one key by which names are compared: upper case, no blanks, hyphens or dots."""
    return re.sub(r"[\s.\-‐–]", "", visible(name)).upper()


@dataclass(frozen=True)
class Places:
    """The city's places: `home` gives the kecamatan of each kelurahan, in the order of wilayah.csv.

    `spellings` has the official name by (level, key), aliases among them; `outside` has, by key, the name
    of a place that is not of this city and the region in which it lies; `codes` has the official name by
    (level, digits of its code). `city` is the city's own name.
    """

    home: dict[str, str]
    spellings: dict[tuple[Level, str], str]
    outside: dict[str, tuple[str, str]]
    codes: Mapping[tuple[Level, str], str] = field(default_factory=dict)
    city: str = ""

    @classmethod
    def load(cls, folder: Path) -> Places:
        """Read wilayah.csv, alias_wilayah.csv, luar_daerah.csv and the name in daerah.toml; ReferenceDataError names
        file, line, mistake.
        """
        home: dict[str, str] = {}
        spellings: dict[tuple[Level, str], str] = {(level, key(CITYWIDE)): CITYWIDE for level in LEVELS.values()}
        codes: dict[tuple[Level, str], str] = {}
        where = f"{folder.name}/wilayah.csv"
        for row in wilayah_csv.read(folder):
            kelurahan, kecamatan = row["kelurahan"], row["kecamatan"]
            if spellings.setdefault(("kecamatan", key(kecamatan)), kecamatan) != kecamatan:
                raise ReferenceDataError(f"{where}: kecamatan {kecamatan} ditulis dengan dua ejaan")
            if ("kelurahan", key(kelurahan)) in spellings:
                raise ReferenceDataError(f"{where}: kelurahan {kelurahan} tertulis dua kali")
            spellings["kelurahan", key(kelurahan)] = kelurahan
            home[kelurahan] = kecamatan
            codes |= {(level, re.sub(r"\D", "", row[f"kode_{level}"])): row[level] for level in LEVELS.values()}
        where = f"{folder.name}/alias_wilayah.csv"
        for row in wilayah_csv.spellings(folder):
            written, level, name = row["tertulis"], row["tingkat"], row["nama"]
            if spellings.get((level, key(name))) != name:
                raise ReferenceDataError(f"{where}, {written}: tidak ada {level} bernama {name}")
            if spellings.setdefault((level, key(written)), name) != name:
                raise ReferenceDataError(f"{where}: {written} sudah berarti tempat lain")
        outside = {key(row["nama"]): (row["nama"], row["keterangan"]) for row in wilayah_csv.outside(folder)}
        city = str(toml_file.read(folder / "daerah.toml", ReferenceDataError).get("nama", ""))
        return cls(home, spellings, outside, codes, city)

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
        if found := self.spellings.get((level, key(text))):
            return found
        said, bare = without_prefix(visible(text))
        return None if said not in (None, level) else self.spellings.get((level, key(bare)))

    def names(self, text: str) -> bool:
        """Whether the text is nothing but a place: of this city, the city itself, or one that is known outside."""
        said, bare = without_prefix(text)
        levels = (said,) if said else LEVELS.values()
        if any((level, key(bare)) in self.spellings for level in levels):
            return True
        return not said and (key(text) in self.outside or (bool(self.city) and key(text) in self.city_keys))

    @property
    def city_keys(self) -> tuple[str, str]:
        """The city's name as it is compared, in full and without its first word (Kota)."""
        return key(self.city), key(self.city.partition(" ")[2])

    def near(self, text: str, level: Level) -> str | None:
        """The one name that was nearly written, by a slip or two; None where two are equally near."""
        names = {spelling: name for (at, spelling), name in self.spellings.items() if at == level}
        best: dict[str, float] = {}
        for spelling, score, _ in process.extract(key(text), list(names), scorer=fuzz.ratio, score_cutoff=_NEAR):
            more = len(text.split()) - len(names[spelling].replace("-", " ").split())
            if more <= 0 and OSA.distance(key(text), spelling) <= _MOST_SLIPS:
                best.setdefault(names[spelling], score)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]


def without_prefix(text: str) -> tuple[Level | None, str]:
    """The level that a word in front says (Kec., Desa), and the rest."""
    found = _PREFIX.match(text)
    return (_SAID[found[1].lower()], text[found.end() :]) if found else (None, text)
