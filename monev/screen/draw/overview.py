"""What the overview shows, as HTML: agenda rows, changes, countdown, and freshness of the data."""

from __future__ import annotations

from collections.abc import Sequence

from monev.screen.draw.elements import ARROW, Row, badge, block, emphasis, empty_state, link, mark, text
from monev.words import indicator, words


def agenda_rows(rows: Sequence[Row]) -> str:
    """One row per agenda point, in meeting order; each leads to its page.

    Keys: nomor, judul, status, kalimat, tautan, agenda, and angka: the numbers behind its status, the worst first, each
    with indikator, nilai, satuan, status, terhitung, dikecualikan. They are drawn as a line of signs that tells their
    names when it is pressed; none where a room looks on.
    """
    return block("".join(_agenda_row(row) for row in rows), "agenda-daftar")


def _agenda_row(row: Row) -> str:
    agenda, figures = row.get("agenda") or "", row.get("angka") or ()
    inner = (
        f"{badge(row['status'], agenda)}<div class='isi'><h2 class='judul'><b>{text(row['nomor'])}</b>"
        f"{text(row['judul'])}</h2><p>{emphasis(row['kalimat'])}</p></div>"
    )
    linked = link(row.get("tautan"), inner, "agenda-baris")
    whole = linked if linked != inner else f'<div class="agenda-baris">{inner}</div>'
    return f'<div class="agenda-satu" style="--n:{len(figures)}">{whole}{_figures(figures, agenda)}</div>'


def _figures(rows: Sequence[Row], agenda: str) -> str:
    """The numbers of an agenda point as signs, and their names on request."""
    if not rows:
        return ""
    signs = "".join(mark(row["status"], agenda) for row in rows)
    names = "".join(
        f"<li>{mark(row['status'], agenda)}<span>{text(row['indikator'])}</span>"
        f"<b>{text(indicator.value_or_word(row, agenda))}</b></li>"
        for row in rows
    )
    return (
        f'<details class="hitung"><summary><span class="sr">Angka di balik keadaan ini: </span>{signs}</summary>'
        f"<ul>{names}</ul></details>"
    )


def changes(rows: Sequence[Row], short: bool = False, empty: str = "Tidak ada angka yang berubah.") -> str:
    """What changed since the last meeting; `short`: each in as few words as can be.

    Keys: dulu_status, status, indikator, dulu_nilai, nilai, satuan, pemilik, gerak (one word for how it moved), sebab
    (why its status got worse although the number did not; or None); agenda optional. Where both values are None only
    the words stand (uraian of another kind may be put in indikator, with **bold**).
    """
    if not rows:
        return empty_state(empty)
    return block("".join(f"<li>{_changed(row, short)}</li>" for row in rows), "ubah", "ul")


def _changed(row: Row, short: bool) -> str:
    agenda = row.get("agenda") or ""
    before, now = row.get("dulu_nilai"), row.get("nilai")
    values = ""
    if before is not None or now is not None:
        unit = row["satuan"]
        then, now = plain(before, unit, row["dulu_status"], agenda), plain(now, unit, row["status"], agenda)
        # Where the status alone changed, an arrow from a number to itself would say nothing.
        values = f": tetap <b>{text(now)}</b>" if then == now else f": <b>{text(then)} {ARROW} {text(now)}</b>"
    moved = "" if short or not row.get("gerak") else f", {text(row['gerak'])}"
    moved += f"; {text(row['sebab'])}" if row.get("sebab") else ""
    owner = f' <span class="redup">{text(row["pemilik"])}</span>' if row.get("pemilik") else ""
    return (
        f'<span class="dari">{mark(row["dulu_status"], agenda)}{ARROW}{mark(row["status"], agenda)}</span>'
        f"<span>{emphasis(row['indikator'])}{values}{moved}{owner}</span>"
    )


def plain(value: float | None, unit: str, status: str, agenda: str) -> str:
    """The number without its counting word, which the name of the indicator already says."""
    if value is None:
        return words.status_word(status, agenda).lower()
    return words.value_text(value, unit) if unit == "rp" else words.value(value, unit)[0]


def countdown(days: int, rows: Sequence[Row]) -> str:
    """Days until the vote and the next dates. Keys: tanggal, nama."""
    dates = "".join(f"<b>{words.date_short(row['tanggal'])}</b><span>{text(row['nama'])}</span>" for row in rows)
    return block(f'<div class="h">{words.countdown(days)}</div><div class="tgl">{dates}</div>', "hitung-mundur")


def age(days: int | None) -> str:
    """How old data is, stated without judgement: 0 -> "hari ini", 6 -> "6 hari"."""
    if days is None:
        return "belum ada data"
    return "hari ini" if days <= 0 else f"{words.number(days)} hari"


def freshness(rows: Sequence[Row], total: Row) -> str:
    """How fresh and how complete each agency's data is, all in one form and always in the same order.

    Keys: nama, status, tanggal_data, umur_hari, baris, terhitung, ditahan, temuan. Keys of total:
    baris, terhitung, ditahan, temuan.
    """
    cells = "".join(
        f"<div><b>{text(row['nama'])}</b> {mark(row['status'])}<br>{_dated(row)}<br>"
        f'<span class="redup">{_of(row)} baris</span></div>'
        for row in rows
    )
    return block(
        f"<div><b>Kemutakhiran data</b><br>{_of(total)} baris terhitung<br>"
        f'<span class="redup">{_left(total)}</span></div>{cells}',
        "segar kecil",
        style=f"--n:{len(rows)}",
    )


def freshness_short(rows: Sequence[Row], total: Row) -> str:
    """The same in a meeting: name and age, two in a line, and the rows that count."""
    cells = "".join(
        f"<div>{mark(row['status'])} <b>{text(row['nama'])}</b> {age(row['umur_hari'])}</div>" for row in rows
    )
    return block(cells, "segar dua kecil") + block(f"{_of(total)} baris terhitung", "kecil redup", "p")


def _dated(row: Row) -> str:
    days = row.get("umur_hari")
    if days is None or days <= 0 or row.get("tanggal_data") is None:
        return f"data {age(days)}" if days is not None else age(days)
    return f"data {words.date_short(row['tanggal_data'])}, {age(days)}"


def _of(row: Row) -> str:
    return f"{words.number(row['terhitung'])} dari {words.number(row['baris'])}"


def _left(row: Row) -> str:
    if not row.get("ditahan") and not row.get("temuan"):
        return "semua baris terhitung, tanpa temuan"
    return f"{words.number(row['ditahan'])} belum terhitung, {words.number(row['temuan'])} temuan"


def troubles(rows: Sequence[Row]) -> str:
    """Sheets that could not be read at the last try, one line per cause.

    Keys: nama (list), pesan, tertua (the oldest of their last successes, or None), berlainan (they differ),
    belum_pernah (list of those without one, or None).
    """
    lines = "".join(
        f"<li>{mark('kuning')}<span><b>Lembar {text(words.listing(row['nama']))} belum dapat dibaca.</b> "
        f"{text(row['pesan'])} {text(_standing(row))}</span></li>"
        for row in rows
    )
    return block(lines, "petunjuk", "ul") if rows else ""


def _standing(row: Row) -> str:
    """Which numbers stand in."""
    if row["tertua"] is None:
        return "Angkanya belum pernah dibaca."
    read = words.moment(row["tertua"])
    said = f"angka terakhir tiap lembar; yang tertua dibaca {read}" if row["berlainan"] else f"angka yang dibaca {read}"
    never = f" Angka {words.listing(row['belum_pernah'])} belum pernah dibaca." if row["belum_pernah"] else ""
    return f"Sementara ini dipakai {said}.{never}"


def sources(rows: Sequence[Row]) -> str:
    """Where a page's numbers come from. Keys: nama, tab (list of titles), umur_hari, temuan (on this
    page).
    """
    items = "".join(
        f"<div><b>{text(row['nama'])}</b> {text(', '.join(row['tab']))}<br>"
        f'<span class="redup">data {age(row["umur_hari"])}; {_findings(row["temuan"])}</span></div>'
        for row in rows
    )
    return block(items, "sumber kecil")


def _findings(count: int | None) -> str:
    return f"{words.number(count)} temuan di halaman ini" if count else "tanpa temuan"
