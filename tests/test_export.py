"""The data of a frozen meeting for whoever reckons himself: the numbers of the page, a dictionary, and nothing hidden."""

import csv
import datetime as dt
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from monev.contract import contracts
from monev.handouts import catalogue, data, data_tables
from monev.handouts.source import Source
from monev.meeting import looked_at, meeting
from monev.run.commands import export
from monev.screen.access.roles import LEADERS, LOCAL, PUBLIC, SECRETARIAT, Person
from monev.settings import CONTRACTS, HOME
from monev.snapshot import directory, frozen, parquet, store
from tests.conftest import monev
from tests.desk import Settings, record
from tests.given import read
from tests.test_bahan import taken

pytestmark = pytest.mark.panjang

#: A tab with a row that is restricted, one whose classification nobody can read, and what points at a person.
INCIDENTS = """
id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap | jenis_isu | aktor | tingkat | tindak_lanjut | penanggung_jawab | status | klasifikasi
KBP-101 | 1 Nov 2024 | 1 Nov 2024 | Cikole | Selabatu | Kampanye | Unjuk rasa | Ormas | Rendah | =1+1 | Kesbangpol | Selesai | Biasa
KBP-102 | 2 Nov 2024 | 2 Nov 2024 | Cikole | Selabatu | Kampanye | Unjuk rasa | Ormas | Rendah | hubungi 0899-9999-9999 | Kesbangpol | Selesai | Biasa
KBP-666 | 3 Nov 2024 | 3 Nov 2024 | Cikole | Cisarua | Kampanye | Unjuk rasa | Ormas | Tinggi | rahasia satu | Kesbangpol | Ditangani | Terbatas
KBP-777 | 3 Nov 2024 | 3 Nov 2024 | Cikole | Cisarua | Kampanye | Unjuk rasa | Ormas | Tinggi | rahasia dua | Kesbangpol | Ditangani | entah
"""
VOTERS = """
kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan | pemilih_disabilitas
Cikole | Selabatu | 21 | 4000 | 4100 | 7654
Cikole | Cisarua | 20 | 3900 | 4000 | 12
"""
#: What must stand in no file and no answer.
HIDDEN = ("KBP-666", "KBP-777", "rahasia satu", "rahasia dua", "7654", "99999999", "9999-9999", "(disembunyikan")


@pytest.fixture(scope="module")
def typed(tmp_path_factory):
    """A meeting on tabs that hold what nobody may take home: the folder of snapshots, and the meeting."""
    folder = tmp_path_factory.mktemp("tersembunyi")
    name = read(folder, "2024-11-04", {"kesbangpol/kejadian": INCIDENTS, "kpu/pemilih_tps": VOTERS})
    return folder / "potret", meeting.pin(folder / "potret", name, dt.datetime(2024, 11, 4, 9))


@pytest.fixture(scope="module")
def samples(samples_shot, tmp_path_factory):
    """The meeting of the samples' newest state."""
    folder = shutil.copytree(samples_shot, tmp_path_factory.mktemp("contoh") / "potret")
    return folder, meeting.pin(folder, store.latest(folder), dt.datetime(2024, 11, 4, 9))


@pytest.fixture(scope="module")
def shown(samples):
    """The numbers of that meeting as its pages ask for them."""
    folder, met = samples
    with looked_at.opened(folder, met.snapshot) as opened:
        yield opened


@pytest.fixture(scope="module")
def files(samples):
    return export.files(*samples, LOCAL)[0]


@pytest.fixture(scope="module")
def hiding(typed):
    """The files of the meeting on tabs that hold what nobody may take home."""
    return export.files(*typed, LOCAL)[0]


def lines(content):
    """The rows of a CSV file, by the names of its columns."""
    return [*csv.DictReader(io.StringIO(content.decode(), newline=""))]


def rows(content, folder):
    """The rows of a Parquet file, as DuckDB reads them."""
    path = folder / "isi.parquet"
    path.write_bytes(content)
    found = duckdb.read_parquet(str(path))
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def said(files, folder):
    """All that the files say, by their names, as text."""
    return {
        name: json.dumps(rows(content, folder), default=str, ensure_ascii=False) if name.endswith(".parquet")
        else content.decode()
        for name, content in files.items()
    }  # fmt: skip


def as_csv(value):
    """A cell of a Parquet file as it stands in the CSV file beside it."""
    if value is None or isinstance(value, str):
        return f" {value}" if str(value or "").startswith(("=", "+", "-", "@")) else value or ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, float):
        return str(int(value) if value.is_integer() else value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


# --- what is in it ---


def test_every_table_is_there_twice_and_says_the_same(files, tmp_path):
    tables = {name.partition(".")[0] for name in files if name.endswith(".parquet")}
    assert {f"{name}.{form}" for name in tables for form in ("csv", "parquet")} | {data.ABOUT, data.DICTIONARY} == {
        *files
    }
    assert {one.name for one in data_tables.TABLES} < tables and len(tables) > 30
    for name in tables:
        typed = [{key: as_csv(cell) for key, cell in row.items()} for row in rows(files[f"{name}.parquet"], tmp_path)]
        assert typed == lines(files[f"{name}.csv"]), name


def test_the_numbers_are_those_of_the_page(shown, files, tmp_path):
    page = {row["kode"]: row for row in shown.rows("bersama/angka_pokok")}
    compared, promises = shown.rows("bersama/rekonsiliasi"), shown.rows("tindak_lanjut/daftar")
    findings, agencies = shown.rows("mutu_data/temuan"), shown.rows("ringkasan/instansi")
    taken_home = {row["kode"]: row for row in rows(files["angka.parquet"], tmp_path)}
    assert taken_home.keys() == page.keys() and len(page) == 36
    for code, row in taken_home.items():
        assert [row[key] for key in ("nilai", "status", "sebab", "terhitung", "dikecualikan", "sumber")] == [
            page[code][key] for key in ("nilai", "status", "sebab", "terhitung", "dikecualikan", "sumber")
        ], code
        assert row["kalimat"] == page[code]["kalimat"].replace("**", "")
        assert (row["nilai_dibekukan"], row["status_dibekukan"]) == (row["nilai"], row["status"])
    for name, asked in (("pembandingan", compared), ("janji", promises), ("temuan", findings), ("lembaga", agencies)):
        assert len(rows(files[f"{name}.parquet"], tmp_path)) == len(asked) > 0, name
    assert [row["nilai_kiri"] for row in rows(files["pembandingan.parquet"], tmp_path)] == [
        row["nilai_kiri"] for row in compared
    ]


def test_an_unknown_number_is_empty_and_never_zero(files, tmp_path):
    unknown = [row for row in rows(files["angka.parquet"], tmp_path) if row["nilai"] is None]
    assert unknown and all(row["kalimat"] and row["status"] != "hijau" for row in unknown)
    cells = {row["kode"]: row["nilai"] for row in lines(files["angka.csv"])}
    assert {cells[row["kode"]] for row in unknown} == {""}


def test_every_row_of_a_tab_that_may_be_shown_is_there_with_its_types(shown, files, tmp_path):
    for agency, contract in contracts.load(CONTRACTS).items():
        for tab in contract.tabs.values():
            stored = shown.table(tab.table)
            if "klasifikasi" in tab.columns:
                stored = [row for row in stored if row["klasifikasi"] == "biasa"]
            kept = [name for name, column in tab.columns.items() if not column.private]
            made = rows(files[f"isi_{agency}_{tab.code}.parquet"], tmp_path)
            wanted = [{name: row[name] for name in kept} | {"baris": row["baris"]} for row in stored]
            found = [{name: cell for name, cell in row.items() if name != "kolom_rusak"} for row in made]
            assert sorted(found, key=lambda row: row["baris"]) == sorted(wanted, key=lambda row: row["baris"])


def test_the_dictionary_tells_of_every_column_and_of_nothing_else(files):
    told = lines(files[data.DICTIONARY])
    columns = [
        (name.partition(".")[0], column)
        for name, content in files.items()
        if name.endswith(".csv") and name != data.DICTIONARY
        for column in next(csv.reader(io.StringIO(content.decode())))
    ]
    assert [(row["tabel"], row["kolom"]) for row in told] == columns
    assert not [row for row in told if not (row["jenis"] and row["arti"] and row["sumber"])]
    by_name = {(row["tabel"], row["kolom"]): row for row in told}
    assert by_name["angka", "nilai"]["satuan"] == "menurut kolom satuan"
    assert by_name["isi_bpkpd_pencairan", "nilai_sp2d"]["satuan"] == "rupiah"
    assert by_name["isi_kpu_hibah", "tanggal_masuk"]["sumber"] == "lembar KPU, tab Hibah, kolom Tanggal Masuk"


def test_what_it_is_of_is_told_in_words(samples, files):
    folder, met = samples
    text = files[data.ABOUT].decode()
    sums = (folder / "rapat" / "2024-11-04.sha256").read_text("utf-8")
    [known] = re.findall(r"^(\w{64})  2024-11-04\.duckdb$", sums, re.M)
    assert f"Kode data: {met.origin}" in text and f"Rapat: {met.name}" in text and known in text
    assert "DATA SIMULASI, bukan dasar keputusan." in text
    assert "angka: 36 baris." in text


def test_data_that_are_not_simulated_do_not_say_so(hiding):
    assert "SIMULASI" not in hiding[data.ABOUT].decode()


# --- what is never in it ---


def test_nothing_hidden_stands_in_any_file(hiding, tmp_path):
    for name, text in said(hiding, tmp_path).items():
        assert not [secret for secret in HIDDEN if secret in text], name
        assert not [secret for secret in HIDDEN if secret.encode() in hiding[name]], name
    kept = rows(hiding["isi_kesbangpol_kejadian.parquet"], tmp_path)
    assert [(row["id_kejadian"], row["tindak_lanjut"]) for row in kept] == [("KBP-101", "=1+1"), ("KBP-102", None)]
    assert "tindak_lanjut" in kept[1]["kolom_rusak"], "that it is unknown is said"
    assert "pemilih_disabilitas" not in rows(hiding["isi_kpu_pemilih_tps.parquet"], tmp_path)[0]
    assert "pemilih_disabilitas" not in hiding[data.DICTIONARY].decode()


def test_no_restricted_row_of_the_samples_stands_in_any_file(shown, files, tmp_path):
    secret = {row["id_kejadian"] for row in shown.table("kesbangpol__kejadian") if row["klasifikasi"] != "biasa"}
    assert len(secret) == 2
    for name, text in said(files, tmp_path).items():
        assert not [code for code in secret if code in text], name


def test_no_cell_comes_alive_in_a_spreadsheet(hiding):
    cells = [cell for row in lines(hiding["isi_kesbangpol_kejadian.csv"]) for cell in row.values()]
    assert " =1+1" in cells and not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_no_role_takes_more_than_it_may_see(shown, tmp_path):
    own = {"kpu": 5, SECRETARIAT: None, LEADERS: None, PUBLIC: 0}
    for role, findings in own.items():
        files = data.files(export.source(shown, Person("", role), ""))
        tabs = {name.split("_")[1] for name in files if name.startswith("isi_")}
        told = rows(files["temuan.parquet"], tmp_path)
        if findings is None:
            assert len(tabs) == 5 and len({row["instansi"] for row in told}) > 2
        else:
            assert (len(told), tabs) == (findings, {role} - {PUBLIC})
        counted = {row["instansi"]: row["temuan"] for row in rows(files["lembaga.parquet"], tmp_path)}
        assert counted["kpu"] == 5 and len(counted) == 5, "how many there are is known to all"


# --- how it is written ---


def test_the_same_meeting_gives_the_same_bytes(samples, shown, files, tmp_path):
    folder, met = samples
    asked = export.source(shown, LOCAL, frozen.sha256(folder, met.snapshot))
    when = asked.facts["dibuat"]
    assert data.files(asked) == files and data.write(asked, lambda *_: None) == data.write(asked, lambda *_: None)
    export.write(folder, met.name, tmp_path / "satu.zip")
    assert (tmp_path / "satu.zip").read_bytes() == data.write(asked, lambda *_: None)
    export.write(folder, None, tmp_path / "folder")
    beside = {path.name: path.read_bytes() for path in (tmp_path / "folder").iterdir()}
    with zipfile.ZipFile(tmp_path / "satu.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == beside == files
        assert {entry.date_time for entry in archive.infolist()} == {(*when.timetuple()[:5], when.second // 2 * 2)}, (
            "an archive knows even seconds"
        )
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(directory.UNFINISHED)]


def test_what_the_meeting_decided_is_in_it(samples, tmp_path):
    folder = shutil.copytree(samples[0], tmp_path / "potret")
    record(Settings("folder", tmp_path, folder, None), "Segel dikirim lewat udara")
    files, _ = export.files(folder, meeting.find(folder, "2024-11-04"), LOCAL)
    [row] = rows(files["keputusan.parquet"], tmp_path)
    assert (row["uraian"], row["penanggung_jawab"], row["ditarik"]) == ("Segel dikirim lewat udara", "KPU", False)


def test_what_every_agency_had_said_by_then_is_in_it(files, tmp_path):
    assert {row["data_benar"] for row in rows(files["lembaga.parquet"], tmp_path)} == {"belum"}


def test_nothing_that_lies_in_the_place_is_written_over(samples, tmp_path, monkeypatch):
    folder, met = samples
    (tmp_path / "berkas.zip").write_text("milik orang")
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "milik-orang.txt").write_text("ada")
    for place in ("berkas.zip", "isi", "isi/milik-orang.txt"):
        with pytest.raises(store.StoreError, match="sudah ada dan tidak ditimpa"):
            export.write(folder, met.name, tmp_path / place)
    monkeypatch.chdir(tmp_path / "isi")
    with pytest.raises(store.StoreError, match=r"^isi sudah ada"):
        export.write(folder, met.name, Path())
    (tmp_path / "kosong").mkdir()
    export.write(folder, met.name, tmp_path / "kosong")
    assert (tmp_path / "kosong" / data.ABOUT).is_file()


def test_only_a_meeting_that_is_frozen_is_handed_out(samples_shot, tmp_path):
    with pytest.raises(store.StoreError, match="Belum ada rapat “2024-11-05”"):
        export.write(samples_shot, "2024-11-05", tmp_path / "x")
    with pytest.raises(store.StoreError, match="Belum ada rapat yang dibekukan"):
        export.write(tmp_path, None, tmp_path / "x")
    facts = {"rapat": None}
    assert not catalogue.DATA.there(Source(list, facts, []))
    with pytest.raises(ValueError, match="hanya dari rapat"):
        data.files(Source(list, facts, []))


def test_a_parquet_file_without_rows_keeps_its_types(tmp_path):
    kinds = {"a": "BIGINT", "b": "VARCHAR[]", "c": "DATE", "d": "DOUBLE"}
    path = tmp_path / "kosong.parquet"
    path.write_bytes(parquet.content(kinds, []))
    found = duckdb.read_parquet(str(path))
    assert dict(zip(found.columns, map(str, found.types), strict=True)) == kinds


# --- from the outside ---


def test_the_command_writes_it_and_says_so_and_it_is_noted(samples, tmp_path):
    folder = shutil.copytree(samples[0], tmp_path / "potret", ignore=shutil.ignore_patterns("akses"))
    done = monev("export", "2024-10-21", tmp_path / "data", POTRET=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "data berisi 70 berkas dari rapat 2024-10-21. Baca dulu BACA-SAYA.txt.\n"
    assert monev("export", tmp_path / "data.zip", POTRET=folder).returncode == 0
    with zipfile.ZipFile(tmp_path / "data.zip") as archive:
        assert "Rapat: 2024-11-04" in archive.read(data.ABOUT).decode()
    noted = [json.loads(line) for path in (folder / "akses").iterdir() for line in path.read_text("utf-8").splitlines()]
    took = [row for row in noted if row["tindakan"] == "mengambil bahan"]
    assert [(row["akun"], row["tentang"]) for row in took] == [
        ("lokal", "data 2024-10-21"),
        ("lokal", "data 2024-11-04"),
    ]
    failed = monev("export", "2024-10-22", tmp_path / "lain", POTRET=folder)
    assert failed.returncode == 1 and failed.stderr.startswith("monev: Belum ada rapat “2024-10-22”")
    assert not (tmp_path / "lain").exists()


def buttons(page):
    return [button.key for button in page.button]


def test_the_page_offers_it_for_a_frozen_meeting_only(samples, monkeypatch):
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_POTRET", str(samples[0]))
    page = AppTest.from_file(str(HOME / "app.py"), default_timeout=60).run()
    page = page.switch_page(str(Path("monev", "pages", "bahan.py"))).run()
    assert "siapkan-tabel" in buttons(page) and "siapkan-data" not in buttons(page)
    page.button(key="ke-rapat").click().run()
    assert "siapkan-data" in buttons(page) and not page.exception
    assert buttons(page).index("siapkan-data") > buttons(page).index("siapkan-tabel")


def test_what_is_taken_from_the_page_is_what_the_command_writes(screen, start, samples, files):
    with start(samples[0]) as (address, _):
        window = screen()
        window.tab.goto(f"{address}/bahan?rapat=2024-11-04")
        window.settle()
        name, content = taken(window, catalogue.DATA)
        assert name == "data-2024-11-04-000002-simulasi.zip" and window.troubles == []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_a_meeting_whose_file_does_not_say_of_when_it_is_is_refused_in_one_line(samples, tmp_path, monkeypatch):
    folder, met = samples
    whole = looked_at.opened(folder, met.snapshot)
    monkeypatch.setattr(whole, "table", lambda name: [])
    monkeypatch.setattr(looked_at, "opened", lambda *_: whole)
    with pytest.raises(store.StoreError, match=f"Rapat {met.name} tidak dapat diekspor"):
        export.write(folder, met.name, tmp_path / "hasil")


def test_a_name_too_long_for_the_disk_is_told_in_words(samples, tmp_path):
    folder, met = samples
    done = monev("export", met.name, tmp_path / ("a" * 300), POTRET=folder)
    assert done.returncode == 1 and "namanya terlalu panjang" in done.stderr and "Traceback" not in done.stderr
