"""A second topic, examples/stunting, served by the same engine: its numbers, its pages and its files, and no word of ours.

MONEV_PROYEK is read when the engine is imported, so each of these runs the engine in a process of its own.
"""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import urllib.request
from collections import Counter

import openpyxl
import pytest

from monev.settings import HOME
from monev.snapshot import store
from tests.conftest import monev, surroundings

pytestmark = pytest.mark.panjang

TOPIC = HOME / "examples" / "stunting"
PAGES = ("", "layanan", "keluarga", "bantuan", "tindak_lanjut", "perubahan", "rapat", "bahan", "mutu_data")
#: Words of the topic at our top level, and of a day that is counted to: this one has none.
FOREIGN = re.compile(
    r"pilkada|pemungutan|pemilih|pencoblosan|bawaslu|kesbangpol|bpkpd|sukabumi|netralitas|hibah|desk"
    r"|\b(?:KPU|TPS|NPHD|DPT|ASN|Hari H)\b|\bH[-+]\d",
    re.I,
)
#: What people type on purpose as it should not be typed.
MISTAKES = {("dinkes", "posyandu", "F11"), ("dinsos", "bantuan", "A7")}

#: Worked out by hand from the sheets of 6 October 2025; in brackets those of 8 September.
EXPECTED = {
    "posyandu_aktif_persen": (100 * 89 / 96, "hijau", 100 * 90 / 96),
    # 14 kelurahan have 3.615 toddlers; the 259 of Embunbiru Lor are left out, whose number cannot be read.
    "balita_ditimbang_persen": (100 * 2_798 / (3_615 - 259), "kuning", 100 * 2_965 / 3_615),
    "masalah_gizi_ditangani_persen": (100 * 93 / 101, "kuning", 100 * 89 / 103),
    "ibu_kek_pmt_persen": (None, "belum_dilaporkan", 100 * 76 / 80),  # the tab is empty this month
    "keluarga_didampingi_persen": (100 * 2_405 / 2_840, "kuning", 100 * 2_275 / 2_840),
    "catin_didampingi_persen": (100 * 195 / 204, "hijau", 100 * 169 / 188),
    "laporan_terlambat": (2, "kuning", 1),  # Danauperak and Fajarlembayung; in September Fajarlembayung alone
    # The row of Embunbirru is held: 190 of 198 are left out.
    "bantuan_tersalur_persen": (100 * (1_290 - 190) / (1_666 - 198), "merah", 100 * 1_033 / 1_666),
    "anggaran_terealisasi_persen": (100 * 1_855.5 / 3_050, "kuning", 100 * 1_550 / 3_050),
}
#: Kecamatan in which two agencies say different things: their figures.
APART = {
    "layanan": {"Danauperak": (401, 415), "Galaksihijau": (429, 431)},
    "keluarga": {"Cahayasenja": (455, 451), "Danauperak": (498, 430), "Embunbiru": (351, None)},
}


def told(potret, project=TOPIC):
    """What the topic answers and hands out, newest snapshot."""
    done = subprocess.run([sys.executable, "-m", "tests.topic_told", potret], cwd=HOME, capture_output=True, text=True,
                          encoding="utf-8", timeout=60, env=surroundings(PROYEK=project, POTRET=potret))  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def potret(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stunting")
    done = monev("sync", PROYEK=TOPIC, POTRET=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def all_told(potret):
    return told(potret)


@pytest.fixture(scope="module")
def asked(all_told):
    return all_told["asked"]


def test_the_project_is_well_declared():
    done = monev("check", PROYEK=TOPIC)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Kontrak 3 instansi dengan 9 tab")


def test_every_row_is_accounted_for_on_both_days(potret):
    days = sorted(path.stem for path in potret.glob("*.duckdb"))
    assert [day[7:17] for day in days] == ["2025-09-08", "2025-10-06"]
    counts = []
    for day in days:
        with store.Snapshot(potret, day) as shot:
            rows = shot.select("select instansi, kelas, count(*) as banyak from baris group by all")
            counts.append({(row["instansi"], row["kelas"]): row["banyak"] for row in rows.to_dict("records")})
    for day, folder in zip(counts, (TOPIC / "samples" / "2025-09-08", TOPIC / "samples"), strict=True):
        for agency in ("dinkes", "dppkb", "dinsos"):
            lines = [
                row
                for path in (folder / agency).glob("*.csv")
                for row in csv.reader(path.read_text("utf-8").splitlines())
                if any(row)
            ]
            assert sum(many for (of, _), many in day.items() if of == agency) == len(lines), agency
    assert [sum(many for (_, kind), many in day.items() if kind == "ditahan") for day in counts] == [0, 1]


@pytest.mark.parametrize("code", EXPECTED)
def test_every_number_is_as_worked_out_by_hand(asked, code):
    value, status, before = EXPECTED[code]
    [now] = [row for row in asked["bersama/angka_pokok"] if row["kode"] == code]
    [then] = [row for row in asked["bersama/pembanding"] if row["kode"] == code]
    assert now["status"] == status
    assert now["nilai"] == (None if value is None else pytest.approx(value))
    assert then["dulu_nilai"] == pytest.approx(before)


def test_all_its_numbers_are_among_them(asked):
    assert {row["kode"] for row in asked["bersama/angka_pokok"]} == set(EXPECTED)


@pytest.mark.parametrize("page", APART)
def test_two_agencies_are_compared_place_by_place(asked, page):
    rows = [row for row in asked["bersama/rekonsiliasi"] if row["halaman"] == page]
    assert len(rows) == 7
    apart = {
        row["kunci"].removeprefix("Kecamatan "): (row["nilai_kiri"], row["nilai_kanan"])
        for row in rows
        if row["selisih"] != 0
    }
    assert apart == APART[page]


def test_a_point_names_whose_sheets_its_numbers_and_its_comparisons_come_from(asked):
    named = {}
    for row in asked["bersama/sumber"]:
        named.setdefault(row["halaman"], []).append(row["instansi"])
    assert named == {"layanan": ["dinkes", "dppkb"], "keluarga": ["dppkb", "dinsos"], "bantuan": ["dppkb", "dinsos"]}


def test_the_typing_mistakes_are_found_and_nothing_else(asked):
    assert {(row["instansi"], row["tab"], row["sel"]) for row in asked["mutu_data/temuan"]} == MISTAKES


def test_what_was_promised_is_followed(asked):
    assert Counter(row["keadaan"] for row in asked["tindak_lanjut/daftar"])["selesai"] == 3
    assert {row["id"] for row in asked["tindak_lanjut/daftar"] if row["lewat"]} == {
        "TL-2025-09-08-01", "TL-2025-09-08-04"}  # fmt: skip


def test_no_answer_and_no_hand_out_has_a_word_of_another_topic(all_told):
    said = {name: json.dumps(rows, ensure_ascii=False) for name, rows in all_told["asked"].items()} | all_told["made"]
    found = {name: FOREIGN.search(text)[0] for name, text in said.items() if FOREIGN.search(text)}
    assert not found and not all_told["wrong"]


def test_hand_outs_are_headed_by_its_own_names(all_told):
    made = all_told["made"]
    assert made["notula"].lstrip().startswith("Notula Rapat TPPS\nPercepatan Penurunan Stunting Kota Contoh\n")
    assert {"notula.pdf", "nota-dinas", "nota-dinas.pdf"} <= made.keys()
    for one in ("notula", "notula.pdf", "nota-dinas", "nota-dinas.pdf"):
        assert "TIM PERCEPATAN PENURUNAN STUNTING" in made[one], one
    assert "Yth. Wali Kota Contoh" in made["nota-dinas"] and "Yth. Wali Kota Contoh" in made["nota-dinas.pdf"]
    assert "Rapat TPPS" in made["paparan"] and "Tabel rapat TPPS" in made["tabel"]
    assert {"Penimbangan", "Bantuan pangan"} <= set(made["tabel"].splitlines()), "sheets of its own"


def test_hand_outs_name_no_difference_where_both_agree(all_told):
    """A held row makes all comparisons of its tab unsure; on the page those that agree are folded away."""
    assert "\n0 keluarga" not in all_told["made"]["paparan"] and "\n0 keluarga" not in all_told["made"]["notula"]
    assert "Cocok di kedua pihak: 9 perbandingan." in all_told["made"]["paparan"]


def test_a_sheet_to_fill_is_made_of_its_contract(tmp_path):
    done = monev("template", "dppkb", "--xlsx", str(tmp_path / "dppkb.xlsx"), PROYEK=TOPIC)
    assert done.returncode == 0, done.stderr
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "dppkb.xlsx").read_bytes()))
    assert {"Tindak Lanjut", "Keluarga Berisiko", "Catin", "Laporan Kecamatan", "Anggaran"} <= set(book.sheetnames)
    said = "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    assert not FOREIGN.search(said)


def test_a_meeting_needs_no_course_of_its_own(tmp_path):
    project = tmp_path / "tanpa_acara"
    shutil.copytree(TOPIC, project, ignore=shutil.ignore_patterns("potret", "acara.csv", "istilah.csv", "kata.toml"))
    assert monev("check", PROYEK=project).returncode == 0
    assert monev("sync", PROYEK=project, POTRET=tmp_path / "potret").returncode == 0
    course = told(tmp_path / "potret", project)["asked"]["bersama/acara"]
    assert [row["halaman"] for row in course] == ["ringkasan", "layanan", "keluarga", "bantuan", "tindak_lanjut"]


# --- served ---


def words_of(tab):
    """All that is read on the page, and its name in the browser."""
    return f"{tab.tab.title()}\n{tab.tab.inner_text('body')}"


@pytest.mark.parametrize("mode", ["", "?mode=rapat"])
@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_every_page_stands_in_its_own_words(served, screen, mode, size):
    tab = screen(*size)
    for page in PAGES:
        tab.open(served, f"/{page}{mode}")
        said = words_of(tab)
        assert tab.tab.get_by_test_id("stException").count() == 0, page
        assert not FOREIGN.search(said), (page, FOREIGN.search(said)[0])
        assert page or tab.tab.locator(".hitung-mundur").count() == 0, "there is no day to count to"
    assert tab.troubles == []


@pytest.fixture(scope="module")
def served(start, potret):
    with start(potret, PROYEK=TOPIC) as (address, _):
        yield address


def test_the_logo_is_its_name_where_it_has_no_picture(served):
    with urllib.request.urlopen(f"{served}/logo.svg", timeout=30) as answer:
        drawn = answer.read().decode()
        assert answer.headers.get_content_type() == "image/svg+xml"
    assert ">Monev Stunting</text>" in drawn and ">Kota Contoh</text>" in drawn


def test_a_meeting_is_frozen_decided_in_and_taken_home(start, screen, tmp_path):
    settings = {"PROYEK": TOPIC, "POTRET": tmp_path / "potret"}
    assert monev("sync", **settings).returncode == 0
    with start(settings["POTRET"], PROYEK=TOPIC) as (address, _):
        tab = screen().open(address, "/rapat")
        tab.tab.get_by_role("button", name="Bekukan angka dan mulai rapat").click()
        tab.tab.locator(".strip", has_text="angka dibekukan").wait_for()
        tab.settle().open(address, "/keluarga")
        tab.tab.keyboard.press("k")
        tab.until("document.activeElement?.getAttribute('aria-label') === 'Apa yang diputuskan'")
        tab.tab.keyboard.type("DPPKB menambah TPK di Danauperak paling lambat 17 Oktober")
        tab.tab.get_by_text("dari kalimat").first.wait_for()
        tab.tab.keyboard.press("Enter")
        tab.tab.get_by_text("Tercatat:").wait_for()
        assert not FOREIGN.search(words_of(tab.settle()))
    assert monev("send", **settings).returncode == 0
    kept = (settings["POTRET"] / "lembar" / "dppkb" / "tindak_lanjut.csv").read_text("utf-8").splitlines()
    [row] = [row for row in csv.DictReader(kept[1:]) if "menambah TPK" in row["Uraian"]]
    assert row["Agenda"].lower().startswith(("keluarga", "pendampingan")) and row["Penanggung Jawab"] == "DPPKB"
    assert "17" in row["Tenggat"] and row["Potret"].endswith(store.latest(settings["POTRET"])[-8:])
    assert monev("sync", **settings).returncode == 0
    made = told(settings["POTRET"])["made"]
    assert all("menambah TPK di Danauperak" in made[one] for one in ("paparan", "notula", "nota-dinas", "tabel"))
    assert not any(FOREIGN.search(text) for text in made.values())
