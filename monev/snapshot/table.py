"""Rows with declared types, as they go into a snapshot, and the hash by which a change of them is seen."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

#: What a cell of each DuckDB type may be, besides None.
_MADE_OF = {
    "BIGINT": (int, float),
    "INTEGER": (int, float),
    "DOUBLE": (int, float),
    "BOOLEAN": bool,
    "DATE": dt.date,
    "TIME": dt.time,
    "TIMESTAMP": dt.datetime,
    "VARCHAR": str,
    "VARCHAR[]": (list, tuple),
    "INTEGER[]": (list, tuple),
}
#: As json.dumps, which makes a new encoder for each row.
_JSON = json.JSONEncoder(default=str).encode


@dataclass(frozen=True)
class Table:
    """Rows with declared DuckDB types, of those named in `_MADE_OF`.

    Types are declared, never inferred: a column in which nothing could be read must keep its type.
    """

    types: Mapping[str, str]
    rows: list[Mapping[str, object]] = field(default_factory=list)

    def columns(self, first: int, most: int) -> list[list[object]]:
        """The cells of each column in `most` rows from `first` on; TypeError where one is not what it is declared to
        be."""
        rows = self.rows[first : first + most]
        return [_column([row.get(name) for row in rows], kind) for name, kind in self.types.items()]


def _column(cells: list[object], kind: str) -> list[object]:
    """The cells of one column as they can be stored."""
    found = set(map(type, cells)) - {type(None)}
    for one in found:
        if not issubclass(one, _MADE_OF[kind]) or (one is bool and kind != "BOOLEAN"):
            raise TypeError(f"{kind}: {one.__name__}")
    if float in found and kind in ("BIGINT", "INTEGER"):
        return [None if cell is None else int(cell) for cell in cells]
    if kind == "VARCHAR":
        try:
            "".join(filter(None, cells)).encode()
        except UnicodeEncodeError:  # half of a sign, from a damaged workbook: one cell must not stop a sync
            return [None if cell is None else cell.encode("utf-8", "replace").decode() for cell in cells]
    return cells


def digest(tables: Mapping[str, Table], leave_out: Iterable[str] = ()) -> str:
    """SHA-256 over names, types and rows; columns called as in `leave_out` do not count."""
    seen = hashlib.sha256()
    leave_out = set(leave_out)
    for name in sorted(tables):
        table = tables[name]
        kept = [column for column in table.types if column not in leave_out]
        seen.update(json.dumps([name, {column: table.types[column] for column in kept}]).encode())
        for row in table.rows:
            seen.update(_JSON([row.get(column) for column in kept]).encode())
    return seen.hexdigest()
