"""Figures far from those of the same row at the meeting before: by the factor that a contract declares, or ten-fold."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from monev.contract import finding, gathered
from monev.contract.contracts import Contract, TabContract
from monev.contract.finding import Finding
from monev.contract.parts import FIGURES, NUMBERS, Column
from monev.reading.row_checks import compared
from monev.snapshot import store
from monev.sync import as_typed
from monev.words import words

Row = Mapping[str, Any]

#: How many times, and from which figure on: below it a few pieces more are soon ten times as many.
TIMES, LEAST = 10, 50
#: As the source of a finding, beside the names of the checks: ten-fold, and by a declared factor.
SOURCE, DECLARED = "lompatan", "lonjakan"
#: From how many times on "kali lipat" says it better than percent.
_FOLD = 2


class _Pair(NamedTuple):
    """A row and what it was, where each is the only one of its key."""

    row: Row
    was: Row
    alone: bool


def findings(
    content: Mapping[str, store.Table], before: store.Snapshot, contracts: Mapping[str, Contract], met: dt.date | None
) -> Iterator[tuple[str, Finding]]:
    """What leapt between the snapshot `before` and `content`, each with its source, one for a cell; a cell that was in
    doubt then proves nothing. `met` is the day of the meeting that `before` was frozen for: without one nothing is
    asked by a declared factor."""
    places = {(c["instansi"], c["tab"], c["baris"], c["kolom"]): c for c in content["sel"].rows if c["kolom"]}
    doubted = {(row["instansi"], row["tab"], row["baris"]): row["kolom_ragu"] or () for row in before.table("baris")}
    for one in gathered.with_sheet(contracts).values():  # of what regions sent each has asked itself
        for code, tab in one.tabs.items():
            for pair in _pairs(content[tab.table].rows, before.table(tab.table), tab):
                seen = doubted.get((one.agency, code, pair.was["baris"]), ())
                for name, declared in _leapt(pair, tab, met is not None):
                    if name not in seen and finding.ALL not in seen:
                        cell = places.get((one.agency, code, pair.row["baris"], name), {})
                        since = met if declared else None
                        yield DECLARED if declared else SOURCE, _told(pair, name, tab, cell, since)


def kept(
    content: Mapping[str, store.Table], history: Iterable[Row], contracts: Mapping[str, Contract],
    found: Iterable[Finding], unasked: Iterable[str],
) -> Iterator[tuple[str, Finding]]:  # fmt: skip
    """What is open in the history of findings, stands in its cell as it did, and is not among those `found` now: nobody
    looked at it since, so it is asked again, each with its source. That is what the checks `unasked` once told, and a
    leap since an earlier meeting: that another one was held meanwhile answers nothing. Of many cells with one cause all
    the column is asked about."""
    places = {(c["instansi"], c["tab"], c["baris"], c["kolom"]): c for c in content["sel"].rows if c["kolom"]}
    told = {(one.instansi, one.tab, one.baris, one.kolom) for one in found}
    for row in history:
        tab = contracts[row["instansi"]].tabs.get(row["tab"]) if row["instansi"] in contracts else None
        if row["asal"] not in {*unasked, DECLARED} or row["selesai"] is not None or tab is None:
            continue
        place = row["instansi"], row["tab"], row["baris"], row["kolom"]
        many = (row["banyak"] or 1) > 1 and row["asal"] in unasked
        as_it_was = place in places and row["tertulis"] in (None, places[place]["tertulis"])
        if row["kolom"] not in tab.columns or place in told or not (many or as_it_was):
            continue
        yield row["asal"], Finding(
            *place[:2], None if many else row["sel"], None if many else row["baris"], row["kolom"], row["tertulis"],
            row["alasan"], "periksa angkanya", tab.columns[row["kolom"]].example, "periksa", finding.STILL_COUNTED,
            finding.CAN_CONFIRM,
        )  # fmt: skip


def _pairs(rows: Iterable[Row], before: Iterable[Row], tab: TabContract) -> Iterator[_Pair]:
    rows, before = list(rows), list(before)
    then = {_key(row, tab): row for row in before}
    often = Counter(_key(row, tab) for row in rows) | Counter(_key(row, tab) for row in before)
    for row in rows:
        if (was := then.get(key := _key(row, tab))) is not None:
            yield _Pair(row, was, often[key] == 1 and any(part is not None for part in key))


def _key(row: Row, tab: TabContract) -> tuple:
    return tuple(compared(row.get(name)) for name in tab.key)


def _leapt(pair: _Pair, tab: TabContract, met: bool) -> Iterator[tuple[str, bool]]:
    """The columns whose figure leapt, each with whether by its declared factor: that says more than the ten-fold."""
    for name, column in tab.columns.items():
        if column.type not in FIGURES or column.negative or name in pair.row["kolom_rusak"] or name in tab.key:
            continue
        now, then = pair.row.get(name), pair.was.get(name)
        if met and pair.alone and beyond(now, then, column):
            yield name, True
        elif column.type in NUMBERS and _ten_fold(now, then, column):
            yield name, False


def beyond(now: float | None, then: float | None, column: Column) -> bool:
    """Whether a figure lies by more than the declared factor above or below what it was; exactly so much is no leap.

    From 0 up is how a figure begins, and no leap; down to 0 is one. What only builds up may rise by any factor.
    """
    if column.leap is None or now is None or not then:
        return False
    least, most = sorted((_exact(now), _exact(then)))
    return least * _exact(column.leap) < most and (now < then or not column.grows)


def _exact(figure: float) -> Fraction:
    """A figure as it is written, so that 1.1 times 50 is 55 and nothing above it."""
    return Fraction(str(figure))


def _ten_fold(now: float | None, then: float | None, column: Column) -> bool:
    if not now or not then or max(now, then) < LEAST:
        return False
    return now * TIMES <= then or (then * TIMES <= now and not column.grows)


def changed(now: float, then: float) -> str:
    """How far a figure moved: "turun 96%", "naik 3,2 kali lipat"; by 100% only where it is 0 now, and never by 0%."""
    least, most = sorted((now, then))
    if now > then and most >= _FOLD * least:
        times = Fraction(most) / Fraction(least)
        return f"naik {words.number(float(times), 0 if times.denominator == 1 or times >= TIMES else 1)} kali lipat"
    share = float(100 * (Fraction(most) - Fraction(least)) / Fraction(then))
    whole = 100 if now == 0 else min(max(round(share), 1), 99)
    return f"{'naik' if now > then else 'turun'} {words.number(whole)}%"


def _told(pair: _Pair, name: str, tab: TabContract, cell: Row, met: dt.date | None) -> Finding:
    """`met`: the day of the meeting, where the leap is one by a declared factor."""
    column, row, was = tab.columns[name], pair.row, pair.was
    hidden = column.private or (tab.shown_if is not None and not (tab.shown_if.holds(row) and tab.shown_if.holds(was)))
    now, then = column.said(row[name]), column.said(was[name])
    if met is not None:
        since = f"rapat {words.date_spoken(met)}"
        why = f"{column.title} {changed(row[name], was[name])} sejak {since}, dari {then} menjadi {now}."
        why = f"{column.title} jauh berbeda dari {since}." if hidden else why
    else:
        why = f"{column.title} {now}, padahal pada pembanding sebelumnya {then}."
        why = f"{column.title} jauh berbeda dari pembanding sebelumnya." if hidden else why
    return Finding(
        tab.agency, tab.code, as_typed.address(cell), row["baris"], name, None if hidden else cell.get("tertulis"), why,
        "periksa angkanya", column.example, "periksa", finding.STILL_COUNTED, finding.CAN_CONFIRM,
    )  # fmt: skip
