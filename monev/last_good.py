"""What the newest snapshot holds of each agency: what stands in when its sheet cannot be read now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from monev import store, tables
from monev.sheets import Spreadsheet


@dataclass(frozen=True)
class LastGood:
    """What the newest snapshot holds: its id, hash and mark of simulation, each agency's row, spreadsheet as typed
    and number of findings."""

    name: str | None = None
    digest: str | None = None
    simulated: bool = False
    agencies: Mapping[str, Mapping] = field(default_factory=dict)
    sheets: Mapping[str, Spreadsheet] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)


def load(folder: Path) -> LastGood:
    """The newest snapshot of `folder` taken apart; nothing where there is none yet."""
    name = store.latest(folder)
    if name is None:
        return LastGood()
    with store.Snapshot(folder, name) as snapshot:
        [meta] = snapshot.select("from meta").to_dict("records")
        agencies = {row["instansi"]: row for row in snapshot.select("from instansi").to_dict("records")}
        tabs = snapshot.select("from lembar order by instansi, urutan").to_dict("records")
        cells = snapshot.select("from sel order by instansi, lembar, baris, kolom_ke").to_dict("records")
        found = Counter(snapshot.select("select instansi from temuan where bobot <> 'info'")["instansi"])
    tabs_of, cells_of = _grouped(tabs), _grouped(cells)
    again = {agency: tables.sheet_again(agency, tabs_of[agency], cells_of.get(agency, [])) for agency in tabs_of}
    return LastGood(name, meta["hash"], meta["simulasi"], agencies, again, found)


def _grouped(rows: list[dict]) -> dict[str, list[dict]]:
    groups: dict[str, list[dict]] = {}
    for row in rows:
        groups.setdefault(row["instansi"], []).append(row)
    return groups
