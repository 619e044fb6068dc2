"""Whether one set that a region sent is what it says it is: looked at before it is read, and read before it counts.

It runs in `monev.regions.apart`, since whoever filled the store may have put anything there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from monev.regions import cells, columns, objects
from monev.regions.cells import AGAIN, SHA, Refused, Shape

#: Bytes of an object unpacked, and its parts.
MOST_UNPACKED, MOST_PARTS = 20_000_000, 8
#: How far the clock of a region may run ahead of the store's.
AHEAD = dt.timedelta(minutes=10)

_LINK = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?(?::\d{1,5})?(?:/[0-9A-Za-z._~/-]{0,200})?")


@dataclass(frozen=True)
class Rules:
    """What is asked of every set; `today` is the reference date."""

    tables: Mapping[str, Shape]
    simulated: bool
    today: dt.date


@dataclass(frozen=True)
class Set:
    """What lies in the store under one name: the bytes of each table, and when its cover came (UTC, store's clock)."""

    key: objects.Key
    came: dt.datetime
    contents: Mapping[str, bytes]


@dataclass(frozen=True)
class Verdict:
    """What became of a set: its rows by table, or why it is refused. `counts` are the rows that it says it has, as far
    as that can be known; `skewed`: it was frozen later than it came."""

    rows: Mapping[str, list[list[Any]]] = field(default_factory=dict)
    what: str = ""
    do: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    frozen: dt.datetime | None = None
    named: str = ""
    seal: str = ""
    skewed: bool = False


def check(one: Set, rules: Rules) -> Verdict:
    """Look at a set, and give what of it counts."""
    counts: dict[str, int] = {}
    try:
        cover = _cover(one, rules)
        seal = _seal(cover["sidik"])
        counts = {objects.COVER: 1} | {table: seal[table]["baris"] for table in rules.tables if table in seal}
        rows = {objects.COVER: [list(cover.values())]}
        for table, shape in rules.tables.items():
            if table != objects.COVER:
                rows[table] = _sealed(table, shape, one.contents, seal)
    except Refused as refused:
        return Verdict(what=refused.what, do=refused.do, counts=counts)
    skewed = cover["dibekukan"] > one.came.replace(tzinfo=None) + AHEAD
    return Verdict(rows, counts=counts, frozen=cover["dibekukan"], named=cover["nama"], skewed=skewed,
                   seal=hashlib.sha256(f"{cover['acuan']} {cover['sidik']}".encode()).hexdigest())  # fmt: skip


def _cover(one: Set, rules: Rules) -> dict[str, Any]:
    shape = rules.tables[objects.COVER]
    said = _rows(objects.COVER, shape, one.contents[objects.COVER])
    if len(said) != 1:
        raise Refused(f"tabel {objects.COVER} berisi {len(said)} baris, seharusnya satu")
    cover = dict(zip(shape.types, said[0], strict=True))
    if cover["skema"] != objects.SCHEMA:
        newer = cover["skema"] > objects.SCHEMA
        who = cells.UPDATE_HERE if newer else "perbarui dasbornya, lalu " + AGAIN
        raise Refused(f"bentuknya versi {cover['skema']}, yang dikenal di sini versi {objects.SCHEMA}", who)
    for column, called, place in (
        ("kode_daerah", "kode daerah", one.key.region), ("rapat", "tanggal rapat", one.key.met),
        ("nama_rapat", "nama rapat", one.key.snapshot),
    ):  # fmt: skip
        if cover[column] != place:
            raise Refused(f"{called} di dalamnya bukan {called} tempat kiriman itu disimpan")
    if cover["simulasi"] != rules.simulated:
        what = "data simulasi, sedangkan rekap ini data sungguhan"
        raise Refused(what if cover["simulasi"] else "data sungguhan, sedangkan rekap ini simulasi",
                      "periksa tujuan kiriman di [rekap] pada secrets.toml")  # fmt: skip
    if cover["acuan"] > rules.today:
        raise Refused("tanggal acuannya belum tiba", f"periksa tanggal di server dasbornya, lalu {AGAIN}")
    if cover["dasbor"] is not None and not _LINK.fullmatch(cover["dasbor"]):
        raise Refused("alamat dasbornya bukan alamat https", f"perbaiki dasbor di [rekap], lalu {AGAIN}")
    if not SHA.fullmatch(cover["aturan"]):
        raise Refused("sidik aturannya tidak berbentuk sidik")
    return cover


def _seal(said: str) -> dict[str, dict[str, Any]]:
    """What the cover says of the other objects."""
    try:
        found = json.loads(said)
        good = all(
            isinstance(one["sha256"], str) and type(one["baris"]) is int and type(one["byte"]) is int
            and 0 <= one["baris"] <= objects.MOST_ROWS
            for one in found.values()
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        good = False
    if not good:
        raise Refused("sidik tabel lainnya tidak terbaca")
    return found


def _sealed(
    table: str, shape: Shape, contents: Mapping[str, bytes], seal: Mapping[str, Mapping[str, Any]]
) -> list[list[Any]]:
    if table not in seal:
        raise Refused(f"tidak memuat tabel {table}", f"perbarui dasbornya, lalu {AGAIN}")
    if table not in contents:
        raise Refused(f"tabel {table} tidak ada di penyimpanan")
    content, said = contents[table], seal[table]
    if len(content) != said["byte"] or hashlib.sha256(content).hexdigest() != said["sha256"]:
        raise Refused(f"isi tabel {table} terpotong atau berubah; sidiknya tidak cocok")
    rows = _rows(table, shape, content)
    if len(rows) != said["baris"]:
        raise Refused(f"tabel {table} berisi {len(rows)} baris, padahal tertulis {said['baris']}")
    return rows


def _rows(table: str, shape: Shape, content: bytes) -> list[list[Any]]:
    """The rows of an object, each cell of which is what its column may hold; Refused."""
    try:
        file = pq.ParquetFile(
            pa.BufferReader(content), thrift_string_size_limit=objects.MOST_BYTES, thrift_container_size_limit=10_000,
            arrow_extensions_enabled=False, page_checksum_verification=True, schema_depth_limit=10,
        )  # fmt: skip
        _footer(table, shape, file)
        read = file.read(use_threads=False)
        read.validate(full=True)
        found = [column.to_pylist() for column in read.columns]
    except MemoryError:
        raise Refused(f"isi tabel {table} terlalu besar bila dibuka") from None
    except (pa.ArrowException, OSError, ValueError, TypeError, OverflowError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(f"tabel {table} bukan berkas Parquet yang utuh") from None
    rows = [list(row) for row in zip(*found, strict=True)]
    for at, (name, kind) in enumerate(shape.types.items()):
        for row in rows:
            cells.check(table, name, kind, row[at], shape)
    cells.once(table, shape, rows)
    return rows


def _footer(table: str, shape: Shape, file: pq.ParquetFile) -> None:
    """Look at what a file says of itself before anything of it is unpacked."""
    said, found = file.metadata, file.schema_arrow
    if said.num_rows > objects.MOST_ROWS or said.num_rows < 0 or said.num_row_groups > MOST_PARTS:
        raise Refused(f"tabel {table} berisi lebih dari {objects.MOST_ROWS} baris atau terlalu banyak bagian")
    wanted = columns.schema(shape.types)
    if set(found.names) != set(wanted.names) or len(found) != len(wanted):
        more, less = len(set(found.names) - set(wanted.names)), len(set(wanted.names) - set(found.names))
        raise Refused(
            f"kolom tabel {table} bukan kolom yang disepakati ({less} tidak ada, {more} tidak dikenal)",
            f"samakan versi dasbornya, lalu {AGAIN}",
        )
    if found.names != wanted.names:
        raise Refused(f"urutan kolom tabel {table} berbeda dari yang disepakati")
    for name in wanted.names:
        if found.field(name).type != wanted.field(name).type:
            raise Refused(f"jenis isi kolom {name} di tabel {table} bukan yang disepakati")
    if sum(said.row_group(at).total_byte_size for at in range(said.num_row_groups)) > MOST_UNPACKED:
        raise Refused(f"isi tabel {table} terlalu besar bila dibuka")
