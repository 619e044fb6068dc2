"""Pictures on a page: a figure in its place, and the map of the kelurahan."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from monev.screen import abbreviations, pieces
from monev.screen.draw import bar_charts, outline_map, theme, tile_map
from monev.screen.page import Page
from monev.screen.pieces import show
from monev.screen.theme_option import theme_option


def chart(figure: go.Figure, height: int | str, alt: str, key: str) -> None:
    """A Plotly figure in a place that is kept free for it; `alt` tells its message."""
    config = bar_charts.CONFIG
    pieces.add(lambda: st.plotly_chart(figure, theme=None, config=config, height=height, alt=alt, key=key))
    abbreviations.hear(alt)


def palette() -> theme.Palette:
    """The colours that figures are drawn in."""
    return theme.palette(theme_option)


def place_map(page: Page, rows: Sequence[dict], legend: dict[object, str], alt: str, key: str) -> None:
    """The map of the kelurahan: in their real outlines where reference/ holds them, else as tiles. Of one kecamatan the
    others stay in their places, without what is known of them."""
    borders = page.ask("bersama/batas")
    around = _around(page, rows)
    if not borders:
        show(tile_map.tile_map([*rows, *around], legend, alt))
        return
    figure = outline_map.outline_map([*rows, *around], borders, palette())

    def outlined() -> None:
        with st.container(key="batas-kelurahan"):
            chart(figure, "stretch", alt, key)

    pieces.add(outlined)
    show(tile_map.legend_below(rows, legend))


def _around(page: Page, rows: Sequence[dict]) -> list[dict]:
    """The kelurahan outside the kecamatan of a narrowed page."""
    if not page.kecamatan or not rows:
        return []
    here = {row["kelurahan"] for row in rows}
    others = [row for row in page.of_city("bersama/kelurahan") if row["kelurahan"] not in here]
    return [row | {"tingkat": tile_map.OUTSIDE, "jumlah": None} for row in others]
