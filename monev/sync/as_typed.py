"""Cells as they were typed, as rows of a snapshot, and the spreadsheet made from them again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from monev.reading import layout
from monev.reading.reader import APART, TabRead
from monev.sheets import Spreadsheet, Tab, Value, shown


def address(cell: Mapping) -> str | None:
    """Where a cell (a row of the table sel) stands, with the title of its tab where several are read as one."""
    sel = cell.get("sel")
    return f"{cell['lembar']}!{sel}" if sel and cell["baris"] >= APART else sel


def of_sheet(agency: str, sheet: Spreadsheet, tabs: Mapping[str, TabRead]) -> Iterable[dict]:
    """Every cell of the spreadsheet that holds something (columns of SEL); `tabs` as they were read, by code."""
    parts = {part.title: (code, at * APART, part.columns) for code, read in reversed(tabs.items())
             for at, part in enumerate(read.parts)}  # fmt: skip
    for tab in sheet.tabs:
        code, before, columns = parts.pop(tab.title, (None, 0, {}))
        names = {index: name for name, index in columns.items()}
        for number, row in enumerate(tab.rows, start=1):
            for index, value in enumerate(row):
                if value is None:
                    continue
                kind, content = _kept(value)
                yield {"instansi": agency, "lembar": tab.title, "tab": code,
                       "sel": layout.a1(index, number), "baris": before + number, "kolom_ke": index,
                       "kolom": names.get(index), "jenis": kind, "isi": content, "tertulis": shown(value)}  # fmt: skip


def _kept(value: Value) -> tuple[str, str]:
    if isinstance(value, bool):
        return "ya_tidak", repr(value)
    if isinstance(value, int):
        return "bulat", repr(value)
    if isinstance(value, float):
        return "pecahan", repr(value)
    if isinstance(value, dt.date):
        return "tanggal", value.isoformat()
    return "teks", value


_GIVEN_BACK = {
    "ya_tidak": lambda text: text == "True",
    "bulat": int,
    "pecahan": float,
    "tanggal": dt.date.fromisoformat,
    "teks": str,
}


def sheet_again(agency: str, sheets: Iterable[Mapping], cells: Iterable[Mapping]) -> Spreadsheet:
    """The spreadsheet that the rows of `lembar` and `sel` were made from (blank rows at the end left out)."""
    grids: dict[str, list[list[Value]]] = {sheet["lembar"]: [] for sheet in sheets}
    for cell in cells:
        rows = grids[cell["lembar"]]
        number = cell["baris"] % APART
        while len(rows) < number:
            rows.append([])
        row = rows[number - 1]
        row.extend([None] * (cell["kolom_ke"] + 1 - len(row)))
        row[cell["kolom_ke"]] = _GIVEN_BACK[cell["jenis"]](cell["isi"])
    locale = next((sheet["lokal"] for sheet in sheets), None)
    tabs = tuple(Tab(sheet["lembar"], grids[sheet["lembar"]], sheet["tautan"]) for sheet in sheets)
    return Spreadsheet(agency, tabs, locale, None)
