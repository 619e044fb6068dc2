"""Decisions into a spreadsheet at Google: what is asked, what stays untouched, and that nothing is lost or doubled."""

import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from monev.meeting import delivery
from monev.run.commands import main as command
from monev.settings import HOME
from monev.sheets.google import insert
from monev.sheets.google.client import Refused
from monev.snapshot import store
from monev.sync import sync
from tests import cloud, forking
from tests.conftest import surroundings
from tests.desk import HEAD, OLD, kept, record, send, typed
from tests.google.changes import MOST_METADATA
from tests.google.faults import DONE, KINDS, LATER, NOTHING

TAB = "Tindak Lanjut"
GET, READ, WRITE = (f"sheets.spreadsheets.{name}" for name in ("get", "values.batchGet", "batchUpdate"))
#: Google's serial numbers of the dates in a row.
MEETING, DUE = 45600, 45604


class Desk:
    """The secretariat's spreadsheet in the stand-in, and settings that reach it."""

    def __init__(self, google, folder, rows, **given):
        self.google = google
        self.file = google.add("sekretariat", {TAB: rows}, **{"role": "writer"} | given)
        self.place = cloud.settings(google, {"sekretariat": self.file}, folder)

    @property
    def tab(self):
        return self.google.book(self.file.id).tab(TAB)

    @property
    def rows(self):
        """What stands in the tab, blank cells and rows as such."""
        wide = max(map(len, self.tab.rows))
        return [[self.tab.value(row, column) for column in range(wide)] for row in range(len(self.tab.rows))]

    def ids(self, column=0):
        return [row[column] for row in self.rows if isinstance(row[column], str) and row[column].startswith("TL-")]

    def asked(self):
        return [one.path.rpartition("/")[2].partition(":")[2] or one.endpoint for one in self.google.requests]


@pytest.fixture
def at(standin, tmp_path):
    """A function that lays out the tab: at(HEAD, OLD)."""
    return lambda *lines, **given: Desk(
        standin, tmp_path, [[cell or None for cell in row] for row in typed(*lines)], **given
    )


def row_of(name, text):
    return [name, MEETING, "Logistik", text, "KPU", DUE, "Belum", None, None, "barang_kurang", "7 jenis",
            "000012-2024-11-04-1a2b3c4d", MEETING]  # fmt: skip


# --- what is written ---


def test_a_decision_becomes_a_row_of_texts_and_dates_below_the_last_one(at):
    desk_ = at(HEAD, OLD)
    texts = ["Kirim segel", "=1+1", "+62 812", 'Kata "kutip"', "baris satu\nbaris dua", "🎉" * 500]
    ids = record(desk_.place, *texts)
    before = desk_.rows
    assert send(desk_.place) == delivery.Sent(tuple(ids), {})
    assert desk_.rows == before + [row_of(*one) for one in zip(ids, texts, strict=True)]
    shown = [desk_.tab.marks[2, column]["userEnteredFormat"] for column in (1, 5, 12)]
    assert shown == [{"numberFormat": {"type": "DATE", "pattern": "d mmmm yyyy"}}] * 3
    assert all(row["terkirim"] and row["pesan"] is None for row in kept(desk_.place).values())


def test_it_takes_one_look_one_writing_and_one_look_more(at):
    desk_ = at(HEAD, OLD)
    record(desk_.place, "Kirim segel", "Kirim tinta")
    send(desk_.place)
    assert [one for one in desk_.asked() if one != "token"] == [
        "sheets", "batchGet", "batchUpdate", "sheets", "batchGet"
    ]  # fmt: skip
    assert desk_.asked().count("token") == 1


def test_nothing_is_asked_where_nothing_waits(at):
    desk_ = at(HEAD, OLD)
    assert send(desk_.place) == delivery.Sent() and desk_.asked() == []


def test_the_row_is_counted_by_the_next_sync(standin, tmp_path):
    files = cloud.small(standin)
    files["sekretariat"] = standin.add("sekretariat", {TAB: typed(HEAD, OLD)}, role="writer")
    place = cloud.settings(standin, files, tmp_path)
    [first] = sync.sync(place)
    [one] = record(place, "Kirim segel")
    assert send(place).sent == (one,)
    [second] = sync.sync(place)
    assert second.snapshot != first.snapshot
    with store.Snapshot(place.snapshots, second.snapshot) as snapshot:
        [row] = snapshot.select(f"from sekretariat__tindak_lanjut where id = '{one}'").to_dict("records")
    assert (row["uraian"], row["agenda"], row["status"]) == ("Kirim segel", "logistik", "belum")
    assert (str(row["tenggat"]), str(row["tanggal_rapat"]), str(row["tanggal_data"])) == (
        "2024-11-08", "2024-11-04", "2024-11-04"
    )  # fmt: skip


def test_new_rows_look_like_the_last_one_and_no_other_mark_is_touched(at):
    desk_ = at(HEAD, OLD, "", "| | | Sukabumi, 4 November 2024 | | Kepala Bagian")
    choice = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Belum"}]}}
    marks = desk_.tab.marks
    marks[0, 3] = {"note": "Tugas dalam satu kalimat.", "userEnteredFormat": {"textFormat": {"bold": True}}}
    marks[1, 3] = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}, "wrapStrategy": "WRAP"}, "note": "dicek"}
    marks[1, 5] = {
        "userEnteredFormat": {"numberFormat": {"type": "DATE", "pattern": "dd/mm/yy"}, "textFormat": {"italic": True}}
    }
    marks[1, 6] = {"dataValidation": choice}
    marks[1, 13] = {"userEnteredFormat": {"backgroundColor": {"red": 1}}}
    marks[3, 3] = {"userEnteredFormat": {"textFormat": {"italic": True}}}
    before = {cell: mark for cell, mark in marks.items() if cell[0] < 2}
    record(desk_.place, "Kirim segel")
    send(desk_.place)
    marks = desk_.tab.marks
    assert {cell: mark for cell, mark in marks.items() if cell[0] < 2} == before
    assert marks[2, 3] == {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}, "wrapStrategy": "WRAP"}}
    assert marks[2, 5]["userEnteredFormat"] == {
        "numberFormat": {"type": "DATE", "pattern": "d mmmm yyyy"}, "textFormat": {"italic": True}
    }  # fmt: skip
    assert marks[2, 6] == {"dataValidation": choice} and marks[2, 13] == marks[1, 13]
    assert marks[4, 3] == {"userEnteredFormat": {"textFormat": {"italic": True}}}, (
        "the signature moved down with its mark"
    )
    assert desk_.rows[4][3] == "Sukabumi, 4 November 2024"


def test_below_a_header_rows_do_not_look_like_it(at):
    desk_ = at(HEAD)
    desk_.tab.marks[0, 3] = {"userEnteredFormat": {"textFormat": {"bold": True}}}
    desk_.tab.marks[1, 6] = {"dataValidation": {"condition": {"type": "BOOLEAN"}}}
    [one] = record(desk_.place, "Kirim segel")
    send(desk_.place)
    assert desk_.rows[1] == row_of(one, "Kirim segel")
    assert (1, 3) not in desk_.tab.marks and desk_.tab.marks[1, 6] == desk_.tab.marks[2, 6]


def test_a_grid_that_ends_with_its_header_or_its_last_row_grows(at):
    for lines in ((HEAD,), (HEAD, OLD)):
        desk_ = at(*lines)
        desk_.google.resize(desk_.file.id, TAB, len(lines), 13)
        ids = record(desk_.place, "Kirim segel", "Kirim tinta")
        assert send(desk_.place).sent == tuple(ids)
        assert desk_.rows[len(lines) :] == [row_of(ids[0], "Kirim segel"), row_of(ids[1], "Kirim tinta")]
        assert desk_.tab.row_count == len(lines) + 2


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        (("TINDAK LANJUT", "Rapat monev", "", HEAD, " | ".join(f"({n})" for n in range(1, 14))), 5),
        ((HEAD, OLD, "", "JUMLAH | | | 1"), 2),
        ((HEAD, OLD, "Catatan: diisi sekretariat", "", "| | | Mengetahui"), 2),
        ((HEAD, "Nihil | | | | | | | | | | | | 4 November 2024"), 2),
        ((HEAD, OLD, "TL-baru | | | Sedang diketik | KPU"), 3),
    ],
)
def test_what_stands_around_the_table_stays_around_it(at, lines, row):
    desk_ = at(*lines)
    before = desk_.rows
    [one] = record(desk_.place, "Kirim segel")
    send(desk_.place)
    assert [cells for at_, cells in enumerate(desk_.rows) if at_ != row] == before and desk_.rows[row][0] == one


def test_columns_in_another_order_between_foreign_ones(at):
    desk_ = at("Catatan kami | Status | Uraian | Warna | Tenggat | ID | Penanggung Jawab | Agenda | Tanggal Data | Tanggal Rapat",
               "x | Belum | Lama | merah | 1 Nov 2024 | TL-lama | KPU | Logistik | 4 Nov 2024 | 4 Nov 2024")  # fmt: skip
    desk_.tab.marks[1, 3] = {"userEnteredFormat": {"numberFormat": {"type": "TEXT"}}}
    [one] = record(desk_.place, "Kirim segel")
    send(desk_.place)
    assert desk_.rows[2] == [None, "Belum", "Kirim segel", None, DUE, one, "KPU", "Logistik", MEETING, MEETING]
    assert desk_.tab.marks[2, 3] == desk_.tab.marks[1, 3], "the foreign column keeps its look"


def test_new_rows_stay_out_of_merged_cells(at):
    desk_ = at("TINDAK LANJUT", HEAD)
    sheet = desk_.tab.sheet_id
    client = insert.enter(desk_.google.key(), desk_.file.url).client
    areas = [(0, 1, 0, 13), *((1, 3, column, column + 1) for column in range(13))]
    client.batch_update(desk_.file.id, {"requests": [
        {"mergeCells": {"mergeType": "MERGE_ALL", "range": {"sheetId": sheet, "startRowIndex": top, "endRowIndex": bottom,
                        "startColumnIndex": left, "endColumnIndex": right}}} for top, bottom, left, right in areas
    ]})  # fmt: skip
    [one] = record(desk_.place, "Kirim segel")
    assert send(desk_.place).sent == (one,)
    assert desk_.rows[3] == row_of(one, "Kirim segel") and desk_.rows[2] == [None] * 13
    [two] = record(desk_.place, "Kirim tinta")
    assert send(desk_.place).sent == (two,) and desk_.ids() == [one, two]


# --- what it needs ---


def test_a_tab_or_column_that_is_missing_is_told_with_what_to_do_in_the_sheet(at):
    for lines, told in (
        ((HEAD.replace("Uraian", "Isi"), OLD), "kolom “Uraian”"),
        (("a | b", "c | d"), "tidak punya baris judul kolom"),
    ):
        desk_ = at(*lines)
        [name] = record(desk_.place, "Kirim segel")
        trouble = send(desk_.place).waiting[name]
        assert told in trouble and "Tab “Tindak Lanjut”" in trouble and "python" not in trouble
        assert len(desk_.rows) == 2 and "batchUpdate" not in desk_.asked()
    desk_.google.rename_tab(desk_.file.id, TAB, "Janji")
    assert all("Tab “Tindak Lanjut” tidak ditemukan" in one for one in send(desk_.place).waiting.values())


def test_what_the_template_made_takes_a_decision(standin, tmp_path, monkeypatch, capsys):
    files = cloud.small(standin) | {"sekretariat": standin.add("sekretariat", {"Sheet1": []}, role="writer")}
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(cloud.secrets(standin, files), "utf-8")
    for name, value in {"RAHASIA": secrets, "POTRET": tmp_path / "potret"}.items():
        monkeypatch.setenv(f"MONEV_{name}", str(value))
    for name in ("SUMBER", "FOLDER"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    place = cloud.settings(standin, files, tmp_path)
    [one] = record(place, "Kirim segel")
    assert command.main(["send"]) == 3 and "template sekretariat" in capsys.readouterr().out
    assert command.main(["template", "sekretariat"]) == 0
    capsys.readouterr()
    assert command.main(["send"]) == 0 and capsys.readouterr().out == f"{one}: terkirim\n"
    tab = standin.book(files["sekretariat"].id).tab(TAB)
    assert tab.value(1, 0) == one and tab.marks[1, 6]["dataValidation"]["strict"]
    assert "textFormat" not in tab.marks[1, 0].get("userEnteredFormat", {}), "not bold like the header"


def test_an_account_that_may_only_look_is_told_what_to_ask_for(at):
    desk_ = at(HEAD, OLD, role="reader")
    [name] = record(desk_.place, "Kirim segel")
    assert "menjadi Editor" in send(desk_.place).waiting[name]
    desk_.google.share(desk_.file.id, None)
    assert "sebagai Editor" in send(desk_.place).waiting[name]
    desk_.google.share(desk_.file.id, "writer")
    assert send(desk_.place).sent == (name,) and desk_.ids()[1:] == [name]


def test_a_part_that_is_protected_is_told_and_nothing_is_written(at):
    desk_ = at(HEAD, OLD)
    [name] = record(desk_.place, "Kirim segel")
    area = {"sheetId": desk_.tab.sheet_id, "startColumnIndex": 3, "endColumnIndex": 4}
    desk_.tab.protected.append({"protectedRangeId": 1, "range": area, "requestingUserCanEdit": False})
    trouble = send(desk_.place).waiting[name]
    assert "dilindungi" in trouble and "dasbor@" in trouble and len(desk_.rows) == 2
    desk_.tab.protected.clear()
    assert send(desk_.place).sent == (name,)


def test_a_spreadsheet_that_is_not_named_or_is_anothers_is_told(at, standin, tmp_path):
    place = cloud.settings(standin, {}, tmp_path)
    [name] = record(place, "Kirim segel")
    assert "[spreadsheets]" in send(place).waiting[name]
    other = standin.add(
        "kpu", {title: [] for title in ("Pemilih TPS", "Distribusi", "Hibah", "Sosialisasi")}, role="writer"
    )
    place = cloud.settings(standin, {"sekretariat": other}, tmp_path)
    assert "tampaknya milik KPU" in send(place).waiting[name]


# --- what goes wrong ---

TROUBLES = [kind for kind in KINDS if kind not in ("hang", "trickle")]
QUICK = {"401", "403", "404", "429", "503", "cut_body", "reset"}


def marked(kinds):
    return [pytest.param(kind, marks=[] if kind in QUICK else pytest.mark.panjang) for kind in kinds]


def in_the_end(desk_, names, tries=6):
    """Send until nothing waits; what stands there then, once each, and the outbox knows it."""
    for _ in range(tries):
        if not send(desk_.place).waiting:
            break
    assert desk_.ids()[1:] == names and len(desk_.rows) == 2 + len(names)
    assert all(row["terkirim"] and row["pesan"] is None for row in kept(desk_.place).values())


@pytest.mark.parametrize("carried_out", [NOTHING, DONE])
@pytest.mark.parametrize("kind", marked(TROUBLES))
def test_a_writing_that_fails_once_is_there_once_whether_or_not_it_was_carried_out(at, kind, carried_out):
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel", "Kirim tinta")
    desk_.google.fault("sheets", kind, 1, desk_.file.id, WRITE, carried_out)
    first = send(desk_.place)
    if kind in ("401", "revoked"):  # the library itself asks again with a new token, and Google refuses the double
        assert first.sent == tuple(names) or "sudah pernah ditulis" in first.waiting[names[0]]
    else:
        assert set(first.waiting) == set(names)
        [told] = set(first.waiting.values())
        assert told.endswith(".") and "sinkron" not in told
        assert {row["pesan"] for row in kept(desk_.place).values()} == {told}
    in_the_end(desk_, names)


@pytest.mark.parametrize("carried_out", [NOTHING, DONE, LATER])
def test_an_answer_that_never_comes(at, carried_out, monkeypatch):
    monkeypatch.setattr("monev.sheets.google.client.SILENCE", 1)
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel")
    desk_.google.fault("sheets", "hang", 1, desk_.file.id, WRITE, carried_out)
    assert "tidak menjawab pada waktunya" in send(desk_.place).waiting[names[0]]
    in_the_end(desk_, names)


def test_a_writing_that_is_carried_out_long_after_it_failed_does_not_double_the_row(at):
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel", "Kirim tinta")
    desk_.google.fault("sheets", "reset", 1, desk_.file.id, WRITE, LATER)
    assert send(desk_.place).waiting
    assert send(desk_.place).sent == tuple(names), "the first one is not there yet"
    desk_.google.arrive()
    assert desk_.ids()[1:] == names, "and is refused when it comes"


def test_one_row_that_google_knows_already_does_not_hold_up_the_others(at):
    desk_ = at(HEAD, OLD)
    first, second, third = record(desk_.place, "Satu", "Dua", "Tiga")
    opened = insert.enter(desk_.google.key(), desk_.file.url)
    _, grids = insert.look(opened, "sekretariat", TAB.__eq__)
    insert.insert(opened, grids[TAB], 2, False, {second: {0: second}})
    desk_.google.put(desk_.file.id, TAB, "A3", "diubah")  # before anybody saw it there
    sent = send(desk_.place)
    assert sent.sent == (first, third) and "sudah pernah ditulis" in sent.waiting[second]
    assert desk_.ids()[1:] == [first, third]
    desk_.google.put(desk_.file.id, TAB, "A3", second)
    assert send(desk_.place).sent == (second,)


def full_but_for(desk_, room):
    """Let the tab have room for so many more characters of metadata."""
    place = {"sheetId": desk_.tab.sheet_id, "dimension": "ROWS", "startIndex": 0, "endIndex": 1}
    given = {"metadataKey": "x", "metadataValue": "x" * (MOST_METADATA - room - 1), "visibility": "DOCUMENT"}
    client = insert.enter(desk_.google.key(), desk_.file.url).client
    client.batch_update(desk_.file.id, {"requests": [
        {"createDeveloperMetadata": {"developerMetadata": given | {"location": {"dimensionRange": place}}}}
    ]})  # fmt: skip


def test_a_mark_is_one_character_and_has_no_value(at):
    desk_ = at(HEAD, OLD)
    record(desk_.place, "Kirim segel", "Kirim tinta")
    full_but_for(desk_, 2)
    send(desk_.place)
    assert [(one["metadataKey"], one.get("metadataValue")) for one in desk_.tab.metadata[1:]] == [("m", None)] * 2


def test_where_google_has_no_room_for_marks_rows_are_written_without(at):
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel", "Kirim tinta")
    full_but_for(desk_, 1)
    assert send(desk_.place) == delivery.Sent(tuple(names), {})
    assert desk_.rows[2:] == [row_of(names[0], "Kirim segel"), row_of(names[1], "Kirim tinta")]
    assert len(desk_.tab.metadata) == 1 and desk_.asked().count("batchUpdate") == 3, "refused once, then written"
    names += record(desk_.place, "Kirim sampul")
    assert send(desk_.place).sent == tuple(names[2:]) and len(desk_.tab.metadata) == 2, "one more had room"


@pytest.mark.parametrize("carried_out", [NOTHING, DONE])
def test_rows_without_marks_that_fail_are_looked_up_before_they_are_tried_again(at, carried_out):
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel", "Kirim tinta")
    full_but_for(desk_, 0)

    def fail(book):
        desk_.google.fault("sheets", "reset", 1, desk_.file.id, WRITE, carried_out)

    desk_.google.before(WRITE, lambda book: None)
    desk_.google.before(WRITE, fail)
    assert set(send(desk_.place).waiting) == set(names)
    assert desk_.asked().count("batchUpdate") == 3, "it is the writing without marks that failed"
    in_the_end(desk_, names)


BEGIN = "Invalid requests[2].createDeveloperMetadata: "


@pytest.mark.parametrize(
    ("message", "known"),
    [
        (f"{BEGIN}Developer metadata with ID 7 already exists.", True),
        (f"{BEGIN}METADATA ID 7 IS ALREADY IN USE", True),
        (f"{BEGIN}Duplicate id: 7", True),
        (f"{BEGIN}The metadata ID must be positive.", False),
        (f"{BEGIN}No grid with id: 4", False),
        ("Invalid JSON payload received. Unknown name \"metadataId\" at 'requests[2]'", False),
        ("A sheet with the id 4 already exists.", False),
    ],
)
def test_only_a_mark_that_was_given_before_means_that_a_row_was_written_before(message, known):
    told = insert.refused(Refused(400, "INVALID_ARGUMENT", message), "dasbor@contoh.test")
    assert isinstance(told, insert.Known) == known
    if not known:
        assert str(told) == "Google menolak permintaan ini (galat 400). Mohon pengelola server menjalankan doctor."


@pytest.mark.parametrize("method", [GET, READ])
@pytest.mark.parametrize("kind", marked(TROUBLES))
def test_a_look_that_fails_is_repeated_or_told_and_in_the_end_the_row_is_there_once(at, method, kind):
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel")
    desk_.google.fault("sheets", kind, 1, desk_.file.id, method)
    send(desk_.place)
    in_the_end(desk_, names)


@pytest.mark.parametrize("method", [GET, READ])
@pytest.mark.parametrize("kind", ["403", "404", "service_disabled"])
def test_a_look_after_the_writing_that_fails_leaves_it_open_and_writes_nothing_twice(at, method, kind):
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel")
    desk_.google.before(WRITE, lambda _: desk_.google.fault("sheets", kind, 1, desk_.file.id, method))
    assert set(send(desk_.place).waiting) == set(names)
    in_the_end(desk_, names)


@pytest.mark.parametrize("kind", marked(TROUBLES))
def test_a_token_that_is_refused_once(at, kind):
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel")
    desk_.google.fault("token", kind, 1)
    send(desk_.place)
    in_the_end(desk_, names)


def test_a_lasting_trouble_is_told_every_time_and_nothing_is_lost(at):
    desk_ = at(HEAD, OLD)
    names = record(desk_.place, "Kirim segel")
    desk_.google.fault("sheets", "quota", None, desk_.file.id, WRITE)
    for _ in range(3):
        assert send(desk_.place).waiting == {
            names[0]: "Google membatasi jumlah permintaan untuk sementara. Dicoba lagi sebentar lagi."
        }
    desk_.google.heal()
    in_the_end(desk_, names)


# --- an officer at the same time ---


def test_rows_that_an_officer_inserts_above_stay_and_so_does_ours(at):
    desk_ = at(HEAD, OLD, "", "| | | Mengetahui | | Kepala Bagian")
    [name] = record(desk_.place, "Kirim segel")
    desk_.google.before(WRITE, lambda book: book.tab(TAB).rows.insert(1, ["TL-petugas", None, None, "Baru"]))
    assert send(desk_.place).sent == (name,)
    assert sorted(desk_.ids()) == sorted(["TL-petugas", "TL-2024-10-21-01", name])
    assert [row[3] for row in desk_.rows].count("Mengetahui") == 1 and len(desk_.rows) == 6


def test_rows_that_an_officer_deletes_stay_deleted_and_ours_is_there(at):
    desk_ = at(
        HEAD, OLD, OLD.replace("-01", "-02"), OLD.replace("-01", "-03"), "", "| | | Mengetahui | | Kepala Bagian"
    )
    [name] = record(desk_.place, "Kirim segel")

    def delete(book):
        del book.tab(TAB).rows[1:3]

    desk_.google.before(WRITE, delete)
    assert send(desk_.place).sent == (name,)
    assert sorted(desk_.ids()) == sorted(["TL-2024-10-21-03", name]) and len(desk_.rows) == 5


def test_what_an_officer_changes_in_another_row_is_kept(at):
    desk_ = at(HEAD, OLD)
    [name] = record(desk_.place, "Kirim segel")
    desk_.google.before(WRITE, lambda book: book.tab(TAB).set(1, 6, "Selesai"))
    assert send(desk_.place).sent == (name,) and desk_.rows[1][6] == "Selesai"


def test_a_row_that_an_officer_pasted_between_our_look_and_our_writing_is_seen_by_both(at):
    desk_ = at(HEAD, OLD)
    [name] = record(desk_.place, "Kirim segel")
    desk_.google.before(WRITE, lambda book: book.tab(TAB).rows.append([name, None, None, "Kirim segel"]))
    assert send(desk_.place).sent == (name,)
    assert desk_.ids().count(name) == 2, "the one case that nobody can see in advance; reading tells it as a double key"


def test_columns_that_moved_at_that_moment_are_told_with_the_row_and_nothing_is_written_twice(at):
    desk_ = at(HEAD, OLD)
    [name] = record(desk_.place, "Kirim segel")

    def insert_column(book):
        for row in book.tab(TAB).rows:
            row.insert(0, "baru" if row else None)

    desk_.google.before(WRITE, insert_column)
    for _ in range(2):
        trouble = send(desk_.place).waiting[name]
        assert "baris 3" in trouble and "tangan" in trouble
        assert [row[0] for row in desk_.rows] == ["baru", "baru", name]
    desk_.tab.rows[2].insert(0, None)
    assert send(desk_.place).sent == (name,), "once the row was put right"


def test_a_tab_that_is_gone_at_that_moment_takes_nothing_and_loses_nothing(at):
    desk_ = at(HEAD, OLD)
    [name] = record(desk_.place, "Kirim segel")
    desk_.google.add_tab(desk_.file.id, "Lain")
    desk_.google.before(WRITE, lambda book: book.tabs.remove(book.tab(TAB)))
    assert name in send(desk_.place).waiting
    desk_.google.add_tab(desk_.file.id, TAB, typed(HEAD, OLD))
    in_the_end(desk_, [name])


# --- several at once ---


def recorded_beside(place, writers, each):
    work = "import sys; from pathlib import Path; from monev.meeting import decision; from tests import desk\n" \
           "for n in range(int(sys.argv[2])):\n" \
           "    one = desk.decided(f'Tugas {sys.argv[3]}-{n}'); decision.record(Path(sys.argv[1]), one); print(one.id)\n"  # fmt: skip
    command = [sys.executable, "-c", work, str(place.snapshots), str(each)]
    running = [
        subprocess.Popen([*command, str(n)], cwd=HOME, stdout=subprocess.PIPE, text=True) for n in range(writers)
    ]
    return [one for process in running for one in process.communicate(timeout=120)[0].split()]


def test_fifty_decisions_recorded_by_five_while_two_send_are_there_once_each(at):
    desk_ = at(HEAD, OLD)
    over = threading.Event()

    def sending():
        while not over.is_set():
            send(desk_.place)

    with ThreadPoolExecutor(2) as pool:
        senders = [pool.submit(sending) for _ in range(2)]
        ids = recorded_beside(desk_.place, 5, 10)
        over.set()
    for one in senders:
        one.result()
    send(desk_.place)
    assert len(ids) == 50 and sorted(desk_.ids()[1:]) == sorted(ids)
    assert all(row["terkirim"] for row in kept(desk_.place).values())


# --- killed ---

SENDER = "from monev import settings; from monev.meeting import delivery; delivery.send(settings.load())"


def killed_again_and_again(desk_, folder, times, seed):
    """Decisions recorded while senders are killed at random moments; what stands in the sheet in the end."""
    chance = random.Random(seed)  # noqa: S311
    secrets = folder / "secrets.toml"
    secrets.write_text(cloud.secrets(desk_.google, {"sekretariat": desk_.file}), "utf-8")
    around = surroundings(RAHASIA=secrets, POTRET=desk_.place.snapshots) | desk_.google.environment
    desk_.google.delay = 0.02
    killed, ids = 0, []
    with forking.Parent("google") as parent:
        for _ in range(3 * times):
            ids += record(desk_.place, "Kirim segel")
            process = parent.run(SENDER, around)
            time.sleep(chance.uniform(0, 0.4))
            process.kill()
            killed += process.wait() == -signal.SIGKILL
            assert len(set(desk_.ids())) == len(desk_.ids()), "doubled"
            if killed == times:
                break
    desk_.google.delay = 0
    for _ in range(3):  # a request of a sender that was killed may still be on its way
        send(desk_.place)
    assert killed == times and sorted(desk_.ids()[1:]) == sorted(ids)
    assert all(row["terkirim"] for row in kept(desk_.place).values())


def test_a_hundred_senders_killed_at_random_moments_lose_and_double_nothing(at, tmp_path):
    killed_again_and_again(at(HEAD, OLD), tmp_path, 100, seed=2024)
