"""Two hours of a server in minutes: sheets change, Google fails in every way, viewers come and go; nothing may grow.

    .venv/bin/python -m bench.endurance [--minutes 6] [--every 4] [--viewers 6]

A real server reads from Google's stand-in. Somebody wishes a sync every few seconds, as the button Perbarui sekarang
does, beside the server's own rhythm of 15 seconds: 60 rounds and more in a few minutes, which is what two hours have at
one in two minutes. Raw samples go to bench/results/endurance.json. Memory is MB.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import dataclasses
import datetime as dt
import itertools
import json
import os
import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.viewer import Viewer
from monev.settings import HOME, SAMPLES
from monev.snapshot import directory
from tests import cloud
from tests.conftest import serving
from tests.google import faults
from tests.google.standin import Google
from tests.screen import FIRST, PAGES

RESULTS = HOME / "bench" / "results"
#: Seconds between two samples, between two changes of a cell, and for which Google fails out of twice as many.
SAMPLE, CHANGE, FAILING = 1.0, 3.0, 3.0
#: Snapshots of each of two earlier days that lie there, too.
OF_A_DAY_BEFORE = 10
#: Seconds of one sync at most.
DEADLINE = 10
#: A cell of each agency that is typed anew: agency -> tab, cell, and what stands there.
CELLS = {
    "kpu": ("hibah", "D2", "9.3{:02}.000.000"),
    "bawaslu": ("hibah", "D2", "2.6{:02}.000.000"),
    "kesbangpol": ("pakta_integritas", "D3", "{}"),
    "sekretariat": ("laporan_desk", "D2", "Catatan {}"),
}


@dataclasses.dataclass(frozen=True)
class Sample:
    """The server at one moment, `seconds` after it was there: what it holds, and what lies in its folder."""

    seconds: float
    memory: float
    files: int
    threads: int
    children: int
    snapshots: int
    unfinished: int
    log: int


@dataclasses.dataclass
class Run:
    """What came of a run: all samples, how many of what happened, and what viewers were shown instead of a page."""

    samples: list[Sample]
    happened: Counter
    broken: list[str]

    def third(self, which: int) -> list[Sample]:
        """The samples of the first (0), middle or last third."""
        long = len(self.samples) // 3
        return self.samples[which * long : (which + 1) * long]

    def median(self, which: int, name: str) -> float:
        return statistics.median(getattr(sample, name) for sample in self.third(which))

    def logged(self, which: int) -> float:
        """Bytes of log in a minute of a third."""
        first, last = self.third(which)[0], self.third(which)[-1]
        return (last.log - first.log) / (last.seconds - first.seconds) * 60


def run(minutes: float, every: float, viewers: int, scratch: Path) -> Run:
    """Let a server go through it for so many minutes; the sheets are read at least every so many seconds."""
    found, over = Run([], Counter(), []), threading.Event()
    with Google() as google:
        files = cloud.whole(google, SAMPLES)
        secrets, potret, log = scratch / "secrets.toml", scratch / "potret", scratch / "server.log"
        secrets.write_text(cloud.secrets(google, files, seconds=DEADLINE, every=15), "utf-8")
        around = {"RAHASIA": secrets, "TANGGAL": cloud.MEETING, "SINKRON": ""}
        with _on_the_way(google), serving(potret, log, **around) as (address, process):
            _read_once(potret)
            _grow_old(potret)
            work = [
                threading.Thread(target=_sample, args=(process.pid, potret, log, found, over)),
                threading.Thread(target=_change, args=(google, files, found, over)),
                threading.Thread(target=_fail, args=(google, found, over)),
                threading.Thread(target=_wish, args=(potret, every, found, over)),
            ]
            for one in work:
                one.start()
            try:
                asyncio.run(_visits(address, viewers, minutes * 60, found))
            finally:
                over.set()
                for one in work:
                    one.join()
        google.misfits.clear()  # cut connections leave half requests behind
    return found


@contextlib.contextmanager
def _on_the_way(google: Google) -> Iterator[None]:
    """Let what is started within find the stand-in where it looks for Google."""
    before = dict(os.environ)
    os.environ |= google.environment
    try:
        yield
    finally:
        os.environ.clear()
        os.environ |= before


def _read_once(potret: Path) -> None:
    until = time.monotonic() + 120
    while directory.latest(potret) is None:
        if time.monotonic() > until:
            raise TimeoutError("the server made no snapshot")
        time.sleep(0.2)


def _grow_old(potret: Path) -> None:
    """Lay the first snapshot there as often as a day of typing leaves it, and some days before: each sync must thin."""
    first = potret / f"{directory.latest(potret)}.duckdb"
    day, digest = directory.reference_date(first.stem), first.stem.rpartition("-")[2]
    before = [day - dt.timedelta(days=back) for back in (4, 3) for _ in range(OF_A_DAY_BEFORE)]
    days = before + [day] * directory.MOST_OF_A_DAY
    for number, that in enumerate(days, directory.number(first.stem) + 1):
        (potret / f"{number:06d}-{that}-{digest}.duckdb").hardlink_to(first)


def _sample(pid: int, potret: Path, log: Path, found: Run, over: threading.Event) -> None:
    began = time.monotonic()
    while not over.wait(SAMPLE):
        status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
        found.samples.append(
            Sample(
                time.monotonic() - began,
                int(status["VmRSS"].split()[0]) / 1024,
                sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir()),
                int(status["Threads"]),
                len(_children(pid)),
                len(directory.snapshots(potret)),
                sum(1 for _ in potret.glob(f"{directory.UNFINISHED}*")),
                log.stat().st_size,
            )
        )


def _children(pid: int) -> list[str]:
    found: list[str] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            found += (task / "children").read_text().split()
        except OSError:  # the thread has just ended
            continue
    return found


def _change(google: Google, files: dict, found: Run, over: threading.Event) -> None:
    for number, agency in enumerate(itertools.cycle(CELLS)):
        if over.wait(CHANGE):
            return
        tab, cell, typed = CELLS[agency]
        google.put(files[agency].id, tab, cell, typed.format(number % 90 + 10))
        found.happened["changes"] += 1


def _fail(google: Google, found: Run, over: threading.Event) -> None:
    """Every kind of failure at every endpoint in turn, with good health between them."""
    for kind, endpoint in itertools.cycle(itertools.product(faults.KINDS, ("sheets", "token", "drive"))):
        google.fault(endpoint, kind)
        found.happened["failures"] += 1
        ended = over.wait(FAILING)
        google.heal()
        if ended or over.wait(FAILING):
            return


def _wish(potret: Path, every: float, found: Run, over: threading.Event) -> None:
    before = directory.read_watch(potret)
    while not over.wait(every):
        directory.wish_sync(potret)
        now = directory.read_watch(potret)
        found.happened["rounds"] += now is not None and before is not None and now.began != before.began
        before = now


async def _visits(address: str, viewers: int, seconds: float, found: Run) -> None:
    until = time.monotonic() + seconds
    await asyncio.gather(*(_visitor(address, number, until, found) for number in range(viewers)))


async def _visitor(address: str, number: int, until: float, found: Run) -> None:
    """One person after another at the same desk, each for a few pages."""
    chance = random.Random(number)
    while time.monotonic() < until:
        try:
            async with Viewer(address) as viewer:
                await viewer.open()
                found.happened["visits"] += 1
                for page in chance.sample([one for one in PAGES if one != FIRST], 3):
                    if time.monotonic() >= until:
                        return
                    await viewer.go(page)
                    found.happened["pages"] += 1
                    await viewer.stay(chance.uniform(0.5, 4))
        except Exception as error:  # whatever a viewer meets is what this is about
            found.broken.append(f"{type(error).__name__}: {error}")
            await asyncio.sleep(1)


def told(found: Run) -> list[str]:
    """The table: medians of the three thirds, and the last against the middle one."""
    lines = [f"{'':22}" + "".join(f"{name:>12}" for name in ("first", "middle", "last", "last/middle"))]
    for name in ("memory", "files", "threads", "children", "snapshots", "unfinished"):
        one, two, three = (found.median(which, name) for which in range(3))
        lines.append(f"{name:22}{one:12.1f}{two:12.1f}{three:12.1f}{three / two if two else 0:12.2f}")
    one, two, three = (found.logged(which) for which in range(3))
    lines.append(f"{'log, bytes a minute':22}{one:12.0f}{two:12.0f}{three:12.0f}{three / two if two else 0:12.2f}")
    lines.append(f"most: {max(sample.memory for sample in found.samples):.0f} MB, "
                 f"{max(sample.children for sample in found.samples)} children")  # fmt: skip
    lines.append(", ".join(f"{name} {count}" for name, count in sorted(found.happened.items())))
    return lines + [f"broken: {count} x {text}" for text, count in Counter(found.broken).most_common(5)]


def main() -> None:
    """Run, write the samples, print the table."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--minutes", type=float, default=6)
    asked.add_argument("--every", type=float, default=4)
    asked.add_argument("--viewers", type=int, default=6)
    asked.add_argument("--keep-log", type=Path)
    given = asked.parse_args()
    with TemporaryDirectory(prefix="monev-") as scratch:
        found = run(given.minutes, given.every, given.viewers, Path(scratch))
        if given.keep_log:
            given.keep_log.write_bytes((Path(scratch) / "server.log").read_bytes())
    RESULTS.mkdir(exist_ok=True)
    raw = {"samples": [dataclasses.asdict(one) for one in found.samples], "happened": found.happened}
    (RESULTS / "endurance.json").write_text(json.dumps(raw | {"broken": found.broken}) + "\n", "utf-8")
    print("\n".join(told(found)))


if __name__ == "__main__":
    main()
