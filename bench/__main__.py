"""Everything measured side by side, in one run, and told as a table of ratios: `python -m bench`.

What counts are the ratios; times in seconds belong to the machine of the day. The raw figures of every run are kept in
bench/results/.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import datetime as dt
import json
import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from bench import checked, crowd, painted, phone, plotly_dash, sides
from bench.crowd import Burst
from monev.settings import HOME, SAMPLES

RESULTS = Path(__file__).with_name("results")
#: How often each measure is repeated; of every one the median counts.
ROUNDS = {"serentak": 15, "klik": 15, "sinkron": 6, "halaman_pertama": 5}
#: The menu's two entries between which Chromium clicks: one without pictures and the one with them.
MENUS = {"kita": ("2 Risiko", "1 Logistik"), "gambar": ("Satu", "Dua"), "b": ("Satu", "Dua"), "c": ("Satu", "Dua")}


def main() -> None:
    """Measure, write the raw figures down, and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Mengukur dasbor berdampingan dengan acuannya."
    )
    parser.add_argument("--cepat", action="store_true", help="sepertiga ulangan: untuk mencoba, bukan untuk dicatat")
    rounds = {name: max(2, count // 3) if parser.parse_args().cepat else count for name, count in ROUNDS.items()}
    with tempfile.TemporaryDirectory(prefix="monev-bench-") as scratch:
        raw = _measured(Path(scratch), rounds)
    raw["mesin"] = {
        "waktu": dt.datetime.now().astimezone().isoformat(timespec="seconds"), "inti": os.cpu_count(),
        "beban": os.getloadavg(), "python": platform.python_version(),
    }  # fmt: skip
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "berdampingan.json").write_text(json.dumps(raw, indent=1), "utf-8")
    print("\n".join(table(raw)))


def _measured(scratch: Path, rounds: dict[str, int]) -> dict:
    snapshots = scratch / "potret"
    snapshots.mkdir()
    if sides.sync(snapshots).wait():
        raise RuntimeError("sync of the samples failed")
    ours, empty, tutorial = sides.ours(snapshots), sides.empty(), sides.tutorial(scratch, snapshots)
    checked.same_numbers(snapshots, scratch / "lembar")
    dash = [side for side in [plotly_dash.installed(scratch, snapshots)] if side]
    raw: dict = {}
    with _all_running([ours, empty, sides.tuned(scratch), tutorial, *dash], scratch) as servers:
        found = asyncio.run(crowd.side_by_side(servers, rounds["serentak"]))
        raw["serentak"] = [[_row(one) for one in bursts] for bursts in found]
        raw["memori_mb_per_penonton"] = asyncio.run(crowd.memory_per_viewer(servers[0]))
    with _all_running([ours, tutorial, *dash], scratch) as (our, *others):
        prepared = asyncio.run(sides.pictures(scratch, our))
        with sides.running(prepared, scratch) as pictures:
            servers = [our, pictures, *others]
            titles = [MENUS[server.side.name] for server in servers]
            clicked = painted.clicks(servers, titles, sides.PICTURES, rounds["klik"])
            raw["klik_ms"] = {server.side.name: took for server, took in zip(servers, clicked, strict=True)}
        raw["ponsel"] = phone.fetched(our, scratch, snapshots)
    sheets = crowd.copied(SAMPLES, scratch)
    with sides.running(ours, scratch) as server:
        quiet, busy = asyncio.run(crowd.while_syncing(server, sheets, snapshots, rounds["sinkron"]))
        raw["sinkron_detik"] = {"tanpa": quiet, "selagi": busy}
    first = {"kita": [], "a": []}
    for _ in range(rounds["halaman_pertama"]):
        for side in (ours, empty):
            first[side.name].append(asyncio.run(crowd.first_page(side, scratch)))
    raw["halaman_pertama_detik"] = first
    return raw


@contextlib.contextmanager
def _all_running(wanted: list[sides.Side], scratch: Path) -> Iterator[list[sides.Running]]:
    with contextlib.ExitStack() as open_:
        yield [open_.enter_context(sides.running(side, scratch)) for side in wanted]


def _row(one: Burst) -> dict:
    return {"pihak": one.side, "detik": one.seconds, "cpu": one.cpu, "masing": one.each, "byte": one.bytes}


def table(raw: dict) -> list[str]:
    """The lines of the table: what was measured, its ratio, the target, and the times behind it."""
    names = [one["pihak"] for one in raw["serentak"][0]]
    seconds = {name: [bursts[place]["detik"] for bursts in raw["serentak"]] for place, name in enumerate(names)}
    pace = {name: crowd.VIEWERS / median(values) for name, values in seconds.items()}
    faster = {
        name: median(theirs / our for our, theirs in zip(seconds["kita"], values, strict=True))
        for name, values in seconds.items()
    }
    # Of the processor a busy machine takes nothing away: what a switch costs the server itself.
    costs = {
        name: median(1000 * bursts[place]["cpu"] / crowd.VIEWERS for bursts in raw["serentak"])
        for place, name in enumerate(names)
    }
    clicks = {name: median(values) for name, values in raw["klik_ms"].items()}
    late = {name: quantiles(values, n=20)[-1] for name, values in raw["sinkron_detik"].items()}
    first = {name: median(page for _, page in values) for name, values in raw["halaman_pertama_detik"].items()}
    start = {name: median(began for began, _ in values) for name, values in raw["halaman_pertama_detik"].items()}
    rows = [
        ("50 penonton berpindah serentak, terhadap (a)", _times(faster["a"]), "≥ 6 ×",
         f"{pace['kita']:.0f} dan {pace['a']:.0f} halaman per detik"),
        ("sama, terhadap (b)", _times(faster["b"]), "≥ 50 ×",
         f"{pace['kita']:.0f} dan {_decimal(pace['b'], 1)} halaman per detik"),
        *([("sama, terhadap (c)", _times(faster["c"]), "",
            f"{pace['kita']:.0f} dan {pace['c']:.0f} halaman per detik")] if "c" in faster else []),
        ("sama, bagian dari batasnya: halaman kosong dengan setelan kita", f"{100 * faster['batas']:.0f}%", "",
         f"{pace['kita']:.0f} dari {pace['batas']:.0f} halaman per detik"),
        ("perpindahan tiap detik prosesor server, terhadap (a)", _times(costs["a"] / costs["kita"]), "≥ 8 ×",
         f"{_decimal(costs['kita'], 1)} dan {_decimal(costs['a'], 1)} ms prosesor tiap perpindahan"),
        ("sama, terhadap (b)", _times(costs["b"] / costs["kita"]), "≥ 60 ×",
         f"{_decimal(costs['kita'], 1)} dan {_decimal(costs['b'], 1)} ms prosesor tiap perpindahan"),
        ("klik sampai semua gambar tampil, terhadap halaman kosong bergambar sama",
         _times(clicks["kita"] / clicks["gambar"]), "≤ 1,3 ×", f"{clicks['kita']:.0f} dan {clicks['gambar']:.0f} ms"),
        ("sama, terhadap (b)", _times(clicks["kita"] / clicks["b"]), "≤ 0,6 ×",
         f"{clicks['kita']:.0f} dan {clicks['b']:.0f} ms"),
        *([("sama, terhadap (c)", _times(clicks["kita"] / clicks["c"]), "",
            f"{clicks['kita']:.0f} dan {clicks['c']:.0f} ms")] if "c" in clicks else []),
        ("p95 perpindahan selagi sinkron menyimpan perubahan, terhadap tanpa sinkron",
         _times(late["selagi"] / late["tanpa"]), "≤ 1,25 ×",
         f"{1000 * late['selagi']:.0f} dan {1000 * late['tanpa']:.0f} ms"),
        ("memori tiap penonton tambahan", _decimal(raw["memori_mb_per_penonton"]) + " MB", "≤ 3 MB", ""),
        ("halaman pertama sesudah server siap, terhadap (a)", _times(first["kita"] / first["a"]), "≤ 1,5 ×",
         f"{1000 * first['kita']:.0f} dan {1000 * first['a']:.0f} ms; "
         f"server menjawab sesudah {_decimal(start['kita'])} dan {_decimal(start['a'])} detik"),
    ]  # fmt: skip
    for page in phone.PAGES:
        ways = {way: pages[page] for way, pages in raw["ponsel"].items()}
        size = {way: _decimal((one["byte_berkas"] + one["byte_websocket"]) / 1e6) for way, one in ways.items()}
        plain = f"{size['langsung']} MB tanpa nginx"
        rows.append((f"ponsel, sampai {phone.SAID[page]} di /{page}", f"{size.get('nginx', size['langsung'])} MB", "",
                     f"lewat nginx yang memampatkan; {plain}" if "nginx" in size else plain))  # fmt: skip
    head = ["| Yang diukur | Hasil | Sasaran | Waktunya pada mesin ini |", "|---|---|---|---|"]
    return head + [f"| {' | '.join(row)} |" for row in rows]


def _times(ratio: float) -> str:
    return f"{_decimal(ratio, 2 if ratio < 5 else 1)} ×"


def _decimal(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


if __name__ == "__main__":
    os.chdir(HOME)
    main()
