"""The watcher beside the pages: its rounds in processes of their own, what it tells, and how it ends."""

import contextlib
import dataclasses
import datetime as dt
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import anyio
import pytest
from filelock import FileLock

from monev import settings
from monev.run.workers import sync as watching
from monev.screen.draw import elements, notices
from monev.settings import HOME, Rhythm, Settings
from monev.snapshot import directory, store
from monev.snapshot.directory import Watch
from monev.sync import sync
from monev.words import clock, project, words
from tests.absent import needs_proc
from tests.conftest import PATIENCE, surroundings

pytestmark = pytest.mark.panjang

GRANT = """tahap_pencairan,tanggal_masuk,nilai_diterima,belanja_kumulatif,tanggal_data
tahap_1,5 Feb 2024,10.000.000.000,{},4 November 2024
"""
#: All agencies, so that none of them is in trouble.
CITY = dict.fromkeys(project.agencies(), "1.000.000.000")
MOMENT = dt.datetime(2024, 11, 4, 9, 12)


def put(lembar, agency, spent):
    """The agency's only tab, put in place at once as a program that saves does."""
    path = lembar / agency / "hibah.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    new = lembar / f"{agency}.baru"
    new.write_text(GRANT.format(spent), "utf-8")
    new.replace(path)


@pytest.fixture
def place(tmp_path):
    """The settings of a small city whose sheets are synced every `every` seconds at most."""
    for agency, spent in CITY.items():
        put(tmp_path / "lembar", agency, spent)
    return Settings("folder", tmp_path / "lembar", tmp_path / "potret", dt.date(2024, 11, 4), Rhythm(every=15))


def around(place):
    secrets = place.folder.parent / "secrets.toml"
    secrets.write_text(f"[sync]\nsetiap_detik = {place.rhythm.every}\n", "utf-8")
    return surroundings(FOLDER=place.folder, POTRET=place.snapshots, TANGGAL="2024-11-04", RAHASIA=secrets)


@contextlib.contextmanager
def watcher(place, **more):
    """`monev sync --watch` as an operator starts it, and its log as a function; ended with the block."""
    log = place.folder.parent / f"{time.monotonic_ns()}.log"
    with log.open("w") as out:
        process = subprocess.Popen([sys.executable, "-m", "monev", "sync", "--watch"], cwd=HOME,
                                   env=around(place) | more, stdout=out, stderr=out)  # fmt: skip
    try:
        yield process, lambda: log.read_text("utf-8").splitlines()
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def wait(until, what):
    end = time.monotonic() + PATIENCE
    while not (found := until()):
        assert time.monotonic() < end, what
        time.sleep(0.05)
    return found


def next_round(place):
    """Wish a round and wait until it is over."""
    before = directory.read_watch(place.snapshots)
    directory.wish_sync(place.snapshots)

    def over():
        watch = directory.read_watch(place.snapshots)
        return watch if watch != before and watch.ended and not directory.sync_wished(place.snapshots) else None

    return wait(over, "the round that was wished for ends")


def first_round(place):
    return wait(
        lambda: (watch := directory.read_watch(place.snapshots)) and watch.ended and watch, "a first round ends"
    )


def reading(process):
    """Wait until the watcher has started a sync, and return the process ids of it."""
    return wait(lambda: children(process.pid), "a sync is started")


def children(pid):
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def gone(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def hang(lock):
    """Make whatever takes this lock wait for half a minute, as for another of its kind; returns what lets it go on."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    HELD.append(FileLock(lock))
    HELD[-1].acquire()
    return HELD[-1].release


#: A lock that nobody holds on to is let go.
HELD = []


def hang_syncs(place):
    return hang(place.snapshots / directory.SYNC_LOCK)


# --- what lies beside the snapshots ---


def test_what_the_watcher_writes_is_read_back(tmp_path):
    for watch in (Watch(MOMENT, None, 120, 122, 7), Watch(MOMENT, MOMENT, 15, 67, 7, 1, "Disk penuh.")):
        directory.write_watch(tmp_path, watch)
        assert directory.read_watch(tmp_path) == watch
    kept = json.loads((tmp_path / "penjaga.json").read_text("utf-8"))
    assert kept["mulai"] == "2024-11-04T09:12:00" and kept["pesan"] == "Disk penuh." and kept["keluar"] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["penjaga.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"mulai": 5}', '"x"', "null", b"\xff\xfe"])
def test_a_damaged_file_says_nothing(tmp_path, content):
    (tmp_path / "penjaga.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert directory.read_watch(tmp_path) is None


def test_without_a_file_nobody_watches(tmp_path):
    assert directory.read_watch(tmp_path / "belum-ada") is None and directory.read_watch(tmp_path) is None


@pytest.mark.parametrize("seconds, alive", [(0, True), (45, True), (46, False), (-3600, True)])
def test_a_watcher_is_alive_until_three_rounds_are_missing(seconds, alive):
    watch = Watch(MOMENT, MOMENT, 15, 67, 7)
    assert watch.alive(MOMENT + dt.timedelta(seconds=seconds)) is alive


@pytest.mark.parametrize("seconds, alive", [(0, True), (67, True), (68, False)])
def test_a_round_that_runs_is_alive_as_long_as_it_may_take(seconds, alive):
    assert Watch(MOMENT, None, 15, 67, 7).alive(MOMENT + dt.timedelta(seconds=seconds)) is alive


def test_wishing_twice_is_one_wish(tmp_path):
    assert not directory.sync_wished(tmp_path)
    directory.wish_sync(tmp_path)
    directory.wish_sync(tmp_path)
    assert directory.sync_wished(tmp_path)
    directory.grant_wish(tmp_path)
    directory.grant_wish(tmp_path)
    assert not directory.sync_wished(tmp_path)


def test_the_last_look_is_the_newest_success_of_any_agency(tmp_path):
    assert directory.last_checked(tmp_path) is None
    rows = [{"instansi": "kpu", "dicoba": "2024-11-04T10:00:00", "berhasil": None, "pesan": "x"},
            {"instansi": "bawaslu", "dicoba": "2024-11-04T10:00:00", "berhasil": "2024-11-04T09:12:00"},
            {"instansi": "bpkpd", "dicoba": "2024-11-04T10:00:00", "berhasil": "2024-11-03T23:00:00"}]  # fmt: skip
    directory.write_sync_times(tmp_path, rows)
    assert directory.last_checked(tmp_path) == MOMENT
    directory.write_sync_times(tmp_path, [{"instansi": "kpu", "berhasil": "kemarin"}])
    assert directory.last_checked(tmp_path) is None


def noted(folder, **agencies):
    """Each agency as (last success, trouble)."""
    directory.write_sync_times(folder, [
        {"instansi": agency, "berhasil": read and read.isoformat(), "pesan": trouble}
        for agency, (read, trouble) in agencies.items()
    ])  # fmt: skip


LATER = MOMENT + dt.timedelta(minutes=28)


@pytest.mark.parametrize(
    "agencies, checked, failing, whole",
    [
        ({"kpu": (LATER, None), "bpkpd": (LATER, None)}, LATER, (), LATER),
        ({"kpu": (MOMENT, "x"), "bpkpd": (LATER, None)}, LATER, ("kpu",), None),
        ({"kpu": (None, "x"), "bpkpd": (LATER, None)}, LATER, ("kpu",), LATER),
        ({"kpu": (MOMENT, "x"), "bpkpd": (LATER, "x")}, LATER, ("kpu", "bpkpd"), None),
        ({"kpu": (None, "x"), "bpkpd": (None, "x")}, None, ("kpu", "bpkpd"), None),
    ],
)
def test_a_look_is_told_apart_by_agency_and_as_a_whole(tmp_path, agencies, checked, failing, whole):
    noted(tmp_path, **agencies)
    assert directory.looks(tmp_path) == directory.Looks(checked, 2, failing)
    assert directory.checked_whole(tmp_path) == whole


@pytest.mark.parametrize("text", ["", "{", "null", '[{"instansi": "kpu", "berhasil": "kemarin"}]'])
def test_of_damaged_times_no_look_is_claimed(tmp_path, text):
    (tmp_path / "sinkron.json").write_text(text, "utf-8")
    assert directory.looks(tmp_path).checked is None and directory.checked_whole(tmp_path) is None


# --- what is said of it ---

TODAY = MOMENT.date()


def said(html):
    return re.sub("<[^>]+>", "", html)


def new_numbers(*changed, **row):
    html = notices.offer({"instansi_berubah": None, "hari_lain": False, "tanggal_acuan": TODAY} | row, changed)
    return said(html.replace(elements.ARROW, "→"))


def changed(then, now, satuan="jenis", **more):
    return {"halaman": "logistik", "indikator": "Barang kurang", "satuan": satuan, "pemilik": "KPU",
            "dulu_status": "merah", "status": "merah", "dulu_nilai": then, "nilai": now} | more  # fmt: skip


def test_an_offer_says_what_is_new_in_one_line():
    one = changed(5, 4)
    assert new_numbers(one, one, one, one) == "Angka baru. KPU: Barang kurang 5 → 4 jenis, dan 3 lain."
    assert new_numbers(one) == "Angka baru. KPU: Barang kurang 5 → 4 jenis."
    assert new_numbers(one | {"pemilik": None}) == "Angka baru. Barang kurang 5 → 4 jenis."
    assert new_numbers(changed(46.2, 61.5, "persen")) == "Angka baru. KPU: Barang kurang 46,2% → 61,5%."
    assert new_numbers(changed(2e8, 1e9, "rp")) == "Angka baru. KPU: Barang kurang Rp0,2 miliar → Rp1,0 miliar."
    unread = changed(5, None, status="belum_dilaporkan")
    assert new_numbers(unread) == "Angka baru. KPU: Barang kurang Kritis → Belum dilaporkan."
    assert new_numbers(changed(None, None)) == "Angka baru. KPU: Barang kurang berubah."
    same = changed(40.01, 40.02, "persen", status="hijau")
    assert new_numbers(same) == "Angka baru. KPU: Barang kurang Kritis → Siap."
    other_day = new_numbers(one, hari_lain=True)
    assert other_day == "Angka baru. Keadaan 4 November. KPU: Barang kurang 5 → 4 jenis."
    assert "<b>" not in notices.offer({"hari_lain": False}, [one | {"indikator": "<b>"}]).partition("</b>")[2]


def test_an_offer_without_a_changed_number_says_whose_sheet_changed():
    whose = new_numbers(instansi_berubah=["KPU", "Bawaslu"])
    assert whose == "Isi baru. Lembar KPU dan Bawaslu berubah; angka pokok tetap."
    assert new_numbers() == "Angka baru, keadaan 4 November.", "of a snapshot that is gone nothing can be compared"
    assert new_numbers(instansi_berubah=["<b>"]).startswith("Isi baru. Lembar &lt;b&gt;")


@pytest.mark.parametrize(
    "more, expected",
    [
        ({"every": 120}, "Lembar diperiksa 09.12 WIB; diperiksa lagi tiap 2 menit."),
        ({"every": 15, "asked": True, "reading": True}, "Diminta; lembar sedang dibaca …"),
        ({"every": 15, "reading": True, "failed": True}, "Sedang membaca lembar …"),
        ({"every": 90, "failed": True}, "Pemeriksaan lembar belum berhasil; dicoba lagi tiap 90 detik."),
        ({}, "Pembaruan otomatis tidak berjalan; terakhir diperiksa 09.12 WIB."),
        (
            {"every": 120, "sheets": 5, "failing": ["KPU", "Bawaslu"]},
            "3 dari 5 lembar diperiksa 09.12 WIB; KPU dan Bawaslu belum dapat dibaca; diperiksa lagi tiap 2 menit.",
        ),
        (
            {"every": 120, "sheets": 2, "failing": ["KPU", "Bawaslu"]},
            "Pemeriksaan lembar belum berhasil; dicoba lagi tiap 2 menit.",
        ),
        ({"every": 120, "sheets": 2, "failing": ["<b>"]}, "1 dari 2 lembar diperiksa 09.12 WIB; &lt;b&gt; belum"),
        (
            {"sheets": 5, "failing": ["KPU"]},
            "Pembaruan otomatis tidak berjalan; 4 dari 5 lembar terakhir diperiksa 09.12 WIB.",
        ),
        ({"asked": True}, "Pembaruan otomatis tidak berjalan; terakhir diperiksa 09.12 WIB."),
    ],
)
def test_the_state_of_the_reading_is_one_line(more, expected):
    assert said(notices.looked(MOMENT, TODAY, **more)).startswith(expected)


def test_sheets_that_were_never_looked_at_are_called_so():
    assert "lembar belum pernah diperiksa" in notices.looked(None, TODAY)
    assert "belum berhasil" in notices.looked(None, TODAY, 120)


def test_a_rhythm_is_said_in_the_largest_whole_unit():
    assert [words.interval(seconds) for seconds in (15, 60, 90, 120, 3600, 5400, 86_400)] == [
        "15 detik", "1 menit", "90 detik", "2 menit", "1 jam", "90 menit", "24 jam"
    ]  # fmt: skip


def test_the_new_snapshot_tells_which_agencies_changed_since_the_one_that_is_open(place):
    [held] = sync.sync(place)
    put(place.folder, "kpu", "2.000.000.000")
    put(place.folder, "bawaslu", "2.000.000.000")
    tomorrow = Settings("folder", place.folder, place.snapshots, dt.date(2024, 11, 5))
    [new], [later] = sync.sync(place), sync.sync(tomorrow)

    def asked(name, before):
        with store.Snapshot(place.snapshots, name, before) as snapshot:
            [row] = snapshot.ask("bersama/angka_baru").to_dict("records")
        return row["id"], row["instansi_berubah"], row["hari_lain"]

    assert asked(new.snapshot, held.snapshot) == (new.snapshot, ["KPU", "Bawaslu"], False)
    assert asked(later.snapshot, new.snapshot) == (later.snapshot, None, True)
    assert asked(later.snapshot, held.snapshot)[1:] == (["KPU", "Bawaslu"], True)
    assert asked(new.snapshot, None)[1] is None


# --- rounds ---


def test_a_round_makes_a_snapshot_and_writes_down_when_in_wib(place):
    before = clock.now().replace(microsecond=0)
    # The machine may be in any zone.
    with watcher(place, TZ="America/Los_Angeles") as (process, log):
        watch = first_round(place)
        lines = log()
    after = clock.now()
    assert len(store.snapshots(place.snapshots)) == 1
    assert before <= watch.began <= watch.ended <= after
    assert (watch.status, watch.trouble, watch.every, watch.pid) == (0, None, 15, process.pid)
    stamp = re.match(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) WIB Lembar dibaca tiap 15 detik", lines[0])[1]
    assert before <= dt.datetime.strptime(stamp, "%Y-%m-%d %H.%M.%S") <= after


def test_a_wish_is_served_at_once_and_what_changed_is_told_in_one_line(place):
    with watcher(place) as (_, log):
        first_round(place)
        put(place.folder, "bawaslu", "2.000.000.000")
        start = time.monotonic()
        next_round(place)
        assert time.monotonic() - start < place.rhythm.every, "earlier than the round that is due"
        assert len(store.snapshots(place.snapshots)) == 2
        wait(lambda: f"Angka baru: potret {store.latest(place.snapshots)}." in log()[-1], "the change is told")
        told = len(log())
        next_round(place)
        next_round(place)
        assert len(log()) == told, "nothing changed, so there is nothing to tell"
    assert len(store.snapshots(place.snapshots)) == 2


def test_without_a_wish_a_change_is_seen_when_the_next_round_is_due(place, monkeypatch):
    for name, value in around(place).items():
        if name.startswith("MONEV_"):
            monkeypatch.setenv(name, value)
    often, took = dataclasses.replace(place, rhythm=Rhythm(4)), []

    async def look():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(watching.watch, often)
            with anyio.fail_after(PATIENCE):
                while not ((watch := directory.read_watch(place.snapshots)) and watch.ended):
                    await anyio.sleep(0.05)
                put(place.folder, "bawaslu", "2.000.000.000")
                start = time.monotonic()
                while len(store.snapshots(place.snapshots)) < 2:
                    await anyio.sleep(0.05)
                took.append(time.monotonic() - start)
            tasks.cancel_scope.cancel()

    anyio.run(look)
    assert 3 < took[0] < 4 + 15


def test_a_sheet_that_fails_is_told_once_and_its_recovery_once(place):
    path = place.folder / "bawaslu" / "hibah.csv"
    good = path.read_bytes()
    with watcher(place) as (_, log):
        first_round(place)
        path.write_bytes(bytes(range(256)) * 8)
        assert next_round(place).status == 3
        next_round(place)
        path.write_bytes(good)
        watch = next_round(place)
        next_round(place)
        lines = log()
    assert (watch.status, watch.trouble) == (0, None)
    assert sum("Lembar Bawaslu belum dapat dibaca: " in line for line in lines) == 1
    assert sum("Lembar Bawaslu dapat dibaca lagi." in line for line in lines) == 1


def test_a_sync_that_fails_as_a_whole_is_told_once_and_kept_for_the_pages(place):
    facts = place.folder / "sumber.toml"
    with watcher(place) as (_, log):
        first_round(place)
        facts.write_text("ini bukan toml", "utf-8")
        watch = next_round(place)
        assert watch.status == 1 and "sumber.toml" in watch.trouble and "monev:" not in watch.trouble
        next_round(place)
        facts.unlink()
        assert next_round(place).trouble is None
        lines = log()
    assert sum("Lembar belum dapat diperiksa: " in line for line in lines) == 1
    assert sum("Lembar dapat diperiksa lagi." in line for line in lines) == 1
    assert not any("Traceback" in line for line in lines)


def test_what_a_broken_program_says_stays_in_the_log():
    said = "Traceback (most recent call last):\n  File\nKeyError: 'x'"
    assert watching._trouble(1, said, 60) == watching._trouble(-9, "", 60) == watching.BROKEN
    assert watching._trouble(None, "", 120) == "Pembacaan lembar belum selesai sesudah 2 menit dan dihentikan."
    assert watching._trouble(1, "peringatan\nmonev: Disk penuh.", 60) == "Disk penuh."


def test_what_ails_stands_until_the_next_round_is_over(place):
    with watcher(place) as (process, _):
        first_round(place)
        (place.folder / "sumber.toml").write_text("ini bukan toml", "utf-8")
        said = next_round(place).trouble
        assert said
        (place.folder / "sumber.toml").unlink()
        hang_syncs(place)
        directory.wish_sync(place.snapshots)
        running = wait(lambda: (w := directory.read_watch(place.snapshots)) and not w.ended and w, "a round begins")
        assert running.trouble == said
        process.terminate()
        process.wait(10)
        assert directory.read_watch(place.snapshots).ended


@needs_proc
def test_a_sync_that_takes_too_long_is_ended_and_the_next_round_comes(place, monkeypatch):
    for name, value in around(place).items():
        if name.startswith("MONEV_"):
            monkeypatch.setenv(name, value)
    hang_syncs(place)
    others = children(os.getpid())
    # Two seconds for a round: the deadline and what is granted beyond it.
    hasty = Settings(place.source, place.folder, place.snapshots, None, Rhythm(15, 2 - watching.GRACE))
    seen = []

    async def look():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(watching.watch, hasty)
            with anyio.fail_after(30):
                while len(seen) < 2:
                    watch = directory.read_watch(place.snapshots)
                    if watch and watch.ended and watch not in seen:
                        seen.append(watch)
                        directory.wish_sync(place.snapshots)
                    await anyio.sleep(0.05)
            tasks.cancel_scope.cancel()

    anyio.run(look)
    for watch in seen:
        assert (
            watch.status is None and watch.trouble == "Pembacaan lembar belum selesai sesudah 2 detik dan dihentikan."
        )
        assert (watch.ended - watch.began).seconds <= 15
    assert not set(children(os.getpid())) - set(others), "no sync is left over"


def test_a_folder_that_cannot_be_written_does_not_end_the_watch(place, monkeypatch):
    """A file lies where the snapshots should; the watch goes on and works as soon as it is taken away."""
    for name, value in around(place).items():
        if name.startswith("MONEV_"):
            monkeypatch.setenv(name, value)
    place.snapshots.write_text("bukan folder", "utf-8")

    async def look():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(watching.watch, Settings("folder", place.folder, place.snapshots, None, Rhythm(1)))
            await anyio.sleep(1.5)
            place.snapshots.unlink()
            with anyio.fail_after(30):
                while not store.latest(place.snapshots):
                    await anyio.sleep(0.05)
            tasks.cancel_scope.cancel()

    anyio.run(look)
    assert len(store.snapshots(place.snapshots)) == 1


# --- one watcher, and its end ---


def test_a_second_watcher_is_refused_in_one_line(place):
    with watcher(place):
        first_round(place)
        done = subprocess.run([sys.executable, "-m", "monev", "sync", "--watch"], cwd=HOME, env=around(place),
                              capture_output=True, text=True, timeout=PATIENCE)  # fmt: skip
        assert done.returncode == 1 and done.stdout == ""
        [line] = done.stderr.splitlines()
        assert line == "monev: Lembar untuk folder potret ini sudah dibaca oleh penjaga lain."


def test_a_watcher_told_to_stand_by_takes_over_when_the_other_one_is_killed(place):
    with watcher(place) as (first, _):
        first_round(place)
        command = [sys.executable, "-m", "monev", "sync", "--standby"]
        second = subprocess.Popen(command, cwd=HOME, env=around(place), stderr=subprocess.PIPE, text=True)
        try:
            assert "Menunggu giliran." in second.stderr.readline()
            assert directory.read_watch(place.snapshots).pid == first.pid
            first.kill()
            ends = time.monotonic() + PATIENCE
            while directory.read_watch(place.snapshots).pid != second.pid:
                assert time.monotonic() < ends and second.poll() is None
                time.sleep(0.05)
            second.terminate()
            assert second.wait(20) == 0
        finally:
            second.kill()
            second.wait(20)
            second.stderr.close()


def test_a_server_stands_by_while_another_watches_and_takes_over_when_it_is_gone(place, monkeypatch):
    for name, value in around(place).items():
        if name.startswith("MONEV_"):
            monkeypatch.setenv(name, value)
    place.snapshots.mkdir()
    other = FileLock(place.snapshots / watching.LOCK)

    async def look():
        async with anyio.create_task_group() as tasks:
            with other:
                tasks.start_soon(watching.serve, Settings("folder", place.folder, place.snapshots, None, Rhythm(1)))
                await anyio.sleep(2.5)
                assert directory.read_watch(place.snapshots) is None
            with anyio.fail_after(30):
                while not store.latest(place.snapshots):
                    await anyio.sleep(0.05)
            tasks.cancel_scope.cancel()

    anyio.run(look)
    assert directory.read_watch(place.snapshots).pid == os.getpid()
    with watching.alone(place.snapshots):
        pass  # and lets go of the place when it ends


@needs_proc
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_watcher_ends_within_seconds_also_while_a_sync_hangs(place, how):
    hang_syncs(place)
    with watcher(place) as (process, log):
        [sync] = reading(process)
        start = time.monotonic()
        process.send_signal(how)
        assert process.wait(10) == 0
        assert time.monotonic() - start < 8
        assert gone(sync), "the sync has ended with it"
        assert log()[-1].endswith("Berhenti membaca lembar.")
    assert directory.read_watch(place.snapshots).ended, "nobody is said to be reading"
    assert store.snapshots(place.snapshots) == []


def whole(place):
    """How much KPU spent in each snapshot; all of them can be opened."""
    spent = []
    for name in store.snapshots(place.snapshots):
        with store.Snapshot(place.snapshots, name) as snapshot:
            spent += list(snapshot.select("from kpu__hibah")["belanja_kumulatif"])
    return spent


@needs_proc
def test_a_watcher_that_is_killed_leaves_nothing_half_and_its_place_free(place):
    for billions, moment in ((2, 0.2), (3, 0.7), (4, 1.0), (5, 1.3)):
        put(place.folder, "kpu", f"{billions}.000.000.000")
        with watcher(place) as (process, _):
            left = reading(process)
            time.sleep(moment)
            process.kill()
            process.wait()
            assert set(whole(place)) <= {spent * 10**9 for spent in range(2, billions + 1)}
            wait(lambda left=left: all(map(gone, left)), "the sync that was left over ends by itself")
    with watcher(place) as (process, _):
        wait(lambda: (w := directory.read_watch(place.snapshots)).pid == process.pid and w.ended, "a new one watches")
    assert whole(place)[-1] == 5 * 10**9


def test_a_watcher_does_not_start_on_a_setting_that_cannot_be_used(place):
    secrets = place.folder.parent / "lain.toml"
    secrets.write_text("[sync]\nsetiap_detik = 1\n", "utf-8")
    done = subprocess.run([sys.executable, "-m", "monev", "sync", "--watch"], cwd=HOME,
                          env=around(place) | {"MONEV_RAHASIA": str(secrets)}, capture_output=True, text=True,
                          timeout=PATIENCE)  # fmt: skip
    assert done.returncode == 1 and "setiap_detik" in done.stderr and len(done.stderr.splitlines()) == 1
    assert settings.SYNC in done.stderr
