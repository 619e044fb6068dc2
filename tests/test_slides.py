"""The slides: opened again by their library and by LibreOffice, every number as asked, nothing cut off."""

import datetime as dt
import io
import itertools
import re
import time
from dataclasses import replace

import pptx
import pytest
from pptx.util import Pt

from monev.handouts import slides, text_fit
from monev.handouts.slide_template import HIGH, WIDE
from monev.meeting import meeting
from monev.snapshot import schema, store
from monev.words import clock, indicator, legends, spoken, words
from tests import office
from tests.given import given
from tests.handed import source

pytestmark = pytest.mark.panjang

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONG = "Penyedia menyatakan bahwa pengiriman ke gudang tertunda karena jalan rusak, dan tanggal barunya belum ada; "
LONG = (LONG * 4)[:300]
UNBROKEN = "Rp" + "1234567890" * 29 + "juta"
#: Which columns of which questions are typed by hand.
TYPED = {
    "logistik/barang": ("label", "keterangan"),
    "risiko/peta": ("kelurahan", "nama_petak"),
    "netralitas/tiga_angka": ("keterangan",),
    "netralitas/alur": ("kode",),
    "partisipasi/segmen": ("label", "rincian"),
    "stabilitas/kejadian_terbuka": ("uraian", "tempat_kejadian"),
    "tindak_lanjut/daftar": ("uraian", "pemilik", "kabar"),
    "bersama/perlu_diputuskan": ("uraian", "pemilik", "tenggat"),
    "bersama/rekonsiliasi": ("kunci", "kiri", "kanan"),
}  # fmt: skip


def silent(*_):
    """Nobody watches how far the making is."""


def deck_of(content):
    return pptx.Presentation(io.BytesIO(content))


def decision(number, **changed):
    return {"id": f"TL-{number}", "uraian": f"Keputusan nomor {number}", "penanggung_jawab": "kpu", "pemilik": "KPU",
            "tenggat": dt.date(2024, 11, 8), "dicatat": dt.datetime(2024, 11, 4, 9, number),
            "ditarik": False} | changed  # fmt: skip


@pytest.fixture(scope="module")
def snapshot(samples_shot):
    name = store.latest(samples_shot)
    before = meeting.compared_with(samples_shot, name)
    with store.Snapshot(samples_shot, name, before, schema.today()) as opened:
        yield opened


@pytest.fixture(scope="module")
def asked_rows(snapshot):
    return source(snapshot, [])


@pytest.fixture(scope="module")
def content(asked_rows):
    return slides.write(asked_rows, silent)


@pytest.fixture(scope="module")
def deck(content):
    return deck_of(content)


@pytest.fixture(scope="module")
def leaves(content, tmp_path_factory):
    return office.pages(content, "pptx", tmp_path_factory.mktemp("paparan"))


def parts(shapes_):
    """All shapes, those in groups too."""
    for shape in shapes_:
        if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP:
            yield from parts(shape.shapes)
        else:
            yield shape


def boxes(slide):
    """Every place of text on a slide as (text, left, top, right, bottom) in points."""
    for shape in parts(slide.shapes):
        left, top = shape.left / Pt(1), shape.top / Pt(1)
        if shape.has_text_frame and shape.text_frame.text:
            yield shape.text_frame.text, left, top, left + shape.width / Pt(1), top + shape.height / Pt(1)
        elif shape.has_table:
            below = top
            for row in shape.table.rows:
                across = left
                for column, cell in zip(shape.table.columns, row.cells, strict=True):
                    right, foot = across + column.width / Pt(1), below + row.height / Pt(1)
                    if cell.text_frame.text:
                        yield cell.text_frame.text, across, below, right, foot
                    across = right
                below += row.height / Pt(1)


def texts(slide):
    return " ".join(text for text, *_ in boxes(slide)).replace("\u00a0", " ").replace("\n", " ")


def slide_sentence(slide):
    return next(shape.text_frame.text for shape in slide.shapes if shape.name == "Kalimat")


def agenda_slides(deck):
    return list(deck.slides)[1:6]


def of_decisions(deck):
    return next(slide for slide in deck.slides if slide.shapes.title.text_frame.text.startswith("Keputusan"))


#: Slides of the appendix, behind all others.
APPENDIX = 4


# --- what is on them ---


def test_a_title_one_slide_per_agenda_point_then_differences_promises_and_decisions(deck, asked_rows):
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    points = [f"{row['nomor']} {row['judul']}" for row in asked_rows.agendas()]
    assert titles == ["Rapat monev", *points, "Angka yang berbeda antarlembaga", "Yang belum sampai", "Janji rapat dan tindak lanjutnya",
                      "Keputusan yang dicatat dalam rapat ini", *(f"Daftar istilah ({place}/{APPENDIX})" for place in range(1, APPENDIX + 1))]  # fmt: skip


def test_the_appendix_explains_every_term_and_nothing_is_left_out(deck, asked_rows):
    said = " ".join(cell.text for slide in list(deck.slides)[-APPENDIX:] for shape in slide.shapes
                    if shape.has_table for row in shape.table.rows for cell in row.cells)  # fmt: skip
    said = " ".join(said.replace("\u00a0", " ").split())
    for row in asked_rows.ask("bersama/singkatan"):
        assert row["singkatan"] in said and row["kepanjangan"] in said and row["arti"] in said


def test_the_title_says_where_when_and_how_each_agenda_point_stands(deck, asked_rows):
    said = texts(deck.slides[0])
    [lead] = asked_rows.ask("ringkasan/kalimat")
    for part in ("Kota Sukabumi", "Senin, 4 November 2024", "H-23 pemungutan suara", lead["kalimat"]):
        assert part in said
    for row in asked_rows.agendas():
        assert f"{words.status_word(row['status'], row['halaman'])} {row['nomor']} {row['judul']}" in said


def test_an_agenda_slide_says_status_sentence_numbers_and_what_is_to_be_decided(deck, asked_rows):
    for slide, row in zip(agenda_slides(deck), asked_rows.agendas(), strict=True):
        said, page = texts(slide), row["halaman"]
        assert row["kalimat"] in said
        assert words.status_word(row["status"], page) in said
        for number in asked_rows.numbers(page):
            if number["nanti"]:
                continue
            assert number["indikator"] in said and indicator.value_or_word(number, page) in said
        for number in indicator.split(asked_rows.numbers(page), 5)[0]:
            if not indicator.explained(number):
                assert indicator.change(number) in said and indicator.change(number)
            assert indicator.ground(number) in said and indicator.reason(number) in said
        first = asked_rows.ask(f"{page}/perlu_diputuskan")[0]
        assert spoken.plain(first["uraian"]) in said and first["pemilik"] in said and first["tenggat"] in said


def test_what_has_no_room_is_counted(deck, asked_rows):
    for slide, row in zip(agenda_slides(deck), asked_rows.agendas(), strict=True):
        said, rows = texts(slide), asked_rows.ask(f"{row['halaman']}/perlu_diputuskan")
        shown = sum(shape.name == "Keputusan" for shape in slide.shapes)
        left = re.findall(r"dan (\d+) lagi", said)
        assert shown >= 2 and [len(rows) - shown] == [*map(int, left)] + [0] * (not left)


def test_all_that_is_to_be_decided_stands_on_its_slide_where_it_fits(deck, asked_rows):
    crowded = []
    for slide, row in zip(agenda_slides(deck), asked_rows.agendas(), strict=True):
        wanted = asked_rows.ask(f"{row['halaman']}/perlu_diputuskan")
        shown = sum(shape.name == "Keputusan" for shape in slide.shapes)
        for one in wanted[:shown]:
            assert one["pemilik"] in texts(slide) and (one["tenggat"] or "") in texts(slide)
        crowded += [row["halaman"]] if shown < len(wanted) else []
    assert crowded in ([], ["logistik"]), "four have room beside a picture; of five long ones the rest is counted"


def test_more_decisions_than_have_room_are_counted(snapshot):
    rows = source(snapshot, []).ask("bersama/perlu_diputuskan")
    others, [first, *_] = ([row for row in rows if (row["halaman"] == "stabilitas") is own] for own in (False, True))
    many = source(snapshot, [], bersama__perlu_diputuskan=[*others, *[first] * 9])
    slide = agenda_slides(deck_of(slides.write(many, silent)))[4]
    shown = sum(shape.name == "Keputusan" for shape in slide.shapes)
    assert 3 <= shown < 9 and f"dan {9 - shown} lagi" in texts(slide)


def test_charts_are_native_and_carry_the_numbers_as_asked(deck, asked_rows):
    charts = {shape.name: shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart}
    goods, segments = asked_rows.ask("logistik/barang"), asked_rows.ask("partisipasi/segmen")
    ready, reach = charts["Siap terhadap kebutuhan (%)"].plots[0], charts["Kegiatan terlaksana"].plots[0]
    assert list(ready.series[0].values) == [row["siap_persen"] for row in goods]
    assert [label.split(":")[0] for label in ready.categories] == [row["label"] for row in goods]
    shown = len(reach.series[0].values)
    assert list(reach.series[0].values) == [row["nilai"] for row in segments][:shown]
    assert f"dan {len(segments) - shown} segmen lainnya" in texts(deck.slides[3])
    assert not [shape for slide in deck.slides for shape in parts(slide.shapes) if hasattr(shape, "image")]
    daily, incidents = asked_rows.ask("stabilitas/harian"), charts["Kejadian tiap hari"].plots[0]
    days = [(row["tanggal"] - dt.date(1899, 12, 30)).days for row in daily]
    assert [float(day) for day in incidents.categories] == days, "days, in the numbers that office programs give them"
    assert [list(one.values) for one in incidents.series] == [
        [row["tinggi"] for row in daily], [row["nilai"] - row["tinggi"] for row in daily]]  # fmt: skip
    for chart in charts.values():
        assert chart.part.chart_workbook.xlsx_part is not None, "can be edited"


def test_a_bar_of_what_is_not_known_is_no_zero(deck, asked_rows):
    [unknown] = [row for row in asked_rows.ask("logistik/barang") if row["siap_persen"] is None]
    [chart] = [shape.chart for shape in deck.slides[1].shapes if shape.has_chart]
    labels = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    assert labels[f"{unknown['label']}: {unknown['keterangan']}"] is None


def test_the_map_of_risk_has_a_tile_for_each_kelurahan_and_a_legend_of_what_is_there(deck, asked_rows, snapshot):
    slide, places = deck.slides[2], asked_rows.ask("risiko/peta")
    drawn = {shape.name.removeprefix("Petak "): shape for shape in slide.shapes if shape.name.startswith("Petak ")}
    assert len(drawn) == len(places) == 33
    fills = {level: {str(drawn[row["kelurahan"]].fill.fore_color.rgb) for row in places if row["tingkat"] == level}
             for level in (0, 1, 2)}  # fmt: skip
    assert all(len(one) == 1 for one in fills.values()) and len(set.union(*fills.values())) == 3, "one colour a level"
    for row in places:
        said = drawn[row["kelurahan"]].text_frame.text.replace("\n", "").replace("-", "").replace(" ", "")
        assert said == f"{row['kelurahan']}{row['label']}".replace(" ", "")
    legend = [shape.text_frame.text for shape in slide.shapes if shape.name == "Legenda"]
    counted = {level: sum(row["tingkat"] == level for row in places) for level in (2, 1, 0)}
    assert legend == [f"{legends.counted(2, 'risiko')[level]}: {count}" for level, count in counted.items()]
    outlined = [shape for shape in slide.shapes if shape.name.startswith("Kecamatan ")]
    assert {shape.name for shape in outlined} == {f"Kecamatan {row['kecamatan']}" for row in places}
    assert "Subangjaya dan Warudoyong" in outlined[0]._element.nvSpPr.cNvPr.get("descr")
    unknown = [row | {"tingkat": None, "label": ""} for row in places]
    made = deck_of(slides.write(source(snapshot, [], risiko__peta=unknown), silent))
    told = [shape.text_frame.text for shape in made.slides[2].shapes if shape.name == "Legenda"]
    assert told == ["belum diketahui: 33"]


def test_what_is_on_its_way_is_told_apart_from_what_differs(deck, asked_rows, snapshot):
    said = texts(deck.slides[7])
    rows = [row for page in asked_rows.agendas() for row in asked_rows.ask(f"{page['halaman']}/rekonsiliasi")]
    left = [row for row in rows if row["berjalan"] and row["status"] not in ("hijau", "belum_waktunya")]
    assert len(left) == 2
    for row in left:
        assert row["kalimat"] in said and words.status_word(row["status"]) in said
        assert row["kunci"] not in texts(deck.slides[6])
    none = deck_of(slides.write(source(snapshot, [], bersama__rekonsiliasi=[]), silent))
    assert "Yang belum sampai" not in [slide.shapes.title.text_frame.text for slide in none.slides]


def test_where_agencies_differ_both_numbers_stand_with_their_owners(deck, asked_rows):
    said = texts(deck.slides[6])
    rows = [row for page in asked_rows.agendas() for row in asked_rows.ask(f"{page['halaman']}/rekonsiliasi")]
    apart = [row for row in rows if row["status"] not in ("hijau", "belum_waktunya")
             and not (row["petunjuk"] or row["berjalan"])]  # fmt: skip
    assert apart
    for row in apart:
        for side in ("kiri", "kanan"):
            assert f"{row[side]} {words.value_text(row[f'nilai_{side}'], row['satuan'])}" in said


def test_open_promises_stand_with_owner_and_due_date_and_the_kept_ones_are_counted(deck, asked_rows):
    said, rows = texts(deck.slides[8]), asked_rows.ask("tindak_lanjut/daftar")
    open_ones = [row for row in rows if row["keadaan"] != "selesai"]
    for row in open_ones:
        assert row["uraian"] in said and row["pemilik"] in said and words.date_short(row["tenggat"]) in said
    assert f"{len(rows) - len(open_ones)} janji sudah selesai." in said


def test_decisions_stand_in_the_order_in_which_they_were_made_and_none_is_said_plainly(deck, asked_rows):
    assert "Belum ada keputusan yang dicatat dalam rapat ini." in texts(deck.slides[9])
    newest_first = [decision(2), decision(1, pemilik="BPKPD")]
    said = texts(of_decisions(deck_of(slides.write(replace(asked_rows, recorded=newest_first), silent))))
    assert "Keputusan nomor 1 BPKPD 8 Nov Keputusan nomor 2 KPU 8 Nov" in said and "Belum ada" not in said


def test_a_withdrawn_decision_is_on_no_slide(asked_rows):
    recorded = [decision(2, ditarik=True, diubah=dt.datetime(2024, 11, 4, 9, 31)), decision(1)]
    said = texts(of_decisions(deck_of(slides.write(replace(asked_rows, recorded=recorded), silent))))
    assert "Keputusan nomor 1" in said and "Keputusan nomor 2" not in said


def test_many_decisions_run_over_three_slides_and_the_rest_is_counted(asked_rows):
    many = [decision(number, uraian=f"{number}: {LONG}") for number in range(1, 51)]
    made = deck_of(slides.write(replace(asked_rows, recorded=many), silent))
    last = [slide for slide in made.slides if slide.shapes.title.text_frame.text.startswith("Keputusan")]
    assert [slide.shapes.title.text_frame.text[-5:] for slide in last] == ["(1/3)", "(2/3)", "(3/3)"]
    shown = sum(len(shape.table.rows) - 1 for slide in last for shape in slide.shapes if shape.has_table)
    assert f"dan {50 - shown} keputusan lainnya" in texts(last[-1]) and shown > 10


def test_no_number_is_on_the_slides_that_no_answer_gave(deck, asked_rows):
    """Whatever digits are read on a slide were said by a query, or count what is left out."""
    known = {"1", "100", "14", "23"}  # "garis = 100%", H-23; 14 and 1 are counted below
    for question in (*TYPED, "ringkasan/kalimat", "bersama/status_agenda", "bersama/bingkai", "logistik/barang_siap",
                     "bersama/singkatan",
                     *(f"{row['halaman']}/angka_pokok" for row in asked_rows.agendas()), "bersama/pembanding"):  # fmt: skip
        for value in (value for row in asked_rows.ask(question) for value in row.values()):
            known |= set(digits(*said_of(value)))
    counted = r"dan \d+ \w+(?: \w+)? lainnya|dan \d+ lagi|(?:risiko|lebih|diketahui): \d+|\d+ hari terakhir|\d+ dari \d+ baris terhitung|Cocok di kedua pihak: \d+|\d+ janji sudah|prioritas: \d"
    for slide in deck.slides:
        number = str(deck.slides.index(slide) + 1)
        read = re.sub(counted, "", texts(slide))
        assert not set(digits(read)) - known - {number}


def said_of(value):
    if isinstance(value, (list, dict)):
        return [part for one in (value.values() if isinstance(value, dict) else value) for part in said_of(one)]
    if isinstance(value, dt.date):
        return [words.date_long(value), words.moment(value) if isinstance(value, dt.datetime) else ""]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return [words.number(value), words.number(value, 1), words.percent(value), words.rupiah(int(value)),
                words.rupiah(abs(int(value)))]  # fmt: skip
    return [str(value)]


def digits(*said):
    return re.findall(r"\d+(?:[.,]\d+)*", " ".join(said))


# --- how they are made ---


def test_every_slide_says_whose_numbers_it_shows_and_that_they_are_simulated(deck, asked_rows, snapshot):
    for slide in deck.slides:
        said = texts(slide)
        assert asked_rows.ground() in said and "DATA SIMULASI" in said
        assert len(slide.shapes._spTree.xpath(".//a:fld[@type='slidenum']")) == 1
        assert list(boxes(slide))[-2][0] == asked_rows.ground(), "is read last"
    real = source(snapshot, [], bersama__bingkai=[asked_rows.facts | {"simulasi": False}])
    for slide in deck_of(slides.write(real, silent)).slides:
        assert "DATA SIMULASI" not in texts(slide) and "Data simulasi" not in texts(slide)


def test_a_chart_and_a_table_tell_their_message_and_texts_are_indonesian(deck):
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert len(shape._element.nvGraphicFramePr.cNvPr.get("descr")) > 20, shape.name
        runs = [*slide.element.iter(f"{A}rPr"), *slide.notes_slide.element.iter(f"{A}rPr")] if slide.has_notes_slide else [
            *slide.element.iter(f"{A}rPr")]  # fmt: skip
        assert runs and {run.get("lang") for run in runs} == {"id-ID"}


def test_no_type_is_smaller_than_can_be_read_in_a_call_but_for_the_foot(deck):
    for slide in deck.slides:
        for shape in parts(slide.shapes):
            # A name on the tile of a map, which stands beside in larger type where it matters, is as small as the foot.
            foot = (shape.is_placeholder and shape != slide.shapes.title) or shape.name.startswith("Petak ")
            sizes = [int(run.get("sz")) for run in shape.element.iter(f"{A}rPr", f"{A}defRPr") if run.get("sz")]
            assert all(size >= (1100 if foot else 1400) for size in sizes), shape.name


def test_what_is_read_aloud_lies_in_the_notes(deck, asked_rows):
    told = [row["bacaan"] for row in asked_rows.ask("bahan/bacaan")]
    assert [slide.notes_slide.notes_text_frame.text for slide in agenda_slides(deck)] == told


def test_the_same_snapshot_gives_the_same_bytes_and_another_decision_others(content, asked_rows):
    time.sleep(2.1)  # the clock of an archive goes in steps of two seconds
    assert slides.write(asked_rows, silent) == content
    assert slides.write(replace(asked_rows, recorded=[decision(1)]), silent) != content


def test_its_properties_say_what_it_is(deck, asked_rows):
    about = deck.core_properties
    assert (about.title, about.author) == ("Rapat monev, 4 Nov 2024", "Sekretariat rapat monev")
    assert about.subject == asked_rows.ground() and about.language == "id-ID"
    made = clock.aware(asked_rows.facts["dibuat"])
    assert about.created == made.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0) or about.created == made


def test_it_tells_how_far_it_is_in_words(asked_rows):
    told = []
    slides.write(asked_rows, lambda share, what: told.append((share, what)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares) and shares[0] == 0 and shares[-1] < 1
    assert [f"Menulis agenda {row['nomor']}: {row['judul_pendek']}" for row in asked_rows.agendas()] == [
        what for _, what in told[1:6]
    ]


def test_a_frozen_meeting_gives_its_title_day_and_hour(asked_rows, snapshot):
    facts = asked_rows.facts | {"rapat": "2024-11-05", "rapat_tanggal": dt.date(2024, 11, 5), "rapat_mulai": dt.time(9),
                                "rapat_judul": "Rapat monev pekan ini", "dibekukan": dt.datetime(2024, 11, 4, 17, 5)}  # fmt: skip
    made = deck_of(slides.write(source(snapshot, [], bersama__bingkai=[facts]), silent))
    said = texts(made.slides[0])
    assert made.slides[0].shapes.title.text_frame.text == "Rapat monev pekan ini"
    when = "Selasa, 5 November 2024, pukul 09.00 WIB · angka keadaan 4 November · H-23"
    assert when in re.sub(r" +", " ", said)
    assert "dibekukan 4 Nov 2024, 17.05 WIB" in said


def test_a_city_that_has_reported_nothing_is_never_said_to_be_well(tmp_path):
    with given(tmp_path, "2024-11-04", {"kpu/hibah": "tahap_pencairan | tanggal_masuk | nilai_diterima"}) as empty:
        made = deck_of(slides.write(source(empty, []), silent))
    said = " ".join(map(texts, made.slides))
    assert "Belum dilaporkan" in said and "Aman" not in said and "Siap " not in said
    assert "Belum ada barang yang dilaporkan." in said and "Belum ada kegiatan yang dilaporkan." in said
    assert not [shape for slide in made.slides for shape in slide.shapes if shape.has_chart], "no bar of nothing"
    assert "…" not in "".join(slide_sentence(slide) for slide in agenda_slides(made))


# --- as people see them ---


def test_every_text_stands_whole_in_its_place_and_no_place_lies_over_another(deck, leaves):
    held_in_place(deck, leaves)


@pytest.mark.parametrize("typed", [LONG, UNBROKEN], ids=["many words", "one word"])
def test_long_cells_are_shortened_and_break_no_slide(snapshot, tmp_path, typed):
    rows = source(snapshot, [])
    told = {
        question.replace("/", "__"): [
            row | {column: typed for column in columns if row[column]} for row in rows.ask(question)
        ]
        for question, columns in TYPED.items()
    }
    recorded = [decision(number, uraian=typed, pemilik=typed) for number in range(1, 9)]
    made = slides.write(source(snapshot, recorded, **told), silent)
    held_in_place(deck_of(made), office.pages(made, "pptx", tmp_path))
    said = texts(deck_of(made).slides[6])
    assert "Rp15,0 miliar" in said and "Rp14,8 miliar" in said, "the numbers themselves are never cut"


def held_in_place(deck, leaves):
    assert len(leaves) == len(deck.slides)
    for slide, leaf in zip(deck.slides, leaves, strict=True):
        assert (round(leaf.width), round(leaf.height)) == (WIDE, HIGH)
        assert not leaf.outside(10)
        places = list(boxes(slide))
        for text, left, top, right, bottom in places:
            inside = [
                word.text for word in leaf.words
                if left - 1 <= word.left and word.right <= right + 1 and top - 2 <= (word.top + word.bottom) / 2 <= bottom + 1
            ]  # fmt: skip
            assert office.same("".join(inside)) == office.same(text), f"{text!r} is set as {' '.join(inside)!r}"
        for one, other in itertools.combinations(places, 2):
            apart = (
                one[3] <= other[1] + 0.5
                or other[3] <= one[1] + 0.5
                or one[4] <= other[2] + 0.5
                or other[4] <= one[2] + 0.5
            )
            assert apart, f"{one[0]!r} and {other[0]!r} share a place"


def test_accents_and_signs_come_out_in_one_typeface(snapshot, tmp_path):
    typed = "Pengganti “kotak suara” – tiba → 8 Nov · café, ≥ 3"
    made = slides.write(source(snapshot, [decision(1, uraian=typed)]), silent)
    assert not office.missing([typed], office.pages(made, "pptx", tmp_path)[-1 - APPENDIX : -APPENDIX])


def test_names_of_bars_stand_whole_beside_them(deck, leaves):
    for place in (1, 3):
        [chart] = [shape.chart for shape in deck.slides[place].shapes if shape.has_chart]
        assert not office.missing(list(chart.plots[0].categories), [leaves[place]])
        values = [value for value in chart.plots[0].series[0].values if value is not None]
        told = [words.percent(value) if place == 1 else words.number(value) for value in values]
        assert not office.missing(told, [leaves[place]])


@pytest.mark.parametrize(
    "text",
    ["panjang sekali " * 3400, "x" * 50_000, f"**{'panjang sekali ' * 3400}** lain"],
    ids=["words", "one word", "bold"],
)
def test_a_page_pasted_into_a_cell_is_shortened_as_fast_as_a_word_and_says_so(text):
    kept = text_fit.fit(text, 16, 300, 2, tail="H-3")
    assert len(text_fit.lines(kept, 16, 300)) == 2 and kept.endswith(("… H-3", "…** H-3")) and kept.count("**") % 2 == 0
