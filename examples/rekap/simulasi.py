"""A store as regions fill it, all of it invented: python examples/rekap/simulasi.py FOLDER [--rapat 2] [--daerah 545].

The same seed gives the same bytes. Most regions report, some late, some twice, a few what nobody may count.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import satu_daerah  # noqa: E402
from satu_daerah import Row  # noqa: E402

from monev.contract import contracts, gathered, indicators, reference, wilayah_csv  # noqa: E402
from monev.regions import columns, objects  # noqa: E402
from monev.settings import HOME  # noqa: E402

#: The last meeting, and days from one to the next; minutes of the store's clock ahead of UTC in the ministry's zone.
LAST, APART = dt.date(2024, 11, 4), 14
ZONE = dt.timedelta(hours=7)
#: Of a hundred regions so many report, so many of those late, and so many once more.
REPORT, LATE, AGAIN = 88, 8, 5
#: What the first regions of a meeting that report nothing else send instead.
HOSTILE = ("cut", "hash", "unknown", "schema", "future", "column", "half")


@dataclass(frozen=True)
class Sent:
    """One set: its key without the table, when it was frozen and came (UTC), its rows by table, and what is done to
    it before it is laid into the store."""

    key: objects.Key
    frozen: dt.datetime
    came: dt.datetime
    tables: Mapping[str, list[Row]]
    harm: str = ""


def meetings(count: int) -> list[dt.date]:
    """The ministry's meetings, the last of them last."""
    return [LAST - dt.timedelta(days=APART * back) for back in reversed(range(count))]


def schedule(days: Sequence[dt.date]) -> str:
    """jadwal_kiriman.csv for these meetings."""
    lines = [f"{day},{day - dt.timedelta(days=APART - 1)},{day} 09:00" for day in days]
    return "\n".join(["rapat,sejak,batas", *lines, ""])


def numbers() -> list[Row]:
    """The indicators of the regions' own project, with their bounds, in the order of its agenda."""
    home = HOME / "reference"
    day, rules = reference.topic(home)["hari_tanggal"], reference.rules(home)
    return indicators.bounds(indicators.load(HOME / "queries"), [], rules, day)


def shapes() -> dict[str, dict[str, str]]:
    """The columns of each table, as the contract of the ministry has them."""
    declared = contracts.load(HERE / "contracts", reference.city(HERE / "reference"))
    return {code: gathered.sent(tab) for code, tab in declared["daerah"].tabs.items()}


def places(count: int) -> list[Row]:
    """So many regions, spread over all provinces."""
    every = wilayah_csv.read(HERE / "reference")
    return sorted(_chance(f"{count}").sample(every, count), key=lambda one: one["kode_kelurahan"])


def _chance(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - it is to be the same again


def sets(seed: int, day: dt.date, regions: Sequence[Row], known: Sequence[Row]) -> Iterator[Sent]:
    """All that is sent for one meeting of the ministry."""
    chance = _chance(f"{seed} {day}")
    silent = [one for one in regions if chance.randrange(100) >= REPORT]
    quiet = {one["kode_kelurahan"] for one in silent}
    for one in regions:
        if one["kode_kelurahan"] not in quiet:
            yield from _of_region(seed, day, one, known)
    for harm, one in zip(HOSTILE, silent, strict=False):
        [sent, *_] = _of_region(seed, day, one, known)
        yield _harmed(sent, harm)


def _of_region(seed: int, day: dt.date, place: Row, known: Sequence[Row]) -> Iterator[Sent]:
    code = place["kode_kelurahan"]
    steady, chance = _chance(f"{seed} {code}"), _chance(f"{seed} {day} {code}")
    care = min(1.0, 0.35 + steady.random() * 0.55 + chance.random() * 0.2)
    met = day - dt.timedelta(days=chance.choice([0, 0, 0, 1, 2]))
    open_until = dt.datetime.combine(day, dt.time(9)) - ZONE
    late = chance.randrange(100) < LATE
    frozen = open_until + dt.timedelta(minutes=chance.randrange(5, 900) if late else -chance.randrange(10, 150))
    yield _set(place, met, frozen, 1, care, known, chance)
    if chance.randrange(100) < AGAIN:
        yield _set(place, met, frozen + dt.timedelta(hours=chance.randrange(1, 20)), 2, min(1.0, care + 0.05), known,
                   chance)  # fmt: skip


def _set(place: Row, met: dt.date, frozen: dt.datetime, nth: int, care: float, known: Sequence[Row],
         chance: random.Random) -> Sent:  # fmt: skip
    code = place["kode_kelurahan"]
    mark = hashlib.sha256(f"{code} {met} {nth} {frozen}".encode()).hexdigest()
    snapshot = f"{chance.randrange(20, 900):06}-{met}-{mark[:8]}"
    cover = {
        "kode_daerah": code, "nama": place["kelurahan"], "provinsi": place["kecamatan"], "rapat": met,
        "nama_rapat": f"{met}-{nth}" if nth > 1 else f"{met}", "acuan": met, "dibekukan": frozen, "potret": snapshot,
        "simulasi": True, "skema": objects.SCHEMA, "aturan": hashlib.sha256(b"aturan simulasi").hexdigest(),
        "versi": "0.1.0", "dasbor": f"https://dasbor-{code.replace('.', '-')}.example",
    }  # fmt: skip
    tables = {objects.COVER: [cover]} | satu_daerah.tables(care, met, known, chance)
    came = frozen + dt.timedelta(minutes=chance.randrange(1, 9))
    return Sent(objects.Key(objects.COVER, met, code, str(cover["nama_rapat"])), frozen, came, tables)


def _harmed(sent: Sent, harm: str) -> Sent:
    """The set with what is to be refused."""
    if harm == "unknown":
        key = objects.Key(objects.COVER, sent.key.met, "00.99.01", sent.key.snapshot)
        cover = {**sent.tables[objects.COVER][0], "kode_daerah": key.region, "nama": "Kab. Entah 01"}
        return Sent(key, sent.frozen, sent.came, {**sent.tables, objects.COVER: [cover]}, harm)
    if harm == "future":
        far = dt.date(sent.key.met.year + 1, 3, 1)
        key = objects.Key(objects.COVER, far, sent.key.region, sent.key.snapshot)
        cover = {**sent.tables[objects.COVER][0], "rapat": far, "acuan": far, "nama_rapat": f"{far}"}
        return Sent(key, sent.frozen, sent.came, {**sent.tables, objects.COVER: [cover]}, harm)
    if harm == "schema":
        cover = {**sent.tables[objects.COVER][0], "skema": objects.SCHEMA + 1}
        return Sent(sent.key, sent.frozen, sent.came, {**sent.tables, objects.COVER: [cover]}, harm)
    return Sent(sent.key, sent.frozen, sent.came, sent.tables, harm)


def laid(sent: Sent, types: Mapping[str, Mapping[str, str]]) -> dict[str, bytes]:
    """The objects of a set by their keys, the cover last."""
    found, seals = {}, {}
    for table, rows in sent.tables.items():
        if table != objects.COVER:
            shape = dict(types[table])
            if sent.harm == "column" and table == "janji":
                shape = {'kode"; drop table meta; --': "VARCHAR", **shape}
            content = columns.content(shape, rows)
            seals[table] = {"sha256": hashlib.sha256(content).hexdigest(), "baris": len(rows), "byte": len(content)}
            if sent.harm == "cut" and table == "indikator":
                content = content[: len(content) // 2]
            if sent.harm == "hash" and table == "indikator":
                content = columns.content(shape, [{**row, "status": "hijau"} for row in rows])
            found[_key(sent.key, table)] = content
    [cover] = sent.tables[objects.COVER]
    if sent.harm != "half":
        seal = {"sidik": json.dumps(seals, sort_keys=True, separators=(",", ":"))}
        found[str(sent.key)] = columns.content(types[objects.COVER], [cover | seal])
    return found


def _key(key: objects.Key, table: str) -> str:
    return str(objects.Key(table, key.met, key.region, key.snapshot))


def fill(folder: Path, days: Sequence[dt.date], count: int = 545, seed: int = 1) -> int:
    """Lay what was sent for these meetings into the store `folder`; how many objects. What lies there stays."""
    types, known, regions = shapes(), numbers(), places(count)
    many = 0
    for day in days:
        for sent in sets(seed, day, regions, known):
            came = sent.came.replace(tzinfo=dt.UTC).timestamp()
            for key, content in laid(sent, types).items():
                path = folder / key
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                os.utime(path, (came, came))  # the store's clock
                many += 1
    return many


def main() -> None:
    """Fill a folder, and write the schedule of its meetings where that is wanted."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--rapat", type=int, default=2)
    asked.add_argument("--daerah", type=int, default=545)
    asked.add_argument("--benih", type=int, default=1)
    asked.add_argument("--jadwal", type=Path, help="file that gets the schedule of these meetings")
    said = asked.parse_args()
    days = meetings(said.rapat)
    if said.jadwal:
        said.jadwal.write_text(schedule(days), encoding="utf-8")
    print(f"{fill(said.folder, days, said.daerah, said.benih)} objects, {len(days)} meetings")


if __name__ == "__main__":
    main()
