"""What the cells of one row mean beside each other and beside the day: dates out of order, figures out of the usual."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from monev import finding, layout, words
from monev.contract import Column, Condition, Range
from monev.reading.tab_read import COUNTED, Row, TabRead

DATED = "tanggal_data"


def weigh(laid: layout.Layout, result: TabRead) -> None:
    """Tell, in place, of every counted row, which of its cells cannot be right or may not be.

    Each stays counted as typed. Where one cell of a row is in doubt, what is only odd beside it is not told as well.
    """
    typed = {row.number: row for row in laid.rows}
    for row in result.rows:
        if row.kind != COUNTED:
            continue
        doubted: set[str] = set()
        for name, column in result.contract.columns.items():
            for why, write, beside, sure in _odd(name, column, row, result, doubted):
                doubted.add(name)
                waits = finding.STILL_COUNTED if name != DATED else finding.NOT_NEWEST
                may = None if sure else finding.CAN_CONFIRM
                result.tell(typed[row.number], name, why, write, "periksa", waits, konfirmasi=may, beside=beside)
                break  # one cause, one finding


def _odd(
    name: str, column: Column, row: Row, result: TabRead, doubted: set[str]
) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """Why the cell is doubtful, what to do, which other columns are then, and whether it is surely wrong."""
    value = row.values.get(name)
    if value is None:
        return
    if column.type == "tgl":
        yield from _out_of_order(name, column, value, row, result, doubted)
    elif column.usual is not None and not column.usual.holds(value):
        why = f"{column.title} {_said(value, column)} di luar yang lazim, {_between(column.usual, column)}."
        yield why, "periksa angkanya", (), False
    elif column.usual_per is not None:
        bounds, name_of_other = column.usual_per
        other, base = result.contract.columns[name_of_other], row.values.get(name_of_other)
        if base and name_of_other not in doubted and not bounds.holds(value / base):
            why = (
                f"{column.title} {_said(value, column)} tidak lazim di samping {other.title} {_said(base, other)}; "
                f"lazimnya {_times(bounds)} kali."
            )
            yield why, "periksa kedua angka itu", (name_of_other,), False


def _out_of_order(
    name: str, column: Column, value: dt.date, row: Row, result: TabRead, doubted: set[str]
) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    today, columns = result.today, result.contract.columns
    happened = column.past.holds(row.values) if isinstance(column.past, Condition) else column.past
    said = f"{column.title} {words.date_medium(value)}"
    if happened and today is not None and value > today:
        write = "tulis tanggal yang sudah terjadi"
        if isinstance(column.past, Condition):
            write += f", atau periksa {columns[column.past.column].title}"
        yield f"{said} belum terjadi pada tanggal acuan.", write, (), True
    before = row.values.get(column.not_before) if column.not_before else None
    if before is not None and column.not_before not in doubted and value < before:
        other = columns[column.not_before].title
        why = f"{said} lebih awal daripada {other} {words.date_medium(before)}."
        yield why, "periksa kedua tanggal itu", (column.not_before,), False
    of = row.values.get(DATED)
    if happened and name != DATED and of is not None and value > of and (today is None or of <= today):
        why = f"{said} sesudah tanggal datanya, {words.date_medium(of)}."
        yield why, "tulis tanggal yang sudah terjadi, atau perbarui tanggal data", (), False


def _said(value: int, column: Column) -> str:
    return words.rupiah_full(value) if column.type == "rp" else words.number(value)


def _between(usual: Range, column: Column) -> str:
    return f"{_said(int(usual.least), column)} sampai {_said(int(usual.most), column)}"


def _times(bounds: Range) -> str:
    return f"{_decimal(bounds.least)} sampai {_decimal(bounds.most)}"


def _decimal(figure: float) -> str:
    return words.number(figure, 0 if float(figure).is_integer() else 1)
