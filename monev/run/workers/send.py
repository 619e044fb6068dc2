"""Sends decisions to the sheet that keeps them beside the pages, as soon as they are recorded, until they are there."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import anyio
import anyio.to_thread

from monev.run.workers import command
from monev.snapshot import directory, outbox
from monev.words import project, words

log = logging.getLogger("monev")

#: Seconds between two looks into the outbox.
LOOK = 0.5
#: Seconds from a try that failed to the next one: the first time, and at most.
SHORTEST, LONGEST = 2, 60
#: Seconds after which a sending is ended from outside.
PATIENCE = 180
#: Exit statuses of a sending that came to its end; 3: some decisions still wait.
ENDED = (0, 3)
#: What is said of a sending that broke; what the program itself said follows it in the log.
BROKEN = "pengiriman terhenti sebelum selesai."


@dataclass(frozen=True)
class _Box:
    """The outbox at one moment: its files as they are told apart, the newest lines of decisions that wait (id -> why,
    if known), and of those that do not."""

    files: frozenset[tuple[str, int, int]] = frozenset()
    waiting: Mapping[str, str | None] = field(default_factory=dict)
    sent: frozenset[str] = frozenset()


@dataclass
class _State:
    """What is known between two looks: the outbox; what was tried; when to try again, in seconds of the loop, and how
    long to pause after that; and the line that was last told of a trouble."""

    box: _Box = _Box()
    tried: frozenset[str] = frozenset()
    due: float = 0
    pause: float = field(default_factory=lambda: SHORTEST)
    said: str = ""


async def watch(folder: Path) -> None:
    """Send whatever waits in the outbox beside the snapshots in `folder`; never returns.

    Each sending is a process of its own. A new decision is sent at once; after a failure the pause grows, and whatever
    goes wrong, the next try comes. Once something was sent, also by somebody else, the sheets are read anew.
    """
    state = None

    async def turn() -> None:
        nonlocal state
        state = state or _State(await anyio.to_thread.run_sync(_look, folder, _Box()))
        await _turn(folder, state)

    await command.forever(turn, partial(anyio.sleep, LOOK), "Keputusan belum dapat dikirim; dicoba lagi.")


async def _turn(folder: Path, state: _State) -> None:
    await _take_note(folder, state)
    waiting = state.box.waiting
    if not waiting or project.keeper() is None or (waiting.keys() <= state.tried and anyio.current_time() < state.due):
        return
    state.tried = frozenset(waiting)
    status, said = await command.run(["send", "--keputusan"], PATIENCE)
    await _take_note(folder, state)
    left = {name: why for name, why in state.box.waiting.items() if name in state.tried}
    if not left:
        state.pause, state.said = SHORTEST, ""
        return
    state.due = anyio.current_time() + state.pause
    state.pause = min(2 * state.pause, LONGEST)
    trouble = _trouble(status, said, left)
    line = f"{words.number(len(state.box.waiting))} keputusan menunggu: {trouble}"
    if line != state.said:
        log.info(line)
        if trouble == BROKEN:
            log.error("Pengiriman berakhir dengan status %s. %s", status, said)
    state.said = line


async def _take_note(folder: Path, state: _State) -> None:
    """Look into the outbox, and tell what was sent since."""
    before, state.box = state.box, await anyio.to_thread.run_sync(_look, folder, state.box)
    sent = sorted(state.box.sent - before.sent)
    if sent:
        log.info("Tertulis di %s: %s.", project.decisions_sheet(), words.listing(sent))
        directory.wish_sync(folder)


def _look(folder: Path, before: _Box) -> _Box:
    """The outbox as it is now; its files are only opened where one of them is another than before."""
    files = frozenset(_files(folder / outbox.OUTBOX))
    if files == before.files:
        return before
    courses = outbox.courses(folder)
    waiting = {one.newest["id"]: one.newest["pesan"] for one in courses if one.waits}
    return _Box(files, waiting, frozenset(one.newest["id"] for one in courses if not one.waits))


def _files(box: Path) -> Iterator[tuple[str, int, int]]:
    for path in box.glob("*.json"):
        with contextlib.suppress(FileNotFoundError):  # half a file, by now called otherwise
            stat = path.stat()
            yield path.name, stat.st_mtime_ns, stat.st_size


def _trouble(status: int | None, said: str, left: Mapping[str, str | None]) -> str:
    """Why decisions still wait, as a sentence for the log."""
    if status is None:
        return f"pengiriman belum selesai sesudah {words.interval(PATIENCE)} dan dihentikan."
    if status not in ENDED:
        return command.told(said) or BROKEN
    return next((why for why in left.values() if why), BROKEN)
