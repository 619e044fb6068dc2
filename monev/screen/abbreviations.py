"""Which abbreviations a page has used so far, also in parts of it that were drawn for somebody else before."""

from __future__ import annotations

from collections.abc import Callable, Collection

import streamlit as st

from monev.screen.draw import abbreviations

#: Where a run keeps those that it knows, and those that it has met.
_KNOWN, _SAID, _OPENED = "singkatan_dikenal", "singkatan_dipakai", "istilah_dibuka"


def begin(known: tuple[str, ...], opened: bool = True) -> None:
    """A page opens; these are the abbreviations that can be spelled out, and whether they can be `opened` where they
    stand: a room reads on undisturbed."""
    st.session_state[_KNOWN], st.session_state[_SAID] = known, set()
    st.session_state[_OPENED] = known if opened else ()


def opened() -> tuple[str, ...]:
    """Those that can be opened where they stand."""
    return st.session_state.get(_OPENED, ())


def hear(drawn: str) -> None:
    """A piece of HTML, or the alternative text of a picture, stands on the page."""
    add(abbreviations.found(drawn, st.session_state.get(_KNOWN, ())))


def add(said: Collection[str]) -> None:
    """These were met in a part of the page."""
    known = st.session_state.get(_SAID, set())
    if not known.issuperset(said):
        st.session_state[_SAID] = known.union(said)


def within(part: Callable[..., None], *of: object) -> set[str]:
    """Draw `part(*of)`; what was met in it alone, for whoever is shown the part again without its being drawn."""
    before = st.session_state.get(_SAID, set())
    st.session_state[_SAID] = set()
    part(*of)
    met = st.session_state[_SAID]
    st.session_state[_SAID] = before
    return met


def said() -> set[str]:
    """All that were met on the page."""
    return st.session_state.get(_SAID, set())
