"""What has to be decided, as HTML: the whole list, and what a first screen has room for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.elements import MOST_LINES, Row, block, emphasis, empty_state, link, mark, rest, section
from monev.screen.draw.html import Html, every, html, safe
from monev.words import words


def decisions(
    rows: Sequence[Row],
    empty: str = "Tidak ada yang perlu diputuskan dari data yang terhitung.",
    most: int = MOST_LINES,
    further: object = "",
) -> Html:
    """What has to be decided, in the given order (worst first), at most so many; `further` is what stands below them
    where there are more, in the place of where all of them are.

    Keys: status, uraian (**bold** allowed), pemilik, tenggat (date, or words such as "target 15 Nov"), tempat
    ("Pencairan, baris 5"), tautan (address of that row, or None); agenda optional; dicatat optional: who does it
    (pemilik) until when (tenggat), where that was decided.
    """
    if not rows:
        return empty_state(empty)
    shown = every("<li{}>{}</li>", ((_proposal(row), _decision(row)) for row in rows[:most]))
    left = safe(further) if len(rows) > most else html("")
    return block(shown, "putus", "ul") + (left or rest(len(rows), most, "hal"))


def _decision(row: Row) -> Html:
    due = row.get("tenggat")
    due = f"tenggat {words.date_short(due)}" if isinstance(due, dt.date) else due
    owner = html("<b>{}</b>", row["pemilik"]) if row.get("pemilik") else ""
    if done := row.get("dicatat"):
        said = html("{}, {}", done["pemilik"], words.date_short(done["tenggat"]))
        owner, due = html('<b class="dicatat">sudah dicatat: {}</b>', said), None
    place = html("<span>{}</span>", link(row.get("tautan"), row["tempat"])) if row.get("tempat") else ""
    when = html("<span>{}</span>", due) if due else ""
    sign, what = mark(row["status"], row.get("agenda") or ""), emphasis(row["uraian"])
    return html('{}<div><div>{}</div><div class="siapa">{}{}{}</div></div>', sign, what, owner, when, place)


def _proposal(row: Row) -> Html:
    """What a decision about the row would say, for whoever presses it (monev/screen/decision_form/proposals.py)."""
    due = row.get("tenggat")
    said = {
        "uraian": row["uraian"],
        "siapa": row.get("pemilik") or "",
        "tenggat": f"{due:%d-%m-%Y}" if isinstance(due, dt.date) else due or "",
    }
    return every(' data-{}="{}"', said.items())


def first(rows: Sequence[Row], most: int) -> Html:
    """What has to be decided, as a first screen has room for: the first `most`, and the way to the others, where each
    also has its row in the sheets."""
    short = [row | {"tempat": None} for row in rows]
    button = html(
        '<button type="button">dan {} lagi <span aria-hidden="true">↓</span></button>', words.number(len(rows) - most)
    )
    return section("Yang perlu diputuskan", f"{words.number(len(rows))} hal" if rows else "") + decisions(
        short,
        most=most,
        further=block(button, "lanjut"),
    )
