"""Snapshots, one immutable DuckDB file each, and `ask`: the only door to DuckDB."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd

from monev.snapshot import directory, frozen, outbox, queries
from monev.snapshot.directory import UNFINISHED, latest, next_name, number, previous, reference_date, snapshots
from monev.snapshot.file import CLOSED, StoreError, first_line, lock, write
from monev.snapshot.formats import FORMATS

from monev.snapshot.directory import read_sync_times, sweep, thin, write_sync_times  # isort: skip
from monev.snapshot.integrity import damage, is_whole, newest_damaged, newest_whole, previous_whole, stood_in
from monev.snapshot.table import Table, digest

__all__ = [
    "SYNC_TYPES", "UNFINISHED", "Snapshot", "StoreError", "Table", "damage", "digest", "is_whole", "latest",
    "newest_damaged", "newest_whole", "next_name", "number", "previous", "previous_whole", "read_sync_times",
    "reference_date", "snapshots", "stood_in", "sweep", "thin", "write", "write_sync_times",
]  # fmt: skip

SYNC_TYPES = {"instansi": "VARCHAR", "dicoba": "TIMESTAMP", "berhasil": "TIMESTAMP", "pesan": "VARCHAR"}
#: The schema of the snapshot asked, and of the one that it is compared with.
_NOW, _BEFORE = "main", queries.BEFORE
#: What only a pinned snapshot holds; any other has it without rows.
_PINNED = {"rapat": frozen.RAPAT, "angka_rapat": frozen.ANGKA_RAPAT}
#: Tables by name, each with its columns and their DuckDB types.
Shapes = Mapping[str, Mapping[str, str]]


class Snapshot:
    """One snapshot opened for questions, with an earlier one as `lampau` to compare with.

    Files are attached read-only and then the connection is locked: no query can reach another file, the
    network or a setting. A view is laid over them when a question first needs it, and the common tables are worked
    out then. Every question gets its own cursor, because one connection shared by
    threads mixes up rows.

    `shapes` are the tables that the questions of today read: one that a snapshot of an earlier version lacks is there
    without rows, a column that it lacks is null, and one of another type is null where its value does not fit.
    """

    def __init__(self, folder: Path, name: str, before: str | None = None, shapes: Shapes | None = None) -> None:
        self.id, self.before = name, before
        self._questions = queries.load()
        self._views = {question.view: question for question in self._questions.values()}
        self._laid: set[tuple[str, str]] = set()
        self._laying = threading.Lock()
        self._connection = duckdb.connect(":memory:", config=CLOSED)
        try:
            self._attach(folder, name, "kini")
            if before is not None:
                self._attach(folder, before, "dulu")
            for word, (function, *kinds) in FORMATS.items():
                self._connection.create_function(f"kata_{word}", function, kinds, "VARCHAR")
            # A view looks its names up in its own schema first, so the same text answers for either snapshot.
            self._builders = {schema: self._builder(schema) for schema in (_BEFORE, _NOW)}
            self._lay_tables(_PINNED | {**(shapes or {})})
            self._lay_beside("sinkron", SYNC_TYPES, lambda: directory.read_sync_times(folder))
            self._lay_beside("kotak_keluar", outbox.STANDING, lambda: outbox.current(folder))
            lock(self._connection)
        except duckdb.Error as error:
            self.close()
            raise StoreError(f"Potret {name} tidak dapat dibuka: {first_line(error)}") from error
        except StoreError:
            self.close()
            raise

    def _attach(self, folder: Path, name: str, alias: str) -> None:
        path = folder / f"{name}.duckdb"
        if not path.is_file():
            raise StoreError(f"Potret {name} tidak ada di {folder.name}/.")
        if frozen.is_pinned(name):
            frozen.verify(folder, name)
        self._connection.execute(f"attach '{_quoted(path)}' as {alias} (read_only)")

    def _builder(self, schema: str) -> duckdb.DuckDBPyConnection:
        """A cursor whose names are those of `schema`, with the words that all SQL may use."""
        builder = self._connection.cursor()
        builder.execute(f"create schema if not exists memory.{schema}")
        builder.execute(f"use memory.{schema}")
        return builder

    def _lay_tables(self, shapes: Shapes) -> None:
        """The tables of both snapshots in the same shape: the declared one, with what the snapshot has besides."""
        now, before = self._shapes("kini"), self._shapes("dulu")
        for table in now | shapes:
            shape = {**shapes.get(table, {})}
            shape |= {column: kind for column, kind in now.get(table, {}).items() if column not in shape}
            for schema, database, there in ((_NOW, "kini", now), (_BEFORE, "dulu", before)):
                source = _in_shape(f'{database}.main."{table}"', there.get(table), shape)
                self._builders[schema].execute(f'create view "{table}" as {source}')
        for builder in self._builders.values():
            for word, (_, *kinds) in FORMATS.items():
                # Sums come as HUGEINT, shares as DECIMAL: the macro brings any number to the format's type.
                names = [f"apa{place}" for place, _ in enumerate(kinds)]
                casts = ", ".join(f"{name}::{kind}" for name, kind in zip(names, kinds, strict=True))
                builder.execute(f"create macro {word}({', '.join(names)}) as kata_{word}({casts})")
            for statement in queries.macros():
                builder.execute(statement)

    def _shapes(self, database: str) -> dict[str, dict[str, str]]:
        columns = self._connection.execute(
            "select table_name, column_name, data_type from duckdb_columns() "
            "where database_name = ? order by table_name, column_index", [database]
        )  # fmt: skip
        shapes: dict[str, dict[str, str]] = {}
        for table, column, kind in columns.fetchall():
            shapes.setdefault(table, {})[column] = kind
        return shapes

    def _lay_beside(self, table: str, types: Mapping[str, str], read: Callable[[], list[dict]]) -> None:
        """What lies beside the snapshots as a view, read by Python at each question: it changes while the snapshot
        does not. A pinned snapshot may bring its own of then; the one compared with has none of it."""
        if table in self._shapes("kini"):
            return
        nothing = ", ".join(f"null::{kind} as {column}" for column, kind in types.items())
        self._builders[_BEFORE].execute(f"create view {table} as select {nothing} where false")
        self._connection.create_function(
            f"catatan_{table}", lambda: json.dumps(read()), [], "VARCHAR", side_effects=True
        )
        rows = f"from_json(catatan_{table}(), '{json.dumps([types])}')"
        self._builders[_NOW].execute(f"create view {table} as select unnest({rows}, max_depth := 2)")

    def ask(self, name: str, **values: object) -> pd.DataFrame:
        """The answer to queries/<name>.sql; `values` fill its $parameters. By the name of an agenda page
        (logistik/angka_pokok) it is what that page has of queries/bersama/.

        Cells keep Python's own types (int, float, str, bool, date, datetime, list, None): a missing number
        stays None and never turns into a float that is not a number.
        """
        name = queries.FORMERLY.get(name, name)
        if shared := queries.of_page(self._questions, name):
            question, page = shared
            answer = self.ask(question, **values)
            return answer[answer["halaman"] == page].drop(columns="halaman").reset_index(drop=True)
        if name not in self._questions:
            raise StoreError(f"Tidak ada pertanyaan “{name}”; lihat folder queries/.")
        question = self._questions[name]
        return self._run(f"queries/{name}.sql", question.sql, question.reads, values)

    def text(self, name: str) -> str:
        """queries/<name>.sql as it stands, to be shown to whoever asks how a number came about."""
        return self._questions[name].sql

    def select(self, sql: str, **values: object) -> pd.DataFrame:
        """The answer to one free SELECT, for tests and the command line; anything else is refused."""
        try:
            reads = queries.tables("select", sql)
        except queries.QuestionError as error:
            raise StoreError(f"Hanya satu pernyataan SELECT yang diterima. {error}") from error
        return self._run("select", sql, reads, values)

    def check(self) -> list[tuple[str, list[dict]]]:
        """The rows of every check in queries/periksa/, by query name."""
        names = [name for name, question in self._questions.items() if question.folder == queries.CHECKS]
        return [(name, self.ask(name).to_dict("records")) for name in names]

    def _run(self, what: str, sql: str, reads: Iterable[str], values: Mapping[str, object]) -> pd.DataFrame:
        try:
            with self._laying:
                self._lay(reads, _NOW)
            with self._connection.cursor() as cursor:
                answer = cursor.execute(sql, values) if values else cursor.execute(sql)
                names = [column[0] for column in answer.description]
                rows = [tuple(map(_plain, row)) for row in answer.fetchall()]
        except duckdb.Error as error:
            raise StoreError(f"{what}: {first_line(error)}") from error
        return pd.DataFrame(rows, columns=names, dtype=object)

    def _lay(self, reads: Iterable[str], schema: str) -> None:
        """Make the views that these names stand for and that are not there yet, each after those it reads."""
        for name in sorted(reads):
            view = name.removeprefix(f"{_BEFORE}.")
            where = schema if view == name else _BEFORE
            question = self._views.get(view)
            if question is None or (where, view) in self._laid:
                continue
            self._lay(question.reads, where)
            # What many questions share is worked out once: a snapshot does not change, so neither does this.
            kind = "table" if question.folder in queries.COMMON else "view"
            try:
                self._builders[where].execute(f'create {kind} "{view}" as {question.sql}')
            except duckdb.Error as error:
                raise StoreError(f"queries/{question.name}.sql: {first_line(error)}") from error
            self._laid.add((where, view))

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _in_shape(table: str, there: Mapping[str, str] | None, shape: Mapping[str, str]) -> str:
    """The SELECT that gives `table`, whose columns are `there` (None: no such table), in another shape."""
    if there is None:
        return f"select {', '.join(map(_null, shape, shape.values()))} where false"
    if [*there.items()] == [*shape.items()]:
        return f"from {table}"
    columns = [
        _null(column, kind) if column not in there
        else f'"{column}"' if there[column] == kind
        # A choice that was one and may be several by now.
        else f'if("{column}" is null, null, ["{column}"]) as "{column}"'
        if (there[column], kind) == ("VARCHAR", "VARCHAR[]")
        # By way of text, from which every type can be tried; between dates and numbers there is no way at all.
        else f'try_cast("{column}"::varchar as {kind}) as "{column}"'
        for column, kind in shape.items()
    ]  # fmt: skip
    columns += [f'"{column}"' for column in there if column not in shape]
    return f"select {', '.join(columns)} from {table}"  # noqa: S608


def _null(column: str, kind: str) -> str:
    return f'null::{kind} as "{column}"'


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("'", "''")
