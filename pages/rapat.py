"""Rapat

Rapat mana yang berlangsung, dengan angka yang mana, dan bagaimana membuka angka rapat yang lalu?
"""

from monev import convening, frame
from monev.draw import elements

page = frame.open_page("rapat")
frame.troubles(page)
frame.show(elements.title(convening.said(page)))


def control() -> None:
    frame.show(elements.section("Angka rapat"))
    convening.control(page)


frame.halves(control, lambda: convening.listed(page))
