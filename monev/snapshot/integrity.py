"""Whether a snapshot is whole; a damaged one is put aside under another name, and the one before it stands in."""

from __future__ import annotations

import errno
import json
import logging
import os
import stat
import threading
import time
from functools import lru_cache
from pathlib import Path

import duckdb

from monev.snapshot import claims, directory
from monev.snapshot.file import CLOSED, StoreError, attach, flush, lock
from monev.snapshot.literals import text

log = logging.getLogger("monev")

#: Held by the only one who puts aside.
_LOCK = f".sisih{directory.LOCKS}"
#: Seconds between two looks at a file that seems damaged: whoever copies one here by hand is not done at once.
_AGAIN = 0.2
#: What every snapshot ever had, also one from before they said themselves what they hold.
_ALWAYS = ("meta", "instansi")
#: What keeps from looking at a file and says nothing about it, by its number and in DuckDB's words.
_PASSING = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN, errno.EINTR)
_PASSING_WORDS = ("lock on file", *map(os.strerror, _PASSING))


class _Unknown(Exception):
    """It cannot be looked at now, for a reason that lies elsewhere."""


def newest_whole(folder: Path) -> str | None:
    """The id of the newest snapshot that is whole, or None; those that are newer are put aside."""
    return next((name for name in reversed(directory.snapshots(folder)) if is_whole(folder, name)), None)


def previous_whole(folder: Path, name: str) -> str | None:
    """As `shelf.previous`, among those that are whole."""
    while (found := directory.previous(folder, name)) is not None and not is_whole(folder, found):
        if (folder / f"{found}.duckdb").exists():  # it could not be put aside
            return None
    return found


def is_whole(folder: Path, name: str) -> bool:
    """Whether a snapshot is there and whole; a damaged one is put aside. One that is gone, or still being copied here,
    is neither whole nor damaged."""
    path = folder / f"{name}.duckdb"
    seen = directory.stamp(path)
    why = _trouble(path, seen)
    if why is None:
        return bool(seen)
    time.sleep(_AGAIN)
    if directory.stamp(path) == seen:
        _put_aside(folder, name, seen, why)
    return False


def damage(folder: Path, name: str) -> str | None:
    """What ails a snapshot, in words; None where it is whole, gone, or cannot be looked at now. Nothing is changed."""
    path = folder / f"{name}.duckdb"
    return _trouble(path, directory.stamp(path))


def stood_in(folder: Path) -> bool:
    """Whether a damaged snapshot was put aside that is newer than all that are listed."""
    damaged = directory.aside(folder)
    return bool(damaged) and damaged[-1] > (directory.latest(folder) or "")


def newest_damaged(folder: Path) -> bool:
    """Whether what is newest now only stands in for a damaged snapshot, put aside or not."""
    name = directory.latest(folder)
    return stood_in(folder) or (name is not None and damage(folder, name) is not None)


def _trouble(path: Path, seen: tuple[int, ...]) -> str | None:
    try:
        with _alone(path):  # a new file is asked about by all pages at once: one looks, the others hear of it
            return _looked_at(path, seen) if seen else None
    except _Unknown:  # whoever opens it tells what that is
        return None


@lru_cache(maxsize=1024)
def _alone(path: Path) -> threading.Lock:
    return threading.Lock()


@lru_cache(maxsize=1024)
def _looked_at(path: Path, _: tuple[int, ...]) -> str | None:
    """As `damage`; looked at again only when the system says that the file is another one."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return "di tempatnya ada sesuatu yang bukan berkas"
        with path.open("rb") as file:
            file.read(1)
    except PermissionError:
        return "berkasnya tidak boleh dibaca pemakai yang menjalankan server"
    except OSError as error:
        if error.errno in _PASSING:
            raise _Unknown from error
        return "disk gagal membacanya"
    try:
        return _inside(path)
    except duckdb.Error as error:
        if isinstance(error, duckdb.OutOfMemoryException) or any(words in str(error) for words in _PASSING_WORDS):
            raise _Unknown from error
        return "isinya tidak dapat dibaca; terpotong, berubah, atau dari versi lain"


def _inside(path: Path) -> str | None:
    """As `damage`, of a file; raises duckdb.Error where any block of it is not what was written."""
    with duckdb.connect(":memory:", config=CLOSED) as connection:
        attach(connection, path, "kini")
        lock(connection)
        found = connection.execute("from duckdb_tables() select table_name, comment where database_name = 'kini'")
        there = dict(found.fetchall())
        if not set(_ALWAYS) <= there.keys():
            return "isinya bukan potret"
        [told] = connection.execute("from kini.main.meta select any_value(hash)").fetchone()
        if not (told or "").startswith(path.stem.rpartition("-")[2]):
            return "isinya milik potret lain"
        wanted = json.loads(there["meta"]) if there["meta"] else {}
        if lost := sorted(wanted.keys() - there.keys()):
            return f"tabel {lost[0]} hilang"
        # The hash is of no use, but to work it out every block has to be read, and each knows its own checksum.
        each = [f'from kini.main."{table}" as t select {text(table)}, count(*), bit_xor(hash(t))' for table in there]
        for table, rows, _ in connection.execute("\nunion all\n".join(each)).fetchall():
            if rows != wanted.get(table, 0) and wanted:
                return f"tabel {table} tidak lengkap"
    return None


def _put_aside(folder: Path, name: str, seen: tuple[int, ...], why: str) -> None:
    """Give a damaged snapshot another name, unless another process has done so; nothing is ever removed."""
    path = folder / f"{name}.duckdb"
    try:
        with claims.held(folder / _LOCK, 10, why):
            if directory.stamp(path) != seen:
                return
            aside = _free_name(folder, name)
            path.rename(aside)
            flush(folder)
    except (OSError, StoreError):
        _tell(
            f"Potret {name} rusak: {why}. Berkasnya belum disisihkan, karena {folder.name}/ tidak dapat ditulisi. "
            "Sementara ini dipakai potret sebelumnya. Beri izin tulis pada folder itu kepada pemakai server."
        )
        return
    log.error(
        "Potret %s rusak: %s. Berkasnya disisihkan sebagai %s di %s/, tidak dihapus. Sementara ini dipakai potret "
        "sebelumnya; pembacaan lembar berikutnya membuat yang baru. Periksa disk dan izin di server; hapus berkas itu "
        "bila tidak diperlukan lagi.", name, why, aside.name, folder.name,
    )  # fmt: skip


def _free_name(folder: Path, name: str) -> Path:
    """What a damaged snapshot is called; one of the same name may have been put back and damaged again."""
    found, number = folder / f"{directory.ASIDE}{name}.duckdb", 1
    while found.exists() or found.is_symlink():
        number += 1
        found = folder / f"{directory.ASIDE}{name}-{number}.duckdb"
    return found


@lru_cache(maxsize=64)
def _tell(trouble: str) -> None:
    """One line for the operator, not one for each page that is opened."""
    log.error("%s", trouble)
