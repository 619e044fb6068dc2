"""What can be taken home, as HTML: a file and what it holds, a text to read aloud, the way there from a printer."""

from __future__ import annotations

import datetime as dt

from monev.screen.draw.elements import Row, badge, block, emphasis, expandable, text
from monev.words import words


def handout(title: str, holds: str, trouble: str = "") -> str:
    """One file that is offered; `trouble` says why it could not be made a moment ago."""
    said = f'<p class="kecil"><b>Belum berhasil.</b> {text(trouble)}</p>' if trouble else ""
    return block(f'<b class="nama">{text(title)}</b><div>{text(holds)}</div>{said}', "bahan")


def of_meeting(title: str, date: dt.date, pinned: dt.datetime) -> str:
    """That the last meeting has files of its own, from the numbers that were frozen for it."""
    when = f"{words.date_long(date)}, angka yang dibekukan {words.since(pinned, date)}"
    return block(f'<b class="nama">{text(title)}</b><div>{text(when)}</div>', "bahan")


def refused(why: str) -> str:
    """That a file could not be made, in the place of its button."""
    return block(text(why), "kecil", "p")


def spoken(row: Row) -> str:
    """A text to read aloud. Keys: nomor, judul, status, halaman, bacaan."""
    head = f'<h3 class="agenda"><b>{text(row["nomor"])}</b> {text(row["judul"])}</h3>'
    return block(
        f'<div class="baris">{badge(row["status"], row["halaman"])}{head}</div><p>{emphasis(row["bacaan"])}</p>',
        "bacaan",
    )


def sent(message: str) -> str:
    """The same as a message, folded: what is copied and sent can be read before."""
    return block(expandable("Lihat pesannya", f'<div class="pesan">{text(message)}</div>'), "bacaan")


def on_paper(address: str) -> str:
    """All that a printer gets of a page: where the files for paper are."""
    return block(f"<b>Untuk dicetak, unduh bahan rapat di halaman Bahan.</b><br>{text(address)}", "cetak", "aside")
