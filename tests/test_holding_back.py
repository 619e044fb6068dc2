"""A cell that points at a person is held back where it stands: its row, its finding, and what is kept of it."""

import datetime as dt
import os
import re

import pytest

from monev.contract.finding import CELL_WAITS, HELD_BACK, ROW_WAITS
from monev.meeting import decision, meeting
from monev.screen.draw import findings
from monev.settings import Settings
from monev.snapshot import directory, queries, store
from monev.sync import sync
from tests.city import PLACES, voters
from tests.desk import decided
from tests.given import given, rows

EVENTS = """
    tanggal    | kecamatan | kelurahan | nama_kegiatan | bentuk      | segmen | jumlah_peserta   | status     | keterangan
    1 Nov 2024 | Cikole    | Selabatu  | Dialog        | tatap muka  | pemula | 40               | terlaksana | {}
    2 Nov 2024 | Cikole    | Selabatu  | Simulasi      | simulasi    | pemula | 55               | terlaksana |
"""
NIK = "3299990101909999"


def told(snapshot):
    return [
        (row["sel"], row["tertulis"], row["bobot"], row["akibat"])
        for row in snapshot.select("from temuan order by baris, sel").to_dict("records")
        if (row["tertulis"] or "").startswith("(disembunyikan")
    ]


def test_the_cell_is_null_and_told_and_the_rest_of_its_row_counts(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", {"kpu/sosialisasi": EVENTS.format(f"NIK {NIK}")})
    first, second = snapshot.select("from kpu__sosialisasi order by baris").to_dict("records")
    assert first["keterangan"] is None and first["kolom_rusak"] == ["keterangan"]
    assert first["jumlah_peserta"] + second["jumlah_peserta"] == 95
    assert told(snapshot) == [("I2", "(disembunyikan: NIK atau nomor KK)", "tolak", CELL_WAITS)]
    [tab] = snapshot.select("from tab where terhitung > 0").to_dict("records")
    assert tab["terlihat"] == tab["terhitung"] + tab["tata_letak"] and tab["ditahan"] == 0


@pytest.mark.parametrize(
    "column, waits", [("jumlah_peserta", CELL_WAITS), ("nama_kegiatan", ROW_WAITS), ("kelurahan", ROW_WAITS)]
)
def test_it_is_held_back_in_a_column_of_numbers_and_in_a_key_as_well(tmp_path, column, waits):
    lines = EVENTS.format("").strip().splitlines()
    place = [cell.strip() for cell in lines[0].split("|")].index(column)
    cells = lines[1].split("|")
    cells[place] = NIK
    snapshot = given(tmp_path, "2024-11-04", {"kpu/sosialisasi": "\n".join([lines[0], "|".join(cells), lines[2]])})
    [(cell, written, _, why)] = told(snapshot)
    assert (cell, why) == (f"{'ABCDEFGHI'[place]}2", waits) and NIK not in written
    [tab] = snapshot.select("from tab where terlihat > 0").to_dict("records")
    assert tab["ditahan"] == (1 if waits == ROW_WAITS else 0)


def test_titles_signatures_and_unknown_columns_are_told_once_for_each_column(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", {"kpu/sosialisasi": f"""
        tanggal    | kecamatan | kelurahan | nama_kegiatan | bentuk     | segmen | jumlah_peserta | status     | tanggal_data | Panitia
        1 Nov 2024 | Cikole    | Selabatu  | Dialog        | tatap muka | pemula | 40             | terlaksana | 4 Nov 2024   | 089999999999
        2 Nov 2024 | Cikole    | Selabatu  | Simulasi      | simulasi   | pemula | 55             | terlaksana | 4 Nov 2024   | 089999999998
                   | Sukabumi, 4 November 2024
                   | NIP. 19990101 203912 1 999
        {NIK}
    """})  # fmt: skip
    found = told(snapshot)
    assert {(cell, waits) for cell, _, _, waits in found} == {("A6", HELD_BACK), ("B5", HELD_BACK), ("J2", HELD_BACK)}
    [why] = snapshot.select("select alasan from temuan where sel = 'J2'")["alasan"]
    assert why == "Sel ini memuat yang menyerupai nomor telepon. Di kolom ini ada 2 sel seperti itu."
    assert snapshot.select("select count(*) as n from kpu__sosialisasi")["n"][0] == 2


def test_rows_that_differ_only_in_what_is_held_back_are_still_taken_for_one(tmp_path):
    text = EVENTS.format(NIK).rstrip() + "\n" + EVENTS.format("199901012039121999").strip().splitlines()[1]
    snapshot = given(tmp_path, "2024-11-04", {"kpu/sosialisasi": text})
    assert snapshot.select("select count(*) as n from kpu__sosialisasi")["n"][0] >= 1
    assert not [value for value in snapshot.select("select tertulis from sel")["tertulis"] if "99990101" in value]


def test_a_sheet_that_cannot_be_read_any_more_keeps_its_cells_held_back(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", {"kpu/sosialisasi": EVENTS.format(NIK), "bpkpd/nphd": NPHD})
    before = told(snapshot)
    for name in ("Kontak 089999999999", "sosialisasi"):
        (tmp_path / "lembar" / "kpu" / f"{name}.csv").write_bytes(b"\xff\x00\xfe" * 9)
    place = Settings("folder", tmp_path / "lembar", tmp_path / "potret", dt.date(2024, 11, 4))
    [result] = sync.sync(place)
    assert result.failed
    times = (tmp_path / "potret" / "sinkron.json").read_text("utf-8")
    assert "(disembunyikan: nomor telepon)" in times and "0899" not in times
    with store.Snapshot(place.snapshots, result.snapshot) as again:
        assert told(again) == before and before


def test_a_file_of_a_tab_that_cannot_be_read_is_told_without_what_its_name_holds(tmp_path):
    sheets = {"kpu/sosialisasi": EVENTS.format(""), "bpkpd/nphd": NPHD}
    given(tmp_path, "2024-11-04", sheets).close()
    (tmp_path / "lembar" / "kpu" / "Kontak 089999999999.csv").write_bytes(b"\xff\x00\xfe" * 9)
    snapshot = given(tmp_path, "2024-11-04", {})
    [note] = rows(snapshot, "mutu_data/temuan", instansi="kpu", tertulis="(disembunyikan: nomor telepon)", tab=None)
    assert "0899" not in str(snapshot.select("from temuan").to_dict("records")) and note["alasan"]


NPHD = """
    penerima | nomor_nphd | tanggal_nphd | nilai_nphd
    kpu      | 1/NPHD     | 9 Nov 2023   | 25.000.000.000
"""


def test_a_title_erased_over_what_is_needed_is_told_at_its_cell(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", {"kpu/sosialisasi": EVENTS.format("").replace("jumlah_peserta", "")})
    [one] = rows(snapshot, "mutu_data/temuan", kolom="jumlah_peserta")
    assert (one["sel"], one["bobot"], one["saran"]) == ("G1", "tolak", "tulis “Jumlah Peserta” di sel G1")
    assert one["alasan"].endswith("wajib di 2 baris; judulnya di G1 hilang, padahal kolomnya berisi.")


# --- a small number of a small place ---


def test_a_cell_of_disabled_voters_is_quoted_neither_in_findings_nor_among_changes(tmp_path):
    def state(date, cell):
        return given(tmp_path, date, {"kpu/pemilih_tps": voters(pemilih_disabilitas={"Selabatu": cell, "Tipar": 12})})

    state("2024-10-21", 3).close()
    snapshot = state("2024-11-04", 4)
    [change] = [row for row in rows(snapshot, "bahan/perubahan") if row["judul_kolom"] == "Pemilih Disabilitas"]
    assert (change["dulu_tertulis"], change["tertulis"]) == ("(tidak ditampilkan)", "(tidak ditampilkan)")
    snapshot.close()
    unread = state("2024-11-05", "sekitar 4")
    [finding] = unread.select("from temuan where kolom = 'pemilih_disabilitas' and bobot = 'tolak'").to_dict("records")
    assert finding["tertulis"] is None and "4" not in finding["alasan"]
    assert finding["saran"] == f"tulis ulang isinya, contohnya {finding['contoh']}", (
        "an example is where it is asked for"
    )
    drawn = findings.findings(rows(unread, "mutu_data/temuan", kolom="pemilih_disabilitas", bobot="tolak"), 3)
    assert "kosong" not in drawn and finding["saran"] in drawn, "it is not blank"


def test_no_answer_gives_the_disabled_voters_of_one_kelurahan(tmp_path):
    """By kecamatan alone: two numbers of one kecamatan that nothing else gives are looked for in every answer."""
    (kecamatan, one), (same, other) = PLACES[:2]
    assert kecamatan == same
    snapshot = given(tmp_path, "2024-11-04", {"kpu/pemilih_tps": voters(pemilih_disabilitas={one: 7919, other: 7907})})
    said = " ".join(
        str(value)
        for name, question in queries.load().items()
        if question.folder not in (*queries.COMMON, queries.CHECKS)
        for row in snapshot.ask(name).itertuples(index=False)
        for value in row
    )
    assert "15.826" in said, "their sum is told"
    assert not re.search(r"7\.?919|7\.?907", said)


# --- what is typed on screen ---


@pytest.mark.parametrize("text", [f"Panggil warga {NIK}", "Hubungi 0899-9999-9999", "Kirim ke orang@contoh.example"])
def test_a_decision_that_points_at_a_person_is_refused_with_the_reason(tmp_path, text):
    with pytest.raises(
        ValueError, match=r"^Uraian keputusan memuat yang menyerupai .*, jadi tidak disimpan: data pribadi tidak"
    ):
        decision.record(tmp_path, decided(text))
    assert list(tmp_path.rglob("*.json")) == []


def test_a_title_of_a_meeting_that_points_at_a_person_is_refused_with_the_reason(tmp_path):
    given(tmp_path, "2024-11-04", {"bpkpd/nphd": NPHD}).close()
    folder = tmp_path / "potret"
    with pytest.raises(store.StoreError, match="Judul rapat memuat yang menyerupai nomor telepon"):
        meeting.pin(folder, store.latest(folder), dt.datetime(2024, 11, 4, 9), None, "Rapat, hubungi 089999999999")
    assert meeting.meetings(folder) == []


# --- how long it is kept ---


@pytest.mark.panjang
@pytest.mark.parametrize("days, kept", [(180, True), (181, False)])
def test_a_snapshot_that_is_no_meeting_is_kept_for_half_a_year(tmp_path, days, kept):
    given(tmp_path, "2024-10-21", {"bpkpd/nphd": NPHD}).close()
    given(tmp_path, "2024-11-04", {"bpkpd/nphd": NPHD}).close()
    folder = tmp_path / "potret"
    old, new = store.snapshots(folder)
    meeting.pin(folder, old, dt.datetime(2024, 10, 21, 9))
    made = (folder / f"{new}.duckdb").stat().st_mtime
    os.utime(folder / f"{old}.duckdb", times=(made, made - days * 86_400))
    directory.thin(folder)
    assert store.snapshots(folder) == ([old, new] if kept else [new])
    assert [one.name for one in meeting.meetings(folder)] == ["2024-10-21"], "a meeting stays"
