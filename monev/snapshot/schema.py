"""The tables that a snapshot of today holds, with the types of their columns: the shape in which older ones answer."""

from __future__ import annotations

from collections.abc import Mapping

from monev import reference as reference_folder
from monev.contract import finding, reference
from monev.contract.reference_csv import ReferenceDataError
from monev.snapshot import queries, tables

#: What every snapshot holds besides the tabs and the reference data; no table of a topic may be called so.
OURS: Mapping[str, Mapping[str, str]] = {
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
}


def today() -> dict[str, Mapping[str, str]]:
    """Every table by name, with the DuckDB type of each of its columns."""
    return _of_tabs() | _of_reference() | OURS


def _of_reference() -> dict[str, Mapping[str, str]]:
    try:
        return reference.types(reference_folder())
    except ReferenceDataError:  # told by the sync, too
        return dict(reference.TYPES)


def _of_tabs() -> dict[str, Mapping[str, str]]:
    contracts = queries.known_contracts()
    return {tab.table: tables.typed_types(tab) for one in contracts.values() for tab in one.tabs.values()}
