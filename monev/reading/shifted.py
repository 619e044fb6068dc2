"""Rows of a CSV file in which a fraction stands without quotes: its comma parts it in two, and all behind it moves on.

Such a row is held out whole. It is told from one with a wrong cell, or with notes beside the table, by this: some of
its cells do not fit as they stand, and all of them do once figures beside each other are taken for one. Which of them
are, several ways may show; so none is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from monev.contract import finding
from monev.contract.contracts import Column
from monev.contract.parts import FIGURES
from monev.reading import layout
from monev.reading.columns import Reader
from monev.reading.tab import Row, TabRead
from monev.sheets import Value, is_blank

HELD = "sel bergeser"
WHY = "Isi baris ini bergeser: sebuah angka berkoma ditulis tanpa tanda kutip, jadi komanya memisahkan sel."
WRITE = 'tulis pecahan di antara tanda kutip, seperti "0,47", atau isi lewat lembar kerja'
_WHOLE, _FRACTION = re.compile(r"\s*-?(?:\d{1,3}(?:\.\d{3})+|\d+)\s*"), re.compile(r"\s*\d{1,3}\s*")


def held(
    row: layout.DataRow, typed: Sequence[Value], laid: layout.Layout, result: TabRead, reader_of: Mapping[str, Reader]
) -> Row | None:
    """The row, held out and told, where its cells (`typed`, as they stand in the sheet) moved on; else None."""
    if not any(isinstance(one, str) and _FRACTION.fullmatch(one) for one in typed):
        return None
    columns = {index: result.contract.columns[name] for name, index in laid.columns.items()}

    @cache
    def fits(at: int, index: int) -> bool:
        """Whether what stands at one place could stand in the column at another."""
        value, column = typed[at] if at < len(typed) else None, columns[index]
        return not column.required if is_blank(value) else reader_of[column.name](value).state != "ditolak"

    wrong = [index for index in sorted(columns) if not fits(index, index)]
    if not wrong or not _moved(typed, columns, fits):
        return None
    result.tell(row, columns[wrong[0]].name, WHY, WRITE, "tolak", finding.ROW_WAITS)
    return Row(row.number, {}, tuple(laid.columns), tuple(laid.columns), HELD)


def _moved(typed: Sequence[Value], columns: Mapping[int, Column], fits: Callable[[int, int], bool]) -> bool:
    """Whether every cell fits its column and nothing is left over, once some that stand beside each other are one."""
    width = max(columns) + 1
    #: By the places of cell and column: whether the rest from there can be read.
    known = {(at, width): all(map(is_blank, typed[at:])) for at in range(len(typed) + width + 1)}
    for index in range(width - 1, -1, -1):
        column = columns.get(index)
        for at in range(index, len(typed) + index + 1):
            straight = (column is None or fits(at, index)) and known.get((at + 1, index + 1), False)
            one = column is not None and _may_be_one(typed[at : at + 2], column)
            known[at, index] = straight or (one and known.get((at + 2, index + 1), False))
    return known[0, 0]


def _may_be_one(pair: Sequence[Value], column: Column) -> bool:
    texts = [one for one in pair if isinstance(one, str)]
    return (
        column.type in FIGURES
        and len(texts) == 2
        and bool(_WHOLE.fullmatch(texts[0]) and _FRACTION.fullmatch(texts[1]))
    )
