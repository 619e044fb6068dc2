"""The values of a spreadsheet as the Sheets API reads, writes and appends them."""

from typing import Any

from tests.google import a1, shown
from tests.google.book import Book, Formula, Tab
from tests.google.refusal import of_sheets

_KINDS = {list: "list_value", dict: "struct_value"}


def read(book: Book, text: str, query: dict[str, str]) -> dict[str, Any]:
    """A ValueRange: trailing blanks and rows cut, no `values` where all is empty. Raises Refusal."""
    tab, (top, left, bottom, right) = locate(book, text)
    found = {"range": a1.written(tab.title, top, left, bottom, right), "majorDimension": "ROWS"}
    rows = []
    for row in range(top, min(bottom, len(tab.rows))):
        last = min(right, len(tab.rows[row]))
        rows.append(_trimmed([_rendered(book, tab, row, column, query) for column in range(left, last)]))
    if query.get("majorDimension") == "COLUMNS":
        found["majorDimension"] = "COLUMNS"
        width = max((len(cells) for cells in rows), default=0)
        rows = [_trimmed([cells[at] if at < len(cells) else "" for cells in rows]) for at in range(width)]
    while rows and not rows[-1]:
        rows.pop()
    return found | ({"values": rows} if rows else {})


def write(book: Book, text: str, body: dict[str, Any], option: str | None) -> dict[str, Any]:
    """Put values into a range: the UpdateValuesResponse. Raises Refusal."""
    _known(option)
    tab, (top, left, bottom, right) = locate(book, text)
    rows = _as_rows(body)
    wide = max((len(cells) for cells in rows), default=0)
    if not a1.parse(text, [one.title for one in book.tabs]).one_cell:
        over = "row" if len(rows) > bottom - top else "column" if wide > right - left else None
        if over:
            at = f"[{bottom + 1}]" if over == "row" else f"[{a1.letters(right)}]"
            within = a1.written(tab.title, top, left, bottom, right)
            raise of_sheets(400, f"Requested writing within range [{within}], but tried writing to {over} {at}")
    _within(tab, top, left, top + max(len(rows), 1), left + max(wide, 1))
    return _put(book, tab, top, left, rows, option)


def append(book: Book, text: str, body: dict[str, Any], query: dict[str, str]) -> dict[str, Any]:
    """Put rows below the last table in a range: the AppendValuesResponse. Raises Refusal."""
    option = _known(query.get("valueInputOption"))
    tab, area = locate(book, text)
    rows = _as_rows(body)
    found: dict[str, Any] = {"spreadsheetId": book.id}
    table = _table(tab, *area)
    top, left = area[:2]
    if table:
        found["tableRange"] = a1.written(tab.title, *table)
        top, left = table[2], table[1]
    if query.get("insertDataOption") == "INSERT_ROWS" and table:
        insert_rows(tab, top, len(rows))
    wide = max((len(cells) for cells in rows), default=0)
    if top + len(rows) > tab.row_count or left + wide > tab.column_count:
        tab.resize(max(tab.row_count, top + len(rows)), max(tab.column_count, left + wide))
    return found | {"updates": _put(book, tab, top, left, rows, option)}


def clear(book: Book, text: str) -> str:
    """Empty a range of its values; formats and notes stay. Returns the range as Google writes it."""
    tab, (top, left, bottom, right) = locate(book, text)
    for cells in tab.rows[top:bottom]:
        cells[left:right] = [None] * len(cells[left:right])
    return a1.written(tab.title, top, left, bottom, right)


def locate(book: Book, text: str) -> tuple[Tab, tuple[int, int, int, int]]:
    """The tab and the rectangle in its grid (top, left, bottom, right) that a range means. Raises Refusal."""
    try:
        area = a1.parse(text, [tab.title for tab in book.tabs])
    except ValueError:
        raise of_sheets(400, f"Unable to parse range: {text}") from None
    tab = book.tab(area.title) if area.title is not None else book.tabs[0]
    top, left = area.top or 0, area.left or 0
    if top >= tab.row_count or left >= tab.column_count:
        _within(tab, top, left, area.bottom or top + 1, area.right or left + 1)
    bottom = tab.row_count if area.bottom is None else min(area.bottom, tab.row_count)
    right = tab.column_count if area.right is None else min(area.right, tab.column_count)
    return tab, (top, left, bottom, right)


def insert_rows(tab: Tab, at: int, count: int) -> None:
    """Push the rows from `at` on down by `count`."""
    if at < len(tab.rows):
        tab.rows[at:at] = [[] for _ in range(count)]
    tab.marks = {(row + count if row >= at else row, column): mark for (row, column), mark in tab.marks.items()}
    tab.properties["gridProperties"]["rowCount"] += count


def _within(tab, top, left, bottom, right):
    if bottom > tab.row_count or right > tab.column_count:
        place = a1.written(tab.title, top, left, bottom, right)
        limits = f"Max rows: {tab.row_count}, max columns: {tab.column_count}"
        raise of_sheets(400, f"Range ({place}) exceeds grid limits. {limits}")


def _rendered(book, tab, row, column, query):
    value, option = tab.value(row, column), query.get("valueRenderOption", "FORMATTED_VALUE")
    if value is None:
        return ""
    if isinstance(value, Formula):
        if option == "FORMULA":
            return value.text
        value = value.value
    mark, locale = tab.marks.get((row, column), {}), book.properties["locale"]
    # A date is a number like any other; only the format of its cell tells that it is one.
    as_text = query.get("dateTimeRenderOption") == "FORMATTED_STRING" and shown.is_date(mark)
    return shown.text(value, mark, locale) if option == "FORMATTED_VALUE" or as_text else value


def _trimmed(cells):
    while cells and isinstance(cells[-1], str) and cells[-1] == "":
        cells.pop()
    return cells


def _known(option):
    if option not in {"RAW", "USER_ENTERED"}:
        raise of_sheets(400, "'valueInputOption' is required but not specified")
    return option


def _as_rows(body):
    rows = body.get("values", [])
    for at, cells in enumerate(rows):
        for place, value in enumerate(cells):
            if type(value) in _KINDS:
                raise of_sheets(400, f"Invalid values[{at}][{place}]: {_KINDS[type(value)]}")
    if body.get("majorDimension") != "COLUMNS":
        return rows
    height = max((len(cells) for cells in rows), default=0)
    return [[cells[at] if at < len(cells) else None for cells in rows] for at in range(height)]


def _put(book, tab, top, left, rows, option):
    for down, cells in enumerate(rows):
        for along, value in enumerate(cells):
            # null leaves the cell as it is.
            if value is not None:
                _enter(book, tab, top + down, left + along, value, option)
    wide = max((len(cells) for cells in rows), default=0)
    bottom, right = top + max(len(rows), 1), left + max(wide, 1)
    found = {"spreadsheetId": book.id, "updatedRange": a1.written(tab.title, top, left, bottom, right)}
    counts = {"updatedRows": len(rows), "updatedColumns": wide, "updatedCells": sum(len(cells) for cells in rows)}
    return found | {name: count for name, count in counts.items() if count}


def _enter(book, tab, row, column, value, option):
    if option == "USER_ENTERED" and isinstance(value, str):
        if value.startswith("="):
            value = Formula(value)
        elif (
            tab.marks.get((row, column), {}).get("userEnteredFormat", {}).get("numberFormat", {}).get("type") != "TEXT"
        ):
            value, kind = shown.typed(value, book.properties["locale"])
            if kind:
                mark = tab.mark(row, column)
                mark["userEnteredFormat"] = mark.get("userEnteredFormat", {}) | {"numberFormat": {"type": kind}}
    tab.set(row, column, value)


def _table(tab, top, left, bottom, right):
    """The last block of values in a rectangle, grown over all that touches it; None if the rectangle is empty."""

    def filled(row, first, last):
        return [at for at in range(first, min(last, len(tab.rows[row]))) if tab.value(row, at) is not None]

    for row in range(min(bottom, len(tab.rows)) - 1, top - 1, -1):
        if columns := filled(row, left, right):
            break
    else:
        return None
    box = [row, columns[-1], row + 1, columns[-1] + 1]
    while True:
        rows = range(max(box[0] - 1, 0), min(box[2] + 1, len(tab.rows)))
        near = [(at, one) for at in rows for one in filled(at, max(box[1] - 1, 0), box[3] + 1)]
        grown = [
            min(box[0], *(at for at, _ in near)), min(box[1], *(one for _, one in near)),
            max(box[2], *(at + 1 for at, _ in near)), max(box[3], *(one + 1 for _, one in near)),
        ]  # fmt: skip
        if grown == box:
            return tuple(box)
        box = grown
