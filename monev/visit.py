"""One visit: the snapshot that it holds, the newer one that it is offered, and when the sheets were last looked at."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path
from typing import Any

import streamlit as st

from monev import settings, shapes, store, words
from monev.draw import newness, overview
from monev.store import shelf

log = logging.getLogger("monev")

Rows = list[dict[str, Any]]

#: Answers kept in memory; each belongs to one snapshot and never ages.
KEPT = 400
#: Seconds between two looks for newer numbers, and for the state of the reading where it is shown.
EVERY, SOON = 10, 3
#: Where a visit keeps what it holds, that its wish could not be written down, and what its page warns of.
_HELD, _REFUSED, _WARNED = "potret", "permintaan_ditolak", "peringatan"

_LINKS = st.components.v2.component(
    "tautan",
    html="<span></span>",
    css=".st-key-tautan{display:none}",
    js="""
export default function ({ parentElement, setTriggerValue }) {
  parentElement.stop?.()
  const follow = (event) => {
    const path = event.target.closest?.(".m a")?.getAttribute("href") ?? ""
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (elsewhere || !/^\\/\\w+$/.test(path)) return
    event.preventDefault()
    setTriggerValue("ke", path.slice(1))
  }
  document.addEventListener("click", follow)
  parentElement.stop = () => document.removeEventListener("click", follow)
  return () => parentElement.stop()
}
""",
    isolate_styles=False,
)


def links_within() -> None:
    """Let links to other pages of ours stay within the visit; as a new one they would bring the newest numbers."""
    _LINKS(key="tautan", on_ke_change=_follow)


def _follow() -> None:
    name = st.session_state["tautan"].ke
    if name in {path.stem for path in (settings.HOME / "pages").glob("*.py")}:
        st.switch_page(f"pages/{name}.py", query_params={})


def snapshot(folder: Path) -> str | None:
    """The id of the snapshot that this visit holds: the newest when it began, until it takes a newer one.

    The newest again where the held one is gone; None where there is none at all.
    """
    there = store.snapshots(folder)
    if st.session_state.get(_HELD) not in there:
        st.session_state[_HELD] = there[-1] if there else None
    return st.session_state[_HELD]


def offer(folder: Path, held: str) -> None:
    """Where there is a newer snapshot than the one held: say whose numbers are new, and take it when asked to."""
    newest = store.latest(folder)
    if newest is None or newest == held:
        return
    known = held if held in store.snapshots(folder) else None
    try:
        [row] = ask(str(folder), newest, known, "ringkasan/angka_baru")
    except store.StoreError as error:
        log.warning("Potret baru belum dapat ditawarkan. %s", error)
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="center", key="tawaran"):
        st.html(newness.offer(row, _now().date()))
        if st.button("Tampilkan angka baru", type="primary", key="ambil"):
            st.session_state[_HELD] = newest
            st.rerun()


@st.fragment(run_every=SOON, key="menunggu")
def wait_for_first(folder: Path) -> None:
    """Run the page again as soon as there is a snapshot and the sync that makes it is over: a first one may bring the
    state of the meeting before along, which nobody wants to see first.
    """
    watch = shelf.read_watch(folder)
    reading = watch is not None and watch.ended is None and watch.alive(_now())
    if not reading and store.latest(folder) is not None:
        st.rerun()


def begun(folder: Path) -> bool:
    """Whether somebody reads the sheets by himself, so that a viewer only has to wait."""
    watch = shelf.read_watch(folder)
    return watch is not None and watch.alive(_now()) and watch.trouble is None


@st.fragment(run_every=SOON, key="pemeriksaan")
def looking(folder: Path) -> None:
    """When the sheets were last looked at, and the button that has them read now."""
    watch, asked, now = shelf.read_watch(folder), shelf.sync_wished(folder), _now()
    alive = watch is not None and watch.alive(now)
    reading = alive and watch.ended is None
    with st.container(horizontal=True, vertical_alignment="center", key="pemeriksaan"):
        st.button("Perbarui sekarang", key="perbarui", on_click=_wish, args=(folder,),
                  disabled=asked or reading or not alive)  # fmt: skip
        if st.session_state.get(_REFUSED):
            st.html(newness.refused())
        else:
            looks = shelf.looks(folder)
            st.html(newness.looked(looks.checked, now.date(), watch.every if alive else None, asked=asked,
                                   reading=reading, failed=alive and watch.trouble is not None,
                                   sheets=looks.agencies, failing=[*map(words.agency, looks.failing)]))  # fmt: skip


def _wish(folder: Path) -> None:
    try:
        shelf.wish_sync(folder)
        st.session_state[_REFUSED] = False
    except OSError:  # a server that may only read the snapshots
        st.session_state[_REFUSED] = True


def warn(folder: Path, held: str, before: str | None) -> None:
    """What keeps sheets from being read, up to date while the page is open. A page that is opened or asked for again
    begins without the place of earlier warnings.
    """
    st.session_state[_WARNED] = ("", "")
    _warnings(folder, held, before)


@st.fragment(run_every=EVERY, key="gangguan")
def _warnings(folder: Path, held: str, before: str | None) -> None:
    now, longest = st.session_state[_WARNED]
    try:
        rows = ask_now(str(folder), held, before, "ringkasan/sebab_gangguan")
        now = halted(folder) + overview.troubles(rows)
    except store.StoreError as error:
        log.warning("Gangguan belum dapat diperiksa. %s", error)
    longest = max(now, longest, key=len)
    st.session_state[_WARNED] = now, longest
    if longest:
        st.html(newness.in_place(now, longest))


def trouble(folder: str, held: str, before: str | None, agency: str) -> str | None:
    """Why the sheet of an agency (code) could not be read at the last try; None where it could."""
    rows = ask_now(folder, held, before, "ringkasan/gangguan")
    return next((row["pesan"] for row in rows if row["instansi"] == agency), None)


def halted(folder: Path) -> str:
    """What ailed the watcher as a whole, as HTML; empty where nothing did, or a sheet was read since."""
    watch = shelf.read_watch(folder)
    if watch is None or watch.trouble is None:
        return ""
    ended, checked = watch.ended or watch.began, shelf.last_checked(folder)
    if checked is not None and checked > ended:
        return ""
    return newness.halted(watch.trouble, ended, _now().date())


def checked_since(folder: Path, held: str, read: dt.datetime) -> dt.datetime | None:
    """When a later look at all sheets found that the snapshot held, of the moment `read`, is still the newest."""
    checked = shelf.checked_whole(folder)
    if checked is None or held != store.latest(folder) or words.moment(checked) == words.moment(read):
        return None
    return checked if checked > read else None


def _now() -> dt.datetime:
    return dt.datetime.now(words.WIB).replace(tzinfo=None)


@st.cache_resource(max_entries=8, show_spinner=False)
def opened(folder: str, snapshot: str, before: str | None) -> store.Snapshot:
    """One snapshot with the one it is compared with, shared by all visits."""
    return store.Snapshot(Path(folder), snapshot, before, shapes.today())


@st.cache_data(max_entries=KEPT, show_spinner=False)
def ask(folder: str, snapshot: str, before: str | None, question: str) -> Rows:
    """The rows of queries/<question>.sql."""
    return opened(folder, snapshot, before).ask(question).to_dict("records")


def ask_now(folder: str, snapshot: str, before: str | None, question: str) -> Rows:
    """The same for a question about what lies beside the snapshot and changes while the snapshot does not."""
    return opened(folder, snapshot, before).ask(question).to_dict("records")
