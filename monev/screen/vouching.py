"""The button by which an agency says that its data are right, and what was said so far."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from monev.meeting import vouching
from monev.screen import sync_status
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right
from monev.screen.draw import vouched as drawn
from monev.screen.fragment import fragment
from monev.screen.page import Page, show
from monev.snapshot import store
from monev.words import clock, vouched

log = logging.getLogger("monev")

#: Where a visit keeps why its word could not be kept, and of which agency it is asked whether it says so all the same.
_FAILED, _ASKED = "benar_galat", "benar_tanya"
LABEL, ALL_THE_SAME, NOT_YET, BACK = "Data ini benar", "Konfirmasi walau {}", "Jangan dulu", "Tarik konfirmasi"


@fragment(run_every=sync_status.EVERY, key="data-benar")
def panel(page: Page, agency: str) -> None:
    """What the `agency` said of its data before the meeting; the button for whoever may say it."""
    row = next((row for row in page.vouched if row["instansi"] == agency), None)
    if row is None:  # a meeting of before anybody was asked
        return
    own = page.person.vouches(agency) and page.held.meeting is None
    with st.container(horizontal=True, vertical_alignment="center", key="data-benar"):
        if own and row["isi"] is not None and row["keadaan"] != "benar":
            _ways(page, agency, row["temuan_kini"])
        show(drawn.of_agency(row, clock.now().date()))
        if own and row["keadaan"] != "belum":
            st.button(BACK, key="benar_tarik", type="tertiary", on_click=_take_back, args=(page, agency))
    if st.session_state.get(_FAILED):
        show(drawn.refused(st.session_state[_FAILED]))


def _ways(page: Page, agency: str, open_now: int) -> None:
    """The button; where findings are open, whoever presses it is asked once."""
    if open_now and st.session_state.get(_ASKED) == agency:
        said = ALL_THE_SAME.format(vouched.findings(open_now))
        st.button(said, type="primary", key="benar_ya", on_click=_vouch, args=(page, agency))
        st.button(NOT_YET, key="benar_urung", type="tertiary", on_click=_ask, args=(None,))
    elif open_now:
        st.button(LABEL, type="primary", key="benar", on_click=_ask, args=(agency,))
    else:
        st.button(LABEL, type="primary", key="benar", on_click=_vouch, args=(page, agency))


def _ask(agency: str | None) -> None:
    st.session_state[_ASKED] = agency


def _vouch(page: Page, agency: str) -> None:
    """Callback: keep what was said, of the numbers on this screen."""
    _keep(page, agency, vouching.vouch, audit.VOUCHED)


def _take_back(page: Page, agency: str) -> None:
    """Callback: it is no longer said."""
    _keep(page, agency, vouching.take_back, audit.UNVOUCHED)


def _keep(page: Page, agency: str, say: Callable[..., str], action: str) -> None:
    if not page.person.vouches(agency) or not gate.allowed(page.person, Right.VOUCH):
        return
    _ask(None)
    st.session_state[_FAILED] = ""
    try:
        [row] = [row for row in sync_status.vouched(page.numbers) if row["instansi"] == agency]
        id = say(page.folder, row, page.person.role, clock.now())
    except (ValueError, store.StoreError) as error:
        st.session_state[_FAILED] = str(error)
        return
    except OSError as error:
        log.error("Pernyataan belum dapat disimpan: %s", error)
        st.session_state[_FAILED] = "Folder data di server belum dapat ditulisi, jadi ini BELUM tersimpan."
        return
    log.info("Data %s, %s: %s.", agency, action, id)
    gate.note(page.person, action, id)
