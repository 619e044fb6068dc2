"""The search of the head, as HTML: its button, the box that opens over the page, and what can be found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from monev.screen.draw.elements import mark
from monev.screen.draw.html import Html, every, html
from monev.words import indicator
from monev.words.spoken import BOLD

Row = Mapping[str, Any]

#: The key that opens it.
OPENS = "/"
#: What is found stands under these titles: kind -> its title.
KINDS = {"angka": "Angka", "halaman": "Halaman", "tempat": "Tempat", "janji": "Keputusan", "temuan": "Temuan"}
#: The box that search.js fills; it lies beside the list of keys in the listener of meeting_keys.py.
BOX = html(
    '<dialog class="cari" aria-label="Cari"><div class="ketik"><input type="text" role="combobox" '
    'aria-label="Cari angka, tempat, keputusan, atau temuan" aria-expanded="false" aria-controls="cari-hasil" '
    'aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" '
    'placeholder="Angka, tempat, keputusan, temuan"><button type="button" class="tutup">Tutup</button></div>'
    '<div id="cari-hasil" role="listbox" aria-label="Yang ditemukan"></div><p role="status"></p></dialog>'
)


def button() -> Html:
    """What opens it by a press, in the head beside the other buttons."""
    return html('<button type="button" class="buka-cari" aria-haspopup="dialog">Cari <kbd>{}</kbd></button>', OPENS)


def index(rows: Sequence[Row]) -> Html:
    """All that can be found, for search.js alone: nobody sees it here.

    Keys: jenis, judul, keterangan, ke (the address), and where there are such kata (more words that find it), sasaran
    (what is looked at there); of a number the keys by which its value is said.
    """
    item = '<li data-jenis="{}" data-ke="{}" data-sasaran="{}" data-kata="{}"><b>{}</b><small>{}</small>{}</li>'
    listed = every(item, (
        (row["jenis"], row["ke"], row.get("sasaran"), row.get("kata"), _title(row), row["keterangan"], _value(row))
        for row in rows
    ))  # fmt: skip
    titles = html("").join(html(' data-{}="{}"', kind, title) for kind, title in KINDS.items())
    return html('<ul class="cari-isi"{} hidden>{}</ul>', titles, listed)


def _title(row: Row) -> Html:
    said = BOLD.sub(r"\1", str(row["judul"]))
    sign = html("{} ", mark(row["status"], row.get("halaman") or "")) if row.get("status") else ""
    return html("{}{}", sign, said)


def _value(row: Row) -> Html:
    """A number as it stands now."""
    if row["jenis"] != "angka":
        return html("")
    return html("<em>{}</em>", indicator.value_or_word(row, row["halaman"]))
