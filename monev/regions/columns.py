"""What each table of a set holds, as Parquet: the types of its columns, and how rows become an object of it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

#: How a column of each DuckDB type that a contract knows stands in an object.
ARROW = {
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
    "VARCHAR[]": pa.list_(pa.string()),
}


def schema(types: Mapping[str, str]) -> pa.Schema:
    """The columns of a table, whose DuckDB types are given, in their order."""
    return pa.schema([(name, ARROW[kind]) for name, kind in types.items()])


def content(types: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The bytes of an object, or of a partition, with these rows."""
    written = io.BytesIO()
    shape = schema(types)
    cells = [pa.array([row.get(field.name) for row in rows], field.type) for field in shape]
    pq.write_table(pa.Table.from_arrays(cells, schema=shape), written, compression="zstd", store_schema=False)
    return written.getvalue()
