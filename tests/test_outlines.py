"""The optional outline map: its file is read strictly, and it says what the tile map says."""

import csv
import datetime as dt
import json
import math
import re
import shutil
import tomllib
from dataclasses import replace

import pytest

from monev.contract import geojson, reference
from monev.contract.reference import ReferenceDataError
from monev.screen.draw import geometry as rings, outline_map, theme, tile_map
from monev.settings import HOME, REFERENCE, SAMPLES, Settings
from monev.snapshot import store
from monev.sync import sync
from tests.given import given

pytestmark = pytest.mark.panjang

CONFIG = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))
PALETTE = theme.palette(lambda mode, key: CONFIG["theme"][mode][key])
LEGEND = {2: "tinggi", 1: "sedang", 0: "rendah", None: "belum dilaporkan"}
STEP = 0.01

with (REFERENCE / "wilayah.csv").open(encoding="utf-8", newline="") as file:
    PLACES = list(csv.DictReader(file))
FIRST = PLACES[0]["kode_kelurahan"]


def square(east, south, side=STEP):
    """A closed ring, counterclockwise from its lower left."""
    return [[east, south], [east + side, south], [east + side, south + side], [east, south + side], [east, south]]


def tile(place):
    """The place's tile as if it were its outline."""
    return square(106.9 + int(place["petak_kolom"]) * STEP, -6.9 - int(place["petak_baris"]) * STEP)


def feature(code, ring, kind="Polygon"):
    coordinates = [ring] if kind == "Polygon" else [[ring]]
    return {"type": "Feature", "properties": {"kode": code}, "geometry": {"type": kind, "coordinates": coordinates}}


def city(kind="Polygon"):
    """All 33 kelurahan of reference/wilayah.csv, each as its tile."""
    features = [feature(place["kode_kelurahan"], tile(place), kind) for place in PLACES]
    return {"type": "FeatureCollection", "features": features}


@pytest.fixture
def folder(tmp_path):
    """reference/ as the project has it, without outlines."""
    return shutil.copytree(REFERENCE, tmp_path / "reference", ignore=lambda *_: [geojson.FILE])


def put(folder, content):
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / geojson.FILE).write_text(text, encoding="utf-8")


def borders(folder):
    return reference.load(folder).tables["batas"].rows


# --- the file ---


def test_without_the_file_there_are_no_outlines_and_nothing_is_wrong(folder):
    table = reference.load(folder).tables["batas"]
    assert table.rows == [] and table.types == {"kelurahan": "VARCHAR", "bagian": "INTEGER", "cincin": "VARCHAR"}


@pytest.mark.parametrize("kind", ["Polygon", "MultiPolygon"])
def test_every_kelurahan_has_its_outline_by_its_code(folder, kind):
    put(folder, city(kind))
    rows = borders(folder)
    assert [(row["kelurahan"], row["bagian"]) for row in rows] == [(place["kelurahan"], 1) for place in PLACES]
    assert json.loads(rows[0]["cincin"]) == [[pytest.approx(x), pytest.approx(y)] for x, y in tile(PLACES[0])]


def test_of_several_parts_the_largest_comes_first_and_holes_are_left_out(folder):
    content = city()
    small, large, hole = square(106.8, -6.8, 0.001), square(106.7, -6.8, 0.02), square(106.705, -6.795, 0.001)
    content["features"][0]["geometry"] = {"type": "MultiPolygon", "coordinates": [[small], [large, hole]]}
    put(folder, content)
    parts = [
        (row["bagian"], json.loads(row["cincin"])) for row in borders(folder) if row["kelurahan"] == "Gunung Puyuh"
    ]
    assert [part for part, _ in parts] == [1, 2]
    assert [ring[0] for _, ring in parts] == [large[0], small[0]]


def test_an_open_ring_is_closed_and_a_height_is_left_out(folder):
    content = city()
    ring = [[*point, 600.5] for point in square(106.7, -6.8)[:-1]]
    content["features"][0]["geometry"]["coordinates"] = [ring]
    put(folder, content)
    [read] = [json.loads(row["cincin"]) for row in borders(folder) if row["kelurahan"] == "Gunung Puyuh"]
    assert read[0] == read[-1] == [106.7, -6.8] and len(read) == 5


def changed(change):
    content = city()
    change(content["features"][0], content["features"])
    return content


def geometry(**values):
    return changed(lambda first, _: first["geometry"].update(values))


def at(point):
    return geometry(coordinates=[[point, *square(106.7, -6.8)[1:-1]]])


NAN = float("nan")
WRONG = {
    "no JSON": ('{"type": \n oops', "baris 2: bukan JSON yang sah"),
    "no collection": ({"type": "Feature", "features": []}, "harus berupa FeatureCollection"),
    "a list": ([], "harus berupa FeatureCollection"),
    "no code": (changed(lambda first, _: first.pop("properties")), 'fitur ke-1: properties "kode" belum diisi'),
    "a number as code": (changed(lambda first, _: first["properties"].update(kode=3272)), '"kode" belum diisi teks'),
    "an unknown code": (changed(lambda first, _: first["properties"].update(kode="3272011001")),
                        f"kode 3272011001 tidak ada di wilayah.csv; tulis seperti {FIRST}"),
    "twice": (changed(lambda first, all_of_them: all_of_them.append(first)), f"fitur ke-34: kode {FIRST} sudah ada"),
    "one missing": (changed(lambda first, all_of_them: all_of_them.remove(first)),
                    f"kelurahan Gunung Puyuh ({FIRST}) belum punya batas"),
    "a point": (geometry(type="Point"), "geometry harus Polygon atau MultiPolygon"),
    "no geometry": (changed(lambda first, _: first.update(geometry=None)), "geometry harus Polygon"),
    "no coordinates": (geometry(coordinates=[]), "coordinates Polygon belum lengkap"),
    "too flat": (geometry(coordinates=square(106.7, -6.8)), "harus berupa [bujur, lintang]"),
    "two corners": (geometry(coordinates=[[[106.7, -6.8], [106.8, -6.8]]]), "harus melingkari suatu luas"),
    "a line": (geometry(coordinates=[[[106.7, -6.8], [106.8, -6.8], [106.9, -6.8]]]), "harus melingkari suatu luas"),
    "a word": (at(["timur", -6.8]), "harus berupa [bujur, lintang]"),
    "latitude first": (at([-6.8, 106.7]), "titik [-6.8, 106.7] di luar Indonesia"),
    "metres": (at([708000, 9236000]), "di luar Indonesia; tulis [bujur, lintang] dalam derajat"),
    "no number": (at([NAN, -6.8]), "di luar Indonesia"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_mistake_is_one_line_that_says_what_is_wrong(folder, case):
    content, said = WRONG[case]
    put(folder, content)
    with pytest.raises(ReferenceDataError) as caught:
        reference.load(folder)
    told = str(caught.value)
    assert told.startswith("reference/kelurahan.geojson") and said in told and "\n" not in told


def test_a_file_in_another_encoding_is_refused(folder):
    (folder / geojson.FILE).write_bytes('{"nama": "Jaya\xe9"}'.encode("latin-1"))
    with pytest.raises(ReferenceDataError, match="bukan teks UTF-8"):
        reference.load(folder)


def test_the_snapshot_holds_the_outlines_and_a_new_file_makes_a_new_one(tmp_path, folder):
    sheets = {"kpu/hibah": "tahap_pencairan | nilai_diterima\ntahap_1 | 10.000.000.000"}
    with given(tmp_path, "2024-11-04", sheets, folder) as bare:
        assert bare.ask("bersama/batas").empty
    put(folder, city())
    with given(tmp_path, "2024-11-04", sheets, folder) as full:
        assert full.id != bare.id
        assert sorted(full.ask("bersama/batas")["kelurahan"]) == sorted(place["kelurahan"] for place in PLACES)


# --- room ---

TALL = ((0.0, 0.0), (10.0, 0.0), (10.0, 40.0), (0.0, 40.0))
#: The middle of its box lies outside.
HOOK = ((0.0, 0.0), (60.0, 0.0), (60.0, 20.0), (20.0, 20.0), (20.0, 60.0), (0.0, 60.0))


@pytest.mark.parametrize("form, height", [(0.25, 40), (1, 10), (2, 5)])
def test_the_room_in_a_rectangle_is_as_wide_as_it(form, height):
    room = rings.room(TALL, form)
    assert room.height == pytest.approx(height, rel=0.05) and room.x == pytest.approx(5, abs=0.3)


@pytest.mark.parametrize("form", [0.5, 1, 2, 3])
def test_the_box_of_a_label_lies_inside_the_ring(form):
    room = rings.room(HOOK, form)
    assert room.height > 10
    for across in (-0.5, 0, 0.5):
        for up in (-0.5, 0, 0.5):
            assert rings.inside(HOOK, room.x + across * 0.97 * form * room.height, room.y + up * 0.97 * room.height)


@pytest.mark.parametrize("ring", [HOOK, HOOK[::-1]])
def test_the_inner_line_keeps_its_distance_whichever_way_the_ring_runs(ring):
    line = rings.inset(ring, 3)
    assert line[0] == line[-1] and len(line) > 20
    assert all(rings.inside(ring, x, y) for x, y in line)
    nearest = [min(math.dist(point, corner) for corner in HOOK) for point in line]
    assert min(nearest) >= 2.8
    assert min(x for x, _ in line) == pytest.approx(3) and max(y for _, y in line) == pytest.approx(57)


def test_a_ring_that_is_narrower_than_the_inner_line_has_none():
    assert rings.inset(((0.0, 0.0), (50.0, 0.0), (50.0, 2.0), (0.0, 2.0)), 4) == []


# --- the figure ---

AROUND = [{"kelurahan": name, "cincin": json.dumps(square(106.9 + at * STEP, -6.9))} for at, name in enumerate("ABCD")]


def row(name, district, **more):
    return {"kelurahan": name, "kecamatan": district, "nama_petak": name, "tingkat": 0, "jumlah": 0, "label": ""} | more


ROWS = [row("A", "Barat"), row("B", "Barat", tingkat=1, jumlah=1, label="1"),
        row("C", "Timur", tingkat=2, jumlah=3, label="3"), row("D", "Timur", tingkat=None, jumlah=None)]  # fmt: skip


def traces(figure, mode="lines"):
    return [trace for trace in figure.data if trace.mode == mode]


def filled(figure):
    """The colours of the outlines."""
    return {trace.fillcolor for trace in traces(figure) if trace.fill == "toself"}


def said(figure):
    """The texts of the wide map."""
    [wide] = [trace for trace in traces(figure, "text") if "hanya-lebar" in trace.textfont.family]
    return dict(zip(wide.text, wide.textfont.color, strict=True))


def test_each_level_has_its_lightness_and_a_place_of_which_nothing_is_known_is_hollow_and_dashed():
    figure = outline_map.outline_map(ROWS, AROUND, PALETTE)
    assert filled(figure) == {PALETTE.panel, PALETTE.mid, PALETTE.accent, PALETTE.bg}
    [dashed] = [trace for trace in traces(figure) if trace.line.dash]
    known = outline_map.outline_map(ROWS[:3], AROUND, PALETTE)
    assert dashed.fill == "none" and not [trace for trace in traces(known) if trace.line.dash]
    assert min(dashed.x) > max(max(t.x) for t in traces(figure) if t.fillcolor == PALETTE.accent)


def test_a_kecamatan_has_a_thicker_line_below_its_kelurahan():
    lines = traces(outline_map.outline_map(ROWS, AROUND, PALETTE))
    around = [number for number, trace in enumerate(lines) if trace.line.color == PALETTE.ink]
    assert len(around) == 2, "one for each kecamatan"
    widths = {trace.line.width for trace in lines if trace.fill == "toself"}
    assert all(lines[number].line.width / 2 > max(widths) for number in around)
    below = {place: [trace.fillcolor for trace in lines[place + 1 : place + 3]] for place in around}
    assert [PALETTE.panel, PALETTE.mid] in below.values(), "the kelurahan of a kecamatan follow its line"


def test_every_ring_of_a_place_is_drawn_and_named_once():
    island = {"kelurahan": "A", "cincin": json.dumps(square(106.93, -6.95, 0.001))}
    figure = outline_map.outline_map(ROWS[:1], [AROUND[0], island], PALETTE)
    assert len([trace for trace in traces(figure) if trace.fill == "toself"]) == 2
    assert list(said(figure)) == ["A"]


def test_a_place_within_another_lies_on_it():
    outer, inner = (json.dumps(square(106.9, -6.9, 0.03))), json.dumps(square(106.91, -6.89))
    around = [{"kelurahan": "B", "cincin": inner}, {"kelurahan": "A", "cincin": outer}]
    figure = outline_map.outline_map(ROWS[:2], around, PALETTE)
    assert [t.fillcolor for t in traces(figure) if t.fill == "toself"] == [PALETTE.panel, PALETTE.mid]


def test_north_is_up_and_east_is_right_in_the_proportions_of_the_ground():
    figure = outline_map.outline_map(ROWS[:1], AROUND[:1], PALETTE)
    [place] = [trace for trace in traces(figure) if trace.fill == "toself"]
    wide, high = max(place.x) - min(place.x), max(place.y) - min(place.y)
    assert wide / high == pytest.approx(math.cos(math.radians(6.895)), rel=1e-3)
    assert (place.x[1] > place.x[0], place.y[2] > place.y[1]) == (True, True)
    assert figure.layout.yaxis.scaleanchor == "x" and figure.layout.yaxis.scaleratio == 1
    assert figure.layout.height == outline_map.HEIGHT


def test_a_label_has_the_name_the_count_and_a_colour_that_can_be_read_on_its_ground():
    texts = said(outline_map.outline_map(ROWS, AROUND, PALETTE))
    plain = {re.sub(r"<[^>]+>|\s", " ", text).split()[0]: (text, colour) for text, colour in texts.items()}
    assert set(plain) == {"A", "B", "C", "D"}
    assert ">3<" in plain["C"][0] and plain["C"][1] == PALETTE.bg
    assert ">1<" in plain["B"][0] and plain["B"][1] == PALETTE.ink
    assert plain["A"][0] == "A" and plain["D"][0] == "D"


def test_a_name_cannot_bring_its_own_marks_into_the_figure():
    hostile = '<a href="x">&'
    rows = [row("A", "Barat", nama_petak=hostile, label=hostile, jumlah=1)]
    [text] = said(outline_map.outline_map(rows, AROUND[:1], PALETTE))
    assert "<a" not in text and text.count("&lt;a") == 2


def ring(wide, high):
    return ((0.0, 0.0), (float(wide), 0.0), (float(wide), float(high)), (0.0, float(high)))


@pytest.mark.parametrize(
    "wide, high, expected",
    [
        (120, 60, ("Sudajaya Hilir",)),
        (60, 60, ("Sudajaya", "Hilir")),
        (40, 80, ("Suda-", "jaya", "Hilir")),
        (20, 80, ()),
    ],
)
def test_a_name_is_broken_where_it_may_be_and_left_out_where_it_has_no_room(wide, high, expected):
    found = outline_map.label(
        row("S", "Baros", nama_petak="Suda\u00adjaya Hilir"), ring(wide, high), 1.0, outline_map.TYPE
    )
    assert found.lines == expected and found.count == ""


@pytest.mark.parametrize("level", LEGEND)
def test_where_the_name_has_no_room_the_count_stays_in_the_middle(level):
    place = row("S", "Baros", nama_petak="Warudoyong", tingkat=level, jumlah=2, label="2")
    found = outline_map.label(place, ring(12, 30), 1.0, outline_map.TYPE)
    assert (found.lines, found.count) == ((), "2") and found.x == pytest.approx(6, abs=0.5)


def test_on_a_phone_less_has_room():
    place = row("S", "Baros", nama_petak="Warudoyong")
    assert outline_map.label(place, ring(90, 24), 1.0, outline_map.TYPE).lines
    assert not outline_map.label(place, ring(90, 24), 0.4, outline_map.TYPE_NARROW).lines


def test_a_light_name_never_crosses_the_line_of_its_dark_ground():
    place = row("S", "Baros", nama_petak="Warudoyong")
    tight = ring(66, 12.5)
    assert outline_map.label(place, tight, 1.0, outline_map.TYPE).lines
    assert not outline_map.label(place | {"tingkat": 2}, tight, 1.0, outline_map.TYPE).lines


def test_the_map_uses_only_colours_that_follow_the_theme():
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", outline_map.outline_map(ROWS, AROUND, PALETTE).to_json()))
    assert used <= set(vars(PALETTE).values())
    other = outline_map.outline_map(ROWS, AROUND, replace(PALETTE, mid=PALETTE.rule))
    assert PALETTE.rule in filled(other) and PALETTE.mid not in filled(other)


def test_the_map_is_drawn_without_anything_from_the_network():
    figure = outline_map.outline_map(ROWS, AROUND, PALETTE)
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert not any(name.startswith(("geo", "map")) for name in figure.layout.to_plotly_json())


def test_the_legend_names_the_places_that_stand_out_and_those_of_which_nothing_is_known():
    page = tile_map.legend_below(ROWS, LEGEND)
    for words in ("tinggi: C", "sedang: B", "belum dilaporkan: D"):
        assert words in page
    assert "rendah: " not in page and "belum dilaporkan" not in tile_map.legend_below(ROWS[:3], LEGEND)
    many = [row(f"K{number}", "Barat", tingkat=2) for number in range(tile_map.MOST_NAMED + 1)]
    assert "K1" not in tile_map.legend_below(many, LEGEND)


# --- on the page ---

PAGES_WITH_A_MAP = ("risiko", "partisipasi", "stabilitas")


@pytest.fixture(scope="module")
def outlined(tmp_path_factory):
    """The folder of the samples' snapshots, made while reference/ held outlines."""
    home = tmp_path_factory.mktemp("batas")
    folder = shutil.copytree(REFERENCE, home / "reference", ignore=lambda *_: [geojson.FILE])
    put(folder, city())
    sync.sync(Settings("folder", SAMPLES, home / "potret", dt.date(2024, 11, 4), reference=folder))
    assert store.latest(home / "potret")
    return home / "potret"


def test_a_page_shows_outlines_where_they_are_and_tiles_where_not(outlined, start, address, screen):
    with start(outlined) as (other, _):
        for width, height in ((1280, 720), (390, 844)):
            wide, high = (724, outline_map.HEIGHT) if width > 640 else (358, 358)
            for page in PAGES_WITH_A_MAP:
                shown = screen(width, height)
                place = shown.open(other, page).tab.locator(".st-key-peta")
                box = place.bounding_box()
                assert (box["width"], box["height"]) == (pytest.approx(wide, abs=5), pytest.approx(high, abs=1)), page
                assert shown.tab.locator(".petak").count() == 0
                assert re.search(r"Peta 33 kelurahan\. \w", place.evaluate("it => it.outerHTML")), (
                    "what it shows, in words"
                )
                assert not shown.troubles
    tiles = screen().open(address, "risiko").tab
    assert tiles.locator(".petak").count() == 33 and tiles.locator(".st-key-peta").count() == 0


def test_in_a_dark_theme_no_light_colour_is_left(outlined, start, screen):
    with start(outlined) as (other, _):
        shown = screen()
        shown.tab.emulate_media(color_scheme="dark")
        shown.open(other, "stabilitas")
        found = shown.tab.locator(".st-key-peta .scatterlayer path").evaluate_all(
            "all => all.map(one => getComputedStyle(one).fill)"
        )
    dark = {
        theme.colour(lambda mode, key: CONFIG["theme"][mode][key], "dark", name) for name in ("panel", "mid", "accent")
    }
    said = {tuple(map(int, re.findall(r"\d+", colour)[:3])) for colour in found if colour.startswith("rgb(")}
    assert {tuple(int(part, 16) for part in re.findall("..", colour[1:])) for colour in dark} <= said
    light = tuple(int(part, 16) for part in re.findall("..", PALETTE.panel[1:]))
    assert light not in said
