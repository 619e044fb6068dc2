"""Mode Rapat, as HTML: the line that stands above each page, and what the keys do.

Rows are those of bersama/acara, the points of the meeting in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from monev.screen.draw import agenda_course, elements, status_line
from monev.screen.draw.elements import Row
from monev.screen.draw.html import every, html
from monev.screen.stopwatch import Clock
from monev.words import the_day, words

#: What each key does, for those that are always there: as printed on the key -> in words.
KEYS = (
    ("→ PageDown", "Pokok berikutnya"),
    ("← PageUp", "Pokok sebelumnya"),
    ("↓ ↑ Spasi", "Gulir halaman ini"),
    ("0 Home", "Ringkasan, pokok pertama"),
    ("End", "Pokok terakhir"),
    ("K", "Catat keputusan"),
    ("W", "Waktu pokok ini dari awal"),
    ("/", "Cari"),
    ("M", "Keluar dari Mode Rapat"),
    ("H", "Tutup daftar ini"),
)
#: Agencies named in the line; more are counted.
MOST_NAMED = 2


def mark(on: bool) -> str:
    """What tells that a room looks at the page (to meeting.css by way of present.js); it stays where it is while pages
    come and go."""
    return html('<i class="layar" data-rapat="{}" hidden></i>', "ya" if on else "tidak")


def rail(points: Sequence[Row], here: str, clock: Clock, now: float, facts: Row, failing: Sequence[str] = ()) -> str:
    """One bar per point, as wide as its minutes; below them place and speaker of the point that runs, which numbers are
    shown, and the time left, which the browser counts down.

    `here` is the page, `now` the moment in seconds since 1970 UTC, `facts` the row of bersama/bingkai.
    Agencies whose sheet could not be read (`failing`, by name) stand in the place of the moment at which the numbers
    were read: the page says it at length further down.
    """
    today, pinned = facts["tanggal_acuan"], facts["dibekukan"]
    bars = every('<i style="flex:{}"></i>', ([row["menit"] or 1] for row in points))
    place = speaker = ""
    if points:
        row = points[clock.point]
        place = html('<b class="no">{}</b>', agenda_course.place(row))
        speaker = html("<span>{}</span>", row["pembicara"] or "")
    counted = " · ".join(filter(None, [words.date_medium(today), the_day.count(facts)]))
    state = html('<span class="hari">{}{}</span>', counted, status_line.in_full(facts))
    of = pinned or facts["dibuat"]
    at = words.time_of_day(of) if of.date() == today else words.moment(of)
    when = html(
        '<span class="redup{}">{} {}</span>', " beku" if pinned else "", "dibekukan" if pinned else "dibaca", at
    )
    if failing:
        sheets = words.listing(failing) if len(failing) <= MOST_NAMED else f"{words.number(len(failing))} lembar"
        when = html('<span class="gagal">{}{} belum dapat dibaca</span>', elements.mark("kuning"), sheets)
    chip = html('<span class="simulasi">Data simulasi</span>') if facts["simulasi"] else ""
    left = html('<span class="sisa" role="timer"></span>') if points else ""
    known = {
        "acara": " ".join(row["halaman"] for row in points),
        "nomor": " ".join(_key(row, place) for place, row in enumerate(points)),
        "detik": " ".join(str((row["menit"] or 0) * 60) for row in points),
        "terpakai": " ".join(map(str, clock.used)), "ke": clock.point, "sejak": clock.since,
        "kini": f"{now:.1f}", "halaman": here,
    }  # fmt: skip
    told = html(" ").join(html('data-{}="{}"', name, value) for name, value in known.items())
    return html(
        '<div class="m rel" {}><div class="langkah" aria-hidden="true">{}</div>{}{}{}{}'
        '<span class="putus-sambung">Sambungan terputus, menyambung lagi …</span>'
        '<span class="ujung">{}{}'
        '<button type="button" class="bantu" aria-haspopup="dialog"><kbd>H</kbd> Tombol</button></span>'
        '<div class="daftar-tombol" hidden>{}</div></div>',
        told, bars, place, speaker, state, when, chip, left, keys(points, clock.point),
    )  # fmt: skip


def keys(points: Sequence[Row], running: int) -> str:
    """The list of keys that opens over the page: one line per point, then one per key; lines can be clicked."""
    lines = every(
        '<li><button type="button" data-ke="{}"{}><kbd>{}</kbd><span>{}</span><small>{}</small></button></li>',
        ((place, _here(place == running), _key(row, place), row["judul"], row["pembicara"] or "")
         for place, row in enumerate(points)),
    )  # fmt: skip
    others = every("<dt><kbd>{}</kbd></dt><dd>{}</dd>", KEYS)
    return html(
        '<h2>Tombol Mode Rapat</h2><ol class="pokok">{}</ol><dl>{}</dl>'
        '<button type="button" data-tombol="m">Keluar dari Mode Rapat</button>',
        lines, others,
    )  # fmt: skip


def _key(row: Row, place: int) -> str:
    """The key of a point: its number in the agenda, 0 for what comes before it; - where it has none of its own."""
    if row["nomor"] is not None:
        return words.number(row["nomor"])
    return "0" if place == 0 else "-"


def _here(running: bool) -> str:
    return html(' aria-current="step"') if running else ""
