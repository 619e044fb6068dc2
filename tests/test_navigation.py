"""The menu follows from agenda.csv; a point without a page of its own is drawn from what it declares."""

import shutil

import pytest
from streamlit.testing.v1 import AppTest

from monev import settings
from monev.screen import navigation
from monev.settings import REFERENCE, SAMPLES, Settings
from monev.snapshot import store
from monev.sync import sync

pytestmark = pytest.mark.panjang


def test_the_menu_holds_the_points_between_what_every_meeting_has():
    titles = [one.title for one in navigation.entries().values()]
    points = ["1 Logistik", "2 Risiko", "3 Partisipasi", "4 Netralitas", "5 Stabilitas"]
    assert titles == ["Ringkasan", *points, "Tindak lanjut", "Perubahan", "Rapat", "Bahan", "Mutu data"]
    assert all(one.file.is_file() for one in navigation.entries().values())


@pytest.mark.parametrize(
    "text", [None, "nomor\n", "\x00", "nomor,halaman,judul,judul_pendek,hijau_berarti\n1,logistik,A,B,biru\n"]
)
def test_without_a_readable_agenda_the_pages_of_every_meeting_are_there(tmp_path, monkeypatch, text):
    folder = shutil.copytree(REFERENCE, tmp_path / "reference")
    if text is None:
        (folder / "agenda.csv").unlink()
    else:
        (folder / "agenda.csv").write_text(text, "utf-8")
    monkeypatch.setenv("MONEV_RUJUKAN", str(folder))
    assert list(navigation.entries()) == [*navigation.BEFORE, *navigation.AFTER]


def shown(page):
    """A script that draws a point by what it declares."""
    from monev.screen import declared_page

    declared_page.draw(page)


@pytest.fixture(scope="module")
def potret(tmp_path_factory):
    folder = tmp_path_factory.mktemp("potret")
    sync.sync(Settings("folder", SAMPLES, folder, None))
    return folder


@pytest.mark.parametrize("point", ["logistik", "risiko", "partisipasi", "netralitas", "stabilitas"])
def test_a_point_without_a_page_shows_all_that_it_declares(potret, monkeypatch, tmp_path, point):
    monkeypatch.setenv("MONEV_POTRET", str(potret))
    monkeypatch.setattr(settings, "PAGES", tmp_path)
    assert navigation.entries()[point].file is None
    app = AppTest.from_function(shown, args=(point,), default_timeout=60).run()
    assert not app.exception
    text = " ".join(element.value for element in app.get("html") if getattr(element, "value", None)) or str(app.main)
    for said in ("Angka pokok ini", "21 Oktober", "Sumber"):
        assert said in text, said


def stage(page):
    """The same, as a room sees it."""
    import streamlit as st

    from monev.screen import declared_page

    st.query_params["mode"] = "rapat"
    declared_page.draw(page)


@pytest.mark.parametrize("point", ["logistik", "risiko"])
def test_on_the_stage_such_a_point_says_nothing_twice(potret, monkeypatch, tmp_path, point):
    monkeypatch.setenv("MONEV_POTRET", str(potret))
    monkeypatch.setattr(settings, "PAGES", tmp_path)
    name = store.latest(potret)
    with store.Snapshot(potret, name, store.previous(potret, name)) as shot:
        numbers = [row["indikator"] for row in shot.rows(f"{point}/angka_pokok")]
        wanted = shot.rows(f"{point}/perlu_diputuskan")
    app = AppTest.from_function(stage, args=(point,), default_timeout=60).run()
    assert not app.exception
    text = " ".join(element.value for element in app.get("html") if getattr(element, "value", None)) or str(app.main)
    above = text[: text.index("Sumber</h")] if "Sumber</h" in text else text
    assert len(wanted) > 1 and above.count("Yang perlu diputuskan") == 1 and above.count("Angka pokok ini") == 1
    table = above[above.index("Angka pokok ini") : above.index("Yang perlu diputuskan")]
    assert all(name in table for name in numbers) and 'class="angka"' not in above
    assert above.index("Yang perlu diputuskan") < above.index("Angka yang berbeda antarlembaga")
