"""Turns of a worker, one after another, and one command in a process of its own that ends in bounded time."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

import anyio
import anyio.abc

from monev.settings import HOME

log = logging.getLogger("monev")

#: Seconds between asking a command to end and ending it for certain.
PATIENCE = 1
#: How far what is nobody's wait steps back behind the pages (nice): a sync that takes a second longer hurts less.
STEPS_BACK = 5
#: How much of what a command says on stderr is kept, in bytes.
_KEPT = 8_192


async def run(arguments: Sequence[str], longest: float, steps_back: int = 0) -> tuple[int | None, str]:
    """Exit status and stderr of `python -m monev` with these arguments; the status is None where it had to be ended
    after `longest` seconds. `steps_back`: how much less of the processor it gets than the server, where that is busy.
    """
    process = await anyio.open_process(
        [sys.executable, "-m", "monev", *arguments], cwd=HOME, env=os.environ | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        # An interrupt typed at a terminal is for the server, which then ends its command itself.
        start_new_session=True,
    )  # fmt: skip
    step_back(process.pid, steps_back)
    said = bytearray()
    try:
        with anyio.move_on_after(longest):
            async for chunk in process.stderr:
                said += chunk
                del said[:-_KEPT]
            await process.wait()
        status = process.returncode
    finally:
        with anyio.CancelScope(shield=True):
            await _end(process)
    return status, said.decode("utf-8", "replace").strip()


async def forever(turn: Callable[[], Awaitable[None]], pause: Callable[[], Awaitable[None]], failing: str) -> None:
    """One `turn` after another with a `pause` between them; never returns. Where one fails (a full disk, a folder taken
    away), `failing` says so once, and the next one comes."""
    failed = ""
    while True:
        try:
            await turn()
            failed = ""
        except Exception as error:
            if str(error) != failed:
                log.exception("%s", failing)
            failed = str(error)
        await pause()


def step_back(pid: int, steps: int = STEPS_BACK) -> None:
    """Let others go ahead of a process, where the system knows how."""
    if steps and hasattr(os, "setpriority"):
        with suppress(OSError):  # it is over already
            os.setpriority(os.PRIO_PROCESS, pid, os.getpriority(os.PRIO_PROCESS, 0) + steps)


def told(said: str) -> str | None:
    """What a command that failed told an operator; None where it broke and said something else."""
    last = said.splitlines()[-1] if said else ""
    return last.removeprefix("monev: ") if last.startswith("monev: ") else None


async def _end(process: anyio.abc.Process) -> None:
    """See to it that the process is gone and its pipes are closed."""
    if process.returncode is None:
        process.terminate()
        with anyio.move_on_after(PATIENCE):
            await process.wait()
    if process.returncode is None:
        process.kill()
    await process.aclose()
