"""The pieces of a part of a page in their order: HTML that stands together is sent as one block, since each one costs.

While a part is gathered, nothing may be drawn but by `show`, `add` and `columns`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from itertools import groupby

import streamlit as st

from monev.screen import abbreviations
from monev.screen.draw import arrangement, terms
from monev.screen.draw.html import Html, html

#: HTML, or what Streamlit draws itself.
Piece = Html | Callable[[], None]
#: Where pieces go while a part is gathered.
_GATHERED: ContextVar[list[Piece] | None] = ContextVar("pieces", default=None)


def add(piece: Piece) -> None:
    """One more piece; drawn at once where nothing is gathered. A mere text is none: what html.py made, or a call."""
    gathered = _GATHERED.get()
    if gathered is None:
        _send([piece])
    else:
        gathered.append(piece)


def show(*parts: object) -> None:
    """Pieces of HTML as one, and what is a mere text as such; nothing where all are empty."""
    whole = html("").join(parts)
    if whole:
        add(whole)
        abbreviations.hear(whole)


def columns(widths: Sequence[float], parts: Sequence[Callable[[], None]]) -> None:
    """Parts beside each other, each as wide as its share of `widths`."""
    if _GATHERED.get() is None:
        for column, part in zip(_side_by_side(widths), parts, strict=True):
            with column:
                part()
        return
    sides = [_gather(part) for part in parts]
    if all(isinstance(piece, Html) for pieces in sides for piece in pieces):
        add(arrangement.beside(widths, sides))
    else:
        add(lambda: _columns(widths, sides))


def draw(part: Callable[[], None]) -> None:
    """Draw a part, what is HTML in it in as few blocks as can be."""
    _send(_gather(part))


def _gather(part: Callable[[], None]) -> list[Piece]:
    found: list[Piece] = []
    before = _GATHERED.set(found)
    try:
        part()
    finally:
        _GATHERED.reset(before)
    return found


def _send(pieces: Sequence[Piece]) -> None:
    for written, run in groupby(pieces, lambda piece: isinstance(piece, Html)):
        if written:
            st.html(terms.opened(arrangement.below(list(run)), abbreviations.opened()))
        else:
            for piece in run:
                piece()


def _columns(widths: Sequence[float], sides: Sequence[Sequence[Piece]]) -> None:
    for column, pieces in zip(_side_by_side(widths), sides, strict=True):
        with column:
            _send(pieces)


def _side_by_side(widths: Sequence[float]) -> list:
    return st.columns(widths, gap="medium")
