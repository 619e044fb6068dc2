"""Rows that hold the sum of those above or below them: found by their figures, whatever they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass

from monev.contract.parts import Column, TabContract
from monev.reading.cells import DATED
from monev.reading.layout import cell_kinds, total_keys
from monev.reading.layout.columns import at
from monev.sheets import Value, is_blank

#: A sum that proves something is larger than this, or stands in two columns.
TELLING = 20
#: Rows of a block that a row filled like any other must be the sum of, and its sum in a single column.
FULL_BLOCK, FULL_SUM = 3, 100
ROUNDS = 3
#: Blocks with one sum that are looked at in their other columns.
MOST_TRIED = 4


@dataclass(frozen=True)
class Sum:
    """Row `number` equals rows `first` to `last` added up; `sure` that it is their sum and no row of its own."""

    number: int
    first: int
    last: int
    sure: bool


@dataclass(frozen=True)
class _Row:
    number: int
    figures: tuple[int | None, ...]
    #: 0 its key is blank or names a group, 1 something that is required is missing, 2 it is filled like any other
    level: int
    breaks: bool


def find(
    rows: Sequence[Sequence[Value]],
    why: Sequence[str | None],
    full: AbstractSet[int],
    places: Mapping[str, int],
    contract: TabContract,
) -> list[Sum]:
    """Every such row among the rows of data; in those that are `full` all stands that is required."""
    columns = {name: contract.columns[name] for name in places}
    figures = [places[name] for name, column in columns.items() if column.type in cell_kinds.NUMBERS]
    if not figures:
        return []
    candidates = _rows(rows, why, full, places, columns, contract, figures)
    found: dict[int, Sum] = {}
    for _ in range(ROUNDS):
        more = _round(candidates, len(figures))
        new = [one for one in more if one.number not in found]
        found |= {one.number: one for one in new}
        gone = {one.number for one in new if one.sure}
        if not gone:
            break
        candidates = [row for row in candidates if row.number not in gone]
    return [found[number] for number in sorted(found)]


def _rows(
    rows: Sequence[Sequence[Value]],
    why: Sequence[str | None],
    full: AbstractSet[int],
    places: Mapping[str, int],
    columns: Mapping[str, Column],
    contract: TabContract,
    figures: Sequence[int],
) -> list[_Row]:
    needed = [places[n] for n, column in columns.items() if column.required and n not in contract.fill_down]
    needed = [index for index in needed if index not in figures]
    dated, group = places.get(DATED), places.get("kecamatan")
    keys = [(places[n], columns[n]) for n in contract.key if n in places and columns[n].required]
    key_places = {index for index, _ in keys}
    found, after, before = [], True, None
    for number, (row, reason) in enumerate(zip(rows, why, strict=True), start=1):
        if reason is not None:
            after = True
            continue
        kecamatan = at(row, group) if group is not None else None
        changed = kecamatan is not None and kecamatan != before and not is_blank(kecamatan)
        before = kecamatan if changed else before
        width = len(row)
        values = tuple([cell_kinds.figure(row[index]) if index < width else None for index in figures])
        level = 2 if number in full else _level(row, needed, key_places, dated)
        if level and any(_is_group(at(row, index), column) for index, column in keys):
            level = 0
        found.append(_Row(number, values, level, after or changed))
        after = False
    return found


def _level(row: Sequence[Value], needed: Sequence[int], keys: AbstractSet[int], dated: int | None) -> int:
    blank = {index for index in needed if is_blank(at(row, index))}
    return 0 if blank & keys else 1 if blank - {dated} else 2


def _is_group(value: Value, column: Column) -> bool:
    if value.__class__ is not str or value[:1] not in total_keys.GROUP_LETTERS:
        return False
    return total_keys.names_group(value) and not (column.citywide and total_keys.all_of(value))


def _round(rows: Sequence[_Row], width: int) -> list[Sum]:
    """The sums among these rows; a block is added up between two places of the running totals."""
    totals: list[list[int]] = [[0] for _ in range(width)]
    for row in rows:
        for column, value in zip(totals, row.figures, strict=True):
            column.append(column[-1] + (value or 0))
    ends = _ends(rows)
    at_total: dict[int, dict[int, list[int]]] = {}
    found = []
    for place, row in enumerate(rows):
        first = next((at for at, value in enumerate(row.figures) if value), None)
        if first is None:
            continue
        value, total = row.figures[first], totals[first]
        above, below, (start, end) = total[place] - value, total[place + 1] + value, ends[place]
        # Whole sections, or all the table above or below: only where the first column adds up are the others looked at.
        natural = [(one, place) for one in {0, start} if total[one] == above]
        natural += [(place + 1, one) for one in {end, len(rows)} if total[one] == below]
        blocks = [one for one in natural if _adds_up(row.figures, totals, *one)] if natural else []
        if not blocks and (row.level == 0 or _large(row.figures)):
            if first not in at_total:
                at_total[first] = _places(total)
            places = at_total[first]
            blocks = [(one, place) for one in places.get(above, ())[:MOST_TRIED] if one < place]
            blocks += [(place + 1, one) for one in places.get(below, ())[:MOST_TRIED] if one > place + 1]
            blocks = [one for one in blocks if _adds_up(row.figures, totals, *one)]
        proofs = [proof for one in blocks if (proof := _proof(rows, place, *one, one in natural))]
        if proofs:
            found.append(max(proofs, key=lambda proof: (proof.sure, proof.last - proof.first)))
    return found


def _large(figures: Sequence[int | None]) -> bool:
    """Whether two columns hold so much that no block of rows adds up to both by chance."""
    return sum(value is not None and value > FULL_SUM for value in figures) > 1


def _places(totals: Sequence[int]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for place, total in enumerate(totals):
        places.setdefault(total, []).append(place)
    return places


def _ends(rows: Sequence[_Row]) -> list[tuple[int, int]]:
    """For every place where its section begins, and where it ends: at a line between, or another kecamatan."""
    starts, start = [], 0
    for place, row in enumerate(rows):
        start = place if row.breaks else start
        starts.append(start)
    ends, end = [0] * len(rows), len(rows)
    for place in range(len(rows) - 1, -1, -1):
        ends[place] = end
        end = place if rows[place].breaks else end
    # A row that opens a section is the sum of the one before, or of what it opens.
    return [
        (starts[place - 1] if place and rows[place].breaks else starts[place], ends[place])
        for place in range(len(rows))
    ]


def _adds_up(figures: tuple[int | None, ...], totals: Sequence[Sequence[int]], start: int, end: int) -> bool:
    return end - start > 1 and all(
        value is None or column[end] - column[start] == value for value, column in zip(figures, totals, strict=True)
    )


def _proof(rows: Sequence[_Row], place: int, start: int, end: int, natural: bool) -> Sum | None:
    row, block = rows[place], [one for one in rows[start:end] if any(one.figures)]
    summed = [(value, at) for at, value in enumerate(row.figures) if value]
    if len(block) < 2 or (len(summed) < 2 and summed[0][0] <= TELLING):
        return None
    result = Sum(row.number, rows[start].number, rows[end - 1].number, True)
    if row.level == 0 or (row.level == 1 and natural):
        return result
    if len(block) < FULL_BLOCK:
        return None
    # Two columns that say the same are one proof, not two.
    columns = {tuple(one.figures[at] for one in block) for value, at in summed if value > TELLING}
    if len(columns) > 1:
        return result
    return Sum(result.number, result.first, result.last, False) if natural and summed[0][0] > FULL_SUM else None
