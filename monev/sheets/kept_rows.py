"""The rows of a tab as they are kept, and what is too much to keep."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from monev.sheets import limits
from monev.sheets.cell import Value, is_blank
from monev.sheets.spreadsheet import SourceError


def kept_rows(rows: Iterable[Sequence[Value]], where: str) -> list[list[Value]]:
    """The rows down to the last in which something can be seen; blank ones cost nothing until one follows."""
    kept: list[list[Value]] = []
    cells = 0
    for number, row in enumerate(rows, start=1):
        width = next((index for index in range(len(row), 0, -1) if not is_blank(row[index - 1])), 0)
        if not width:
            continue
        cells += width
        if number > limits.ROWS:
            raise SourceError(f"{where} berisi melewati baris {_said(limits.ROWS)}. Hapus isi di bawah tabel, {_SAVE}")
        if width > limits.COLUMNS:
            why = f"berisi melewati kolom ke-{_said(limits.COLUMNS)}, di baris {number}"
            raise SourceError(f"{where} {why}. Hapus isi di kanan tabel, {_SAVE}")
        if cells > limits.CELLS:
            raise SourceError(f"{where} {_FULL}")
        kept.extend([] for _ in range(number - 1 - len(kept)))
        kept.append([_cell(cell, where, number) for cell in row[:width]])
    return kept


def refuse_many(tabs: int, cells: int, where: str) -> None:
    """SourceError where a spreadsheet has more tabs, or more cells in all of them, than one can have."""
    if tabs > limits.TABS:
        raise SourceError(f"{where} memuat lebih dari {limits.TABS} tab. Hapus tab yang tidak dipakai.")
    if cells > limits.CELLS:
        raise SourceError(f"{where} {_FULL}")


_SAVE = "lalu simpan."
_FULL = f"memuat lebih dari {limits.CELLS // 1000}.000 sel. Hapus isi di luar tabel dan tab yang tak dipakai."


def _cell(cell: Value, where: str, row: int) -> Value:
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    if not isinstance(cell, str):
        return cell
    if len(cell) > limits.SIGNS:
        raise SourceError(
            f"{where} memuat sel dengan lebih dari {_said(limits.SIGNS)} huruf, di baris {row}. Pendekkan, {_SAVE}"
        )
    return cell if cell.isascii() else whole(cell)


def whole(text: str) -> str:
    """The text without halves of signs, which no file can hold: they come from damage, and from names that are no
    text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _said(number: int) -> str:
    return f"{number:,}".replace(",", ".")
