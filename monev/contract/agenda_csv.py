"""The points of the agenda: their order and short names in reference/agenda.csv, their titles in the contracts."""

import datetime as dt
from pathlib import Path
from typing import Any

from monev.contract import contracts, reference_csv
from monev.contract.reference_csv import Field, ReferenceDataError
from monev.settings import CONTRACTS

FIELDS = {"nomor": Field("bulat"), "halaman": Field(), "judul_pendek": Field()}
TYPES = {"nomor": "BIGINT", "halaman": "VARCHAR", "judul": "VARCHAR", "judul_pendek": "VARCHAR"}


def read(folder: Path) -> list[dict[str, Any]]:
    """The points with their titles; ReferenceDataError for a page that the contracts give none, as for any mistake."""
    titles = {page: title for page, (title, *_) in contracts.called(CONTRACTS, "agenda").items()}
    rows = reference_csv.read(folder / "agenda.csv", 1, FIELDS, dt.date.max)
    for row in rows:
        if row["halaman"] not in titles:
            raise ReferenceDataError(f"{folder.name}/agenda.csv: halaman {row['halaman']} tidak dikenal.")
    return [{column: row.get(column, titles[row["halaman"]]) for column in TYPES} for row in rows]
