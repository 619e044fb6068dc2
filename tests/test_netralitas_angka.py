"""Netralitas ASN: given sheets, expect indicators, lanes and decisions, at every border and due date."""

import pytest

from tests.given import given, indicator, numbers_of, rows

#: All numbers of the page, where more than one of them or what it asks to be decided is looked at.
PAGE = numbers_of("netralitas")
CASE_HEAD = (
    "kode_kasus | id_penanganan | rumpun_jabatan | kode_bentuk | tanggal_kejadian | media | hasil |"
    " tanggal_diteruskan | tanggal_rekomendasi | rekomendasi"
)
FOLLOW_HEAD = "kode_kasus | tanggal_terima_rekomendasi | pelaksana | sanksi | tanggal_sanksi | status"
PACT_HEAD = "perangkat_daerah | jumlah_asn | jumlah_tanda_tangan"
RECOMMENDED = (
    "ASN-01 | | pelaksana | D6 | 3 Okt 2024 | media sosial | terbukti | 11 Okt 2024 | 21 Okt 2024 | disiplin berat"
)
FORWARDED = "ASN-02 | | guru_nakes | D7 | 17 Okt 2024 | langsung | terbukti | 28 Okt 2024 | |"
WITHDRAWN = "ASN-03 | BWS-2024-005 | fungsional | E4 | 18 Sep 2024 | media sosial | dicabut | | |"
ON_RECOMMENDATIONS = (
    "rekomendasi_belum_dieksekusi",
    "rekomendasi_lewat_14_hari_kerja",
    "kasus_tanpa_tindak_lanjut",
)
WAITING = "ASN-01 | 23 Okt 2024 | bkpsdm | belum | | belum"


def tab(head: str, *lines: str) -> str:
    return "\n".join([head, *lines])


def cases(*lines: str) -> dict[str, str]:
    return {"bawaslu/netralitas_asn": tab(CASE_HEAD, *lines)}


def follow_ups(*lines: str) -> dict[str, str]:
    return {"kesbangpol/tindak_lanjut_asn": tab(FOLLOW_HEAD, *lines)}


def pacts(*lines: str) -> dict[str, str]:
    return {"kesbangpol/pakta_integritas": tab(PACT_HEAD, *lines)}


def steps(snapshot, code: str) -> list[tuple[str, str]]:
    [lane] = rows(snapshot, "netralitas/alur", kode=code)
    return [(step["keadaan"], step["teks"]) for step in lane["langkah"]]


# Cases by Bawaslu's count


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """One snapshot for what needs no sheet of its own: thresholds and working days."""
    return given(tmp_path_factory.mktemp("ambang"), "2024-11-04", cases(RECOMMENDED))


@pytest.mark.parametrize(
    ("code", "value", "status"),
    [
        ("kasus_asn", 0, "hijau"),
        ("kasus_asn", 1, "kuning"),
        ("kasus_asn", 2, "kuning"),
        ("kasus_asn", 3, "merah"),
        ("rekomendasi_lewat_14_hari_kerja", 0, "hijau"),
        ("rekomendasi_lewat_14_hari_kerja", 1, "merah"),
        ("kasus_tanpa_tindak_lanjut", 0, "hijau"),
        ("kasus_tanpa_tindak_lanjut", 1, "merah"),
        ("pakta_integritas_persen", 99, "hijau"),
        ("pakta_integritas_persen", 98.99, "kuning"),
        ("pakta_integritas_persen", 90, "kuning"),
        ("pakta_integritas_persen", 89.99, "merah"),
    ],
)
def test_statuses_change_at_their_borders(snapshot, code, value, status):
    answer = snapshot.select("select status_indikator($kode, $nilai) as status", kode=code, nilai=value)
    assert answer["status"][0] == status


def test_cases_are_counted_without_those_withdrawn(tmp_path):
    lines = [f"ASN-1{n} | | pelaksana | D6 | 3 Okt 2024 | langsung | proses | | |" for n in range(3)]
    found = indicator(given(tmp_path, "2024-11-04", cases(*lines, WITHDRAWN)), "kasus_asn")
    assert (found["nilai"], found["status"]) == (3, "merah")
    assert found["kalimat"] == "Bawaslu menangani tiga kasus netralitas ASN; satu lagi dicabut."


def test_a_case_whose_result_was_not_read_is_held_out_and_keeps_from_green(tmp_path):
    unread = "ASN-04 | | pelaksana | D6 | 3 Okt 2024 | langsung | entah | | |"
    found = indicator(given(tmp_path, "2024-11-04", cases(WITHDRAWN, unread)), "kasus_asn")
    assert (found["nilai"], found["status"], found["terhitung"], found["dikecualikan"]) == (0, "kuning", 1, 1)


def test_nihil_means_no_cases_and_is_green(tmp_path):
    sheets = cases("nihil") | follow_ups("nihil") | pacts("Dinas A | 10 | 10")
    snapshot = given(tmp_path, "2024-11-04", sheets, numbers=PAGE)
    for code in ("kasus_asn", *ON_RECOMMENDATIONS):
        assert (indicator(snapshot, code)["nilai"], indicator(snapshot, code)["status"]) == (0, "hijau")
    assert rows(snapshot, "netralitas/alur") == []
    assert rows(snapshot, "netralitas/perlu_diputuskan") == []


@pytest.mark.parametrize("sheets", [follow_ups(WAITING), cases() | follow_ups(WAITING)])
def test_a_missing_or_empty_list_of_cases_is_not_reported(tmp_path, sheets):
    snapshot = given(tmp_path, "2024-11-04", sheets, numbers=PAGE)
    for code in ("kasus_asn", "rekomendasi_belum_dieksekusi", "kasus_tanpa_tindak_lanjut"):
        assert (indicator(snapshot, code)["nilai"], indicator(snapshot, code)["status"]) == (
            None,
            "belum_dilaporkan",
        )
    # Without Bawaslu's list nobody can say that a case is not on it.
    assert rows(snapshot, "netralitas/perlu_diputuskan") == []
    counts = {row["pemilik"]: row["nilai"] for row in rows(snapshot, "netralitas/tiga_angka")}
    assert counts == {"Pemkot": 1, "Bawaslu": None, "BKN": None}


def test_three_agencies_keep_their_three_numbers(tmp_path):
    extra = [f"ASN-0{n} | | inspektorat | belum | | proses" for n in (2, 3, 4, 5)]
    snapshot = given(tmp_path, "2024-11-04", cases(RECOMMENDED, FORWARDED, WITHDRAWN) | follow_ups(WAITING, *extra))
    answer = [(row["pemilik"], row["nilai"], row["keterangan"]) for row in rows(snapshot, "netralitas/tiga_angka")]
    assert answer == [
        ("Pemkot", 5, "dicatat Kesbangpol; dua belum ada di Bawaslu"),
        ("Bawaslu", 2, "yang ditangani; satu lagi dicabut"),
        ("BKN", 1, "yang direkomendasikan (catatan Bawaslu)"),
    ]
    said = indicator(snapshot, "kasus_asn")["kalimat"]
    assert said == "Pemkot mencatat 5 kasus netralitas ASN, Bawaslu menangani 2."


# Recommendations and working days


@pytest.mark.parametrize(
    ("date", "today", "days"),
    [
        ("2024-10-21", "2024-10-21", 0),
        ("2024-10-18", "2024-10-20", 0),  # Friday to Sunday
        ("2024-10-18", "2024-10-21", 1),
        ("2024-10-21", "2024-11-08", 14),
        ("2024-10-21", "2024-11-10", 14),  # Sunday
        ("2024-10-21", "2024-11-11", 15),
        ("2024-11-26", "2024-11-27", 0),  # voting day is a holiday
        ("2024-12-24", "2024-12-26", 0),  # 25 Dec a holiday, 26 Dec cuti bersama
        ("2024-12-09", "2024-12-31", 14),
        ("2024-12-09", "2025-01-01", 14),
        ("2024-12-09", "2025-01-02", 15),
        ("2025-03-14", "2025-04-14", 14),  # the cuti bersama around Nyepi and Idulfitri
        ("2025-03-14", "2025-04-15", 15),
    ],
)
def test_working_days_leave_out_weekends_holidays_and_cuti_bersama(snapshot, date, today, days):
    answer = snapshot.select(f"select hari_kerja(date '{date}', date '{today}') as hari")
    assert answer["hari"][0] == days


@pytest.mark.parametrize(
    ("date", "today", "status", "due", "said"),
    [
        ("21 Okt 2024", "2024-11-04", "kuning", "batas 8 Nov", "batas 8 Nov, sisa 4 hari kerja"),
        ("21 Okt 2024", "2024-11-08", "kuning", "batas 8 Nov", "batas 8 Nov, hari ini"),
        (
            "21 Okt 2024",
            "2024-11-11",
            "merah",
            "batas 8 Nov, lewat 1 hari kerja",
            "batas 8 Nov, lewat 1 hari kerja",
        ),
        (
            "9 Des 2024",
            "2025-01-01",
            "kuning",
            "batas 31 Des 2024",
            "batas 31 Des 2024, hari ini",
        ),  # 1 Jan is a holiday
        (
            "9 Des 2024",
            "2025-01-02",
            "merah",
            "batas 31 Des 2024, lewat 1 hari kerja",
            "batas 31 Des 2024, lewat 1 hari kerja",
        ),
    ],
)
def test_day_14_is_in_time_and_day_15_is_late(tmp_path, date, today, status, due, said):
    snapshot = given(
        tmp_path, today, cases(RECOMMENDED.replace("21 Okt 2024", date)) | follow_ups(WAITING), numbers=PAGE
    )
    waiting, overdue, _ = (indicator(snapshot, code) for code in ON_RECOMMENDATIONS)
    assert (waiting["nilai"], waiting["status"]) == (1, status)
    assert (overdue["nilai"], overdue["status"]) == ((1, "merah") if status == "merah" else (0, "hijau"))
    [row] = rows(snapshot, "netralitas/perlu_diputuskan")
    assert (row["status"], row["tenggat"]) == (status, due)
    assert row["uraian"] == "Laksanakan rekomendasi **ASN-01**: disiplin berat."
    assert (row["pemilik"], row["tempat"]) == (
        "PPK (pembina kepegawaian), melalui BKPSDM",
        "Tindak Lanjut ASN, baris 2",
    )
    until, _, left = said.partition(",")
    assert steps(snapshot, "ASN-01")[3] == ("tunggu", f"**{until}**,{left}")


def test_a_recommendation_waits_until_its_follow_up_is_finished(tmp_path):
    codes = ("ASN-01", "ASN-02", "ASN-03", "ASN-04", "ASN-05")
    sheets = cases(*(RECOMMENDED.replace("ASN-01", code) for code in codes)) | follow_ups(
        "ASN-01 | | bkpsdm | disiplin berat | 1 Nov 2024 | selesai",
        "asn -02 | | bkpsdm | disiplin berat | | selesai",  # case and blanks of a code do not matter
        "ASN-03 | | bkpsdm | disiplin berat | 5 Nov 2024 | selesai",  # later than today: not carried out yet
        "ASN-04 | | bkpsdm | belum | | proses",
    )
    snapshot = given(tmp_path, "2024-11-04", sheets)
    assert {row["kode"] for row in rows(snapshot, "netralitas/alur", menunggu="ppk")} == {
        "ASN-03",
        "ASN-04",
        "ASN-05",
    }
    assert indicator(snapshot, "rekomendasi_belum_dieksekusi")["nilai"] == 3
    missing = indicator(snapshot, "kasus_tanpa_tindak_lanjut")
    assert (missing["nilai"], missing["status"]) == (1, "merah")
    assert missing["kalimat"] == "ASN-05 sudah direkomendasikan BKN, belum dicatat Pemkot."
    assert steps(snapshot, "ASN-01")[3] == ("selesai", "disiplin berat, 1 Nov")


def test_an_empty_follow_up_tab_still_measures_absence_but_a_missing_one_does_not(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", cases(RECOMMENDED) | follow_ups(), numbers=PAGE)
    assert indicator(snapshot, "kasus_tanpa_tindak_lanjut")["nilai"] == 1
    assert indicator(snapshot, "rekomendasi_belum_dieksekusi")["status"] == "kuning"
    [row] = rows(snapshot, "netralitas/perlu_diputuskan")
    assert (row["status"], row["tempat"]) == ("merah", "Netralitas ASN, baris 2")
    gone = given(tmp_path / "tanpa", "2024-11-04", cases(RECOMMENDED), numbers=PAGE)
    assert indicator(gone, "kasus_tanpa_tindak_lanjut")["status"] == "belum_dilaporkan"


def test_an_acquittal_needs_no_execution(tmp_path):
    line = RECOMMENDED.replace("21 Okt 2024 | disiplin berat", "14 Okt 2024 | tidak terbukti")
    snapshot = given(tmp_path, "2024-11-25", cases(line) | follow_ups(), numbers=PAGE)
    for code in ON_RECOMMENDATIONS:
        assert (indicator(snapshot, code)["nilai"], indicator(snapshot, code)["status"]) == (0, "hijau")
    assert steps(snapshot, "ASN-01")[2:] == [("berhenti", "tidak terbukti, 14 Okt"), ("nihil", "")]


def test_later_dates_never_count(tmp_path):
    line = RECOMMENDED.replace("11 Okt 2024 | 21 Okt 2024", "5 Nov 2024 | 6 Nov 2024")
    snapshot = given(tmp_path, "2024-11-04", cases(line) | follow_ups())
    assert indicator(snapshot, "rekomendasi_belum_dieksekusi")["nilai"] == 0
    assert [state for state, _ in steps(snapshot, "ASN-01")] == ["selesai", "tunggu", "nihil", "nihil"]


@pytest.mark.parametrize(
    ("case", "follow_up"),
    [
        (RECOMMENDED.replace("21 Okt 2024", "kemarin"), WAITING),
        (RECOMMENDED.replace("disiplin berat", "berat sekali"), WAITING),
        (RECOMMENDED, "ASN-01 | | bkpsdm | belum | | entah"),
    ],
)
def test_an_unread_cell_accuses_nobody_and_is_never_green(tmp_path, case, follow_up):
    snapshot = given(tmp_path, "2024-11-25", cases(case, FORWARDED) | follow_ups(follow_up))
    found = indicator(snapshot, "rekomendasi_belum_dieksekusi")
    assert (found["nilai"], found["status"], found["dikecualikan"]) == (0, "kuning", 1)


def test_an_unread_sanction_date_does_not_hold_a_finished_follow_up_out(tmp_path):
    follow_up = "ASN-01 | | bkpsdm | disiplin berat | minggu lalu | selesai"
    snapshot = given(tmp_path, "2024-11-25", cases(RECOMMENDED) | follow_ups(follow_up))
    found = indicator(snapshot, "rekomendasi_belum_dieksekusi")
    assert (found["nilai"], found["status"]) == (0, "hijau")


def test_rows_of_one_code_that_differ_are_held_out(tmp_path):
    other = WITHDRAWN.replace("dicabut", "proses")
    found = indicator(given(tmp_path, "2024-11-04", cases(RECOMMENDED, WITHDRAWN, other)), "kasus_asn")
    assert (found["nilai"], found["terhitung"], found["dikecualikan"]) == (1, 1, 2)


# Lanes, lists and pattern


def test_each_lane_says_where_its_case_stands_and_who_is_waited_for(tmp_path):
    handling = tab(
        "id_penanganan | sumber | tanggal_diketahui | tanggal_diterima | tanggal_registrasi | kecamatan |"
        " tahap | jenis_pelanggaran | pokok_dugaan | status | tanggal_putusan",
        "BWS-2024-005 | laporan | 14 Okt 2024 | 17 Okt 2024 | 18 Okt 2024 | Cikole | kampanye |"
        " hukum_lainnya | netralitas_asn | dicabut | 23 Okt 2024",
    )
    new = "ASN-06 | | pengawas | D1 | 1 Nov 2024 | langsung | proses | | |"
    sheets = cases(FORWARDED, WITHDRAWN, new) | follow_ups("ASN-04 | | inspektorat | belum | | proses")
    snapshot = given(tmp_path, "2024-11-04", sheets | {"bawaslu/penanganan": handling})
    assert steps(snapshot, "ASN-02") == [
        ("selesai", "tercatat"),
        ("selesai", "28 Okt"),
        ("tunggu", "**menunggu 7 hari**"),
        ("nihil", ""),
    ]
    assert steps(snapshot, "ASN-03")[:2] == [("selesai", "18 Okt"), ("berhenti", "dicabut 23 Okt")]
    assert steps(snapshot, "ASN-04")[0] == ("luar", "belum tercatat")
    assert steps(snapshot, "ASN-06")[1] == ("tunggu", "**menunggu**")
    answer = [(row["kode"], row["keterangan"]) for row in rows(snapshot, "netralitas/alur")]
    assert answer[0] == ("ASN-02", "D7, guru/nakes, 17 Okt")
    assert answer[-1] == ("ASN-04", "Pemkot, Inspektorat")


def test_cases_that_only_the_city_knows_are_to_be_matched(tmp_path):
    extra = [f"ASN-0{n} | | inspektorat | belum | | proses" for n in (4, 5)]
    snapshot = given(tmp_path, "2024-11-04", cases(WITHDRAWN) | follow_ups(*extra))
    [row] = rows(snapshot, "netralitas/perlu_diputuskan")
    assert row["uraian"] == "Samakan daftar kasus: **ASN-04 dan ASN-05** belum ada di Bawaslu."
    assert (row["pemilik"], row["tenggat"]) == ("Kesbangpol dan Bawaslu", "usul tenggat 6 Nov")


def test_the_pattern_parts_deeds_at_the_day_on_which_candidates_were_set(tmp_path):
    lines = [
        "ASN-01 | | pelaksana | E2 | 21 Sep 2024 | media sosial | terbukti | | |",
        "ASN-02 | | pelaksana | D2 | 22 Sep 2024 | media sosial | terbukti | | |",
        "ASN-03 | | pelaksana | D2 | 23 Sep 2024 | langsung | dicabut | | |",
    ]
    snapshot = given(tmp_path, "2024-11-04", cases(*lines))
    counted = {(row["kelompok"], row["label"]): row["jumlah"] for row in rows(snapshot, "netralitas/pola")}
    assert counted[("Waktu perbuatan", "sebelum 22 Sep (etik)")] == 1
    assert counted[("Waktu perbuatan", "sejak 22 Sep (disiplin)")] == 2
    assert counted[("Media", "media sosial")] == 2
    assert counted[("Bentuk", "D2, kampanye di media sosial")] == 2
    [row] = rows(snapshot, "netralitas/pola_kalimat")
    assert row["kalimat"] == (
        "Perbuatan sebelum 22 Sep (etik): 1 kasus; sejak 22 Sep (disiplin): 2 kasus. Lewat media sosial: 2 dari 3."
    )


# Integrity pacts


def test_pacts_are_one_share_over_all_and_an_unread_row_is_left_out_of_both_sides(tmp_path):
    sheets = pacts("Dinas A | 300 | 300", "Dinas B | 100 | 90", "Dinas C | banyak | 7", "Dinas D | 50 |")
    snapshot = given(tmp_path, "2024-11-04", sheets, numbers=PAGE)
    found = indicator(snapshot, "pakta_integritas_persen")
    assert (found["nilai"], found["terhitung"], found["dikecualikan"]) == (97.5, 2, 2)
    answer = [(row["perangkat_daerah"], row["belum"]) for row in rows(snapshot, "netralitas/pakta")]
    assert answer == [("Dinas B", 10), ("Dinas C", None), ("Dinas D", None)]
    [row] = rows(snapshot, "netralitas/perlu_diputuskan")
    assert row["uraian"] == "**10 ASN** di 1 perangkat daerah belum menandatangani pakta."


def test_full_pacts_beside_an_unread_row_are_never_green(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", pacts("Dinas A | 300 | 300", "Dinas B | banyak | 7"))
    found = indicator(snapshot, "pakta_integritas_persen")
    assert (found["nilai"], found["status"]) == (100, "kuning")


def test_more_signatures_than_asn_hide_nobody_else_and_are_never_green(tmp_path):
    """One of the two numbers is wrong, and which one is not known."""
    snapshot = given(tmp_path, "2024-11-04", pacts("Dinas A | 100 | 90", "Dinas B | 74 | 900", "Dinas C | 100 | 100"))
    found = indicator(snapshot, "pakta_integritas_persen")
    assert (found["nilai"], found["status"]) == (95, "kuning")
    assert found["kalimat"] == "10 dari 200 ASN belum menandatangani pakta integritas."
    assert [(row["perangkat_daerah"], row["belum"]) for row in rows(snapshot, "netralitas/pakta")] == [
        ("Dinas A", 10), ("Dinas B", None)]  # fmt: skip
    full = given(tmp_path / "penuh", "2024-11-04", pacts("Dinas A | 100 | 100", "Dinas B | 74 | 75"))
    found = indicator(full, "pakta_integritas_persen")
    assert (found["nilai"], found["status"]) == (100, "kuning")
    assert found["kalimat"].endswith("; datanya belum lengkap.")
    edge = given(tmp_path / "tepat", "2024-11-04", pacts("Dinas A | 100 | 100", "Dinas B | 74 | 74"))
    assert indicator(edge, "pakta_integritas_persen")["status"] == "hijau"


def test_pacts_of_nobody_are_not_reported(tmp_path):
    found = indicator(given(tmp_path, "2024-11-04", pacts("Dinas A | 0 | 0")), "pakta_integritas_persen")
    assert (found["nilai"], found["status"]) == (None, "belum_dilaporkan")
