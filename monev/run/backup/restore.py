"""A backup becomes potret/ again: looked through first, on the disk whole under another name, then renamed."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from monev.run.backup import accesses
from monev.run.backup.accesses import Carried
from monev.run.backup.contents import MOST_AT_ONCE, Contents, broken, pieces, read, reading
from monev.run.backup.make import places
from monev.run.workers import sync
from monev.snapshot import claims, directory, frozen, outbox, permissions
from monev.snapshot.file import flush
from monev.snapshot.store import StoreError


@dataclass(frozen=True)
class Restored:
    """What came back, where the folder is that was there (None where nothing was in it), and what went on from it."""

    contents: Contents
    old: Path | None
    carried: Carried


def restore(source: Path, folder: Path, now: dt.datetime, replace: bool = False) -> Restored:
    """Make `folder` what it was when the backup `source` was made; what is there now is set aside where `replace`.

    Only what happened at the door goes on: who signed out since, and the record of accesses. Raises StoreError,
    OSError; then the folder is as it was.
    """
    contents = read(source)
    if used(folder) and not replace:
        raise StoreError(
            f"{folder.name}/ tidak kosong, jadi tidak ditimpa. Tambahkan --ganti: isinya disisihkan, tidak dihapus."
        )
    permissions.make_folder(folder.parent)
    claims.sweep(folder.parent, claims.staged(folder))
    if shutil.disk_usage(folder.parent).free < contents.size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
    staged = folder.with_name(f"{directory.UNFINISHED}{os.getpid()}-{folder.name}")
    with _nobody_at(folder), claims.unfinished(staged, claims.make_folder):
        _unpack(source, staged, contents)
        carried = accesses.carry(folder, staged)
        return Restored(contents, _swap(staged, folder, now), carried)


def used(folder: Path) -> bool:
    """Whether anything but locks lies in the folder."""
    return folder.is_dir() and any(not path.name.endswith(directory.LOCKS) for path in folder.iterdir())


def _unpack(source: Path, staged: Path, contents: Contents) -> None:
    """Write the files below `staged`, in our modes; StoreError where they are not those that were looked through."""
    written: dict[str, str] = {}
    with reading(source), source.open("rb") as file:
        for piece, content in pieces(source, file):
            if piece.name in contents.sums:
                written[piece.name] = _write(staged / piece.name, content)
                os.utime(staged / piece.name, (piece.mtime, piece.mtime))
    if written != contents.sums:
        raise broken(source, "isinya berubah saat dibaca")
    for path in (staged, *staged.rglob("*")):
        if path.suffix == ".duckdb":
            path.chmod(permissions.KEPT)  # a snapshot never changes
        flush(path)


def _write(path: Path, content: IO[bytes]) -> str:
    """Put a piece into a new file, and say its hash."""
    permissions.make_folder(path.parent)
    seen = hashlib.sha256()
    with os.fdopen(permissions.opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
        while some := content.read(MOST_AT_ONCE):
            seen.update(some)
            file.write(some)
    return seen.hexdigest()


@contextlib.contextmanager
def _nobody_at(folder: Path) -> Iterator[None]:
    """See to it that no server shows the folder and no sync writes into it meanwhile."""
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(claims.unserved(folder))
            held.enter_context(sync.alone(folder))
            held.enter_context(claims.held(folder / directory.SYNC_LOCK, 0, "sinkron"))
        except StoreError:
            raise StoreError(
                f"{folder.name}/ sedang dipakai server atau sinkron, jadi tidak diganti dan tidak ada yang berubah. "
                "Hentikan dulu semua server dan pembaca lembarnya, lalu ulangi."
            ) from None
        yield


def _swap(staged: Path, folder: Path, now: dt.datetime) -> Path | None:
    """Give `staged` the name of `folder`, whose old content keeps a name of its own."""
    old = folder.with_name(f"{folder.name}-lama-{now:%Y%m%d-%H%M%S}") if folder.is_dir() else None
    if old:
        folder.rename(old)
    try:
        staged.rename(folder)
    except OSError:
        if old:
            old.rename(folder)
        raise
    flush(folder.parent)
    if old and not used(old):
        shutil.rmtree(old)
        return None
    return old


def lost(old: Path, contents: Contents) -> str:
    """What lies in the folder that was set aside and did not come back, in words; empty where all of it did."""
    there = [place for place in places(old) if place not in contents.sums]
    counted = {
        "potret": sum(bool(directory.NAME.fullmatch(place)) for place in there),
        "rapat": sum(place.startswith(f"{frozen.PINNED}/") and place.endswith(".sha256") for place in there),
        "keputusan": sum(place.startswith(f"{outbox.OUTBOX}/") for place in there),
    }
    told = ", ".join(f"{number} {what}" for what, number in counted.items() if number)
    return f"Yang tidak ada dalam cadangan: {told}." if told else ""
