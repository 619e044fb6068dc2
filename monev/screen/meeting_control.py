"""Beginning and ending a meeting on the page Rapat: its numbers are frozen, and everybody sees them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import streamlit as st

from monev.meeting import meeting
from monev.screen import address, copy_button, meeting_keys, sync_status, visit
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right
from monev.screen.answers import Numbers
from monev.screen.draw import elements, meetings
from monev.screen.page import Page, show
from monev.snapshot import frozen, store
from monev.words import clock, words

log = logging.getLogger("monev")

#: Fields of the form, and where the visit keeps why the last try failed, and of which meeting it is asked whether it
#: is over.
_TITLE, _BEGINS, _FAILED, _ASKED = "rapat_judul", "rapat_jam", "rapat_galat", "rapat_ditanya"


def said(page: Page) -> str:
    """The sentence that leads the page: which meeting is on, and whose numbers are on this screen."""
    shown, on = page.held.meeting, page.held.on
    if on is None:
        if shown is None:
            return "Belum ada rapat yang berlangsung; layar memakai angka terbaru."
        return f"Tidak ada rapat yang berlangsung; layar ini memakai angka rapat {words.date_spoken(shown.date)}."
    try:
        going = meeting.find(page.folder, on)
    except store.StoreError:
        return "Rapat yang berlangsung tidak dapat ditampilkan; akhiri, lalu bekukan ulang."
    when = words.since(going.pinned, clock.now().date())
    begun = f"Rapat {words.date_spoken(going.date)} sedang berlangsung dengan angka yang dibekukan {when}"
    if shown is None:
        return f"{begun}; layar ini memakai angka terbaru."
    return f"{begun}." if shown.name == on else f"{begun}; layar ini memakai angka lain."


def control(page: Page) -> None:
    """The form that freezes the numbers on screen and begins a meeting; while one is on, its link and its end."""
    held, on, leads = page.held, page.held.on, page.person.may(Right.MEET)
    asked = leads and on is not None and st.session_state.get(_ASKED) == on
    if held.meeting is not None:
        shown = held.meeting
        show(meetings.frozen(shown.title, shown.date, shown.begins, shown.pinned, shown.origin, shown.name == on))
    elif leads:
        _form(page, again=on is not None)
    else:
        show(elements.empty_state("Sekretariat membekukan angka dan memulai rapat."))
    with st.container(horizontal=True, vertical_alignment="center", key="rapat-tombol"):
        if held.meeting is not None and held.meeting.name == on and (points := page.ask("bersama/acara")):
            first = points[0]["halaman"]
            st.button("Buka Mode Rapat", type="primary", key="buka_mode", on_click=meeting_keys.enter, args=(first,))
        if held.meeting is not None:
            copy_button.copy_button(address.absolute("/", held.meeting.name), "Salin tautan rapat", "tautan-rapat")
        if not leads or asked:
            pass
        elif on is not None:
            st.button("Akhiri rapat", key="akhiri", on_click=_ask, args=(on,))
        elif held.meeting is not None and _of_today(page, held.meeting):
            st.button("Lanjutkan rapat ini", key="lanjutkan", on_click=_begin, args=(page, held.meeting))
    if asked:
        _confirm(page, on)
    if st.session_state.get(_FAILED):
        show(elements.note("Belum berhasil.", st.session_state[_FAILED]))


def _confirm(page: Page, on: str) -> None:
    """What will happen, told once before it does."""
    try:
        going = meeting.find(page.folder, on)
        counted = sync_status.taken(Numbers(page.folder, going.snapshot, going.before))
    except store.StoreError:
        counted = None
    show(meetings.ending(counted))
    with st.container(horizontal=True, key="rapat-akhiri"):
        label = "Ya, akhiri dan buka notula" if counted else "Ya, akhiri rapat"
        st.button(label, type="primary", key="yakin-akhiri", on_click=_end, args=(page, on, counted is not None))
        st.button("Batal", key="batal-akhiri", on_click=_ask, args=(None,))


def _ask(name: str | None) -> None:
    """Callback: ask of this meeting whether it is over, or of none."""
    st.session_state[_ASKED] = name


def _of_today(page: Page, shown: meeting.Meeting) -> bool:
    """Whether the newest numbers are still of the meeting's day: one of an earlier day is only looked at."""
    newest = store.latest(page.folder)
    return newest is not None and store.reference_date(newest) <= shown.date


def _form(page: Page, again: bool) -> None:
    if again:  # the same meeting with other numbers
        with suppress(store.StoreError):
            going = meeting.find(page.folder, page.held.on)
            st.session_state.setdefault(_TITLE, going.title)
            st.session_state.setdefault(_BEGINS, f"{going.begins:%H.%M}" if going.begins else "")
    st.session_state.setdefault(_TITLE, meeting.TITLE)
    with st.form("bekukan", border=False):
        st.text_input("Judul rapat", key=_TITLE)
        st.text_input("Jam mulai menurut undangan (boleh kosong)", key=_BEGINS, placeholder="09.00")
        label = "Bekukan ulang dengan angka ini" if again else "Bekukan angka dan mulai rapat"
        st.form_submit_button(label, type="primary", on_click=_freeze, args=(page,))


def listed(page: Page) -> None:
    """All meetings, the latest first, each with its way there, and those that cannot be shown with the reason."""
    rows = [
        {"nama": one.name, "tanggal": one.date, "judul": one.title, "dibekukan": one.pinned,
         "tautan": f"/?{address.MEETING}={one.name}"}
        for one in reversed(meeting.meetings(page.folder))
    ]  # fmt: skip
    title = elements.section("Rapat yang dibekukan", f"{words.number(len(rows))} rapat")
    show(title, meetings.listed(rows, page.held.on), meetings.broken(meeting.broken(page.folder)))


def compared(page: Page, key: str) -> None:
    """Which meeting the page is compared with, where there are several to choose from; `key` is its part of the
    address.
    """
    there = meeting.comparable(page.folder, page.facts["id"], page.facts["rapat_tanggal"] or page.today)
    now = (page.numbers.before or "").removeprefix(f"{frozen.PINNED}/")
    if len(there) > 1 and now in there:
        # By hand and not bound: the address holds the name of the meeting, not what it is called on screen.
        st.selectbox(
            "Dibanding rapat", list(there), key=f"{key}-pilihan", width=260, index=list(there).index(now),
            format_func=lambda name: meetings.called(there[name].date, name), on_change=_compare, args=(key,),
        )  # fmt: skip


def _compare(key: str) -> None:
    st.query_params[key] = st.session_state[f"{key}-pilihan"]


def _freeze(page: Page) -> None:
    """Callback: freeze, begin, and look at it, or say why not."""
    if not gate.allowed(page.person, Right.MEET):
        return
    try:
        begins = clock.time_typed(st.session_state.get(_BEGINS) or "")
    except ValueError as error:
        st.session_state[_FAILED] = str(error)
        return
    title = st.session_state.get(_TITLE) or ""
    with _told():
        found = meeting.pin(page.folder, page.numbers.snapshot, clock.now(), None, title, begins)
        gate.note(page.person, audit.FROZE, found.name)
        _begin(page, found)


def _begin(page: Page, found: meeting.Meeting) -> None:
    if not gate.allowed(page.person, Right.MEET):
        return
    with _told():
        meeting.start(page.folder, found, clock.now())
        visit.take_meeting(found.name)
        log.info("Rapat %s dimulai dengan potret %s.", found.name, found.origin)
        gate.note(page.person, audit.BEGAN, found.name)


def _end(page: Page, name: str, shown: bool) -> None:
    """Callback: end the meeting and, where its numbers can be shown, go to what is made of them."""
    if not gate.allowed(page.person, Right.MEET):
        return
    with _told():
        meeting.end(page.folder, name, clock.now())
        log.info("Rapat %s diakhiri.", name)
        gate.note(page.person, audit.ENDED, name)
    st.session_state[_ASKED] = None
    if shown and not st.session_state[_FAILED]:
        visit.look_at(name)
        address.go_to("bahan")


@contextmanager
def _told() -> Iterator[None]:
    """Keep for the page why something about a meeting could not be done; nothing is half done then."""
    st.session_state[_FAILED] = ""
    try:
        yield
    except store.StoreError as error:
        st.session_state[_FAILED] = str(error)
    except OSError as error:
        log.error("Rapat belum dapat dicatat: %s", error)
        st.session_state[_FAILED] = "Folder data di server belum dapat ditulisi; periksa disk dan izinnya."
