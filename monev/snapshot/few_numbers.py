"""Questions about a few numbers alone: to answer them the others need not be worked out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from monev.snapshot import indicator_sql, outside_sql, queries
from monev.snapshot.queries import Question


def questions(codes: Collection[str]) -> dict[str, Question]:
    """All questions, with those that are of every indicator about the indicators of these codes; any other number is
    none in their answers."""
    loaded = queries.load()
    found = [one.declared for one in loaded.values() if one.kind is indicator_sql and one.declared.code in codes]
    made = indicator_sql.questions(found) | outside_sql.questions(outside_sql.conditional(found))
    return loaded | {f"ukuran/{name}": replace(loaded[f"ukuran/{name}"], sql=sql) for name, sql in made.items()}
