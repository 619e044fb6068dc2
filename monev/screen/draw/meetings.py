"""What is said of meetings and their frozen numbers, as HTML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from monev.screen.draw.elements import Row, block, empty_state, link, mark
from monev.screen.draw.html import every, html
from monev.words import project, words


def frozen(title: str, date: dt.date, begins: dt.time | None, pinned: dt.datetime, snapshot: str, is_on: bool) -> str:
    """One meeting: its title, its day, when its numbers were frozen, and from which snapshot."""
    planned = f", {words.time_of_day(begins)}" if begins else ""
    state = "sedang berlangsung" if is_on else "sudah selesai"
    return block(
        html(
            "<b>{}</b><br>{}{}; {}<br>Angka dibekukan {}<br>"
            '<span class="redup kecil">kode data <span class="mono">{}</span></span>',
            title,
            words.date_long(date),
            planned,
            state,
            words.moment(pinned),
            snapshot,
        ),
        "rapat-beku",
    )


def ending(counted: Row | None) -> str:
    """What will happen when the meeting ends. Keys: dicatat, ditarik, menunggu (decisions recorded, withdrawn,
    and on their way to the sheet); None where its numbers cannot be shown."""
    if counted is None:
        return block(html("<b>Akhiri rapat ini?</b> Angkanya tidak dapat ditampilkan."), "rapat-tanya", "p")
    taken, waiting = counted["dicatat"], counted["menunggu"]
    told = f"{words.number(taken)} keputusan dicatat" if taken else "Belum ada keputusan yang dicatat"
    told += f", {words.number(counted['ditarik'])} ditarik" if counted["ditarik"] else ""
    told += f", {words.number(waiting)} menunggu dikirim" if waiting else ""
    sent = f" Yang menunggu tetap dikirim ke {project.decisions_sheet()}." if waiting else ""
    after = "Angka rapat ini tetap tersimpan, lalu terbuka notula dan paparannya."
    return block(html("<b>Akhiri rapat ini? {}.</b>{} {}", told, sent, after), "rapat-tanya", "p")


def called(date: dt.date, name: str) -> str:
    """A meeting as it is called in a list, as plain text: "4 Nov 2024", "4 Nov 2024 (2)" for another of that day."""
    return words.date_medium(date) + (f" ({name[11:]})" if name[11:] else "")


def listed(rows: Sequence[Row], on: str | None) -> str:
    """Meetings in the given order. Keys: nama, tanggal, judul, dibekukan, tautan.

    `on` is the name of the one that is on.
    """
    if not rows:
        return empty_state("Belum ada. Angka yang dibekukan untuk satu rapat dapat dibuka lagi kapan saja.")
    return block(every("<li>{}</li>", ([_meeting(row, row["nama"] == on)] for row in rows)), "rapat-daftar", "ul")


def _meeting(row: Row, is_on: bool) -> str:
    now = html(' <span class="bobot">berlangsung</span>') if is_on else ""
    return html(
        '<div><b>{}</b>{}<br>{}</div><div class="redup kecil">dibekukan {}</div><div>{}</div>',
        words.date_long(row["tanggal"]),
        now,
        row["judul"],
        words.moment(row["dibekukan"]),
        link(row["tautan"], "Buka"),
    )


def broken(reasons: Mapping[str, str]) -> str:
    """Meetings that cannot be shown, by name with the reason; empty where there are none."""
    lines = every("<li>{}<span>{}</span></li>", ((mark("kuning"), why) for why in reasons.values()))
    return block(lines, "petunjuk", "ul") if lines else ""
