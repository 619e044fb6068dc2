"""An agency says before a meeting that its data are right: kept at once, at the snapshot that was looked at."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from pathlib import Path

from monev.meeting.decision import ALPHABET, SIGNS
from monev.snapshot import frozen, lines, schema, store

#: What is asked of all agencies; its rows are what `vouch` takes.
QUESTION = "bersama/data_benar"
#: Why nothing can be said of a sheet.
NOTHING = "Lembarnya belum terbaca, jadi belum ada data yang dapat dinyatakan benar."
FROZEN = "Angka ini sudah dibekukan untuk rapat. Buka angka terbaru, lalu nyatakan di sana."


def vouch(folder: Path, row: Mapping[str, object], role: str, now: dt.datetime) -> str:
    """Keep that the data of a row of QUESTION were called right by a role; returns the id. When this returns it is safe
    on disk. ValueError, in words, where there is nothing to be called right."""
    if row["isi"] is None:
        raise ValueError(NOTHING)
    return _keep(folder, row, role, now, isi=row["isi"], temuan=row["temuan_kini"])


def take_back(folder: Path, row: Mapping[str, object], role: str, now: dt.datetime) -> str:
    """Keep that the same role says so no more; returns the id of that line, which names no content."""
    return _keep(folder, row, role, now, isi=None, temuan=None)


def _keep(folder: Path, row: Mapping[str, object], role: str, now: dt.datetime, **said: object) -> str:
    id = f"DB-{row['instansi']}-" + "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
    lines.put(folder, lines.VOUCHED, {
        "id": id, "dicatat": now, "instansi": row["instansi"], "peran": role, "potret": row["potret"],
        **said,
    })  # fmt: skip
    return id


def standing(folder: Path, snapshot: str, before: str | None) -> list[dict]:
    """What every agency has said by now of this snapshot, to be frozen with it (columns of frozen.DATA_BENAR)."""
    with _opened(folder, snapshot, before) as opened:
        return [{column: row[column] for column in frozen.DATA_BENAR} for row in opened.rows(QUESTION)]


def _opened(folder: Path, snapshot: str, before: str | None) -> store.Snapshot:
    try:
        return store.Snapshot(folder, snapshot, before, schema.today())
    except store.StoreError:
        if before is None:
            raise
        return store.Snapshot(folder, snapshot, None, schema.today())  # the meeting before was altered since
