"""What was found, told as comments on the cells of the agency's own sheet: what they say, where they are, how they end."""

import dataclasses
import datetime as dt

import pytest

from monev.run.commands import main as command
from monev.settings import SettingError
from monev.snapshot import store
from monev.sync.told import deliver, due, plan, text, wanted, wish
from tests import cloud
from tests.clerk import AGENCY, BAD, HEAD, TAB, Clerk, Stage, declared_once, later, put_in, row
from tests.google import comments, dimensions


@pytest.fixture
def at(standin, tmp_path, monkeypatch):
    """A function that lays out KPU's sheet: at(row(signed=BAD))."""
    declared_once(monkeypatch)
    return lambda *rows, **given: Clerk(standin, tmp_path, *rows, **given)


@pytest.fixture(scope="module")
def reached():
    """The states that were reached so far."""
    return {}


@pytest.fixture
def begun(at, reached, tmp_path_factory, standin):
    """A function that gives the clerk of a sheet with these rows, "read" or "told" too: begun("read", row())."""

    def in_stage(name, *rows):
        key = repr((name, rows))
        if key not in reached:
            clerk = Clerk(standin, tmp_path_factory.mktemp(name), *rows)
            clerk.sync()
            if name == "told":
                assert clerk.tell().trouble is None
            reached[key] = Stage(clerk)
        return reached[key].again()

    return in_stage


def about_cells(clerk, state=None):
    """Our threads about cells of the tab that is there."""
    return [one for one in clerk.own(state) if one["headPost"]["content"].startswith(f"{TAB}, ")]


def open_now(clerk):
    """The open findings of the newest snapshot, the worst first."""
    return clerk.found().open


# --- what is told ---


def test_a_cell_that_is_not_counted_gets_one_comment_with_what_why_and_how(begun):
    clerk = begun("told", row(), row("Dinas B", signed=BAD))
    [one] = about_cells(clerk)
    lines = one["headPost"]["content"].split("\n")
    assert lines[:3] == [
        f"{TAB}, sel C3, kolom Jumlah Tanda Tangan",
        f"Tertulis: {BAD}",
        "Mengapa: Ini perkiraan, bukan angka pasti.",
    ]
    assert lines[3].startswith("Tulis: ") and lines[4].startswith("Contoh: ")
    assert lines[5] == "Sampai diperbaiki, sel ini belum ikut dihitung." and text.code(lines[6]) in clerk.codes()
    assert "C3" in clerk.cells() and one["status"] == "OPEN"


def test_it_takes_one_look_one_writing_and_one_look_more_and_then_nothing(begun):
    clerk = begun("read", row(signed=BAD))
    clerk.google.clear_requests()
    clerk.tell()
    assert clerk.asked() == ["sheets", "batchGet", "batchUpdate", "sheets", "batchGet"]
    clerk.google.clear_requests()
    assert clerk.tell().written == 0 and clerk.asked() == []
    clerk.type("B2", "41")  # another number, but nothing new to tell
    clerk.sync()
    clerk.google.clear_requests()
    assert clerk.tell().trouble is None and clerk.asked() == []


def test_a_finding_for_information_gets_no_comment(at):
    clerk = at(row(), more={"Catatan kami": [["bebas"]]})
    clerk.round()
    assert not about_cells(clerk) and all("Catatan kami" not in said for one in clerk.own() for said in clerk.said(one))


def test_what_is_mended_is_thanked_for_and_resolved(begun):
    clerk = begun("told", row(signed=BAD))
    clerk.type("C2", "32")
    assert clerk.round().trouble is None
    [one] = about_cells(clerk)
    assert clerk.said(one)[1:] == ["Sudah terbaca, terima kasih."] and one["status"] == "RESOLVED"
    before = [clerk.said(one) for one in clerk.own()]
    clerk.type("B2", "41")
    clerk.round()
    assert [clerk.said(one) for one in clerk.own()] == before


def test_a_row_that_was_deleted_is_not_said_to_be_read(begun):
    clerk = begun("told", row(), row("Dinas B", signed=BAD))
    with clerk.google.changing(clerk.file.id) as book:
        span = {"sheetId": book.tab(TAB).sheet_id, "dimension": "ROWS", "startIndex": 2, "endIndex": 3}
        dimensions.delete(book, {"range": span})
    clerk.round()
    [one] = about_cells(clerk)
    assert (clerk.said(one)[1:], one["status"]) == ([text.GONE], "RESOLVED")


def test_what_comes_back_is_a_reply_in_the_same_comment(begun):
    clerk = begun("told", row(signed=BAD))
    for turn in range(2):
        clerk.type("C2", "32")
        clerk.round()
        clerk.type("C2", BAD if turn else "kira-kira 30")
        clerk.round()
    [one] = about_cells(clerk)
    said = clerk.said(one)
    assert one["status"] == "OPEN" and len(said) == 5
    assert [said[1], said[3]] == ["Sudah terbaca, terima kasih."] * 2
    assert said[2].startswith(f"Temuan ini muncul lagi.\n{TAB}, sel C2") and "kira-kira 30" in said[2]
    assert BAD in said[4]


def test_what_is_typed_anew_and_still_wrong_is_said_in_the_comment_that_is_there(begun):
    clerk = begun("told", row(signed=BAD))
    [before] = about_cells(clerk)
    clerk.type("C2", "belum tahu")
    clerk.round()
    [one] = about_cells(clerk)
    assert one["commentId"] == before["commentId"] and len(clerk.said(one)) == 1
    assert "Tertulis: belum tahu" in one["headPost"]["content"]


def test_what_could_not_be_seen_is_not_resolved(begun):
    clerk = begun("told", row(signed=BAD))
    clerk.google.rename_tab(clerk.file.id, TAB, "Lain sekali")
    clerk.round()
    [one] = about_cells(clerk)
    assert one["status"] == "OPEN" and len(clerk.said(one)) == 1
    clerk.google.share(clerk.file.id, None)
    clerk.round()
    assert about_cells(clerk) == [one]


def test_one_cause_in_many_cells_is_one_comment_on_the_title_of_its_column(at):
    clerk = at(*(row(f"Dinas {at}", signed=f"sekitar {at}") for at in range(1, 9)))
    clerk.round()
    [one] = about_cells(clerk)
    assert comments.place(clerk.book, one["commentId"]) == (TAB, 0, 2)
    assert one["headPost"]["content"].split("\n")[0].endswith("8 sel: C2 sampai C9")
    clerk.type("C2", "12")
    clerk.round()
    [again] = about_cells(clerk)
    assert again["commentId"] == one["commentId"] and "7 sel: C3 sampai C9" in again["headPost"]["content"]


def test_what_happens_meanwhile_is_told_anew_when_it_changes(at):
    """The row counts again once its name is there; only the cell does not."""
    clerk = at(row(), row("", signed=BAD))
    clerk.round()
    [one] = [one for one in about_cells(clerk) if ", sel C3" in one["headPost"]["content"]]
    assert "Sampai diperbaiki, baris ini belum ikut dihitung." in clerk.said(one)[0]
    clerk.type("A3", "Dinas B")
    clerk.round()
    [one] = [one for one in about_cells(clerk, "OPEN") if ", sel C3" in one["headPost"]["content"]]
    assert "Sampai diperbaiki, sel ini belum ikut dihitung." in clerk.said(one)[0]


def test_several_cells_stand_on_their_heading_to_the_last_of_them_which_is_thanked_for(at):
    clerk = at(row("A", signed="sekitar 1"), row("B"), row("C"))
    clerk.round()
    [alone] = about_cells(clerk)
    assert comments.place(clerk.book, alone["commentId"]) == (TAB, 1, 2)
    for cell in ("C3", "C4"):
        clerk.type(cell, "sekitar 2")
    clerk.round()
    [one] = about_cells(clerk)
    assert comments.place(clerk.book, one["commentId"]) == (TAB, 0, 2)
    lines = clerk.said(one)[0].split("\n")
    assert lines[0] == f"{TAB}, kolom Jumlah Tanda Tangan, 3 sel: C2 sampai C4"
    assert lines[1:3] == ["Tertulis di C2: sekitar 1", "Mengapa: Ini perkiraan, bukan angka pasti."]
    assert "Sampai diperbaiki, ketiga sel ini belum ikut dihitung." in lines
    for cell, left in (("C2", "2 sel: C3 dan C4"), ("C4", "sel C3")):
        clerk.type(cell, "31")
        assert clerk.round().trouble is None
        [again] = about_cells(clerk)
        assert again["commentId"] == one["commentId"] and again["status"] == "OPEN"
        head, *replies = clerk.said(again)
        assert left in head.split("\n")[0] and replies == [f"{text.PARTLY} Yang masih perlu dibenahi: {left}."]
    clerk.type("C3", "31")
    clerk.round()
    [done] = about_cells(clerk)
    assert (done["commentId"], done["status"]) == (one["commentId"], "RESOLVED")
    assert clerk.said(done)[-1] == text.THANKS


def test_several_columns_are_told_on_the_first_of_their_cells_to_the_last_of_them(at):
    lost = "#REF!"
    clerk = at(row("A", staff=lost, signed=lost), row("B", staff=lost), row("C"))
    clerk.type("D2", lost)
    clerk.round()
    [one] = about_cells(clerk)
    assert comments.place(clerk.book, one["commentId"]) == (TAB, 1, 1)
    assert clerk.said(one)[0].startswith(
        f"{TAB}, 4 sel di beberapa kolom: B2, C2, D2, dan B3\nTertulis di B2: {lost}\n"
    )
    for cell, value, left in (
        ("B2", "40", "3 sel di beberapa kolom: C2, D2, dan B3"),
        ("C2", "31", "2 sel di beberapa kolom: D2 dan B3"),
        ("B3", "40", "sel D2"),
    ):
        clerk.type(cell, value)
        assert clerk.round().trouble is None
        [again] = about_cells(clerk)
        assert (again["commentId"], again["status"]) == (one["commentId"], "OPEN")
        assert clerk.said(again)[1:] == [f"{text.PARTLY} Yang masih perlu dibenahi: {left}."]
    clerk.type("D2", "4 November 2024")
    clerk.round()
    [done] = about_cells(clerk)
    assert (done["status"], clerk.said(done)[-1]) == ("RESOLVED", text.THANKS)


def test_a_tab_that_is_missing_is_told_in_the_first_cell(at):
    clerk = at(row())
    clerk.round()
    told = [one for one in clerk.own() if one["headPost"]["content"].startswith("Kejadian")]
    assert [comments.place(clerk.book, one["commentId"]) for one in told] == [(TAB, 0, 0)]


def test_a_sheet_that_nobody_opted_in_is_left_alone(at):
    clerk = at(row(signed=BAD))
    for way in (None, "tidak"):
        clerk.wished(way)
        clerk.sync()
        clerk.google.clear_requests()
        assert clerk.tell() is None and clerk.asked() == [] and not clerk.own()


# --- whether a clerk knows what to write where ---


def about(clerk, said):
    """The lines of our open comment that says so."""
    [one] = [one for one in clerk.own("OPEN") if said in clerk.said(one)[0]]
    return clerk.said(one)[0].split("\n")[:-1]


def test_a_title_that_was_erased_is_written_again_where_it_stood(at):
    clerk = at(row(), row("Dinas B"))
    clerk.type("C1", "")
    clerk.round()
    assert about(clerk, "sel C1") == [
        f"{TAB}, sel C1, kolom Jumlah Tanda Tangan",
        "Mengapa: Kolom Jumlah Tanda Tangan tidak ditemukan; judulnya di C1 hilang, padahal kolomnya berisi.",
        "Tulis: “Jumlah Tanda Tangan” di sel C1",
        "Sampai diperbaiki, kolom ini belum ikut dihitung.",
    ]
    assert not any("tidak berjudul" in said for one in clerk.own() for said in clerk.said(one)), "told once"
    assert clerk.cells().count("C1") == 1


def test_a_copied_tab_is_named_and_said_to_be_removed(at):
    clerk = at(row(), more={"Pakta lama": [HEAD, row("Dinas Z", "7", "3")]})
    clerk.round()
    told = about(clerk, "Pakta lama")
    assert any(line.startswith("Caranya: Bila hanya salinan, hapus tab “Pakta lama”; bila bukan, ") for line in told)
    assert told[-1] == "Sementara ini isi tab itu tidak dihitung, dan angkanya belum dapat hijau."


def test_one_example_stands_in_a_comment_and_none_beside_what_says_the_value(at):
    clerk = at(row(signed="1,102"), row("Dinas B", staff="kapan-kapan"), [*row("Dinas C")[:3], "32/13/2024"])
    clerk.round()
    for one in clerk.own("OPEN"):
        said = clerk.said(one)[0]
        assert "Tulis: tulis" not in said.replace("Tulis: Tulis", "Tulis: tulis") and said.count("ontoh") <= 1, said
        assert "Contoh: " not in said or "Tulis: 1102" not in said
    assert "Tulis: 1102 tanpa koma, bila yang dimaksud ribuan" in about(clerk, "sel C2")
    assert [line for line in about(clerk, "sel D4") if line.startswith(("Tulis", "Contoh"))] == [
        "Tulis: tanggal lengkap", "Contoh: 4 November 2024",
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["C3", "C9"])
def test_a_comment_of_which_nothing_is_known_names_the_one_that_follows_it(at, monkeypatch, cell):
    """The finding is known by another code from now on, on the same cell or elsewhere."""
    clerk = at(row(), row("Dinas B", signed=BAD))
    clerk.round()
    now = wanted.of_snapshot(clerk.place.snapshots, store.latest(clerk.place.snapshots))[AGENCY]
    [told] = [one for one in now.open if one.cell == "C3"]
    moved = dataclasses.replace(told, code="zzzzzzzzzz", cell=cell, row=int(cell[1:]) - 1)
    known_anew = dataclasses.replace(now, open=tuple(moved if one is told else one for one in now.open))
    monkeypatch.setattr(wanted, "of_snapshot", lambda folder, name: {AGENCY: known_anew})
    clerk.tell()
    [ended] = clerk.own("RESOLVED")
    follows = f"; sel ini kini disebut dalam komentar “{TAB}, sel C3, kolom Jumlah Tanda Tangan”."
    nothing = ": menurut pembacaan terakhir tidak ada lagi yang perlu dibenahi di sini."
    assert clerk.said(ended)[-1] == "Komentar ini ditutup" + (follows if cell == "C3" else nothing)


# --- where it is ---


def test_a_comment_goes_with_its_row_and_stays_one(begun):
    clerk = begun("told", row(), row("Dinas B", signed=BAD))
    clerk.insert_rows(2, row("Dinas C"), row("Dinas D"))
    clerk.round()
    assert [comments.place(clerk.book, one["commentId"]) for one in about_cells(clerk)] == [(TAB, 4, 2)]
    assert len(clerk.said(about_cells(clerk)[0])) == 1


def test_rows_put_in_above_since_the_sync_lead_to_the_row_that_was_read(begun):
    clerk = begun("read", row(), row("Dinas B", signed=BAD))
    clerk.insert_rows(2, row("Dinas C"), row("Dinas D"))
    assert clerk.tell().trouble is None
    assert [comments.place(clerk.book, one["commentId"]) for one in about_cells(clerk)] == [(TAB, 4, 2)]


def test_rows_put_in_between_look_and_writing_never_leave_a_comment_on_the_wrong_row(begun):
    clerk = begun("read", row(), row("Dinas B", signed=BAD))
    clerk.google.before("sheets.spreadsheets.batchUpdate", lambda book: put_in(book, 2, row("Dinas C"), row("Dinas D")))
    assert clerk.tell().trouble is None
    assert [comments.place(clerk.book, one["commentId"]) for one in about_cells(clerk)] == [(TAB, 4, 2)]
    assert clerk.codes() == list(dict.fromkeys(clerk.codes()))


def test_a_row_that_changed_since_the_sync_waits_for_the_next_one(begun):
    clerk = begun("read", row(), row("Dinas B", signed=BAD))
    clerk.type("A3", "Dinas E")
    clerk.type("C3", "19")
    assert clerk.tell().trouble and not about_cells(clerk)
    assert clerk.round().trouble is None and not about_cells(clerk)


def test_two_rows_of_the_same_words_are_told_apart_by_their_neighbours_or_not_at_all(at):
    same = row("Dinas B", signed=BAD)
    clerk = at(row(), same, row("Dinas C"), same)
    clerk.sync()
    clerk.insert_rows(2, row("Dinas D"))
    clerk.tell()
    places = [comments.place(clerk.book, one["commentId"])[1] for one in about_cells(clerk)]
    assert places and all(clerk.book.tab(TAB).value(at, 2) == BAD or at == 0 for at in places)


def test_a_comment_in_a_merged_cell_is_on_the_one_that_shows(at):
    clerk = at(row(signed=BAD))
    tab = clerk.book.tab(TAB)
    tab.merges.append(
        {"sheetId": tab.sheet_id, "startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 2, "endColumnIndex": 3}
    )
    assert clerk.round().trouble is None and "C2" in clerk.cells()


# --- how many ---


def test_at_most_25_are_open_and_one_more_says_how_many_there_are_besides(at, monkeypatch):
    monkeypatch.setattr(plan, "MOST", 3)
    clerk = at(row(signed=BAD), row("Dinas B", staff="ada"), row("Dinas C", staff="kapan-kapan"))
    clerk.round()
    rest = [one for one in clerk.own("OPEN") if text.code(one["headPost"]["content"]) == text.REST]
    told = len(clerk.own("OPEN")) - len(rest)
    every = len(open_now(clerk))
    assert told == 3 and len(rest) == 1 and f"Masih ada {every - 3} temuan lain" in rest[0]["headPost"]["content"]
    clerk.type("C2", "32")
    clerk.type("B3", "50")
    clerk.round()
    left = len(open_now(clerk)) - 3
    assert f"Masih ada {left} temuan lain" in clerk.rest()["headPost"]["content"] and left < every - 3
    monkeypatch.setattr(plan, "MOST", 25)
    clerk.type("C3", "1 lebih")
    clerk.round()
    assert clerk.rest()["status"] == "RESOLVED" and len(clerk.own("OPEN")) == len(open_now(clerk)) > 3


def test_the_worst_come_first(begun, monkeypatch):
    monkeypatch.setattr(plan, "MOST", 1)
    clerk = begun("told", row(signed=BAD))
    found = open_now(clerk)
    weights = [one.weight for one in found]
    assert weights == sorted(weights, key=["tolak", "periksa"].index)
    assert found[0].code in clerk.codes()


# --- people ---


def test_what_people_say_and_do_in_comments_is_never_touched(at):
    clerk = at(row(signed=BAD))
    theirs = [clerk.by_hand(1, 2, "Tolong dicek"), clerk.by_hand(0, 0, f"[monev {'a' * 10}] salinan"),
              clerk.by_hand(1, 1, "[monev abcdefghjk]")]  # fmt: skip
    before = [one for one in comments.answered(clerk.book) if one["commentId"] in theirs]
    clerk.round()
    [ours] = about_cells(clerk)
    clerk.reply(ours["commentId"], "Sedang kami tanyakan")
    clerk.type("C2", "32")
    clerk.round()
    assert [one for one in comments.answered(clerk.book) if one["commentId"] in theirs] == before
    [ours] = about_cells(clerk)
    assert clerk.said(ours)[1:] == ["Sedang kami tanyakan", "Sudah terbaca, terima kasih."]


def test_cells_notes_and_colours_stay_as_they_were(at):
    clerk = at(row(signed=BAD))
    tab = clerk.book.tab(TAB)
    tab.marks[1, 2] = {"note": "dari bank", "userEnteredFormat": {"backgroundColor": {"red": 1}}}
    rows, marks = [list(cells) for cells in tab.rows], {cell: dict(mark) for cell, mark in tab.marks.items()}
    clerk.round()
    tab = clerk.book.tab(TAB)
    assert tab.rows == rows and tab.marks == marks and [one.title for one in clerk.book.tabs] == [TAB]


@pytest.mark.parametrize("done", ["resolved", "removed"])
def test_a_comment_that_somebody_resolved_or_removed_stays_so_while_the_finding_lasts(begun, done):
    if done:
        clerk = begun("told", row(signed=BAD))
        [ours] = about_cells(clerk)
        if done == "resolved":
            clerk.reply(ours["commentId"], "Nanti", "RESOLVE")
        else:
            with clerk.google.changing(clerk.file.id) as book:
                comments.delete(book, {"commentId": ours["commentId"]})
        clerk.type("B2", "ada")  # something else to tell
        clerk.round()
        found = [one for one in about_cells(clerk) if "sel C2" in one["headPost"]["content"]]
        assert [one["status"] for one in found] == (["RESOLVED"] if done == "resolved" else [])


def test_a_comment_that_somebody_reopened_after_the_thanks_is_left_to_him(begun):
    clerk = begun("told", row(signed=BAD))
    clerk.type("C2", "32")
    clerk.round()
    [ours] = about_cells(clerk)
    clerk.reply(ours["commentId"], "Masih ada pertanyaan", "REOPEN")
    clerk.type("B2", "ada")
    clerk.round()
    assert clerk.book.threads[clerk.book.threads.index(ours)]["status"] == "OPEN" and len(clerk.said(ours)) == 3


# --- what it may say ---


def test_no_comment_is_longer_than_google_allows_or_calls_anybody(at):
    long = "kira-kira " + "é" * 1500 + " @semua"
    clerk = at(row(signed=long))
    assert clerk.round().trouble is None
    [one] = about_cells(clerk)
    assert len(one["headPost"]["content"].encode()) <= 2048 and "@" not in one["headPost"]["content"]
    assert text.code(one["headPost"]["content"])


def test_nothing_of_a_person_stands_in_a_comment(at):
    clerk = at(row(signed="3272011203850001"), row("Dinas B", staff="hubungi 0812-3456-7890"))
    clerk.round()
    everything = "\n".join(said for one in clerk.own() for said in clerk.said(one))
    assert "3272011203850001" not in everything and "0812" not in everything and about_cells(clerk)


def told(**changed):
    made = {"code": "abcdefghjk", "tab": "hibah", "title": TAB, "number": 0, "name": "nilai", "heading": "Nilai", "cell": "C2",
            "row": 1, "column": 2, "many": 1, "weight": "tolak", "typed": "x", "why": "Sebab.", "write": "tulis", "example": "1",
            "meanwhile": "Belum.", "since": dt.datetime(2024, 11, 4), "mended": None, "visible": True}  # fmt: skip
    return wanted.Told(**made | changed)


@pytest.mark.parametrize("name", ["typed", "why", "write", "example", "title", "heading", "meanwhile"])
@pytest.mark.parametrize("sign", ["a", "é", "🎉", "kata "])
def test_whatever_is_long_in_it_the_sign_is_at_its_end_and_the_bound_is_kept(name, sign):
    said = text.comment(told(**{name: sign * 3000}))
    assert len(said.encode()) <= text.MOST and text.code(said) == "abcdefghjk"


def test_comments_on_one_cell_are_alike_by_their_place_or_their_reason():
    one, other = told(), told(cell="C3", row=2, why="Sebab lain.", code="bbbbbbbbbb")
    assert text.alike(text.comment(one), text.comment(told(typed="y", why="Sebab lain.", code="bbbbbbbbbb")))
    assert not text.alike(text.comment(one), text.comment(other))
    many = [told(many=n, why=f"{n} baris, mulai C{n}: Sebab.") for n in (2, 3)]
    assert text.alike(*map(text.comment, many)) and not text.alike(text.comment(many[0]), text.comment(other))


def test_an_assignee_is_asked_for_and_left_out_where_he_has_no_access(at):
    clerk = at(row(signed=BAD), way={"cara": "komentar", "penerima": "bendahara@kpu.contoh.go.id"})
    clerk.book.people.add("bendahara@kpu.contoh.go.id")
    clerk.round()
    assert {one["headPost"].get("assigneeEmail") for one in clerk.own()} == {"bendahara@kpu.contoh.go.id"}
    clerk.book.people.clear()
    clerk.type("B2", "ada")
    assert clerk.round().trouble is None
    assert any("assigneeEmail" not in one["headPost"] for one in about_cells(clerk))


# --- how it is chosen ---


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({AGENCY: "ya"}, "“komentar”, “tab”, atau “tidak”"),
        ({"kpk": "tab"}, "“kpk” yang tidak dikenal"),
        ({AGENCY: {"cara": "komentar", "kepada": "x"}}, "“kepada” yang tidak dikenal"),
        ({AGENCY: {"cara": "komentar", "penerima": "bukan alamat"}}, "satu alamat surel"),
    ],
)
def test_a_wish_that_cannot_be_is_told_in_one_line(at, typed, said):
    clerk = at(row())
    clerk.place = clerk.place.__class__(**{**clerk.place.__dict__, "told": typed})
    with pytest.raises(SettingError, match=said):
        wish.wishes(clerk.place, cloud.AGENCIES)


def test_a_folder_is_told_nothing(at):
    clerk = at(row())
    place = clerk.place.__class__(**{**clerk.place.__dict__, "source": "folder"})
    assert deliver.send(place) == {} and due.agencies(place) == []


def test_send_tells_and_the_server_knows_when_there_is_something_to_tell(at, tmp_path, monkeypatch, capsys):
    clerk = at(row(signed=BAD))
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(
        cloud.secrets(clerk.google, clerk.files) + '[temuan_di_lembar]\nkesbangpol = "komentar"\n', "utf-8"
    )
    for name, value in {"RAHASIA": secrets, "POTRET": clerk.place.snapshots}.items():
        monkeypatch.setenv(f"MONEV_{name}", str(value))
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    assert due.agencies(clerk.place) == []
    clerk.sync()
    assert due.agencies(clerk.place) == [AGENCY]
    assert (
        command.main(["send", "--temuan"]) == 0
        and "Temuan di lembar Kesbangpol: tertulis sebagai komentar" in capsys.readouterr().out
    )
    assert due.agencies(clerk.place) == [] and about_cells(clerk)
    assert command.main(["send"]) == 0 and "sudah sesuai" in capsys.readouterr().out


def test_two_kinds_of_time_do_not_meet(begun, monkeypatch):
    """A finding that came back after somebody had resolved the comment himself opens it again."""
    clerk = begun("told", row(signed=BAD))
    [ours] = about_cells(clerk)
    clerk.reply(ours["commentId"], "Beres", "RESOLVE")
    clerk.type("C2", "32")
    clerk.round()
    later(monkeypatch, seconds=2)
    clerk.type("C2", BAD)
    clerk.round()
    [ours] = about_cells(clerk)
    assert ours["status"] == "OPEN" and clerk.said(ours)[-1].startswith("Temuan ini muncul lagi.")


@pytest.mark.parametrize("day", [dt.date(2024, 11, 4), dt.date(2199, 1, 5)])
def test_a_day_that_is_set_by_hand_changes_nothing_of_what_people_closed(at, monkeypatch, day):
    """MONEV_TANGGAL: findings are as old as that day, while people close comments today."""
    clerk = at(row(signed=BAD), date=day)
    clerk.round()
    [ours] = about_cells(clerk)
    clerk.reply(ours["commentId"], "Nanti", "RESOLVE")
    clerk.type("B2", "ada")
    clerk.round()
    [ours] = [one for one in about_cells(clerk) if one["commentId"] == ours["commentId"]]
    assert ours["status"] == "RESOLVED", "as long as it is the same finding"
    for told_between in (True, False):
        clerk.type("C2", "32")
        (clerk.round if told_between else clerk.sync)()
        clerk.type("C2", BAD)
        clerk.round()
        [ours] = [one for one in about_cells(clerk) if one["commentId"] == ours["commentId"]]
        assert ours["status"] == "OPEN" and clerk.said(ours)[-1].startswith("Temuan ini muncul lagi.")
        clerk.reply(ours["commentId"], "Beres", "RESOLVE")
