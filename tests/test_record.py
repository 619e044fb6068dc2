"""The record of the grant: given what both sides typed, expect sums per stage, what is unread, and the conclusion."""

import datetime as dt
import io

import docx
import pytest

from handouts import berita_acara_hibah as grant_record
from monev.handouts import word_tables
from tests import office
from tests.given import given, rows
from tests.handed import source

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
        "Catatan kedua pihak belum dapat dibandingkan seluruhnya, karena masih ada baris yang belum jelas: "
        "KPU, tab Hibah baris 3."
    )
    assert whole(snapshot, "bawaslu")["keadaan"] == "sama", "another agency's cell says nothing about this one"


def test_a_cancelled_sp2d_is_never_counted_as_paid(city):
    snapshot = city(bpkpd__pencairan=paid(status="batal"))
    assert stage(snapshot, "kpu", "tahap_2") == (None, 14_800_000_000, None)
    [row] = rows(snapshot, "bahan/hibah_baris", penerima="kpu", tab="pencairan", tahap="tahap_2")
    assert (row["dihitung"], row["keterangan"]) == (False, "nilai atau status belum jelas")
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
        row["pencairan"] == "Bagian hibah yang sudah cair belum dapat dihitung, karena NPHD pada baris 2 belum jelas."
    )
    assert row["keadaan"] == "berbeda", "both sides can be compared all the same"


def test_only_the_last_four_signs_of_an_sp2d_number_are_shown(city):
    numbers = {row["nomor"] for row in rows(city(), "bahan/hibah_baris", tab="pencairan")}
    assert numbers == {"…0118", "…0904", "…0121"}


# --- the document ---


def paper(snapshot, **told):
    content = grant_record.write(source(snapshot, [], **told), lambda share, what: None)
    return content, docx.Document(io.BytesIO(content))


def shown(document, first):
    """The rows of the tables whose first heading is this, as text."""
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [rows for rows in found if rows[0][0] == first]


def all_text(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return office.same("".join([*(line.text for line in document.paragraphs), *cells]))


def test_the_record_has_a_part_for_each_receiver_with_both_sides_per_stage(city):
    _, document = paper(city(addendum="500.000.000"))
    titles = [line.text for line in document.paragraphs if line.style.name == "Title"]
    parties = [line.text for line in document.paragraphs if line.style.name == "Subtitle"]
    assert titles == [grant_record.TITLE] * 2
    assert parties == ["BPKPD dan KPU Kota Sukabumi", "BPKPD dan Bawaslu Kota Sukabumi"]
    kpu, bawaslu = shown(document, "Tahap")
    assert kpu == [
        ["Tahap", "Cair (BPKPD)", "Diterima (KPU)", "Selisih", "Dari naskah", "Aturan"],
        ["Tahap 1", "Rp10.000.000.000", "Rp10.000.000.000", "Rp0", "39,2%", "40,0%"],
        ["Tahap 2", "Rp15.000.000.000", "Rp14.800.000.000", "Rp200.000.000", "58,8%", "60,0%"],
        ["Jumlah", "Rp25.000.000.000", "Rp24.800.000.000", "Rp200.000.000", "98,0%", ""],
    ]
    assert bawaslu[1:] == [
        ["Tahap 1", "Rp2.760.000.000", "Rp2.760.000.000", "Rp0", "40,0%", "40,0%"],
        ["Tahap 2", "Rp0", "Rp0", "Rp0", "0%", "60,0%"],
        ["Jumlah", "Rp2.760.000.000", "Rp2.760.000.000", "Rp0", "40,0%", ""],
    ]
    agreement, _ = shown(document, "Nomor")
    assert agreement[1:] == [["1/NPHD", "17\xa0Jan 2024", "Rp25.000.000.000", "Rp500.000.000"]]


def test_a_sheet_that_stands_in_from_an_earlier_day_is_named_to_those_who_sign_and_on_every_page(city, tmp_path):
    snapshot = city()
    rows_of = snapshot.ask("ringkasan/instansi").to_dict("records")
    old = {"bertahan_sejak": dt.date(2024, 10, 21)}
    meant = source(snapshot, [], ringkasan__instansi=[
        row | (old if row["instansi"] == "bawaslu" else {"bertahan_sejak": None}) for row in rows_of
    ])  # fmt: skip
    content = grant_record.write(meant, lambda *_: None)
    said = "Lembar Bawaslu terakhir dibaca 21 Okt 2024."
    leaves = [office.same(leaf.text) for leaf in office.pages(content, "docx", tmp_path / "halaman")]
    warned = office.same(f"{said} Cocokkan dulu dengan isi lembar sekarang.")
    assert [warned in leaf for leaf in leaves] == [False, False, True, False], "of the one whose numbers they are"
    assert all(office.same(said) in leaf for leaf in leaves)
    assert meant.stale(["kpu", "bpkpd"]) == ""
    everyone = source(snapshot, [], ringkasan__instansi=[row | old for row in rows_of])
    assert everyone.stale() == "5 lembar memakai isi hari sebelumnya." and everyone.ground().endswith(everyone.stale())


def test_amounts_are_full_and_written_out_where_it_is_customary(city):
    _, document = paper(city(kpu__hibah=received(second="14.799.999.999")))
    said = all_text(document)
    assert office.same("Rp25.000.000.000 (dua puluh lima miliar rupiah)") in said
    assert office.same("Selisih itu Rp200.000.001 (dua ratus juta satu rupiah).") in said
    assert "miliar," not in said and "Rp25,0" not in said, "never rounded"


def test_the_rule_stands_with_its_article_and_its_due_date(city):
    assert office.same(
        "Aturannya, menurut Permendagri 54/2019 jo. 41/2020: tahap I 40 persen dan tahap II 60 persen, paling lambat "
        "27 Juni 2024."
    ) in all_text(paper(city())[1])


def test_a_sum_with_an_unread_row_is_not_known_on_paper_and_the_row_is_named(city):
    _, document = paper(city(kpu__hibah=received(second="sekitar 14,8 M")))
    kpu, _ = shown(document, "Tahap")
    assert (
        kpu[2][2] == "belum diketahui seluruhnya; terhitung Rp0"
        and kpu[3][2] == "belum diketahui seluruhnya; terhitung Rp10.000.000.000"
    )
    assert (kpu[2][3], kpu[3][3]) == ("belum diketahui", "belum diketahui")
    rows_shown = shown(document, "Lembar dan baris")[0]
    assert [
        "KPU, Hibah baris 3",
        "Tahap 2",
        "–",
        "20\xa0Jun 2024",
        "belum jelas",
        "nilai belum jelas",
    ] in rows_shown
    assert "Selisihitu" not in all_text(document)


def test_what_was_not_reported_is_said_on_paper(city):
    _, document = paper(city(kpu__hibah=None, bpkpd__nphd=None))
    kpu, _ = shown(document, "Tahap")
    assert kpu[1][:5] == ["Tahap 1", "Rp10.000.000.000", "belum dilaporkan", "belum diketahui", "belum diketahui"]
    assert office.same("Nilai hibah menurut naskah belum diketahui.") in all_text(document)


def test_there_is_room_for_agreed_steps_and_to_sign_and_no_name_is_written(city):
    _, document = paper(city())
    for steps in shown(document, "No."):
        assert len(steps) == 1 + grant_record.STEPS and not any(cell for row in steps[1:] for cell in row[1:])
    signed = [
        table.rows[0].cells[0].text
        for table in document.tables
        if table.rows[0].cells[0].text.startswith("Pihak Pertama,")
    ]
    assert signed == [f"Pihak Pertama,\nBPKPD Kota Sukabumi\n\n\n\n( {word_tables.BLANK} )"] * 2


def test_the_same_snapshot_gives_the_same_record(city):
    snapshot = city()
    assert paper(snapshot)[0] == paper(snapshot)[0]


@pytest.mark.panjang
def test_the_record_fits_its_pages_and_can_be_signed_on_the_first(city, tmp_path):
    content, document = paper(city(kpu__hibah=received(second="14.799.999.999")))
    leaves = office.pages(content, "docx", tmp_path / "halaman")
    assert not [word for leaf in leaves for word in leaf.outside(28)]
    texts = [line.text for line in document.paragraphs]
    texts += [
        line for table in document.tables for row in table.rows for cell in row.cells for line in cell.text.splitlines()
    ]
    assert not office.missing([text for text in texts if text.strip(". \t")], leaves)
    signed = [
        place
        for place, leaf in enumerate(leaves)
        if "PihakPertama,BPKPD" in office.same(leaf.text) or "PihakPertama,PihakKedua," in office.same(leaf.text)
    ]
    assert signed == [0, 2]


@pytest.mark.panjang
def test_records_with_very_long_numbers_of_agreements_stay_within_the_page(city, tmp_path):
    snapshot = city()
    grown = [row | {"nomor": "NPHD/" + "9" * 300} for row in rows(snapshot, "bahan/hibah_baris")]
    leaves = office.pages(paper(snapshot, bahan__hibah_baris=grown)[0], "docx", tmp_path / "halaman")
    assert not [word for leaf in leaves for word in leaf.outside(28)]
