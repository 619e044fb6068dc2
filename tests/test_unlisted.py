"""What nobody listed about money, days and documents: never green without knowing, and the cell with what to write."""

import pytest

from monev.handouts import catalogue
from tests.given import given, indicator, rows
from tests.handed import source
from tests.test_pengembalian import HEAD
from tests.test_sesudah_angka import again, disputes, turnout

NOVEMBER, JANUARY = "2024-11-04", "2025-01-10"
NPHD = "penerima | nomor_nphd | tanggal_nphd | nilai_nphd | nilai_addendum | pola_pencairan"
PAID = "penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status | tanggal_rencana_cair"
#: Checks of queries/periksa/ that are tried here.
CHECKS = (
    "sp2d_tanpa_nphd",
    "nphd_habis",
    "sekaligus_bertahap",
    "setor_sebelum_cair",
    "putusan_sengketa",
    "rencana_terlalu_awal",
)
KPU = "kpu | N/1 | 17 Jan 2024 | 10 miliar"
WHOLE = "kpu | tahap_1 | S/1 | 5 Feb 2024 | 10 miliar | cair"


def grant(*lines):
    return {"bpkpd/nphd": "\n".join([NPHD, *lines])}


def paid(*lines):
    return {"bpkpd/pencairan": "\n".join([PAID, *lines])}


def back(*lines):
    return grant(KPU) | paid(WHOLE) | {"bpkpd/pengembalian": "\n".join([HEAD, *lines])}


def found(snapshot, tab):
    """Where something of a tab is to be mended, and what is said of it."""
    return {row["sel"]: row["alasan"] for row in rows(snapshot, "mutu_data/temuan", tab=tab) if row["bobot"] != "info"}


@pytest.mark.parametrize(
    ("day", "sheets", "code", "expected", "tab", "cell", "said"),
    [
        # Paid to whom no agreement names.
        (NOVEMBER, grant(KPU) | paid(WHOLE, "kodim | tahap_1 | S/2 | 5 Feb 2024 | 1 miliar | cair"),
         "pencairan_pengamanan_persen", (None, "belum_dilaporkan"), "pencairan", "A3", "padahal tab NPHD tidak memuat"),
        # A grant that its addendum makes less than nothing was never paid in full.
        (NOVEMBER, grant(KPU, "polres | N/3 | 17 Jan 2024 | 1 miliar | -2 miliar") | paid(WHOLE),
         "pencairan_pengamanan_persen", (None, "belum_dilaporkan"), "nphd", "E3", "beserta addendumnya menjadi -Rp1,0 miliar"),
        (NOVEMBER, grant(f"{KPU} | -10 miliar") | paid(WHOLE),
         "pencairan_kpu_persen", (None, "belum_dilaporkan"), "nphd", "E2", "menjadi Rp0"),
        # All at once, and yet in stages.
        (NOVEMBER, grant(f"{KPU} | | sekaligus") | paid("kpu | tahap_1 | S/1 | 20 Jan 2024 | 4 miliar | cair",
                                                       "kpu | tahap_2 | S/2 | 20 Jun 2024 | 6 miliar | cair"),
         "pencairan_kpu_persen", (100, "kuning"), "nphd", "F2", "Polanya sekaligus, padahal"),
        (NOVEMBER, grant("kodim | N/4 | 1 Mar 2024 | 1 miliar") | paid("kodim | tahap_1 | | | 1 miliar | proses | 1 Des 2023"),
         "pencairan_pengamanan_persen", (0, "merah"), "pencairan", "G2", "lebih awal daripada NPHD-nya"),
        # Given back, without what shows it.
        (JANUARY, back("kpu | 100 juta | 100 juta | | | 6 Jan 2025"),
         "sisa_hibah_belum_kembali_rp", (None, "belum_waktunya"), "pengembalian", "D2", "belum diisi"),
        (JANUARY, back("kpu | 100 juta | 100 juta | 3 Jan 2024 | STS/1 | 6 Jan 2025"),
         "sisa_hibah_belum_kembali_rp", (0, "kuning"), "pengembalian", "D2", "lebih awal daripada SP2D terakhir"),
        (JANUARY, back("kpu | 100 juta | 100 juta | 3 Jan 2025 | STS/1 | 6 Jan 2024"),
         "laporan_penggunaan_belum_masuk", (0, "kuning"), "pengembalian", "F2", "lebih awal daripada SP2D terakhir"),
        # Decided, without the day or on a day that cannot be.
        (JANUARY, disputes("X/1 | mk | 6 Des 2024 | putusan |"),
         "sengketa_berjalan", (None, "belum_dilaporkan"), "sengketa", "E2", "belum diisi"),
        (JANUARY, disputes("X/1 | mk | 6 Des 2024 | putusan | 6 Feb 2025"),
         "sengketa_berjalan", (0, "kuning"), "sengketa", "E2", "belum terjadi"),
        (JANUARY, disputes("X/1 | mk | 6 Des 2024 | putusan | 6 Nov 2024"),
         "sengketa_berjalan", (0, "kuning"), "sengketa", "E2", "lebih awal daripada Tanggal Daftar"),
        (JANUARY, disputes("X/1 | mk | 6 Des 2024 | sidang | 6 Jan 2025"),
         "sengketa_berjalan", (1, "kuning"), "sengketa", "D2", "sudah ditulis, padahal tahapnya masih sidang"),
        (JANUARY, turnout({"Cikole": {"suara_sah": 0, "suara_tidak_sah": 900}}),
         "suara_tidak_sah_persen", (2.5, "kuning"), "partisipasi", "H6", "padahal pengguna hak pilih 800"),
        (JANUARY, again("Cikole | Cikole | 1 | psu | salah | | | hibah_berjalan"),
         "psu_belum_selesai", (None, "belum_dilaporkan"), "psu", "F2", "belum diisi"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_not_green_and_its_cell_is_named(tmp_path, day, sheets, code, expected, tab, cell, said):
    snapshot = given(tmp_path, day, sheets)
    row = indicator(snapshot, code)
    assert (row["nilai"], row["status"]) == expected
    assert said in found(snapshot, tab)[cell]


@pytest.mark.parametrize(
    ("sheets", "tab"),
    [
        (grant(f"{KPU} | -1 miliar") | paid("kpu | tahap_1 | S/1 | 5 Feb 2024 | 9 miliar | cair"), "nphd"),
        (grant(f"{KPU} | | sekaligus") | paid("kpu | tahap_1 | S/1 | 20 Jan 2024 | 4 miliar | cair",
                                             "kpu | tahap_1 | S/2 | 25 Jan 2024 | 6 miliar | cair"), "nphd"),
        (grant(KPU) | paid("kpu | tahap_1 | | | 10 miliar | proses | 17 Jan 2024"), "pencairan"),
        (back("kpu | 100 juta | 100 juta | 5 Feb 2024 | STS/1 | 5 Feb 2024"), "pengembalian"),
        (disputes("X/1 | mk | 6 Des 2024 | dicabut | 10 Jan 2025"), "sengketa"),
    ],
)  # fmt: skip
def test_on_the_other_side_of_the_border_nothing_is_asked(tmp_path, sheets, tab):
    assert not found(given(tmp_path, JANUARY, sheets), tab)


@pytest.mark.parametrize(("planned", "asked"), [("21 Sep 2024", True), ("22 Sep 2024", False), ("25 Nov 2023", True)])
def test_goods_with_ballots_are_not_planned_before_the_candidates_are_set(tmp_path, planned, asked):
    snapshot = given(tmp_path, NOVEMBER, {
        "kpu/distribusi": "kecamatan | kelurahan | tahap_distribusi | jumlah_tps_diterima | tanggal_rencana | kendala\n"
        f"Cikole | Cikole | pps_ke_tps | 0 | {planned} | tidak_ada",
    })  # fmt: skip
    assert ("E2" in found(snapshot, "distribusi")) == asked


def test_an_agreement_of_no_value_is_not_paid_in_full(tmp_path):
    snapshot = given(
        tmp_path, NOVEMBER, grant("kpu | N/1 | 17 Jan 2024 | 0") | paid("kpu | tahap_1 | S/1 | 5 Feb 2024 | 0 | cair")
    )
    [told] = rows(snapshot, "bahan/rekap_hibah", nama="KPU")
    assert (told["keadaan"], told["persen_cair"], told["sisa_rp"]) == ("belum jelas seluruhnya", None, None)
    assert [
        row["status"] for row in rows(snapshot, "logistik/rekonsiliasi", kode="R3", kunci="Hibah KPU menurut NPHD")
    ] == ["belum_dilaporkan"]


def test_a_plan_is_told_before_the_agreement_is_signed_and_after_it_has_passed(tmp_path):
    snapshot = given(tmp_path, NOVEMBER, grant(KPU, "polres | N/3 | 1 Mar 2024 | 1 miliar") | paid(
        WHOLE, "kodim | tahap_1 | | | 500 juta | proses | 20 Nov 2024", "polres | tahap_1 | | | 1 miliar | proses | 1 Sep 2024"
    ))  # fmt: skip
    plans = {row["nama"]: row["kata_rencana"] for row in rows(snapshot, "bahan/rekap_hibah")}
    assert (plans["Kodim"], plans["Polres"]) == ("20 Nov 2024", "1 Sep 2024, sudah lewat")
    assert (
        indicator(snapshot, "pencairan_pengamanan_persen")["kalimat"]
        == "Hibah Polres baru cair 0%, rencana 1 Sep lewat."
    )


@pytest.mark.parametrize(
    ("today", "shown"), [("2024-11-27", []), ("2024-11-28", ["Rp0,04 dari Rp0,10 miliar", "belum dilaporkan"])]
)
def test_what_was_given_back_is_shown_from_the_day_after_the_vote(tmp_path, today, shown):
    sheets = back("kpu | 100 juta | 40 juta | 12 Nov 2024 | STS/1 |")
    sheets |= grant(KPU, "kodim | N/4 | 1 Mar 2024 | 1 miliar")
    snapshot = given(tmp_path, today, sheets)
    assert [row["rincian"] for row in rows(snapshot, "logistik/pengembalian")] == shown


@pytest.mark.panjang
def test_documents_are_written_of_the_oddest_books(tmp_path):
    sheets = grant(f"{KPU} | -12 miliar", "polres | N/3 | | 1 miliar") | paid(
        WHOLE, "kodim | tahap_1 | | | | tertunda |", "bawaslu | tahap_1 | S/9 | 5 Feb 2024 | 1 miliar | cair"
    )
    snapshot = given(tmp_path, JANUARY, sheets | {"bpkpd/pengembalian": f"{HEAD}\nkodim | 1 | 5 | | |"})
    with snapshot:
        meant = source(snapshot, [])
        for one in catalogue.offered():
            if one.pdf and one.there(meant):
                assert all(form.write(meant, lambda *_: None) for form in one.forms), one.code
