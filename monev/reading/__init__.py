"""One spreadsheet read against its agency's contract: typed rows, findings, and every row accounted for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from monev import cells, finding, layout, personal
from monev.cells.places import Places
from monev.contract import Column, Contract, TabContract
from monev.finding import Finding
from monev.reading import holding_back
from monev.reading.holding_back import hold_back
from monev.reading.settling import NIHIL, settle
from monev.reading.spreadsheet import belongs_to, remarks, tab_titles
from monev.reading.tab_read import COUNTED, HELD, LAYOUT, Row, TabRead
from monev.reading.weighing import weigh
from monev.reading.whole_columns import Reader, readers
from monev.sheets import Spreadsheet, Tab

__all__ = ["COUNTED", "HELD", "LAYOUT", "Row", "TabRead", "belongs_to", "hold_back", "read", "read_tab", "tab_titles"]

DATED = "tanggal_data"


def read(
    sheet: Spreadsheet, contract: Contract, places: Places, today: dt.date | None = None
) -> tuple[dict[str, TabRead], list[Finding]]:
    """Every tab of the contract by code, and the findings that belong to no single tab.

    The sheet is one of which `hold_back` was asked before. `today` is the reference date; without it no date is judged
    as yet to come.
    """
    found, notes = layout.recognise_tabs(sheet.tabs, tab_titles(contract))
    loose = [*remarks(sheet, contract.agency), *(_told(contract.agency, None, note) for note in notes)]
    loose += holding_back.of_titles(sheet, contract.agency)
    for tab in sheet.tabs:
        if all(tab is not one for one in found.values()):
            loose += holding_back.of_unread_tab(tab, contract.agency)
    tabs = {}
    for code, tab in contract.tabs.items():
        tabs[code] = read_tab(found[code], tab, places, today) if code in found else TabRead(tab, "hilang")
    return tabs, loose


def read_tab(tab: Tab, contract: TabContract, places: Places, today: dt.date | None = None) -> TabRead:
    """One tab: layout, cells, keys, places and doubled rows."""
    laid = layout.lay_out(tab, contract)
    result = TabRead(contract, laid.status, tab.link, columns=laid.columns, today=today)
    result.findings = [_told(contract.agency, contract.code, note) for note in laid.findings]
    result.layout_rows = [(row.number, row.reason) for row in laid.layout_rows]
    if not laid.found:
        result.rows = [Row(row.number, {}, held="kepala tabel tidak ditemukan") for row in laid.rows]
        result.findings += holding_back.of_other_cells(tab, result)
        return result
    reader_of = readers(laid, result, places)
    result.rows = [_read_row(row, laid, result, places, reader_of) for row in laid.rows]
    _tell_missing_columns(laid, result)
    settle(laid, result, places)
    weigh(laid, result)
    result.findings += holding_back.of_other_cells(tab, result)
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
        because = "barisnya terbatas" if known else f"{contract.columns[shown.column].title} barisnya belum terbaca"
    elif found.tertulis is not None and found.kolom in contract.columns and contract.columns[found.kolom].private:
        because = "jumlah kecil dapat menunjuk orang"
    else:
        return found
    state, write = ("perlu diperiksa", "periksa isinya") if found.bobot == "periksa" else (
        "belum terbaca", "tulis ulang isinya seperti contoh")  # fmt: skip
    column = contract.columns.get(found.kolom or "")
    why = f"Sel ini {state}; isinya tidak ditampilkan karena {because}."
    return replace(found, tertulis=None, alasan=why, saran=write, contoh=column.example if column else None)


def _told(agency: str, tab: str | None, note: layout.LayoutFinding) -> Finding:
    if note.weight == "tolak":
        waits = finding.COLUMN_WAITS if note.column else finding.TAB_WAITS
    else:
        waits = finding.STILL_COUNTED if note.weight == "periksa" else finding.NOTHING_LOST
    return Finding(agency, tab or note.tab, note.cell, note.row, note.column, note.written, note.why,
                   note.write, note.example, note.weight, waits)  # fmt: skip


def _read_row(
    row: layout.DataRow, laid: layout.Layout, result: TabRead, places: Places, reader_of: Mapping[str, Reader]
) -> Row:
    contract = result.contract
    columns = {name: column for name, column in contract.columns.items() if name in laid.columns}
    readings = {name: reader_of[name](row.cells.get(name)) for name in columns}
    values = {name: reading.value for name, reading in readings.items()}
    if cells.says_nihil(row.cells.get(contract.key[0])):
        return _read_nihil(row, readings, result)
    required = {name for name, column in contract.columns.items() if _is_required(column, values)}
    refused = {
        name: reading
        for name, reading in readings.items()
        if reading.state == "ditolak" or (reading.state == NIHIL and name in required)
    }
    missing = {name for name in required if values.get(name) is None} - refused.keys()
    lost = refused.keys() | missing | set(laid.unread)
    broken = tuple(name for name in contract.columns if name in lost)
    anchors = {name for name in broken if name in contract.key or _is_required_place(contract.columns[name])}
    waits = finding.ROW_WAITS if anchors else finding.CELL_WAITS
    for name, column in columns.items():
        if name in row.filled_down:
            continue  # told once, where the merged cell begins
        if name in refused:
            reading = refused[name]
            result.tell(row, name, reading.why, f"tulis {reading.write}", "tolak", waits)
        elif name in missing:
            blank = ("tolak", finding.ROW_WAITS) if name in anchors else ("periksa", finding.BLANK_WAITS)
            said = readings[name].said if name in readings else ""
            why = (
                f"Tertulis “{said}”, jadi {column.title} belum dilaporkan." if said else f"{column.title} belum diisi."
            )
            result.tell(row, name, why, _fill(column), *blank)
    if anchors:
        held = "kunci belum terbaca" if anchors & set(contract.key) else "tempat belum terbaca"
    else:
        held = _wrong_place(row, result, values, places)
    return Row(row.number, values, broken, tuple(refused), held)


def _is_required(column: Column, values: dict[str, object]) -> bool:
    return column.required or (column.required_if is not None and bool(column.required_if.holds(values)))


def _is_required_place(column: Column) -> bool:
    return column.required and column.type in ("kec", "kel")


def _fill(column: Column) -> str:
    if column.type in ("bil", "rp"):
        return f"isi {column.title}, atau 0 bila memang nihil"
    return f"isi {column.title}, misalnya {column.example}"


def _read_nihil(row: layout.DataRow, readings: dict[str, cells.Reading], result: TabRead) -> Row:
    """A row that says that there is nothing to list; of its other cells only the date is needed."""
    refused = {
        name: reading
        for name, reading in readings.items()
        if reading.state == "ditolak" and not cells.says_nihil(row.cells.get(name))
    }
    read_row = Row(row.number, {name: reading.value for name, reading in readings.items()},
                   tuple(refused), tuple(refused), layout=NIHIL)  # fmt: skip
    for name, reading in refused.items():
        waits = finding.ROW_WAITS if name == DATED else finding.CELL_WAITS
        result.tell(row, name, reading.why, f"tulis {reading.write}", "tolak", waits)
    if read_row.values.get(DATED) is not None:
        return read_row
    if DATED not in refused:
        why = "Tertulis nihil tanpa tanggal data, jadi tab ini belum dianggap dilaporkan."
        result.tell(row, DATED, why, "isi juga tanggal data di baris ini", "tolak", finding.ROW_WAITS)
    return replace(read_row, broken=tuple({*refused, DATED}), layout=None, held="nihil tanpa tanggal data")


def _wrong_place(row: layout.DataRow, result: TabRead, values: dict[str, object], places: Places) -> str | None:
    """A kelurahan outside the kecamatan beside it: nobody but the agency knows which of them is meant."""
    kecamatan, kelurahan = values.get("kecamatan"), values.get("kelurahan")
    if not kecamatan or not kelurahan or kelurahan == cells.CITYWIDE:
        return None
    home = places.kecamatan_of(kelurahan)
    if home == kecamatan:
        return None
    if kecamatan == cells.CITYWIDE:
        why = f"Kecamatannya tertulis se-Kota, padahal kelurahannya {kelurahan}."
    else:
        why = f"Kelurahan {kelurahan} terletak di Kecamatan {home}, bukan {kecamatan}."
    write = "tulis kecamatan dan kelurahan yang sesuai"
    result.tell(row, "kelurahan", why, write, "tolak", finding.ROW_WAITS)
    return "kelurahan di luar kecamatannya"


def _tell_missing_columns(laid: layout.Layout, result: TabRead) -> None:
    """A column that is required under a condition only: told once where the condition holds without it."""
    wanted = Counter(name for row in result.rows for name in row.broken if name in laid.missing)
    for name, times in wanted.items():
        column = result.contract.columns[name]
        if column.required:
            continue
        why = f"Kolom {column.title} tidak ditemukan, padahal wajib di {times} baris"
        likely = next((found for found in result.findings if found.kolom == name and found.sel), None)
        if likely is None:
            result.tell_column(name, f"{why}.", f"tambahkan kolom “{column.title}”", "tolak", finding.COLUMN_WAITS)
            continue
        place = result.findings.index(likely)
        write = f"ganti judul ini menjadi “{column.title}” bila itu yang dimaksud"
        result.findings[place] = replace(
            likely, alasan=f"{why}; judul ini paling mirip.", saran=write, bobot="tolak", akibat=finding.COLUMN_WAITS
        )
