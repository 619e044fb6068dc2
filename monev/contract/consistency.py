"""What must agree within a contract: conditions with the columns that they name, and titles with each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from monev.contract.condition import Condition
from monev.contract.parts import DATES, FIGURES, NUMBERS
from monev.contract.toml_file import Place


def check_condition(key: str, when: Condition | None, columns: Mapping[str, Any], place: Place) -> None:
    """Refuse a condition on a column that is not there, is the column itself, or cannot hold what is asked for."""
    if when is None:
        return
    other = columns.get(when.column)
    if other is None or other.name == place.column:
        place.fail(key, f'kolom "{when.column}" tidak ada di tab ini')
    if when.op == ">" and other.type not in FIGURES:
        place.fail(key, f'kolom "{other.name}" bukan kolom bilangan')
    for value in when.values:
        if when.op != ">" and value not in other.options:
            place.fail(key, f'"{value}" bukan pilihan kolom "{other.name}"')


def check_expected(column: Any, columns: Mapping[str, Any], place: Place) -> None:
    """Refuse what a column is held against where that is not there, or is of another kind."""
    if isinstance(column.past, Condition):
        check_condition("past_if", column.past, columns, place)
    others = [("not_before", name, DATES) for name in column.not_before]
    others += [("usual_per", column.usual_per[1], NUMBERS)] if column.usual_per else []
    for key, name, kinds in others:
        if name == column.name or name not in columns or columns[name].type not in kinds:
            place.fail(key, f'kolom "{name}" tidak ada di tab ini atau bukan jenis {" dan ".join(kinds)}')


def check_aliases(
    codes: Iterable[str], written: Iterable[tuple[str, str]], at: Callable[[str], tuple[Place, str]]
) -> None:
    """Refuse a short form that stands for two choices, or that is the code of another one."""
    seen = {_plain(code): code for code in codes}
    for code, short in written:
        if seen.setdefault(_plain(short), code) != code:
            place, key = at(code)
            place.fail(key, f'bentuk pendek "{short}" sama dengan pilihan "{seen[_plain(short)]}"')


def check_distinct(named: Iterable[tuple[str, str]], at: Callable[[str], tuple[Place, str]]) -> None:
    """Refuse two titles, or a title and another's code, that a sheet's reader could not tell apart."""
    seen: dict[str, str] = {}
    for code, title in named:
        for written in (_plain(code), _plain(title)):
            first = seen.setdefault(written, code)
            if first != code:
                place, key = at(code)
                place.fail(key, f'judul "{title}" sama dengan judul "{first}"')


def _plain(text: str) -> str:
    """A title as it is matched in a sheet: without case, blanks, underscores and a bracketed unit."""
    return re.sub(r"[\s_]+", "", re.sub(r"\(.*?\)", "", text)).casefold()
