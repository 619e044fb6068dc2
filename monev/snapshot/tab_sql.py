"""The rows of all tabs in one shape: a question that no file holds, because it follows from the contracts."""

from __future__ import annotations

from collections.abc import Mapping

from monev.contract.parts import Contract
from monev.snapshot.literals import text
from monev.snapshot.shapes import nothing

#: What is known of each row: what was read of it (`isi`), and in which of its columns nothing could be read.
TYPES = {"instansi": "VARCHAR", "tab": "VARCHAR", "baris": "INTEGER", "kolom_rusak": "VARCHAR[]", "isi": "JSON"}


def questions(contracts: Mapping[str, Contract]) -> dict[str, str]:
    """Its SQL by its name below monev/queries/perubahan_lembar/."""
    rows = [
        f"select {text(one.agency)}, {text(code)}, baris, kolom_rusak, to_json(t) from {tab.table} as t"
        for one in contracts.values()
        for code, tab in one.tabs.items()
    ]
    return {"isi_baris": "\nunion all\n".join([nothing(TYPES), *rows])}
