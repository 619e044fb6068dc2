"""Answers before anybody asks: whoever comes first after a start, or after new numbers, need not wait for them."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import anyio
import anyio.to_thread

from monev.meeting import meeting
from monev.screen import answers, course, navigation, sync_status
from monev.screen.answers import Numbers
from monev.snapshot import day_numbers, frozen, queries, store
from monev.words import clock

log = logging.getLogger("monev")

#: Seconds between two looks for new numbers.
EVERY = 2
#: How many times as long as for an answer is paused after it: visitors of the older numbers go first.
PAUSE = 3
#: Seconds for which newer numbers wait with being offered, at most.
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
        log.warning("Jawaban belum dapat disiapkan. %s", error)
        return known


def _warmed(folder: Path, pause: float, known: str | None) -> str | None:
    on = meeting.on(folder, clock.now())
    snapshot = f"{frozen.PINNED}/{on}" if on else store.newest_whole(folder)
    if on:  # what is frozen is looked at; newer numbers are offered as they come
        answers.ready.pop(folder, None)
    if snapshot is None:
        return None
    numbers = Numbers(folder, snapshot, meeting.compared_with(folder, snapshot))
    if snapshot == known:  # a sync may have told of a trouble, or somebody recorded a decision
        sync_status.prepare(numbers)
        return snapshot
    until = time.monotonic() + LONGEST
    for question in asked():
        if not on and time.monotonic() > until:  # a busy machine: who agrees to them now waits a little
            answers.ready[folder] = snapshot
        begun = time.perf_counter()
        answers.ask(numbers, question)
        time.sleep(pause * (time.perf_counter() - begun))
    course.prepare(numbers)
    sync_status.prepare(numbers)
    if not on:
        answers.ready[folder] = snapshot
        _keep_day(numbers)
    return snapshot


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
