"""Kills a sync at random moments, again and again, and looks each time at what is left.

    python -m tests.killing FOLDER TIMES [SEED]

This process only forks: libraries are imported once, and neither a sync nor a look at its result happens in it, so
that no thread and no open file of theirs is copied into the next child.
"""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from monev.settings import SAMPLES, Settings
from monev.snapshot import store
from monev.sync import fallback, sync

#: One who was over before the kill is to be killed sooner the next time, else a little later: of nine about one is over.
SOONER, LATER = 0.7, 1.05


def synced(place: Settings) -> None:
    sync.sync(place)


def looked_at(place: Settings) -> None:
    """Fails unless every listed snapshot opens whole and the newest gives back the sheets of all agencies."""
    for name in store.snapshots(place.snapshots):
        with store.Snapshot(place.snapshots, name) as snapshot:
            [meta] = snapshot.select("from meta").to_dict("records")
            assert meta["id"] == name
            assert len(snapshot.select("from instansi")) == 5
            assert snapshot.select("from tab where terlihat <> terhitung + ditahan + tata_letak").empty
    last = fallback.load(place.snapshots)
    if last.name:
        assert set(last.sheets) == {"kpu", "bawaslu", "kesbangpol", "bpkpd", "sekretariat"}
        assert all(sheet.tabs for sheet in last.sheets.values())


def in_a_child(work, place: Settings, kill_after: float | None = None) -> int:
    """Exit status of `work` in a fork, -9 if it was killed."""
    child = os.fork()
    if not child:
        os.closerange(3, 20)
        status = 1
        try:
            work(place)
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
    assert in_a_child(synced, place) == 0
    grant.write_text(text.replace("tahap_1", "TAHAP 1"), "utf-8")
    began = time.monotonic()
    assert in_a_child(synced, place) == 0
    within = whole = time.monotonic() - began
    killed = turns = newest = 0
    while killed < times:
        turns += 1
        assert turns <= 3 * times, "too many syncs were over before they could be killed"
        grant.write_text(text.replace("tahap_1", "Tahap 1" if turns % 2 else "tahap-1") + "\n" * turns, "utf-8")
        midway = in_a_child(synced, place, chance.uniform(0, within)) == -signal.SIGKILL
        killed += midway
        within *= LATER if midway else SOONER
        assert in_a_child(looked_at, place) == 0, f"turn {turns}, seed {seed}"
        names = store.snapshots(place.snapshots)
        assert int(names[-1][:6]) >= newest, "the newest snapshot was lost"
        newest = int(names[-1][:6])
        for old in names[:-3]:  # what is kept has been looked at many times by now
            (place.snapshots / f"{old}.duckdb").unlink()
    assert in_a_child(synced, place) == 0
    assert in_a_child(looked_at, place) == 0
    left = sorted(path.name for path in place.snapshots.iterdir() if path.name.startswith(store.UNFINISHED))
    assert not left, left
    print(f"{turns} syncs, {killed} killed midway, {newest} snapshots made; one sync takes {whole:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
