"""What a backup holds, and whether that is what it was when it was made."""

from __future__ import annotations

import hashlib
import re
import tarfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from monev import words
from monev.store import StoreError, outbox, pinned, shelf

#: The last piece of a backup: a line per file, in the form of sha256sum.
SUMS = "DAFTAR.sha256"
#: A file's place in the folder: no piece of it begins with a dot, and none leads elsewhere, also on Windows.
_PIECE = r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]*"
PLACE = re.compile(rf"{_PIECE}(/{_PIECE})*")


@dataclass(frozen=True)
class Contents:
    """What is in a backup: the hash (hex) of every file by its place in the folder, and bytes in all."""

    sums: Mapping[str, str]
    size: int

    @property
    def snapshots(self) -> list[str]:
        """Their ids, oldest first."""
        return sorted(place.removesuffix(".duckdb") for place in self.sums if shelf.NAME.fullmatch(place))

    @property
    def meetings(self) -> int:
        return sum(place.startswith(f"{pinned.PINNED}/") and place.endswith(".sha256") for place in self.sums)

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


def read(source: Path) -> Contents:
    """What is in a backup, every byte compared with its list; StoreError where anything is not as it was written.

    A link, a place outside the folder, a file twice, one that the list does not name: each makes it no backup of ours.
    """
    seen: dict[str, str] = {}
    told, size = None, 0
    try:
        with tarfile.open(source, "r:gz") as archive:
            for piece in archive:
                if not piece.isreg() or not PLACE.fullmatch(piece.name) or piece.name in seen or told is not None:
                    raise broken(source, f"“{piece.name[:60]!r}” tidak semestinya ada di dalamnya")
                content = archive.extractfile(piece)
                if piece.name == SUMS:
                    told = content.read().decode()
                else:
                    seen[piece.name] = hashlib.file_digest(content, "sha256").hexdigest()
                    size += piece.size
    except (tarfile.TarError, EOFError, zlib.error, UnicodeDecodeError):
        raise broken(source, "berkasnya terpotong atau berubah") from None
    except OSError as error:
        if error.errno is None:  # gzip's own, of a damaged file
            raise broken(source, "berkasnya terpotong atau berubah") from None
        raise
    listed = dict(reversed(line.split("  ", 1)) for line in (told or "").splitlines() if "  " in line)
    if told is None or listed != seen:
        raise broken(source, "isinya tidak cocok dengan daftarnya")
    if not any(shelf.NAME.fullmatch(place) for place in seen):
        raise broken(source, "tidak ada potret di dalamnya")
    return Contents(seen, size)
