"""The points of the agenda: reference/agenda.csv."""

import datetime as dt
from pathlib import Path
from typing import Any

from monev.contract import reference_csv
from monev.contract.reference_csv import SQL_TYPES, Field
from monev.words.project import READY, SAFE

FIELDS = {
    "nomor": Field("bulat"),
    "halaman": Field(),
    "judul": Field(),
    "judul_pendek": Field(),
    "hijau_berarti": Field(among=(READY, SAFE)),
}
TYPES = {column: SQL_TYPES[field.kind] for column, field in FIELDS.items()}


def read(folder: Path) -> list[dict[str, Any]]:
    """The points in the order of their lines; ReferenceDataError at a mistake."""
    return reference_csv.read(folder / "agenda.csv", 1, FIELDS, dt.date.max)
