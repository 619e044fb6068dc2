"""The line above every page, as HTML: which day, how far from the vote, which numbers."""

from __future__ import annotations

import datetime as dt

from monev.screen.draw.elements import block
from monev.screen.draw.html import html
from monev.words import words


def strip(
    meeting: dt.date,
    days: int,
    frozen: dt.datetime | None,
    before: dt.date | None,
    simulated: bool,
    checked: dt.datetime | None = None,
    pinned: dt.datetime | None = None,
    met: dt.date | None = None,
    turn: str = "",
) -> str:
    """The line above every page: the state of which day, how far from the vote, which numbers.

    `frozen` is the moment of the snapshot, `before` the day of the snapshot compared with, `checked` the moment
    of a later look at the sheets that found nothing new. `pinned` is when the numbers were frozen for their meeting,
    `met` the day of the meeting that they are compared with, `turn` the page's turn in it as course.turn draws it.
    """
    parts = [
        html('<b><span class="lebar">Keadaan </span>{}</b>', words.date_long(meeting)),
        html("<b>{}</b>", words.countdown(days)),
    ]
    if pinned:
        parts.append(html('<span class="beku">angka dibekukan {}</span>', words.since(pinned, meeting)))
    elif frozen:
        parts.append(html('<span class="redup">dibaca {}</span>', words.moment(frozen)))
    if frozen and checked and not pinned:
        parts.append(html('<span class="redup lebar">diperiksa {}</span>', words.since(checked, frozen.date())))
    if before:
        day = f"rapat {words.date_medium(met)}" if met else words.date_medium(before)
        parts.append(html('<span class="redup lebar">dibanding {}</span>', day))
    if simulated:
        parts.append(html('<span class="simulasi">Data simulasi</span>'))
    return block(html("").join([*parts, turn]), "strip")
