"""Reconciliations: given what two agencies typed, expect both numbers, their difference and the status."""

import pytest

from tests.city import FIRST, PLACES, voters
from tests.given import given, rows

AGREE_ON = "2024-11-20"  # after the TPS survey, before the goods are due
COLUMNS = [
    "kode",
    "agenda",
    "kunci",
    "kiri",
    "nilai_kiri",
    "kanan",
    "nilai_kanan",
    "selisih",
    "satuan",
    "berjalan",
    "status",
    "kalimat",
]
EVENT_HEAD = "tanggal | kecamatan | kelurahan | nama_kegiatan | bentuk | segmen | jumlah_peserta | status"
SEGMENTS = [
    "keluarga",
    "pemula",
    "muda",
    "perempuan",
    "disabilitas",
    "marginal",
    "komunitas",
    "keagamaan",
    "warganet",
    "asn",
    "umum",
]


def disabled(elsewhere: object, **counts: object) -> dict[str, object]:
    return {kelurahan: counts.get(kelurahan, elsewhere) for _, kelurahan in PLACES}


def plans(late: str = "", date: str = "2024-11-24") -> str:
    """Goods reach the TPS of every kelurahan on 24 Nov; those of `late` on `date`."""
    head = "kecamatan | kelurahan | tahap_distribusi | jumlah_tps_diterima | tanggal_rencana | kendala"
    lines = [
        f"{kec} | {kel} | pps_ke_tps | 0 | {date if kel == late else '2024-11-24'} | tidak_ada" for kec, kel in PLACES
    ]
    return "\n".join([head, *lines])


GOODS_HEAD = (
    "jenis_barang | jenis_pemilihan | satuan | kebutuhan | jumlah_diterima | jumlah_rusak |"
    " tanggal_terima | status_sortir"
)


def goods(boxes: int = 1102, templates: int = 330, ballots: int = 266461) -> str:
    return f"""
        {GOODS_HEAD}
        kotak_suara | keduanya | buah | {boxes} | 1102 | 0 | 6 Okt 2024 | selesai
        bilik_suara | keduanya | buah | 2204 | 2204 | 0 | 6 Okt 2024 | selesai
        surat_suara | pilgub | lembar | {ballots} | 266461 | 0 | 6 Okt 2024 | selesai
        alat_bantu_tunanetra | keduanya | lembar | 1102 | {templates} | 0 | 6 Okt 2024 | selesai
    """


def received(first: str = "10 M", second: str = "15 M", spent: str = "25 M") -> str:
    return f"""
        tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
        tahap_1 | 5 Feb 2024 | {first} | 4 M
        tahap_2 | 20 Jun 2024 | {second} | {spent}
    """


def paid(
    kpu_first: str = "5 Feb 2024",
    kpu_second: str = "20 Jun 2024",
    bawaslu: str = "6.900.000.000",
    kodim: str = "1,5 M",
    polres: str = "4 M",
) -> str:
    return f"""
        penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status
        kpu | tahap_1 | A1 | {kpu_first} | 10 M | cair
        kpu | tahap_2 | A2 | {kpu_second} | 15 M | cair
        bawaslu | tahap_1 | B1 | 7 Feb 2024 | {bawaslu} | cair
        polres | tahap_1 | D1 | 7 Feb 2024 | {polres} | cair
        kodim | tahap_1 | C1 | 7 Feb 2024 | {kodim} | cair
    """


NPHD = """
    penerima | nomor_nphd | tanggal_nphd | nilai_nphd | nilai_addendum
    kpu     | N1 | 17 Januari 2024 | 24 M | 1 M
    bawaslu | N2 | 24 Januari 2024 | 6,9 M |
    polres  | N3 | 14 Maret 2024 | 4 M |
    kodim   | N4 | 14 Maret 2024 | 1,5 M |
"""
BAWASLU_GRANT = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    tahap_1 | 7 Feb 2024 | 6,9 M | 6,9 M
"""
ASN_HEAD = (
    "kode_kasus | rumpun_jabatan | kode_bentuk | tanggal_kejadian | media | hasil | tanggal_diteruskan |"
    " tanggal_rekomendasi | rekomendasi"
)
CITY_ASN_HEAD = "kode_kasus | tanggal_terima_rekomendasi | pelaksana | sanksi | status"
INCIDENT_HEAD = (
    "id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap | jenis_isu | aktor |"
    " tingkat | tindak_lanjut | penanggung_jawab | status | klasifikasi"
)
CASE_HEAD = (
    "id_penanganan | sumber | tanggal_diketahui | tanggal_diterima | kecamatan | kelurahan | tahap |"
    " jenis_pelanggaran | pokok_dugaan | status"
)
RISK_HEAD = "kecamatan | kelurahan | kode_indikator | jumlah_tps_rawan | tingkat | status_mitigasi"


def asn(code: str, outcome: str = "terbukti", forwarded: str = "", recommended: str = "", advice: str = "") -> str:
    steps = f"{outcome} | {forwarded} | {recommended} | {advice}"
    return f"{code} | pelaksana | D6 | 3 Okt 2024 | langsung | {steps}"


def incident(code: str, day: str, place: str, level: str = "sedang", kind: str = "biasa") -> str:
    what = f"{code} | {day} | {day} | {place} | kampanye | unjuk_rasa | ormas | {level}"
    return f"{what} | Dialog | polres | ditangani | {kind}"


def case(code: str, day: str, place: str) -> str:
    return f"{code} | temuan | {day} | {day} | {place} | kampanye | administrasi | apk | kajian_awal"


def events(*lines: str) -> str:
    return "\n".join([EVENT_HEAD, *lines])


def held(day: str, place: str, segment: str = "umum", status: str = "terlaksana") -> str:
    return f"{day} | {place} | Temu warga | tatap_muka | {segment} | 20 | {status}"


def everywhere(day: str = "2024-11-01") -> str:
    lines = [held(day, " | ".join(place), SEGMENTS[n % len(SEGMENTS)]) for n, place in enumerate(PLACES)]
    return events(*lines)


def one_per_kecamatan(code: str, count: int) -> list[str]:
    return [f"{kecamatan} | {kelurahan} | {code} | {count} | sedang | belum" for kecamatan, kelurahan in FIRST.items()]


@pytest.fixture(scope="module")
def agree(tmp_path_factory):
    """Everybody says the same."""
    return given(
        tmp_path_factory.mktemp("sama"),
        AGREE_ON,
        {
            "kpu/pemilih_tps": voters(pemilih_disabilitas=disabled(0, **dict.fromkeys(FIRST.values(), 9))),
            "kpu/logistik_gudang": goods(templates=63),
            "kpu/distribusi": plans(),
            "kpu/hibah": received(),
            "kpu/sosialisasi": everywhere(),
            "bawaslu/hibah": BAWASLU_GRANT,
            "bawaslu/tps_rawan": "\n".join(
                [RISK_HEAD, *one_per_kecamatan("1.5", 9), "Baros | Baros | 7.3 | 2 | sedang | belum"]
            ),
            "bawaslu/pencegahan": events(held("2024-11-02", "Cikole | Cikole")),
            "bawaslu/netralitas_asn": "\n".join(
                [
                    ASN_HEAD,
                    asn("ASN-01", forwarded="11 Okt 2024", recommended="21 Okt 2024", advice="disiplin_berat"),
                    asn("ASN-02", outcome="dicabut", forwarded="11 Okt 2024"),
                ]
            ),
            "bawaslu/penanganan": "\n".join([CASE_HEAD, case("BWS-1", "2024-11-01", "Baros | Baros")]),
            "kesbangpol/pendidikan_politik": events(held("2024-11-03", "Cikole | Cikole")),
            "kesbangpol/kejadian": "\n".join([INCIDENT_HEAD, incident("KBP-1", "2024-11-05", "Baros | Baros")]),
            "kesbangpol/tindak_lanjut_asn": "\n".join(
                [
                    CITY_ASN_HEAD,
                    "asn-01 | 23 Okt 2024 | bkpsdm | disiplin_berat | selesai",
                    "ASN-02 | | bkpsdm | belum | belum",
                ]
            ),
            "bpkpd/nphd": NPHD,
            "bpkpd/pencairan": paid(),
        },
    )


@pytest.fixture(scope="module")
def differ(tmp_path_factory):
    """Everybody says something else; SP2D of 28 Oct are 7 days old, those of 27 Oct 8 days."""
    return given(
        tmp_path_factory.mktemp("beda"),
        "2024-11-04",
        {
            "kpu/pemilih_tps": voters(
                jumlah_tps={"Cikole": 100},
                dpt_laki_laki={"Selabatu": 270},
                pemilih_disabilitas=disabled(10, Sriwidari=4),
            ),
            "kpu/logistik_gudang": goods(boxes=1116, ballots=266717),
            "kpu/distribusi": plans("Babakan", "2024-11-25"),
            "kpu/hibah": received("9,9 M", "14,8 M", "24.700.000.001"),
            "kpu/sosialisasi": events(
                held("2024-10-05", "Cikole | Cikole"),
                held("2024-10-04", "Cikole | Selabatu", "muda"),
                held("2024-11-05", "Cikole | Kebonjati", "asn"),
                held("2024-11-10", "Baros | Baros", status="rencana"),
                held("2024-11-12", "Se-Kota | Se-Kota", status="rencana"),
                held("2024-11-14", "Baros | Baros", status="batal"),
            ),
            "bawaslu/hibah": BAWASLU_GRANT,
            "bawaslu/pencegahan": events(
                held("2024-11-10", "Baros | Baros", status="rencana"),
                held("2024-11-12", "Se-Kota | Se-Kota", status="rencana"),
                held("2024-11-14", "Baros | Baros", status="rencana"),
            ),
            "bawaslu/tps_rawan": "\n".join(
                [
                    RISK_HEAD,
                    *one_per_kecamatan("1.5", 3),
                    "Cibeureum | Babakan | 7.3 | 41 | tinggi | belum",
                    "Cibeureum | Sindangpalay | 7.3 | 2 | sedang | belum",
                    "Baros | Baros | 7.3 | 0 | rendah | belum",
                ]
            ),
            "bawaslu/netralitas_asn": "\n".join(
                [
                    ASN_HEAD,
                    asn("ASN-01", forwarded="11 Okt 2024", recommended="21 Okt 2024", advice="disiplin_berat"),
                    asn("ASN-02", forwarded="28 Okt 2024", recommended="5 Nov 2024", advice="disiplin_berat"),
                    asn("ASN-03", outcome="dicabut"),
                ]
            ),
            "bawaslu/penanganan": "\n".join(
                [
                    CASE_HEAD,
                    case("BWS-1", "2024-10-28", "Baros | Baros"),
                    case("BWS-2", "2024-10-27", "Baros | Baros"),
                    case("BWS-3", "2024-10-31", "Cikole | Cikole"),
                    case("BWS-4", "2024-10-31", "Cikole | "),
                    case("BWS-5", "2024-10-31", "Se-Kota | "),
                    case("BWS-6", "2024-11-03", "Baros | Baros"),
                ]
            ),
            "kesbangpol/kejadian": "\n".join(
                [
                    INCIDENT_HEAD,
                    incident("KBP-1", "2024-10-31", "Baros | Baros"),
                    incident("KBP-2", "2024-10-31", "Cikole | Selabatu"),
                    incident("KBP-3", "2024-10-31", "Baros | Baros", kind="terbatas"),
                    incident("KBP-4", "2024-10-31", "Baros | Baros", kind="rahasia"),
                    incident("KBP-5", "2024-10-30", "Cibeureum | Babakan", level="tinggi"),
                ]
            ),
            "kesbangpol/tindak_lanjut_asn": "\n".join(
                [
                    CITY_ASN_HEAD,
                    "ASN-04 | | bkpsdm | belum | belum",
                    "ASN-05 | | bkpsdm | belum | belum",
                ]
            ),
            "bpkpd/nphd": NPHD,
            "bpkpd/pencairan": paid("2024-10-28", "2024-10-27", "2.760.000.000", "0,75 M", "4.000.000.001"),
        },
    )


@pytest.fixture(scope="module")
def silent(tmp_path_factory):
    """The day after the TPS survey; one side of every pair is missing."""
    return given(
        tmp_path_factory.mktemp("sunyi"),
        "2024-11-16",
        {
            "kpu/pemilih_tps": voters(pemilih_disabilitas=disabled(10)),
            "kpu/hibah": received(),
            "kpu/logistik_gudang": "jenis_barang | jenis_pemilihan\nnihil | ",
            "bawaslu/netralitas_asn": "\n".join([ASN_HEAD, asn("ASN-01", forwarded="11 Okt 2024")]),
            "bawaslu/penanganan": "\n".join([CASE_HEAD, case("BWS-1", "2024-11-01", "Baros | Baros")]),
            "bpkpd/nphd": NPHD,
        },
    )


@pytest.fixture(scope="module")
def unread(tmp_path_factory):
    """As when all agree, but some cells cannot be read; before the TPS survey ends."""
    return given(
        tmp_path_factory.mktemp("rusak"),
        "2024-11-15",
        {
            "kpu/pemilih_tps": voters(pemilih_disabilitas=disabled(10)),
            "kpu/distribusi": plans(),
            "kpu/hibah": received(spent="sekitar 5 M"),
            "kpu/logistik_gudang": goods()
            + "tinta | keduanya | botol | 1102 (seribu) | 1102 | 0 | 6 Okt 2024 | selesai",
            "kpu/sosialisasi": everywhere(),
            "bawaslu/hibah": BAWASLU_GRANT,
            "bawaslu/netralitas_asn": f"{ASN_HEAD}\nnihil",
            "kesbangpol/tindak_lanjut_asn": CITY_ASN_HEAD,
            "kesbangpol/kejadian": "\n".join([INCIDENT_HEAD, incident("KBP-1", "2024-11-05", "Baros | Baros")]),
            "bpkpd/nphd": NPHD.replace("24 M | 1 M", "25 M | tunggu"),
            "bpkpd/pencairan": paid(kodim="idem"),
        },
    )


def told(snapshot, code: str, key: str) -> dict:
    [row] = rows(snapshot, "rekonsiliasi/rekonsiliasi", kode=code, kunci=key)
    return row


def statuses(snapshot, code: str) -> dict[str, str]:
    return {row["kunci"]: row["status"] for row in rows(snapshot, "rekonsiliasi/rekonsiliasi", kode=code)}


def test_columns_are_those_of_the_house_and_every_sentence_ends_once(agree, differ, silent, unread):
    for snapshot in (agree, differ, silent, unread):
        answer = snapshot.ask("rekonsiliasi/rekonsiliasi")
        assert list(answer.columns) == COLUMNS
        for row in answer.to_dict("records"):
            assert not row["kalimat"][0].islower() and row["kalimat"].endswith(".") and ".." not in row["kalimat"]
            assert row["kiri"] and row["kanan"] and row["kunci"]


@pytest.mark.parametrize("agenda", ["logistik", "risiko", "partisipasi", "netralitas", "stabilitas"])
def test_each_page_shows_its_own_comparisons_the_most_urgent_first(differ, agenda):
    codes = {
        "logistik": {"R1", "R2", "R3", "R4", "R5", "R6", "R13"},
        "risiko": {"R9", "R11"},  # R8 is shown as the priority list
        "partisipasi": {"R10"},
        "netralitas": {"R7"},
        "stabilitas": {"R12"},
    }
    shown = rows(differ, f"{agenda}/rekonsiliasi")
    order = ["merah", "kuning", "belum_dilaporkan", "hijau", "belum_waktunya"]
    assert {row["kode"] for row in shown} == codes[agenda]
    assert [order.index(row["status"]) for row in shown] == sorted(order.index(row["status"]) for row in shown)


@pytest.mark.parametrize("code", ["R1", "R2", "R3", "R4", "R5", "R7", "R9", "R13"])
def test_equal_numbers_of_complete_tabs_are_green(agree, code):
    found = statuses(agree, code)
    assert found and set(found.values()) == {"hijau"}


# R1, R2: SP2D against what arrived


def test_a_stage_names_both_numbers_and_their_owners(differ):
    row = told(differ, "R1", "Hibah KPU tahap 2")
    assert (row["nilai_kiri"], row["nilai_kanan"], row["selisih"]) == (15e9, 14.8e9, 2e8)
    assert row["kalimat"] == (
        "Tahap 2: BPKPD mencatat cair Rp15,0 miliar, KPU mencatat diterima Rp14,8 miliar; selisih Rp0,2 miliar."
    )


def test_a_difference_is_yellow_while_the_stages_newest_sp2d_is_seven_days_old_and_red_on_the_eighth(differ):
    assert statuses(differ, "R1") == {"Hibah KPU tahap 1": "kuning", "Hibah KPU tahap 2": "merah"}
    assert statuses(differ, "R2") == {"Hibah Bawaslu tahap 1": "merah"}


def test_a_side_that_is_missing_leaves_the_comparison_open(silent):
    row = told(silent, "R1", "Hibah KPU tahap 2")
    assert (row["nilai_kiri"], row["nilai_kanan"], row["selisih"], row["status"]) == (
        None,
        15e9,
        None,
        "belum_dilaporkan",
    )
    assert "catatan cair BPKPD belum dilaporkan" in row["kalimat"]
    assert statuses(silent, "R2") == {"Hibah Bawaslu tahap 1": "belum_dilaporkan"}


def test_equal_numbers_are_yellow_while_a_row_of_the_tab_is_not_read(unread):
    row = told(unread, "R2", "Hibah Bawaslu tahap 1")
    assert (row["selisih"], row["status"]) == (0, "kuning")
    assert row["kalimat"].endswith("; datanya belum lengkap.")


# R3: the grant agreement against what was paid


def test_what_is_unpaid_after_the_deadline_is_red_and_counts_its_days(differ):
    row = told(differ, "R3", "Hibah Bawaslu menurut NPHD")
    assert (row["nilai_kiri"], row["nilai_kanan"], row["status"]) == (6.9e9, 2.76e9, "merah")
    assert "lewat 130 hari dari batas 27 Juni" in row["kalimat"]


def test_police_and_army_are_not_coloured_by_the_deadline_but_overpayment_is_red_for_all(differ):
    assert statuses(differ, "R3")["Hibah Kodim menurut NPHD"] == "belum_waktunya"
    assert statuses(differ, "R3")["Hibah Polres menurut NPHD"] == "merah"


def test_an_agreement_without_a_payment_tab_is_not_reported(silent):
    assert set(statuses(silent, "R3").values()) == {"belum_dilaporkan"}


@pytest.mark.parametrize(("date", "status"), [("2024-06-27", "belum_waktunya"), ("2024-06-28", "merah")])
def test_what_is_unpaid_is_late_from_the_day_after_27_june(tmp_path, date, status):
    snapshot = given(tmp_path, date, {"bpkpd/nphd": NPHD, "bpkpd/pencairan": paid("5 Feb 2024", "20 Jun 2024", "1 M")})
    row = told(snapshot, "R3", "Hibah Bawaslu menurut NPHD")
    assert row["status"] == status
    assert ("batasnya 27 Juni" if status == "belum_waktunya" else "lewat 1 hari") in row["kalimat"]


# R4: spending against what arrived


def test_spending_as_much_as_arrived_is_fine_and_one_rupiah_more_is_red(agree, differ):
    assert told(agree, "R4", "Belanja hibah KPU")["selisih"] == 0
    row = told(differ, "R4", "Belanja hibah KPU")
    assert (row["nilai_kiri"], row["nilai_kanan"], row["selisih"], row["status"]) == (
        24_700_000_001,
        24.7e9,
        1,
        "merah",
    )


def test_cumulative_spending_is_the_largest_never_the_sum_and_an_unread_one_is_not_green(unread):
    row = told(unread, "R4", "Belanja hibah KPU")
    assert (row["nilai_kiri"], row["nilai_kanan"], row["status"]) == (4e9, 25e9, "kuning")
    assert statuses(unread, "R4")["Belanja hibah Bawaslu"] == "hijau"


# R5, R13: the region's reference


def test_tps_are_held_against_the_reference_of_the_city_and_of_each_kecamatan(differ):
    city = told(differ, "R5", "Se-Kota")
    assert (city["nilai_kiri"], city["nilai_kanan"], city["selisih"], city["status"]) == (
        550,
        551,
        -1,
        "merah",
    )
    assert statuses(differ, "R5")["Cikole"] == "merah"
    assert statuses(differ, "R5")["Baros"] == "hijau"
    assert (
        told(differ, "R5", "Cikole")["kalimat"]
        == "Kecamatan Cikole: KPU mencatat 105 TPS, acuannya 106; selisih 1 TPS."
    )


def test_dpt_is_held_against_the_reference(differ):
    row = told(differ, "R13", "DPT")
    assert (row["nilai_kiri"], row["nilai_kanan"], row["selisih"], row["status"]) == (
        259960,
        259961,
        -1,
        "merah",
    )


# R6: typed need against computed need


def test_typed_need_is_held_against_the_computed_need(agree, differ):
    assert statuses(agree, "R6")["Kotak suara"] == "hijau"
    box = told(differ, "R6", "Kotak suara")
    assert (box["nilai_kiri"], box["nilai_kanan"], box["status"]) == (
        1116,
        2 * told(differ, "R5", "Se-Kota")["nilai_kiri"],
        "merah",
    )
    ballot = told(differ, "R6", "Surat suara pilgub")
    assert (ballot["nilai_kiri"], ballot["nilai_kanan"], ballot["satuan"]) == (266717, 266459, "lembar")


def test_an_expected_item_without_a_row_is_not_reported_and_one_without_a_formula_has_no_comparison(agree):
    found = statuses(agree, "R6")
    assert found["Tinta"] == "belum_dilaporkan"
    assert "Alat bantu tunanetra" not in found


def test_an_unread_need_is_missing_and_takes_nothing_from_other_items(unread):
    assert statuses(unread, "R6")["Tinta"] == "belum_dilaporkan"
    assert statuses(unread, "R6")["Kotak suara"] == "hijau"


# R7: civil servants' cases


def test_a_code_written_in_another_case_is_the_same_case(agree):
    assert told(agree, "R7", "Kasus dicatat")["selisih"] == 0


def test_cases_differ_between_the_three_agencies(differ):
    known, forwarded, advised = (
        told(differ, "R7", key) for key in ("Kasus dicatat", "Diteruskan ke BKN", "Rekomendasi BKN")
    )
    assert (known["nilai_kiri"], known["nilai_kanan"], known["status"]) == (3, 2, "kuning")
    assert "dua kasus hanya dicatat Pemkot dan tiga kasus hanya dicatat Bawaslu" in known["kalimat"]
    # A recommendation dated tomorrow has not happened.
    assert (forwarded["nilai_kiri"], forwarded["nilai_kanan"], forwarded["status"]) == (2, 1, "kuning")
    assert (advised["nilai_kiri"], advised["nilai_kanan"], advised["status"]) == (1, 0, "kuning")
    assert (known["berjalan"], forwarded["berjalan"], advised["berjalan"]) == (False, True, True)
    assert "belum mencatat tindak lanjutnya" in advised["kalimat"]


def test_a_missing_tab_is_not_reported_but_an_empty_one_counts_as_no_follow_up(silent, unread):
    assert set(statuses(silent, "R7").values()) == {"belum_dilaporkan", "kuning"}
    assert statuses(silent, "R7")["Rekomendasi BKN"] == "belum_dilaporkan"
    assert statuses(unread, "R7") == {
        "Kasus dicatat": "belum_dilaporkan",
        "Diteruskan ke BKN": "hijau",
        "Rekomendasi BKN": "hijau",
    }


# R8, R9: kelurahan that come first


def test_kelurahan_that_come_first_are_named_with_their_score_and_reason(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        {
            "bawaslu/tps_rawan": "\n".join(
                [
                    RISK_HEAD,
                    "Cibeureum | Babakan | 7.3 | 3 | tinggi | belum",
                    "Baros | Baros | 7.3 | 1 | tinggi | belum",
                ]
            ),
            "kesbangpol/kejadian": "\n".join(
                [INCIDENT_HEAD, incident("KBP-5", "2024-10-30", "Cibeureum | Babakan", level="tinggi")]
            ),
        },
    )
    [row] = rows(snapshot, "rekonsiliasi/rekonsiliasi", kode="R8")
    assert (row["kunci"], row["nilai_kiri"], row["nilai_kanan"], row["status"]) == ("Babakan", 2, 2, "kuning")
    assert "KBP-5" in row["kalimat"] and "Babakan" in row["kalimat"]
    [planned, other] = [told(snapshot, "R9", key) for key in ("Babakan", "Baros")]
    assert planned["status"] == other["status"] == "belum_dilaporkan"


def test_priority_is_open_while_nothing_it_needs_is_reported(silent):
    assert statuses(silent, "R8") == {"Se-Kota": "belum_dilaporkan"}


def test_goods_for_a_disaster_area_later_than_the_earliest_of_the_others_are_yellow(differ):
    assert statuses(differ, "R9") == {"Babakan": "kuning", "Sindangpalay": "hijau"}
    row = told(differ, "R9", "Babakan")
    assert (row["nilai_kiri"], row["nilai_kanan"], row["selisih"]) == (2, 3, -1)
    assert "25 November" in row["kalimat"] and "24 November" in row["kalimat"]


def test_disaster_areas_are_not_due_until_the_survey_has_ended(silent, unread):
    assert statuses(unread, "R9") == {"Se-Kota": "belum_waktunya"}
    assert statuses(silent, "R9") == {"Se-Kota": "belum_dilaporkan"}


# R10: reach, and events held twice


def test_reach_counts_held_events_of_the_last_thirty_days_and_any_date_for_segments(differ):
    places, segments = told(differ, "R10", "Kelurahan terjangkau"), told(differ, "R10", "Segmen terjangkau")
    assert (places["nilai_kiri"], places["nilai_kanan"], places["selisih"], places["status"]) == (
        33,
        1,
        32,
        "kuning",
    )
    assert (segments["nilai_kanan"], segments["status"]) == (2, "kuning")


def test_events_held_twice_leave_out_the_cancelled_and_the_citywide(differ):
    assert set(statuses(differ, "R10")) == {"Kelurahan terjangkau", "Segmen terjangkau", "Baros, 10 Nov"}
    row = told(differ, "R10", "Baros, 10 Nov")
    assert (row["kiri"], row["kanan"], row["status"]) == ("KPU: kegiatan", "Bawaslu: kegiatan", "kuning")


def test_full_reach_is_green_only_when_all_three_agencies_reported(agree, unread, silent):
    assert statuses(agree, "R10") == {"Kelurahan terjangkau": "hijau", "Segmen terjangkau": "hijau"}
    assert statuses(unread, "R10") == {"Kelurahan terjangkau": "kuning", "Segmen terjangkau": "kuning"}
    assert set(statuses(silent, "R10").values()) == {"belum_dilaporkan"}


# R11: disabled voters


def test_disabled_voters_are_compared_by_kecamatan_and_with_the_templates_in_store(agree, differ):
    assert len(statuses(agree, "R11")) == 8 and set(statuses(agree, "R11").values()) == {"hijau"}
    row = told(differ, "R11", "Pemilih disabilitas Kecamatan Cikole")
    assert (row["nilai_kiri"], row["nilai_kanan"], row["status"]) == (60, 3, "kuning")
    assert told(differ, "R11", "Alat bantu tunanetra")["nilai_kanan"] == 330


def test_no_kelurahan_and_no_small_number_of_disabled_voters_is_shown(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        {
            "kpu/pemilih_tps": voters(pemilih_disabilitas=disabled("", Sriwidari=4, Cikole=5)),
            "bawaslu/tps_rawan": "\n".join([RISK_HEAD, *one_per_kecamatan("1.5", 3)]).replace(
                "Baros | Baros | 1.5 | 3", "Baros | Baros | 1.5 | sekitar 3"
            ),
        },
    )
    hidden = told(snapshot, "R11", "Pemilih disabilitas Kecamatan Gunung Puyuh")
    assert (hidden["nilai_kiri"], hidden["selisih"], hidden["status"]) == (None, None, "kuning")
    assert "kurang dari lima" in hidden["kalimat"] and "4" not in hidden["kalimat"]
    assert told(snapshot, "R11", "Pemilih disabilitas Kecamatan Cikole")["nilai_kiri"] == 5
    # The city's number less the others would give the hidden one away.
    city = told(snapshot, "R11", "Alat bantu tunanetra")
    assert city["nilai_kiri"] is None and "9" not in city["kalimat"]
    # Neither a blank nor an unread cell is a zero.
    open_one = told(snapshot, "R11", "Pemilih disabilitas Kecamatan Baros")
    assert (open_one["nilai_kiri"], open_one["nilai_kanan"], open_one["status"]) == (
        None,
        None,
        "belum_dilaporkan",
    )


def test_the_survey_of_disabled_voters_is_not_due_until_it_has_ended(silent, unread):
    assert statuses(unread, "R11")["Pemilih disabilitas se-Kota"] == "belum_waktunya"
    assert statuses(silent, "R11")["Pemilih disabilitas se-Kota"] == "belum_dilaporkan"


# R12: incidents near a case


def test_incidents_near_a_case_are_hinted_at_within_three_days_in_the_same_place(differ):
    assert statuses(differ, "R12") == {
        "KBP-1 dan BWS-1": "kuning",
        "KBP-1 dan BWS-6": "kuning",
        "KBP-2 dan BWS-4": "kuning",
    }
    assert "keduanya di Baros" in told(differ, "R12", "KBP-1 dan BWS-1")["kalimat"]
    assert "keduanya di Kecamatan Cikole" in told(differ, "R12", "KBP-2 dan BWS-4")["kalimat"]


def test_a_restricted_incident_or_one_of_unread_class_is_never_shown(differ):
    everything = str(differ.ask("rekonsiliasi/rekonsiliasi").to_dict("records"))
    assert "KBP-3" not in everything and "KBP-4" not in everything


def test_no_incident_near_is_no_row_and_a_missing_tab_is_not_reported(agree, silent):
    assert statuses(agree, "R12") == {}
    assert statuses(silent, "R12") == {"Se-Kota": "belum_dilaporkan"}
    assert "Kesbangpol" in told(silent, "R12", "Se-Kota")["kalimat"]
