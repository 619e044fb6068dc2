"""The record of the grant: given what both sides typed, expect sums per stage, what is unread, and the conclusion."""

import pytest

from tests.given import given, rows

NPHD = """
    penerima | nomor_nphd | tanggal_nphd | nilai_nphd     | nilai_addendum
    KPU      | 1/NPHD     | 17 Jan 2024  | 25.000.000.000 | {addendum}
    Bawaslu  | 2/NPHD     | 24 Jan 2024  | 6.900.000.000  |
"""
PAID = """
    penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d     | status    | alasan_tertunda
    KPU      | Tahap 1         | SP2D/0118  | 5 Feb 2024   | 10.000.000.000 | cair      |
    KPU      | Tahap 2         | SP2D/0904  | 20 Jun 2024  | {second}       | {status}  | {why}
    Bawaslu  | Tahap 1         | SP2D/0121  | 7 Feb 2024   | 2.760.000.000  | cair      |
"""
RECEIVED = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    Tahap 1         | 5 Feb 2024    | {first}        | 9.350.000.000
    Tahap 2         | 20 Jun 2024   | {second}       | 16.412.750.000
"""
BAWASLU = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    Tahap 1         | 7 Feb 2024    | 2.760.000.000  | 2.000.000.000
"""


def paid(second="15.000.000.000", status="cair", why=""):
    return PAID.format(second=second, status=status, why=why)


def received(first="10.000.000.000", second="14.800.000.000"):
    return RECEIVED.format(first=first, second=second)


@pytest.fixture
def city(tmp_path):
    """A function that types the sheets, those of None left out, and opens the snapshot."""
    opened = []

    def on(day="2024-11-04", addendum="", **tabs):
        sheets = {"bpkpd/nphd": NPHD.format(addendum=addendum), "bpkpd/pencairan": paid(), "kpu/hibah": received(),
                  "bawaslu/hibah": BAWASLU} | {name.replace("__", "/"): text for name, text in tabs.items()}  # fmt: skip
        opened.append(given(tmp_path, day, {name: text for name, text in sheets.items() if text is not None}))
        return opened[-1]

    yield on
    for snapshot in opened:
        snapshot.close()


def stage(snapshot, who, name):
    [row] = rows(snapshot, "bahan/hibah_tahap", penerima=who, tahap=name)
    return row["cair_rp"], row["diterima_rp"], row["selisih_rp"]


def whole(snapshot, who):
    [row] = rows(snapshot, "bahan/rekonsiliasi_hibah", penerima=who)
    return row


def test_both_sides_are_told_per_stage_to_the_last_rupiah(city):
    snapshot = city(kpu__hibah=received(second="14.799.999.999"))
    assert stage(snapshot, "kpu", "tahap_1") == (10_000_000_000, 10_000_000_000, 0)
    assert stage(snapshot, "kpu", "tahap_2") == (15_000_000_000, 14_799_999_999, 200_000_001)
    row = whole(snapshot, "kpu")
    assert (row["keadaan"], row["selisih_rp"]) == ("berbeda", 200_000_001)
    assert row["kesimpulan"] == (
        "Catatan kedua pihak berbeda Rp200.000.001: BPKPD mencatat cair Rp25.000.000.000, sedangkan KPU mencatat "
        "diterima Rp24.799.999.999."
    )
    assert row["pencairan"] == "Hibah menurut naskah sudah cair seluruhnya."


def test_the_same_numbers_as_on_the_page(city):
    snapshot = city()
    for who in ("kpu", "bawaslu"):
        [shown] = [row for row in rows(snapshot, "logistik/angka_pokok") if row["kode"] == f"selisih_{who}_rp"]
        assert whole(snapshot, who)["selisih_rp"] == shown["nilai"]


def test_records_that_agree_are_told_as_the_same_and_what_is_left_to_pay_with_its_due_date(city):
    row = whole(city(), "bawaslu")
    assert (row["keadaan"], row["selisih_rp"], row["cair_persen"], row["sisa_rp"]) == ("sama", 0, 40, 4_140_000_000)
    assert row["kesimpulan"] == (
        "Catatan kedua pihak sama: BPKPD mencatat cair dan Bawaslu mencatat diterima Rp2.760.000.000."
    )
    assert row["pencairan"] == (
        "Hibah menurut naskah sudah cair 40,0%; sisanya Rp4.140.000.000, lewat 130 hari dari batas 27 Juni 2024."
    )


@pytest.mark.parametrize(("day", "said"), [("2024-06-27", ", batasnya 27 Juni 2024."), ("2024-06-28", ", lewat 1 hari dari batas 27 Juni 2024.")])  # fmt: skip
def test_the_due_date_is_passed_from_the_day_after(city, day, said):
    assert whole(city(day), "bawaslu")["pencairan"].endswith(said)


def test_stages_that_differ_are_told_even_where_the_sums_agree(city):
    row = whole(city(kpu__hibah=received("9.000.000.000", "16.000.000.000")), "kpu")
    assert (row["keadaan"], row["selisih_rp"]) == ("berbeda", 0)
    assert row["kesimpulan"] == (
        "Jumlah kedua pihak sama, Rp25.000.000.000, tetapi catatan per tahapnya berbeda: tahap 1 Rp1.000.000.000 dan "
        "tahap 2 Rp1.000.000.000."
    )


def test_an_addendum_is_part_of_the_agreement(city):
    row = whole(city(addendum="500.000.000"), "kpu")
    assert (row["naskah_awal_rp"], row["addendum_rp"], row["nphd_rp"]) == (25_000_000_000, 500_000_000, 25_500_000_000)
    assert row["pencairan"].startswith("Hibah menurut naskah sudah cair 98,0%; sisanya Rp500.000.000,")
    row = whole(city(addendum="-500.000.000"), "kpu")
    assert row["pencairan"] == "Pencairan melebihi naskah Rp500.000.000."


def test_an_unread_cell_leaves_the_sum_unknown_and_is_named(city):
    snapshot = city(kpu__hibah=received(second="sekitar 14,8 M"))
    assert stage(snapshot, "kpu", "tahap_1") == (10_000_000_000, 10_000_000_000, 0)
    assert stage(snapshot, "kpu", "tahap_2") == (15_000_000_000, None, None)
    row = whole(snapshot, "kpu")
    assert (row["keadaan"], row["diterima_rp"], row["selisih_rp"]) == ("belum_diketahui", None, None)
    assert row["kesimpulan"] == (
        "Catatan kedua pihak belum dapat dibandingkan seluruhnya, karena masih ada baris yang belum terbaca: "
        "KPU, tab Hibah baris 3."
    )
    assert whole(snapshot, "bawaslu")["keadaan"] == "sama", "another agency's cell says nothing about this one"


def test_a_cancelled_sp2d_is_never_counted_as_paid(city):
    snapshot = city(bpkpd__pencairan=paid(status="batal"))
    assert stage(snapshot, "kpu", "tahap_2") == (None, 14_800_000_000, None)
    [row] = rows(snapshot, "bahan/hibah_baris", penerima="kpu", tab="pencairan", tahap="tahap_2")
    assert (row["dihitung"], row["keterangan"]) == (False, "nilai atau status belum terbaca")
    assert whole(snapshot, "kpu")["pencairan"] == (
        "Bagian hibah yang sudah cair belum dapat dihitung, karena jumlah yang cair belum diketahui."
    )


def test_a_payment_that_waits_is_listed_but_not_counted(city):
    snapshot = city(bpkpd__pencairan=paid(status="tertunda", why="Menunggu laporan"))
    assert stage(snapshot, "kpu", "tahap_2") == (0, 14_800_000_000, -14_800_000_000)
    [row] = rows(snapshot, "bahan/hibah_baris", penerima="kpu", tab="pencairan", tahap="tahap_2")
    assert (row["dihitung"], row["keterangan"]) == (False, "tertunda, belum dihitung")


def test_a_row_whose_stage_or_receiver_is_unread_leaves_all_that_it_may_belong_to_unknown(city):
    broken = paid() + "    siapa?   | Tahap 2         | SP2D/0999  | 1 Jul 2024   | 1.000.000      | cair |\n"
    snapshot = city(bpkpd__pencairan=broken)
    assert stage(snapshot, "kpu", "tahap_1") == (None, 10_000_000_000, None)
    assert whole(snapshot, "bawaslu")["keadaan"] == "belum_diketahui"


def test_what_was_not_reported_is_said_to_be_so_and_no_zero(city):
    snapshot = city(kpu__hibah=None)
    assert stage(snapshot, "kpu", "tahap_1") == (10_000_000_000, None, None)
    assert whole(snapshot, "kpu")["kesimpulan"] == (
        "KPU belum melaporkan dana yang diterima, sehingga catatan kedua pihak belum dapat dibandingkan."
    )


def test_without_the_payments_tab_nothing_is_told_to_be_paid(city):
    row = whole(city(bpkpd__pencairan=None), "kpu")
    assert (row["cair_rp"], row["selisih_rp"], row["keadaan"]) == (None, None, "belum_diketahui")
    assert row["kesimpulan"].startswith("BPKPD belum melaporkan pencairan,")


def test_an_unread_agreement_leaves_the_share_unknown(city):
    row = whole(city(addendum="lihat naskah"), "kpu")
    assert (row["nphd_rp"], row["cair_persen"], row["sisa_rp"]) == (None, None, None)
    assert (
        row["pencairan"] == "Bagian hibah yang sudah cair belum dapat dihitung, karena NPHD pada baris 2 belum terbaca."
    )
    assert row["keadaan"] == "berbeda", "both sides can be compared all the same"


def test_only_the_last_four_signs_of_an_sp2d_number_are_shown(city):
    numbers = {row["nomor"] for row in rows(city(), "bahan/hibah_baris", tab="pencairan")}
    assert numbers == {"…0118", "…0904", "…0121"}
