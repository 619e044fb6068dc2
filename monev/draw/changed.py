"""What changed in the sheets since an earlier snapshot, as HTML: row by row, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from monev import words
from monev.draw.elements import ARROW, Row, block, empty_state, expandable, link, rest, table, text

#: Letters of a typed cell that are shown; the rest is in the sheet.
_LONGEST_CELL = 40
#: Changes of one agency that are shown at once.
AT_ONCE = 8
#: Cells of one row that are shown where only the most important changes stand; those that numbers use come first.
_CELLS_IN_SHORT = 3

_ROWS = {
    "baru": "baris baru",
    "baru_tertahan": "baris baru, belum terbaca",
    "hilang": "tidak ada lagi",
    "kini_tertahan": "kini tidak terbaca",
    "kini_terbaca": "kini terbaca",
}
_TABS = {
    "tab_hilang": "Tab ini tidak terbaca sekarang; barisnya tidak dibandingkan.",
    "tab_terbaca": "Tab ini kini terbaca; barisnya belum ada pembandingnya.",
    "nihil": "Tab ini kini dinyatakan nihil.",
}
_COLUMNS = {
    "kolom_hilang": "Kolom {} tidak terbaca sekarang; isinya tidak dibandingkan.",
    "kolom_terbaca": "Kolom {} kini terbaca; isinya belum ada pembandingnya.",
}


def lines(rows: Sequence[Row], short: bool = False) -> str:
    """Changes in the given order, one per row of a sheet; `short`: each with its agency and its first cells only.

    Keys: ragam (a key of the tables above, or diubah), nama, judul_tab, judul_kolom, baris, dulu_baris, sebutan,
    alasan, angka_lama, sel_berubah (cells as judul, sel, dulu_tertulis, tertulis; or None), tautan.
    """
    return block("".join(_line(row, short) for row in rows), "temuan-daftar") if rows else ""


def by_agency(rows: Sequence[Row], hidden: int = 0) -> str:
    """The changes of one agency: the first ones, and more of them on request; `hidden` restricted rows are counted.

    Keys as for `lines`, and semua: how many there are of that agency, if more than these rows.
    """
    said = f"{words.number(hidden)} baris terbatas juga berubah; isinya tidak ditampilkan." if hidden else ""
    note = block(said, "kecil redup", "p") if said else ""
    if not rows:
        return note or empty_state("Tidak ada yang berubah di lembar ini.")
    others, total = rows[AT_ONCE:], rows[0].get("semua", len(rows))
    inner = lines(others) + rest(total, len(rows), "perubahan")
    more = expandable(f"{words.number(total - AT_ONCE)} perubahan lainnya", inner) if others else ""
    return lines(rows[:AT_ONCE]) + more + note


def agency_table(rows: Sequence[Row]) -> str:
    """How many rows of each agency's sheet changed, and how. Keys: nama, diubah, angka_lama, baru, hilang, tertahan,
    terbaca, tanggal_saja.
    """
    columns = [
        ("nama", "Lembaga", "teks"),
        ("diubah", "Diubah", "bil"),
        ("angka_lama", "Angka lama", "bil"),
        ("baru", "Baru", "bil"),
        ("hilang", "Tidak ada lagi", "bil"),
        ("tertahan", "Kini tidak terbaca", "bil"),
        ("terbaca", "Kini terbaca", "bil"),
        ("tanggal_saja", "Tanggalnya saja", "bil"),
    ]
    return table(columns, rows)


def _line(row: Row, short: bool) -> str:
    where = f"{row['nama']}, {row['judul_tab']}" if short else row["judul_tab"]
    if row["baris"] is None and row["dulu_baris"] is not None:
        where = f"semula di {where}"
    place = f'<div><div class="sel">{_place(row)}</div><div class="di">{text(where)}</div></div>'
    return f'<div class="temuan">{place}<div>{_said(row, short)}</div></div>'


def _place(row: Row) -> str:
    if row["baris"] is None and row["dulu_baris"] is None:
        return "kolom" if row["judul_kolom"] else "tab"
    return f"baris {row['dulu_baris'] if row['baris'] is None else row['baris']}"


def _said(row: Row, short: bool) -> str:
    kind = row["ragam"]
    opened = link(row["tautan"], "Buka sel" if row["sel_berubah"] else "Buka lembar", "kecil")
    opened = opened if row["tautan"] and kind not in ("hilang", "tab_hilang") else ""
    if kind in _TABS or kind in _COLUMNS:
        said = _TABS.get(kind) or _COLUMNS[kind].format(row["judul_kolom"])
        return f'<div class="ganti"><span>{text(said)}</span>{opened}</div>'
    parts = []
    if kind in _ROWS:
        why = f": {row['alasan']}" if row["alasan"] else ""
        parts.append(f"<span>{text(_ROWS[kind] + why)}</span>")
    if row["angka_lama"]:
        parts.append('<span class="bobot">angka lama diubah</span>')
    head = f'<div class="ganti"><b>{text(row["sebutan"])}</b>{"".join(parts)}{opened}</div>'
    cells = row["sel_berubah"] or ()
    shown = cells[:_CELLS_IN_SHORT] if short else cells
    more = f'<span class="redup kecil">dan {words.number(len(cells) - len(shown))} sel lain</span>'
    said = "".join(map(_cell, shown)) + (more if len(shown) < len(cells) else "")
    return head + (f'<div class="ganti">{said}</div>' if said else "")


def _cell(cell: Row) -> str:
    before, now = _typed(cell["dulu_tertulis"]), _typed(cell["tertulis"])
    where = f'<span class="redup kecil">{text(cell["sel"])}</span>'
    return f"<span>{text(cell['judul'])} {before} {ARROW} {now} {where}</span>"


def _typed(value: str | None) -> str:
    if value is None or not value.strip():
        return '<span class="redup">kosong</span>'
    short = value if len(value) <= _LONGEST_CELL else value[:_LONGEST_CELL].rstrip() + "…"
    return f'<span class="mono">{text(short)}</span>'
