"""Whether an agency called its data right, as it is told on the screen and on paper.

Rows are those of bersama/data_benar: keadaan (benar, berubah, belum), nama, dicatat, temuan (open findings then).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from monev.words import words

Row = Mapping[str, Any]

#: What is said of each state, in the order in which it is told; and where there is room for two words.
STATES = {"benar": "dikonfirmasi", "berubah": "berubah sesudah dikonfirmasi", "belum": "belum dikonfirmasi"}
SHORT = STATES | {"berubah": "berubah lagi"}


def short(row: Row) -> str:
    """The state alone: "belum dikonfirmasi"."""
    return SHORT[row["keadaan"]]


def said(row: Row, today: dt.date | None = None) -> str:
    """Beside the agency's name, when it said so, and with how many open findings: "dikonfirmasi 08.12 WIB, 5 temuan
    terbuka". On paper there is no `today`, and the whole moment is told."""
    state = STATES[row["keadaan"]]
    if row["keadaan"] == "belum":
        return state
    when = words.moment(row["dicatat"]) if today is None else words.since(row["dicatat"], today)
    return f"{state} {when}, {findings(row['temuan'])}"


def findings(count: int | None) -> str:
    """How many findings were open when it was said."""
    return f"{words.number(count)} temuan terbuka" if count else "tanpa temuan terbuka"


def whole(rows: Sequence[Row]) -> str:
    """Who said it and who did not, in one sentence: "Data dikonfirmasi: Dinkes; belum dikonfirmasi: Dinsos."
    Nothing where nobody was asked."""
    named = {state: [row["nama"] for row in rows if row["keadaan"] == state] for state in STATES}
    parts = [f"{STATES[state]}: {words.listing(names)}" for state, names in named.items() if names]
    return f"Data {'; '.join(parts)}." if parts else ""


def in_short(rows: Sequence[Row]) -> str:
    """The same for a room: "Dikonfirmasi Dinkes; berubah lagi Dinsos; 3 lembaga belum" and so on."""
    named = {state: [row["nama"] for row in rows if row["keadaan"] == state] for state in STATES}
    if not rows or len(named["belum"]) == len(rows):
        return "Belum satu lembaga pun mengonfirmasi datanya." if rows else ""
    if len(named["benar"]) == len(rows):
        return "Semua lembaga mengonfirmasi datanya."
    parts = [f"{SHORT[state]} {words.listing(named[state])}" for state in ("benar", "berubah") if named[state]]
    parts += [f"{words.number(len(named['belum']))} lembaga belum"] if named["belum"] else []
    return words.capital("; ".join(parts)) + "."
