"""Tells findings in the agencies' own sheets beside the pages, after each sync that changed what there is to tell."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import anyio
import anyio.to_thread

from monev.run.workers import command
from monev.settings import Settings
from monev.sync.told import due, record
from monev.words import words

log = logging.getLogger("monev")

#: Seconds between two looks at what there is to tell: at the disk alone.
LOOK = 2
#: Seconds after which a telling is ended from outside.
PATIENCE = 300
#: Seconds from one that broke to the next: the first time, and at most.
SHORTEST, LONGEST = 10, 600
#: Exit statuses of one that came to its end; 3: some sheets could not be told all.
ENDED = (0, 3)
#: What is run.
COMMAND = ("send", "--temuan")


@dataclass
class _State:
    """What was last told to the log of each agency, and when to try again after a telling broke."""

    said: dict[str, str] = field(default_factory=dict)
    due: float = 0
    pause: float = SHORTEST


async def watch(settings: Settings) -> None:
    """Bring what was found into the sheets of those who want it; never returns.

    Each telling is a process of its own, behind the pages. What cannot be told is tried again, later and later; a new
    snapshot is told at once.
    """
    if not settings.told:
        return
    state = _State()
    await command.forever(partial(_turn, settings, state), partial(anyio.sleep, LOOK),
                          "Temuan belum dapat diberitahukan di lembar; dicoba lagi.")  # fmt: skip


async def _turn(settings: Settings, state: _State) -> None:
    if anyio.current_time() < state.due:
        return
    agencies = await anyio.to_thread.run_sync(due.agencies, settings)
    if not agencies:
        return
    status, said = await command.run(COMMAND, PATIENCE, command.STEPS_BACK)
    if status not in ENDED:
        log.error("Pemberitahuan temuan berakhir dengan status %s. %s", status, command.told(said) or said)
        state.due = anyio.current_time() + state.pause
        state.pause = min(2 * state.pause, LONGEST)
        return
    state.pause = SHORTEST
    await anyio.to_thread.run_sync(_tell, settings, agencies, state)


def _tell(settings: Settings, agencies: Sequence[str], state: _State) -> None:
    """One line where something is in the way, and one when it is gone; none while all is as before."""
    for agency in agencies:
        known = record.load(settings.snapshots, agency)
        trouble = known.trouble or (known.why if known.fallen else None) or ""
        if trouble != state.said.get(agency, ""):
            name = words.agency(agency)
            log.info("Temuan di lembar %s: %s", name, trouble or "semua tertulis.")
        state.said[agency] = trouble
