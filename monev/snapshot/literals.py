"""How texts are written in SQL, and which DuckDB types are numbers."""

from __future__ import annotations


def number(kind: str) -> bool:
    """Whether values of this DuckDB type are numbers."""
    return kind.startswith(
        ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "U", "FLOAT", "DOUBLE", "DECIMAL")
    ) and ("[" not in kind and not kind.startswith(("UNION", "UUID")))


def text(said: str) -> str:
    """A text as SQL writes it."""
    return "'" + said.replace("'", "''") + "'"
