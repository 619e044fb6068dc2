"""The course of a meeting as the secretariat sets it in reference/acara.csv: its points, their minutes, who speaks."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from monev.contract import reference_csv
from monev.contract.reference_csv import SQL_TYPES, Field
from monev.words import project

FIELDS = {
    "halaman": Field(),
    "menit": Field("bulat", within=(1, 240)),
    "pembicara": Field("daftar", among=tuple(project.agencies())),
}
TYPES = {"ke": "BIGINT"} | {column: SQL_TYPES[field.kind] for column, field in FIELDS.items()}
#: Pages that may be a point of the meeting without being one of agenda.csv.
BESIDES = ("ringkasan", "tindak_lanjut", "perubahan", "mutu_data")


def read(folder: Path, agenda: Iterable[str], day: dt.date) -> list[dict[str, Any]]:
    """The points in the order of their lines, numbered from 1 in `ke`, so that to move a line is to move its point.

    A page may stand once, and must be one of `agenda` or BESIDES; minutes are whole, 1 to 240; a mistake raises
    ReferenceDataError. Without the file it is the agenda in its order, with what opens and what closes a meeting, and
    without minutes.
    """
    if not (folder / "acara.csv").exists():
        usual = (BESIDES[0], *agenda, BESIDES[1])
        return [{"ke": turn, "halaman": page, "menit": None, "pembicara": []} for turn, page in enumerate(usual, 1)]
    fields = FIELDS | {"halaman": Field(among=(*agenda, *BESIDES))}
    rows = reference_csv.read(folder / "acara.csv", 1, fields, day)
    return [{"ke": turn, **row} for turn, row in enumerate(rows, start=1)]
