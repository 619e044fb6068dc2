"""What lies beside the snapshots, as tables that Python reads at each question: it changes, a snapshot does not."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import duckdb

from monev.snapshot import directory, lines, outbox

SYNC_TYPES = {"instansi": "VARCHAR", "dicoba": "TIMESTAMP", "berhasil": "TIMESTAMP", "pesan": "VARCHAR"}

#: The names of all of them.
NAMES = frozenset({"sinkron", "kotak_keluar", *(book.table for book in lines.BOOKS)})

#: The columns of a table with their DuckDB types, and what reads its rows.
Beside = tuple[Mapping[str, str], Callable[[], list[dict]]]


def tables(folder: Path | None) -> dict[str, Beside]:
    """By name: the last readings of the sheets, what was decided, and the books; without a folder none has rows."""
    of_sheets = partial(directory.read_sync_times, folder) if folder else list
    decided = partial(outbox.current, folder) if folder else list
    return {"sinkron": (SYNC_TYPES, of_sheets), "kotak_keluar": (outbox.STANDING, decided), **lines.beside(folder)}


def stamp(folder: Path, table: str) -> tuple[object, ...]:
    """By what the rows of such a table are told from what they were."""
    if table == "sinkron":
        return directory.stamp(folder / directory.SYNC_TIMES)
    if table == "kotak_keluar":
        return tuple(seen for _, seen in outbox.stamps(folder))
    [book] = [one for one in lines.BOOKS if one.table == table]
    return tuple(seen for _, seen in lines.stamps(folder, book))


def lay(builder: duckdb.DuckDBPyConnection, table: str, beside: Beside) -> None:
    """Such a table as a view in the schema of the cursor `builder`."""
    types, read = beside
    builder.create_function(f"catatan_{table}", lambda: _json(read()), [], "VARCHAR", side_effects=True)
    rows = f"from_json(catatan_{table}(), '{json.dumps([types])}')"
    builder.execute(f"create view {table} as select unnest({rows}, max_depth := 2)")


def _json(rows: list[dict]) -> str:
    """Half a sign, which no file of ours holds, is a question mark: DuckDB would take none of the rows."""
    return json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
