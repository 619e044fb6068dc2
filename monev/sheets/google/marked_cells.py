"""Cells of rows that were written here before: found by the mark that Google keeps at each, wherever it is by now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from monev.sheets import SourceError
from monev.sheets.cell import DAY_0
from monev.sheets.google import errors
from monev.sheets.google.client import Refused
from monev.sheets.google.insert import SECONDS, Grid, Line, Opened, number, refused

_ADDRESS = "https://sheets.googleapis.com/v4/spreadsheets/{}/"


def rows(opened: Opened, grid: Grid, names: Sequence[str]) -> dict[str, int]:
    """The sheet rows (from 1) of the tab at which Google keeps the marks of `names`; those without one are left out.

    SourceError tells why it cannot be asked.
    """
    answer = _ask(opened, "developerMetadata:search", {"dataFilters": [_filter(name) for name in names]})
    known, found = {number(name): name for name in names}, {}
    for one in answer.get("matchedDeveloperMetadata", ()):
        mark = one["developerMetadata"]
        area = mark.get("location", {}).get("dimensionRange", {})
        name = known.get(mark.get("metadataId"))
        # The first tab is number 0, and what is 0 may be left out.
        if name and area.get("dimension") == "ROWS" and area.get("sheetId", 0) == grid.number:
            found[name] = area.get("startIndex", 0) + 1
    return found


def change(opened: Opened, lines: Mapping[str, Line]) -> None:
    """Put these cells into the marked rows of `lines`, all at once; every other cell stays as it is.

    Never asked again where it is not certain that nothing happened: SourceError may also mean that it was carried out.
    """
    data = [{"dataFilter": _filter(name), "majorDimension": "ROWS", "values": [_row(line)]}
            for name, line in lines.items()]  # fmt: skip
    _ask(opened, "values:batchUpdateByDataFilter", {"valueInputOption": "RAW", "data": data})


def _ask(opened: Opened, what: str, body: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return opened.client.request("post", _ADDRESS.format(opened.key) + what, json=body).json()
    except Refused as error:
        raise refused(error, opened.account) from error
    except Exception as error:  # whatever Google does is told in words
        raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error


def _filter(name: str) -> dict[str, Any]:
    return {"developerMetadataLookup": {"metadataId": number(name)}}


def _row(line: Line) -> list[Any]:
    """A row in which null leaves a cell alone: a text exactly as it is, a date as Google counts days."""
    return [_cell(line[index]) if index in line else None for index in range(max(line) + 1)]


def _cell(cell: str | dt.date) -> str | int:
    return (cell - DAY_0).days if isinstance(cell, dt.date) else cell
