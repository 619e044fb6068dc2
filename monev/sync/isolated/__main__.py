"""The process that reads: it takes an order, splits into one process for each agency, and says how each ended.

`python -m monev.sync.isolated` is started by `isolated.Reader` and by nobody else. It has no threads, so it may be
split; it opens no sheet itself, so nothing in one can harm it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe, wait
from typing import NoReturn

from monev.sync.isolated import work
from monev.sync.isolated.messages import LENGTH, End, Order, Work

try:
    import resource
except ImportError:  # Windows: there only the time is bounded, by whoever started this process
    resource = None

#: Seconds more than it may work until one that does not heed the first signal is ended.
MORE = 2
#: Exit status of a process that had no memory left to say so.
NO_MEMORY = 12
#: Signs of a file's name.
NAME = 300


def main() -> None:
    """Take one order after another from stdin, and say on stdout how each ended."""
    with suppress(EOFError, BrokenPipeError):  # whoever asked has nothing more to ask, or is gone
        while True:
            order: Order = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
            ends = _side_by_side(order) if hasattr(os, "fork") else _one_by_one(order)
            said = pickle.dumps(ends, pickle.HIGHEST_PROTOCOL)
            sys.stdout.buffer.write(len(said).to_bytes(LENGTH) + said)
            sys.stdout.buffer.flush()


def _side_by_side(order: Order) -> dict[str, End]:
    """All agencies at once, so that none waits for another that takes long."""
    until = time.monotonic() + order.wait
    running = {}
    for agency in order.works:
        here, there = Pipe(duplex=False)
        pid = os.fork()
        if not pid:
            here.close()
            _split_off(order, agency, there)
        there.close()
        running[here] = agency, pid
    heard: dict[str, End] = {agency: End("") for agency in order.works}
    while running and (ready := wait(list(running), max(0.0, until - time.monotonic()))):
        for one in ready:
            agency, pid = running[one]
            heard[agency] = _heard(one, heard[agency], order.most)
            if heard[agency].how:
                heard[agency] = _over(pid, heard[agency])
                del running[one]
                one.close()
    for agency, pid in running.values():
        heard[agency] = _over(pid, End("time", heard[agency].where))
    return heard


def _heard(one: Connection, so_far: End, most: int) -> End:
    """What is known of an agency after one more message of its process; `how` is empty as long as it goes on."""
    try:
        said = one.recv_bytes(most)
    except EOFError:
        return End("ended", so_far.where)
    except OSError:  # more than may come back
        return End("much", so_far.where)
    kind, rest = said[:1], said[1:]
    if kind == work.OPEN:
        return End("", rest.decode("utf-8", "replace")[:NAME])
    if kind == work.ANSWER:
        return End("answer", so_far.where, answer=rest)
    if kind == work.MEMORY:
        return End("memory", so_far.where)
    return End("broken", so_far.where, rest.decode("utf-8", "replace")[:NAME])


def _over(pid: int, end: End) -> End:
    """See to it that the process is gone; of one that went without a word its end tells why."""
    if end.how != "ended":
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if end.how != "ended":
        return end
    if -status in (signal.SIGXCPU, signal.SIGALRM):
        return End("time", end.where)
    # Killed, though not by us: by the system that ran out of memory. Libraries that get none break in many ways.
    if -status in (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS) or status == NO_MEMORY:
        return End("memory", end.where)
    return End("broken", end.where, f"status {status}")


def _split_off(order: Order, agency: str, there: Connection) -> NoReturn:
    """In the process of one agency: bound it, read, and leave without anything that the others share."""
    status = 1
    try:
        _bound(order.works[agency], order.wait)
        work.work(order, agency, there.send_bytes)
        status = 0
    except MemoryError:
        status = NO_MEMORY
    finally:
        os._exit(status)


def _bound(one: Work, wait: int) -> None:
    """What this process may take; also where whoever started it is gone, it ends."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)  # libraries without memory print what nobody asked for
    signal.alarm(wait + MORE)
    if resource:
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_CPU, one.seconds, MORE)
        _limit(resource.RLIMIT_AS, one.memory)
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:  # noqa: PTH123 - Linux alone has it
        file.write("1000")  # where the machine has no memory left, this process goes first


def _limit(which: int, most: int, more: int = 0) -> None:
    """At most so much of it, `more` until the system no longer asks; a bound that is closer already stands."""
    _, hard = resource.getrlimit(which)
    closer = hard if hard != resource.RLIM_INFINITY else most + more
    resource.setrlimit(which, (min(most, closer), min(most + more, closer)))


def _one_by_one(order: Order) -> dict[str, End]:
    ends = {}
    for agency in order.works:
        said: list[bytes] = []
        work.work(order, agency, said.append)
        ends[agency] = End(
            {work.ANSWER: "answer", work.MEMORY: "memory"}.get(said[-1][:1], "broken"), answer=said[-1][1:]
        )
    return ends


if __name__ == "__main__":
    main()
