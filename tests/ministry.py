"""Whoever looks over all regions, small enough to be seen through: two sets of a hand-made store, and what is asked."""

import datetime as dt
import hashlib
import importlib.util
import json
import os
from dataclasses import replace

from monev.contract import contracts, reference, wilayah_csv
from monev.regions import columns, gather, objects, partitions, present, windows
from monev.regions.received import Rules
from monev.regions.store_folder import FolderStore
from monev.settings import HOME
from monev.sync import from_regions

PROJECT = HOME / "examples" / "rekap"
#: The meetings of the ministry; and the moment of the tests.
MET, BEFORE = dt.date(2024, 11, 4), dt.date(2024, 10, 21)
NOW = dt.datetime(2024, 11, 4, 5, 0, tzinfo=dt.UTC)
#: 09.00 in the ministry's zone.
DUE = dt.datetime(2024, 11, 4, 2, 0)
AKASIA, KOTA, OTHER = "00.01.01", "00.01.02", "00.02.01"


def generator():
    """examples/rekap/simulasi.py, which is a program and no part of ours."""
    spec = importlib.util.spec_from_file_location("simulasi", PROJECT / "simulasi.py")
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules.setdefault("simulasi", module)
    spec.loader.exec_module(module)
    return module


CONTRACT = contracts.load(PROJECT / "contracts", reference.city(PROJECT / "reference"))["daerah"]
SHAPES = {code: from_regions._shape(tab) for code, tab in CONTRACT.tabs.items()}
TYPES = {code: shape.types for code, shape in SHAPES.items()}
NAMES = {row["kode_kelurahan"]: row["kelurahan"] for row in wilayah_csv.read(PROJECT / "reference")}
SCHEDULE = windows.read(
    [{"rapat": met, "sejak": met - dt.timedelta(days=13), "batas": dt.datetime.combine(met, dt.time(9))}
     for met in (BEFORE, MET)],
    "Asia/Jakarta",
)  # fmt: skip
ORDER = gather.Order(SCHEDULE, Rules(SHAPES, True, MET), NAMES, NOW)


def rows_of(region=AKASIA, met=MET, name=None, **cover):
    """The tables of one set, two rows each, all of it good."""
    name = name or f"{met}"
    frozen = dt.datetime.combine(met, dt.time(1))
    covered = {
        "kode_daerah": region, "nama": NAMES.get(region, "Kab. Entah"), "provinsi": "Akasia", "rapat": met,
        "nama_rapat": name, "acuan": met, "dibekukan": frozen, "potret": f"000012-{met}-1a2b3c4d", "simulasi": True,
        "skema": objects.SCHEMA, "aturan": "9f" * 32, "versi": "0.1.0", "dasbor": "https://dasbor.example",
    } | cover  # fmt: skip
    return {
        "daerah": [covered],
        "indikator": [
            {"kode": "barang_kurang", "halaman": "logistik", "nama": "Barang kurang", "satuan": "jenis",
             "arah": "turun", "nilai": 2.0, "status": "kuning"},
            {"kode": "kasus_aktif", "halaman": "risiko", "nama": "Kasus aktif", "satuan": "kasus", "arah": "turun",
             "nilai": None, "status": "belum_dilaporkan"},
        ],
        "janji": [{"kode": "TL-2024-10-21-01", "halaman": "logistik", "penanggung_jawab": ["kpu"],
                   "tenggat": dt.date(2024, 11, 1), "keadaan": "lewat", "dicatat": dt.date(2024, 10, 21)}],
        "mutu": [{"instansi": "kpu", "status": "terbaca", "terlihat": 12, "terhitung": 9, "ditahan": 1, "tata_letak": 2,
                  "temuan_tolak": 1, "temuan_periksa": 0, "diubah": dt.date(2024, 11, 3), "data_benar": "benar"}],
        "hibah": [{"penerima": "kpu", "golongan": "sebagian", "tanggal_nphd": dt.date(2023, 11, 9),
                   "nilai_rp": 1_000, "dibayar_rp": 400, "sisa_rp": 600, "persen_cair": 40.0,
                   "rencana": dt.date(2024, 11, 11), "belum_kembali_rp": None}],
    }  # fmt: skip


def sealed(rows, types=TYPES, harm=None, seals=None, contents=None):
    """The objects of a set by table; `harm` may change bytes behind their seals, `seals` what the cover says of them."""
    found = {table: columns.content(types[table], some) for table, some in rows.items() if table != "daerah"}
    found |= contents or {}
    said = {
        table: {"sha256": hashlib.sha256(content).hexdigest(), "baris": len(rows.get(table, ())), "byte": len(content)}
        for table, content in found.items()
    }
    if seals:
        said = seals(said)
    [cover] = rows["daerah"][:1]
    seal = said if isinstance(said, str) else json.dumps(said, sort_keys=True)
    covers = [{"sidik": seal, **one} for one in rows["daerah"]]
    found["daerah"] = columns.content(types["daerah"], covers) if cover else b""
    return harm(found) if harm else found


def lay(folder, contents, region=AKASIA, met=MET, name=None, came=dt.datetime(2024, 11, 4, 1, 5)):
    """Put objects into a folder as a store does, at that moment (UTC)."""
    at = came.replace(tzinfo=dt.UTC).timestamp()
    for table, content in contents.items():
        path = folder / str(objects.Key(table, met, region, name or f"{met}"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (at, at))


def send(folder, region=AKASIA, met=MET, name=None, came=dt.datetime(2024, 11, 4, 1, 5), change=lambda rows: rows,
         **cover):  # fmt: skip
    """Lay a good set, changed by `change` before it is sealed."""
    lay(folder, sealed(change(rows_of(region, met, name, **cover))), region, met, name, came)


def gathered(folder, root, order=ORDER, everything=False, seconds=600):
    return gather.gather(FolderStore(folder), root, order, everything, seconds)


def on(day, order=ORDER, **more):
    """The same order on another day."""
    return replace(order, rules=replace(order.rules, today=day), **more)


def known(root, order=ORDER):
    return present.load(root, order.schedule, order.rules.today, order.names, list(SHAPES))


def numbers(root, order=ORDER):
    """Region -> value of each of its numbers, as they are known."""
    found = {}
    for row in known(root, order).tables["indikator"]:
        found.setdefault(row[partitions.REGION], {})[row["kode"]] = row["nilai"]
    return found


def told(root, order=ORDER):
    """What is told, as (region, weight, reason)."""
    return [(one["daerah"], one["bobot"], one["alasan"]) for one in known(root, order).notes]
