"""Pencegahan dan peta risiko: given sheets, expect cases, deadlines, priority points and decisions."""

import pytest

from tests.city import PLACES
from tests.given import given, indicator, numbers_of, rows

#: All numbers of the page, where more than one of them or what it asks to be decided is looked at.
PAGE = numbers_of("risiko")
CASE_HEAD = (
    "id_penanganan | status | tanggal_registrasi | sumber | tanggal_diketahui | tanggal_diterima |"
    " kecamatan | kelurahan | tahap | jenis_pelanggaran | pokok_dugaan"
)
RAWAN_HEAD = "kecamatan | kelurahan | kode_indikator | jumlah_tps_rawan | tingkat | rencana_mitigasi | status_mitigasi"
POTENSI_HEAD = (
    "kecamatan | kelurahan | tingkat_potensi | kampanye_terdekat | fkdm_aktif | personel_linmas | rencana_pencegahan"
)
KEJADIAN_HEAD = (
    "id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap | jenis_isu | aktor |"
    " tingkat | tindak_lanjut | penanggung_jawab | status | tanggal_selesai | klasifikasi"
)
VOTERS_HEAD = "kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan"
GOODS_HEAD = (
    "kecamatan | kelurahan | tahap_distribusi | jumlah_tps_diterima | tanggal_rencana | tanggal_realisasi | kendala"
)
ACTIVE = ("kajian_awal", "diregistrasi", "klarifikasi", "gakkumdu")
CLOSED = ("terbukti", "tidak_terbukti", "tidak_diregistrasi", "dicabut", "diteruskan")
SIGNS = ("potensi_konflik", "kejadian_tinggi", "tps_rawan", "logistik")


def case(
    number: int,
    status: str = "klarifikasi",
    registered: str = "",
    source: str = "temuan",
    known: str = "1 Okt 2024",
    received: str = "2 Okt 2024",
) -> str:
    place = "Cikole | Selabatu | kampanye | administrasi | apk"
    return f"BWS-{number} | {status} | {registered} | {source} | {known} | {received} | {place}"


def cases(*lines: str) -> dict[str, str]:
    return {"bawaslu/penanganan": "\n".join([CASE_HEAD, *lines])}


def rawan(*lines: str) -> dict[str, str]:
    """Lines are "kelurahan's place | kode_indikator | jumlah | tingkat | rencana | status_mitigasi"."""
    return {"bawaslu/tps_rawan": "\n".join([RAWAN_HEAD, *lines])}


def potensi(levels: dict[str, str]) -> dict[str, str]:
    """All 33 kelurahan, rendah unless named."""
    lines = [f"{kec} | {kel} | {levels.get(kel, 'rendah')} | | ya | 20 | patroli" for kec, kel in PLACES]
    return {"kesbangpol/potensi_konflik": "\n".join([POTENSI_HEAD, *lines])}


def kejadian(
    number: int = 1,
    place: str = "Cikole | Selabatu",
    level: str = "tinggi",
    status: str = "ditangani | ",
    secrecy: str = "biasa",
    date: str = "1 Nov 2024",
) -> str:
    return (
        f"KBP-{number} | {date} | 2 Nov 2024 | {place} | kampanye | konflik_ormas | ormas | {level} |"
        f" mediasi | polres | {status} | {secrecy}"
    )


def incidents(*lines: str) -> dict[str, str]:
    return {"kesbangpol/kejadian": "\n".join([KEJADIAN_HEAD, *lines])}


def goods(received: object = 0, planned: object = 4) -> dict[str, str]:
    """Selabatu has `planned` TPS, of which `received` have their goods."""
    arrived = "24 Nov 2024" if received else ""
    return {
        "kpu/pemilih_tps": f"{VOTERS_HEAD}\nCikole | Selabatu | {planned} | 900 | 900",
        "kpu/distribusi": f"{GOODS_HEAD}\nCikole | Selabatu | pps_ke_tps | {received} | 24 Nov 2024 | "
        f"{arrived} | tidak_ada",
    }


def everybody() -> str:
    """All 33 kelurahan with four TPS each; KPU says that the sums are right, though they are not the reference's."""
    lines = [f"{kec} | {kel} | 4 | 900 | 900" for kec, kel in PLACES]
    return "\n".join([f"{VOTERS_HEAD} | keterangan", f"{lines[0]} | sudah benar", *lines[1:]])


def signs(snapshot, place: str = "Selabatu") -> list[str]:
    """The four signs of a kelurahan, in the order of SIGNS."""
    [row] = snapshot.select("from prioritas where kelurahan = $place", place=place).to_dict("records")
    return [row[sign] for sign in SIGNS]


def test_cases_are_active_until_they_are_decided_forwarded_or_dropped(tmp_path):
    lines = [case(n, status, "1 Nov 2024") for n, status in enumerate(ACTIVE + CLOSED)]
    snapshot = given(tmp_path, "2024-11-04", cases(*lines))
    row = indicator(snapshot, "kasus_aktif")
    assert (row["nilai"], row["status"], row["terhitung"], row["dikecualikan"]) == (4, "kuning", 9, 0)
    assert row["kalimat"] == "Empat kasus masih ditangani Bawaslu."
    listed = [row["id_penanganan"] for row in rows(snapshot, "risiko/kasus")]
    assert listed == ["BWS-0", "BWS-1", "BWS-2", "BWS-3"]


def test_no_active_case_is_green(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", cases(case(1, "terbukti", "2 Okt 2024")), numbers=PAGE)
    assert indicator(snapshot, "kasus_aktif")["status"] == "hijau"
    assert indicator(snapshot, "kasus_lewat_tenggat")["status"] == "hijau"
    assert rows(snapshot, "risiko/kasus") == []
    assert rows(snapshot, "risiko/perlu_diputuskan") == []


@pytest.mark.parametrize(
    ("registered", "late", "status", "left"),
    [
        ("29 Okt 2024", 1, "merah", "lewat 1 hari"),  # due 3 Nov
        ("30 Okt 2024", 0, "kuning", "hari ini"),  # due 4 Nov: the last day is still in time
        ("31 Okt 2024", 0, "kuning", "besok"),
        ("1 Nov 2024", 0, "hijau", "sisa 2 hari"),
    ],
)
def test_a_case_is_late_after_the_fifth_day_since_its_registration(tmp_path, registered, late, status, left):
    snapshot = given(tmp_path, "2024-11-04", cases(case(1, "gakkumdu", registered)), numbers=PAGE)
    row = indicator(snapshot, "kasus_lewat_tenggat")
    assert (row["nilai"], row["status"]) == (late, status)
    [listed] = rows(snapshot, "risiko/kasus")
    assert (listed["sisa"], listed["status"]) == (left, status)
    assert len(rows(snapshot, "risiko/perlu_diputuskan")) == (0 if status == "hijau" else 1)


def test_a_late_case_is_named_with_its_owner_and_the_days_since_its_deadline(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        cases(case(1, "klarifikasi", "31 Okt 2024"), case(2, "klarifikasi", "28 Okt 2024")),
        numbers=PAGE,
    )
    row = indicator(snapshot, "kasus_lewat_tenggat")
    assert row["kalimat"] == "Satu kasus lewat tenggat 5 hari; satu jatuh tempo besok, 5 November."
    late, near = rows(snapshot, "risiko/perlu_diputuskan")
    assert late["status"] == "merah"
    assert late["uraian"] == "**BWS-2**, alat peraga kampanye di Selabatu: lewat tenggat 2 hari."
    assert (late["pemilik"], late["tenggat"]) == ("Bawaslu", "batas 2 Nov, lewat 2 hari")
    assert (late["tempat"], late["tautan"]) == ("Penanganan, baris 3", None)
    assert (near["status"], near["tenggat"]) == ("kuning", "batas 5 Nov")


def test_a_case_past_its_first_study_without_a_registration_date_is_held_out_and_shown(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        cases(case(1, "diregistrasi"), case(2, "kajian_awal"), case(3, "terbukti")),
        numbers=PAGE,
    )
    row = indicator(snapshot, "kasus_lewat_tenggat")
    assert (row["nilai"], row["status"], row["terhitung"], row["dikecualikan"]) == (0, "kuning", 2, 1)
    assert indicator(snapshot, "kasus_aktif")["nilai"] == 2
    left = {row["id_penanganan"]: (row["sisa"], row["status"]) for row in rows(snapshot, "risiko/kasus")}
    assert left == {
        "BWS-1": ("tanggal registrasi belum ada", "belum_dilaporkan"),
        "BWS-2": ("belum diregistrasi", "belum_waktunya"),
    }
    [asked] = rows(snapshot, "risiko/perlu_diputuskan")
    assert asked["status"] == "belum_dilaporkan" and "BWS-1" in asked["uraian"]


def test_an_unread_registration_date_or_status_is_never_green(tmp_path):
    unread_date = given(tmp_path / "a", "2024-11-04", cases(case(1, "kajian_awal", "entah"), case(2, "terbukti")))
    row = indicator(unread_date, "kasus_lewat_tenggat")
    assert (row["nilai"], row["status"], row["dikecualikan"]) == (0, "kuning", 1)
    assert "1 baris belum ikut dihitung" in row["kalimat"]
    assert indicator(unread_date, "kasus_aktif")["nilai"] == 1
    unread_status = given(tmp_path / "b", "2024-11-04", cases(case(1, "entahlah"), case(2, "terbukti")))
    for code in ("kasus_aktif", "kasus_lewat_tenggat"):
        row = indicator(unread_status, code)
        assert (row["nilai"], row["status"], row["dikecualikan"]) == (0, "kuning", 1)
    assert rows(unread_status, "risiko/kasus") == []


@pytest.mark.parametrize(
    ("source", "received", "late"),
    [
        ("laporan", "8 Okt 2024", 0),  # known on 1 Oct: the seventh day is in time
        ("laporan", "9 Okt 2024", 1),
        ("temuan", "9 Okt 2024", 0),
        ("informasi_awal", "9 Okt 2024", 0),
    ],
)
def test_only_reports_can_come_in_later_than_seven_days(tmp_path, source, received, late):
    snapshot = given(tmp_path, "2024-11-04", cases(case(1, "kajian_awal", "", source, received=received)), numbers=PAGE)
    row = indicator(snapshot, "laporan_lewat_7_hari")
    assert (row["nilai"], row["status"]) == (late, "merah" if late else "hijau")
    asked = rows(snapshot, "risiko/perlu_diputuskan")
    assert [row["status"] for row in asked] == ["merah"] * late
    if late:
        assert "laporan masuk 8 hari sesudah diketahui" in asked[0]["uraian"]


def test_a_late_report_that_is_decided_still_counts_but_asks_for_no_decision(tmp_path):
    snapshot = given(
        tmp_path, "2024-11-04", cases(case(1, "terbukti", "10 Okt 2024", "laporan", received="9 Okt 2024"))
    )
    assert indicator(snapshot, "laporan_lewat_7_hari")["nilai"] == 1
    assert rows(snapshot, "risiko/perlu_diputuskan") == []


@pytest.mark.parametrize("column", ["known", "received", "source"])
def test_a_report_with_an_unread_cell_keeps_lateness_from_green(tmp_path, column):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        cases(case(1, "kajian_awal", "", **{"source": "laporan", column: "entahlah"}), case(2, "terbukti")),
    )
    row = indicator(snapshot, "laporan_lewat_7_hari")
    assert (row["nilai"], row["status"], row["dikecualikan"]) == (0, "kuning", 1)
    assert indicator(snapshot, "kasus_aktif")["dikecualikan"] == 0


def test_cases_received_after_the_reference_date_do_not_count_yet(tmp_path):
    sheets = cases(
        case(1, "kajian_awal", received="4 Nov 2024"),
        case(2, "kajian_awal", "", "laporan", received="5 Nov 2024"),
    )
    snapshot = given(tmp_path, "2024-11-04", sheets)
    assert indicator(snapshot, "kasus_aktif")["nilai"] == 1
    assert indicator(snapshot, "laporan_lewat_7_hari")["nilai"] == 0
    assert [row["id_penanganan"] for row in rows(snapshot, "risiko/kasus")] == ["BWS-1"]


CASE_CODES = ("kasus_aktif", "kasus_lewat_tenggat", "laporan_lewat_7_hari")


def test_nihil_counts_as_looked_and_none_while_an_empty_or_missing_tab_is_not_reported(tmp_path):
    nihil = given(tmp_path / "a", "2024-11-04", cases("nihil"))
    empty = given(tmp_path / "b", "2024-11-04", cases())
    missing = given(tmp_path / "c", "2024-11-04", incidents(kejadian()))
    for code in CASE_CODES:
        row = indicator(nihil, code)
        assert (row["nilai"], row["status"]) == (0, "hijau")
        for snapshot in (empty, missing):
            row = indicator(snapshot, code)
            assert (row["nilai"], row["status"]) == (None, "belum_dilaporkan")
            assert "Bawaslu (Penanganan)" in row["kalimat"]


def test_cases_of_one_key_that_differ_are_held_out(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        cases(case(1, "klarifikasi", "1 Okt 2024"), case(1, "terbukti", "1 Okt 2024"), case(2, "terbukti")),
    )
    row = indicator(snapshot, "kasus_lewat_tenggat")
    assert (row["nilai"], row["status"], row["terhitung"], row["dikecualikan"]) == (0, "kuning", 1, 2)


@pytest.mark.parametrize(("date", "status"), [("2024-11-15", "belum_waktunya"), ("2024-11-16", "belum_dilaporkan")])
def test_mitigation_is_due_the_day_after_the_survey(tmp_path, date, status):
    snapshot = given(tmp_path, date, rawan())
    row = indicator(snapshot, "mitigasi_tinggi_persen")
    assert (row["nilai"], row["status"]) == (None, status)
    if status == "belum_waktunya":
        assert row["kalimat"] == "Dinilai mulai 16 Nov."


@pytest.mark.parametrize(("done", "value", "status"), [(5, 100, "hijau"), (4, 80, "kuning"), (3, 60, "merah")])
def test_mitigation_counts_rows_of_the_high_level_only(tmp_path, done, value, status):
    lines = [
        f"{kec} | {kel} | 7.3 | 1 | tinggi | tenda | {'selesai' if n < done else 'proses'}"
        for n, (kec, kel) in enumerate(PLACES[:5])
    ]
    snapshot = given(
        tmp_path, "2024-11-18", rawan(*lines, "Cikole | Cikole | 8.1 | 1 | sedang | | belum"), numbers=PAGE
    )
    row = indicator(snapshot, "mitigasi_tinggi_persen")
    assert (row["nilai"], row["status"], row["terhitung"]) == (value, status, 6)
    asked = [row for row in rows(snapshot, "risiko/perlu_diputuskan") if "Rawan bencana" in row["uraian"]]
    assert [(row["status"], row["pemilik"]) for row in asked] == ([(status, "Bawaslu")] if done < 5 else [])


def test_mitigation_has_rows_before_its_day_and_no_high_row_is_ready(tmp_path):
    early = given(tmp_path / "a", "2024-11-12", rawan("Cikole | Cikole | 7.3 | 1 | tinggi | tenda | belum"))
    assert indicator(early, "mitigasi_tinggi_persen")["status"] == "merah"
    low = given(tmp_path / "b", "2024-11-12", rawan("Cikole | Cikole | 7.3 | 1 | rendah | | belum"))
    row = indicator(low, "mitigasi_tinggi_persen")
    assert (row["nilai"], row["status"]) == (100, "hijau")
    nihil = given(tmp_path / "c", "2024-11-18", rawan("nihil | nihil"))
    assert indicator(nihil, "mitigasi_tinggi_persen")["nilai"] == 100


def test_an_unread_level_or_state_of_mitigation_is_never_green(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-18",
        rawan(
            "Cikole | Cikole | 7.3 | 1 | tinggi | tenda | selesai",
            "Cikole | Selabatu | 7.3 | 1 | ??? | tenda | selesai",
            "Cikole | Cisarua | 7.3 | 1 | tinggi | tenda | ???",
            "Cikole | Kebonjati | 7.3 | abc | rendah | | selesai",
        ),
    )
    row = indicator(snapshot, "mitigasi_tinggi_persen")
    assert (row["nilai"], row["status"], row["terhitung"], row["dikecualikan"]) == (100, "kuning", 2, 2)


#: Each in a kelurahan of its own, in the order of PLACES.
LEVELS = [("rendah", "tidak"), ("sedang", "ya"), ("tinggi", "ya"), ("???", "belum_dilaporkan")]


@pytest.fixture(scope="module")
def of_each_level(tmp_path_factory):
    levels = {kel: level for (_, kel), (level, _) in zip(PLACES, LEVELS, strict=False)}
    return given(tmp_path_factory.mktemp("potensi"), "2024-11-04", potensi(levels))


@pytest.mark.parametrize(("place", "level", "sign"), [(nth, *case) for nth, case in enumerate(LEVELS)])
def test_medium_or_high_potential_gives_a_point(of_each_level, place, level, sign):
    assert signs(of_each_level, PLACES[place][1]) == [sign, "belum_dilaporkan", "nanti", "nanti"]


#: Each in a kelurahan of its own, in the order of PLACES; {} stands for it.
INCIDENTS = [
    ({}, "ya"),
    ({"status": "eskalasi | "}, "ya"),
    ({"status": "selesai | 3 Nov 2024"}, "tidak"),
    ({"level": "sedang"}, "tidak"),
    ({"secrecy": "terbatas"}, "tidak"),
    ({"secrecy": "???"}, "tidak"),  # whose place may not be told
    ({"place": "{} | "}, "tidak"),
    ({"date": "5 Nov 2024"}, "tidak"),
    ({"level": "???"}, "belum_dilaporkan"),
    ({"status": "??? | "}, "belum_dilaporkan"),
]


@pytest.fixture(scope="module")
def of_each_kind(tmp_path_factory):
    lines = [
        kejadian(nth, **{"place": "{} | {}"} | cells).replace("{}", kec, 1).replace("{}", kel)
        for nth, ((kec, kel), (cells, _)) in enumerate(zip(PLACES, INCIDENTS, strict=False))
    ]
    return given(tmp_path_factory.mktemp("kejadian"), "2024-11-04", incidents(*lines))


@pytest.mark.parametrize(("place", "cells", "sign"), [(nth, *case) for nth, case in enumerate(INCIDENTS)])
def test_an_unfinished_ordinary_incident_of_high_level_gives_a_point_to_its_kelurahan(of_each_kind, place, cells, sign):
    assert signs(of_each_kind, PLACES[place][1]) == ["belum_dilaporkan", sign, "nanti", "nanti"]


@pytest.mark.parametrize(
    ("date", "lines", "sign"),
    [
        ("2024-11-15", [], "nanti"),
        ("2024-11-16", [], "belum_dilaporkan"),
        ("2024-11-16", ["nihil | nihil"], "tidak"),
        ("2024-11-12", ["Cikole | Cikole | 7.3 | 1 | tinggi | tenda | belum"], "nanti"),
        ("2024-11-16", ["Cikole | Cikole | 7.3 | 1 | tinggi | tenda | belum"], "tidak"),
        ("2024-11-12", ["Cikole | Selabatu | 7.3 | 1 | tinggi | tenda | selesai"], "ya"),
        ("2024-11-12", ["Cikole | Selabatu | 7.3 | 1 | sedang | | belum"], "tidak"),
        ("2024-11-16", ["Cikole | Selabatu | 7.3 | 1 | ??? | tenda | belum"], "belum_dilaporkan"),
    ],
)
def test_any_tps_rawan_row_of_high_level_gives_a_point(tmp_path, date, lines, sign):
    snapshot = given(tmp_path, date, rawan(*lines))
    assert signs(snapshot)[2] == sign


@pytest.mark.parametrize(
    ("date", "received", "planned", "sign"),
    [
        ("2024-11-23", 0, 4, "nanti"),
        ("2024-11-24", 3, 4, "nanti"),  # planned for this day
        ("2024-11-25", 3, 4, "ya"),
        ("2024-11-24", 4, 4, "tidak"),
        ("2024-11-24", "???", 4, "belum_dilaporkan"),
        ("2024-11-24", 4, "???", "belum_dilaporkan"),
    ],
)
def test_goods_that_are_late_give_a_point_once_their_plan_has_passed(tmp_path, date, received, planned, sign):
    snapshot = given(tmp_path, date, goods(received, planned))
    assert signs(snapshot)[3] == sign


FULL = {**rawan("Cikole | Cisarua | 8.1 | 1 | rendah | | selesai"), **goods(4)}


@pytest.mark.parametrize(("count", "status"), [(0, "hijau"), (1, "kuning"), (3, "kuning"), (4, "merah")])
def test_priority_means_two_points_or_more(tmp_path, count, status):
    chosen = PLACES[:count]
    sheets = (
        FULL
        | potensi(dict.fromkeys([kel for _, kel in PLACES[:count]] + ["Tipar"], "sedang"))
        | incidents(
            *[kejadian(n, f"{kec} | {kel}") for n, (kec, kel) in enumerate(chosen)],
            kejadian(90, "Baros | Baros"),
        )
    )
    # The given tabs hold one kelurahan of 33 where every kelurahan is asked for: complete them for green.
    sheets["kpu/pemilih_tps"] = everybody()
    snapshot = given(tmp_path, "2024-11-16", sheets, numbers=PAGE)
    row = indicator(snapshot, "kelurahan_prioritas")
    assert (row["nilai"], row["status"], row["dikecualikan"]) == (count, status, 0)
    listed = rows(snapshot, "risiko/prioritas")
    assert [row["skor"] for row in listed] == [2] * count + [1, 1]
    tiles = rows(snapshot, "risiko/peta")
    assert len(tiles) == 33
    assert sorted(row["kelurahan"] for row in tiles if row["tingkat"] == 2) == sorted(kel for _, kel in chosen)
    assert sorted(row["kelurahan"] for row in tiles if row["tingkat"] == 1) == ["Baros", "Tipar"]
    asked = rows(snapshot, "risiko/perlu_diputuskan")
    assert [row["status"] for row in asked] == [status] * count


@pytest.mark.parametrize(("received", "status"), [(4, "hijau"), (5, "kuning")])
def test_a_sign_that_is_not_known_keeps_the_priority_from_green(tmp_path, received, status):
    """Goods in five of four TPS: whether this kelurahan waits for goods is not known."""
    sheets = FULL | goods(received) | potensi({}) | incidents(kejadian(90, "Baros | Baros", level="sedang"))
    sheets["kpu/pemilih_tps"] = everybody()
    snapshot = given(tmp_path, "2024-11-24", sheets)
    row = indicator(snapshot, "kelurahan_prioritas")
    assert (row["nilai"], row["status"], row["dikecualikan"]) == (0, status, 0)
    assert signs(snapshot)[-1] == ("tidak" if status == "hijau" else "belum_dilaporkan")


def test_the_sentence_names_two_kelurahan_with_what_they_share_and_counts_more_than_three(tmp_path):
    def sentence(folder, places):
        sheets = potensi({kel: "tinggi" for _, kel in places}) | incidents(
            *[kejadian(n, f"{kec} | {kel}") for n, (kec, kel) in enumerate(places)]
        )
        return indicator(given(tmp_path / folder, "2024-11-04", sheets), "kelurahan_prioritas")["kalimat"]

    two = [("Cikole", "Subangjaya"), ("Warudoyong", "Warudoyong")]
    assert sentence("a", two) == "Dahulukan Subangjaya dan Warudoyong: potensi konflik bertemu kejadian tinggi."
    three = [*two, ("Cibeureum", "Cibeureum Hilir")]
    assert sentence("b", three) == "Dahulukan Cibeureum Hilir, Subangjaya, dan Warudoyong: dua risiko atau lebih."
    five = [*three, ("Cikole", "Cikole"), ("Baros", "Baros")]
    assert sentence("c", five) == "Dahulukan Baros, Cibeureum Hilir, dan 3 kelurahan lain: dua risiko atau lebih."


def test_what_speaks_for_a_kelurahan_is_told_with_codes_dates_and_who_handles_it(tmp_path):
    sheets = (
        potensi({"Selabatu": "tinggi"})
        | incidents(kejadian(7), kejadian(8, secrecy="terbatas"), kejadian(9, level="sedang"))
        | rawan(
            "Cikole | Selabatu | 7.2 | 9 | tinggi | jaga | belum",
            "Cikole | Selabatu | 7.3 | 4 | tinggi | tenda | belum",
        )
        | goods(1)
    )
    snapshot = given(tmp_path, "2024-11-25", sheets)
    [row] = rows(snapshot, "risiko/prioritas", kelurahan="Selabatu")
    assert row["skor"] == 4 and row["didahulukan"]
    assert [sign["keadaan"] for sign in row["tanda"]] == ["ya"] * 4
    assert row["keterangan"] == (
        "Konflik ormas 1 Nov (KBP-7), ditangani Polres; potensi konflik tinggi;"
        " TPS rawan tinggi: rawan konflik 9 TPS, rawan bencana 4 TPS; barang belum sampai di 3 TPS."
    )
    [asked] = [row for row in rows(snapshot, "risiko/perlu_diputuskan") if "**Selabatu**" in row["uraian"]]
    assert asked["pemilik"] == "KPU, Bawaslu, Kesbangpol, dan Polres"
    assert asked["tempat"] == "Kejadian, baris 2"


@pytest.mark.parametrize(("count", "last"), [(8, "(KBP-8), ditangani Polres."), (9, "ditangani Polres; 2 lainnya.")])
def test_of_many_incidents_at_one_place_a_sentence_names_seven_and_counts_the_others(tmp_path, count, last):
    high = potensi({}) | incidents(*(kejadian(number) for number in range(1, count + 1))) | goods(1)
    [row] = [row for row in rows(given(tmp_path, "2024-11-25", high), "risiko/prioritas") if row["skor"] == 2]
    said = row["keterangan"].partition("; barang")[0] + "."
    assert said.endswith(last), said
    assert said.count("KBP-") == min(count, 8 if count == 8 else 7)


def test_a_part_of_the_score_without_rows_keeps_it_from_green_and_none_at_all_is_not_reported(tmp_path):
    part = given(tmp_path / "a", "2024-11-04", potensi({}))
    row = indicator(part, "kelurahan_prioritas")
    assert (row["nilai"], row["status"]) == (0, "kuning")
    assert {row["tingkat"] for row in rows(part, "risiko/peta")} == {None}
    none = given(tmp_path / "b", "2024-11-04", cases(case(1, "terbukti")))
    row = indicator(none, "kelurahan_prioritas")
    assert (row["nilai"], row["status"]) == (None, "belum_dilaporkan")
    assert rows(none, "risiko/prioritas") == []


def test_a_tile_is_plain_only_where_every_part_that_is_due_is_known(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", potensi({"Tipar": "???"}) | incidents(kejadian()))
    level = {row["kelurahan"]: (row["tingkat"], row["keterangan"]) for row in rows(snapshot, "risiko/peta")}
    assert level["Cisarua"] == (0, "Tidak ada risiko yang tercatat")
    assert level["Tipar"] == (None, "Belum diketahui")
    assert level["Selabatu"] == (1, "Satu risiko: konflik ormas 1 Nov (KBP-1), ditangani Polres")


def test_every_page_tells_its_tabs_their_age_and_their_findings(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        incidents(kejadian()) | cases(case(1, "???"), case(2, "terbukti", known="2 Okt 2024")) | rawan(),
    )
    row = rows(snapshot, "risiko/sumber", instansi="bawaslu")[0]
    assert (row["nama"], row["tab"]) == ("Bawaslu", ["Penanganan", "TPS Rawan"])
    assert (row["umur_hari"], row["temuan"]) == (0, 1)
    for page in ("logistik", "risiko", "partisipasi", "netralitas", "stabilitas"):
        listed = [row["instansi"] for row in rows(snapshot, f"{page}/sumber")]
        assert (
            listed == [code for code in ("kpu", "bawaslu", "kesbangpol", "bpkpd", "sekretariat") if code in listed]
            and listed
        )
