"""Beginning and ending a meeting on the page Rapat: its numbers are frozen, and everybody sees them."""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from monev import clipboard, meeting, store, visit, words
from monev.draw import elements, meetings
from monev.opening import Page, show
from monev.store import pinned
from monev.visit import links, reading

log = logging.getLogger("monev")

#: Fields of the form, and where the visit keeps why the last try failed.
_TITLE, _BEGINS, _FAILED = "rapat_judul", "rapat_jam", "rapat_galat"


def said(page: Page) -> str:
    """The sentence that leads the page: whether a meeting is on, and with which numbers."""
    if page.held.on is None:
        return "Belum ada rapat yang berlangsung; layar memakai angka terbaru."
    on = meeting.find(Path(page.folder), page.held.on)
    when = words.since(on.pinned, reading.now().date())
    return f"Rapat {words.date_spoken(on.date)} sedang berlangsung dengan angka yang dibekukan {when}."


def control(page: Page) -> None:
    """The form that freezes the numbers on screen and begins a meeting; while one is on, its link and its end."""
    held, on = page.held, page.held.on
    if on and (held.meeting is None or held.meeting.name != on):
        show(elements.note("Rapat lain", "Layar ini sedang tidak memakai angka rapat yang berlangsung."))
    if held.meeting is not None:
        _frozen(page, held.meeting, held.meeting.name == on)
    else:
        _form(page, again=on is not None)
    if st.session_state.get(_FAILED):
        show(elements.note("Belum berhasil.", st.session_state[_FAILED]))


def _frozen(page: Page, shown: meeting.Meeting, is_on: bool) -> None:
    """What can be done with a meeting whose numbers are on screen."""
    show(meetings.frozen(shown.title, shown.date, shown.begins, shown.pinned, shown.origin, is_on))
    with st.container(horizontal=True, vertical_alignment="center", key="rapat-tombol"):
        clipboard.copy_button(_link(shown.name), "Salin tautan rapat", "tautan-rapat")
        if is_on:
            st.button("Akhiri rapat", key="akhiri", on_click=_end, args=(page.folder, shown.name))
        else:
            st.button("Lanjutkan rapat ini", key="lanjutkan", on_click=_begin, args=(page.folder, shown))


def _form(page: Page, again: bool) -> None:
    st.session_state.setdefault(_TITLE, meeting.TITLE)
    with st.form("bekukan", border=False):
        st.text_input("Judul rapat", key=_TITLE, max_chars=meeting.MOST_SIGNS)
        st.text_input("Jam mulai menurut undangan (boleh kosong)", key=_BEGINS, placeholder="09.00", max_chars=12)
        label = "Bekukan ulang dengan angka ini" if again else "Bekukan angka dan mulai rapat"
        st.form_submit_button(label, type="primary", on_click=_freeze, args=(page.folder, page.snapshot))


def listed(page: Page) -> None:
    """All meetings, the latest first, each with its way there."""
    found = meeting.meetings(Path(page.folder))
    rows = [
        {"nama": one.name, "tanggal": one.date, "judul": one.title, "dibekukan": one.pinned,
         "tautan": f"/?{links.MEETING}={one.name}"}
        for one in reversed(found)
    ]  # fmt: skip
    title = elements.section("Rapat yang dibekukan", f"{words.number(len(rows))} rapat")
    show(title, meetings.listed(rows, page.held.on))


def compared(page: Page, key: str) -> None:
    """Which meeting the page is compared with, where there are several to choose from; `key` is its part of the
    address.
    """
    folder, own = Path(page.folder), page.held.meeting.origin if page.held.meeting else page.snapshot
    there = {
        one.name: one
        for one in reversed(meeting.meetings(folder))
        if one.origin != own and one.date <= (page.facts["rapat_tanggal"] or page.today)
    }
    usual = (meeting.compared_with(folder, page.snapshot) or "").removeprefix(f"{pinned.PINNED}/")
    if len(there) > 1 and usual in there:
        st.selectbox(
            "Dibanding rapat", list(there), key=key, bind="query-params", width=260, index=list(there).index(usual),
            format_func=lambda name: meetings.called(there[name].date, name),
        )  # fmt: skip


def _freeze(folder: str, snapshot: str) -> None:
    """Callback: freeze, begin, and look at it, or say why not."""
    st.session_state[_FAILED] = ""
    try:
        begins = meeting.time_of_day(st.session_state[_BEGINS] or "")
        found = meeting.pin(Path(folder), snapshot, reading.now(), None, st.session_state[_TITLE] or "", begins)
    except (ValueError, store.StoreError) as error:
        st.session_state[_FAILED] = str(error)
        return
    except OSError as error:
        log.error("Rapat belum dapat dibekukan: %s", error)
        st.session_state[_FAILED] = "Disk server belum dapat ditulisi. Angka di layar tetap; mohon periksa disknya."
        return
    _begin(folder, found)


def _begin(folder: str, found: meeting.Meeting) -> None:
    meeting.start(Path(folder), found, reading.now())
    visit.take_meeting(found.name)
    log.info("Rapat %s dimulai dengan potret %s.", found.name, found.origin)


def _end(folder: str, name: str) -> None:
    meeting.end(Path(folder))
    visit.take_meeting(name)
    log.info("Rapat %s diakhiri.", name)


def _link(name: str) -> str:
    """The address of a meeting, as others can open it."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}/?{links.MEETING}={name}"
