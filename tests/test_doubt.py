"""What is asked about keeps its numbers from green, until it is mended or whoever typed it says that it is right."""

import pytest

from tests.given import given, indicator, once, rows

TODAY = "2024-11-04"
PACT = "perangkat_daerah | jumlah_asn | jumlah_tanda_tangan | keterangan\n"
CASES = (
    "id_penanganan | sumber | tanggal_diketahui | tanggal_diterima | kecamatan | tahap | jenis_pelanggaran |"
    " pokok_dugaan | status | tanggal_putusan | keterangan\n"
)
SUPPORT = (
    "jenis_dukungan | penerima_manfaat | kecamatan | jumlah_dibutuhkan | jumlah_tersedia | kondisi | perangkat_daerah |"
    " target_siap | tanggal_data | keterangan\n"
)
NPHD = "penerima | nomor_nphd | tanggal_nphd | nilai_nphd | keterangan\n"
PAID = "penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status | keterangan\n"
GRANT = "tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif | keterangan\n"
INCIDENT = (
    "id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap | jenis_isu | aktor | tingkat |"
    " tindak_lanjut | penanggung_jawab | status | tanggal_selesai | klasifikasi | tanggal_data | keterangan\n"
)


@pytest.fixture(scope="module", autouse=True)
def same_sheets(tmp_path_factory):
    """Many cases begin from the same sheets."""
    with once(tmp_path_factory.mktemp("sama")):
        yield


def pact(signed: object = 400, note: str = "", staff: object = 400) -> dict[str, str]:
    return {"kesbangpol/pakta_integritas": PACT + f"Dinas Sosial | {staff} | {signed} | {note}"}


def case(number: int, decided: str = "2 Okt 2024", note: str = "") -> str:
    return (
        f"BWS-{number} | temuan | 1 Okt 2024 | 2 Okt 2024 | Baros | kampanye | administrasi | apk | terbukti | {decided} |"
        f" {note}"
    )


def support(date: str = "4 Nov 2024", ready: int = 4, note: str = "") -> dict[str, str]:
    line = f"gudang | kpu | Baros | 4 | {ready} | siap | Dinas Perhubungan | | {date} | {note}"
    return {"bpkpd/dukungan_sarpras": SUPPORT + line}


def incident(happened: str = "1 Okt 2024", done: str = "2 Okt 2024", data: str = "4 Nov 2024", note: str = "") -> dict:
    line = (
        f"KBP-1 | {happened} | 2 Okt 2024 | Baros | Baros | kampanye | unjuk_rasa | ormas | tinggi | mediasi | polres |"
        f" selesai | {done} | biasa | {data} | {note}"
    )
    return {"kesbangpol/kejadian": INCIDENT + line}


def grants(
    paid: str = "25 M", agreed: str = "25 M", received: str = "25 M", paid_on: str = "5 Feb 2024", **notes
) -> dict:
    return {
        "bpkpd/nphd": NPHD + f"kpu | N1 | 17 Jan 2024 | {agreed} | {notes.get('nphd', '')}",
        "bpkpd/pencairan": PAID + f"kpu | tahap_1 | A1 | {paid_on} | {paid} | cair | {notes.get('sp2d', '')}",
        "kpu/hibah": GRANT + f"tahap_1 | 6 Feb 2024 | {received} | 4 M | {notes.get('hibah', '')}",
    }


@pytest.mark.parametrize(
    ("code", "sound", "doubted"),
    [
        ("pakta_integritas_persen", pact(), pact(401)),
        ("sarpras_siap_persen", support(), support("3/11/2025")),
        ("sarpras_siap_persen", support(), support("5 Nov 2024")),
        ("kejadian_tinggi_terbuka", incident(), incident(done="3 Nov 2025")),
        ("kejadian_tinggi_terbuka", incident(), incident(done="30 Sep 2024")),
        ("kejadian_14_hari", incident(), incident(data="8 Nov 2024")),
        ("kejadian_14_hari", incident(), incident(happened="1 Okt 2025")),
        ("pencairan_kpu_persen", grants(), grants(paid_on="16 Jan 2024")),
        ("pencairan_kpu_persen", grants(), grants(paid_on="5 Feb 2023")),
        ("selisih_kpu_rp", grants(), grants("25", "25", "25")),
    ],
)
def test_no_green_on_what_is_asked_about(tmp_path, code, sound, doubted):
    assert indicator(given(tmp_path / "baik", TODAY, sound), code)["status"] == "hijau"
    found = indicator(given(tmp_path / "ragu", TODAY, doubted), code)
    assert found["status"] in ("kuning", "belum_dilaporkan"), found
    assert "baris perlu diperiksa" in found["kalimat"] or "belum dapat dihitung" in found["kalimat"]


def test_what_an_indicator_does_not_use_takes_no_green_from_it(tmp_path):
    """A date of a decision before the report says nothing of whether a case is open."""
    snapshot = given(tmp_path, TODAY, {"bawaslu/penanganan": CASES + case(1, "1 Okt 2024")})
    assert [row["kolom"] for row in rows(snapshot, "mutu_data/temuan", tab="penanganan")] == ["tanggal_putusan"]
    assert indicator(snapshot, "kasus_aktif")["status"] == "hijau"


@pytest.mark.parametrize("agreed", ["25", "2,5 M", "24,9 M"])
def test_a_share_beyond_the_whole_is_no_number_until_somebody_says_so(tmp_path, agreed):
    paid = indicator(given(tmp_path, TODAY, grants(agreed=agreed)), "pencairan_kpu_persen")
    assert (paid["nilai"], paid["status"]) == (None, "belum_dilaporkan")
    assert "perlu diperiksa" in paid["kalimat"]


def test_more_paid_than_agreed_is_shown_once_it_is_confirmed(tmp_path):
    # Smaller than the only payment, so that the agreement is asked about.
    told = given(tmp_path, TODAY, grants(agreed="24 M"))
    [note] = rows(told, "mutu_data/temuan", bobot="periksa")
    assert (note["tab"], note["baris"], note["konfirmasi"]) == ("nphd", 2, "dapat")
    paid = indicator(given(tmp_path, TODAY, grants(agreed="24 M", nphd="sudah benar")), "pencairan_kpu_persen")
    assert (round(paid["nilai"], 1), paid["status"]) == (104.2, "hijau")


@pytest.mark.parametrize("head", [PACT, "dinas | staf | paraf | catatan\n"])
def test_a_second_tab_of_the_same_title_keeps_from_green(tmp_path, head):
    [counted], beside = pact().values(), head + "Dinas Perhubungan | 90 | 10 |"
    alone = given(tmp_path / "a", TODAY, {"kesbangpol/Pakta Integritas": counted})
    both = given(tmp_path / "b", TODAY, {"kesbangpol/Pakta Integritas": counted, "kesbangpol/pakta_integritas": beside})
    assert (green(alone), green(both)) == ("hijau", "kuning")
    [note] = rows(both, "mutu_data/temuan", tab="pakta_integritas")
    assert (note["tertulis"], note["sel"]) == ("pakta_integritas", None)
    assert indicator(both, "pakta_integritas_persen")["nilai"] == 100


def weights(snapshot) -> list[tuple[str, str | None]]:
    return [(row["bobot"], row["konfirmasi"]) for row in rows(snapshot, "mutu_data/temuan", tab="pakta_integritas")]


def green(snapshot) -> str:
    return indicator(snapshot, "pakta_integritas_persen")["status"]


def many(signed: object = 20_001, note: str = "") -> dict[str, str]:
    """More staff than any office has, all of whom signed."""
    return pact(signed, note, staff=signed)


@pytest.mark.parametrize(
    "note", ["sudah benar", "Sudah dikonfirmasi BKPSDM", "telah dicek 4/11", "memang benar, gabungan"]
)
def test_who_typed_it_says_that_it_is_right(tmp_path, note):
    first = given(tmp_path, TODAY, many())
    assert weights(first) == [("periksa", "dapat")] and green(first) == "kuning"
    [row] = rows(first, "mutu_data/temuan", tab="pakta_integritas")
    assert "sudah benar" in row["pernyataan"]
    second = given(tmp_path, TODAY, many(note=note))
    assert weights(second) == [("dikonfirmasi", "sudah")] and green(second) == "hijau"
    counted = [rows(one, "ringkasan/instansi", instansi="kesbangpol")[0]["temuan"] for one in (first, second)]
    assert counted[0] - counted[1] == 1, "it is not counted among what is to be mended"


@pytest.mark.parametrize(
    "note", ["belum dikonfirmasi", "mohon dicek", "tidak benar", "akan diperiksa", "perlu dikonfirmasi"]
)
def test_what_denies_or_asks_confirms_nothing(tmp_path, note):
    assert weights(given(tmp_path, TODAY, many(note=note))) == [("periksa", "dapat")]


def test_another_value_is_asked_about_again_and_closed_by_other_words_only(tmp_path):
    given(tmp_path, TODAY, many(20_001, "sudah benar"))
    changed = given(tmp_path, TODAY, many(30_001, "sudah benar"))
    assert weights(changed) == [("periksa", "usang")] and green(changed) == "kuning"
    again = given(tmp_path, TODAY, many(30_001, "sudah benar 4 Nov"))
    assert weights(again) == [("dikonfirmasi", "sudah")]
    later = given(tmp_path, "2024-11-05", many(30_001, "sudah benar 4 Nov"))
    assert weights(later) == [("dikonfirmasi", "sudah")], "another day changes nothing"


def test_what_comes_after_the_words_were_written_is_not_closed_by_them(tmp_path):
    given(tmp_path, TODAY, pact(400, "sudah benar"))
    snapshot = given(tmp_path, TODAY, pact(401, "sudah benar"))
    assert weights(snapshot) == [("periksa", "usang")] and green(snapshot) != "hijau"


def test_nobody_can_confirm_what_has_not_happened(tmp_path):
    found = given(tmp_path, TODAY, incident(done="3 Nov 2025", note="sudah benar"))
    assert indicator(found, "kejadian_tinggi_terbuka")["status"] == "kuning"


def test_a_sum_is_confirmed_in_the_first_row(tmp_path):
    from tests.city import voters

    lines = voters(jumlah_tps={"Selabatu": 2}).splitlines()
    told = given(tmp_path, TODAY, {"kpu/pemilih_tps": "\n".join(lines)})
    assert [(row["baris"], row["konfirmasi"]) for row in rows(told, "mutu_data/temuan", kolom="jumlah_tps")] == [
        (None, "dapat_di_atas")
    ]
    noted = [lines[0] + " | keterangan", lines[1] + " | sudah benar", *lines[2:]]
    closed = given(tmp_path, TODAY, {"kpu/pemilih_tps": "\n".join(noted)})
    assert [row["bobot"] for row in rows(closed, "mutu_data/temuan", kolom="jumlah_tps")] == ["dikonfirmasi"]


def test_ten_times_as_much_as_at_the_meeting_before_is_asked_about(tmp_path):
    given(tmp_path, "2024-10-21", pact(400, staff=400))
    snapshot = given(tmp_path, TODAY, pact(400, staff=4001))
    [told] = rows(snapshot, "mutu_data/temuan", tab="pakta_integritas")
    assert (told["kolom"], told["bobot"]) == ("jumlah_asn", "periksa")
    assert told["alasan"] == "Jumlah ASN 4.001, padahal pada pembanding sebelumnya 400."
    assert weights(given(tmp_path, TODAY, pact(4001, "sudah benar", staff=4001))) == [("dikonfirmasi", "sudah")]


#: Staff at the meeting before and now, each of an office of its own.
LEAPS = [(399, 4000, True), (400, 3999, False), (4000, 400, True), (4000, 401, False), (4, 49, False), (0, 4000, False)]


@pytest.fixture(scope="module")
def leapt(tmp_path_factory):
    """The rows in which a leap of the staff is asked about."""

    def offices(staff):
        return {
            "kesbangpol/pakta_integritas": PACT + "\n".join(f"Dinas {at} | {one} | 0 |" for at, one in enumerate(staff))
        }

    folder = tmp_path_factory.mktemp("lompat")
    given(folder, "2024-10-21", offices([then or 1 for then, _, _ in LEAPS]))
    snapshot = given(folder, TODAY, offices([now for _, now, _ in LEAPS]))
    asked = rows(snapshot, "mutu_data/temuan", tab="pakta_integritas", kolom="jumlah_asn")
    return [row["baris"] for row in asked]


@pytest.mark.parametrize(("office", "then", "now", "told"), [(at, *case) for at, case in enumerate(LEAPS)])
def test_a_leap_is_ten_times_of_something_that_counts(leapt, office, then, now, told):
    expected = told if then else True
    assert (2 + office in leapt) == expected


def test_what_only_grows_may_grow_tenfold_but_not_shrink(tmp_path):
    given(tmp_path, "2024-10-21", pact(40))
    grown = given(tmp_path, "2024-10-28", pact(400))
    assert weights(grown) == []
    assert [bobot for bobot, _ in weights(given(tmp_path, TODAY, pact(40)))] == ["periksa"]


def test_mending_what_was_in_doubt_before_is_no_leap(tmp_path):
    given(tmp_path, "2024-10-21", pact(400, staff=20_001))
    assert weights(given(tmp_path, TODAY, pact(400))) == []


def test_of_two_questions_about_one_cell_one_is_told_and_what_both_doubt_is_in_doubt(tmp_path):
    """An agreement of Rp25 is out of the usual, and less than what was paid on it."""
    snapshot = given(tmp_path, TODAY, grants(agreed="25"))
    assert len(rows(snapshot, "mutu_data/temuan", tab="nphd", bobot="periksa")) == 1
    closed = given(tmp_path, TODAY, grants(agreed="25", nphd="sudah benar"))
    assert {row["bobot"] for row in rows(closed, "mutu_data/temuan", tab="nphd")} == {"dikonfirmasi"}
