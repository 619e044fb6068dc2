"""What is said of newer numbers and of the last look at the sheets, as HTML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.elements import ARROW, Row, block, mark
from monev.screen.draw.html import Html, html
from monev.words import project, words


def offer(row: Row, changed: Sequence[Row]) -> Html:
    """What is new, in one line: "Dinkes: Vaksin kurang 5 → 4, dan 3 lain".

    Keys: instansi_berubah (names, or None), hari_lain (the numbers are of another reference date), tanggal_acuan;
    `changed` are the rows of bersama/angka_berbeda.
    """
    day = f"Keadaan {words.date_spoken(row['tanggal_acuan'])}. " if row["hari_lain"] else ""
    if changed:
        others = f", dan {words.number(len(changed) - 1)} lain" if changed[1:] else ""
        return _bar(html("<b>Angka baru.</b> {}{}{}", day, _what(changed[0]), others))
    if not row["instansi_berubah"]:
        return _bar(html("<b>Angka baru</b>, keadaan {}", words.date_spoken(row["tanggal_acuan"])))
    whose = words.listing(row["instansi_berubah"])
    return _bar(html("<b>Isi baru.</b> {}Lembar {} berubah; angka pokok tetap", day, whose))


def _what(row: Row) -> Html:
    """One number that changed: its two values, or where these say nothing its two statuses; a number of which rows
    were lost is said to have changed, no more."""
    owner = f"{row['pemilik']}: " if row["pemilik"] else ""
    then, now = (words.value_text(row[key], row["satuan"]) for key in ("dulu_nilai", "nilai"))
    if then == now or row["dulu_nilai"] is None or row["nilai"] is None:
        then, now = (words.status_word(row[key], row["halaman"]) for key in ("dulu_status", "status"))
    elif row["satuan"] not in ("rp", "persen"):
        then, _ = words.value(row["dulu_nilai"], row["satuan"])
    moved = html("{} {} {}", then, ARROW, now) if then != now else "berubah"
    return html("{}{} {}", owner, row["indikator"], moved)


def _bar(said: Html) -> Html:
    return block(html('<span role="status">{}.</span>', said), "tawaran")


def _looked(said: str) -> Html:
    return block(html('<span role="status">{}</span>', said), "diperiksa redup")


def _trouble(title: object, more: object) -> Html:
    """One line with its sign; what it is about is set bold."""
    return block(html("<li>{}<span><b>{}</b> {}</span></li>", mark("kuning"), title, more), "petunjuk", "ul")


def past(
    meeting: dt.date, frozen: dt.datetime, changed: bool, other: Sequence[str], again: dt.datetime | None = None
) -> Html:
    """That the numbers shown are those of a past meeting, and when they were frozen.

    `changed`: the formulas are no longer those of then; `other` are the indicators that come out otherwise today.
    `again` is when the same meeting was frozen anew.
    """
    formulas = ""
    if other:
        others = f" dan {words.number(len(other) - 1)} lain" if other[1:] else ""
        formulas = f"; dengan rumus sekarang berbeda: {other[0]}{others}"
    elif changed:
        formulas = "; dengan rumus sekarang pun sama"
    of = f"{words.date_spoken(meeting)} {meeting.year}"
    since = f", lalu dibekukan ulang {words.since(again, frozen.date())}" if again else ""
    said = "<b>Angka rapat {}</b>, dibekukan {}{}{}"
    return _bar(html(said, of, words.since(frozen, meeting), since, formulas))


def not_compared(trouble: object) -> Html:
    """Why the numbers are not compared with the meeting before."""
    return _trouble("Belum ada pembanding.", trouble)


def aside(frozen: dt.datetime, today: dt.date) -> Html:
    """That the newest numbers are shown although a meeting is on."""
    said = "<b>Angka terbaru.</b> Rapat memakai angka yang dibekukan {}"
    return _bar(html(said, words.since(frozen, today)))


def looked(
    checked: dt.datetime | None,
    today: dt.date,
    every: int | None = None,
    *,
    asked: bool = False,
    reading: bool = False,
    failed: bool = False,
    sheets: int = 0,
    failing: Sequence[str] = (),
) -> Html:
    """When the sheets were last looked at, and what happens next.

    `every` is the number of seconds between two looks, None where nobody looks by itself; `asked`: somebody wished
    it; `reading`: it happens now; `failed`: the last look came to nothing. Of so many `sheets`, those of the agencies
    `failing` (names) could not be read; the others were at `checked`.
    """
    when = words.since(checked, today) if checked else None
    read = sheets - len(failing)
    some = f"{words.number(read)} dari {words.number(sheets)} lembar " if failing and read else ""
    if every is None:
        last = f"{some}terakhir diperiksa {when}" if when else "lembar belum pernah diperiksa"
        said = f"Pembaruan otomatis tidak berjalan; {last}. Mohon pengelola server menjalankan pembaca lembar."
    elif asked:
        said = "Diminta; lembar sedang dibaca …"
    elif reading:
        said = "Sedang membaca lembar …"
    elif failed or when is None or (failing and not read):
        said = f"Pemeriksaan lembar belum berhasil; dicoba lagi tiap {words.interval(every)}."
    else:
        without = f"{words.listing([*failing])} belum dapat dibaca; " if failing else ""
        said = f"{some or 'Lembar '}diperiksa {when}; {without}diperiksa lagi tiap {words.interval(every)}."
    return _looked(said)


def refused() -> Html:
    """That the wish for a look at the sheets could not be written down, and what to do instead."""
    said = "Permintaan belum dapat dicatat. Mohon pengelola server memeriksa folder data: ruang disk dan izin tulisnya."
    return _looked(said)


def halted(trouble: object, ended: dt.datetime, today: dt.date) -> Html:
    """That the last look at all sheets failed as a whole, and why."""
    kept = html("{} Angka yang terakhir dibaca tetap dipakai.", trouble)
    return _trouble(f"Lembar belum dapat diperiksa, {words.since(ended, today)}.", kept)


def stands_in(made: dt.datetime, now: dt.datetime) -> Html:
    """That the newest snapshot was damaged, and how old the numbers are that are shown for it."""
    age = words.duration(max((now - made).total_seconds(), 0) / 3600)
    said = f"Sementara ini dipakai angka yang dibaca {words.since(made, now.date())}, {age} lalu."
    what = "Angka baru ditawarkan begitu lembar dibaca lagi; sebabnya ada di catatan server."
    return _trouble("Salinan data terbaru rusak dan disisihkan.", f"{said} {what}")


def unsent(row: Row, today: dt.date) -> Html:
    """That decisions wait to reach the sheet. Keys: menunggu, sejak, pesan (None where nobody has tried yet)."""
    why = row["pesan"] or "Pengirim di server belum berjalan; mohon pengelola server menjalankannya."
    since = words.since(row["sejak"], today)
    said = f"{words.number(row['menunggu'])} keputusan belum sampai di {project.decisions_sheet()}, sejak {since}."
    return _trouble(said, f"{why} Tersimpan di server dan dikirim begitu bisa.")


def in_place(now: Html, longest: Html) -> Html:
    """The warnings of now in the place that the longest of this page took: whoever reads the page sees it
    move when a warning comes, and never again. Where nothing is left to warn of, that is said instead.
    """
    if now == longest:
        return now
    over = html("<li>{}<span>Semua lembar sudah dapat dibaca lagi.</span></li>", mark("hijau"))
    return block(html('<div aria-hidden="true">{}</div>{}', longest, now or block(over, "petunjuk", "ul")), "gantian")
