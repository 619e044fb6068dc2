"""The outbox: decisions, and each change of one, on disk before anybody tries to write them into a sheet.

Lines are only ever added: a correction or a withdrawal is a new one, and the newest says how a decision stands.
"""

from __future__ import annotations

import contextlib
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from monev.snapshot import permissions
from monev.snapshot.directory import UNFINISHED
from monev.snapshot.file import StoreError, give_once, half
from monev.snapshot.lines import stamped

#: Its folder beside the snapshots: one JSON file per line of the record, called by its id.
OUTBOX = "kotak-keluar"
#: What a line keeps (dates as ISO): the id of the decision that it changes, null where it is one of its own; the cells
#: of the decision as they stand from then on; whether it was withdrawn; then when this was seen in the sheet, when that
#: was last tried, why it failed, and the row in which it was seen.
TYPES = {
    "id": "VARCHAR",
    "mengubah": "VARCHAR",
    "dicatat": "TIMESTAMP",
    "tanggal_rapat": "DATE",
    "agenda": "VARCHAR",
    "uraian": "VARCHAR",
    "penanggung_jawab": "VARCHAR[]",
    "tenggat": "DATE",
    "indikator": "VARCHAR",
    "nilai_saat_dicatat": "VARCHAR",
    "potret": "VARCHAR",
    "ditarik": "BOOLEAN",
    "terkirim": "TIMESTAMP",
    "dicoba": "TIMESTAMP",
    "pesan": "VARCHAR",
    "baris": "INTEGER",
}
#: A decision as it stands now: when it was last changed, and whether it has a row in the sheet.
STANDING = {column: kind for column, kind in TYPES.items() if column != "mengubah"} | {
    "diubah": "TIMESTAMP",
    "di_lembar": "BOOLEAN",
}
#: Seconds after which nobody is at work on a file any more.
LONG_AGO = 3600
_ID = re.compile(r"[\w-]{1,80}")


@dataclass(frozen=True)
class Course:
    """One decision from its recording on: its `lines`, each of which says the whole of it anew, the oldest first."""

    lines: tuple[dict, ...]

    @property
    def id(self) -> str:
        return self.lines[0]["mengubah"] or self.lines[0]["id"]

    @property
    def newest(self) -> dict:
        return self.lines[-1]

    @property
    def waits(self) -> bool:
        """Whether the sheet does not have it as it stands now."""
        return self.newest["terkirim"] is None

    @property
    def in_sheet(self) -> bool:
        """Whether it was seen there, in whatever state."""
        return any(line["terkirim"] and (line["baris"] or not line["ditarik"]) for line in self.lines)

    @property
    def unsure(self) -> tuple[dict, ...]:
        """The lines of which any may stand in the sheet: the last that was seen there, and all after it."""
        seen = [place for place, line in enumerate(self.lines) if line["terkirim"]]
        return self.lines[max(seen, default=0) :]

    def said(self, line: Mapping[str, object]) -> dict:
        """The decision as one of its lines has it."""
        return {**line, "id": self.id}

    def now(self) -> dict:
        """The decision as it stands (columns of STANDING)."""
        rows = [line["baris"] for line in self.lines if line["baris"]]
        found = self.said(self.newest) | {
            "dicatat": self.lines[0]["dicatat"], "ditarik": bool(self.newest["ditarik"]),
            "diubah": self.newest["dicatat"] if len(self.lines) > 1 else None,
            "di_lembar": self.in_sheet, "baris": rows[-1] if rows else None,
        }  # fmt: skip
        return {column: found[column] for column in STANDING}


def put(folder: Path, row: Mapping[str, object]) -> None:
    """Keep a new line (columns of TYPES, any but the id may be missing); when this returns it is safe on disk.

    Raises StoreError for an id that is there already or cannot be a file's name, OSError where nothing can be written.
    """
    path = _path(folder, str(row["id"]))
    permissions.make_folder(path.parent)
    try:
        with half(path, give_once) as unfinished:
            permissions.write(unfinished, _json(row))
    except FileExistsError:
        raise StoreError(f"Keputusan {row['id']} sudah ada di kotak keluar.") from None


def rows(folder: Path) -> list[dict]:
    """All lines of the outbox, also those that are in the sheet by now, the oldest first.

    One that cannot be read is left where it is and out of the answer: it was not written by us.
    """
    found = []
    for path, seen in stamps(folder):
        try:
            row = _row(path, seen)
        except OSError:
            continue
        if row is not None:
            found.append(dict(row))  # whoever asks may change it
    return sorted(found, key=lambda row: (str(row["dicatat"]), row["id"]))


def courses(folder: Path) -> list[Course]:
    """All decisions with what became of them, the first recorded first."""
    lines: dict[str, list[dict]] = {}
    for row in rows(folder):
        lines.setdefault(row["mengubah"] or row["id"], []).append(row)
    return [Course(tuple(found)) for found in lines.values()]


def current(folder: Path) -> list[dict]:
    """All decisions as they stand now (columns of STANDING), the first recorded first."""
    return [one.now() for one in courses(folder)]


def stamps(folder: Path) -> tuple[tuple[Path, tuple[int, ...]], ...]:
    """The files of the outbox, each with what tells it from what it was or will be."""
    return stamped(folder / OUTBOX)


@lru_cache(maxsize=10_000)
def _row(path: Path, _told_apart_by: tuple[int, ...]) -> dict | None:
    """The decision in a file, None where it holds none; read once for each content it has: every open page asks."""
    try:
        row = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or row.get("id") != path.stem:
        return None
    if isinstance(row.get("penanggung_jawab"), str):  # one alone, as earlier versions kept it
        row["penanggung_jawab"] = [row["penanggung_jawab"]]
    owners = row.get("penanggung_jawab") or []
    if not isinstance(row.get("mengubah") or "", str) or not isinstance(owners, list):
        return None
    if not all(isinstance(one, str) for one in owners):
        return None
    return {column: row.get(column) for column in TYPES}


def note(folder: Path, id: str, **changed: object) -> None:
    """Write down what became of a line: terkirim, dicoba, pesan, baris. Only for whoever holds the outbox's lock."""
    path = _path(folder, id)
    with half(path) as unfinished:
        permissions.write(unfinished, _json(json.loads(path.read_text("utf-8")) | changed))


def sweep(folder: Path) -> None:
    """Remove what a program left unfinished that was ended long ago. Only for whoever holds the outbox's lock."""
    for left in (folder / OUTBOX).glob(f"{UNFINISHED}*.json"):
        with contextlib.suppress(FileNotFoundError):  # done with meanwhile
            if time.time() - left.stat().st_mtime > LONG_AGO:
                left.unlink()


def _path(folder: Path, id: str) -> Path:
    if not _ID.fullmatch(id):
        raise StoreError(f"“{id}” tidak dapat menjadi kode keputusan.")
    return folder / OUTBOX / f"{id}.json"


def _json(row: Mapping[str, object]) -> str:
    return json.dumps({column: row.get(column) for column in TYPES}, default=_iso, ensure_ascii=False, indent=1)


def _iso(value: object) -> str:
    return value.isoformat()
