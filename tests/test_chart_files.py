"""Charts taken home: the rows that they are drawn from as CSV, under names that tell what and when, and a quiet menu."""

import csv
import datetime as dt
import io
import re
from html import unescape
from types import SimpleNamespace

import pytest

from monev.screen import frame, parts
from monev.words import project

DAY = dt.date(2024, 11, 4)


def read(text):
    return list(csv.reader(io.StringIO(text)))


def test_a_file_has_a_row_for_each_of_the_chart_under_words_that_anybody_reads():
    rows = [{"label": "KPU", "nilai": 100.0, "teks": "100%"}, {"label": "Kodim", "nilai": None, "teks": ""}]
    assert read(parts.csv_of(rows, parts.BARS, simulated=False)) == [
        ["Nama", "Nilai", "Tertulis"], ["KPU", "100.0", "100%"], ["Kodim", "", ""],
    ]  # fmt: skip


def test_every_row_of_invented_data_says_so():
    told = read(parts.csv_of([{"label": "a", "nilai": 1}, {"label": "b", "nilai": 2}], parts.BARS, simulated=True))
    assert told[0][-1] == "Sifat data" and [line[-1] for line in told[1:]] == ["simulasi", "simulasi"]


@pytest.mark.parametrize("typed", ["=1+1", "+62", "-cmd", "@SUM(A1)", "＝1", "\t=1"])
def test_no_text_is_one_that_a_spreadsheet_would_reckon_and_a_number_below_nought_stays_one(typed):
    rows = [{"label": typed, "nilai": -2.5}]
    [_, [label, value]] = read(parts.csv_of(rows, parts.BARS, simulated=False))
    assert label[0] == " " or not label.startswith(tuple("=+-@＝"))
    assert value == "-2.5"


def test_days_are_written_for_machines_and_no_sign_for_breaking_a_word_is_left():
    rows = [{"tanggal": DAY, "nama": "Waru\u00addoyong\nutara", "ada": True}]
    told = parts.csv_of(rows, {"tanggal": "Tanggal", "nama": "Nama", "ada": "Ada"}, simulated=False)
    assert read(told)[1] == ["2024-11-04", "Warudoyong utara", "ya"]


@pytest.fixture
def drawn(monkeypatch):
    """What is shown of a section on a page: drawn(rows, large=False, …) gives its HTML."""

    def draw(rows, **of):
        shown = []
        monkeypatch.setattr(frame, "show", lambda *pieces: shown.extend(pieces))
        page = SimpleNamespace(
            name="logistik", large=of.get("large", False), today=DAY,
            held=SimpleNamespace(meeting=of.get("meeting")),
            facts={"simulasi": of.get("simulated", True), "daerah": "Kota Sukabumi"},
        )  # fmt: skip
        parts.titled(page, "Judul <b>", "kecil", "barang", rows, parts.BARS, of.get("named", ""))
        return "".join(shown)

    return draw


def attribute(html, name):
    return unescape(re.search(rf'data-{name}="([^"]*)"', html)[1])


ROWS = [{"label": '"x" & <y>', "nilai": 1}]


def test_the_name_of_a_file_tells_page_chart_and_day_or_meeting_and_that_the_data_is_invented(drawn):
    assert attribute(drawn(ROWS), "nama") == "logistik-barang-2024-11-04-simulasi"
    assert attribute(drawn(ROWS, simulated=False), "nama") == "logistik-barang-2024-11-04"
    met = SimpleNamespace(name="2024-10-21-2", date=dt.date(2024, 10, 21))
    assert attribute(drawn(ROWS, meeting=met, simulated=False), "nama") == "logistik-barang-2024-10-21-2"
    assert "rapat Senin, 21 Oktober 2024" in attribute(drawn(ROWS, meeting=met), "kaki")


def test_the_picture_says_what_it_is_of_and_which_numbers_these_are(drawn):
    html = drawn(ROWS, named="Hibah: jalannya")
    assert attribute(html, "judul") == "Hibah: jalannya"
    assert attribute(html, "kaki") == f"{project.name()} Kota Sukabumi, keadaan Senin, 4 November 2024. Data simulasi."
    assert attribute(drawn(ROWS), "judul") == "Judul <b>"


def test_what_is_typed_in_a_sheet_stays_within_its_attribute(drawn):
    html = drawn(ROWS)
    assert read(attribute(html, "csv"))[1][0] == '"x" & <y>' and "<y>" not in html


@pytest.mark.parametrize("of", [{"large": True}, {"rows": []}])
def test_before_a_room_and_without_a_row_there_is_the_title_alone(drawn, of):
    html = drawn(of.get("rows", ROWS), large=of.get("large", False))
    assert "unduh" not in html and "<h2>" in html


def test_a_map_is_taken_with_the_words_of_its_legend_and_the_numbers_that_stand_on_it(monkeypatch):
    taken = {}
    monkeypatch.setattr(parts, "titled", lambda page, title, aside, key, rows, columns: taken.update(rows=rows))
    monkeypatch.setattr(frame, "place_map", lambda *of: taken.update(map=of[1]))
    places = [
        {"kelurahan": "A", "kecamatan": "K", "tingkat": 2, "jumlah": 3, "label": "", "keterangan": "rahasia"},
        {"kelurahan": "B", "kecamatan": "K", "tingkat": None, "jumlah": None, "label": "12%", "keterangan": None},
    ]
    parts.mapped(None, "Peta", "", places, {2: "tinggi", None: "belum diketahui"}, "alt")
    told = read(parts.csv_of(taken["rows"], parts.MAP, simulated=False))
    assert told[1:] == [["A", "K", "tinggi", "3"], ["B", "K", "belum diketahui", "12%"]]
    assert taken["map"] == places and "rahasia" not in str(told)


def test_of_a_thing_that_is_not_known_no_number_is_taken(monkeypatch):
    taken = {}
    monkeypatch.setattr(parts, "titled", lambda page, title, aside, key, rows, columns: taken.update(rows=rows))
    monkeypatch.setattr(frame, "chart", lambda *_: None)
    monkeypatch.setattr(frame, "palette", lambda: None)
    monkeypatch.setattr(parts.bar_charts, "supplies", lambda *_: None)
    rows = [{"label": "Segel", "kurang": 7, "kebutuhan": 9, "siap_persen": None, "janji": None, "lewat_hari": None}]
    parts.supplied(SimpleNamespace(large=False), rows, "Barang", "", "barang", "satuan")
    assert taken["rows"][0]["kurang"] is None and rows[0]["kurang"] == 7
