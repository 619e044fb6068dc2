"""The quiet menu in the corner of a chart, as HTML: taken home as a picture, or as the rows that it is drawn from."""

from __future__ import annotations

from monev.screen.draw import elements
from monev.screen.draw.html import Html, html


def titled(title: str, aside: str, named: str, name: str, foot: str, rows: str) -> Html:
    """The title of a chart's section, with the menu at its end.

    `named` stands above the picture and `foot` below it; `name` is that of the files without its ending, `rows` the
    CSV. The browser makes either file when it is asked for (chart_files.js), and nobody has it before.
    """
    menu = html(
        '<details class="unduh" data-nama="{}" data-judul="{}" data-kaki="{}" data-csv="{}">'
        '<summary aria-label="Unduh: {}"><span aria-hidden="true">•••</span></summary><div>'
        '<button type="button" data-unduh="png">Gambar (PNG)</button>'
        '<button type="button" data-unduh="csv">Angka (CSV)</button><p role="status"></p></div></details>',
        name, named, foot, rows, title,
    )  # fmt: skip
    return elements.section(title, aside, more=menu)
