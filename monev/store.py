"""Snapshots, one immutable DuckDB file each, and `ask`: the only door to DuckDB."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from monev import questions, words

#: What a snapshot's file is called: number in the order of making, reference date, first characters of its hash.
NAME = re.compile(r"(\d{6})-(\d{4}-\d{2}-\d{2})-([0-9a-f]{8})\.duckdb")
#: Beside the snapshots: when each agency was last tried and last read; a snapshot itself never changes.
SYNC_TIMES = "sinkron.json"
_SYNC_TYPES = "{instansi: 'VARCHAR', dicoba: 'TIMESTAMP', berhasil: 'TIMESTAMP', pesan: 'VARCHAR'}"

_CLOSED = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
_ARROW = {
    "BIGINT": pa.int64(),
    "INTEGER": pa.int32(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
    "VARCHAR": pa.string(),
    "VARCHAR[]": pa.list_(pa.string()),
}


class StoreError(RuntimeError):
    """Something about snapshots that an operator has to act on, in one line."""


@dataclass(frozen=True)
class Table:
    """Rows with declared DuckDB types (one of BIGINT, INTEGER, DOUBLE, BOOLEAN, DATE, TIMESTAMP, VARCHAR, VARCHAR[]).

    Types are declared, never inferred: a column in which nothing could be read must keep its type.
    """

    types: Mapping[str, str]
    rows: list[Mapping[str, object]] = field(default_factory=list)

    def arrow(self) -> pa.Table:
        columns = {
            name: pa.array([row.get(name) for row in self.rows], type=_ARROW[kind]) for name, kind in self.types.items()
        }
        return pa.table(columns)


def digest(tables: Mapping[str, Table], leave_out: Iterable[str] = ()) -> str:
    """SHA-256 over names, types and rows; columns called as in `leave_out` do not count."""
    seen = hashlib.sha256()
    leave_out = set(leave_out)
    for name in sorted(tables):
        table = tables[name]
        kept = [column for column in table.types if column not in leave_out]
        seen.update(json.dumps([name, {column: table.types[column] for column in kept}]).encode())
        for row in table.rows:
            seen.update(json.dumps([row.get(column) for column in kept], default=str, ensure_ascii=False).encode())
    return seen.hexdigest()


def snapshots(folder: Path) -> list[str]:
    """Ids of the complete snapshots, oldest first."""
    if not folder.is_dir():
        return []
    return sorted(path.stem for path in folder.iterdir() if NAME.fullmatch(path.name))


def next_name(folder: Path, reference_date: dt.date, digest_hex: str) -> str:
    """The id of the snapshot to be made now: numbered, so that no clock decides which one is the newest."""
    last = latest(folder)
    return f"{int(last[:6]) + 1 if last else 1:06d}-{reference_date.isoformat()}-{digest_hex[:8]}"


def write(folder: Path, name: str, tables: Mapping[str, Table]) -> None:
    """Put the tables into the new snapshot `name`.

    The file is written under another name, flushed to disk, made read-only and only then renamed, so that a
    listed snapshot is always a complete one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".{name}.{os.getpid()}.setengah"
    half.unlink(missing_ok=True)
    with duckdb.connect(str(half), config=_CLOSED) as connection:
        for table_name, table in tables.items():
            columns = ", ".join(f'"{column}" {kind}' for column, kind in table.types.items())
            connection.execute(f'create table "{table_name}" ({columns})')
            if table.rows:
                connection.register("baris_baru", table.arrow())
                connection.execute(f'insert into "{table_name}" select * from baris_baru')  # noqa: S608
                connection.unregister("baris_baru")
        connection.execute("checkpoint")
    half.chmod(0o444)
    _flush(half)
    half.rename(folder / f"{name}.duckdb")
    _flush(folder)


def _flush(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # Windows cannot open a folder to flush it
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_sync_times(folder: Path, times: list[Mapping[str, object]]) -> None:
    """Replace sinkron.json: one object per agency with instansi, dicoba, berhasil (WIB, ISO) and pesan."""
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".{SYNC_TIMES}.{os.getpid()}"
    half.write_text(json.dumps(times, default=str, ensure_ascii=False, indent=1), "utf-8")
    half.replace(folder / SYNC_TIMES)


def read_sync_times(folder: Path) -> list[dict]:
    """The rows of sinkron.json; none where there is none yet."""
    path = folder / SYNC_TIMES
    return json.loads(path.read_text("utf-8")) if path.is_file() else []


class Snapshot:
    """One snapshot opened for questions, with an earlier one as `lampau` to compare with.

    Files are attached read-only, the views are laid over them, and then the connection is locked: no query can
    reach another file, the network or a setting. Every question gets a cursor of its own, because one connection
    shared by threads mixes up rows.
    """

    def __init__(self, folder: Path, name: str, before: str | None = None) -> None:
        self.id, self.before = name, before
        self._questions = questions.load()
        connection = duckdb.connect(":memory:", config=_CLOSED)
        self._connection = connection
        try:
            self._attach(folder, name, "kini")
            self._attach(folder, before or name, "lampau_berkas")
            for word, (function, kind) in words.SQL_FORMATS.items():
                connection.create_function(f"kata_{word}", function, [kind], "VARCHAR")
            self._build("lampau", "lampau_berkas", empty=before is None)
            times = folder / SYNC_TIMES
            if not times.is_file():
                write_sync_times(folder, [])
            source = f"read_json('{_quoted(times)}', columns = {_SYNC_TYPES})"
            connection.execute(f"create view main.sinkron as from {source}")
            self._build("main", "kini")
            connection.execute(f"set allowed_paths = ['{_quoted(times)}']")
            connection.execute("set enable_external_access = false")
            connection.execute("set lock_configuration = true")
        except duckdb.Error as error:
            connection.close()
            raise StoreError(f"Potret {name} tidak dapat dibuka: {_first_line(error)}") from error

    def _attach(self, folder: Path, name: str, alias: str) -> None:
        path = folder / f"{name}.duckdb"
        if not path.is_file():
            raise StoreError(f"Potret {name} tidak ada di {folder}.")
        self._connection.execute(f"attach '{_quoted(path)}' as {alias} (read_only)")

    def _build(self, schema: str, database: str, empty: bool = False) -> None:
        """Lay the snapshot's tables and all queries into `schema`; `empty`: the same shapes without a row.

        A view looks its names up in its own schema first, so the same text answers for either snapshot.
        """
        connection = self._connection
        connection.execute(f"create schema if not exists {schema}")
        connection.execute(f"use memory.{schema}")
        tables = connection.execute("select table_name from duckdb_tables() where database_name = ?", [database])
        for (table,) in tables.fetchall():
            nothing = " where false" if empty else ""
            connection.execute(f'create view "{table}" as from {database}.main."{table}"{nothing}')
        if schema == "lampau":
            connection.execute("create view sinkron as select null::varchar as instansi, null::timestamp as dicoba, "
                               "null::timestamp as berhasil, null::varchar as pesan where false")
        for word, (_, kind) in words.SQL_FORMATS.items():
            # Sums come as HUGEINT and shares as DECIMAL: the macro brings any number to the type that the format takes.
            connection.execute(f"create macro {word}(apa) as kata_{word}(apa::{kind})")
        for statement in questions.macros():
            connection.execute(statement)
        for question in self._questions.values():
            if question.folder == questions.CHECKS or (schema == "lampau" and _compares(question)):
                continue
            try:
                connection.execute(f'create view "{question.view}" as {question.sql}')
            except duckdb.Error as error:
                raise StoreError(f"queries/{question.name}.sql: {_first_line(error)}") from error
        connection.execute("use memory.main")

    def ask(self, name: str, **values: object) -> pd.DataFrame:
        """The answer to queries/<name>.sql; `values` fill its $parameters.

        Cells keep Python's own types (int, float, str, bool, date, datetime, list, None): a missing number stays
        None and never turns into a float that is not a number.
        """
        if name not in self._questions:
            raise StoreError(f"Tidak ada pertanyaan “{name}”; lihat folder queries/.")
        return self._run(self._questions[name].sql, values)

    def select(self, sql: str, **values: object) -> pd.DataFrame:
        """The answer to one free SELECT, for tests and the command line; anything else is refused."""
        statements = duckdb.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise StoreError("Hanya satu pernyataan SELECT yang diterima.")
        return self._run(sql, values)

    def check(self) -> list[tuple[str, list[dict]]]:
        """The rows of every check in queries/periksa/, by query name."""
        names = [name for name, question in self._questions.items() if question.folder == questions.CHECKS]
        return [(name, self.ask(name).to_dict("records")) for name in names]

    def _run(self, sql: str, values: Mapping[str, object]) -> pd.DataFrame:
        with self._connection.cursor() as cursor:
            answer = cursor.execute(sql, values) if values else cursor.execute(sql)
            names = [column[0] for column in answer.description]
            return pd.DataFrame(answer.fetchall(), columns=names, dtype=object)

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def latest(folder: Path) -> str | None:
    """The id of the newest snapshot, or None."""
    names = snapshots(folder)
    return names[-1] if names else None


def previous(folder: Path, name: str) -> str | None:
    """The newest snapshot with a reference date before that of `name`: what this one is compared with."""
    own_date = reference_date(name)
    earlier = [other for other in snapshots(folder) if reference_date(other) < own_date]
    return max(earlier, key=lambda other: (reference_date(other), other), default=None)


def reference_date(name: str) -> dt.date:
    """The reference date in a snapshot's id."""
    return dt.date.fromisoformat(name[7:17])


def _compares(question: questions.Question) -> bool:
    return any(table.startswith("lampau.") for table in question.reads)


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("'", "''")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
