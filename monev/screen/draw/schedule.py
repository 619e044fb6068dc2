"""The next meeting, the points proposed for it, and due dates to be kept in a calendar, as HTML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from urllib.parse import quote

from monev.screen.draw.elements import Row, block, empty_state, link, mark, rest
from monev.screen.draw.html import Html, every, html
from monev.words import words

#: Where calendar files lie, and what those are called that are not of one decision.
CALENDAR, MEETING, DUE = "/kalender/", "rapat", "tenggat"
#: Due dates and points that are drawn.
MOST = 12
NOBODY = "penanggung jawab belum jelas"
_ADDRESS = re.compile(r"https?://\S+")
#: What is said of a point in each state.
STATES = {
    "diusulkan": "menunggu sekretariat",
    "diambil": "dibahas",
    "ditolak": "tidak diambil",
    "diputuskan": "sudah diputuskan",
}


def next_meeting(row: Row | None) -> Html:
    """When and where it is, with the way into a calendar (a row of bersama/rapat_berikutnya)."""
    if row is None:
        return empty_state("Rapat berikutnya belum ditetapkan.")
    begins = f", pukul {words.time_of_day(row['mulai'])}" if row["mulai"] else ""
    return block(
        html("<b>{}</b><br>{}{}{}<br>{}", row["judul"], words.date_long(row["tanggal"]), begins, _place(row["tempat"]),
             _file(MEETING, "Simpan ke kalender (.ics)")),
        "rapat-beku",
    )  # fmt: skip


def _place(text: str | None) -> Html:
    """The place, an address in it as a link."""
    if not text:
        return html("")
    found = _ADDRESS.search(text)
    if not found:
        return html("<br>{}", text)
    before, address, after = text[: found.start()], found[0], text[found.end() :]
    return html("<br>{}{}{}", before, link(address, address), after)


def due_dates(rows: Sequence[Row]) -> Html:
    """The due dates to come, each with its way into a calendar (rows of bersama/tenggat_kalender)."""
    if not rows:
        return empty_state("Tidak ada tenggat yang masih akan datang.")
    lines = every(
        '<li><div>{}<br><span class="redup kecil">{}</span></div><div><b>{}</b></div><div>{}</div></li>',
        ((row["uraian"] or row["id"], row["pemilik"] or NOBODY, words.date_short(row["tenggat"]),
          _file(row["id"], "Ke kalender"))
         for row in rows[:MOST]),
    )  # fmt: skip
    return block(lines, "rapat-daftar", "ul") + rest(len(rows), MOST, "tenggat")


def all_due() -> Html:
    """The way to all of them in one file."""
    return block(_file(DUE, "Semua tenggat ke kalender (.ics)"), "kecil", "p")


def _file(name: str, said: str) -> Html:
    return link(f"{CALENDAR}{quote(name)}.ics", said)


def point(row: Row, today: dt.date) -> Html:
    """One point that was proposed (a row of bersama/usulan)."""
    state = STATES[row["keadaan"]]
    if row["keadaan"] in ("diambil", "diputuskan") and row["tanggal"]:
        state += f" {'pada' if row['keadaan'] == 'diputuskan' else 'dalam'} rapat {words.date_spoken(row['tanggal'])}"
    if row["kali"] > 1:
        state += f", dibawa {words.number(row['kali'] - 1)} kali"
    facts = (f"dibawakan {row['pemilik_nama'] or row['pemilik']}", f"usul {row['pengusul_nama'] or row['pengusul']}, "
             f"{words.since(row['diusulkan'], today)}", state)  # fmt: skip
    return block(html("<b>{}</b><br><span class='redup kecil'>{}</span>", row["uraian"], " · ".join(facts)), "usulan")


def failed(why: str) -> Html:
    """Why something could not be kept."""
    return block(html("{} {}", mark("kuning"), why), "kecil", "p")
