"""Answers before anybody asks: whoever comes first after a start, or after new numbers, need not wait for them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

import anyio
import anyio.to_thread

from monev.meeting import meeting
from monev.screen import answers, course, navigation, sync_status, visit
from monev.screen.answers import Numbers
from monev.snapshot import day_numbers, frozen, indicator_sql, queries, store
from monev.words import clock

log = logging.getLogger("monev")

#: Seconds between two looks for new numbers.
EVERY = 2
#: How many times as long as for an answer is paused after it: visitors of the older numbers go first.
PAUSE = 2
#: Seconds for which newer numbers wait with being offered, at most; longer only until what is said of them is ready.
LONGEST = 8


async def keep(folder: Path, known: str | None) -> None:
    """Answer all questions of the pages on what a new visit would look at, whenever that is another one than the
    `known` one, and those of now whenever something changed beside it; never returns."""
    while True:
        await anyio.sleep(EVERY)
        known = await once(folder, PAUSE, known)


async def once(folder: Path, pause: float = 0, known: str | None = None) -> str | None:
    """The name of the snapshot that a new visit would look at, with its answers ready; nothing is done where that is
    the `known` one. After each answer it pauses `pause` times as long as that took."""
    try:
        return await anyio.to_thread.run_sync(_warmed, folder, pause, known, abandon_on_cancel=True)
    except Exception as error:  # visitors are told of what they meet themselves
        answers.ready.pop(folder, None)
        _tell(f"{error}")
        return known


@lru_cache(maxsize=64)
def _tell(trouble: str) -> None:
    """One line for the operator, not one for each round."""
    log.warning("Jawaban belum dapat disiapkan. %s", trouble)


def _warmed(folder: Path, pause: float, known: str | None) -> str | None:
    on, newest = meeting.on(folder, clock.now()), store.newest_whole(folder)
    held = f"{frozen.PINNED}/{on}" if on else answers.ready.get(folder)
    snapshot = held if on else newest
    if snapshot is None:
        return None
    numbers = Numbers(folder, snapshot, meeting.compared_with(folder, snapshot))
    if snapshot != known:
        until = time.monotonic() + LONGEST
        if not on and held in store.snapshots(folder):  # all who are there are told of them
            for step in _offer(folder, snapshot, held):
                _unhurried(step, pause)
        for step in chain(_numbers(numbers), _answers(numbers)):
            if not on and time.monotonic() > until:  # a busy machine: who agrees to them now waits a little
                answers.ready[folder] = snapshot
            _unhurried(step, pause)
    sync_status.prepare(numbers)  # a sync may have told of a trouble, or somebody recorded a decision
    if on:
        _offer_beside(folder, newest, snapshot, pause)
    elif snapshot != known:
        answers.ready[folder] = snapshot
        _keep_day(numbers)
    return snapshot


def _unhurried(step: Callable[[], object], pause: float) -> None:
    begun = time.perf_counter()
    step()
    time.sleep(pause * (time.perf_counter() - begun))


def _numbers(numbers: Numbers) -> Iterator[Callable[[], object]]:
    """Every number of now and of what it is compared with, one by one: most answers rest on all of them, and whoever
    asked for one of those first would wait for the whole."""
    opened = answers.opened(numbers)
    measured = [one for one in queries.load().values() if one.kind is indicator_sql]
    yield from (partial(opened.rows, one.name) for one in measured)
    if numbers.before:
        yield from (partial(opened.select, f'from {queries.BEFORE}."{one.view}"') for one in measured)


def _answers(numbers: Numbers) -> Iterator[Callable[[], object]]:
    yield from (partial(answers.ask, numbers, question) for question in asked())
    yield partial(course.prepare, numbers)


def _offer(folder: Path, newer: str, held: str) -> Iterator[Callable[[], object]]:
    """What is said to visits that look at `held` when newer numbers are offered to them."""
    if newer != held:
        numbers = Numbers(folder, newer, held)
        yield from _numbers(numbers)
        yield from (partial(answers.ask, numbers, question) for question in visit.NEWS)


def _offer_beside(folder: Path, newest: str | None, pinned: str, pause: float) -> None:
    """While a meeting is on its numbers are looked at; newer ones are offered once what is said of them is ready."""
    if newest and newest != answers.ready.get(folder):
        for step in _offer(folder, newest, pinned):
            _unhurried(step, pause)
        answers.ready[folder] = newest


def _keep_day(numbers: Numbers) -> None:
    """What is shown now is what its day will have shown, unless it changes again."""
    opened = answers.opened(numbers)
    try:
        day_numbers.keep(
            numbers.folder, numbers.snapshot, opened.rows("bersama/angka_semua"), opened.table("ambang"),
            opened.table("aturan"),
        )  # fmt: skip
    except OSError as error:
        log.warning("Angka hari ini belum dapat dicatat untuk jalannya. %s", error)


def asked() -> list[str]:
    """The questions of the pages, in the order of their names; each folder of queries/ that is a page's, and what all
    of them share."""
    pages = {*navigation.everywhere(), queries.SHARED}
    return sorted(one.name for one in queries.load().values() if one.folder in pages)
