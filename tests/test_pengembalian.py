"""What is left of the grants after the vote: given what was returned and reported, expect it before, at and after the day."""

import csv
import shutil

import pytest

from monev.settings import REFERENCE
from tests.given import given, indicator, rows

HEAD = "penerima | sisa_hibah | nilai_kembali | tanggal_setor | nomor_bukti_setor | tanggal_laporan_penggunaan"
NPHD = """
    penerima | nomor_nphd | tanggal_nphd | nilai_nphd
    kpu      | SIM/1      | 17 Jan 2024  | 1.000 juta
    bawaslu  | SIM/2      | 17 Jan 2024  | 500 juta
"""
PAID = """
    penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status
    kpu      | tahap_1         | SP-0001    | 5 Feb 2024   | 1.000 juta | cair
    bawaslu  | tahap_1         | SP-0002    | 5 Feb 2024   | 500 juta   | cair
"""
BOOKS = "tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif\ntahap_1 | 6 Feb 2024 | {} | {}"
LEFT, REPORTS = "sisa_hibah_belum_kembali_rp", "laporan_penggunaan_belum_masuk"
MILLION = 10**6


def proposed(folder, day):
    """reference/ in which the elected pair was proposed on this day (ISO); None: no such row, "": a row without a day."""
    shutil.copytree(REFERENCE, folder)
    path = folder / "tahapan.csv"
    with path.open(encoding="utf-8", newline="") as file:
        kept = [row for row in csv.DictReader(file) if row["kode"] != "pengusulan"]
    if day is not None:
        kept.append({"kode": "pengusulan", "nama": "Pengusulan pasangan calon terpilih", "jenis": "tonggak",
                     "mulai": day, "selesai": day, "tampil": "tidak", "dasar": "Simulasi"})  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, kept[0].keys())
        writer.writeheader()
        writer.writerows(kept)
    return folder


#: The copies of reference/ by the day of the proposal, which nobody writes into.
CALENDARS = {}


@pytest.fixture(scope="module", autouse=True)
def calendars(tmp_path_factory):
    for day in ("2025-01-10", "2024-11-30", "", None):
        CALENDARS[day] = proposed(tmp_path_factory.mktemp("rujukan") / "reference", day)


def back(who, left="100 juta", returned="100 juta", reported="12 Nov 2024"):
    day, number = ("12 Nov 2024", f"STS/{who}") if returned not in ("0", "") else ("", "")
    return f"{who} | {left} | {returned} | {day} | {number} | {reported}"


def after(tmp_path, today, *lines, day="2025-01-10", tab=True, more=()):
    sheets = {"bpkpd/nphd": NPHD, "bpkpd/pencairan": PAID} | dict(more)
    if tab:
        sheets["bpkpd/pengembalian"] = "\n".join([HEAD, *lines])
    return given(tmp_path, today, sheets, CALENDARS[day], (LEFT, REPORTS))


@pytest.mark.parametrize(
    ("today", "day", "status"),
    [
        ("2024-11-26", "2025-01-10", "belum_waktunya"),
        ("2024-11-27", "2025-01-10", "belum_waktunya"),  # the day of the vote itself
        ("2024-11-28", "2025-01-10", "kuning"),
        ("2024-12-31", "2025-01-10", "kuning"),
        ("2025-04-10", "2025-01-10", "kuning"),  # three months to the day
        ("2025-04-11", "2025-01-10", "merah"),
        ("2025-02-28", "2024-11-30", "kuning"),  # a month without a thirtieth, across the turn of the year
        ("2025-03-01", "2024-11-30", "merah"),
        ("2025-04-11", "", "belum_waktunya"),
        ("2025-04-11", None, "belum_waktunya"),
    ],
)
def test_what_is_left_is_due_three_months_after_the_proposal(tmp_path, today, day, status):
    lines = [back("kpu", "100 juta", "40 juta", ""), back("bawaslu")]
    snapshot = after(tmp_path, today, *lines, day=day)
    left, reports = indicator(snapshot, LEFT), indicator(snapshot, REPORTS)
    assert (left["nilai"], left["status"]) == (60 * MILLION, status)
    assert (reports["nilai"], reports["status"]) == (1, status)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2025-04-10", "Sisa hibah KPU Rp60,0 juta belum kembali; batasnya 10 April."),
        ("2025-04-11", "Sisa hibah KPU Rp60,0 juta belum kembali, padahal batasnya 10 April."),
    ],
)
def test_the_sentence_names_who_owes_and_until_when(tmp_path, today, said):
    lines = [back("kpu", "100 juta", "40 juta", ""), back("bawaslu")]
    snapshot = after(tmp_path, today, *lines)
    assert indicator(snapshot, LEFT)["kalimat"] == said
    assert indicator(snapshot, REPORTS)["kalimat"] == said.replace("Sisa hibah KPU Rp60,0 juta belum kembali", "Laporan hibah KPU belum masuk")  # fmt: skip


@pytest.mark.parametrize("day", ["2025-01-10", None])
@pytest.mark.parametrize(("today", "status"), [("2024-11-27", "belum_waktunya"), ("2025-04-11", "hijau")])
def test_nothing_left_and_all_reported_is_green_also_without_a_day(tmp_path, today, status, day):
    snapshot = after(tmp_path, today, back("kpu"), back("bawaslu", "0", "0"), day=day)
    assert (indicator(snapshot, LEFT)["nilai"], indicator(snapshot, LEFT)["status"]) == (0, status)
    assert (indicator(snapshot, REPORTS)["nilai"], indicator(snapshot, REPORTS)["status"]) == (0, status)


@pytest.mark.parametrize(
    ("today", "day", "status"),
    [
        ("2024-11-04", "2025-01-10", "belum_waktunya"),
        ("2024-11-27", "2025-01-10", "belum_waktunya"),
        ("2024-11-28", "2025-01-10", "belum_dilaporkan"),
        ("2025-04-11", "2025-01-10", "belum_dilaporkan"),
        ("2025-04-11", None, "belum_waktunya"),
    ],
)
def test_without_the_tab_nothing_is_known_once_it_is_asked_for(tmp_path, today, day, status):
    snapshot = after(tmp_path, today, tab=False, day=day)
    for code in (LEFT, REPORTS):
        found = indicator(snapshot, code)
        assert (found["nilai"], found["status"]) == (None, status)
        if status == "belum_dilaporkan":
            assert found["kalimat"].endswith("belum dapat dihitung; menunggu isi BPKPD (Pengembalian).")


def test_a_receiver_with_an_agreement_and_no_row_has_not_reported_and_its_rest_is_unknown(tmp_path):
    snapshot = after(tmp_path, "2025-02-01", back("kpu"))
    assert (indicator(snapshot, LEFT)["nilai"], indicator(snapshot, LEFT)["status"]) == (0, "kuning")
    assert (indicator(snapshot, REPORTS)["nilai"], indicator(snapshot, REPORTS)["status"]) == (1, "kuning")


def test_a_tab_that_says_nihil_says_that_nothing_is_left(tmp_path):
    snapshot = after(tmp_path, "2025-02-01", "nihil | | | | |")
    assert (indicator(snapshot, LEFT)["nilai"], indicator(snapshot, LEFT)["status"]) == (0, "hijau")
    assert (indicator(snapshot, REPORTS)["nilai"], indicator(snapshot, REPORTS)["status"]) == (2, "kuning")


def test_an_amount_or_a_day_that_cannot_be_read_is_never_green_and_never_counted(tmp_path):
    lines = [back("kpu", "seratusan juta"), back("bawaslu", reported="awal tahun")]
    snapshot = after(tmp_path, "2025-02-01", *lines)
    left, reports = indicator(snapshot, LEFT), indicator(snapshot, REPORTS)
    assert (left["nilai"], left["status"], left["dikecualikan"]) == (0, "kuning", 1)
    assert (reports["nilai"], reports["status"], reports["dikecualikan"]) == (0, "kuning", 1)


def test_a_report_of_a_later_day_has_not_come(tmp_path):
    snapshot = after(tmp_path, "2025-02-01", back("kpu", reported="2 Feb 2025"), back("bawaslu", reported="1 Feb 2025"))
    assert indicator(snapshot, REPORTS)["nilai"] == 1


def test_who_returns_more_than_is_left_is_asked_and_covers_nobody_else(tmp_path):
    snapshot = after(tmp_path, "2025-02-01", back("kpu", "100 juta", "160 juta"), back("bawaslu", "60 juta", "0"))
    [found] = [row for row in rows(snapshot, "mutu_data/temuan") if "lebih besar daripada sisa" in row["alasan"]]
    assert (found["baris"], found["judul_kolom"]) == (2, "Nilai Kembali (Rp)")
    assert found["alasan"] == "Nilai kembali Rp0,16 miliar lebih besar daripada sisa hibah Rp0,1 miliar."
    assert indicator(snapshot, LEFT)["nilai"] == 60 * MILLION


def test_exactly_what_is_left_may_be_returned(tmp_path):
    snapshot = after(tmp_path, "2025-02-01", back("kpu", "100 juta", "100 juta"))
    assert not [row for row in rows(snapshot, "mutu_data/temuan") if row["judul_tab"] == "Pengembalian"]


@pytest.mark.parametrize(("left", "asked"), [("1.000 juta", 0), ("1.001 juta", 1)])
def test_more_cannot_be_left_than_was_paid(tmp_path, left, asked):
    snapshot = after(tmp_path, "2025-02-01", back("kpu", left, "0"))
    assert len([row for row in rows(snapshot, "mutu_data/temuan") if "SP2D cair untuk KPU" in row["alasan"]]) == asked


def books(kpu=("1.000 juta", "900 juta"), bawaslu=("500 juta", "500 juta")):
    return {"kpu/hibah": BOOKS.format(*kpu), "bawaslu/hibah": BOOKS.format(*bawaslu)}


def compared(snapshot):
    return {row["kunci"]: row for row in rows(snapshot, "rekonsiliasi/rekonsiliasi", kode="R14")}


@pytest.mark.parametrize(
    ("today", "returned", "status", "said"),
    [
        ("2025-04-10", "100 juta", "hijau", "KPU mencatat sisa hibah Rp0,1 miliar dan BPKPD mencatatnya kembali seluruhnya."),
        ("2025-04-10", "40 juta", "kuning",
         "KPU mencatat sisa hibah Rp0,1 miliar, BPKPD mencatat kembali Rp40,0 juta; belum kembali Rp60,0 juta, batasnya 10 April."),
        ("2025-04-11", "40 juta", "merah",
         "KPU mencatat sisa hibah Rp0,1 miliar, BPKPD mencatat kembali Rp40,0 juta; belum kembali Rp60,0 juta, padahal batasnya 10 April."),
        ("2025-01-10", "150 juta", "merah",
         "KPU mencatat sisa hibah Rp0,1 miliar, BPKPD mencatat kembali Rp0,15 miliar; lebih Rp50,0 juta."),
    ],
)  # fmt: skip
def test_what_a_receiver_did_not_spend_is_held_against_what_came_back(tmp_path, today, returned, status, said):
    lines = [back("kpu", "150 juta", returned), back("bawaslu", "0", "0")]
    found = compared(after(tmp_path, today, *lines, more=books()))
    assert list(found) == ["Sisa hibah KPU", "Sisa hibah Bawaslu"]
    told = found["Sisa hibah KPU"]
    assert (told["nilai_kiri"], told["status"], told["kalimat"]) == (100 * MILLION, status, said)
    assert found["Sisa hibah Bawaslu"]["status"] == "hijau"


def test_before_the_vote_and_without_the_tab_nothing_is_compared(tmp_path):
    assert compared(after(tmp_path / "a", "2024-11-27", tab=False, more=books())) == {}
    told = compared(after(tmp_path / "b", "2024-11-28", tab=False, more=books()))
    assert {row["status"] for row in told.values()} == {"belum_dilaporkan"}
    assert (
        told["Sisa hibah KPU"]["kalimat"] == "KPU mencatat sisa hibah Rp0,1 miliar, pengembaliannya belum dilaporkan."
    )


def test_what_cannot_be_read_is_not_compared(tmp_path):
    told = compared(after(tmp_path, "2025-02-01", back("kpu", "100 juta", "sebagian"), more=books()))
    assert told["Sisa hibah KPU"]["kalimat"].endswith("pengembaliannya belum jelas seluruhnya.")
    assert told["Sisa hibah Bawaslu"]["kalimat"].endswith("pengembaliannya belum dilaporkan.")
    assert {row["status"] for row in told.values()} == {"belum_dilaporkan"}


def test_the_leftovers_worsen_no_page_before_the_vote(tmp_path):
    snapshot = after(tmp_path, "2024-11-04", tab=False, more=books())
    numbers = {row["kode"]: row["status"] for row in rows(snapshot, "logistik/angka_pokok")}
    assert numbers[LEFT] == numbers[REPORTS] == "belum_waktunya"
    assert "Pengembalian" not in {row["judul"] for row in rows(snapshot, "mutu_data/cakupan_tab")}
