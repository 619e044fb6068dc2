"""The agencies' spreadsheets read from Google, side by side, only those that may have changed."""

from __future__ import annotations

import logging
import queue
import re
import threading
import time
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from google.oauth2.service_account import Credentials
from gspread.urls import DRIVE_FILES_API_V3_URL

from monev import sheets
from monev.sheets import Fetched, SourceError, Spreadsheet, Tab, Value, limits
from monev.sheets.google import account, errors, who
from monev.sheets.google.client import Client, Garbled, TooLarge, again, token_request
from monev.sheets.spreadsheet import Who

log = logging.getLogger("monev")

#: What a spreadsheet says of itself before its values are asked for.
FACTS = "properties(title,locale,timeZone),sheets(properties(sheetId,title,sheetType,gridProperties(rowCount)))"
#: Share of the time of a whole sync that may pass before Google is given up: the rest is for checking and storing.
SHARE = 5 / 6
#: Seconds in which Drive has to tell what changed; without it nothing is lost but the reading of all.
CHECK = 8
#: Spreadsheets in one answer of Drive, and answers that are asked for; whatever lies behind is simply read.
PAGE, PAGES = 1000, 5
#: Where people open a spreadsheet, and one of its tabs.
ADDRESS = "https://docs.google.com/spreadsheets/d/{}/edit"
#: What stands for an id in secrets.toml.example.
EXAMPLE = "id-spreadsheet-"
_ID = re.compile(r"[\w-]{20,}")
_IN_ADDRESS = re.compile(r"/d/(e/)?([\w-]{20,})")


#: Whether a tab of this title is wanted.
Ours = Callable[[str], bool]
#: Rows of any other tab that are looked at, to see whether it holds what is wanted under another title.
TOP_ROWS = 30


@dataclass(frozen=True)
class Wanted:
    """One agency's spreadsheet: id or address as typed, which titles may be those of a tab that is wanted, and what is
    known of it from its last reading: the mark, and the titles that its tabs had (all of them).
    """

    typed: str | None
    ours: Ours
    mark: str | None = None
    known: Collection[str] = ()


@dataclass(frozen=True)
class _Ahead:
    """The rows of these tabs, asked for before it was known whether the spreadsheet still has just them."""

    titles: frozenset[str]
    rows: Future[dict[str, list[list[Value]]]]


def spreadsheet_id(typed: str | None) -> str:
    """The id in what an operator typed; SourceError where there is none."""
    text = (typed or "").strip() if isinstance(typed, str | None) else ""
    if not text:
        raise SourceError("Spreadsheet belum ditulis di bagian [spreadsheets] secrets.toml.")
    if EXAMPLE in text:
        raise SourceError("Alamat ini masih contoh. Ganti dengan alamat spreadsheet-nya di secrets.toml.")
    found = _IN_ADDRESS.search(text)
    if found and found[1]:
        raise SourceError("Yang tertulis adalah alamat publikasi. Buka spreadsheet-nya dan salin alamat di peramban.")
    if found or _ID.fullmatch(text):
        return found[2] if found else text
    raise SourceError("Yang tertulis di secrets.toml bukan id atau alamat spreadsheet Google.")


def fetch(key: Mapping[str, Any], wanted: Mapping[str, Wanted], seconds: float) -> dict[str, Fetched]:
    """What became of each agency's spreadsheet, within `seconds` whatever happens.

    One question to Drive tells which may have changed; of those, two to Sheets bring the tabs and the values, at the
    same time where the tabs are those of the last reading. Agencies are read side by side, and a failure of one is told
    at that one.
    """
    until = time.monotonic() + seconds * SHARE
    answers: queue.Queue[tuple[str, Fetched]] = queue.Queue()
    _start("google", _fetch, key, wanted, until, seconds, answers)
    late = f"Belum selesai dibaca dalam {seconds:.0f} detik. Dicoba lagi pada sinkron berikutnya."
    found = dict.fromkeys(wanted, Fetched(None, None, late))
    for _ in wanted:
        try:
            agency, fetched = answers.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            break
        found[agency] = fetched
    return found


def _start(name: str, work: Callable[..., None], *given: Any) -> None:
    # Not a pool: its threads are waited for at the end of the program, also one that never comes back.
    threading.Thread(target=work, args=given, daemon=True, name=name).start()


def _fetch(key: Mapping[str, Any], wanted: Mapping[str, Wanted], until: float, seconds: float,
           answers: queue.Queue[tuple[str, Fetched]]) -> None:  # fmt: skip
    """Enter, ask what changed, and set all agencies going."""
    try:
        credentials = account.enter(key)
        again(until)(credentials.refresh, token_request(until))
        changed = last_changes(credentials, until) or {}
    except Exception as error:  # whatever it is, it is told and the last good numbers stand in
        for agency in wanted:
            answers.put((agency, Fetched(None, None, _told(error, key, seconds))))
        return

    def try_one(agency: str, one: Wanted) -> None:
        try:
            answers.put((agency, _one(credentials, until, agency, one, changed)))
        except Exception as error:
            answers.put((agency, Fetched(None, None, _told(error, key, seconds))))

    for agency, one in wanted.items():
        _start(f"baca-{agency}", try_one, agency, one)


def _told(error: Exception, key: Mapping[str, Any], seconds: float) -> str:
    return errors.told(error, str(key.get("client_email") or "akun dasbor"), seconds)


def last_changes(credentials: Credentials, until: float) -> dict[str, Who] | None:
    """Spreadsheet id -> when it changed last and who did it, of all that are shared with the account itself.

    None where Drive does not tell in time; then everything is read.
    """
    client, changed, page = Client(credentials, time.monotonic() + min(CHECK, (until - time.monotonic()) / 3)), {}, None
    params = {
        "q": "mimeType='application/vnd.google-apps.spreadsheet'", "pageSize": PAGE,
        "fields": f"nextPageToken,files(id,modifiedTime,{who.ASKED})",
        "supportsAllDrives": True, "includeItemsFromAllDrives": True,
    }  # fmt: skip
    try:
        for _ in range(PAGES):
            more = {"pageToken": page} if page else {}
            answer = client.request("get", DRIVE_FILES_API_V3_URL, params=params | more).json()
            changed |= {file["id"]: who.of(file) for file in answer["files"]}
            page = answer.get("nextPageToken")
            if not page:
                break
    except Exception as error:
        said = errors.told(error, credentials.service_account_email, CHECK)
        log.warning("Tanpa Google Drive semua spreadsheet dibaca. %s", said)
        return None
    return changed


def _one(credentials: Credentials, until: float, agency: str, wanted: Wanted, changed: Mapping[str, Who]) -> Fetched:
    key = spreadsheet_id(wanted.typed)
    last = changed.get(key)
    mark = f"{key}@{last.at}" if last else None
    if mark and mark == wanted.mark:
        return Fetched(None, mark, None)
    known = frozenset(filter(wanted.ours, wanted.known))
    ahead = _ask_ahead(Client(credentials, until), agency, key, known) if known else None
    client = Client(credentials, until)
    facts = client.spreadsheets_get(key, {"fields": FACTS})
    return Fetched(read(client, agency, key, wanted.ours, facts, ahead), mark, None, who=last)


def _ask_ahead(client: Client, agency: str, key: str, titles: frozenset[str]) -> _Ahead:
    rows: Future[dict[str, list[list[Value]]]] = Future()

    def ask() -> None:
        try:
            rows.set_result(_values(client, key, dict.fromkeys(titles)))
        except Exception as error:  # raised where the rows are wanted, if they are
            rows.set_exception(error)

    _start(f"isi-{agency}", ask)
    return _Ahead(titles, rows)


def read(client: Client, agency: str, key: str, ours: Ours, facts: Mapping[str, Any],
         ahead: _Ahead | None = None, others: bool = True) -> Spreadsheet:  # fmt: skip
    """The spreadsheet `key` as it is typed now; `facts` are what `FACTS` asks of it.

    Of `others`, tabs that nobody declared, only the first rows are asked for, in a question of its own: one of them may
    hold, under another title, what is wanted. All cells come from one
    answer of Google, so a change between it and the facts mixes nothing within a tab or between tabs; Drive was asked
    before both, so the next sync sees that change.
    """
    tabs = [one["properties"] for one in facts["sheets"] if one["properties"].get("sheetType", "GRID") == "GRID"]
    sheets.refuse_many(len(tabs), 0, "Spreadsheet ini")
    heights = {tab["title"]: tab["gridProperties"]["rowCount"] for tab in tabs}
    wanted = {title: rows for title, rows in heights.items() if ours(title)}
    values, address = _come(ahead, wanted) or _values(client, key, wanted), ADDRESS.format(key)
    if others:
        tops = {title: min(rows, TOP_ROWS) for title, rows in heights.items()
                if title not in wanted and title != sheets.CHOICES_TAB}  # fmt: skip
        values = values | _values(client, key, tops)
    sheets.refuse_many(len(tabs), sum(len(row) for rows in values.values() for row in rows), "Spreadsheet ini")
    return Spreadsheet(
        agency,
        tuple(Tab(tab["title"], values.get(tab["title"], []), f"{address}#gid={tab['sheetId']}") for tab in tabs),
        facts["properties"].get("locale"),
        address,
        facts["properties"].get("title"),
    )


def _come(ahead: _Ahead | None, wanted: Collection[str]) -> dict[str, list[list[Value]]] | None:
    """What was asked ahead, None where other tabs are wanted now, or the rows below all measure came along."""
    if ahead is None or ahead.titles != set(wanted):
        return None
    try:
        return ahead.rows.result()
    except TooLarge:
        return None


def _values(client: Client, key: str, heights: Mapping[str, int | None]) -> dict[str, list[list[Value]]]:
    """Title -> its rows, ragged, without blank ones at the end; `heights` are rows of the grid, None where they are not
    known: then all rows are asked for. A date is a serial number."""
    if not heights:
        return {}
    titles = list(heights)
    ranges = [_range(title, rows) for title, rows in heights.items()]
    params = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "SERIAL_NUMBER"}
    answer = client.values_batch_get(key, ranges, params)
    if len(answer["valueRanges"]) != len(titles):
        raise Garbled("not as many ranges as asked for")
    return {
        title: sheets.kept_rows(([_stored(cell) for cell in row] for row in found.get("values", [])), f"Tab “{title}”")
        for title, found in zip(titles, answer["valueRanges"], strict=True)
    }


def _range(title: str, rows: int | None) -> str:
    quoted = "'" + title.replace("'", "''") + "'"
    return quoted if rows is None else f"{quoted}!1:{min(rows, limits.ROWS + 1)}"


def _stored(cell: Any) -> Value:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return None if cell == "" else cell
