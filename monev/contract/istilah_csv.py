"""What the short words on the screen stand for and mean, as reference/istilah.csv tells it."""

import datetime as dt
from pathlib import Path
from typing import Any

from monev.contract import reference_csv
from monev.contract.reference_csv import SQL_TYPES, Field, ReferenceDataError

FILE = "istilah.csv"
FIELDS = {"istilah": Field(), "kepanjangan": Field(), "arti": Field(blank=True), "dasar": Field(blank=True)}
#: The file of before, which says less; a project may still have it instead.
OLDER, OLDER_FIELDS = "singkatan.csv", {"singkatan": Field(), "kepanjangan": Field()}
#: In a snapshot the word is called as it always was, so that one of before answers as well.
TYPES = {{"istilah": "singkatan"}.get(column, column): SQL_TYPES[field.kind] for column, field in FIELDS.items()}


def read(folder: Path) -> list[dict[str, Any]]:
    """The words of a project, which may have none; one with two meanings has a row for each. Raises
    ReferenceDataError."""
    path, older = folder / FILE, folder / OLDER
    if path.is_file() and older.is_file():
        raise ReferenceDataError(
            f"{folder.name}/{OLDER}: pindahkan barisnya ke {FILE}, lalu hapus berkas ini; keduanya berisi hal sama."
        )
    if older.is_file():
        rows = reference_csv.read(older, 1, OLDER_FIELDS, dt.date.max)
    else:
        rows = reference_csv.read(path, 2, FIELDS, dt.date.max, needed=False, open_end=True)
    return [
        {"singkatan": row.get("istilah") or row["singkatan"], "kepanjangan": row["kepanjangan"],
         "arti": row.get("arti"), "dasar": row.get("dasar")}
        for row in rows
    ]  # fmt: skip
