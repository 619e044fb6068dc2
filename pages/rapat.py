"""Rapat

Rapat mana yang berlangsung, dengan angka yang mana, dan bagaimana membuka angka rapat yang lalu?
"""

from monev import convening, frame
from monev.draw import course, elements

page = frame.open_page("rapat")
frame.troubles(page)
frame.show(elements.title(convening.said(page)))


def points() -> None:
    rows = page.ask("ringkasan/acara")
    frame.show(elements.section("Susunan acara"), course.course(rows, page.facts["rapat_mulai"]))


def control() -> None:
    frame.show(elements.section("Angka rapat"))
    convening.control(page)


frame.beside(points, control)
convening.listed(page)
