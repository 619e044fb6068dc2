"""A tab that may be missing: without it nothing is asked, counted or shown; with it, it is a tab as any other."""

from monev.contract import contracts
from monev.reading.reader import read
from monev.settings import CONTRACTS
from monev.sheets import Spreadsheet, Tab
from tests.given import given, rows
from tests.test_weighing import PLACES

BPKPD = contracts.load(CONTRACTS)["bpkpd"]
NPHD = "penerima | nomor_nphd | tanggal_nphd | nilai_nphd\nkpu | SIM/1 | 17 Jan 2024 | 1.000 juta"
BACK = """
    penerima | sisa_hibah | nilai_kembali | tanggal_setor | nomor_bukti_setor | tanggal_laporan_penggunaan
    kpu      | 100 juta   | 0             |               |                   |
"""


def asked(*titles):
    """What is told of a spreadsheet that has these tabs, all of them empty."""
    _, loose = read(Spreadsheet("bpkpd", tuple(Tab(title, [], None) for title in titles), None, None), BPKPD, PLACES)
    return {note.alasan for note in loose}


def test_only_tabs_that_are_asked_of_everybody_are_missed():
    assert asked("Dukungan Sarpras") == {"Tab “NPHD” tidak ditemukan.", "Tab “Pencairan” tidak ditemukan."}


def test_a_tab_that_may_be_missing_and_is_likely_meant_is_asked_about():
    told = asked("NPHD", "Pencairan", "Dukungan Sarpras", "Pengembalain")
    assert told == {"Tab “Pengembalian” tidak ditemukan; yang paling mirip tab “Pengembalain”."}


def test_a_sheet_without_it_is_whole_and_with_it_one_tab_longer(tmp_path):
    def agency(snapshot):
        [row] = rows(snapshot, "ringkasan/instansi", instansi="bpkpd")
        return row["tab_ada"], row["tab"]

    first = given(tmp_path, "2024-12-01", {"bpkpd/nphd": NPHD})
    assert agency(first) == (1, 3)
    assert not [row for row in rows(first, "mutu_data/temuan") if "Pengembalian" in row["alasan"]]
    second = given(tmp_path, "2024-12-02", {"bpkpd/pengembalian": BACK})
    assert agency(second) == (2, 4)
    changed = [row for row in rows(second, "perubahan/daftar") if row["tab"] == "pengembalian"]
    assert [row["ragam"] for row in changed] == ["tab_terbaca"]


def test_a_tab_that_goes_again_is_told_once(tmp_path):
    given(tmp_path, "2024-12-01", {"bpkpd/nphd": NPHD, "bpkpd/pengembalian": BACK})
    (tmp_path / "lembar" / "bpkpd" / "pengembalian.csv").unlink()
    gone = given(tmp_path, "2024-12-02", {})
    changed = [row for row in rows(gone, "perubahan_lembar/perubahan_bentuk") if row["tab"] == "pengembalian"]
    assert [row["ragam"] for row in changed] == ["tab_hilang"]
