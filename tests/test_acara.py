"""The course of a meeting: order, sums and speakers from the secretariat's file, and how they are drawn."""

import datetime as dt
import re
import shutil

import pytest
from streamlit.testing.v1 import AppTest

from monev.meeting import meeting
from monev.screen.draw import agenda_course, status_line
from monev.settings import HOME, REFERENCE
from monev.snapshot import store
from monev.words import clock
from tests.given import given, rows

pytestmark = pytest.mark.panjang

QUESTION = "bersama/acara"
GRANT = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    tahap_1         | 5 Feb 2024    | 10.000.000.000 | 4.000.000.000
"""
NINE = dt.time(9)
FACTS = {"tanggal_acuan": dt.date(2024, 11, 4), "sisa_hari": 23, "dibuat": dt.datetime(2024, 11, 4, 9, 12),
         "simulasi": True, "dibekukan": None, "dulu_tanggal": None, "dulu_rapat": None}  # fmt: skip


@pytest.fixture
def held(tmp_path):
    """A function that gives the snapshot of a meeting with a course: held("logistik,15,kpu", date="2024-11-05")."""
    folder = shutil.copytree(REFERENCE, tmp_path / "reference")
    opened = []

    def hold(*lines, date="2024-11-04"):
        (folder / "acara.csv").write_text("\n".join(["halaman,menit,pembicara", *lines, ""]), "utf-8")
        opened.append(given(tmp_path, date, {"kpu/hibah": GRANT}, folder))
        return opened[-1]

    yield hold
    for snapshot in opened:
        snapshot.close()


def points(snapshot):
    """Each point as (ke, halaman, mulai_menit, selesai_menit)."""
    return [(row["ke"], row["halaman"], row["mulai_menit"], row["selesai_menit"]) for row in rows(snapshot, QUESTION)]


# --- the numbers ---


def test_a_point_begins_where_the_one_before_it_ends(held):
    snapshot = held("ringkasan,5,sekretariat", "logistik,15,kpu", "risiko,1,bawaslu")
    assert points(snapshot) == [(1, "ringkasan", 0, 5), (2, "logistik", 5, 20), (3, "risiko", 20, 21)]
    assert {row["semua"] for row in rows(snapshot, QUESTION)} == {3}


def test_a_point_has_the_title_of_the_agenda_and_the_names_of_those_who_speak(held):
    snapshot = held("tindak_lanjut,10,sekretariat", "netralitas,10,bawaslu;kesbangpol", "mutu_data,5,kpu;bpkpd;bawaslu")
    assert [(row["judul"], row["pembicara"]) for row in rows(snapshot, QUESTION)] == [
        ("Tindak lanjut", "Sekretariat"),
        ("Netralitas ASN", "Bawaslu dan Kesbangpol"),
        ("Mutu data", "KPU, BPKPD, dan Bawaslu"),
    ]


def test_moved_lines_make_a_new_snapshot_and_the_meeting_before_keeps_its_course(held):
    one = held("logistik,15,kpu", "risiko,10,bawaslu")
    other = held("risiko,10,bawaslu", "logistik,15,kpu")
    assert one.id != other.id
    assert points(one) == [(1, "logistik", 0, 15), (2, "risiko", 15, 25)]
    assert points(other) == [(1, "risiko", 0, 10), (2, "logistik", 10, 25)]


@pytest.mark.parametrize(("begins", "times"), [(None, ""), (NINE, " · 09.05–09.20")])
def test_a_page_in_a_meeting_tells_its_time_where_the_beginning_is_known(
    monkeypatch, samples_shot, tmp_path, begins, times
):
    potret = shutil.copytree(samples_shot, tmp_path / "potret")
    monkeypatch.setenv("MONEV_POTRET", str(potret))
    held = meeting.pin(potret, store.latest(potret), clock.now(), begins=begins)
    meeting.start(potret, held, clock.now())
    app = AppTest.from_file(str(HOME / "app.py"), default_timeout=60).run().switch_page("pages/logistik.py").run()
    drawn = said(" ".join(block.value for block in app.get("html")))
    assert f"ke-2 dari 7 · KPU{times} · 15 menit" in drawn


# --- the drawing ---


def point(**changed: object) -> dict:
    row = {"ke": 2, "semua": 7, "nomor": 1, "halaman": "logistik", "judul": "Logistik", "pembicara": "KPU", "menit": 15}
    return row | {"mulai_menit": 5, "selesai_menit": 20} | changed


LAST = point(ke=7, nomor=None, halaman="ringkasan", judul="Ringkasan", menit=55, mulai_menit=20, selesai_menit=75)


def said(page: str) -> str:
    return re.sub("<[^>]+>", "", page).replace("&nbsp;", " ")


def test_the_turn_of_a_page_names_its_place_who_speaks_and_how_long() -> None:
    assert said(agenda_course.turn([LAST, point()], "logistik", None)) == "ke-2 dari 7 · KPU · 15 menit"


def test_where_the_beginning_is_known_the_turn_has_its_time_of_day() -> None:
    assert said(agenda_course.turn([point()], "logistik", NINE)) == "ke-2 dari 7 · KPU · 09.05–09.20 · 15 menit"
    assert "23.50–00.05" in agenda_course.turn([point()], "logistik", dt.time(23, 45))
    assert "00.05–00.20" in agenda_course.turn([point()], "logistik", dt.time(0)), "midnight is a time like any other"


def test_a_phone_is_told_the_place_and_who_speaks_alone() -> None:
    page = agenda_course.turn([point()], "logistik", NINE)
    assert said(re.sub(r'<span class="lebar">.*?</span>', "", page)) == "ke-2 dari 7 · KPU"


@pytest.mark.parametrize("rows", [[], [point()]])
def test_a_page_that_is_no_point_of_the_meeting_has_no_turn(rows) -> None:
    assert agenda_course.turn(rows, "mutu_data", NINE) == ""


def test_the_turn_stands_at_the_end_of_the_strip() -> None:
    turn = agenda_course.turn([point()], "logistik", None)
    strip = status_line.strip(FACTS, turn=turn)
    assert strip.endswith(f"Data simulasi</span>{turn}</div>")


def test_the_list_of_all_points_has_their_times_and_their_sum() -> None:
    page = agenda_course.course([point(), LAST], NINE)
    assert re.findall(r'data-judul="Pukul"><span>([^<]*)<', page) == ["09.05–09.20", "09.20–10.15"]
    assert re.findall(r'data-judul="Lama"><span>([^<]*)<', page) == ["15 menit", "55 menit"]
    assert said(page).endswith("75 menit, selesai 10.15")


def test_the_list_leads_to_the_page_of_every_point() -> None:
    links = re.findall(r'href="([^"]*)" target="_self">([^<]*)<', agenda_course.course([point(), LAST], None))
    assert links == [("/logistik", "Logistik"), ("/", "Ringkasan")]


def test_where_the_beginning_is_not_known_the_list_names_no_time() -> None:
    page = agenda_course.course([point(), LAST], None)
    assert "Pukul" not in page and "selesai" not in page and said(page).endswith("75 menit")


def test_the_point_that_one_is_at_is_marked_and_no_other() -> None:
    page = agenda_course.course([point(), LAST], None, "ringkasan")
    assert re.findall(r"<tr( [^>]*)?><th scope=\"row\">", page) == ["", ' class="pilih" aria-current="step"']
    assert "aria-current" not in agenda_course.course([point(), LAST], None)


def test_a_snapshot_that_holds_no_course_says_so() -> None:
    assert said(agenda_course.course([], NINE)) == "Data ini belum memuat susunan acara."


@pytest.mark.parametrize(
    ("frozen", "told"),
    [
        (dt.datetime(2024, 11, 4, 9, 12), "angka dibekukan 09.12 WIB<"),
        (dt.datetime(2024, 11, 3, 20, 5), "angka dibekukan 3 Nov<"),
        (dt.datetime(2025, 1, 6, 9, 12), "angka dibekukan 6 Jan 2025<"),
    ],
)
def test_the_strip_names_the_day_of_frozen_numbers_only_where_it_is_not_the_meetings(frozen, told):
    assert told in status_line.strip(FACTS | {"dibuat": dt.datetime(2024, 11, 3, 18, 0), "dibekukan": frozen})
