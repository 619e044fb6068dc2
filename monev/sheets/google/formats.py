"""How cells look that are written to a spreadsheet at Google: its number formats, by the format of a column."""

from __future__ import annotations

from typing import Any

#: Formats of a column.
DATE, NUMBER, TEXT = "tanggal", "bilangan", "teks"
#: The same in the words of Google's API.
FORMATS = {
    DATE: {"type": "DATE", "pattern": "d mmmm yyyy"},
    NUMBER: {"type": "NUMBER", "pattern": "#,##0"},
    TEXT: {"type": "TEXT"},
}

#: One part of a batchUpdate.
Request = dict[str, Any]
