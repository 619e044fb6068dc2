"""The watcher sends decisions by itself: at once, again after failures, told once, and read anew when they are there."""

import datetime as dt
import itertools
import signal
import time

import anyio
import pytest

from monev.meeting import delivery
from monev.run.workers import command, send
from monev.settings import Rhythm, Settings
from monev.snapshot import directory, outbox, store
from monev.words import project
from tests import desk
from tests.conftest import monev
from tests.desk import kept, record
from tests.test_watching import around, children, first_round, gone, hang, needs_proc, put, wait, watcher

pytestmark = pytest.mark.panjang


@pytest.fixture
def place(tmp_path):
    """The settings of a small city whose secretariat has a tab for decisions."""
    for agency in project.agencies():
        put(tmp_path / "lembar", agency, "1.000.000.000")
    made = desk.folder(tmp_path)
    return Settings("folder", made.folder, made.snapshots, made.reference_date, Rhythm(every=15))


def sent(place, ids):
    return all(kept(place)[one]["terkirim"] for one in ids)


def known(place, one):
    """Whether the newest snapshot, if there is one by now, holds the decision."""
    if (name := store.latest(place.snapshots)) is None:
        return False
    with store.Snapshot(place.snapshots, name) as snapshot:
        return one in set(snapshot.select("from sekretariat__tindak_lanjut")["id"])


def told_of(log, one):
    return [line for line in log() if one in line]


def test_a_decision_is_sent_by_itself_told_once_and_known_to_the_next_snapshot(place):
    with watcher(place) as (_, log):
        first_round(place)
        [one] = record(place, "Kirim segel")
        wait(lambda: sent(place, [one]), "the decision is sent")
        wait(lambda: known(place, one), "the sheets are read anew")
        ids = record(place, "Kirim tinta", "Kirim sampul")
        wait(lambda: sent(place, ids), "so are those that follow")
        told = wait(lambda: (lines := told_of(log, ids[1])) and lines, "and that is told")
        everything = "\n".join(log())
    assert told_of(lambda: everything.splitlines(), one)[0].endswith(f"Tertulis di lembar Sekretariat: {one}.")
    assert len(told) == 1 and all(everything.count(name) == 1 for name in (one, *ids))


def test_what_ails_is_told_once_until_it_is_mended(place):
    path = desk.tab_path(place)
    good = path.read_bytes()
    path.write_text("bukan,tabel\nsama,sekali\n", "utf-8")
    with watcher(place) as (_, log):
        [one] = record(place, "Kirim segel")
        first = wait(lambda: kept(place)[one]["dicoba"], "it is tried")
        wait(lambda: kept(place)[one]["dicoba"] > first, "and tried again")
        [two] = record(place, "Kirim tinta")
        wait(lambda: kept(place)[two]["pesan"], "a new one is tried too")
        path.write_bytes(good)
        wait(lambda: sent(place, [one, two]), "both are sent when it is mended")
        lines = log()
    ails = [line for line in lines if "keputusan menunggu: " in line]
    assert len(ails) == 2, "told anew only when another one waits"
    for many, line in enumerate(ails, start=1):
        assert f"{many} keputusan menunggu: Berkas “Tindak Lanjut.csv” tidak punya baris judul kolom" in line
    assert not any("Traceback" in line for line in lines)


def test_what_an_operator_sends_is_told_and_read_too(place):
    path = desk.tab_path(place)
    good = path.read_bytes()
    path.write_text("bukan,tabel\nsama,sekali\n", "utf-8")
    [one] = record(place, "Kirim segel")
    with watcher(place) as (_, log):
        wait(lambda: kept(place)[one]["pesan"], "it is tried in vain")
        path.write_bytes(good)
        monev(
            "send",
            **{
                name.removeprefix("MONEV_"): value for name, value in around(place).items() if name.startswith("MONEV_")
            },
        )
        wait(lambda: known(place, one), "the sheets are read anew")
        assert sum("Tertulis di lembar Sekretariat" in line for line in log()) == 1


def test_what_was_sent_long_ago_is_not_told_again(place):
    record(place, "Kirim segel")
    desk.send(place)
    with watcher(place) as (_, log):
        first_round(place)
        assert not any("Sekretariat" in line for line in log())


@pytest.mark.parametrize("separately", ["", "terpisah"])
def test_a_server_sends_unless_another_program_does(place, start, separately):
    [one] = record(place, "Kirim segel")
    around_it = {"FOLDER": place.folder, "TANGGAL": "2024-11-04", "RAHASIA": place.folder / "tidak-ada.toml"}
    with start(place.snapshots, SINKRON=separately, **around_it):
        if separately:
            time.sleep(4)
            assert kept(place)[one]["dicoba"] is None
        else:
            wait(lambda: sent(place, [one]), "the server sends it")


# --- how often ---


@pytest.fixture
def commands(monkeypatch):
    """What is run instead of `monev send`: nothing, with these exit statuses; when each was, in the loop's seconds."""

    def install(*ends):
        moments, left = [], iter(ends)

        async def run(arguments, longest):
            assert list(arguments) == ["send", "--keputusan"]
            moments.append(anyio.current_time())
            return next(left, (3, ""))

        monkeypatch.setattr(command, "run", run)
        return moments

    monkeypatch.setattr(send, "LOOK", 0.02)
    monkeypatch.setattr(send, "SHORTEST", 0.2)
    monkeypatch.setattr(send, "LONGEST", 0.8)
    return install


def watched(place, until):
    async def run():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(send.watch, place.snapshots)
            with anyio.fail_after(30):
                while not until():
                    await anyio.sleep(0.02)
            tasks.cancel_scope.cancel()

    anyio.run(run)


def test_the_pause_after_a_failure_grows_to_its_limit(place, commands):
    moments = commands()
    record(place, "Kirim segel")
    watched(place, lambda: len(moments) == 6)
    pauses = [later - one for one, later in itertools.pairwise(moments)]
    assert all(pause >= least for pause, least in zip(pauses, (0.2, 0.4, 0.8, 0.8, 0.8), strict=True)), pauses


def test_a_new_decision_is_tried_at_once_however_long_the_pause(place, commands, monkeypatch):
    monkeypatch.setattr(send, "SHORTEST", 3600)
    moments = commands()
    record(place, "Kirim segel")
    watched(place, lambda: moments)
    assert len(moments) == 1
    moments.clear()

    def second():
        if len(moments) == 1 and len(kept(place)) == 1:
            record(place, "Kirim tinta")
        return len(moments) == 2

    watched(place, second)


def test_what_is_told_counts_all_that_wait_also_those_recorded_during_the_sending(place, monkeypatch, caplog):
    ends = []

    async def run(arguments, longest):
        if not ends:
            await anyio.to_thread.run_sync(record, place, "Kirim tinta")
        ends.append(1)
        return 1, "monev: Jaringan terputus."

    monkeypatch.setattr(command, "run", run)
    monkeypatch.setattr(send, "LOOK", 0.02)
    monkeypatch.setattr(send, "SHORTEST", 0.05)
    caplog.set_level("INFO", "monev")
    record(place, "Kirim segel")
    watched(place, lambda: len(ends) == 4)
    told = [one.getMessage() for one in caplog.records if "keputusan menunggu" in one.getMessage()]
    assert told == ["2 keputusan menunggu: Jaringan terputus."]


def test_nothing_is_started_while_nothing_waits(place, commands):
    moments = commands()
    begun = time.monotonic()
    watched(place, lambda: time.monotonic() - begun > 0.5)
    assert moments == []


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ((None, ""), "pengiriman belum selesai sesudah 3 menit dan dihentikan."),
        ((1, "peringatan\nmonev: Disk penuh."), "Disk penuh."),
        ((-9, ""), send.BROKEN),
        ((1, "Traceback (most recent call last):\nKeyError: 'x'"), send.BROKEN),
        ((3, ""), "Tab hilang."),
    ],
)
def test_a_sending_that_fails_is_told_in_one_sentence(end, told):
    assert send._trouble(*end, {"a": None, "b": "Tab hilang."}) == told


def test_an_outbox_that_cannot_be_read_does_not_end_the_watch(place, commands):
    moments = commands()
    place.snapshots.mkdir()
    box = place.snapshots / outbox.OUTBOX
    box.write_text("bukan folder", "utf-8")
    begun = time.monotonic()

    def mended():
        if time.monotonic() - begun > 0.3 and box.is_file():
            box.unlink()
            record(place, "Kirim segel")
        return moments

    watched(place, mended)


@needs_proc
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_watcher_ends_at_once_also_while_a_sending_hangs(place, how):
    [one] = record(place, "Kirim segel")
    locks = place.snapshots / directory.SYNC_LOCK, place.snapshots / outbox.OUTBOX / delivery.LOCK
    go_on = [hang(lock) for lock in locks]
    with watcher(place) as (process, _):
        running = wait(lambda: len(found := children(process.pid)) == 2 and found, "a sync and a sending are started")
        time.sleep(1)
        begun = time.monotonic()
        process.send_signal(how)
        assert process.wait(10) == 0 and time.monotonic() - begun < 8
        assert all(map(gone, running))
    for release in go_on:
        release()
    assert desk.send(place).sent == (one,)


def test_a_look_notices_a_note_that_only_changes_what_is_written_in_a_file(place):
    [one] = record(place, "Kirim segel")
    before = send._look(place.snapshots, send._Box())
    assert before.waiting == {one: None} and send._look(place.snapshots, before) is before
    outbox.note(place.snapshots, one, terkirim=dt.datetime(2024, 11, 4, 9))
    after = send._look(place.snapshots, before)
    assert after.sent == {one} and after.waiting == {}
    assert not directory.sync_wished(place.snapshots)
