"""Asks Google who changed a sheet, beside the pages, when somebody on a page wants to know."""

from __future__ import annotations

import logging
from functools import partial

import anyio
import anyio.to_thread

from monev.run.workers import command
from monev.settings import Settings
from monev.snapshot import changers
from monev.words import words

log = logging.getLogger("monev")

#: Seconds between two looks for a wish, and after which an asking is ended from outside.
LOOK, PATIENCE = 2, 60


async def watch(settings: Settings) -> None:
    """Serve wishes to know who changed a sheet; never returns."""
    if settings.source == "google":
        await command.forever(partial(_turn, settings), partial(anyio.sleep, LOOK), "Pengubah lembar belum ditanyakan.")


async def _turn(settings: Settings) -> None:
    for agency in await anyio.to_thread.run_sync(changers.wished, settings.snapshots):
        changers.grant(settings.snapshots, agency)
        if agency in settings.spreadsheets:
            status, said = await command.run(["who", agency], PATIENCE, command.STEPS_BACK)
            if status != 0:
                why = command.told(said) or "pertanyaan ke Google terhenti."
                log.info("Pengubah lembar %s belum diketahui: %s", words.agency(agency), why)
