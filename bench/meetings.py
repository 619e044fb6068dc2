"""How a change of page grows with the meetings on file, and beside an older checkout.

    .venv/bin/python -m bench.meetings [--rapat 1 24] [--acuan FOLDER] [--putaran 60]

The samples with as many frozen meetings, each number of them on a server of its own; an older checkout, which has a
.venv beside it, with the most of them. Raw figures go to bench/results/meetings.json.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from bench import sides
from bench.turns import middle, ratio, turned
from monev.settings import HOME
from monev.snapshot import store

RESULTS = HOME / "bench" / "results"
PAGES = ("logistik", "risiko", "partisipasi", "netralitas", "stabilitas")
#: What a server of the older checkout is called.
OLDER = "acuan"
#: Meetings of one day, so that many of them lie between the two states of the samples.
A_DAY = 2
#: What must hold: against the fewest meetings, and against the older checkout.
MOST_GROWN, MOST_OLDER = 1.1, 1.1
#: Seconds in which servers prepare their answers before anything counts.
QUIET = 20


def met(home: Path, snapshots: Path, many: int) -> None:
    """The samples synced by the checkout at `home`, their first state frozen for so many meetings before the second."""
    if sides.sync(snapshots, home=home).wait():
        raise RuntimeError(f"{home}: sync of the samples failed")
    first, *_ = store.snapshots(snapshots)
    begun = store.reference_date(first)
    around = sides.clean() | {"MONEV_POTRET": str(snapshots)}
    for number in range(many):
        day, title = begun + dt.timedelta(number // A_DAY), f"Rapat {number % A_DAY + 1}"
        command = [sys.executable, "-m", "monev", "pin", "--potret", first, "--tanggal", f"{day}", "--judul", title]
        subprocess.run(command, cwd=home, env=around, check=True, capture_output=True)


def measured(scratch: Path, numbers: list[int], older: Path | None, rounds: int) -> dict[str, dict]:
    """All servers at once, by how many meetings are on file."""
    sets = {f"{many}": (HOME, many) for many in numbers} | ({OLDER: (older, max(numbers))} if older else {})
    with contextlib.ExitStack() as opened:
        servers = {}
        for name, (home, many) in sets.items():
            snapshots = scratch / name
            snapshots.mkdir()
            met(home, snapshots, many)
            settings = {"MONEV_POTRET": str(snapshots), "MONEV_SINKRON": "terpisah"}
            side = sides.Side(name, "", home, (PAGES[0], PAGES[1]), settings)
            servers[name] = opened.enter_context(sides.running(side, scratch))
        asyncio.run(turned(servers, dict.fromkeys(servers, PAGES), 2))
        time.sleep(QUIET)
        return asyncio.run(turned(servers, dict.fromkeys(servers, PAGES), rounds))


def table(taken: Mapping[str, dict], few: str, many: str) -> list[str]:
    """The lines of the table: what was measured, the result, and what must hold."""
    beside = [(few, f"pindah halaman, {many} terhadap {few} rapat dibekukan", MOST_GROWN)]
    beside += [(OLDER, f"sama, {many} rapat, terhadap versi acuan", MOST_OLDER)] if OLDER in taken else []
    rows = [
        (what, f"{ratio(taken, many, other, PAGES):.2f} ×; prosesor {taken[many]['cpu'] / taken[other]['cpu']:.2f} ×",
         f"≤ {most} ×", f"{middle(taken[many]):.1f} dan {middle(taken[other]):.1f} ms; prosesor "
         f"{taken[many]['cpu']:.1f} dan {taken[other]['cpu']:.1f} ms")
        for other, what, most in beside
    ]  # fmt: skip
    head = ["| Yang diukur | Hasil | Sasaran | |", "|---|---|---|---|"]
    return head + [f"| {' | '.join(row)} |".replace(".", ",") for row in rows]


def main() -> None:
    """Measure, write the raw figures down, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.meetings")
    parser.add_argument("--rapat", type=int, nargs=2, default=[1, 24], metavar=("SEDIKIT", "BANYAK"))
    parser.add_argument("--acuan", type=Path, help="folder versi lama, dengan .venv di dalamnya")
    parser.add_argument("--putaran", type=int, default=60)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="monev-rapat-") as folder:
        taken = measured(Path(folder), said.rapat, said.acuan, said.putaran)
    raw = {"inti": os.cpu_count(), "beban": os.getloadavg(), "rapat": said.rapat, "halaman": taken}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "meetings.json").write_text(json.dumps(raw, indent=1), "utf-8")
    print("\n".join(table(taken, *map(str, said.rapat))))


if __name__ == "__main__":
    os.chdir(HOME)
    main()
