"""Meetings: frozen once and for ever, compared with the meeting before, on until somebody ends them."""

import datetime as dt
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from monev.meeting import meeting
from monev.screen.draw import findings
from monev.settings import HOME, SAMPLES, Settings
from monev.snapshot import directory, frozen, queries, schema, store
from monev.sync import sync
from monev.words import clock
from tests import absent, forking
from tests.conftest import monev

NOW = dt.datetime(2024, 11, 4, 9, 12)
GRANT = "tahap_pencairan,tanggal_masuk,nilai_diterima,belanja_kumulatif,tanggal_data\n"


@pytest.fixture
def city(tmp_path, samples_shot):
    """The samples' two snapshots; that of the meeting before is frozen already."""
    place = Settings("folder", tmp_path / "lembar", tmp_path / "potret", None)
    shutil.copytree(SAMPLES, place.folder)
    shutil.copytree(samples_shot, place.snapshots)
    return place


@pytest.fixture
def empty(tmp_path):
    """Sheets of one agency with one tab, and no snapshot yet."""
    place = Settings("folder", tmp_path / "lembar", tmp_path / "potret", None)
    (place.folder / "kpu").mkdir(parents=True)
    return place


def synced(place, date, spent):
    """A snapshot of that day in which KPU has spent so much of its grant."""
    row = f"tahap_1,5 Februari 2024,10.000.000.000,{spent},{date}\n"
    (place.folder / "kpu" / "hibah.csv").write_text(GRANT + row, "utf-8")
    day = Settings(place.source, place.folder, place.snapshots, dt.date.fromisoformat(date))
    return sync.sync(day, bounded=False)[-1].snapshot


def answers(place, found):
    """All that pages ask of a meeting, as text: every digit counts."""
    told = {}
    with store.Snapshot(place.snapshots, found.snapshot, found.before, schema.today()) as snapshot:
        for name, question in queries.load().items():
            if question.folder not in (queries.CHECKS, *queries.COMMON) and name != "tindak_lanjut/dicatat":
                told[name] = json.dumps(snapshot.ask(name).to_dict("records"), default=repr)
    return told


def numbers(place, name, before=None):
    with store.Snapshot(place.snapshots, name, before, schema.today()) as snapshot:
        return {row["kode"]: row["nilai"] for row in snapshot.ask("bersama/angka_semua").to_dict("records")}


def after_freezing(place, found, question):
    """What the newest snapshot answers, with the numbers of the meeting as those before."""
    with store.Snapshot(place.snapshots, store.latest(place.snapshots), found.snapshot, schema.today()) as snapshot:
        return [tuple(row.values()) for row in snapshot.ask(question).to_dict("records")]


def retyped(place, agency, tab, old, new):
    """One cell typed anew, and the sheets read again."""
    path = place.folder / agency / f"{tab}.csv"
    typed = path.read_text("utf-8")
    assert typed.count(old) == 1
    path.write_text(typed.replace(old, new), "utf-8")
    return sync.sync(place, bounded=False)[-1].snapshot


# --- freezing ---


@pytest.mark.panjang
def test_the_state_of_the_meeting_before_comes_frozen_with_the_samples(city):
    [before] = meeting.meetings(city.snapshots)
    assert (before.name, before.date, before.before) == ("2024-10-21", dt.date(2024, 10, 21), None)
    assert before.origin == store.snapshots(city.snapshots)[0]


def test_a_frozen_meeting_is_a_copy_that_says_what_it_is(city):
    newest = store.latest(city.snapshots)
    found = meeting.pin(city.snapshots, newest, NOW, title="  Rapat  monev daring ", begins=dt.time(9))
    assert found == meeting.Meeting("2024-11-04", dt.date(2024, 11, 4), "Rapat monev daring", dt.time(9), NOW, newest,
                                    "rapat/2024-10-21", queries.digest())  # fmt: skip
    path = city.snapshots / "rapat" / "2024-11-04.duckdb"
    assert path.stat().st_mode & 0o222 == 0, "nobody writes into it"
    assert store.snapshots(city.snapshots)[-1] == newest, "the list of snapshots is as it was"
    [line] = path.with_suffix(".sha256").read_text("utf-8").splitlines()
    assert line == f"{hashlib.sha256(path.read_bytes()).hexdigest()}  2024-11-04.duckdb"
    with store.Snapshot(city.snapshots, found.snapshot, found.before) as snapshot:
        [frame] = snapshot.ask("bersama/bingkai").to_dict("records")
    assert frame["id"] == newest and frame["dibekukan"] == NOW
    assert frame["rapat_tanggal"] == dt.date(2024, 11, 4) and frame["dulu_rapat"] == dt.date(2024, 10, 21)


def test_an_ordinary_snapshot_belongs_to_no_meeting(city):
    with store.Snapshot(city.snapshots, store.latest(city.snapshots)) as snapshot:
        [frame] = snapshot.ask("bersama/bingkai").to_dict("records")
        assert snapshot.ask("bersama/angka_lain").empty
    assert frame["rapat"] is None and frame["dibekukan"] is None and frame["dulu_rapat"] is None


@pytest.mark.panjang
def test_the_same_numbers_frozen_twice_are_one_meeting_and_others_of_the_day_are_another(city):
    first = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW, title="Pagi")
    assert meeting.pin(city.snapshots, first.origin, NOW + dt.timedelta(hours=1), title="Pagi") == first
    grant = city.folder / "kpu" / "hibah.csv"
    grant.write_text(grant.read_text("utf-8").replace("tahap_1", "tambahan"), "utf-8")
    newer = sync.sync(city, bounded=False)[-1].snapshot
    second = meeting.pin(city.snapshots, newer, NOW, title="Siang")
    assert (second.name, second.date, second.before) == ("2024-11-04-2", first.date, "rapat/2024-10-21")
    assert [one.title for one in meeting.meetings(city.snapshots)] == ["Rapat monev", "Pagi", "Siang"]
    assert meeting.find(city.snapshots, "2024-11-04").origin == first.origin


def test_however_many_meetings_there_are_the_folder_is_listed_once_for_all(city, monkeypatch):
    """What years of meetings cost is told by counting, since a clock would waver."""
    newest = store.latest(city.snapshots)
    for days in range(6):
        meeting.pin(city.snapshots, newest, NOW, dt.date(2024, 11, 4) + dt.timedelta(days))
    listed, known = [], directory.files
    monkeypatch.setattr(directory, "files", lambda folder: listed.append(folder) or known(folder))
    for look, times in (
        (lambda: meeting.meetings(city.snapshots), 1),
        (lambda: meeting.latest(city.snapshots, dt.date(2024, 11, 9)), 1),
        (lambda: meeting.broken(city.snapshots), 1),
    ):
        listed.clear()
        look()
        assert len(listed) == times
    assert meeting.latest(city.snapshots, dt.date(2024, 11, 9)).date == dt.date(2024, 11, 9)
    (city.snapshots / "rapat" / "2024-11-09.duckdb").unlink()
    assert meeting.latest(city.snapshots, dt.date(2024, 11, 9)).date == dt.date(2024, 11, 8)
    assert meeting.latest(city.snapshots, dt.date(2025, 1, 1)) is None


def test_meetings_are_in_the_order_of_their_days_and_of_the_numbers_within_a_day(tmp_path):
    room = tmp_path / "rapat"
    room.mkdir()
    for name in ("2024-11-04-10", "2024-11-04-2", "2024-11-04", "2024-10-21", "2024-11-04.pembanding", "salinan"):
        (room / f"{name}.duckdb").touch()
    assert frozen.names(tmp_path) == ["2024-10-21", "2024-11-04", "2024-11-04-2", "2024-11-04-10"]
    assert frozen.names(tmp_path / "belum ada") == []


@pytest.mark.panjang
@pytest.mark.parametrize(("title", "kept"), [("", "Rapat monev"), (" \n ", "Rapat monev"), ("x" * 80, "x" * 80)])
def test_a_title_is_one_short_line(city, title, kept):
    assert meeting.pin(city.snapshots, store.latest(city.snapshots), NOW, title=title).title == kept


def test_a_title_that_is_too_long_is_told_and_not_cut(city):
    with pytest.raises(store.StoreError, match="Judul rapat terlalu panjang: 81 huruf, paling banyak 80"):
        meeting.pin(city.snapshots, store.latest(city.snapshots), NOW, title="x" * 81)


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, True), (31, True), (32, False)])
def test_numbers_are_of_the_day_of_the_meeting_or_of_a_few_weeks_before(city, days, fits):
    date = dt.date(2024, 11, 4) + dt.timedelta(days=days)
    if fits:
        assert meeting.pin(city.snapshots, store.latest(city.snapshots), NOW, date).date == date
    else:
        with pytest.raises(store.StoreError, match="keadaan 4 Nov 2024, jadi tidak dapat menjadi angka rapat"):
            meeting.pin(city.snapshots, store.latest(city.snapshots), NOW, date)


@pytest.mark.panjang
def test_a_damaged_or_deleted_meeting_does_not_keep_the_next_one_of_its_day_from_being_frozen(city):
    newest, room = store.latest(city.snapshots), city.snapshots / "rapat"
    first = meeting.pin(city.snapshots, newest, NOW, title="Pagi")
    altered(room / "2024-11-04.duckdb", flip)
    second = meeting.pin(city.snapshots, newest, NOW, title="Pagi")
    assert (first.name, second.name) == ("2024-11-04", "2024-11-04-2")
    (room / "2024-11-04.duckdb").unlink()
    assert meeting.pin(city.snapshots, newest, NOW, title="Siang").name == "2024-11-04-3", "no name is given twice"
    assert [*meeting.broken(city.snapshots)] == []


def test_a_sync_that_was_stopped_before_the_meeting_before_was_frozen_is_made_good_by_the_next(city):
    shutil.rmtree(city.snapshots / "rapat")
    sync.sync(city, bounded=False)
    assert [one.name for one in meeting.meetings(city.snapshots)] == ["2024-10-21"]


def test_an_older_snapshot_is_frozen_without_what_ails_the_sheets_today(city):
    first, *_ = store.snapshots(city.snapshots)
    shutil.rmtree(city.snapshots / "rapat")
    shutil.rmtree(city.folder / "bawaslu")
    city.folder.joinpath("sumber.toml").write_text("tanggal_acuan = 2024-11-04\nsimulasi = true\n", "utf-8")
    sync.sync(city, bounded=False)
    found = meeting.pin(city.snapshots, first, NOW)
    with store.Snapshot(city.snapshots, found.snapshot, found.before) as snapshot:
        assert snapshot.ask("bersama/gangguan").empty


def test_what_is_no_snapshot_is_not_frozen(city):
    with pytest.raises(store.StoreError, match="tidak ada lagi, jadi tidak dapat dibekukan"):
        meeting.pin(city.snapshots, "000009-2024-11-04-00000000", NOW)
    assert len(meeting.meetings(city.snapshots)) == 1


def test_a_meeting_nobody_froze_is_told(city):
    with pytest.raises(store.StoreError, match="Belum ada rapat “2023-01-01” yang dibekukan"):
        meeting.find(city.snapshots, "2023-01-01")
    for name in ("../000001-2024-10-21", "2024-10-21.pembanding", ""):
        with pytest.raises(store.StoreError, match="Belum ada rapat"):
            meeting.find(city.snapshots, name)


# --- for ever ---


@pytest.mark.panjang
def test_a_year_later_it_shows_the_same_to_the_last_digit(city, monkeypatch):
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    then = answers(city, found)
    assert len(then) > 50
    # A year of other numbers, other days and another meeting; the old snapshots are thinned away.
    grant = city.folder / "kpu" / "hibah.csv"
    grant.write_text(grant.read_text("utf-8").replace("tahap_1", "tambahan"), "utf-8")
    for date in (dt.date(2024, 11, 5), dt.date(2024, 11, 27), dt.date(2025, 11, 4)):
        later = Settings(city.source, city.folder, city.snapshots, date)
        newest = sync.sync(later, bounded=False)[-1].snapshot
    meeting.pin(city.snapshots, newest, dt.datetime(2025, 11, 4, 9))
    for name in store.snapshots(city.snapshots)[:-1]:
        (city.snapshots / f"{name}.duckdb").unlink()
    (city.snapshots / "sinkron.json").unlink()
    monkeypatch.setenv("MONEV_TANGGAL", "2025-11-04")
    assert answers(city, meeting.find(city.snapshots, "2024-11-04")) == then
    done = monev("ask", "bersama/angka_semua", "--rapat", "2024-11-04", "--format", "json", POTRET=city.snapshots)
    assert json.loads(done.stdout) == json.loads(then["bersama/angka_semua"])


@pytest.mark.panjang
def test_what_ailed_the_sheets_then_is_kept_with_the_meeting(city):
    shutil.rmtree(city.folder / "bawaslu")
    sync.sync(city, bounded=False)
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    shutil.copytree(SAMPLES / "bawaslu", city.folder / "bawaslu")
    sync.sync(city, bounded=False)
    with store.Snapshot(city.snapshots, found.snapshot, found.before) as snapshot:
        assert [row["instansi"] for row in snapshot.ask("bersama/gangguan").to_dict("records")] == ["bawaslu"]
    with store.Snapshot(city.snapshots, store.latest(city.snapshots)) as snapshot:
        assert snapshot.ask("bersama/gangguan").empty


@pytest.mark.panjang
def test_a_first_meeting_keeps_what_it_was_compared_with(empty):
    first, second = synced(empty, "2024-11-01", "1.000.000.000"), synced(empty, "2024-11-04", "4.000.000.000")
    found = meeting.pin(empty.snapshots, second, NOW)
    assert found.before == "rapat/2024-11-04.pembanding"
    then = answers(empty, found)
    (empty.snapshots / f"{first}.duckdb").unlink()
    assert answers(empty, found) == then
    with store.Snapshot(empty.snapshots, found.snapshot, found.before) as snapshot:
        [frame] = snapshot.ask("bersama/bingkai").to_dict("records")
    assert frame["dulu_tanggal"] == dt.date(2024, 11, 1) and frame["dulu_rapat"] is None, "no meeting, a mere day"


def test_todays_questions_are_put_to_the_data_of_then_and_what_they_answer_otherwise_is_told(
    city, tmp_path, monkeypatch
):
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    with store.Snapshot(city.snapshots, found.snapshot, found.before) as snapshot:
        assert snapshot.ask("bersama/angka_lain").empty and found.formulas == queries.digest()
    copy = tmp_path / "queries"
    shutil.copytree(HOME / "queries", copy)
    sql = copy / "logistik" / "indikator" / "barang_kurang.sql"
    text = sql.read_text("utf-8")
    changed = text.replace("kurang, null) as nilai", "kurang + 1, null) as nilai")
    assert changed != text
    sql.write_text(changed, "utf-8")
    load = queries.load
    monkeypatch.setattr(queries, "load", lambda: load(copy))
    assert found.formulas != queries.digest(copy)
    with store.Snapshot(city.snapshots, found.snapshot, found.before) as snapshot:
        [other] = snapshot.ask("bersama/angka_lain").to_dict("records")
    assert (other["kode"], other["nilai"]) == ("barang_kurang", other["dulu_nilai"] + 1)


# --- altered ---


def altered(path, change):
    path.chmod(0o644)
    change(path)


def flip(path):
    """One bit in the middle, with the file's times put back."""
    facts, content = path.stat(), bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


@pytest.mark.panjang
@pytest.mark.parametrize("change", [flip, lambda path: path.open("ab").write(b"x"), lambda path: path.write_bytes(b"")])
def test_an_altered_file_is_refused(city, change):
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    altered(city.snapshots / "rapat" / "2024-11-04.duckdb", change)
    for opened in (lambda: meeting.find(city.snapshots, found.name),
                   lambda: store.Snapshot(city.snapshots, found.snapshot, found.before)):  # fmt: skip
        with pytest.raises(store.StoreError, match=r"isi 2024-11-04\.duckdb berubah sejak dibekukan"):
            opened()
    assert [one.name for one in meeting.meetings(city.snapshots)] == ["2024-10-21"]


@pytest.mark.panjang
@pytest.mark.parametrize("sums", [None, "", "bukan sidik", "0" * 64 + "  2024-11-04.duckdb\n"])
def test_without_its_hash_it_is_refused(city, sums):
    meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    path = city.snapshots / "rapat" / "2024-11-04.sha256"
    path.unlink() if sums is None else path.write_text(sums, "utf-8")
    with pytest.raises(store.StoreError, match="Rapat 2024-11-04 tidak ditampilkan"):
        meeting.find(city.snapshots, "2024-11-04")


@pytest.mark.parametrize(("change", "there"), [
    ("alter table rapat drop mulai", True),  # as before meetings had a time
    ("alter table rapat drop rumus", True),
    ("delete from rapat", False),
    ("insert into rapat from rapat", False),
    ("update rapat set tanggal = null", False),
])  # fmt: skip
def test_a_meeting_of_another_version_is_shown_or_told_and_keeps_no_other_away(city, change, there):
    meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    path = city.snapshots / "rapat" / "2024-11-04.duckdb"
    sums = path.with_suffix(".sha256")
    for one in (path, sums):
        one.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute(change)
    sums.write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n", "utf-8")
    names = [one.name for one in meeting.meetings(city.snapshots)]
    assert names == ["2024-10-21", "2024-11-04"][: 2 if there else 1]
    assert [*meeting.broken(city.snapshots)] == ([] if there else ["2024-11-04"])


@pytest.mark.panjang
def test_an_altered_comparison_is_refused_too(empty):
    synced(empty, "2024-11-01", "1.000.000.000")
    found = meeting.pin(empty.snapshots, synced(empty, "2024-11-04", "4.000.000.000"), NOW)
    altered(empty.snapshots / "rapat" / "2024-11-04.pembanding.duckdb", flip)
    with pytest.raises(store.StoreError, match=r"isi 2024-11-04\.pembanding\.duckdb berubah"):
        store.Snapshot(empty.snapshots, found.snapshot, found.before)
    store.Snapshot(empty.snapshots, found.snapshot).close()


# --- what a snapshot is compared with ---


def test_every_day_is_compared_with_the_last_meeting_before_it_and_never_with_one_of_its_own_day(empty):
    monday = synced(empty, "2024-10-21", "1.000.000.000")
    meeting.pin(empty.snapshots, monday, NOW)
    tuesday = synced(empty, "2024-10-22", "2.000.000.000")
    assert meeting.compared_with(empty.snapshots, tuesday) == "rapat/2024-10-21"
    second = synced(empty, "2024-11-04", "3.000.000.000")
    assert meeting.compared_with(empty.snapshots, second) == "rapat/2024-10-21", "not the day before"
    meeting.pin(empty.snapshots, second, NOW)
    later = synced(empty, "2024-11-04", "4.000.000.000")
    assert meeting.compared_with(empty.snapshots, later) == "rapat/2024-10-21", "the meeting of today is not before"
    next_day = synced(empty, "2024-11-05", "4.000.000.000")
    assert meeting.compared_with(empty.snapshots, next_day) == "rapat/2024-11-04"


def test_without_any_meeting_it_is_the_newest_snapshot_of_an_earlier_day(empty):
    first = synced(empty, "2024-11-01", "1.000.000.000")
    assert meeting.compared_with(empty.snapshots, first) is None
    assert meeting.compared_with(empty.snapshots, synced(empty, "2024-11-04", "2.000.000.000")) == first


@pytest.mark.panjang
def test_a_meeting_frozen_later_for_an_earlier_day_does_not_change_what_another_was_compared_with(empty):
    meeting.pin(empty.snapshots, synced(empty, "2024-10-21", "1.000.000.000"), NOW)
    between = synced(empty, "2024-10-28", "2.000.000.000")
    found = meeting.pin(empty.snapshots, synced(empty, "2024-11-04", "3.000.000.000"), NOW)
    meeting.pin(empty.snapshots, between, NOW)
    assert meeting.compared_with(empty.snapshots, found.snapshot) == found.before == "rapat/2024-10-21"


@pytest.mark.panjang
def test_an_altered_meeting_before_is_told_and_not_passed_over(empty):
    for date in ("2024-10-21", "2024-10-28"):
        meeting.pin(empty.snapshots, synced(empty, date, "1.000.000.000"), NOW)
    newest = synced(empty, "2024-11-04", "3.000.000.000")
    altered(empty.snapshots / "rapat" / "2024-10-28.duckdb", flip)
    assert meeting.compared_with(empty.snapshots, newest) == "rapat/2024-10-28"
    assert [*meeting.broken(empty.snapshots)] == ["2024-10-28"]


def test_only_meetings_that_are_not_later_can_be_compared_with(empty):
    for date in ("2024-10-21", "2024-10-28", "2024-11-04"):
        meeting.pin(empty.snapshots, synced(empty, date, f"{date[-1]}.000.000.000"), NOW)
    middle = meeting.find(empty.snapshots, "2024-10-28")
    assert [*meeting.comparable(empty.snapshots, middle.origin, middle.date)] == ["2024-10-21"]
    assert [*meeting.comparable(empty.snapshots, "x", dt.date(2024, 11, 5))] == [
        "2024-11-04",
        "2024-10-28",
        "2024-10-21",
    ]


def test_numbers_are_compared_as_they_were_known_then(empty):
    """A row of October that is corrected in November: the meeting of October is remembered as it was."""
    before = meeting.pin(empty.snapshots, synced(empty, "2024-10-21", "1.000.000.000"), NOW)
    newest = synced(empty, "2024-11-04", "9.000.000.000")
    with store.Snapshot(empty.snapshots, newest, before.snapshot, schema.today()) as snapshot:
        [cell] = snapshot.select("from perubahan_sel where kolom = 'belanja_kumulatif'").to_dict("records")
        [said] = snapshot.ask("perubahan/kalimat")["kalimat"]
    assert (cell["dulu_tertulis"], cell["tertulis"]) == ("1.000.000.000", "9.000.000.000")
    assert "sejak rapat 21 Oktober" in said


# --- while it is on ---


def test_a_meeting_is_on_from_its_beginning_to_its_end(city):
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    assert meeting.on(city.snapshots, NOW) is None, "frozen is not begun"
    meeting.start(city.snapshots, found, NOW)
    assert meeting.on(city.snapshots, NOW) == "2024-11-04"
    meeting.end(city.snapshots, "2024-10-21", NOW)
    assert meeting.on(city.snapshots, NOW) == "2024-11-04", "another one's end is not its end"
    meeting.end(city.snapshots, "2024-11-04", NOW)
    assert meeting.on(city.snapshots, NOW) is None
    meeting.end(city.snapshots, "2024-11-04", NOW)


@pytest.mark.parametrize(
    ("hours", "is_on"),
    [
        (0, True),
        (11.99, True),
        (12, False),
        (48, False),
        (-0.2, True),
        (-1, True),
        (-11.99, True),
        (-12, False),
        (-9000, False),
    ],
)
def test_a_meeting_that_nobody_ends_is_over_after_half_a_day_and_a_clock_set_back_does_not_end_it(city, hours, is_on):
    meeting.start(city.snapshots, meeting.meetings(city.snapshots)[0], NOW)
    assert (meeting.on(city.snapshots, NOW + dt.timedelta(hours=hours)) is not None) == is_on


@pytest.mark.parametrize("content", [
    "", "[]", "{}", '{"rapat": 1}', '{"rapat": "x", "sejak": "kemarin"}', "\0", "[" * 100_000,
    '{"rapat": "2024-10-21", "sejak": "2024-11-04T09:00:00+07:00"}',
    '{"rapat": "2024-10-21", "sejak": "9999-12-31T23:59:59"}',
])  # fmt: skip
def test_a_damaged_note_of_it_means_that_none_is_on(city, content):
    (city.snapshots / "rapat" / "berlangsung.json").write_text(content, "utf-8")
    (city.snapshots / "rapat" / "berakhir.json").write_text(content.replace("sejak", "2024-10-21"), "utf-8")
    assert meeting.on(city.snapshots, NOW) is None and meeting.ends(city.snapshots) == {}
    met = meeting.meetings(city.snapshots)[0]
    meeting.start(city.snapshots, met, NOW)
    meeting.end(city.snapshots, met.name, NOW)
    assert list(meeting.ends(city.snapshots)) == [met.name]


def test_a_meeting_whose_file_is_gone_is_not_on(city):
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    meeting.start(city.snapshots, found, NOW)
    (city.snapshots / "rapat" / "2024-11-04.duckdb").unlink()
    assert meeting.on(city.snapshots, NOW) is None


@pytest.mark.parametrize(
    ("typed", "time"),
    [("", None), ("  ", None), ("9", dt.time(9)), ("09.00", dt.time(9)), ("9:30 WIB", dt.time(9, 30)), ("10.15 wita", dt.time(10, 15)),
     ("00.00", dt.time(0)), ("23.59", dt.time(23, 59))],
)  # fmt: skip
def test_a_time_of_day_is_read_as_people_type_it(typed, time):
    assert clock.time_typed(typed) == time


@pytest.mark.parametrize("typed", ["24.00", "9.60", "pagi", "9.5", "09-00", "-1"])
def test_what_is_no_time_of_day_is_told(typed):
    with pytest.raises(ValueError, match=r"bukan jam\. Tulis seperti 09\.00"):
        clock.time_typed(typed)


# --- side by side, and stopped halfway ---


def pinning(place, *more):
    command = [sys.executable, "-m", "monev", "pin", *more]
    around = os.environ | {"MONEV_FOLDER": str(place.folder), "MONEV_POTRET": str(place.snapshots)}
    return subprocess.Popen(command, cwd=HOME, env=around, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.panjang
def test_four_who_freeze_at_once_freeze_one_meeting(city):
    all_of_them = [pinning(city) for _ in range(4)]
    assert [one.communicate()[1] for one in all_of_them] == [""] * 4
    assert [one.returncode for one in all_of_them] == [0] * 4
    assert [one.name for one in meeting.meetings(city.snapshots)] == ["2024-10-21", "2024-11-04"]


@pytest.mark.panjang
@absent.needs(forking.THERE, "forks")
def test_killed_while_freezing_nothing_half_frozen_is_listed(city):
    turns, chance = 25, random.Random(40)  # noqa: S311
    around = os.environ | {"MONEV_FOLDER": str(city.folder), "MONEV_POTRET": str(city.snapshots)}
    pin = "from monev.run.commands.main import main; main(['pin'])"
    with forking.Parent("commands") as parent:
        begun = time.monotonic()
        assert parent.run(pin, around).wait() == 0
        whole = time.monotonic() - begun
        for _ in range(turns):
            for path in (city.snapshots / "rapat").glob("2024-11-04*"):
                path.unlink()
            one = parent.run(pin, around)
            time.sleep(chance.uniform(0, whole))
            one.kill()
            one.wait()
            for name in frozen.names(city.snapshots):
                found = meeting.find(city.snapshots, name)  # raises where it is not whole
                store.Snapshot(city.snapshots, found.snapshot, found.before, schema.today()).close()
    assert pinning(city).wait() == 0
    left = [path.name for path in (city.snapshots / "rapat").iterdir() if path.name.startswith(store.UNFINISHED)]
    assert not left and len(meeting.meetings(city.snapshots)) == 2


# --- what is mended after it ---


@pytest.mark.panjang
def test_a_finding_that_is_mended_after_freezing_is_known_by_its_place(city):
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    asked = "mutu_data/sesudah_rapat"
    assert after_freezing(city, found, asked) == []
    retyped(city, "kpu", "pemilih_tps", '"1,102"', "1102")
    assert after_freezing(city, found, asked) == [("kpu", "pemilih_tps", "pemilih_pemula", "H15", 15)]
    # Typed anew and still not right is not mended.
    retyped(city, "kpu", "pemilih_tps", "15 (enam belas)", "sekitar 15")
    assert after_freezing(city, found, asked) == [("kpu", "pemilih_tps", "pemilih_pemula", "H15", 15)]


def test_a_tab_that_is_gone_after_freezing_mends_nothing(city):
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    (city.folder / "kpu" / "pemilih_tps.csv").unlink()
    sync.sync(city, bounded=False)
    assert after_freezing(city, found, "mutu_data/sesudah_rapat") == []


@pytest.fixture
def opened(city, monkeypatch):
    """Mutu data of one agency as the visit of a meeting's numbers has it, in Streamlit's own runner."""
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_POTRET", str(city.snapshots))

    def said(rapat):
        runner = AppTest.from_file(str(HOME / "app.py"), default_timeout=60)
        runner.query_params["rapat"] = rapat
        page = runner.run().switch_page("monev/pages/mutu_data.py").run()
        assert not page.exception
        return " ".join(str(block.value) for block in page.get("html"))

    return said


@pytest.mark.panjang
def test_findings_of_a_meeting_say_beside_them_what_was_mended_since(city, opened):
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), NOW)
    retyped(city, "kpu", "pemilih_tps", '"1,102"', "1102")
    said = opened(found.name)
    mended = findings.MENDED_SINCE[True]
    assert findings.FROZEN in said and said.count(mended) == 1
    before, _, _ = said.partition(mended)
    assert before.rpartition('class="temuan"')[2].count("H15")
    # Nobody is asked for what he has mended.
    asked = said.partition("Yth. rekan KPU")[2]
    assert "I36" in asked and "H15" not in asked
    newest = opened("terbaru")
    assert findings.FROZEN not in newest and not any(told in newest for told in findings.MENDED_SINCE.values())
