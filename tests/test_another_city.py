"""A city that was made up, with its own reference data: its numbers, its pages and its files, and no word of ours."""

import csv
import datetime as dt
import html
import io
import json
import re
import urllib.request
import zipfile
import zoneinfo
from pathlib import Path

import pypdf
import pytest
from streamlit.testing.v1 import AppTest

from monev.handouts import catalogue
from monev.settings import HOME, REFERENCE
from monev.snapshot import store
from tests import handed
from tests.conftest import monev
from tests.screen import FILES, FIRST, PAGES, one_line

pytestmark = pytest.mark.panjang

CITY = HOME / "tests" / "kota_lain"
#: By relative path, as an operator would write it.
SETTINGS = {"FOLDER": "tests/kota_lain/lembar", "RUJUKAN": "tests/kota_lain/reference"}
AGENCIES = ("kpu", "bawaslu", "kesbangpol", "bpkpd", "sekretariat")

#: Worked out by hand from the sheets of 16 June 2031, two days before the vote.
EXPECTED = {
    # 4+5+3+3+4+3+0 TPS have their goods, and none of the four of Karang Surya, which has no row: 22 of 34. The five of
    # Mega Senja ("5-6") are not known. Between 40 (this city's own bound) and 100.
    "tps_terlayani_persen": (100 * 22 / 34, "kuning"),
    # Ballots for the mayor lack 19.988 - 19.500, ink 78 - 70, and its promise of 10 June is over. Forms ("±39") are not
    # known; boxes 80 - 2 of 78, booths 117 of 3 × 39, ballots for the governor 20.000 - 30 + 18, seals 195 of 5 × 39.
    "barang_kurang": (2, "merah"),
    "barang_siap_persen": (100 * 4 / 6, "merah"),
    "pencairan_kpu_persen": (100, "hijau"),  # 3,6 and 5,4 of 9 miliar
    "pencairan_bawaslu_persen": (40, "merah"),  # 1 of 3 - 0,5 miliar; this city's bound is 50
    "selisih_kpu_rp": (0, "hijau"),
    "selisih_bawaslu_rp": (10_000_000, "merah"),  # 1 miliar against 990 juta, paid in January
    "pencairan_pengamanan_persen": (100, "hijau"),  # 500 of 500 juta of the police; the army has no agreement
    "sisa_hibah_belum_kembali_rp": (None, "belum_waktunya"),
    "laporan_penggunaan_belum_masuk": (None, "belum_waktunya"),
    "sarpras_siap_persen": (75, "kuning"),  # 60 of 78 linmas are there; green from 90, yellow from 70
    "kasus_aktif": (2, "kuning"),  # TRL-01 and TRL-02; the state of TRL-05 cannot be read
    "kasus_lewat_tenggat": (1, "merah"),  # TRL-01: 5 June + 7 days here
    "laporan_lewat_7_hari": (0, "hijau"),
    "mitigasi_tinggi_persen": (100 * 2 / 3, "merah"),
    # Arunika (potential, TPS), Candrakala Lor (all four) and Pasir Nila (TPS, goods); yellow to 2 here.
    "kelurahan_prioritas": (3, "merah"),
    "kelurahan_tanpa_kegiatan": (2, "merah"),  # Mega Senja, last on 10 May, and Pasir Nila, written Pasir Nilla
    # 40+100+50+80, 30+45+200, 60+35 people for 19.500 voters: over 30, but two rows cannot be read.
    "peserta_per_1000_pemilih": (640 / 19.5, "kuning"),
    "segmen_tanpa_kegiatan": (2, "kuning"),  # the young, whose row is held, and the disabled, who are still planned
    "c_pemberitahuan_persen": (100 * 13_150 / 19_500, "kuning"),  # red from the day of the vote on only
    "kegiatan_tumpang_tindih": (1, "kuning"),  # 5 June in Candrakala Lor
    "kasus_asn": (2, "kuning"),
    "rekomendasi_belum_dieksekusi": (1, "merah"),
    "rekomendasi_lewat_14_hari_kerja": (1, "merah"),  # since 5 May; ten working days here
    "kasus_tanpa_tindak_lanjut": (0, "hijau"),
    "pakta_integritas_persen": (None, "belum_dilaporkan"),
    "kejadian_14_hari": (3, "kuning"),  # 10, 12 and 14 June; ten days here, green to 1, yellow to 3
    "kejadian_tinggi_terbuka": (1, "kuning"),
    "kelurahan_potensi_tinggi": (1, "kuning"),
    "kelurahan_tanpa_fkdm_persen": (25, "merah"),  # 2 of the 8 that can be read
    "laporan_desk_terlambat_hari": (0, "hijau"),  # due on the 5th here
    # Of what is judged from the day after the vote on nothing is known yet.
    "psu_belum_selesai": (None, "belum_waktunya"),
    "sengketa_berjalan": (None, "belum_waktunya"),
    "partisipasi_persen": (None, "belum_waktunya"),
    "suara_tidak_sah_persen": (None, "belum_waktunya"),
    "rekap_terlambat": (None, "belum_waktunya"),
}
#: Per agency of that day: rows seen, counted, held and layout, counted in the files.
ROWS = {
    "kpu": (38, 31, 0, 7),
    "bawaslu": (21, 16, 0, 5),
    "kesbangpol": (23, 18, 1, 4),
    "bpkpd": (15, 12, 0, 3),
    "sekretariat": (7, 5, 0, 2),
}


def _ours():
    """The city that is delivered, its kecamatan, its kelurahan and its time; the other one is an hour ahead."""
    with (REFERENCE / "wilayah.csv").open(encoding="utf-8-sig", newline="") as file:
        places = {row[level] for row in csv.DictReader(file) for level in ("kecamatan", "kelurahan")}
    return {"Sukabumi", "WIB", *places}


FOREIGN = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _ours()), key=len, reverse=True))})\b|(?<!\d)2024(?!\d)")


@pytest.fixture(scope="module")
def shot(tmp_path_factory):
    """The folder of the two snapshots of the other city, made by the command line."""
    folder = tmp_path_factory.mktemp("kota-lain")
    done = monev("sync", POTRET=folder, **SETTINGS)
    assert done.returncode == 0, done.stderr
    return folder


def ask(shot, question):
    done = monev("ask", question, "--format", "json", POTRET=shot, **SETTINGS)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def snapshot(shot):
    newest = store.latest(shot)
    with store.Snapshot(shot, newest, store.previous(shot, newest)) as opened:
        yield opened


def foreign(text):
    """What `text` holds of our city or of the year of its vote."""
    return FOREIGN.findall(one_line(text))


def of_archive(content):
    """Everything written in an office file, also in charts, notes, properties and the workbooks within."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                parts.append(of_archive(archive.read(name)))
            elif name.endswith((".xml", ".rels")):
                parts.append(re.sub(r"<[^>]*>", " ", archive.read(name).decode("utf-8")))
    return html.unescape(" ".join(parts))


# --- numbers ---


def test_every_indicator_has_the_value_that_was_worked_out_by_hand(shot):
    found = {row["kode"]: (row["nilai"], row["status"]) for row in ask(shot, "bersama/angka_semua")}
    assert {kode: status for kode, (_, status) in found.items()} == {
        kode: status for kode, (_, status) in EXPECTED.items()
    }
    assert {kode: value for kode, (value, _) in found.items()} == {
        kode: pytest.approx(value) for kode, (value, _) in EXPECTED.items()
    }


def test_bounds_and_rules_of_the_other_city_decide_and_not_ours(shot):
    said = " ".join(row["kalimat"] for row in ask(shot, "bahan/angka"))
    assert "sasarannya 30" not in said, "reached: it is no longer aimed at"
    assert "lewat tenggat 7 hari" in said and "dalam 20 hari terakhir" in said and "dalam 10 hari terakhir" in said
    assert "lewat 10 hari kerja" in said and "5 Juni" in said


def test_every_row_is_counted_held_or_layout(shot, snapshot):
    tabs = snapshot.select("from tab")
    assert (tabs.terlihat == tabs.terhitung + tabs.ditahan + tabs.tata_letak).all()
    for agency, expected in ROWS.items():
        own = tabs[tabs.instansi == agency]
        assert tuple(int(own[name].sum()) for name in ("terlihat", "terhitung", "ditahan", "tata_letak")) == expected
        written = [len(list(csv.reader(path.open(encoding="utf-8", newline="")))) for path in _files(agency)]
        assert sum(written) == expected[0]


def _files(agency):
    return sorted((CITY / "lembar" / agency).glob("*.csv"))


def test_what_was_typed_wrong_is_a_finding_with_an_example_of_the_other_city(shot):
    done = monev("findings", "--format", "json", POTRET=shot, **SETTINGS)
    found = {(row["tab"], row["tertulis"]): row for row in json.loads(done.stdout)}
    typed = {"5-6", "±39", "prosess lanjut", "Pasir Nilla", "sekitar 20 orang", "kadang", "Senin, 3 Desember 2030"}
    assert typed <= {written for _, written in found}
    assert found["pendidikan_politik", "Pasir Nilla"]["saran"] == "tulis Pasir Nila"
    assert not foreign(done.stdout)


def test_moments_are_kept_and_said_by_the_clock_of_the_other_city(shot):
    [meta] = ask(shot, "bersama/bingkai")
    made = dt.datetime.fromisoformat(str(meta["dibuat"]))
    there = dt.datetime.now(zoneinfo.ZoneInfo("Asia/Makassar")).replace(tzinfo=None)
    assert dt.timedelta() <= there - made < dt.timedelta(minutes=45), "an hour before it would be ours"


def test_the_meeting_before_is_compared_with(shot):
    assert store.snapshots(shot)[0][7:17] == "2031-06-02"
    assert {row["kode"] for row in ask(shot, "ringkasan/perubahan")} >= {"tps_terlayani_persen", "kasus_aktif"}


def test_the_reference_data_fit_the_contracts_and_every_question():
    done = monev("check", **SETTINGS)
    assert done.returncode == 0, done.stderr


# --- what is seen and taken home ---


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_and_says_nothing_of_our_city(monkeypatch, shot, page):
    for name in ("SUMBER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    for name, value in ({"POTRET": str(shot)} | SETTINGS).items():
        monkeypatch.setenv(f"MONEV_{name}", value)
    app = AppTest.from_file(str(HOME / "app.py"), default_timeout=60).run()
    app = app if page == FIRST else app.switch_page(FILES[page]).run()
    assert not app.exception and not app.error
    drawn = " ".join(str(block.value) for block in app.get("html"))
    # Links in a sentence hold ids of snapshots, which are no words.
    assert "16 Juni 2031" in drawn and " WITA" in drawn and not foreign(re.sub(r"<[^>]*>", " ", drawn))


def test_no_page_in_a_browser_says_anything_of_our_city(shot, start, screen):
    with start(shot, **SETTINGS) as (address, _):
        shown = screen()
        for page in PAGES:
            said = " ".join(one["said"] for one in shown.open(address, page).words())
            assert "Juni" in said and not foreign(said), page
            assert not shown.troubles, page
        mark = shown.tab.locator("[data-testid=stHeaderLogo], [data-testid=stLogo]").first.get_attribute("src")
        with urllib.request.urlopen(mark) as drawn:
            assert b"Monev Kota Tirtaloka" in drawn.read(), "the logo beside the reference data"


@pytest.mark.parametrize("one", catalogue.offered(), ids=lambda one: one.code)
def test_a_file_to_take_home_says_nothing_of_our_city(monkeypatch, snapshot, one):
    monkeypatch.setenv("MONEV_RUJUKAN", SETTINGS["RUJUKAN"])
    said = of_archive(one.write(handed.source(snapshot), lambda *_: None))
    assert "2031" in said and not foreign(said)
    if one.pdf:
        opened = pypdf.PdfReader(io.BytesIO(one.pdf(handed.source(snapshot), lambda *_: None)))
        printed = " ".join(page.extract_text() for page in opened.pages)
        assert "2031" in printed and not foreign(printed)


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_template_of_a_spreadsheet_has_examples_of_the_other_city(tmp_path, agency):
    path = tmp_path / f"{agency}.xlsx"
    done = monev("template", agency, "--xlsx", str(path), **SETTINGS)
    assert done.returncode == 0, done.stderr
    said = of_archive(path.read_bytes())
    assert "2031" in said and not foreign(said)
    assert ("Lazuardi Atas" in said) == (agency in ("kpu", "bawaslu", "kesbangpol"))


def test_our_own_template_still_has_our_own_examples(tmp_path):
    path = tmp_path / "kpu.xlsx"
    assert monev("template", "kpu", "--xlsx", str(path)).returncode == 0
    assert "Contoh: Selabatu" in of_archive(path.read_bytes()) and "Contoh: 4 November 2024" in of_archive(
        path.read_bytes()
    )


def test_the_sheets_of_the_other_city_are_marked_as_simulated():
    for facts in Path(CITY / "lembar").rglob("sumber.toml"):
        assert "simulasi = true" in facts.read_text("utf-8")
