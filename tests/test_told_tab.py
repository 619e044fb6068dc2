"""Findings in a tab of our own: what it says, that nobody else's is written into, and that it is never read as data."""

import datetime as dt

import pytest

from monev.sheets.google import own_tab
from monev.snapshot import store
from monev.sync.told import tab, wanted
from monev.words import words
from tests import cloud
from tests.clerk import AGENCY, BAD, TAB, Clerk, row
from tests.google.faults import DONE, LATER, NOTHING

WRITE = "sheets.spreadsheets.batchUpdate"
TITLE = "Temuan"


@pytest.fixture
def at(standin, tmp_path):
    """A function that lays out the sheet of an agency that wants the tab."""
    return lambda *rows, **given: Clerk(standin, tmp_path, *rows, **{"way": "tab"} | given)


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
    assert line[3].startswith("Tulis satu angka pasti. Contoh: ") and line[5] == "belum"
    assert line[4] == words.date_long(clerk.place.reference_date)


def test_the_first_cell_of_a_row_leads_to_the_cell_it_tells_of(at):
    clerk = at(row(signed=BAD))
    clerk.round()
    found = clerk.book.tab(TITLE)
    at_row = next(number for number, cells in enumerate(found.rows) if cells and ", C2, " in str(cells[0]))
    link = found.marks[at_row, 0]["userEnteredFormat"]["textFormat"]["link"]["uri"]
    assert link == f"#gid={clerk.book.tab(TAB).sheet_id}&range=C2"


def test_what_is_mended_stays_a_week_as_done(at):
    clerk = at(row(signed=BAD))
    clerk.round()
    clerk.type("C2", "31")
    clerk.round()
    assert about(clerk, "C2")[5] == f"sudah, {words.date_short(clerk.place.reference_date)}"
    found = wanted.of_snapshot(clerk.place.snapshots, store.latest(clerk.place.snapshots))[AGENCY]
    mended = next(one.mended.date() for one in found.mended.values())
    for days, stays in ((6, True), (7, False)):
        told = tab.lines(found, mended + dt.timedelta(days=days))
        assert any(", C2, " in line.texts[0] for line in told) == stays, days


def test_nothing_is_written_where_nothing_is_new(at):
    clerk = at(row(signed=BAD))
    clerk.round()
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


def test_what_somebody_typed_into_it_is_put_right_with_the_next_finding(at):
    clerk = at(row(signed=BAD))
    clerk.round()
    clerk.type("C4", "salah ketik di sini", tab=TITLE)
    clerk.type("B2", "ada")
    clerk.round()
    assert not any("salah ketik" in str(cell) for line in lines(clerk) for cell in line) and about(clerk, "B2")


@pytest.mark.parametrize("carried_out", [NOTHING, DONE, LATER])
@pytest.mark.parametrize("kind", ["401", "403", "404", "429", "503", "reset", "cut_body", "html_200", "quota"])
def test_the_tab_is_there_once_and_whole_whatever_the_answer_was(at, kind, carried_out):
    clerk = at(row(signed=BAD))
    clerk.sync()
    clerk.google.fault("sheets", kind, 1, clerk.file.id, WRITE, carried_out)
    for _ in range(4):
        if clerk.tell().trouble is None:
            break
    assert [one.title for one in clerk.book.tabs] == [TAB, TITLE] and about(clerk, "C2")
    assert len(clerk.book.tab(TITLE).protected) == 1 and clerk.record().trouble is None


def test_an_account_that_may_only_look_is_told_what_to_click(at):
    clerk = at(row(signed=BAD), role="reader")
    assert "Editor" in clerk.round().trouble


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
