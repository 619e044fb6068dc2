"""Rows as the command line prints them: a table for people, CSV and JSON for programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable

from monev.sheets.csv_insert import plain_text
from monev.words.safe_text import legible

__all__ = ["FORMATS", "table"]


def table(columns: list[str], rows: list[dict]) -> str:
    """Columns as wide as what stands in them, under their names."""
    texts = [[_text(row[column]) for column in columns] for row in rows]
    widths = [max([len(column), *(len(line[i]) for line in texts)]) for i, column in enumerate(columns)]
    lines = [columns, ["-" * width for width in widths], *texts]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
                     for line in lines)  # fmt: skip


def _text(value: object) -> str:
    # A terminal obeys signs that a sheet may hold.
    return " ".join(legible("; ".join(map(str, value)) if isinstance(value, list) else value).split())


def _csv(columns: list[str], rows: list[dict]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue().rstrip("\n")


def _cell(value: object) -> str:
    """A number below zero stays one; a text that a spreadsheet would reckon does not."""
    return _text(value) if isinstance(value, int | float) else plain_text(_text(value))


def _json(_: list[str], rows: list[dict]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1, default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, dt.date | dt.time):  # a datetime is a date too
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form here")


#: Format by name -> from columns and rows to text.
FORMATS: dict[str, Callable[[list[str], list[dict]], str]] = {"table": table, "csv": _csv, "json": _json}
