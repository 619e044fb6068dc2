"""What the newest snapshot holds of each agency: what stands in when its sheet cannot be read now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from monev.contract import finding
from monev.sheets import SourceError, Spreadsheet
from monev.snapshot import store, tables
from monev.sync import as_typed, finding_history

#: What is taken out of a snapshot, so that one of an earlier version gives it in the shape of today.
_SHAPES = {
    "instansi": tables.INSTANSI, "lembar": tables.LEMBAR, "sel": tables.SEL, "temuan": finding.TYPES,
    "riwayat_temuan": tables.FINDING_HISTORY, "riwayat_janji": tables.PROMISE_HISTORY,
    "konfirmasi": tables.CONFIRMATIONS,
    "daerah": {"kode_daerah": "VARCHAR"},
}  # fmt: skip


@dataclass(frozen=True)
class LastGood:
    """What the newest snapshot holds: its id, hash and mark of simulation, each agency's row, spreadsheet as typed
    and number of findings, the code of its city, the history of all findings (tables.FINDING_HISTORY) that of all
    promises (PROMISE_HISTORY), and what was confirmed (CONFIRMATIONS)."""

    name: str | None = None
    digest: str | None = None
    simulated: bool = False
    agencies: Mapping[str, Mapping] = field(default_factory=dict)
    sheets: Mapping[str, Spreadsheet] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    history: Sequence[Mapping] = ()
    promises: Sequence[Mapping] = ()
    confirmed: Sequence[Mapping] = ()
    city: str | None = None

    def refuse_others(self, simulated: bool, city: str) -> None:
        """Raise SourceError where sheets of this kind, of this city (kode_daerah), do not belong to what is held."""
        if self.name and self.simulated != simulated:
            raise SourceError(
                "Folder potret ini berisi data " + ("simulasi" if self.simulated else "sungguhan")
                + ", jadi tidak dicampur dengan lembar ini. Setel MONEV_POTRET ke folder lain."
            )  # fmt: skip
        if self.city not in (None, city):
            raise SourceError(
                f"Folder potret ini berisi data daerah {self.city}, jadi tidak dicampur dengan daerah {city}. "
                "Setel MONEV_POTRET ke folder lain."
            )


def load(folder: Path) -> LastGood:
    """The newest snapshot of `folder` that is whole, taken apart; nothing where there is none yet."""
    name = store.newest_whole(folder)
    if name is None:
        return LastGood()
    with store.Snapshot(folder, name, shapes=_SHAPES, questions={}) as snapshot:
        [meta] = snapshot.table("meta")
        agencies = {row["instansi"]: row for row in snapshot.table("instansi")}
        tabs = sorted(snapshot.table("lembar"), key=lambda tab: (tab["instansi"], tab["urutan"]))
        cells = sorted(
            snapshot.table("sel"), key=lambda cell: (cell["instansi"], cell["lembar"], cell["baris"], cell["kolom_ke"])
        )
        told = snapshot.table("temuan")
        known = snapshot.table("riwayat_temuan")
        cities = [row["kode_daerah"] for row in snapshot.table("daerah")]
        confirmed = snapshot.table("konfirmasi")
        promised = snapshot.table("riwayat_janji")
        # One from before the history was kept: each finding is as old as the snapshot.
        known = known or finding_history.begun(
            told,
            finding_history.moment(meta["tanggal_acuan"], meta["dibuat"]), store.number(name),
        )  # fmt: skip
    tabs_of, cells_of = _grouped(tabs), _grouped(cells)
    again = {
        agency: replace(
            as_typed.sheet_again(agency, tabs_of[agency], cells_of.get(agency, [])),
            title=agencies[agency]["berkas"], link=agencies[agency]["tautan"],
        )
        for agency in tabs_of
    }  # fmt: skip
    found = Counter(row["instansi"] for row in told if finding.is_open(row))
    return LastGood(name, meta["hash"], meta["simulasi"], agencies, again, found, known, promised, confirmed,
                    next(iter(cities), None))  # fmt: skip


def _grouped(rows: list[dict]) -> dict[str, list[dict]]:
    groups: dict[str, list[dict]] = {}
    for row in rows:
        groups.setdefault(row["instansi"], []).append(row)
    return groups
