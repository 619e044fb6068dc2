"""The row of a decision in the tab that keeps them: which cells it has, as an officer would have typed them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from monev.contract import contracts, gathered
from monev.contract.contracts import Contract, TabContract
from monev.reading import choice_texts
from monev.reading.cells import Places
from monev.settings import CONTRACTS

#: The state of a task that was just agreed upon, and of one that was taken back.
BEGINS, WITHDRAWN = "belum", "ditarik"

#: A cell to be written: text exactly as it is, or a date.
Cell = str | dt.date


@dataclass(frozen=True)
class Form:
    """The `tab` that keeps decisions, all `contracts` by agency, and by column of choices the text offered for each
    code."""

    contracts: Mapping[str, Contract]
    tab: TabContract
    texts: Mapping[str, Mapping[str, str]]

    @property
    def titles(self) -> dict[str, str]:
        """The tab by code, as the readers of sheets want it."""
        return {self.tab.code: self.tab.title}

    @property
    def owner(self) -> Contract:
        """The agency in whose sheet it is."""
        return self.contracts[self.tab.agency]

    def cells(self, row: Mapping[str, object]) -> dict[str, Cell]:
        """The cells by column of a row of the outbox; a column that it says nothing of has none.

        A code that the contract no longer knows is written as it is: what was agreed upon is not lost for that.
        """
        status = WITHDRAWN if row.get("ditarik") else BEGINS
        said = {**row, "status": status, "tanggal_data": row["tanggal_rapat"]}
        found: dict[str, Cell] = {}
        for name, column in self.tab.columns.items():
            value = said.get(name)
            if value is None or value == "":
                continue
            if column.type == "tgl":
                found[name] = dt.date.fromisoformat(str(value)[:10])
            else:
                codes = [value] if isinstance(value, str) else [*value]
                found[name] = "; ".join(self.texts.get(name, {}).get(code, str(code)) for code in codes)
        return found


def load() -> Form | None:
    """The form as the contracts of today have it; None where no agency keeps decisions."""
    declared = contracts.load(CONTRACTS)
    tab = contracts.keeper(declared)
    if tab is None:
        return None
    spoken = choice_texts.Labels.of(contracts.labels(CONTRACTS))
    nowhere = Places({}, {}, {})  # choices are no places
    texts = {
        name: choice_texts.choices(column, nowhere, spoken) for name, column in tab.columns.items() if column.options
    }
    return Form(gathered.with_sheet(declared), tab, texts)
