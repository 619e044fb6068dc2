"""Rows with declared types, as they go into a snapshot, and the hash by which a change of them is seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

#: As json.dumps, which makes a new encoder for each row.
_JSON = json.JSONEncoder(default=str).encode


@dataclass(frozen=True)
class Table:
    """Rows with declared DuckDB types, of those named in `_arrow_types`.

    Types are declared, never inferred: a column in which nothing could be read must keep its type.
    """

    types: Mapping[str, str]
    rows: list[Mapping[str, object]] = field(default_factory=list)

    def arrow(self) -> pa.Table:
        # Not before it is needed: most syncs find nothing new to write, and pyarrow brings pandas along.
        import pyarrow as pa

        kinds = _arrow_types()
        return pa.table(
            {name: _array([row.get(name) for row in self.rows], kinds[kind]) for name, kind in self.types.items()}
        )


@lru_cache(maxsize=1)
def _arrow_types() -> dict[str, pa.DataType]:
    import pyarrow as pa

    return {
        "BIGINT": pa.int64(),
        "INTEGER": pa.int32(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "DATE": pa.date32(),
        "TIME": pa.time64("us"),
        "TIMESTAMP": pa.timestamp("us"),
        "VARCHAR": pa.string(),
        "VARCHAR[]": pa.list_(pa.string()),
        "INTEGER[]": pa.list_(pa.int32()),
    }


def _array(values: list[object], kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:  # half of a sign, from a damaged workbook: one cell must not stop a sync
        return pa.array([_whole(value) for value in values], type=kind)


def _whole(value: object) -> object:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


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
