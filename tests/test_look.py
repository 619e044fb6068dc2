"""The look can be read: contrast, colour blindness, and one home for every colour."""

from __future__ import annotations

import itertools
import math
import re
import tomllib
from pathlib import Path

import pytest
from streamlit import config

from monev.screen.draw import bar_charts, theme, time_charts

HOME = Path(__file__).parents[1]
CONFIG = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))
DRAW = HOME / "monev" / "screen" / "draw"
CSS = (DRAW / "look.css").read_text("utf-8")
MODES = ("light", "dark")


def get(mode: str, key: str) -> str | list[str]:
    return CONFIG["theme"][mode][key]


def colour(mode: str, name: str) -> str:
    """Any token of the stylesheet; those that theme.py derives are followed to their source."""
    derived = {
        "on": (mode, "bg"),
        "on-kuning": ("light", "ink"),
        "band": ("light", "accent"),
        "on-band": ("light", "bg"),
    }
    if name.startswith("#"):
        return name
    if name == "tombol":
        return get(mode, "primaryColor")
    return theme.colour(get, *derived.get(name, (mode, name)))


def linear(value: str) -> list[float]:
    """Light of the three channels, 0 to 1, of a colour "#RRGGBB"."""
    channels = (int(part, 16) / 255 for part in re.findall("..", value.lstrip("#")))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]


def contrast(one: str, other: str) -> float:
    """Contrast by WCAG 2."""
    bright, dim = sorted(
        (sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(v), strict=True)) for v in (one, other)),
        reverse=True,
    )
    return (bright + 0.05) / (dim + 0.05)


#: What each kind of colour blindness leaves of linear light (Machado et al. 2009, full severity).
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def times(matrix, vector) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(value: str, sight: str) -> tuple[float, float, float]:
    """CIELAB (D65) of a colour as it is seen."""
    seen = [min(max(part, 0), 1) for part in times(SIGHTS[sight], linear(value))]
    to_xyz = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    scaled = (part / white for part, white in zip(times(to_xyz, seen), (0.95047, 1, 1.08883), strict=True))
    x, y, z = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: tuple, other: tuple) -> float:
    """CIEDE2000 (Sharma, Wu, Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    dl, dc, dh = l2 - l1, c2 - c1, 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, chroma, hue = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    wave = sum(
        k * math.cos(math.radians(n * hue + s))
        for k, n, s in ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.2, 4, -63))
    )
    sl = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * (1 + wave)
    blue = (
        -2
        * math.sqrt(chroma**7 / (chroma**7 + 25**7))
        * math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    )
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + blue * (dc / sc) * (dh / sh))


def test_the_distance_is_the_one_that_was_published() -> None:
    # Pairs 1, 7 and 17 of the published test data.
    for one, other, expected in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ):
        assert distance(one, other) == pytest.approx(expected, abs=1e-4)


READ = [
    ("ink", "bg"),
    ("ink", "panel"),
    ("ink2", "bg"),
    ("ink2", "panel"),
    ("accent", "bg"),
    ("on", "accent"),
    ("ink", "mid"),
    ("ink", "soft"),
    ("on", "hijau"),
    ("on-kuning", "kuning"),
    ("on", "merah"),
    ("ink", "abu"),
    ("ink", "rule"),
    ("on", "ink2"),
    ("on", "ink"),
    ("on-band", "band"),
    ("#FFFFFF", "tombol"),
]
SEEN = [("hijau", "bg"), ("kuning-edge", "bg"), ("merah", "bg"), ("edge", "bg"), ("tombol", "bg")]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("front, ground, least", [(*pair, 4.5) for pair in READ] + [(*pair, 3.0) for pair in SEEN])
def test_text_and_signs_stand_out_from_their_ground(mode: str, front: str, ground: str, least: float) -> None:
    assert contrast(colour(mode, front), colour(mode, ground)) >= least


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_states_differ_for_every_eye(mode: str, sight: str) -> None:
    states = [lab(colour(mode, token), sight) for token in ("hijau", "kuning", "merah", "abu")]
    assert min(distance(*pair) for pair in itertools.combinations(states, 2)) >= 19
    levels = [lab(colour(mode, theme.LEVELS[level]), sight) for level in (0, 1, 2)]
    assert min(distance(*pair) for pair in itertools.combinations(levels, 2)) >= 11
    counts = [lab(colour(mode, token), sight) for token in theme.COUNTS[1:]]
    assert min(distance(*pair) for pair in itertools.combinations(counts, 2)) >= 9


def test_maps_take_their_grounds_from_one_place_and_counts_none_of_the_violet_scale() -> None:
    assert not {"mid", "accent"} & set(theme.COUNTS)
    rules = re.findall(r"(?:\.petak|\.legenda i)(?:\[[^]]*\]|\s\.jml[^{]*)?\{[^}]*\}", CSS)
    grounds = {found for rule in rules for found in re.findall(r"background:var\(--([\w-]+)\)", rule)}
    given = set(re.findall(r"--((?:tingkat|jumlah)-\w+):", theme.tokens(get)))
    assert grounds <= given and {"tingkat-0", "tingkat-1", "tingkat-2", "tingkat-kosong"} <= grounds


@pytest.mark.parametrize("mode", MODES)
def test_the_yellow_sign_is_of_the_same_yellow_as_the_badge(mode: str) -> None:
    [rule] = re.findall(r"\.lencana\[data-s=kuning\]\{([^}]*)\}", CSS)
    signs = re.findall(r"\.tanda\[data-s=kuning\][^{]*::before[^{]*\{([^}]*)\}", CSS)
    assert "background:var(--kuning)" in rule and "background:var(--kuning)" in signs[0]
    assert colour(mode, "kuning") not in CSS


def test_no_colour_lives_in_the_stylesheet_or_in_the_figures() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{3,8}\b(?!\w)|\b(?:rgb|hsl|oklch)a?\((?!0,0,0,0\))")
    drawn = ("look.css", "theme.py", "bar_charts.py", "outline_map.py", "time_charts.py")
    for path in (DRAW / name for name in drawn):
        rules = [found for found in literal.findall(path.read_text("utf-8")) if found != "rgb("]
        assert rules == [], path.name


def test_every_colour_that_the_stylesheet_asks_for_is_given() -> None:
    given = set(re.findall(r"--([\w-]+):", theme.tokens(get) + CSS)) | {
        "n", "p", "kolom", "lajur", "mulai", "lebar", "x", "y", "ke", "dari", "gambar", "kata",
    }  # fmt: skip
    assert set(re.findall(r"var\(--([\w-]+)", CSS)) <= given


def test_a_figure_uses_only_colours_that_follow_the_theme() -> None:
    import datetime as dt

    palette = theme.palette(get)
    goods = [
        {
            "label": "A",
            "kurang": 1,
            "kebutuhan": 2,
            "satuan_barang": "set",
            "siap_persen": 50.0,
            "janji": dt.date(2024, 11, 1),
            "lewat_hari": 3,
            "keterangan": None,
        }
    ]
    days = [{"tanggal": dt.date(2024, 11, 1), "nilai": 2}]
    paid = [{"penerima": "KPU", "tanggal": dt.date(2024, 2, 1), "persen": 40}]
    drawn = "".join(
        figure.to_json()
        for figure in (
            bar_charts.supplies(goods, palette, unit="satuan_barang"),
            time_charts.waktu(days, palette, dt.date(2024, 11, 4)),
            time_charts.shares(paid, palette, dt.date(2024, 11, 4), dt.date(2024, 6, 27), of="penerima"),
        )
    )
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", drawn))
    assert used and used <= set(vars(palette).values())
    assert len(set(vars(palette).values())) == len(vars(palette)), "two tokens of one colour cannot be told apart"


def test_the_settings_that_the_pages_rely_on_exist_in_streamlit() -> None:
    for section in ("server", "runner", "global", "client", "browser"):
        for option in CONFIG[section]:
            assert f"{section}.{option}" in config._config_options_template, option
    assert CONFIG["runner"]["postScriptGC"] is False and CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["client"]["showErrorDetails"] == "none"


def test_the_fonts_come_from_this_house_with_their_licence() -> None:
    for face in CONFIG["theme"]["fontFaces"]:
        assert (HOME / face["url"].removeprefix("app/")).is_file()
    assert "SIL OPEN FONT LICENSE" in (HOME / "static" / "OFL-ibm-plex.txt").read_text("utf-8").upper()


def test_what_a_page_holds_is_asked_of_its_root_and_nowhere_of_the_whole_page():
    """`.stApp:has(…)` is worked out anew for every piece of a page that changes: a click then takes a third longer."""
    sheets = {path.name: path.read_text("utf-8") for path in DRAW.glob("*.css")}
    script = (HOME / "monev" / "run" / "server" / "present.js").read_text("utf-8")
    told = set(re.findall(r'(\w+): "', script))
    assert told == {name for sheet in sheets.values() for name in re.findall(r"\[data-ada~=(\w+)\]", sheet)}
    assert [name for name, sheet in sheets.items() if re.search(r"\.stApp(:not\()?:has\(", sheet)] == []
