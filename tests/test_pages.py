"""Every page in Streamlit's own test runner: with data, without, and on a snapshot that cannot be opened."""

import pytest
from streamlit.testing.v1 import AppTest

from monev.settings import HOME
from tests.conftest import monev
from tests.screen import FIRST, PAGES

every_page = pytest.mark.parametrize("page", PAGES)
BROKEN = "000001-2024-11-04-00000000.duckdb"


@pytest.fixture
def run(monkeypatch):
    """A function that runs a page on the snapshots of a folder and returns all it drew as one text."""
    for name in ("SUMBER", "FOLDER", "RUJUKAN", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)

    def on(folder, page):
        monkeypatch.setenv("MONEV_POTRET", str(folder))
        app = AppTest.from_file(str(HOME / "app.py"), default_timeout=60)
        # The overview is the home page; another one is reached from it as by a click.
        app = app.run() if page == FIRST else app.run().switch_page(f"pages/{page}.py").run()
        assert not app.exception, app.exception[0].message
        assert not app.error, app.error[0].value
        whole = " ".join(str(block.value) for block in app.get("html") or app.main)
        return whole.replace('<span class="lebar">Keadaan </span>', "Keadaan ")

    return on


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
def test_a_page_on_a_snapshot_that_cannot_be_opened_says_so(run, tmp_path, page):
    (tmp_path / BROKEN).write_bytes(b"bukan basis data" * 64)
    drawn = run(tmp_path, page)
    assert "Potret data belum dapat dibuka." in drawn and BROKEN.removesuffix(".duckdb") in drawn
    assert "Traceback" not in drawn and "Keadaan" not in drawn


@every_page
def test_a_page_on_a_file_that_is_no_snapshot_of_ours_ignores_it(run, tmp_path, page):
    (tmp_path / "catatan.txt").write_text("bukan potret", "utf-8")
    assert "Belum ada data yang dibaca." in run(tmp_path, page)


@every_page
def test_a_page_runs_on_a_city_that_has_reported_nothing(run, tmp_path, page):
    sheet = tmp_path / "lembar" / "kpu" / "hibah.csv"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("Tahap Pencairan,Tanggal Masuk,Nilai Diterima (Rp),Tanggal Data\n", "utf-8")
    done = monev("sync", FOLDER=tmp_path / "lembar", POTRET=tmp_path / "potret", TANGGAL="2024-11-04")
    assert done.returncode in (0, 3), done.stderr
    drawn = run(tmp_path / "potret", page)
    assert "Senin, 4 November 2024" in drawn and "Data simulasi" not in drawn
    # Nothing was reported, so nothing may look as if it were well.
    assert 'data-s="hijau"' not in drawn
