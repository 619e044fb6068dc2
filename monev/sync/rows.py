"""The rows of a snapshot, out of the readings of all agencies and of the contracts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monev.contract import finding
from monev.contract.contracts import Column, Contract
from monev.contract.finding import Finding
from monev.reading.reader import APART, COUNTED, HELD, LAYOUT, TabRead
from monev.sheets import Spreadsheet
from monev.snapshot.table import Table
from monev.snapshot.tables import (
    BARIS,
    CONFIRMATIONS,
    FINDING_HISTORY,
    KOLOM,
    LEMBAR,
    PILIHAN,
    PROMISE_HISTORY,
    SEL,
    TAB,
    typed_types,
)  # fmt: skip
from monev.sync import as_typed
from monev.sync.declared import Declared


@dataclass(frozen=True)
class AgencyRead:
    """One agency at a sync: its spreadsheet as typed, the tabs as read, findings that belong to no tab.

    `trouble` says why it could not be read this time; the sheet is then the last good one, or None.
    """

    contract: Contract
    sheet: Spreadsheet | None
    tabs: Mapping[str, TabRead]
    loose: list[Finding]
    trouble: str | None = None


def of_agency(agency: AgencyRead) -> dict[str, Table]:
    """The tables that one agency fills; rows of several agencies are put together by `join`."""
    contract = agency.contract
    tables: dict[str, Table] = {}
    tabs, rows, found = [], [], [note.row() for note in agency.loose]
    for code, tab_contract in contract.tabs.items():
        read = agency.tabs.get(code) or TabRead(tab_contract, "hilang")
        tables[tab_contract.table] = Table(
            typed_types(tab_contract),
            [row.values | {"baris": row.number, "kolom_rusak": list(row.broken)} for row in read.counted],
        )
        rows += list(_accounted(contract.agency, code, read))
        found += [note.row() for note in read.findings]
        if read.state != "hilang" or not tab_contract.optional:
            tabs.append(_tab(contract.agency, code, read))
    tables["baris"] = Table(BARIS, sorted(rows, key=lambda row: (row["tab"], row["baris"])))
    tables["tab"] = Table(TAB, tabs)
    tables["temuan"] = Table(finding.TYPES, found)
    typed = list(as_typed.of_sheet(contract.agency, agency.sheet, agency.tabs)) if agency.sheet else []
    if contract.gathered:
        typed = [cell for code, read in agency.tabs.items() for cell in _places_of_held(contract.agency, code, read)]
    tables["sel"] = Table(SEL, typed)
    sheets = agency.sheet.tabs if agency.sheet else ()
    tables["lembar"] = Table(LEMBAR, [
        {"instansi": contract.agency, "urutan": index, "lembar": tab.title, "tautan": tab.link,
         "lokal": agency.sheet.locale}
        for index, tab in enumerate(sheets)
    ])  # fmt: skip
    return tables


def join(parts: Iterable[Mapping[str, Table]]) -> dict[str, Table]:
    """Tables of one name under each other."""
    joined: dict[str, Table] = {}
    for part in parts:
        for name, table in part.items():
            if name in joined:
                joined[name].rows.extend(table.rows)
            else:
                joined[name] = Table(table.types, list(table.rows))
    return joined


def all_of(parts: Mapping[str, Mapping[str, Table]], against: Declared) -> dict[str, Table]:
    """All tables of a snapshot but meta and instansi."""
    return (
        join(parts.values())
        | of_contracts(against.contracts, against.labels)
        | against.tables
        | {
            "riwayat_temuan": Table(FINDING_HISTORY),
            "riwayat_janji": Table(PROMISE_HISTORY),
            "konfirmasi": Table(CONFIRMATIONS),
        }
    )


def of_contracts(contracts: Mapping[str, Contract], labels: Iterable[tuple[str, str, str]]) -> dict[str, Table]:
    """The contracts themselves (kolom) and the labels of all choices (pilihan), for SQL and the page that explains."""
    columns = [
        {"instansi": contract.agency, "tab": tab.code, "judul_tab": tab.title, "arti_tab": tab.meaning, "kolom": name,
         "urutan": index, "judul": column.title, "jenis": column.type, "jenis_kata": column.holds,
         "wajib": _required(column), "kunci": name in tab.key,
         "tertutup": column.private,
         "contoh": column.example, "arti": column.meaning}
        for contract in contracts.values()
        for tab in contract.tabs.values()
        for index, (name, column) in enumerate(tab.columns.items())
    ]  # fmt: skip
    choices = [
        {"daftar": name, "kode": code, "label": label, "urutan": index}
        for index, (name, code, label) in enumerate(labels)
    ]
    return {"kolom": Table(KOLOM, columns), "pilihan": Table(PILIHAN, choices)}


def _required(column: Column) -> str:
    if column.required:
        return "wajib"
    return "wajib bersyarat" if column.required_if else "boleh kosong"


def _accounted(agency: str, tab: str, read: TabRead) -> Iterable[dict]:
    for number, reason in read.layout_rows:
        yield {"instansi": agency, "tab": tab, "baris": number, "lembar": _sheet(read, number), "kelas": LAYOUT,
               "alasan": reason, "kolom_rusak": []}  # fmt: skip
    for row in read.rows:
        yield {"instansi": agency, "tab": tab, "baris": row.number, "lembar": _sheet(read, row.number),
               "kelas": row.kind, "alasan": row.layout or row.held, "kolom_rusak": list(row.broken)}  # fmt: skip


def _places_of_held(agency: str, tab: str, read: TabRead) -> Iterable[dict]:
    """Where the rows of refused sets lie, as cells: by those one knows to which place a row belongs that waits."""
    for row in read.rows:
        for at, (column, value) in enumerate(row.values.items() if row.kind == HELD else ()):
            yield {"instansi": agency, "lembar": "", "tab": tab, "sel": None, "baris": row.number, "kolom_ke": at,
                   "kolom": column, "jenis": "teks", "isi": value, "tertulis": value}  # fmt: skip


def _sheet(read: TabRead, number: int) -> str | None:
    """The title of the tab of the spreadsheet in which a row stands."""
    return read.parts[number // APART].title if read.parts else None


def _tab(agency: str, code: str, read: TabRead) -> dict:
    kinds = [row.kind for row in read.rows] + [LAYOUT] * len(read.layout_rows)
    return {
        "instansi": agency,
        "tab": code,
        "judul": read.contract.title,
        "status": read.state,
        "nihil": read.empty,
        "dilaporkan": bool(read.counted) or read.empty,
        "terlihat": len(kinds),
        "terhitung": kinds.count(COUNTED),
        "ditahan": kinds.count(HELD),
        "tata_letak": kinds.count(LAYOUT),
        "kelurahan_hilang": len(read.missing),
        "tanggal_data": read.as_of,
        "tautan": read.link,
    }
