"""What happened, on charts over time: which events are marked where, in which words, and which numbers know of them."""

import datetime as dt
import io

import pptx
import pytest
from pptx.util import Pt

from monev.handouts import slides
from monev.meeting import meeting
from monev.screen.draw import course_chart, happened as drawn, time_charts
from monev.settings import REFERENCE
from monev.snapshot import schema, store
from monev.words import happened
from tests.given import given, read, rows
from tests.handed import source
from tests.test_elements import LIGHT

FIRST, LAST = dt.date(2024, 9, 2), dt.date(2024, 11, 4)
#: The secretariat's tab, and an incident so that the chart of days is there.
TAB = """
    tanggal     | peristiwa            | agenda
    22 Okt 2024 | Hujan lebat          | Stabilitas
    24 Nov 2024 | Masa tenang dimulai  |
    1 Nov 2024  | Janji formulir lewat | logistik
"""
INCIDENT = """
    id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | tahap | jenis_isu | aktor | tingkat | tindak_lanjut | penanggung_jawab | status | klasifikasi
    KBP-001 | 30 Okt 2024 | 30 Okt 2024 | Cikole | Kampanye | Unjuk rasa | Ormas | Tinggi | Mediasi | Kesbangpol | Ditangani | Biasa
"""


def event(day, said="Gudang pindah", month=10, year=2024):
    return {"tanggal": dt.date(year, month, day), "peristiwa": said}


def points(count=3):
    return [{"rapat": str(place), "tanggal": FIRST + dt.timedelta(days=21 * place), "nilai": place, "status": "kuning",
             "berubah": {}, "kini_dibaca": None} for place in range(count)]  # fmt: skip


def marked(snapshot, page):
    return [(row["tanggal"].isoformat(), row["peristiwa"]) for row in rows(snapshot, "bersama/peristiwa", halaman=page)]


# --- which ones, and how they are numbered ---


@pytest.mark.parametrize(("first", "last", "marks", "ahead"), [
    (event(4), event(20, month=10), 2, 0),
    (event(5)["tanggal"], event(20), 1, 0),  # the day before the first one is no part of the chart
    (event(4), event(19), 1, 1),  # the day after the last one is still to come
    (event(4), event(3), 0, 2),
])  # fmt: skip
def test_events_of_the_first_and_the_last_day_are_marked_and_later_ones_told(first, last, marks, ahead):
    days = [one["tanggal"] if isinstance(one, dict) else one for one in (first, last)]
    found = happened.within([event(20), event(4)], *days)
    assert (len(found.marked), len(found.coming)) == (marks, ahead)
    assert [row["tanggal"] for row in found.marked] == sorted(row["tanggal"] for row in found.marked)


@pytest.mark.parametrize(("count", "earlier"), [(happened.MOST, 0), (happened.MOST + 1, 1)])
def test_of_many_events_the_last_ones_are_marked_and_the_others_counted(count, earlier):
    found = happened.within([event(day) for day in range(1, count + 1)], FIRST, LAST)
    assert (len(found.marked), found.earlier) == (happened.MOST, earlier)
    assert found.marked[-1]["tanggal"].day == count
    assert ("1 peristiwa lebih awal tidak ditandai" in happened.told(found)) is bool(earlier)


@pytest.mark.parametrize(("count", "said"), [
    (3, "5 Nov Gudang pindah; 6 Nov Gudang pindah; 7 Nov Gudang pindah."),
    (4, "7 Nov Gudang pindah; 1 lagi."),
])  # fmt: skip
def test_of_what_is_planned_the_next_ones_are_told_and_the_others_counted(count, said):
    told = happened.told(happened.within([event(5 + day, month=11) for day in range(count)], FIRST, LAST))
    assert (
        told.startswith(" Sesudah itu: 5 Nov") and told.removeprefix(" Sesudah itu: ") == said
        if count == 3
        else told.endswith(said)
    )


@pytest.mark.parametrize(("places", "numbers"), [
    ([10.0, 10.0 + happened.NEAR], ["1", "2"]),
    ([10.0, 9.9 + happened.NEAR], ["1–2", ""]),
    ([10.0, 10.0, 15.0, 40.0, 90.0], ["1–3", "", "", "4", "5"]),
    ([0.0, 8.0, 16.0], ["1–2", "", "3"]),
    ([], []),
])  # fmt: skip
def test_numbers_of_marks_that_stand_close_are_said_together(places, numbers):
    assert happened.numbers(places) == numbers


def test_the_year_of_an_event_is_told_where_the_chart_ends_in_another():
    assert happened.said(event(4, year=2023), LAST) == "4 Okt 2023: Gudang pindah"
    assert happened.said(event(4), LAST) == "4 Okt: Gudang pindah"


# --- on the charts ---


def kind(*events):
    """How the words of these events stand on the course of a number: the classes of its canvas."""
    return course_chart.chart(points(), "jenis", 0, events).split('class="kanvas')[1].split('"')[0].split()


def test_words_stand_at_their_marks_while_they_are_few_and_short():
    last = points()[-1]["tanggal"]
    words = event(last.day, "Pindah", last.month)
    assert kind() == []
    assert kind(words) == kind(*[words] * course_chart.EVENTS) == ["berperistiwa", "berkata", "berkata-sempit"]
    assert kind(*[words] * (course_chart.EVENTS + 1)) == ["berperistiwa"]
    assert kind(words | {"peristiwa": "Gudang di kecamatan sebelah mulai dipakai"}) == ["berperistiwa", "berkata"]
    assert kind(words | {"peristiwa": "x" * 80}) == ["berperistiwa"]


def test_every_word_stands_below_the_course_too_and_is_no_markup():
    chart = course_chart.chart(points(), "jenis", 0, [event(9, "<b>Banjir</b>", 9), event(24, "Masa tenang", 11)])
    assert '<li class="tanda-kata"><b>1</b> 9 Sep: &lt;b&gt;Banjir&lt;/b&gt;</li>' in chart
    assert "<b>Sesudahnya</b> 24 Nov Masa tenang" in chart and chart.count('class="peristiwa ') == 1
    said = chart.split('aria-label="')[1].split('"')[0]
    assert said.endswith("Peristiwa: 9 Sep &lt;b&gt;Banjir&lt;/b&gt;. Sesudah itu: 24 Nov Masa tenang.")


def test_an_event_of_before_the_course_is_no_part_of_it():
    assert "peristiwa" not in course_chart.chart(points(), "jenis", 0, [event(1, month=9)])


def figures(events):
    daily = [{"tanggal": LAST - dt.timedelta(days=back), "nilai": 1} for back in range(28)]
    shares = [{"label": "KPU", "tanggal": dt.date(2024, 10, 1), "persen": 40}]
    return (
        (time_charts.waktu(daily, LIGHT, LAST, events=events), time_charts.happened_daily(daily, LAST, events)),
        (
            time_charts.shares(shares, LIGHT, LAST, events=events),
            time_charts.happened_shares(shares, LAST, "label", events),
        ),
    )


def test_figures_over_time_mark_the_events_of_their_days_and_number_them():
    events = [event(9), event(22, "Hujan"), event(23, "Reda"), event(24, "Masa tenang", 11), event(1, "Lama", 1)]
    for figure, found in figures(events):
        lines = [shape.x0 for shape in figure.layout.shapes if shape.line.dash == "dot"]
        assert lines == [one["tanggal"] for one in events[:3]]
        above = [note.text for note in figure.layout.annotations if note.yref == "paper"]
        assert above == ["<b>1</b>", "<b>2–3</b>"]
        assert figure.layout.margin.t > 6
        assert [row["peristiwa"] for row in found.coming] == ["Masa tenang"]
        assert "<b>2</b> 22 Okt: Hujan" in drawn.listed(found)


def test_no_mark_runs_through_the_words_of_a_figure_and_no_ground_covers_the_shorter_ones():
    """Where the longer words are not shown, their ground lies below the shorter ones that are."""
    shares = [{"label": "KPU", "tanggal": dt.date(2024, 2, 1), "persen": 40}]
    figure = time_charts.shares(shares, LIGHT, LAST, dt.date(2024, 6, 27), events=[event(17)])
    ground = {
        note.text: note.bgcolor for note in figure.layout.annotations if "batas" in note.text or "lewat" in note.text
    }
    assert ground == {"<b>batas 27 Jun</b>, 100%": LIGHT.bg, "<b>batas 27 Jun</b>": None,
                      "130 hari lewat batas": LIGHT.bg, "lewat 130 hari": None}  # fmt: skip


def test_figures_over_time_without_an_event_are_what_they_were():
    for figure, found in figures([]):
        assert not [shape for shape in figure.layout.shapes if shape.line.dash == "dot"]
        assert figure.layout.margin.t == 6 and not any(note.bgcolor for note in figure.layout.annotations)
        assert drawn.listed(found) == "" and happened.told(found) == ""


# --- from the sheet ---


def test_an_event_is_told_on_its_agenda_point_and_without_one_on_all(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", {"sekretariat/peristiwa": TAB})
    everywhere = ("2024-11-24", "Masa tenang dimulai")
    assert marked(snapshot, "stabilitas") == [("2024-10-22", "Hujan lebat"), everywhere]
    assert marked(snapshot, "logistik") == [("2024-11-01", "Janji formulir lewat"), everywhere]
    assert marked(snapshot, "risiko") == [everywhere]
    assert not rows(snapshot, "mutu_data/temuan", instansi="sekretariat", tab="peristiwa")


def test_without_the_tab_nothing_is_missed(tmp_path):
    snapshot = given(
        tmp_path, "2024-11-04", {"sekretariat/laporan_desk": "bulan | tanggal_kirim\n2024-10 | 29 Okt 2024"}
    )
    assert not rows(snapshot, "bersama/peristiwa")
    assert not [row for row in rows(snapshot, "mutu_data/temuan") if "Peristiwa" in row["alasan"]]
    [row] = rows(snapshot, "ringkasan/instansi", instansi="sekretariat")
    assert (row["tab_ada"], row["tab"]) == (1, 2)


def test_an_event_of_an_agenda_point_that_cannot_be_read_is_marked_nowhere(tmp_path):
    tab = "tanggal | peristiwa | agenda\n22 Okt 2024 | Hujan lebat | Rapat paripurna\nKemarin | Reda |\n23 Okt 2024 | |"
    snapshot = given(tmp_path, "2024-11-04", {"sekretariat/peristiwa": tab})
    assert not rows(snapshot, "bersama/peristiwa")
    asked = rows(snapshot, "mutu_data/temuan", instansi="sekretariat", tab="peristiwa")
    assert {row["baris"] for row in asked} == {2, 3, 4}


def test_personal_data_among_the_words_is_held_back(tmp_path):
    tab = "tanggal | peristiwa\n22 Okt 2024 | Lapor ke 0812-3456-7890 di gudang\n23 Okt 2024 | Hujan lebat"
    snapshot = given(tmp_path, "2024-11-04", {"sekretariat/peristiwa": tab})
    assert marked(snapshot, "logistik") == [("2024-10-23", "Hujan lebat")]
    [path] = (tmp_path / "potret").glob("*.duckdb")
    assert b"3456-7890" not in path.read_bytes()
    assert rows(snapshot, "mutu_data/temuan", instansi="sekretariat", tab="peristiwa", baris=2)


def test_a_frozen_meeting_knows_the_events_of_then(tmp_path):
    folder = tmp_path / "potret"
    before = read(tmp_path, "2024-10-21", {"sekretariat/peristiwa": "tanggal | peristiwa\n17 Okt 2024 | Barang tiba"})
    pinned = meeting.pin(folder, before, dt.datetime(2024, 10, 21, 9))
    now = given(tmp_path, "2024-11-04", {"sekretariat/peristiwa": TAB})
    with store.Snapshot(folder, f"rapat/{pinned.name}", None, schema.today()) as then:
        assert marked(then, "logistik") == [("2024-10-17", "Barang tiba")]
    assert ("2024-10-17", "Barang tiba") not in marked(now, "logistik")


# --- on slides ---


@pytest.fixture(scope="module")
def stability(tmp_path_factory):
    """The slide of the agenda point with the chart of days."""
    snapshot = given(
        tmp_path_factory.mktemp("paparan"),
        "2024-11-04",
        {"sekretariat/peristiwa": TAB, "kesbangpol/kejadian": INCIDENT},
        REFERENCE,
    )
    snapshot.ask("bersama/bingkai")
    deck = pptx.Presentation(io.BytesIO(slides.write(source(snapshot, []), lambda *_: None)))
    return next(slide for slide in deck.slides if any(shape.name == "Kejadian tiap hari" for shape in slide.shapes))


def test_a_slide_marks_its_days_over_the_native_chart(stability):
    [chart] = [shape for shape in stability.shapes if shape.has_chart]
    [line] = [shape for shape in stability.shapes if shape.name.startswith("Peristiwa: ")]
    assert line.name == "Peristiwa: 22 Okt: Hujan lebat"
    share = (line.left - chart.left - Pt(30)) / (chart.width - Pt(40))
    assert abs(share - 15.5 / 29) < 0.002  # 7 Okt is the first of 29 days
    assert chart.top <= line.top and line.top + line.height <= chart.top + chart.height
    [number] = [shape for shape in stability.shapes if shape.name == "Peristiwa 1"]
    assert number.top + number.height <= chart.top + Pt(0.1)


def test_a_slide_tells_its_events_in_words_and_in_the_alt_text_of_the_chart(stability):
    [told] = [shape.text_frame.text for shape in stability.shapes if shape.name == "Peristiwa"]
    assert told == "1 22 Okt: Hujan lebat; sesudahnya 24 Nov Masa tenang dimulai"
    [chart] = [shape for shape in stability.shapes if shape.has_chart]
    assert " Peristiwa: 22 Okt Hujan lebat. Sesudah itu: 24 Nov Masa tenang dimulai." in (
        chart._element.nvGraphicFramePr.cNvPr.get("descr")
    )


def test_a_whole_page_pasted_into_an_event_is_shortened():
    long = {"tanggal": dt.date(2024, 10, 1), "peristiwa": "Hujan lebat " * 900}
    assert len(happened.said(long, dt.date(2024, 11, 4))) < 140 and happened.said(long, dt.date(2024, 11, 4)).endswith(
        "…"
    )
