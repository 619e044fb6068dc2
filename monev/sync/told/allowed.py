"""Whether a sheet may be written at all: only the one that the last sync read, and found to be this agency's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from monev.contract.contracts import Contract
from monev.reading import layout
from monev.sheets import SourceError, Spreadsheet
from monev.sheets.google import read
from monev.snapshot import directory

_NOT = "Temuan tidak ditulis di lembar ini"


def trouble_of(folder: Path, agency: str) -> str | None:
    """Why the last sync did not take the sheet of an agency, None where it did."""
    noted = (row.get("pesan") for row in directory.read_sync_times(folder) if row.get("instansi") == agency)
    return next(noted, None)


def refusal(
    folder: Path, one: Contract, contracts: Mapping[str, Contract], typed: str | None, held: Spreadsheet | None
) -> str | None:
    """Why nothing is to be written into the spreadsheet `typed` for an agency, None where it may be; `held` is what the
    newest snapshot holds of its sheet. Asked of the disk alone."""
    if trouble := trouble_of(folder, one.agency):
        return f"{_NOT}, karena sinkron terakhir tidak memakainya: {trouble}"
    if held is None or _id(held.link) != _id(typed):
        return f"{_NOT}: alamatnya belum pernah dibaca. Jalankan: python -m monev sync."
    if owner := _owner(held, one, contracts):
        return f"{_NOT}: tabnya cocok dengan lembar {owner}, bukan {one.name}. Periksa apakah lembarnya tertukar."
    return None


def _owner(sheet: Spreadsheet, one: Contract, contracts: Mapping[str, Contract]) -> str | None:
    """The agency whose tabs stand there, where none of this one's do: reading takes more to be sure of it, since a
    sheet may be new; what is written cannot be taken back."""
    if layout.read_as(sheet.tabs, one.tabs):
        return None
    return next((other.name for other in contracts.values() if layout.read_as(sheet.tabs, other.tabs)), None)


def _id(typed: str | None) -> str | None:
    try:
        return read.spreadsheet_id(typed)
    except SourceError:
        return None
