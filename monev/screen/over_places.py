"""A point over many places that report themselves: in how many it is how well, which are worst, and what they share.

A project has it by answering questions in the folder `rekap` (examples/rekap does); its points need no page of their
own then.
"""

from __future__ import annotations

import streamlit as st

from monev.screen import frame, parts
from monev.screen.answers import Rows
from monev.screen.draw import elements, places
from monev.snapshot import queries
from monev.words import place, words

#: How many places are how well, by larger place and point; the bounds of its map.
HEAT, BOUNDS = "rekap/panas", "rekap/peta_batas"
#: The worst places of each point, what they share, its numbers, and the places where a number is red.
WORST, SHARED, NUMBERS, RED = "rekap/terberat", "rekap/sama", "rekap/angka", "rekap/angka_merah"
#: Every place with its states, the worst first.
PLACES = "rekap/daerah"
#: What is said of all places: kalimat, semua, melapor, tepat_waktu.
SAID = "rekap/kalimat"
#: The part of the address that names the number whose red places are listed.
CHOSEN = "merah"


def covers(page: frame.Page) -> bool:
    """Whether a point is one of those that every place reports."""
    return HEAT in queries.load() and any(row["halaman"] == page.name for row in page.ask(HEAT))


def point(page: frame.Page, chosen: str) -> None:
    """Draw a point of the agenda; `chosen` is the code of a number, or empty."""
    frame.first_screen(page, on_the_map, side)
    if not page.large:
        frame.show(elements.section("Angka yang paling sering merah", "jumlah daerah; pilih untuk melihat daerahnya"))
        frame.show(places.numbers([row for row in page.ask(NUMBERS) if row["halaman"] == page.name], page.name))
        red(page, chosen)
    by_place(page)
    frame.ground(page)


def reported(page: frame.Page) -> str:
    """How many of all places have reported, as it stands beside a title."""
    [said] = page.ask(SAID)
    return f"{words.number(said['melapor'])} dari {words.number(said['semua'])} {place.said('kelurahan')} melapor"


def of_address() -> str:
    """The number that the address names."""
    return st.query_params.get(CHOSEN, "")


def on_the_map(page: frame.Page) -> None:
    """The larger places with how many of theirs are critical."""
    rows = [row for row in page.ask(HEAT) if row["halaman"] == page.name and row["provinsi"]]
    [bounds] = page.ask(BOUNDS)
    much, some = bounds["banyak"], bounds["beberapa"]
    legend = {2: f"{much} atau lebih", 1: f"{some} sampai {much - 1}", 0: f"kurang dari {some}",
              None: "separuh lebih belum melapor"}  # fmt: skip
    tiles = [
        row | {"kelurahan": row["provinsi"], "kecamatan": row["pulau"], "nama_petak": row["singkat"],
               "jumlah": row["merah"]}
        for row in rows
    ]  # fmt: skip
    title = f"{words.capital(place.said('kelurahan'))} kritis di tiap {place.said('kecamatan')}"
    parts.mapped(page, title, "angka = yang kritis", tiles, legend, _message(title, rows))


def where_most(page: frame.Page) -> None:
    """A small map of the point in which most places are critical; none of one larger place alone."""
    rows = page.ask(HEAT)
    whole = [row for row in rows if row["provinsi"] is None]
    if not whole:
        return
    most = max(whole, key=lambda row: (row["merah"], -row["nomor"]))
    tiles = [row for row in rows if row["halaman"] == most["halaman"] and row["provinsi"]]
    if len(tiles) > 1:
        [bounds] = page.ask(BOUNDS)
        title, of = f"{most['judul_pendek']} kritis", f"jumlah {place.said('kelurahan')} tiap {place.said('kecamatan')}"
        frame.show(elements.section(title, of), places.small_map(tiles, _message(title, tiles)),
                   places.map_key(bounds["banyak"], bounds["beberapa"]))  # fmt: skip


def _message(title: str, rows: Rows) -> str:
    most = sorted((row for row in rows if row["merah"]), key=lambda row: (-row["merah"], row["provinsi"]))[:5]
    said = words.listing([f"{row['provinsi']} {words.number(row['merah'])}" for row in most])
    return f"{title}. Terbanyak: {said}." if said else f"{title}. Tidak ada yang kritis."


def side(page: frame.Page) -> None:
    """The worst places and what they share; then what has to be decided."""
    rows = [row for row in page.ask(WORST) if row["halaman"] == page.name]
    told = [row | {"teks": f"{words.number(row['merah'])} angka merah"} for row in rows]
    same = [row["kalimat"] for row in page.ask(SHARED) if row["halaman"] == page.name]
    what = place.said("kelurahan")
    frame.show(
        elements.section(f"{words.capital(words.spelled(len(rows)))} {what} terberat" if rows else "Yang terberat"),
        places.worst(told, f"Tidak ada {what} yang kritis di antara yang melapor."),
        elements.note("", same[0]) if same else "",
    )
    frame.decisions(page)


def red(page: frame.Page, chosen: str) -> None:
    """The places where the number `chosen` is red; nothing where none is."""
    rows = [row for row in page.ask(RED) if row["halaman"] == page.name and row["kode"] == chosen]
    named = {row["kode"]: row["nama"] for row in page.ask(NUMBERS)}
    if not rows or chosen not in named:
        return
    told = [row | {"tanda": [], "teks": words.value_text(row["nilai"], row["satuan"])} for row in rows]
    what = place.said("kelurahan")
    frame.show(
        elements.section(f"Merah: {named[chosen]}", f"{words.number(len(rows))} {what}"),
        places.worst(told[:MOST], "", wide=True),
        elements.rest(len(rows), MOST, what),
    )


#: Places of a list that are drawn.
MOST = 40


def each(page: frame.Page) -> None:
    """Every place that the page is about, the worst first, and those that have not reported behind them."""
    # Around them there is only what was chosen, and that stands above.
    rows = [row | {"provinsi": ""} | ({} if row["melapor"] else {"teks": "belum melapor"}) for row in page.ask(PLACES)]
    frame.show(elements.section(f"{words.number(len(rows))} {place.said('kelurahan')}"),
               places.worst(rows, "Belum ada.", wide=True))  # fmt: skip


def by_place(page: frame.Page) -> None:
    """Every larger place by this point alone."""
    rows = [row for row in page.ask(HEAT) if row["halaman"] == page.name]
    if rows and not page.large:
        title = f"Menurut {place.said('kecamatan')}"
        frame.show(elements.section(title, "jumlah daerah menurut keadaan"), places.key(), places.heat(rows, "Semua"))
