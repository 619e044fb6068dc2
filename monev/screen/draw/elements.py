"""What every page is built from, as HTML: marks, headings, decisions, tables.

Functions take rows as the queries return them (dicts; None where nothing is known) and return one string for
`st.html`. Everything that comes from a row is escaped by how it gets there (html.py), since sheets are typed by many
hands. What is called `inner` is HTML; a mere text in its place is escaped like any other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from monev.screen.draw.html import Html, every, html, safe
from monev.words import place as called, words
from monev.words.spoken import BOLD

Row = Mapping[str, Any]

#: Lines of a list, and rows of a table, that are drawn; the others are counted, and all of them are in a hand-out.
MOST_LINES, MOST_ROWS = 12, 20

#: What no line may end within: "PKM-05", "Rp15,0 miliar", "8 November".
_MONTHS = "|".join(words.date_spoken(dt.date(2024, month, 1)).partition(" ")[2] for month in range(1, 13))
_SCALES = "|".join(name for *_, name in words.SCALES)
_WHOLE = re.compile(rf"\b(?:[A-Z]+-\d+|Rp[\d.,]*\d(?: (?:{_SCALES}))?|\d{{1,2}} (?:{_MONTHS}))\b")

ARROW = html('<i class="ikon ke" role="img" aria-label="menjadi"></i>')


def breakable(value: object) -> Html:
    """A value in a column, which would become as wide as its longest word: what is none may break."""
    pieces = re.split(r"(\S{31,})", str(value))
    return html("").join(
        html("<wbr>").join(re.findall(".{1,10}", piece)) if place % 2 else unbroken(piece)
        for place, piece in enumerate(pieces)
    )


def unbroken(value: object) -> Html:
    """A value that may need more than one line: codes such as H-1 or PKM-05, and amounts, stay in one piece."""
    return Html(_WHOLE.sub(r'<span class="utuh">\g<0></span>', safe(value)))


def emphasis(value: object) -> Html:
    """As `unbroken` for sentences: **pairs** set bold."""
    return Html(BOLD.sub(r"<b>\1</b>", unbroken(value)))


def block(inner: object, kind: str = "", tag: str = "div", style: str = "") -> Html:
    """One piece of the page; `m` is what look.css hangs on, `style` sets its variables ("--n:5")."""
    css = html(' style="{}"', style) if style else ""
    return html('<{} class="{}"{}>{}</{}>', tag, f"m {kind}".strip(), css, inner, tag)


def link(address: object, inner: object, kind: str = "") -> Html:
    """A link. An address that is no web address or path of this site leaves only the inner part."""
    target = str(address or "").strip()
    if not re.match(r"https?://[^\s]|/(?![/\\])|\?|#", target):
        return safe(inner)
    style = html(' class="{}"', kind) if kind else ""
    if not target.startswith("http"):
        return html('<a{} href="{}" target="_self">{}</a>', style, target, inner)
    outside = '<a{} href="{}" target="_blank" rel="noopener">{}&nbsp;<i class="ikon"></i></a>'
    return html(outside, style, target, inner)


def mark(status: str, agenda: str = "") -> Html:
    """The sign of a status, with its word for those who do not see it."""
    sign = '<span class="tanda" data-s="{}" role="img" aria-label="{}"></span>'
    return html(sign, status, words.status_word(status, agenda))


def badge(status: str, agenda: str = "") -> Html:
    """A status as sign, word and colour."""
    sign = html('<span class="tanda" data-s="{}" aria-hidden="true"></span>', status)
    said = words.status_word(status, agenda)
    return html('<span class="lencana" data-s="{}">{}<span>{}</span></span>', status, sign, said)


def sentence(value: object) -> Html:
    """The sentence that leads a page."""
    return block(emphasis(value), "kalimat", "p")


def title(value: object) -> Html:
    """The sentence that leads a page which has no other title."""
    return block(html('<h1 class="kalimat">{}</h1>', unbroken(value)))


def heading(row: Row) -> Html:
    """Status, number and title of an agenda point, and its sentence.

    Keys: nomor, judul, status, kalimat; agenda (the code by which green is called Siap or Aman); tempat: the kecamatan
    that it is about, where it is about one.
    """
    number = html("<b>{}</b> ", row["nomor"]) if row.get("nomor") is not None else ""
    place = html(" <small>{}</small>", called.short(row["tempat"])) if row.get("tempat") else ""
    title = html('<h1 class="agenda">{}{}{}</h1>', number, row["judul"], place)
    status = badge(row["status"], row.get("agenda") or "") if row.get("status") else ""
    said = html('<p class="kalimat">{}</p>', emphasis(row["kalimat"])) if row.get("kalimat") else ""
    return block(html('<div class="baris">{}{}</div>{}', status, title, said), "kepala")


def section(title: object, aside: object = "", address: object = None, more: Html | str = "") -> Html:
    """The title of a part of the page under its rule; `aside` stands at the right, as a link if it has
    one; `more` is pressed beside it.
    """
    side = html('<small class="kecil">{}</small>', link(address, aside)) if aside else ""
    return block(html("<h2><span>{}</span>{}</h2>{}", title, side, more))


def rest(total: int, most: int, what: str) -> Html:
    """What stands below a list of which only the first `most` are drawn: how many more there are of `what` (a noun),
    and where all of them are; nothing where there are no more.
    """
    if total <= most:
        return html("")
    more = "dan {} {} lainnya; semuanya di berkas Semua tabel, halaman {}"
    return block(html(more, words.number(total - most), what, link("/bahan", "Bahan")), "kecil redup", "p")


def counted(shown: int, total: int, what: str) -> str:
    """How many of all stand below a heading: "4 dari 15 angka"; all of them: "15 angka"."""
    part = f"{words.number(shown)} dari " if shown < total else ""
    return f"{part}{words.number(total)} {what}"


def table(
    columns: Sequence[Sequence[str]],
    rows: Iterable[Row],
    empty: str = "Belum ada baris.",
    most: int | None = MOST_ROWS,
    what: str = "baris",
) -> Html:
    """A table; on a phone each row becomes a short list under its first cell. Of more than `most` rows the others are
    counted, as so many of `what`, and a remark among them stays (a row with nothing but its first cell); None where
    there are as many rows as the contracts have it, however much is reported.

    Columns are (key, title, kind); kind is a type of the contracts (bil, rp, tgl, ...), persen, tgl-pendek
    (without year), status, kode (kept in one line) or teks.
    """
    rows = list(rows)
    if not rows:
        return empty_state(empty)
    head = every('<th scope="col"{}>{}</th>', ((_side(kind), title) for _, title, kind in columns))
    shown = rows if most is None else rows[:most] + [row for row in rows[most:] if _lone(columns, row)]
    body = every("<tr{}>{}</tr>", ((_lone(columns, row), _cells(columns, row)) for row in shown))
    whole = html('<table class="tabel"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>', head, body)
    return block(whole) + rest(len(rows), len(shown), what)


def _cells(columns: Sequence[Sequence[str]], row: Row) -> Html:
    drawn = ((_side(kind), title, cell(row.get(key), kind)) for key, title, kind in columns)
    return every('<td{} data-judul="{}"><span>{}</span></td>', drawn)


def _lone(columns: Sequence[Sequence[str]], row: Row) -> Html:
    """Marks a row of which only the first cell says something: a phone need not list the others."""
    alone = all(row.get(key) in (None, "") for key, *_ in columns[1:])
    return html(' class="sendiri"') if alone else html("")


def _side(kind: str) -> Html:
    if kind == "kode":
        return html(' class="kode-sel"')
    return html(' class="kanan"') if kind in ("bil", "rp", "persen") else html("")


def cell(value: object, kind: str) -> Html:
    """One value of a table as HTML, by its kind; an unknown value is a dash with its meaning for a screen
    reader.
    """
    if value is None or value == "":
        return html('<span class="redup" role="img" aria-label="belum diketahui">–</span>')
    if kind == "status":
        return html("{} {}", mark(str(value)), words.status_word(str(value), ""))
    formats = {
        "bil": words.number,
        "rp": words.rupiah_full,
        "persen": words.percent,
        "tgl": words.date_medium,
        "tgl-pendek": words.date_short,
    }
    if kind in formats:
        return safe(formats[kind](value))
    if isinstance(value, bool):
        return html("ya") if value else html("tidak")
    if isinstance(value, (list, tuple)):
        return breakable(words.listing([str(part) for part in value]))
    return breakable(value)


def note(title: str, value: object) -> Html:
    """One line beside a picture: its title in bold, then what is to be said."""
    return block(html("<b>{}</b> {}", title, value), "kecil", "p")


def code(value: object) -> Html:
    """A text in which every blank counts, such as a query."""
    return html('<pre class="kode-teks" tabindex="0">{}</pre>', value)


def empty_state(value: object) -> Html:
    """Said in the place of something that has no rows."""
    return block(value, "kosong-teks", "p")


def expandable(summary: object, inner: object) -> Html:
    """A part that opens on request."""
    return block(html("<summary>{}</summary><div>{}</div>", summary, inner), "buka", "details")
