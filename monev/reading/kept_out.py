"""Columns and tabs of which nothing may be shown: known by words of the topic in their titles, and emptied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from monev.contract import finding
from monev.contract.contracts import Contract, TabContract
from monev.contract.finding import Finding
from monev.reading import layout
from monev.reading.layout.emptied import mark, marked
from monev.reading.layout.header import LONGEST, TOP_ROWS, Header
from monev.reading.layout.notes import letters
from monev.reading.layout.split import header_of
from monev.sheets import Spreadsheet, Tab, Value, is_blank
from monev.words import vocabulary

#: Rows above a header in which a title may stand over several columns of it.
OVER = 2
WRITE = "hapus kolom itu dari lembar"


def said(title: Value, words: Mapping[str, tuple[str, ...]] | None = None) -> str | None:
    """What a title tells of that no screen may show; None for any other. `words` are those of the topic, for whoever
    asks of many."""
    if not isinstance(title, str) or len(title) > LONGEST:
        return None
    text = " ".join(title.lower().replace("_", " ").split())
    known = vocabulary.kept_out() if words is None else words
    return next((what for what, pattern in _compiled(tuple(known.items())) if pattern.search(text)), None)


@lru_cache(maxsize=4)
def _compiled(words: tuple[tuple[str, tuple[str, ...]], ...]) -> Sequence[tuple[str, re.Pattern[str]]]:
    return [(what, re.compile(rf"(?<![a-z])(?:{vocabulary.any_of(one)})(?![a-z])")) for what, one in words]


def without(sheet: Spreadsheet, contract: Contract) -> Spreadsheet:
    """The spreadsheet without the cells of such columns, with a mark for their titles, and for those of such tabs."""
    codes = {id(tab): code for code, tabs in layout.read_as(sheet.tabs, contract.tabs).items() for tab in tabs}
    tabs = []
    for place, tab in enumerate(sheet.tabs, start=1):
        code = codes.get(id(tab))
        forms = [contract.tabs[code]] if code else list(contract.tabs.values())
        what = None if code else said(tab.title)
        tabs.append(_emptied(replace(tab, title=f"{mark(what)} {place}") if what else tab, forms))
    return replace(sheet, tabs=tuple(tabs))


def told(sheet: Spreadsheet, contract: Contract) -> Iterator[Finding]:
    """One finding for each tab in which columns were emptied; it belongs to none, so that it casts no doubt on it."""
    for tab in sheet.tabs:
        found = {index: what for row in tab.rows[:TOP_ROWS] for index, cell in enumerate(row) if (what := marked(cell))}
        if not found:
            continue
        places, what = ", ".join(map(letters, sorted(found))), found[min(found)]
        why = f"Kolom {places} di tab “{tab.title}” tampak memuat {what}, jadi tidak dibaca dan tidak disimpan."
        yield Finding(contract.agency, None, None, None, None, None, why, WRITE, None, "periksa", finding.NOTHING_LOST)


def _emptied(tab: Tab, forms: Sequence[TabContract]) -> Tab:
    words = vocabulary.kept_out()
    if not any(said(cell, words) for row in tab.rows[:TOP_ROWS] for cell in row):
        return tab
    head = next((found for form in forms if (found := header_of(tab.rows, form))), None)
    columns = _columns(tab.rows, head) if head else {}
    if not columns:
        return tab
    rows = [
        [_cell(cell, columns.get(index), number, head) for index, cell in enumerate(row)]
        for number, row in enumerate(tab.rows, start=1)
    ]
    return replace(tab, rows=rows)


def _cell(cell: Value, what: str | None, number: int, head: Header) -> Value:
    """A cell of the column about `what`: a mark in the place of its title, nothing in place of one above and below."""
    if what is None or number < head.rows[0] - OVER:
        return cell
    if number < head.rows[0]:
        return None if said(cell) else cell
    return mark(what) if number == head.rows[-1] or said(cell) else None


def _columns(rows: Sequence[Sequence[Value]], head: Header) -> dict[int, str]:
    """The places of such columns, with what they are about: those so titled, and those below a title that reaches over
    them. A column of the contract never is one."""
    known = {title.index for title in head.titles if title.name or title.meant}
    found = {title.index: what for title in head.titles if title.index not in known and (what := said(title.written))}
    wide = max(map(len, rows), default=0)
    for number in range(max(head.rows[0] - OVER, 1), head.rows[-1] + 1):
        row = rows[number - 1]
        for index, cell in enumerate(row):
            # What stands first in a row above the header is the title of the whole table.
            what = said(cell) if index not in known and (index or number in head.rows) else None
            if what is None:
                continue
            found[index] = what
            for beside in range(index + 1, wide):
                if beside in known or (beside < len(row) and not is_blank(row[beside])):
                    break
                found[beside] = what
    return found
