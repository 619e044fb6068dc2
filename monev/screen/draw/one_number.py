"""One number alone: its head, the rows it is counted from, those that do not count yet, its rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import groupby
from math import isfinite
from typing import Any

from monev.screen.draw.elements import badge, block, breakable, emphasis, empty_state, link, section
from monev.screen.draw.html import Html, every, html
from monev.words import indicator, place as called, words

Row = Mapping[str, Any]

#: Cells of one row that are drawn, and rows of all tabs together; fewer where a room reads them.
CELLS, ROWS, ROWS_LARGE = 3, 5, 3
#: Things that count against a number and are written out; beside them fewer rows have room.
THINGS, THINGS_LARGE, ROWS_BESIDE, ROWS_BESIDE_LARGE = 5, 3, 2, 0
#: Rows that do not count yet and are written out.
HELD, HELD_LARGE = 2, 1
_NONE = "Belum ada baris yang dihitung."
#: Thresholds by the status that they bound.
_BOUNDS = ("hijau", "kuning")


def head(row: Row, agenda: Row) -> Html:
    """Status, name, way back; the number beside its sentence.

    Keys of `row`: those of a headline number; of `agenda`: nomor, halaman, judul_pendek.
    """
    page = f"{agenda['nomor']} {agenda['judul_pendek']}"
    back = html('<a class="kembali" href="/{}" target="_self">← Kembali ke {}</a>', agenda["halaman"], page)
    place = f", {called.whole()}" if row.get("seluruh_kota") else ""
    name = html(
        '<h1 class="agenda">{} <small>satu angka dari agenda {}{}</small></h1>',
        row["indikator"], agenda["nomor"], place,
    )  # fmt: skip
    found = indicator.figure(row)
    number = indicator.value_or_word(row, agenda["halaman"]) if found is None else _figure(*found)
    kind = "angka-besar" if found else "angka-besar kosong"
    return block(
        html(
            '<div class="baris">{}{}{}</div><div class="satu"><div class="{}">{}</div><p class="kalimat">{}</p></div>',
            badge(row["status"], agenda["halaman"]), name, back, kind, number, emphasis(row["kalimat"]),
        ),
        "kepala satu-angka",
    )  # fmt: skip


def _figure(figure: str, unit: str) -> Html:
    return html("{}<small>{}</small>", figure, unit)


def weighed(things: Sequence[Row], row: Row, large: bool = False) -> Html:
    """What counts for and against the number now: the first things that count against it, how many do not, and of how
    many it is not known; nothing where the number is none.

    Keys of a thing: hal, keterangan, memberatkan (None: not known), jumlah.
    """
    if indicator.figure(row) is None or not things:
        return html("")
    against, most = [one for one in things if one["memberatkan"]], THINGS_LARGE if large else THINGS
    drawn = every(
        "<li><b>{}</b><span>{}</span></li>", ((breakable(one["hal"]), one["keterangan"]) for one in against[:most])
    )
    left = [
        (_count(against) - _count(against[:most]), "lagi memberatkan"),
        (_count([one for one in things if one["memberatkan"] is False]), "tidak memberatkan"),
        (_count([one for one in things if one["memberatkan"] is None]), "belum diketahui"),
    ]
    told = words.listing([f"{words.number(count)} {said}" for count, said in left if count])
    aside = f"{words.number(_count(against))} dari {words.number(_count(things))}"
    return (
        section("Yang memberatkan angka ini", aside)
        + (block(drawn, "hal-angka", "ul") if against else html(""))
        + (block(f"{told[:1].upper()}{told[1:]}.", "kecil redup", "p") if told else html(""))
    )


def _count(things: Sequence[Row]) -> int:
    return sum(one["jumlah"] for one in things)


def rows_beside(weighed: bool, large: bool) -> int:
    """How many rows have room, by whether things that count stand above them, and by whether a room looks on."""
    if weighed:
        return ROWS_BESIDE_LARGE if large else ROWS_BESIDE
    return ROWS_LARGE if large else ROWS


def rows(found: Sequence[Row], row: Row, most: int, large: bool = False) -> Html:
    """The rows that the number is counted from, tab by tab, each with its cells; `found` are those of angka/baris. A
    room has no place for a row of every tab."""
    counted = [one for one in found if one["terhitung"] and one["dipakai"]]
    total = row["terhitung"] + row["dikecualikan"]
    aside = f"{words.number(row['terhitung'])} dari {words.number(total)} baris dihitung"
    tabs = [list(of) for _, of in groupby(counted, lambda one: (one["instansi"], one["tab"]))]
    each = max(0 if large else 1, most // max(1, len(tabs)))
    title = section("Baris yang dihitung", aside)
    if not tabs:
        return title + empty_state(_NONE)
    if not each:
        named = "; ".join(f"{of[0]['nama']}, {of[0]['judul_tab']} {words.listing(_left(of, 0))}" for of in tabs)
        return title + block(f"{named}.", "kecil", "p")
    return title + html("").join(_tab(of, each) for of in tabs)


def _tab(of: Sequence[Row], most: int) -> Html:
    """The first rows of one tab, and how many more there are of which kind."""
    first, shown = of[0], [one for one in of if not one["terbatas"]][:most]
    more = _left(of, len(shown))
    said = html(" <small>{}{}</small>", "dan " if shown else "", words.listing(more)) if more else ""
    name = block(html("<b>{}, {}</b>{}", first["nama"], first["judul_tab"], said), "tab-angka", "p")
    return name + (
        block(every("<li>{}</li>", ((_line(one),) for one in shown)), "baris-angka", "ul") if shown else html("")
    )


def _left(of: Sequence[Row], shown: int) -> list[str]:
    """How many rows of one tab there are besides those shown, of which kind."""
    left, hidden = of[0]["sekeadaan"] - of[0]["terbatas_semua"] - shown, of[0]["terbatas_semua"]
    more = [f"{words.number(left)} baris{' lain' if shown else ''}"] if left else []
    return more + ([f"{words.number(hidden)} baris terbatas yang hanya dihitung"] if hidden else [])


def _line(one: Row) -> Html:
    cells = [cell for cell in one["sel_dipakai"] or () if cell["tertulis"]][:CELLS]
    drawn = every(
        "<span>{} <b>{}</b> {}</span>", ((c["judul"], breakable(c["tertulis"]), _address(one, c["sel"])) for c in cells)
    )
    place = f"baris {one['nomor']}" if one["nomor"] is not None else ""
    return html("<b>{}</b><small>{}</small><div>{}</div>", breakable(one["sebutan"] or place), place, drawn)


def _address(one: Row, cell: str) -> Html:
    where = f"{one['tautan']}&range={cell}" if one["tautan"] else ""
    return link(where, cell, "mono")


def rule(row: Row) -> Html:
    """By what it is judged and where it comes from, short enough for a room; the whole stands on the page without."""
    said = html("<b>Aturan.</b> {} <b>Sumber.</b> {}", row["dasar"], row["sumber"])
    return block(said, "satu-aturan kecil redup", "p")


def correction(day: dt.date, said: str) -> Html:
    """What the sheets of now say of the day of a meeting; the number of that meeting stays what it was."""
    return block(
        html("<i></i><b>Rapat {}:</b> {}. Angka rapat itu tetap.", words.date_spoken(day), said),
        "koreksi-kata kecil",
        "p",
    )


def changed(points: Sequence[Row], unit: str, rules: Mapping[str, Row]) -> Html:
    """What the number was judged and worked out by before, at the points where that became something else; `rules` are
    those of today by their codes (arti, satuan)."""
    return html("").join(
        block(html("<b>{}:</b> {}.", words.date_spoken(row["tanggal"]), "; ".join(said)), "kecil", "p")
        for row in points
        if (said := [_became(name, *of, unit, rules) for name, of in row["berubah"].items() if name != "arah"])
    )


def _became(name: str, before: float | None, now: float | None, unit: str, rules: Mapping[str, Row]) -> str:
    if name in _BOUNDS:
        called = f"batas {name}"
    else:
        rule = rules.get(name)
        called, unit = (rule["arti"].partition(";")[0].lower(), rule["satuan"]) if rule else (f"aturan {name}", "")
    return f"{called} {_bound(now, unit)}, semula {_bound(before, unit)}"


def _bound(value: float | None, unit: str) -> str:
    return "tanpa batas" if value is None or not isfinite(value) else words.value_text(value, unit)


def held_out(found: Sequence[Row], findings: Sequence[Row], total: int, most: int) -> Html:
    """The rows that do not count yet, `total` in all, each with what is to be written; `findings` are rows of
    mutu_data/temuan."""
    out = [one for one in found if not one["terhitung"]]
    if not out:
        return html("")
    by_row: dict[tuple, list[Row]] = {}
    for one in findings:
        by_row.setdefault((one["instansi"], one["tab"], one["baris"]), []).append(one)
    told = every(
        "<li>{}</li>",
        ((_held(one, by_row.get((one["instansi"], one["tab"], one["baris"]), [])),) for one in out[:most]),
    )
    rest = total - min(len(out), most)
    more = block(f"dan {words.number(rest)} baris lain yang belum ikut", "kecil redup", "p") if rest else html("")
    return block(told, "belum-ikut", "ul") + more


def _held(one: Row, findings: Sequence[Row]) -> Html:
    if one["terbatas"]:
        return html("<b>Satu baris terbatas</b> di {}, {} belum ikut dihitung.", one["nama"], one["judul_tab"])
    name = one["sebutan"] or f"Baris {one['nomor']}"
    first = findings[0] if findings else None
    where = link(first["tautan"], f"{one['judul_tab']}!{first['sel']}", "mono") if first and first["sel"] else ""
    said = html("{} {}", first["alasan"], first["saran"]) if first else (one["alasan"] or "")
    return html("<div><b>{}</b> belum ikut dihitung {}</div><small>{}</small>", name, where, said)
