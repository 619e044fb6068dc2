"""What regions sent is gathered: the newest of each counts, nothing is taken twice, lost, or asked for again."""

import datetime as dt
import json
import os
import re
import tomllib

import pyarrow.parquet as pq
import pytest

from monev.contract import agenda_csv, contracts, gathered as declared
from monev.contract.parts import KINDS
from monev.regions import cover, fetching, gather, objects, partitions, report, windows
from monev.regions.place import StoreTrouble
from monev.regions.store_folder import FolderStore
from monev.settings import CONTRACTS, ENGINE_QUERIES, HOME, REFERENCE
from monev.snapshot import sql_words
from tests import ministry
from tests.ministry import AKASIA, KOTA, MET, OTHER


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    return folder


@pytest.fixture
def root(tmp_path):
    return tmp_path / "rekap"


class Counting(FolderStore):
    """A store that counts what is asked of it, and fails from then on that somebody says so."""

    asked = None

    def get(self, key, most):
        Counting.asked.append(key)
        if len(Counting.asked) > self.lasts:
            raise StoreTrouble("Penyimpanan rekap tidak dapat dihubungi.")
        return super().get(key, most)


@pytest.fixture
def counting(store):
    Counting.asked, Counting.lasts = [], 10**9
    return Counting(store)


def test_what_is_sent_and_what_is_asked_for_are_the_same_tables_columns_and_types():
    assert ministry.TYPES["daerah"] == cover.COVER_TYPES
    assert list(ministry.TYPES["daerah"]) == list(cover.COVER_TYPES)
    asked = [name.partition("/")[2] for name in report.asked()]
    assert sorted([*asked, "daerah"]) == sorted(ministry.TYPES)


def test_the_words_that_are_known_are_those_that_a_region_can_send():
    """What is not known is refused, so a word that a region's questions got anew would silence every region."""

    def chosen(path):
        return set(re.findall(r"(?:then|else) '(\w+)'", path.read_text("utf-8")))

    pages = {row["halaman"] for row in agenda_csv.read(REFERENCE)} | {"ringkasan"}
    grants = chosen(HOME / "queries" / "lembar" / "hibah_penerima.sql")
    receivers = tomllib.loads((CONTRACTS / "bersama.toml").read_text("utf-8"))["options"]["penerima_hibah"]
    sent = {
        ("indikator", "halaman"): pages, ("indikator", "arah"): {"naik", "turun"},
        ("indikator", "status"): set(sql_words.states()), ("janji", "halaman"): pages,
        ("janji", "keadaan"): chosen(ENGINE_QUERIES / "kiriman" / "janji.sql"),
        ("mutu", "instansi"): set(contracts.load(CONTRACTS)),
        ("hibah", "penerima"): set(receivers), ("hibah", "golongan"): grants,
    }  # fmt: skip
    assert sent == {
        (table, column): set(codes)
        for table, shape in ministry.SHAPES.items()
        for column, codes in shape.options.items()
    }


def test_every_column_of_the_contract_can_stand_in_an_object():
    from monev.regions import columns

    assert {kind for _, kind in KINDS.values()} <= columns.ARROW.keys()


def test_the_cover_has_what_gathering_adds_and_no_object_has_it():
    own = ministry.CONTRACT.tabs["daerah"].columns
    assert set(declared.ADDED) <= own.keys() and not set(declared.ADDED) & ministry.TYPES["daerah"].keys()


def test_a_set_is_gathered_with_all_its_rows(store, root):
    ministry.send(store)
    done = ministry.gathered(store, root)
    assert (done.used, done.refused, done.left, done.trouble) == (1, 0, 0, None)
    found = ministry.known(root)
    assert {table: len(rows) for table, rows in found.tables.items()} == {
        "daerah": 1, "indikator": 2, "janji": 1, "mutu": 1, "hibah": 1
    }  # fmt: skip
    [row] = found.tables["daerah"]
    assert (row["diterima"], row["tepat_waktu"], row["kiriman_ke"]) == (dt.datetime(2024, 11, 4, 1, 5), True, 1)
    assert found.tables["janji"][0]["penanggung_jawab"] == ["kpu"]
    assert not found.notes


def test_one_file_a_table_and_meeting_holds_all_regions(store, root):
    for region in (AKASIA, KOTA, OTHER):
        ministry.send(store, region)
    ministry.gathered(store, root)
    assert len(list(root.rglob("*.parquet"))) == len(ministry.TYPES)
    assert len(pq.read_table(root / "indikator" / f"rapat={MET}" / "000001.parquet", partitioning=None)) == 6


def test_nothing_new_fetches_nothing_and_writes_nothing(counting, store, root):
    ministry.send(store)
    gather.gather(counting, root, ministry.ORDER)
    fetched, before = len(counting.asked), {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    gather.gather(counting, root, ministry.ORDER)
    assert len(counting.asked) == fetched == len(ministry.TYPES)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_only_what_is_new_is_fetched_and_only_its_meeting_is_rewritten(counting, store, root):
    ministry.send(store)
    ministry.send(store, met=ministry.BEFORE, came=dt.datetime(2024, 10, 21, 1))
    gather.gather(counting, root, ministry.ORDER)
    counting.asked.clear()
    earlier = [path.stat().st_mtime_ns for path in root.rglob(f"*{ministry.BEFORE}*")]
    ministry.send(store, KOTA)
    gather.gather(counting, root, ministry.ORDER)
    assert len(counting.asked) == len(ministry.TYPES) and all(KOTA in key for key in counting.asked)
    assert [path.stat().st_mtime_ns for path in root.rglob(f"*{ministry.BEFORE}*")] == earlier
    assert set(ministry.numbers(root)) == {AKASIA, KOTA}


def test_a_correction_counts_and_the_first_stays_known(store, root):
    ministry.send(store)
    ministry.gathered(store, root)
    ministry.send(
        store, name=f"{MET}-2", came=dt.datetime(2024, 11, 4, 3), dibekukan=dt.datetime(2024, 11, 4, 2, 59),
        change=lambda rows: rows | {"indikator": [{**rows["indikator"][0], "nilai": 0.0, "status": "hijau"}]},
    )  # fmt: skip
    ministry.gathered(store, root)
    assert ministry.numbers(root) == {AKASIA: {"barang_kurang": 0.0}}
    [row] = ministry.known(root).tables["daerah"]
    assert (row["nama_rapat"], row["kiriman_ke"]) == (f"{MET}-2", 2)
    assert row["tepat_waktu"], "its first set came in time, and a correction does not make a region late"
    assert len(partitions.load(root, MET).sets) == 2


def test_a_set_that_is_older_than_the_one_that_counts_does_not_replace_it(store, root):
    ministry.send(store, name=f"{MET}-2", dibekukan=dt.datetime(2024, 11, 4, 1, 4))
    ministry.gathered(store, root)
    ministry.send(store, came=dt.datetime(2024, 11, 4, 3), dibekukan=dt.datetime(2024, 11, 4, 0, 30),
                  change=lambda rows: rows | {"indikator": rows["indikator"][:1]})  # fmt: skip
    ministry.gathered(store, root)
    [row] = ministry.known(root).tables["daerah"]
    assert (row["nama_rapat"], row["kiriman_ke"]) == (f"{MET}-2", 2)


def test_a_correction_counts_though_the_clock_of_its_region_was_set_back(store, root):
    for nth, hour in ((1, 1), (2, 3), (10, 4)):
        ministry.send(
            store, name=f"{MET}-{nth}" if nth > 1 else f"{MET}", came=dt.datetime(2024, 11, 4, hour, 30),
            dibekukan=dt.datetime(2024, 11, 4, 1) - dt.timedelta(days=nth), change=_counting(float(nth)),
        )  # fmt: skip
    ministry.gathered(store, root)
    assert ministry.numbers(root) == {AKASIA: {"barang_kurang": 10.0}} and not ministry.told(root)


@pytest.mark.parametrize("each", [True, False], ids=["gathered each time", "gathered once"])
def test_a_correction_may_bring_back_what_was_said_before_the_last_one(store, root, each):
    for nth, value in enumerate((1.0, 2.0, 1.0), start=1):
        ministry.send(store, name=f"{MET}-{nth}" if nth > 1 else f"{MET}", came=dt.datetime(2024, 11, 4, nth, 30),
                      dibekukan=dt.datetime(2024, 11, 4, nth), change=_counting(value))  # fmt: skip
        if each:
            ministry.gathered(store, root)
    ministry.gathered(store, root)
    assert ministry.numbers(root) == {AKASIA: {"barang_kurang": 1.0}}
    assert ministry.known(root).tables["daerah"][0]["kiriman_ke"] == 3 and not ministry.told(root)


def test_where_a_set_of_an_earlier_day_comes_last_somebody_is_asked_which_is_right(store, root):
    earlier = MET - dt.timedelta(days=2)
    ministry.send(store, change=_counting(1.0))
    ministry.send(store, met=earlier, came=dt.datetime(2024, 11, 4, 3), change=_counting(2.0))
    ministry.gathered(store, root)
    assert ministry.numbers(root) == {AKASIA: {"barang_kurang": 1.0}}
    [(region, weight, why)] = ministry.told(root)
    assert (region, weight) == (AKASIA, "periksa") and "2 November" in why and "4 November" in why


def test_sets_of_several_days_that_come_in_their_order_are_nothing_to_ask_about(store, root):
    earlier = MET - dt.timedelta(days=2)
    ministry.send(store, met=earlier, came=dt.datetime(2024, 11, 2, 3), change=_counting(2.0))
    ministry.send(store, change=_counting(1.0))
    ministry.gathered(store, root)
    assert ministry.numbers(root) == {AKASIA: {"barang_kurang": 1.0}} and not ministry.told(root)


def _counting(value):
    """A set with one number of that value."""
    return lambda rows: rows | {"indikator": [{**rows["indikator"][0], "nilai": value}]}


@pytest.mark.parametrize(("came", "in_time"), [
    (ministry.DUE, True), (ministry.DUE + dt.timedelta(seconds=1), False),
])  # fmt: skip
def test_what_came_by_the_last_moment_is_in_time_and_a_second_later_is_not(store, root, came, in_time):
    ministry.send(store, came=came)
    ministry.gathered(store, root)
    assert ministry.known(root).tables["daerah"][0]["tepat_waktu"] is in_time


@pytest.mark.parametrize(("met", "counts"), [
    (dt.date(2024, 10, 21), False), (dt.date(2024, 10, 22), True), (dt.date(2024, 11, 4), True),
])  # fmt: skip
def test_a_meeting_of_a_region_belongs_to_the_window_in_which_it_lies(store, root, met, counts):
    ministry.send(store, met=met, came=dt.datetime.combine(met, dt.time(1, 5)))
    ministry.gathered(store, root)
    assert bool(ministry.known(root).tables["daerah"]) is counts


def test_a_meeting_that_is_put_into_the_schedule_later_gets_its_sets_and_the_one_behind_it_loses_them(store, root):
    between, early = dt.date(2024, 10, 30), dt.date(2024, 10, 28)
    ministry.send(store, met=early, came=dt.datetime(2024, 10, 28, 2), change=_counting(1.0))
    ministry.send(store, KOTA, change=_counting(2.0))
    ministry.gathered(store, root)
    assert ministry.numbers(root) == {AKASIA: {"barang_kurang": 1.0}, KOTA: {"barang_kurang": 2.0}}
    rows = [(ministry.BEFORE, dt.date(2024, 10, 8)), (between, dt.date(2024, 10, 22)), (MET, dt.date(2024, 10, 31))]
    schedule = windows.read(
        [{"rapat": met, "sejak": since, "batas": dt.datetime.combine(met, dt.time(9))} for met, since in rows],
        "Asia/Jakarta",
    )
    order = ministry.on(MET, schedule=schedule)
    ministry.gathered(store, root, order, everything=True)
    assert ministry.numbers(root, order) == {KOTA: {"barang_kurang": 2.0}}
    assert ministry.numbers(root, ministry.on(between, schedule=schedule)) == {AKASIA: {"barang_kurang": 1.0}}
    assert not ministry.told(root, order)


def test_the_present_meeting_is_the_next_one_and_after_the_last_the_last():
    first, second = ministry.SCHEDULE
    for day, expected in ((first.met, first), (first.met + dt.timedelta(days=1), second), (second.met, second),
                          (second.met + dt.timedelta(days=90), second)):  # fmt: skip
        assert windows.present(ministry.SCHEDULE, day) is expected
    assert windows.present([], MET) is None


def test_only_the_meetings_that_may_have_news_are_looked_at_unless_all_are_wanted(counting, store, root):
    days = [MET - dt.timedelta(days=14 * back) for back in range(5)]
    order = ministry.on(MET, schedule=windows.read(
        [{"rapat": day, "sejak": day - dt.timedelta(days=13), "batas": dt.datetime.combine(day, dt.time(9))}
         for day in days], "Asia/Jakarta"))  # fmt: skip
    for day in days:
        ministry.send(store, met=day, came=dt.datetime.combine(day, dt.time(1, 5)))
    gather.gather(counting, root, order)
    assert {objects.parse(key).met for key in counting.asked} == set(days[:2])
    gather.gather(counting, root, order, everything=True)
    assert {objects.parse(key).met for key in counting.asked} == set(days)


def test_a_twin_is_told_and_is_no_correction(store, root):
    ministry.send(store)
    ministry.send(store, name=f"{MET}-2", came=dt.datetime(2024, 11, 4, 3))
    ministry.gathered(store, root)
    assert ministry.known(root).tables["daerah"][0]["kiriman_ke"] == 1
    assert [(region, weight) for region, weight, _ in ministry.told(root)] == [(AKASIA, "info")]


def test_a_replaced_object_is_told_and_what_was_taken_stays(store, root):
    ministry.send(store)
    ministry.gathered(store, root)
    ministry.send(store, came=dt.datetime(2024, 11, 4, 4),
                  change=lambda rows: rows | {"indikator": [{**rows["indikator"][0], "nilai": 99.0}]})  # fmt: skip
    for _ in range(2):
        ministry.gathered(store, root)
        assert ministry.numbers(root)[AKASIA]["barang_kurang"] == 2.0
        [(region, weight, why)] = ministry.told(root)
        assert (region, weight) == (AKASIA, "periksa") and "diganti sesudah diterima" in why


def test_a_refused_set_that_is_put_right_under_its_name_is_looked_at_again(store, root):
    ministry.send(store, skema=7)
    assert ministry.gathered(store, root).refused == 1
    assert ministry.gathered(store, root).refused == 0, "what was refused is not fetched again and again"
    ministry.send(store, came=dt.datetime(2024, 11, 4, 4))
    assert ministry.gathered(store, root).used == 1
    assert ministry.told(root) == []


def test_a_good_set_behind_a_refused_one_ends_what_was_told_of_it(store, root):
    ministry.send(store, simulasi=False)
    ministry.gathered(store, root)
    assert [weight for _, weight, _ in ministry.told(root)] == ["tolak"]
    ministry.send(store, name=f"{MET}-2", came=dt.datetime(2024, 11, 4, 3))
    ministry.gathered(store, root)
    assert ministry.told(root) == []


def test_a_refused_correction_leaves_what_counts_and_its_rows_wait(store, root):
    ministry.send(store)
    ministry.gathered(store, root)
    ministry.lay(
        store,
        ministry.sealed(ministry.rows_of(name=f"{MET}-2"), harm=lambda found: found | {"mutu": found["mutu"][:-9]}),
        name=f"{MET}-2", came=dt.datetime(2024, 11, 4, 3),
    )  # fmt: skip
    ministry.gathered(store, root)
    found = ministry.known(root)
    assert ministry.numbers(root)[AKASIA]["barang_kurang"] == 2.0
    assert found.held == {"daerah": [(AKASIA, 1)], "indikator": [(AKASIA, 2)], "janji": [(AKASIA, 1)],
                          "mutu": [(AKASIA, 1)], "hibah": [(AKASIA, 1)]}  # fmt: skip
    assert [one["akibat"] for one in found.notes] == ["Kirimannya yang sebelumnya tetap dipakai."]


def test_a_store_that_fails_midway_keeps_what_was_taken_and_goes_on_the_next_time(counting, store, root, monkeypatch):
    monkeypatch.setattr(fetching, "BATCH", 1)
    for region in (AKASIA, KOTA, OTHER):
        ministry.send(store, region)
    counting.lasts = 7
    done = gather.gather(counting, root, ministry.ORDER)
    assert done.trouble and (done.used, done.left) == (1, 2)
    counting.lasts = 10**9
    done = gather.gather(counting, root, ministry.ORDER)
    assert (done.trouble, done.used) == (None, 2)
    assert set(ministry.numbers(root)) == {AKASIA, KOTA, OTHER}


def test_a_store_that_is_gone_leaves_what_is_known(store, root, tmp_path):
    ministry.send(store)
    ministry.gathered(store, root)
    done = gather.gather(FolderStore(tmp_path / "hilang"), root, ministry.ORDER)
    assert "tidak ada" in done.trouble and "\n" not in done.trouble
    assert set(ministry.numbers(root)) == {AKASIA}


def test_when_the_time_is_over_the_rest_is_for_the_next_time(store, root, monkeypatch):
    monkeypatch.setattr(fetching, "BATCH", 1)
    for region in (AKASIA, KOTA):
        ministry.send(store, region)
    done = ministry.gathered(store, root, seconds=-1)
    assert (done.used, done.left) == (0, 2)
    assert ministry.gathered(store, root).used == 2


def test_a_file_of_ours_that_was_damaged_is_gathered_anew(store, root):
    ministry.send(store)
    ministry.gathered(store, root)
    damaged = next(root.glob("indikator/*/*.parquet"))
    damaged.chmod(0o640)
    damaged.write_bytes(damaged.read_bytes()[:-20])
    assert ministry.known(root) is None
    assert ministry.gathered(store, root).used == 1
    assert ministry.numbers(root)[AKASIA]["barang_kurang"] == 2.0


@pytest.mark.parametrize(
    "said", ["", "{", "[]", '{"nomor": 1}', '{"nomor": 1, "tabel": [], "kiriman": {}, "catatan": []}']
)
def test_a_state_that_cannot_be_read_is_made_anew(store, root, said):
    ministry.send(store)
    ministry.gathered(store, root)
    (root / f"rapat={MET}.json").write_text(said)
    assert ministry.gathered(store, root).used == 1


def test_files_that_no_state_names_are_swept(store, root):
    ministry.send(store)
    ministry.gathered(store, root)
    folder = root / "indikator" / f"rapat={MET}"
    for name in ("000009.parquet", ".setengah-77-000002.parquet"):
        (folder / name).write_bytes(b"half")
    ministry.send(store, KOTA)
    ministry.gathered(store, root)
    assert [path.name for path in folder.iterdir()] == ["000010.parquet"]


def test_a_region_that_left_the_list_is_told_and_does_not_count(store, root):
    ministry.send(store)
    ministry.gathered(store, root)
    names = {code: name for code, name in ministry.NAMES.items() if code != AKASIA}
    order = ministry.on(MET, names=names)
    assert ministry.known(root, order).tables["indikator"] == []
    [(region, weight, why)] = ministry.told(root, order)
    assert (region, weight) == (AKASIA, "tolak") and "wilayah.csv" in why


def test_the_clock_of_a_region_that_runs_ahead_is_told_and_wins_nothing(store, root):
    ahead = dt.datetime(2024, 11, 4, 1, 15, 1)
    ministry.send(store, dibekukan=ahead)
    ministry.send(store, name=f"{MET}-2", came=dt.datetime(2024, 11, 4, 1, 10), dibekukan=dt.datetime(2024, 11, 4, 1, 9),
                  change=lambda rows: rows | {"mutu": []})  # fmt: skip
    ministry.gathered(store, root)
    assert ministry.known(root).tables["daerah"][0]["nama_rapat"] == f"{MET}-2"


@pytest.mark.parametrize(("seconds", "told"), [(600, 0), (601, 1)])
def test_ten_minutes_ahead_are_nothing_and_a_second_more_is_told(store, root, seconds, told):
    came = dt.datetime(2024, 11, 4, 1, 5)
    ministry.send(store, came=came, dibekukan=came + dt.timedelta(seconds=seconds))
    ministry.gathered(store, root)
    assert len(ministry.told(root)) == told and len(ministry.numbers(root)) == 1


def test_a_region_that_calls_itself_otherwise_is_asked_about(store, root):
    ministry.send(store, nama="Kota Lain")
    ministry.gathered(store, root)
    [(_, weight, why)] = ministry.told(root)
    assert weight == "periksa" and "Kota Lain" in why


def test_names_that_were_swapped_in_the_list_afterwards_are_asked_about(store, root):
    ministry.send(store, AKASIA)
    ministry.send(store, KOTA)
    ministry.gathered(store, root)
    assert not ministry.told(root)
    swapped = ministry.NAMES | {AKASIA: ministry.NAMES[KOTA], KOTA: ministry.NAMES[AKASIA]}
    assert [(region, weight) for region, weight, _ in ministry.told(root, ministry.on(MET, names=swapped))] == [
        (AKASIA, "periksa"), (KOTA, "periksa")
    ]  # fmt: skip


def test_what_a_real_dashboard_froze_and_sent_is_taken(store, root, samples_shot):
    """The whole way of one region: its own questions, its own file, our checks."""
    from monev.meeting import meeting

    met = meeting.meetings(samples_shot)[0]
    made = report.made(samples_shot, met, "https://dasbor.example")
    [key] = [key for key in made.objects if key.table == objects.COVER]
    names = {key.region: "Kota Sukabumi"}
    for one, content in made.objects.items():
        path = store / str(one)
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    order = ministry.on(met.date, names=names, schedule=windows.read(
        [{"rapat": met.date, "sejak": met.date, "batas": dt.datetime.combine(met.date, dt.time(9))}], "Asia/Jakarta"
    ))  # fmt: skip
    done = ministry.gathered(store, root, order)
    assert done.used == 1, partitions.load(root, met.date).said()
    rows = {row["kode"]: row for row in ministry.known(root, order).tables["indikator"]}
    said = json.loads(ministry.known(root, order).tables["daerah"][0]["sidik"])
    assert len(rows) == said["indikator"]["baris"] > 30


DAY = dt.datetime(2024, 11, 4, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize(("since", "said"), [
    (dt.date(2024, 10, 22), None),
    (dt.date(2024, 10, 21), "bertindihan dengan rapat 2024-10-21"),
    (dt.date(2024, 11, 5), "jatuh sesudah rapatnya"),
])  # fmt: skip
def test_a_day_belongs_to_one_meeting_of_the_schedule_at_most(since, said):
    first = windows.Window(dt.date(2024, 10, 21), dt.date(2024, 10, 8), DAY)
    why = windows.wrong([first, windows.Window(dt.date(2024, 11, 4), since, DAY)])
    assert why is None if said is None else said in why


def test_a_folder_that_was_copied_holds_the_same_objects(tmp_path):
    place = FolderStore(tmp_path)
    place.put("indikator/rapat=2024-11-04/daerah=00.01.07/a.parquet", b"isi")
    [before] = place.listed("indikator")
    os.utime(tmp_path / before.key, (1, 1))
    [after] = place.listed("indikator")
    assert after.mark == before.mark and after.modified != before.modified
