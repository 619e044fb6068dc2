"""The choice of one kecamatan in the line above a page, and what it leaves out, as HTML."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from monev.screen.draw.elements import Row, block
from monev.screen.draw.html import Html, every, html
from monev.words import place, words

#: The choice that narrows nothing.
WHOLE, CITY = place.said("Seluruh kota"), place.said("seluruh kota")


@lru_cache(maxsize=64)
def choice(names: tuple[str, ...], chosen: str | None, address: str) -> Html:
    """All that can be chosen, folded below what is chosen; `address` is that of the page, ready for one more part.
    Nothing where there is nothing to choose."""
    if not names:
        return html("")
    links = [("", WHOLE), *((name, place.short(name)) for name in names)]
    items = every(
        '<li><a href="{}kec={}" target="_self"{}>{}</a></li>',
        ((address, quote(name), _current(name == (chosen or "")), said) for name, said in links),
    )
    said = place.short(chosen) if chosen else WHOLE
    kind = " dipilih" if chosen else ""
    summary = html('<summary><span class="sr">Tempat: </span><span class="pil">{}</span></summary>', said)
    return html('<details class="pilih-kec{}">{}<ul>{}</ul></details>', kind, summary, items)


def _current(is_it: bool) -> Html:
    return html(' aria-current="true"') if is_it else html("")


def head(name: str, left: Row | None) -> Html:
    """What a narrowed page is about, and which rows take no part; `left` is a row of bersama/di_luar_kecamatan."""
    counts = (
        ((left["se_kota"], place.said("baris se-Kota")), (left["tanpa_tempat"], "baris tanpa tempat")) if left else ()
    )
    out = [f"{words.number(count)} {what}" for count, what in counts if count]
    said = f" {words.listing(out)} tidak ikut." if out else ""
    where, rest = place.said("Kecamatan"), place.said("Yang lembarnya tanpa tempat disebut seluruh kota.")
    told = html("Hanya yang bertempat di <b>{} {}</b>.{} {}", where, name, said, rest)
    return block(told, "kec-kata kecil redup", "p")


def elsewhere(name: str) -> Html:
    """Said on a page that is of the whole city whatever is chosen."""
    where = place.said("Kecamatan")
    told = html(
        "Halaman ini untuk <b>{}</b>; pilihan {} {} berlaku di Ringkasan dan halaman agenda.", CITY, where, name
    )
    return block(told, "kec-kata kecil redup", "p")


def unknown() -> Html:
    """Said where the address names a place that is not among the choices."""
    told = html("Pilihan tempat di alamat ini tidak ada di sini, jadi yang tampak <b>{}</b>.", CITY)
    return block(told, "kec-kata kecil redup", "p")


def only_city(name: str) -> Html:
    """Said where none of the numbers of a point has a place."""
    where = place.said("Kecamatan")
    told = html("Semua angka di sini untuk <b>{}</b>: lembarnya tanpa tempat, juga bagi {} {}.", CITY, where, name)
    return block(told, "kec-kata kecil redup", "p")
