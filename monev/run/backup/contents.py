"""What a backup holds, and whether that is what it was when it was made."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import re
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from monev.snapshot import directory, frozen, outbox
from monev.snapshot.store import StoreError
from monev.words import words

#: The last piece of a backup: a line per file, in the form of sha256sum.
SUMS = "DAFTAR.sha256"
#: A file's place in the folder: no piece of it begins with a dot, and none leads elsewhere, also on Windows.
_PIECE = r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]*"
PLACE = re.compile(rf"{_PIECE}(/{_PIECE})*")
#: What is believed of an archive before it is read: files, bytes in all, signs of a place, bytes of the list, and bytes
#: that are taken from it at once, which also bounds what its own headers may ask for. Ours stay a hundred times below.
MOST_FILES, MOST_BYTES, MOST_SIGNS, MOST_OF_LIST, MOST_AT_ONCE = 100_000, 20_000_000_000, 250, 20_000_000, 2**18


@dataclass(frozen=True)
class Contents:
    """What is in a backup: the hash (hex) of every file by its place in the folder, and bytes in all."""

    sums: Mapping[str, str]
    size: int

    @property
    def snapshots(self) -> list[str]:
        """Their ids, oldest first."""
        return sorted(place.removesuffix(".duckdb") for place in self.sums if directory.NAME.fullmatch(place))

    @property
    def meetings(self) -> int:
        return sum(place.startswith(f"{frozen.PINNED}/") and place.endswith(".sha256") for place in self.sums)

    @property
    def decisions(self) -> int:
        return sum(place.startswith(f"{outbox.OUTBOX}/") for place in self.sums)

    @property
    def told(self) -> str:
        """What is in it, in words."""
        megabytes = words.number(self.size / 1_000_000, 1)
        return f"{len(self.snapshots)} potret, {self.meetings} rapat, dan {self.decisions} keputusan, {megabytes} MB"


def broken(source: Path, why: str) -> StoreError:
    """What is told of a backup that is not used."""
    return StoreError(f"{source.name} rusak atau bukan cadangan dasbor ini: {why}. Pakai cadangan lain.")


class _Bounded(gzip.GzipFile):
    """An archive that gives no more at once than it should be asked for."""

    def read(self, size: int | None = -1) -> bytes:
        if size is None or not 0 <= size <= MOST_AT_ONCE:
            raise tarfile.ReadError("more at once than any piece of ours needs")
        return super().read(size)


def pieces(source: Path, file: IO[bytes]) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    """The files of a backup one after another, each with its content; `file` is the opened `source`.

    StoreError for whatever we never write: a link, a device, a place outside the folder, a file twice or behind the
    list, more or larger than is believed. Whoever goes through them does so within `reading`.
    """
    seen: set[str] = set()
    size = 0
    with _Bounded(fileobj=file) as unzipped, tarfile.open(fileobj=unzipped, mode="r:") as archive:
        for piece in archive:
            place = piece.name
            plain = piece.type in (tarfile.REGTYPE, tarfile.AREGTYPE) and piece.sparse is None
            if not plain or len(place) > MOST_SIGNS or not PLACE.fullmatch(place) or place in seen or SUMS in seen:
                raise broken(source, f"“{place[:60]!r}” tidak semestinya ada di dalamnya")
            seen.add(place)
            size += piece.size
            most = MOST_OF_LIST if place == SUMS else MOST_BYTES
            if len(seen) > MOST_FILES or size > MOST_BYTES or not 0 <= piece.size <= most:
                raise broken(source, "isinya jauh lebih besar daripada cadangan mana pun")
            yield piece, archive.extractfile(piece)
        # Behind the last file lie blank blocks, and the sum by which gzip knows that nothing was cut off.
        blank = 0
        while rest := unzipped.read(MOST_AT_ONCE):
            blank += len(rest)
            if blank > MOST_AT_ONCE or any(rest):
                raise broken(source, "di belakang isinya masih ada sesuatu")
    if any(str(above) in seen for place in seen for above in PurePosixPath(place).parents):
        raise broken(source, "satu nama dipakai berkas dan folder sekaligus")


@contextlib.contextmanager
def reading(source: Path) -> Iterator[None]:
    """Tell in one line what the library says of an archive that is cut, changed, or made to exhaust it."""
    try:
        yield
    except (tarfile.TarError, EOFError, zlib.error, UnicodeError, RecursionError):
        raise broken(source, "berkasnya terpotong atau berubah") from None
    except OSError as error:
        if error.errno is None:  # gzip's own, of a damaged file
            raise broken(source, "berkasnya terpotong atau berubah") from None
        raise


def read(source: Path) -> Contents:
    """What is in a backup, every byte compared with its list; StoreError where anything is not as it was written."""
    seen: dict[str, str] = {}
    told, size = None, 0
    with reading(source), source.open("rb") as file:
        for piece, content in pieces(source, file):
            if piece.name == SUMS:
                told = _text(source, content)
            else:
                seen[piece.name] = hashlib.file_digest(content, "sha256").hexdigest()
                size += piece.size
    listed = dict(reversed(line.split("  ", 1)) for line in (told or "").splitlines() if "  " in line)
    if told is None or listed != seen:
        raise broken(source, "isinya tidak cocok dengan daftarnya")
    if not any(directory.NAME.fullmatch(place) for place in seen):
        raise broken(source, "tidak ada potret di dalamnya")
    return Contents(seen, size)


def _text(source: Path, content: IO[bytes]) -> str:
    """The list of a backup; its size was looked at before."""
    try:
        return b"".join(iter(lambda: content.read(MOST_AT_ONCE), b"")).decode()
    except UnicodeDecodeError:
        raise broken(source, "daftarnya tidak terbaca") from None
