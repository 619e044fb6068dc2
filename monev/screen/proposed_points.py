"""On the page Rapat: points that agencies propose for the next meeting, and what the secretariat makes of them."""

from __future__ import annotations

import streamlit as st

from monev.meeting import agenda_points
from monev.meeting.agenda_points import DECIDED, DECLINED, PROPOSED, TAKEN
from monev.screen import sync_status
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right
from monev.screen.draw import elements, schedule
from monev.screen.draw.html import html
from monev.screen.meeting_plan import told
from monev.screen.page import Page, show
from monev.words import clock, words

#: Fields of the form, and why the last try failed.
_TEXT, _OWNER, _FAILED = "usul_teks", "usul_siapa", "usul_galat"
#: Points that are settled are told on request.
_SETTLED = (DECIDED, DECLINED)


def listed(page: Page) -> None:
    """The points that are open, with what can be done about each; the form for a new one; the settled ones, folded."""
    rows, today = sync_status.points(page.numbers), clock.now().date()
    left = [row for row in rows if row["keadaan"] not in _SETTLED]
    done = [row for row in rows if row["keadaan"] in _SETTLED]
    show(elements.section("Pokok yang diusulkan lembaga", f"{words.number(len(left))} terbuka"))
    if not left:
        show(elements.empty_state("Belum ada usulan yang terbuka."))
    for row in left[: schedule.MOST]:
        show(schedule.point(row, today))
        if page.person.may(Right.MEET):
            _ways(page, row)
    show(elements.rest(len(left), schedule.MOST, "usulan"))
    if st.session_state.get(_FAILED):
        show(schedule.failed(st.session_state[_FAILED]))
    if page.person.may(Right.PROPOSE):
        _form(page)
    if done:
        told_of = html("").join(schedule.point(row, today) for row in done[: schedule.MOST])
        show(elements.expandable(f"{words.number(len(done))} usulan sudah selesai", told_of))


def _ways(page: Page, row: dict) -> None:
    """The buttons of one point: for a proposed one whether it is taken, for a taken one what became of it."""
    known = sync_status.planned(page.numbers)
    carried = known is not None and row["rapat"] != known["rapat"]
    with st.container(horizontal=True, gap="small", key=f"usulan-{row['pokok']}"):
        if row["keadaan"] == PROPOSED:
            _way(page, row, TAKEN, "Ambil")
            _way(page, row, DECLINED, "Tidak diambil")
            return
        _way(page, row, DECIDED, "Sudah diputuskan")
        if carried:
            _way(page, row, TAKEN, "Bawa ke rapat berikutnya")


def _way(page: Page, row: dict, state: str, label: str) -> None:
    key = f"usul_{state}_{row['pokok']}"
    st.button(label, key=key, type="tertiary", on_click=_settle, args=(page, row["pokok"], state))


def _form(page: Page) -> None:
    owners = _owners(page)
    with st.form("usulan", border=False, clear_on_submit=False):
        st.text_input("Usulkan pokok untuk rapat berikutnya", key=_TEXT, placeholder="satu kalimat")
        st.selectbox("Siapa yang membawakan", list(owners), index=_own(page, owners), key=_OWNER,
                     format_func=owners.get)  # fmt: skip
        st.form_submit_button("Usulkan", on_click=_propose, args=(page,))


def _owners(page: Page) -> dict[str, str]:
    return {row["kode"]: row["label"] for row in page.ask("tindak_lanjut/pemilik")}


def _own(page: Page, owners: dict[str, str]) -> int:
    return list(owners).index(page.person.role) if page.person.role in owners else 0


def _propose(page: Page) -> None:
    """Callback: keep what the form holds, or say why not."""
    if not gate.allowed(page.person, Right.PROPOSE):
        return
    state, owners = st.session_state, _owners(page)
    with told(_FAILED):
        owner = state.get(_OWNER) if state.get(_OWNER) in owners else None
        code = agenda_points.propose(page.folder, state.get(_TEXT) or "", owner, page.person.role, clock.now())
        gate.note(page.person, audit.PROPOSED, code)
        state[_TEXT] = ""


def _settle(page: Page, code: str, state: str) -> None:
    """Callback: the secretariat decides about one point."""
    if not gate.allowed(page.person, Right.MEET):
        return
    with told(_FAILED):
        agenda_points.settle(page.folder, code, state, sync_status.planned(page.numbers), clock.now())
        gate.note(page.person, audit.SETTLED, f"{code} {state}")
