"""What the abbreviations on the screen stand for, as reference/singkatan.csv spells them out."""

import datetime as dt
from pathlib import Path
from typing import Any

from monev.contract import reference_csv
from monev.contract.reference_csv import SQL_TYPES, Field

FIELDS = {"singkatan": Field(), "kepanjangan": Field()}
TYPES = {column: SQL_TYPES[field.kind] for column, field in FIELDS.items()}


def read(folder: Path) -> list[dict[str, Any]]:
    """The abbreviations of a city, which may have none; a mistake raises ReferenceDataError."""
    path = folder / "singkatan.csv"
    return reference_csv.read(path, 1, FIELDS, dt.date.max) if path.is_file() else []
