"""What is killed, or finds no disk to write to, loses nothing and leaves nothing half-written: syncs and decisions."""

import contextlib
import datetime as dt
import os
import shutil
import subprocess
import sys

import pytest

from monev.settings import HOME, SAMPLES, Settings
from monev.snapshot import store
from monev.snapshot.store import StoreError
from monev.sync import sync
from monev.words import clock
from tests import absent, desk
from tests.conftest import monev

pytestmark = pytest.mark.panjang

#: Killing forks, and a full disk is a small one mounted: Linux can; where not, it is said at the end of the run.
on_linux = absent.needs(sys.platform == "linux", "forks, or mounts small disks: Linux only")

TIMES, TIMES_OF_DECISIONS = 100, 100


def killing(folder, times, seed, program="tests.killing"):
    # Without threads of its own, that it may fork: numpy would start some.
    done = subprocess.run([sys.executable, "-m", program, str(folder), str(times), str(seed)], cwd=HOME,
                          env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, capture_output=True, text=True,
                          timeout=40 * 60)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@on_linux
def test_a_hundred_syncs_killed_at_random_moments_lose_nothing(tmp_path):
    assert f"{TIMES} killed midway" in killing(tmp_path, TIMES, seed=2024)


@on_linux
def test_a_hundred_who_record_or_send_are_killed_at_random_moments_and_no_decision_is_lost_or_doubled(tmp_path):
    assert f"{TIMES_OF_DECISIONS} of each killed midway" in killing(
        tmp_path, TIMES_OF_DECISIONS, 2024, "tests.killing_decisions"
    )


@pytest.fixture
def disk(tmp_path):
    """A function that lays a disk of a few megabytes under a folder; taken away again with the test."""
    laid = []

    def lay(folder, megabytes):
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)],
                              capture_output=True, text=True)  # fmt: skip
        if done.returncode:
            absent.ends(f"no disk can be mounted: {done.stderr}")
        laid.append(folder)

    yield lay
    for folder in laid:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def samples_in(tmp_path):
    folder = tmp_path / "lembar"
    shutil.copytree(SAMPLES, folder)
    (folder / "sumber.toml").write_text("tanggal_acuan = 2024-11-04\nsimulasi = true\n", "utf-8")
    return Settings("folder", folder, tmp_path / "potret", None)


def change(place):
    grant = place.folder / "kpu" / "hibah.csv"
    grant.write_text(grant.read_text("utf-8").replace("tahap_1", "TAHAP 1"), "utf-8")


def fill(folder):
    """Take all room on the disk of `folder` but a little."""
    with contextlib.suppress(OSError), (folder / "penuh").open("wb") as file:
        while True:
            file.write(b"x" * 65_536)


@on_linux
def test_a_full_disk_is_told_in_one_line_and_the_last_snapshot_stands(tmp_path, disk):
    place = samples_in(tmp_path)
    disk(place.snapshots, 24)
    [first] = sync.sync(place)
    change(place)
    fill(place.snapshots)
    done = monev("sync", FOLDER=place.folder, POTRET=place.snapshots)
    assert done.returncode == 1 and len(done.stderr.strip().splitlines()) == 1
    assert "disk penuh" in done.stderr
    assert store.snapshots(place.snapshots) == [first.snapshot]
    (place.snapshots / "penuh").unlink()
    [second] = sync.sync(place)
    assert second.new and store.latest(place.snapshots) == second.snapshot
    assert not [path for path in place.snapshots.iterdir() if path.name.startswith(store.UNFINISHED)]


@on_linux
def test_a_disk_that_may_only_be_read_is_told_in_one_line(tmp_path, disk):
    place = samples_in(tmp_path)
    disk(place.snapshots, 24)
    [first] = sync.sync(place)
    change(place)
    subprocess.run(["mount", "-o", "remount,ro", str(place.snapshots)], check=True)
    done = monev("sync", FOLDER=place.folder, POTRET=place.snapshots)
    assert done.returncode == 1 and len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "disk hanya dapat dibaca" in done.stderr
    assert store.snapshots(place.snapshots) == [first.snapshot]
    asked = monev("ask", "bersama/bingkai", POTRET=place.snapshots)
    assert asked.returncode == 0, "the numbers can still be read"


def test_a_clock_set_back_makes_the_newest_snapshot_the_newest_all_the_same(tmp_path, monkeypatch):
    place = samples_in(tmp_path)
    [first] = sync.sync(place)
    change(place)
    before = clock.now() - dt.timedelta(days=400)
    monkeypatch.setattr(clock, "now", lambda: before)
    [second] = sync.sync(place)
    assert second.new and store.snapshots(place.snapshots) == [first.snapshot, second.snapshot]
    with store.Snapshot(place.snapshots, second.snapshot) as snapshot:
        assert not [
            row
            for row in snapshot.ask("mutu_data/lama_terbuka").to_dict("records")
            if (row.get("terlama_hari") or 0) < 0
        ]


def test_a_snapshot_of_the_same_name_is_never_overwritten(tmp_path):
    place = samples_in(tmp_path)
    [first] = sync.sync(place)
    with pytest.raises(StoreError, match="tidak pernah ditimpa"):
        store.write(place.snapshots, first.snapshot, {})


@on_linux
def test_a_full_disk_loses_no_decision_and_is_told(tmp_path, disk):
    place = desk.folder(tmp_path)
    disk(place.snapshots, 4)
    [one] = desk.record(place, "Kirim segel")
    fill(place.snapshots)
    with pytest.raises(OSError, match="No space left"):
        for _ in range(3):
            desk.record(place, "x" * 500, "y" * 500, "z" * 500)
    here = {"FOLDER": place.folder, "POTRET": place.snapshots, "RAHASIA": tmp_path / "tidak-ada.toml"}
    done = monev("send", **here)
    assert done.returncode in (0, 1) and len(done.stderr.strip().splitlines()) <= 1
    (place.snapshots / "penuh").unlink()
    assert monev("send", **here).returncode == 0
    ids = desk.column(desk.in_folder(place), "ID")
    assert ids.count(one) == 1 and sorted(ids[1:]) == sorted(desk.kept(place))
    assert all(row["terkirim"] for row in desk.kept(place).values())


@on_linux
def test_a_folder_of_sheets_that_is_full_is_told_and_the_decision_waits(tmp_path, disk):
    disk(tmp_path / "lembar", 1)
    place = desk.folder(tmp_path)
    [one] = desk.record(place, "Kirim segel")
    before = desk.tab_path(place).read_bytes()
    fill(place.folder)
    [trouble] = desk.send(place).waiting.values()
    assert "belum dapat ditulisi" in trouble and desk.tab_path(place).read_bytes() == before
    (place.folder / "penuh").unlink()
    assert desk.send(place).sent == (one,)
