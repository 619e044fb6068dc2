"""Many at once: every page for twenty viewers, also while new numbers come; no time is judged here."""

import asyncio
import contextlib
import os
import shutil
from pathlib import Path

import anyio
import pytest

from bench import checked, plotly_dash, sides
from bench.viewer import Broken, Viewer
from monev.meeting import meeting
from monev.run.workers import command, warmup
from monev.screen import answers, sync_status, visit
from monev.screen.answers import Numbers
from monev.settings import SAMPLES
from monev.snapshot import directory, store
from monev.words import clock
from tests import absent
from tests.absent import needs_proc
from tests.conftest import monev
from tests.screen import FIRST, PAGES

pytestmark = pytest.mark.panjang

VIEWERS = 20
#: Pages whose main picture Plotly draws, with how many of them.
DRAWN = {"logistik": 3, "partisipasi": 1, "stabilitas": 1}


def path(page):
    return "" if page == FIRST else page


async def everybody(address, first, then):
    """The pages as each of VIEWERS saw them: `first` opened by all at once, then the others, one behind the other."""
    async with contextlib.AsyncExitStack() as stack:
        viewers = [await stack.enter_async_context(Viewer(address)) for _ in range(VIEWERS)]
        seen = [await asyncio.gather(*(viewer.open(path(first)) for viewer in viewers))]
        for page in then:
            seen.append(await asyncio.gather(*(viewer.go(path(page)) for viewer in viewers)))
        return seen


def test_twenty_viewers_see_every_page_whole_and_all_the_same(address):
    for pages in asyncio.run(everybody(address, FIRST, [*PAGES[1:], *PAGES])):
        [name] = {seen.page or FIRST for seen in pages}
        assert len({seen.html() for seen in pages}) == 1, name
        assert {len(seen.figures()) for seen in pages} == {DRAWN.get(name, 0)}, name
        assert 'class="kalimat"' in pages[0].html() or "<h1" in pages[0].html(), name


@pytest.mark.parametrize("page", [FIRST, "logistik", "mutu_data"])
def test_a_page_may_be_the_first_that_twenty_open_at_once(start, samples_shot, tmp_path, page):
    shutil.copytree(samples_shot, tmp_path / "potret")
    with start(tmp_path / "potret") as (found, _):
        [pages] = asyncio.run(everybody(found, page, []))
    assert len({seen.html() for seen in pages}) == 1


def test_a_crowd_that_stays_sees_new_numbers_offered_and_no_error(start, samples_shot, tmp_path):
    shots, sheets = tmp_path / "potret", tmp_path / "lembar"
    shutil.copytree(samples_shot, shots)
    shutil.copytree(SAMPLES, sheets)

    async def watched(address):
        async with contextlib.AsyncExitStack() as stack:
            viewers = [await stack.enter_async_context(Viewer(address)) for _ in range(VIEWERS)]
            await asyncio.gather(*(viewer.open("logistik") for viewer in viewers))
            stock = sheets / "kpu" / "logistik_gudang.csv"
            stock.write_text(stock.read_text("utf-8").replace("1.116 buah", "1.117 buah"), "utf-8")
            changed = await asyncio.to_thread(monev, "sync", POTRET=shots, FOLDER=sheets)
            assert changed.returncode == 0, changed.stderr
            runs = await asyncio.gather(*(viewer.stay(25) for viewer in viewers))
            assert min(runs) >= 2
            return [viewer.looking_at().html() for viewer in viewers]

    with start(shots) as (found, _):
        pages = asyncio.run(watched(found))
    assert all("Angka baru" in page for page in pages)


def test_a_viewer_tells_a_page_that_does_not_exist(address):
    async def lost():
        async with Viewer(address) as viewer:
            await viewer.open("tidak-ada")

    with pytest.raises(Broken, match="tidak-ada"):
        asyncio.run(lost())


def test_the_reference_of_the_tutorial_shows_our_numbers_or_the_bench_stops(samples_shot, tmp_path):
    sides.tutorial(tmp_path, samples_shot)
    checked.same_numbers(samples_shot, tmp_path / "lembar")
    stock = tmp_path / "lembar" / "bpkpd__pencairan.csv"
    stock.write_text(stock.read_text("utf-8").replace("15000000000", "15000000001"), "utf-8")
    with pytest.raises(RuntimeError, match="_kpu_"):
        checked.same_numbers(samples_shot, tmp_path / "lembar")


def test_every_reference_draws_as_many_pictures_as_our_page_or_clicks_are_never_at_rest():
    drawn = {
        "tutorial": (sides.REFERENCES / "tutorial" / "app.py").read_text("utf-8").count("plotly_chart("),
        "dash": (sides.REFERENCES / "dash" / "app.py").read_text("utf-8").count("dcc.Graph("),
    }
    assert drawn == dict.fromkeys(drawn, sides.PICTURES) and DRAWN["logistik"] == sides.PICTURES


def test_the_reference_in_dash_serves_the_same_page_to_its_own_viewer(samples_shot, tmp_path, capsys):
    side = plotly_dash.installed(tmp_path, samples_shot)
    if side is None:
        absent.ends(capsys.readouterr().err)

    async def visit(address):
        async with plotly_dash.Viewer(address) as viewer:
            return [await viewer.open("dua"), await viewer.go("tiga")]

    with sides.running(side, tmp_path) as server:
        there, again = asyncio.run(visit(server.address))
    assert there.sent == again.sent > 10_000


def test_answers_are_ready_before_anybody_asks_and_only_then_offered(samples_shot, tmp_path):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    newest = store.latest(folder)
    assert answers.newest(folder) == newest  # nobody sees to it here
    assert anyio.run(warmup.once, folder) == newest
    worked_out = answers._asked.cache_info().misses
    numbers = Numbers(folder, newest, f"rapat/{store.reference_date(store.previous(folder, newest))}")
    assert warmup.asked()
    for question in warmup.asked():
        answers.ask(numbers, question)
    assert answers._asked.cache_info().misses == worked_out
    later = store.next_name(folder, store.reference_date(newest), newest[-8:])
    shutil.copy(folder / f"{newest}.duckdb", folder / f"{later}.duckdb")
    assert store.latest(folder) == later and answers.newest(folder) == newest
    anyio.run(warmup.once, folder, 0, newest)
    assert answers.newest(folder) == later


def test_only_what_was_made_later_and_is_still_there_is_offered_as_newer(samples_shot, tmp_path, monkeypatch):
    """While answers on the very newest are being worked out, a visit may have begun with it, or a sync thinned."""
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    *_, earlier, known = store.snapshots(folder)
    later = store.next_name(folder, store.reference_date(known), known[-8:])
    shutil.copy(folder / f"{known}.duckdb", folder / f"{later}.duckdb")
    offers = {earlier: known, known: None, later: None, "000000-2024-11-04-00000000": known}
    monkeypatch.setitem(answers.ready, folder, known)
    assert {than: answers.newer(folder, than) for than in offers} == offers
    (folder / f"{known}.duckdb").unlink()
    assert [answers.newer(folder, than) for than in offers] == [None] * len(offers)
    monkeypatch.setitem(answers.ready, folder, later)
    assert [answers.newer(folder, than) for than in offers] == [later, later, None, later]


def test_what_a_sync_tells_is_ready_too_as_soon_as_it_changes(samples_shot, tmp_path):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    newest = store.latest(folder)
    numbers = Numbers(folder, newest, f"rapat/{store.reference_date(store.previous(folder, newest))}")

    def asked():
        """The agencies that could not be read, without any answer being worked out for it."""
        worked_out = answers._asked.cache_info().misses
        for question in sync_status.OF_NOW:
            answers.ask_now(numbers, question)
        failing = sync_status.failing(numbers)
        assert answers._asked.cache_info().misses == worked_out
        return failing

    known = anyio.run(warmup.once, folder)
    assert asked() == []
    rows = directory.read_sync_times(folder)
    [kpu] = [row for row in rows if row["instansi"] == "kpu"]
    kpu["pesan"] = "Spreadsheet belum dibagikan ke akun dasbor."
    directory.write_sync_times(folder, rows)
    assert anyio.run(warmup.once, folder, 0, known) == known
    assert asked() == ["KPU"]


def test_newer_numbers_wait_only_so_long_for_their_answers(samples_shot, tmp_path, monkeypatch):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    known = anyio.run(warmup.once, folder)
    later = store.next_name(folder, store.reference_date(known), known[-8:])
    shutil.copy(folder / f"{known}.duckdb", folder / f"{later}.duckdb")
    offered, asked, said = [], warmup.asked(), len(visit.NEWS)
    monkeypatch.setattr(answers, "ask", lambda *_: offered.append(answers.newest(folder)))
    monkeypatch.setattr(warmup, "LONGEST", 0)
    anyio.run(warmup.once, folder, 0, known)
    assert offered == [known] * said + [later] * len(asked), "what is said of them comes first"
    monkeypatch.setattr(warmup, "LONGEST", 60)
    answers.ready[folder] = known
    offered.clear()
    anyio.run(warmup.once, folder, 0, known)
    assert offered == [known] * (said + len(asked)) and answers.newest(folder) == later


@pytest.mark.parametrize("during", [False, True], ids=["no meeting", "a meeting"])
def test_newer_numbers_are_offered_once_what_is_said_of_them_is_ready(samples_shot, tmp_path, during):
    """Also to those who look at the frozen numbers of the meeting that is on: nobody works it out while all wait."""
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    held = store.latest(folder)
    if during:
        met = meeting.pin(folder, held, clock.now())
        meeting.start(folder, met, clock.now())
        held = met.snapshot
    known, newest = anyio.run(warmup.once, folder), store.latest(folder)
    later = store.next_name(folder, store.reference_date(newest), newest[-8:])
    shutil.copy(folder / f"{newest}.duckdb", folder / f"{later}.duckdb")
    assert answers.newer(folder, newest) is None, "not yet"
    assert anyio.run(warmup.once, folder, 0, known) == (known if during else later)
    assert answers.newer(folder, newest) == later
    worked_out = answers._asked.cache_info().misses
    for question in visit.NEWS:
        answers.ask(Numbers(folder, later, held), question)
    assert answers._asked.cache_info().misses == worked_out


def test_numbers_that_were_offered_and_are_thinned_away_keep_no_newer_ones_back(samples_shot, tmp_path, caplog):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    answers.ready[folder] = "000000-2024-10-01-00000000"
    newest = store.latest(folder)
    assert anyio.run(warmup.once, folder) == newest == answers.newest(folder) and not caplog.messages


def test_what_was_made_before_the_numbers_of_a_meeting_is_not_newer_than_they(samples_shot, tmp_path):
    """Also where what they were frozen from is damaged and gone."""
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    met = meeting.pin(folder, store.latest(folder), clock.now())
    meeting.start(folder, met, clock.now())
    (folder / f"{met.origin}.duckdb").unlink()
    anyio.run(warmup.once, folder)
    assert answers.newest(folder) < met.origin and answers.newer(folder, met.origin) is None


def test_what_cannot_be_made_ready_is_told_once(samples_shot, tmp_path, caplog):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    met = meeting.pin(folder, store.latest(folder), clock.now())
    meeting.start(folder, met, clock.now())
    (folder / "rapat" / f"{met.name}.sha256").unlink()
    for _ in range(3):
        anyio.run(warmup.once, folder)
    assert len([one for one in caplog.messages if met.name in one]) == 1


def test_what_changed_beside_a_snapshot_is_asked_again_and_nothing_else(samples_shot, tmp_path, monkeypatch):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    numbers = Numbers(folder, store.latest(folder), None)

    def asked():
        before = answers._asked.cache_info().misses
        sync_status.prepare(numbers)
        return answers._asked.cache_info().misses - before

    assert asked() == len(sync_status.OF_NOW) and asked() == 0
    monkeypatch.setattr(store, "Snapshot", None)  # laying all of it anew takes longer than any answer
    directory.write_sync_times(folder, directory.read_sync_times(folder)[1:])
    assert asked() == 2, "why and whose sheet could not be read"


def test_where_answers_cannot_be_made_ready_the_newest_is_offered_all_the_same(samples_shot, tmp_path, monkeypatch):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    known = anyio.run(warmup.once, folder)
    later = store.next_name(folder, store.reference_date(known), known[-8:])
    shutil.copy(folder / f"{known}.duckdb", folder / f"{later}.duckdb")

    def fail(*_):
        raise store.StoreError("queries/x.sql: belum dapat dijawab")

    monkeypatch.setattr(answers, "ask", fail)
    anyio.run(warmup.once, folder, 0, None)
    assert answers.newest(folder) == later


def test_a_damaged_snapshot_is_never_offered(samples_shot, tmp_path):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    known = anyio.run(warmup.once, folder)
    broken = store.next_name(folder, store.reference_date(known), "0" * 8)
    (folder / f"{broken}.duckdb").write_bytes(b"no database")
    assert anyio.run(warmup.once, folder, 0, known) == known and answers.newest(folder) == known
    assert directory.aside(folder) == [broken]


@needs_proc
def test_what_nobody_waits_for_steps_back_behind_the_pages(tmp_path):
    async def niceness():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(command.run, ["check"], 60, command.STEPS_BACK)
            for _ in range(200):
                await anyio.sleep(0.02)
                found = [os.getpriority(os.PRIO_PROCESS, pid) for pid in _children(os.getpid())]
                if any(one >= os.getpriority(os.PRIO_PROCESS, 0) + command.STEPS_BACK for one in found):
                    tasks.cancel_scope.cancel()
                    return True
            return False

    assert anyio.run(niceness)


def _children(pid):
    for task in Path(f"/proc/{pid}/task").iterdir():
        yield from map(int, (task / "children").read_text().split())
