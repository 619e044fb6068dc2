"""One visit: the numbers that it looks at, the meeting they belong to, and the other ones that it is offered."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import streamlit as st

from monev.meeting import meeting
from monev.meeting.meeting import Meeting
from monev.screen import answers, pieces
from monev.screen.address import MEETING
from monev.screen.answers import Numbers, ask
from monev.screen.draw import notices
from monev.screen.once import once
from monev.snapshot import directory, frozen, queries, store
from monev.words import clock

log = logging.getLogger("monev")

#: ?rapat=terbaru: the newest numbers, also while a meeting is on.
LATEST = "terbaru"
#: What is asked of newer numbers that are offered: of whom and of which day they are, and which numbers are others.
NEWS = _WHOSE, _OTHERS = "bersama/angka_baru", "bersama/angka_berbeda"
#: Where a visit keeps the name of what it looks at when its address does not say it.
_HELD = "potret"
#: The same, as its browser knows it.
_SEEN = "potret_dilihat"


@once
def _on(folder: Path) -> str | None:
    """The meeting that is on now."""
    return meeting.on(folder, clock.now())


@once
def _aside(folder: Path) -> list[str]:
    return directory.aside(folder)


class Unknown(store.StoreError):
    """The address asks for a meeting that cannot be shown; its text says why."""


@dataclass(frozen=True)
class Held:
    """What a visit looks at: its numbers.

    `trouble` says why the meeting before cannot be compared with; `on` names the meeting that is on; `meeting` is the
    one for which the snapshot was frozen, None where it was not.
    """

    numbers: Numbers
    trouble: str | None
    on: str | None
    meeting: Meeting | None = None


def remember(folder: Path) -> None:
    """Leave what this visit looks at with its browser, ahead of `held`: where its server dies, it goes on at another
    one, which knows nothing of it, with the numbers that were on screen.

    A field nobody sees: Streamlit's client tells a server that is new to it what stands in fields.
    """
    known = st.session_state.get(_HELD)
    if known is not None:
        st.session_state[_SEEN] = known
    begins = "" if known is not None else store.latest(folder) or ""
    seen = st.text_input("Kode data", begins, key=_SEEN, label_visibility="collapsed")
    if known is None and seen:
        st.session_state[_HELD] = seen


def held(folder: Path, compared: str | None = None) -> Held | None:
    """What this visit looks at: the meeting in its address, else the one that is on, else the newest snapshot of when
    it began, until it takes a newer one. None where there is no snapshot at all.

    `compared` names another meeting than the last one to compare with. Raises Unknown for a meeting that cannot be
    shown.
    """
    asked, on = st.session_state.get(MEETING) or "", _on(folder)
    if on and not asked:
        st.session_state[_HELD] = f"{frozen.PINNED}/{on}"
    kept = st.session_state.get(_HELD) or ""
    name = asked or (kept.removeprefix(f"{frozen.PINNED}/") if frozen.is_pinned(kept) else LATEST)
    if name != LATEST:
        try:
            found = meeting.find(folder, name)
        except store.StoreError as error:
            raise Unknown(str(error)) from error
        return Held(*_numbers(folder, found.snapshot, found.origin, found.date, compared), on, found)
    if kept not in store.snapshots(folder) or not store.is_whole(folder, kept):
        kept = store.newest_whole(folder)
        if kept is None:
            return None
        st.session_state[_HELD] = kept
    return Held(*_numbers(folder, kept, kept, store.reference_date(kept), compared), on)


def _numbers(
    folder: Path, snapshot: str, origin: str, date: dt.date, compared: str | None
) -> tuple[Numbers, str | None]:
    """A snapshot with what to compare it with, and why there is none where that was altered."""
    chosen = meeting.comparable(folder, origin, date).get(compared) if compared else None
    before = chosen.snapshot if chosen else meeting.compared_with(folder, snapshot)
    try:
        if before and frozen.is_pinned(before):
            frozen.verify(folder, before)
    except store.StoreError as error:
        _tell(str(error))
        return Numbers(folder, snapshot, None), str(error)
    return Numbers(folder, snapshot, before), None


@lru_cache(maxsize=64)
def _tell(trouble: str) -> None:
    """One line for the operator, not one for each page that is opened."""
    log.warning("%s", trouble)


def follow(held: Held) -> None:
    """Run the page again where a meeting has begun that this visit has not decided against, or where what it looks at
    was damaged since."""
    folder, name = held.numbers.folder, held.numbers.snapshot
    if held.meeting is None and (name in _aside(folder) or store.damage(folder, name)):
        st.rerun()
    on = _on(folder)
    if on and not st.session_state.get(MEETING) and name != f"{frozen.PINNED}/{on}":
        st.rerun()


def take_newest(folder: Path) -> None:
    """Look at the newest numbers from now on, also while a meeting is on."""
    st.session_state[_HELD] = store.latest(folder)
    st.session_state[MEETING] = LATEST if _on(folder) else ""


def leave(folder: Path) -> None:
    """Away from a meeting that cannot be shown: to the one that is on, else to the newest numbers."""
    asked, on = st.session_state.get(MEETING), _on(folder)
    st.session_state.pop(_HELD, None)
    st.session_state[_SEEN] = ""
    # Where it is the very one that is on, only the newest numbers are left.
    st.session_state[MEETING] = LATEST if on and (not asked or asked == on) else ""


def take_meeting(name: str) -> None:
    """Look at the frozen numbers of the meeting that is on, and at whatever else is frozen for it later."""
    st.session_state[_HELD], st.session_state[MEETING] = f"{frozen.PINNED}/{name}", ""


def look_at(name: str) -> None:
    """Callback: look at the frozen numbers of a meeting, on or over; the address names it from then on."""
    st.session_state[MEETING] = name


def offer(held: Held, wished: Callable[[], bool]) -> None:
    """What else there is to look at, in a bar at the foot: newer numbers by agency, those of the meeting that is on,
    or, where those of a past meeting are shown, that they are such. Newer numbers that this visit has `wished` for are
    shown at once while no meeting is."""
    folder = held.numbers.folder
    held = replace(held, on=_on(folder))  # it may have begun or ended while the page was open
    past = held.meeting is not None and held.meeting.name != held.on
    newer = None if past else _newer(held)
    aside = held.on is not None and (held.meeting is None or past)
    try:
        if newer and _news(held, newer, _WHOSE)[0]["hanya_keputusan"]:
            newer = None  # what a meeting has decided is no news: every page has it at once
        if not (newer or past or aside):
            return
        if newer and not held.meeting and not held.on and wished():
            take_newest(folder)
            st.rerun()
        said = _said(held, newer, past)
    except store.StoreError as error:
        log.warning("Potret baru belum dapat ditawarkan. %s", error)
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="center", key="tawaran"):
        pieces.add(said)
        if newer or (past and not aside and store.latest(folder)):
            label = "Ke angka terbaru" if past else "Tampilkan"
            if st.button(label, type="primary", key="ambil", on_click=take_newest, args=(folder,)):
                st.rerun()
        if aside and st.button("Ke angka rapat", key="kembali", on_click=take_meeting, args=(held.on,)):
            st.rerun()


def _newer(held: Held) -> str | None:
    """The snapshot that was made after the one held, also after the one of which a frozen one is the copy."""
    return answers.newer(held.numbers.folder, held.meeting.origin if held.meeting else held.numbers.snapshot)


def asked_after(held: Held, question: str) -> answers.Rows:
    """What the newest numbers answer beside those that are shown; nothing where the sheets brought none since."""
    later = _newer(held)
    try:
        return ask(Numbers(held.numbers.folder, later, held.numbers.snapshot), question) if later else []
    except store.StoreError as error:
        log.warning("Yang terbaru belum dapat dibandingkan dengan yang tampil. %s", error)
        return []


def _said(held: Held, newer: str | None, past: bool) -> str:
    """The words of the bar, as HTML."""
    folder = held.numbers.folder
    if past:
        other = ask(held.numbers, "bersama/angka_lain")
        changed = held.meeting.formulas != queries.digest()
        # In the order in which they were frozen, whatever the clock said.
        of_day = [one for one in meeting.meetings(folder) if one.date == held.meeting.date]
        again = of_day[-1].pinned if of_day and of_day[-1].name != held.meeting.name else None
        return notices.past(held.meeting.date, held.meeting.pinned, changed, [row["indikator"] for row in other], again)
    if not newer:
        return notices.aside(meeting.find(folder, held.on).pinned, clock.now().date())
    [row] = _news(held, newer, _WHOSE)
    return notices.offer(row, _news(held, newer, _OTHERS))


def _news(held: Held, newer: str, question: str) -> answers.Rows:
    """What is new in a newer snapshot beside the one held."""
    folder, name = held.numbers.folder, held.numbers.snapshot
    known = name if held.meeting or name in store.snapshots(folder) else None
    return ask(Numbers(folder, newer, known), question)
