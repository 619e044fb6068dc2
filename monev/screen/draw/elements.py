"""What every page is built from, as HTML: marks, headings, decisions, tables.

Functions take rows as the queries return them (dicts; None where nothing is known) and return one string for
`st.html`. Everything that comes from a row is escaped, since sheets are typed by many hands.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from monev.words import words
from monev.words.safe_text import legible

Row = Mapping[str, Any]

#: Lines of a list, and rows of a table, that are drawn; the others are counted, and all of them are in a hand-out.
MOST_LINES, MOST_ROWS = 12, 20

#: What no line may end within: "ASN-05", "Rp15,0 miliar", "8 November".
_MONTHS = "|".join(words.date_spoken(dt.date(2024, month, 1)).partition(" ")[2] for month in range(1, 13))
_SCALES = "|".join(name for *_, name in words.SCALES)
_WHOLE = re.compile(rf"\b(?:[A-Z]+-\d+|Rp[\d.,]*\d(?: (?:{_SCALES}))?|\d{{1,2}} (?:{_MONTHS}))\b")

ARROW = '<i class="ikon ke" role="img" aria-label="menjadi"></i>'


def text(value: object) -> str:
    """Any value as text that is safe inside HTML and inside a quoted attribute; None is empty."""
    return html.escape(legible(value))


def breakable(value: object) -> str:
    """As `text` in a column, which would become as wide as its longest word: what is none may break."""
    pieces = re.split(r"(\S{31,})", str(value))
    return "".join(
        "<wbr>".join(text(part) for part in re.findall(".{1,10}", piece)) if place % 2 else unbroken(piece)
        for place, piece in enumerate(pieces)
    )


def unbroken(value: object) -> str:
    """As `text` for what may need more than one line: codes such as H-1 or ASN-05, and amounts, stay in one piece."""
    return _WHOLE.sub(r'<span class="utuh">\g<0></span>', text(value))


def emphasis(value: object) -> str:
    """As `unbroken` for sentences: **pairs** set bold."""
    return re.sub(r"\*\*((?:[^*]|\*(?!\*))+)\*\*", r"<b>\1</b>", unbroken(value))


def block(inner: str, kind: str = "", tag: str = "div", style: str = "") -> str:
    """One piece of the page; `m` is what look.css hangs on, `style` sets its variables ("--n:5")."""
    css = f' style="{style}"' if style else ""
    return f'<{tag} class="{f"m {kind}".strip()}"{css}>{inner}</{tag}>'


def link(address: object, inner: str, kind: str = "") -> str:
    """A link around HTML. An address that is no web address or path of this site leaves only the inner
    part.
    """
    target = str(address or "").strip()
    if not re.match(r"https?://[^\s]|/(?![/\\])|\?|#", target):
        return inner
    style = f' class="{kind}"' if kind else ""
    if not target.startswith("http"):
        return f'<a{style} href="{text(target)}" target="_self">{inner}</a>'
    icon = '&nbsp;<i class="ikon"></i>'
    return f'<a{style} href="{text(target)}" target="_blank" rel="noopener">{inner}{icon}</a>'


def mark(status: str, agenda: str = "") -> str:
    """The sign of a status, with its word for those who do not see it."""
    return f'<span class="tanda" data-s="{text(status)}" role="img" aria-label="{_word(status, agenda)}"></span>'


def badge(status: str, agenda: str = "") -> str:
    """A status as sign, word and colour."""
    sign = f'<span class="tanda" data-s="{text(status)}" aria-hidden="true"></span>'
    return f'<span class="lencana" data-s="{text(status)}">{sign}<span>{_word(status, agenda)}</span></span>'


def _word(status: str, agenda: str) -> str:
    return text(words.status_word(status, agenda))


def sentence(value: object) -> str:
    """The sentence that leads a page."""
    return block(emphasis(value), "kalimat", "p")


def title(value: object) -> str:
    """The sentence that leads a page which has no other title."""
    return block(f'<h1 class="kalimat">{unbroken(value)}</h1>')


def heading(row: Row) -> str:
    """Status, number and title of an agenda point, and its sentence.

    Keys: nomor, judul, status, kalimat; agenda (the code by which green is called Siap or Aman).
    """
    number = f"<b>{text(row['nomor'])}</b> " if row.get("nomor") is not None else ""
    title = f'<h1 class="agenda">{number}{text(row["judul"])}</h1>'
    status = badge(row["status"], row.get("agenda") or "") if row.get("status") else ""
    said = f'<p class="kalimat">{emphasis(row["kalimat"])}</p>' if row.get("kalimat") else ""
    return block(f'<div class="baris">{status}{title}</div>{said}', "kepala")


def section(title: object, aside: object = "", address: object = None) -> str:
    """The title of a part of the page under its rule; `aside` stands at the right, as a link if it has
    one.
    """
    side = f'<small class="kecil">{link(address, text(aside))}</small>' if aside else ""
    return block(f"<h2><span>{text(title)}</span>{side}</h2>")


def rest(total: int, most: int, what: str) -> str:
    """What stands below a list of which only the first `most` are drawn: how many more there are of `what` (a noun),
    and where all of them are; nothing where there are no more.
    """
    if total <= most:
        return ""
    where = link("/bahan", "Bahan")
    more = f"dan {words.number(total - most)} {text(what)} lainnya; semuanya di berkas Semua tabel, halaman {where}"
    return block(more, "kecil redup", "p")


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
) -> str:
    """A table; on a phone each row becomes a short list under its first cell. Of more than `most` rows the others are
    counted, as so many of `what`, and a remark among them stays (a row with nothing but its first cell); None where
    there are as many rows as the contracts have it, however much is reported.

    Columns are (key, title, kind); kind is a type of the contracts (bil, rp, tgl, ...), persen, tgl-pendek
    (without year), status, kode (kept in one line) or teks.
    """
    rows = list(rows)
    if not rows:
        return empty_state(empty)
    head = "".join(f'<th scope="col"{_side(kind)}>{text(title)}</th>' for _, title, kind in columns)
    shown = rows if most is None else rows[:most] + [row for row in rows[most:] if _lone(columns, row)]
    body = "".join(
        f"<tr{_lone(columns, row)}>"
        + "".join(
            f'<td{_side(kind)} data-judul="{text(title)}"><span>{cell(row.get(key), kind)}</span></td>'
            for key, title, kind in columns
        )
        + "</tr>"
        for row in shown
    )
    drawn = block(f'<table class="tabel"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')
    return drawn + rest(len(rows), len(shown), what)


def _lone(columns: Sequence[Sequence[str]], row: Row) -> str:
    """Marks a row of which only the first cell says something: a phone need not list the others."""
    return ' class="sendiri"' if all(row.get(key) in (None, "") for key, *_ in columns[1:]) else ""


def _side(kind: str) -> str:
    if kind == "kode":
        return ' class="kode-sel"'
    return ' class="kanan"' if kind in ("bil", "rp", "persen") else ""


def cell(value: object, kind: str) -> str:
    """One value of a table as HTML, by its kind; an unknown value is a dash with its meaning for a screen
    reader.
    """
    if value is None or value == "":
        return '<span class="redup" role="img" aria-label="belum diketahui">–</span>'
    if kind == "status":
        return f"{mark(str(value))} {_word(str(value), '')}"
    formats = {
        "bil": words.number,
        "rp": words.rupiah_full,
        "persen": words.percent,
        "tgl": words.date_medium,
        "tgl-pendek": words.date_short,
    }
    if kind in formats:
        return text(formats[kind](value))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, (list, tuple)):
        return breakable(words.listing([str(part) for part in value]))
    return breakable(value)


def note(title: str, value: object) -> str:
    """One line beside a picture: its title in bold, then what is to be said."""
    return block(f"<b>{text(title)}</b> {text(value)}", "kecil", "p")


def code(value: object) -> str:
    """A text in which every blank counts, such as a query."""
    return f'<pre class="kode-teks" tabindex="0">{text(value)}</pre>'


def empty_state(value: object) -> str:
    """Said in the place of something that has no rows."""
    return block(text(value), "kosong-teks", "p")


def expandable(summary: object, inner: str) -> str:
    """A part that opens on request; `inner` is HTML made by this module or its sisters."""
    return block(f"<summary>{text(summary)}</summary><div>{inner}</div>", "buka", "details")
