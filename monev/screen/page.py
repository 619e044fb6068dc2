"""How a page opens: its frame, what this visit looks at, and the line above it."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from monev import settings
from monev.screen import (
    abbreviations,
    address,
    answers,
    meeting_keys,
    meeting_mode,
    narrowed,
    no_numbers,
    sync_status,
    visit,
)
from monev.screen.access import gate, reach
from monev.screen.access.roles import Person
from monev.screen.draw import (
    agenda_course,
    downloads,
    elements,
    meeting_bar,
    notices,
    search,
    status_line,
    terms,
    written_logo,
)
from monev.screen.draw.abbreviations import line
from monev.screen.fragment import fragment
from monev.screen.pieces import show
from monev.screen.stopwatch import Clock
from monev.screen.theme_option import theme_option
from monev.snapshot import store
from monev.words import project, words

log = logging.getLogger("monev")

#: Where a run keeps its page, and the page on which meetings begin.
_PAGE, _BEGINS = "halaman_terbuka", "rapat"


@dataclass(frozen=True)
class Page:
    """One page on one snapshot. `name` is its folder in queries/; `held` what the visit looks at; `facts` the row of
    bersama/bingkai; `person` is in front of it; `large`: it is shown to a room, in Mode Rapat. `kecamatan`:
    of what has a place only what lies there.
    """

    name: str
    held: visit.Held
    facts: dict[str, Any]
    person: Person
    large: bool = False
    kecamatan: str | None = None

    @property
    def numbers(self) -> answers.Numbers:
        return self.held.numbers

    @property
    def folder(self) -> Path:
        return self.numbers.folder

    def ask(self, question: str) -> answers.Rows:
        """The rows of queries/<question>.sql; a bare name is a question of this page's own folder."""
        here = self.kecamatan
        return narrowed.ask(self.numbers, here, self._named(question)) if here else self.of_city(question)

    def of_city(self, question: str) -> answers.Rows:
        """The same of the whole city, whatever is chosen."""
        return reach.kept(self.person, answers.ask(self.numbers, self._named(question)))

    def also(self, question: str = "", said: str = "") -> str:
        """What is said beside an answer, on a narrowed page also that it is of the whole city: always so where none is
        named, which is `of_city`."""
        city = self.kecamatan and narrowed.reach(self.numbers, self.kecamatan, question and self._named(question))
        return "; ".join(part for part in (city, said) if part)

    def _named(self, question: str) -> str:
        return question if "/" in question else f"{self.name}/{question}"

    def own(self, question: str) -> answers.Rows:
        """The rows about this page of bersama/<question>, which all pages share."""
        return [row for row in self.ask(f"bersama/{question}") if row["halaman"] == self.name]

    def measure(self, row: Mapping[str, Any]) -> str:
        """How one number (a row of bersama/angka_pokok) is worked out, as SQL."""
        name = f"{row['halaman']}/indikator/{row['kode']}"
        return f"-- {name}\n{answers.opened(self.numbers).text(name)}"

    @property
    def wanted(self) -> answers.Rows:
        """What this agenda point asks to be decided, worst first; `dicatat` is who does it until when, where the
        meeting in view has decided so.
        """
        decided = {row["ke"]: row for row in self._decided}
        return [row | {"dicatat": decided.get(row["ke"])} for row in self.own("perlu_diputuskan")]

    @property
    def _decided(self) -> answers.Rows:
        rows = reach.kept(self.person, sync_status.answered(self.numbers))
        return [row for row in rows if row["halaman"] == self.name]

    @property
    def vouched(self) -> answers.Rows:
        """What every agency said of its data before the meeting (rows of bersama/data_benar)."""
        return sync_status.vouched(self.numbers)

    @property
    def looks(self) -> str:
        """By what two openings of a page look the same, but for what is chosen on it."""
        seen = (self.name, self.numbers, self.numbers.stamps, self.person.role, self.large, self.kecamatan,
                self._decided, self.vouched, answers.meetings(self.folder))  # fmt: skip
        return " ".join(map(str, seen))

    @property
    def today(self) -> dt.date:
        """The reference date: "today" for everything on the page."""
        return self.facts["tanggal_acuan"]

    @property
    def since(self) -> str:
        """What the page is compared with, as one speaks of it: "rapat 21 Oktober", or the day of a mere snapshot."""
        met = self.facts["dulu_rapat"]
        return f"rapat {words.date_spoken(met)}" if met else words.date_spoken(self.facts["dulu_tanggal"])


def around() -> None:
    """What stays while pages come and go; drawn ahead of the page, by the script that runs them all."""
    own = str(settings.logo() or written_logo.drawn(project.name(), project.city(), theme_option))
    st.logo(address.absolute(f"/{settings.LOGO}") if st.context.url else own, size="large")
    address.kept_in_address()
    meeting_keys.listen()
    show(meeting_bar.mark(meeting_mode.on()), search.button())


def opened() -> Page | None:
    """The page that this run has opened; None where none could be."""
    return st.session_state.get(_PAGE)


def below() -> None:
    """What stays below every page, drawn behind it: what its abbreviations mean, and who is signed in. Where a room
    looks, what keeps sheets from being read: above the page it would push the picture from the first screen.
    """
    page = opened()
    if page is None:
        return
    if page.large:
        _warnings(page)
    known, said = page.ask("bersama/singkatan"), abbreviations.said()
    spelled = line(known, said)
    if page.large:
        show(spelled)
    else:
        gate.foot(page.person, spelled + terms.notes(known, abbreviations.opened(), said))


def set_up(name: str, compared: str = "") -> Page:
    """Set up the frame of page `name` on what this visit looks at, for whoever may see it; else say so and end the
    page. `compared` is the part of the address that names another meeting to compare with."""
    try:
        found = gate.current()
        person = gate.enter(found)
        folder = found.snapshots
        if reach.closed(person, name):
            no_numbers.stop(*reach.CLOSED_TO)
        visit.remember(folder)
        held = visit.held(folder, compared and st.query_params.get(compared))
        if held is None:
            show(sync_status.halted(folder))
            sync_status.wait_for_first(folder)
            why = no_numbers.DAMAGED if store.newest_damaged(folder) else no_numbers.NONE_YET
            no_numbers.stop(why, no_numbers.ADVICE[sync_status.begun(folder)])
        [facts] = answers.ask(held.numbers, "bersama/bingkai")
    except visit.Unknown as error:
        show(elements.title("Angka rapat ini tidak ditampilkan."), elements.empty_state(str(error)))
        st.button("Ke angka yang dipakai sekarang", type="primary", on_click=visit.leave, args=(folder,))
        meeting_keys.way_out()
        st.stop()
    except (settings.SettingError, store.StoreError) as error:
        no_numbers.stop("Data belum dapat dibuka.", str(error))
    except OSError as error:
        log.error("Folder potret belum dapat dibaca: %s.", error.strerror)
        no_numbers.stop("Data belum dapat dibuka.", no_numbers.UNREADABLE)
    sync_status.begin_warnings()
    shorts = answers.ask(held.numbers, "bersama/singkatan")
    abbreviations.begin(tuple(dict.fromkeys(row["singkatan"] for row in shorts)), not meeting_mode.on())
    place = None if meeting_mode.on() or person.seat else narrowed.chosen(held.numbers, name)
    st.session_state[_PAGE] = page = Page(name, held, facts, person, meeting_mode.on(), place)
    points = page.ask("bersama/acara")
    meeting_mode.stand([row["halaman"] for row in points], name)
    if page.large:
        _strip(page, meeting_mode.running(name))
    else:
        # From where a meeting is begun the mode leads to its first point.
        meeting_keys.entrance(points[0]["halaman"] if points and name == _BEGINS else "")
        _strip(page)
    return page


@fragment(run_every=sync_status.EVERY, key="bingkai")
def _strip(page: Page, running: Clock | None = None) -> None:
    """The line above the page, the offer of newer numbers where there are some, and what keeps sheets from being read;
    kept up to date while it is open.

    `running` is the clock of the meeting, in Mode Rapat.
    """
    if not gate.still(page.person):
        st.rerun()
    visit.follow(page.held)
    meeting = page.held.meeting
    paper = downloads.on_paper(address.absolute("/bahan", meeting.name if meeting else ""))
    show(_rail(page, running) if running else _line(page), paper)
    if page.held.trouble:
        show(notices.not_compared(page.held.trouble))
    visit.offer(page.held, sync_status.wished)
    if not page.large:  # there the line itself names the agencies
        sync_status.warn(page.numbers, page.facts["dibuat"])


@fragment(run_every=sync_status.EVERY, key="gangguan")
def _warnings(page: Page) -> None:
    sync_status.warn(page.numbers, page.facts["dibuat"])


def _rail(page: Page, running: Clock) -> str:
    failing = sync_status.failing(page.numbers)
    return meeting_bar.rail(page.ask("bersama/acara"), page.name, running, time.time(), page.facts, failing)


def _line(page: Page) -> str:
    facts = page.facts
    checked = sync_status.checked_since(page.numbers, facts["dibuat"])
    turn = agenda_course.turn(page.ask("bersama/acara"), page.name, facts["rapat_mulai"])
    choice, note = narrowed.above(page.numbers, page.name) if page.person.seat is None else ("", "")
    return status_line.strip(facts, checked, turn, choice) + note
