"""Parts of a page that are the same for all who look at the same numbers: drawn for the first, shown to the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from monev.screen import abbreviations, pieces
from monev.screen.page import Page

#: Parts kept in memory: of a few snapshots, for every role, on the screen and shown to a room; and of single kecamatan,
#: which never push those out.
KEPT, KEPT_NARROWED = 300, 60


def draw(page: Page, part: Callable[..., None], *of: object) -> None:
    """Draw `part(page, *of)`, once for all who look at the same numbers in the same role and mode.

    It may depend on nothing else, and may hold nothing that is pressed, chosen, or drawn again by itself. While the
    server watches its files (`make dev`), every page is drawn anew.
    """
    if st.get_option("server.fileWatcherType") == "none":
        drawn = _narrowed if page.kecamatan else _drawn
        met = drawn(f"{page.looks} {part.__module__} {part.__qualname__} {of!r}", page, part, of)
        abbreviations.add(met)
    else:
        pieces.draw(partial(part, page, *of))


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _drawn(looks: str, _page: Page, _part: Callable[..., None], _of: tuple[object, ...]) -> set[str]:
    """What was drawn here is what Streamlit draws again for the same `looks`; returns the abbreviations in it."""
    return abbreviations.within(pieces.draw, partial(_part, _page, *_of))


@st.cache_resource(max_entries=KEPT_NARROWED, show_spinner=False)
def _narrowed(looks: str, _page: Page, _part: Callable[..., None], _of: tuple[object, ...]) -> set[str]:
    return abbreviations.within(pieces.draw, partial(_part, _page, *_of))
