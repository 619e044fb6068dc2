"""The course of the meeting: which of its points a page is, who speaks and when, and the list of them all.

Rows are those of bersama/acara. `begins` is the time of day at which the meeting begins; None
where it is not known, and then no time is shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.elements import Row, block, empty_state, link
from monev.screen.draw.html import every, html
from monev.words import words

_ONWARD = html('<i class="ikon ke" aria-hidden="true"></i>')
#: Ahead of the place where there is room for it.
_POINT = "pokok "
#: The page that is reached without a name.
FIRST = "ringkasan"
#: To count minutes from a time of day there must be a day; which one does not matter.
_SOME_DAY = dt.date(2024, 11, 27)


def turn(rows: Sequence[Row], here: str, begins: dt.time | None) -> str:
    """The right end of the strip on page `here`: "ke-2 dari 7 · Dinkes · 09.05–09.20 · 15 menit"; empty where the
    page is no point of the meeting. Where the line has no room look.css leaves off the last pieces.
    """
    row = next((row for row in rows if row["halaman"] == here), None)
    if row is None:
        return ""
    timed = row["menit"] is not None
    more = [*([_span(row, begins)] if begins and timed else []), *([_minutes(row["menit"])] if timed else [])]
    return html(
        '<span class="giliran kecil redup"><span><b>{}</b>{}</span>{}</span>',
        place(row).removeprefix(_POINT), f" · {row['pembicara']}" if row["pembicara"] else "",
        every('<span class="lebar">&nbsp;· {}</span>', ([part] for part in more)),
    )  # fmt: skip


def onward(rows: Sequence[Row], here: str) -> str:
    """A link to the point that follows page `here`, with its number in the agenda where it has one; none at the end."""
    places = [row["halaman"] for row in rows]
    if here not in places[:-1]:
        return ""
    row = rows[places.index(here) + 1]
    label, said = "Berikutnya", ""
    if row["nomor"] is not None:
        label, said = "Agenda berikutnya", html("<b>{}</b> ", words.number(row["nomor"]))
    inner = html('<span><small>{}</small><span class="judul">{}{}</span></span>{}', label, said, row["judul"], _ONWARD)
    return block(link(f"/{row['halaman']}", inner), "berikut", "nav")


def place(row: Row) -> str:
    """Which point of the course it is; in words, since the numbers are those of the agenda."""
    return f"{_POINT}ke-{words.number(row['ke'])} dari {words.number(row['semua'])}"


def course(rows: Sequence[Row], begins: dt.time | None, here: str = "") -> str:
    """All points in their order with speaker, minutes and time, and their sum, where these are set; the point of page
    `here` is marked."""
    if not rows:
        return empty_state("Data ini belum memuat susunan acara.")
    if any(row["menit"] is None for row in rows):
        body = html("").join(_point(row, (), row["halaman"] == here) for row in rows)
        return block(html('<table class="tabel acara"><thead><tr><th scope="col">Pokok</th></tr></thead>'
                          "<tbody>{}</tbody></table>", body))  # fmt: skip
    whole = max(row["selesai_menit"] for row in rows)
    ends = f", selesai {_time(begins, whole)}" if begins else ""
    columns = ("Pokok", "Pembicara", "Lama", *(["Pukul"] if begins else []))
    head = every('<th scope="col"{}>{}</th>', ((_side(title), title) for title in columns))
    body = html("").join(_point(row, _cells(row, begins), row["halaman"] == here) for row in rows)
    drawn = html('<table class="tabel acara"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>', head, body)
    return block(drawn + html('<p class="kecil"><b>{}</b>{}</p>', _minutes(whole), ends))


def _cells(row: Row, begins: dt.time | None) -> list[tuple[str, str]]:
    timed = [("Pukul", _span(row, begins))] if begins else []
    return [("Pembicara", row["pembicara"]), ("Lama", _minutes(row["menit"])), *timed]


def _point(row: Row, cells: Sequence[tuple[str, str]], here: bool) -> str:
    path = "" if row["halaman"] == FIRST else row["halaman"]
    number = "" if row["nomor"] is None else words.number(row["nomor"])
    title = html("<b>{}</b> {}", number, link("/" + path, row["judul"]))
    marked = html(' class="pilih" aria-current="step"') if here else ""
    beside = every('<td{} data-judul="{}"><span>{}</span></td>', ((_side(head), head, inner) for head, inner in cells))
    return html('<tr{}><th scope="row"><span>{}</span></th>{}</tr>', marked, title, beside)


def _side(title: str) -> str:
    return html(' class="kanan"') if title in ("Lama", "Pukul") else ""


def _minutes(count: int) -> str:
    return f"{words.number(count)} menit"


def _span(row: Row, begins: dt.time) -> str:
    return f"{_time(begins, row['mulai_menit'])}–{_time(begins, row['selesai_menit'])}"


def _time(begins: dt.time, minutes: int) -> str:
    """The time of day so many minutes after the beginning: "09.05"."""
    return words.time_of_day(dt.datetime.combine(_SOME_DAY, begins) + dt.timedelta(minutes=minutes), zone=False)
