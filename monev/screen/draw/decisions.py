"""What has to be decided, as HTML: the whole list, and what a first screen has room for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.elements import MOST_LINES, Row, block, emphasis, empty_state, link, mark, rest, section, text
from monev.words import words


def decisions(
    rows: Sequence[Row],
    empty: str = "Tidak ada yang perlu diputuskan dari data yang terhitung.",
    most: int = MOST_LINES,
    further: str = "",
) -> str:
    """What has to be decided, in the given order (worst first), at most so many; `further` is what stands below them
    where there are more, as HTML, in the place of where all of them are.

    Keys: status, uraian (**bold** allowed), pemilik, tenggat (date, or words such as "target 15 Nov"), tempat
    ("Pencairan, baris 5"), tautan (address of that row, or None); agenda optional; dicatat optional: who does it
    (pemilik) until when (tenggat), where that was decided.
    """
    if not rows:
        return empty_state(empty)
    shown = "".join(f"<li{_proposal(row)}>{_decision(row)}</li>" for row in rows[:most])
    left = further if len(rows) > most else ""
    return block(shown, "putus", "ul") + (left or rest(len(rows), most, "hal"))


def _decision(row: Row) -> str:
    due = row.get("tenggat")
    due = f"tenggat {words.date_short(due)}" if isinstance(due, dt.date) else due
    owner = f"<b>{text(row['pemilik'])}</b>" if row.get("pemilik") else ""
    if done := row.get("dicatat"):
        said = f"{text(done['pemilik'])}, {words.date_short(done['tenggat'])}"
        owner, due = f'<b class="dicatat">sudah dicatat: {said}</b>', None
    place = f"<span>{link(row.get('tautan'), text(row['tempat']))}</span>" if row.get("tempat") else ""
    when = f"<span>{text(due)}</span>" if due else ""
    return (
        f"{mark(row['status'], row.get('agenda') or '')}<div><div>{emphasis(row['uraian'])}</div>"
        f'<div class="siapa">{owner}{when}{place}</div></div>'
    )


def _proposal(row: Row) -> str:
    """What a decision about the row would say, for whoever presses it (monev/screen/decision_form/proposals.py)."""
    due = row.get("tenggat")
    said = {
        "uraian": row["uraian"],
        "siapa": row.get("pemilik") or "",
        "tenggat": f"{due:%d-%m-%Y}" if isinstance(due, dt.date) else due or "",
    }
    return "".join(f' data-{name}="{text(value)}"' for name, value in said.items())


def first(rows: Sequence[Row], most: int) -> str:
    """What has to be decided, as a first screen has room for: the first `most`, and the way to the others, where each
    also has its row in the sheets."""
    short = [row | {"tempat": None} for row in rows]
    more = f"dan {words.number(len(rows) - most)} lagi"
    return section("Yang perlu diputuskan", f"{words.number(len(rows))} hal" if rows else "") + decisions(
        short,
        most=most,
        further=block(f'<button type="button">{more} <span aria-hidden="true">↓</span></button>', "lanjut"),
    )
