"""What a visit is told of the reading of the sheets: when it was, what ails it, and the wish to have it now."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from monev.meeting import planned as meeting_plan
from monev.screen import pieces
from monev.screen.answers import Numbers, Rows, ask_now
from monev.screen.draw import notices, overview
from monev.screen.draw.html import Html, html
from monev.screen.fragment import fragment
from monev.snapshot import directory, frozen, store
from monev.words import clock, words

log = logging.getLogger("monev")

#: Seconds between two looks at what lies beside the snapshot, and where somebody waits for it.
EVERY, SOON = 10, 3
#: How long a decision usually needs to reach the sheet; one that waits longer is told of.
USUALLY_SENT = dt.timedelta(seconds=30)
#: Where a visit keeps that its wish could not be written down, and what its page warns of.
_REFUSED, _WARNED = "permintaan_ditolak", "peringatan"
#: When it was written down; how long what comes of it is shown without being offered first.
_WISHED, _PATIENCE = "permintaan_pada", dt.timedelta(minutes=2)


#: What pages ask of what lies beside the snapshot.
_WHY, _WHOSE, _RECORDED, _WAITING, _TAKEN, _ANSWERED, _SENT, _VOUCHED, _NEXT, _POINTS, _DUE = OF_NOW = (
    "bersama/sebab_gangguan", "bersama/gangguan", "tindak_lanjut/dicatat", "tindak_lanjut/antre",
    "tindak_lanjut/penutup", "bahan/menjawab", "bahan/pesan", "bersama/data_benar", "bersama/rapat_berikutnya",
    "bersama/usulan", "bersama/tenggat_kalender",
)  # fmt: skip


@fragment(run_every=SOON, key="menunggu")
def wait_for_first(folder: Path) -> None:
    """Run the page again as soon as there is a snapshot and the sync that makes it is over: a first one may bring the
    state of the meeting before along, which nobody wants to see first.
    """
    watch = directory.read_watch(folder)
    reading = watch is not None and watch.ended is None and watch.alive(clock.now())
    if not reading and store.newest_whole(folder) is not None:
        st.rerun()


def begun(folder: Path) -> bool:
    """Whether somebody reads the sheets by himself, so that a viewer only has to wait."""
    watch = directory.read_watch(folder)
    return watch is not None and watch.alive(clock.now()) and watch.trouble is None


@fragment(run_every=SOON, key="pemeriksaan")
def looking(folder: Path, wish: Callable[[], None] | None) -> None:
    """When the sheets were last looked at, and the button that has them read now, by a `wish` for it; without one
    there is no button.
    """
    watch, asked, at = directory.read_watch(folder), directory.sync_wished(folder), clock.now()
    alive = watch is not None and watch.alive(at)
    reading = alive and watch.ended is None
    with st.container(horizontal=True, vertical_alignment="center", key="pemeriksaan"):
        if wish:
            st.button("Perbarui sekarang", key="perbarui", on_click=wish, disabled=asked or reading or not alive)
        if st.session_state.get(_REFUSED):
            pieces.add(notices.refused())
        else:
            looks = directory.looks(folder)
            pieces.add(notices.looked(looks.checked, at.date(), watch.every if alive else None, asked=asked,
                                      reading=reading, failed=alive and watch.trouble is not None,
                                      sheets=looks.agencies, failing=[*map(words.agency, looks.failing)]))  # fmt: skip


def wish(folder: Path) -> None:
    """Callback: ask for a sync now, or keep for the page that it could not be asked for."""
    try:
        directory.wish_sync(folder)
        st.session_state[_REFUSED], st.session_state[_WISHED] = False, clock.now()
    except OSError:  # a server that may only read the snapshots
        st.session_state[_REFUSED] = True


def wished() -> bool:
    """Whether this visit has just asked for newer numbers; asked once, for they are then shown."""
    at = st.session_state.pop(_WISHED, None)
    return at is not None and clock.now() - at < _PATIENCE


def begin_warnings() -> None:
    """A page that is opened or asked for again begins without the place of earlier warnings."""
    st.session_state[_WARNED] = (html(""), html(""))


def warn(numbers: Numbers, made: dt.datetime) -> None:
    """What keeps sheets from being read, and that the numbers (of the moment `made`) stand in for a damaged snapshot;
    drawn again and again, it is up to date while the page is open."""
    pinned, folder = frozen.is_pinned(numbers.snapshot), numbers.folder
    if not pinned and store.newest_damaged(folder):
        pieces.add(notices.stands_in(made, clock.now()))
    said, longest = st.session_state[_WARNED]
    try:
        rows = ask_now(numbers, _WHY)
        # Frozen numbers come with what ailed their sheets then.
        said = (html("") if pinned else halted(folder)) + overview.troubles(rows)
        [left] = ask_now(numbers, _WAITING)
        if left["menunggu"] and clock.now() - left["sejak"] > USUALLY_SENT:
            said += notices.unsent(left, clock.now().date())
    except store.StoreError as error:
        log.warning("Gangguan belum dapat diperiksa. %s", error)
    longest = max(said, longest, key=len)
    st.session_state[_WARNED] = said, longest
    if longest:
        pieces.add(notices.in_place(said, longest))


def prepare(numbers: Numbers) -> None:
    """Have ready what every page asks of what lies beside a snapshot; at once where nothing has changed there."""
    for question in OF_NOW:
        ask_now(numbers, question)


def trouble(numbers: Numbers, agency: str) -> str | None:
    """Why the sheet of an agency (code) could not be read at the last try; None where it could."""
    rows = ask_now(numbers, _WHOSE)
    return next((row["pesan"] for row in rows if row["instansi"] == agency), None)


def failing(numbers: Numbers) -> list[str]:
    """The names of the agencies whose sheet could not be read at the last try, in their order."""
    try:
        return [row["nama"] for row in ask_now(numbers, _WHOSE)]
    except store.StoreError as error:
        log.warning("Gangguan belum dapat diperiksa. %s", error)
        return []


def recorded(numbers: Numbers) -> tuple[Rows, Rows]:
    """What was recorded for the meeting in view, and in one row what waits to reach the sheet."""
    return ask_now(numbers, _RECORDED), ask_now(numbers, _WAITING)


def answered(numbers: Numbers) -> Rows:
    """What had to be decided and was, in the meeting in view."""
    return ask_now(numbers, _ANSWERED)


def messages(numbers: Numbers) -> Rows:
    """The paragraphs of what is sent of every agenda point, with what was decided on it."""
    return ask_now(numbers, _SENT)


def vouched(numbers: Numbers) -> Rows:
    """What every agency said of its data before the meeting in view; none where it was not asked."""
    return ask_now(numbers, _VOUCHED)


def planned(numbers: Numbers) -> Mapping[str, Any] | None:
    """When the next meeting is; None where nobody has said it, or it was held."""
    row = next(iter(ask_now(numbers, _NEXT)), None)
    return meeting_plan.standing(numbers.folder, row, clock.now())


def points(numbers: Numbers) -> Rows:
    """The points that were proposed for meetings, and what became of each."""
    return ask_now(numbers, _POINTS)


def due(numbers: Numbers) -> Rows:
    """The due dates that are still to come, the nearest first."""
    return ask_now(numbers, _DUE)


def taken(numbers: Numbers) -> dict[str, int]:
    """How many decisions were recorded for the meeting in view, and how many of them wait to reach the sheet."""
    [row] = ask_now(numbers, _TAKEN)
    return row


def halted(folder: Path) -> Html:
    """What ailed the watcher as a whole, as HTML; empty where nothing did, or a sheet was read since."""
    watch = directory.read_watch(folder)
    if watch is None or watch.trouble is None:
        return html("")
    ended, checked = watch.ended or watch.began, directory.last_checked(folder)
    if checked is not None and checked > ended:
        return html("")
    return notices.halted(watch.trouble, ended, clock.now().date())


def checked_since(numbers: Numbers, read: dt.datetime) -> dt.datetime | None:
    """When a later look at all sheets found that these numbers, of the moment `read`, are still the newest."""
    checked = directory.checked_whole(numbers.folder)
    if (
        checked is None
        or checked <= read
        or numbers.snapshot != store.latest(numbers.folder)
        or words.moment(checked) == words.moment(read)
    ):
        return None
    return checked
