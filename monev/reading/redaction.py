"""What points at a person is taken out of a spreadsheet before anything else sees it, and its cells are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from monev.contract import finding
from monev.contract.contracts import Contract, TabContract
from monev.contract.finding import Finding
from monev.reading import layout, personal
from monev.reading.tab import TabRead
from monev.sheets import Spreadsheet, Tab

#: What stands in a cell of such a column may be rupiah, however much it looks like a phone number.
MONEY = "rp"
WRITE = "hapus nomornya dari lembar, lalu tulis tanpa data pribadi"


def hold_back(sheet: Spreadsheet, contract: Contract) -> Spreadsheet:
    """The spreadsheet with a mark in the place of every cell, tab title and file title that points at a person.

    What was typed there is kept nowhere: neither in a snapshot, which a meeting keeps for ever, nor in a log.
    """
    codes = _recognised(sheet, contract)
    tabs = tuple(
        _tab(tab, contract.tabs.get(codes.get(id(tab), "")), place) for place, tab in enumerate(sheet.tabs, start=1)
    )
    kind = personal.kind(sheet.title)
    return replace(
        sheet, tabs=tabs, title=personal.mark(kind) if kind else sheet.title,
        unread=tuple((_marked_text(title), _marked_text(why)) for title, why in sheet.unread),
        beside=tuple(map(_marked_text, sheet.beside)),
    )  # fmt: skip


def _marked_text(text: str) -> str:
    kind = personal.kind(text)
    return personal.mark(kind) if kind else text


def _recognised(sheet: Spreadsheet, contract: Contract) -> dict[int, str]:
    recognised = layout.read_as(sheet.tabs, contract.tabs)
    return {id(tab): code for code, tabs in recognised.items() for tab in tabs}


def _tab(tab: Tab, contract: TabContract | None, place: int) -> Tab:
    kind = personal.kind(tab.title)
    # The place keeps two such titles apart.
    title = f"{personal.mark(kind)} {place}" if kind else tab.title
    money: set[int] | None = None
    rows = []
    for row in tab.rows:
        marked = {}
        for index, value in enumerate(row):
            found = personal.kind(value)
            if found is None and personal.doubtful(value):
                money = _money(tab, contract) if money is None else money
                found = None if index in money else personal.kind(value, money=False)
            if found:
                marked[index] = personal.mark(found)
        rows.append([marked.get(index, value) for index, value in enumerate(row)] if marked else row)
    return replace(tab, title=title, rows=rows)


def _money(tab: Tab, contract: TabContract | None) -> set[int]:
    """The places of the columns that hold rupiah; asked only where a cell leaves it open."""
    if contract is None:
        return set()
    columns = layout.lay_out(tab, contract).columns
    return {index for name, index in columns.items() if contract.columns[name].type == MONEY}


def of_titles(sheet: Spreadsheet, agency: str) -> Iterator[Finding]:
    """Findings about titles of the file and its tabs that were held back."""
    if kind := personal.marked(sheet.title):
        yield _told(agency, None, sheet.title, f"Judul berkas memuat yang menyerupai {personal.KINDS[kind]}.")
    for tab in sheet.tabs:
        if kind := personal.marked(tab.title):
            yield _told(agency, None, tab.title, f"Judul tab memuat yang menyerupai {personal.KINDS[kind]}.")


def of_unread_tab(tab: Tab, agency: str) -> Iterator[Finding]:
    """The finding about the cells of a tab that is not read: one for all of them."""
    cells = list(_marked(tab))
    if cells:
        index, row, kind = cells[0]
        called, first = personal.KINDS[kind], layout.a1(index, row)
        why = f"Tab “{tab.title}” memuat {len(cells)} sel yang menyerupai data pribadi; yang pertama {first}: {called}."
        yield _told(agency, None, tab.title, why)


def of_other_cells(tab: Tab, read: TabRead, at: int, told: Collection[str | None]) -> Iterator[Finding]:
    """Findings about cells of the tab at this place of `read.parts` outside of what was read (titles, signatures, other
    columns) and of what is `told` already, by address: one for each column."""
    columns = defaultdict(list)
    for index, row, kind in _marked(tab):
        if read.in_sheet(at, layout.a1(index, row)) not in told:
            columns[index].append((row, kind))
    for index, cells in columns.items():
        row, kind = cells[0]
        why = personal.told(kind)
        if len(cells) > 1:
            why = f"{why} Di kolom ini ada {len(cells)} sel seperti itu."
        yield replace(
            _told(read.contract.agency, read.contract.code, personal.mark(kind), why),
            sel=layout.a1(index, row), baris=row,
        )  # fmt: skip


def _marked(tab: Tab) -> Iterator[tuple[int, int, str]]:
    for number, row in enumerate(tab.rows, start=1):
        for index, value in enumerate(row):
            if kind := personal.marked(value):
                yield index, number, kind


def _told(agency: str, tab: str | None, written: str, why: str) -> Finding:
    return Finding(agency, tab, None, None, None, written, why, WRITE, None, "tolak", finding.HELD_BACK)
