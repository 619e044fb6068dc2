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
        f"--band:light-dark({accent[0]},{both['soft'][1]})",
        f"--on-band:light-dark({bg[0]},{ink[1]})",
        f"--i-kuning-penuh:{_warning_icon(both['kuning'][0], both['kuning-edge'][0], ink[0])}",
    ]
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


def _warning_icon(fill: str, edge: str, sign: str) -> str:
    """The yellow mark. Amber alone is 1,9 : 1 on white, so it carries a dark edge; a mask has only one
    colour.
    """
    fill, edge, sign = (part.replace("#", "%23") for part in (fill, edge, sign))
    return (
        "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E"
        f"%3Cpath d='M12 2.6 22.3 21H1.7Z' fill='{fill}' stroke='{edge}' stroke-width='2.2' "
        f"stroke-linejoin='round'/%3E%3Cpath d='M10.700 8.5h2.6v6h-2.6zM10.700 16h2.6v2.6h-2.6z' "
        f"fill='{sign}'/%3E%3C/svg%3E\")"
    )
