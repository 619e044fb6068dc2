"""What a restored backup may not take back, whom it waits for, and what killed backups and restores leave behind."""

import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from monev.run import backup
from monev.screen.access import audit, sign_outs
from monev.screen.access.roles import Person
from monev.settings import HOME, SAMPLES, Settings
from monev.snapshot import claims, store
from monev.snapshot.store import StoreError
from monev.sync import sync
from tests.conftest import end, monev, surroundings

pytestmark = pytest.mark.panjang

NOW = dt.datetime(2024, 11, 4, 9, 0)
ONE, TWO, THREE = "satu@contoh.go.id", "dua@contoh.go.id", "tiga@contoh.go.id"


@pytest.fixture
def city(samples_shot, tmp_path):
    return shutil.copytree(samples_shot, tmp_path / "potret")


def line(at, account=ONE, action=audit.CAME):
    return json.dumps({"waktu": at, "akun": account, "peran": "sekretariat", "tindakan": action})


def record(folder, month, *lines):
    (folder / audit.FOLDER).mkdir(exist_ok=True)
    (folder / audit.FOLDER / month).write_text("".join(f"{one}\n" for one in lines), "utf-8")


def recorded(folder, month):
    return (folder / audit.FOLDER / month).read_text("utf-8").splitlines()


def gone(folder, **seconds):
    (folder / audit.FOLDER).mkdir(exist_ok=True)
    sign_outs.write(folder, seconds)


# --- what happened at the door goes on ---


def test_a_restored_backup_lets_nobody_back_in_who_signed_out_since(city, tmp_path):
    gone(city, a=100, b=200, c=300)
    backup.write(city, tmp_path / "cadangan.tar.gz")
    gone(city, a=150, b=200, d=400)
    done = monev("restore", str(tmp_path / "cadangan.tar.gz"), "--ganti", POTRET=city)
    assert done.returncode == 0, done.stderr
    assert sign_outs.read(city) == {"a": 150, "b": 200, "c": 300, "d": 400}
    assert "2 akun yang keluar sesudah cadangan dibuat tetap keluar." in done.stdout


@pytest.mark.parametrize("text", ["{", "[]", '{"a": "x"}', ""])
def test_a_damaged_list_of_who_signed_out_stays_and_so_lets_nobody_in(city, tmp_path, text):
    gone(city, a=100)
    backup.write(city, tmp_path / "cadangan.tar.gz")
    (city / audit.FOLDER / sign_outs.FILE).write_text(text)
    backup.restore(tmp_path / "cadangan.tar.gz", city, NOW, replace=True)
    with pytest.raises(ValueError):
        sign_outs.read(city)


def test_a_damaged_list_in_the_backup_gives_way_to_the_one_that_is_there(city, tmp_path):
    (city / audit.FOLDER).mkdir(exist_ok=True)
    (city / audit.FOLDER / sign_outs.FILE).write_text("{")
    backup.write(city, tmp_path / "cadangan.tar.gz")
    gone(city, a=100)
    backup.restore(tmp_path / "cadangan.tar.gz", city, NOW, replace=True)
    assert sign_outs.read(city) == {"a": 100}


def test_no_line_of_the_record_of_accesses_is_lost_or_doubled_and_all_stand_by_their_time(city, tmp_path):
    early, twice = line("2024-11-01T08:00:00+07:00"), line("2024-11-02T08:00:00+07:00")
    record(city, "2024-11.jsonl", early, twice, twice)
    record(city, "2024-10.jsonl", line("2024-10-01T08:00:00+07:00"))
    backup.write(city, tmp_path / "cadangan.tar.gz")
    late, torn = line("2024-11-03T08:00:00+07:00", TWO), '{"waktu": "2024-11-0'
    between = line("2024-11-01T02:30:00+00:00", THREE)
    record(city, "2024-11.jsonl", early, between, late, torn)
    record(city, "2024-12.jsonl", line("2024-12-01T08:00:00+07:00", TWO))
    (city / audit.FOLDER / "2024-10.jsonl").unlink()
    done = monev("restore", str(tmp_path / "cadangan.tar.gz"), "--ganti", POTRET=city)
    assert done.returncode == 0, done.stderr
    assert recorded(city, "2024-11.jsonl") == [early, between, twice, twice, late, torn]
    assert recorded(city, "2024-10.jsonl") == [line("2024-10-01T08:00:00+07:00")]
    assert recorded(city, "2024-12.jsonl") == [line("2024-12-01T08:00:00+07:00", TWO)]
    assert "Catatan akses digabung: 4 baris yang tidak ada dalam cadangan ikut dipertahankan." in done.stdout


def test_where_nothing_is_newer_than_the_backup_nothing_is_said_of_it(city, tmp_path):
    audit.note(city, Person(ONE, "sekretariat", 1), audit.CAME)
    gone(city, a=100)
    backup.write(city, tmp_path / "cadangan.tar.gz")
    before = {path.name: path.read_bytes() for path in (city / audit.FOLDER).iterdir()}
    done = backup.restore(tmp_path / "cadangan.tar.gz", city, NOW, replace=True)
    assert done.carried.told == "" and {p.name: p.read_bytes() for p in (city / audit.FOLDER).iterdir()} == before


def test_a_clock_that_is_set_back_takes_no_sign_out_back(tmp_path, monkeypatch):
    sign_outs.add(tmp_path, ONE)
    [at] = sign_outs.read(tmp_path).values()
    monkeypatch.setattr(sign_outs.time, "time", lambda: at - 600)
    sign_outs.add(tmp_path, ONE)
    sign_outs.add(tmp_path, TWO)
    assert sign_outs.read(tmp_path) == {ONE: at, TWO: at - 600}


# --- whom it waits for ---


@pytest.mark.parametrize("ended", ["asked", "killed"])
def test_under_a_server_that_only_reads_nothing_is_replaced_until_it_is_gone(city, tmp_path, start, ended):
    backup.write(city, tmp_path / "cadangan.tar.gz")
    there = sorted(path.name for path in city.iterdir() if not path.name.startswith("."))
    again = ("restore", str(tmp_path / "cadangan.tar.gz"), "--ganti")
    with start(city) as (_, one), start(city) as (_, other):
        for left in (one, other):
            done = monev(*again, POTRET=city)
            assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, done.stderr
            assert "potret/ sedang dipakai server" in done.stderr and "Hentikan dulu semua server" in done.stderr
            assert sorted(path.name for path in city.iterdir() if not path.name.startswith(".")) == there
            assert not list(tmp_path.glob("potret-lama-*")) and not list(tmp_path.glob(".setengah*"))
            if ended == "killed":
                left.kill()
                left.wait()
            else:
                end(left)
        done = monev(*again, POTRET=city)
        assert done.returncode == 0, done.stderr


def test_a_server_that_starts_while_its_folder_is_replaced_waits_and_serves_what_came(city, tmp_path, start):
    with claims.unserved(city):
        waiting = subprocess.Popen(
            [sys.executable, "-c", "import sys, anyio; from pathlib import Path; from monev.run.server import server; "
             "print(anyio.run(server._join, Path(sys.argv[1])))", str(city)],
            cwd=HOME, env=surroundings(), stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        time.sleep(4)
        assert waiting.poll() is None
        city.rename(tmp_path / "potret-lama")
        shutil.copytree(tmp_path / "potret-lama", city, ignore=shutil.ignore_patterns(".*"))
        said, _ = waiting.communicate(timeout=20)
    assert said.strip().isdigit() and (city / claims.SERVED).exists()


def test_many_servers_hold_one_folder_and_one_that_is_gone_holds_nothing(tmp_path):
    one, other = claims.join(tmp_path), claims.join(tmp_path)
    for handle in (one, other):
        with pytest.raises(StoreError, match="sedang dipakai server"), claims.unserved(tmp_path):
            pass
        os.close(handle)
    with claims.unserved(tmp_path):
        assert claims.join(tmp_path) is None
    os.close(claims.join(tmp_path))


# --- what was killed ---

#: A backup or a restore that stands still halfway, once it has written something.
STOPPED = """
import sys, time
from pathlib import Path
from monev.run import backup
from monev.run.backup import make, restore
from monev.words import clock
def wait(*_):
    print("ready", flush=True)
    time.sleep(600)
make.read = sys.modules[restore.__module__].accesses.carry = wait
source, target = map(Path, sys.argv[2:])
backup.write(source, target) if sys.argv[1] == "backup" else backup.restore(source, target, clock.now(), True)
"""


def stopped(*arguments):
    process = subprocess.Popen([sys.executable, "-c", STOPPED, *map(str, arguments)], cwd=HOME, env=surroundings(),
                               stdout=subprocess.PIPE, text=True)  # fmt: skip
    assert process.stdout.readline().strip() == "ready"
    return process


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.communicate()


def halves(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(store.UNFINISHED)]


def test_what_a_killed_backup_left_is_swept_by_the_next_one_and_one_at_work_is_left_alone(city, tmp_path):
    room = tmp_path / "cadangan"
    room.mkdir()
    dead, alive = stopped("backup", city, room / "a.tar.gz"), stopped("backup", city, room / "b.tar.gz")
    try:
        kill(dead)
        (room / f"{store.UNFINISHED}catatan").write_text("bukan milik perintah ini")
        assert len(halves(room)) == 3
        backup.write(city, room / "c.tar.gz")
        assert sorted(halves(room)) == [
            f"{store.UNFINISHED}cadangan-{alive.pid}-b.tar.gz",
            f"{store.UNFINISHED}catatan",
        ]
    finally:
        kill(alive)


def test_what_a_killed_restore_left_is_swept_by_the_next_one_and_one_at_work_is_left_alone(city, tmp_path):
    backup.write(city, tmp_path / "cadangan.tar.gz")
    other = tmp_path / "lain"
    other.mkdir()
    dead = stopped("restore", tmp_path / "cadangan.tar.gz", city)
    kill(dead)
    assert halves(tmp_path) == [f"{store.UNFINISHED}{dead.pid}-potret"]
    alive = stopped("restore", tmp_path / "cadangan.tar.gz", other)
    try:
        backup.restore(tmp_path / "cadangan.tar.gz", city, NOW, replace=True)
        assert halves(tmp_path) == [f"{store.UNFINISHED}{alive.pid}-lain"]
        claims.sweep(tmp_path, claims.staged(other))
        assert halves(tmp_path) == [f"{store.UNFINISHED}{alive.pid}-lain"]
    finally:
        kill(alive)


def test_a_sync_sweeps_what_a_killed_restore_left_beside_its_folder(city, tmp_path):
    backup.write(city, tmp_path / "cadangan.tar.gz")
    kill(stopped("restore", tmp_path / "cadangan.tar.gz", city))
    (tmp_path / f"{store.UNFINISHED}1-lain").mkdir()
    sync.sync(Settings("folder", SAMPLES, city, None))
    assert halves(tmp_path) == [f"{store.UNFINISHED}1-lain"], "that of another folder is not its own"
