"""Rows as a Parquet file, written by DuckDB itself: types as declared, the same bytes for the same rows."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import duckdb

from monev.snapshot.file import CLOSED, StoreError, fill, first_line
from monev.snapshot.table import Table

_NAME = "isi"


def content(types: Mapping[str, str], rows: list[Mapping[str, object]]) -> bytes:
    """The bytes of the file; `types` are the DuckDB types of its columns. StoreError where it cannot be written."""
    with tempfile.TemporaryDirectory(prefix="monev-") as folder:
        path = Path(folder) / f"{_NAME}.parquet"
        try:
            with duckdb.connect(":memory:", config=dict(CLOSED)) as connection:
                fill(connection, {_NAME: Table(types, rows)})
                connection.table(_NAME).write_parquet(str(path), compression="zstd")
        except duckdb.Error as error:
            raise StoreError(f"Parquet belum dapat ditulis: {first_line(error)}") from error
        return path.read_bytes()
