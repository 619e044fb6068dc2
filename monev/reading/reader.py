"""One spreadsheet read against its agency's contract: typed rows, findings, and every row accounted for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from monev.contract import finding
from monev.contract.contracts import Contract, TabContract
from monev.contract.finding import Finding
from monev.reading import kept_out, layout, personal, redaction, shifted, totals
from monev.reading.cells.places import Places
from monev.reading.columns import readers
from monev.reading.file_checks import belongs_to, remarks, tab_titles
from monev.reading.plausibility import weigh
from monev.reading.redaction import hold_back
from monev.reading.row_checks import settle
from monev.reading.rows import read_row, tell_missing_columns
from monev.reading.tab import APART, COUNTED, HELD, LAYOUT, Part, Row, TabRead
from monev.sheets import FINDINGS_SIGN, Spreadsheet, Tab
from monev.words import to_mend

#: Stands for all cells of a tab that is none of ours.
NOT_KEPT = "(isi tidak disimpan)"

__all__ = [
    "APART", "COUNTED", "HELD", "LAYOUT", "Row", "TabRead", "belongs_to", "hold_back", "read", "read_tab", "tab_titles",
    "whole", "without_others",
]  # fmt: skip


def read(
    sheet: Spreadsheet, contract: Contract, places: Places, today: dt.date | None = None
) -> tuple[dict[str, TabRead], list[Finding]]:
    """Every tab of the contract by code, and the findings that belong to no single tab.

    The sheet is one of which `hold_back` was asked before. `today` is the reference date; without it no date is judged
    as yet to come.
    """
    recognised = layout.recognise(sheet.tabs, contract.tabs, sheet.unread)
    loose = [*remarks(sheet, contract.agency), *(_told(contract.agency, None, note) for note in recognised.findings)]
    loose += redaction.of_titles(sheet, contract.agency)
    ours = [one for tabs in recognised.tabs.values() for one in tabs]
    for tab in sheet.tabs:
        if all(tab is not one for one in ours):
            loose += redaction.of_unread_tab(tab, contract.agency)
    tabs = {}
    for code, tab in contract.tabs.items():
        found = recognised.tabs.get(code)
        tabs[code] = read_tabs(found, tab, places, today) if found else TabRead(tab, "hilang")
    return tabs, loose


def whole(
    sheet: Spreadsheet, contract: Contract, places: Places, today: dt.date | None
) -> tuple[Spreadsheet, dict[str, TabRead], list[Finding]]:
    """The spreadsheet as it may be kept, its tabs as read, the findings that belong to none of them.

    Also of one that was read before: what is found grows with the program.
    """
    sheet = kept_out.without(hold_back(_without_findings(sheet), contract), contract)
    tabs, loose = read(sheet, contract, places, today)
    return without_others(sheet, contract), tabs, [*loose, *kept_out.told(sheet, contract)]


def _without_findings(sheet: Spreadsheet) -> Spreadsheet:
    """The spreadsheet without the tab in which we tell findings: what we wrote is no data."""
    return replace(sheet, tabs=tuple(
        tab for tab in sheet.tabs
        if not (tab.rows and tab.rows[0] and str(tab.rows[0][0]).startswith(FINDINGS_SIGN))
    ))  # fmt: skip


def without_others(sheet: Spreadsheet, contract: Contract) -> Spreadsheet:
    """The spreadsheet as it may be kept: of tabs that hold nothing of the contract's, nothing but their titles."""
    recognised = layout.recognise(sheet.tabs, contract.tabs)
    kept = {id(tab) for tabs in (*recognised.tabs.values(), recognised.alike) for tab in tabs}
    return replace(sheet, tabs=tuple(
        tab if id(tab) in kept or not tab.rows else replace(tab, rows=[[NOT_KEPT]]) for tab in sheet.tabs
    ))  # fmt: skip


def read_tab(tab: Tab, contract: TabContract, places: Places, today: dt.date | None = None) -> TabRead:
    """One tab: layout, cells, keys, places and doubled rows."""
    return read_tabs((tab,), contract, places, today)


def read_tabs(tabs: Sequence[Tab], contract: TabContract, places: Places, today: dt.date | None = None) -> TabRead:
    """One tab of the contract that may lie in several of the spreadsheet, as one a month: their rows together."""
    laid = [layout.lay_out(tab, contract) for tab in tabs]
    first = next((one for one in laid if one.found), laid[0])
    parts = tuple(Part(tab.title, tab.link, one.columns) for tab, one in zip(tabs, laid, strict=True))
    result = TabRead(contract, first.status, tabs[0].link, columns=first.columns, today=today, parts=parts)
    typed: list[layout.DataRow] = []
    for at, (tab, one) in enumerate(zip(tabs, laid, strict=True)):
        numbered = [replace(row, number=row.number + at * APART) for row in one.rows]
        result.findings += [result.in_part(_told(contract.agency, contract.code, note), at) for note in one.findings]
        result.layout_rows += [(row.number + at * APART, row.reason) for row in one.layout_rows]
        if one.found:
            reader_of = readers(one, result, places)
            rows = [
                shifted.held(row, tab.rows[row.number % APART - 1], one, result, reader_of)
                or read_row(row, one, result, places, reader_of)
                for row in numbered
            ]
            tell_missing_columns(one, rows, result)
        else:
            rows = [Row(row.number, {}, held="kepala tabel tidak ditemukan") for row in numbered]
        result.rows += rows
        typed += numbered
    if first.found:
        settle(typed, result, places)
        weigh(typed, result)
        if len(tabs) == 1:
            totals.check(tabs[0], result, reader_of)
    for at, tab in enumerate(tabs):
        told = {note.sel for note in result.findings if personal.marked(note.tertulis)}
        result.findings += [result.in_part(note, at) for note in redaction.of_other_cells(tab, result, at, told)]
    result.findings = [_unquoted(found, result) for found in result.findings]
    return result


def _unquoted(found: Finding, result: TabRead) -> Finding:
    """A finding as it may be shown: of a column whose cells are never quoted, and of a row that is counted but never
    shown, it names the cell, not what stands in it.

    A row whose classification was not read is treated as one that is not to be shown.
    """
    contract, row = result.contract, next((row for row in result.rows if row.number == found.baris), None)
    if row is None or personal.marked(found.tertulis):
        return found
    shown = contract.shown_if
    if shown is not None and found.kolom == shown.column and found.tertulis is None:
        return found  # what is not there gives nothing away
    if shown is not None and not shown.holds(row.values):
        known = row.values.get(shown.column) is not None
        because = "barisnya terbatas" if known else f"{contract.columns[shown.column].title} barisnya belum jelas"
    elif found.tertulis is not None and found.kolom in contract.columns and contract.columns[found.kolom].private:
        because = "jumlah kecil dapat menunjuk orang"
    else:
        return found
    column = contract.columns.get(found.kolom or "")
    example = column.example if column else None
    state, write = "perlu diperiksa", "periksa isinya"
    if found.bobot != "periksa":
        state, write = "belum dapat dibaca", to_mend.whole("tulis ulang isinya", example)
    why = f"Sel ini {state}; {to_mend.HIDDEN} karena {because}."
    return replace(found, tertulis=None, alasan=why, saran=write, contoh=example)


def _told(agency: str, tab: str | None, note: layout.LayoutFinding) -> Finding:
    if note.weight == "tolak":
        waits = finding.COLUMN_WAITS if note.column else finding.TAB_WAITS
    else:
        waits = finding.STILL_COUNTED if note.weight == "periksa" else finding.NOTHING_LOST
        waits = finding.NOT_COUNTED if note.weight == "periksa" and note.unread else waits
    return Finding(agency, tab or note.tab, note.cell, note.row, note.column, note.written, note.why,
                   note.write, note.example, note.weight, waits)  # fmt: skip
