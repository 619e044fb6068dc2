"""A stand-in for Google on loopback: token endpoint, Drive and Sheets for the real client, nothing of it faked there.

    with Google() as google:
        kpu = google.add("kpu", {"Hibah": [["tahap_pencairan", "nilai_diterima"], ["Tahap 1", 10_000_000_000]]})
        subprocess.run([...], env=os.environ | google.environment)
        assert [one.endpoint for one in google.requests] == ["token", "drive", "sheets"]

The client is sent there by its environment alone: a proxy, and an authority to trust. What is asked and what is
answered is held to Google's own description of its APIs; a misfit is answered with 500, kept in `misfits`, and
leaving the block fails. Times are seconds.
"""

import base64
import contextlib
import copy
import functools
import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from tests.google import a1, account, description, recording
from tests.google.book import Book, now
from tests.google.faults import DONE, LATE, LATER, NOTHING, Faults, refused
from tests.google.refusal import Refusal, of_sheets
from tests.google.service import Service
from tests.google.wire import Asked, Reply, Server

#: Seconds that requests which are to meet are given to come together.
MEETING = 15
_ENDPOINTS = {"oauth2.googleapis.com": "token", "www.googleapis.com": "drive", "sheets.googleapis.com": "sheets"}


@dataclass(frozen=True)
class File:
    """A spreadsheet in the stand-in: its id, and the address that a browser would show."""

    id: str
    url: str


@dataclass(frozen=True)
class Request:
    """A request that was answered, or left unanswered (status 0). `seconds` counts from the start of the stand-in."""

    endpoint: str
    method: str
    path: str
    spreadsheet: str | None
    status: int
    seconds: float


class Google:
    """The stand-in, as a context manager. `delay` is waited before each answer."""

    def __init__(self) -> None:
        self.misfits: list[str] = []
        self.requests: list[Request] = []
        self.delay = 0.0
        self._met: tuple[str, threading.Barrier] | None = None
        self._faults = Faults()
        self._officers: list[tuple[str, Callable[[Book], None]]] = []
        self._late: list[Callable[[], Reply]] = []
        self._arriving = threading.Lock()
        self._service = Service()
        self._books, self._lock = self._service.books, self._service.lock

    def __enter__(self) -> "Google":
        self._start = time.monotonic()
        self._folder = TemporaryDirectory()
        self._server = Server(self._serve, self._misfit)
        trusted = Path(self._folder.name) / "authority.pem"
        self._server.authority.cert_pem.write_to_path(trusted)
        proxy = f"http://127.0.0.1:{self._server.port}"
        self.environment = {"HTTPS_PROXY": proxy, "https_proxy": proxy, "NO_PROXY": "", "no_proxy": ""}
        self.environment["REQUESTS_CA_BUNDLE"] = str(trusted)
        return self

    def __exit__(self, kind: type | None, error: object, trace: object) -> None:
        self._server.close()
        self._folder.cleanup()
        # A test that failed already says more than what followed from it.
        assert kind or not self.misfits, "\n".join(self.misfits)

    # --- what is there ---

    def key(self) -> dict[str, str]:
        """The content of the service account's key file."""
        return account.key()

    def add(
        self,
        name: str,
        tabs: Mapping[str, Sequence[Sequence[Any]]],
        *,
        title: str | None = None,
        locale: str = "in_ID",
        time_zone: str = "Asia/Jakarta",
        role: str | None = "reader",
        listed: bool = True,
        office: bool = False,
        id: str | None = None,
    ) -> File:
        """A new spreadsheet with these tabs and rows.

        Cells are texts, numbers, True, None or a `book.Formula`; a date is its serial number. `role` is "reader",
        "writer", or None where it is not shared; `listed=False` where only its link is; `office` for a workbook that
        lies in Drive as it was uploaded.
        """
        with self._lock:
            id = id or _id(f"{name} {len(self._books)}")
            properties = {
                "title": title or f"Monev {name}", "locale": locale, "autoRecalc": "ON_CHANGE", "timeZone": time_zone
            }  # fmt: skip
            book = Book(id, properties, [], role, listed, office, now(), now())
            for tab, rows in tabs.items():
                book.add(tab, [list(cells) for cells in rows])
            self._books[id] = book
            return File(id, book.url)

    def book(self, id: str) -> Book:
        """The spreadsheet as the stand-in keeps it, to look at."""
        return self._books[id]

    def kept(self, ids: Iterable[str]) -> dict[str, Book]:
        """These spreadsheets as they are now, for `lay_again`."""
        with self._lock:
            return {id: copy.deepcopy(self._books[id]) for id in ids}

    def lay_again(self, kept: Mapping[str, Book]) -> None:
        """Let spreadsheets be as they were when they were `kept`; nothing that was asked before comes later."""
        self.arrive()
        with self._lock:
            self._books |= copy.deepcopy(dict(kept))

    @contextlib.contextmanager
    def changing(self, id: str, who: str | None = None):
        """Change a spreadsheet by hand, as its officer would: the block gets the Book, modifiedTime moves after it.
        Drive tells of `who`, an address; of nobody where he was not signed in."""
        user = {"kind": "drive#user", "displayName": who.partition("@")[0].title(), "me": False,
                "permissionId": "2", "emailAddress": who} if who else None  # fmt: skip
        with self._lock:
            yield self._books[id]
            self._books[id].moved(user)

    def put(self, id: str, tab: str, cell: str, value: Any, who: str | None = None) -> None:
        """Type a value into a cell such as "C5"; the grid grows if it must."""
        with self.changing(id, who) as book:
            row, column = a1.cell(cell)
            one = book.tab(tab)
            one.resize(max(one.row_count, row + 1), max(one.column_count, column + 1))
            one.set(row, column, value)

    def touch(self, id: str) -> None:
        """Let modifiedTime move though no value did, as formatting does."""
        with self.changing(id):
            pass

    def add_tab(self, id: str, title: str, rows: Sequence[Sequence[Any]] = ()) -> None:
        """Add a tab behind the others."""
        with self.changing(id) as book:
            book.add(title, [list(cells) for cells in rows])

    def rename_tab(self, id: str, old: str, new: str) -> None:
        """Give a tab another title; its gid stays."""
        with self.changing(id) as book:
            book.tab(old).properties["title"] = new

    def delete_tab(self, id: str, title: str) -> None:
        """Take a tab away."""
        with self.changing(id) as book:
            book.tabs.remove(book.tab(title))
            book.number()

    def resize(self, id: str, tab: str, rows: int, columns: int) -> None:
        """Give a tab's grid other measures."""
        with self.changing(id) as book:
            book.tab(tab).resize(rows, columns)

    def set_locale(self, id: str, locale: str) -> None:
        """Set a spreadsheet's locale, e.g. "en_US"."""
        with self.changing(id) as book:
            book.properties["locale"] = locale

    def set_time_zone(self, id: str, time_zone: str) -> None:
        """Set a spreadsheet's time zone, e.g. "America/Los_Angeles"."""
        with self.changing(id) as book:
            book.properties["timeZone"] = time_zone

    def trash(self, id: str) -> None:
        """Put a spreadsheet into the bin, where it can still be read."""
        with self.changing(id) as book:
            book.trashed = True

    def share(self, id: str, role: str | None) -> None:
        """Let the account be "reader" or "writer" of a spreadsheet, or None of both."""
        with self._lock:
            self._books[id].role = role

    def remove(self, id: str) -> None:
        """Delete a spreadsheet for good."""
        with self._lock:
            del self._books[id]

    # --- what goes wrong, what is replayed, what was asked ---

    def fault(self, endpoint: str, kind: str, times: int | None = None, spreadsheet: str | None = None,
              method: str | None = None, carried_out: str = NOTHING) -> None:  # fmt: skip
        """Answer the next `times` requests (None: all) at "token", "drive" or "sheets" with a fault of faults.KINDS.

        With `spreadsheet` only requests for this id are hit, with `method` only those of this name in the description.
        Nothing is done, unless `carried_out` says DONE or LATER. Faults given earlier go first.
        """
        assert endpoint in _ENDPOINTS.values(), endpoint
        self._faults.add(endpoint, kind, times, spreadsheet, method, carried_out)

    def before(self, method: str, change: Callable[[Book], None]) -> None:
        """Once, right before the next request of this method is answered, let somebody change its spreadsheet."""
        with self._lock:
            self._officers.append((method, change))

    def meet(self, endpoint: str, count: int) -> None:
        """Answer no request at this endpoint before `count` of them are there; that they do not come is a misfit."""
        with self._lock:
            self._met = (endpoint, threading.Barrier(count))

    def arrive(self) -> None:
        """Carry out now what was to be carried out LATER."""
        for one in list(self._late):
            self._arrives(one)

    def heal(self) -> None:
        """End all faults and meetings, and send away whoever was to change something."""
        self._faults.clear()
        with self._lock:
            self._met = None
            self._officers.clear()

    def revoke_tokens(self) -> None:
        """Let no token that was given hold any longer: the next call is answered with 401."""
        self._service.tokens.revoke()

    def replay(self, path: Path | None) -> None:
        """Answer what a recording holds from it, see `recording`; None: no longer."""
        with self._lock:
            self._service.recording = None if path is None else recording.load(path)

    def clear_requests(self) -> None:
        """Forget the requests so far."""
        with self._lock:
            self.requests.clear()

    # --- answering ---

    def _misfit(self, text: str) -> None:
        with self._lock:
            self.misfits.append(text)

    def _serve(self, asked: Asked) -> Reply:
        seconds = time.monotonic() - self._start
        endpoint = _ENDPOINTS.get(asked.host)
        if endpoint is None:
            return Reply(404, b'{"error": {"code": 404, "message": "Not Found", "status": "NOT_FOUND"}}')
        url = urlsplit(asked.target)
        routed = description.route(endpoint, asked.verb, url.path) if endpoint != "token" else None
        given = routed[1] if routed else {}
        file = given.get("spreadsheetId") or given.get("fileId")
        method = routed[0] if routed else None
        self._await_the_others(endpoint)
        self._changed_by_an_officer(method, file)
        fault = self._faults.reply(endpoint, file, method)
        reply, carried_out = fault or (None, DONE)
        if carried_out == LATER:
            one = functools.partial(self._answer, endpoint, asked, routed)
            self._late.append(one)
            late = threading.Timer(LATE, self._arrives, (one,))
            late.daemon = True
            late.start()
        elif carried_out == DONE:
            answered = self._answer(endpoint, asked, routed)
            reply = reply or answered
        with self._lock:
            self.requests.append(Request(endpoint, asked.verb, url.path, file, reply.status, seconds))
        self._server.closing.wait(self.delay)
        return reply

    def _answer(self, endpoint, asked, routed) -> Reply:
        try:
            return self._service.answer(endpoint, asked, routed)
        except Refusal as error:
            return refused(error)
        except Exception as error:
            # Also a mistake of the stand-in itself must not look like one of Google's failures.
            misfit = str(error) if isinstance(error, AssertionError) else repr(error)
            self._misfit(f"{asked.verb} {asked.host}{asked.target}: {misfit}")
            return refused(of_sheets(500, misfit))

    def _arrives(self, one):
        with self._arriving:
            if one in self._late:
                self._late.remove(one)
                one()

    def _await_the_others(self, endpoint):
        with self._lock:
            met, barrier = self._met or (None, None)
        if met == endpoint:
            try:
                barrier.wait(MEETING)
            except threading.BrokenBarrierError:
                self._misfit(f"{endpoint}: fewer than {barrier.parties} requests came before the first was answered")

    def _changed_by_an_officer(self, method, file):
        with self._lock:
            found = next((one for one in self._officers if one[0] == method), None)
            if found and file in self._books:
                self._officers.remove(found)
                found[1](self._books[file])
                self._books[file].moved()


def _id(text):
    """An id in the form of Google's: 44 letters, digits, "-" and "_"."""
    return "1" + base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()[:43]
