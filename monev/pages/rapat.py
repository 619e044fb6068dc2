"""Rapat

Rapat mana yang berlangsung, dengan angka yang mana, kapan rapat berikutnya, dan bagaimana membuka rapat yang lalu?
"""

from monev.screen import frame, meeting_control, meeting_plan, proposed_points, region_sent
from monev.screen.draw import agenda_course, elements, overview


def points(page: frame.Page) -> None:
    rows = page.ask("bersama/acara")
    frame.show(elements.section("Susunan acara"), agenda_course.course(rows, page.facts["rapat_mulai"]))


def control(page: frame.Page) -> None:
    frame.show(elements.section("Angka rapat"))
    meeting_control.control(page)
    region_sent.said(page)
    meeting_plan.said(page)


def ahead(page: frame.Page) -> None:
    meeting_plan.coming(page)
    meeting_plan.due_dates(page)


page = frame.open_page("rapat")
frame.show(elements.title(meeting_control.said(page)), overview.since(page.facts))
frame.beside(page, points, control)
frame.halves(page, proposed_points.listed, ahead)
meeting_control.listed(page)
