"""The line that says what was just kept, until it has reached the sheet."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from monev.screen import sync_status
from monev.screen.decision_form import changes, sentence_field
from monev.screen.decision_form.changes import SAID
from monev.screen.decision_form.refresh import look_again
from monev.screen.draw import decision_form
from monev.screen.page import Page, show
from monev.words import clock

#: How long a page says that a decision was kept, and how long at most while it is on its way.
TOLD, ON_ITS_WAY = dt.timedelta(seconds=12), dt.timedelta(minutes=1)
UNWRITABLE = "Folder data di server belum dapat ditulisi, jadi keputusan ini BELUM tercatat."


def said() -> bool:
    """Whether there is something to say."""
    return bool(st.session_state.get(SAID))


def line(page: Page, correct: changes.Act) -> None:
    """What was kept, how far it is, and the ways to change it; nothing where that was told long enough."""
    changes.anew()
    if not said():
        return
    id, since, waited = st.session_state[SAID]
    rows, _ = sync_status.recorded(page.numbers)
    row = next((row for row in rows if row["id"] == id), None)
    asked = changes.asked(changes.LINE)
    waiting = row is not None and row["kiriman"] in changes.WAITING
    if waited and not waiting:
        # From now on it is told as usual, and what had to be decided says above that it was.
        st.session_state[SAID] = id, clock.now(), False
        st.rerun()
    if row is None or not (asked or clock.now() - since < (ON_ITS_WAY if waiting else TOLD)):
        st.session_state.pop(SAID)
        return
    beside = {"horizontal": True, "vertical_alignment": "center", "gap": "small"}
    with st.container(key="catat"), st.container(key="catat-garis", **beside):
        show(decision_form.kept(row))
        if changes.changeable(page, row):
            changes.ways(page, id, changes.LINE, correct)
    sentence_field.forget()
    look_again(changes.LINE, waiting)
