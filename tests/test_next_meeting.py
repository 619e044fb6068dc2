"""The next meeting, the points proposed for it, and what of both goes into a calendar."""

import contextlib
import datetime as dt
import os
import random
import shutil
import signal
import time

import icalendar
import pytest

from monev.handouts import calendar
from monev.meeting import agenda_points, decision, meeting, planned
from monev.meeting.agenda_points import DECIDED, DECLINED, TAKEN
from monev.snapshot import directory, lines, schema, store
from tests.desk import decided

pytestmark = pytest.mark.panjang

NOW = dt.datetime(2024, 11, 4, 15)
NEXT = dt.date(2024, 11, 11)


@pytest.fixture
def folder(tmp_path, samples_shot):
    shutil.copytree(samples_shot, tmp_path / "potret")
    return tmp_path / "potret"


def ask(folder, question, snapshot=None):
    snapshot = snapshot or store.latest(folder)
    with store.Snapshot(folder, snapshot, meeting.compared_with(folder, snapshot), schema.today()) as opened:
        return opened.rows(question)


def plan(folder, date=NEXT, begins=dt.time(9), known=None, at=NOW, minutes=None, title="", place=""):
    return planned.plan(folder, known, date, begins, minutes, title, place, at)


def coming(folder):
    return next(iter(ask(folder, "bersama/rapat_berikutnya")), None)


def points(folder, snapshot=None):
    return {row["uraian"]: row for row in ask(folder, "bersama/usulan", snapshot)}


# --- when it is ---


def test_without_a_word_there_is_no_next_meeting(folder):
    assert coming(folder) is None


def test_the_next_meeting_is_what_was_said_last(folder):
    code = plan(folder, place="Aula dan https://rapat.contoh.test/abc")
    row = coming(folder)
    assert (row["rapat"], row["tanggal"], row["mulai"], row["lama_menit"], row["perubahan"]) == (
        code,
        NEXT,
        dt.time(9),
        90,
        0,
    )
    assert plan(folder, dt.date(2024, 11, 12), known=row) == code
    moved = coming(folder)
    assert (moved["rapat"], moved["tanggal"], moved["perubahan"]) == (code, dt.date(2024, 11, 12), 1)
    planned.cancel(folder, moved, NOW)
    assert coming(folder) is None


@pytest.mark.parametrize(("day", "there"), [(3, False), (4, True), (5, True)])
def test_a_meeting_of_before_the_reference_date_is_no_next_one(folder, day, there):
    plan(folder, dt.date(2024, 11, day))
    assert (coming(folder) is not None) is there


def test_what_was_said_last_stands_although_the_clock_was_set_back(folder):
    code = plan(folder)
    plan(folder, dt.date(2024, 11, 12), known=coming(folder), at=NOW - dt.timedelta(days=1))
    assert (coming(folder)["rapat"], coming(folder)["tanggal"]) == (code, dt.date(2024, 11, 12))


def test_once_it_was_held_it_is_no_longer_planned(folder):
    plan(folder, dt.date(2024, 11, 4))
    row = coming(folder)
    assert planned.standing(folder, row, NOW) is row
    found = meeting.pin(folder, store.latest(folder), NOW)
    meeting.start(folder, found, NOW)
    assert planned.standing(folder, row, NOW) is row, "while it is on"
    meeting.end(folder, found.name, NOW)
    assert planned.standing(folder, row, NOW) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"minutes": 14}, "Lama rapat 14 menit"),
        ({"minutes": 601}, "Lama rapat 601 menit"),
        ({"title": "x" * 81}, "Judul rapat terlalu panjang"),
        ({"place": "x" * 201}, "Tempat terlalu panjang"),
        ({"title": "Hubungi 0812-3456-7890"}, "Judul rapat"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_kept(folder, given, said):
    with pytest.raises(ValueError, match=said):
        plan(folder, **given)
    assert lines.rows(folder, lines.PLANNED) == []


# --- points ---


def test_a_point_is_proposed_taken_decided_or_not(folder):
    plan(folder)
    row = coming(folder)
    first = agenda_points.propose(folder, "  Kotak suara  rusak ", "kpu", "kpu", NOW)
    second = agenda_points.propose(folder, "Honor KPPS", "bpkpd", "bawaslu", NOW)
    assert points(folder)["Kotak suara rusak"]["keadaan"] == "diusulkan"
    agenda_points.settle(folder, first, TAKEN, row, NOW)
    agenda_points.settle(folder, second, DECLINED, row, NOW)
    found = points(folder)
    assert (found["Kotak suara rusak"]["keadaan"], found["Kotak suara rusak"]["tanggal"]) == ("diambil", NEXT)
    assert (found["Honor KPPS"]["keadaan"], found["Honor KPPS"]["pengusul_nama"], found["Honor KPPS"]["pemilik_nama"]) == (
        "ditolak", "Bawaslu", "BPKPD",
    )  # fmt: skip
    agenda_points.settle(folder, first, DECIDED, row, NOW)
    assert points(folder)["Kotak suara rusak"]["keadaan"] == "diputuskan"


def test_a_point_that_was_not_decided_is_carried_to_the_next_meeting(folder):
    plan(folder, dt.date(2024, 11, 4))
    first = coming(folder)
    code = agenda_points.propose(folder, "Kotak suara rusak", "kpu", "kpu", NOW)
    agenda_points.settle(folder, code, TAKEN, first, NOW)
    met = meeting.pin(folder, store.latest(folder), NOW)
    assert points(folder, met.snapshot)["Kotak suara rusak"]["rapat_ini"]
    plan(folder, NEXT)
    agenda_points.settle(folder, code, TAKEN, coming(folder), NOW)
    row = points(folder, met.snapshot)["Kotak suara rusak"]
    assert row["rapat_ini"] and row["dibawa"] and row["tanggal"] == NEXT, "the minutes of the first one tell it"
    assert points(folder)["Kotak suara rusak"]["kali"] == 2


def test_pressing_twice_says_it_once_and_what_somebody_else_did_is_told(folder):
    plan(folder)
    row = coming(folder)
    code = agenda_points.propose(folder, "Kotak suara rusak", "kpu", "kpu", NOW)
    for _ in range(2):
        agenda_points.settle(folder, code, TAKEN, row, NOW)
    assert len(lines.rows(folder, lines.POINTS)) == 2
    with pytest.raises(ValueError, match="baru saja diubah"):
        agenda_points.settle(folder, code, DECLINED, row, NOW)
    with pytest.raises(ValueError, match="baru saja diubah"):
        agenda_points.settle(folder, "P-tidakada", TAKEN, row, NOW)


def test_without_a_next_meeting_no_point_is_taken(folder):
    code = agenda_points.propose(folder, "Kotak suara rusak", "kpu", "kpu", NOW)
    with pytest.raises(ValueError, match="Tetapkan dulu rapat berikutnya"):
        agenda_points.settle(folder, code, TAKEN, None, NOW)


@pytest.mark.parametrize(
    ("text", "owner", "said"),
    [
        (" ", "kpu", "belum ditulis"),
        ("x" * 161, "kpu", "161 huruf, paling banyak 160"),
        ("Kotak", None, "siapa yang membawakan"),
        ("Hubungi 0812-3456-7890", "kpu", "Pokok yang diusulkan"),
    ],
)
def test_a_point_that_cannot_be_kept_is_refused_in_words(folder, text, owner, said):
    with pytest.raises(ValueError, match=said):
        agenda_points.propose(folder, text, owner, "kpu", NOW)
    assert lines.rows(folder, lines.POINTS) == []


@pytest.mark.parametrize(("waiting", "fits"), [(9, True), (10, False)])
def test_one_agency_may_have_ten_proposals_that_wait(folder, waiting, fits):
    for place in range(waiting):
        agenda_points.propose(folder, f"Pokok {place}", "kpu", "kpu", NOW)
    if fits:
        agenda_points.propose(folder, "Satu lagi", "kpu", "kpu", NOW)
    else:
        with pytest.raises(ValueError, match="Sudah ada 10 usulan"):
            agenda_points.propose(folder, "Satu lagi", "kpu", "kpu", NOW)
    agenda_points.propose(folder, "Milik lain", "kpu", "bawaslu", NOW)


# --- in a calendar ---


def read(content):
    return icalendar.Calendar.from_ical(content)


def test_a_meeting_in_the_calendar_has_its_hour_its_place_and_counts_its_changes(folder):
    plan(folder, place="Aula; lantai 2, Sukabumi")
    [event] = read(calendar.meeting(coming(folder), "https://monev.contoh.test/rapat")).events
    assert event["dtstart"].dt == dt.datetime(2024, 11, 11, 2, tzinfo=dt.UTC), "nine in the city"
    assert event["dtend"].dt - event["dtstart"].dt == dt.timedelta(minutes=90)
    assert str(event["location"]) == "Aula; lantai 2, Sukabumi" and int(event["sequence"]) == 0
    uid = str(event["uid"])
    plan(folder, dt.date(2024, 11, 12), known=coming(folder))
    [moved] = read(calendar.meeting(coming(folder))).events
    assert (str(moved["uid"]), int(moved["sequence"])) == (uid, 1), "a calendar moves it"


def test_a_meeting_without_an_hour_fills_its_day(folder):
    plan(folder, begins=None)
    [event] = read(calendar.meeting(coming(folder))).events
    assert (event["dtstart"].dt, event["dtend"].dt) == (NEXT, dt.date(2024, 11, 12))


def test_the_due_date_of_a_decision_is_there_the_moment_it_is_recorded_and_moves_with_it(folder):
    one = decided("Kirim segel, tinta; dan sampul")
    decision.record(folder, one)
    rows = [row for row in ask(folder, "bersama/tenggat_kalender") if row["id"] == one.id]
    content = calendar.due_dates(rows)
    [event] = read(content).events
    assert event["dtstart"].dt == dt.date(2024, 11, 8)
    assert str(event["summary"]) == "Tenggat KPU: Kirim segel, tinta; dan sampul"
    assert content == calendar.due_dates(rows), "the same for the same content"
    later = dict(rows[0], diubah=rows[0]["diubah"] + dt.timedelta(minutes=5), tenggat=dt.date(2024, 11, 9))
    [moved] = read(calendar.due_dates([later])).events
    assert moved["uid"] == event["uid"] and int(moved["sequence"]) > int(event["sequence"])


def test_due_dates_are_those_to_come_of_what_is_not_done(folder):
    rows = ask(folder, "bersama/tenggat_kalender")
    listed = {row["id"]: row for row in ask(folder, "tindak_lanjut/daftar")}
    assert rows and all(row["tenggat"] >= dt.date(2024, 11, 4) for row in rows)
    assert all(listed[row["id"]]["keadaan"] not in ("selesai", "ditarik") for row in rows)


@pytest.mark.parametrize(("due", "there"), [(dt.date(2024, 11, 3), False), (dt.date(2024, 11, 4), True)])
def test_a_due_date_of_today_is_still_to_come(folder, due, there):
    one = decided("Kirim segel", tenggat=due)
    decision.record(folder, one)
    assert (one.id in {row["id"] for row in ask(folder, "bersama/tenggat_kalender")}) is there


def test_lines_of_a_calendar_are_as_the_standard_has_them(folder):
    one = decided("Kirim segel " * 30)
    decision.record(folder, one)
    content = calendar.due_dates(ask(folder, "bersama/tenggat_kalender"))
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 75


# --- on the disk ---


@pytest.mark.panjang
def test_whoever_is_killed_while_writing_leaves_a_line_whole_or_none(tmp_path):
    chance = random.Random(5)  # noqa: S311
    told, tell = os.pipe()
    for turn in range(60):
        child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                for number in range(5):
                    id = f"U-{turn}-{number}"
                    lines.put(tmp_path, lines.POINTS, {"id": id, "dicatat": NOW, "pokok": id, "uraian": "x" * 2000})
                    os.write(tell, f"{id}\n".encode())
            os._exit(0)
        time.sleep(chance.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    os.close(tell)
    with os.fdopen(told) as said:
        safe = set(said.read().split())
    found = lines.rows(tmp_path, lines.POINTS)
    assert safe and safe <= {row["id"] for row in found}, "what was said to be safe is there"
    assert all(len(row["uraian"]) == 2000 for row in found)
    room = tmp_path / lines.POINTS.room
    for left in room.glob(f"{directory.UNFINISHED}*"):
        os.utime(left, (0, 0))
    lines.put(tmp_path, lines.POINTS, {"id": "U-akhir", "dicatat": NOW})
    assert not [*room.glob(f"{directory.UNFINISHED}*")], "and what was left unfinished goes"
