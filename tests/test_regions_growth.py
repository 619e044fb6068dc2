"""With many meetings on file gathering a new one costs what one costs: it is counted, not timed."""

import datetime as dt
from dataclasses import dataclass, field, replace

import pytest

from monev.regions import gather, windows
from monev.regions.store_folder import FolderStore
from tests import ministry

REGIONS, FEW, MANY = 24, 3, 30
SIMULATED = ministry.generator()


@dataclass
class Counted:
    """A store, and what was asked of it."""

    store: FolderStore
    fetched: list[str] = field(default_factory=list)
    listed_in: list[str] = field(default_factory=list)

    def get(self, key, most):
        self.fetched.append(key)
        return self.store.get(key, most)

    def listed(self, prefix=""):
        self.listed_in.append(prefix)
        return self.store.listed(prefix)

    def folders(self, prefix=""):
        return self.store.folders(prefix)


def one_more(folder, many):
    """What was asked of the store when one more meeting was gathered, its day, and the files that were not touched:
    (before, after) by their names."""
    days = SIMULATED.meetings(many + 1)
    store, root = folder / "kiriman", folder / "rekap"
    SIMULATED.fill(store, days[:-1], REGIONS)
    order = replace(ministry.ORDER, now=dt.datetime(2024, 11, 5, tzinfo=dt.UTC))
    rows = [{"rapat": day, "sejak": day - dt.timedelta(days=13), "batas": dt.datetime.combine(day, dt.time(9))}
            for day in days]  # fmt: skip
    order = replace(order, schedule=windows.read(rows, "Asia/Jakarta"))
    assert gather.gather(FolderStore(store), root, ministry.on(days[-2], order), everything=True).used
    before = files(root)
    SIMULATED.fill(store, days[-1:], REGIONS)
    counted = Counted(FolderStore(store))
    assert gather.gather(counted, root, ministry.on(days[-1], order)).used
    after, again = files(root), Counted(FolderStore(store))
    gather.gather(again, root, ministry.on(days[-1], order))
    assert files(root) == after and not again.fetched, "what was taken is not asked for again"
    return counted, days[-1], before, after


def files(root):
    return {path.relative_to(root).as_posix(): path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    return [one_more(tmp_path_factory.mktemp(f"{many}"), many) for many in (FEW, MANY)]


@pytest.mark.parametrize("at", [0, 1])
def test_only_the_objects_of_the_new_meeting_are_fetched_and_each_once(both, at):
    counted, day, *_ = both[at]
    met = {day - dt.timedelta(days=back) for back in range(14)}
    assert counted.fetched and len(counted.fetched) == len(set(counted.fetched))
    assert all(any(f"/rapat={one}/" in key for one in met) for key in counted.fetched)


def test_with_ten_times_the_meetings_as_many_objects_are_fetched_and_folders_listed(both):
    (few, *_), (many, *_) = both
    assert len(many.fetched) == len(few.fetched)
    # Days of two meetings, in each table; how many days regions chose differs by chance.
    assert len(many.listed_in) <= len(few.listed_in) + 2 * 5 * 14
    assert len(many.listed_in) < 5 * MANY


@pytest.mark.parametrize("at", [0, 1])
def test_no_file_of_an_earlier_meeting_is_written_again_and_the_new_one_has_one_a_table(both, at):
    _, day, before, after = both[at]
    assert {name: after.get(name) for name in before} == before
    new = sorted(name for name in after if f"rapat={day}/" in name)
    assert [name.partition("/")[0] for name in new] == sorted(ministry.SHAPES)
