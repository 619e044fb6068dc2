"""Literasi politik dan partisipasi: given sheets, expect indicators, map, segments and decisions."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from tests.given import given, indicator, numbers_of, rows

#: All numbers of the page, where more than one of them or what it asks to be decided is looked at.
PAGE = numbers_of("partisipasi")
WILAYAH = Path(__file__).parent.parent / "reference" / "wilayah.csv"
HEAD = "tanggal | kecamatan | kelurahan | nama_kegiatan | bentuk | segmen | jumlah_peserta | anggaran | status"
VOTERS_HEAD = "kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan"
HANDED_HEAD = (
    "kecamatan | kelurahan | tahap_distribusi | jumlah_tps_diterima | tanggal_rencana | tanggal_realisasi |"
    " c_pemberitahuan_dibagikan | kendala"
)
REACH = (
    "kelurahan_tanpa_kegiatan",
    "peserta_per_1000_pemilih",
    "segmen_tanpa_kegiatan",
    "kegiatan_tumpang_tindih",
)
TABS = {
    "kpu": "kpu/sosialisasi",
    "bawaslu": "bawaslu/pencegahan",
    "kesbangpol": "kesbangpol/pendidikan_politik",
}
SEGMENTS = (
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
)


def kelurahan() -> list[tuple[str, str]]:
    """All (kecamatan, kelurahan) of the region."""
    with WILAYAH.open(encoding="utf-8-sig") as file:
        return [(row["kecamatan"], row["kelurahan"]) for row in csv.DictReader(file)]


def event(
    date: str,
    place: str = "Cikole | Selabatu",
    people: object = 10,
    segment: str = "umum",
    status: str = "terlaksana",
    name: str = "Temu warga",
) -> str:
    return f"{date} | {place} | {name} | tatap_muka | {segment} | {people} | | {status}"


def events(**agencies: list[str]) -> dict[str, str]:
    """The tabs of events of the agencies named, each with the given lines."""
    return {TABS[agency]: "\n".join([HEAD, *lines]) for agency, lines in agencies.items()}


def everywhere(date: str, leave_out: int = 0) -> list[str]:
    """One held event in every kelurahan but the first `leave_out`, over all segments in turn."""
    places = kelurahan()[leave_out:]
    return [event(date, f"{kec} | {kel}", segment=SEGMENTS[n % 11]) for n, (kec, kel) in enumerate(places)]


def voters(dpt: int = 100) -> dict[str, str]:
    """The same DPT in each of the 33 kelurahan; KPU says that the sum is right, though it is not the reference's."""
    lines = [f"{kec} | {kel} | 1 | {dpt - dpt // 2} | {dpt // 2}" for kec, kel in kelurahan()]
    lines[0] += " | sudah benar"
    return {"kpu/pemilih_tps": "\n".join([VOTERS_HEAD + " | keterangan", *lines])}


def handed(shares: dict[str, object]) -> dict[str, str]:
    """C.Pemberitahuan handed out; a kelurahan that is not named has no row."""
    lines = [
        f"{kec} | {kel} | pps_ke_tps | 0 | 25 Nov 2024 | | {shares[kel]} | tidak_ada"
        for kec, kel in kelurahan()
        if kel in shares
    ]
    return {"kpu/distribusi": "\n".join([HANDED_HEAD, *lines])}


def to_decide(snapshot, word: str) -> list[dict]:
    """The decisions whose text has `word`."""
    return [row for row in rows(snapshot, "partisipasi/perlu_diputuskan") if word in row["uraian"]]


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """Every kelurahan and segment reached on the first day of the window, nothing twice, nothing unread."""
    lines = everywhere("5 Okt 2024")
    sheets = events(kpu=lines, bawaslu=[event("1 Nov 2024", "se-Kota | se-Kota", 36)], kesbangpol=["nihil"])
    return given(tmp_path_factory.mktemp("penuh"), "2024-11-04", sheets | voters())


@pytest.mark.parametrize(
    ("code", "value", "status"),
    [
        ("kelurahan_tanpa_kegiatan", 0, "hijau"),
        ("kelurahan_tanpa_kegiatan", 1, "kuning"),
        ("kelurahan_tanpa_kegiatan", 3, "kuning"),
        ("kelurahan_tanpa_kegiatan", 4, "merah"),
        ("peserta_per_1000_pemilih", 20, "hijau"),
        ("peserta_per_1000_pemilih", 19.99, "kuning"),
        ("peserta_per_1000_pemilih", 10, "kuning"),
        ("peserta_per_1000_pemilih", 9.99, "merah"),
        ("segmen_tanpa_kegiatan", 0, "hijau"),
        ("segmen_tanpa_kegiatan", 2, "kuning"),
        ("segmen_tanpa_kegiatan", 3, "merah"),
        ("c_pemberitahuan_persen", 98, "hijau"),
        ("c_pemberitahuan_persen", 97.99, "kuning"),
        ("c_pemberitahuan_persen", 90, "kuning"),
        ("c_pemberitahuan_persen", 89.99, "merah"),
        ("kegiatan_tumpang_tindih", 0, "hijau"),
        ("kegiatan_tumpang_tindih", 1, "kuning"),
        ("kegiatan_tumpang_tindih", 50, "kuning"),
    ],
)
def test_statuses_change_at_their_borders(full, code, value, status):
    answer = full.select("select status_indikator($kode, $nilai) as status", kode=code, nilai=value)
    assert answer["status"][0] == status


def test_everything_reached_is_green_and_needs_no_decision(full):
    for code in ("kelurahan_tanpa_kegiatan", "segmen_tanpa_kegiatan", "kegiatan_tumpang_tindih"):
        assert (indicator(full, code)["nilai"], indicator(full, code)["status"]) == (0, "hijau")
    people = indicator(full, "peserta_per_1000_pemilih")  # 33 x 10 + 36 people of 3.300 voters, se-Kota included
    assert (round(people["nilai"], 1), people["status"]) == (110.9, "hijau")
    assert rows(full, "partisipasi/perlu_diputuskan") == []
    assert {row["tingkat"] for row in rows(full, "partisipasi/peta")} == {0}


def test_a_day_later_the_first_day_has_left_the_window(tmp_path):
    snapshot = given(tmp_path, "2024-11-05", events(kpu=everywhere("5 Okt 2024")))
    found = indicator(snapshot, "kelurahan_tanpa_kegiatan")
    assert (found["nilai"], found["status"]) == (33, "merah")
    # Segments have no window: any held event reaches one.
    assert indicator(snapshot, "segmen_tanpa_kegiatan")["nilai"] == 0


def test_one_kelurahan_without_events_is_named_and_stands_out_on_the_map(tmp_path):
    first_district, first = kelurahan()[0]
    planned = event("12 Nov 2024", f"{first_district} | {first}", "", status="rencana")
    sheets = events(kpu=everywhere("30 Okt 2024", leave_out=2), kesbangpol=[planned], bawaslu=["nihil"])
    snapshot = given(tmp_path, "2024-11-04", sheets, numbers=PAGE)
    second = kelurahan()[1][1]
    found = indicator(snapshot, "kelurahan_tanpa_kegiatan")
    assert (found["nilai"], found["status"]) == (2, "kuning")
    assert first in found["kalimat"] and second in found["kalimat"]
    answer = rows(snapshot, "partisipasi/peta")
    tiles = {row["kelurahan"]: (row["jumlah"], row["tingkat"], row["label"]) for row in answer}
    assert len(tiles) == 33
    assert tiles.pop(second) == (0, 2, "0")
    assert tiles.pop(first) == (0, 1, "0")
    assert set(tiles.values()) == {(1, 0, "1")}
    decisions = to_decide(snapshot, "kelurahan")
    assert [(row["uraian"], row["pemilik"], row["tenggat"]) for row in decisions] == [
        (
            f"Sepakati siapa menjangkau kelurahan **{second}**: belum ada rencana.",
            "KPU, Bawaslu, dan Kesbangpol",
            "usul tenggat 8 Nov",
        ),
        (
            f"Pastikan kegiatan 12 Nov untuk kelurahan **{first}**: belum pernah ada kegiatan.",
            "Kesbangpol",
            "rencana 12 Nov",
        ),
    ]
    assert decisions[1]["tempat"] == "Pendidikan Politik, baris 2"


def test_only_held_events_count_and_later_dates_never_do(tmp_path):
    lines = [
        event("4 Nov 2024", "Cikole | Selabatu", 7, "muda"),
        event("5 Nov 2024", "Cikole | Cikole", 100, "pemula"),
        event("3 Nov 2024", "Cikole | Cisarua", 100, "asn", status="batal"),
        event("3 Nov 2024", "Cikole | Kebonjati", "", "keluarga", status="rencana"),
        event("3 Nov 2024", "se-Kota | se-Kota", 5, "warganet"),
    ]
    snapshot = given(tmp_path, "2024-11-04", events(kpu=lines) | voters(1))
    assert indicator(snapshot, "kelurahan_tanpa_kegiatan")["nilai"] == 32  # se-Kota counts for none
    assert indicator(snapshot, "segmen_tanpa_kegiatan")["nilai"] == 9
    assert round(indicator(snapshot, "peserta_per_1000_pemilih")["nilai"], 3) == round(1000 * 12 / 33, 3)
    [row] = rows(snapshot, "partisipasi/per_lembaga", instansi="kpu")
    assert (row["terlaksana"], row["peserta"], row["rencana"], row["rencana_lewat"], row["batal"]) == (
        2,
        12,
        0,
        1,
        1,
    )
    answer = rows(snapshot, "partisipasi/segmen")
    assert [row["nilai"] for row in answer] == [0] * 9 + [1, 1]
    assert [answer[-1][key] for key in ("label", "teks", "rincian")] == ["Muda", "1", "7 peserta"]


def test_a_value_from_some_of_the_agencies_is_never_green(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", events(kpu=everywhere("30 Okt 2024"), bawaslu=[]))
    found = indicator(snapshot, "kelurahan_tanpa_kegiatan")
    assert (found["nilai"], found["status"]) == (0, "kuning")
    assert "belum lengkap" in found["kalimat"]
    reported = {row["instansi"]: row["terlaksana"] for row in rows(snapshot, "partisipasi/per_lembaga")}
    assert reported == {"kpu": 33, "bawaslu": None, "kesbangpol": None}


def test_without_any_agency_nothing_is_known(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", events(kpu=[], bawaslu=[]) | voters(), numbers=PAGE)
    for code in REACH:
        assert (indicator(snapshot, code)["nilai"], indicator(snapshot, code)["status"]) == (
            None,
            "belum_dilaporkan",
        )
    assert {row["tingkat"] for row in rows(snapshot, "partisipasi/peta")} == {None}
    assert {row["nilai"] for row in rows(snapshot, "partisipasi/segmen")} == {None}
    assert rows(snapshot, "partisipasi/perlu_diputuskan") == []


def test_each_unread_cell_takes_its_row_from_its_own_indicator_only(tmp_path):
    lines = [
        *everywhere("30 Okt 2024"),
        event("1 Nov 2024", people="sekitar 60 orang"),
        event("2 Nov 2024", segment="semua golongan"),
        event("3 Nov 2024", status="entah"),
        event("3 Nov 2024", place="Cikole | Tipar"),
    ]
    snapshot = given(tmp_path, "2024-11-04", events(kpu=lines, bawaslu=["nihil"], kesbangpol=["nihil"]) | voters())
    held = {
        code: (indicator(snapshot, code)["dikecualikan"], indicator(snapshot, code)["status"])
        for code in ("kelurahan_tanpa_kegiatan", "segmen_tanpa_kegiatan", "peserta_per_1000_pemilih")
    }
    assert held == {
        "kelurahan_tanpa_kegiatan": (2, "kuning"),
        "segmen_tanpa_kegiatan": (3, "kuning"),
        "peserta_per_1000_pemilih": (3, "kuning"),
    }
    people = indicator(snapshot, "peserta_per_1000_pemilih")  # 33 x 10, and 10 of the row whose segment was not read
    assert round(people["nilai"], 3) == round(1000 * 340 / 3300, 3)


# Events of two agencies at once


def test_two_agencies_on_one_day_in_one_kelurahan_are_a_pair(tmp_path):
    kpu = [
        event("26 Okt 2024", name="Diskusi"),
        event("27 Okt 2024", "se-Kota | se-Kota", name="Siaran"),
        event("28 Okt 2024", "Cikole | Cisarua", name="Diskusi"),
        event("28 Okt 2024", "Cikole | Cisarua", name="Lomba"),
        event("12 Nov 2024", "Baros | Baros", "", status="rencana", name="Simulasi"),
    ]
    bawaslu = [
        event("26 Okt 2024", "Cikole | Cikole", name="Patroli"),
        event("12 Nov 2024", "Baros | Baros", "", status="rencana"),
    ]
    kesbangpol = [
        event("26 Okt 2024", name="Dialog"),
        event("27 Okt 2024", "se-Kota | se-Kota", name="Apel"),
        event("28 Okt 2024", "Cikole | Cisarua", "", status="batal", name="Forum"),
    ]
    snapshot = given(tmp_path, "2024-11-04", events(kpu=kpu, bawaslu=bawaslu, kesbangpol=kesbangpol), numbers=PAGE)
    found = indicator(snapshot, "kegiatan_tumpang_tindih")
    assert (found["nilai"], found["status"]) == (2, "kuning")
    pairs = [
        (row["pemilik_a"], row["pemilik_b"], row["kelurahan"], row["waktu"])
        for row in rows(snapshot, "partisipasi/tumpang_tindih")
    ]
    assert pairs == [
        ("KPU", "Bawaslu", "Baros", "akan datang"),
        ("KPU", "Kesbangpol", "Selabatu", "sudah lewat"),
    ]
    decisions = to_decide(snapshot, "sama-sama")
    assert {(row["pemilik"], row["tenggat"], row["tempat"]) for row in decisions} == {
        ("KPU dan Bawaslu", "sebelum 12 Nov", "Sosialisasi, baris 6"),
        ("KPU dan Kesbangpol", "usul tenggat 8 Nov", "Sosialisasi, baris 2"),
    }


# C.Pemberitahuan


@pytest.mark.parametrize(
    ("today", "status"),
    [
        ("2024-11-23", "belum_waktunya"),
        ("2024-11-24", "belum_waktunya"),
        ("2024-11-25", "kuning"),
        ("2024-11-26", "kuning"),
        ("2024-11-27", "merah"),
        ("2024-11-28", "selesai_dinilai"),
    ],
)
def test_invitations_are_judged_after_h_3_and_red_from_the_day_of_the_vote(tmp_path, today, status):
    shares = {kel: 100 for _, kel in kelurahan()[:20]}  # the other 13 have no row: 0
    snapshot = given(tmp_path, today, voters() | handed(shares), numbers=PAGE)
    found = indicator(snapshot, "c_pemberitahuan_persen")
    assert (round(found["nilai"], 2), found["status"]) == (60.61, status)
    decisions = [(row["status"], row["tenggat"]) for row in to_decide(snapshot, "Pemberitahuan")]
    late = dt.date.fromisoformat(today).day - 24
    judged = status not in ("belum_waktunya", "selesai_dinilai")
    assert decisions == ([(status, f"batas 24 Nov, lewat {late} hari")] if judged else [])
    if status == "belum_waktunya":
        assert found["kalimat"] == "Dinilai mulai 25 Nov."


@pytest.mark.parametrize(
    ("today", "handed_out", "status"),
    [
        ("2024-11-24", 100, "belum_waktunya"),
        ("2024-11-25", 98, "hijau"),
        ("2024-11-25", 97, "kuning"),
        ("2024-11-26", 98, "hijau"),
        ("2024-11-26", 0, "kuning"),
        ("2024-11-27", 98, "hijau"),
        ("2024-11-27", 97, "kuning"),
        ("2024-11-27", 90, "kuning"),
        ("2024-11-27", 89, "merah"),
    ],
)
def test_invitations_have_their_borders_before_and_on_the_day_of_the_vote(tmp_path, today, handed_out, status):
    shares = {kel: handed_out for _, kel in kelurahan()}
    found = indicator(given(tmp_path, today, voters() | handed(shares)), "c_pemberitahuan_persen")
    assert (found["nilai"], found["status"]) == (handed_out, status)


def test_an_unread_number_of_invitations_leaves_both_sides(tmp_path):
    shares: dict[str, object] = {kel: 100 for _, kel in kelurahan()}
    shares["Selabatu"] = "sebagian"
    found = indicator(given(tmp_path, "2024-11-25", voters() | handed(shares)), "c_pemberitahuan_persen")
    assert (found["nilai"], found["status"], found["dikecualikan"]) == (100, "kuning", 1)


def test_more_invitations_than_voters_hide_no_other_kelurahan_and_are_never_green(tmp_path):
    """One of the two numbers is wrong, and which one is not known."""
    shares: dict[str, object] = {kel: 100 for _, kel in kelurahan()}
    full = indicator(given(tmp_path, "2024-11-25", voters() | handed(shares)), "c_pemberitahuan_persen")
    assert (full["nilai"], full["status"]) == (100, "hijau")
    shares["Selabatu"] = 2000
    over = indicator(given(tmp_path / "b", "2024-11-25", voters() | handed(shares)), "c_pemberitahuan_persen")
    assert (over["nilai"], over["status"]) == (100, "kuning")
    shares["Jayaraksa"] = 0
    left = indicator(given(tmp_path / "c", "2024-11-25", voters() | handed(shares)), "c_pemberitahuan_persen")
    assert (round(left["nilai"], 2), left["status"]) == (96.88, "kuning")


def test_invitations_without_a_distribution_tab_are_not_reported_once_due(tmp_path):
    found = indicator(given(tmp_path, "2024-11-25", voters()), "c_pemberitahuan_persen")
    assert (found["nilai"], found["status"]) == (None, "belum_dilaporkan")


def test_turnout_before_and_the_targets_are_context_with_their_definition(full):
    answer = [(row["label"], row["teks"]) for row in rows(full, "partisipasi/partisipasi_sebelumnya")]
    assert answer == [
        ("Partisipasi 2018", "76,4%"),
        ("Target Kota Sukabumi", "80,0%"),
        ("Target nasional", "82,0%"),
    ]
    assert all(row["keterangan"] for row in rows(full, "partisipasi/partisipasi_sebelumnya"))
