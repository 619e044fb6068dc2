"""What an agency's spreadsheet should look like: tabs, headers, notes, drop-downs and formats from its contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monev.contract.contracts import Column, Contract, TabContract
from monev.reading import choice_texts
from monev.reading.cells import Places
from monev.run.commands import template_notes
from monev.sheets.google.formats import DATE, NUMBER, TEXT

__all__ = ["ColumnPlan", "Plan", "SheetPlan", "plan"]

#: How cells of a column are stored and shown.
#: Whatever is no whole number or date is kept as typed: 7.3 must not turn into a number, 2024-10 not into a date,
#: 0,47% not into 0.0047.
_FORMATS = {"tgl": DATE, "bil": NUMBER, "rp": NUMBER}
#: Widths in characters by type of column, and the widest that a column gets for its drop-down.
_WIDTHS = {
    "tgl": 19,
    "bil": 13,
    "rp": 20,
    "des": 13,
    "teks": 30,
    "majemuk": 30,
    "kec": 18,
    "kel": 20,
    "yt": 10,
    "bulan": 12,
}
_WIDEST = 34
#: Characters that a title needs beside its longest word: the button of a filter.
_BESIDE = 4


@dataclass(frozen=True)
class ColumnPlan:
    """One column: its header cell, and how the cells below are to be.

    `kind` is the contract's type, `format` DATE, NUMBER or TEXT. `choices` are the texts of the drop-down, none
    without one; `strict` refuses anything else. `width` in characters. `also` are other titles that mean it.
    """

    title: str
    note: str
    kind: str
    format: str
    choices: tuple[str, ...]
    strict: bool
    width: int
    required: bool
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetPlan:
    """One tab: columns by name from left to right; the layout's reader takes it for the tab's contract.

    `prefill` holds, by column name, what a new tab has below its header; the lists are of one length.
    """

    title: str
    meaning: str
    key: tuple[str, ...]
    fill_down: tuple[str, ...]
    columns: dict[str, ColumnPlan]
    prefill: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Plan:
    """The tabs of one agency's spreadsheet by code; `name` is the agency as people call it."""

    agency: str
    name: str
    sheets: dict[str, SheetPlan]


def plan(contract: Contract, places: Places, labels: Iterable[tuple[str, str, str]]) -> Plan:
    """The spreadsheet of one agency. `labels` are (list, code, label), as `contracts.labels` gives."""
    spoken = choice_texts.Labels.of(labels)
    sheets = {code: _sheet(tab, places, spoken) for code, tab in contract.tabs.items()}
    return Plan(contract.agency, contract.name, sheets)


def _sheet(tab: TabContract, places: Places, labels: choice_texts.Labels) -> SheetPlan:
    return SheetPlan(
        title=tab.title,
        meaning=tab.meaning,
        key=tab.key,
        fill_down=tab.fill_down,
        columns={name: _column(column, tab, places, labels) for name, column in tab.columns.items()},
        prefill=_kelurahan(tab, places) if tab.all_kelurahan else {},
    )


def _column(column: Column, tab: TabContract, places: Places, labels: choice_texts.Labels) -> ColumnPlan:
    choices = choice_texts.drop_down(column, tab, places, labels)
    return ColumnPlan(
        title=column.title,
        note=template_notes.note(column, tab, places, labels),
        kind=column.type,
        format=_FORMATS.get(column.type, TEXT),
        choices=choices,
        # Whether a spreadsheet takes the text 7.3 for the 7.3 of its list is its own secret: there it only warns.
        strict=not any(text[:1].isdigit() for text in choices),
        width=_width(column, choices),
        required=column.required,
        also=column.also,
    )


def _width(column: Column, choices: tuple[str, ...]) -> int:
    longest = max(map(len, column.title.split())) + _BESIDE
    inside = _WIDTHS.get(column.type, max(map(len, choices), default=0) + _BESIDE)
    return max(longest, min(inside, _WIDEST))


def _kelurahan(tab: TabContract, places: Places) -> dict[str, tuple[str, ...]]:
    """A row for each kelurahan, in the order of the reference data."""
    known = {"kecamatan": tuple(places.home.values()), "kelurahan": tuple(places.home)}
    return {name: filled for name, filled in known.items() if name in tab.columns}
