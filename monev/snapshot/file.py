"""The file of one snapshot: how it is written, so that it is there whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import duckdb

from monev.snapshot import permissions
from monev.snapshot.directory import UNFINISHED
from monev.snapshot.table import Table

#: DuckDB fetches nothing by itself, looks at no variable of the program and at no secret of its user, and puts nothing
#: of a snapshot into a file of its own. One thread a connection: a second one costs more than tables of this size give
#: it to do, and visits ask side by side anyway.
CLOSED = {
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
    "temp_directory": "",
    "threads": 1,
}
#: Rows that are handed over in one statement.
AT_ONCE = 20_000
#: How the system says that a disk is full, inside DuckDB's own message.
_NO_ROOM = os.strerror(errno.ENOSPC)
#: How systems say that no file can have a second name here, as on exFAT and some shares; the last one is Windows.
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
#: A path of this machine in such a message: in quotes with all its blanks, without them up to the next one.
_PATH = re.compile(r'(?<=")(?:/|[A-Za-z]:\\)[^"]+(?=")|(?<![\w.])/(?:[^\s"/]+/)+[^\s"/:,;]+')


class StoreError(RuntimeError):
    """Something about snapshots that an operator has to act on, in one line."""


def lock(connection: duckdb.DuckDBPyConnection) -> None:
    """From here on no statement reaches a file, the network or a setting; what is attached stays in reach."""
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def attach(connection: duckdb.DuckDBPyConnection, path: Path, alias: str) -> None:
    """Let the connection read a snapshot's file under the name `alias`."""
    quoted = str(path.resolve()).replace("'", "''")
    connection.execute(f"attach '{quoted}' as {alias} (read_only)")


def write(folder: Path, name: str, tables: Mapping[str, Table]) -> None:
    """Put the tables into the new snapshot `name`.

    It is a `half` file and made read-only before it has its name, so that a listed snapshot is always a complete one.
    """
    permissions.make_folder(folder)
    whole = folder / f"{name}.duckdb"
    if whole.exists():
        raise StoreError(f"Potret {name} sudah ada dan tidak pernah ditimpa.")
    with half(whole) as unfinished:
        # Tables of a few hundred rows: in the usual blocks of 256 KB nearly all of the file would be empty.
        closed = CLOSED | {"default_block_size": "16384"}
        _put(unfinished, closed, tables, "Potret baru belum tersimpan: {}. Potret terakhir tetap dipakai.")


def add(path: Path, tables: Mapping[str, Table]) -> None:
    """Put tables into a snapshot's file that nobody reads yet, then make it read-only."""
    path.chmod(permissions.FILE)
    _put(path, CLOSED, tables, "Potret belum tersimpan: {}.")


def _put(path: Path, config: Mapping[str, object], tables: Mapping[str, Table], failed: str) -> None:
    try:
        with duckdb.connect(str(path), config=dict(config)) as connection:
            lock(connection)
            _fill(connection, tables)
    except duckdb.Error as error:
        why = "disk penuh, jadi kosongkan ruang dulu" if _NO_ROOM in str(error) else first_line(error)
        raise StoreError(failed.format(why)) from error
    path.chmod(permissions.KEPT)


def _fill(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Table]) -> None:
    # One transaction: each of its own would be flushed to disk before the next begins.
    connection.execute("begin")
    fill(connection, tables)
    if "meta" in tables:  # a snapshot says what it holds, so that a table that is lost is missed
        told = json.dumps({name: len(table.rows) for name, table in tables.items()}).replace("'", "''")
        connection.execute(f"comment on table meta is '{told}'")
    connection.execute("commit")
    connection.execute("checkpoint")


def fill(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Table]) -> None:
    """Make these tables, with their rows, where the connection is."""
    for name, table in tables.items():
        if not table.rows:  # many of most snapshots, and a third of the work as a statement without values
            columns = ", ".join(f'"{column}" {kind}' for column, kind in table.types.items())
            connection.execute(f'create table "{name}" ({columns})')
            continue
        side_by_side = ", ".join(f'unnest(?::{kind}[]) as "{column}"' for column, kind in table.types.items())
        connection.execute(f'create table "{name}" as select {side_by_side}', table.columns(0, AT_ONCE))
        for first in range(AT_ONCE, len(table.rows), AT_ONCE):
            connection.execute(f'insert into "{name}" select {side_by_side}', table.columns(first, AT_ONCE))


@contextlib.contextmanager
def half(path: Path, give: Callable[[Path, Path], object] = Path.replace) -> Iterator[Path]:
    """Another name under which to fill the file `path`. It is flushed to disk and then given its own (`give`), so that
    it is there whole or not at all; nothing is left of one that could not be completed."""
    unfinished = path.with_name(f"{UNFINISHED}{os.getpid()}-{path.name}")
    unfinished.unlink(missing_ok=True)
    try:
        yield unfinished
        flush(unfinished)
        give(unfinished, path)
    finally:
        if unfinished.exists():
            unfinished.chmod(permissions.FILE)  # Windows removes nothing that is read-only
            unfinished.unlink()
    flush(path.parent)


def give_once(unfinished: Path, path: Path) -> None:
    """Call a finished file by its name at once; FileExistsError where that is taken, since a rename would replace."""
    try:
        os.link(unfinished, path)
    except (AttributeError, OSError) as error:
        if isinstance(error, OSError) and error.errno not in _NO_LINKS:
            raise
        if path.exists():  # no two programs make the same id, so nobody takes it after this look
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        unfinished.rename(path)


def flush(path: Path) -> None:
    """See to it that a file, or the names in a folder, are on the disk itself."""
    if os.name == "nt" and path.is_dir():  # Windows cannot open a folder to flush it
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def first_line(error: Exception) -> str:
    """The first line of a message of DuckDB's; the others are for whoever wrote the SQL. Files go by their name: where
    they lie on this machine is nobody's business."""
    line = (str(error).splitlines() or [type(error).__name__])[0]
    return _PATH.sub(lambda found: re.split(r"[/\\]", found[0])[-1], line)
