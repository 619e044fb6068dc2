"""The line above every page, as HTML: which day, how far from the vote, which numbers."""

from __future__ import annotations

import datetime as dt

from monev.screen.draw.elements import Row, block
from monev.screen.draw.html import Html, html
from monev.words import the_day, words


def in_full(facts: Row) -> Html:
    """For those who hear the line: its short count has no room to be said in full."""
    return html('<span class="sr">, {}</span>', said) if (said := the_day.since(facts)) else html("")


def strip(facts: Row, checked: dt.datetime | None = None, turn: str = "", choice: str = "") -> str:
    """The line above every page: the state of which day, how far from the vote, which numbers.

    `facts` is the row of bersama/bingkai, `checked` the moment of a later look at the sheets that found
    nothing new, `turn` the page's turn in the meeting as course.turn draws it, `choice` that of one kecamatan.
    """
    meeting, read, pinned = facts["tanggal_acuan"], facts["dibuat"], facts["dibekukan"]
    parts = [html('<b><span class="lebar">Keadaan </span>{}</b>', words.date_long(meeting))]
    if left := the_day.count(facts):
        parts.append(html("<b>{}{}</b>", left, in_full(facts)))
    if pinned:
        parts.append(html('<span class="beku">angka dibekukan {}</span>', words.since(pinned, meeting)))
    elif read:
        parts.append(html('<span class="redup">dibaca {}</span>', words.moment(read)))
    if read and checked and not pinned:
        parts.append(html('<span class="redup lebar">diperiksa {}</span>', words.since(checked, read.date())))
    if facts["dulu_tanggal"]:
        met = facts["dulu_rapat"]
        day = f"rapat {words.date_medium(met)}" if met else words.date_medium(facts["dulu_tanggal"])
        parts.append(html('<span class="redup lebar">dibanding {}</span>', day))
    if facts["simulasi"]:
        parts.append(html('<span class="simulasi">Data simulasi</span>'))
    return block(html("").join([*parts, choice, turn]), "strip")
