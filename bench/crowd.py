"""Many viewers at once, without browsers: how many pages a second come, how long one takes, what it costs."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import shutil
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.sides import Running, Side, running, sync
from bench.viewer import Seen, Viewer

#: How many follow a link at once in the heaviest moment.
VIEWERS = 50
#: Half seconds for which a server did nothing, so that it is taken to be prepared.
IDLE = 4


@dataclass(frozen=True)
class Burst:
    """All viewers asked for the other page at the same moment: `seconds` until the last one had it."""

    side: str
    viewers: int
    seconds: float
    cpu: float
    each: tuple[float, ...]
    bytes: int

    @property
    def per_second(self) -> float:
        return self.viewers / self.seconds


@contextlib.asynccontextmanager
async def joined(server: Running, count: int = VIEWERS) -> AsyncIterator[list[Viewer]]:
    """So many viewers who stand on the first of the side's two pages."""
    async with contextlib.AsyncExitStack() as open_:
        viewers = [server.side.viewer(server.address) for _ in range(count)]
        await asyncio.gather(*(open_.enter_async_context(viewer) for viewer in viewers))
        await asyncio.gather(*(viewer.open(server.side.pages[0]) for viewer in viewers))
        yield viewers


async def burst(server: Running, viewers: Sequence[Viewer], page: str) -> Burst:
    """All of them go to `page` at once."""
    cpu, began = server.cpu(), time.perf_counter()
    seen: list[Seen] = await asyncio.gather(*(viewer.go(page) for viewer in viewers))
    seconds = time.perf_counter() - began
    return Burst(server.side.name, len(viewers), seconds, server.cpu() - cpu, tuple(one.seconds for one in seen),
                 sum(one.sent for one in seen) // len(seen))  # fmt: skip


async def side_by_side(servers: Sequence[Running], rounds: int) -> list[list[Burst]]:
    """In each round one burst on every server, in an order that chance decides; the list of each round is by server.

    A burst takes both pages, one behind the other: what counts is the way there and back.
    """
    async with contextlib.AsyncExitStack() as open_:
        crowds = [await open_.enter_async_context(joined(server)) for server in servers]
        found = []
        for round_ in range(rounds + 1):
            order = random.sample(range(len(servers)), len(servers))
            seen: dict[int, Burst] = {}
            for place in order:
                pages = servers[place].side.pages
                seen[place] = await burst(servers[place], crowds[place], pages[(round_ + 1) % 2])
            if round_:  # the first one fills the memories of all
                found.append([seen[place] for place in range(len(servers))])
        return found


async def memory_per_viewer(server: Running, few: int = 10, rounds: int = 4) -> float:
    """Megabytes that each of VIEWERS further viewers adds, once all of them have seen both pages a few times."""
    async with joined(server, few) as first:
        for round_ in range(rounds):
            await burst(server, first, server.side.pages[(round_ + 1) % 2])
        before = server.memory()
        async with joined(server) as more:
            for round_ in range(rounds):
                await burst(server, more, server.side.pages[(round_ + 1) % 2])
            return (server.memory() - before) / len(more)


async def while_syncing(server: Running, sheets: Path, snapshots: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of each page without a sync, and while one with changes runs; by turns, a few bursts each."""
    quiet: list[float] = []
    busy: list[float] = []
    async with joined(server) as viewers:
        for round_ in range(rounds):
            bursts = 0
            _change(sheets, round_)
            process = sync(snapshots, sheets)
            while process.poll() is None:
                busy += (await burst(server, viewers, server.side.pages[(bursts + 1) % 2])).each
                bursts += 1
            if process.returncode:
                raise RuntimeError(f"sync ended with {process.returncode}")
            for turn in range(bursts):
                quiet += (await burst(server, viewers, server.side.pages[(turn + 1) % 2])).each
    return quiet, busy


def _change(sheets: Path, turn: int) -> None:
    """One more piece of goods in the warehouse of KPU, so that there is something new to store."""
    path = sheets / "kpu" / "logistik_gudang.csv"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"\b1\.?116\b|\b9\d\d\d\b", str(9000 + turn), text, count=1), "utf-8")


def copied(samples: Path, scratch: Path) -> Path:
    """The samples' sheets as a folder that may be changed."""
    folder = scratch / "lembar-berubah"
    shutil.copytree(samples, folder)
    return folder


async def _prepared(server: Running) -> None:
    """Until a server that answers has nothing more to do of its own."""
    used, idle = server.cpu(), 0
    while idle < IDLE:
        await asyncio.sleep(0.5)
        idle = idle + 1 if server.cpu() - used < 0.05 else 0
        used = server.cpu()


async def first_page(side: Side, scratch: Path) -> tuple[float, float]:
    """Seconds from the beginning of a server until it answers; and, once it has prepared itself, until its second page
    has come."""
    with running(side, scratch) as server:
        await _prepared(server)
        async with Viewer(server.address) as viewer:
            seen = await viewer.open(side.pages[1])
        return server.began, seen.seconds
