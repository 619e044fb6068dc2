"""What a store of objects is, whether a folder or a bucket, and how its troubles are told to an operator."""

from __future__ import annotations

import datetime as dt
import errno
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

#: Seconds that one call may take, whatever the store does.
LONGEST = 25


class StoreTrouble(RuntimeError):
    """Why nothing could be written or read now, in one line for whoever runs this; no key ever stands in it."""


class TooLarge(StoreTrouble):
    """An object of more bytes than whoever asked will read; none of it was kept."""


class Missing(StoreTrouble):
    """An object that is not, or no longer, there."""


@dataclass(frozen=True)
class Found:
    """An object: its key below the prefix, its bytes, when it came by the store's own clock (aware), and a mark that
    changes with its content."""

    key: str
    size: int
    modified: dt.datetime
    mark: str


class Store(Protocol):
    """Objects under keys like `a/b=c/d.parquet`. All of it raises StoreTrouble, and ends within LONGEST seconds a
    call (a listing: for each thousand objects)."""

    def put(self, key: str, content: bytes) -> bool:
        """Write an object, whole or not at all; False where one of that name is there, which then stays as it is."""

    def get(self, key: str, most: int) -> bytes:
        """The bytes of an object; TooLarge beyond `most`, of which no more than that is read, Missing without it."""

    def listed(self, prefix: str = "") -> Iterator[Found]:
        """All objects in the folder `prefix` ("": in the store) and below it, in the order of their keys."""

    def folders(self, prefix: str = "") -> list[str]:
        """The names (last part alone) of the folders right below the folder `prefix`, in order."""


_PART = re.compile(r"[0-9A-Za-z._=-]+")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
_SLOW = (errno.ETIMEDOUT, errno.ESTALE)


def parts(key: str) -> list[str]:
    """The parts of a key or prefix; StoreTrouble for one that could lead elsewhere."""
    found = key.split("/") if key else []
    if not all(_PART.fullmatch(part) and part.strip(".") for part in found):
        raise StoreTrouble("Nama objek memuat tanda yang tidak dipakai di penyimpanan rekap.")
    return found


FULL = "Penyimpanan rekap penuh; minta pengelolanya menambah ruang."
READ_ONLY = "Penyimpanan rekap menolak penulisan; periksa nama bucketnya, dan minta izin tulis kepada pengelolanya."
UNREADABLE = "Penyimpanan rekap menolak pembacaan; minta izin baca kepada pengelolanya."
SLOW = "Penyimpanan rekap tidak menjawab pada waktunya; periksa jaringan, atau tanyakan kepada pengelolanya."
GONE = "Objek itu tidak ada di penyimpanan rekap."
LARGE = "Objek itu lebih besar daripada yang boleh dibaca."


def of_system(error: OSError, writing: bool) -> StoreTrouble:
    """What the system said of a folder, in words."""
    if error.errno in _FULL:
        return StoreTrouble(FULL)
    if error.errno in _DENIED:
        return StoreTrouble(READ_ONLY if writing else UNREADABLE)
    if error.errno in _SLOW:
        return StoreTrouble(SLOW)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Missing(GONE)
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return StoreTrouble(f"Folder penyimpanan rekap tidak dapat dipakai ({name}); periksa folder itu.")
