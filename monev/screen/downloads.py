"""The hand-outs of the page Bahan: made on request, and kept for whoever asks next for the same."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, field
from functools import partial
from threading import Lock

import streamlit as st

from monev.handouts import catalogue, project_files
from monev.handouts.handout import NAMES, Form, Handout, file_name
from monev.handouts.source import Data, Source
from monev.meeting import meeting
from monev.screen import answers, course, sync_status, visit
from monev.screen.access import audit, gate
from monev.screen.access.roles import Right, Told
from monev.screen.access.session import CONNECTED
from monev.screen.draw import downloads, elements, theme
from monev.screen.fragment import fragment
from monev.screen.page import Page, show
from monev.screen.theme_option import theme_option
from monev.snapshot import frozen, parquet, store
from monev.words import words

log = logging.getLogger("monev")

#: Files kept in memory, of all snapshots together; the one not asked for longest makes room.
KEPT = 32
#: Where a visit keeps which files could not be made at its last try.
_FAILED = "bahan_gagal"
_REFUSED = (
    "Berkas ini belum dapat dibuat. Angka di layar tidak terganggu; coba lagi, "
    "lalu beri tahu sekretariat bila berulang."
)


@dataclass
class Place:
    """Where one file is kept once it is made; whoever asks for it meanwhile waits for it instead of making his own."""

    content: bytes | None = None
    making: Lock = field(default_factory=Lock)


def said(page: Page) -> str:
    """The sentence that leads the page: whose numbers are in the files."""
    met = page.held.meeting
    if met is None:
        return f"Bahan ini memakai angka terbaru, keadaan {words.date_spoken(page.today)}."
    when = words.since(met.pinned, met.date)
    return f"Bahan ini memakai angka rapat {words.date_spoken(met.date)} yang dibekukan {when}."


def meeting_first(page: Page) -> None:
    """The way to the files of the last meeting, where those on the page are of newer numbers."""
    found = None if page.held.meeting else meeting.latest(page.folder, page.today)
    if found is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="bahan-rapat"):
        show(downloads.of_meeting(found.title, found.date, found.pinned))
        st.button("Buka bahan rapat ini", type="primary", key="ke-rapat", on_click=visit.look_at, args=(found.name,))


@fragment(run_every=sync_status.EVERY, key="bahan")
def offered(page: Page) -> None:
    """Every hand-out with its button: first to make it, then to take it; looked at again while the page is open, since
    a decision that is recorded makes the files of before old.
    """
    if not page.person.may(Right.TAKE):
        show(elements.empty_state("Berkas dibuat dan dibagikan oleh sekretariat; teks di bawah dapat disalin."))
        return
    try:
        recorded, _ = sync_status.recorded(page.numbers)
        vouched, points = sync_status.vouched(page.numbers), sync_status.points(page.numbers)
        planned, courses, data = sync_status.planned(page.numbers), course.points(page), _data(page)
    except store.StoreError as error:
        log.warning("Bahan belum dapat ditawarkan. %s", error)
        show(downloads.refused(str(error)))
        return
    source = Source(
        lambda question: answers.ask(page.numbers, question),
        page.facts,
        recorded,
        {token: theme.colour(theme_option, "light", token) for token in theme.KEYS},
        vouched,
        points,
        planned,
        courses,
        data,
    )
    told = (recorded, vouched, points, planned, course.stamp(page), project_files.stamps(), page.person.role)
    decided = hashlib.sha256(repr(told).encode()).hexdigest()
    for handout in (*catalogue.offered(), catalogue.DATA):
        if not handout.there(source):
            continue
        places = [_place(page.numbers, page.numbers.stamps, decided, handout.code, one.suffix) for one in handout.forms]
        with st.container(horizontal=True, vertical_alignment="center", key=f"bahan-{handout.code}"):
            _offer(handout, source, places)


def _data(page: Page) -> Data | None:
    """What the data for analysts need; only the numbers of a meeting that stay as they are are handed out as such."""
    met = page.held.meeting
    return Data(page.person.details, parquet.content, frozen.sha256(page.folder, met.snapshot)) if met else None


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _place(numbers: answers.Numbers, stamps: answers.Stamps, decided: str, code: str, suffix: str) -> Place:
    """The place of a file, by all that it is made from: another snapshot, decision or project file has its own."""
    return Place()


def _offer(handout: Handout, source: Source, places: list[Place]) -> None:
    """What it is, and beside it for each of its files the button that makes it or the one that takes it."""
    told = st.empty()
    _tell(handout, places, told)
    for form, place in zip(handout.forms, places, strict=True):
        slot, one_of = st.empty(), f"{handout.code}-{form.suffix}" if len(places) > 1 else handout.code
        called = f" {NAMES[form.suffix]}" if len(places) > 1 else ""
        if place.content is None:
            if not slot.button(f"Siapkan{called}", key=f"siapkan-{one_of}"):
                continue
            _make(handout, form, source, place, slot)
            _tell(handout, places, told)
        if place.content is not None:
            name = file_name(handout, source, form.suffix)
            slot.download_button(
                f"Unduh{called}, {size(place.content)}", partial(_handed, place, name), name, form.mime,
                key=f"unduh-{one_of}", type="primary", on_click="ignore",
            )  # fmt: skip


def _handed(place: Place, name: str) -> bytes:
    """The file, at the moment it is taken: to whoever asks for it, if he may, and recorded under his account."""
    person = CONNECTED.get()
    if place.content is None or not gate.allowed(person, Right.TAKE):
        raise Told(f"{name} diminta oleh akun yang tidak berhak.")
    gate.note(person, audit.TOOK, name)
    return place.content


def _tell(handout: Handout, places: list[Place], told) -> None:
    failed = handout.code in st.session_state.get(_FAILED, ()) and not all(place.content for place in places)
    told.html(downloads.handout(handout.title, handout.holds, _REFUSED if failed else handout.trouble))


def _make(handout: Handout, form: Form, source: Source, place: Place, slot) -> None:
    """Make the file and tell in its place how far it is; where that fails, say so there."""
    failed = st.session_state.setdefault(_FAILED, set())
    failed.discard(handout.code)
    slot.progress(0, "Menunggu giliran")
    with place.making:
        if place.content is not None:
            return
        try:
            place.content = form.write(source, lambda share, what: slot.progress(share, what))
        except Exception as error:
            log.error("Bahan “%s” gagal dibuat: %s: %s", handout.code, type(error).__name__, error, exc_info=error)
            failed.add(handout.code)
            slot.html(downloads.refused("Belum berhasil."))


def size(content: bytes) -> str:
    """How large a file is, as it is told: "68 KB"."""
    return f"{words.number(max(round(len(content) / 1024), 1))} KB"
