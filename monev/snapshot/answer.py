"""The answer to a question: the names of its columns and its rows, as dicts or as a frame."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

Answer = tuple[list[str], list[tuple]]  # the names of the columns, and the rows


def frame(names: list[str], rows: list[tuple]) -> pd.DataFrame:
    """The answer as a frame whose cells keep Python's own types."""
    # Not before it is needed: a sync in which nothing is new asks for rows alone, and pandas takes long to come.
    import pandas as pd

    return pd.DataFrame(rows, columns=names, dtype=object)


def named(names: list[str], rows: list[tuple]) -> list[dict]:
    """The answer's rows, each by the names of its columns."""
    return [dict(zip(names, row, strict=True)) for row in rows]


def plain(value: object) -> object:
    """A cell as Python has it: DuckDB's decimals are floats here."""
    return float(value) if isinstance(value, Decimal) else value
