"""What tests of findings told in a sheet share: a city in the stand-in, and Kesbangpol's sheet as its officer sees it."""

import copy
import dataclasses
import datetime as dt
from functools import lru_cache
from pathlib import Path

from monev.snapshot import store
from monev.sync import declared
from monev.sync.told import deliver, record, text, wanted
from monev.words import clock
from tests import cloud
from tests.google import comments, dimensions
from tests.google.standin import Google

AGENCY, TAB = "kesbangpol", "Pakta Integritas"
HEAD = ["perangkat_daerah", "jumlah_asn", "jumlah_tanda_tangan", "tanggal_data"]
GOOD = ["Dinas A", "40", "31", "4 November 2024"]
#: What cannot be read as a number.
BAD = "belasan"


def row(name="Dinas A", staff="40", signed="31"):
    """A row of the tab; the last cell but one is the one that tests spoil."""
    return [name, staff, signed, GOOD[3]]


class Clerk:
    """Kesbangpol's spreadsheet and the settings by which it is told what was found there."""

    def __init__(self, google: Google, folder: Path, *rows, way="komentar", role="writer", more=(), date=None):
        self.google = google
        self.files = cloud.small(google)
        tabs = {TAB: [HEAD, *(rows or [GOOD])]} | dict(more)
        self.file = self.files[AGENCY] = google.add(AGENCY, tabs, title="Monev kesbangpol", role=role)
        settings = cloud.settings(google, self.files, folder, date=date or clock.now().date())
        self.place = dataclasses.replace(settings, told={AGENCY: way})

    # --- what is done ---

    def sync(self):
        return cloud.synced(self.place, everything=True)

    def tell(self):
        return deliver.send(self.place).get(AGENCY)

    def round(self):
        """A sync and what follows it."""
        self.sync()
        return self.tell()

    def wished(self, way):
        self.place = dataclasses.replace(self.place, told={AGENCY: way} if way else {})

    def type(self, cell, value, tab=TAB):
        self.google.put(self.file.id, tab, cell, value)

    def insert_rows(self, at, *rows, tab=TAB):
        """Rows put in by hand before sheet row `at` (from 1)."""
        with self.google.changing(self.file.id) as book:
            put_in(book, at, *rows, tab=tab)

    def by_hand(self, row, column, words):
        with self.google.changing(self.file.id) as book:
            return comments.by_hand(book, TAB, row, column, words)

    def reply(self, thread, words, action=None):
        with self.google.changing(self.file.id) as book:
            comments.reply_by_hand(book, thread, words, action)

    # --- what is seen ---

    @property
    def book(self):
        return self.google.book(self.file.id)

    @property
    def threads(self):
        return self.book.threads

    def own(self, state=None):
        """Our threads: all, or those that are OPEN or RESOLVED."""
        return [one for one in self.threads if one["headPost"]["author"].get("me") and state in (None, one["status"])]

    def cells(self, state="OPEN"):
        """Where our comments are, in A1 notation of their tabs, in order."""
        return sorted(cell_of(comments.place(self.book, one["commentId"])) for one in self.own(state))

    def rest(self):
        """Our comment that says how many findings have none."""
        return next(one for one in self.own() if text.code(one["headPost"]["content"]) == text.REST)

    def said(self, thread):
        return [post["content"] for post in [thread["headPost"], *thread.get("replies", [])]]

    def record(self):
        return record.load(self.place.snapshots, AGENCY)

    def asked(self):
        """Methods asked since the last clear, without the way in."""
        return [one.path.rpartition("/")[2].partition(":")[2] or one.endpoint
                for one in self.google.requests if one.endpoint != "token"]  # fmt: skip

    def codes(self):
        return [text.code(one["headPost"]["content"]) for one in self.own()]

    def found(self):
        """What is to be told by the newest snapshot."""
        name = store.latest(self.place.snapshots)
        seen = (self.place.snapshots / f"{name}.duckdb").stat()
        return _found(self.place.snapshots, name, (seen.st_ino, seen.st_mtime_ns))[AGENCY]

    def history(self):
        name = store.latest(self.place.snapshots)
        with store.Snapshot(self.place.snapshots, name) as snapshot:
            return snapshot.select("from riwayat_temuan where instansi = 'kesbangpol'").to_dict("records")


class Stage(cloud.Stage):
    """A clerk's city in a state in which many tests begin."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__(clerk.google, clerk.files, clerk.place.snapshots)
        self._clerk = clerk

    def again(self) -> Clerk:
        """The clerk of that state, whatever the last test has done."""
        self.lay_again()
        clerk = copy.copy(self._clerk)
        clerk.files = dict(clerk.files)
        return clerk


def declared_once(monkeypatch):
    """Whoever tells takes what is declared as it was loaded before."""
    monkeypatch.setattr(declared, "load_contracts", cloud.contracts)


@lru_cache(maxsize=8)
def _found(folder, name, _):
    return wanted.of_snapshot(folder, name)


def put_in(book, at, *rows, tab=TAB):
    """Rows put in by somebody before sheet row `at` (from 1) of a book that is being changed."""
    sheet = book.tab(tab)
    span = {"sheetId": sheet.sheet_id, "dimension": "ROWS", "startIndex": at - 1, "endIndex": at - 1 + len(rows)}
    dimensions.insert(book, {"range": span})
    for down, cells in enumerate(rows):
        for along, cell in enumerate(cells):
            sheet.set(at - 1 + down, along, cell)


def cell_of(place):
    if place is None:
        return "?"
    _, row, column = place
    return f"{chr(65 + column)}{row + 1}"


def later(monkeypatch, **amount):
    """Let our clock go on."""
    shift, now = dt.timedelta(**amount), clock.now
    monkeypatch.setattr(clock, "now", lambda: now() + shift)
