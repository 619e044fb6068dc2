"""The ministry's project over simulated regions: gathering, memory, and its pages beside those of one city.

    .venv/bin/python -m bench.regions [--rapat 10 100] [--daerah 545] [--putaran 12]

For each number of meetings a store is filled as regions fill it, all of it is gathered, and as many meetings are
frozen; then one more meeting comes. What counts are ratios, and seconds on a machine that does nothing else. Raw
figures go to bench/results/regions.json.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import datetime as dt
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from bench import sides
from bench.growth import measured
from bench.turns import middle, ratio, turned
from monev.meeting import meeting
from monev.settings import HOME
from monev.snapshot import store
from monev.words import clock

RESULTS = HOME / "bench" / "results"
PROJECT = HOME / "examples" / "rekap"
#: Pages of the city and of the ministry, in the order of a round.
SHARED = ("", "logistik", "risiko", "partisipasi", "netralitas", "stabilitas", "tindak_lanjut", "bahan", "mutu_data")
OWN = ("hibah", "pelaporan")
#: Names of servers besides the ministries, which are called by how many meetings they froze.
CITY, SECOND = "kota", "kedua"
#: What must hold: seconds of one new meeting, MB, pages against those of one city, and with ten times the meetings.
MOST_SECONDS, MOST_MB, MOST_OF_CITY, MOST_GROWN = 60, 1024, 1.3, 1.2


def simulated() -> ModuleType:
    """The generator of the project, as a module."""
    spec = importlib.util.spec_from_file_location("rekap_simulasi", PROJECT / "simulasi.py")
    made = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def gathered(scratch: Path, many: int, regions: int) -> dict:
    """A ministry in `scratch` that has gathered and frozen `many` meetings, and then gathers one more: what that took.
    Two meetings are frozen of each state, since a state stands for the days behind it as well."""
    generator = simulated()
    days = generator.meetings(many + 1)
    project, objects, potret = scratch / "rekap", scratch / "kiriman", scratch / "potret"
    shutil.copytree(PROJECT, project)
    (project / "reference" / "jadwal_kiriman.csv").write_text(generator.schedule(days), "utf-8")
    secrets = scratch / "secrets.toml"
    secrets.write_text(f'[rekap]\nsumber = "{objects}"\n', "utf-8")
    secrets.chmod(0o600)

    def sync(day: dt.date) -> dict[str, float]:
        seconds, memory, _ = measured(["-m", "monev", "rekap", "sync"], potret, MONEV_TANGGAL=f"{day}",
                                      MONEV_PROYEK=str(project), MONEV_RAHASIA=str(secrets))  # fmt: skip
        return {"detik": seconds, "mb": memory}

    count, found = 0, {}
    for at, day in enumerate(days[:-1]):
        count += generator.fill(objects, [day], regions)
        if at % 2 == 0:
            sync(day)
        meeting.pin(potret, store.latest(potret), clock.now(), day)
    sync(days[-2])
    new = generator.fill(objects, days[-1:], regions)
    for name in ("rapat_baru", "tanpa_baru"):
        found[name] = sync(days[-1])
    size = sum(path.stat().st_size for path in potret.rglob("*") if path.is_file())
    return {"rapat": many, "objek": count, "objek_baru": new, "potret_mb": size / 1e6, "sinkron": found}


def _pages(name: str) -> tuple[str, ...]:
    return SHARED if name == CITY else (*SHARED, *OWN)


def served(scratch: Path, made: Mapping[str, Path], rounds: int) -> dict:
    """All of them at once: one city, each ministry by its name, and a second server over the last one's snapshots."""
    city = scratch / "kota"
    if sides.sync(city).wait():
        raise RuntimeError("sync of the samples failed")
    places = {name: {"MONEV_POTRET": str(one / "potret"), "MONEV_PROYEK": str(one / "rekap")}
              for name, one in made.items()}  # fmt: skip
    places = {CITY: {"MONEV_POTRET": str(city)}} | places | {SECOND: list(places.values())[-1]}
    with contextlib.ExitStack() as opened:
        servers = {
            name: opened.enter_context(
                sides.running(sides.Side(name, "", HOME, ("", ""), one | {"MONEV_SINKRON": "terpisah"}), scratch)
            )
            for name, one in places.items()
        }
        taken = asyncio.run(turned(servers, {name: _pages(name) for name in servers}, rounds))
        for name, server in servers.items():
            taken[name]["mb"] = server.memory()
    return taken


def table(raw: Mapping[str, dict]) -> list[str]:
    """The lines of the table: what was measured, the result, and what must hold."""
    pages, few, many = raw["halaman"], *[str(one["rapat"]) for one in (raw["kumpul"][0], raw["kumpul"][-1])]
    rows = []
    for one in raw["kumpul"]:
        what = f"satu rapat baru sesudah {one['rapat']} rapat, {one['objek_baru']} objek"
        new, still = one["sinkron"]["rapat_baru"], one["sinkron"]["tanpa_baru"]
        rows.append((what, f"{new['detik']:.1f} s",
                     f"≤ {MOST_SECONDS} s", f"{new['mb']:.0f} MB; tanpa yang baru {still['detik']:.1f} s"))  # fmt: skip
    of_city, grown = ratio(pages, many, CITY, SHARED), ratio(pages, many, few, (*SHARED, *OWN))
    medians = {name: middle(one) for name, one in pages.items()}
    rows += [
        ("pindah halaman, terhadap satu kota", f"{of_city:.2f} ×", f"≤ {MOST_OF_CITY} ×",
         f"{medians[many]:.0f} dan {medians[CITY]:.0f} ms; prosesor {pages[many]['cpu']:.1f} dan "
         f"{pages[CITY]['cpu']:.1f} ms"),
        (f"pindah halaman, {many} terhadap {few} rapat dibekukan", f"{grown:.2f} ×", f"≤ {MOST_GROWN} ×",
         f"{medians[many]:.0f} dan {medians[few]:.0f} ms"),
        ("kunjungan pertama, terhadap satu kota", f"{ratio(pages, many, CITY, SHARED, 'pertama'):.2f} ×", "",
         f"terlama {max(pages[many]['pertama'].values()):.0f} ms"),
        ("memori server", f"{max(one['mb'] for one in pages.values()):.0f} MB", f"≤ {MOST_MB} MB",
         f"satu kota {pages[CITY]['mb']:.0f} MB"),
        ("server kedua di atas potret yang sama, terhadap yang pertama",
         f"{ratio(pages, SECOND, many, (*SHARED, *OWN)):.2f} ×", "", ""),
    ]  # fmt: skip
    head = ["| Yang diukur | Hasil | Sasaran | |", "|---|---|---|---|"]
    return head + [f"| {' | '.join(row)} |".replace(".", ",") for row in rows]


def main() -> None:
    """Measure, write the raw figures down, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.regions")
    parser.add_argument("--rapat", type=int, nargs="+", default=[10, 100])
    parser.add_argument("--daerah", type=int, default=545)
    parser.add_argument("--putaran", type=int, default=12)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="monev-rekap-") as folder:
        scratch = Path(folder)
        made = {str(many): scratch / f"{many}" for many in said.rapat}
        raw = {"inti": os.cpu_count(), "beban": os.getloadavg(), "daerah": said.daerah}
        raw["kumpul"] = [gathered(_folder(made[str(many)]), many, said.daerah) for many in said.rapat]
        raw["halaman"] = served(scratch, made, said.putaran)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "regions.json").write_text(json.dumps(raw, indent=1), "utf-8")
    print("\n".join(table(raw)))


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


if __name__ == "__main__":
    os.chdir(HOME)
    main()
