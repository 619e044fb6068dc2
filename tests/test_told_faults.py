"""Comments on findings whatever fails on the way: none twice, none lost, none on a wrong row, none of people's changed."""

import contextlib
import copy
import dataclasses
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from monev.sheets.google import comments as api, insert
from monev.sync.told import deliver, record, text, wanted
from tests import cloud, forking
from tests.clerk import AGENCY, BAD, TAB, Clerk, Stage, declared_once, later, put_in, row
from tests.conftest import surroundings
from tests.google import comments
from tests.google.faults import DONE, KINDS, LATER, NOTHING

GET, READ, WRITE = (f"sheets.spreadsheets.{name}" for name in ("get", "values.batchGet", "batchUpdate"))
TROUBLES = [kind for kind in KINDS if kind not in ("hang", "trickle")]
GOOD_CELL = "31"


#: In what state a sheet may be when something goes wrong: read; told; mended and read again; thanked for; spoilt again.
STAGES = ("read", "told", "mended", "thanked", "back")


def rows():
    """Two findings in cells."""
    return row(), row("Dinas B", signed=BAD), row("Dinas C", staff="ada")


@pytest.fixture
def at(standin, tmp_path, monkeypatch):
    """A function that lays out the sheet with two findings in cells, and what an officer said in comments of his own."""
    declared_once(monkeypatch)
    return lambda **given: laid(standin, tmp_path, **given)


def laid(google, folder, **given):
    clerk = Clerk(google, folder, *rows(), **given)
    clerk.theirs = [clerk.by_hand(2, 2, "Tolong dicek"), clerk.by_hand(0, 0, "Judul sudah benar?")]
    clerk.before = people(clerk)
    return clerk


@pytest.fixture(scope="module")
def stages(standin_up, tmp_path_factory):
    """The states that were reached so far."""
    return {}


@pytest.fixture
def begun(standin, stages, tmp_path_factory, monkeypatch):
    """A function that gives the clerk of a sheet in one of STAGES: begun("told")."""
    declared_once(monkeypatch)

    def in_stage(name):
        if name not in stages:
            stages[name] = Stage(reached(laid(standin, tmp_path_factory.mktemp(name)), name))
        return stages[name].again()

    return in_stage


def reached(clerk, stage):
    clerk.sync()
    if stage in STAGES[1:]:
        clerk.tell()
    if stage in STAGES[2:]:
        mended(clerk)
    if stage in STAGES[3:]:
        clerk.tell()
    if stage == "back":
        clerk.type("C3", BAD)
        clerk.sync()
    return clerk


def people(clerk):
    return [one for one in comments.answered(clerk.book) if not one["headPost"]["author"].get("me")]


def open_now(clerk):
    return {one.code: one for one in clerk.found().open}


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
def test_comments_are_there_once_whatever_the_answer_was(begun, kind, carried_out, monkeypatch):
    clerk = begun("read")
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    clerk.tell()
    in_the_end(clerk, monkeypatch)


@pytest.mark.parametrize("carried_out", [NOTHING, DONE])
@pytest.mark.parametrize("kind", TROUBLES)
def test_they_are_resolved_once_whatever_the_answer_was(begun, kind, carried_out, monkeypatch):
    clerk = begun("mended")
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    clerk.tell()
    in_the_end(clerk, monkeypatch)
    thanked = [one for one in clerk.own("RESOLVED") if one["headPost"]["content"].startswith(f"{TAB}, ")]
    assert len(thanked) == 2 and all(clerk.said(one)[1:] == [text.THANKS] for one in thanked)


@pytest.mark.parametrize("carried_out", [NOTHING, DONE])
@pytest.mark.parametrize("kind", ["401", "403", "429", "503", "cut_body", "reset", "html_200", "quota"])
def test_they_are_opened_again_once_whatever_the_answer_was(begun, kind, carried_out, monkeypatch):
    clerk = begun("back")
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    clerk.tell()
    in_the_end(clerk, monkeypatch)
    [again] = [one for one in clerk.own("OPEN") if one["headPost"]["content"].startswith(f"{TAB}, ")]
    assert [said.split("\n")[0] for said in clerk.said(again)[1:]] == [text.THANKS, "Temuan ini muncul lagi."]


@pytest.mark.parametrize("method", [GET, READ])
@pytest.mark.parametrize("kind", ["401", "404", "429", "503", "cut_body", "reset", "html_200", "quota", "json_list"])
def test_a_look_that_fails_changes_nothing(begun, kind, method, monkeypatch):
    clerk = begun("read")
    clerk.google.fault("sheets", kind, 7, clerk.file.id, method)
    clerk.tell()
    clerk.google.heal()
    in_the_end(clerk, monkeypatch)


@pytest.mark.parametrize("carried_out", [NOTHING, DONE, LATER])
def test_an_answer_that_never_comes(begun, carried_out, monkeypatch):
    monkeypatch.setattr("monev.sheets.google.client.SILENCE", 0.5)
    clerk = begun("read")
    clerk.google.fault("sheets", "hang", 1, clerk.file.id, WRITE, carried_out)
    assert "tidak menjawab pada waktunya" in clerk.tell().trouble
    in_the_end(clerk, monkeypatch)


def test_a_writing_that_arrives_long_after_it_failed_doubles_no_comment(begun, monkeypatch):
    clerk = begun("read")
    clerk.google.fault("sheets", "reset", 1, clerk.file.id, WRITE, LATER)
    assert clerk.tell().trouble
    assert clerk.tell().trouble is None and right(clerk)
    clerk.google.arrive()
    assert right(clerk), "and is refused when it comes"


def test_one_that_arrives_late_after_rows_were_put_in_above_is_put_right(begun, monkeypatch):
    clerk = begun("read")
    clerk.google.fault("sheets", "reset", 1, clerk.file.id, WRITE, LATER)
    assert clerk.tell().trouble
    clerk.insert_rows(2, row("Dinas X"), row("Dinas Y"))
    clerk.google.arrive()
    in_the_end(clerk, monkeypatch)


def test_thanks_that_arrive_late_for_a_finding_that_is_back_are_followed_by_opening_it(begun, monkeypatch):
    clerk = begun("mended")
    clerk.google.fault("sheets", "reset", 1, clerk.file.id, WRITE, LATER)
    assert clerk.tell().trouble
    clerk.type("C3", BAD)
    clerk.sync()
    clerk.tell()
    clerk.google.arrive()
    in_the_end(clerk, monkeypatch)


@pytest.mark.parametrize("carried_out", [NOTHING, DONE, LATER])
@pytest.mark.parametrize("kind", ["503", "reset", "cut_body"])
def test_what_is_left_of_several_is_said_once_whatever_the_answer_was(
    standin, tmp_path, kind, carried_out, monkeypatch
):
    declared_once(monkeypatch)
    clerk = Clerk(standin, tmp_path, *(row(f"Dinas {at}", signed="sekitar 1") for at in "ABC"))
    clerk.round()
    clerk.type("C2", "31")
    clerk.sync()
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    for _ in range(3):
        clerk.tell()
    clerk.google.arrive()
    later(monkeypatch, minutes=4)
    assert clerk.tell().trouble is None
    [one] = [one for one in clerk.own() if one["headPost"]["content"].startswith(f"{TAB}, ")]
    head, *replies = clerk.said(one)
    assert "2 sel: C3 dan C4" in head and replies == [f"{text.PARTLY} Yang masih perlu dibenahi: 2 sel: C3 dan C4."]


# --- what Google answers well and does not do ---


def test_a_batch_that_is_answered_and_saved_no_comment_is_tried_again(begun, monkeypatch):
    clerk = begun("read")
    clerk.book.comments_fail = "all"
    assert "tidak menyimpan" in clerk.tell().trouble and not clerk.own()
    clerk.book.comments_fail = set()
    in_the_end(clerk, monkeypatch)


@pytest.mark.parametrize("part", [1, 3, 5])
def test_a_batch_of_which_one_part_was_not_saved_is_completed(begun, part, monkeypatch):
    clerk = begun("read")
    clerk.book.comments_fail = {part}
    assert clerk.tell().trouble and clerk.own()
    clerk.book.comments_fail = set()
    in_the_end(clerk, monkeypatch)


def test_comments_that_are_never_saved_give_way_to_the_tab(begun):
    clerk = begun("read")
    clerk.book.comments_fail = "all"
    became = [clerk.tell() for _ in range(3)]
    assert [one.way for one in became] == ["komentar", "komentar", "tab"] and became[-1].trouble is None
    assert clerk.book.tab("Temuan").rows and not clerk.own()


def test_a_mark_that_was_given_without_a_comment_is_followed_by_another(begun, monkeypatch):
    """As after a restored disk: the numbers begin anew, and Google knows them."""
    clerk = begun("told")
    with clerk.google.changing(clerk.file.id) as book:
        for one in clerk.own():
            comments.delete(book, {"commentId": one["commentId"]})
    (clerk.place.snapshots / record.FOLDER / f"{AGENCY}.json").unlink()
    assert clerk.tell().trouble
    in_the_end(clerk, monkeypatch)


def test_where_there_is_no_room_for_marks_comments_go_without(begun, monkeypatch):
    monkeypatch.setattr("tests.google.changes.MOST_METADATA", 2)
    clerk = begun("read")
    clerk.tell()
    assert right(clerk) and len(clerk.book.metadata) <= 2
    mended(clerk)
    clerk.tell()
    assert right(clerk)


def test_another_spreadsheet_is_told_everything_anew(begun, standin):
    clerk = begun("told")
    rows = [list(cells) for cells in clerk.book.tab(TAB).rows]
    clerk.file = clerk.files[AGENCY] = standin.add("baru", {TAB: rows}, title="Monev kesbangpol", role="writer")
    clerk.place = clerk.place.__class__(
        **{**clerk.place.__dict__, "spreadsheets": clerk.place.spreadsheets | {AGENCY: clerk.file.url}}
    )
    clerk.before = people(clerk)
    clerk.sync()
    assert clerk.tell().trouble is None and clerk.own() and right(clerk)


def test_a_record_that_is_lost_or_damaged_doubles_nothing(begun, monkeypatch):
    clerk = begun("told")
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


def test_an_account_that_may_only_look_is_told_what_to_click(begun):
    clerk = begun("read")
    clerk.google.share(clerk.file.id, "reader")
    became = [clerk.tell() for _ in range(3)]
    assert [one.way for one in became] == ["komentar"] * 3, "the tab could not be written either"
    assert all("Editor" in one.trouble for one in became) and not clerk.own()
    clerk.google.share(clerk.file.id, "writer")
    assert clerk.tell().way == "komentar" and right(clerk), "at once, without a day of waiting"
    assert [one.title for one in clerk.book.tabs] == [TAB]


def test_one_that_fell_back_and_then_may_not_write_at_all_begins_with_comments_again(begun):
    clerk = begun("read")
    clerk.book.comments = False
    assert [clerk.tell().way for _ in range(2)] == ["komentar", "tab"], "a single refusal may pass"
    clerk.google.share(clerk.file.id, "reader")
    mended(clerk)
    assert "Editor" in clerk.tell().trouble and clerk.record().fallen is None
    clerk.google.share(clerk.file.id, "writer")
    clerk.book.comments = True
    assert clerk.tell().way == "komentar" and right(clerk)


def test_where_comments_are_refused_the_tab_takes_their_place_and_they_are_tried_again_a_day_later(begun, monkeypatch):
    clerk = begun("read")
    clerk.book.comments = False
    clerk.tell()
    became = clerk.tell()
    assert (became.way, became.trouble) == ("tab", None) and clerk.book.tab("Temuan").rows
    clerk.book.comments = True
    assert clerk.round().way == "tab"
    later(monkeypatch, hours=25)
    assert clerk.tell().way == "komentar" and right(clerk)
    assert "Temuan kini ditulis sebagai komentar" in clerk.book.tab("Temuan").rows[0][0]
    assert not [row for row in clerk.book.tab("Temuan").rows[2:] if any(row)]


@pytest.mark.parametrize("lost", [False, True])
def test_an_old_tab_says_that_comments_took_its_place_also_where_nothing_is_known_of_it(begun, lost):
    clerk = begun("read")
    clerk.wished("tab")
    clerk.tell()
    clerk.google.rename_tab(clerk.file.id, "Temuan", "Temuan lama")
    if lost:
        (clerk.place.snapshots / record.FOLDER / f"{AGENCY}.json").unlink()
    clerk.wished("komentar")
    assert clerk.tell().trouble is None and right(clerk)
    rows = clerk.book.tab("Temuan lama").rows
    assert "Temuan kini ditulis sebagai komentar" in rows[0][0] and not [row for row in rows[2:] if any(row)]
    clerk.google.clear_requests()
    clerk.type("B3", "ada")
    clerk.round()
    assert clerk.asked().count("batchUpdate") == 1, "once it says so it is not looked at again"


# --- whose sheet it is ---


def swapped(clerk, other="bpkpd"):
    """The addresses of the clerk's agency and of another one, each at the other's place."""
    typed = dict(clerk.place.spreadsheets)
    typed[AGENCY], typed[other] = typed[other], typed[AGENCY]
    clerk.place = dataclasses.replace(clerk.place, spreadsheets=typed)


@pytest.mark.parametrize("way", ["komentar", "tab"])
@pytest.mark.parametrize("synced", [True, False])
def test_nothing_is_written_into_the_sheet_of_another_agency(begun, way, synced):
    clerk = begun("told")
    clerk.wished(way)
    other = clerk.files["bpkpd"]
    clerk.google.share(other.id, "writer")
    swapped(clerk)
    if synced:
        clerk.sync()
    clerk.google.clear_requests()
    said = clerk.tell().trouble
    assert ("tabnya cocok dengan lembar BPKPD" if synced else "alamatnya belum pernah dibaca") in said
    assert clerk.asked() == [] and not clerk.google.book(other.id).threads
    assert len(clerk.google.book(other.id).tabs) == 1
    swapped(clerk)
    clerk.sync()
    assert clerk.tell().trouble is None and clerk.tell().left == {}
    if way == "komentar":
        assert right(clerk), "what was known of the own sheet was kept"


def test_nothing_is_written_where_the_last_sync_refused_the_sheet(begun):
    clerk = begun("told")
    clerk.google.rename_tab(clerk.file.id, TAB, "Pencairan")
    clerk.google.add_tab(clerk.file.id, "NPHD", [["penerima", "nilai_nphd"]])
    before = comments.answered(clerk.book)
    clerk.sync()
    assert "sinkron terakhir tidak memakainya" in clerk.tell().trouble, "also where nothing is new"
    clerk.wished("tab")
    told = clerk.tell()
    assert "sinkron terakhir tidak memakainya: Tabnya cocok dengan lembar BPKPD" in told.trouble
    assert "Yang sudah tertulis di sana (komentar dari akun dasbor) dibiarkan" in told.trouble
    assert comments.answered(clerk.book) == before and "Temuan" not in [one.title for one in clerk.book.tabs]


def test_what_was_written_into_a_sheet_before_it_is_told_when_another_takes_its_place(begun, standin):
    clerk = begun("told")
    old = clerk.file.url
    rows = [list(cells) for cells in clerk.book.tab(TAB).rows]
    new = standin.add("baru", {TAB: rows}, title="Monev kesbangpol", role="writer")
    clerk.file = clerk.files[AGENCY] = new
    clerk.place = dataclasses.replace(clerk.place, spreadsheets=clerk.place.spreadsheets | {AGENCY: new.url})
    clerk.sync()
    assert clerk.tell().left == {old: "komentar"}
    assert clerk.tell().left == {} and clerk.record().left == {old: "komentar"}


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


@pytest.mark.parametrize("stage", ["read", "mended", "back"])
def test_killed_at_each_moment_it_loses_and_doubles_nothing(begun, stage, monkeypatch):
    for count in range(1, 60):
        clerk = begun(stage)
        with pytest.MonkeyPatch.context() as patch:
            left = moments(patch, clerk, count)
            with contextlib.suppress(Ended):
                clerk.tell()
        in_the_end(clerk, monkeypatch)
        if left[0] > 0:
            assert count > 8
            return
    raise AssertionError("it never came to its end")


SENDER = "from monev import settings; from monev.sync.told import deliver; deliver.send(settings.load())"


def test_senders_killed_at_random_moments_lose_and_double_nothing(begun, tmp_path, monkeypatch):
    clerk = begun("read")
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(
        cloud.secrets(clerk.google, clerk.files) + f'[temuan_di_lembar]\n{AGENCY} = "komentar"\n', "utf-8"
    )
    around = surroundings(RAHASIA=secrets, POTRET=clerk.place.snapshots, SUMBER="google") | clerk.google.environment
    clerk.google.delay = 0.05
    chance = random.Random(20241127)  # noqa: S311
    with forking.Parent("google") as parent:
        for turn in range(6):
            (mended if turn % 2 else clerk.sync)(*([clerk] if turn % 2 else []))
            process = parent.run(SENDER, around)
            time.sleep(chance.uniform(0, 0.9))
            process.kill()
            process.wait()
            if turn % 2:
                clerk.type("C3", BAD)
    clerk.google.delay = 0
    clerk.sync()
    in_the_end(clerk, monkeypatch)


def test_two_servers_at_once_tell_everything_once(begun):
    clerk = begun("read")
    clerk.google.delay = 0.05
    with ThreadPoolExecutor(4) as pool:
        became = list(pool.map(lambda _: deliver.send(clerk.place)[AGENCY], range(4)))
    assert all(one.trouble is None for one in became) and sum(one.written > 0 for one in became) == 1
    assert right(clerk)


def test_two_servers_with_folders_of_their_own_end_with_one_comment_each(begun, tmp_path, standin):
    """Which nobody should run; Google refuses the second one of everything that both begin."""
    clerk = begun("read")
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


@pytest.fixture
def laptop(begun, tmp_path):
    """A function that gives a told sheet's clerk, and one who reads and tells the same sheet from a folder of his own,
    in which every finding has another code."""

    def two(stage="told"):
        clerk = begun(stage)
        other = copy.copy(clerk)
        other.place = dataclasses.replace(clerk.place, snapshots=tmp_path / "laptop")
        kept = clerk.book.tab(TAB).rows[1:]
        for cells in kept:  # his first snapshot is of a day before anything was found
            cells[1:3] = ["40", "31"]
        other.sync()
        clerk.google.touch(clerk.file.id)
        for cells, typed in zip(kept, rows(), strict=True):
            cells[1:3] = typed[1:3]
        other.sync()
        return clerk, other

    return two


def cells_of(clerk, state="OPEN"):
    return [cell for cell in clerk.cells(state) if cell != "A1"]


def test_a_comment_of_another_folder_is_neither_closed_nor_said_a_second_time(laptop):
    clerk, other = laptop()
    before = comments.answered(clerk.book)
    assert set(open_now(other)) != set(open_now(clerk)), "not the same codes"
    assert other.tell().trouble is None and comments.answered(clerk.book) == before
    for spoilt in (False, True, False):
        clerk.type("C3", BAD if spoilt else GOOD_CELL)
        for one in (other, clerk, other):
            one.round()
            assert len(cells_of(one)) == len(set(cells_of(one))), "one comment a cell"
            assert all(text.NO_MORE not in said for thread in one.own() for said in one.said(thread))
    assert cells_of(clerk) == ["B4"] and all(len(clerk.said(one)) <= 4 for one in clerk.own())


def test_what_another_folder_never_saw_is_told_from_it_and_ends_there(laptop):
    clerk, other = laptop()
    clerk.type("C2", "entah")
    other.round()
    clerk.round()
    assert cells_of(clerk) == ["B4", "C2", "C3"]
    clerk.type("C2", "30")
    clerk.round()
    assert "C2" in cells_of(clerk), "who wrote it closes it"
    other.round()
    assert cells_of(clerk) == ["B4", "C3"]


def test_a_comment_whose_finding_is_known_is_taken_over_where_the_record_is_lost(begun):
    clerk = begun("told")
    (clerk.place.snapshots / record.FOLDER / f"{AGENCY}.json").unlink()
    mended(clerk)
    assert clerk.tell().trouble is None and right(clerk)
    assert all(text.NO_MORE not in said for one in clerk.own() for said in clerk.said(one)) and cells_of(clerk) == []


def test_a_comment_written_from_here_of_which_nothing_is_known_any_more_is_closed(begun, monkeypatch):
    clerk = begun("told")
    monkeypatch.setattr(wanted, "of_snapshot", lambda folder, name: {AGENCY: wanted.nothing(name)})
    assert clerk.tell().trouble is None
    assert not clerk.own("OPEN") and all(clerk.said(one)[-1].startswith(text.NO_MORE) for one in clerk.own())


# --- people at work meanwhile ---


@pytest.mark.parametrize("moment", [READ, WRITE])
@pytest.mark.parametrize("many", [1, 5])
def test_rows_put_in_above_at_any_moment_lead_to_no_wrong_row(begun, moment, many, monkeypatch):
    clerk = begun("read")
    clerk.google.before(moment, lambda book: put_in(book, 2, *(row(f"Dinas baru {at}") for at in range(many))))
    clerk.tell()
    in_the_end(clerk, monkeypatch)
    clerk.sync()
    clerk.before = people(clerk)
    in_the_end(clerk, monkeypatch)


def test_rows_sorted_by_hand_carry_no_comment_to_a_wrong_row(begun, monkeypatch):
    """Google leaves comments where they are when values are typed over: the next round puts them right."""
    clerk = begun("told")
    with clerk.google.changing(clerk.file.id) as book:
        tab = book.tab(TAB)
        tab.rows[1:4] = [tab.rows[2], tab.rows[3], tab.rows[1]]
    clerk.sync()
    in_the_end(clerk, monkeypatch)


def test_a_comment_that_people_answered_is_kept_when_its_cell_moved_away(begun, monkeypatch):
    clerk = begun("told")
    [ours] = [one for one in clerk.own() if f"Tertulis: {BAD}" in one["headPost"]["content"]]
    clerk.reply(ours["commentId"], "Sedang ditanyakan")
    with clerk.google.changing(clerk.file.id) as book:
        tab = book.tab(TAB)
        tab.rows[1:4] = [tab.rows[2], tab.rows[3], tab.rows[1]]
    clerk.sync()
    in_the_end(clerk, monkeypatch)
    [kept] = [one for one in clerk.own("RESOLVED") if one["commentId"] == ours["commentId"]]
    assert clerk.said(kept)[1:] == ["Sedang ditanyakan", text.REPLACED]


def test_the_way_in_is_asked_once_and_a_sheet_that_is_gone_is_told(begun):
    clerk = begun("read")
    clerk.google.trash(clerk.file.id)
    assert clerk.tell().trouble is None, "a file in the bin can still be written"
    clerk.google.clear_requests()
    mended(clerk)
    clerk.google.remove(clerk.file.id)
    assert "tidak ditemukan" in clerk.tell().trouble and insert.SECONDS
