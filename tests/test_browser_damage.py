"""Sheets broken on purpose, taken the whole way: exit status, findings, and what every page then shows."""

import json
import shutil

import pytest

from monev.settings import SAMPLES
from monev.words import indicator
from tests.conftest import monev
from tests.screen import FIRST, PAGES, POINTS, SIZES, Screen

pytestmark = pytest.mark.panjang

DATE = {"TANGGAL": "2024-11-04"}
#: What no longer reports after `broken`, as a number names its sources: whole agencies and single tabs.
GONE = ("Bawaslu: ", "Kesbangpol: ", "KPU: Logistik Gudang", "BPKPD: Pencairan")
#: What stands in tables of the pages, each of which is typed with a word behind it that never ends.
TYPED, ENDLESS = (
    ("BWS-2024-010", "Diskusi pemilih muda", "Dinas Pendidikan dan Kebudayaan"),
    "Pertanggungjawabannya" * 7,
)
UNKNOWN = ("belum_dilaporkan", "belum_waktunya")
#: What stands for the value of a number that is not known.
WITHOUT_VALUE = ("Belum dilaporkan", "Belum waktunya", indicator.UNREAD)
#: Numbers that are counted over several agencies: what the others report still counts, but is never enough.
COMBINED = {
    "kelurahan_prioritas",
    "kelurahan_tanpa_kegiatan",
    "peserta_per_1000_pemilih",
    "segmen_tanpa_kegiatan",
    "kegiatan_tumpang_tindih",
}


def samples(folder):
    """A copy of the samples without the meeting before, so that no earlier reading can stand in."""
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("2024-*", "sumber.toml"))
    return folder


def lose_a_tab(sheets):
    (sheets / "kpu" / "logistik_gudang.csv").unlink()


def rename_a_header(sheets):
    path = sheets / "bpkpd" / "pencairan.csv"
    path.write_text(path.read_text("utf-8").replace(";Status;", ";Nuansa;", 1), "utf-8")


def garble(sheets):
    for path in (sheets / "kesbangpol").iterdir():
        path.write_bytes(bytes(range(256)) * 12)


def empty_an_agency(sheets):
    for path in (sheets / "bawaslu").iterdir():
        path.unlink()


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """A folder of snapshots made from sheets with all four damages at once."""
    folder = tmp_path_factory.mktemp("rusak")
    sheets = samples(folder / "lembar")
    for damage in (lose_a_tab, rename_a_header, garble, empty_an_agency):
        damage(sheets)
    done = monev("sync", FOLDER=sheets, POTRET=folder / "potret", **DATE)
    assert done.returncode == 3 and done.stderr == ""
    assert "“bawaslu” belum berisi" in done.stdout and "kesbangpol/kejadian.csv" in done.stdout
    return folder / "potret"


def ask(potret, question):
    return json.loads(monev("ask", question, "--format", "json", POTRET=potret).stdout)


@pytest.fixture(scope="module")
def shown(chromium, start, broken):
    """What every page shows of it."""
    with start(broken) as (address, _), Screen(chromium, 1280, 720) as tab:
        yield {page: tab.open(address, page).read() | {"troubles": list(tab.troubles)} for page in PAGES}


@pytest.mark.parametrize(
    "damage, said",
    [
        (lose_a_tab, "Tab “Logistik Gudang” tidak ditemukan."),
        (rename_a_header, "Kolom Status tidak ditemukan, dan kolom ini berada di tempatnya."),
    ],
)
def test_a_tab_or_a_header_that_is_missing_is_a_finding_and_no_failure(tmp_path, damage, said):
    sheets = samples(tmp_path / "lembar")
    damage(sheets)
    done = monev("sync", FOLDER=sheets, POTRET=tmp_path / "potret", **DATE)
    assert done.returncode == 0, done.stdout + done.stderr
    findings = json.loads(monev("findings", "--format", "json", POTRET=tmp_path / "potret").stdout)
    [finding] = [row for row in findings if row["alasan"] == said]
    assert finding["bobot"] == "tolak" and finding["saran"]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_an_exception(shown, page):
    assert shown[page]["exceptions"] == [] and shown[page]["troubles"] == []
    assert "Traceback" not in shown[page]["text"] and "Error" not in shown[page]["text"]


@pytest.mark.parametrize("page", POINTS)
def test_what_rests_on_a_missing_sheet_is_not_reported_and_never_green(shown, broken, page):
    def gone(row):
        return [source.startswith(GONE) for source in row["sumber"].split("; ")]

    lost = [row for row in ask(broken, f"{page}/angka_pokok") if any(gone(row))]
    assert lost, "every page rests on one of the damaged sheets"
    for row in lost:
        if row["kode"] in COMBINED and not all(gone(row)):
            assert row["status"] != "hijau", row
        else:
            assert row["status"] in UNKNOWN, row
    on_screen = {number["label"]: number for number in shown[page]["numbers"]}
    for row in lost:
        if row["indikator"] in on_screen:
            number = on_screen[row["indikator"]]
            assert number["status"] == row["status"]
            assert row["status"] not in UNKNOWN or number["value"] in WITHOUT_VALUE


@pytest.mark.parametrize("page", POINTS)
def test_a_point_that_misses_a_sheet_is_not_green_as_a_whole(shown, page):
    assert shown[page]["badges"][0]["status"] != "hijau"
    [row] = [row for row in shown[FIRST]["agendas"] if row["path"] == f"/{page}"]
    assert row["status"] == shown[page]["badges"][0]["status"]


def test_a_map_without_its_sheet_is_drawn_as_unknown(shown):
    assert {tile["level"] for tile in shown["stabilitas"]["tiles"]} == {"kosong"}
    assert (
        "belum dilaporkan" in shown["stabilitas"]["pictures"][-1]["said"]
        or "belum dilaporkan" in shown["stabilitas"]["text"]
    )


@pytest.mark.parametrize("page", [FIRST, "mutu_data"])
def test_the_sheets_that_cannot_be_read_are_named_with_the_reason(shown, page):
    for name, reason in (("Bawaslu", "belum berisi"), ("Kesbangpol", "bukan teks CSV")):
        assert f"Lembar {name} belum dapat dibaca." in shown[page]["text"]
        assert reason in shown[page]["text"]


def test_mutu_data_names_the_tab_that_is_missing(shown):
    assert any(
        "Logistik Gudang" in finding and "tidak ditemukan" in finding for finding in shown["mutu_data"]["findings"]
    )
    assert "Logistik Gudang" in shown["mutu_data"]["text"]


def test_an_agency_that_fails_later_keeps_its_numbers_and_the_pages_say_from_when(screen, start, tmp_path):
    sheets = samples(tmp_path / "lembar")
    settings = {"FOLDER": sheets, "POTRET": tmp_path / "potret"} | DATE
    assert monev("sync", **settings).returncode == 0
    before = ask(tmp_path / "potret", "stabilitas/angka_pokok")
    garble(sheets)
    assert monev("sync", **settings).returncode == 3
    assert ask(tmp_path / "potret", "stabilitas/angka_pokok") == before
    with start(tmp_path / "potret") as (address, _):
        said = screen().open(address, FIRST).read()["text"]
    assert "Lembar Kesbangpol belum dapat dibaca." in said and "Sementara ini dipakai angka yang dibaca" in said


def test_words_without_an_end_widen_no_table_and_no_page(screen, start, tmp_path):
    sheets = samples(tmp_path / "lembar")
    for path in sheets.glob("*/*.csv"):
        typed = path.read_text("utf-8")
        for word in TYPED:
            typed = typed.replace(word, f"{word} {ENDLESS}" if " " in word else f"{word}{ENDLESS}")
        path.write_text(typed, "utf-8")
    assert monev("sync", FOLDER=sheets, POTRET=tmp_path / "potret", **DATE).returncode == 0
    with start(tmp_path / "potret") as (address, _):
        for size in SIZES.values():
            tab = screen(*size)
            for page in POINTS:
                shown = tab.open(address, page).read()
                assert (shown["beyond"], shown["wide"]) == ([], size[0]), page
                assert page not in ("risiko", "partisipasi", "netralitas") or ENDLESS in shown["text"], page
