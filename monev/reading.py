"""One spreadsheet read against its agency's contract: typed rows, findings, and every row accounted for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from monev import cells, finding, layout
from monev.contract import Contract, TabContract
from monev.finding import Finding
from monev.places import Places
from monev.sheets import Spreadsheet, Tab, shown

COUNTED, HELD, LAYOUT = "terhitung", "ditahan", "tata_letak"


@dataclass(frozen=True)
class Row:
    """One data row as read: `values` by column, `broken` the columns not read or required and blank, `held` why
    the row cannot be counted (None: it is counted)."""

    number: int
    values: Mapping[str, object]
    broken: tuple[str, ...]
    held: str | None = None
    layout: str | None = None

    @property
    def kind(self) -> str:
        return LAYOUT if self.layout else HELD if self.held else COUNTED


@dataclass
class TabRead:
    """One tab of the contract as found in the spreadsheet.

    `state` is ada, hilang (no such tab) or tanpa_kepala (its header was not found); `empty` says that the tab's one
    row reports nihil; `layout_rows` are (row number, reason); `missing` the kelurahan without a row.
    """

    contract: TabContract
    state: str
    link: str | None = None
    rows: list[Row] = field(default_factory=list)
    layout_rows: list[tuple[int, str]] = field(default_factory=list)
    columns: Mapping[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    empty: bool = False
    missing: tuple[str, ...] = ()

    @property
    def counted(self) -> list[Row]:
        return [row for row in self.rows if row.kind == COUNTED]

    @property
    def as_of(self) -> dt.date | None:
        """The newest date of the data that its rows name."""
        dates = [row.values.get("tanggal_data") for row in self.rows if row.kind != LAYOUT or self.empty]
        return max((date for date in dates if date is not None), default=None)


def read(sheet: Spreadsheet, contract: Contract, places: Places) -> tuple[dict[str, TabRead], list[Finding]]:
    """Every tab of the contract by code, and the findings that belong to no single tab."""
    found, notes = layout.recognise_tabs(sheet.tabs, {code: tab.title for code, tab in contract.tabs.items()})
    loose = [_told(contract.agency, None, note) for note in notes]
    tabs = {}
    for code, tab_contract in contract.tabs.items():
        tabs[code] = read_tab(found[code], tab_contract, places) if code in found else TabRead(tab_contract, "hilang")
    return tabs, loose


def read_tab(tab: Tab, contract: TabContract, places: Places) -> TabRead:
    """One tab: layout, cells, keys, places and doubled rows."""
    laid = layout.lay_out(tab, contract)
    result = TabRead(contract, "ada" if laid.found else "tanpa_kepala", tab.link, columns=laid.columns)
    result.findings = [_told(contract.agency, contract.code, note) for note in laid.findings]
    result.layout_rows = [(row.number, row.reason) for row in laid.layout_rows]
    if not laid.found:
        result.rows = [Row(row.number, {}, (), held="kepala tabel tidak ditemukan") for row in laid.rows]
        return result
    result.rows = [_read_row(row, laid, result, places) for row in laid.rows]
    _settle_nihil(laid, result)
    _settle_doubles(laid, result)
    _settle_missing(result, places)
    return result


def _told(agency: str, tab: str | None, note: layout.LayoutFinding) -> Finding:
    waits = {"tolak": finding.COLUMN_WAITS if note.column else finding.TAB_WAITS, "periksa": finding.STILL_COUNTED}
    tab = tab or note.tab
    return Finding(agency, tab, note.cell, note.row, note.column, note.written, note.why, note.write, note.example,
                   note.weight, waits.get(note.weight, finding.NOTHING_LOST))  # fmt: skip


def _read_row(row: layout.DataRow, laid: layout.Layout, result: TabRead, places: Places) -> Row:
    contract = result.contract
    values: dict[str, object] = {}
    refused: dict[str, cells.Reading] = {}
    blank: set[str] = set()
    for name, column in contract.columns.items():
        if name not in laid.columns:
            continue
        reading = cells.read(row.cells.get(name), column, places)
        values[name] = reading.value
        if reading.state == "ditolak":
            refused[name] = reading
        elif reading.value is None:
            blank.add(name)
    if cells.says_nihil(row.cells.get(contract.key[0])):
        return Row(row.number, values, (), layout="nihil")
    required = {
        name
        for name, column in contract.columns.items()
        if column.required or (column.required_if is not None and column.required_if.holds(values))
    }
    missing = {name for name in required if name in blank or name not in laid.columns}
    broken = tuple(name for name in contract.columns if name in refused or name in missing)
    anchors = [name for name in broken if name in contract.key or _is_required_place(contract, name)]
    held = f"{'kunci' if anchors[0] in contract.key else 'tempat'} belum terbaca" if anchors else None
    waits = finding.ROW_WAITS if held else finding.CELL_WAITS
    for name, reading in refused.items():
        result.findings.append(
            _cell(result, laid, row, name, reading.why, f"tulis {reading.write}", "tolak", waits)
        )  # fmt: skip
    for name in contract.columns:
        if name in missing and name in laid.columns:
            title = contract.columns[name].title
            anchor = name in anchors
            result.findings.append(
                _cell(result, laid, row, name, f"{title} belum diisi.", _fill(contract.columns[name]),
                      "tolak" if anchor else "periksa", finding.ROW_WAITS if anchor else finding.BLANK_WAITS)
            )  # fmt: skip
    if not held:
        held = _wrong_place(row, laid, result, values, places)
    return Row(row.number, values, broken, held)


def _is_required_place(contract: TabContract, name: str) -> bool:
    column = contract.columns[name]
    return column.required and column.type in ("kec", "kel")


def _fill(column) -> str:
    if column.type in ("bil", "rp"):
        return f"tulis {column.title.lower()}, atau 0 bila memang nihil"
    return f"tulis {column.title.lower()}"


def _cell(result: TabRead, laid: layout.Layout, row: layout.DataRow, name: str, why: str, write: str, weight: str,
          waits: str) -> Finding:  # fmt: skip
    contract = result.contract
    written = shown(row.cells.get(name))
    address = layout.a1(laid.columns[name], row.number) if name in laid.columns else None
    return Finding(contract.agency, contract.code, address, row.number, name, written, why, write,
                   contract.columns[name].example, weight, waits)  # fmt: skip


def _wrong_place(row, laid, result: TabRead, values: dict[str, object], places: Places) -> str | None:
    """A kelurahan that does not lie in the kecamatan beside it: nobody but the agency knows which one is meant."""
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
    result.findings.append(
        _cell(result, laid, row, "kelurahan", why, "tulis kecamatan dan kelurahan yang sesuai", "tolak",
              finding.ROW_WAITS)
    )  # fmt: skip
    return "kelurahan di luar kecamatannya"


def _settle_nihil(laid: layout.Layout, result: TabRead) -> None:
    """A list that is truly empty says so in one row; beside other rows the word contradicts them."""
    nihil = [row for row in result.rows if row.layout == "nihil"]
    if not nihil:
        return
    if len(nihil) == len(result.rows):
        result.empty = True
        return
    cells_of = {row.number: row for row in laid.rows}
    for index, row in enumerate(result.rows):
        if row.layout == "nihil":
            result.rows[index] = Row(row.number, row.values, row.broken, held="nihil di antara baris lain")
            result.findings.append(
                _cell(result, laid, cells_of[row.number], result.contract.key[0],
                      "Tab ini berisi baris lain, jadi tidak nihil.", "hapus baris nihil ini", "tolak",
                      finding.ROW_WAITS)
            )  # fmt: skip


def _settle_doubles(laid: layout.Layout, result: TabRead) -> None:
    """Rows of one key: identical ones count once, differing ones are all held out."""
    contract = result.contract
    cells_of = {row.number: row for row in laid.rows}
    groups: dict[tuple, list[int]] = defaultdict(list)
    for index, row in enumerate(result.rows):
        if row.kind == COUNTED:
            groups[tuple(row.values.get(name) for name in contract.key)].append(index)
    for indexes in groups.values():
        if len(indexes) == 1:
            continue
        rows = [result.rows[index] for index in indexes]
        same = len({_identity(row, cells_of[row.number]) for row in rows}) == 1
        numbers = [row.number for row in rows]
        for index in indexes[1:] if same else indexes:
            row = result.rows[index]
            others = ", ".join(str(number) for number in numbers if number != row.number)
            if same:
                result.rows[index] = Row(row.number, row.values, row.broken, layout="kembar")
                why, advice = f"Baris ini sama persis dengan baris {numbers[0]}.", "hapus salah satunya"
                weight, waits = "info", "Dihitung sekali saja."
            else:
                result.rows[index] = Row(row.number, row.values, row.broken, held="kunci ganda")
                why = f"Kunci baris ini juga dipakai baris {others}, dengan isi yang berbeda."
                advice, weight, waits = "sisakan satu baris yang benar", "tolak", finding.ROW_WAITS
            result.findings.append(
                _cell(result, laid, cells_of[row.number], contract.key[0], why, advice, weight, waits)
            )


def _identity(row: Row, typed: layout.DataRow) -> tuple:
    return tuple(
        repr(typed.cells.get(name)) if name in row.broken else value for name, value in sorted(row.values.items())
    )


def _settle_missing(result: TabRead, places: Places) -> None:
    """A tab that must hold every kelurahan: those without any row are named in one finding."""
    if not result.contract.all_kelurahan or result.empty:
        return
    named = {row.values.get("kelurahan") for row in result.rows}
    result.missing = tuple(name for name in places.kelurahan if name not in named)
    if result.missing and result.rows:
        some = ", ".join(result.missing[:8]) + (" dan lainnya" if len(result.missing) > 8 else "")
        result.findings.append(
            Finding(result.contract.agency, result.contract.code, None, None, "kelurahan", None,
                    f"{len(result.missing)} kelurahan belum ada barisnya: {some}.",
                    "tambahkan satu baris untuk tiap kelurahan itu", result.contract.columns["kelurahan"].example,
                    "periksa", "Sampai diisi, angka yang memakai tab ini belum lengkap.")
        )  # fmt: skip
