"""Snapshots, one immutable DuckDB file each, and `ask`: the only door to DuckDB."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from monev.snapshot import answer, beside, frozen, kecamatan_sql, queries, sql_words
from monev.snapshot.beside import SYNC_TYPES
from monev.snapshot.directory import UNFINISHED, latest, next_name, number, previous, reference_date, snapshots
from monev.snapshot.file import CLOSED, StoreError, attach, fill, first_line, lock, write
from monev.snapshot.shapes import InFile, Shapes, in_shape, nothing

from monev.snapshot.directory import read_sync_times, sweep, thin, write_sync_times  # isort: skip
from monev.snapshot.integrity import damage, is_whole, newest_damaged, newest_whole, previous_whole, stood_in
from monev.snapshot.table import Table, digest

__all__ = [
    "SYNC_TYPES", "UNFINISHED", "Snapshot", "StoreError", "Table", "damage", "digest", "is_whole", "latest",
    "newest_damaged", "newest_whole", "next_name", "number", "previous", "previous_whole", "read_sync_times",
    "reference_date", "snapshots", "stood_in", "sweep", "thin", "write", "write_sync_times",
]  # fmt: skip

if TYPE_CHECKING:
    import pandas as pd

#: The schema of the snapshot asked, and of the one that it is compared with.
_NOW, _BEFORE = "main", queries.BEFORE


class Snapshot:
    """One snapshot opened for questions, with an earlier one as `lampau` to compare with.

    Files are attached read-only and then the connection is locked: no query can reach another file, the network or a
    setting. A table or view is laid over them when a question first needs it, and the common tables are worked out
    then. Every question gets its own cursor, because one connection shared by threads mixes up rows.

    `shapes` are the tables that the questions of today read: one that a snapshot of an earlier version lacks is there
    without rows, a column that it lacks is null, and one of another type is null where its value does not fit.

    `unwritten` are the tables of a snapshot in the making, which has neither file nor folder yet: they are laid in
    memory, and nothing lies beside them. `questions` can be asked, by name; all of the project where not given. Of
    both snapshots there is only what lies in the kecamatan of `narrowed`.
    """

    def __init__(
        self, folder: Path | None, name: str, before: str | None = None, shapes: Shapes | None = None,
        unwritten: Mapping[str, Table] | None = None, questions: Mapping[str, queries.Question] | None = None,
        narrowed: kecamatan_sql.Narrowed | None = None,
    ) -> None:  # fmt: skip
        self.id, self.before, self._narrowed = name, before, narrowed
        self._questions = queries.load() if questions is None else questions
        self._views = {question.view: question for question in self._questions.values()}
        self._laid: set[tuple[str, str]] = set()
        self._laying = threading.Lock()
        #: What cannot be answered of what many files declare, by file: why.
        self.failed: dict[str, str] = {}
        self._connection = duckdb.connect(":memory:", config=CLOSED)
        self._unwritten = unwritten or {}
        try:
            for snapshot, alias in ((name if folder else None, "kini"), (before, "dulu")):
                if snapshot is not None:
                    self._attach(folder, snapshot, alias)
            making = {one: table.types for one, table in self._unwritten.items()}
            self._there = {
                _NOW: InFile(self._connection, "kini") if folder else making,
                _BEFORE: InFile(self._connection, "dulu") if before is not None else {},
            }
            self._shapes = frozen.TABLES | kecamatan_sql.TABLES | {**(shapes or {})}
            # A view looks its names up in its own schema first, so the same text answers for either snapshot.
            self._builders = {schema: self._builder(schema) for schema in (_BEFORE, _NOW)}
            self._words = sql_words.Words(self._builders)
            self._beside = beside.tables(folder)
            #: The names whose rows may be others at the next question; a pinned one may bring its own of then.
            self._changing = {table for table in self._beside if table not in self._there[_NOW]}
            lock(self._connection)
        except (duckdb.Error, StoreError) as error:
            self.close()
            told = StoreError(f"Potret {name} tidak dapat dibuka: {first_line(error)}")
            raise error if isinstance(error, StoreError) else told from error

    def _attach(self, folder: Path, name: str, alias: str) -> None:
        path = folder / f"{name}.duckdb"
        if not path.is_file():
            raise StoreError(f"Potret {name} tidak ada di {folder.name}/.")
        if frozen.is_pinned(name):
            frozen.verify(folder, name)
        attach(self._connection, path, alias)

    def _builder(self, schema: str) -> duckdb.DuckDBPyConnection:
        """A cursor whose names are those of `schema`."""
        builder = self._connection.cursor()
        builder.execute(f"create schema if not exists memory.{schema}")
        builder.execute(f"use memory.{schema}")
        return builder

    def ask(self, name: str, **values: object) -> pd.DataFrame:
        """The answer to queries/<name>.sql; `values` fill its $parameters. By the name of an agenda page
        (layanan/angka_pokok) it is what that page has of monev/queries/bersama/.

        Cells keep Python's own types (int, float, str, bool, date, datetime, list, None): a missing number
        stays None and never turns into a float that is not a number.
        """
        return answer.frame(*self._asked(name, values))

    def rows(self, name: str, **values: object) -> list[dict]:
        """As `ask`, each row by the names of its columns."""
        return answer.named(*self._asked(name, values))

    def types(self, name: str) -> dict[str, str]:
        """The columns of the answer to queries/<name>.sql with their DuckDB types."""
        question = self._questions[name]
        return dict(row[:2] for row in self._run(question.file, f"describe {question.asked}", question.reads, {})[1])

    def table(self, name: str) -> list[dict]:
        """All rows of one table of the snapshot."""
        return answer.named(*self._run(name, f'from "{name}"', [name], {}))

    def text(self, name: str) -> str:
        """The SQL of queries/<name>.sql, to be shown to whoever asks how a number came about."""
        return self._questions[name].sql if name in self._questions else "-- Pertanyaan ini tidak ada lagi."

    def select(self, sql: str, **values: object) -> pd.DataFrame:
        """The answer to one free SELECT, for tests and the command line; anything else is refused."""
        try:
            reads = queries.tables("select", sql)
        except queries.QuestionError as error:
            raise StoreError(f"Hanya satu pernyataan SELECT yang diterima. {error}") from error
        return answer.frame(*self._run("select", sql, reads, values))

    def _asked(self, name: str, values: Mapping[str, object]) -> answer.Answer:
        name = queries.FORMERLY.get(name, name)
        if shared := queries.of_page(self._questions, name):
            question, page = shared
            names, rows = self._asked(question, values)
            at = names.index("halaman")
            return names[:at] + names[at + 1 :], [row[:at] + row[at + 1 :] for row in rows if row[at] == page]
        if name not in self._questions:
            raise StoreError(f"Tidak ada pertanyaan “{name}”; {queries.beside(self._questions, name)}.")
        question = self._questions[name]
        return self._run(question.file, question.asked, question.reads, values)

    def _run(self, what: str, sql: str, reads: Iterable[str], values: Mapping[str, object]) -> answer.Answer:
        try:
            with self._laying:
                self._words.lay(sql, _NOW, self._lay)
                self._lay(reads, _NOW)
            with self._connection.cursor() as cursor:
                found = cursor.execute(sql, values) if values else cursor.execute(sql)
                names = [column[0] for column in found.description]
                return names, [tuple(map(answer.plain, row)) for row in found.fetchall()]
        except duckdb.Error as error:
            raise StoreError(f"{what}: {first_line(error)}") from error

    def _lay(self, reads: Iterable[str], schema: str) -> None:
        """Make the tables and views that these names stand for and that are not there yet, each after those it reads.
        A name that stands for nothing is left for DuckDB to tell of."""
        for name in sorted(reads):
            view = name.removeprefix(f"{_BEFORE}.")
            where = schema if view == name else _BEFORE
            if (where, view) in self._laid:
                continue
            self._laid.add((where, view))  # before those beneath: a circle ends here, and DuckDB tells of it
            try:
                question = self._views.get(view)
                if not question or (question.folder == queries.OLDER and view in self._there[where]):
                    self._lay_table(view, where)
                else:
                    self._lay_declared(question, where) if question.kind else self._lay_beneath(question, where)
            except BaseException:
                self._laid.discard((where, view))
                raise

    def _lay_table(self, table: str, schema: str) -> None:
        """A table in the same shape for both snapshots: the declared one, with what the snapshot has besides."""
        if table in self._unwritten and schema == _NOW:
            fill(self._builders[schema], {table: self._unwritten[table]})
            return
        if table in self._changing:
            if schema == _NOW:
                beside.lay(self._builders[_NOW], table, self._beside[table])
            else:  # what lay beside the one compared with is not known any more
                self._builders[_BEFORE].execute(f"create view {table} as {nothing(self._beside[table][0])}")
            return
        if source := kecamatan_sql.laid(self._narrowed, table, partial(self._raw, schema)):
            self._builders[schema].execute(f'create view "{table}" as {source}')

    def _raw(self, schema: str, table: str) -> str | None:
        """The SELECT of a declared table as the snapshot has it; None where there is none."""
        declared = self._shapes.get(table, {})
        shape = {**declared, **self._there[_NOW].get(table, {}), **declared}  # in the order of the declared one
        database = "kini" if schema == _NOW else "dulu"
        return in_shape(f'{database}.main."{table}"', self._there[schema].get(table), shape) if shape else None

    def _lay_beneath(self, question: queries.Question, schema: str) -> None:
        """A question after the words and tables that it reads; what rests on what changes is worked out each time."""
        self._words.lay(question.asked, schema, self._lay)
        self._lay(question.reads, schema)
        if not self._changing.isdisjoint(question.reads):
            self._changing.add(question.view)
        try:
            kept = question.kept and question.view not in self._changing
            self._create("table" if kept else "view", question, schema, question.asked)
        except duckdb.Error as error:
            raise StoreError(f"{question.file}: {first_line(error)}") from error

    def _lay_declared(self, question: queries.Question, schema: str) -> None:
        """What one indicator or comparison gives; one that cannot be worked out says so in its place, and the others go
        on."""
        kind, declared = question.kind, question.declared
        try:
            self._lay_beneath(question, schema)
            found = self._builders[schema].execute(f'from "{question.view}" limit 2')
            rows = len(found.fetchall())
            why = kind.misshapen({name: str(type_) for name, type_, *_ in found.description}, rows)
        except (StoreError, queries.QuestionError) as error:
            why, rows = str(error), 0
        if why:
            self.failed[question.file] = why
        if why or not (rows or question.view in self._changing):
            there = "view" if question.view in self._changing else "table"
            self._builders[schema].execute(f'drop {there} if exists "{question.view}"')
            self._create("table", question, schema, kind.failed(declared, why))

    def _create(self, kind: str, question: queries.Question, schema: str, sql: str) -> None:
        self._builders[schema].execute(f'create {kind} "{question.view}" as {sql}')

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
