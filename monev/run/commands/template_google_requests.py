"""The parts of a batchUpdate that lay out a tab: header, notes, formats, drop-downs, widths, freeze and protection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monev.run.commands.template_plan import ColumnPlan, SheetPlan
from monev.sheets.google.formats import DATE, FORMATS, Request

#: How the protection of a header is told in Google's list of protected ranges; by it a later run knows its own.
PROTECTED = "Judul kolom yang dibaca dasbor monev"
#: Size of a new tab, as Google itself makes one.
ROWS, COLUMNS = 1000, 26
#: Pixels of a column per character and beside them.
CHARACTER, BESIDE = 8, 12
#: What a column of dates takes: a calendar opens at a double click, and what is no date is marked, not refused.
A_DATE = {"condition": {"type": "DATE_IS_VALID"}, "showCustomUi": True, "strict": False,
          "inputMessage": "Tulis tanggal, misalnya 4 November 2024."}  # fmt: skip
HEAD = {"textFormat": {"bold": True}, "wrapStrategy": "WRAP", "verticalAlignment": "MIDDLE"}
HEAD_FIELDS = "userEnteredValue,note,userEnteredFormat(textFormat.bold,wrapStrategy,verticalAlignment)"


def settings(wrong: dict[str, str]) -> Request:
    """Set the spreadsheet's own properties by their names in the API."""
    return {"updateSpreadsheetProperties": {"properties": wrong, "fields": ",".join(wrong)}}


def renamed(number: int, title: str) -> Request:
    """Give a tab another title."""
    return {"updateSheetProperties": {"properties": {"sheetId": number, "title": title}, "fields": "title"}}


def added(sheet: SheetPlan, number: int) -> Iterator[Request]:
    """A new tab of this number, laid out."""
    grid = {"rowCount": ROWS, "columnCount": max(COLUMNS, len(sheet.columns)), "frozenRowCount": 1}
    yield {"addSheet": {"properties": {"sheetId": number, "title": sheet.title, "gridProperties": grid}}}
    yield from _filled(sheet, number)


def laid_out(sheet: SheetPlan, number: int, rows: int, columns: int) -> Iterator[Request]:
    """Everything that a tab of this size without any value lacks."""
    # Google refuses to freeze the last row of a tab.
    deep = 1 + max([1, *map(len, sheet.prefill.values())])
    for dimension, missing in (("COLUMNS", len(sheet.columns) - columns), ("ROWS", deep - rows)):
        if missing > 0:
            yield longer(number, dimension, missing)
    yield frozen(number, 1)
    yield from _filled(sheet, number)


def columns(wanted: Sequence[ColumnPlan], number: int, first: int, row: int, last: int) -> Iterator[Request]:
    """Header cells in sheet row `row` from column `first` (from 0) on, and how the cells below row `last` are."""
    start = {"sheetId": number, "rowIndex": row - 1, "columnIndex": first}
    cells = [
        {"userEnteredValue": {"stringValue": column.title}, "note": column.note, "userEnteredFormat": HEAD}
        for column in wanted
    ]
    yield {"updateCells": {"start": start, "rows": [{"values": cells}], "fields": HEAD_FIELDS}}
    for index, column in enumerate(wanted, start=first):
        across = {"startColumnIndex": index, "endColumnIndex": index + 1}
        below = {"sheetId": number, "startRowIndex": last, **across}
        shown = {"userEnteredFormat": {"numberFormat": FORMATS[column.format]}}
        yield {"repeatCell": {"range": below, "cell": shown, "fields": "userEnteredFormat.numberFormat"}}
        if column.choices or column.format == DATE:
            yield {"setDataValidation": {"range": below, "rule": _rule(column) if column.choices else A_DATE}}
        along = {"sheetId": number, "dimension": "COLUMNS", "startIndex": index, "endIndex": index + 1}
        width = {"pixelSize": CHARACTER * column.width + BESIDE}
        yield {"updateDimensionProperties": {"range": along, "properties": width, "fields": "pixelSize"}}


def frozen(number: int, rows: int) -> Request:
    """Keep the first `rows` rows of a tab in sight."""
    properties = {"sheetId": number, "gridProperties": {"frozenRowCount": rows}}
    return {"updateSheetProperties": {"properties": properties, "fields": "gridProperties.frozenRowCount"}}


def protection(number: int, first: int, last: int) -> Request:
    """Have Google warn whoever is about to change the sheet rows `first` to `last`; it refuses nothing."""
    over = {"sheetId": number, "startRowIndex": first - 1, "endRowIndex": last}
    return {"addProtectedRange": {"protectedRange": {"range": over, "description": PROTECTED, "warningOnly": True}}}


def longer(number: int, dimension: str, length: int) -> Request:
    """Add `length` ROWS or COLUMNS at the end of a tab."""
    return {"appendDimension": {"sheetId": number, "dimension": dimension, "length": length}}


def _filled(sheet: SheetPlan, number: int) -> Iterator[Request]:
    yield from columns(list(sheet.columns.values()), number, 0, 1, 1)
    yield protection(number, 1, 1)
    for index, name in enumerate(sheet.columns):
        if name in sheet.prefill:
            start = {"sheetId": number, "rowIndex": 1, "columnIndex": index}
            rows = [{"values": [{"userEnteredValue": {"stringValue": text}}]} for text in sheet.prefill[name]]
            yield {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}


def _rule(column: ColumnPlan) -> Request:
    values = [{"userEnteredValue": choice} for choice in column.choices]
    return {
        "condition": {"type": "ONE_OF_LIST", "values": values},
        "showCustomUi": True,
        "strict": column.strict,
    }
