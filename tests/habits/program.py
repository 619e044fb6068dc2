"""The program under test as the corpus meets it: reading one spreadsheet, and a whole sync with its indicators."""

from __future__ import annotations

import contextlib
import csv
import dataclasses
import inspect
import shutil
import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from unittest import mock

import openpyxl

from monev import sheets
from monev.reading import reader
from monev.settings import REFERENCE, Settings
from monev.sheets import Spreadsheet, Tab
from monev.snapshot import indicator_sql, outside_sql, queries, store
from monev.sync import declared, sync
from tests.habits import clean
from tests.habits.change import Typed, clean_sheet
from tests.habits.grid import Percent

SERIOUS = ("tolak", "periksa")
TO_DATE = len(inspect.signature(reader.read).parameters) > 3


@dataclass(frozen=True)
class Seen:
    """What the program made of a spreadsheet: by tab the counted rows (number -> values), findings as dicts, the
    numbers of all rows it accounts for; `green` and `status` of indicators only after a sync."""

    rows: dict
    findings: list
    accounted: dict
    empty: frozenset = frozenset()
    status: dict | None = None


def read(typed: Typed, only: str | None = None) -> Seen:
    """The reading of one spreadsheet in memory, without what only a sync can say; `only`: of this tab alone, as if
    neither contract nor spreadsheet had others, which is faster."""
    contract = clean.contracts()[typed.agency]
    if only:
        contract = dataclasses.replace(contract, tabs={only: contract.tabs[only]})
        typed = dataclasses.replace(typed, grids=[grid for grid in typed.grids if grid.code == only])
    try:
        sheet = reader.hold_back(spreadsheet(typed), contract)
    except sheets.SourceError as error:
        return Seen({}, [_trouble(typed.agency, str(error))], {})
    extra = (clean.DATE,) if TO_DATE else ()
    tabs, loose = reader.read(sheet, contract, clean.places(), *extra)
    notes = [note for tab in tabs.values() for note in tab.findings] + list(loose)
    rows = {code: {row.number: row.values for row in tab.counted} for code, tab in tabs.items()}
    accounted = {
        code: [row.number for row in tab.rows] + [number for number, _ in tab.layout_rows] for code, tab in tabs.items()
    }
    empty = frozenset(code for code, tab in tabs.items() if tab.empty)
    return Seen(rows, [dataclasses.asdict(note) for note in notes], accounted, empty)


def _trouble(agency: str, text: str) -> dict:
    """What is said of a spreadsheet that could not be read at all, as if it were a finding."""
    keys = ("tab", "sel", "baris", "kolom", "tertulis", "contoh", "akibat")
    return dict.fromkeys(keys) | {"instansi": agency, "alasan": text, "saran": "", "bobot": "tolak"}


@lru_cache(None)
def usual(agency: str) -> Seen:
    """The reading of the clean spreadsheet."""
    return read(clean_sheet(agency))


def spreadsheet(typed: Typed) -> Spreadsheet:
    made = [(grid.title, grid.rows()[0]) for grid in typed.grids]
    if typed.file:
        with tempfile.TemporaryDirectory(prefix="habits-") as folder:
            _write(Path(folder), typed)
            return sheets.read_folder(Path(folder), typed.agency)
    if any(isinstance(cell, Percent) for _, rows in made for row in rows for cell in row):
        with tempfile.TemporaryDirectory(prefix="habits-") as folder:
            _workbook(Path(folder) / f"{typed.agency}.xlsx", made)
            return sheets.read_folder(Path(folder), typed.agency)
    tabs = tuple(Tab(title, _trimmed(rows), None) for title, rows in made)
    return Spreadsheet(typed.agency, tabs, typed.locale, None)


def _trimmed(rows: list[list]) -> list[list]:
    return sheets.kept_rows(rows, "uji") if hasattr(sheets, "kept_rows") else rows


@lru_cache(1)
def _against() -> declared.Declared:
    return declared.load(REFERENCE)


@lru_cache(None)
def _about(codes: frozenset[str] | None) -> dict[str, queries.Question]:
    """All questions, those of all indicators being about these alone, without working out the others."""
    loaded = dict(queries.load())
    if codes is None:
        return loaded
    found = [one.declared for one in loaded.values() if one.kind is indicator_sql and one.declared.code in codes]
    for made in (indicator_sql.questions(found), outside_sql.questions(outside_sql.conditional(found))):
        loaded |= {f"ukuran/{name}": replace(loaded[f"ukuran/{name}"], sql=sql) for name, sql in made.items()}
    return loaded


@contextlib.contextmanager
def _snapshot(habits: list[Typed], codes: frozenset[str] | None = None):
    """The result of one sync of the clean city with these spreadsheets in it, and its snapshot, which may know of the
    indicators with these codes only."""
    with tempfile.TemporaryDirectory(prefix="habits-") as scratch:
        source, shots = Path(scratch) / "lembar", Path(scratch) / "potret"
        source.mkdir()
        changed = {typed.agency: typed for typed in habits}
        for agency in clean.contracts():
            if agency in changed:
                _write(source, changed[agency])
            else:
                shutil.copytree(clean.SHEETS / agency, source / agency)
        settings = Settings("folder", source, shots, clean.DATE, reference=REFERENCE)
        # In this process: that each agency is read in one of its own is the subject of other tests.
        with mock.patch.object(reader, "whole", _whole):
            [result] = sync.sync(settings, against=_against(), bounded=False)
        with store.Snapshot(shots, result.snapshot, questions=_about(codes)) as snapshot:
            yield result, snapshot


_read_whole = reader.whole


def _whole(sheet, contract, places, today):
    """What the program reads; of an agency's clean spreadsheet, which most syncs meet, what it read before."""
    if sheet != _clean_folder(contract.agency) or today != clean.DATE:
        return _read_whole(sheet, contract, places, today)
    return _clean_whole(contract.agency)


@lru_cache(None)
def _clean_folder(agency: str) -> Spreadsheet:
    return sheets.read_folder(clean.SHEETS, agency)


@lru_cache(None)
def _clean_whole(agency: str):
    against = _against()
    return _read_whole(_clean_folder(agency), against.contracts[agency], against.places, clean.DATE)


def age_status(typed: Typed) -> str:
    """How old the numbers of an agency are called after a sync."""
    with _snapshot([typed]) as (_, snapshot):
        ages = snapshot.ask("ringkasan/instansi").to_dict("records")
    return next(row["status"] for row in ages if row["instansi"] == typed.agency)


def synced(habits: list[Typed], codes: frozenset[str] | None = None) -> Seen:
    """One sync of the clean city with these spreadsheets in it, each of another agency; `codes` are the indicators whose
    status is wanted, all unless given."""
    with _snapshot(habits, codes) as (result, snapshot):
        found = snapshot.table("temuan")
        status = []
        if codes is None or codes:
            status = snapshot.select("select kode, status from indikator").to_dict("records")
    troubles = [_trouble(one.agency, one.trouble) for one in result.agencies if one.trouble]
    notes = [{key: _none(value) for key, value in row.items()} for row in found]
    return Seen({}, notes + troubles, {}, frozenset(), {row["kode"]: row["status"] for row in status})


def _none(value: object) -> object:
    if isinstance(value, str | list | int) or value is None:
        return value
    if hasattr(value, "tolist"):
        return value.tolist()
    return None if value != value else value


def together(cases: list) -> Typed:
    """The spreadsheet of one agency in which each of these habits has been typed, each into a tab of its own."""
    typed, tabs = cases[0].typed, {case.habit.tab: case.typed for case in cases}
    if len(cases) == 1:
        return typed
    found = {code: next(grid for grid in one.grids if grid.code == code) for code, one in tabs.items()}
    return Typed(typed.agency, [found.get(grid.code, grid) for grid in typed.grids])


def as_text(typed: Typed) -> bool:
    """Whether every cell is a text, as in a CSV file."""
    rows = (row for grid in typed.grids for row in grid.rows()[0])
    return all(cell is None or isinstance(cell, str) for row in rows for cell in row)


def _write(source: Path, typed: Typed) -> None:
    made = [(grid.title, grid.rows()[0]) for grid in typed.grids]
    if typed.file == "xlsx with a newer copy":
        _workbook(source / f"{typed.agency}.xlsx", made)
        shutil.copy(source / f"{typed.agency}.xlsx", source / f"{typed.agency} (1).xlsx")
        return
    if not as_text(typed) or any("/" in title for title, _ in made):
        _workbook(source / f"{typed.agency}.xlsx", made)
        return
    folder = source / typed.agency
    folder.mkdir()
    for title, rows in made:
        path = folder / f"{title}.csv"
        encoding = "utf-16" if typed.file == "utf-16" and title in typed.tabs else "utf-8"
        if typed.file == "utf-16 le tab" and title in typed.tabs:
            path.write_bytes("\n".join("\t".join(cell or "" for cell in row) for row in rows).encode("utf-16"))
            continue
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(rows)
        if typed.file == "unreadable" and title in typed.tabs:
            path.write_bytes(b"PK\x03\x04\x00\x00\x08\x00" + bytes(range(256)) * 3)


def _workbook(path: Path, made: list[tuple[str, list[list]]]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in made:
        sheet = book.create_sheet(title.replace("/", "-")[:31])
        for number, row in enumerate(rows, start=1):
            for index, value in enumerate(row, start=1):
                if value is None:
                    continue
                cell = sheet.cell(number, index)
                cell.value = float(value) if isinstance(value, Percent) else value
                if isinstance(value, Percent):
                    cell.number_format = "0%" if (value * 100).is_integer() else "0.0%"
                elif isinstance(value, str) and not value.startswith("="):
                    cell.data_type = "s"
    book.save(path)
