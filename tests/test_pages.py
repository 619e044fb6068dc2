"""Every page in Streamlit's own test runner: with data, without, and on a snapshot that cannot be opened."""

import datetime as dt
import errno
import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monev.meeting import meeting
from monev.settings import HOME
from monev.snapshot import store
from tests.conftest import monev
from tests.screen import FILES, FIRST, PAGES
from tests.test_damaged import DAMAGES, newest

pytestmark = pytest.mark.panjang

every_page = pytest.mark.parametrize("page", PAGES)
BROKEN = "000001-2024-11-04-00000000.duckdb"


@pytest.fixture
def run(monkeypatch):
    """A function that runs a page on the snapshots of a folder and returns all it drew as one text."""
    for name in ("SUMBER", "FOLDER", "RUJUKAN", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)

    def on(folder, page, **address):
        monkeypatch.setenv("MONEV_POTRET", str(folder))
        app = AppTest.from_file(str(HOME / "app.py"), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        # The overview is the home page; another one is reached from it as by a click.
        app = app.run() if page == FIRST else app.run().switch_page(FILES[page]).run()
        assert not app.exception, app.exception[0].message
        assert not app.error, app.error[0].value
        whole = " ".join(str(block.value) for block in app.get("html") or app.main)
        return whole.replace('<span class="lebar">Keadaan </span>', "Keadaan ")

    return on


@pytest.mark.singkat
@every_page
def test_a_page_runs_on_the_samples(run, samples_shot, page):
    drawn = run(samples_shot, page)
    assert "Keadaan Senin, 4 November 2024" in drawn and "Data simulasi" in drawn
    assert "Belum ada data yang dibaca." not in drawn


@every_page
def test_a_page_without_a_snapshot_says_what_to_do(run, tmp_path, page):
    drawn = run(tmp_path / "belum-ada", page)
    assert "Belum ada data yang dibaca." in drawn and "perintah sync" in drawn
    assert run(tmp_path, page) == drawn, "an empty folder is no other case than a missing one"


@every_page
def test_a_page_on_a_damaged_snapshot_without_another_says_so(run, tmp_path, page):
    (tmp_path / BROKEN).write_bytes(b"bukan basis data" * 64)
    drawn = run(tmp_path, page)
    assert "Salinan data rusak dan disisihkan; belum ada penggantinya." in drawn and "perintah sync" in drawn
    assert "Traceback" not in drawn and "Keadaan" not in drawn and str(tmp_path) not in drawn
    assert [path.name for path in tmp_path.glob("*.duckdb")] == [f"rusak-{BROKEN}"]


def stands_in(drawn, folder):
    return (
        "Keadaan Senin, 21 Oktober 2024" in drawn
        and "Salinan data terbaru rusak dan disisihkan." in drawn
        and re.search(r"Sementara ini dipakai angka yang dibaca .+, kurang dari 1 jam lalu\.", drawn)
        and str(folder) not in drawn
    )


@pytest.fixture(scope="module")
def damaged(samples_shot, tmp_path_factory):
    """A function that gives the samples' snapshots, the newest of which nobody has met yet and is damaged in this way;
    always in one place, so that the one before it need not be worked out again."""
    folder = shutil.copytree(samples_shot, tmp_path_factory.mktemp("rusak") / "potret")
    whole = samples_shot / f"{store.latest(samples_shot)}.duckdb"

    def damage(kind):
        for path in {*folder.glob("rusak-*"), folder / whole.name}:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        shutil.copy2(whole, folder)
        DAMAGES[kind](newest(folder))
        return folder

    return damage


@every_page
def test_a_page_whose_newest_snapshot_is_damaged_shows_the_one_before_with_its_age(run, damaged, page):
    folder = damaged("flipped bytes in the header")
    assert stands_in(run(folder, page), folder)


@pytest.mark.parametrize("kind", DAMAGES)
def test_no_kind_of_damage_stops_a_page(run, damaged, kind):
    folder = damaged(kind)
    assert stands_in(run(folder, FIRST), folder)


def test_a_meeting_that_was_frozen_anew_is_told_also_where_the_clock_was_set_back_between(run, samples_shot, tmp_path):
    folder, at = shutil.copytree(samples_shot, tmp_path / "potret"), dt.datetime(2024, 11, 4, 9, 12)
    for minutes, title in ((0, "Pagi"), (-10, "Pagi lagi")):
        meeting.pin(folder, store.latest(folder), at + dt.timedelta(minutes=minutes), title=title)
    again = "lalu dibekukan ulang 09.02 WIB"
    assert again in run(folder, FIRST, rapat="2024-11-04") and again not in run(folder, FIRST, rapat="2024-11-04-2")


def test_a_damaged_snapshot_that_cannot_be_put_aside_stops_no_page(run, samples_shot, tmp_path, monkeypatch):
    """A server that may only read the snapshots, beside another that keeps them."""
    folder = shutil.copytree(samples_shot, tmp_path / "potret")
    DAMAGES["truncated"](newest(folder))

    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    drawn = run(folder, FIRST)
    assert stands_in(drawn, folder)
    (folder / f"{store.snapshots(folder)[0]}.duckdb").unlink()
    assert "Salinan data rusak" in run(folder, FIRST), "and it does not run for ever"


@every_page
def test_a_page_on_a_file_that_is_no_snapshot_of_ours_ignores_it(run, tmp_path, page):
    (tmp_path / "catatan.txt").write_text("bukan potret", "utf-8")
    assert "Belum ada data yang dibaca." in run(tmp_path, page)


@pytest.fixture(scope="module")
def silent(tmp_path_factory):
    """The snapshots of a city of which one tab came, without a row."""
    folder = tmp_path_factory.mktemp("sepi")
    sheet = folder / "lembar" / "kpu" / "hibah.csv"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("Tahap Pencairan,Tanggal Masuk,Nilai Diterima (Rp),Tanggal Data\n", "utf-8")
    done = monev("sync", FOLDER=folder / "lembar", POTRET=folder / "potret", TANGGAL="2024-11-04")
    assert done.returncode in (0, 3), done.stderr
    return folder / "potret"


@every_page
def test_a_page_runs_on_a_city_that_has_reported_nothing(run, silent, page):
    drawn = run(silent, page)
    assert "Senin, 4 November 2024" in drawn and "Data simulasi" not in drawn
    # Nothing was reported, so nothing may look as if it were well.
    assert 'data-s="hijau"' not in drawn
