"""What a project calls its places: [tempat] of topik.toml, in one home; a city's own words stay as they are."""

import subprocess
import sys

import pytest

from monev.contract import topik_toml
from monev.contract.reference_csv import ReferenceDataError
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
