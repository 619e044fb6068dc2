"""Decisions: what is recorded, which row it becomes, and where that goes in a folder of CSV files."""

import datetime as dt
import errno
import os
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from filelock import FileLock

from monev import settings as settings_module, sheets
from monev.meeting import decision, delivery, row as forms
from monev.meeting.target_tab import seen, stand
from monev.reading.cells import read
from monev.reading.cells.places import Places
from monev.run.commands import template_plan, template_xlsx
from monev.settings import HOME, SAMPLES, Settings
from monev.sheets import Spreadsheet, Tab, csv_insert
from monev.snapshot import directory, file, outbox, store
from monev.snapshot.store import StoreError
from monev.sync import sync
from tests import desk
from tests.conftest import monev
from tests.desk import HEAD, OLD, decided, in_folder, kept, record, send, typed

# --- what is recorded ---


def test_an_id_names_the_meeting_and_none_is_given_twice():
    ids = [decision.new_id(dt.date(2024, 11, 4)) for _ in range(50)]  # more would now and then repeat one
    assert all(re.fullmatch(r"TL-2024-11-04-[abcdefghjkmnpqrstuvwxyz2-9]{6}", one) for one in ids)
    assert len(set(ids)) == len(ids)


def test_what_was_recorded_lies_on_disk_before_anybody_sends_it(tmp_path):
    one = decided("Kirim segel")
    decision.record(tmp_path, one)
    [row] = outbox.rows(tmp_path)
    assert (row["id"], row["uraian"], row["tenggat"]) == (one.id, "Kirim segel", "2024-11-08")
    assert row["terkirim"] is row["dicoba"] is row["pesan"] is None
    with pytest.raises(StoreError, match="sudah ada"):
        decision.record(tmp_path, one)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Kirim segel \n", "Kirim segel"),
        ("satu\n\ndua", "satu dua"),
        ("satu\r\n \r\n\r\ndua", "satu dua"),
        ("satu\ndua", "satu\ndua"),
        ("satu\r\ndua", "satu\ndua"),
        ("se\x00gel\x07", "segel"),
        ("=1+1", "=1+1"),
        ("x" * 500, "x" * 500),
        ("🎉" * 500, "🎉" * 500),
    ],
)
def test_a_text_is_kept_as_typed_but_for_blank_lines(tmp_path, typed, kept):
    decision.record(tmp_path, decided(typed))
    assert outbox.rows(tmp_path)[0]["uraian"] == kept


@pytest.mark.parametrize(("typed", "told"), [("x" * 501, "501 huruf, paling banyak 500"), (" \n\n ", "belum ditulis")])
def test_a_text_that_is_empty_or_too_long_is_refused_in_words(tmp_path, typed, told):
    with pytest.raises(ValueError, match=told):
        decision.record(tmp_path, decided(typed))
    assert outbox.rows(tmp_path) == []


# --- which row it becomes ---


def cells_of(one, tmp_path):
    decision.record(tmp_path, one)
    return forms.load().cells(outbox.rows(tmp_path)[0])


def test_a_row_is_what_an_officer_would_have_typed(tmp_path):
    one = decided("Kirim segel", agenda="netralitas", penanggung_jawab=("lainnya",))
    assert cells_of(one, tmp_path) == {
        "id": one.id,
        "tanggal_rapat": dt.date(2024, 11, 4),
        "agenda": "Netralitas",
        "uraian": "Kirim segel",
        "penanggung_jawab": "Lainnya",
        "tenggat": dt.date(2024, 11, 8),
        "status": "Belum",
        "indikator": "barang_kurang",
        "nilai_saat_dicatat": "7 jenis",
        "potret": "000012-2024-11-04-1a2b3c4d",
        "tanggal_data": dt.date(2024, 11, 4),
    }


def test_what_is_not_known_has_no_cell(tmp_path):
    found = cells_of(decided(indikator=None, nilai_saat_dicatat=None, potret=None), tmp_path)
    assert not {"indikator", "nilai_saat_dicatat", "potret", "kabar", "tenggat_baru"} & found.keys()


def test_every_choice_is_a_text_of_the_templates_drop_down_and_is_read_as_its_code():
    form = forms.load()
    plan = template_plan.plan(
        form.contracts["sekretariat"], Places({}, {}, {}), forms.contracts.labels(settings_module.CONTRACTS)
    )
    for name, texts in form.texts.items():
        several = form.tab.columns[name].type == "majemuk"  # which no drop-down offers
        assert several or tuple(texts.values()) == plan.sheets["tindak_lanjut"].columns[name].choices
        for code, text in texts.items():
            assert read(text, form.tab.columns[name], Places({}, {}, {})).value == ((code,) if several else code)


def test_a_code_that_the_contract_no_longer_knows_is_written_as_it_is(tmp_path):
    assert cells_of(decided(penanggung_jawab=("dinas_x",)), tmp_path)["penanggung_jawab"] == "dinas_x"


def test_several_who_are_charged_stand_in_one_cell_and_are_read_as_several(tmp_path):
    found = cells_of(decided(penanggung_jawab=("bpkpd", "satpol_pp")), tmp_path)["penanggung_jawab"]
    assert found == "BPKPD; Satpol PP"
    column = forms.load().tab.columns["penanggung_jawab"]
    assert read(found, column, Places({}, {}, {})).value == ("bpkpd", "satpol_pp")


@pytest.mark.parametrize(
    ("name", "alias", "written"),
    [("Dinas Ketahanan Pangan dan Perdagangan", ["DKPP"], "Dinas Ketahanan Pangan dan Perdagangan"),
     ("Dinas Pangan; Perdagangan", ["DKP", "Dinas Pangan"], "DKP"), ("Dkp", [], "Dkp"), ("DKP", [], "DKP"),
     ("Dinas Pangan", ["Dkp"], "Dkp")],
)  # fmt: skip
def test_who_is_charged_is_written_as_people_call_it_and_read_back(name, alias, written):
    files = {"dkp": {"name": name, "order": 1, "decisions": True} | ({"alias": alias} if alias else {}),
             "camat": {"name": "Camat", "order": 2, "decisions": False, "tabs": {"x": {
                 "title": "X", "meaning": "X.", "key": ["a"],
                 "columns": {"a": {"title": "A", "type": "teks", "example": "a", "meaning": "A."}}}}}}  # fmt: skip
    read_as = forms.contracts.read_as_typed("contracts", files, {}, None)
    column = read_as["dkp"].tabs["tindak_lanjut"].columns["penanggung_jawab"]
    labels = forms.choice_texts.Labels.of([("penanggung_jawab_rapat", one, read_as[one].name) for one in read_as])
    nowhere = Places({}, {}, {})
    texts = forms.choice_texts.choices(column, nowhere, labels)
    assert texts["dkp"] == written
    assert read(f"{texts['dkp']}; {texts['camat']}", column, nowhere).value == ("dkp", "camat")


# --- where it goes ---


def standing(*lines, title="Tindak Lanjut"):
    rows = [[cell or None for cell in row] for row in typed(*lines)]
    return stand(Spreadsheet("sekretariat", (Tab(title, sheets.kept_rows(rows, ""), None),), None, None), forms.load())


NUMBERS = " | ".join(f"({n})" for n in range(1, 14))
SIGNED = "| | | Sukabumi, 4 November 2024 | | Kepala Bagian"


@pytest.mark.parametrize(
    ("lines", "after", "below_head"),
    [
        ((HEAD,), 1, True),
        ((HEAD, OLD), 2, False),
        ((HEAD, OLD, "", "", SIGNED, "| | | | | Nama"), 2, False),
        ((HEAD, "", SIGNED), 1, True),
        ((HEAD, OLD, "JUMLAH | | | 1"), 2, False),
        ((HEAD, OLD, "Catatan: diisi sekretariat"), 2, False),
        ((HEAD, OLD, "", "Catatan | dua | tiga"), 2, False),
        ((HEAD, OLD, "TL-x | | | Baru diketik | KPU"), 3, False),
        ((HEAD, "Nihil | | | | | | | | | | | | 4 November 2024"), 2, False),
        (("TINDAK LANJUT", "Rapat monev", "", HEAD, NUMBERS), 5, True),
        (("TINDAK LANJUT", "", "", HEAD, NUMBERS, OLD, "", OLD.replace("-01", "-02"), "", SIGNED), 8, False),
        ((HEAD, "", NUMBERS, "", SIGNED), 3, True),
        ((HEAD, OLD, HEAD, OLD.replace("-01", "-02")), 4, False),
        ((HEAD, "A. | TUGAS RUTIN"), 2, True),
        ((HEAD, " | " * 14 + "kuning = belum", " | " * 14 + "hijau = sudah"), 1, True),
        ((HEAD, "", "Rekap per status", "Selesai | | | | | | 4", "Berjalan | | | | | | 2"), 1, True),
    ],
)
def test_new_rows_go_directly_below_the_last_row_of_data(lines, after, below_head):
    found = standing(*lines)
    assert (found.after, found.below_head, found.trouble) == (after, below_head, None)


@pytest.mark.parametrize(
    ("lines", "title", "told"),
    [
        ((HEAD,), "Tindak", "Tab “Tindak Lanjut” tidak ditemukan"),
        ((HEAD,), "Tindak Lanjuut", "Bila tab “Tindak Lanjuut” yang dimaksud, ganti namanya kembali menjadi “Tindak Lanjut”"),
        ((), "Tindak Lanjut", "Tab “Tindak Lanjut” masih kosong"),
        (("a | b", "c | d"), "Tindak Lanjut", "Tab “Tindak Lanjut” tidak punya baris judul kolom"),
        ((HEAD.replace("ID |", "Nomor |"), OLD), "Tindak Lanjut", "Ganti judulnya kembali menjadi “ID”, atau tambahkan"),
        ((HEAD.replace("Uraian |", "Uraiann |"), OLD), "Tindak Lanjut",
         "Ganti judul “Uraiann” kembali menjadi “Uraian”."),
        ((HEAD.replace("Tenggat |", "Batas |").replace("ID |", "Nomor |"), OLD), "Tindak Lanjut",
         "kolom “ID” dan “Tenggat” tidak ditemukan atau tidak dapat dibaca. Kembalikan judul semua kolom itu."),
        ((HEAD.replace("ID |", "Nomor |"), OLD), "Tindak Lanjut", "kolom “ID” tidak ditemukan"),
        ((HEAD.replace("Tenggat |", "Batas |"), OLD), "Tindak Lanjut", "kolom “Tenggat” tidak ditemukan"),
        ((f"{HEAD} | ID", f"{OLD} | lain"), "Tindak Lanjut", "kolom “ID” tidak ditemukan atau tidak dapat dibaca"),
    ],
)  # fmt: skip
def test_a_tab_that_lacks_what_is_required_is_told(lines, title, told):
    assert told in standing(*lines, title=title).trouble


@pytest.mark.parametrize(
    "row",
    [
        "TL-1 | 4 November 2024 | Logistik | Kirim segel | KPU | | Belum",
        "tl-1 | | | Kirim segel, sudah diubah",
        "TL-1",
        "\u200bTL-1 | besok | entah | apa",
    ],
)
def test_a_decision_is_found_in_any_kind_of_row_and_however_it_was_edited(row):
    found = standing(HEAD, OLD, "", row)
    assert seen(found, {"TL-1": "Kirim segel", "TL-2": "Lain"}) == {"TL-1": None}


def test_a_decision_that_is_only_mentioned_is_not_there():
    assert seen(standing(HEAD, OLD + " | TL-1"), {"TL-1": "Kirim segel"}) == {}


@pytest.mark.parametrize(
    "row", ["| TL-1 | 4 Nov 2024 | Logistik | Kirim segel", "TL-1 | 4 Nov 2024 | Logistik | KPU | Kirim segel"]
)
def test_a_row_whose_cells_slipped_is_told_with_its_number(row):
    [(name, trouble)] = seen(standing(HEAD, OLD, row), {"TL-1": "Kirim segel"}).items()
    assert name == "TL-1" and "baris 3" in trouble


# --- into a folder ---


def test_new_rows_are_read_back_as_decided_and_everything_else_stays(tmp_path):
    place = desk.folder(tmp_path)
    before = desk.tab_path(place).read_bytes()
    texts = [
        "Kirim segel",
        'Kata "kutip", koma; titik koma',
        "baris satu\nbaris dua",
        "+62 812",
        "=1+1",
        "@kpu",
        "🎉" * 500,
    ]
    ids = record(place, *texts)
    assert send(place) == delivery.Sent(tuple(ids), {})
    assert desk.tab_path(place).read_bytes().startswith(before)
    rows = in_folder(place)
    assert desk.column(rows, "ID") == ["TL-2024-10-21-01", *ids]
    assert [text.strip() for text in desk.column(rows, "Uraian")[1:]] == texts
    assert [cell for cell in rows[2] if cell not in ("", texts[0], ids[0])] == [
        *desk.ROW[:2],
        *desk.ROW[2:],
        "4 November 2024",
    ]
    assert all(row["terkirim"] and row["pesan"] is None for row in kept(place).values())


def test_the_samples_own_reader_counts_the_new_row(tmp_path):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    send(place)
    [result] = sync.sync(place)
    with store.Snapshot(place.snapshots, result.snapshot) as snapshot:
        rows = snapshot.select("from sekretariat__tindak_lanjut where id like 'TL-2024-11%'").to_dict("records")
        held = snapshot.select("from baris where instansi = 'sekretariat' and kelas = 'ditahan'")
    [row] = rows
    assert (row["id"], row["uraian"], row["status"], str(row["tenggat"])) == (one, "Kirim segel", "belum", "2024-11-08")
    assert held.empty


def test_two_decisions_of_the_same_text_are_two_rows(tmp_path):
    place = desk.folder(tmp_path)
    ids = record(place, "Kirim segel", "Kirim segel")
    assert send(place).sent == tuple(ids) and len(in_folder(place)) == 4


def test_sending_again_changes_nothing(tmp_path):
    place = desk.folder(tmp_path)
    record(place, "Kirim segel")
    send(place)
    before, noted = desk.tab_path(place).read_bytes(), kept(place)
    assert send(place) == delivery.Sent() and desk.tab_path(place).read_bytes() == before and kept(place) == noted


def test_what_somebody_typed_by_hand_is_noted_as_sent_and_not_written_again(tmp_path):
    place = desk.folder(tmp_path)
    first, second = record(place, "Kirim segel", "Kirim tinta")
    desk.tab_path(place).write_text(desk.csv_of(typed(HEAD, OLD, "", f"{first} | besok | | segel ya")), "utf-8")
    assert set(send(place).sent) == {first, second}
    assert desk.column(in_folder(place), "ID").count(first) == 1
    assert second in desk.column(in_folder(place), "ID")


def test_rows_above_a_signature_and_notes_stay_above_them(tmp_path):
    lines = ("TINDAK LANJUT", HEAD, NUMBERS, OLD, "", "JUMLAH | | | 1", SIGNED)
    place = desk.folder(tmp_path, desk.csv_of(typed(*lines)))
    [one] = record(place, "Kirim segel")
    send(place)
    rows = in_folder(place)
    assert [row[0] if row else "" for row in rows[3:7]] == ["TL-2024-10-21-01", one, "", "JUMLAH"]
    assert rows[:4] + rows[5:] == [[cell or "" for cell in row] for row in sheets.kept_rows(typed(*lines), "")]


def test_columns_in_another_order_and_foreign_ones_are_minded(tmp_path):
    head = "Catatan kami | Status | Uraian | Tenggat | ID | Penanggung Jawab | Agenda | Tanggal Data | Tanggal Rapat"
    place = desk.folder(tmp_path, desk.csv_of(typed(head)))
    [one] = record(place, "Kirim segel")
    send(place)
    assert in_folder(place)[1] == [
        "", "Belum", "Kirim segel", "8 November 2024", one, "KPU", "Logistik", "4 November 2024", "4 November 2024"
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["tindak_lanjut.csv", "TINDAK  LANJUT.CSV", "Tindak_Lanjut.csv"])
def test_the_tab_is_known_by_its_title_however_it_is_spelled(tmp_path, name):
    place = desk.folder(tmp_path, name=name)
    [one] = record(place, "Kirim segel")
    assert send(place).sent == (one,) and one in desk.column(in_folder(place, name), "ID")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (desk.csv_of(typed("a | b", "c | d")), "Berkas “Tindak Lanjut.csv” tidak punya baris judul kolom"),
        (desk.csv_of(typed(HEAD.replace("Status |", "Kondisi |"), OLD)), "kolom “Status”"),
    ],
)
def test_a_tab_that_cannot_take_a_row_is_left_alone_and_the_way_out_is_told(tmp_path, content, told):
    place = desk.folder(tmp_path, content)
    [one] = record(place, "Kirim segel")
    [(name, trouble)] = send(place).waiting.items()
    assert name == one and told in trouble and "Berkas “Tindak Lanjut.csv”" in trouble
    assert "python" not in trouble and "Tab" not in trouble, "leaders read it on the shared screen"
    assert desk.tab_path(place).read_text("utf-8") == content.replace("\r\n", "\n")
    assert kept(place)[one]["pesan"] == trouble and kept(place)[one]["dicoba"] and kept(place)[one]["terkirim"] is None


def test_a_missing_tab_and_a_missing_secretariat_are_told(tmp_path):
    place = desk.folder(tmp_path, name="Laporan Desk.csv")
    record(place, "Kirim segel")
    [trouble] = send(place).waiting.values()
    assert trouble.startswith("Berkas “Tindak Lanjut.csv” tidak ditemukan") and trouble.count("Tambahkan") == 1
    desk.tab_path(place, "Laporan Desk.csv").unlink()
    [trouble] = send(place).waiting.values()
    assert "belum berisi satu pun berkas .csv" in trouble
    desk.tab_path(place).parent.rmdir()
    [trouble] = send(place).waiting.values()
    assert "Belum ada folder “sekretariat”" in trouble


def test_an_optional_column_that_is_missing_is_left_out(tmp_path):
    head = " | ".join(cell for cell in HEAD.split(" | ") if cell not in ("Indikator", "Potret", "Kabar"))
    place = desk.folder(tmp_path, desk.csv_of(typed(head)))
    [one] = record(place, "Kirim segel")
    assert send(place).sent == (one,) and "barang_kurang" not in in_folder(place)[1]


def test_a_sheet_of_another_agency_is_not_written(tmp_path):
    place = desk.folder(tmp_path, name="Pemilih TPS.csv")
    for name in ("Distribusi", "Hibah", "Sosialisasi"):
        desk.folder(tmp_path, name=f"{name}.csv")
    record(place, "Kirim segel")
    [trouble] = send(place).waiting.values()
    assert "tampaknya milik KPU" in trouble


def test_a_workbook_is_not_written_but_what_was_typed_there_is_found(tmp_path):
    place = Settings("folder", tmp_path / "lembar", tmp_path / "potret", desk.MEETING)
    place.folder.mkdir()
    path = place.folder / "sekretariat.xlsx"
    form = forms.load()
    template_xlsx.write(template_plan.plan(form.contracts["sekretariat"], Places({}, {}, {}), []), path)
    [one] = record(place, "Kirim segel")
    before = path.read_bytes()
    [trouble] = send(place).waiting.values()
    assert (
        "tab “Tindak Lanjut”" in trouble
        and "sekretariat.xlsx" in trouble
        and "CSV" in trouble
        and path.read_bytes() == before
    )
    import openpyxl

    book = openpyxl.load_workbook(path)
    book["Tindak Lanjut"]["A2"] = one
    book.save(path)
    assert send(place).sent == (one,)


def test_a_record_of_the_outbox_that_was_damaged_does_not_stop_the_others(tmp_path):
    place = desk.folder(tmp_path)
    first, second = record(place, "Kirim segel", "Kirim tinta")
    outbox.note(place.snapshots, first, tenggat="entah")
    sent = send(place)
    assert sent.sent == (second,) and "rusak" in sent.waiting[first]


def test_one_sender_waits_for_the_other(tmp_path, monkeypatch):
    place = desk.folder(tmp_path)
    record(place, "Kirim segel")
    monkeypatch.setattr(delivery, "WAIT_FOR_OTHER", 0.1)
    with FileLock(place.snapshots / outbox.OUTBOX / delivery.LOCK), pytest.raises(store.StoreError):
        send(place)
    assert send(place).sent


# --- a folder that does not hold still ---


def test_a_file_that_is_saved_at_the_same_time_is_begun_anew(tmp_path, monkeypatch):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    path, real = desk.tab_path(place), csv_insert.inserted
    saves = iter(["lain-1", "lain-2"])

    def saved_meanwhile(content, after, lines):
        new = real(content, after, lines)
        if extra := next(saves, None):
            path.write_text(desk.csv_of(typed(HEAD, OLD, OLD.replace("TL-2024-10-21-01", extra))), "utf-8")
        return new

    monkeypatch.setattr(csv_insert, "inserted", saved_meanwhile)
    assert send(place).sent == (one,)
    assert desk.column(in_folder(place), "ID") == ["TL-2024-10-21-01", "lain-2", one]


def test_a_file_that_never_holds_still_is_given_up_for_now(tmp_path, monkeypatch):
    place = desk.folder(tmp_path)
    record(place, "Kirim segel")
    path, real = desk.tab_path(place), csv_insert.inserted
    counted = iter(range(100))

    def saved_meanwhile(content, after, lines):
        path.write_text(desk.csv_of(typed(HEAD, OLD, OLD.replace("-01", f"-{next(counted)}"))), "utf-8")
        return real(content, after, lines)

    monkeypatch.setattr(csv_insert, "inserted", saved_meanwhile)
    [trouble] = send(place).waiting.values()
    assert "terus berubah" in trouble and next(counted) == delivery.TRIES
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_a_file_that_is_open_elsewhere_is_told_and_sent_later(tmp_path, monkeypatch):
    place = desk.folder(tmp_path)
    [one] = record(place, "Kirim segel")
    real = csv_insert.replace

    def locked(path, seen, new):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(csv_insert, "replace", locked)
    [trouble] = send(place).waiting.values()
    assert "terbuka di Excel" in trouble
    monkeypatch.setattr(csv_insert, "replace", real)
    assert send(place).sent == (one,) and kept(place)[one]["pesan"] is None


def test_the_mode_of_the_file_is_kept_and_nothing_is_left_beside_it(tmp_path):
    place = desk.folder(tmp_path)
    path = desk.tab_path(place)
    path.chmod(0o640)
    record(place, "Kirim segel")
    send(place)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_letter_that_the_file_cannot_hold_is_told_and_the_others_are_written(tmp_path):
    place = desk.folder(tmp_path, desk.csv_of(typed(HEAD, OLD.replace("tiba", "tiba – segera")), ";").encode("cp1252"))
    party, plain = record(place, "Rapat 🎉", "Kirim segel – lagi")
    sent = send(place)
    assert sent.sent == (plain,) and "🎉" in sent.waiting[party] and "UTF-8" in sent.waiting[party]
    assert "Kirim segel – lagi".encode("cp1252") in desk.tab_path(place).read_bytes()


# --- the samples ---


def unchanged_samples():
    return subprocess.run(["git", "status", "--porcelain", "samples"], cwd=HOME, capture_output=True, text=True).stdout


@pytest.mark.panjang
def test_the_samples_are_never_written_into_but_their_copy_is_read_from_then_on(tmp_path, monkeypatch):
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_RAHASIA", str(tmp_path / "tidak-ada.toml"))
    monkeypatch.setenv("MONEV_POTRET", str(tmp_path / "potret"))
    before = unchanged_samples()
    place = settings_module.load()
    assert place.folder == SAMPLES
    first = sync.sync(place)[-1]
    [one] = record(place, "Kirim segel")
    assert send(place).sent == (one,)
    assert unchanged_samples() == before
    later = settings_module.load()
    assert later.folder == place.snapshots / "lembar" and (later.folder / "2024-10-21" / "kpu").is_dir()
    assert send(place) == delivery.Sent(), "also who loaded the settings earlier finds it there"
    [second] = sync.sync(later)
    assert second.new and second.snapshot != first.snapshot and second.reference_date == first.reference_date
    with store.Snapshot(place.snapshots, second.snapshot) as snapshot:
        assert len(snapshot.select("from sekretariat__tindak_lanjut")) == 10
        [meta] = snapshot.select("from meta").to_dict("records")
        assert meta["simulasi"]
        [row] = snapshot.select("from kotak_keluar").to_dict("records")
        assert row["id"] == one and row["terkirim"] is not None
    assert {path.name for path in later.folder.iterdir()} == {path.name for path in SAMPLES.iterdir()}


def test_a_folder_within_the_samples_has_its_place_in_the_copy(tmp_path):
    place = Settings("folder", SAMPLES / "2024-10-21", tmp_path / "potret", None)
    before = unchanged_samples()
    [one] = record(place, "Kirim segel")
    assert send(place).sent == (one,) and unchanged_samples() == before
    copy = place.snapshots / "lembar"
    assert one in (copy / "2024-10-21" / "sekretariat" / "tindak_lanjut.csv").read_text("utf-8")
    assert one not in (copy / "sekretariat" / "tindak_lanjut.csv").read_text("utf-8")


def test_a_copy_that_was_left_halfway_is_made_anew(tmp_path):
    place = Settings("folder", SAMPLES, tmp_path / "potret", None)
    half = place.snapshots / outbox.OUTBOX / f"{directory.UNFINISHED}lembar"
    (half / "sekretariat").mkdir(parents=True)
    [one] = record(place, "Kirim segel")
    assert send(place).sent == (one,) and not half.exists()
    assert (place.snapshots / "lembar" / "sumber.toml").exists()


# --- the outbox ---


def test_a_decision_is_read_once_for_each_content_of_its_file_and_never_handed_out_twice(tmp_path):
    place = desk.folder(tmp_path)
    first, second = record(place, "Kirim segel", "Kirim tinta")
    before = outbox.rows(place.snapshots)
    read = outbox._row.cache_info().misses
    again = outbox.rows(place.snapshots)
    assert again == before and outbox._row.cache_info().misses == read
    assert not {id(row) for row in again} & {id(row) for row in before}
    before[0]["uraian"] = again[0]["pesan"] = "diubah"
    assert [(row["uraian"], row["pesan"]) for row in outbox.rows(place.snapshots)] == [
        ("Kirim segel", None), ("Kirim tinta", None)
    ]  # fmt: skip
    for minute in range(3):  # as long as each other
        moment = dt.datetime(2024, 11, 4, 9, minute)
        outbox.note(place.snapshots, first, dicoba=moment, pesan="Jaringan terputus.")
        told, other = outbox.rows(place.snapshots)
        assert (told["id"], told["dicoba"], told["pesan"]) == (first, moment.isoformat(), "Jaringan terputus.")
        assert other == again[1] and other["id"] == second
    (place.snapshots / outbox.OUTBOX / f"{first}.json").unlink()
    assert outbox.rows(place.snapshots) == [other]


@pytest.mark.parametrize(
    "why", [*(OSError(number, "tidak dapat") for number in file._NO_LINKS), AttributeError("link")]
)
def test_where_a_file_cannot_have_two_names_a_decision_is_kept_all_the_same(tmp_path, monkeypatch, why):
    def link(*_):
        raise why

    monkeypatch.setattr(os, "link", link)
    place = desk.folder(tmp_path)
    one = decided("Kirim segel")
    decision.record(place.snapshots, one)
    with pytest.raises(StoreError, match=f"{one.id} sudah ada"):
        decision.record(place.snapshots, decided("Kirim tinta", id=one.id))
    assert [(row["id"], row["uraian"]) for row in outbox.rows(place.snapshots)] == [(one.id, "Kirim segel")]
    assert [path.name for path in (place.snapshots / outbox.OUTBOX).iterdir()] == [f"{one.id}.json"]


def test_a_disk_that_is_full_is_no_disk_without_links(tmp_path, monkeypatch):
    def link(*_):
        raise OSError(errno.ENOSPC, "disk penuh")

    monkeypatch.setattr(os, "link", link)
    place = desk.folder(tmp_path)
    with pytest.raises(OSError, match="disk penuh"):
        record(place, "Kirim segel")
    assert list((place.snapshots / outbox.OUTBOX).iterdir()) == []


def test_a_file_that_is_no_decision_is_left_out_until_it_is_one(tmp_path):
    place = desk.folder(tmp_path)
    [name] = record(place, "Kirim segel")
    path = place.snapshots / outbox.OUTBOX / f"{name}.json"
    good = path.read_text("utf-8")
    for bad in ("", "{", "[]", "{}", good.replace(name, "TL-lain")):
        path.write_text(bad, "utf-8")
        assert outbox.rows(place.snapshots) == []
    path.write_text(good, "utf-8")
    assert [row["id"] for row in outbox.rows(place.snapshots)] == [name]


def test_what_was_left_unfinished_long_ago_is_swept_and_what_is_in_work_is_not(tmp_path):
    place = desk.folder(tmp_path)
    record(place, "Kirim segel")
    old, new = (place.snapshots / outbox.OUTBOX / f"{directory.UNFINISHED}{name}.json" for name in ("1-a", "2-b"))
    for path in (old, new):
        path.write_text("{}", "utf-8")
    os.utime(old, (0, 0))
    send(place)
    assert not old.exists() and new.exists()


# --- the command ---


@pytest.mark.panjang
def test_the_command_tells_of_each_decision_and_its_status_whether_any_waits(tmp_path):
    place = desk.folder(tmp_path)
    around = {"FOLDER": place.folder, "POTRET": place.snapshots, "RAHASIA": tmp_path / "tidak-ada.toml"}
    done = monev("send", **around)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Tidak ada keputusan yang menunggu.\n", "")
    first, second = record(place, "Kirim segel", "Kirim tinta")
    outbox.note(place.snapshots, first, tenggat="entah")
    done = monev("send", **around)
    assert (done.returncode, done.stderr) == (3, "")
    sent, waiting, layout = done.stdout.splitlines()
    assert sent == f"{second}: terkirim" and waiting.startswith(f"{first}: menunggu. Catatan keputusan ini")
    assert layout.endswith("python -m monev template sekretariat --xlsx contoh.xlsx")
    done = monev("send", FOLDER=tmp_path, POTRET=place.folder / "sekretariat" / "Tindak Lanjut.csv")
    assert done.returncode == 1 and done.stdout == "" and len(done.stderr.splitlines()) == 1


# --- several at once ---


def recorded_beside(place, writers, each):
    """Processes that record at the same time; their ids."""
    work = "import sys; from pathlib import Path; from monev.meeting import decision; from tests import desk\n" \
           "for n in range(int(sys.argv[2])):\n" \
           "    one = desk.decided(f'Tugas {sys.argv[3]}-{n}'); decision.record(Path(sys.argv[1]), one); print(one.id)\n"  # fmt: skip
    command = [sys.executable, "-c", work, str(place.snapshots), str(each)]
    running = [
        subprocess.Popen([*command, str(n)], cwd=HOME, stdout=subprocess.PIPE, text=True) for n in range(writers)
    ]
    return [one for process in running for one in process.communicate(timeout=120)[0].split()]


@pytest.mark.panjang
def test_fifty_decisions_recorded_by_five_while_two_send_are_there_once_each(tmp_path):
    place = desk.folder(tmp_path)
    over = threading.Event()

    def sending():
        while not over.is_set():
            send(place)

    with ThreadPoolExecutor(2) as pool:
        senders = [pool.submit(sending) for _ in range(2)]
        ids = recorded_beside(place, 5, 10)
        over.set()
    for one in senders:
        one.result()
    send(place)
    assert len(ids) == 50
    assert sorted(desk.column(in_folder(place), "ID")) == sorted([*ids, "TL-2024-10-21-01"])
    assert all(row["terkirim"] for row in kept(place).values())
