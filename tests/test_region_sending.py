"""Frozen meetings on their way to the shared store: once each, over nothing, whatever fails and whoever is killed."""

import datetime as dt
import itertools
import logging
import random
import shutil
import subprocess
import sys
import time
from dataclasses import replace

import anyio
import pytest
from streamlit.testing.v1 import AppTest

from monev.meeting import meeting
from monev.regions import options, sending, spool
from monev.regions.report import NotSent
from monev.regions.store_folder import FolderStore
from monev.run import backup
from monev.run.backup import make
from monev.run.commands import doctor_regions
from monev.run.commands.diagnosis import BAD, GOOD
from monev.run.workers import command, regions as worker
from monev.screen import region_sent
from monev.settings import HOME, SettingError, Settings
from monev.snapshot import frozen, store
from monev.snapshot.store import StoreError
from monev.words import clock
from tests import stores
from tests.conftest import monev, surroundings

pytestmark = pytest.mark.panjang

TABLES = ["hibah", "indikator", "janji", "mutu", "daerah"]
#: The samples come with the first of them frozen.
DAYS = [dt.date(2024, 10, 21), dt.date(2024, 11, 4), dt.date(2024, 11, 5)]


@pytest.fixture
def bucket(tmp_path):
    with stores.bucket(tmp_path / "ember") as made:
        yield made


@pytest.fixture(scope="module")
def three(samples_shot, tmp_path_factory):
    """The samples with three frozen meetings; for copies alone."""
    folder = shutil.copytree(samples_shot, tmp_path_factory.mktemp("tiga") / "potret")
    for day in DAYS[1:]:
        meeting.pin(folder, store.latest(folder), dt.datetime(2024, 11, 4, 9, day.day), day)
    return folder


@pytest.fixture
def city(three, tmp_path, bucket):
    """The settings of a region that sends its three meetings to the bucket."""
    return Settings("folder", tmp_path, shutil.copytree(three, tmp_path / "potret"), None,
                    regions={"tujuan": stores.ADDRESS, **bucket.options})  # fmt: skip


NAMES = [day.isoformat() for day in DAYS]


def where(city):
    return options.read(city.regions).place


def keys(*names):
    return [f"{table}/rapat={name}/daerah=32.72/{name}.parquet" for name in names for table in TABLES]


def test_each_meeting_is_sent_once_the_cover_last_and_never_again(city, bucket):
    outcome = sending.send(city)
    assert outcome == sending.Outcome(dict.fromkeys(NAMES, ()), {}, {})
    assert bucket.written == keys(*NAMES), "the earliest meeting first, its cover last"
    assert sending.send(city) == sending.Outcome({}, {}, {})
    assert bucket.written == keys(*NAMES) and sorted(bucket.objects()) == sorted(keys(*NAMES))
    assert all(spool.sent_at(city.snapshots, name, where(city)) for name in NAMES)


def test_one_meeting_alone_is_sent_where_somebody_names_it(city, bucket):
    assert [*sending.send(city, NAMES[1]).sent] == [NAMES[1]] and bucket.written == keys(NAMES[1])
    with pytest.raises(StoreError, match="Belum ada rapat “2024-01-01”"):
        sending.send(city, "2024-01-01")


def test_a_store_that_is_down_keeps_all_waiting_and_has_it_later(city, bucket):
    bucket.trouble = (503, "ServiceUnavailable")
    outcome = sending.send(city)
    assert outcome.waiting.keys() == set(NAMES) and len(set(outcome.waiting.values())) == 1
    assert "tidak menjawab" in spool.trouble(city.snapshots, where(city))
    assert bucket.written == [] and spool.due(city.snapshots, where(city)) == NAMES
    bucket.trouble = None
    assert [*sending.send(city).sent] == NAMES
    assert bucket.written == keys(*NAMES) and spool.trouble(city.snapshots, where(city)) is None


def test_an_answer_that_gets_lost_doubles_nothing(city, bucket):
    bucket.lost = 4
    while spool.due(city.snapshots, where(city)):
        sending.send(city)
    assert bucket.written == keys(*NAMES)


def test_another_object_of_that_name_stays_and_is_told_and_the_others_go_on(city, bucket):
    theirs = keys(NAMES[1])[1]
    bucket.open().put(theirs, b"milik orang lain")
    outcome = sending.send(city)
    assert [*outcome.sent] == [NAMES[0], NAMES[2]] and [*outcome.waiting] == [NAMES[1]]
    assert "indikator lain bernama sama dan tidak ditimpa" in outcome.waiting[NAMES[1]]
    assert len(outcome.waiting[NAMES[1]].splitlines()) == 1
    assert bucket.objects()[theirs] == b"milik orang lain"
    assert keys(NAMES[1])[-1] not in bucket.objects(), "without its cover that set counts nowhere"


def test_a_gigabyte_under_that_name_is_not_read(city, bucket):
    path = bucket.root / stores.BUCKET / stores.PREFIX / keys(NAMES[0])[0]
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    stores.localbucket.remember_etag(path, "0" * 32)
    began = time.monotonic()
    assert "tidak ditimpa" in sending.send(city, NAMES[0]).waiting[NAMES[0]] and time.monotonic() - began < 10
    assert path.stat().st_size == 1_000_000_000


def test_a_set_that_changed_on_the_disk_is_not_sent(city, bucket):
    bucket.trouble = (403, "AccessDenied")
    sending.send(city)
    bucket.trouble = None
    (city.snapshots / spool.ROOM / NAMES[0] / "indikator.parquet").write_bytes(b"lain")
    outcome = sending.send(city)
    assert "berubah di disk" in outcome.waiting[NAMES[0]] and [*outcome.sent] == NAMES[1:]
    assert bucket.written == [keys(NAMES[0])[0], *keys(*NAMES[1:])], "nothing of it after the one that is damaged"


def test_a_meeting_whose_file_was_altered_waits_and_says_why(city):
    path = city.snapshots / frozen.PINNED / f"{NAMES[2]}.duckdb"
    path.chmod(0o640)
    path.write_bytes(path.read_bytes() + b"x")
    outcome = sending.send(city)
    assert "berubah sejak dibekukan" in outcome.waiting[NAMES[2]] and [*outcome.sent] == NAMES[:2]


def test_a_meeting_of_which_no_set_can_be_made_is_left_out_and_not_tried_at_every_look(city, monkeypatch):
    real = sending.spool.prepared

    def prepared(folder, name, dashboard):
        if name == NAMES[0]:
            raise NotSent(f"Rapat {name} tidak dikirim: versi lama.")
        return real(folder, name, dashboard)

    monkeypatch.setattr(sending.spool, "prepared", prepared)
    outcome = sending.send(city)
    assert (
        outcome.refused == {NAMES[0]: f"Rapat {NAMES[0]} tidak dikirim: versi lama."} and [*outcome.sent] == NAMES[1:]
    )
    assert spool.due(city.snapshots, where(city)) == []
    assert region_sent.told(city.snapshots, NAMES[0], where(city)) == outcome.refused[NAMES[0]]
    monkeypatch.undo()
    assert [*sending.send(city, NAMES[0]).sent] == [NAMES[0]], "who names it has it tried again"


def test_another_place_gets_all_of_it_too(city, bucket, tmp_path):
    sending.send(city)
    (tmp_path / "rekap").mkdir()
    other = Settings("folder", tmp_path, city.snapshots, None, regions={"tujuan": str(tmp_path / "rekap")})
    assert [*sending.send(other).sent] == NAMES
    there = {path.relative_to(tmp_path / "rekap").as_posix(): path.read_bytes()
             for path in (tmp_path / "rekap").rglob("*.parquet")}  # fmt: skip
    assert there == bucket.objects(), "byte for byte"


def test_two_who_send_at_once_are_one(city, bucket):
    with spool.alone(city.snapshots), pytest.raises(StoreError, match="oleh proses lain"):
        sending.send(city)
    assert bucket.written == []


def test_without_a_place_to_send_to_it_says_where_to_read():
    with pytest.raises(SettingError, match=r"tujuan belum ditulis .* docs/kiriman-daerah.md"):
        sending.send(Settings("folder", HOME, HOME, None))


def test_numbers_frozen_again_become_a_set_of_their_own(city, bucket):
    sending.send(city)
    again = meeting.pin(city.snapshots, store.latest(city.snapshots), dt.datetime(2024, 11, 4, 10), DAYS[1], "Lanjutan")
    assert again.name == "2024-11-04-2" and [*sending.send(city).sent] == [again.name]
    assert f"daerah/rapat=2024-11-04/daerah=32.72/{again.name}.parquet" in bucket.objects()


def test_a_backup_holds_the_outbox_and_what_is_known_of_it(city, bucket, tmp_path):
    sending.send(city)
    assert f"{spool.ROOM}/{NAMES[0]}/daerah.parquet" in make.places(city.snapshots)
    backup.write(city.snapshots, tmp_path / "cadangan.tar.gz")
    shutil.rmtree(city.snapshots)
    backup.restore(tmp_path / "cadangan.tar.gz", city.snapshots, clock.aware(clock.now()), False)
    assert sending.send(city) == sending.Outcome({}, {}, {}) and bucket.written == keys(*NAMES)


# --- killed ---

_SENDER = """
import sys
from monev import settings
from monev.meeting import looked_at
from monev.regions import sending, store_s3
from monev.snapshot import queries
queries.load(); place = settings.load()
print("siap", flush=True); sys.stdin.readline()
sending.send(place)
"""


def test_a_sender_killed_at_random_moments_loses_nothing_and_doubles_nothing(city, bucket, tmp_path):
    chance, killed, turns, places = random.Random(22), 0, 0, 0  # noqa: S311
    place, longest = stores.ADDRESS, 1.5
    secrets = bucket.secrets(tmp_path / "secrets.toml")
    around = surroundings(POTRET=city.snapshots, RAHASIA=secrets, FOLDER=tmp_path) | {"PYTHONPATH": str(HOME)}
    while killed < 25:
        turns += 1
        assert turns < 90
        if not spool.due(
            city.snapshots, f"{place} di {bucket.options['alamat']}"
        ):  # all is there: begin anew at another place, now and then from nothing
            places += 1
            place = f"{stores.ADDRESS}/{places}"
            secrets.write_text(secrets.read_text("utf-8").replace(stores.ADDRESS, place, 1).replace(
                f"{place}/{places - 1}", place), "utf-8")  # fmt: skip
            if places % 2:
                shutil.rmtree(city.snapshots / spool.ROOM)
        bucket.slow = 0.02
        sender = subprocess.Popen([sys.executable, "-c", _SENDER], cwd=HOME, env=around, text=True,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # fmt: skip
        assert sender.stdout.readline() == "siap\n"
        sender.stdin.write("\n")
        sender.stdin.flush()
        try:
            sender.wait(chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            sender.kill()
            killed += 1
        sender.communicate()
    bucket.slow = 0
    time.sleep(0.5)  # what was on its way when its sender died
    done = monev("kirim", POTRET=city.snapshots, RAHASIA=secrets, FOLDER=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(bucket.written) == len(set(bucket.written)), "accepted exactly once"
    tops = {one.rpartition("/rapat=")[0].rpartition("/")[0] for one in bucket.written}
    for top in tops:
        mine = [
            one.removeprefix(f"{top}/")
            for one in bucket.written
            if one.rpartition("/rapat=")[0].rpartition("/")[0] == top
        ]
        assert sorted(mine) == sorted(keys(*NAMES))
        for name in NAMES:
            assert [one for one in mine if f"={name}/" in one][-1] == keys(name)[-1], "the cover last"
    assert not [path for path in (city.snapshots / spool.ROOM).iterdir() if path.name.startswith(".setengah")]


# --- the command, the worker, what is said ---


def test_the_command_says_a_line_of_each_and_ends_with_what_is_so(city, bucket, tmp_path):
    here = {"POTRET": city.snapshots, "RAHASIA": bucket.secrets(tmp_path / "s.toml"), "FOLDER": tmp_path}
    bucket.trouble = (403, "InvalidAccessKeyId")
    done = monev("kirim", **here)
    assert done.returncode == 3 and done.stdout.count("menunggu: Penyimpanan rekap tidak mengenal `kunci`") == 3
    bucket.trouble = None
    done = monev("kirim", "--rapat", NAMES[2], **here)
    assert (done.returncode, done.stdout) == (0, f"Rapat {NAMES[2]} dikirim.\n")
    done = monev("kirim", **here)
    assert (done.returncode, done.stdout) == (0, "".join(f"Rapat {name} dikirim.\n" for name in NAMES[:2]))
    assert monev("kirim", **here).stdout == "Semua rapat yang dibekukan sudah dikirim.\n"
    assert monev("kirim", "--rapat", NAMES[0], **here).stdout == f"Rapat {NAMES[0]} sudah dikirim.\n"
    (tmp_path / "s.toml").write_text('[rekap]\nbucket = "x"\n', "utf-8")
    done = monev("kirim", **here)
    assert done.returncode == 1 and "[rekap] memuat “bucket”" in done.stderr and len(done.stderr.splitlines()) == 1
    assert "siapa" not in done.stdout + done.stderr


def test_beside_the_pages_a_meeting_is_sent_within_seconds_and_trouble_is_told_once(
    city, bucket, tmp_path, monkeypatch, caplog
):
    for name, value in {
        "POTRET": city.snapshots,
        "RAHASIA": bucket.secrets(tmp_path / "s.toml"),
        "FOLDER": tmp_path,
    }.items():
        monkeypatch.setenv(f"MONEV_{name}", str(value))
    for name, value in {"LOOK": 0.2, "SHORTEST": 0.5, "LONGEST": 1}.items():
        monkeypatch.setattr(worker, name, value)
    caplog.set_level(logging.INFO, "monev")
    logging.getLogger("monev").propagate = True
    state = worker._State(pause=0.5)
    monkeypatch.setattr(worker, "_State", lambda: state)

    async def until(seen, seconds=30):
        with anyio.fail_after(seconds):
            while not seen():
                await anyio.sleep(0.1)

    def lines():
        return [one.getMessage() for one in caplog.records if one.getMessage().startswith("Rekap nasional")]

    async def day():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(worker.watch, city)
            await until(lambda: not spool.due(city.snapshots, where(city)))
            bucket.trouble = (507, "InsufficientStorage")
            new = meeting.pin(
                city.snapshots, store.latest(city.snapshots), dt.datetime(2024, 11, 8, 9), dt.date(2024, 11, 8)
            )
            await until(lambda: lines())
            await anyio.sleep(4)  # it tries again and again
            assert len(lines()) == 1 and "penuh" in lines()[0]
            bucket.trouble = None
            began = time.monotonic()
            await until(lambda: spool.sent_at(city.snapshots, new.name, where(city)))
            assert time.monotonic() - began < 15
            await until(lambda: len(lines()) == 2)
            assert "terkirim lagi" in lines()[1]
            tasks.cancel_scope.cancel()

    anyio.run(day)
    assert bucket.written == keys(*NAMES, "2024-11-08")


def test_pauses_grow_while_a_store_is_down_for_a_day_and_a_new_meeting_is_tried_at_once(city, monkeypatch):
    """A day of the loop's own clock; each sending ends as one does to which the store does not answer."""
    tried, now = [], [0.0]

    async def run(arguments, longest, steps_back=0):
        tried.append(now[0])
        return 3, ""

    monkeypatch.setattr(command, "run", run)
    monkeypatch.setattr(worker.anyio, "current_time", lambda: now[0])
    state = worker._State()

    async def day():
        while now[0] < 86_400:
            await worker._turn(city, where(city), state)
            now[0] += 300
        meeting.pin(city.snapshots, store.latest(city.snapshots), dt.datetime(2024, 11, 9, 9), dt.date(2024, 11, 9))
        await worker._turn(city, where(city), state)

    anyio.run(day)
    gaps = [later - earlier for earlier, later in itertools.pairwise(tried)]
    assert max(gaps) <= worker.LONGEST + 300 and gaps[:-1] == sorted(gaps[:-1]) and 140 < len(tried) < 160
    assert tried[-1] == now[0], "the new one did not wait for the pause of the others"


def test_nothing_is_watched_where_nothing_is_to_be_sent(tmp_path):
    anyio.run(worker.watch, Settings("folder", tmp_path, tmp_path, None))
    anyio.run(worker.watch, Settings("folder", tmp_path, tmp_path, None, regions={"sumber": "s3://rekap/x"}))
    anyio.run(worker.watch, Settings("folder", tmp_path, tmp_path, None, regions={"salah": "x"}))


def test_the_page_says_how_far_a_meeting_is(city, bucket, monkeypatch):
    folder, name = city.snapshots, NAMES[0]
    assert region_sent.told(folder, name, where(city)) == "menunggu: dikirim dalam beberapa detik."
    bucket.trouble = (507, "InsufficientStorage")
    sending.send(city)
    assert region_sent.told(folder, name, where(city)).startswith("menunggu: Penyimpanan rekap penuh")
    bucket.trouble = None
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2024, 11, 4, 9, 12, 30))
    sending.send(city)
    assert region_sent.told(folder, name, where(city)) == "dikirim 09.12 WIB."


def test_the_page_rapat_tells_it_to_whoever_leads_and_only_where_something_is_sent(city, bucket, tmp_path, monkeypatch):
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_POTRET", str(city.snapshots))
    sending.send(city)

    def page():
        runner = AppTest.from_file(str(HOME / "app.py"), default_timeout=60)
        runner.query_params["rapat"] = NAMES[0]
        shown = runner.run().switch_page("monev/pages/rapat.py").run()
        assert not shown.exception
        return " ".join(str(block.value) for block in shown.get("html"))

    monkeypatch.setenv("MONEV_RAHASIA", str(tmp_path / "tidak-ada.toml"))
    assert "Rekap nasional" not in page()
    monkeypatch.setenv("MONEV_RAHASIA", str(bucket.secrets(tmp_path / "s.toml")))
    assert "<b>Rekap nasional</b> dikirim" in page()


def test_the_doctor_looks_whether_it_can_be_written_and_writes_nothing_new(city, bucket):
    def checks():
        return [(one.state, one.seen) for one in doctor_regions.examine(city)]

    assert [*doctor_regions.examine(Settings("folder", HOME, HOME, None))] == []
    [(state, seen)] = checks()
    assert state == GOOD and "dapat dihubungi" in seen and "3 rapat menunggu" in seen and bucket.written == []
    sending.send(city)
    written = list(bucket.written)
    [(state, seen)] = checks()
    assert state == GOOD and seen == "dapat ditulisi, 3 rapat sudah dikirim" and bucket.written == written
    bucket.trouble = (403, "AccessDenied")
    [(state, seen)] = checks()
    assert state == BAD and "menolak penulisan" in seen
    [one] = doctor_regions.examine(Settings("folder", HOME, HOME, None, regions={"kunci": "rahasia"}))
    assert one.state == BAD and "rahasia" not in one.seen


def test_the_same_bucket_of_another_server_is_another_place(city, bucket, tmp_path):
    sending.send(city)
    with stores.bucket(tmp_path / "lain") as other:
        moved = replace(city, regions=city.regions | {"alamat": other.options["alamat"]})
        assert [*sending.send(moved).sent] == NAMES and other.written == bucket.written


def test_what_a_store_lost_is_missed_and_sent_again_where_somebody_names_it(city, tmp_path):
    place = tmp_path / "rekap"
    place.mkdir()
    city = replace(city, regions={"tujuan": str(place)})
    sending.send(city)
    shutil.rmtree(place)
    place.mkdir()
    new = meeting.pin(city.snapshots, store.latest(city.snapshots), dt.datetime(2024, 11, 6, 9), dt.date(2024, 11, 6))
    outcome = sending.send(city)
    assert not outcome.sent and "periksa apakah foldernya terpasang" in outcome.waiting[new.name]
    assert [*place.iterdir()] == [], "an empty folder may be one that is not mounted"
    assert [*sending.send(city, NAMES[-1]).sent] == [NAMES[-1]] and [*sending.send(city, NAMES[-1]).sent] == []
    assert [*sending.send(city).sent] == [new.name]


class Careless(FolderStore):
    """Takes no notice of what lies there, and may keep something else."""

    def put(self, key, content):
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.keeps or content)
        return True


@pytest.mark.parametrize(
    ("keeps", "said"), [(None, "lain bernama sama dan tidak ditimpa"), (b"<html>", "bukan penyimpanan")]
)
def test_a_store_that_takes_no_notice_of_what_is_asked_overwrites_nothing_and_is_told(
    city, tmp_path, monkeypatch, keeps, said
):
    place = tmp_path / "rekap"
    foreign = place / keys(NAMES[0])[1]
    Careless.keeps = keeps
    if keeps is None:
        foreign.parent.mkdir(parents=True)
        foreign.write_bytes(b"PAR1 lain")
    place.mkdir(exist_ok=True)
    monkeypatch.setattr(sending, "open_store", lambda *_: Careless(place))
    outcome = sending.send(city, NAMES[0])
    assert not outcome.sent and said in outcome.waiting[NAMES[0]]
    assert keeps or foreign.read_bytes() == b"PAR1 lain"
