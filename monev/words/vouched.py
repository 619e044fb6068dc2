"""Whether an agency called its data right, as it is told on the screen and on paper.

Rows are those of bersama/data_benar: keadaan (benar, berubah, belum), nama, dicatat, temuan (open findings then).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from monev.words import words

Row = Mapping[str, Any]

#: What is said of each state, in the order in which it is told; the same words everywhere.
STATES = {"benar": "dikonfirmasi", "berubah": "berubah sesudah dikonfirmasi", "belum": "belum dikonfirmasi"}


def short(row: Row) -> str:
    """The state, and with how many open findings: "dikonfirmasi, 5 temuan terbuka"."""
    state = STATES[row["keadaan"]]
    return f"{state}, {findings(row['temuan'])}" if row["keadaan"] == "benar" and row["temuan"] else state


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
    named = _named(rows)
    parts = [f"{STATES[state]}: {words.listing(names)}" for state, names in named.items() if names]
    return f"Data {'; '.join(parts)}." if parts else ""


def in_short(rows: Sequence[Row]) -> str:
    """The same for a room: "Dikonfirmasi Dinkes (2 temuan terbuka); berubah sesudah dikonfirmasi Dinsos; 3 lembaga
    belum" and so on."""
    named = _named(rows)
    if not rows or len(named["belum"]) == len(rows):
        return "Belum satu lembaga pun mengonfirmasi datanya." if rows else ""
    if len(named["benar"]) == len(rows) and not any(row["temuan"] for row in rows):
        return "Semua lembaga mengonfirmasi datanya."
    parts = [f"{STATES[state]} {words.listing(named[state])}" for state in ("benar", "berubah") if named[state]]
    parts += [f"{words.number(len(named['belum']))} lembaga belum"] if named["belum"] else []
    return words.capital("; ".join(parts)) + "."


def _named(rows: Sequence[Row]) -> dict[str, list[str]]:
    """The names by state; who confirmed, with the findings that were open then."""
    named: dict[str, list[str]] = {state: [] for state in STATES}
    for row in rows:
        beside = f" ({findings(row['temuan'])})" if row["keadaan"] == "benar" and row["temuan"] else ""
        named[row["keadaan"]].append(f"{row['nama']}{beside}")
    return named
