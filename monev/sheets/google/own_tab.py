"""A tab of our own at the end of a spreadsheet at Google: written as a whole, where it is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from monev.sheets import FINDINGS_SIGN, SourceError
from monev.sheets.google import errors
from monev.sheets.google.client import Refused
from monev.sheets.google.formats import Request
from monev.sheets.google.insert import SECONDS, Opened, number, refused

#: What is asked of all tabs.
FACTS = "sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)))"
#: Where alone a tab is written.
NEW, THERE = "baru", "sudah ada"
#: Pixels of each column of the tab, in order.
WIDTHS = (190, 150, 320, 320, 130, 90)
#: Rows of which the first says whose tab it is, and the second what its columns hold.
HEAD = 2
#: Rows below the last one, so that nobody thinks the tab ends by chance.
SPARE = 20


@dataclass(frozen=True)
class Line:
    """One row: its texts, and the cell that the first one leads to ("#gid=0&range=C5")."""

    texts: tuple[str, ...]
    link: str | None = None


def put(opened: Opened, title: str, lines: Sequence[Line], only: str | None = None) -> bool:
    """Let the tab hold these rows and nothing else; whether anything had to be written. `only` where it is NEW, or
    where it is THERE already.

    Done is what is seen there afterwards; SourceError where it is not, or where a tab of this title is somebody's own.
    """
    try:
        there = _look(opened, title)
        if only is not None and (only == THERE) != (there is not None):
            return False
        if there is None or there.texts != [list(one.texts) for one in lines]:
            opened.client.batch_update(opened.key, {"requests": list(_requests(there, title, lines))})
            there = _look(opened, title)
            if there is None or there.texts != [list(one.texts) for one in lines]:
                raise SourceError(f"Tab “{title}” sudah ditulis, tetapi belum terlihat lengkap. Diperiksa lagi nanti.")
            return True
    except Refused as error:
        raise refused(error, opened.account) from error
    except Exception as error:  # whatever Google does is told in words
        raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error
    return False


@dataclass(frozen=True)
class _There:
    number: int
    rows: int
    texts: list[list[str]]


def _look(opened: Opened, title: str) -> _There | None:
    """Our tab as it is now; None where there is none. SourceError where the title is somebody's own."""
    facts = opened.client.spreadsheets_get(opened.key, {"fields": FACTS})
    for one in facts["sheets"]:
        tab = one["properties"]
        if tab["title"].casefold() != title.casefold():
            continue
        grid = tab.get("gridProperties", {})
        quoted = tab["title"].replace("'", "''")
        answer = opened.client.values_batch_get(opened.key, [f"'{quoted}'"], {"valueRenderOption": "UNFORMATTED_VALUE"})
        rows = answer["valueRanges"][0].get("values", [])
        first = str(rows[0][0]) if rows and rows[0] else ""
        if rows and not first.startswith(FINDINGS_SIGN):
            raise SourceError(f"Tab “{title}” di lembar ini milik instansi sendiri, jadi tidak ditulisi. Ganti "
                              "judulnya, atau pilih “komentar”.")  # fmt: skip
        texts = [[str(cell) for cell in row] for row in rows]
        return _There(tab.get("sheetId", 0), grid.get("rowCount", 0), _square(texts))
    return None


def _square(texts: list[list[str]]) -> list[list[str]]:
    """Rows as they were written: blank cells at the end of one are not told."""
    return [row + [""] * (len(WIDTHS) - len(row)) for row in texts]


def _requests(there: _There | None, title: str, lines: Sequence[Line]) -> Iterator[Request]:
    key, needed = (there.number if there else number(f"tab {title}")), len(lines) + SPARE
    if there is None:
        # The number is always the same: Google refuses the tab a second time.
        grid = {"rowCount": needed, "columnCount": len(WIDTHS), "frozenRowCount": HEAD}
        yield {"addSheet": {"properties": {"sheetId": key, "title": title, "gridProperties": grid}}}
        yield {"addProtectedRange": {"protectedRange": {
            "range": {"sheetId": key}, "description": FINDINGS_SIGN, "warningOnly": True,
        }}}  # fmt: skip
        for index, width in enumerate(WIDTHS):
            along = {"sheetId": key, "dimension": "COLUMNS", "startIndex": index, "endIndex": index + 1}
            yield {
                "updateDimensionProperties": {"range": along, "properties": {"pixelSize": width}, "fields": "pixelSize"}
            }
    rows = max(there.rows if there else 0, needed)
    if there and there.rows < needed:
        yield {"appendDimension": {"sheetId": key, "dimension": "ROWS", "length": needed - there.rows}}
    area = {
        "sheetId": key,
        "startRowIndex": 0,
        "endRowIndex": rows,
        "startColumnIndex": 0,
        "endColumnIndex": len(WIDTHS),
    }
    cells = [{"values": [_cell(text, at, column, one) for column, text in enumerate(one.texts)]}
             for at, one in enumerate(lines)]  # fmt: skip
    fields = "userEnteredValue,userEnteredFormat(textFormat,wrapStrategy,verticalAlignment)"
    yield {"updateCells": {"range": area, "rows": cells, "fields": fields}}


def _cell(text: str, row: int, column: int, line: Line) -> dict[str, Any]:
    look: dict[str, Any] = {"wrapStrategy": "WRAP" if row else "OVERFLOW_CELL", "verticalAlignment": "TOP"}
    if row == HEAD - 1:
        look["textFormat"] = {"bold": True}
    elif column == 0 and line.link and row >= HEAD:
        look["textFormat"] = {"link": {"uri": line.link}}
    return ({"userEnteredValue": {"stringValue": text}} if text else {}) | {"userEnteredFormat": look}
