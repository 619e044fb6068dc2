"""Mode Rapat: whether a visit shows its pages to a room, and on which point of the meeting the room is.

All of it is in the address; the session only remembers the time that was used when the mode is left for a while.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import streamlit as st

from monev.screen import stopwatch
from monev.screen.stopwatch import Clock

#: The parts of the address: ?mode=rapat, and the clock.
MODE, ON, CLOCK = "mode", "rapat", "waktu"
#: Where a visit keeps the points of the course (names of pages, in order), the page it is on, and the clock while the
#: mode is left.
_POINTS, _PAGE, _LEFT = "acara", "halaman", "waktu_rapat"


def on() -> bool:
    """Whether this visit shows its pages to a room."""
    return st.query_params.get(MODE) == ON


def stand(points: Sequence[str], page: str) -> None:
    """Remember which points the meeting has and which page this is; for the callbacks, which run before a page does."""
    st.session_state[_POINTS], st.session_state[_PAGE] = [*points], page


def toggle() -> None:
    """Callback: into the mode, or out of it; the page stays.

    One change of the address each, so that Back undoes just that. The clock stays in it: the meeting goes on.
    """
    if on():
        st.session_state[_LEFT] = st.query_params.get(CLOCK, "")
        del st.query_params[MODE]
    else:
        st.query_params.update({MODE: ON, CLOCK: str(_clock(st.session_state[_PAGE]))})


def running(page: str) -> Clock:
    """The clock of the meeting on `page`; the address holds it from then on, where the meeting has points at all."""
    found = _clock(page)
    if found.used and str(found) != st.query_params.get(CLOCK):
        st.query_params[CLOCK] = str(found)
    return found


def _clock(page: str) -> Clock:
    """The clock in the address, else that from before the mode was left, else a new one; a page that is a point of the
    meeting is the point that runs.
    """
    points, at = st.session_state[_POINTS], int(time.time())
    texts = (st.query_params.get(CLOCK, ""), st.session_state.get(_LEFT, ""))
    here = points.index(page) if page in points else None
    kept = [found for text in texts if (found := stopwatch.read(text, len(points), at))]
    found = kept[0] if kept else stopwatch.begun(here or 0, len(points), at)
    return found if here is None else found.turned(here, at)


def again() -> None:
    """Callback: count the running point from the beginning."""
    st.query_params[CLOCK] = str(_clock(st.session_state[_PAGE]).anew(int(time.time())))


def carried(page: str) -> dict[str, str]:
    """What the address of `page` has to hold so that a visit stays in the mode; nothing where it is not in it."""
    return {MODE: ON, CLOCK: str(_clock(page))} if on() else {}
