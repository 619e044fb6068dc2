"""What hand-outs say around a meeting: who confirmed his data, what was proposed, when the next meeting is."""

import dataclasses
import datetime as dt
import io

import pytest
from pptx import Presentation

from monev.handouts import minutes, slides
from monev.handouts.paper import Facts, Heading, Table
from monev.snapshot import schema, store
from tests.handed import source
from tests.test_vouching import rows_of

pytestmark = pytest.mark.panjang

POINT = {"uraian": "Kotak suara rusak", "pemilik": "kpu", "pemilik_nama": "KPU", "pengusul_nama": "Bawaslu", "keadaan": "diambil",
         "rapat_ini": True, "dibawa": None, "tanggal": dt.date(2024, 11, 4)}  # fmt: skip
PLAN = {"tanggal": dt.date(2024, 11, 11), "mulai": dt.time(9), "tempat": "Aula Setda"}


@pytest.fixture(scope="module")
def plain(samples_shot):
    with store.Snapshot(samples_shot, store.latest(samples_shot), None, schema.today()) as opened:
        yield source(opened)


def parts(made):
    return minutes.compose(made, lambda *_: None).parts


def tables(made):
    return [part for part in parts(made) if isinstance(part, Table)]


def under(made, heading):
    found = parts(made)
    [at] = [place for place, part in enumerate(found) if isinstance(part, Heading) and part.text == heading] or [None]
    return None if at is None else found[at + 1]


def fact(made, name):
    return next(value for part in parts(made) if isinstance(part, Facts) for key, value in part.pairs if key == name)


def last_column(made):
    [table] = [one for one in tables(made) if one.columns[0].title == "Lembaga"]
    return [column.title for column in table.columns][-1], [row[-1] for row in table.rows]


def first_slide(made):
    deck = Presentation(io.BytesIO(slides.write(made, lambda *_: None)))
    return [shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame]


def test_the_minutes_say_of_every_agency_whether_it_confirmed(plain):
    title, cells = last_column(
        dataclasses.replace(plain, vouched=rows_of("benar", "berubah", "belum", "belum", "belum"))
    )
    assert title == "Dikonfirmasi lembaganya"
    assert cells == [
        "dikonfirmasi 3 Nov 2024, 14.05 WIB, tanpa temuan terbuka",
        "berubah sesudah dikonfirmasi 3 Nov 2024, 14.05 WIB, tanpa temuan terbuka",
        *["belum dikonfirmasi"] * 3,
    ]


def test_minutes_of_a_meeting_that_did_not_ask_are_as_they_were(plain):
    assert last_column(plain)[0] == "Temuan"
    assert under(plain, "Pokok yang diusulkan lembaga") is None
    assert "hari dan tanggal" in fact(plain, "Rapat berikutnya")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "dibahas, belum diputuskan"),
        ({"keadaan": "diputuskan"}, "sudah diputuskan"),
        ({"dibawa": True, "tanggal": dt.date(2024, 11, 11)}, "dibawa ke rapat 11 Nov 2024"),
    ],
)
def test_the_minutes_say_what_became_of_each_point(plain, changed, said):
    made = dataclasses.replace(plain, points=[POINT | changed, POINT | {"rapat_ini": False, "uraian": "Rapat lain"}])
    assert under(made, "Pokok yang diusulkan lembaga").rows == [["Kotak suara rusak", "KPU", "Bawaslu", said]]


def test_the_minutes_fill_in_the_next_meeting_and_leave_room_for_what_nobody_said(plain):
    assert fact(dataclasses.replace(plain, planned=PLAN), "Rapat berikutnya") == (
        "Senin, 11 November 2024, pukul 09.00 WIB, tempat Aula Setda"
    )
    bare = fact(dataclasses.replace(plain, planned=PLAN | {"mulai": None, "tempat": None}), "Rapat berikutnya")
    assert bare.startswith("Senin, 11 November 2024, pukul ") and "WIB" not in bare
    same_day = dataclasses.replace(plain, planned=PLAN | {"tanggal": dt.date(2024, 11, 4)})
    assert "hari dan tanggal" in fact(same_day, "Rapat berikutnya")


def test_the_first_slide_says_who_confirmed_and_who_did_not(plain):
    said = first_slide(dataclasses.replace(plain, vouched=rows_of("benar", "belum")))
    assert "Data dikonfirmasi: KPU; belum dikonfirmasi: Bawaslu." in said
    assert not [text for text in first_slide(plain) if "konfirmasi" in text]
