"""The colours of .streamlit/config.toml under the names that look.css and charts.py use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

#: Reads one key of a theme, ("light" | "dark", key) -> value: st.get_option, or a parsed config.toml.
Get = Callable[[str, str], str | list[str]]

#: Token -> key of [theme.light] and [theme.dark]; [n] picks from a list.
KEYS = {
    "bg": "backgroundColor",
    "panel": "secondaryBackgroundColor",
    "ink": "textColor",
    "ink2": "grayTextColor",
    "rule": "borderColor",
    "edge": "grayColor",
    "accent": "violetColor",
    "soft": "violetBackgroundColor",
    "mid": "chartCategoricalColors[2]",
    "hijau": "greenColor",
    "kuning": "yellowColor",
    "kuning-edge": "orangeColor",
    "merah": "redColor",
    "abu": "grayBackgroundColor",
}

#: The ground of a place on every map: how much it asks to be looked at (None: not known) -> token.
LEVELS = {0: "panel", 1: "mid", 2: "accent", None: "bg"}
#: The ground of a count on a map: none, one, two, three, more -> token. No violet: in that scale a place that has much
#: would look like one that needs much.
COUNTS = ("bg", "bg", "rule", "ink2", "ink")


@dataclass(frozen=True)
class Palette:
    """What a chart may be drawn in; each a colour as "#RRGGBB"."""

    bg: str
    panel: str
    ink: str
    ink2: str
    rule: str
    edge: str
    accent: str
    mid: str


def colour(get: Get, mode: str, token: str) -> str:
    """The colour of a token in a mode ("light" or "dark")."""
    key, _, position = KEYS[token].partition("[")
    found = get(mode, key)
    return found[int(position.rstrip("]"))] if position else found


def palette(get: Get, mode: str = "light") -> Palette:
    """The palette of a mode. On screen charts are always drawn in "light": `chart_rules` turns them."""
    return Palette(**{token: colour(get, mode, token) for token in Palette.__dataclass_fields__})


def tokens(get: Get) -> str:
    """The colours, and the rules that turn those of charts."""
    return f"{colours(get)}{chart_rules(get)}"


def colours(get: Get) -> str:
    """The rule that gives look.css its colours, as light-dark(a, b).

    light-dark() follows the color-scheme of the place where it is used, which Streamlit puts on .stApp and `ground` on
    the document: the theme turns without a rerun, also in lists that open outside of .stApp.
    """
    both = {token: (colour(get, "light", token), colour(get, "dark", token)) for token in KEYS}
    ink, accent, bg = both["ink"], both["accent"], both["bg"]
    rows = [f"--{token}:light-dark({light},{dark})" for token, (light, dark) in both.items()]
    rows += [
        "--on:var(--bg)",
        f"--on-kuning:{ink[0]}",
        f"--band:{accent[0]}",
        f"--on-band:{bg[0]}",
    ]
    rows += [f"--tingkat-{'kosong' if level is None else level}:var(--{token})" for level, token in LEVELS.items()]
    rows += [f"--jumlah-{step}:var(--{token})" for step, token in enumerate(COUNTS)]
    return f":root{{{';'.join(rows)}}}\n"


def ground(get: Get) -> str:
    """The rule for a window in which no page stands yet, so that a dark one does not begin with a white flash."""
    light, dark = (colour(get, mode, "bg") for mode in ("light", "dark"))
    return f"html{{color-scheme:light dark;background:light-dark({light},{dark})}}\n"


def chart_rules(get: Get) -> str:
    """The rules that let a Plotly figure drawn in the light palette follow the theme.

    Plotly knows no light-dark(). It writes its colours as inline styles into the page, and there a rule that
    matches the inline value can put the token in its place: one figure serves both themes, and a change of
    theme needs neither a rerun nor a second cache entry. Where no rule matches, the figure keeps its light
    colours.
    """
    rows = []
    for token in Palette.__dataclass_fields__:
        red, green, blue = (int(part, 16) for part in re.findall("..", colour(get, "light", token).lstrip("#")))
        for part in ("fill", "stroke"):
            written = f'[style*="{part}: rgb({red}, {green}, {blue})"]'
            rows.append(f".stPlotlyChart svg {written}{{{part}:var(--{token})!important}}")
    return "\n".join(rows)
