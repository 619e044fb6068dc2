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
#: The region of each row that regions sent.
SENDER = {"instansi": "VARCHAR", "tab": "VARCHAR", "baris": "INTEGER", "pengirim": "VARCHAR"}


def decisions(contracts: Mapping[str, Contract]) -> dict[str, str]:
    """The SQL of `penyimpan` and `janji_tertulis` (its rows) by their names below monev/queries/lembar/, and that of
    `tanpa_lembar`: the agencies whose rows are what regions sent, and of `pengirim`: which region sent each of them."""
    gathered = [one for one in contracts.values() if one.gathered]
    sent = [f"select {text(one.agency)}" for one in gathered]
    senders = [
        f"select {text(one.agency)}, {text(code)}, baris, {list(tab.columns)[1]} from {tab.table}"
        for one in gathered
        for code, tab in one.tabs.items()
    ]
    without = {
        "tanpa_lembar": "\nunion all\n".join([nothing({"instansi": "VARCHAR"}), *sent]),
        "pengirim": "\nunion all\n".join([nothing(SENDER), *senders]),
    }
    if tab := declared.keeper(contracts):
        name = contracts[tab.agency].name
        where = f"select {text(tab.agency)} as instansi, {text(tab.code)} as tab, {text(name)} as nama"
        return without | {"penyimpan": where, "janji_tertulis": f"select * from {tab.table}"}
    columns = bawaan.decision_types() | {"baris": "INTEGER", "kolom_rusak": "VARCHAR[]"}
    return without | {"penyimpan": nothing(KEEPER), "janji_tertulis": nothing(columns)}


def rows(contracts: Mapping[str, Contract]) -> dict[str, str]:
    """The SQL of `isi_baris` by its name below monev/queries/perubahan_lembar/. What regions sent is not compared row
    by row: of tens of thousands nobody would look at the cells, and the numbers say what moved."""
    found = [
        f"select {text(one.agency)}, {text(code)}, baris, kolom_rusak, to_json(t) from {tab.table} as t"
        for one in contracts.values()
        for code, tab in one.tabs.items()
        if not one.gathered
    ]
    return {"isi_baris": "\nunion all\n".join([nothing(TYPES), *found])}
