"""Decisions that were put right or withdrawn, in a spreadsheet at Google: the marked row, its cells, and no other."""

import datetime as dt
import random
import signal
import time

import pytest

from monev.meeting import delivery
from monev.meeting.to_google import ByGoogle
from monev.words import clock
from tests import cloud, forking
from tests.conftest import surroundings
from tests.desk import HEAD, OLD, correct, kept, record, send, standing, withdraw
from tests.google.faults import DONE, LATE, LATER, NOTHING
from tests.test_decisions_google import DUE, SENDER, TAB, WRITE, Desk, at, row_of  # noqa: F401

CHANGE = "sheets.spreadsheets.values.batchUpdateByDataFilter"


@pytest.fixture
def sent(at):  # noqa: F811
    """A tab with a decision that was sent, and the decision."""
    desk_ = at(HEAD, OLD)
    [one] = record(desk_.place, "Kirim segel")
    assert send(desk_.place).sent == (one,)
    desk_.google.clear_requests()
    return desk_, one


def test_the_cells_that_differ_are_written_as_texts_and_dates_and_no_other(sent):
    desk_, one = sent
    before = desk_.rows
    desk_.google.put(desk_.file.id, TAB, "G3", "Berjalan")
    desk_.google.put(desk_.file.id, TAB, "I3", "sudah disiapkan")
    marks = {cell: dict(mark) for cell, mark in desk_.tab.marks.items()}
    correct(desk_.place, one, uraian="=1+1", tenggat=dt.date(2024, 11, 6))
    assert send(desk_.place) == delivery.Sent((one,), {})
    before[2][3], before[2][5], before[2][6], before[2][8] = "=1+1", DUE - 2, "Berjalan", "sudah disiapkan"
    assert desk_.rows == before and desk_.tab.marks == marks
    assert standing(desk_.place)[one]["baris"] == 3
    assert [one for one in desk_.asked() if one != "token"] == [
        "sheets", "batchGet", "search", "batchUpdateByDataFilter", "sheets", "batchGet"
    ]  # fmt: skip


def test_a_withdrawn_row_is_marked_and_not_deleted(sent):
    desk_, one = sent
    withdraw(desk_.place, one)
    assert send(desk_.place).sent == (one,) and desk_.rows[2][6] == "Ditarik" and len(desk_.rows) == 3


def test_what_was_not_sent_yet_is_sent_as_it_stands_and_what_was_withdrawn_is_not(at):  # noqa: F811
    desk_ = at(HEAD, OLD)
    first, second = record(desk_.place, "Kirim segel", "Kirim tinta")
    correct(desk_.place, first, uraian="Kirim sampul")
    withdraw(desk_.place, second)
    assert set(send(desk_.place).sent) == {first, second}
    assert desk_.rows[2:] == [row_of(first, "Kirim sampul")]


def test_a_row_that_moved_is_still_the_one(sent):
    desk_, one = sent
    correct(desk_.place, one, uraian="Kirim tinta")

    def insert(book):
        tab = book.tab(TAB)
        tab.rows.insert(1, ["TL-petugas", None, None, "Baru"])
        for mark in tab.metadata:
            mark["location"]["dimensionRange"]["startIndex"] += 1
            mark["location"]["dimensionRange"]["endIndex"] += 1

    desk_.google.before(CHANGE, insert)  # between our look and our writing
    assert send(desk_.place).sent == (one,)
    assert [row[3] for row in desk_.rows] == ["Uraian", "Baru", "Pengganti tiba", "Kirim tinta"]
    assert standing(desk_.place)[one]["baris"] == 4


def by_hand(told):
    return "Ubah dengan tangan di baris" in told and "Uraian menjadi “Kirim tinta”" in told


@pytest.mark.parametrize("how", ["sorted", "typed"])
def test_a_row_whose_mark_is_elsewhere_or_gone_is_not_written_and_what_to_do_is_told(sent, how):
    desk_, one = sent
    correct(desk_.place, one, uraian="Kirim tinta")
    with desk_.google.changing(desk_.file.id) as book:
        rows = book.tab(TAB).rows
        if how == "sorted":
            rows[1], rows[2] = rows[2], rows[1]
        else:
            book.tab(TAB).metadata.clear()
    before = desk_.rows
    told = send(desk_.place).waiting[one]
    assert by_hand(told) and f"baris {2 if how == 'sorted' else 3}" in told
    assert desk_.rows == before and "batchUpdateByDataFilter" not in desk_.asked()
    desk_.google.put(desk_.file.id, TAB, f"D{2 if how == 'sorted' else 3}", "Kirim tinta")
    assert send(desk_.place).sent == (one,), "once it was put right by hand"


def test_a_row_that_is_deleted_at_that_moment_is_told_and_nothing_else_is_written(sent):
    desk_, one = sent
    correct(desk_.place, one, uraian="Kirim tinta")

    def delete(book):
        del book.tab(TAB).rows[2]
        book.tab(TAB).metadata.clear()

    desk_.google.before(CHANGE, delete)
    assert "tidak ada lagi di lembar" in send(desk_.place).waiting[one]
    assert [row[3] for row in desk_.rows] == ["Uraian", "Pengganti tiba"]


def test_a_part_that_is_protected_is_told(sent):
    desk_, one = sent
    correct(desk_.place, one, uraian="Kirim tinta")
    area = {"sheetId": desk_.tab.sheet_id, "startColumnIndex": 3, "endColumnIndex": 4}
    desk_.tab.protected.append({"protectedRangeId": 1, "range": area, "requestingUserCanEdit": False})
    assert "dilindungi" in send(desk_.place).waiting[one] and desk_.rows[2][3] == "Kirim segel"
    desk_.tab.protected.clear()
    assert send(desk_.place).sent == (one,)


def test_a_sheet_that_is_out_of_reach_for_a_while_gets_it_later(sent):
    desk_, one = sent
    correct(desk_.place, one, uraian="Kirim tinta")
    desk_.google.fault("sheets", "quota", None, desk_.file.id, CHANGE)
    for _ in range(2):
        assert "Dicoba lagi" in send(desk_.place).waiting[one]
    desk_.google.heal()
    assert send(desk_.place).sent == (one,) and desk_.rows[2] == row_of(one, "Kirim tinta")


@pytest.mark.parametrize("carried_out", [NOTHING, DONE])
@pytest.mark.parametrize("kind", ["503", "reset", "cut_body"])
def test_a_change_that_fails_once_is_there_in_the_end(sent, kind, carried_out):
    desk_, one = sent
    correct(desk_.place, one, uraian="Kirim tinta")
    desk_.google.fault("sheets", kind, 1, desk_.file.id, CHANGE, carried_out)
    assert one in send(desk_.place).waiting
    assert send(desk_.place).sent == (one,) and desk_.rows[2] == row_of(one, "Kirim tinta")


def test_a_change_that_comes_long_after_it_failed_does_not_outlive_a_later_one(sent, monkeypatch):
    desk_, one = sent
    monkeypatch.setattr(ByGoogle, "late", dt.timedelta(seconds=LATE + 2))
    correct(desk_.place, one, uraian="Kirim tinta")
    desk_.google.fault("sheets", "reset", 1, desk_.file.id, CHANGE, LATER)
    assert one in send(desk_.place).waiting
    correct(desk_.place, one, minute=7, uraian="Kirim sampul")
    assert "masih mungkin tiba" in send(desk_.place).waiting[one], "written, but not yet told to be certain"
    assert desk_.rows[2][3] == "Kirim sampul"
    time.sleep(LATE + 0.5)
    assert desk_.rows[2][3] == "Kirim tinta", "the late one came"
    send(desk_.place)
    assert desk_.rows[2][3] == "Kirim sampul"
    time.sleep(2)
    assert send(desk_.place).sent == (one,) and desk_.rows[2] == row_of(one, "Kirim sampul")


def test_a_row_that_comes_long_after_its_decision_was_withdrawn_is_marked(at, monkeypatch):  # noqa: F811
    desk_ = at(HEAD, OLD)
    monkeypatch.setattr(ByGoogle, "late", dt.timedelta(seconds=LATE + 2))
    [one] = record(desk_.place, "Kirim segel")
    desk_.google.fault("sheets", "reset", 1, desk_.file.id, WRITE, LATER)
    assert one in send(desk_.place).waiting
    withdraw(desk_.place, one)
    assert "masih mungkin tiba" in send(desk_.place).waiting[one]
    desk_.google.arrive()
    assert desk_.ids()[1:] == [one]
    assert send(desk_.place).sent == (one,) and desk_.rows[2][6] == "Ditarik"


def test_a_row_that_came_before_anybody_saw_it_is_put_right(at):  # noqa: F811
    desk_ = at(HEAD, OLD)
    [one] = record(desk_.place, "Kirim segel")
    desk_.google.fault("sheets", "reset", 1, desk_.file.id, WRITE, DONE)
    assert one in send(desk_.place).waiting
    correct(desk_.place, one, uraian="Kirim tinta")
    assert send(desk_.place).sent == (one,) and desk_.rows[2:] == [row_of(one, "Kirim tinta")]


# --- killed ---


def killed_again_and_again(desk_, folder, times, seed):
    """Decisions recorded, corrected and withdrawn while senders are killed at random moments."""
    chance = random.Random(seed)  # noqa: S311
    secrets = folder / "secrets.toml"
    secrets.write_text(cloud.secrets(desk_.google, {"sekretariat": desk_.file}), "utf-8")
    around = surroundings(RAHASIA=secrets, POTRET=desk_.place.snapshots) | desk_.google.environment
    desk_.google.delay = 0.02
    killed, ids = 0, []
    with forking.Parent("google") as parent:
        for turn in range(3 * times):
            ids += record(desk_.place, "Kirim segel")
            for one in chance.sample(ids, min(2, len(ids))):
                if not standing(desk_.place)[one]["ditarik"]:
                    correct(desk_.place, one, uraian=f"Kirim ke-{turn}")
            if turn % 3 == 2:
                withdraw(desk_.place, chance.choice([one for one in ids if not standing(desk_.place)[one]["ditarik"]]))
            process = parent.run(SENDER, around)
            time.sleep(chance.uniform(0, 0.45))
            process.kill()
            killed += process.wait() == -signal.SIGKILL
            assert len(set(desk_.ids())) == len(desk_.ids()), "doubled"
            if killed == times:
                break
    desk_.google.delay = 0
    for _ in range(20):  # a request of a sender that was killed may still be on its way
        if not send(desk_.place).waiting:
            break
        time.sleep(1)
    now = standing(desk_.place)
    there = {row[0]: (row[3], row[6]) for row in desk_.rows[2:]}
    assert killed == times and set(now) == set(ids) and set(there) <= set(ids)
    for one, row in now.items():
        if row["ditarik"]:
            assert there.get(one, (None, "Ditarik"))[1] == "Ditarik"
        else:
            assert there[one] == (row["uraian"], "Belum")
    assert all(row["terkirim"] for row in now.values())


def test_fifty_senders_killed_at_random_moments_lose_no_correction(at, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(ByGoogle, "late", dt.timedelta(seconds=3))
    killed_again_and_again(at(HEAD, OLD), tmp_path, 50, seed=2024)


def test_a_try_is_noted_before_it_begins(sent, monkeypatch):
    desk_, one = sent
    withdraw(desk_.place, one)
    seen = []
    desk_.google.before(CHANGE, lambda _: seen.extend(row["dicoba"] for row in kept(desk_.place).values()))
    send(desk_.place)
    assert len(seen) == 2 and all(seen)
    assert abs(dt.datetime.fromisoformat(seen[-1]) - clock.now()) < dt.timedelta(minutes=1)
