"""The record of the grant: given what both sides typed, expect sums per stage, what is unread, and the conclusion."""

import datetime as dt
import io

import docx
import pytest

from handouts import berita_acara_hibah as grant_record
from monev.handouts import papers
from monev.handouts.paper import BLANK
from tests import office
from tests.given import given, rows
from tests.handed import source

pytestmark = pytest.mark.panjang

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


def test_the_whole_number_of_an_sp2d_is_told_since_an_auditor_must_find_it(city):
    long = paid().replace("SP2D/0118 ", "32.72/04.0/000123/LS/5.02.0.00.0.00.01.0000/M/10/2024")
    numbers = {row["nomor"] for row in rows(city(bpkpd__pencairan=long), "bahan/hibah_baris", tab="pencairan")}
    assert numbers == {"32.72/04.0/000123/LS/5.02.0.00.0.00.01.0000/M/10/2024", "SP2D/0904", "SP2D/0121"}


def test_a_number_of_a_person_in_its_place_is_still_held_back(city):
    snapshot = city(bpkpd__pencairan=paid().replace("SP2D/0118 ", "NIK 3272011705850003"))
    said = str(rows(snapshot, "bahan/hibah_baris"))
    assert "3272011705850003" not in said and "SP2D/0904" in said


# --- police and army, whose grant no rule parts and who send no sheet ---

SECURITY = """    Polres   | 3/NPHD     | 14 Mar 2024  | 4.200.000.000  |
"""
SAFE = "    Polres   | Tahap 1         | SP2D/0467  | 22 Apr 2024  | {amount} | {status} | {why}\n"


def secured(city, amount="4.200.000.000", status="cair", why="", day="2024-11-04"):
    return city(
        day,
        bpkpd__nphd=NPHD.format(addendum="") + SECURITY,
        bpkpd__pencairan=paid() + SAFE.format(amount=amount, status=status, why=why),
    )


def test_a_receiver_without_a_sheet_stands_with_what_was_paid_and_room_for_what_he_received(city):
    row = whole(secured(city), "polres")
    assert (row["nphd_rp"], row["cair_rp"], row["diterima_rp"], row["selisih_rp"]) == (4_200_000_000,) * 2 + (
        None,
        None,
    )
    assert row["kesimpulan"] == (
        "BPKPD mencatat cair Rp4.200.000.000. Polres tidak mengirim lembar: dana yang diterima diisi Pihak Kedua dari "
        "pembukuannya dan dicocokkan sebelum ditandatangani."
    )
    assert row["pencairan"] == "Hibah menurut naskah sudah cair seluruhnya."


@pytest.mark.parametrize("day", ["2024-06-27", "2024-06-28"])
def test_no_stage_and_no_date_of_the_rule_is_held_against_him(city, day):
    snapshot = secured(city, "2.100.000.000", day=day)
    row = whole(snapshot, "polres")
    assert row["pencairan"] == "Hibah menurut naskah sudah cair 50,0%; sisanya Rp2.100.000.000."
    assert row["aturan"] == "Pembagian tahap dan batas waktunya tidak dinilai untuk penerima ini."
    assert {one["aturan_persen"] for one in rows(snapshot, "bahan/hibah_tahap", penerima="polres")} == {None}


def test_a_payment_to_him_that_waits_is_not_counted_as_paid(city):
    row = whole(secured(city, status="tertunda", why="Menunggu"), "polres")
    assert (row["cair_rp"], row["cair_persen"], row["sisa_rp"]) == (0, 0, 4_200_000_000)


def test_who_stands_in_no_row_has_no_record_even_where_a_row_may_be_anybodys(city):
    nobody = paid() + "    siapa?   | Tahap 2         | SP2D/0999  | 1 Jul 2024   | 1.000.000      | cair |\n"
    snapshot = city(bpkpd__pencairan=nobody)
    assert {row["penerima"] for row in rows(snapshot, "bahan/rekonsiliasi_hibah")} == {"kpu", "bawaslu"}
    assert {row["penerima"] for row in rows(secured(city), "bahan/rekonsiliasi_hibah")} == {"kpu", "bawaslu", "polres"}


def test_who_has_an_agreement_alone_has_a_record_with_nothing_paid(city):
    snapshot = city(bpkpd__nphd=NPHD.format(addendum="") + SECURITY)
    assert whole(snapshot, "polres")["cair_rp"] == 0
    assert stage(snapshot, "polres", "tahap_1") == (0, None, None)


# --- paid at once, planned, given back: columns and a tab that a sheet may lack ---


def test_a_grant_that_is_paid_at_once_is_held_to_no_stage(city):
    once = NPHD.format(addendum="").replace("nilai_addendum\n", "nilai_addendum | pola_pencairan\n")
    once = once.replace("25.000.000.000 | \n", "25.000.000.000 | | sekaligus\n")
    snapshot = city(bpkpd__nphd=once)
    row = whole(snapshot, "kpu")
    assert (row["pola_pencairan"], row["berbatas"]) == ("sekaligus", True)
    assert row["aturan"].startswith("Menurut naskah dicairkan sekaligus, paling lambat ")
    assert {one["aturan_persen"] for one in rows(snapshot, "bahan/hibah_tahap", penerima="kpu")} == {None}
    assert whole(snapshot, "bawaslu")["pola_pencairan"] == "tahap"


BACK = "penerima | sisa_hibah | nilai_kembali | tanggal_setor | nomor_bukti_setor\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("KPU | 750.000.000 | 500.000.000 | 20 Jan 2025 | STS/12\n", "Rp500.000.000disetor20Jan2025buktisetorSTS/12"),
        ("KPU | 750.000.000 | 0 | |\n", "Rp0"),
        ("KPU | 750.000.000 | sekitar 5 M | 20 Jan 2025 | STS/12\n", "belumdiketahui"),
        ("Bawaslu | 0 | 0 | |\n", "belumdilaporkan"),
    ],
)
def test_what_was_given_back_stands_in_its_one_place(city, typed, said):
    snapshot = city("2025-01-24", bpkpd__pengembalian=BACK + typed)
    assert f"Pengembaliankekasdaerah{said}" in all_text(paper(snapshot)[1])


def test_when_the_rest_is_planned_is_told_and_what_was_paid_is_not(city):
    head, *lines = paid(status="tertunda", why="Menunggu").strip().splitlines()
    planned = "\n".join([f"{head} | tanggal_rencana_cair", *(f"{line} | 15 Nov 2024" for line in lines)])
    said = all_text(paper(city(bpkpd__pencairan=planned))[1])
    assert "Sisanyadirencanakancair:tahap2pada15Nov2024." in said


# --- what was spent ---


def test_what_was_spent_and_what_is_left_of_what_arrived(city):
    row = whole(city(), "kpu")
    assert (row["belanja_rp"], row["saldo_rp"]) == (16_412_750_000, 24_800_000_000 - 16_412_750_000)


def test_an_unread_amount_leaves_what_was_spent_and_what_is_left_unknown(city):
    row = whole(city(kpu__hibah=received().replace("16.412.750.000", "sekitar 16 M ")), "kpu")
    assert (row["diterima_rp"], row["belanja_rp"], row["saldo_rp"]) == (24_800_000_000, None, None)
    row = whole(city(kpu__hibah=received(second="sekitar 14,8 M")), "kpu")
    assert (row["belanja_rp"], row["saldo_rp"]) == (None, None)
    row = whole(city(kpu__hibah=None), "kpu")
    assert (row["belanja_rp"], row["saldo_rp"]) == (None, None)


# --- the document ---


KINDS = {kind.code.rpartition("-")[2]: papers.handout(kind) for kind in grant_record.PAPERS}


def paper(snapshot, who="kpu", **told):
    content = KINDS[who].write(source(snapshot, [], **told), lambda share, what: None)
    return content, docx.Document(io.BytesIO(content))


def shown(document, first):
    """The rows of the tables whose first heading is this, as text."""
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [rows for rows in found if rows[0][0] == first]


def all_text(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return office.same("".join([*(line.text for line in document.paragraphs), *cells]))


def test_each_receiver_has_a_record_of_his_own_with_both_sides_per_stage(city):
    snapshot = city(addendum="500.000.000")
    found = {who: paper(snapshot, who)[1] for who in ("kpu", "bawaslu")}
    for who, document in found.items():
        said = [[one.text for one in document.paragraphs if one.style.name == name] for name in ("Title", "Subtitle")]
        assert said == [
            [grant_record.TITLE.upper()],
            [f"antara BPKPD Kota Sukabumi dan {grant_record.RECEIVERS[who]} Kota Sukabumi"],
        ]
    kpu, bawaslu = (shown(found[who], "Tahap")[0] for who in ("kpu", "bawaslu"))
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
    [agreement] = shown(found["kpu"], "Nomor")
    assert agreement[1:] == [["1/NPHD", "17\xa0Jan 2024", "Rp25.000.000.000", "Rp500.000.000"]]


def test_a_record_is_offered_for_whom_the_sheets_have_rows(city):
    meant = source(secured(city), [])
    assert {who: one.there(meant) for who, one in KINDS.items()} == {
        "kpu": True, "bawaslu": True, "polres": True, "kodim": False}  # fmt: skip
    _, document = paper(secured(city), "polres")
    assert shown(document, "Tahap")[0][1:] == [
        ["Tahap 1", "Rp4.200.000.000", BLANK[:8], BLANK[:8], "100%", "–"],
        ["Jumlah", "Rp4.200.000.000", BLANK[:8], BLANK[:8], "100%", ""],
    ]
    assert all_text(document).count("NIP/NRP") == 3 and "NRP/NIP" not in all_text(document)


#: What whoever audits a record looks for, as it is read without blanks.
MUST = (
    "PEMERINTAHKOTASUKABUMI", "BADANPENGELOLAANKEUANGANDANPENDAPATANDAERAH", "Nomor(BPKPDKotaSukabumi):……", "Nomor(KPUKotaSukabumi):……",
    "Padahariini,Senin,tanggalempatbulanNovembertahunduaribuduapuluhempat(04-11-2024),bertempatdi……",
    "selanjutnyadisebutPihakKesatu.", "selanjutnyadisebutPihakKedua.", "Dasar:", "nomor1/NPHDtanggal17Januari2024;",
    "PeraturanMenteriDalamNegeriNomor54Tahun2019", "PeraturanMenteriDalamNegeriNomor41Tahun2020", "Rapatmonev,Senin,4November2024,undangannomor……",
    "1.Naskahperjanjianhibahdaerah(NPHD)", "2.Pencairandanpenerimaan", "SP2D/0118", "SP2D/0904", "Belanja", "Saldo:diterimadikurangibelanja",
    "Rp16.412.750.000", "Rp8.387.250.000", "Pengembaliankekasdaerahbelumwaktunya", "4.Kesimpulan", "5.Langkahyangdisepakati", "Lampiran:",
    "rangkapdua", "untukdipergunakansebagaimanamestinya.", "PihakKesatu,", "PihakKedua,", "SaksiPihakKesatu,", "SaksiPihakKedua,", "Mengetahui,",
    "Pangkat/Golongan:……", "NIP:……", "Jabatan:……",
)  # fmt: skip


def test_a_record_has_what_an_auditor_looks_for_and_acknowledges_nothing(city):
    said = all_text(paper(city())[1])
    assert [one for one in MUST if one not in said] == []
    for never in ("mengakuimenerima", "mengakui", "meterai", "Sertifikasi", "Elektronik"):
        assert never.lower() not in said.lower()


def test_whoever_speaks_for_the_city_is_chosen_in_its_letters(city, monkeypatch, tmp_path):
    (tmp_path / "surat.toml").write_text('[wakil]\nberita_acara_hibah = "kesbangpol"\n', "utf-8")
    snapshot = city()
    monkeypatch.setenv("MONEV_RUJUKAN", str(tmp_path))
    said = all_text(paper(snapshot)[1])
    assert "bertindakuntukdanatasnamaKesbangpolKotaSukabumi,selanjutnyadisebutPihakKesatu." in said
    assert "Cair(BPKPD)" in said, "whose sheet it stands in stays"
    assert "Alamat:……" in said and "BADAN" not in said, "what the city does not say is left to be written"


def test_the_annex_stands_on_a_page_of_its_own_and_the_signatures_close_all(city):
    _, document = paper(city())
    order = [office.same(one.text) for one in document.paragraphs]
    annex = next(place for place, text in enumerate(order) if text.startswith("Lampiran:"))
    assert document.paragraphs[annex].paragraph_format.page_break_before
    assert any(text.startswith("Demikianberitaacara") for text in order[annex:])
    assert [table.rows[0].cells[0].text.split("\n")[0] for table in document.tables[-3:]] == [
        "Pihak Kesatu,", "Saksi Pihak Kesatu,", "Mengetahui,"]  # fmt: skip


def test_what_the_sheets_will_say_of_plans_and_returns_has_its_place(city):
    snapshot = city(bpkpd__pencairan=paid(status="tertunda", why="Menunggu laporan"))
    [row] = rows(snapshot, "bahan/rekonsiliasi_hibah", penerima="kpu")
    lines = [one | {"tanggal_rencana_cair": dt.date(2024, 11, 15)} for one in rows(snapshot, "bahan/hibah_baris")]
    given = {"kembali_belum_waktunya": False, "kembali_dilaporkan": True, "sisa_tertulis_rp": 8_387_250_000, "kembali_rp": 8_387_250_000,
             "bukti_kembali": "disetor 9 Jan 2025\nbukti setor STS/7", "laporan": "belum masuk"}  # fmt: skip
    told = {"bahan__rekonsiliasi_hibah": [row | given | {"pola_pencairan": "sekaligus"}], "bahan__hibah_baris": lines}
    said = all_text(paper(snapshot, **told)[1])
    assert "SisahibahmenurutBPKPDRp8.387.250.000" in said and "Laporanpenggunaanhibahbelummasuk" in said
    assert "PengembaliankekasdaerahRp8.387.250.000disetor9Jan2025buktisetorSTS/7" in said
    assert "Sisanyadirencanakancair:tahap2pada15Nov2024." in said
    assert "Sekaligus" in said


def test_a_sheet_that_stands_in_from_an_earlier_day_is_named_to_those_who_sign_and_on_every_page(city, tmp_path):
    snapshot = city()
    rows_of = snapshot.ask("ringkasan/instansi").to_dict("records")
    old = {"bertahan_sejak": dt.date(2024, 10, 21)}
    meant = source(snapshot, [], ringkasan__instansi=[
        row | (old if row["instansi"] == "bawaslu" else {"bertahan_sejak": None}) for row in rows_of
    ])  # fmt: skip
    said = "Lembar Bawaslu terakhir dibaca 21 Okt 2024."
    warned = office.same(f"{said} Cocokkan dulu dengan isi lembar sekarang.")
    for who, warns in (("bawaslu", True), ("kpu", False)):
        content = KINDS[who].write(meant, lambda *_: None)
        leaves = [office.same(leaf.text) for leaf in office.pages(content, "docx", tmp_path / who)]
        assert [warned in leaf for leaf in leaves] == [warns, *([False] * (len(leaves) - 1))], "whose numbers they are"
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
    [kpu] = shown(document, "Tahap")
    assert (
        kpu[2][2] == "belum diketahui seluruhnya; terhitung Rp0"
        and kpu[3][2] == "belum diketahui seluruhnya; terhitung Rp10.000.000.000"
    )
    assert (kpu[2][3], kpu[3][3]) == ("belum diketahui", "belum diketahui")
    [listed] = shown(document, "Nomor SP2D")
    assert ["–", "20\xa0Jun 2024", "Tahap 2", "belum jelas", "KPU, Hibah baris 3", "nilai belum jelas"] in listed
    assert "Selisihitu" not in all_text(document)


def test_what_was_not_reported_is_said_on_paper(city):
    _, document = paper(city(kpu__hibah=None, bpkpd__nphd=None))
    [kpu] = shown(document, "Tahap")
    assert kpu[1][:5] == ["Tahap 1", "Rp10.000.000.000", "belum dilaporkan", "belum diketahui", "belum diketahui"]
    assert office.same("Nilai hibah menurut naskah belum diketahui.") in all_text(document)


def test_there_is_room_for_agreed_steps_and_to_sign_and_no_name_is_written(city):
    _, document = paper(city())
    for steps in shown(document, "No."):
        assert len(steps) == 1 + grant_record.STEPS and not any(cell for row in steps[1:] for cell in row[1:])
    [signed] = [table for table in document.tables if table.rows[0].cells[0].text.startswith("Pihak Kesatu,")]
    first, second = (cell.text for cell in signed.rows[0].cells)
    below = f"\n\n\n\n( {BLANK} )\nPangkat/Golongan: {BLANK}\nNIP: {BLANK}"
    assert (first, second) == (f"Pihak Kesatu,\nBPKPD Kota Sukabumi{below}", f"Pihak Kedua,\nKPU Kota Sukabumi{below}")


def test_the_same_snapshot_gives_the_same_record(city):
    snapshot = city()
    assert paper(snapshot)[0] == paper(snapshot)[0]


@pytest.mark.panjang
@pytest.mark.parametrize("who", ["kpu", "bawaslu"])
def test_the_record_fits_its_pages_and_is_signed_on_the_last(city, tmp_path, who):
    content, document = paper(city(kpu__hibah=received(second="14.799.999.999")), who)
    leaves = office.pages(content, "docx", tmp_path / "halaman")
    assert not [word for leaf in leaves for word in leaf.outside(28)]
    texts = [line.text for line in document.paragraphs]
    texts += [
        line for table in document.tables for row in table.rows for cell in row.cells for line in cell.text.splitlines()
    ]
    assert not office.missing([text for text in texts if text.strip(". \t")], leaves)
    pages = [office.same(leaf.text) for leaf in leaves]
    assert [place for place, page in enumerate(pages) if "PihakKesatu,PihakKedua," in page] == [len(pages) - 1]
    assert [place for place, page in enumerate(pages) if "Lampiran:" in page] == [len(pages) - 1]
    for place, page in enumerate(pages, start=1):
        assert f"Halaman{place}dari{len(pages)}" in page and "Paraf:PihakKesatu" in page


@pytest.mark.panjang
def test_records_with_very_long_numbers_of_agreements_stay_within_the_page(city, tmp_path):
    snapshot = city()
    grown = [row | {"nomor": "NPHD/" + "9" * 300} for row in rows(snapshot, "bahan/hibah_baris")]
    leaves = office.pages(paper(snapshot, bahan__hibah_baris=grown)[0], "docx", tmp_path / "halaman")
    assert not [word for leaf in leaves for word in leaf.outside(28)]
