"""An indicator is one file: what its block may say, what a mistake in it reads like, and that no other one suffers."""

import re
import shutil

import duckdb
import pytest

from monev.contract import comparisons, indicators, reference
from monev.contract.reference_csv import ReferenceDataError
from monev.contract.sql_block import fit
from monev.settings import QUERIES, REFERENCE
from monev.snapshot import outside_sql, queries, store
from monev.sync import declared, project_check
from tests.given import Opened, _against, given, numbers_of, read, rows

BLOCK = """/* indikator
nama   = "Posyandu aktif"
urutan = 1
satuan = "persen"
arah   = "naik"
hijau  = 100
kuning = 80
basis  = "P"
dasar  = "Usulan: hijau {hijau}, kuning mulai {kuning} persen"
memakai = { "kpu/pemilih_tps" = ["jumlah_tps"] }
*/
-- Berapa?
-- Satu baris.
select 50.0 as nilai
"""


@pytest.fixture
def one(tmp_path):
    """The file of an indicator in a project of its own."""
    path = tmp_path / "queries" / "logistik" / "indikator" / "aktif.sql"
    path.parent.mkdir(parents=True)
    path.write_text(BLOCK, "utf-8")
    return path


def told(path, stands="", instead=""):
    """What is said of the file once this is put in place of that, behind its name."""
    assert stands in BLOCK
    path.write_text(BLOCK.replace(stands, instead) if stands else instead, "utf-8")
    with pytest.raises(ReferenceDataError) as refused:
        found = indicators.read(path)
        indicators.in_turn([found])
        indicators.bounds([found], [], {"hari": 7.0})
    name, line = str(refused.value).split(".sql", 1)
    assert name == "queries/logistik/indikator/aktif" and "\n" not in line
    return line.lstrip(",: ")


def test_a_file_says_all_of_an_indicator(one):
    [found] = indicators.load(one.parents[2])
    assert (found.code, found.page, found.sql) == ("aktif", "logistik", BLOCK.split("*/\n")[1].strip())
    [row] = indicators.bounds([found], [], {})
    assert row == {
        "kode": "aktif", "halaman": "logistik", "urutan": 1, "indikator": "Posyandu aktif", "satuan": "persen",
        "arah": "naik", "hijau": 100.0, "kuning": 80.0, "basis": "P", "bicara": 1,
        "dasar": "Usulan: hijau 100, kuning mulai 80 persen", "mulai": None, "sampai": None,
    }  # fmt: skip
    assert indicators.coverage([found]) == [
        {"kode": "aktif", "instansi": "kpu", "tab": "pemilih_tps", "kolom": ["jumlah_tps"], "penentu": [],
         "boleh_kosong": False, "gabung": False}
    ]  # fmt: skip


def test_what_is_left_out_is_taken_as_the_format_says(one):
    one.write_text(re.sub("kuning = 80\n", "bicara = 4\n", BLOCK).replace(", kuning mulai {kuning}", ""), "utf-8")
    [row] = indicators.bounds(indicators.load(one.parents[2]), [], {})
    assert (row["kuning"], row["bicara"]) == (None, 4)


def test_a_bound_names_a_rule_and_a_city_says_otherwise(one):
    one.write_text(BLOCK.replace("= 80", '= "{hari}"'), "utf-8")
    found = indicators.load(one.parents[2])
    [row] = indicators.bounds(found, [], {"hari": 7.0})
    assert row["kuning"] == 7 and "kuning mulai 7 persen" in row["dasar"]
    said = [{"kode": "aktif", "hijau": 90.0, "kuning": None, "dasar": None}]
    [row] = indicators.bounds(found, said, {"hari": 7.0})
    assert (row["hijau"], row["kuning"]) == (90, 7) and "hijau 90, kuning mulai 7" in row["dasar"]
    [row] = indicators.bounds(
        found, [{"kode": "aktif", "hijau": None, "kuning": 5.0, "dasar": "SK {kuning}"}], {"hari": 7.0}
    )
    assert (row["hijau"], row["kuning"], row["dasar"]) == (100, 5, "SK 5")


MISTAKES = {
    "no block": ("", "select 1 as nilai", "harus dibuka dengan /* indikator, lalu TOML, lalu */."),
    "no end": ("*/", "", "harus dibuka dengan /* indikator, lalu TOML, lalu */."),
    "no TOML": ('satuan = "persen"', "satuan = persen", "baris 4, bukan TOML yang sah; tulis nama ="),
    "key twice": ('satuan = "persen"', 'nama = "x"', "baris 4, bukan TOML yang sah; tulis nama ="),
    "no name": ('nama   = "Posyandu aktif"', "", 'kunci "nama": belum diisi.'),
    "blank name": ('"Posyandu aktif"', '""', 'kunci "nama": harus diisi teks.'),
    "no ground": ("dasar", "alasan", 'kunci "alasan": tidak dikenal; yang dikenal: '),
    "turn as text": ("urutan = 1", 'urutan = "1"', 'kunci "urutan": harus diisi bilangan bulat.'),
    "turn as truth": ("urutan = 1", "urutan = true", 'kunci "urutan": harus diisi bilangan bulat.'),
    "wrong turn": ("urutan = 1", "urutan = 3", 'kunci "urutan": harus 1.'),
    "sign as unit": ('"persen"', '"%"', 'kunci "satuan": "%" bukan persen, rp, hari, atau kata benda yang dihitung.'),
    "direction": ('"naik"', '"atas"', 'kunci "arah": "atas" bukan salah satu dari naik, turun.'),
    "basis": ('"P"', '"X"', 'kunci "basis": "X" bukan salah satu dari R, P.'),
    "bound as text": ("= 100", '= "seratus"', 'kunci "hijau": '),
    "bound that is none": ("= 100", "= nan", 'kunci "hijau": bilangannya terlalu besar atau bukan bilangan.'),
    "bound too large": ("= 100", "= 1e300", 'kunci "hijau": bilangannya terlalu besar atau bukan bilangan.'),
    "bounds in the wrong order": ("kuning = 80", "kuning = 120", 'kunci "kuning": lebih ketat daripada hijau.'),
    "begins on no day": ("basis ", 'mulai = "besok"\nbasis ', 'kunci "mulai": "besok" bukan tanggal; tulis seperti'),
    "begins as a number": ("basis ", "mulai = 3\nbasis ", 'kunci "mulai": harus diisi teks atau tanggal.'),
    "counts to no day": ("basis ", 'sampai = "H-3"\nbasis ', 'kunci "sampai": "H-3" menghitung dari hari_h'),
    "ends before it begins": (
        "basis ", "mulai = 2024-11-05\nsampai = 2024-11-04\nbasis ", 'kunci "sampai": lebih awal daripada mulai.'),
    "unknown rule": ("{hijau}", "{entah}", 'kunci "dasar": "entah" bukan kode aturan'),
    "ground too long": ("Usulan", "x" * 501, 'kunci "dasar": harus satu baris, paling banyak 500 tanda'),
    "ground with a hidden sign": ("Usulan", "Usul\\u202ean", 'kunci "dasar": harus satu baris'),
    "uses nothing": ('{ "kpu/pemilih_tps" = ["jumlah_tps"] }', "{}", 'kunci "memakai": harus diisi tabel.'),
    "uses a word": ('{ "kpu/pemilih_tps" = ["jumlah_tps"] }', '"kpu"', 'kunci "memakai": harus diisi tabel.'),
    "tab without its agency": ("kpu/pemilih_tps", "pemilih_tps", 'kunci "memakai.pemilih_tps": tulis seperti instansi/tab.'),
    "agency that is SQL": ("kpu/pemilih_tps", "kpu; drop/x", 'kunci "memakai.kpu; drop/x": tulis seperti instansi/tab.'),
    "columns as one text": ('["jumlah_tps"]', '"jumlah_tps"', 'kunci "memakai.kpu/pemilih_tps": harus daftar kolom'),
    "part without columns": ('["jumlah_tps"]', "{ gabung = true }", 'kunci "memakai.kpu/pemilih_tps": kolom belum diisi.'),
    "no part": ('["jumlah_tps"]', "[{}]", 'kunci "memakai.kpu/pemilih_tps": kolom belum diisi.'),
    "unknown word of a part": (
        '["jumlah_tps"]', '{ kolom = ["jumlah_tps"], kosong = true }',
        'kunci "memakai.kpu/pemilih_tps.kosong": tidak dikenal; yang dikenal: kolom, ',
    ),
    "truth as a word": (
        '["jumlah_tps"]', '{ kolom = ["jumlah_tps"], gabung = "ya" }',
        'kunci "memakai.kpu/pemilih_tps.gabung": harus diisi true atau false.',
    ),
    "numbers for columns": ('["jumlah_tps"]', "{ kolom = [1] }", 'kunci "memakai.kpu/pemilih_tps.kolom": harus diisi daftar.'),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_block_is_one_line_that_names_file_and_key(one, mistake):
    stands, instead, line = MISTAKES[mistake]
    assert told(one, stands, instead).startswith(line)


def test_a_file_that_cannot_be_read_is_named(one):
    one.write_bytes(BLOCK.encode().replace(b"Posyandu", b"Posy\xe9ndu"))
    with pytest.raises(ReferenceDataError, match=r"aktif\.sql: bukan teks UTF-8"):
        indicators.read(one)
    one.unlink()
    one.mkdir()
    with pytest.raises(ReferenceDataError, match=r"aktif\.sql: tidak dapat dibuka"):
        indicators.read(one)


def test_a_name_that_is_no_code_and_a_code_twice_are_refused(one):
    other = one.parents[2] / "risiko" / "indikator" / "aktif.sql"
    other.parent.mkdir(parents=True)
    shutil.copy(one, other)
    with pytest.raises(ReferenceDataError, match="dua indikator dengan satu kode, aktif"):
        indicators.load(one.parents[2])
    with pytest.raises(queries.QuestionError, match="dua indikator dengan satu kode"):
        queries.load(one.parents[2])
    with pytest.raises(ReferenceDataError, match="nama berkas adalah kode"):
        indicators.read(other.rename(other.with_name("Posyandu aktif.sql")))


@pytest.mark.parametrize(
    "typed, line",
    [
        ('{ "dinkes/posyandu" = ["jumlah"] }', 'kunci "memakai.dinkes/posyandu": tidak ada tab itu di contracts/.'),
        ('{ "kpu/entah" = ["jumlah"] }', 'kunci "memakai.kpu/entah": tidak ada tab itu di contracts/.'),
        ('{ "kpu/hibah" = ["jumlah"] }', 'kunci "memakai.kpu/hibah": tidak ada kolom "jumlah" di tab itu.'),
    ],
)
def test_what_no_contract_has_is_told(one, typed, line):
    one.write_text(BLOCK.replace('{ "kpu/pemilih_tps" = ["jumlah_tps"] }', typed), "utf-8")
    with pytest.raises(ReferenceDataError) as refused:
        fit(*indicators.load(one.parents[2]), declared.load_contracts(REFERENCE))
    assert str(refused.value).endswith(line)


def test_what_indicators_and_comparisons_of_the_project_use_is_in_its_contracts():
    contracts = declared.load_contracts(REFERENCE)
    for one in (*indicators.load(QUERIES), *comparisons.load(QUERIES)):
        fit(one, contracts)


@pytest.mark.parametrize("text, line", [("kode,hijau,kuning,dasar\nentah,1,,\n", "kode entah tidak dikenal"),
                                        ("kode,hijau\nkasus_aktif,1\n", "kepala harus kode,hijau,kuning,dasar")])  # fmt: skip
def test_a_city_can_only_say_otherwise_of_what_there_is(tmp_path, text, line):
    folder = shutil.copytree(REFERENCE, tmp_path / "reference")
    (folder / "ambang.csv").write_text(text, "utf-8")
    with pytest.raises(ReferenceDataError, match=line):
        reference.load(folder)


# --- one that cannot be worked out ---

SHEETS = {
    "kpu/pemilih_tps": "kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan\nCikole | Cikole | 10 | 1.000 | 1.000"
}
BROKEN = {
    "SQL that does not parse": ("select 1 as nilai from where", "syntax error"),
    "SQL that writes": ("drop table meta", "syntax error"),
    "two statements": ("select 1 as nilai; select 2 as nilai", "syntax error"),
    "a table that is not there": ("select 1 as nilai from tidak_ada", "tidak_ada"),
    "a column that is not there": ("select entah as nilai from kpu__pemilih_tps", "entah"),
    "two rows": ("select unnest([1, 2]) as nilai", "memberi 2 baris, harus satu"),
    "text": ("select 'banyak' as nilai", "nilai bukan bilangan"),
    "a list": ("select [1] as nilai", "nilai bukan bilangan"),
    "no value": ("select 1 as jumlah", "kolom nilai tidak ada"),
    "one column too many": ("select 1 as nilai, 2 as entah", "kolom entah tidak dikenal"),
    "a division that fails": ("select error('jangan') as nilai", "jangan"),
}


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """The folder and the name of a snapshot of SHEETS."""
    folder = tmp_path_factory.mktemp("kota")
    return folder / "potret", read(folder, "2024-11-04", SHEETS)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of queries/ that is asked in place of the project's own."""
    copy = shutil.copytree(QUERIES, tmp_path / "queries")
    load = queries.load
    monkeypatch.setattr(queries, "load", lambda folder=copy: load(folder))
    return copy


@pytest.mark.parametrize("case", BROKEN)
def test_an_indicator_that_cannot_be_worked_out_says_so_and_the_others_go_on(project, city, case):
    sql, why = BROKEN[case]
    path = project / "logistik" / "indikator" / "barang_kurang.sql"
    path.write_text(path.read_text("utf-8").partition("*/\n")[0] + "*/\n" + sql, "utf-8")
    with Opened(*city, numbers=numbers_of("logistik")) as snapshot:
        found = {row["kode"]: row for row in rows(snapshot, "logistik/angka_pokok")}
    broken = found.pop("barang_kurang")
    assert broken["nilai"] is None and broken["status"] == "belum_dilaporkan"
    assert broken["kalimat"].startswith("Barang kurang belum dapat dihitung: ") and why in broken["kalimat"]
    assert len(found) == 11 and not any(":" in row["kalimat"] for row in found.values())


def test_a_block_that_cannot_be_taken_is_told_in_its_place_and_the_others_go_on(project, tmp_path, monkeypatch):
    path = project / "logistik" / "indikator" / "barang_kurang.sql"
    path.write_text(path.read_text("utf-8").replace('arah   = "turun"', 'arah = "naik-turun"'), "utf-8")
    told = reference.load(REFERENCE, queries=project).tables
    monkeypatch.setitem(_against(REFERENCE).tables, "ambang", store.Table(*told["ambang"]))
    monkeypatch.setitem(_against(REFERENCE).tables, "cakupan", store.Table(*told["cakupan"]))
    with given(tmp_path, "2024-11-04", SHEETS) as snapshot:
        found = rows(snapshot, "logistik/angka_pokok")
    [broken] = [row for row in found if row["kode"] == "barang_kurang"]
    assert broken["nilai"] is None and broken["status"] == "belum_dilaporkan"
    assert broken["kalimat"].startswith(
        "Barang kurang belum dapat dihitung: queries/logistik/indikator/barang_kurang.sql"
    )
    assert len(found) == 12 and sum(":" in row["kalimat"] for row in found) == 1


@pytest.mark.parametrize(
    "day, status, value, sentence",
    [
        ("2024-11-09", "belum_waktunya", 95.0, "Pakta integritas mulai dinilai 10 November."),
        ("2024-11-10", "kuning", 95.0, "Pakta integritas 95,0%."),
        ("2024-11-12", "kuning", 95.0, "Pakta integritas 95,0%."),
        ("2024-11-13", "selesai_dinilai", 95.0, "Pakta integritas 95,0%; selesai dinilai 12 November."),
    ],
)
def test_before_its_first_day_and_after_its_last_a_number_is_not_judged(
    project, tmp_path, monkeypatch, day, status, value, sentence
):
    path = project / "netralitas" / "indikator" / "pakta_integritas_persen.sql"
    block = path.read_text("utf-8").partition("*/\n")[0]
    block = re.sub(r"sampai .*\n", "", block)
    block = re.sub(r"nama .*", 'nama = "Pakta integritas"\nmulai = 2024-11-10\nsampai = "H-15"', block)
    path.write_text(block + "*/\nselect 95.0 as nilai", "utf-8")
    told = reference.load(REFERENCE, queries=project).tables
    monkeypatch.setitem(_against(REFERENCE).tables, "ambang", store.Table(*told["ambang"]))
    pledges = {"kesbangpol/pakta_integritas": "perangkat_daerah | jumlah_asn | jumlah_tanda_tangan\nDinas A | 10 | 9"}
    with given(tmp_path, day, pledges, numbers=numbers_of("netralitas")) as snapshot:
        [row] = rows(snapshot, "netralitas/angka_pokok", kode="pakta_integritas_persen")
        [point] = rows(snapshot, "bersama/status_agenda", halaman="netralitas")
    assert (row["status"], row["nilai"], row["kalimat"]) == (status, value, sentence)
    assert point["selesai_dinilai"] == (status == "selesai_dinilai")
    pledges = {
        "kesbangpol/pakta_integritas": "perangkat_daerah | jumlah_asn | jumlah_tanda_tangan\nDinas A | entah | 9"
    }
    with given(tmp_path, day, pledges, numbers=numbers_of("netralitas")) as snapshot:
        [row] = rows(snapshot, "netralitas/angka_pokok", kode="pakta_integritas_persen")
    assert row["status"] == ("belum_waktunya" if status == "belum_waktunya" else "belum_dilaporkan"), (
        "never well unknown"
    )


def test_an_indicator_without_a_row_knows_nothing(project, tmp_path):
    path = project / "logistik" / "indikator" / "barang_kurang.sql"
    path.write_text(path.read_text("utf-8").partition("*/\n")[0] + "*/\nselect 1 as nilai where false", "utf-8")
    with given(tmp_path, "2024-11-04", SHEETS) as snapshot:
        [row] = rows(snapshot, "logistik/angka_pokok", kode="barang_kurang")
    assert row["nilai"] is None and row["status"] == "belum_dilaporkan"


def test_a_value_alone_is_judged_and_told_by_what_is_declared(project, tmp_path):
    path = project / "netralitas" / "indikator" / "pakta_integritas_persen.sql"
    path.write_text(path.read_text("utf-8").partition("*/\n")[0] + "*/\nselect 95.04 as nilai", "utf-8")
    pledges = {"kesbangpol/pakta_integritas": "perangkat_daerah | jumlah_asn | jumlah_tanda_tangan\nDinas A | 10 | 9"}
    with given(tmp_path, "2024-11-04", pledges) as snapshot:
        [row] = rows(snapshot, "netralitas/angka_pokok", kode="pakta_integritas_persen")
    assert (row["nilai"], row["status"], row["kalimat"]) == (95.04, "kuning", "Pakta integritas 95,0%.")
    assert (row["terhitung"], row["sebab"], row["landasan"]) == (1, None, None)


# --- comparisons, and what is to be decided ---


@pytest.mark.parametrize("sql, why", [("select 1 as kunci", "kolom nilai_kiri tidak ada"),
                                      ("select entah from hibah", "entah"),
                                      ("select 'a' as kunci, 'b' as nilai_kiri, 1 as nilai_kanan, 'c' as kalimat",
                                       "nilai_kiri bukan bilangan"),
                                      ("select 'a' as kunci, 1 as nilai_kiri, 1 as nilai_kanan, 'c' as kalimat, 1 as x",
                                       "kolom x tidak dikenal")])  # fmt: skip
def test_a_comparison_that_cannot_be_made_says_so_and_the_others_go_on(project, city, sql, why):
    path = project / "logistik" / "rekonsiliasi" / "R5.sql"
    path.write_text(path.read_text("utf-8").partition("*/\n")[0] + "*/\n" + sql, "utf-8")
    with Opened(*city) as snapshot:
        found = rows(snapshot, "logistik/rekonsiliasi")
    [broken] = [row for row in found if row["kode"] == "R5"]
    assert broken["status"] == "belum_dilaporkan" and broken["kunci"] == "Jumlah TPS"
    assert broken["kalimat"].startswith("Jumlah TPS belum dapat dibandingkan: ") and why in broken["kalimat"]
    assert {"R1", "R6", "R13"} <= {row["kode"] for row in found}


def test_a_row_says_otherwise_than_its_block_or_nothing(project, city):
    path = project / "logistik" / "rekonsiliasi" / "R5.sql"
    sql = "select 'A' as kunci, 3 as nilai_kiri, 3 as nilai_kanan, 'Sama.' as kalimat, 'BPS' as kanan"
    path.write_text(path.read_text("utf-8").partition("*/\n")[0] + "*/\n" + sql, "utf-8")
    with Opened(*city) as snapshot:
        [row] = rows(snapshot, "logistik/rekonsiliasi", kode="R5")
    assert (row["kiri"], row["kanan"], row["satuan"]) == ("KPU: jumlah TPS", "BPS", "TPS")


def test_a_page_that_does_not_say_what_to_decide_asks_about_each_number_that_is_not_well(project, tmp_path):
    (project / "netralitas" / "perlu_diputuskan.sql").unlink()
    pledges = {"kesbangpol/pakta_integritas": "perangkat_daerah | jumlah_asn | jumlah_tanda_tangan\nDinas A | 10 | 5"}
    with given(tmp_path, "2024-11-04", pledges) as snapshot:
        [row] = rows(snapshot, "netralitas/perlu_diputuskan")
    assert row["uraian"] == "5 dari 10 ASN belum menandatangani pakta integritas."
    assert (row["status"], row["pemilik"]) == ("merah", "Kesbangpol") and row["tenggat"].startswith("usul tenggat ")


def test_what_cannot_be_put_together_for_decision_is_told_and_other_pages_go_on(project, tmp_path):
    (project / "netralitas" / "perlu_diputuskan.sql").write_text("select entah from kasus_asn", "utf-8")
    with given(tmp_path, "2024-11-04", SHEETS) as snapshot:
        [row] = rows(snapshot, "netralitas/perlu_diputuskan")
        assert "entah" in row["uraian"] and row["status"] == "belum_dilaporkan"
        assert rows(snapshot, "logistik/perlu_diputuskan") == []


# --- what check says of a project ---

CHECKED = {
    "a bad block": (
        "logistik/indikator/barang_kurang.sql", '"turun"', '"miring"', ['kunci "arah": "miring" bukan salah satu dari naik, turun'],
    ),
    "bounds in the wrong order": (
        "partisipasi/indikator/c_pemberitahuan_persen.sql", "kuning = 90", "kuning = 99", ["lebih ketat daripada hijau"],
    ),
    "a gap between turns": ("logistik/indikator/barang_kurang.sql", "urutan = 2", "urutan = 9", ['kunci "urutan": harus']),
    "a column that is not there": (
        "netralitas/indikator/kasus_asn.sql", '["hasil"]', '["hasilnya"]', ['tidak ada kolom "hasilnya" di tab itu'],
    ),
    "a tab that is not declared": (
        "netralitas/indikator/kasus_asn.sql", "from kasus_asn", "from kasus_asn, kpu__hibah", ["membaca tab kpu/hibah yang tidak disebut"],
    ),
    "a column that is not declared": (
        "partisipasi/indikator/peserta_per_1000_pemilih.sql", "sum(dpt_laki_laki", "sum(pemilih_disabilitas + dpt_laki_laki",
        ["membaca kolom pemilih_disabilitas dari kpu/pemilih_tps yang tidak disebut di memakai"],
    ),
    "SQL that does not parse": ("lembar/barang.sql", "select", "selek", ["queries/lembar/barang.sql: harus satu SELECT yang sah; DuckDB: syntax error"]),
    "a table that is not there": ("lembar/potensi.sql", "from ", "from entah_", ["queries/lembar/potensi.sql: Catalog Error"]),
    "text for a value": (
        "netralitas/indikator/kasus_asn.sql", "bawaslu as nilai", "'banyak' as nilai", ["kasus_asn.sql: nilai bukan bilangan"],
    ),
    "a condition on what is not there": (
        "logistik/indikator/tps_terlayani_persen.sql", "tahap_distribusi = ", "tahap = ", ["tps_terlayani_persen.sql: Binder Error"],
    ),
    "a comparison with what only indicators have": (
        "logistik/rekonsiliasi/R5.sql",
        '["jumlah_tps"]',
        '{ kolom = ["jumlah_tps"], hanya = "jumlah_tps > 0" }',
        ["penentu, gabung, dan hanya berlaku untuk indikator saja"],
    ),
    "a comparison without a side": ("logistik/rekonsiliasi/R5.sql", "kiri ", "kira ", ['R5.sql, kunci "kira": tidak dikenal']),
}  # fmt: skip


@pytest.mark.panjang
@pytest.mark.parametrize("case", CHECKED)
def test_check_tells_a_mistake_in_one_line_that_names_its_file(project, case):
    name, stands, instead, lines = CHECKED[case]
    path = project / name
    assert stands in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(stands, instead, 1), "utf-8")
    found, _ = project_check.mistakes(REFERENCE, project)
    assert len(found) == len(lines), found
    for line, told in zip(lines, found, strict=True):
        assert line in told and told.startswith("queries/" + name.rpartition("/")[0]) and "\n" not in told


@pytest.mark.panjang
def test_check_tells_all_mistakes_at_once_and_names_files_that_nothing_reads(project):
    for name, stands, instead, _ in (CHECKED["a bad block"], CHECKED["a tab that is not declared"]):
        path = project / name
        path.write_text(path.read_text("utf-8").replace(stands, instead, 1), "utf-8")
    (project / "catatan.txt").write_text("x", "utf-8")
    (project / "risiko" / "Indikator").mkdir()
    (project / "risiko" / "Indikator" / "baru.sql").write_text("select 1", "utf-8")
    found, _ = project_check.mistakes(REFERENCE, project)
    assert len(found) == 4 and sum("tidak ada yang membaca berkas di sini" in line for line in found) == 2


CONDITIONS = {
    # Rows: broken cell, and what stands in c. What is false takes a row, or the broken cell, out of the formula.
    "of a part": ((indicators.sql_block.Part(("a",)), indicators.sql_block.Part(("b",), "c = 1")), [(2, True)]),
    "of the tab": ((indicators.sql_block.Part(("b",), "c = 1"),), [(2, False), (4, False), (5, False)]),
}


@pytest.mark.parametrize("case", CONDITIONS)
def test_a_condition_that_is_false_takes_a_row_out_and_one_that_is_not_known_keeps_it(case):
    parts, outside = CONDITIONS[case]
    use = indicators.sql_block.Use("kpu", "hibah", parts)
    one = indicators.Declared("x", "p", {}, (use,), "", indicators.Where(""))
    with duckdb.connect() as base:
        base.execute("create macro utuh(k, l) as not list_has_any(k, l)")
        base.execute(
            "create table kpu__hibah as select * from (values (1, ['b'], 1), (2, ['b'], 2), (3, ['b'], null),"
            " (4, ['a'], 2), (5, []::varchar[], 2)) as v(baris, kolom_rusak, c)"
        )
        found = base.execute(outside_sql.answer(one)).fetchall()
    assert sorted((row, used) for _, _, _, row, used in found) == outside


@pytest.mark.panjang
@pytest.mark.parametrize(
    "word, table",
    [
        ("create or replace macro tercatat() as (select count(*) from kotak_keluar);", "kotak_keluar"),
        ('create or replace macro tercatat(x) as x + (select count(*)\n    from "sinkron");', "sinkron"),
        (
            "create or replace macro tercatat() as (select count(*) from tindak_lanjut_dicatat);",
            "tindak_lanjut_dicatat",
        ),
    ],
)
def test_check_refuses_a_word_that_reads_what_changes_while_a_snapshot_does_not(project, word, table):
    with (project / "makro.sql").open("a", encoding="utf-8") as file:
        file.write(f"\n{word}\n")
    [found], _ = project_check.mistakes(REFERENCE, project)
    assert found.startswith(f"queries/makro.sql: kata tercatat membaca {table}, yang berubah selagi potretnya tetap")
