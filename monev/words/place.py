"""What the places of a project are called: [tempat] of topik.toml; without it kelurahan, kecamatan, the whole city."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from monev.words import project

#: The keys of [tempat]: the smaller place, the larger one that it lies in, and all of them together.
SMALL, LARGE, WHOLE = "kelurahan", "kecamatan", "semua"
#: Our own words, as they stand in sentences written for a city, and the key that another project calls them by.
_OURS = {"seluruh kota": WHOLE, "se-kota": WHOLE, "kelurahan": SMALL, "kecamatan": LARGE, "kec.": LARGE}
_WORDS = re.compile(r"\b(?:(?:seluruh kota|se-kota|kelurahan|kecamatan)\b|kec\.)", re.I)


def said(text: str) -> str:
    """A text of ours with the words for places that the project uses; as it is where it has none of its own."""
    own = project.places()
    return _WORDS.sub(lambda hit: _like(hit[0], own.get(_OURS[hit[0].lower()])), text) if own else text


def short(name: str) -> str:
    """One of the larger places, as a page has room for: "Kec. Timur", "Provinsi Akasia"."""
    return f"{said('Kec.')} {name}"


def whole() -> str:
    """All places together: "seluruh kota", "nasional"."""
    return said("seluruh kota")


def _like(ours: str, own: str | None) -> str:
    if own is None:
        return ours
    return own[:1].upper() + own[1:] if ours[:1].isupper() else own


class Seat(NamedTuple):
    """One place that is a role of its own: its code, the larger place, and the smaller one where it is one."""

    code: str
    large: str
    small: str | None = None

    @property
    def name(self) -> str:
        return self.small or self.large


def seats() -> Mapping[str, Seat]:
    """The roles of places: "provinsi-00.01", "daerah-00.01.07"; none where the project does not ask for them by `peran`
    in [tempat] of topik.toml."""
    return _seats(project.reference()) if project.places_are_roles() else {}


@lru_cache(maxsize=4)
def _seats(folder: Path) -> Mapping[str, Seat]:
    found: dict[str, Seat] = {}
    try:
        with (folder / "wilayah.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                large, small = row["kecamatan"], row["kelurahan"]
                code = row["kode_kecamatan"]
                found[f"{said(LARGE)}-{code}".lower()] = Seat(code, large)
                code = row["kode_kelurahan"]
                found[f"{said(SMALL)}-{code}".lower()] = Seat(code, large, small)
    except (OSError, ValueError, KeyError, csv.Error):
        return {}  # told by whoever reads the file whole
    return found
