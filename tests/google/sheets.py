"""The endpoints of the Sheets API, each from a spreadsheet and a request to its answer."""

import copy
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from tests.google import a1, changes, comments, description, filters, grid, mask, shown, values
from tests.google.book import Book, Formula, Tab
from tests.google.refusal import NO_PERMISSION, of_sheets

Query = dict[str, list[str]]


def answer(method: str, book: Book, path: dict[str, str], query: Query, body: Any) -> dict[str, Any]:
    """The answer of one method, cut to its field mask.

    Raises Refusal, and AssertionError for a method that Google describes and the stand-in does not offer.
    """
    assert method in _OFFERED, f"{method} is not offered here"
    may_change = method in WRITES
    if book.role is None or (may_change and book.role != "writer"):
        raise of_sheets(403, NO_PERMISSION)
    if book.office:
        raise of_sheets(400, "This operation is not supported for this document", status="FAILED_PRECONDITION")
    wanted = _wanted(method, query)
    # All or nothing: a change is made on a copy, which takes the place of the original once everything went well.
    target = book.copy() if may_change else book
    found = _OFFERED[method](target, unquote(path.get("range", "")), query, body)
    if may_change:
        book.tabs, book.properties = target.tabs, target.properties
        book.threads, book.metadata = target.threads, target.metadata
        book.moved(comments.SERVICE_ACCOUNT)
    return mask.cut(found, wanted)


def get(book: Book, query: Query) -> dict[str, Any]:
    """spreadsheets.get: the whole description of a spreadsheet, with its cells if they are asked for."""
    fields = query.get("fields")
    wanted = mask.parse(fields[0]) if fields else {}
    with_cells = mask.asks(wanted, "sheets", "data") if fields else _one(query).get("includeGridData") == "true"
    areas: dict[int, list] = {}
    for text in query.get("ranges", []):
        tab, area = values.locate(book, text)
        areas.setdefault(tab.sheet_id, []).append(area)
    mode = _one(query).get("commentsViewMode", "")
    included = _comments(book, mode)
    shown = {"commentsViewMode": f"COMMENTS_VIEW_MODE_{'INCLUDED' if included else 'OMITTED'}"} if mode else {}
    return (
        {
            "spreadsheetId": book.id,
            "properties": copy.deepcopy(book.properties),
            "sheets": [
                _sheet(book, tab, areas.get(tab.sheet_id) or [_whole(tab)] if with_cells else [], wanted)
                | ({"commentAnchors": comments.anchors(tab)} if included and tab.anchors else {})
                for tab in book.tabs
                if not areas or tab.sheet_id in areas
            ],
            "spreadsheetUrl": book.url,
        }
        | shown
        | ({"comments": comments.answered(book)} if included and book.threads else {})
    )


def _comments(book, mode):
    """Whether comments are included. Raises Refusal where they are wanted and may not be seen."""
    may = book.comments and book.role == "writer"
    if mode.endswith("_INCLUDED") and not may:
        raise of_sheets(403, NO_PERMISSION)
    return may and mode.endswith(("_INCLUDED", "_DEFAULT_FOR_CURRENT_ACCESS"))


def _wanted(method, query):
    if "fields" not in query:
        return {}
    try:
        wanted = mask.parse(query["fields"][0])
    except mask.BadMask as bad:
        raise of_sheets(400, f"Request contains an invalid argument: fields={bad}") from None
    if unknown := description.unknown_field("sheets", method, wanted):
        raise of_sheets(400, f"Error expanding 'fields' parameter. Cannot find matching fields for path '{unknown}'.")
    return wanted


def _one(query):
    return {name: given[-1] for name, given in query.items()}


def _whole(tab):
    return 0, 0, tab.row_count, tab.column_count


def _sheet(book, tab, areas, wanted):
    lists = {"protectedRanges": tab.protected, "conditionalFormats": tab.conditional, "basicFilter": tab.basic_filter,
             "merges": tab.merges}  # fmt: skip
    found = {"properties": changes.properties(tab)} | {name: copy.deepcopy(one) for name, one in lists.items() if one}
    if areas:
        found["data"] = [_grid(book, tab, area, wanted) for area in areas]
    return found


def _grid(book, tab: Tab, area, wanted):
    top, left, bottom, right = area
    height = max([len(tab.rows), *(row + 1 for row, _ in tab.marks)])
    rows = []
    for row in range(top, min(bottom, height)):
        cells = [_cell(book, tab, row, column) for column in range(left, right)]
        while cells and not cells[-1]:
            cells.pop()
        rows.append({"values": cells} if cells else {})
    while rows and not rows[-1]:
        rows.pop()
    found = {name: at for name, at in (("startRow", top), ("startColumn", left)) if at}
    found |= {"rowData": rows} if rows else {}
    for name, kind, first, last, pixels in (
        ("rowMetadata", "ROWS", top, bottom, 21), ("columnMetadata", "COLUMNS", left, right, 100)
    ):  # fmt: skip
        if mask.asks(wanted, "sheets", "data", name):
            found[name] = [{"pixelSize": pixels} | tab.sizes.get((kind, at), {}) for at in range(first, last)]
    return found


def _cell(book, tab, row, column):
    found, value, mark = {}, tab.value(row, column), tab.marks.get((row, column), {})
    if value is not None:
        effective = value.value if isinstance(value, Formula) else value
        found["userEnteredValue"] = grid.extended(value)
        found["effectiveValue"] = grid.extended(effective)
        found["formattedValue"] = shown.text(effective, mark, book.properties["locale"])
    if "userEnteredFormat" in mark:
        found["effectiveFormat"] = copy.deepcopy(mark["userEnteredFormat"])
    return found | copy.deepcopy(mark)


def _values_get(book, text, query, body):
    return values.read(book, text, _one(query))


def _batch_get(book, text, query, body):
    ranges = [values.read(book, one, _one(query)) for one in query.get("ranges", [])]
    return {"spreadsheetId": book.id} | ({"valueRanges": ranges} if ranges else {})


def _values_update(book, text, query, body):
    return _with_values(book, values.write(book, text, body, _one(query).get("valueInputOption")), _one(query))


def _append(book, text, query, body):
    found = values.append(book, text, body, _one(query))
    return found | {"updates": _with_values(book, found["updates"], _one(query))}


def _with_values(book, found, query):
    if query.get("includeValuesInResponse", "").lower() != "true":
        return found
    renamed = {"valueRenderOption": query.get("responseValueRenderOption", "FORMATTED_VALUE")}
    renamed["dateTimeRenderOption"] = query.get("responseDateTimeRenderOption", "SERIAL_NUMBER")
    return found | {"updatedData": values.read(book, found["updatedRange"], renamed)}


def _values_batch_update(book, text, query, body):
    option = body.get("valueInputOption")
    parts = [values.write(book, one.get("range", ""), one, option) for one in body.get("data", [])]
    totals = {
        f"totalUpdated{name}": sum(part.get(f"updated{name}", 0) for part in parts)
        for name in ("Rows", "Columns", "Cells")
    }
    touched = {a1.parse(part["updatedRange"], [tab.title for tab in book.tabs]).title for part in parts}
    return {"spreadsheetId": book.id, "totalUpdatedSheets": len(touched), "responses": parts} | totals


def _clear(book, text, query, body):
    return {"spreadsheetId": book.id, "clearedRange": values.clear(book, text)}


def _batch_clear(book, text, query, body):
    return {"spreadsheetId": book.id, "clearedRanges": [values.clear(book, one) for one in body.get("ranges", [])]}


def _batch_update(book, text, query, body):
    requests = body.get("requests", [])
    if not book.comments and any(comments.KINDS & set(one) for one in requests):
        raise of_sheets(403, NO_PERMISSION)
    replies = changes.apply(book, requests)
    found = {"spreadsheetId": book.id, "replies": replies} | changes.comment_state(book, requests)
    if body.get("includeSpreadsheetInResponse"):
        found["updatedSpreadsheet"] = get(book, {})
    return found


WRITES = {
    "sheets.spreadsheets.batchUpdate",
    "sheets.spreadsheets.values.append",
    "sheets.spreadsheets.values.batchClear",
    "sheets.spreadsheets.values.batchUpdate",
    "sheets.spreadsheets.values.batchUpdateByDataFilter",
    "sheets.spreadsheets.values.clear",
    "sheets.spreadsheets.values.update",
}
_OFFERED: dict[str, Callable[[Book, str, Query, Any], dict[str, Any]]] = {
    "sheets.spreadsheets.get": lambda book, text, query, body: get(book, query),
    "sheets.spreadsheets.batchUpdate": _batch_update,
    "sheets.spreadsheets.developerMetadata.search": lambda book, text, query, body: filters.search(book, body),
    "sheets.spreadsheets.values.append": _append,
    "sheets.spreadsheets.values.batchClear": _batch_clear,
    "sheets.spreadsheets.values.batchGet": _batch_get,
    "sheets.spreadsheets.values.batchUpdate": _values_batch_update,
    "sheets.spreadsheets.values.batchUpdateByDataFilter": lambda book, text, query, body: filters.update(book, body),
    "sheets.spreadsheets.values.clear": _clear,
    "sheets.spreadsheets.values.get": _values_get,
    "sheets.spreadsheets.values.update": _values_update,
}
