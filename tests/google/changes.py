"""The requests of spreadsheets.batchUpdate, each applied to a spreadsheet in place."""

import copy
import secrets
from collections.abc import Callable, Iterable
from typing import Any

from tests.google import comments, dimensions, mask
from tests.google.book import COLUMNS, ROWS, Book, Tab
from tests.google.grid import Wrong, fields_of, inside, range_of, tab_of, write
from tests.google.refusal import Refusal, of_sheets

#: Characters of keys and values of developer metadata that one sheet may have, those of its rows and columns included.
MOST_METADATA = 30_000


def apply(book: Book, requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Apply the requests in order; one reply for each, most of them empty.

    The book is changed in place, also where a later request fails: give a copy. Raises Refusal, and AssertionError
    for a kind of request that the stand-in does not offer.
    """
    if not requests:
        raise of_sheets(400, "Must specify at least one request.")
    replies = []
    for at, one in enumerate(requests):
        if len(one) != 1:
            raise of_sheets(400, f"Invalid requests[{at}]: exactly one kind of request must be set")
        [(kind, body)] = one.items()
        assert kind in _OFFERED, f"batchUpdate: the request {kind} is not offered here"
        # What Google does not save of comments it does not check either: the rest of the batch stands.
        failing = kind in comments.KINDS and (book.comments_fail == "all" or at in book.comments_fail)
        try:
            replies.append({} if failing else _OFFERED[kind](book, copy.deepcopy(body)) or {})
        except (Wrong, mask.BadMask) as wrong:
            raise _refused(at, kind, wrong) from None
    return replies


def comment_state(book: Book, requests: list[dict[str, Any]]) -> dict[str, str]:
    """What a batch is answered about its comments; nothing where it held none."""
    if not any(comments.KINDS & set(one) for one in requests):
        return {}
    return {"commentUpdateState": "ALL_FAILED_UNKNOWN_REASON" if book.comments_fail == "all" else "ALL_SAVED"}


def properties(tab: Tab) -> dict[str, Any]:
    """A tab's properties as Google answers them: a count of 0 frozen rows or columns is left out."""
    found = copy.deepcopy(tab.properties)
    grid = found["gridProperties"]
    for name in ("frozenRowCount", "frozenColumnCount"):
        if not grid.get(name, 1):
            del grid[name]
    return found


def _refused(at, kind, wrong) -> Refusal:
    return of_sheets(400, f"Invalid requests[{at}].{kind}: {wrong}")


def _update_spreadsheet(book, body):
    mask.overlay(book.properties, body["properties"], fields_of(body))


def _add_sheet(book, body):
    given = body.get("properties", {})
    title = given.pop("title", None) or f"Sheet{len(book.tabs) + 1}"
    if given.get("sheetId") in {tab.sheet_id for tab in book.tabs}:
        raise Wrong(f"A sheet with the id {given['sheetId']} already exists.")
    given["index"] = min(given.get("index", len(book.tabs)), len(book.tabs))
    given["gridProperties"] = {"rowCount": ROWS, "columnCount": COLUMNS} | given.get("gridProperties", {})
    _frozen(given["gridProperties"])
    try:
        tab = book.add(title, [], **given)
    except ValueError:
        raise _taken(title) from None
    return {"addSheet": {"properties": properties(tab)}}


def _delete_sheet(book, body):
    tab = tab_of(book, body["sheetId"])
    if len(book.tabs) == 1:
        raise Wrong("You can't remove all the sheets in a document.")
    book.tabs.remove(tab)
    book.number()


def _update_sheet(book, body):
    given = body["properties"]
    tab, fields = tab_of(book, given.get("sheetId", 0)), fields_of(body)
    fields.pop("sheetId", None)
    if any(one is not tab and one.title.casefold() == str(given.get("title")).casefold() for one in book.tabs):
        raise _taken(given["title"])
    grid = tab.properties["gridProperties"]
    mask.overlay(tab.properties, given | {"sheetId": tab.sheet_id}, fields)
    _frozen(tab.properties["gridProperties"])
    tab.resize(*(tab.properties["gridProperties"].get(name) or grid[name] for name in ("rowCount", "columnCount")))
    if "index" in fields:
        book.tabs.remove(tab)
        book.tabs.insert(tab.properties["index"], tab)
    book.number()


def _taken(title):
    return Wrong(f'A sheet with the name "{title}" already exists. Please enter another name.')


def _frozen(grid):
    if grid.get("frozenRowCount", 0) >= grid["rowCount"] or grid.get("frozenColumnCount", 0) >= grid["columnCount"]:
        raise Wrong("You can't freeze all visible rows or columns on the sheet.")


def _update_cells(book, body):
    fields = fields_of(body)
    if "start" in body:
        start = body["start"]
        tab, top, left = tab_of(book, start.get("sheetId", 0)), start.get("rowIndex", 0), start.get("columnIndex", 0)
        rows, columns = None, None
    else:
        tab, rows, columns = range_of(book, body["range"])
        top, left = rows.start, columns.start
    given = {
        (top + down, left + along): cell
        for down, row in enumerate(body.get("rows", []))
        for along, cell in enumerate(row.get("values", []))
    }
    for row, column in given:
        inside(tab, row + 1, column + 1)
    # In a range the cells that no row was given for are emptied; from a start only those given are touched.
    places: Iterable = given if rows is None else ((row, column) for row in rows for column in columns)
    for place in list(places):
        write(tab, *place, given.get(place, {}), fields)


def _repeat_cell(book, body):
    tab, rows, columns = range_of(book, body["range"])
    fields = fields_of(body)
    for row in rows:
        for column in columns:
            write(tab, row, column, body.get("cell", {}), fields)


def _append_cells(book, body):
    tab, fields = tab_of(book, body.get("sheetId", 0)), fields_of(body)
    filled = [
        at for at, cells in enumerate(tab.rows) if any(tab.value(at, one) is not None for one in range(len(cells)))
    ]
    top = max([-1, *filled]) + 1
    rows = [row.get("values", []) for row in body["rows"]]
    wide = max((len(cells) for cells in rows), default=0)
    tab.resize(max(tab.row_count, top + len(rows)), max(tab.column_count, wide))
    for down, cells in enumerate(rows):
        for along, cell in enumerate(cells):
            write(tab, top + down, along, cell, fields)


def _set_validation(book, body):
    tab, rows, columns = range_of(book, body["range"])
    for row in rows:
        for column in columns:
            write(tab, row, column, {"dataValidation": body["rule"]} if "rule" in body else {}, {"dataValidation": {}})


def _add_protected(book, body):
    given = body["protectedRange"]
    if "range" in given:
        range_of(book, given["range"])
    sheet = given["range"].get("sheetId", 0) if "range" in given else 0
    given.setdefault("protectedRangeId", secrets.randbelow(2**31))
    tab_of(book, sheet).protected.append(given | {"requestingUserCanEdit": True})
    return {"addProtectedRange": {"protectedRange": tab_of(book, sheet).protected[-1]}}


def _delete_protected(book, body):
    for tab in book.tabs:
        for one in tab.protected:
            if one["protectedRangeId"] == body["protectedRangeId"]:
                tab.protected.remove(one)
                return
    raise Wrong(f"No protected range with ID: {body['protectedRangeId']}")


def _create_metadata(book, body):
    given = body["developerMetadata"]
    known = {one["metadataId"] for one in [*book.metadata, *(one for tab in book.tabs for one in tab.metadata)]}
    if not given.get("metadataKey") or given.get("visibility") not in ("DOCUMENT", "PROJECT"):
        raise Wrong("Developer metadata must have a key and a visibility.")
    if given.setdefault("metadataId", secrets.randbelow(2**31 - 1) + 1) <= 0:
        raise Wrong("The metadata ID must be positive.")
    if given["metadataId"] in known:
        raise Wrong(f"Developer metadata with ID {given['metadataId']} already exists.")
    if given["location"] == {"spreadsheet": True}:
        _room(book.metadata, given, "spreadsheet")
        book.metadata.append(given)
        shown = given | {"location": given["location"] | {"locationType": "SPREADSHEET"}}
        return {"createDeveloperMetadata": {"developerMetadata": shown}}
    area = given["location"]["dimensionRange"]
    if area["endIndex"] - area["startIndex"] != 1:
        raise Wrong("The dimension range must be of a single row or column.")
    dimensions.inside(book, area)
    kind = {"ROWS": "ROW", "COLUMNS": "COLUMN"}[area["dimension"]]
    tab = tab_of(book, area.get("sheetId", 0))
    _room(tab.metadata, given, f"sheet {tab.sheet_id}")
    tab.metadata.append(given | {"location": {"dimensionRange": area}})
    return {
        "createDeveloperMetadata": {
            "developerMetadata": given | {"location": {"dimensionRange": area, "locationType": kind}}
        }
    }


def _room(there, given, where):
    used = sum(len(one["metadataKey"]) + len(one.get("metadataValue", "")) for one in [*there, given])
    if used > MOST_METADATA:
        raise Wrong(f"Developer metadata exceeds the limit of {MOST_METADATA} characters for {where}.")


def _merge(book, body):
    tab, rows, columns = range_of(book, body["range"])
    assert body.get("mergeType", "MERGE_ALL") == "MERGE_ALL", "only MERGE_ALL is offered here"
    tab.merges.append({"sheetId": tab.sheet_id, "startRowIndex": rows.start, "endRowIndex": rows.stop,
                       "startColumnIndex": columns.start, "endColumnIndex": columns.stop})  # fmt: skip


def _add_conditional(book, body):
    rule = body["rule"]
    if not rule.get("ranges"):
        raise Wrong("A rule of conditional formatting needs a range")
    tab = next(range_of(book, one)[0] for one in rule["ranges"])
    tab.conditional.insert(body.get("index", 0), rule)


def _set_filter(book, body):
    tab, _, _ = range_of(book, body["filter"].get("range", {}))
    tab.basic_filter = body["filter"]


_OFFERED: dict[str, Callable[[Book, dict[str, Any]], dict[str, Any] | None]] = {
    "addCommentReply": comments.reply,
    "addConditionalFormatRule": _add_conditional,
    "addProtectedRange": _add_protected,
    "addSheet": _add_sheet,
    "appendCells": _append_cells,
    "appendDimension": dimensions.append,
    "autoResizeDimensions": dimensions.fit,
    "createDeveloperMetadata": _create_metadata,
    "deleteComment": comments.delete,
    "deleteCommentReply": comments.delete_reply,
    "deleteDimension": dimensions.delete,
    "deleteProtectedRange": _delete_protected,
    "deleteSheet": _delete_sheet,
    "insertComment": comments.insert,
    "insertDimension": dimensions.insert,
    "mergeCells": _merge,
    "repeatCell": _repeat_cell,
    "setBasicFilter": _set_filter,
    "setDataValidation": _set_validation,
    "updateCells": _update_cells,
    "updateCommentPost": comments.update,
    "updateDimensionProperties": dimensions.update,
    "updateSheetProperties": _update_sheet,
    "updateSpreadsheetProperties": _update_spreadsheet,
}
