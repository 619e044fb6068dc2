"""Several servers, whose pages are turned page by page in turns: what keeps the machine busy keeps all of them busy."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import math
from collections.abc import Mapping, Sequence
from statistics import median

from bench.sides import Running
from bench.viewer import Viewer

#: Rounds after which viewers come anew, and seconds between two: one connection is not given more than some hundreds
#: of switches in a short time.
HELD, PAUSE = 25, 0.4

#: Server -> its pages, in the order of a round.
Pages = Mapping[str, Sequence[str]]


async def turned(servers: Mapping[str, Running], pages: Pages, rounds: int) -> dict[str, dict]:
    """Of each server the milliseconds of every switch by page (`pindah`), and of each page's first (`pertama`); the
    milliseconds of processor time of one switch (`cpu`)."""
    taken = {name: {"pertama": {}, "pindah": {page: [] for page in pages[name]}, "cpu": 0.0} for name in servers}
    for name, server in servers.items():
        async with Viewer(server.address) as viewer:
            await viewer.open(pages[name][-1])
            for page in pages[name]:
                taken[name]["pertama"][page] = 1000 * (await viewer.go(page)).seconds
    for begun in range(0, rounds, HELD):
        async with contextlib.AsyncExitStack() as visits:
            viewers = {name: await visits.enter_async_context(Viewer(one.address)) for name, one in servers.items()}
            for name, viewer in viewers.items():
                await viewer.open(pages[name][-1])
            for turn in range(begun, min(begun + HELD, rounds)):
                await _one_round(servers, viewers, pages, taken, turn)
                await asyncio.sleep(PAUSE)
    for one in taken.values():
        one["cpu"] *= 1000 / sum(map(len, one["pindah"].values()))
    return taken


async def _one_round(
    servers: Mapping[str, Running], viewers: Mapping[str, Viewer], pages: Pages, taken: dict[str, dict], turn: int
) -> None:
    """Every page once on every server, another one first each time."""
    names = list(servers)
    for at, page in enumerate(dict.fromkeys(itertools.chain(*pages.values()))):
        first = (turn + at) % len(names)
        for name in names[first:] + names[:first]:
            if page in pages[name]:
                before = servers[name].cpu()
                seen = await viewers[name].go(page)
                taken[name]["cpu"] += servers[name].cpu() - before
                taken[name]["pindah"][page].append(1000 * seen.seconds)


def ratio(taken: Mapping[str, dict], name: str, other: str, pages: Sequence[str], which: str = "pindah") -> float:
    """How long the pages of one server take against those of another: geometric mean over the pages."""
    times = [median(_all(taken[name][which][page])) / median(_all(taken[other][which][page])) for page in pages]
    return math.exp(sum(map(math.log, times)) / len(times))


def middle(one: Mapping[str, dict]) -> float:
    """The median of all switches of a server, in milliseconds."""
    return median(itertools.chain(*one["pindah"].values()))


def _all(found: float | list[float]) -> list[float]:
    return found if isinstance(found, list) else [found]
