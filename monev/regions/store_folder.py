"""A store that is a folder, on this machine or shared with others: each object a file, there whole or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import stat
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from monev.regions import place
from monev.regions.objects import MOST_BYTES
from monev.regions.place import Found, Missing, StoreTrouble, TooLarge
from monev.sheets import regular_file
from monev.snapshot import permissions
from monev.snapshot.directory import UNFINISHED
from monev.snapshot.file import flush, give_once

#: Seconds after which nobody is at work on an unfinished file any more.
_LONG_AGO = 3600


@dataclass(frozen=True)
class FolderStore:
    """A `monev.regions.place.Store` in the folder `root`, which somebody has made: one that is not mounted is missed,
    never made anew."""

    root: Path

    def put(self, key: str, content: bytes) -> bool:
        path = self._path(key)
        try:
            permissions.make_folder(path.parent)
            if path.exists():
                return False
            _sweep(path)
            _write(path, content)
        except FileExistsError:
            return False
        except OSError as error:
            raise place.of_system(error, writing=True) from None
        return True

    def get(self, key: str, most: int) -> bytes:
        try:
            return regular_file.content(self._path(key), most, within=self.root)
        except regular_file.TooLarge:
            raise TooLarge(place.LARGE) from None
        except (regular_file.NoFile, regular_file.Outside):
            raise Missing(place.GONE) from None
        except OSError as error:
            raise place.of_system(error, writing=False) from None

    def listed(self, prefix: str = "") -> Iterator[Found]:
        yield from self._below(self._path(prefix))

    def _below(self, folder: Path) -> Iterator[Found]:
        for entry in _entries(folder):
            if entry.is_dir(follow_symlinks=False):
                yield from self._below(Path(entry.path))
                continue
            with contextlib.suppress(FileNotFoundError):  # taken away meanwhile
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(found.st_mode):
                    at = dt.datetime.fromtimestamp(found.st_mtime, dt.UTC)
                    key = Path(entry.path).relative_to(self.root).as_posix()
                    yield Found(key, found.st_size, at, _mark(entry, found))

    def folders(self, prefix: str = "") -> list[str]:
        return [entry.name for entry in _entries(self._path(prefix)) if entry.is_dir(follow_symlinks=False)]

    def _path(self, key: str) -> Path:
        if not self.root.is_dir():
            raise StoreTrouble(
                f"Folder penyimpanan rekap “{self.root.name}” tidak ada; buat atau hubungkan dulu folder itu."
            )
        return self.root.joinpath(*place.parts(key))


def _mark(entry: os.DirEntry, found: os.stat_result) -> str:
    """By the content, since a folder that was copied or restored is the same store; by the system's word of what is too
    large to be one of ours."""
    if found.st_size <= MOST_BYTES:
        with contextlib.suppress(OSError):  # told by whoever reads it
            return hashlib.sha256(Path(entry.path).read_bytes()).hexdigest()
    return f"{found.st_mtime_ns}-{found.st_size}-{found.st_ino}"


def _write(path: Path, content: bytes) -> None:
    """As `monev.snapshot.file.half`, by a name that nobody on any machine has at the same time."""
    unfinished = path.with_name(f"{UNFINISHED}{uuid.uuid4().hex}-{path.name}")
    try:
        permissions.write(unfinished, content)
        flush(unfinished)
        give_once(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    flush(path.parent)


def _entries(folder: Path) -> list[os.DirEntry]:
    """What lies in a folder, as keys are ordered, without what is not finished; nothing where there is none."""
    try:
        with os.scandir(folder) as found:
            named = [entry for entry in found if not entry.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise place.of_system(error, writing=False) from None
    return sorted(named, key=lambda entry: entry.name + "/" * entry.is_dir(follow_symlinks=False))


def _sweep(path: Path) -> None:
    """Remove what a program left of this object that was ended long ago."""
    for left in path.parent.glob(f"{UNFINISHED}*-{path.name}"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _LONG_AGO:
                left.unlink()
