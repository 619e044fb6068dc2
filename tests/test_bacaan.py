"""The paragraphs to be read aloud: given what was typed, expect whole sentences that say no more than the page does."""

import re

import pytest

from monev.words import spoken, words
from tests.given import given, rows
from tests.test_netralitas_angka import RECOMMENDED, WAITING, cases, follow_ups, pacts
from tests.test_stabilitas_angka import incidents, kejadian

pytestmark = pytest.mark.panjang

DAY, BEFORE = "2024-11-04", "2024-10-21"
SIGNED = "Dinas A | 200 | 200"


@pytest.fixture
def read(tmp_path):
    """A function that types sheets for a day and gives the paragraph of a page."""
    opened = []

    def on(page, sheets, day=DAY):
        opened.append(given(tmp_path, day, sheets))
        [row] = rows(opened[-1], "bahan/bacaan", halaman=page)
        return row["bacaan"]

    yield on
    for snapshot in opened:
        snapshot.close()


def test_a_calm_page_is_told_with_its_numbers_and_without_anything_to_decide(read):
    assert read("netralitas", cases("nihil") | follow_ups("nihil") | pacts(SIGNED)) == (
        "Agenda empat: Netralitas ASN. Keadaannya aman. Tidak ada rekomendasi yang lewat 14 hari kerja. Tidak ada "
        "rekomendasi BKN yang menunggu pelaksanaan. Angkanya, tanpa pembanding: Lewat 14 hari kerja kini 0 rekomendasi; "
        "Rekomendasi tertunda kini 0. Angka per 4 November 2024 dari Bawaslu dan Kesbangpol."
    )


def test_what_changed_since_the_last_time_is_told_with_both_numbers_and_its_direction(read):
    read("netralitas", cases("nihil") | follow_ups("nihil") | pacts("Dinas A | 200 | 150"), BEFORE)
    said = read("netralitas", cases("nihil") | follow_ups("nihil") | pacts("Dinas A | 200 | 180"))
    assert "Dibanding 21 Oktober: Pakta integritas kini 90,0%, tadinya 75,0%, membaik; " in said
    said = read("netralitas", cases(RECOMMENDED) | follow_ups(WAITING) | pacts("Dinas A | 200 | 180"), "2024-11-05")
    assert "Dibanding 4 November: " in said and "Rekomendasi tertunda kini 1, tadinya 0, memburuk" in said


def test_a_number_that_reads_the_same_is_never_told_as_changed(read):
    read("netralitas", cases("nihil") | follow_ups("nihil") | pacts("Dinas A | 30000 | 27001"), BEFORE)
    said = read("netralitas", cases("nihil") | follow_ups("nihil") | pacts("Dinas A | 30000 | 27002"))
    assert "Pakta integritas kini 90,0%, tetap" in said


def test_what_is_to_be_decided_is_told_with_owner_and_date(read):
    said = read("netralitas", cases(RECOMMENDED) | follow_ups(WAITING) | pacts(SIGNED))
    assert "Satu hal perlu diputuskan: Laksanakan rekomendasi ASN-01: disiplin berat; pemiliknya PPK (pembina kepegawaian), melalui BKPSDM, batas 8 November." in said  # fmt: skip


def test_where_agencies_disagree_both_numbers_are_told_with_their_owners(read):
    said = read("netralitas", cases(RECOMMENDED) | follow_ups("ASN-01 | 23 Okt 2024 | bkpsdm | belum | | belum",
                                                             "ASN-04 | | bkpsdm | belum | | belum") | pacts(SIGNED))  # fmt: skip
    assert "Yang berbeda antarlembaga: Bawaslu mencatat satu kasus, Pemkot mencatat dua" in said


def test_nothing_is_called_safe_where_nothing_was_reported(read):
    said = read("stabilitas", cases("nihil"))
    assert "Keadaannya belum dilaporkan." in said
    assert "aman" not in said.lower() and "Angkanya" not in said
    assert "Belum dilaporkan: Kejadian tinggi aktif, Potensi konflik tinggi, dan tiga angka lain." in said
    assert said.endswith("Angka per 4 November 2024; Kesbangpol dan Sekretariat belum melaporkan.")


def test_rows_that_could_not_be_read_are_told_with_the_number_that_waits_for_them(read):
    broken = pacts("Dinas A | 200 | 200", "Dinas B | 50 | sekitar 40")
    said = read("netralitas", cases("nihil") | follow_ups("nihil") | broken)
    assert "Keadaannya perlu perhatian." in said
    assert "Belum ikut dihitung: satu baris untuk Pakta integritas." in said


def test_what_is_not_due_yet_is_named_and_not_valued(read):
    tps = "kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan\nCikole | Selabatu | 10 | 2000 | 2000"
    said = read("logistik", {"kpu/pemilih_tps": tps})
    assert "Belum waktunya dinilai: TPS terlayani." in said
    assert "TPS terlayani kini" not in said


def test_a_very_long_cell_does_not_make_the_paragraph_endless(read):
    deed = "patroli bersama " * 25
    said = read("stabilitas", incidents(kejadian(level="tinggi", deed=deed)))
    assert "…; pemiliknya Polres" in said
    assert len(said.split()) <= 120


def test_no_restricted_incident_is_told_but_as_a_count(read):
    said = read("stabilitas", incidents(kejadian(level="tinggi", secrecy="terbatas", deed="pos ronda tiga")))
    assert "KBP-1" not in said and "Selabatu" not in said and "pos ronda" not in said
    assert "Satu kejadian terbatas tingkat tinggi belum selesai" in said


def told(asked, point):
    """All that the page of an agenda point shows, as one text."""
    numbers = [row for row in asked("bahan/angka") if row["halaman"] == point]
    shown = [words.value_text(row[key], row["satuan"]) for row in numbers for key in ("nilai", "dulu_nilai")]
    lists = (
        asked(question) for question in ("bersama/status_agenda", "bersama/perlu_diputuskan", "bersama/rekonsiliasi")
    )
    rest = [str(value) for found in lists for row in found if row["halaman"] == point for value in row.values()]
    labels = [row["indikator"] for row in numbers]
    return spoken.spoken(" ".join([*shown, *rest, *labels]))


@pytest.mark.parametrize("point", ["logistik", "risiko", "partisipasi", "netralitas", "stabilitas"])
def test_the_samples_are_told_in_a_minute_and_with_no_number_that_the_page_lacks(asked, point):
    [row] = [row for row in asked("bahan/bacaan") if row["halaman"] == point]
    assert 60 <= len(row["bacaan"].split()) <= 130, "at 130 words a minute"
    assert row["bacaan"].endswith("; data simulasi.")
    body = row["bacaan"].rpartition(" Angka per ")[0]
    body = re.sub(r"Dibanding rapat \d+ \w+:", "", body)
    numbers = set(re.findall(r"\d[\d.,]*\d|\d", body))
    assert numbers and not numbers - set(re.findall(r"\d[\d.,]*\d|\d", told(asked, point)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("janji 1 Nov sudah lewat", "janji 1 November sudah lewat"),
        ("**397 set** di Kec. Baros", "397 set di Kecamatan Baros"),
        ("Kel. tanpa kegiatan, 31 Agu dan 5 Mei", "Kelurahan tanpa kegiatan, 31 Agustus dan 5 Mei"),
        ("Novel 12 Novel", "Novel 12 Novel"),
    ],
)
def test_short_forms_are_said_in_full(typed, said):
    assert spoken.spoken(typed) == said


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [("tiga kata saja", 14, "tiga kata saja"), ("tiga kata saja", 13, "tiga kata…"), ("x" * 20, 5, "xxxxx…")],
)
def test_a_long_text_is_cut_between_words(text, most, short):
    assert spoken.shortened(text, most) == short


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "nol rupiah"),
        (10_000_000_000, "sepuluh miliar rupiah"),
        (200_000_001, "dua ratus juta satu rupiah"),
        (-1_500, "minus seribu lima ratus rupiah"),
        (24_799_999_999, "dua puluh empat miliar tujuh ratus sembilan puluh sembilan juta sembilan ratus sembilan "
                         "puluh sembilan ribu sembilan ratus sembilan puluh sembilan rupiah"),
    ],
)  # fmt: skip
def test_amounts_are_written_out_as_in_official_papers(value, said):
    assert spoken.rupiah_words(value) == said
