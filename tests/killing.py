"""Kills a sync at random moments, again and again, and looks each time at what is left.

    python -m tests.killing FOLDER TIMES [SEED]

This process only forks: what every sync begins with is brought once, and neither a sync nor a look at its result happens
in it, so that no thread and no open file of theirs is copied into the next child. So the moments lie where a sync reads,
checks and writes. In every fourth turn each agency is read in a process of its own, as ever.
"""

import hashlib
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np  # noqa: F401  every sync brings it

from monev.settings import SAMPLES, Settings
from monev.snapshot import queries, sql_tables, store
from monev.sync import declared, fallback, sync
from monev.sync.isolated import work as reading

#: One who was over before the kill is to be killed sooner the next time, else a little later: of nine about one is over.
SOONER, LATER = 0.7, 1.05
#: Of so many turns one is read by processes of their own.
APART = 4


def prepared(place: Settings) -> declared.Declared:
    """What is declared, once all that a sync brings lies in memory; no thread is left behind by it."""
    against = declared.load(place.reference)
    for agency in against.contracts:
        reading.read(place.folder, agency, against.contracts, against.places, None)
    assert all(question.reads is not None for question in queries.load().values())
    sql_tables._kept_parser.cache_clear()
    assert len(list(Path("/proc/self/task").iterdir())) == 1
    return against


def synced(place: Settings, against: declared.Declared) -> None:
    sync.sync(place, against=against, bounded=False)


def synced_apart(place: Settings, against: declared.Declared) -> None:
    sync.sync(place, against=against)


def listed(place: Settings) -> dict[str, str]:
    """The listed snapshots with a hash of their bytes."""
    paths = {name: place.snapshots / f"{name}.duckdb" for name in store.snapshots(place.snapshots)}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items()}


def looked_at(place: Settings, known: Mapping[str, str] = MappingProxyType({})) -> None:
    """Fails unless every listed snapshot opens whole and the newest gives back the sheets of all agencies; those whose
    bytes are `known` did so before."""
    for name, seen in listed(place).items():
        if known.get(name) == seen:
            continue
        with store.Snapshot(place.snapshots, name) as snapshot:
            [meta] = snapshot.select("from meta").to_dict("records")
            assert meta["id"] == name
            assert len(snapshot.select("from instansi")) == 5
            assert snapshot.select("from tab where terlihat <> terhitung + ditahan + tata_letak").empty
    last = fallback.load(place.snapshots)
    if last.name:
        assert set(last.sheets) == {"kpu", "bawaslu", "kesbangpol", "bpkpd", "sekretariat"}
        assert all(sheet.tabs for sheet in last.sheets.values())


def in_a_child(work, *given, kill_after: float | None = None) -> int:
    """Exit status of `work` in a fork, -9 if it was killed."""
    child = os.fork()
    if not child:
        os.closerange(3, 20)
        status = 1
        try:
            work(*given)
            status = 0
        except BaseException as error:
            print(f"{work.__name__}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(status)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(folder: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    place = Settings("folder", folder / "lembar", folder / "potret", None)
    shutil.copytree(SAMPLES, place.folder)
    grant = place.folder / "kpu" / "hibah.csv"
    text = grant.read_text("utf-8")
    against = prepared(place)
    assert in_a_child(synced, place, against) == 0
    grant.write_text(text.replace("tahap_1", "TAHAP 1"), "utf-8")
    within = {}
    for work in (synced, synced_apart):
        began = time.monotonic()
        assert in_a_child(work, place, against) == 0
        within[work] = time.monotonic() - began
    whole = within[synced_apart]
    killed = turns = newest = 0
    known: dict[str, str] = {}
    while killed < times:
        turns += 1
        assert turns <= 3 * times, "too many syncs were over before they could be killed"
        grant.write_text(text.replace("tahap_1", "Tahap 1" if turns % 2 else "tahap-1") + "\n" * turns, "utf-8")
        work = synced if turns % APART else synced_apart
        moment = chance.uniform(0, within[work])
        midway = in_a_child(work, place, against, kill_after=moment) == -signal.SIGKILL
        killed += midway
        within[work] *= LATER if midway else SOONER
        if (found := listed(place)) != known:
            assert in_a_child(looked_at, place, known) == 0, f"turn {turns}, seed {seed}"
            known = found
        names = list(found)
        assert int(names[-1][:6]) >= newest, "the newest snapshot was lost"
        newest = int(names[-1][:6])
        for old in names[:-3]:  # what is kept has been looked at many times by now
            (place.snapshots / f"{old}.duckdb").unlink()
            del known[old]
    assert in_a_child(synced, place, against) == 0
    assert in_a_child(looked_at, place, {}) == 0
    left = sorted(path.name for path in place.snapshots.iterdir() if path.name.startswith(store.UNFINISHED))
    assert not left, left
    print(f"{turns} syncs, {killed} killed midway, {newest} snapshots made; one sync takes {whole:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
