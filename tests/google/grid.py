"""What the requests of batchUpdate share: finding the cells that one means, and writing a cell."""

from typing import Any

from tests.google import mask
from tests.google.book import Book, Formula, Tab

#: The most choices that a drop-down with its own list may have.
MOST_CHOICES = 500
_PROTECTED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you "
    "need to edit."
)
_NO_FIELDS = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"


class Wrong(Exception):
    """A request cannot be applied; the text says why."""


def extended(value: Any) -> dict[str, Any]:
    """A value of a cell as Google's ExtendedValue."""
    match value:
        case Formula():
            return {"formulaValue": value.text}
        case bool():
            return {"boolValue": value}
        case str():
            return {"stringValue": value}
        case _:
            return {"numberValue": value}


def plain(value: dict[str, Any] | None) -> Any:
    """The value that an ExtendedValue stands for; None for none."""
    [(kind, given)] = value.items() if value else [("stringValue", None)]
    return Formula(given) if kind == "formulaValue" else given


def tab_of(book: Book, sheet_id: int) -> Tab:
    """The tab with this id. Raises Wrong."""
    try:
        return book.sheet(sheet_id)
    except KeyError:
        raise Wrong(f"No grid with id: {sheet_id}") from None


def fields_of(body: dict[str, Any]) -> mask.Mask:
    """The mask of a request, which must have one. Raises Wrong, and BadMask."""
    if not body.get("fields"):
        raise Wrong(_NO_FIELDS)
    return mask.parse(body["fields"])


def range_of(book: Book, area: dict[str, Any]) -> tuple[Tab, range, range]:
    """The tab, rows and columns that a GridRange means. Raises Wrong."""
    tab = tab_of(book, area.get("sheetId", 0))
    rows = range(area.get("startRowIndex", 0), area.get("endRowIndex", tab.row_count))
    columns = range(area.get("startColumnIndex", 0), area.get("endColumnIndex", tab.column_count))
    inside(tab, rows.stop, columns.stop)
    if rows.start >= rows.stop or columns.start >= columns.stop:
        raise Wrong("The range is empty: its end must lie behind its start")
    return tab, rows, columns


def inside(tab: Tab, rows: int, columns: int) -> None:
    """Make sure that a grid has this many rows and columns. Raises Wrong."""
    if rows > tab.row_count or columns > tab.column_count:
        measured = f"{tab.row_count} rows and {tab.column_count} columns"
        raise Wrong(f"Range goes to row {rows}, column {columns}, but the grid of “{tab.title}” has {measured}")


def editable(tab: Tab, row: int, column: int) -> None:
    """Make sure that the account may change a cell. Raises Wrong."""
    for one in tab.protected:
        area = one.get("range", {})
        rows = range(area.get("startRowIndex", 0), area.get("endRowIndex", tab.row_count))
        columns = range(area.get("startColumnIndex", 0), area.get("endColumnIndex", tab.column_count))
        if not one.get("requestingUserCanEdit", True) and row in rows and column in columns:
            raise Wrong(_PROTECTED)


def write(tab: Tab, row: int, column: int, cell: dict[str, Any], fields: mask.Mask) -> None:
    """Write what a mask names of a CellData into a cell; what is named and not given is taken away. Raises Wrong."""
    editable(tab, row, column)
    if mask.asks(fields, "userEnteredValue"):
        # Google lets this pass, and nobody ever sees the value again: no request of ours may do it.
        assert not tab.hidden(row, column), f"“{tab.title}”: row {row + 1} lies within a merged cell"
        tab.set(row, column, plain(cell.get("userEnteredValue")))
    if rule := cell.get("dataValidation"):
        _rule(rule)
    mark = dict(tab.marks.get((row, column), {}))
    rest = {name: deeper for name, deeper in fields.items() if name != "userEnteredValue"}
    if rest:
        mask.overlay(mark, {name: one for name, one in cell.items() if name != "userEnteredValue"}, rest)
    # An empty note is no note.
    mark = {name: one for name, one in mark.items() if one not in ("", {})}
    if mark:
        tab.marks[row, column] = mark
    else:
        tab.marks.pop((row, column), None)


def _rule(rule):
    condition = rule.get("condition", {})
    given = condition.get("values", [])
    if condition.get("type") == "ONE_OF_LIST" and not 0 < len(given) <= MOST_CHOICES:
        raise Wrong(f"A list of choices must have 1 to {MOST_CHOICES} of them, not {len(given)}")
    if any(set(one) not in ({"userEnteredValue"}, {"relativeDate"}) for one in given):
        raise Wrong("Each value of a condition must be given as userEnteredValue or as relativeDate")
