"""The column that a title means: as written, in one form, or but for a hint behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from monev.contract.parts import Column
from monev.reading.layout import cell_kinds, instructions
from monev.reading.layout.titles import Meaning, plain, plain_namer, words_of

#: A column whose own title says so may say until when.
_CUMULATIVE = "kumulatif"


def choices_of(column: Column) -> tuple[str, ...]:
    """What a hint behind the column's title may list."""
    return (cell_kinds.YES_NO,) if column.type == cell_kinds.YES_NO else (*column.options, *column.aliases)


def namer(
    columns: Mapping[str, str], also: Mapping[str, Sequence[str]], choices: Mapping[str, Sequence[str]] | None = None
) -> Callable[[str], Meaning]:
    """As that of `titles`; a title that means nothing is read without what only helps to fill it: "Status (pilih)"."""
    return _namer(
        tuple(columns.items()),
        tuple((name, tuple(others)) for name, others in also.items()),
        tuple((name, tuple(some)) for name, some in (choices or {}).items()),
    )


@lru_cache(100)
def _namer(
    titles: Sequence[tuple[str, str]],
    others: Sequence[tuple[str, Sequence[str]]],
    choices: Sequence[tuple[str, Sequence[str]]],
) -> Callable[[str], Meaning]:
    columns, also = dict(titles), dict(others)
    exact = plain_namer(columns, also)
    listed = {name: frozenset(map(plain, some)) for name, some in choices}
    own = {name: frozenset(words_of(" ".join((name, columns[name])))) for name in columns}

    @lru_cache(5_000)
    def meaning(text: str) -> Meaning:
        said = exact(text)
        if said.name or said.meant:
            return said
        if (title := instructions.until(text)) is not None:
            found = exact(title)
            return replace(found, hinted=True) if found.name and _CUMULATIVE in own[found.name] else said
        cut = instructions.hinted(text)
        if cut is None:
            return said
        title, hint, bracketed = cut
        found = exact(title)
        if found.name is None or exact(hint).name not in (None, found.name):
            return said
        if any(exact(part).name not in (None, found.name) for part in instructions.parts(hint)):
            return said
        some = listed.get(found.name, frozenset())
        if not instructions.is_hint(hint, bracketed, own[found.name], some, cell_kinds.YES_NO in some):
            return said
        return replace(found, scaled=found.scaled or said.scaled, hinted=True)

    return meaning
