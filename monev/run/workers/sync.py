"""Reads the sheets again and again beside the pages: one round after another, each in a process of its own."""

from __future__ import annotations

import datetime as dt
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import anyio
import anyio.to_thread

from monev.run.workers import command, news, regions, send, tell, who
from monev.settings import Settings
from monev.snapshot import claims, directory
from monev.snapshot.directory import Watch
from monev.snapshot.store import StoreError, newest_whole
from monev.words import clock, words

log = logging.getLogger("monev")

LOCK = ".penjaga.kunci"
#: A round that takes this many seconds more than the sync's own deadline is ended from outside.
GRACE = 60
#: Seconds between two tries of whoever stands by to be the watcher.
TURN = 2
#: Exit statuses of a sync that stored what it could; 3: some agencies could not be read.
STORED = (0, 3)
#: What the screen says of a sync that broke; what the program itself said goes to the log alone.
BROKEN = "Pembacaan lembar terhenti sebelum selesai; sebabnya ada di catatan server."


@dataclass(frozen=True)
class _Seen:
    """What was last told to the log: the newest snapshot, the agencies in trouble, the trouble of the whole."""

    newest: str | None
    agencies: Mapping[str, str] = field(default_factory=dict)
    whole: str | None = None


async def watch(settings: Settings) -> None:
    """Sync every `rhythm.every` seconds, or as soon as somebody wishes it, and send decisions, findings, news and
    meetings beside it; never returns.

    Each sync is a process of its own: it does not compete with viewers for the interpreter, and one that hangs is
    ended for certain. Whatever goes wrong in a round, the next one comes. The caller sees to it that nobody else
    watches the same folder (`alone`).
    """
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(send.watch, settings.snapshots)
        tasks.start_soon(tell.watch, settings)
        tasks.start_soon(who.watch, settings)
        tasks.start_soon(news.watch, settings.snapshots)
        tasks.start_soon(regions.watch, settings)
        await _rounds(settings)


async def _rounds(settings: Settings) -> None:
    seen = _Seen(directory.latest(settings.snapshots))

    async def turn() -> None:
        nonlocal seen
        seen = await _round(settings, seen)

    await command.forever(turn, partial(_until_due, settings), "Penjaga belum dapat bekerja; dicoba lagi.")


async def serve(settings: Settings) -> None:
    """In a server: be the watcher of its snapshots, or stand by for as long as another process is; never returns."""
    log_in_city_time()
    await _in_turn(settings, settings.rhythm.every, "Server ini hanya membaca potret. %s", StoreError, OSError)


def stand(settings: Settings, standby: bool = False) -> None:
    """`python -m monev sync --watch`: watch until SIGTERM or SIGINT.

    Raises StoreError where another process watches the same snapshots; with `standby` it waits until that one is gone.
    """
    log_in_city_time()
    try:
        if standby:
            anyio.run(_until_told, partial(_in_turn, settings, TURN, "Menunggu giliran. %s", StoreError))
            return
        with alone(settings.snapshots):
            log.info("Lembar dibaca tiap %s, sampai perintah ini dihentikan.", words.interval(settings.rhythm.every))
            anyio.run(_until_told, partial(watch, settings))
    except KeyboardInterrupt:  # where the system knows no signals to wait for
        log.info("Berhenti membaca lembar.")


async def _in_turn(settings: Settings, pause: float, waiting: str, *troubles: type[Exception]) -> None:
    """Watch as soon as nobody else does, tried every `pause` seconds; `waiting` says once which of the `troubles` keeps
    it from that. Never returns."""
    said = ""
    while True:
        try:
            with alone(settings.snapshots):
                log.info("Lembar dibaca tiap %s.", words.interval(settings.rhythm.every))
                await watch(settings)
        except troubles as error:
            if str(error) != said:
                log.info(waiting, error)
            said = str(error)
        await anyio.sleep(pause)


def alone(snapshots: Path) -> AbstractContextManager[None]:
    """Hold the place of the only watcher of a folder; raises StoreError where it is taken, OSError where it cannot
    be.
    """
    return claims.held(snapshots / LOCK, 0, "Lembar untuk folder potret ini sudah dibaca oleh penjaga lain.")


def log_in_city_time() -> None:
    """Let the log of monev stand on stderr, each line with the city's time, whatever zone the machine is in."""
    if log.handlers:
        return
    form = logging.Formatter("%(asctime)s %(message)s", f"%Y-%m-%d %H.%M.%S {clock.short()}")
    form.converter = lambda seconds: dt.datetime.fromtimestamp(seconds, clock.zone()).timetuple()
    handler = logging.StreamHandler()
    handler.setFormatter(form)
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


async def _until_told(work: Callable[[], Awaitable[None]]) -> None:
    async with anyio.create_task_group() as tasks:
        if sys.platform != "win32":
            tasks.start_soon(_cancel_on_signal, tasks.cancel_scope)
        await work()


async def _cancel_on_signal(scope: anyio.CancelScope) -> None:
    with anyio.open_signal_receiver(signal.SIGTERM, signal.SIGINT) as signals:
        async for _ in signals:
            log.info("Berhenti membaca lembar.")
            scope.cancel()
            return


async def _until_due(settings: Settings) -> None:
    """Wait for the next round, or for somebody who does not want to."""
    due = anyio.current_time() + settings.rhythm.every
    while (left := due - anyio.current_time()) > 0:
        await anyio.sleep(min(1, left))
        if directory.sync_wished(settings.snapshots):
            return


async def _round(settings: Settings, seen: _Seen) -> _Seen:
    """One sync, with its begin and its end written beside the snapshots, and what is new of it told to the log."""
    folder, rhythm = settings.snapshots, settings.rhythm
    # Whoever asks for it has just changed something, and Drive may not know it yet.
    everything = directory.sync_wished(folder)
    directory.grant_wish(folder)
    await anyio.to_thread.run_sync(newest_whole, folder)  # a damaged one is told in this log, not in that of the sync
    longest = rhythm.deadline + GRACE
    # What ailed the last round stands until this one is over.
    last = directory.read_watch(folder)
    past = (last.status, last.trouble) if last else (None, None)
    done = Watch(clock.second(), None, rhythm.every, longest + 2 * command.PATIENCE, os.getpid(), *past)
    directory.write_watch(folder, done)
    try:
        status, said = await command.run(["sync", *(["--all"] if everything else [])], longest, command.STEPS_BACK)
        done = replace(done, status=status, trouble=None if status in STORED else _trouble(status, said, longest))
        if done.trouble == BROKEN != seen.whole:
            log.error("Sinkron berakhir dengan status %s. %s", status, said)
        # Before the round counts as over, so that whoever sees its end finds in the log what came of it.
        return _tell(seen, _look(folder, seen, done.trouble))
    finally:
        directory.write_watch(folder, replace(done, ended=clock.second()))


def _trouble(status: int | None, said: str, longest: float) -> str:
    """Why a sync failed, as a sentence for the screen."""
    if status is None:
        return f"Pembacaan lembar belum selesai sesudah {words.interval(int(longest))} dan dihentikan."
    return command.told(said) or BROKEN


def _look(folder: Path, seen: _Seen, whole: str | None) -> _Seen:
    """What there is to tell now; of the agencies only after a sync that came as far as reading them."""
    if whole:
        return replace(seen, whole=whole)
    troubles = {row["instansi"]: row["pesan"] for row in directory.read_sync_times(folder) if row.get("pesan")}
    return _Seen(directory.latest(folder), troubles)


def _tell(before: _Seen, now: _Seen) -> _Seen:
    """One line of what changed, failed or recovered, and none where all is as before."""
    parts = []
    if now.whole and now.whole != before.whole:
        parts.append(f"Lembar belum dapat diperiksa: {now.whole}")
    if before.whole and not now.whole:
        parts.append("Lembar dapat diperiksa lagi.")
    parts += [f"Lembar {words.agency(agency)} belum dapat dibaca: {trouble}" for agency, trouble in
              now.agencies.items() if trouble != before.agencies.get(agency)]  # fmt: skip
    parts += [
        f"Lembar {words.agency(agency)} dapat dibaca lagi." for agency in before.agencies if agency not in now.agencies
    ]
    if (now.newest or "") > (before.newest or ""):
        parts.append(f"Angka baru: potret {now.newest}.")
    if parts:
        log.info("%s", " ".join(parts))
    return now
