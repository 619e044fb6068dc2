"""The tables that a snapshot of today holds, with the types of their columns: the shape in which older ones answer."""

from __future__ import annotations

from collections.abc import Mapping

from monev.contract import acara_csv, agenda_csv, contracts as contract, finding, geojson, reference, singkatan_csv
from monev.contract.reference_csv import SQL_TYPES
from monev.contract.toml_file import ContractError
from monev.settings import CONTRACTS
from monev.snapshot import tables


def today() -> dict[str, Mapping[str, str]]:
    """Every table by name, with the DuckDB type of each of its columns."""
    return _of_tabs() | _of_reference() | {
        "baris": tables.BARIS,
        "tab": tables.TAB,
        "instansi": tables.INSTANSI,
        "sel": tables.SEL,
        "lembar": tables.LEMBAR,
        "meta": tables.META,
        "kolom": tables.KOLOM,
        "pilihan": tables.PILIHAN,
        "temuan": finding.TYPES,
        "riwayat_temuan": tables.FINDING_HISTORY,
        "riwayat_janji": tables.PROMISE_HISTORY,
        "konfirmasi": tables.CONFIRMATIONS,
    }  # fmt: skip


def _of_tabs() -> dict[str, Mapping[str, str]]:
    try:
        contracts = contract.load(CONTRACTS)
    except ContractError:  # told by the sync; what is stored already can be shown all the same
        return {}
    return {tab.table: tables.typed_types(tab) for one in contracts.values() for tab in one.tabs.values()}


def _of_reference() -> dict[str, Mapping[str, str]]:
    typed = {
        name: {column: SQL_TYPES[field.kind] for column, field in fields.items()}
        for name, (_, fields) in reference.FILES.items()
    }
    region = {name: reference.DAERAH_KINDS[kind][0] for name, kind in reference.DAERAH.items()}
    days_off = {"tanggal": "DATE", "nama": "VARCHAR"}
    files = {
        "acara": acara_csv.TYPES,
        "agenda": agenda_csv.TYPES,
        "batas": geojson.TYPES,
        "singkatan": singkatan_csv.TYPES,
    }
    return typed | files | {"daerah": region, "hari_libur": days_off}
