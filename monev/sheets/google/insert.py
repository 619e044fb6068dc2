"""New rows put between those of a spreadsheet, all of them at once, without touching what stands there."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monev.sheets import SourceError, Spreadsheet
from monev.sheets.cell import DAY_0
from monev.sheets.google import account, errors, read
from monev.sheets.google.client import Client, Refused, again, token_request
from monev.sheets.google.formats import DATE, FORMATS, Request

#: Seconds for all that is asked: to look, to write, and to look again.
SECONDS = 60
#: What a spreadsheet says of itself: what reading needs, and which cells are merged.
FACTS = read.FACTS.replace("sheets(", "sheets(merges,", 1)
#: Google keeps this mark at each row that was written; the mark's number says what it is the row of. One sign and no
#: value, because of keys and values Google's guide to metadata allows 30.000 characters in one sheet.
KEY = "m"
#: Words of Google's when the number of a mark was given before, and when a sheet has no room for more marks.
_GIVEN, _FULL = ("already exists", "in use", "duplicate"), ("limit", "quota", "exceed", "maximum")

#: The cells of a new row by their column, from 0: text exactly as it is, or a date.
Line = Mapping[int, str | dt.date]


class Known(SourceError):
    """Google has carried out the writing of at least one of these rows before; none of them was written now."""


@dataclass(frozen=True)
class Opened:
    """The way into one spreadsheet, for SECONDS."""

    key: str
    client: Client
    account: str


@dataclass(frozen=True)
class Grid:
    """A tab as a grid: Google's number for it, how many rows it has, its merges as (first row, row behind), and the
    same with columns, as (first row, first column, row behind, column behind)."""

    number: int
    rows: int
    merged: tuple[tuple[int, int], ...]
    areas: tuple[tuple[int, int, int, int], ...] = ()


def enter(key: Mapping[str, Any], typed: str | None) -> Opened:
    """The way into the spreadsheet that was typed in secrets.toml; SourceError tells why there is none."""
    until = time.monotonic() + SECONDS
    try:
        credentials = account.enter(key, account.TO_WRITE)
        name = read.spreadsheet_id(typed)
        again(until)(credentials.refresh, token_request(until))
    except Exception as error:  # whatever Google does is told in words
        raise SourceError(errors.told(error, str(key.get("client_email")), SECONDS, to_write=True)) from error
    return Opened(name, Client(credentials, until), credentials.service_account_email)


def look(opened: Opened, agency: str, wanted: Callable[[str], bool]) -> tuple[Spreadsheet, dict[str, Grid]]:
    """The spreadsheet as it is typed at this moment, with the rows of tabs whose titles are `wanted`, and the grid of
    every tab by its title.

    SourceError tells why it cannot be looked at.
    """
    try:
        facts = opened.client.spreadsheets_get(opened.key, {"fields": FACTS})
        sheet = read.read(opened.client, agency, opened.key, wanted, facts, others=False)
    except Exception as error:
        raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error
    return sheet, dict(grids(facts))


def insert(opened: Opened, grid: Grid, after: int, below_head: bool, lines: Mapping[str, Line]) -> None:
    """Put these rows (by what they are the rows of) below sheet row `after`, in one change or not at all.

    They look like the row above them; `below_head`: like the one that was there. Never asked again where it is not
    certain that nothing happened: SourceError may also mean that it was carried out and the answer got lost. A second
    time for the same row is refused by Google itself, however late the first one arrives: Known. Only where Google has
    no room left for the marks by which it knows rows, rows are written without.
    """
    # Between two rows of one merged cell a new row would vanish into it.
    at = max([after, *(end for first, end in sorted(grid.merged) if first < after < end)])
    rows = list(_rows(grid, at, below_head, lines))
    for marks in (list(_marks(grid, at, lines)), []):
        try:
            opened.client.batch_update(opened.key, {"requests": rows + marks})
            return
        except Refused as error:
            if not (marks and no_room(error)):
                raise refused(error, opened.account) from error
        except Exception as error:
            raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error


def _of_marks(error: Refused, words: Sequence[str]) -> bool:
    """Whether Google refuses the marks of rows, for a reason in which one of these words stands."""
    said = error.message.lower()
    return error.status == 400 and "metadata" in said and any(word in said for word in words)


def of_marks(error: Refused) -> bool:
    """Whether Google refuses a change because a mark in it was given before."""
    return _of_marks(error, _GIVEN)


def no_room(error: Refused) -> bool:
    """Whether Google refuses a change because there is no room for its marks."""
    return _of_marks(error, _FULL) and not _of_marks(error, _GIVEN)


def refused(error: Refused, address: str) -> SourceError:
    """Why Google refuses a writing, in words."""
    said = error.message.lower()
    if _of_marks(error, _GIVEN):
        return Known("Menurut Google baris ini sudah pernah ditulis, tetapi ID-nya belum terlihat. Periksa kolom ID "
                     "di lembar; bila baris itu memang tidak ada, ketik dengan ID ini.")  # fmt: skip
    if error.status in (400, 403) and "protected" in said:
        return SourceError(f"Bagian lembar ini dilindungi. Minta pemiliknya membuka Data › Lindungi sheet dan rentang, "
                           f"lalu mengizinkan {address}.")  # fmt: skip
    if error.status == 403 and error.reason == "PERMISSION_DENIED":
        return SourceError(
            f"Akun dasbor hanya boleh melihat. Minta pemiliknya menekan Bagikan dan mengubah {address} menjadi Editor."
        )
    return SourceError(errors.told(error, address, SECONDS, to_write=True))


def grids(facts: Mapping[str, Any]) -> Iterator[tuple[str, Grid]]:
    """The grid of each tab by its title; `facts` are what FACTS asks."""
    for one in facts["sheets"]:
        tab = one["properties"]
        merged = tuple((area.get("startRowIndex", 0), area["endRowIndex"]) for area in one.get("merges", ()))
        areas = tuple((area.get("startRowIndex", 0), area.get("startColumnIndex", 0), area["endRowIndex"],
                       area["endColumnIndex"]) for area in one.get("merges", ()))  # fmt: skip
        rows = tab.get("gridProperties", {}).get("rowCount", 0)
        yield tab["title"], Grid(tab.get("sheetId", 0), rows, merged, areas)


def _rows(grid: Grid, at: int, below_head: bool, lines: Mapping[str, Line]) -> Iterator[Request]:
    rows = {"sheetId": grid.number, "dimension": "ROWS"}
    if below_head and at == grid.rows:  # nothing is there that they could look like
        yield {"appendDimension": rows | {"length": len(lines)}}
    else:
        span = rows | {"startIndex": at, "endIndex": at + len(lines)}
        yield {"insertDimension": {"range": span, "inheritFromBefore": not below_head}}
    for first, dated, width in _blocks(list(lines.values())):
        start = {"sheetId": grid.number, "rowIndex": at, "columnIndex": first}
        cells = [{"values": [_cell(line.get(first + step)) for step in range(width)]} for line in lines.values()]
        fields = "userEnteredValue,userEnteredFormat.numberFormat" if dated else "userEnteredValue"
        yield {"updateCells": {"start": start, "rows": cells, "fields": fields}}


def _marks(grid: Grid, at: int, lines: Mapping[str, Line]) -> Iterator[Request]:
    for row, name in enumerate(lines, start=at):
        place = {"sheetId": grid.number, "dimension": "ROWS", "startIndex": row, "endIndex": row + 1}
        yield {"createDeveloperMetadata": {"developerMetadata": {
            "metadataId": number(name), "metadataKey": KEY, "visibility": "DOCUMENT",
            "location": {"dimensionRange": place},
        }}}  # fmt: skip


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, bool, int]]:
    """Neighbouring columns of one kind: the first, whether they hold dates, and how many; no other cell is touched."""
    kinds = {column: isinstance(value, dt.date) for line in lines for column, value in line.items()}
    ordered = enumerate(sorted(kinds))
    for (_, dated), found in itertools.groupby(ordered, lambda one: (one[1] - one[0], kinds[one[1]])):
        columns = [column for _, column in found]
        yield columns[0], dated, len(columns)


def _cell(value: str | dt.date | None) -> dict[str, Any]:
    if value is None:
        return {}
    if isinstance(value, str):
        return {"userEnteredValue": {"stringValue": value}}
    serial = {"numberValue": (value - DAY_0).days}
    return {"userEnteredValue": serial, "userEnteredFormat": {"numberFormat": FORMATS[DATE]}}


def number(name: str) -> int:
    """The number by which Google knows the row of `name` again, always the same; each may be given only once."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") & 0x7FFFFFFF or 1
