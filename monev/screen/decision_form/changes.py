"""What was recorded in this meeting, with the ways to put it right or take it back as long as that can be."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from monev.meeting import change
from monev.screen import sync_status
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right
from monev.screen.decision_form.refresh import look_again
from monev.screen.draw import decision_form, promises
from monev.screen.page import Page, show
from monev.snapshot import store
from monev.words import clock

log = logging.getLogger("monev")

#: What a visit keeps: about the withdrawal of which decision it is asked, and where; why one could not be changed; that
#: the whole page has to be drawn anew, since another part of it changed as well.
_ASKED, _FAILED, _WHOLE = "catat_tarik_tanya", "catat_ubah_galat", "catat_seluruh"
#: And the id of what was just kept, with since when that is said, and whether it was on its way until now.
SAID = "catat_hasil"
#: Where the ways to change a decision stand: in the list of a page, and in the line that says what was kept.
LIST, LINE = "daftar", "garis"
UNWRITABLE = "Folder data di server belum dapat ditulisi, jadi perubahan ini BELUM tercatat."

#: How far a decision is while it is on its way to the sheet.
WAITING = ("menunggu", "terkendala")

#: What is done with the id of a decision.
Act = Callable[[str], None]


def listed(page: Page, correct: Act) -> None:
    """What was recorded for this meeting, the newest first; `correct` opens the form for one of it."""
    anew()
    rows, [waiting] = sync_status.recorded(page.numbers)
    today = clock.now().date()
    open_ones = [row["id"] for row in rows if changeable(page, row)]
    show(promises.unsent(waiting, today))
    if not open_ones:
        show(promises.recorded(rows, waiting, today))
    with st.container(gap=None, key="dicatat"):
        for row in rows if open_ones else ():
            show(promises.recorded([row], waiting, today))
            if row["id"] in open_ones:
                ways(page, row["id"], LIST, correct)
    look_again(LIST, any(row["kiriman"] in WAITING for row in rows))


def changeable(page: Page, row: Mapping[str, Any]) -> bool:
    """Whether the person in front of the page may still change a decision (a row of tindak_lanjut/dicatat)."""
    return (
        page.person.may(Right.RECORD)
        and not row["ditarik"]
        and change.changeable(page.folder, row["tanggal_rapat"], row["dicatat"], clock.now())
    )


def ways(page: Page, id: str, where: str, correct: Act) -> None:
    """The two buttons of a decision; in their place the question whether it is really to be withdrawn."""
    state = st.session_state
    with st.container(horizontal=True, gap="small", key=f"ubahan-{where}-{id}", vertical_alignment="center"):
        if state.get(_ASKED) == (where, id):
            show(decision_form.ask_withdrawal())
            st.button("Tarik", key=f"tarik_ya_{where}_{id}", on_click=_withdraw, args=(page, id, where))
            st.button("Batal", key=f"tarik_batal_{where}_{id}", on_click=_ask, args=(None,))
        else:
            st.button("Ubah", key=f"ubah_{where}_{id}", type="tertiary", on_click=_correct,
                      args=(page, id, where, correct))  # fmt: skip
            st.button("Tarik", key=f"tarik_{where}_{id}", type="tertiary", on_click=_ask, args=((where, id),))
    if state.get(_FAILED, ("",))[0] == id:
        show(decision_form.refused(state[_FAILED][1]))


def asked(where: str) -> bool:
    """Whether somebody is being asked here about a withdrawal."""
    return (st.session_state.get(_ASKED) or ("",))[0] == where


def anew() -> None:
    """Draw the whole page anew where a press in this part changed other parts of it as well."""
    if st.session_state.pop(_WHOLE, False):
        st.rerun()


def whole() -> None:
    """Draw the whole page anew after this part of it."""
    st.session_state[_WHOLE] = True


def say(id: str) -> None:
    """This decision was just kept: the line at the foot says so."""
    st.session_state[SAID] = id, clock.now(), True


def fail(id: str, why: str) -> None:
    """This decision could not be changed."""
    st.session_state[_FAILED] = id, why


def _ask(which: tuple[str, str] | None) -> None:
    """Callback: ask about the withdrawal of this one, or of none."""
    st.session_state[_ASKED] = which
    st.session_state.pop(_FAILED, None)


def _correct(page: Page, id: str, where: str, correct: Act) -> None:
    """Callback: open the form for this decision, or say why it cannot be changed."""
    _ask(None)
    if not gate.allowed(page.person, Right.RECORD):
        return
    try:
        correct(id)
    except ValueError as error:
        fail(id, str(error))
    if where == LIST:
        whole()


def _withdraw(page: Page, id: str, where: str) -> None:
    """Callback: take this decision back, or say why it cannot be."""
    _ask(None)
    if not gate.allowed(page.person, Right.RECORD):
        return
    try:
        change.withdraw(page.folder, id, clock.now())
    except (ValueError, store.StoreError) as error:
        fail(id, str(error))
    except OSError as error:
        log.error("Keputusan belum dapat ditarik: %s", error)
        fail(id, UNWRITABLE)
    else:
        log.info("Keputusan %s ditarik.", id)
        gate.note(page.person, audit.WITHDREW, id)
        if where == LINE:
            say(id)
    whole()
