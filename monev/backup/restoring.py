"""A backup becomes potret/ again: looked through first, on the disk whole under another name, then renamed."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import hashlib
import os
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from monev import watching
from monev.backup.contents import Contents, broken, read
from monev.backup.making import places
from monev.store import StoreError, outbox, pinned, shelf
from monev.store.file import flush


def restore(source: Path, folder: Path, now: dt.datetime, replace: bool = False) -> tuple[Contents, Path | None]:
    """Make `folder` what it was when the backup `source` was made; what is there now is set aside where `replace`.

    Returns what came back, and where the old folder is, None where nothing was in it. Raises StoreError, OSError; then
    the folder is as it was.
    """
    contents = read(source)
    if used(folder) and not replace:
        raise StoreError(
            f"{folder.name}/ tidak kosong, jadi tidak ditimpa. Tambahkan --ganti: isinya disisihkan, tidak dihapus."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder.parent).free < contents.size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
    staged = folder.with_name(f"{shelf.UNFINISHED}{os.getpid()}-{folder.name}")
    try:
        _unpack(source, staged, contents)
        with _nobody_at(folder):
            return contents, _swap(staged, folder, now)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def used(folder: Path) -> bool:
    """Whether anything but locks lies in the folder."""
    return folder.is_dir() and any(not path.name.endswith(shelf.LOCKS) for path in folder.iterdir())


def _unpack(source: Path, staged: Path, contents: Contents) -> None:
    """Write the files below `staged`; StoreError where they are not those that were looked through."""
    staged.mkdir()
    with tarfile.open(source, "r:gz") as archive:
        archive.extractall(staged, [piece for piece in archive if piece.name in contents.sums], filter="data")
    for place, wanted in contents.sums.items():
        path = staged / place
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != wanted:
                raise broken(source, f"{place} berubah saat dibaca")
        if path.suffix == ".duckdb":
            path.chmod(0o444)  # a snapshot never changes
        flush(path)
    for room in (staged, *(path for path in staged.rglob("*") if path.is_dir())):
        flush(room)


@contextlib.contextmanager
def _nobody_at(folder: Path) -> Iterator[None]:
    """See to it that neither a server nor a sync writes into the folder meanwhile."""
    if not folder.is_dir():
        yield
        return
    try:
        with watching.alone(folder), FileLock(folder / shelf.SYNC_LOCK, timeout=0):
            yield
    except (StoreError, Timeout):
        raise StoreError(
            f"{folder.name}/ sedang dipakai server atau sinkron, jadi tidak diganti. Hentikan dulu, lalu ulangi."
        ) from None


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
        "potret": sum(bool(shelf.NAME.fullmatch(place)) for place in there),
        "rapat": sum(place.startswith(f"{pinned.PINNED}/") and place.endswith(".sha256") for place in there),
        "keputusan": sum(place.startswith(f"{outbox.OUTBOX}/") for place in there),
    }
    told = ", ".join(f"{number} {what}" for what, number in counted.items() if number)
    return f"Yang tidak ada dalam cadangan: {told}." if told else ""
