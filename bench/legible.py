"""How much of Mode Rapat can be read in a video meeting: `python -m bench.legible [checkout ...]`, a quarter hour each.

A browser of each size goes through a meeting's seven pages; what it paints is sent as H.264 in few bits, and small;
each page is read back at its end, and two seconds after it stood. Where checkouts are named (this one is ".") each is
measured in turn, so that before and after stand side by side. Every figure is the share of the words of the first
screen, which read_back.py counts. Beside it stands its share of what the same reader finds on the picture as it was
painted: what he cannot read there says nothing about the way. Raw figures go to bench/results/legible.json.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import read_back, shared, sides
from bench.read_back import Read

RESULTS = Path(__file__).with_name("results")


@dataclass(frozen=True)
class Way:
    """A way from the browser to the viewer: the room's window, what is sent of it, when it is looked at, and what is
    wanted of it; `kilobits` is 0 for the picture as it was painted."""

    name: str
    window: tuple[int, int]
    kilobits: int = 0
    sent: tuple[int, int] | None = None
    soon: bool = False
    wanted: float | None = None


HD, FULL, SMALL = (1280, 720), (1920, 1080), (640, 360)
WAYS = (
    Way("1280x720 seperti dilukis", HD),
    Way("1280x720, 300 kbit/s", HD, 300, wanted=0.95),
    Way("1280x720, 150 kbit/s", HD, 150, wanted=0.95),
    Way("1280x720, 150 kbit/s, 2 detik sesudah ganti", HD, 150, soon=True, wanted=0.85),
    Way("1280x720 lewat 640x360, 150 kbit/s", HD, 150, SMALL, wanted=0.88),
    Way("1920x1080 seperti dilukis", FULL),
    Way("1920x1080, 300 kbit/s", FULL, 300, wanted=0.93),
    Way("1920x1080, 150 kbit/s", FULL, 150, wanted=0.93),
    Way("1920x1080, 150 kbit/s, 2 detik sesudah ganti", FULL, 150, soon=True, wanted=0.85),
    Way("1920x1080 lewat 640x360, 150 kbit/s", FULL, 150, SMALL, wanted=0.88),
)


def measured(home: Path, scratch: Path) -> dict[str, dict[str, Read]]:
    """Way -> page -> what was read, of the checkout at `home`."""
    found: dict[str, dict[str, Read]] = {}
    settings = {"MONEV_POTRET": str(scratch / "potret"), "MONEV_SINKRON": "terpisah"}
    if sides.sync(scratch / "potret", home=home).wait():
        raise RuntimeError(f"sync of the samples failed in {home}")
    with sides.running(sides.Side("kita", "Mode Rapat", home, ("", ""), settings), scratch) as server:
        windows = dict.fromkeys(way.window for way in WAYS)
        recorded = {window: shared.record(server.address, scratch / str(window[0]), *window) for window in windows}
    for way in WAYS:
        found[way.name] = through(way, recorded[way.window], scratch / "dibaca")
    return found


def through(way: Way, recording: shared.Recording, scratch: Path) -> dict[str, Read]:
    """Page -> what was read of it at the end of this way."""
    moments = [page.stood + shared.SOON if way.soon else page.left for page in recording.shown]
    name = f"{way.window[0]}-{way.kilobits}-{'cepat' if way.soon else 'akhir'}-{(way.sent or way.window)[0]}"
    if way.kilobits:
        film = shared.sent(recording, scratch / f"{name}.mp4", way.kilobits, way.sent or way.window)
        pictures = shared.arrived(recording, film, moments)
    else:
        pictures = shared.lossless(recording, moments, scratch / name)
    readings = read_back.read(pictures)
    return {
        page.page: read_back.compared(page.words, texts) for page, texts in zip(recording.shown, readings, strict=True)
    }


def together(pages: dict[str, Read]) -> float:
    """The share of all words of all pages."""
    return 1 - sum(len(page.lost) for page in pages.values()) / sum(page.words for page in pages.values())


def told(name: str, found: dict[str, dict[str, Read]]) -> list[str]:
    """The table of one checkout, and the words that its worst page lost on each way."""
    lines = [f"{name:46} {'terbaca':>8} {'sasaran':>9} {'terhadap aslinya':>17}  halaman terburuk"]
    lost = []
    painted = {way.window: together(found[way.name]) for way in WAYS if not way.kilobits}
    for way in WAYS:
        pages, share = found[way.name], together(found[way.name])
        worst = min(pages, key=lambda page: pages[page].share)
        wanted = "" if way.wanted is None else f"{'≥' if share >= way.wanted else 'belum'} {way.wanted:.0%}"
        of = f"{share / painted[way.window]:.1%}"
        lines.append(f"{way.name:46} {share:>8.1%} {wanted:>9} {of:>17}  {worst} {pages[worst].share:.1%}")
        lost.append(f"{way.name}, {worst}: {' '.join(pages[worst].lost) or '-'}")
    return [*lines, "", *lost, ""]


def _revision(home: str) -> str:
    """What git calls a checkout; with a mark where files were changed since."""
    command = ["git", "-C", home, "describe", "--always", "--dirty"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main(homes: Sequence[str]) -> None:
    """Measure each checkout that is named, or this one, and tell."""
    if lacking := read_back.missing():
        raise SystemExit(lacking)
    kept = {}
    for home in homes:
        with tempfile.TemporaryDirectory(prefix="terbaca-") as scratch:
            found = measured(Path(home).resolve(), Path(scratch))
        print("\n".join(told(home, found)), flush=True)
        kept[_revision(home)] = {
            way: {page: {"kata": read.words, "terbaca": round(read.share, 4), "hilang": read.lost}
                  for page, read in pages.items()}
            for way, pages in found.items()
        }  # fmt: skip
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "legible.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:] or ["."])
