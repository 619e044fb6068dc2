"""What is asked of the places that developer metadata marks: which they are, and values written there."""

from typing import Any

from tests.google import a1, grid, values
from tests.google.book import Book, Tab
from tests.google.refusal import of_sheets

_KINDS = {"ROWS": "ROW", "COLUMNS": "COLUMN"}


def search(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """developerMetadata.search: all marks that any of the filters selects; without the list where none is."""
    filters = body.get("dataFilters", [])
    if not filters:
        raise of_sheets(400, "Must specify at least one data filter.")
    found = []
    for mark in book.metadata:
        if by := [one for one in filters if _selects(one, mark)]:
            shown = mark | {"location": mark["location"] | {"locationType": "SPREADSHEET"}}
            found.append({"developerMetadata": shown, "dataFilters": by})
    for tab, mark in _marks(book):
        by = [one for one in filters if _selects(one, mark)]
        if by:
            area = mark["location"]["dimensionRange"]
            shown = mark | {"location": {"dimensionRange": area, "locationType": _KINDS[area["dimension"]]}}
            assert area.get("sheetId", 0) == tab.sheet_id
            found.append({"developerMetadata": shown, "dataFilters": by})
    return {"matchedDeveloperMetadata": found} if found else {}


def update(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """values.batchUpdateByDataFilter: the values written to every row that a filter selects; to none where no mark is
    left. Raises Refusal.
    """
    responses, touched, cells = [], {}, 0
    for at, one in enumerate(body.get("data", [])):
        assert one.get("majorDimension", "ROWS") == "ROWS", "only rows are offered here"
        for tab, mark in _marks(book):
            if not _selects(one["dataFilter"], mark):
                continue
            area = mark["location"]["dimensionRange"]
            assert area["dimension"] == "ROWS", "only marks of rows are offered here"
            put = _put(book, tab, area["startIndex"], one.get("values", []), body.get("valueInputOption"), at)
            responses.append(put | {"dataFilter": one["dataFilter"]})
            touched.setdefault(tab.sheet_id, set()).add(area["startIndex"])
            cells += put.get("updatedCells", 0)
    found: dict[str, Any] = {"spreadsheetId": book.id}
    if responses:
        found |= {"responses": responses, "totalUpdatedSheets": len(touched), "totalUpdatedCells": cells}
        found["totalUpdatedRows"] = sum(map(len, touched.values()))
    return found


def _put(book, tab, row, rows, option, at):
    if option not in {"RAW", "USER_ENTERED"}:
        raise of_sheets(400, "'valueInputOption' is required but not specified")
    if len(rows) > 1 or any(len(one) > tab.column_count for one in rows):
        raise of_sheets(400, f"Invalid data[{at}]: the values exceed the range that the filter matches")
    try:
        for column in (column for one in rows for column, value in enumerate(one) if value is not None):
            grid.editable(tab, row, column)
    except grid.Wrong as wrong:
        raise of_sheets(400, f"Invalid data[{at}]: {wrong}") from None
    wide = max((len(one) for one in rows), default=1)
    written = values.write(book, a1.written(tab.title, row, 0, row + 1, wide), {"values": rows}, option)
    return {name: value for name, value in written.items() if name != "spreadsheetId"}


def _marks(book: Book) -> list[tuple[Tab, dict[str, Any]]]:
    return [(tab, mark) for tab in book.tabs for mark in tab.metadata]


def _selects(one: dict[str, Any], mark: dict[str, Any]) -> bool:
    assert set(one) == {"developerMetadataLookup"}, "only lookups of metadata are offered here"
    lookup = one["developerMetadataLookup"]
    assert set(lookup) <= {"metadataId", "metadataKey", "metadataValue"}, "these limits are not offered here"
    return all(mark.get(name) == value for name, value in lookup.items())
