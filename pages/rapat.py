"""Rapat

Rapat mana yang berlangsung, dengan angka yang mana, dan bagaimana membuka angka rapat yang lalu?
"""

from monev import convening, frame
from monev.draw import course, elements


def points(page: frame.Page) -> None:
    rows = page.ask("ringkasan/acara")
    frame.show(elements.section("Susunan acara"), course.course(rows, page.facts["rapat_mulai"]))


def control(page: frame.Page) -> None:
    frame.show(elements.section("Angka rapat"))
    convening.control(page)


page = frame.open_page("rapat")
frame.show(elements.title(convening.said(page)))
frame.beside(page, points, control)
convening.listed(page)
