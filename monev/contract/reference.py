"""What agencies do not type: reference/ as typed tables, and the public holidays."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from monev.contract import (
    acara_csv,
    agenda_csv,
    daerah_toml,
    days_off,
    geojson,
    indicators,
    istilah_csv,
    kata_toml,
    logo_svg,
    reference_csv,
    surat_toml,
    tabel_toml,
    topik_toml,
    wilayah_csv,
)
from monev.contract.contracts import City
from monev.contract.reference_csv import SQL_TYPES, Field, ReferenceDataError
from monev.contract.sql_block import Declared
from monev.settings import QUERIES, REFERENCE
from monev.words import clock, letters, project

__all__ = ["Reference", "ReferenceDataError", "Table", "city", "load"]


class Table(NamedTuple):
    """Rows ready for the store, with the DuckDB type of each column."""

    types: dict[str, str]
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Reference:
    """All reference tables by the name that they have in a snapshot."""

    tables: dict[str, Table]


TEXT = Field()
#: The rules of every topic, of which a project's own aturan.csv may say otherwise.
_OURS = Path(__file__).with_name("bawaan_aturan.csv")
RULES = {"kode": TEXT, "nilai": Field("angka"), "satuan": TEXT, "arti": TEXT, "dasar": TEXT}
#: The tables of every topic by the name that they have in a snapshot, with the DuckDB types of their columns.
TYPES = {
    "topik": topik_toml.TYPES,
    "aturan": {column: SQL_TYPES[field.kind] for column, field in RULES.items()},
    "wilayah": {column: SQL_TYPES[field.kind] for column, field in wilayah_csv.FIELDS.items()},
    "ambang": indicators.AMBANG,
    "cakupan": indicators.CAKUPAN,
    "acara": acara_csv.TYPES,
    "agenda": agenda_csv.TYPES,
    "batas": geojson.TYPES,
    "singkatan": istilah_csv.TYPES,
    "hari_libur": {"tanggal": "DATE", "nama": "VARCHAR"},
}


#: The files that every topic may have, besides the tables that it declares.
KNOWN = {
    topik_toml.FILE, tabel_toml.FILE, kata_toml.FILE, "daerah.toml", "agenda.csv", "acara.csv", "aturan.csv",
    "ambang.csv",
    "wilayah.csv", "alias_wilayah.csv", "luar_daerah.csv", "sebutan.csv", istilah_csv.FILE,
    istilah_csv.OLDER, geojson.FILE, logo_svg.FILE,
    surat_toml.FILE,
}  # fmt: skip


def types(folder: Path) -> dict[str, dict[str, str]]:
    """All of them, with those of the topic and of the city in `folder`; ReferenceDataError at a mistake there."""
    own = {name: tabel_toml.types(columns) for name, columns in tabel_toml.load(_home(folder, tabel_toml.FILE)).items()}
    for name in sorted(own.keys() & {*TYPES, "daerah"}):
        raise ReferenceDataError(f"{folder.name}/{tabel_toml.FILE}, tabel {name}: nama itu dipakai dasbor sendiri.")
    return TYPES | own | {"daerah": daerah_toml.types(daerah_toml.read(folder / "daerah.toml"))}


def _home(folder: Path, file: str) -> Path:
    """Where a file lies that a city shares with the topic, unless it has its own."""
    return folder if (folder / file).is_file() else REFERENCE


def load(folder: Path, years: range | None = None, queries: Path = QUERIES, without: Collection[str] = ()) -> Reference:
    """The tables of `folder` with what the indicators of `queries` say of themselves, and hari_libur of `years`; raises
    ReferenceDataError at the first mistake.

    Without `years` they are those in which dates of the sheets may lie. A date may be written as H-n or H+n, in days
    from the day of topik.toml. Indicators whose codes are among `without` are left out.
    """
    region, known = daerah_toml.read(folder / "daerah.toml"), rules(folder)
    kata_toml.check(_home(folder, kata_toml.FILE))
    topic = topik_toml.read(_home(folder, topik_toml.FILE), region)
    day, declared = topic["hari_tanggal"], tabel_toml.load(_home(folder, tabel_toml.FILE))
    kinds = types(folder)
    tables = {"daerah": Table(kinds["daerah"], [region]), "topik": Table(kinds["topik"], [topic])}
    tables["aturan"] = Table(kinds["aturan"], _rules(folder))
    tables["wilayah"] = Table(kinds["wilayah"], wilayah_csv.read(folder))
    for name, rows in tabel_toml.read(folder, declared, day, known).items():
        tables[name] = Table(kinds[name], rows)
    tables["agenda"] = Table(TYPES["agenda"], agenda_csv.read(folder))
    turn = {row["halaman"]: row["nomor"] for row in tables["agenda"].rows}
    found = [one for one in indicators.load(queries) if one.code not in without]
    found.sort(key=lambda one: turn.get(one.page, 0))
    own = _bounds(folder, found, known)
    tables["ambang"] = Table(TYPES["ambang"], indicators.bounds(found, own, known, day))
    tables["cakupan"] = Table(TYPES["cakupan"], indicators.coverage(found))
    if not without:  # what follows from their absence is no mistake of its own
        _check(folder.name, region, tables)
    tabel_toml.check(folder.name, declared, {name: table.rows for name, table in tables.items()})
    spoken_of = [{"kode": code} for code in sayings(folder)] or tables["ambang"].rows
    if not without:
        _same(f"{folder.name}/sebutan.csv", "kode", spoken_of, tables["ambang"].rows)
    agenda = [row["halaman"] for row in tables["agenda"].rows]
    tables["acara"] = Table(TYPES["acara"], acara_csv.read(folder, agenda, day))
    tables["singkatan"] = Table(TYPES["singkatan"], istilah_csv.read(folder))
    tables["batas"] = Table(TYPES["batas"], geojson.read(folder, tables["wilayah"].rows))
    first, last = _city(folder, region, []).years
    tables["hari_libur"] = Table(TYPES["hari_libur"], days_off.read(years or range(first, last + 1)))
    return Reference(tables)


def rules(folder: Path) -> dict[str, float]:
    """The numbers of aturan.csv by their codes, those of every topic that it does not give, and those of daerah.toml;
    ReferenceDataError at a mistake there."""
    region = daerah_toml.read(folder / "daerah.toml").items()
    figures = {name: float(value) for name, value in region if isinstance(value, int | float)}
    return figures | {row["kode"]: row["nilai"] for row in _rules(folder)}


def _rules(folder: Path) -> list[dict[str, Any]]:
    own = reference_csv.read(folder / "aturan.csv", 1, RULES, None, needed=False)
    given = {row["kode"] for row in own}
    return own + [row for row in reference_csv.read(_OURS, 1, RULES, None) if row["kode"] not in given]


def steps(folder: Path) -> Iterator[Callable[[], object]]:
    """The reading of each file by itself; each step raises ReferenceDataError at the first mistake in its own."""
    yield lambda: topic(folder)
    yield lambda: kata_toml.check(_home(folder, kata_toml.FILE))
    yield lambda: sayings(folder)
    yield lambda: surat_toml.check(folder, project.agencies())
    for read in (
        _rules,
        agenda_csv.read,
        wilayah_csv.read,
        wilayah_csv.spellings,
        wilayah_csv.outside,
        istilah_csv.read,
    ):
        yield lambda read=read: read(folder)
    with suppress(ReferenceDataError):  # told by the steps before
        day, known = topic(folder)["hari_tanggal"], rules(folder)
        yield lambda: tabel_toml.load(_home(folder, tabel_toml.FILE))
        for name, columns in tabel_toml.load(_home(folder, tabel_toml.FILE)).items():
            yield lambda one={name: columns}: tabel_toml.read(folder, one, day, known)


def unknown(folder: Path) -> Iterator[str]:
    """A line for each file of the folder that nothing reads."""
    try:
        declared = {f"{name}.csv" for name in tabel_toml.load(_home(folder, tabel_toml.FILE))}
    except ReferenceDataError:
        return
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".md", "") and path.name not in declared | KNOWN | letters.pictures(folder):
            more = "; sebut jenis kolomnya di tabel.toml" if path.suffix == ".csv" else ""
            yield f"{folder.name}/{path.name}: tidak ada yang membaca berkas ini{more}."


def topic(folder: Path) -> dict[str, Any]:
    """The one row of the table topik; ReferenceDataError at a mistake."""
    return topik_toml.read(_home(folder, topik_toml.FILE), daerah_toml.read(folder / "daerah.toml"))


def city(folder: Path) -> City:
    """What contracts take from the city of `folder`; raises ReferenceDataError at a mistake in its two files."""
    return _city(folder, daerah_toml.read(folder / "daerah.toml"), wilayah_csv.read(folder))


def _city(folder: Path, region: dict[str, Any], places: list[dict[str, Any]]) -> City:
    home = {row["kelurahan"]: row["kecamatan"] for row in places}
    day = topik_toml.read(_home(folder, topik_toml.FILE), region)["hari_tanggal"] or clock.now().date()
    return City(region["kode_daerah"], day.year, home)


def sayings(folder: Path) -> dict[str, tuple[str, ...]]:
    """The words by which each number is spoken of, by its code: sebutan.csv, which a city may lack. Raises
    ReferenceDataError."""
    path = folder / "sebutan.csv"
    rows = reference_csv.read(path, 2, {"kode": TEXT, "sebutan": TEXT}, dt.date.max) if path.is_file() else []
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row["kode"]] = (*found.get(row["kode"], ()), row["sebutan"])
    return found


def _bounds(folder: Path, found: list[Declared], rules: dict[str, float]) -> list[dict[str, Any]]:
    """What the city says otherwise of the bounds: ambang.csv, which it may lack."""
    path = folder / "ambang.csv"
    if not path.is_file():
        return []
    rows = reference_csv.read(path, 1, indicators.BOUNDS, dt.date.max, rules, needed=False)
    if extra := sorted({row["kode"] for row in rows} - {one.code for one in found}):
        raise ReferenceDataError(f"{folder.name}/ambang.csv: kode {extra[0]} tidak dikenal.")
    return rows


def _check(folder: str, region: dict[str, Any], tables: dict[str, Table]) -> None:
    """Refuse tables that contradict each other."""
    wilayah, bounds = tables["wilayah"].rows, tables["ambang"].rows
    for place, times in Counter(row["kelurahan"] for row in wilayah).items():
        if times > 1:
            raise ReferenceDataError(f"{folder}/wilayah.csv: kelurahan {place} tertulis {times} kali.")
    for level in ("kelurahan", "kecamatan"):
        seen, told = len({row[f"kode_{level}"] for row in wilayah}), region.get(f"jumlah_{level}")
        if told not in (None, seen):
            raise ReferenceDataError(f"{folder}/wilayah.csv: jumlah {level} {seen}, menurut daerah.toml {told}.")
    agenda, measured = ({row["halaman"] for row in rows} for rows in (tables["agenda"].rows, bounds))
    for page in sorted(agenda - measured):
        raise ReferenceDataError(
            f"{folder}/agenda.csv: halaman {page} belum punya indikator di queries/{page}/indikator/."
        )
    for page in sorted(measured - agenda):
        raise ReferenceDataError(f"queries/{page}/: halaman ini tidak ada di {folder}/agenda.csv.")


def _same(file: str, column: str, rows: list[dict[str, Any]], others: list[dict[str, Any]]) -> None:
    found, expected = ({row[column] for row in table} for table in (rows, others))
    for missing in sorted(expected - found):
        raise ReferenceDataError(f"{file}: {column} {missing} belum ada.")
    for extra in sorted(found - expected):
        raise ReferenceDataError(f"{file}: {column} {extra} tidak dikenal.")
