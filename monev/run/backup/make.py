"""A backup is made: every file whole and all of them fitting together, while the server goes on."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
from collections.abc import Iterable
from pathlib import Path

from monev.meeting import meeting
from monev.run.backup.contents import SUMS, Contents, read
from monev.run.news.box import ROOM as NEWS
from monev.snapshot import changers, claims, directory, frozen, permissions
from monev.snapshot.file import flush
from monev.snapshot.store import StoreError, newest_whole

#: Not kept: what a running program says of itself, what was told to whom (of an older state it would be told again),
#: and the snapshots of the samples, which come back by themselves.
PASSING = (directory.WATCH, directory.WISH, NEWS, "contoh")
#: The same of other states of the samples; see `monev.settings`.
OTHER_STATES = "contoh-"
#: How a backup is called that is being written, behind UNFINISHED: the process, and the name that it will have.
_HALF, _ANY_HALF = "cadangan-{}-{}", r"cadangan-\d+-.+"


def write(folder: Path, target: Path) -> Contents:
    """Put all that lies in `folder` into the new file `target`, look through what was written, and say what it is.

    Raises StoreError, OSError; then no file is left.
    """
    _refuse_taken(target)
    if newest_whole(folder) is None:
        raise StoreError(f"Belum ada potret yang utuh di {folder.name}/, jadi tidak ada yang dicadangkan.")
    if target.resolve().is_relative_to(folder.resolve()):
        raise StoreError(f"Cadangan tidak disimpan di dalam {folder.name}/ sendiri. Pilih folder lain.")
    claims.sweep(target.parent, _ANY_HALF)
    half = target.with_name(directory.UNFINISHED + _HALF.format(os.getpid(), target.name))
    with claims.unfinished(half, claims.make_file) as handle:
        with os.fdopen(handle, "wb", closefd=False) as file, tarfile.open(fileobj=file, mode="w:gz") as archive:
            _pack(folder, archive)
        flush(half)
        contents = read(half)
        _refuse_taken(target)
        half.rename(target)
    flush(target.parent)
    return contents


def _refuse_taken(target: Path) -> None:
    if target.exists():
        raise StoreError(f"{target.name} sudah ada dan tidak ditimpa. Pilih nama lain, misalnya dengan tanggalnya.")


def _pack(folder: Path, archive: tarfile.TarFile) -> None:
    """Put every file into the archive, and last the list of them.

    A file never changes but is replaced at once, so each is whole. The pinned snapshots and their hashes belong
    together: while they are packed no meeting is frozen. A snapshot that vanished before it was read was thinned away
    after a newer one was made, and the newer one is looked for until there is none.
    """
    sums: dict[str, str] = {}
    with meeting.alone(folder):
        _add(folder, archive, (place for place in places(folder) if place.startswith(f"{frozen.PINNED}/")), sums)
    while ahead := [place for place in places(folder) if place not in sums and _is_due(place, sums)]:
        _add(folder, archive, ahead, sums)
    lines = "".join(f"{whole}  {place}\n" for place, whole in sums.items())
    _put(archive, SUMS, lines.encode(), 0)


def _is_due(place: str, packed: dict[str, str]) -> bool:
    """Of what came while files were packed only a newer snapshot is taken along: a decision or a meeting that was
    recorded meanwhile belongs to the next backup."""
    begun = any(not one.startswith(f"{frozen.PINNED}/") for one in packed)
    return not place.startswith(f"{frozen.PINNED}/") and (not begun or bool(directory.NAME.fullmatch(place)))


def _add(folder: Path, archive: tarfile.TarFile, ahead: Iterable[str], sums: dict[str, str]) -> None:
    for place in ahead:
        try:
            with (folder / place).open("rb") as file:
                facts, content = os.fstat(file.fileno()), file.read()
        except FileNotFoundError:
            continue
        sums[place] = hashlib.sha256(content).hexdigest()
        _put(archive, place, content, int(facts.st_mtime))


def _put(archive: tarfile.TarFile, place: str, content: bytes, changed: int) -> None:
    piece = tarfile.TarInfo(place)  # names no user of this machine
    piece.size, piece.mode, piece.mtime = len(content), permissions.FILE, changed
    archive.addfile(piece, io.BytesIO(content))


def places(folder: Path) -> list[str]:
    """The files of `folder` that a backup holds, as paths from there, in order: no damaged snapshots, and nothing whose
    name begins with a dot: locks, and what is not finished. StoreError for a link: what it leads to is not ours."""
    found = []
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        passing = parts[0] in PASSING or parts[0].startswith((directory.ASIDE, OTHER_STATES, changers.WISH))
        if passing or any(part.startswith(".") for part in parts):
            continue
        if path.is_symlink():
            raise StoreError(f"{'/'.join(parts)} di {folder.name}/ adalah tautan. Pindahkan dulu, lalu ulangi.")
        if path.is_file():
            found.append("/".join(parts))
    return found
