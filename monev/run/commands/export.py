"""`python -m monev export`: the data of a frozen meeting as files, in a folder or as one archive."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from monev.handouts import catalogue, data
from monev.handouts.source import Data, Source
from monev.handouts.stable_zip import packed
from monev.handouts.workbook_sheets import RECORDED
from monev.meeting import looked_at, meeting
from monev.meeting.meeting import Meeting
from monev.screen.access import audit
from monev.screen.access.roles import LOCAL, Person
from monev.snapshot import directory, file, frozen, parquet, permissions, store

#: How a file is called that holds all of them.
ARCHIVE = ".zip"


def tell(folder: Path, name: str | None, target: Path) -> int:
    """Write it and say so; the exit status."""
    met, count = write(folder, name, target)
    print(f"{_called(target)} berisi {count} berkas dari rapat {met.name}. Baca dulu {data.ABOUT}.")
    return 0


def write(folder: Path, name: str | None, target: Path) -> tuple[Meeting, int]:
    """Write the data of a meeting (its name; the last one without it) and note that they were taken; the meeting, and
    how many files there are. StoreError where there is no such meeting, or something lies in the place already."""
    met, archive = meeting.find(folder, name) if name else _last(folder), target.suffix.lower() == ARCHIVE
    if target.exists() and (archive or not target.is_dir() or any(target.iterdir())):
        raise store.StoreError(f"{_called(target)} sudah ada dan tidak ditimpa. Pilih nama lain, atau folder kosong.")
    made, when = files(folder, met, LOCAL)
    if archive:
        with file.half(target) as unfinished:
            permissions.write(unfinished, packed(made, when))
    else:
        _folder(target, made)
    audit.note(folder, LOCAL, audit.TOOK, f"{catalogue.DATA.code} {met.name}")
    return met, len(made)


def _called(target: Path) -> str:
    """Its name, also where it was written as "." or not at all."""
    return target.absolute().name


def files(folder: Path, met: Meeting, person: Person) -> tuple[dict[str, bytes], dt.datetime]:
    """The files of a meeting by their names, as far as this person may see them, and the moment they are of."""
    with looked_at.opened(folder, met.snapshot) as opened:
        if not opened.table("meta"):
            raise store.StoreError(
                f"Rapat {met.name} tidak dapat diekspor: berkasnya tidak menyebut keadaan kapan isinya."
            )
        asked = source(opened, person, frozen.sha256(folder, met.snapshot))
        return data.files(asked), asked.facts["dibuat"]


def source(opened: store.Snapshot, person: Person, sha256: str) -> Source:
    """What they are made from: the answers of a frozen snapshot, and what was decided on it."""
    [facts] = opened.rows("bersama/bingkai")
    recorded, vouched = opened.rows(RECORDED), opened.rows(data.VOUCHED)
    may = Data(person.details, parquet.content, sha256)
    return Source(opened.rows, facts, recorded, vouched=vouched, data=may)


def _last(folder: Path) -> Meeting:
    there = meeting.meetings(folder)
    if not there:
        raise store.StoreError("Belum ada rapat yang dibekukan. Bekukan dulu di halaman Rapat, atau dengan pin.")
    return there[-1]


def _folder(target: Path, made: Mapping[str, bytes]) -> None:
    """All files at once, so that a folder of this name is whole."""
    target = target.absolute()
    half = target.with_name(f"{directory.UNFINISHED}{os.getpid()}-{target.name}")
    permissions.make_folder(half)
    try:
        for name, content in made.items():
            permissions.write(half / name, content)
        if target.is_dir():
            target.rmdir()
        half.replace(target)
    finally:
        shutil.rmtree(half, ignore_errors=True)
