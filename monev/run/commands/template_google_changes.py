"""What a spreadsheet lacks of its plan, as one batchUpdate that touches nothing typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from monev import sheets
from monev.reading import layout
from monev.reading.layout.header import find, plain
from monev.run.commands import template_google_requests as ask
from monev.run.commands.template_google_requests import PROTECTED, Request
from monev.run.commands.template_plan import Plan, SheetPlan
from monev.sheets import Tab
from monev.words import clock, words

#: What `spreadsheets.get` must answer.
FIELDS = (
    "properties(locale,timeZone),sheets(properties(sheetId,title,sheetType,hidden,"
    "gridProperties(rowCount,columnCount,frozenRowCount)),protectedRanges(range,description))"
)
#: How `values:batchGet` must show the cells of `ranges`.
VALUES = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "SERIAL_NUMBER"}
#: Google's name of the Indonesian locale.
LOCALE = "in_ID"
#: Titles of the one tab that a new spreadsheet has, as `plain` sees them.
UNTOUCHED = frozenset({"sheet1", "lembar1"})
#: The lowest header that is frozen, since frozen rows cover the screen.
LOWEST_FROZEN = 10


@dataclass(frozen=True)
class Place:
    """One tab that is there: Google's number for it, its size and freeze, what is protected, and its cells."""

    number: int
    is_grid: bool
    hidden: bool
    rows: int
    columns: int
    frozen: int
    protected: tuple[Mapping[str, Any], ...]
    tab: Tab


@dataclass(frozen=True)
class Existing:
    """What is there: the spreadsheet's settings, and its tabs in their order."""

    locale: str
    time_zone: str
    places: tuple[Place, ...]


@dataclass
class Changes:
    """The `requests` of one batchUpdate, none where nothing is missing, and Indonesian lines about them.

    `done` says what they do; `left` what was left alone, and what somebody should do about it.
    """

    requests: list[Request] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def ranges(answer: Mapping[str, Any]) -> list[str]:
    """The ranges for `values:batchGet`: every tab whole, since a tab with any value is not empty."""
    return [_range(one["properties"]["title"]) for one in answer["sheets"] if _is_grid(one["properties"])]


def existing(answer: Mapping[str, Any], values: Sequence[Mapping[str, Any]]) -> Existing:
    """From `spreadsheets.get` (FIELDS) and the `valueRanges` of `ranges`, in their order.

    Google leaves out what is zero, false or empty. Raises SourceError for a tab of too many rows.
    """
    cells = dict(zip(ranges(answer), values, strict=True))
    places = []
    for one in answer["sheets"]:
        facts, title = one["properties"], one["properties"]["title"]
        grid = facts.get("gridProperties", {})
        rows = cells.get(_range(title), {}).get("values", []) if _is_grid(facts) else []
        places.append(
            Place(
                number=facts.get("sheetId", 0),
                is_grid=_is_grid(facts),
                hidden=facts.get("hidden", False),
                rows=grid.get("rowCount", 0),
                columns=grid.get("columnCount", 0),
                frozen=grid.get("frozenRowCount", 0),
                protected=tuple(one.get("protectedRanges", ())),
                tab=Tab(title, sheets.kept_rows(rows, f"Tab “{title}”"), None),
            )
        )
    settings = answer.get("properties", {})
    return Existing(settings.get("locale", ""), settings.get("timeZone", ""), tuple(places))


def changes(plan: Plan, there: Existing) -> Changes:
    """What is missing in `there` for it to be as planned; carried out once, a second call asks for nothing."""
    changed = Changes()
    _settings(there, changed)
    titles = {code: sheet.title for code, sheet in plan.sheets.items()}
    found, notes = layout.recognise_tabs([place.tab for place in there.places], titles)
    alike = {note.tab: note.written for note in notes if note.tab and note.written}
    place_of = {id(place.tab): place for place in there.places}
    spare = _untouched(there)
    taken = {place.number for place in there.places}
    free = (number for number in count(1) if number not in taken)
    for code, sheet in plan.sheets.items():
        if code in found:
            _existing_tab(sheet, place_of[id(found[code])], changed)
        elif code in alike:
            changed.left.append(
                f"Tab “{sheet.title}” belum ada, tetapi ada tab “{alike[code]}” yang mirip. Bila itu yang dimaksud, "
                f"ganti judulnya; bila bukan, tambahkan tab kosong berjudul “{sheet.title}”. Lalu jalankan lagi."
            )
        elif spare is not None:
            changed.done.append(f"Menjadikan tab kosong “{spare.tab.title}” tab “{sheet.title}”.")
            changed.requests.append(ask.renamed(spare.number, sheet.title))
            changed.requests += ask.laid_out(sheet, spare.number, spare.rows, spare.columns)
            spare = None
        else:
            changed.done.append(f"Menambahkan tab “{sheet.title}”.")
            changed.requests += ask.added(sheet, next(free))
    return changed


def _range(title: str) -> str:
    return "'{}'".format(title.replace("'", "''"))


def _is_grid(facts: Mapping[str, Any]) -> bool:
    return facts.get("sheetType", "GRID") == "GRID"


def _settings(there: Existing, changed: Changes) -> None:
    wrong = {}
    if not sheets.is_indonesian(there.locale):
        wrong["locale"] = LOCALE
        changed.done.append("Mengatur lokal spreadsheet menjadi Indonesia.")
    if there.time_zone != clock.zone().key:
        wrong["timeZone"] = clock.zone().key
        changed.done.append(f"Mengatur zona waktu spreadsheet menjadi {clock.short()} ({clock.place()}).")
    if wrong:
        changed.requests.append(ask.settings(wrong))


def _untouched(there: Existing) -> Place | None:
    """The tab that a new spreadsheet comes with, while it is alone and nothing was done to it that can be seen."""
    if len(there.places) != 1:
        return None
    [place] = there.places
    bare = place.is_grid and not (place.hidden or place.protected or place.tab.rows)
    return place if bare and plain(place.tab.title) in UNTOUCHED else None


def _existing_tab(sheet: SheetPlan, place: Place, changed: Changes) -> None:
    title = place.tab.title
    if not place.is_grid:
        changed.left.append(f"Tab “{title}” bukan tabel, jadi dibiarkan. Ganti judulnya, lalu jalankan lagi.")
        return
    if not place.tab.rows:
        changed.done.append(f"Mengisi judul kolom di tab kosong “{title}”.")
        changed.requests += ask.laid_out(sheet, place.number, place.rows, place.columns)
        return
    head = find(place.tab.rows, *_titles(sheet))
    if head is None:
        changed.left.append(
            f"Tab “{title}” sudah berisi, tetapi baris judul kolomnya tidak dikenali, jadi dibiarkan. "
            "Tulis judul setiap kolom dalam satu baris di atas isinya, lalu jalankan lagi."
        )
        return
    _missing_columns(sheet, place, min(one.row for one in head.titles), head.rows[-1], changed)
    _head_kept(place, head.rows, changed)


def _titles(sheet: SheetPlan) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The title of each column, and the other titles that mean it."""
    columns = sheet.columns.items()
    return {name: one.title for name, one in columns}, {name: one.also for name, one in columns if one.also}


def _missing_columns(sheet: SheetPlan, place: Place, row: int, last: int, changed: Changes) -> None:
    """Columns that no title names go to the right of all that is filled; one that a title nearly names is told."""
    laid, title = layout.lay_out(place.tab, sheet), place.tab.title
    alike = {note.column: note for note in laid.findings if note.column in laid.missing and note.written}
    for name, note in alike.items():
        changed.left.append(
            f"Tab “{title}”: kolom “{sheet.columns[name].title}” belum ada, tetapi judul “{note.written}” di sel "
            f"{note.cell} mirip. Ganti judul itu bila itu yang dimaksud; bila bukan, tambahkan kolomnya."
        )
    new = {name: sheet.columns[name] for name in laid.missing if name not in alike}
    if not new:
        return
    first = max(map(len, place.tab.rows))
    if first + len(new) > place.columns:
        changed.requests.append(ask.longer(place.number, "COLUMNS", first + len(new) - place.columns))
    changed.requests += ask.columns(list(new.values()), place.number, first, row, last)
    named = words.listing([f"“{column.title}”" for column in new.values()])
    changed.done.append(f"Menambahkan kolom {named} di kanan tab “{title}”.")


def _head_kept(place: Place, rows: Sequence[int], changed: Changes) -> None:
    """The header stays in sight and is kept from slips, unless somebody has seen to either already."""
    first, last = rows[0], rows[-1]
    if not place.frozen and last <= LOWEST_FROZEN and last < place.rows:
        changed.requests.append(ask.frozen(place.number, last))
        changed.done.append(f"Membekukan baris judul kolom di tab “{place.tab.title}”.")
    if not any(_covers(one, first, last) for one in place.protected):
        changed.requests.append(ask.protection(place.number, first, last))
        changed.done.append(f"Melindungi judul kolom di tab “{place.tab.title}” (hanya peringatan).")


def _covers(protected: Mapping[str, Any], first: int, last: int) -> bool:
    """Whether a protected range is our own, or somebody's that covers any of these rows; without rows it covers all."""
    over = protected.get("range", {})
    reaches = over.get("startRowIndex", 0) < last and over.get("endRowIndex", last) >= first
    return reaches or protected.get("description") == PROTECTED
