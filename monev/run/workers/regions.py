"""Sends frozen meetings to the shared store of all regions beside the pages, within seconds of each freeze."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial

import anyio
import anyio.to_thread

from monev.regions import options, spool
from monev.run.workers import command
from monev.settings import SettingError, Settings

log = logging.getLogger("monev")

#: Seconds between two looks at what there is to send: at the disk alone.
LOOK = 2
#: Seconds after which a sending is ended from outside.
PATIENCE = 300
#: Seconds from a try that failed to the next one: the first time, and at most.
SHORTEST, LONGEST = 10, 600
#: Exit statuses of one that came to its end; 3: some still wait.
ENDED = (0, 3)


@dataclass
class _State:
    """What was tried, when to try again (seconds of the loop), how long to pause after that, and what was told."""

    tried: frozenset[str] = frozenset()
    due: float = 0
    pause: float = SHORTEST
    said: str = ""


async def watch(settings: Settings) -> None:
    """Send whatever was frozen and is not there; never returns, unless nothing is to be sent from here.

    Each sending is a process of its own, behind the pages. A new meeting is sent at once; after a failure the pause
    grows, and whatever goes wrong, the next try comes.
    """
    try:
        target = options.read(settings.regions).place
    except SettingError as error:
        log.info("%s", error)
        return
    if target:
        await command.forever(partial(_turn, settings, target, _State()), partial(anyio.sleep, LOOK),
                              "Rapat belum dapat dikirim ke rekap; dicoba lagi.")  # fmt: skip


async def _turn(settings: Settings, target: str, state: _State) -> None:
    folder = settings.snapshots
    ahead = frozenset(await anyio.to_thread.run_sync(spool.due, folder, target))
    if not ahead or (ahead <= state.tried and anyio.current_time() < state.due):
        return
    state.tried = ahead
    status, said = await command.run(["kirim"], PATIENCE, command.STEPS_BACK)
    if status not in ENDED:
        _tell(state, command.told(said) or f"Pengiriman ke rekap berakhir dengan status {status}.")
    else:
        left = await anyio.to_thread.run_sync(spool.due, folder, target)
        if not left:
            _tell(state, "")
            state.pause, state.due = SHORTEST, 0
            return
        _tell(state, await anyio.to_thread.run_sync(spool.trouble, folder, target) or "")
    state.due = anyio.current_time() + state.pause
    state.pause = min(2 * state.pause, LONGEST)


def _tell(state: _State, trouble: str) -> None:
    """One line where something comes in the way, and one when it is gone; none while all is as before."""
    if trouble != state.said:
        log.info("%s", f"Rekap nasional: {trouble}" if trouble else "Rekap nasional: semua rapat terkirim lagi.")
    state.said = trouble
