"""From what was read to what is told: checks, what was confirmed, what is in doubt, one finding per cause, history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from monev.contract import finding
from monev.contract.contracts import Contract
from monev.meeting import meeting
from monev.snapshot import store, tables
from monev.sync import causes, confirmations, cross_checks, doubt, finding_history, leaps
from monev.sync.fallback import LastGood
from monev.sync.rows import AgencyRead


def tell(
    folder: Path, name: str, content: dict[str, store.Table], contracts: Mapping[str, Contract],
    agencies: Sequence[AgencyRead], last: LastGood,
) -> None:  # fmt: skip
    """Complete the tables of the snapshot `name` in the making, in place: temuan, riwayat_temuan, konfirmasi, and
    what is in doubt in baris and tab."""
    [meta] = content["meta"].rows
    found = [row | {"asal": None} for row in content["temuan"].rows]
    for check, notes in cross_checks.findings(name, content, contracts).items():
        found += [note.row() | {"asal": check} for note in notes]
    leapt, unasked = _leaps(folder, name, content, contracts)
    leapt += leaps.kept(content, last.history, contracts, [note for _, note in leapt], unasked)
    found += [note.row() | {"asal": source} for source, note in leapt]
    found, kept = confirmations.confirmed(found, _rows(content, contracts), last.confirmed)
    content["konfirmasi"] = store.Table(tables.CONFIRMATIONS, kept)
    doubt.mark(found, content["baris"].rows, content["tab"].rows)
    titles = {(row["instansi"], row["tab"], row["kolom"]): row["judul"] for row in content["kolom"].rows}
    found = causes.gathered(_one_a_cell(found), titles, finding_history.gathered(last.history))
    order = {agency: index for index, agency in enumerate(contracts)}
    found.sort(key=lambda row: (order[row["instansi"]], row["tab"] or "", row["baris"] or 0, row["sel"] or ""))
    content["temuan"] = store.Table(finding.TYPES, found)
    now = finding_history.moment(meta["tanggal_acuan"], meta["dibuat"])
    seen = _seen(found, content, contracts, agencies, store.number(name), now, unasked)
    content["riwayat_temuan"] = store.Table(
        tables.FINDING_HISTORY, finding_history.continued(last.history, seen, contracts)
    )


def _one_a_cell(found: Sequence[Mapping]) -> list[Mapping]:
    """Of findings that ask about one cell the first: whoever looks at it will see the rest."""
    cells, kept = set(), []
    for row in found:
        cell = row["instansi"], row["tab"], row["baris"], row["kolom"]
        if None in cell or not finding.is_open(row):
            kept.append(row)
        elif cell not in cells:
            cells.add(cell)
            kept.append(row)
    return kept


def _leaps(folder: Path, name: str, content: Mapping[str, store.Table],
           contracts: Mapping[str, Contract]) -> tuple[list[tuple[str, finding.Finding]], Sequence[str]]:  # fmt: skip
    """What leapt, and the checks of leaps that could not be asked: what they found before is not mended by that."""
    before = meeting.compared_with(folder, name)
    if before is None:
        return [], (leaps.SOURCE, leaps.DECLARED)
    met = meeting.day_of(before)
    shapes = {tab.table: tables.typed_types(tab) for one in contracts.values() for tab in one.tabs.values()}
    try:
        with store.Snapshot(folder, before, shapes=shapes | {"baris": tables.BARIS}, questions={}) as earlier:
            return list(leaps.findings(content, earlier, contracts, met)), () if met else (leaps.DECLARED,)
    except store.StoreError:  # a damaged meeting is told by pages; reading goes on without it
        return [], (leaps.SOURCE, leaps.DECLARED)


def _rows(content: Mapping[str, store.Table], contracts: Mapping[str, Contract]) -> dict:
    """Agency, tab and sheet row -> the key of the row, and what its Keterangan says; counted rows only."""
    return {
        (one.agency, code, row["baris"]): (
            "\0".join(str(row.get(name)) for name in tab.key),
            row.get(confirmations.NOTE),
        )
        for one in contracts.values()
        for code, tab in one.tabs.items()
        for row in content[tab.table].rows
    }


def _seen(
    found: Sequence[Mapping], content: Mapping[str, store.Table], contracts: Mapping[str, Contract],
    agencies: Sequence[AgencyRead], number: int, now: dt.datetime, unasked: Sequence[str],
) -> finding_history.Seen:  # fmt: skip
    everywhere = frozenset((one.agency, code) for one in contracts.values() for code in one.tabs)
    return finding_history.Seen(
        found, content["tab"].rows,
        {(one.contract.agency, code): tab.columns for one in agencies for code, tab in one.tabs.items()},
        {one.contract.agency for one in agencies if not one.trouble},
        {one.contract.agency for one in agencies if one.sheet is None},
        cross_checks.sources(contracts) | dict.fromkeys((leaps.SOURCE, leaps.DECLARED), everywhere), number, now,
        unasked,
    )  # fmt: skip
