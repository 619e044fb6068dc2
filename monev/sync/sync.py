"""From the agencies' sheets to a snapshot: the only place that knows sheets, contract and store."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from monev import sheets
from monev.contract import finding, gathered
from monev.contract.contracts import Contract, keeper
from monev.meeting import meeting
from monev.reading import personal
from monev.reading.cells.places import Places
from monev.reading.reader import whole
from monev.settings import SettingError, Settings
from monev.sheets import Fetched, SourceError
from monev.snapshot import changers, claims, directory, store, tables
from monev.sync import cross_checks, declared, fallback, fetch, isolated, promise_history, rows
from monev.sync.declared import Declared
from monev.sync.fallback import LastGood
from monev.sync.findings import tell
from monev.sync.rows import AgencyRead
from monev.words import clock

#: How long a sync waits for another one to end, in seconds, before it gives up with a clear word.
WAIT_FOR_OTHER, BUSY = 30, "Sinkron lain masih berjalan. Coba lagi sebentar."


@dataclass(frozen=True)
class AgencyResult:
    """What a sync saw of one agency: numbers of tabs, rows, held rows and findings; `trouble` if it failed."""

    agency: str
    tabs: int
    seen: int
    counted: int
    held: int
    layout: int
    findings: int
    trouble: str | None


@dataclass(frozen=True)
class Result:
    """`snapshot` is the id that now holds the newest numbers; `new` whether this sync made it."""

    snapshot: str
    new: bool
    reference_date: dt.date
    agencies: tuple[AgencyResult, ...]

    @property
    def failed(self) -> bool:
        return any(agency.trouble for agency in self.agencies)


def sync(
    settings: Settings, everything: bool = False, against: Declared | None = None, bounded: bool = True,
    regions: bool | None = None,
) -> list[Result]:  # fmt: skip
    """Read every agency and store what changed; `everything`: also sheets that their source says are unchanged.

    `regions`: what regions sent is wanted, which raises SettingError where nothing is gathered; True: of all meetings,
    not only of those that may have news.
    `against` is what the sheets are read against, loaded here unless given. Without `bounded` they are read in this
    process, by the same functions: only for whoever typed them itself, since nothing then limits what they take.

    A folder that names the state of the meeting before (`sebelumnya` in its sumber.toml) has that one stored first,
    once, and frozen as that meeting, so that there is something to compare with. Raises SourceError when not one agency
    could be read and there is no earlier snapshot of it, StoreError where another sync does not end.
    """
    facts = sheets.FolderFacts(None, False) if settings.source == "google" else sheets.read_facts(settings.folder)
    results = []
    lock = claims.held(settings.snapshots / directory.SYNC_LOCK, WAIT_FOR_OTHER, BUSY)
    reading = isolated.reader(soon=settings.source == "folder") if bounded else isolated.here()
    with lock, reading as reader:
        against = against or declared.load(settings.reference)
        if regions is not None and gathered.of(against.contracts) is None:
            raise SettingError(
                "Proyek ini tidak mengumpulkan kiriman daerah: tidak ada kontrak dengan gathered = true."
            )
        store.sweep(settings.snapshots)
        if facts.before:
            results += _meeting_before(settings, settings.folder / facts.before, everything, against, reader)
        results.append(_sync_one(settings, facts, everything, against, reader, bool(regions)))
        store.thin(settings.snapshots)
        # Not before there is a snapshot: until then it may be all that is left of a restore that was cut off.
        claims.sweep(settings.snapshots.parent, claims.staged(settings.snapshots))
    return results


def _meeting_before(
    settings: Settings, folder: Path, everything: bool, against: Declared, reader: isolated.Reader
) -> list[Result]:
    """Store the state of the meeting before, in `folder`, where there is no snapshot yet, and freeze it as that meeting
    where it is not: a sync may have been stopped between the two."""
    facts, results = sheets.read_facts(folder), []
    if not store.snapshots(settings.snapshots):
        sheets.refuse_unlike(settings.folder, folder, sheets.read_facts(settings.folder), facts)
        earlier = replace(settings, folder=folder, reference_date=None)
        results.append(_sync_one(earlier, facts, everything, against, reader))
    first = store.snapshots(settings.snapshots)[0]
    known = any(one.date == facts.reference_date for one in meeting.meetings(settings.snapshots))
    if store.reference_date(first) == facts.reference_date and not known:
        meeting.pin(settings.snapshots, first, clock.second())
    return results


def _sync_one(
    settings: Settings, facts: sheets.FolderFacts, everything: bool, against: Declared, reader: isolated.Reader,
    regions: bool = False,
) -> Result:  # fmt: skip
    contracts, places = against.contracts, against.places
    with_sheet = gathered.with_sheet(contracts)
    tried = clock.second()
    reference_date = settings.reference_date or facts.reference_date or tried.date()
    last = fallback.load(settings.snapshots)
    last.refuse_others(facts.simulated, against.city)
    tabs = {code: one.tabs for code, one in with_sheet.items()}
    fetched = fetch.fetch(settings, tabs, None if everything else last.name, last.sheets, tried)
    found = reader.read(
        {code: one.lies or one.sheet for code, one in fetched.items() if one.new}, with_sheet, places, reference_date
    )
    agencies = [
        _from_regions(settings, one, against, reference_date, facts.simulated, regions) if one.gathered
        else _agency(one, fetched[code], found.get(code), places, last, reference_date)
        for code, one in contracts.items()
    ]  # fmt: skip
    fetched |= {code: Fetched(None, None, None) for code, one in contracts.items() if one.gathered}
    if all(agency.sheet is None for agency in agencies):
        fetch.note(settings.snapshots, fetched, {one.contract.agency: one.trouble for one in agencies}, tried, None)
        raise SourceError("Tidak satu pun lembar instansi dapat dibaca. " + agencies[0].trouble)
    parts = {agency.contract.agency: rows.of_agency(agency) for agency in agencies}
    content = rows.all_of(parts, against)
    content["instansi"] = store.Table(
        tables.INSTANSI, [_agency_row(one, parts, last, tried, reference_date) for one in agencies]
    )
    meta = {"tanggal_acuan": reference_date, "simulasi": facts.simulated, "dibuat": tried}
    name, new, found = _store(settings.snapshots, last, content, meta, contracts, agencies)
    with suppress(store.StoreError, OSError):  # who changed what is told where it can be, and holds up nothing
        changers.note(settings.snapshots, fetch.changes(settings.snapshots, fetched), clock.now())
    # Not before: a mark tells that these cells are in that snapshot, so they need not be read again.
    fetch.note(settings.snapshots, fetched, {one.contract.agency: one.trouble for one in agencies}, tried, name)
    return Result(name, new, reference_date, tuple(_result(one, parts, found) for one in agencies))


def _from_regions(*asked: Any) -> AgencyRead:
    """What regions sent."""
    from monev.sync import from_regions  # for those alone who gather: what it brings along takes long to come

    return from_regions.read(*asked)


def _agency(one: Contract, fetched: Fetched, found: isolated.Read | None, places: Places, last: LastGood,
            today: dt.date) -> AgencyRead:  # fmt: skip
    """One agency's spreadsheet as it is now, or else the last good one, with the reason beside it if it failed."""
    trouble = personal.quoted(found.trouble if found else fetched.trouble)
    if found and found.owner:
        trouble = f"Tabnya cocok dengan lembar {found.owner}, bukan {one.name}. Periksa apakah lembarnya tertukar."
    if found and found.sheet:
        return AgencyRead(one, found.sheet, found.tabs, found.loose)
    sheet = last.sheets.get(one.agency)
    # Read here, and not apart: it was read within all bounds before it came to stand in a snapshot.
    return AgencyRead(one, *(whole(sheet, one, places, today) if sheet else (None, {}, [])), trouble)


def _store(folder: Path, last: LastGood, content: dict[str, store.Table], meta: dict,
           contracts: Mapping[str, Contract],
           agencies: list[AgencyRead]) -> tuple[str, bool, Mapping[str, int]]:  # fmt: skip
    """The id of the snapshot that holds this content, whether it is new, and the findings to mend per agency."""
    content["meta"] = store.Table(tables.META, [meta])
    digest = cross_checks.digest(store.digest(content, leave_out=["diubah", "dibuat", "berkas"]))
    # Where it only stands in for a damaged one, a new one says that these are the numbers of now.
    if last.digest == digest and not store.stood_in(folder):
        return last.name, False, last.findings
    name = store.next_name(folder, meta["tanggal_acuan"], digest)
    content["meta"] = store.Table(tables.META, [meta | {"id": name, "hash": digest}])
    tell(folder, name, content, contracts, agencies, last)
    read = {one.contract.agency for one in agencies if not one.trouble}
    keeps = keeper(contracts)
    promised = content[keeps.table].rows if keeps and keeps.agency in read else ()
    known = promise_history.continued(last.promises, promised, meta["tanggal_acuan"])
    content["riwayat_janji"] = store.Table(tables.PROMISE_HISTORY, known)
    store.write(folder, name, content)
    return name, True, Counter(row["instansi"] for row in content["temuan"].rows if finding.is_open(row))


def _agency_row(
    agency: AgencyRead, parts: Mapping, last: LastGood, tried: dt.datetime, reference_date: dt.date
) -> dict:
    """The agency with the time at which its cells were first seen to hold what they hold now.

    `dibaca_pada` is the reference date at which its sheet was last read: numbers that stand in from an earlier day
    cannot know of the days since.
    """
    code = agency.contract.agency
    own = [tab.table for tab in agency.contract.tabs.values()] if agency.contract.gathered else []
    typed = store.digest({name: parts[code][name] for name in ("sel", "lembar", *own)})
    before = last.agencies.get(code)
    changed = before["diubah"] if before and before["hash"] == typed else tried
    return {
        "instansi": code,
        "nama": agency.contract.name,
        "urutan": agency.contract.order,
        "status": "terbaca" if agency.sheet else "belum_ada",
        "hash": typed,
        "dibaca_pada": reference_date if not agency.trouble else (before or {}).get("dibaca_pada"),
        "diubah": changed if agency.sheet else None,
        "berkas": agency.sheet.title if agency.sheet else None,
        "tautan": agency.sheet.link if agency.sheet else None,
    }


def _result(agency: AgencyRead, parts: Mapping, found: Mapping[str, int]) -> AgencyResult:
    code = agency.contract.agency
    tabs = parts[code]["tab"].rows
    total = {name: sum(tab[name] for tab in tabs) for name in ("terlihat", "terhitung", "ditahan", "tata_letak")}
    present = sum(tab["status"] == "ada" for tab in tabs)
    return AgencyResult(code, present, total["terlihat"], total["terhitung"], total["ditahan"], total["tata_letak"],
                        found.get(code, 0), agency.trouble)  # fmt: skip
