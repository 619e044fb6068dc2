"""The agency that has no sheet: what regions sent is gathered, and read as the tabs of its contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from monev.contract import finding, gathered
from monev.contract.contracts import Contract, TabContract
from monev.contract.finding import Finding
from monev.contract.reference_csv import ReferenceDataError
from monev.reading.cells import DATED
from monev.reading.tab import Row, TabRead
from monev.regions import gather, notes, options, partitions, present, windows
from monev.regions.cells import Shape
from monev.regions.gather import Gathered, Order
from monev.regions.partitions import REGION
from monev.regions.place import StoreTrouble
from monev.regions.present import Present
from monev.regions.received import Rules
from monev.regions.store import open_store
from monev.settings import REGIONS, Settings
from monev.sheets import Spreadsheet
from monev.sync.declared import Declared
from monev.sync.rows import AgencyRead
from monev.words import words

#: Regions that are named of those that are missing; rows of a refused set that stand among those that wait.
MOST_NAMED, MOST_HELD = 5, 500
NOT_SET = f"Sumber kiriman daerah belum disetel; isi sumber di [{REGIONS}] pada secrets.toml."
HELD = "kirimannya ditolak"


@dataclass(frozen=True)
class _Places:
    """Code of each region -> its name and its province, in the order of wilayah.csv."""

    of: Mapping[str, tuple[str, str]]

    @property
    def names(self) -> dict[str, str]:
        return {code: name for code, (name, _) in self.of.items()}


def read(
    settings: Settings, contract: Contract, against: Declared, today: dt.date, simulated: bool, everything: bool
) -> AgencyRead:
    """Gather what is new, then read what is known for the meeting that comes next. `everything`: look at all meetings.
    A store that cannot be read leaves what was gathered before."""
    if windows.TABLE not in against.tables:
        raise ReferenceDataError(f"{windows.TABLE}.csv: harus ada, karena contracts/{contract.agency}.toml gathered.")
    places = _Places({row["kode_kelurahan"]: (row["kelurahan"], row["kecamatan"])
                      for row in against.tables["wilayah"].rows})  # fmt: skip
    [region] = against.tables["daerah"].rows
    schedule = windows.read(against.tables[windows.TABLE].rows, region["zona_waktu"])
    if why := windows.wrong(schedule):
        raise ReferenceDataError(f"{windows.TABLE}.csv, {why}")
    rules = Rules({code: _shape(tab) for code, tab in contract.tabs.items()}, simulated, today)
    root = settings.snapshots / partitions.FOLDER
    now = dt.datetime.now(dt.UTC)
    done = _gathered(settings, root, Order(schedule, rules, places.names, now), everything)
    found = present.load(root, schedule, today, places.names, list(contract.tabs))
    if found is None:
        return AgencyRead(contract, None, {}, [], done.trouble or "Belum ada kiriman daerah yang dikumpulkan.")
    tabs = {code: _tab(tab, found, places, today) for code, tab in contract.tabs.items()}
    loose = [notes.finding(contract.agency, one) for one in found.notes]
    if done.left:
        what = f"{words.number(done.left)} kiriman baru belum sempat diperiksa."
        said = notes.note("", what, "tunggu sinkron berikutnya", notes.TOLD, notes.IGNORED)
        loose.append(notes.finding(contract.agency, said))
    return AgencyRead(contract, Spreadsheet(contract.agency, (), None, None), tabs, loose, done.trouble)


def _gathered(settings: Settings, root: Path, order: Order, everything: bool) -> Gathered:
    asked = options.read(settings.regions)
    beside = settings.folder / gathered.BESIDE
    address = asked.source or (str(beside) if settings.source == "folder" and beside.is_dir() else "")
    if not address:
        return Gathered(trouble=NOT_SET)
    seconds = 3600 if everything else settings.rhythm.deadline / 2  # the sheets take time of that, too
    try:
        return gather.gather(open_store(address, asked.access), root, order, everything, seconds)
    except StoreTrouble as trouble:
        return Gathered(trouble=str(trouble))


def _shape(tab: TabContract) -> Shape:
    """What is asked of an object of this table."""
    types, columns = gathered.sent(tab), tab.columns
    return Shape(
        types,
        tuple(name for name in tab.key if name in types and name not in list(columns)[:2]),
        frozenset(name for name in types if columns[name].required),
        frozenset(name for name in types if columns[name].negative),
        {name: columns[name].options for name in types if columns[name].options},
    )


def _tab(tab: TabContract, found: Present, places: _Places, today: dt.date) -> TabRead:
    """The rows of a table as those of a tab: counted, or waiting where a refused set says how many it has."""
    read = TabRead(tab, "ada", today=today)
    province, region = list(tab.columns)[:2]
    turn = {code: at for at, code in enumerate(places.of)}
    dates = {row[REGION]: row["acuan"] for row in found.tables[gathered.COVER]}
    rows = sorted(found.tables[tab.code], key=lambda row: turn[row[REGION]])
    for row in rows:
        name, home = places.of[row[REGION]]
        values = {**row, province: home, region: name, DATED: dates.get(row[REGION])}
        read.rows.append(Row(len(read.rows) + 1, values))
    for code, many in found.held.get(tab.code, ()):
        name, home = places.of[code]
        for _ in range(min(many, MOST_HELD)):
            read.rows.append(Row(len(read.rows) + 1, {province: home, region: name}, held=HELD))
    if tab.all_kelurahan:
        _tell_missing(read, region, [places.of[code][0] for code in places.of if code not in dates])
    return read


def _tell_missing(read: TabRead, column: str, missing: list[str]) -> None:
    read.missing = tuple(missing)
    if missing:
        more = " dan lainnya" if len(missing) > MOST_NAMED else ""
        named = ", ".join(missing[:MOST_NAMED])
        why = f"{words.number(len(missing))} daerah belum melapor: {named}{more}."
        write = "minta daerah itu membekukan rapatnya dan memeriksa tujuan kirimannya"
        contract = read.contract
        read.findings.append(
            Finding(contract.agency, contract.code, None, None, column, None, why, write, None, "periksa",
                    finding.TAB_LACKS)
        )  # fmt: skip
