"""What the sheets of a city are read against: contracts, places and reference data, loaded once for a whole sync."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from monev.contract import contracts, reference
from monev.contract.contracts import Contract, ContractError
from monev.contract.parts import PLACES
from monev.contract.reference_csv import ReferenceDataError
from monev.reading.cells.places import Places
from monev.settings import CONTRACTS
from monev.snapshot import schema
from monev.snapshot.table import Table


@dataclass(frozen=True)
class Declared:
    """The contracts by agency, the labels of all choices (list, code, label), the places, the code of the city, and the
    reference tables as they go into a snapshot. Nothing of it is ever changed."""

    contracts: Mapping[str, Contract]
    labels: Sequence[tuple[str, str, str]]
    places: Places
    city: str
    tables: Mapping[str, Table]


def load(folder: Path, without: Collection[str] = ()) -> Declared:
    """What is declared for the city whose reference data lie in `folder`, `without` the indicators of these codes;
    ContractError or ReferenceDataError at a mistake."""
    read, places = load_contracts(folder), Places.load(folder)
    found = reference.load(folder, without=without).tables
    refuse_taken(folder)
    tables = {name: Table(types, lines) for name, (types, lines) in found.items()}
    [region] = tables["daerah"].rows
    return Declared(read, contracts.labels(CONTRACTS), places, region["kode_daerah"], tables)


def refuse_taken(folder: Path) -> None:
    """ReferenceDataError where the topic calls a table of its own as the engine calls one of its tables."""
    for name in sorted(reference.types(folder).keys() & schema.OURS.keys()):
        raise ReferenceDataError(f"{folder.name}/tabel.toml, tabel {name}: nama itu dipakai dasbor sendiri.")


def load_contracts(folder: Path) -> dict[str, Contract]:
    """The contracts as they are for the city whose reference data lie in `folder`."""
    city = reference.city(folder)
    found = contracts.load(CONTRACTS, city)
    places = [f"contracts/{one.agency}.toml, tab \"{tab.code}\", kolom \"{column.name}\""
              for one in found.values() for tab in one.tabs.values() for column in tab.columns.values()
              if column.type in PLACES]  # fmt: skip
    if places and not city.home:
        raise ContractError(f"{places[0]}: berisi nama tempat, tetapi {folder.name}/wilayah.csv tidak ada.")
    return found
