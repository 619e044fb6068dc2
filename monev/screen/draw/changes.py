"""What changed in the sheets since an earlier snapshot, as HTML: row by row, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from monev.screen.draw.elements import ARROW, Row, block, empty_state, expandable, link, note, rest
from monev.screen.draw.html import Html, html, safe
from monev.words import words

#: Letters of a typed cell that are shown; the rest is in the sheet.
_LONGEST_CELL = 40
#: Changes of one agency that are shown at once.
AT_ONCE = 8
#: How a row can have changed, each row in one way.
_KINDS = {
    "diubah": "diubah",
    "baru": "baru",
    "hilang": "tidak ada lagi",
    "tertahan": "tidak terhitung lagi",
    "terbaca": "kini terhitung",
    "bentuk": "tab atau kolom",
}
#: Cells of one row that are shown where only the most important changes stand; those that numbers use come first.
_CELLS_IN_SHORT = 3

_ROWS = {
    "baru": "baris baru",
    "baru_tertahan": "baris baru, belum terhitung",
    "hilang": "tidak ada lagi",
    "kini_tertahan": "tidak terhitung lagi",
    "kini_terbaca": "kini terhitung",
}
_TABS = {
    "tab_hilang": "Tab ini belum dapat dibaca sekarang; barisnya tidak dibandingkan.",
    "tab_terbaca": "Tab ini kini dapat dibaca; barisnya belum ada pembandingnya.",
    "nihil": "Tab ini kini dinyatakan nihil.",
}
_COLUMNS = {
    "kolom_hilang": "Kolom {} belum dapat dibaca sekarang; isinya tidak dibandingkan.",
    "kolom_terbaca": "Kolom {} kini dapat dibaca; isinya belum ada pembandingnya.",
}


def lines(rows: Sequence[Row], short: bool = False) -> Html:
    """Changes in the given order, one per row of a sheet; `short`: each with its agency and its first cells only.

    Keys: ragam (a key of the tables above, or diubah), nama, judul_tab, judul_kolom, baris, dulu_baris, sebutan,
    alasan, angka_lama, sel_berubah (cells as judul, sel, dulu_tertulis, tertulis; or None), tautan.
    """
    return block(html("").join(_line(row, short) for row in rows), "ubahan-daftar") if rows else html("")


def by_agency(agency: Row, rows: Sequence[Row]) -> Html:
    """The changes of one agency: the first ones, and more of them on request.

    Keys of the agency as for `folded`; of rows as for `lines`, and semua: how many there are of that agency, if more
    than these rows.
    """
    others, total = rows[AT_ONCE:], rows[0].get("semua", len(rows)) if rows else 0
    inner = lines(others) + rest(total, len(rows), "perubahan")
    more = expandable(f"{words.number(total - AT_ONCE)} perubahan lainnya", inner) if others else html("")
    return note(f"{agency['nama']}.", f"{_counted(agency)}.") + lines(rows[:AT_ONCE]) + more + _besides(agency)


def folded(agency: Row, rows: Sequence[Row]) -> Html:
    """All changes of one agency on request; rows as for `by_agency`.

    Keys of the agency: nama, semua, and what sums to it: diubah (angka_lama among them), baru, hilang, tertahan,
    terbaca, bentuk; besides those tanggal_saja, and terbatas, which are counted and never shown.
    """
    more = rest(rows[0].get("semua", len(rows)), len(rows), "perubahan") if rows else html("")
    return expandable(f"{agency['nama']}: {_counted(agency)}", lines(rows) + more + _besides(agency))


def withheld(agency: Row, why: str) -> Html:
    """In the place of the changes of an agency for whoever may not see its cells."""
    return expandable(f"{agency['nama']}: {_counted(agency)}", empty_state(why))


def _counted(agency: Row) -> str:
    """ "59 perubahan: 40 diubah, 17 baru, 2 kini terhitung"; each row counts once, so the parts sum to it."""
    if not agency["semua"]:
        return "tidak ada yang berubah"
    parts = [f"{words.number(agency[key])} {kind}" for key, kind in _KINDS.items() if agency[key]]
    if agency["angka_lama"]:
        parts[0] += f" ({words.number(agency['angka_lama'])} angka lama)"
    return f"{words.number(agency['semua'])} perubahan: {', '.join(parts)}"


def _besides(agency: Row) -> Html:
    said = []
    if agency["terbatas"]:
        said.append(f"{words.number(agency['terbatas'])} baris terbatas ikut berubah; isinya tidak ditampilkan.")
    if agency["tanggal_saja"]:
        said.append(f"Selain itu {words.number(agency['tanggal_saja'])} baris hanya berganti tanggal data.")
    return block(" ".join(said), "kecil redup", "p") if said else html("")


def _line(row: Row, short: bool) -> Html:
    line = '<div class="ubahan"><div>{}<div class="di">{}</div></div><div>{}</div></div>'
    return html(line, _head(row), _place(row, short), _said(row, short))


def _head(row: Row) -> Html:
    return html("<b>{}</b>", row["sebutan"] or row["judul_kolom"] or row["judul_tab"])


def _place(row: Row, short: bool) -> Html:
    """Where it stands: small, and the way there where the sheet has an address."""
    where = f"{row['nama']}, {row['judul_tab']}" if short else row["judul_tab"]
    number = row["dulu_baris"] if row["baris"] is None else row["baris"]
    if number is None:
        return link(row["tautan"], where)
    if row["baris"] is None:
        return html("{}, semula baris {}", where, number)
    return html("{}, {}", where, link(row["tautan"], f"baris {number}"))


def _said(row: Row, short: bool) -> Html:
    kind = row["ragam"]
    if kind in _TABS or kind in _COLUMNS:
        return safe(_TABS.get(kind) or _COLUMNS[kind].format(row["judul_kolom"]))
    parts = []
    if kind in _ROWS:
        why = f": {row['alasan']}" if row["alasan"] else ""
        parts.append(html("<span>{}</span>", _ROWS[kind] + why))
    if row["angka_lama"]:
        parts.append(html('<span class="bobot">angka lama diubah</span>'))
    cells = row["sel_berubah"] or ()
    shown = cells[:_CELLS_IN_SHORT] if short else cells
    parts += map(_cell, shown)
    if len(shown) < len(cells):
        left = words.number(len(cells) - len(shown))
        parts.append(html('<span class="redup kecil">dan {} sel lain</span>', left))
    return html('<div class="ganti">{}</div>', html("").join(parts))


def _cell(cell: Row) -> Html:
    before, now = _typed(cell["dulu_tertulis"]), _typed(cell["tertulis"])
    where = html('<span class="redup kecil">{}</span>', cell["sel"])
    return html("<span>{} {} {} {} {}</span>", cell["judul"], before, ARROW, now, where)


def _typed(value: str | None) -> Html:
    if value is None or not value.strip():
        return html('<span class="redup">kosong</span>')
    short = value if len(value) <= _LONGEST_CELL else value[:_LONGEST_CELL].rstrip() + "…"
    return html('<span class="mono">{}</span>', short)
