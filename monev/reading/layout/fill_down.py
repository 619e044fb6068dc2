"""The rows of data with what stands for a blank cell: a kecamatan above them, a date that was merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from monev.contract.parts import TabContract
from monev.reading.cells import DATED
from monev.reading.layout import cell_kinds
from monev.reading.layout.columns import at
from monev.reading.layout.notes import LayoutFinding, a1
from monev.reading.layout.sparse_rows import Judged
from monev.sheets import Value, is_blank

KECAMATAN = "kecamatan"
#: Blank cells of a column, and their share of it, from which they are a merged cell and nothing that was forgotten.
FEWEST_MERGED, SHARE_MERGED = 2, 2 / 3


@dataclass(frozen=True)
class DataRow:
    """One row of data: sheet row `number`, its `cells` by the name of their column (read columns only).

    `filled_down` names the columns whose cell is blank and whose value comes from above: a merged cell, or the
    kecamatan that a row of its own names.
    """

    number: int
    cells: Mapping[str, Value]
    filled_down: tuple[str, ...] = ()


def data_rows(
    rows: Sequence[Sequence[Value]],
    judged: Judged,
    read: Mapping[str, int],
    contract: TabContract,
    derived: Sequence[str],
) -> tuple[list[DataRow], list[LayoutFinding]]:
    """Every row of data with its cells, and what is to be told of those that were filled from above. `derived` are
    columns without a place."""
    numbers = [number for number, reason in enumerate(judged.why, start=1) if reason is None]
    dates, findings = {}, []
    for name in dict.fromkeys((*contract.fill_down, DATED)):
        if name in read and contract.columns[name].type == cell_kinds.DATE:
            dates[name] = _dates(rows, numbers, name, read, contract)
            findings += _told(dates[name], name, read, contract)
    merged = [n for n in contract.fill_down if n in read and n not in dates]
    sections = judged.kecamatan if KECAMATAN in (*read, *derived) else {}
    return list(_filled(rows, judged.why, sections, read, merged, dates)), findings


def _filled(
    rows: Sequence[Sequence[Value]],
    why: Sequence[str | None],
    sections: Mapping[int, str],
    read: Mapping[str, int],
    merged: Sequence[str],
    dates: Mapping[str, Mapping[int, Value]],
) -> Iterator[DataRow]:
    above: dict[str, Value] = {}
    section: str | None = None
    pairs = list(read.items())
    for number, (row, reason) in enumerate(zip(rows, why, strict=True), start=1):
        if reason is not None:
            if number in sections:
                section = sections[number]
                above[KECAMATAN] = section
            continue
        width = len(row)
        cells = {name: row[index] if index < width else None for name, index in pairs}
        down: list[str] = []
        for name in merged:
            if not is_blank(cells[name]):
                above[name] = cells[name]
            elif name in above:
                cells[name] = above[name]
                down.append(name)
        if section is not None and KECAMATAN not in merged and is_blank(cells.get(KECAMATAN)):
            cells[KECAMATAN] = section
            down.append(KECAMATAN)
        elif sections and KECAMATAN not in read:
            cells.setdefault(KECAMATAN, None)
        for name, found in dates.items():
            if number in found:
                cells[name] = found[number]
                down.append(name)
        yield DataRow(number, cells, tuple(down))


def _dates(
    rows: Sequence[Sequence[Value]],
    numbers: Sequence[int],
    name: str,
    read: Mapping[str, int],
    contract: TabContract,
) -> dict[int, Value]:
    """Row -> the date that a merged cell above gives it.

    Only a row that is otherwise filled takes one. The date of an activity reaches over the rows right below it; that of
    the data over the table, where so much of its column is blank that nobody forgot it.
    """
    index = read[name]
    blank = [number for number in numbers if is_blank(at(rows[number - 1], index))]
    if not blank or blank[0] == numbers[0]:
        return {}
    others = [
        read[one]
        for one, column in contract.columns.items()
        if column.required and one in read and one not in (name, KECAMATAN, DATED) and one not in contract.fill_down
    ]
    if not others:
        return {}
    if name == DATED and (len(blank) < FEWEST_MERGED or len(blank) < SHARE_MERGED * len(numbers)):
        return {}
    missing, found, above, before = set(blank), {}, None, 0
    for number in numbers:
        row = rows[number - 1]
        if number not in missing:
            above = row[index]
        elif above is not None and (name == DATED or number == before + 1):
            if any(is_blank(at(row, other)) for other in others):
                above = above if name == DATED else None
                continue
            found[number] = above
        else:
            above = None
        before = number
    return found


def _told(
    found: Mapping[int, Value], name: str, read: Mapping[str, int], contract: TabContract
) -> Iterator[LayoutFinding]:
    if not found:
        return
    first, title = min(found), contract.columns[name].title
    runs = sum(number - 1 not in found for number in found)
    sure = len(found) >= FEWEST_MERGED and (name == DATED or runs > 1 or len(found) > runs)
    count = "1 baris" if len(found) == 1 else f"{len(found)} baris, mulai baris {first},"
    why = f"{title} kosong di {count} dan dibaca sama dengan sel terisi di atasnya, seperti sel gabungan."
    write = f"tulis {title} di tiap baris bila berbeda"
    yield LayoutFinding(a1(read[name], first), first, name, None, why, write, None, "info" if sure else "periksa")
