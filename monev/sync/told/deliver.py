"""From the newest snapshot into each agency's own sheet: every finding told once, whatever fails on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from monev.contract import gathered
from monev.contract.contracts import Contract
from monev.reading import layout
from monev.settings import Settings
from monev.sheets import FINDINGS_TAB, SourceError, Spreadsheet
from monev.sheets.google import comments, insert, own_tab
from monev.snapshot import claims, directory, store
from monev.sync import declared, fallback
from monev.sync.told import allowed, due, plan, record, tab, wanted, wish
from monev.sync.told.place import Places
from monev.sync.told.record import Record
from monev.sync.told.wanted import Wanted
from monev.sync.told.wish import Wish
from monev.words import clock

#: How long one sender waits for another one to end, in seconds, before it gives up with a clear word.
WAIT_FOR_OTHER, BUSY = 90, "Pemberitahuan temuan lain masih berjalan. Coba lagi sebentar."
#: How often a sheet is looked at and written within one try; the last look is the one that counts.
TURNS = 4
#: Seconds to the next try after one that failed: the first time, and at most.
SHORTEST, LONGEST = 5, 600
#: Answers that saved no comment, one after another, after which the tab takes their place.
UNSAVED_AT_MOST = 3
#: Refusals, one after another, after which it does: a single one may pass.
REFUSED_AT_MOST = 2
_RESTLESS = "Sebagian temuan belum tertulis di lembar; diperiksa lagi sebentar lagi."
_UNSAVED = "Google menjawab, tetapi tidak menyimpan komentarnya."


@dataclass(frozen=True)
class Told:
    """What became of one agency's sheet: the `way` it was told, how much was written just now, and what is in the way,
    None where the sheet says all it should; spreadsheets that were `left` just now, as typed, with the way in which
    each was told."""

    way: str
    written: int = 0
    trouble: str | None = None
    left: Mapping[str, str] = field(default_factory=dict)


def send(settings: Settings) -> dict[str, Told]:
    """Tell each agency that wants it, in its own sheet, what the newest snapshot found there.

    The sheet is looked at first, and only what it lacks is written; done is what is seen there afterwards. One sender
    at a time; raises SettingError for a wish that cannot be, StoreError where another sender does not end, OSError
    where nothing can be noted.
    """
    contracts = gathered.with_sheet(declared.load_contracts(settings.reference))
    asked = wish.wishes(settings, contracts)
    if not asked:
        return {}
    folder = settings.snapshots
    with claims.held(record.lock(folder), WAIT_FOR_OTHER, BUSY):
        name = store.newest_whole(folder)
        if name is None:
            return {}
        found = wanted.of_snapshot(folder, name)
        held: list[fallback.LastGood] = []

        def sheet(agency: str) -> Spreadsheet | None:
            if not held:
                held.append(fallback.load(folder))
            return held[0].sheets.get(agency)

        return {
            agency: _Sheet(settings, contracts, contracts[agency], one, found.get(agency, wanted.nothing(name)),
                           partial(sheet, agency), record.load(folder, agency)).tell()
            for agency, one in asked.items()
        }  # fmt: skip


@dataclass
class _Sheet:
    """One agency's sheet while it is told."""

    settings: Settings
    contracts: Mapping[str, Contract]
    contract: Contract
    wish: Wish
    wanted: Wanted
    held: Callable[[], Spreadsheet | None]
    record: Record
    written: int = 0

    @property
    def folder(self) -> Path:
        return self.settings.snapshots

    def tell(self) -> Told:
        """Tell it, and note how that went."""
        now, typed = clock.now(), self.settings.spreadsheets.get(self.contract.agency)
        before = self.record
        known = before if before.sheet == typed else before.elsewhere(typed)
        way = due.way(self.wish, known, now)
        taken = allowed.trouble_of(self.folder, self.contract.agency) is None
        if known.fingerprint == self._stamp(way) and taken and not known.trouble:
            known.snapshot = known.tried = self.wanted.snapshot
            record.save(self.folder, self.contract.agency, known)
            return Told(way, trouble=None)
        self.record.tried = self.wanted.snapshot
        if refusal := allowed.refusal(self.folder, self.contract, self.contracts, typed, self.held()):
            # What is known of the sheet before it is kept: the address may be put right.
            self._failed(refusal, now)
            return Told(way, trouble=f"{refusal} {remains(before)}".rstrip() if before.sheet == typed else refusal)
        self.record, left = known, {one: said for one, said in known.left.items() if one not in before.left}
        known.tried = self.wanted.snapshot
        trouble: str | None
        try:
            opened = insert.enter(self.settings.account, typed)
            if way == wish.COMMENT:
                try:
                    trouble = self._comment(opened)
                except comments.NotAllowed as error:
                    known.refused, trouble = known.refused + 1, str(error)
                    if known.refused >= REFUSED_AT_MOST:
                        self._tab(opened)  # where this fails too nothing may be written at all: that is told then
                        known.fallen, known.why, way, trouble = now.isoformat(), trouble, wish.TAB, None
            else:
                trouble = self._tab(opened)
        except SourceError as error:
            trouble, way = str(error), self.wish.way
            known.fallen = known.why = None
        self._note(way, trouble, now)
        return Told(way, self.written, trouble, left)

    def _note(self, way: str, trouble: str | None, now: dt.datetime) -> None:
        if trouble is not None:
            self._failed(trouble, now)
            return
        known = self.record
        known.trouble, known.way = None, way
        known.snapshot, known.fingerprint = self.wanted.snapshot, self._stamp(way)
        known.failed, known.again = 0, None
        if way == wish.COMMENT:
            known.believe_again()
        record.save(self.folder, self.contract.agency, known)

    def _failed(self, trouble: str, now: dt.datetime) -> None:
        known = self.record
        pause = min(SHORTEST * 2**known.failed, LONGEST)
        known.trouble = trouble
        known.failed, known.again = known.failed + 1, (now + dt.timedelta(seconds=pause)).isoformat()
        record.save(self.folder, self.contract.agency, known)

    def _stamp(self, way: str) -> str:
        """The same where nothing new is to be told in this way."""
        if way == wish.TAB:
            return wanted.digest([way, [line.texts for line in self._lines()]])
        return wanted.digest([way, self.wanted.fingerprint, self.wish.assignee])

    def _lines(self) -> list[own_tab.Line]:
        # Today is the day of the snapshot, by which a finding is mended too: it may have been set by hand.
        return tab.lines(self.wanted, directory.reference_date(self.wanted.snapshot))

    def _tab(self, opened: insert.Opened) -> None:
        self.written += own_tab.put(opened, FINDINGS_TAB, self._lines())

    def _comment(self, opened: insert.Opened) -> str | None:
        """What is in the way, None where every comment is as it should be; NotAllowed, SourceError."""
        assignee = self.wish.assignee
        for turn in range(TURNS):
            seen = comments.look(opened, self.contract.agency, self._ours)
            held = self.held() or replace(seen.sheet, tabs=())
            places = Places(seen, held, self.contract)
            todo = plan.plan(seen.threads, self.wanted, self.record, places.of, places.first, clock.now(), assignee)
            if not todo.steps or turn == TURNS - 1:
                break
            # Before anything is asked: what a sender that is killed has begun may still come.
            record.save(self.folder, self.contract.agency, self.record)
            outcome = comments.write(opened, [step.act for step in todo.steps])
            assignee = self._settle(todo, outcome, assignee)
            if outcome.trouble:
                return outcome.trouble
        if todo.steps or todo.waiting:
            return _RESTLESS
        tabs = {title: grid.number for title, grid in seen.grids.items()}
        if self.record.way != wish.COMMENT and own_tab.suspected(FINDINGS_TAB, tabs):
            own_tab.put(opened, FINDINGS_TAB, tab.moved(), own_tab.THERE)
        return None

    def _ours(self, title: str) -> bool:
        return layout.may_be_ours(title, self.contract.tabs)

    def _settle(self, todo: plan.Plan, outcome: comments.Outcome, assignee: str | None) -> str | None:
        """Note what became of each step, reply by reply; the address to assign further comments to."""
        for place, step in enumerate(todo.steps):
            became, kept = outcome.became.get(place), self.record.comments[step.code]
            if became == comments.DONE:
                self.written += 1
                kept.content = step.content or kept.content
            elif became == comments.GIVEN:
                kept.given = True
            elif became in (comments.UNSAVED, comments.REFUSED) and step.doing and kept.doing == step.doing:
                kept.settled()
            if became == comments.REFUSED and isinstance(step.act, comments.Insert) and step.act.assignee:
                assignee = None  # whoever is named may have no access; the comment itself goes first
        unsaved = [step for place, step in enumerate(todo.steps) if outcome.became.get(place) == comments.UNSAVED]
        if not unsaved:
            self.record.unsaved = 0
            return assignee
        self.record.unsaved += 1
        if self.record.unsaved >= UNSAVED_AT_MOST:
            self.record.unsaved, self.record.refused = 0, REFUSED_AT_MOST
            raise comments.NotAllowed(_UNSAVED)
        raise SourceError(_UNSAVED)


def remains(known: Record) -> str:
    """What was written into a sheet that is not written any more."""
    if not known.wrote:
        return ""
    what = f"tab {FINDINGS_TAB}" if known.way == wish.TAB else "komentar dari akun dasbor"
    return f"Yang sudah tertulis di sana ({what}) dibiarkan; hapus dengan tangan bila itu bukan lembar instansi ini."
