"""On the page Rapat: when the next meeting is, and how the secretariat says so."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from monev.meeting import meeting, planned
from monev.meeting.due_date import due
from monev.screen import sync_status
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right
from monev.screen.draw import elements, schedule, vouched
from monev.screen.fragment import fragment
from monev.screen.page import Page, show
from monev.snapshot import store
from monev.words import clock, words

log = logging.getLogger("monev")

#: Fields of the form; whether it is open, and why the last try failed.
_DATE, _BEGINS, _MINUTES, _TITLE, _PLACE = FIELDS = (
    "rencana_tanggal", "rencana_jam", "rencana_lama", "rencana_judul", "rencana_tempat",
)  # fmt: skip
_OPEN, _FAILED = "rencana_terbuka", "rencana_galat"
UNWRITABLE = "Folder data di server belum dapat ditulisi, jadi ini BELUM tersimpan."


@fragment(run_every=sync_status.EVERY, key="data-lembaga")
def said(page: Page) -> None:
    """What every agency said of its data before the meeting."""
    if page.vouched:
        with st.container(key="data-lembaga"):
            _said(page)


def _said(page: Page) -> None:
    title = elements.section("Data tiap lembaga", "dikonfirmasi sendiri di Mutu data", "/mutu_data")
    show(title, vouched.listed(page.vouched, clock.now().date()))


def coming(page: Page) -> None:
    """When the next meeting is; for the secretariat the way to say or change it."""
    known = sync_status.planned(page.numbers)
    show(elements.section("Rapat berikutnya"), schedule.next_meeting(known))
    if not page.person.may(Right.MEET):
        return
    with st.container(horizontal=True, key="rencana-tombol"):
        if not st.session_state.get(_OPEN):
            label = "Ubah jadwal" if known else "Tetapkan rapat berikutnya"
            st.button(label, key="rencana_buka", on_click=_open, args=(page,))
            if known:
                st.button("Batalkan rapat ini", key="rencana_batal", type="tertiary", on_click=_cancel, args=(page,))
    if st.session_state.get(_OPEN):
        _form(page)
    if st.session_state.get(_FAILED):
        show(schedule.failed(st.session_state[_FAILED]))


def due_dates(page: Page) -> None:
    """The due dates that are still to come, each for the calendar."""
    rows = sync_status.due(page.numbers)
    show(elements.section("Tenggat keputusan yang akan datang", f"{words.number(len(rows))} tenggat"))
    show(schedule.due_dates(rows), schedule.all_due() if len(rows) > 1 else "")


def _form(page: Page) -> None:
    with st.form("rencana", border=False):
        st.text_input("Tanggal", key=_DATE, placeholder="11 November")
        st.text_input("Jam mulai", key=_BEGINS, placeholder="09.00")
        st.text_input("Lama, dalam menit", key=_MINUTES, placeholder=str(planned.USUAL))
        st.text_input("Judul rapat", key=_TITLE)
        st.text_input("Tempat atau tautan rapat daring (boleh kosong)", key=_PLACE)
        st.form_submit_button("Simpan jadwal", type="primary", on_click=_plan, args=(page,))
    st.button("Batal", key="rencana_tutup", on_click=_close)


def _open(page: Page) -> None:
    """Callback: the form, filled with what is planned so far."""
    known, state = sync_status.planned(page.numbers), st.session_state
    state[_OPEN], state[_FAILED] = True, ""
    state[_DATE] = words.date_long(known["tanggal"]).partition(", ")[2] if known else ""
    state[_BEGINS] = f"{known['mulai']:%H.%M}" if known and known["mulai"] else ""
    state[_MINUTES] = str(known["lama_menit"]) if known else ""
    state[_TITLE] = known["judul"] if known else meeting.TITLE
    state[_PLACE] = (known["tempat"] or "") if known else ""


def _close() -> None:
    st.session_state[_OPEN], st.session_state[_FAILED] = False, ""


def _plan(page: Page) -> None:
    """Callback: keep what the form holds, or say why not."""
    if not gate.allowed(page.person, Right.MEET):
        return
    state = st.session_state
    with told(_FAILED):
        typed = (state.get(_MINUTES) or "").strip().removesuffix("menit").strip()
        if typed and not typed.isdecimal():
            raise ValueError(f"Lama rapat “{typed[:20]}” bukan bilangan menit. Tulis seperti {planned.USUAL}.")
        code = planned.plan(
            page.folder, sync_status.planned(page.numbers), due(state.get(_DATE) or "", page.today),
            clock.time_typed(state.get(_BEGINS) or ""), int(typed) if typed else None, state.get(_TITLE) or "",
            state.get(_PLACE) or "", clock.now(),
        )  # fmt: skip
        gate.note(page.person, audit.PLANNED, code)
        state[_OPEN] = False


def _cancel(page: Page) -> None:
    """Callback: there will be no such meeting."""
    known = sync_status.planned(page.numbers)
    if known is None or not gate.allowed(page.person, Right.MEET):
        return
    with told(_FAILED):
        planned.cancel(page.folder, known, clock.now())
        gate.note(page.person, audit.PLANNED, f"{known['rapat']} batal")


@contextmanager
def told(failed: str) -> Iterator[None]:
    """Keep for the page, under the name `failed`, why something could not be kept; nothing is half done then."""
    st.session_state[failed] = ""
    try:
        yield
    except (ValueError, store.StoreError) as error:
        st.session_state[failed] = str(error)
    except OSError as error:
        log.error("Belum dapat disimpan: %s", error)
        st.session_state[failed] = UNWRITABLE
