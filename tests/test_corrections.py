"""Decisions that were put right or withdrawn: the record, as long as that can be, and the row in a folder of CSV files."""

import datetime as dt
import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from monev.meeting import change as changing, decision, delivery, ended, meeting
from monev.settings import Settings
from monev.sheets import csv_insert, csv_read
from monev.snapshot import frozen, outbox, store
from monev.sync import sync
from tests import desk
from tests.desk import HEAD, MEETING, OLD, correct, decided, in_folder, record, send, standing, typed, withdraw

NINE = dt.datetime(2024, 11, 4, 9)
MINUTE = dt.timedelta(minutes=1)


def cell(place, id, title):
    rows = in_folder(place)
    return desk.column(rows, title)[desk.column(rows, "ID").index(id)].strip()


# --- the record ---


def test_a_correction_is_a_new_line_and_the_decision_stands_as_it_says(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    correct(place, one, uraian="Kirim tinta", tenggat=dt.date(2024, 11, 6))
    first, second = outbox.rows(place.snapshots)
    assert (first["id"], first["uraian"], first["mengubah"]) == (one, "Kirim segel", None), "nothing is written over"
    assert (second["mengubah"], second["uraian"], second["ditarik"]) == (one, "Kirim tinta", False)
    assert re.fullmatch(rf"{one}-[a-z2-9]{{6}}", second["id"])
    row = standing(place)[one]
    assert (row["uraian"], row["tenggat"], row["dicatat"], row["diubah"], row["ditarik"]) == (
        "Kirim tinta", "2024-11-06", NINE.isoformat(), (NINE + 5 * MINUTE).isoformat(), False
    )  # fmt: skip


def test_a_withdrawal_is_a_new_line_and_keeps_what_was_said(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    withdraw(place, one)
    assert len(outbox.rows(place.snapshots)) == 2
    row = standing(place)[one]
    assert (row["uraian"], row["ditarik"], row["diubah"]) == ("Kirim segel", True, (NINE + 6 * MINUTE).isoformat())


def test_a_line_of_an_earlier_version_is_read_as_it_was(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    path = place.snapshots / outbox.OUTBOX / f"{one}.json"
    old = {name: value for name, value in json.loads(path.read_text("utf-8")).items()
           if name not in ("mengubah", "ditarik", "baris")}  # fmt: skip
    path.write_text(json.dumps(old | {"terkirim": "2024-11-04T09:01:00"}), "utf-8")
    row = standing(place)[one]
    assert (row["ditarik"], row["diubah"], row["di_lembar"], row["baris"]) == (False, None, True, None)


def test_what_was_said_last_stands_whatever_the_clock_says(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    correct(place, one, minute=9, uraian="Kirim tinta")
    correct(place, one, minute=7, uraian="Kirim sampul")
    assert standing(place)[one]["uraian"] == "Kirim sampul" and len(outbox.rows(place.snapshots)) == 3


def test_two_who_correct_at_once_are_both_kept_and_one_of_them_stands(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    start = threading.Barrier(2)

    def put(text):
        start.wait()
        correct(place, one, uraian=text)

    with ThreadPoolExecutor(2) as pool:
        [*pool.map(put, ["Kirim tinta", "Kirim sampul"])]
    texts = [row["uraian"] for row in outbox.rows(place.snapshots)]
    assert sorted(texts) == ["Kirim sampul", "Kirim segel", "Kirim tinta"]
    assert standing(place)[one]["uraian"] == texts[-1]
    assert send(place).sent == (one,) and cell(place, one, "Uraian") == texts[-1]


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "belum ditulis"), ("x" * 501, "terlalu panjang"), ("Hubungi 0812 3456 7890", "nomor")],
)
def test_a_text_is_refused_as_when_it_is_recorded(tmp_path, text, told):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    with pytest.raises(ValueError, match=told):
        correct(place, one, uraian=text)
    assert len(outbox.rows(place.snapshots)) == 1


def test_what_was_withdrawn_is_not_changed_again_and_what_is_not_there_neither(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    withdraw(place, one)
    for change in (lambda: withdraw(place, one), lambda: changing.correct(place.snapshots, decided(id=one), NINE)):
        with pytest.raises(ValueError, match=re.escape("sudah ditarik pukul 09.06")):
            change()
    with pytest.raises(ValueError, match="tidak ditemukan"):
        changing.withdraw(place.snapshots, "TL-2024-11-04-tiada", NINE)


# --- as long as its meeting allows it ---


@pytest.fixture
def on(samples_shot, tmp_path):
    """A decision of a meeting that is on since nine."""
    folder = tmp_path / "potret"
    place = Settings("folder", tmp_path, folder, MEETING)
    import shutil

    shutil.copytree(samples_shot, folder)
    found = meeting.pin(folder, store.latest(folder), NINE)
    meeting.start(folder, found, NINE)
    [one] = record(place, "Kirim segel")
    return place, found.name, one


def may(place, moment):
    return changing.changeable(place.snapshots, MEETING, NINE, moment)


def test_a_decision_can_be_changed_until_its_meeting_ends_and_half_an_hour_more(on):
    place, name, one = on
    assert may(place, NINE + 3 * 60 * MINUTE)
    meeting.end(place.snapshots, name, NINE + 180 * MINUTE)
    assert may(place, NINE + 209 * MINUTE) and not may(place, NINE + 210 * MINUTE)
    with pytest.raises(ValueError, match="berakhir lebih dari 30 menit lalu"):
        changing.withdraw(place.snapshots, one, NINE + 210 * MINUTE)
    assert not standing(place)[one]["ditarik"]
    changing.withdraw(place.snapshots, one, NINE + 209 * MINUTE)
    assert standing(place)[one]["ditarik"]


def test_a_meeting_that_nobody_ended_counts_as_ended_by_itself(on):
    place, _, _ = on
    over = NINE + meeting.LONGEST
    assert may(place, over + 29 * MINUTE) and not may(place, over + 31 * MINUTE)


def test_an_end_that_is_said_again_later_opens_nothing(on):
    place, name, _ = on
    meeting.end(place.snapshots, name, NINE + 60 * MINUTE)
    meeting.end(place.snapshots, name, NINE + 200 * MINUTE)
    assert not may(place, NINE + 201 * MINUTE)


def test_a_meeting_that_makes_room_for_another_one_is_over(on):
    place, name, _ = on
    other = meeting.pin(place.snapshots, store.latest(place.snapshots), NINE, MEETING + dt.timedelta(days=1))
    meeting.start(place.snapshots, other, NINE + 60 * MINUTE)
    assert ended.read(place.snapshots) == {name: NINE + 60 * MINUTE}
    assert may(place, NINE + 89 * MINUTE) and not may(place, NINE + 91 * MINUTE)


def test_a_decision_of_no_meeting_can_be_changed_for_half_an_hour(tmp_path):
    place = desk.folder(tmp_path)
    assert may(place, NINE + 29 * MINUTE) and not may(place, NINE + 30 * MINUTE)
    assert not may(place, NINE - 31 * MINUTE)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', '{"a": "entah"}'])
def test_ends_that_cannot_be_read_are_none(tmp_path, content):
    (tmp_path / frozen.PINNED).mkdir()
    (tmp_path / frozen.PINNED / ended.FILE).write_text(content, "utf-8")
    assert ended.read(tmp_path) == {}


# --- into a folder ---


def test_what_was_not_sent_yet_is_sent_as_it_stands(tmp_path):
    place = desk.folder(tmp_path)
    first, second = record(place, "Kirim segel", "Kirim tinta")
    correct(place, first, uraian="Kirim sampul", penanggung_jawab=("bpkpd", "kpu"))
    assert send(place) == delivery.Sent((first, second), {})
    assert cell(place, first, "Uraian") == "Kirim sampul" and cell(place, first, "Penanggung Jawab") == "BPKPD; KPU"
    assert len(in_folder(place)) == 4 and standing(place)[first]["baris"] == 3
    assert send(place) == delivery.Sent()


def test_what_was_withdrawn_before_it_was_sent_never_reaches_the_sheet(tmp_path):
    place = desk.folder(tmp_path)
    first, second = record(place, "Kirim segel", "Kirim tinta")
    withdraw(place, first)
    assert set(send(place).sent) == {first, second}
    assert desk.column(in_folder(place), "ID") == ["TL-2024-10-21-01", second]
    row = standing(place)[first]
    assert row["terkirim"] and not row["di_lembar"] and row["baris"] is None and send(place) == delivery.Sent()


def test_a_row_is_put_right_by_its_id_and_every_other_cell_stays(tmp_path):
    place = desk.folder(tmp_path)
    first, second = record(place, "Kirim segel", "Kirim tinta")
    send(place)
    path = desk.tab_path(place)
    rows = [[*one, "catatan kami"] if at else [*one, "Catatan"] for at, one in enumerate(in_folder(place))]
    rows[2][6], rows[2][8] = "Berjalan", "sudah disiapkan"
    rows[1], rows[2] = rows[2], rows[1]  # somebody sorted them
    path.write_text(desk.csv_of(rows), "utf-8")
    correct(place, first, uraian="Kirim segel; kotak", tenggat=dt.date(2024, 11, 6))
    assert send(place).sent == (first,)
    rows[1][3], rows[1][5] = "Kirim segel; kotak", "6 November 2024"
    assert [[one.strip() for one in row] for row in in_folder(place)] == rows
    row = standing(place)[first]
    assert (row["baris"], row["pesan"]) == (2, None) and row["terkirim"]
    assert send(place) == delivery.Sent() and standing(place)[second]["baris"] == 4


def test_a_withdrawn_row_is_marked_and_not_deleted(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    send(place)
    before = in_folder(place)
    withdraw(place, one)
    assert send(place).sent == (one,)
    assert cell(place, one, "Status") == "Ditarik"
    before[2][6] = "Ditarik"
    assert in_folder(place) == before
    [result] = sync.sync(place)
    with store.Snapshot(place.snapshots, result.snapshot) as snapshot:
        [row] = snapshot.select(f"from sekretariat__tindak_lanjut where id = '{one}'").to_dict("records")
    assert row["status"] == "ditarik"


def test_what_the_correction_takes_away_is_emptied(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    send(place)
    correct(place, one, indikator=None, nilai_saat_dicatat=None)
    assert send(place).sent == (one,)
    assert cell(place, one, "Indikator") == cell(place, one, "Nilai Saat Dicatat") == ""
    assert cell(place, one, "Uraian") == "Kirim segel"


def test_a_correction_back_to_what_it_was_is_written_too(tmp_path, monkeypatch):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    send(place)
    correct(place, one, uraian="Kirim tinta")
    # Written, and the sender was killed before it could note that.
    monkeypatch.setattr(outbox, "note", lambda *_, **__: None)
    send(place)
    monkeypatch.undo()
    assert cell(place, one, "Uraian") == "Kirim tinta"
    correct(place, one, minute=7, uraian="Kirim segel")
    assert send(place).sent == (one,) and cell(place, one, "Uraian") == "Kirim segel"


def test_a_row_that_was_put_right_by_hand_is_noted_and_not_written(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    send(place)
    correct(place, one, tenggat=dt.date(2024, 11, 6))
    path = desk.tab_path(place)
    path.write_text(path.read_text("utf-8").replace("8 November 2024", "06/11/2024"), "utf-8")
    before = path.read_bytes()
    assert send(place).sent == (one,) and path.read_bytes() == before


def test_a_row_that_somebody_deleted_is_not_written_anew(tmp_path):
    place = desk.folder(tmp_path)
    first, second = record(place, "Kirim segel", "Kirim tinta")
    send(place)
    path = desk.tab_path(place)
    path.write_text(desk.csv_of(typed(HEAD, OLD)), "utf-8")
    correct(place, first, uraian="Kirim sampul")
    withdraw(place, second)
    sent = send(place)
    assert sent.sent == (second,), "a row that is gone stands for nothing any more"
    assert "tidak ada lagi di lembar" in sent.waiting[first] and len(in_folder(place)) == 2
    path.write_text(desk.csv_of([*typed(HEAD, OLD), [first, *desk.ROW[:2], "Kirim sampul", *desk.ROW[2:]]]), "utf-8")
    assert send(place).sent == (first,), "typed by hand it is there"


def test_an_id_in_two_rows_or_under_another_title_is_told_and_not_written(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    send(place)
    path = desk.tab_path(place)
    whole = path.read_text("utf-8")
    correct(place, one, uraian="Kirim tinta")
    path.write_text(whole + whole.splitlines()[-1] + "\n", "utf-8")
    assert "beberapa baris (3 dan 4)" in send(place).waiting[one]
    path.write_text(whole.replace(f"{one},", f",{one},"), "utf-8")
    assert "tidak lagi berada di bawah judul “ID”" in send(place).waiting[one]
    path.write_text(whole, "utf-8")
    assert send(place).sent == (one,)


def test_a_workbook_is_not_written_and_what_to_type_there_is_told(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    send(place)
    rows = in_folder(place)
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Tindak Lanjut"
    for row in rows:
        book.active.append(row)
    desk.tab_path(place).unlink()
    desk.tab_path(place).parent.rmdir()
    path = place.folder / "sekretariat.xlsx"
    book.save(path)
    before = path.read_bytes()
    correct(place, one, uraian="Kirim tinta", tenggat=dt.date(2024, 11, 6))
    withdraw(place, one)
    told = send(place).waiting[one]
    assert "Ubah dengan tangan di baris 3" in told and path.read_bytes() == before
    assert all(one in told for one in ("Uraian menjadi “Kirim tinta”", "Tenggat menjadi", "Status menjadi “Ditarik”"))
    book.active["D3"], book.active["F3"], book.active["G3"] = "Kirim tinta", "6 November 2024", "ditarik"
    book.save(path)
    assert send(place).sent == (one,)


def test_a_file_that_cannot_be_written_is_told_and_the_correction_comes_later(tmp_path, monkeypatch):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    send(place)
    correct(place, one, uraian="Kirim tinta")

    def locked(path, seen, new):
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(csv_insert, "replace", locked)
        assert "terbuka di Excel" in send(place).waiting[one]
    assert cell(place, one, "Uraian") == "Kirim segel"
    assert send(place).sent == (one,) and cell(place, one, "Uraian") == "Kirim tinta"


def test_a_correction_that_was_recorded_while_its_decision_is_being_sent_is_not_lost(tmp_path, monkeypatch):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    real = csv_insert.inserted

    def corrected_meanwhile(content, after, lines):
        monkeypatch.setattr(csv_insert, "inserted", real)
        correct(place, one, uraian="Kirim tinta")
        return real(content, after, lines)

    monkeypatch.setattr(csv_insert, "inserted", corrected_meanwhile)
    send(place)
    assert cell(place, one, "Uraian") == "Kirim segel" and standing(place)[one]["terkirim"] is None
    assert send(place).sent == (one,) and cell(place, one, "Uraian") == "Kirim tinta"


# --- the line of the file ---


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("row", [1, 2, 3, 4])
def test_a_changed_line_is_parted_and_ended_as_before(sign, encoding, row):
    rows = [["a", "b", "c"], ["satu", "dua\r\ndua", "é"], ["tiga", f'kata "{sign}"', ""], ["empat", "x", "y"]]
    content = desk.csv_of(rows, sign).removesuffix("\r\n").encode(encoding)
    new = csv_insert.changed(content, row, {1: f"baru{sign}\nlagi", 4: "jauh"})
    expected = [list(one) for one in csv_read.rows(content)]
    old = expected[row - 1]
    expected[row - 1] = [old[0], f"baru{sign}\nlagi", old[2], None, "jauh"]
    assert [list(one) for one in csv_read.rows(new)] == expected
    assert new.endswith("\r\n".encode(encoding)[-2:]) == content.endswith("\r\n".encode(encoding)[-2:])


def test_only_the_changed_line_changes_a_byte():
    content = b'a,b\n"satu" ,dua\n x ,y\r\n'
    assert csv_insert.changed(content, 1, {1: "B"}) == b'a,B\n"satu" ,dua\n x ,y\r\n'


def test_a_decision_that_is_recorded_is_no_correction(tmp_path):
    decision.record(tmp_path, decided("Kirim segel"))
    [row] = outbox.rows(tmp_path)
    assert row["mengubah"] is row["ditarik"] is row["baris"] is None
