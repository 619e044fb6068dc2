"""Tells people beside the pages of what is new, as soon as there is something, and of what is to come, on time."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

import anyio
import anyio.to_thread

from monev import settings
from monev.run.news import box
from monev.run.workers import command
from monev.snapshot import directory, frozen, lines, outbox
from monev.words import clock

log = logging.getLogger("monev")

#: Seconds between two looks, and after which a round is ended from outside.
LOOK, PATIENCE = 5, 240
#: Without any change a round is made all the same every so many minutes: hours pass, and days.
EVERY_MINUTES = 15
#: While a message waits, every so many seconds; its own pauses are longer.
AGAIN = 30
ENDED = (0, 3)


async def watch(folder: Path) -> None:
    """Make a round in a process of its own whenever something changed beside the snapshots in `folder`, or time went
    on; never returns. Nothing is done while nobody is to be told."""
    known: tuple | None = None
    said, again = "", 0.0

    async def turn() -> None:
        nonlocal known, said, again
        now = await anyio.to_thread.run_sync(_signs, folder)
        waits = (
            now is not None and anyio.current_time() >= again and await anyio.to_thread.run_sync(box.waiting, folder)
        )
        if now is None or (now == known and not waits):
            return
        known, again = now, anyio.current_time() + AGAIN
        status, told = await command.run(["kabar"], PATIENCE, command.STEPS_BACK)
        line = command.told(told) or ("" if status in ENDED else f"Pengiriman kabar berakhir dengan status {status}.")
        if line and line != said:
            log.info("%s", line)
        said = line

    await command.forever(turn, partial(anyio.sleep, LOOK), "Kabar belum dapat dikirim; dicoba lagi.")


def _signs(folder: Path) -> tuple | None:
    """By what it is seen that there may be something to tell; None where nobody is to be told."""
    try:
        if not settings.load().news:
            return None
    except settings.SettingError:  # told by whoever else reads it
        return None
    at = clock.now()
    beside, room = [_troubles(folder)], folder / frozen.PINNED
    beside += [directory.stamp(room / name) for name in ("berlangsung.json", "berakhir.json")]
    beside += [len(lines.stamps(folder, book)) for book in lines.BOOKS] + [len(outbox.stamps(folder))]
    return directory.latest(folder), at.date(), at.hour, at.minute // EVERY_MINUTES, tuple(map(str, beside))


def _troubles(folder: Path) -> tuple[str, ...]:
    return tuple(str(row["instansi"]) for row in directory.read_sync_times(folder) if row.get("pesan"))
