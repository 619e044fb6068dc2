"""What agencies said of their data before the meeting, as HTML. Rows are those of bersama/data_benar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.elements import Row, block, mark
from monev.screen.draw.html import Html, every, html
from monev.words import vouched

_CHECKED = html('<i class="ikon cek" aria-hidden="true"></i> ')


def of_agency(row: Row, today: dt.date) -> Html:
    """One agency beside its button."""
    return block(html("<b>{}</b> {}{}.", row["nama"], _sign(row), vouched.said(row, today)), "kata-data", "p")


def refused(why: str) -> Html:
    return block(html("{} {}", mark("kuning"), why), "kecil", "p")


def listed(rows: Sequence[Row], today: dt.date) -> Html:
    """All agencies, one in a line; nothing where nobody was asked."""
    lines = every("<li><b>{}</b><span>{}{}</span></li>", ((r["nama"], _sign(r), vouched.said(r, today)) for r in rows))
    return block(lines, "kata-daftar", "ul") if rows else html("")


def in_short(rows: Sequence[Row]) -> Html:
    """The same in one sentence, where there is no room for more."""
    return block(vouched.in_short(rows), "kecil", "p") if rows else html("")


def beside(row: Row | None) -> Html:
    """The state of one agency below what else is told of it; nothing where it was not asked."""
    return html('<br><span class="{}">{}{}</span>', _weight(row), _sign(row), vouched.short(row)) if row else html("")


def _sign(row: Row) -> Html:
    return _CHECKED if row["keadaan"] == "benar" else html("")


def _weight(row: Row) -> str:
    return "tebal" if row["keadaan"] == "berubah" else "redup"
