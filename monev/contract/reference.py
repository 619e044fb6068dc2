"""What agencies do not type: reference/ as typed tables, and the public holidays."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import holidays

from monev.contract import (
    acara_csv,
    agenda_csv,
    daerah_toml,
    geojson,
    indicators,
    reference_csv,
    singkatan_csv,
    wilayah_csv,
)
from monev.contract.contracts import City
from monev.contract.reference_csv import SQL_TYPES, Field, ReferenceDataError
from monev.contract.sql_block import Declared
from monev.settings import QUERIES

__all__ = ["Reference", "ReferenceDataError", "Table", "city", "load"]


class Table(NamedTuple):
    """Rows ready for the store, with the DuckDB type of each column."""

    types: dict[str, str]
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Reference:
    """All reference tables by the name that they have in a snapshot."""

    tables: dict[str, Table]


TEXT, WHOLE, YES = Field(), Field("bulat"), Field("ya")
#: Every CSV, first the one whose numbers the others may name: how many of its first columns together name a row, and
#: its columns.
FILES: dict[str, tuple[int, dict[str, Field]]] = {
    "aturan": (1, {"kode": TEXT, "nilai": Field("angka"), "satuan": TEXT, "arti": TEXT, "dasar": TEXT}),
    "wilayah": (1, wilayah_csv.FIELDS),
    "tps_kecamatan": (1, {"kecamatan": TEXT, "tps_acuan": WHOLE}),
    "jenis_barang": (1, {
        "kode": TEXT, "per_tps_keduanya": Field("bulat", blank=True),
        "per_tps_satu": Field("bulat", blank=True), "per_dpt_persen": Field("angka", blank=True),
        "wajib_ada": YES, "satuan": Field("daftar", blank=True), "dasar": TEXT,
    }),
    "indikator_tps_rawan": (1, {"kode": TEXT, "variabel": TEXT, "indikator": TEXT}),
    "bentuk_pelanggaran": (1, {
        "kode": TEXT, "jenis": Field(among=("etik", "disiplin")), "uraian": TEXT,
        "sanksi": Field(among=("moral", "disiplin_sedang", "disiplin_berat", "ptdh")),
    }),
    "tahapan": (1, {
        "kode": TEXT, "nama": TEXT, "jenis": Field(among=("tahapan", "tonggak")),
        "mulai": Field("hari", blank=True), "selesai": Field("hari", blank=True),
        "tampil": YES, "dasar": TEXT,
    }),
}  # fmt: skip


#: Every table by the name that it has in a snapshot, with the DuckDB types of its columns.
TYPES = {name: {column: SQL_TYPES[field.kind] for column, field in fields.items()}
         for name, (_, fields) in FILES.items()} | {
    "daerah": daerah_toml.TYPES,
    "ambang": indicators.AMBANG,
    "cakupan": indicators.CAKUPAN,
    "acara": acara_csv.TYPES,
    "agenda": agenda_csv.TYPES,
    "batas": geojson.TYPES,
    "singkatan": singkatan_csv.TYPES,
    "hari_libur": {"tanggal": "DATE", "nama": "VARCHAR"},
}  # fmt: skip


def load(folder: Path, years: range | None = None, queries: Path = QUERIES) -> Reference:
    """The tables of `folder` with what the indicators of `queries` say of themselves, and hari_libur of `years`; raises
    ReferenceDataError at the first mistake.

    Without `years` they are those in which dates of the sheets may lie. A date may be written as H-n or H+n, in days
    from tanggal_pemungutan of daerah.toml.
    """
    region = daerah_toml.read(folder / "daerah.toml")
    tables, known = {"daerah": Table(TYPES["daerah"], [region])}, rules(folder)
    for name, shape in FILES.items():
        rows = reference_csv.read(folder / f"{name}.csv", *shape, region["tanggal_pemungutan"], known)
        tables[name] = Table(TYPES[name], rows)
    tables["agenda"] = Table(TYPES["agenda"], agenda_csv.read(folder))
    turn = {row["halaman"]: row["nomor"] for row in tables["agenda"].rows}
    found = sorted(indicators.load(queries), key=lambda one: turn.get(one.page, 0))
    own = _bounds(folder, found, known)
    tables["ambang"] = Table(TYPES["ambang"], indicators.bounds(found, own, known))
    tables["cakupan"] = Table(TYPES["cakupan"], indicators.coverage(found))
    _check(folder.name, region, tables)
    spoken_of = [{"kode": code} for code in sayings(folder)] or tables["ambang"].rows
    _same(f"{folder.name}/sebutan.csv", "kode", spoken_of, tables["ambang"].rows)
    agenda = [row["halaman"] for row in tables["agenda"].rows]
    tables["acara"] = Table(TYPES["acara"], acara_csv.read(folder, agenda, region["tanggal_pemungutan"]))
    tables["singkatan"] = Table(TYPES["singkatan"], singkatan_csv.read(folder))
    tables["batas"] = Table(TYPES["batas"], geojson.read(folder, tables["wilayah"].rows))
    first, last = _city(region, []).years
    tables["hari_libur"] = Table(TYPES["hari_libur"], _days_off(years or range(first, last + 1)))
    return Reference(tables)


def rules(folder: Path) -> dict[str, float]:
    """The numbers of aturan.csv by their codes; ReferenceDataError at a mistake there."""
    return {
        row["kode"]: row["nilai"] for row in reference_csv.read(folder / "aturan.csv", *FILES["aturan"], dt.date.max)
    }


def city(folder: Path) -> City:
    """What contracts take from the city of `folder`; raises ReferenceDataError at a mistake in its two files."""
    return _city(daerah_toml.read(folder / "daerah.toml"), wilayah_csv.read(folder))


def _city(region: dict[str, Any], places: list[dict[str, Any]]) -> City:
    home = {row["kelurahan"]: row["kecamatan"] for row in places}
    return City(region["kode_daerah"], region["tanggal_pemungutan"].year, home)


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
    wilayah, shares = tables["wilayah"].rows, tables["tps_kecamatan"].rows
    bounds = tables["ambang"].rows
    for place, times in Counter(row["kelurahan"] for row in wilayah).items():
        if times > 1:
            raise ReferenceDataError(f"{folder}/wilayah.csv: kelurahan {place} tertulis {times} kali.")
    for level in ("kelurahan", "kecamatan"):
        seen = len({row[f"kode_{level}"] for row in wilayah})
        _equal(f"{folder}/wilayah.csv", f"jumlah {level}", seen, region[f"jumlah_{level}"])
    _same(f"{folder}/tps_kecamatan.csv", "kecamatan", shares, wilayah)
    total = sum(row["tps_acuan"] for row in shares)
    _equal(f"{folder}/tps_kecamatan.csv", "jumlah TPS", total, region["tps_acuan"])
    agenda, measured = ({row["halaman"] for row in rows} for rows in (tables["agenda"].rows, bounds))
    for page in sorted(agenda - measured):
        raise ReferenceDataError(
            f"{folder}/agenda.csv: halaman {page} belum punya indikator di queries/{page}/indikator/."
        )
    for page in sorted(measured - agenda):
        raise ReferenceDataError(f"queries/{page}/: halaman ini tidak ada di {folder}/agenda.csv.")
    for row in tables["tahapan"].rows:
        if row["mulai"] and row["selesai"] and row["mulai"] > row["selesai"]:
            raise ReferenceDataError(f"{folder}/tahapan.csv: {row['kode']} selesai sebelum mulai.")


def _equal(file: str, what: str, found: int, expected: int) -> None:
    if found != expected:
        raise ReferenceDataError(f"{file}: {what} {found}, menurut daerah.toml {expected}.")


def _same(file: str, column: str, rows: list[dict[str, Any]], others: list[dict[str, Any]]) -> None:
    found, expected = ({row[column] for row in table} for table in (rows, others))
    for missing in sorted(expected - found):
        raise ReferenceDataError(f"{file}: {column} {missing} belum ada.")
    for extra in sorted(found - expected):
        raise ReferenceDataError(f"{file}: {column} {extra} tidak dikenal.")


def _days_off(years: range) -> list[dict[str, Any]]:
    """National holidays and cuti bersama by date; for years not yet decided the package estimates."""
    days = holidays.country_holidays("ID", years=years, categories=("public", "government"), language="id")
    return [{"tanggal": day, "nama": days[day]} for day in sorted(days)]
