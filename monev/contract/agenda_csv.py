"""The points of the agenda: their order and short names in reference/agenda.csv, their titles in the contracts."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from monev.contract import reference_csv
from monev.contract.reference_csv import Field, ReferenceDataError

FIELDS = {"nomor": Field("bulat"), "halaman": Field(), "judul_pendek": Field()}
TYPES = {"nomor": "BIGINT", "halaman": "VARCHAR", "judul": "VARCHAR", "judul_pendek": "VARCHAR"}


def read(folder: Path, titles: Mapping[str, str]) -> list[dict[str, Any]]:
    """The points with their titles, which `titles` gives by page; a page without one, as any other mistake, raises
    ReferenceDataError.
    """
    rows = reference_csv.read(folder / "agenda.csv", 1, FIELDS, dt.date.max)
    for row in rows:
        if row["halaman"] not in titles:
            raise ReferenceDataError(f"{folder.name}/agenda.csv: halaman {row['halaman']} tidak dikenal.")
    return [{column: row.get(column, titles[row["halaman"]]) for column in TYPES} for row in rows]
