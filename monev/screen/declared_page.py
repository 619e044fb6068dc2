"""The page of a point that has no file of its own: all that its indicators, comparisons and decisions say."""

from __future__ import annotations

from monev.screen import frame, narrowed, over_places
from monev.screen.draw import elements
from monev.words import words


def numbers(page: frame.Page) -> None:
    """All numbers of the point, and what they were at what it is compared with."""
    columns = [("indikator", "Angka", "teks"), ("kini", "Kini", "teks"), ("status", "Keadaan", "status")]
    if page.numbers.before:
        columns.insert(2, ("dulu", words.capital(page.since), "teks"))
    if not page.large:
        columns.append(("landasan", "Dari", "teks"))
    frame.show(
        elements.section("Angka pokok ini"),
        elements.table(columns, narrowed.told(page.own("angka_dua_saat")), what="angka"),
    )


def _point(page: frame.Page) -> None:
    frame.first_screen(page, numbers, frame.decisions, repeats=True)
    frame.reconciliation(page)
    frame.ground(page)


def draw(name: str) -> None:
    """Draw the point of this name."""
    page = frame.open_page(name)
    if over_places.covers(page):
        frame.draw(page, over_places.point, over_places.of_address())
    else:
        frame.draw(page, _point)
