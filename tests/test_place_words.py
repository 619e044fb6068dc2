"""What a project calls its places: [tempat] of topik.toml, in one home; a city's own words stay as they are."""

import os
import subprocess
import sys

import pytest

from monev.contract import topik_toml
from monev.contract.reference_csv import ReferenceDataError
from monev.settings import REFERENCE
from monev.words import place, project

OURS = "Seluruh kota, seluruh kota, se-Kota, Kec. Timur, Kecamatan Timur, kelurahan, kekelurahanan"


def named(monkeypatch, tmp_path, text):
    (tmp_path / "topik.toml").write_text(f'nama = "Monev"\nrapat = "Rapat"\n{text}', "utf-8")
    monkeypatch.setattr(project, "reference", lambda: tmp_path)
    project._topic.cache_clear()
    return topik_toml.read(tmp_path, {})


def test_without_words_of_its_own_every_text_stays_as_it_is(monkeypatch, tmp_path):
    named(monkeypatch, tmp_path, "")
    assert place.said(OURS) is OURS and place.short("Timur") == "Kec. Timur" and place.whole() == "seluruh kota"


def test_a_place_of_the_minutes_is_no_word_for_places(monkeypatch, tmp_path):
    named(monkeypatch, tmp_path, 'tempat = "daring dan"')
    assert place.said(OURS) == OURS and project.place() == "daring dan"


def test_a_byte_order_mark_takes_no_word_away(monkeypatch, tmp_path):
    named(monkeypatch, tmp_path, '[tempat]\nkecamatan = "provinsi"\nperan = true')
    path = tmp_path / "topik.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"Monev", b"Rekap"))
    project._topic.cache_clear()
    assert (project.name(), place.short("Timur"), project.places_are_roles()) == ("Rekap", "Provinsi Timur", True)


@pytest.mark.parametrize("kind", ["deep", "pipe"])
def test_what_cannot_be_read_leaves_our_own_words(monkeypatch, tmp_path, kind):
    """The sync tells what is wrong with it."""
    path = tmp_path / "topik.toml"
    path.write_text("x = " + "[" * 5000 + "]" * 5000) if kind == "deep" else os.mkfifo(path)
    monkeypatch.setattr(project, "reference", lambda: tmp_path)
    project._topic.cache_clear()
    assert project.meeting() == ("Rapat monev" if kind == "deep" else project._topic(REFERENCE).texts["rapat"])


def test_the_words_of_a_project_take_the_place_of_ours(monkeypatch, tmp_path):
    words = '[tempat]\nkelurahan = "daerah"\nkecamatan = "provinsi"\nsemua = "nasional"'
    named(monkeypatch, tmp_path, words)
    said = "Nasional, nasional, nasional, Provinsi Timur, Provinsi Timur, daerah, kekelurahanan"
    assert place.said(OURS) == said
    assert place.short("Timur") == "Provinsi Timur" and project.place() == ""


@pytest.mark.parametrize(
    "wrong",
    ['[tempat]\ndesa = "x"', "[tempat]\nsemua = 3", '[tempat]\nsemua = "<b>"', f'[tempat]\nsemua = "{"a" * 31}"'],
)
def test_a_word_that_is_none_is_told(monkeypatch, tmp_path, wrong):
    with pytest.raises(ReferenceDataError, match="tempat"):
        named(monkeypatch, tmp_path, wrong)


def test_a_word_of_thirty_letters_is_one(monkeypatch, tmp_path):
    named(monkeypatch, tmp_path, f'[tempat]\nsemua = "{"a" * 30}"')
    assert place.whole() == "a" * 30


def test_the_city_of_the_samples_has_no_words_of_its_own():
    asked = "from monev.words import place; print(place.said('Kec. Timur'), place.whole())"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout == "Kec. Timur seluruh kota\n"
