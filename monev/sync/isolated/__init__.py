"""Every agency is read in a process of its own, with bounds on its time, its memory and what it says.

A sheet that asks for more than that harms its own agency alone: it fails in one line, and the others go on.
"""

from __future__ import annotations

import datetime as dt
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from monev.contract.contracts import Contract
from monev.reading.cells.places import Places
from monev.settings import HOME
from monev.sheets import Spreadsheet, limits
from monev.sync.isolated import messages, work
from monev.sync.isolated.messages import End, Order, Read, Work

__all__ = ["Read", "Reader", "here", "reader"]

#: Seconds beyond bounds.WAIT in which the process that reads has to say what became of all.
GRACE = 5
#: Where a process cannot be split, each agency gets one that is started for it.
SPLITS = hasattr(os, "fork")

_LESS = "Hapus isi di luar tabel, atau salin tabelnya ke berkas baru."
_AGAIN = "Salin tabelnya ke berkas baru; bila tetap begini, beri tahu pengelola dasbor."


@dataclass
class Reader:
    """What reads the sheets of agencies; started ahead of time, it is ready when it is asked."""

    _ready: list[subprocess.Popen] = field(default_factory=list)

    def read(
        self, lying: Mapping[str, Path | Spreadsheet], contracts: Mapping[str, Contract], places: Places,
        today: dt.date | None,
    ) -> dict[str, Read]:  # fmt: skip
        """What became of each agency's spreadsheet, which lies in a folder or was fetched already."""
        works = {agency: Work(one, limits.WORK, limits.MEMORY) for agency, one in lying.items()}
        found: dict[str, Read] = {}
        for together in [works] if SPLITS else [{agency: one} for agency, one in works.items()]:
            if together:
                order = Order(together, dict(contracts), places, today, limits.WAIT, limits.ANSWER)
                found |= self._ask(order)
        return found

    def _ask(self, order: Order) -> dict[str, Read]:
        process = self._ready.pop() if self._ready else _start()
        try:
            ends = messages.ends(_answer(process, pickle.dumps(order), order.wait + GRACE))
        except TimeoutError:
            ends = dict.fromkeys(order.works, End("time"))
        except messages.Garbled:
            ends = {}
        if ends and all(one.how != "time" for one in ends.values()):
            self._ready.append(process)  # it opened no sheet itself, so the next order is as safe with it
        else:
            _end(process)
        return {agency: _read(ends.get(agency, End("broken"))) for agency in order.works}

    def start(self) -> None:
        """Start ahead of time what will be asked soon."""
        self._ready.append(_start())

    def end(self) -> None:
        """Give up what was started and never asked."""
        while self._ready:
            _end(self._ready.pop())


@contextmanager
def reader(soon: bool = False) -> Iterator[Reader]:
    """A Reader that leaves no process behind; `soon`: it is started now."""
    one = Reader()
    if soon:
        one.start()
    try:
        yield one
    finally:
        one.end()


class _Here:
    """Reads as a Reader does, in this process and without bounds."""

    def read(
        self, lying: Mapping[str, Path | Spreadsheet], contracts: Mapping[str, Contract], places: Places,
        today: dt.date | None,
    ) -> dict[str, Read]:  # fmt: skip
        """As Reader.read."""
        return {agency: work.read(one, agency, contracts, places, today) for agency, one in lying.items()}


@contextmanager
def here() -> Iterator[_Here]:
    """What reads in this process."""
    yield _Here()


def _start() -> subprocess.Popen:
    return subprocess.Popen(
        # Without threads of its own, that it may be split: numpy, which openpyxl looks for, would start some.
        [sys.executable, "-m", "monev.sync.isolated"], cwd=HOME,
        env=os.environ | {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def _answer(process: subprocess.Popen, order: bytes, seconds: float) -> bytes:
    """What the process says to an order, nothing where it is gone; TimeoutError after so many seconds."""
    said: list[bytes] = []

    def talk() -> None:
        with suppress(OSError, ValueError):  # it is gone, or its pipes were closed
            process.stdin.write(order)
            process.stdin.flush()
            said.append(process.stdout.read(int.from_bytes(process.stdout.read(messages.LENGTH))))

    talking = threading.Thread(target=talk, daemon=True)
    talking.start()
    talking.join(seconds)
    if talking.is_alive():
        raise TimeoutError
    return said[0] if said else b""


def _end(process: subprocess.Popen) -> None:
    """See to it that the process and all that it split off are gone, and its pipes are closed."""
    if process.poll() is None and SPLITS:
        os.killpg(process.pid, signal.SIGKILL)  # it leads a group of its own; while it is there, the number is its own
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what was never sent
            pipe.close()
    process.wait()


def _read(end: End) -> Read:
    try:
        read = messages.read(end.answer) if end.how == "answer" else Read(trouble=_told(end))
    except messages.Garbled:
        read = Read(trouble=_told(End("broken", end.where)))
    return read


def _told(end: End) -> str:
    """Why there is no answer: where, what, and what to do."""
    where = f"Berkas “{end.where}”" if end.where else "Lembar ini"
    if end.how == "time":
        return f"{where} terlalu lama dibaca, jadi dilewati. {_LESS}"
    if end.how == "memory":
        return f"{where} memerlukan memori lebih dari {limits.MEMORY // 1_000_000} MB, jadi dilewati. {_LESS}"
    if end.how == "much":
        return f"{where} berisi terlalu banyak sel atau temuan, jadi dilewati. {_LESS}"
    said = f" ({end.said})" if end.said else ""
    return f"{where} tidak selesai dibaca karena programnya terhenti{said}. {_AGAIN}"
