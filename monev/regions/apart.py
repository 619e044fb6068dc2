"""Sets from a store are read in a process of their own, with bounds on its time, its memory and what it says.

A hostile one ends that process alone; those behind it are given to the next one. `python -m monev.regions.apart` is
started by `Reader` and by nobody else.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import os
import pickle
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from monev.regions.cells import AGAIN
from monev.regions.received import Rules, Set, Verdict, check
from monev.settings import HOME

try:
    import resource
except ImportError:  # Windows: there only the time is bounded, by whoever started this process
    resource = None

#: Bytes of memory of the process; seconds until it is there, and for each set, which takes a thousandth of it; bytes
#: that come back of one set.
MEMORY, BASE, EACH, ANSWER = 700_000_000, 15.0, 5.0, 20_000_000
#: Bytes that say how long a message is, ahead of it.
_LENGTH = 8
#: Why a set at which the process ended does not count.
_BROKE = "pembacaannya melampaui batas waktu atau memori, atau terhenti"
_MADE_OF = {(one.__module__, one.__qualname__): one for one in (dt.date, dt.datetime, Verdict)}


class Garbled(ValueError):
    """Bytes that are no verdicts."""


class _Known(pickle.Unpickler):
    """Makes nothing but verdicts: whoever wrote the bytes had a stranger's file open."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of that name, if it is one of those."""
        if (module, name) not in _MADE_OF:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return _MADE_OF[module, name]


@dataclass
class Reader:
    """What looks at sets; its process is started when it is first asked, and after it broke."""

    _process: subprocess.Popen | None = None

    def verdicts(self, sets: Sequence[Set], rules: Rules, until: float = math.inf) -> list[Verdict]:
        """What became of each set, in their order; of fewer where the moment `until` (time.monotonic) comes first. The
        set at which the process ends is given to a new one alone, and refused where that ends, too."""
        found: list[Verdict] = []
        while len(found) < len(sets) and time.monotonic() < until:
            found += self._asked(sets[len(found) :], rules, until)
            if len(found) < len(sets) and time.monotonic() < until:
                alone = self._asked([sets[len(found)]], rules, math.inf)
                found += alone or [Verdict(what=_BROKE, do=AGAIN)]
        return found

    def end(self) -> None:
        """See to it that the process is gone."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()
        process.wait()

    def _asked(self, sets: Sequence[Set], rules: Rules, until: float) -> list[Verdict]:
        """The verdicts up to the set at which the process ended, was too slow, or said what is no verdict."""
        fresh = self._process is None
        process = self._process = self._process or _start()
        found: list[Verdict] = []
        order = pickle.dumps((list(sets), rules), pickle.HIGHEST_PROTOCOL)
        try:
            process.stdin.write(len(order).to_bytes(_LENGTH) + order)
            process.stdin.flush()
            for _ in sets:
                if time.monotonic() > until:
                    raise Garbled("no time left")
                by = time.monotonic() + EACH + (BASE if fresh and not found else 0)
                said = int.from_bytes(_taken(process, _LENGTH, by))
                if said > ANSWER:
                    raise Garbled("too much")
                found.append(_loaded(_taken(process, said, by)))
        except (OSError, Garbled):
            self.end()
        return found


def _loaded(said: bytes) -> Verdict:
    try:
        found = _Known(io.BytesIO(said)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError) as why:
        raise Garbled(str(why)) from why
    if not isinstance(found, Verdict):
        raise Garbled("no verdict")
    return found


@contextmanager
def reader() -> Iterator[Reader]:
    """A Reader that leaves no process behind."""
    one = Reader()
    try:
        yield one
    finally:
        one.end()


def _start() -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "monev.regions.apart"], cwd=HOME, start_new_session=True,
        env=os.environ | {"PYTHONUTF8": "1", "ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _taken(process: subprocess.Popen, many: int, until: float) -> bytes:
    """So many bytes of what the process says; Garbled where it is gone, or does not say them in time."""
    parts, left = [], many
    while left:
        if os.name != "nt" and not select.select([process.stdout], [], [], max(0.0, until - time.monotonic()))[0]:
            raise Garbled("too slow")
        part = os.read(process.stdout.fileno(), min(left, 1 << 20))
        if not part:
            raise Garbled("gone")
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def main() -> None:
    """Take one batch after another from stdin, and give the verdicts on stdout."""
    if resource:
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_AS, MEMORY)
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:  # noqa: PTH123 - Linux alone has it
        file.write("1000")  # where the machine has no memory left, this process goes first
    with suppress(EOFError, BrokenPipeError):
        while length := sys.stdin.buffer.read(_LENGTH):
            order = sys.stdin.buffer.read(int.from_bytes(length))
            sets, rules = pickle.loads(order)  # noqa: S301 - from the process that started this one
            for one in sets:
                if hasattr(signal, "setitimer"):  # also where whoever started it is gone, it ends
                    signal.setitimer(signal.ITIMER_REAL, 2 * EACH)
                said = pickle.dumps(check(one, rules), pickle.HIGHEST_PROTOCOL)
                sys.stdout.buffer.write(len(said).to_bytes(_LENGTH) + said)
                sys.stdout.buffer.flush()
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_REAL, 0)


def _limit(which: int, most: int) -> None:
    """At most so much of it; a bound that is closer already stands."""
    _, hard = resource.getrlimit(which)
    closer = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(which, (closer, closer))


if __name__ == "__main__":
    main()
