"""A server that lives through a short while of everything: what it holds levels off, and every page comes whole."""

import itertools
from collections import Counter

import pytest

from bench import endurance
from monev.snapshot import day_numbers, directory

pytestmark = pytest.mark.panjang

MINUTES, EVERY, VIEWERS = 1.5, 3.0, 3
#: Visits that Streamlit keeps for a while after they went away, at most; each has a loop of three open files.
KEPT_VISITS, FILES_OF_A_VISIT = 128, 3
#: Open files of a server, its libraries, and the snapshots that visits look at.
FILES_OF_ITS_OWN = 110


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """The folder of a run, and what came of it."""
    folder = tmp_path_factory.mktemp("lama")
    return folder, endurance.run(MINUTES, EVERY, VIEWERS, folder)


def test_every_page_comes_whole_while_sheets_change_and_google_fails(lived):
    _, found = lived
    assert found.broken == []
    assert found.happened["pages"] >= 20 and found.happened["failures"] >= 10 and found.happened["rounds"] >= 4


def test_new_numbers_come_between_the_failures_and_old_snapshots_go(lived):
    folder, _ = lived
    laid = 1 + 2 * endurance.OF_A_DAY_BEFORE + directory.MOST_OF_A_DAY
    names = directory.snapshots(folder / "potret")
    assert directory.number(names[-1]) > laid + 2
    by_day = Counter(directory.reference_date(name) for name in names)
    assert sorted(by_day.values()) == [1, endurance.OF_A_DAY_BEFORE, directory.MOST_OF_A_DAY], by_day


def test_memory_threads_and_open_files_level_off(lived):
    _, found = lived
    assert found.median(2, "memory") <= 1.25 * found.median(1, "memory"), endurance.told(found)
    assert found.median(2, "threads") <= found.median(1, "threads") + 16, endurance.told(found)
    visits = min(found.happened["visits"], KEPT_VISITS) + VIEWERS
    most = FILES_OF_ITS_OWN + FILES_OF_A_VISIT * visits + VIEWERS
    assert max(sample.files for sample in found.samples) <= most, endurance.told(found)


def test_one_sync_runs_at_a_time_and_leaves_nothing_unfinished(lived):
    folder, found = lived
    assert max(sample.children for sample in found.samples) <= 2, "a sync, and a sending of decisions"
    assert found.median(2, "unfinished") == 0
    left = {path.name for path in (folder / "potret").iterdir() if path.suffix != ".duckdb"}
    known = {".dilayani.kunci", ".penjaga.kunci", ".sinkron.kunci", "minta-sinkron", "penjaga.json", "sinkron.json"}
    known |= {day_numbers.ROOM}
    assert left <= known | {name for name in left if name.startswith(".setengah-")}, left


def test_a_round_writes_one_line_into_the_log_at_most(lived):
    folder, found = lived
    lines = [line for line in (folder / "server.log").read_text("utf-8").splitlines() if " WIB " in line]
    ended = found.samples[-1].seconds / EVERY + 1
    assert len(lines) <= ended + 5, lines
    said = [line.partition(" WIB ")[2] for line in lines]
    assert not [one for one, other in itertools.pairwise(said) if one == other], "the same trouble anew"
