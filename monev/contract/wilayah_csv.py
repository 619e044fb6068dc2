"""The places of a city: its kelurahan and kecamatan, other spellings of them, and places that lie elsewhere."""

import datetime as dt
from pathlib import Path
from typing import Any

from monev.contract import reference_csv
from monev.contract.reference_csv import Field

TEXT = Field()
#: A column or a row of the tile map.
TILE = Field("bulat", within=(1, 100))
#: The columns of wilayah.csv; the first one names a row.
FIELDS = {
    "kode_kelurahan": TEXT, "kelurahan": TEXT, "kode_kecamatan": TEXT, "kecamatan": TEXT,
    "petak_kolom": TILE, "petak_baris": TILE, "nama_petak": TEXT,
}  # fmt: skip
_SPELLINGS = {"tertulis": TEXT, "tingkat": Field(among=("kecamatan", "kelurahan")), "nama": TEXT}
_OUTSIDE = {"nama": TEXT, "keterangan": TEXT}


def read(folder: Path) -> list[dict[str, Any]]:
    """The rows of wilayah.csv, none where a topic asks for no places; ReferenceDataError at a mistake, as in the other
    two, of which each may have none."""
    path = folder / "wilayah.csv"
    return reference_csv.read(path, 1, FIELDS, dt.date.max, needed=path.exists())


def spellings(folder: Path) -> list[dict[str, Any]]:
    """The rows of alias_wilayah.csv: `tertulis` means `nama`, a kecamatan or a kelurahan (`tingkat`)."""
    return reference_csv.read(folder / "alias_wilayah.csv", len(_SPELLINGS), _SPELLINGS, dt.date.max, needed=False)


def outside(folder: Path) -> list[dict[str, Any]]:
    """The rows of luar_daerah.csv: a place, and the region (`keterangan`) in which it lies."""
    return reference_csv.read(folder / "luar_daerah.csv", len(_OUTSIDE), _OUTSIDE, dt.date.max, needed=False)
