"""A table of any snapshot in the shape that the questions of today read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from monev.snapshot.literals import number

#: Tables by name, each with its columns and their DuckDB types.
Shapes = Mapping[str, Mapping[str, str]]


#: What a column of each DuckDB type holds, in the words of whoever wrote the query.
_WORDS = {"VARCHAR": "teks", "DOUBLE": "bilangan", "BOOLEAN": "benar atau salah", "DATE": "tanggal",
          "INTEGER": "bilangan bulat", "VARCHAR[]": "daftar teks", "TIMESTAMP": "tanggal dengan jam"}  # fmt: skip


def unlike(columns: Mapping[str, str], needed: Sequence[str], shape: Mapping[str, str]) -> str | None:
    """Why an answer with these columns (name -> DuckDB type) is none of this `shape`, of which some are `needed`."""
    for name in needed:
        if name not in columns:
            return f"kolom {name} tidak ada; yang harus ada: {', '.join(needed)}"
    if unknown := sorted(columns.keys() - shape.keys()):
        return f"kolom {unknown[0]} tidak dikenal; yang boleh: {', '.join(shape)}"
    for name, kind in columns.items():
        if not _takes(shape[name], kind.replace('"', "")):
            said = _WORDS.get("DOUBLE" if number(kind) else kind, kind)
            return f"{name} bukan {_WORDS[shape[name]]} melainkan {said}"
    return None


def _takes(wanted: str, kind: str) -> bool:
    if kind == "NULL" or kind == wanted:
        return True
    if wanted == "DOUBLE":
        return number(kind)
    if wanted == "INTEGER":
        return number(kind) and not kind.startswith(("FLOAT", "DOUBLE", "DECIMAL"))
    if wanted == "VARCHAR[]":
        return kind in ("NULL[]", "INTEGER[]")  # a list without anything in it
    return wanted == "VARCHAR" and kind.startswith("ENUM")


class InFile:
    """The tables of one attached snapshot with their columns, each looked up when it is first asked for: to list them
    all takes longer than to answer a question."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, database: str) -> None:
        self._connection, self._database = connection, database
        self._known: dict[str, Mapping[str, str] | None] = {}

    def __contains__(self, table: str) -> bool:
        return self.get(table) is not None

    def get(self, table: str, otherwise: Mapping[str, str] | None = None) -> Mapping[str, str] | None:
        """The columns of a table with their DuckDB types, in their order; `otherwise` where there is no such table."""
        if table not in self._known:
            self._known[table] = self._columns(table)
        found = self._known[table]
        return otherwise if found is None else found

    def _columns(self, table: str) -> Mapping[str, str] | None:
        with self._connection.cursor() as cursor:
            try:
                cursor.execute(f'from {self._database}.main."{table}" limit 0')
            except duckdb.CatalogException:
                return None
            return {name: str(kind) for name, kind, *_ in cursor.description}


def in_shape(table: str, there: Mapping[str, str] | None, shape: Mapping[str, str]) -> str:
    """The SELECT that gives `table`, whose columns are `there` (None: no such table), in another shape.

    A column that it lacks is null, and one of another type is null where its value does not fit.
    """
    if there is None:
        return nothing(shape)
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


def nothing(shape: Mapping[str, str]) -> str:
    """The SELECT that gives a table of this shape without rows."""
    return f"select {', '.join(map(_null, shape, shape.values()))} where false"


def _null(column: str, kind: str) -> str:
    return f'null::{kind} as "{column}"'
