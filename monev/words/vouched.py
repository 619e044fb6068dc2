"""Whether an agency called its data right, as it is told on the screen and on paper.

Rows are those of bersama/data_benar: keadaan (benar, berubah, belum), nama, dicatat, temuan (open findings then).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from monev.words import words

Row = Mapping[str, Any]

#: What is said of each state, in the order in which it is told.
STATES = {"benar": "dikonfirmasi", "berubah": "berubah sesudah dikonfirmasi", "belum": "belum dikonfirmasi"}


def short(row: Row) -> str:
    """The state alone: "belum dikonfirmasi"."""
    return STATES[row["keadaan"]]


def said(row: Row, today: dt.date | None = None) -> str:
    """Who said it, when, and with how many open findings: "dikonfirmasi KPU 08.12 WIB, 5 temuan terbuka". On paper
    there is no `today`, and the whole moment is told."""
    if row["keadaan"] == "belum":
        return short(row)
    when = words.moment(row["dicatat"]) if today is None else words.since(row["dicatat"], today)
    return f"{short(row)} {row['nama']} {when}, {findings(row['temuan'])}"


def findings(count: int | None) -> str:
    """How many findings were open when it was said."""
    return f"{words.number(count)} temuan terbuka" if count else "tanpa temuan terbuka"


def whole(rows: Sequence[Row]) -> str:
    """Who said it and who did not, in one sentence: "Data dikonfirmasi: KPU; belum dikonfirmasi: Bawaslu dan BPKPD."
    Nothing where nobody was asked."""
    named = {state: [row["nama"] for row in rows if row["keadaan"] == state] for state in STATES}
    parts = [f"{STATES[state]}: {words.listing(names)}" for state, names in named.items() if names]
    return f"Data {'; '.join(parts)}." if parts else ""
