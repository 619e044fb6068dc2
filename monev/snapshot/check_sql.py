"""What a check of more than one cell may answer: a finding a row."""

from __future__ import annotations

from collections.abc import Mapping

from monev.snapshot.shapes import unlike

#: With the DuckDB types; `bobot` is one of WEIGHTS.
ANSWER = {
    "instansi": "VARCHAR", "tab": "VARCHAR", "baris": "INTEGER", "kolom": "VARCHAR", "alasan": "VARCHAR",
    "saran": "VARCHAR", "bobot": "VARCHAR", "akibat": "VARCHAR", "pasti": "BOOLEAN", "di_samping": "VARCHAR[]",
}  # fmt: skip
NEEDED = ("instansi", "tab", "baris", "kolom", "alasan", "saran")
WEIGHTS = ("tolak", "periksa", "info")


def described(sql: str) -> str:
    """The SQL of which columns an answer has, and of which type."""
    return f"select column_name as kolom, column_type as jenis from (describe {sql})"


def misshapen(columns: Mapping[str, str]) -> str | None:
    """Why the answer of a check cannot be taken: its columns with their DuckDB types."""
    return unlike(columns, NEEDED, ANSWER)


def lacking(row: Mapping[str, object]) -> str | None:
    """Why a row of its answer cannot be a finding, whatever its values say."""
    if missing := next((name for name in NEEDED if name not in row), None):
        return f"kolom {missing} tidak ada; yang harus ada: {', '.join(NEEDED)}"
    for name in ("kolom", "alasan", "saran", "bobot", "akibat"):
        if not isinstance(row.get(name), str | None):
            return f"{name} bukan teks"
    return None if isinstance(row["baris"], int | None) else "baris bukan bilangan bulat"
