"""Findings in a tab of our own: what it says, that nobody else's is written into, and that it is never read as data."""

import datetime as dt

import pytest

from monev.sheets.google import own_tab
from monev.snapshot import store
from monev.sync.told import tab
from monev.words import words
from tests import cloud
from tests.clerk import BAD, TAB, Clerk, Stage, declared_once, row
from tests.google.faults import DONE, LATER, NOTHING

WRITE = "sheets.spreadsheets.batchUpdate"
TITLE = "Temuan"


@pytest.fixture
def at(standin, tmp_path, monkeypatch):
    """A function that lays out the sheet of an agency that wants the tab."""
    declared_once(monkeypatch)
    return lambda *rows, **given: Clerk(standin, tmp_path, *rows, **{"way": "tab"} | given)


@pytest.fixture(scope="module")
def reached():
    """The states that were reached so far."""
    return {}


@pytest.fixture
def begun(at, reached, tmp_path_factory, standin):
    """A function that gives the clerk of a sheet with one finding in a cell, read, or told too."""

    def in_stage(name):
        if name not in reached:
            clerk = Clerk(standin, tmp_path_factory.mktemp(name), row(signed=BAD), way="tab")
            clerk.sync()
            if name == "told":
                clerk.tell()
            reached[name] = Stage(clerk)
        return reached[name].again()

    return in_stage


def lines(clerk):
    """The rows of the tab below its head, as they are seen."""
    return [row for row in clerk.book.tab(TITLE).rows[2:] if any(row)]


def about(clerk, cell):
    return next(line for line in lines(clerk) if f", {cell}, " in line[0])


def test_each_finding_is_a_row_with_cell_what_why_how_and_since_when(at):
    clerk = at(row(), row("Dinas B", signed=BAD))
    became = clerk.round()
    assert (became.way, became.trouble) == ("tab", None) and not clerk.own()
    assert [one.title for one in clerk.book.tabs] == [TAB, TITLE], "at the end"
    first, head = clerk.book.tab(TITLE).rows[:2]
    assert first[0] == tab.INTRO and head == list(tab.HEAD)
    line = about(clerk, "C3")
    assert line[:3] == [f"{TAB}, C3, Jumlah Tanda Tangan", BAD, "Ini perkiraan, bukan angka pasti."]
    assert line[3].startswith("Tulis satu angka pasti, contohnya ") and line[5] == "belum"
    assert line[4] == words.date_long(clerk.place.reference_date)


def test_the_first_cell_of_a_row_leads_to_the_cell_it_tells_of(begun):
    clerk = begun("told")
    found = clerk.book.tab(TITLE)
    at_row = next(number for number, cells in enumerate(found.rows) if cells and ", C2, " in str(cells[0]))
    link = found.marks[at_row, 0]["userEnteredFormat"]["textFormat"]["link"]["uri"]
    assert link == f"#gid={clerk.book.tab(TAB).sheet_id}&range=C2"


def test_what_is_mended_stays_a_week_as_done(begun):
    clerk = begun("told")
    clerk.type("C2", "31")
    clerk.round()
    assert about(clerk, "C2")[5] == f"sudah, {words.date_short(clerk.place.reference_date)}"
    found = clerk.found()
    mended = next(one.mended.date() for one in found.mended.values())
    for days, stays in ((6, True), (7, False)):
        told = tab.lines(found, mended + dt.timedelta(days=days))
        assert any(", C2, " in line.texts[0] for line in told) == stays, days


def test_on_a_day_that_is_set_by_hand_what_is_mended_is_done_too(at):
    clerk = at(row(signed=BAD), date=dt.date(2024, 11, 4))
    clerk.round()
    clerk.type("C2", "31")
    clerk.round()
    assert about(clerk, "C2")[5] == "sudah, 4 Nov"


def test_nothing_is_written_where_nothing_is_new(begun):
    clerk = begun("told")
    clerk.google.clear_requests()
    clerk.tell()
    assert clerk.asked() == []
    clerk.type("B2", "41")
    clerk.sync()
    clerk.google.clear_requests()
    assert clerk.tell().trouble is None and clerk.asked() == []


def test_it_is_never_taken_for_data(at):
    clerk = at(row(signed=BAD))
    first = clerk.sync()
    clerk.tell()
    again = clerk.sync()
    assert (again.new, again.snapshot) == (False, first.snapshot), "our own tab changes nothing"
    with store.Snapshot(clerk.place.snapshots, again.snapshot) as snapshot:
        assert "Temuan" not in set(snapshot.select("from lembar")["lembar"])
        assert not any(TITLE in str(one) for one in snapshot.select("from temuan")["alasan"])


def test_a_tab_of_that_title_that_is_somebodys_own_is_read_as_ever_and_never_written(at):
    own = [["nomor", "temuan"], ["1", "spanduk"]]
    clerk = at(row(signed=BAD), more={TITLE: own})
    clerk.sync()
    became = clerk.tell()
    assert "milik instansi sendiri" in became.trouble and clerk.book.tab(TITLE).rows == own
    with store.Snapshot(clerk.place.snapshots, store.latest(clerk.place.snapshots)) as snapshot:
        assert TITLE in set(snapshot.select("from lembar where instansi = 'kesbangpol'")["lembar"])


@pytest.mark.parametrize("title", ["Temuan lama", "temuan", "Pakta Integritas 2"])
def test_a_tab_that_somebody_renamed_is_found_again_and_keeps_its_new_title(begun, title):
    clerk = begun("told")
    clerk.google.rename_tab(clerk.file.id, TITLE, title)
    clerk.type("B2", "ada")
    assert clerk.round().trouble is None
    assert [one.title for one in clerk.book.tabs] == [TAB, title]
    assert any(", B2, " in row[0] for row in clerk.book.tab(title).rows[2:] if any(row))
    assert clerk.round().trouble is None, "and is no data"


def test_a_tab_whose_first_cell_was_typed_over_is_left_to_its_owner_and_another_one_takes_its_place(begun):
    clerk = begun("told")
    for turn, own in enumerate(("Punya kami", "Punya kami juga")):
        clerk.type("A1", "catatan", tab=TITLE)
        clerk.type("B2", f"ada {turn}")
        said = clerk.round().trouble
        assert "Sel A1 tab “Temuan” diketik ulang" in said and "Ganti judulnya" in said
        before = [list(cells) for cells in clerk.book.tab(TITLE).rows]
        clerk.google.rename_tab(clerk.file.id, TITLE, own)  # as it was told to
        assert clerk.tell().trouble is None and about(clerk, "B2")[1] == f"ada {turn}"
        assert clerk.book.tab(own).rows == before
    assert [one.title for one in clerk.book.tabs] == [TAB, "Punya kami", "Punya kami juga", TITLE]


def test_a_copy_of_the_tab_under_its_title_is_ours_too(at):
    clerk = at(row(signed=BAD), more={TITLE: [[tab.INTRO], list(tab.HEAD)]})
    assert clerk.round().trouble is None and about(clerk, "C2") and len(clerk.book.tabs) == 2


def test_what_somebody_typed_into_it_is_put_right_with_the_next_finding(begun):
    clerk = begun("told")
    clerk.type("C4", "salah ketik di sini", tab=TITLE)
    clerk.type("B2", "ada")
    clerk.round()
    assert not any("salah ketik" in str(cell) for line in lines(clerk) for cell in line) and about(clerk, "B2")


@pytest.mark.parametrize("carried_out", [NOTHING, DONE, LATER])
@pytest.mark.parametrize("kind", ["401", "403", "404", "429", "503", "reset", "cut_body", "html_200", "quota"])
def test_the_tab_is_there_once_and_whole_whatever_the_answer_was(begun, kind, carried_out):
    clerk = begun("read")
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    for _ in range(4):
        if clerk.tell().trouble is None:
            break
    clerk.google.arrive()
    assert [one.title for one in clerk.book.tabs] == [TAB, TITLE] and about(clerk, "C2")
    assert len(clerk.book.tab(TITLE).protected) == 1 and clerk.record().trouble is None


def test_an_account_that_may_only_look_is_told_what_to_click(begun):
    clerk = begun("read")
    clerk.google.share(clerk.file.id, "reader")
    assert "Editor" in clerk.tell().trouble


def test_more_rows_than_the_tab_had_and_fewer_again(at):
    clerk = at(*(row(f"Dinas {at}") for at in range(1, 60)))
    clerk.round()
    for at_row in range(2, 45):
        clerk.google.put(clerk.file.id, TAB, f"C{at_row}", f"{at_row} {'abcdefg'[at_row % 7]}x{at_row}")
    clerk.round()
    many = len(lines(clerk))
    for at_row in range(2, 45):
        clerk.google.put(clerk.file.id, TAB, f"C{at_row}", "31")
    assert clerk.round().trouble is None and len(lines(clerk)) <= many + own_tab.SPARE
    assert all(line[5] != "belum" or ", C" not in line[0] for line in lines(clerk))


def test_a_person_s_number_stands_nowhere_in_it(at):
    clerk = at(row(signed="0812-3456-7890"), row("Dinas B", staff="3272011203850001"))
    clerk.round()
    everything = " ".join(str(cell) for line in lines(clerk) for cell in line)
    assert "0812" not in everything and "3272011203850001" not in everything and cloud.AGENCIES
