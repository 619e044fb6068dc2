"""The engine knows no word of the project: its agencies, its indicators, and what kata.toml says of its topic."""

import json
import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from monev.contract import agenda_csv, kata_toml, reference
from monev.contract.reference_csv import ReferenceDataError
from monev.settings import CONTRACTS, HOME, QUERIES, REFERENCE
from monev.snapshot import comparison_sql, indicator_sql, queries
from monev.words import vocabulary
from tests.conftest import surroundings

pytestmark = pytest.mark.panjang

ENGINE = HOME / "monev"
#: Also a role in every series of meetings: whoever keeps its minutes.
ROLES = {"sekretariat"}


def project_words():
    """Whole words, in small letters: those beside which a name is told apart are anybody's."""
    said = tomllib.loads((REFERENCE / vocabulary.FILE).read_text("utf-8"))
    agencies = {path.stem for path in CONTRACTS.glob("*.toml")} - {"bersama"} - ROLES
    declared = {one.declared.code for one in queries.load().values() if one.kind in (indicator_sql, comparison_sql)}
    points = {row["halaman"] for row in agenda_csv.read(REFERENCE)}
    return agencies | declared | points | {word for value in said.values() for word in value}


def engine_files():
    for path in sorted(
        path
        for path in ENGINE.rglob("*")
        if path.suffix in (".py", ".sql", ".js", ".css", ".html", ".toml", ".csv", ".svg")
    ):
        yield path.relative_to(ENGINE).as_posix(), path.read_text("utf-8")


def test_no_word_of_the_project_stands_in_the_engine():
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(project_words(), key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)
    found = [
        f"monev/{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit[0]}"
        for name, text in engine_files()
        for hit in pattern.finditer(text)
    ]
    assert not found


def test_every_key_of_the_topics_words_is_used_somewhere():
    text = "\n".join(path.read_text("utf-8") for path in ENGINE.rglob("*.py") if path.name != "vocabulary.py")
    used = {
        word
        for call in re.findall(r"(?:either|words)\(([^()]*)\)", text)
        for word in re.findall(r"['\"](\w+)['\"]", call)
    }
    assert set(vocabulary.LISTS) <= used
    assert all(call in text for call in ("offices()", "meant()", "kept_out()"))


MISTAKES = {
    'satuan_kucing = ["ekor"]': 'kunci "satuan_kucing": tidak dikenal; yang dikenal: satuan_orang, orang, ',
    'orang = "kader"': 'kunci "orang": harus daftar kata huruf kecil, misalnya ["kader", "balai warga"].',
    "orang = []": 'kunci "orang": harus daftar kata huruf kecil',
    "orang = [1]": 'kunci "orang": harus daftar kata huruf kecil',
    'orang = ["Kader"]': 'kunci "orang": harus daftar kata huruf kecil',
    'orang = ["(a|b)*"]': 'kunci "orang": harus daftar kata huruf kecil',
    'orang = ["a"]': 'kunci "orang": harus daftar kata huruf kecil',
    'kantor = ["puskesmas"]': 'kunci "kantor": harus tabel kata huruf kecil = tingkat.',
    'kantor = { puskesmas = "kota" }': 'kunci "kantor": tingkatnya harus kecamatan atau kelurahan.',
    "kantor = { puskesmas = 1 }": 'kunci "kantor": tingkatnya harus kecamatan atau kelurahan.',
    "kantor = { puskesmas = [] }": 'kunci "kantor": tingkatnya harus kecamatan atau kelurahan.',
    'sebutan_ganda = { kader = "bps" }': 'kunci "sebutan_ganda": harus tabel sebutan = ',
    'sebutan_ganda = { kader = { pilihan = "bps", bila = [] } }': 'kunci "sebutan_ganda": harus tabel sebutan = ',
    'sebutan_ganda = { kader = { pilihan = "A B", bila = ["aa"] } }': 'kunci "sebutan_ganda": harus tabel sebutan = ',
    'tidak_dibaca = ["gaji"]': 'kunci "tidak_dibaca": harus tabel isinya = daftar kata huruf kecil',
    "tidak_dibaca = { gaji = [] }": 'kunci "tidak_dibaca": harus tabel isinya = daftar kata huruf kecil',
    'tidak_dibaca = { gaji = ["Gaji"] }': 'kunci "tidak_dibaca": harus tabel isinya = daftar kata huruf kecil',
    'orang = ["kader"': "baris ",
}


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(REFERENCE, tmp_path / "reference")


@pytest.mark.parametrize("written", MISTAKES)
def test_a_mistake_among_the_topics_words_is_told_in_one_line(folder, written, monkeypatch):
    (folder / vocabulary.FILE).write_text(written, "utf-8")
    with pytest.raises(ReferenceDataError) as caught:
        reference.load(folder)
    [line] = str(caught.value).splitlines()
    assert line.startswith("reference/kata.toml, ") and MISTAKES[written] in line
    # Until it is mended there are none, and nothing breaks.
    monkeypatch.setenv("MONEV_RUJUKAN", str(folder))
    assert vocabulary.words(*vocabulary.LISTS) == () and vocabulary.offices() == vocabulary.meant() == {}
    assert vocabulary.either("orang") == "(?!)"


def test_a_city_shares_the_words_of_the_topic_unless_it_has_its_own(folder, monkeypatch):
    monkeypatch.setenv("MONEV_RUJUKAN", "tests/kota_lain/reference")
    assert vocabulary.words("satuan_tempat") == ("tps",)
    (folder / vocabulary.FILE).write_text('satuan_tempat = ["posyandu", "balai warga"]\n', "utf-8")
    kata_toml.check(folder)
    monkeypatch.setenv("MONEV_RUJUKAN", str(folder))
    assert vocabulary.either("satuan_tempat", "dana") == r"balai\ warga|posyandu"


READ = """
import datetime as dt, json
from monev.meeting.sentence import Days, understand
from monev.reading.cells import units
from monev.reading.layout import total_keys
from monev.reading.personal import phones
from monev.snapshot import queries

days = Days(dt.date(2024, 11, 4), None, {}, frozenset())
said = understand("Dishub kirim laporan paling lambat 6 November", days, {"dishub": ["Dishub"]}, {})
print(json.dumps({
    "topic": [total_keys.is_whole_total("JUMLAH HIBAH"), total_keys.rest("551 TPS"), "pemilih" in units.UNITS],
    "engine": [total_keys.is_whole_total("JUMLAH BARANG"), total_keys.rest("7 Kecamatan"), "peserta" in units.UNITS],
    "said": [str(said.day), said.bodies.owners],
    "stand in": sorted(queries.load().keys() & {"lama/hari_bernama", "lembar/hari_bernama"}),
}))
"""


def run(project, *arguments):
    around = surroundings(PROYEK=project)
    done = subprocess.run(
        [sys.executable, *arguments], cwd=HOME, env=around, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_without_words_of_a_topic_the_engine_reads_by_its_own(tmp_path):
    for one in (CONTRACTS, QUERIES, REFERENCE):
        shutil.copytree(one, tmp_path / one.name)
    own = json.loads(run(tmp_path, "-c", READ))
    assert own == {
        "topic": [True, "banyaknya", True], "engine": [True, "banyaknya", True], "said": ["2024-11-06", ["dishub"]],
        "stand in": ["lembar/hari_bernama"],
    }  # fmt: skip
    for gone in ("reference/kata.toml", "queries/lembar/hari_bernama.sql", "queries/lembar/tanggal_penting.sql"):
        (tmp_path / gone).unlink()
    assert json.loads(run(tmp_path, "-c", READ)) == own | {
        "topic": [False, "", False],
        "stand in": ["lama/hari_bernama"],
    }
    assert run(tmp_path, "-m", "monev", "check").rstrip().endswith("sesuai.")
