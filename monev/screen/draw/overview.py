"""What the overview shows, as HTML: agenda rows, changes, countdown, and freshness of the data."""

from __future__ import annotations

from collections.abc import Sequence

from monev.screen.draw import vouched
from monev.screen.draw.elements import ARROW, Row, badge, block, emphasis, empty_state, link, mark
from monev.screen.draw.html import Html, every, html
from monev.words import indicator, place, the_day, words


def agenda_rows(rows: Sequence[Row]) -> Html:
    """One row per agenda point, in meeting order; each leads to its page.

    Keys: nomor, judul, status, kalimat, tautan, agenda, and angka: the numbers behind its status, the worst first, each
    with indikator, nilai, satuan, status, terhitung, dikecualikan. They are drawn as a line of signs that tells their
    names when it is pressed; none where a room looks on.
    """
    return block(html("").join(map(_agenda_row, rows)), "agenda-daftar")


def _agenda_row(row: Row) -> Html:
    agenda, figures = row.get("agenda") or "", row.get("angka") or ()
    inner = html(
        "{}<div class='isi'><h2 class='judul'><b>{}</b>{}</h2><p>{}</p></div>",
        badge(row["status"], agenda),
        row["nomor"],
        html("{}{}", row["judul"], html(" <small>{}</small>", place.whole()) if row.get("seluruh_kota") else ""),
        emphasis(row["kalimat"]),
    )
    linked = link(row.get("tautan"), inner, "agenda-baris")
    whole = linked if linked != inner else html('<div class="agenda-baris">{}</div>', inner)
    drawn = '<div class="agenda-satu" style="--n:{}">{}{}</div>'
    return html(drawn, len(figures), whole, _figures(figures, agenda))


def _figures(rows: Sequence[Row], agenda: str) -> Html:
    """The numbers of an agenda point as signs, and their names on request."""
    if not rows:
        return html("")
    signs = [mark(row["status"], agenda) for row in rows]
    said = ((row["indikator"], indicator.value_or_word(row, agenda)) for row in rows)
    names = every("<li>{}<span>{}</span><b>{}</b></li>", ((sign, *of) for sign, of in zip(signs, said, strict=True)))
    return html(
        '<details class="hitung"><summary><span class="sr">Angka di balik keadaan ini: </span>{}</summary>'
        "<ul>{}</ul></details>",
        html("").join(signs),
        names,
    )


def changes(rows: Sequence[Row], short: bool = False, empty: str = "Tidak ada angka yang berubah.") -> Html:
    """What changed since the last meeting; `short`: each in as few words as can be.

    Keys: dulu_status, status, indikator, dulu_nilai, nilai, satuan, pemilik, gerak (one word for how it moved), sebab
    (why its status got worse although the number did not; or None); agenda optional. Where both values are None only
    the words stand (uraian of another kind may be put in indikator, with **bold**).
    """
    if not rows:
        return empty_state(empty)
    return block(every("<li>{}</li>", ([_changed(row, short)] for row in rows)), "ubah", "ul")


def _changed(row: Row, short: bool) -> Html:
    agenda = row.get("agenda") or ""
    before, now = row.get("dulu_nilai"), row.get("nilai")
    values = ""
    if before is not None or now is not None:
        unit = row["satuan"]
        then, shown = plain(before, unit, row["dulu_status"], agenda), plain(now, unit, row["status"], agenda)
        # Where the status alone changed, an arrow from a number to itself would say nothing.
        same, now = then == shown, in_days(row["indikator"], now, unit) or shown
        values = html(": tetap <b>{}</b>", now) if same else html(": <b>{} {} {}</b>", then, ARROW, now)
    moved = "" if short or not row.get("gerak") else f", {row['gerak']}"
    moved += f"; {row['sebab']}" if row.get("sebab") else ""
    owner = html(' <span class="redup">{}</span>', row["pemilik"]) if row.get("pemilik") else ""
    return html(
        '<span class="dari">{}{}{}</span><span>{}{}{}{}</span>',
        mark(row["dulu_status"], agenda),
        ARROW,
        mark(row["status"], agenda),
        emphasis(row["indikator"]),
        values,
        moved,
        owner,
    )


def in_days(name: str, value: float | None, unit: str) -> str | None:
    """A number of days with its word, which the name of what lasts so long need not say; None of anything else."""
    return words.value_text(value, unit) if unit == "hari" and value is not None and unit not in name.lower() else None


def plain(value: float | None, unit: str, status: str, agenda: str) -> str:
    """The number without its counting word, which the name of the indicator already says."""
    if value is None:
        return words.status_word(status, agenda).lower()
    return words.value_text(value, unit) if unit == "rp" else words.value(value, unit)[0]


def countdown(facts: Row, rows: Sequence[Row]) -> Html:
    """Days until the day that is counted to, or since, and the next dates; nothing where a topic has neither. `facts`
    is the row of bersama/bingkai. Keys of the rows: tanggal, nama."""
    said = the_day.count(facts)
    if not said and not rows:
        return html("")
    dates = every(
        "<b>{}</b><span>{}</span>",
        ((the_day.near(row["tanggal"], facts["tanggal_acuan"]), row["nama"]) for row in rows),
    )
    since = the_day.since(facts)
    left = html('<div class="h">{}</div>', said) if said else ""
    below = html("<small>{}</small>", since) if since else ""
    return block(html('{}<div class="tgl">{}</div>{}', left, dates, below), "hitung-mundur")


def since(facts: Row) -> Html:
    """How long ago the day was that is counted to, and the date that follows; nothing before it is over."""
    said = "; ".join(part for part in (the_day.since(facts), the_day.following(facts)) if part)
    return block(html("<b>{}</b>, {}.", the_day.count(facts), said), "kecil", "p") if said else html("")


def age(days: int | None) -> str:
    """How old data is, stated without judgement: 0 -> "hari ini", 6 -> "6 hari"."""
    if days is None:
        return "belum ada data"
    return "hari ini" if days <= 0 else f"{words.number(days)} hari"


def freshness(rows: Sequence[Row], total: Row, said: Sequence[Row] = (), of: str = "") -> Html:
    """How fresh and how complete each agency's data is, all in one form and always in the same order; `said` is what
    they say of it themselves (rows of bersama/data_benar), `of` what all of it is about where that is not plain.

    Keys: nama, status, tanggal_data, umur_hari, baris, terhitung, ditahan, temuan. Keys of total:
    baris, terhitung, ditahan, temuan.
    """
    own = {row["instansi"]: vouched.beside(row) for row in said}
    cells = every(
        '<div><b>{}</b> {}<br>{}<br><span class="redup">{} baris</span>{}</div>',
        ((row["nama"], mark(row["status"]), _dated(row), _of(row), own.get(row.get("instansi"))) for row in rows),
    )
    whole = '<div><b>Kemutakhiran data</b> {}<br>{} baris terhitung<br><span class="redup">{}</span></div>{}'
    return block(html(whole, of, _of(total), _left(total), cells), "segar kecil", style=f"--n:{len(rows)}")


def freshness_short(rows: Sequence[Row], total: Row, said: Sequence[Row] = ()) -> Html:
    """The same in a meeting: name and age, two in a line, the rows that count, and who called his data right."""
    cells = every(
        "<div>{} <b>{}</b> {}</div>", ((mark(row["status"]), row["nama"], age(row["umur_hari"])) for row in rows)
    )
    if len(rows) % 2:  # beside the last one there is room
        counted = html('<div class="redup">{} baris</div>', _of(total))
        return block(cells + counted, "segar dua kecil") + vouched.in_short(said)
    whole = block(f"{_of(total)} baris terhitung", "kecil redup", "p")
    return block(cells, "segar dua kecil") + whole + vouched.in_short(said)


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


def troubles(rows: Sequence[Row]) -> Html:
    """Sheets that could not be read at the last try, one line per cause.

    Keys: nama (list), pesan, tertua (the oldest of their last successes, or None), berlainan (they differ),
    belum_pernah (list of those without one, or None).
    """
    lines = every(
        "<li>{}<span><b>Lembar {} belum dapat dibaca.</b> {} {}</span></li>",
        ((mark("kuning"), words.listing(row["nama"]), row["pesan"], _standing(row)) for row in rows),
    )
    return block(lines, "petunjuk", "ul") if rows else html("")


def _standing(row: Row) -> str:
    """Which numbers stand in."""
    if row["tertua"] is None:
        return "Angkanya belum pernah dibaca."
    read = words.moment(row["tertua"])
    said = f"angka terakhir tiap lembar; yang tertua dibaca {read}" if row["berlainan"] else f"angka yang dibaca {read}"
    never = f" Angka {words.listing(row['belum_pernah'])} belum pernah dibaca." if row["belum_pernah"] else ""
    return f"Sementara ini dipakai {said}.{never}"


def sources(rows: Sequence[Row]) -> Html:
    """Where a page's numbers come from. Keys: nama, tab (list of titles), umur_hari, temuan (on this
    page).
    """
    items = every(
        '<div><b>{}</b> {}<br><span class="redup">data {}; {}</span></div>',
        ((row["nama"], ", ".join(row["tab"]), age(row["umur_hari"]), _findings(row["temuan"])) for row in rows),
    )
    return block(items, "sumber kecil")


def _findings(count: int | None) -> str:
    return f"{words.number(count)} temuan di halaman ini" if count else "tanpa temuan"
