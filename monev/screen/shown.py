"""What several pages show alike: bars in the order in which they are asked for, and a list where there is one."""

from __future__ import annotations

from monev.screen import frame
from monev.screen.answers import Rows
from monev.screen.draw import bar_charts, elements


def ranked(page: frame.Page, rows: Rows, title: str, aside: str, key: str, target: float | None = None) -> None:
    """A section with the rows as `bar_charts.bars` takes them, and what they say in words."""
    frame.show(elements.section(title, aside))
    figure, told = bar_charts.bars(rows, frame.palette(), page.large, target), bar_charts.alt_bars(title, rows)
    frame.chart(figure, bar_charts.bars_height(rows, page.large), told, key)


def listed(page: frame.Page, question: str, title: str, what: str, **columns: str) -> None:
    """A section with the answer as a table of `columns` (name -> its title); nothing where it has no row, as before the
    day from which it is judged."""
    if rows := page.ask(question):
        told = [(name, head, _kind(name)) for name, head in columns.items()]
        frame.show(elements.section(title), elements.table(told, rows, what=what))


def _kind(name: str) -> str:
    """How a column is written: its unit ends its name, and a day begins it."""
    return "rp" if name.endswith("_rp") else "tgl" if name.startswith("tanggal_") else "teks"
