"""Why a row of a tab is layout: titles, header, numbering, blank lines, sections, totals, signatures, recaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monev.contract.parts import TabContract
from monev.reading.layout import cell_kinds, instructions, line_meaning, prose
from monev.reading.layout.columns import same_cell
from monev.reading.layout.header import Header, Title
from monev.reading.layout.sparse_rows import BLANK, ONE_CELL, TOTAL, Judged, Sparse
from monev.reading.layout.table import Filled, Table, filled_of
from monev.reading.layout.titles import plain
from monev.sheets import Value

#: Titles that the numbers right under a header need not reach beyond, however many there are.
UNDER_HEAD = 8
#: Rows right below a header among which one may tell how to fill it.
UNDER_ROWS = 3
TITLE, HEAD, NUMBERING = "judul", "kepala", "penomoran"


def judge(rows: Sequence[Sequence[Value]], head: Header, places: Mapping[str, int], contract: TabContract) -> Judged:
    """What every row of the tab is."""
    table, first = Table(rows, head, places, contract), _First(rows, head)
    judged = Judged([None] * len(rows))
    left = []
    for number, row in enumerate(rows, start=1):
        filled = filled_of(row)
        reason, full = first.look(number, row, filled, table)
        judged.why[number - 1] = reason
        if full:
            judged.full.add(number)
        elif reason is None or reason == ONE_CELL:
            left.append((number, filled))
    judged.cities = first.cities
    table.learn(judged.why, {number for number, _ in left})
    sparse = Sparse(table, judged)
    for number, filled in left:
        judged.why[number - 1] = sparse.look(number, filled)
    for number in range(1, head.rows[0]):
        if judged.why[number - 1] == TITLE and table.has_code(filled_of(rows[number - 1])):
            judged.why[number - 1] = None
        elif judged.why[number - 1] == TITLE and any(prose.is_prose(value, below=False) for value in rows[number - 1]):
            judged.remarks.append(number)
    return judged


def plain_reason(row: Sequence[Value], head_titles: Sequence[Title]) -> str | None:
    """What a row is by itself, whatever its columns mean."""
    return _plain(list(filled_of(row).values()), len(head_titles))


def _plain(values: Sequence[Value], columns: int) -> str | None:
    if len(values) < 2:
        return ONE_CELL if values else BLANK
    return NUMBERING if line_meaning.is_numbering(values, columns) else None


class _First:
    """The first look at every row, by what it says itself."""

    def __init__(self, rows: Sequence[Sequence[Value]], head: Header) -> None:
        self.head, self.heads, self.titles = head, frozenset(head.rows), len(head.titles)
        self.printed = [dict(enumerate(rows[number - 1])) for number in head.rows]
        self.cities: list[int] = []

    def look(self, number: int, row: Sequence[Value], filled: Filled, table: Table) -> tuple[str | None, bool]:
        """Why the row is layout as far as it tells by itself, and whether it is filled as only data is."""
        if number in self.heads:
            return HEAD, False
        if not filled:
            return BLANK, False
        first = next(iter(filled.values()))
        reason = None
        if len(filled) < 2 or line_meaning.is_ordinal(first):
            under = number == self.head.rows[-1] + 1
            reason = _plain(list(filled.values()), UNDER_HEAD if under else self.titles)
        if number < self.head.rows[0]:
            early = reason is None and table.half(filled) and any(map(_is_figure, row))
            early = early and not table.is_total(filled)
            return (None if early else reason if reason == NUMBERING else TITLE), bool(early)
        if reason is not None:
            return reason, False
        if number <= self.head.rows[-1] + UNDER_ROWS and _instructs(filled, table):
            return NUMBERING, False
        if any(_repeats(filled, cells) for cells in self.printed):
            return HEAD, False
        if table.is_total(filled):
            return TOTAL, False
        if table.is_city(filled):
            self.cities.append(number)
            return TOTAL, False
        return None, bool(table.required) and table.required <= filled.keys()


def _instructs(filled: Filled, table: Table) -> bool:
    """Whether half of the row tells what to fill in, and nothing that is required stands in it."""
    asked = {index for index, value in filled.items() if instructions.is_instruction(value)}
    if not asked or 2 * len(asked) < len(filled):
        return False
    return not any(_is_real(index, filled[index], table) for index in table.required & filled.keys() - asked)


def _is_real(index: int, value: Value, table: Table) -> bool:
    column = table.column[index]
    return column.type == "teks" or cell_kinds.looks(value, column) or not isinstance(value, str)


def _is_figure(value: Value) -> bool:
    """A number, a date, or text that begins as one: what data has and a second line of titles has not."""
    return value is not None and (not isinstance(value, str) or plain(value[:20])[:1].isdigit())


def _begins_other(one: str, other: str) -> bool:
    return other[:1].isalnum() and one[:1].casefold() != other[:1].casefold()


def _repeats(filled: Filled, printed: Mapping[int, Value]) -> bool:
    """The header once more, as at the top of a printed page."""
    index = next(iter(filled))
    one, other = filled[index], printed.get(index)
    if one.__class__ is str and one[:1].isalnum() and (other.__class__ is not str or _begins_other(one, other)):
        return False  # so says nearly every row of data
    return all(same_cell(value, printed.get(index)) for index, value in filled.items())
