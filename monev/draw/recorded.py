"""What is said while a decision is recorded, as HTML and as plain words."""

from __future__ import annotations

import datetime as dt

from monev import words
from monev.draw.elements import Row, block, link, mark, text

#: Signs of a decision that are repeated once it is kept.
_SHOWN = 70


def subject(row: Row, page: str) -> str:
    """What a decision can be about, as plain text: "Barang kurang"; with its agenda point on another page.

    Without the value, which may change while somebody types. Keys: halaman, judul_pendek, kode, indikator.
    """
    point = "" if row["halaman"] == page else f"{row['judul_pendek']}: "
    if row["kode"] is None:
        return f"{point}tanpa angka tertentu" if point else "Tanpa angka tertentu"
    return f"{point}{row['indikator']}"


def value_then(row: Row) -> str | None:
    """The value on screen as the sheet keeps it, without its counting word ("5", "61,5%", "Rp0,2 miliar"), or the word
    for its status; None where it is about no number.
    """
    if row["kode"] is None:
        return None
    if row["nilai"] is None:
        return words.status_word(row["status"], row["halaman"])
    if row["satuan"] == "rp":
        return words.value_text(row["nilai"], row["satuan"])
    return words.value(row["nilai"], row["satuan"])[0]


def kept(said: str, owner: str, until: dt.date) -> str:
    """That a decision is on disk, and where it goes."""
    short = said if len(said) <= _SHOWN else said[:_SHOWN].rstrip() + "…"
    where = link("/tindak_lanjut", "Tindak lanjut")
    return block(
        f'<span role="status">{mark("hijau")} <b>Tercatat:</b> {text(short)} · {text(owner)} · sampai '
        f"{words.date_long(until)}. Sedang dikirim ke lembar Sekretariat; lihat {where}.</span>",
        "tercatat",
    )


def refused(why: object) -> str:
    """Why a decision was not kept."""
    return block(f'<span role="alert">{mark("kuning")} {text(why)}</span>', "ditolak")
