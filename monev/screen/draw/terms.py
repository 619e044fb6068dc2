"""Terms in the text of a page that open what they mean, as HTML: by mouse, keyboard and finger, without a script.

A piece of HTML is gone through once, when it is sent: the first of each term in it becomes a button, whose note stands
once at the foot of the page and opens over it, so nothing moves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from monev.screen.draw.abbreviations import pattern
from monev.screen.draw.elements import Row, expandable, table
from monev.screen.draw.html import Html, every, html

#: What nothing that is pressed may stand in: what is pressed itself, titles, what is folded away, and what is no text.
_CLOSED = {"a", "button", "summary", "details", "select", "label", "h1", "h2", "h3", "th", "pre", "kbd", "s"}
#: The same by the attributes of an element: hidden, spoken only, a picture, pressed as a whole, copied as it stands.
_CLOSED_BY = re.compile(
    r'\shidden\b|aria-hidden="true"|role="(?:img|timer)"|data-(?:pilih|uraian)=|'
    r'class="[^"]*\b(?:sr|mono|kode|strip|rel|pesan|lencana|utuh|bukti|tahap|singkatan|arti-istilah|tawaran|cetak)\b'
)
_VOID = {"br", "wbr", "img", "input", "hr"}
_TOKEN = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
#: Signs that stay with the word before them.
_BEHIND = re.compile(r"[.,;:!?)”]+")


@lru_cache(maxsize=64)
def opened(drawn: Html, known: tuple[str, ...]) -> Html:
    """The piece with the first of each of the `known` terms as what opens its meaning."""
    if not known or not pattern(known).search(drawn):
        return drawn
    left, closed, parts = set(known), [], []
    for token in _TOKEN.finditer(drawn):
        ends, name, more, text = token.groups()
        if text is not None:
            parts.append(text if closed else _marked(text, known, left))
            continue
        parts.append(token[0])
        if ends:
            if closed and closed[-1] == name:
                closed.pop()
        # Within what is closed only its own name is counted, to find where it ends.
        elif name not in _VOID and (name == closed[-1] if closed else name in _CLOSED or _CLOSED_BY.search(more)):
            closed.append(name)
    return Html("".join(parts))


def _marked(text: str, known: tuple[str, ...], left: set[str]) -> str:
    done, parts = 0, []
    for found in pattern(known).finditer(text):
        around = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
        if found[0] not in left or {"/", "-"} & {*around}:  # a part of a code is no word
            continue
        left.remove(found[0])
        behind = _BEHIND.match(text, found.end())
        end = behind.end() if behind else found.end()
        # What is cut out of HTML is HTML.
        button = html('<button type="button" class="istilah" popovertarget="{}">{}</button>',
                      _name(known, found[0]), Html(found[0]))  # fmt: skip
        whole = html('<span class="utuh">{}{}</span>', button, Html(behind[0])) if behind else button
        parts += [text[done : found.start()], whole]
        done = end
    return "".join([*parts, text[done:]])


def _name(known: Sequence[str], term: str) -> str:
    return f"istilah-{known.index(term) + 1}"


def notes(rows: Sequence[Row], known: tuple[str, ...], said: Collection[str]) -> Html:
    """The notes of the terms that were `said` on a page, all closed. Keys of the rows, those of one term behind each
    other: singkatan, kepanjangan, arti, dasar."""
    told = ((row["singkatan"], row["kepanjangan"], row["arti"], row["dasar"]) for row in rows)
    return _notes(tuple(row for row in told if row[0] in said), known)


@lru_cache(maxsize=64)
def _notes(told: tuple[tuple[str | None, ...], ...], known: tuple[str, ...]) -> Html:
    listed = groupby(told, lambda row: row[0])
    one = '<div popover id="{}" class="m arti-istilah">{}</div>'
    return every(one, ((_name(known, term), _meanings(of)) for term, of in listed))


def _meanings(rows: Iterable[tuple[str | None, ...]]) -> Html:
    one = '<p><b>{}</b> {}{}</p><p class="kecil">{}</p>'
    return every(one, ((term, name, _ground(ground), meaning) for term, name, meaning, ground in rows))


def _ground(said: str | None) -> Html:
    return html(' <small class="redup">({})</small>', said) if said else html("")


def listed(rows: Sequence[Row]) -> Html:
    """All terms as a table that opens on request; nothing without any."""
    columns = [("singkatan", "Istilah", "kode"), ("kepanjangan", "Kepanjangan", "teks"), ("arti", "Arti", "teks"),
               ("dasar", "Dasar", "teks")]  # fmt: skip
    return expandable("Daftar istilah", table(columns, rows, most=None)) if rows else html("")
