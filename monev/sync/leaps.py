"""Figures ten times as large or as small as in the same row at the meeting before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from monev.contract import finding
from monev.contract.contracts import Contract, TabContract
from monev.contract.finding import Finding
from monev.contract.parts import NUMBERS
from monev.reading.row_checks import compared
from monev.snapshot import store
from monev.sync import as_typed

#: How many times, and from which figure on: below it a few pieces more are soon ten times as many.
TIMES, LEAST = 10, 50
#: As the source of a finding, beside the names of the checks.
SOURCE = "lompatan"


def findings(
    content: Mapping[str, store.Table], before: store.Snapshot, contracts: Mapping[str, Contract]
) -> Iterator[Finding]:
    """What leapt between the snapshot `before` and `content`; a cell that was in doubt then proves nothing."""
    places = {(c["instansi"], c["tab"], c["baris"], c["kolom"]): c for c in content["sel"].rows if c["kolom"]}
    doubted = {(row["instansi"], row["tab"], row["baris"]): row["kolom_ragu"] or () for row in before.table("baris")}
    for one in contracts.values():
        for code, tab in one.tabs.items():
            then = {_key(row, tab): row for row in before.table(tab.table)}
            for row in content[tab.table].rows:
                was = then.get(_key(row, tab))
                if was is None:
                    continue
                seen = doubted.get((one.agency, code, was["baris"]), ())
                for name in _leapt(row, was, tab):
                    if name not in seen and finding.ALL not in seen:
                        yield _told(row, was, name, tab, places.get((one.agency, code, row["baris"], name), {}))


def _key(row: Mapping[str, Any], tab: TabContract) -> tuple:
    return tuple(compared(row.get(name)) for name in tab.key)


def _leapt(row: Mapping[str, Any], was: Mapping[str, Any], tab: TabContract) -> Iterator[str]:
    for name, column in tab.columns.items():
        if column.type not in NUMBERS or column.negative or name in row["kolom_rusak"] or name in tab.key:
            continue
        now, then = row.get(name), was.get(name)
        if not now or not then or max(now, then) < LEAST:
            continue
        if now * TIMES <= then or (then * TIMES <= now and not column.grows):
            yield name


def _told(
    row: Mapping[str, Any], was: Mapping[str, Any], name: str, tab: TabContract, cell: Mapping[str, Any]
) -> Finding:
    column = tab.columns[name]
    why = f"{column.title} {column.said(row[name])}, padahal pada pembanding sebelumnya {column.said(was[name])}."
    hidden = column.private or (tab.shown_if is not None and not tab.shown_if.holds(row))
    if hidden:
        why = f"{column.title} jauh berbeda dari pembanding sebelumnya."
    return Finding(
        tab.agency, tab.code, as_typed.address(cell), row["baris"], name, None if hidden else cell.get("tertulis"), why,
        "periksa angkanya", column.example, "periksa", finding.STILL_COUNTED, finding.CAN_CONFIRM,
    )  # fmt: skip
