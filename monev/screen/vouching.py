"""The button by which an agency says that its data are right, and what was said so far."""

from __future__ import annotations

import logging

import streamlit as st

from monev.meeting import vouching
from monev.screen import sync_status
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right
from monev.screen.draw import vouched as drawn
from monev.screen.fragment import fragment
from monev.screen.page import Page, show
from monev.snapshot import store
from monev.words import clock

log = logging.getLogger("monev")

#: Where a visit keeps why its word could not be kept.
_FAILED = "benar_galat"
LABEL = "Data ini benar"


@fragment(run_every=sync_status.EVERY, key="data-benar")
def panel(page: Page, agency: str) -> None:
    """What the `agency` said of its data before the meeting; the button for whoever may say it."""
    row = next((row for row in page.vouched if row["instansi"] == agency), None)
    if row is None:  # a meeting of before anybody was asked
        return
    with st.container(horizontal=True, vertical_alignment="center", key="data-benar"):
        fresh = page.held.meeting is None and row["isi"] is not None and row["keadaan"] != "benar"
        if page.person.vouches(agency) and fresh:
            st.button(LABEL, type="primary", key="benar", on_click=_vouch, args=(page, agency))
        show(drawn.of_agency(row, clock.now().date()))
    if st.session_state.get(_FAILED):
        show(drawn.refused(st.session_state[_FAILED]))


def _vouch(page: Page, agency: str) -> None:
    """Callback: keep what was said, of the numbers on this screen."""
    if not page.person.vouches(agency) or not gate.allowed(page.person, Right.VOUCH):
        return
    st.session_state[_FAILED] = ""
    try:
        [row] = [row for row in sync_status.vouched(page.numbers) if row["instansi"] == agency]
        id = vouching.vouch(page.folder, row, page.person.role, clock.now())
    except (ValueError, store.StoreError) as error:
        st.session_state[_FAILED] = str(error)
        return
    except OSError as error:
        log.error("Pernyataan belum dapat disimpan: %s", error)
        st.session_state[_FAILED] = "Folder data di server belum dapat ditulisi, jadi ini BELUM tersimpan."
        return
    log.info("Data %s dinyatakan benar: %s.", agency, id)
    gate.note(page.person, audit.VOUCHED, id)
