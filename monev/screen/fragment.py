"""Parts of a page that are run again by themselves, each alone in a place of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

#: A part of a page; what it is given it keeps until the page runs again.
Part = Callable[..., None]


def fragment(run_every: float | None = None, key: str | None = None) -> Callable[[Part], Part]:
    """As `st.fragment`, in a container that holds nothing else.

    Where a fragment runs before its page was sent, Streamlit throws away what it has drawn so far. Among its neighbours
    that leaves a gap, at which the browser ends the page ("Bad delta path index"); alone it leaves none.
    """

    def alone(part: Part) -> Part:
        again = st.fragment(part, run_every=run_every, key=key)

        @wraps(part)
        def drawn(*of: object) -> None:
            with st.container():
                again(*of)

        return drawn

    return alone
