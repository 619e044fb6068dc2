"""A tab of our own at the end of a spreadsheet at Google: written as a whole, where it is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
#: How often somebody may make a tab of ours his own, and there is still a number for the next one.
TURNS = 9


@dataclass(frozen=True)
class Line:
    """One row: its texts, and the cell that the first one leads to ("#gid=0&range=C5")."""

    texts: tuple[str, ...]
    link: str | None = None


def put(opened: Opened, title: str, lines: Sequence[Line], only: str | None = None) -> bool:
    """Let the tab hold these rows and nothing else; whether anything had to be written. `only` where it is NEW, or
    where it is THERE already.

    It is known by its number and its first cell, whatever its title became since. Done is what is seen there
    afterwards; SourceError where it is not, or where a tab of this title is somebody's own.
    """
    try:
        there, free = _look(opened, title, only == THERE)
        if only is not None and (only == THERE) != (there is not None):
            return False
        if there is None or there.texts != [list(one.texts) for one in lines]:
            opened.client.batch_update(opened.key, {"requests": list(_requests(there, free, title, lines))})
            there, _ = _look(opened, title, only == THERE)
            if there is None or there.texts != [list(one.texts) for one in lines]:
                raise SourceError(f"Tab “{title}” sudah ditulis, tetapi belum terlihat lengkap. Diperiksa lagi nanti.")
            return True
    except Refused as error:
        raise refused(error, opened.account) from error
    except Exception as error:  # whatever Google does is told in words
        raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error
    return False


def find(opened: Opened, title: str) -> str | None:
    """The title that our tab has now; None where there is none, SourceError where that cannot be seen."""
    try:
        there, _ = _look(opened, title, spare=True)
    except Exception as error:
        raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error
    return there.title if there else None


def suspected(title: str, tabs: Mapping[str, int]) -> bool:
    """Whether one of these tabs, numbers by title, may be ours: worth a look."""
    return any(one in _numbers(title) or _same(name, title) for name, one in tabs.items())


@dataclass(frozen=True)
class _There:
    title: str
    number: int
    rows: int
    texts: list[list[str]]


def _look(opened: Opened, title: str, spare: bool = False) -> tuple[_There | None, int]:
    """Our tab as it is now, None where there is none, and the number that a new one gets.

    SourceError where the title is somebody's own, or became it, unless those are to be spared anyhow.
    """
    facts = opened.client.spreadsheets_get(opened.key, {"fields": FACTS})
    tabs = {one["properties"].get("sheetId", 0): one["properties"] for one in facts["sheets"]}
    ours = _numbers(title)
    # One that was copied or put in by hand has another number; the title then tells where to look.
    maybe = [*(one for one in ours if one in tabs),
             *(one for one, tab in tabs.items() if one not in ours and _same(tab["title"], title))]  # fmt: skip
    for one, texts in zip(maybe, _rows(opened, [tabs[one]["title"] for one in maybe]), strict=True):
        if not texts or texts[0][0].startswith(FINDINGS_SIGN):
            grid = tabs[one].get("gridProperties", {})
            return _There(tabs[one]["title"], one, grid.get("rowCount", 0), texts), one
    taken = [one for one in maybe if _same(tabs[one]["title"], title)]
    if taken and not spare:
        if taken[0] in ours:
            raise SourceError(f"Sel A1 tab “{title}” diketik ulang, jadi isinya dianggap milik instansi dan tidak "
                              "ditulisi. Ganti judulnya, atau hapus; dasbor lalu menyusun tab baru.")  # fmt: skip
        raise SourceError(f"Tab “{title}” di lembar ini milik instansi sendiri, jadi tidak ditulisi. Ganti "
                          "judulnya, atau pilih “komentar”.")  # fmt: skip
    return None, next((one for one in ours if one not in tabs), ours[-1])


def _numbers(title: str) -> list[int]:
    """The numbers that a tab of ours may have, always the same: Google refuses a second one. All but the first are for
    where somebody made an earlier one his own."""
    return [number(f"tab {title}"), *(number(f"tab {title} {turn}") for turn in range(2, TURNS + 1))]


def _same(title: str, other: str) -> bool:
    return title.casefold() == other.casefold()


def _rows(opened: Opened, titles: Sequence[str]) -> list[list[list[str]]]:
    """What stands in each of these tabs."""
    if not titles:
        return []
    ranges = ["'" + title.replace("'", "''") + "'" for title in titles]
    answer = opened.client.values_batch_get(opened.key, ranges, {"valueRenderOption": "UNFORMATTED_VALUE"})
    return [_square([[str(cell) for cell in row] for row in one.get("values", [])]) for one in answer["valueRanges"]]


def _square(texts: list[list[str]]) -> list[list[str]]:
    """Rows as they were written: blank cells at the end of one are not told."""
    return [row + [""] * (len(WIDTHS) - len(row)) for row in texts]


def _requests(there: _There | None, key: int, title: str, lines: Sequence[Line]) -> Iterator[Request]:
    needed = len(lines) + SPARE
    if there is None:
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
