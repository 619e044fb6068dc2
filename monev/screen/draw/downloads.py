"""What can be taken home, as HTML: a file and what it holds, a text to read aloud, the way there from a printer."""

from __future__ import annotations

import datetime as dt

from monev.screen.draw.elements import Row, badge, block, emphasis, expandable
from monev.screen.draw.html import html
from monev.words import words


def handout(title: str, holds: str, trouble: str = "") -> str:
    """One file that is offered; `trouble` says why it could not be made a moment ago."""
    said = html('<p class="kecil"><b>Belum berhasil.</b> {}</p>', trouble) if trouble else ""
    return block(html('<b class="nama">{}</b><div>{}</div>{}', title, holds, said), "bahan")


def of_meeting(title: str, date: dt.date, pinned: dt.datetime) -> str:
    """That the last meeting has files of its own, from the numbers that were frozen for it."""
    when = f"{words.date_long(date)}, angka yang dibekukan {words.since(pinned, date)}"
    return block(html('<b class="nama">{}</b><div>{}</div>', title, when), "bahan")


def refused(why: str) -> str:
    """That a file could not be made, in the place of its button."""
    return block(why, "kecil", "p")


def spoken(row: Row) -> str:
    """A text to read aloud. Keys: nomor, judul, status, halaman, bacaan."""
    head = html('<h3 class="agenda"><b>{}</b> {}</h3>', row["nomor"], row["judul"])
    return block(
        html(
            '<div class="baris">{}{}</div><p>{}</p>',
            badge(row["status"], row["halaman"]),
            head,
            emphasis(row["bacaan"]),
        ),
        "bacaan",
    )


def sent(message: str) -> str:
    """The same as a message, folded: what is copied and sent can be read before."""
    return block(expandable("Lihat pesannya", html('<div class="pesan">{}</div>', message)), "bacaan")


def on_paper(address: str) -> str:
    """All that a printer gets of a page: where the files for paper are."""
    return block(html("<b>Untuk dicetak, unduh bahan rapat di halaman Bahan.</b><br>{}", address), "cetak", "aside")
