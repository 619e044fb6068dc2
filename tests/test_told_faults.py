"""Comments on findings whatever fails on the way: none twice, none lost, none on a wrong row, none of people's changed."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from monev.settings import HOME
from monev.sheets.google import comments as api, insert
from monev.snapshot import store
from monev.sync.told import deliver, record, text, wanted
from tests import cloud
from tests.clerk import AGENCY, BAD, TAB, Clerk, later, put_in, row
from tests.conftest import surroundings
from tests.google import comments
from tests.google.faults import DONE, KINDS, LATE, LATER, NOTHING

GET, READ, WRITE = (f"sheets.spreadsheets.{name}" for name in ("get", "values.batchGet", "batchUpdate"))
TROUBLES = [kind for kind in KINDS if kind not in ("hang", "trickle")]
GOOD_CELL = "31"


@pytest.fixture
def at(standin, tmp_path):
    """A function that lays out the sheet with two findings in cells, and what an officer said in comments of his own."""

    def laid(*rows, **given):
        clerk = Clerk(
            standin, tmp_path, *(rows or (row(), row("Dinas B", signed=BAD), row("Dinas C", staff="ada"))), **given
        )
        clerk.theirs = [clerk.by_hand(2, 2, "Tolong dicek"), clerk.by_hand(0, 0, "Judul sudah benar?")]
        clerk.before = people(clerk)
        return clerk

    return laid


def people(clerk):
    return [one for one in comments.answered(clerk.book) if not one["headPost"]["author"].get("me")]


def open_now(clerk):
    return {one.code: one for one in found(clerk).open}


def found(clerk):
    return wanted.of_snapshot(clerk.place.snapshots, store.latest(clerk.place.snapshots))[AGENCY]


def right(clerk):
    """Every open finding has one comment, on its own cell, and whatever else is ours is resolved; people's are as they
    were."""
    told, ours = open_now(clerk), clerk.own("OPEN")
    codes = [text.code(one["headPost"]["content"]) for one in ours]
    assert sorted(codes) == sorted(told), "each once, and none that is gone"
    tab = clerk.book.tab(TAB)
    for one, code in zip(ours, codes, strict=True):
        _, at, column = comments.place(clerk.book, one["commentId"])
        if told[code].row is not None and told[code].many == 1:
            assert tab.value(at, column) == told[code].typed, "on the cell that it tells of"
    for one in clerk.own():
        said = clerk.said(one)
        assert len(said) == len(set(said)) or "muncul lagi" in " ".join(said), "nothing is said twice"
    assert people(clerk) == clerk.before
    return True


def in_the_end(clerk, monkeypatch, tries=8):
    """Tell until nothing is in the way; every other time what was under way cannot arrive any more."""
    for turn in range(tries):
        if clerk.tell().trouble is None:
            return right(clerk)
        if turn % 2:
            later(monkeypatch, minutes=4)
    raise AssertionError(clerk.record())


def mended(clerk):
    clerk.type("C3", GOOD_CELL)
    clerk.type("B4", "50")
    clerk.sync()


# --- the matrix: every failure of Google's, with what was asked carried out or not, at each kind of act ---


@pytest.mark.parametrize("carried_out", [NOTHING, DONE])
@pytest.mark.parametrize("kind", TROUBLES)
def test_comments_are_there_once_whatever_the_answer_was(at, kind, carried_out, monkeypatch):
    clerk = at()
    clerk.sync()
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    clerk.tell()
    in_the_end(clerk, monkeypatch)


@pytest.mark.parametrize("carried_out", [NOTHING, DONE])
@pytest.mark.parametrize("kind", TROUBLES)
def test_they_are_resolved_once_whatever_the_answer_was(at, kind, carried_out, monkeypatch):
    clerk = at()
    clerk.round()
    mended(clerk)
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    clerk.tell()
    in_the_end(clerk, monkeypatch)
    thanked = [one for one in clerk.own("RESOLVED") if one["headPost"]["content"].startswith(f"{TAB}, ")]
    assert len(thanked) == 2 and all(clerk.said(one)[1:] == [text.THANKS] for one in thanked)


@pytest.mark.parametrize("carried_out", [NOTHING, DONE])
@pytest.mark.parametrize("kind", ["401", "403", "429", "503", "cut_body", "reset", "html_200", "quota"])
def test_they_are_opened_again_once_whatever_the_answer_was(at, kind, carried_out, monkeypatch):
    clerk = at()
    clerk.round()
    mended(clerk)
    clerk.tell()
    clerk.type("C3", BAD)
    clerk.sync()
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    clerk.tell()
    in_the_end(clerk, monkeypatch)
    [again] = [one for one in clerk.own("OPEN") if one["headPost"]["content"].startswith(f"{TAB}, ")]
    assert [said.split("\n")[0] for said in clerk.said(again)[1:]] == [text.THANKS, "Temuan ini muncul lagi."]


@pytest.mark.parametrize("method", [GET, READ])
@pytest.mark.parametrize("kind", ["401", "404", "429", "503", "cut_body", "reset", "html_200", "quota", "json_list"])
def test_a_look_that_fails_changes_nothing(at, kind, method, monkeypatch):
    clerk = at()
    clerk.sync()
    clerk.google.fault("sheets", kind, 7, clerk.file.id, method)
    clerk.tell()
    clerk.google.heal()
    in_the_end(clerk, monkeypatch)


@pytest.mark.parametrize("carried_out", [NOTHING, DONE, LATER])
def test_an_answer_that_never_comes(at, carried_out, monkeypatch):
    monkeypatch.setattr("monev.sheets.google.client.SILENCE", 1)
    clerk = at()
    clerk.sync()
    clerk.google.fault("sheets", "hang", 1, clerk.file.id, WRITE, carried_out)
    assert "tidak menjawab pada waktunya" in clerk.tell().trouble
    in_the_end(clerk, monkeypatch)


def test_a_writing_that_arrives_long_after_it_failed_doubles_no_comment(at, monkeypatch):
    clerk = at()
    clerk.sync()
    clerk.google.fault("sheets", "reset", 1, clerk.file.id, WRITE, LATER)
    assert clerk.tell().trouble
    assert clerk.tell().trouble is None and right(clerk)
    time.sleep(LATE + 0.5)
    assert right(clerk), "and is refused when it comes"


def test_one_that_arrives_late_after_rows_were_put_in_above_is_put_right(at, monkeypatch):
    clerk = at()
    clerk.sync()
    clerk.google.fault("sheets", "reset", 1, clerk.file.id, WRITE, LATER)
    assert clerk.tell().trouble
    clerk.insert_rows(2, row("Dinas X"), row("Dinas Y"))
    time.sleep(LATE + 0.5)
    in_the_end(clerk, monkeypatch)


def test_thanks_that_arrive_late_for_a_finding_that_is_back_are_followed_by_opening_it(at, monkeypatch):
    clerk = at()
    clerk.round()
    mended(clerk)
    clerk.google.fault("sheets", "reset", 1, clerk.file.id, WRITE, LATER)
    assert clerk.tell().trouble
    clerk.type("C3", BAD)
    clerk.sync()
    clerk.tell()
    time.sleep(LATE + 0.5)
    in_the_end(clerk, monkeypatch)


# --- what Google answers well and does not do ---


def test_a_batch_that_is_answered_and_saved_no_comment_is_tried_again(at, monkeypatch):
    clerk = at()
    clerk.sync()
    clerk.book.comments_fail = "all"
    assert "tidak menyimpan" in clerk.tell().trouble and not clerk.own()
    clerk.book.comments_fail = set()
    in_the_end(clerk, monkeypatch)


@pytest.mark.parametrize("part", [1, 3, 5])
def test_a_batch_of_which_one_part_was_not_saved_is_completed(at, part, monkeypatch):
    clerk = at()
    clerk.sync()
    clerk.book.comments_fail = {part}
    assert clerk.tell().trouble and clerk.own()
    clerk.book.comments_fail = set()
    in_the_end(clerk, monkeypatch)


def test_comments_that_are_never_saved_give_way_to_the_tab(at):
    clerk = at()
    clerk.sync()
    clerk.book.comments_fail = "all"
    became = [clerk.tell() for _ in range(3)]
    assert [one.way for one in became] == ["komentar", "komentar", "tab"] and became[-1].trouble is None
    assert clerk.book.tab("Temuan").rows and not clerk.own()


def test_a_mark_that_was_given_without_a_comment_is_followed_by_another(at, monkeypatch):
    """As after a restored disk: the numbers begin anew, and Google knows them."""
    clerk = at()
    clerk.round()
    with clerk.google.changing(clerk.file.id) as book:
        for one in clerk.own():
            comments.delete(book, {"commentId": one["commentId"]})
    (clerk.place.snapshots / record.FOLDER / f"{AGENCY}.json").unlink()
    assert clerk.tell().trouble
    in_the_end(clerk, monkeypatch)


def test_where_there_is_no_room_for_marks_comments_go_without(at, monkeypatch):
    monkeypatch.setattr("tests.google.changes.MOST_METADATA", 2)
    clerk = at()
    clerk.sync()
    clerk.tell()
    assert right(clerk) and len(clerk.book.metadata) <= 2
    mended(clerk)
    clerk.tell()
    assert right(clerk)


def test_another_spreadsheet_is_told_everything_anew(at, standin):
    clerk = at()
    clerk.round()
    rows = [list(cells) for cells in clerk.book.tab(TAB).rows]
    clerk.file = clerk.files[AGENCY] = standin.add("baru", {TAB: rows}, title="Monev kesbangpol", role="writer")
    clerk.place = clerk.place.__class__(
        **{**clerk.place.__dict__, "spreadsheets": clerk.place.spreadsheets | {AGENCY: clerk.file.url}}
    )
    clerk.before = people(clerk)
    clerk.sync()
    assert clerk.tell().trouble is None and clerk.own() and right(clerk)


def test_a_record_that_is_lost_or_damaged_doubles_nothing(at, monkeypatch):
    clerk = at()
    clerk.round()
    path = clerk.place.snapshots / record.FOLDER / f"{AGENCY}.json"
    for content in (None, "", "[]", '{"comments": {"x": 1}}', '{"snapshot"'):
        path.unlink() if content is None else path.write_text(content, "utf-8")
        before = comments.answered(clerk.book)
        in_the_end(clerk, monkeypatch)
        assert comments.answered(clerk.book) == before


def test_what_was_refused_one_by_one_does_not_hold_up_the_rest(at, monkeypatch):
    """Somebody took a tab away at the very moment: what was to be said there is refused, all else is written."""
    clerk = at(more={"Anggaran Fasilitasi": [["tidak", "dikenal"], ["x", "y"]]})
    clerk.round()
    mended(clerk)
    gone = clerk.own("OPEN")[0]["commentId"]
    clerk.google.before(WRITE, lambda book: comments.delete(book, {"commentId": gone}))
    clerk.tell()
    thanked = [one for one in clerk.own("RESOLVED") if one["headPost"]["content"].startswith(f"{TAB}, ")]
    assert len(thanked) == 2 - (gone not in {one["commentId"] for one in clerk.own()} and len(thanked) == 1)
    assert clerk.tell().trouble is None


# --- where it may not ---


def test_an_account_that_may_only_look_is_told_what_to_click(at):
    clerk = at(role="reader")
    clerk.sync()
    became = [clerk.tell() for _ in range(2)]
    assert [one.way for one in became] == ["komentar", "tab"], "a single refusal may pass"
    assert all("Editor" in one.trouble for one in became) and not clerk.own()
    clerk.google.share(clerk.file.id, "writer")
    later_day = clerk.record()
    later_day.fallen = None
    record.save(clerk.place.snapshots, AGENCY, later_day)
    assert clerk.tell().trouble is None and right(clerk)


def test_where_comments_are_refused_the_tab_takes_their_place_and_they_are_tried_again_a_day_later(at, monkeypatch):
    clerk = at()
    clerk.book.comments = False
    clerk.round()
    became = clerk.tell()
    assert (became.way, became.trouble) == ("tab", None) and clerk.book.tab("Temuan").rows
    clerk.book.comments = True
    assert clerk.round().way == "tab"
    later(monkeypatch, hours=25)
    assert clerk.tell().way == "komentar" and right(clerk)
    assert "Temuan kini ditulis sebagai komentar" in clerk.book.tab("Temuan").rows[0][0]
    assert not [row for row in clerk.book.tab("Temuan").rows[2:] if any(row)]


# --- killed, and several at once ---


class Ended(BaseException):
    """The process is gone."""


def moments(monkeypatch, clerk, count):
    """Let the process end at the `count`-th of the moments at which it does something; whether it came so far."""
    left = [count]

    def ending(module, name, after=False):
        real = getattr(module, name)

        def wrapped(*given, **named):
            if not after:
                step()
            answer = real(*given, **named)
            if after:
                step()
            return answer

        monkeypatch.setattr(module, name, wrapped)

    def step():
        left[0] -= 1
        if left[0] == 0:
            raise Ended

    for module, name in ((record, "save"), (api, "look"), (api, "write")):
        ending(module, name)
        ending(module, name, after=True)
    return left


@pytest.mark.parametrize("stage", ["first", "mended", "back"])
def test_killed_at_each_moment_it_loses_and_doubles_nothing(standin, tmp_path, stage, monkeypatch):
    for count in range(1, 60):
        with pytest.MonkeyPatch.context() as patch:
            clerk = Clerk(
                standin, tmp_path / str(count), row(), row("Dinas B", signed=BAD), row("Dinas C", staff="ada")
            )
            clerk.before = people(clerk)
            clerk.sync()
            if stage != "first":
                clerk.tell()
                mended(clerk)
            if stage == "back":
                clerk.tell()
                clerk.type("C3", BAD)
                clerk.sync()
            left = moments(patch, clerk, count)
            with contextlib.suppress(Ended):
                clerk.tell()
        in_the_end(clerk, monkeypatch)
        if left[0] > 0:
            assert count > 8
            return
    raise AssertionError("it never came to its end")


SENDER = "from monev import settings; from monev.sync.told import deliver; found = settings.load(); print(1, flush=True); deliver.send(found)"


def started(clerk, tmp_path):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(
        cloud.secrets(clerk.google, clerk.files) + f'[temuan_di_lembar]\n{AGENCY} = "komentar"\n', "utf-8"
    )
    around = surroundings(RAHASIA=secrets, POTRET=clerk.place.snapshots, SUMBER="google") | clerk.google.environment
    return subprocess.Popen([sys.executable, "-c", SENDER], env=os.environ | around, cwd=HOME, stdout=subprocess.PIPE)


def test_senders_killed_at_random_moments_lose_and_double_nothing(at, tmp_path, monkeypatch):
    clerk = at()
    clerk.google.delay = 0.05
    chance = random.Random(20241127)  # noqa: S311
    for turn in range(6):
        (mended if turn % 2 else clerk.sync)(*([clerk] if turn % 2 else []))
        process = started(clerk, tmp_path)
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.9))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if turn % 2:
            clerk.type("C3", BAD)
    clerk.google.delay = 0
    clerk.sync()
    in_the_end(clerk, monkeypatch)


def test_two_servers_at_once_tell_everything_once(at):
    clerk = at()
    clerk.sync()
    clerk.google.delay = 0.05
    with ThreadPoolExecutor(4) as pool:
        became = list(pool.map(lambda _: deliver.send(clerk.place)[AGENCY], range(4)))
    assert all(one.trouble is None for one in became) and sum(one.written > 0 for one in became) == 1
    assert right(clerk)


def test_two_servers_with_folders_of_their_own_end_with_one_comment_each(at, tmp_path, standin):
    """Which nobody should run; Google refuses the second one of everything that both begin."""
    clerk = at()
    clerk.sync()
    other = Clerk(standin, tmp_path / "lain", row())
    other.files, other.file = clerk.files, clerk.file
    other.place = cloud.settings(standin, clerk.files, tmp_path / "lain", date=clerk.place.reference_date)
    other.place = other.place.__class__(**{**other.place.__dict__, "told": clerk.place.told})
    other.sync()
    gate = threading.Barrier(2)

    def tell(one):
        gate.wait()
        return one.tell()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(tell, (clerk, other)))
    for one in (clerk, other):
        one.tell()
    assert right(clerk)


# --- people at work meanwhile ---


@pytest.mark.parametrize("moment", [READ, WRITE])
@pytest.mark.parametrize("many", [1, 5])
def test_rows_put_in_above_at_any_moment_lead_to_no_wrong_row(at, moment, many, monkeypatch):
    clerk = at()
    clerk.sync()
    clerk.google.before(moment, lambda book: put_in(book, 2, *(row(f"Dinas baru {at}") for at in range(many))))
    clerk.tell()
    in_the_end(clerk, monkeypatch)
    clerk.sync()
    clerk.before = people(clerk)
    in_the_end(clerk, monkeypatch)


def test_rows_sorted_by_hand_carry_no_comment_to_a_wrong_row(at, monkeypatch):
    """Google leaves comments where they are when values are typed over: the next round puts them right."""
    clerk = at()
    clerk.round()
    with clerk.google.changing(clerk.file.id) as book:
        tab = book.tab(TAB)
        tab.rows[1:4] = [tab.rows[2], tab.rows[3], tab.rows[1]]
    clerk.sync()
    in_the_end(clerk, monkeypatch)


def test_a_comment_that_people_answered_is_kept_when_its_cell_moved_away(at, monkeypatch):
    clerk = at()
    clerk.round()
    [ours] = [one for one in clerk.own() if f"Tertulis: {BAD}" in one["headPost"]["content"]]
    clerk.reply(ours["commentId"], "Sedang ditanyakan")
    with clerk.google.changing(clerk.file.id) as book:
        tab = book.tab(TAB)
        tab.rows[1:4] = [tab.rows[2], tab.rows[3], tab.rows[1]]
    clerk.sync()
    in_the_end(clerk, monkeypatch)
    [kept] = [one for one in clerk.own("RESOLVED") if one["commentId"] == ours["commentId"]]
    assert clerk.said(kept)[1:] == ["Sedang ditanyakan", text.REPLACED]


def test_the_way_in_is_asked_once_and_a_sheet_that_is_gone_is_told(at):
    clerk = at()
    clerk.sync()
    clerk.google.trash(clerk.file.id)
    assert clerk.tell().trouble is None, "a file in the bin can still be written"
    clerk.google.clear_requests()
    mended(clerk)
    clerk.google.remove(clerk.file.id)
    assert "tidak ditemukan" in clerk.tell().trouble and insert.SECONDS
