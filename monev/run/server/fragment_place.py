"""Where a fragment stands on its page, which Streamlit copies twice for each fragment of each run: copied by hand.

Streamlit 1.67 has Python's `deepcopy` find out, object by object, what it has before it: a tenth of what our pages cost
the server. A place is a few numbers that never change themselves, so a copy that shares them is as deep as any.
"""

from __future__ import annotations

from copy import deepcopy

from streamlit.cursor import Cursor


def remember() -> None:
    """From now on places are copied so."""
    Cursor.__deepcopy__ = _copied


def _copied(place: Cursor, memo: dict) -> Cursor:
    """The place, with its own list of what is shown there for a moment only."""
    same = place.__class__.__new__(place.__class__)
    same.__dict__.update(place.__dict__)
    of_a_moment = place._transient_elements
    same._transient_elements = deepcopy(of_a_moment, memo) if len(of_a_moment) else of_a_moment.__class__()
    return same
