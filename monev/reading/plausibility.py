"""What the cells of one row mean beside each other and beside the day: dates out of order, figures out of the usual."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from monev.contract import finding
from monev.contract.contracts import Column, Condition, Range
from monev.reading import layout, row_notes
from monev.reading.cells import DATED
from monev.reading.tab import COUNTED, Row, TabRead
from monev.sheets import Value
from monev.words import words

#: How long before its row's date a stored date looks turned, if it lies so shortly before it the other way.
LONG_AGO, SHORTLY = dt.timedelta(days=60), dt.timedelta(days=45)


def weigh(rows: Sequence[layout.DataRow], result: TabRead) -> None:
    """Tell, in place, of every counted row, which of its cells cannot be right or may not be.

    Each stays counted as typed. Where one cell of a row is in doubt, what is only odd beside it is not told as well.
    """
    typed = {row.number: row for row in rows}
    for row in result.rows:
        if row.kind != COUNTED:
            continue
        doubted: set[str] = set()
        for name, column in result.contract.columns.items():
            cell = typed[row.number].cells.get(name)
            for why, write, beside, sure in _odd(name, column, cell, row, result, doubted):
                doubted.add(name)
                waits = finding.STILL_COUNTED if name != DATED else finding.NOT_NEWEST
                may = None if sure else finding.CAN_CONFIRM
                result.tell(typed[row.number], name, why, write, "periksa", waits, konfirmasi=may, beside=beside)
                break  # one cause, one finding


def _odd(
    name: str, column: Column, typed: Value, row: Row, result: TabRead, doubted: set[str]
) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """Why the cell is doubtful, what to do, which other columns are then, and whether it is surely wrong."""
    value = row.values.get(name)
    if value is None:
        return
    if name in row_notes.COLUMNS and isinstance(value, str):
        yield from _against_itself(column, value, row, result)
    if column.type == "tgl":
        yield from _out_of_order(name, column, value, typed, row, result, doubted)
    elif column.usual is not None and not column.usual.holds(value):
        why = f"{column.title} {column.said(value)} di luar yang lazim, {_between(column.usual, column)}."
        yield why, "periksa angkanya", (), False
    if column.usual_per is not None:
        bounds, name_of_other = column.usual_per
        other, base = result.contract.columns[name_of_other], row.values.get(name_of_other)
        if base and name_of_other not in doubted and not bounds.holds(value / base):
            why = (
                f"{column.title} {column.said(value)} tidak lazim di samping {other.title} {other.said(base)}; "
                f"lazimnya {_times(bounds)} kali."
            )
            yield why, "periksa kedua angka itu", (name_of_other,), False


def _against_itself(
    column: Column, note: str, row: Row, result: TabRead
) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    columns = result.contract.columns
    done = [name for name, one in columns.items() if one.type == "pilihan" and row.values.get(name) in row_notes.DONE]
    if row_notes.takes_back(note):
        why = f"{column.title} ini menyatakan ada yang keliru di barisnya, padahal baris ini masih dihitung."
        yield why, "perbaiki atau hapus baris ini, lalu ubah catatannya", (finding.ALL,), False
    elif done and row_notes.denies(note):
        title = columns[done[0]].title
        why = f"{column.title} ini menyatakan sebaliknya dari {title} di baris yang sama."
        yield why, f"periksa {title}, lalu sesuaikan catatannya", tuple(done), False


def _out_of_order(
    name: str, column: Column, value: dt.date, typed: Value, row: Row, result: TabRead, doubted: set[str]
) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    today, columns = result.today, result.contract.columns
    happened = _happened(column, row)
    said = f"{column.title} {words.date_medium(value)}"
    if happened and today is not None and value > today:
        write = "tulis tanggal yang sudah terjadi"
        if isinstance(column.past, Condition):
            write += f", atau periksa {columns[column.past.column].title}"
        yield f"{said} belum terjadi pada tanggal acuan.", write, (), True
    for other in column.not_before:
        before = row.values.get(other)
        if before is not None and other not in doubted and value < before:
            why = f"{said} lebih awal daripada {columns[other].title} {words.date_medium(before)}."
            yield why, "periksa kedua tanggal itu", (other,), False
    of = row.values.get(DATED)
    if happened and name != DATED and of is not None and not isinstance(typed, str) and _turned(value, of):
        why = f"{said} jauh lebih awal daripada tanggal datanya; mungkin hari dan bulannya tertukar oleh spreadsheet."
        yield why, "ketik ulang tanggalnya dengan nama bulan", (), False
    late = _later_than_data(row, result) if name == DATED else ()
    if late:
        why = f"{said} lebih awal daripada {words.listing([columns[one].title for one in late])} di baris ini."
        yield why, "perbarui tanggal data, atau periksa tanggal lainnya", late, False


def _turned(date: dt.date, of: dt.date) -> bool:
    """Whether a stored date lies months before the day of the data, and right before it with day and month changed."""
    if date.day > 12 or of - date <= LONG_AGO:
        return False
    return dt.timedelta() <= of - date.replace(month=date.day, day=date.month) <= SHORTLY


def _later_than_data(row: Row, result: TabRead) -> tuple[str, ...]:
    """The columns of what had happened only after the day of which the row speaks."""
    of, columns = row.values[DATED], result.contract.columns
    return tuple(
        name
        for name, column in columns.items()
        if name != DATED and column.type == "tgl" and (value := row.values.get(name)) is not None
        and value > of and (result.today is None or value <= result.today) and _happened(column, row)
    )  # fmt: skip


def _happened(column: Column, row: Row) -> bool:
    return bool(column.past.holds(row.values) if isinstance(column.past, Condition) else column.past)


def _between(usual: Range, column: Column) -> str:
    least, most = (end if column.type == "des" else int(end) for end in (usual.least, usual.most))
    return f"{column.said(least)} sampai {column.said(most)}"


def _times(bounds: Range) -> str:
    return f"{_decimal(bounds.least)} sampai {_decimal(bounds.most)}"


def _decimal(figure: float) -> str:
    return words.number(figure, 0 if float(figure).is_integer() else 1)
