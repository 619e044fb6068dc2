"""How time and memory grow with the rows: the samples with 1, 10 and 100 times the rows of their events.

    .venv/bin/python -m bench.growth [--rounds 3] [--times 1 10 100]

Each sync and each visit is a process of its own; sizes take turns within a round, so that a machine which is busy for
a while is busy for all of them. Raw runs go to bench/results/growth.json. Times are seconds, memory is MB.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import grown
from monev.settings import HOME

RESULTS = HOME / "bench" / "results"
#: Runs of a page after its first one.
AGAIN = 5
#: What must hold of 100 times the rows: memory in MB, and a page's time against that of 1 time the rows.
MOST_MB, MOST_SLOWER = 1024, 1.5


def measured(arguments: list[str], potret: Path, **settings: str) -> tuple[float, float, str]:
    """Seconds, peak resident MB and output of `python` with these arguments; SystemExit where it failed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MONEV_")}
    around = clean | {"PYTHONUTF8": "1", "MONEV_POTRET": str(potret)} | settings
    said = potret.parent / "keluaran"
    with said.open("w") as out:
        began = time.monotonic()
        child = os.posix_spawn(
            sys.executable, [sys.executable, *arguments], around,
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)],
        )  # fmt: skip
        _, status, used = os.wait4(child, 0)
        took = time.monotonic() - began
    text = said.read_text("utf-8")
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        raise SystemExit(f"{arguments} failed:\n{text[-4000:]}")
    return took, used.ru_maxrss / 1024, text


def one_round(times: int, scratch: Path) -> dict:
    """One size once: the first sync (both meetings), one after a changed cell, one without a change, all pages."""
    lembar, potret = scratch / "lembar", scratch / "potret"
    found: dict = {"kali": times, "baris": grown.grow(lembar, times), "sinkron": {}}
    for name in ("pertama", "satu_sel", "tanpa_perubahan"):
        if name == "satu_sel":
            desk = lembar / "sekretariat" / "laporan_desk.csv"
            desk.write_text(desk.read_text("utf-8").replace("27 September 2024", "26 September 2024"), "utf-8")
        seconds, memory, _ = measured(["-m", "monev", "sync"], potret, MONEV_FOLDER=str(lembar))
        found["sinkron"][name] = {"detik": seconds, "mb": memory}
    _, memory, said = measured(["-m", "bench.growth", "--visit"], potret)
    found["kunjungan_mb"], found["halaman"] = memory, json.loads(said.splitlines()[-1])
    found["potret_mb"] = max(path.stat().st_size for path in potret.glob("*.duckdb")) / 1e6
    return found


def visit() -> dict[str, dict]:
    """Every page on the snapshots of MONEV_POTRET: seconds of its first run and of later ones, bytes and elements."""
    import logging

    from streamlit.testing.v1 import AppTest

    from tests.screen import FILES, FIRST, PAGES

    logging.disable(logging.WARNING)
    found = {}
    for page in PAGES:
        app = AppTest.from_file(str(HOME / "app.py"), default_timeout=300)
        if page != FIRST:
            app.run()
            app.switch_page(FILES[page])
        took = []
        for _ in range(1 + AGAIN):
            began = time.monotonic()
            app.run()
            took.append(time.monotonic() - began)
        if app.exception:
            raise SystemExit(f"{page}: {app.exception[0].message}")
        drawn = list(weights(app))
        found[page] = {"pertama": took[0], "lagi": took[1:], "byte": sum(drawn), "unsur": len(drawn)}
    return found


def weights(app) -> list[int]:
    """Bytes of the message of each element that a page delivers to the browser."""
    ahead, found = [app.main, app.sidebar], []
    while ahead:
        node = ahead.pop()
        ahead += list(getattr(node, "children", {}).values())
        if getattr(node, "proto", None) is not None and not getattr(node, "children", {}):
            found.append(node.proto.ByteSize())
    return found


def told(runs: list[dict], sizes: list[int]) -> list[str]:
    """The table of medians, each with how many times that of the smallest size it is."""

    def median(times, get):
        return statistics.median(value for run in runs if run["kali"] == times for value in get(run))

    def line(name, get, form="{:.2f}"):
        values = [median(times, get) for times in sizes]
        ratios = [f"{form.format(value)} ({value / values[0]:.2f}x)" for value in values]
        return f"{name:34}" + "".join(f"{text:>20}" for text in ratios)

    lines = [f"{'':34}" + "".join(f"{f'{times} x':>20}" for times in sizes)]
    lines.append(line("rows of events", lambda run: [run["baris"]["peristiwa"]], "{:.0f}"))
    for name in runs[0]["sinkron"]:
        lines.append(line(f"sync {name}, s", lambda run, name=name: [run["sinkron"][name]["detik"]]))
        lines.append(line(f"sync {name}, MB", lambda run, name=name: [run["sinkron"][name]["mb"]], "{:.0f}"))
    lines.append(line("snapshot, MB", lambda run: [run["potret_mb"]]))
    lines.append(line("visit of all pages, MB", lambda run: [run["kunjungan_mb"]], "{:.0f}"))
    for page in runs[0]["halaman"]:
        lines.append(line(f"{page}, first, s", lambda run, page=page: [run["halaman"][page]["pertama"]], "{:.3f}"))
        lines.append(line(f"{page}, again, s", lambda run, page=page: run["halaman"][page]["lagi"], "{:.3f}"))
        lines.append(line(f"{page}, kB", lambda run, page=page: [run["halaman"][page]["byte"] / 1e3], "{:.0f}"))
    return lines


def over(runs: list[dict], least: int, most: int) -> list[str]:
    """What does not hold of the largest size, one line each."""
    large, small = ([run for run in runs if run["kali"] == times] for times in (most, least))
    memory = max(sync["mb"] for run in large for sync in run["sinkron"].values())
    found = [f"a sync takes {memory:.0f} MB"] if memory > MOST_MB else []
    rows = large[0]["baris"]["semua"] / small[0]["baris"]["semua"]
    for name in large[0]["sinkron"]:
        one, other = (statistics.median(run["sinkron"][name]["detik"] for run in runs) for runs in (large, small))
        found += [f"sync {name} grows more than the rows: {one / other:.1f}x"] if one / other > rows else []
    for page in large[0]["halaman"]:
        one, other = (
            statistics.median(value for run in runs for value in run["halaman"][page]["lagi"])
            for runs in (large, small)
        )
        found += [f"{page} takes {one / other:.2f}x"] if one / other > MOST_SLOWER else []
    return found


def main() -> None:
    """Measure, write the raw runs, print the table."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--times", type=int, nargs="+", default=[1, 10, 100])
    asked.add_argument("--visit", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.visit:
        print(json.dumps(visit()))
        return
    runs = []
    RESULTS.mkdir(exist_ok=True)
    for turn in range(given.rounds):
        for times in given.times:
            with TemporaryDirectory(prefix="monev-") as scratch:
                runs.append({"putaran": turn} | one_round(times, Path(scratch)))
            (RESULTS / "growth.json").write_text(json.dumps(runs, indent=1) + "\n", "utf-8")
            sync = runs[-1]["sinkron"]["pertama"]
            print(
                f"round {turn + 1}, {times} x: {sync['detik']:.1f} s, {sync['mb']:.0f} MB", file=sys.stderr, flush=True
            )
    print("\n".join(told(runs, given.times)))
    wrong = over(runs, min(given.times), max(given.times))
    print("\n".join(wrong) or "all within bounds")


if __name__ == "__main__":
    main()
