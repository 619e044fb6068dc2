"""The rows of all tabs in one shape, and those of the tab that keeps decisions: what follows from contracts."""

from __future__ import annotations

from collections.abc import Mapping

from monev.contract import bawaan, contracts as declared
from monev.contract.parts import Contract
from monev.snapshot.literals import text
from monev.snapshot.shapes import nothing

#: What is known of each row: what was read of it (`isi`), and in which of its columns nothing could be read.
TYPES = {"instansi": "VARCHAR", "tab": "VARCHAR", "baris": "INTEGER", "kolom_rusak": "VARCHAR[]", "isi": "JSON"}


#: Which tab keeps decisions: no row where no agency does.
KEEPER = {"instansi": "VARCHAR", "tab": "VARCHAR", "nama": "VARCHAR"}


def decisions(contracts: Mapping[str, Contract]) -> dict[str, str]:
    """The SQL of `penyimpan` and `janji_tertulis` (its rows) by their names below monev/queries/lembar/."""
    if tab := declared.keeper(contracts):
        name = contracts[tab.agency].name
        where = f"select {text(tab.agency)} as instansi, {text(tab.code)} as tab, {text(name)} as nama"
        return {"penyimpan": where, "janji_tertulis": f"select * from {tab.table}"}
    columns = bawaan.decision_types() | {"baris": "INTEGER", "kolom_rusak": "VARCHAR[]"}
    return {"penyimpan": nothing(KEEPER), "janji_tertulis": nothing(columns)}


def rows(contracts: Mapping[str, Contract]) -> dict[str, str]:
    """The SQL of `isi_baris` by its name below monev/queries/perubahan_lembar/."""
    found = [
        f"select {text(one.agency)}, {text(code)}, baris, kolom_rusak, to_json(t) from {tab.table} as t"
        for one in contracts.values()
        for code, tab in one.tabs.items()
    ]
    return {"isi_baris": "\nunion all\n".join([nothing(TYPES), *found])}
