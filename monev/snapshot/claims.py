"""Who is at work on what: locks of the system itself, which end with the process that holds them.

Windows knows no lock that several hold; it renames and removes nothing that is open, so there nothing is locked.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from monev.snapshot import permissions
from monev.snapshot.directory import LOCKS, UNFINISHED
from monev.snapshot.file import StoreError

try:
    import fcntl
except ImportError:
    fcntl = None

#: Held together by all servers of a folder, and alone by whoever puts another one in its place.
SERVED = f".dilayani{LOCKS}"
#: Seconds between two tries to begin where somebody sweeps at this very moment.
_PAUSE = 0.05
#: How systems say that there is no such lock here, as on some shares.
_NO_LOCKS = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK, errno.EINVAL, errno.EBADF)


def join(folder: Path) -> int | None:
    """Be one of the servers of a folder, until the handle is closed that this returns; None while the folder is being
    replaced. Raises OSError where there can be no lock."""
    permissions.make_folder(folder)
    return _locked(permissions.opened(folder / SERVED, os.O_RDONLY | os.O_CREAT), folder / SERVED, shared=True)


@contextlib.contextmanager
def unserved(folder: Path) -> Iterator[None]:
    """See to it that no server begins to serve a folder meanwhile; StoreError at once where one does already."""
    permissions.make_folder(folder)
    handle = _locked(permissions.opened(folder / SERVED, os.O_RDWR | os.O_CREAT), folder / SERVED)
    if handle is None:
        raise StoreError(f"{folder.name}/ sedang dipakai server.")
    try:
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def held(path: Path, wait: float, taken: str) -> Iterator[None]:
    """Hold the lock of this name, whose folder is made where there is none; StoreError that says `taken` where somebody
    else holds it and goes on for `wait` seconds. Raises OSError where there can be no lock."""
    permissions.make_folder(path.parent)
    lock = FileLock(path, timeout=wait, mode=permissions.FILE)
    try:
        lock.acquire()
    except Timeout:
        raise StoreError(taken) from None
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def unfinished(path: Path, make: Callable[[Path], int]) -> Iterator[int]:
    """Be at work on a new file or folder; `make` makes it and opens it. Where it was not given another name, nothing is
    left of it afterwards."""
    try:
        while (handle := _locked(make(path), path)) is None:  # it was taken for a leftover before it was locked
            time.sleep(_PAUSE)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        handle = make(path)  # nor does anybody sweep there
    try:
        yield handle
    finally:
        _remove(path)
        os.close(handle)


def make_file(path: Path) -> int:
    """A new file for nobody but its owner, opened."""
    return permissions.opened(path, os.O_RDWR | os.O_CREAT, permissions.PRIVATE)


def make_folder(path: Path) -> int:
    """A new folder, opened."""
    permissions.make_folder(path)
    return os.open(os.devnull if os.name == "nt" else path, os.O_RDONLY)


def sweep(folder: Path, named: str) -> None:
    """Remove the unfinished files and folders called like this (a pattern behind UNFINISHED) on which nobody is at work
    any more."""
    if not fcntl or not folder.is_dir():
        return
    wanted = re.compile(re.escape(UNFINISHED) + named)
    for path in [path for path in folder.iterdir() if wanted.fullmatch(path.name)]:
        try:
            handle = _locked(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), path)
        except OSError:  # done with meanwhile, somebody else's, or nothing that we ever made
            continue
        if handle is not None:
            _remove(path)
            os.close(handle)


def staged(folder: Path) -> str:
    """How unfinished folders are called that are to take the place of this one, as a pattern for `sweep`."""
    return rf"\d+-{re.escape(folder.name)}"


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):  # the next sweep finds it again
            path.unlink()


def _locked(handle: int, path: Path, shared: bool = False) -> int | None:
    """The handle, once the file behind it is locked and still the one of this name; else it is closed, and None."""
    if not fcntl:
        return handle
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except (BlockingIOError, FileNotFoundError):
        os.close(handle)
        return None
    except OSError:
        os.close(handle)
        raise
    os.close(handle)
    return None
