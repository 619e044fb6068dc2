"""Rapat

Rapat mana yang berlangsung, dengan angka yang mana, dan bagaimana membuka angka rapat yang lalu?
"""

from monev.screen import frame, meeting_control
from monev.screen.draw import agenda_course, elements, overview


def points(page: frame.Page) -> None:
    rows = page.ask("bersama/acara")
    frame.show(elements.section("Susunan acara"), agenda_course.course(rows, page.facts["rapat_mulai"]))


def control(page: frame.Page) -> None:
    frame.show(elements.section("Angka rapat"))
    meeting_control.control(page)


page = frame.open_page("rapat")
frame.show(elements.title(meeting_control.said(page)), overview.since(page.facts))
frame.beside(page, points, control)
meeting_control.listed(page)
