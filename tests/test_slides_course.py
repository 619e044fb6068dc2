"""The course of the numbers on the slides: what each meeting knew, its sign, and a gap where it knew nothing."""

import datetime as dt
from dataclasses import replace

import pytest

from monev.handouts import slide_course, slides
from monev.words import words
from tests import office
from tests.test_slides import asked_rows, deck_of, held_in_place, parts, silent, snapshot, texts  # noqa: F401

pytestmark = pytest.mark.panjang

DAYS = [dt.date(2024, 7, 1) + dt.timedelta(days=14 * place) for place in range(9)]


def course(*values):
    return [
        {"tanggal": day, "nilai": value, "status": "kuning" if value is not None else "belum_dilaporkan"}
        for day, value in zip(DAYS[-len(values) :], values, strict=True)
    ]


@pytest.fixture(scope="module")
def content(asked_rows):  # noqa: F811
    known = {
        "barang_kurang": course(13, None, 7),
        "selisih_kpu_rp": course(2_500_000_000, 200_000_000, 0),
        "barang_siap_persen": course(*range(10, 19)),
        "kasus_aktif": [],
    }
    return slides.write(replace(asked_rows, courses=known), silent)


@pytest.fixture(scope="module")
def shown(content):
    [slide] = [slide for slide in deck_of(content).slides if "Jalannya angka" in texts(slide)]
    return slide


def test_there_is_one_for_each_agenda_point_that_meetings_knew_and_none_without(content, asked_rows):  # noqa: F811
    titles = [slide.shapes.title.text_frame.text for slide in deck_of(content).slides]
    assert [one for one in titles if "Jalannya" in one] == ["Jalannya angka agenda 1: Logistik"]
    assert not any("Jalannya" in texts(slide) for slide in deck_of(slides.write(asked_rows, silent)).slides)


def test_each_row_says_what_was_known_at_the_last_seven_meetings_and_now(shown):
    [table] = [shape.table for shape in shown.shapes if shape.has_table]
    rows = [[cell.text_frame.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Angka", *map(words.date_short, DAYS[2:]), "4 Nov"]
    told = {row[0]: row[1:] for row in rows[1:]}
    assert told["Barang kurang (jenis)"] == ["–", "–", "–", "–", "13", "–", "7", "5"]
    assert told["Barang siap"][:2] == ["12,0%", "13,0%"]
    amounts = told["Selisih hibah KPU (Rp miliar)"]
    assert amounts[4:] == ["2,5", "0,2", "0,0", "0,2"], "one scale and decimals alike"


def test_each_known_value_has_its_sign_beside_it(shown):
    rows = 3
    signs = [shape for shape in shown.shapes if shape.name.startswith("Tanda: ")]
    known = sum(map(len, (course(13, None, 7), course(1, 2, 0), course(*range(7))))) + rows
    assert len(signs) == known


def test_it_tells_its_message_and_every_text_stands_in_its_place(content, shown, tmp_path):
    [table] = [shape for shape in shown.shapes if shape.has_table]
    said = table._element.nvGraphicFramePr.cNvPr.get("descr")
    assert "Barang kurang: " in said and "21 Okt 7 (perlu perhatian)" in said and "4 Nov 5 (kritis)" in said
    held_in_place(deck_of(content), office.pages(content, "pptx", tmp_path))


@pytest.mark.parametrize(("amounts", "told"), [
    ([], ([], "Rp")),
    ([0, 0], (["0", "0"], "Rp")),
    ([2_500_000_000, 200_000_000], (["2,5", "0,2"], "Rp miliar")),
    ([2_760_000_000, 0], (["2,76", "0,00"], "Rp miliar")),
    ([-3_000_000], (["-3,0"], "Rp juta")),
])  # fmt: skip
def test_amounts_of_one_row_are_told_in_one_scale(amounts, told):
    assert words.rupiah_row(amounts) == told
    assert slide_course.NONE not in told[0]
