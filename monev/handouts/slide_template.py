"""The empty presentation: wide slides, the product's colours in its theme, two layouts with foot and number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as REL
from pptx.util import Pt

#: Points of a slide, and of the rim that stays free at its sides.
WIDE, HIGH, RIM = 960, 540, 30
#: Where the foot begins, and how high it is.
FOOT, FOOT_HIGH = 510, 20
#: The layouts that stay of the library's own: its place there -> its name.
LAYOUTS = {0: "Judul rapat", 5: "Isi"}
#: Slots of the theme -> the product's colour of that part.
_THEME = {
    "dk1": "ink", "lt1": "bg", "dk2": "ink2", "lt2": "panel", "accent1": "accent", "accent2": "edge", "accent3": "mid",
    "accent4": "hijau", "accent5": "kuning", "accent6": "merah", "hlink": "accent", "folHlink": "accent",
}  # fmt: skip
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
#: What the library's own file brings along that says something else than ours.
_FOREIGN = (REL.THUMBNAIL, REL.EXTENDED_PROPERTIES, REL.PRINTER_SETTINGS)


def empty(colours: Mapping[str, str]):
    """A presentation without slides; `colours` are those of `Source`."""
    deck = Presentation()
    wider = Pt(WIDE) / deck.slide_width
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    for place in reversed(range(len(deck.slide_layouts))):
        layout = deck.slide_layouts[place]
        if place in LAYOUTS:
            layout.name = LAYOUTS[place]
        else:
            deck.slide_layouts.remove(layout)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in sheet.placeholders:
            if shape.element.find(f".//{_A}xfrm") is not None:
                shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
            _place(shape)
    _paint(deck, colours)
    _forget(deck)
    return deck


def _place(shape) -> None:
    """Title, foot and number where all slides have them."""
    kind = shape.placeholder_format.type.name
    if kind == "FOOTER":
        box = RIM, FOOT, WIDE - 2 * RIM - 60, FOOT_HIGH
    elif kind == "SLIDE_NUMBER":
        box = WIDE - RIM - 50, FOOT, 50, FOOT_HIGH
    elif kind == "TITLE":
        box = RIM, 24, WIDE - 2 * RIM, 36
    else:
        return
    shape.left, shape.top, shape.width, shape.height = map(Pt, box)


def _paint(deck, colours: Mapping[str, str]) -> None:
    part = next(rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype == REL.THEME)
    theme = etree.fromstring(part.blob)
    theme.set("name", "Monev")
    scheme = theme.find(f".//{_A}clrScheme")
    scheme.set("name", "Monev")
    for slot, token in _THEME.items():
        found = scheme.find(f"{_A}{slot}")
        for old in list(found):
            found.remove(old)
        etree.SubElement(found, f"{_A}srgbClr", val=colours[token].lstrip("#"))
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for run in sheet.element.iter(f"{_A}rPr", f"{_A}endParaRPr", f"{_A}defRPr"):
            if run.get("lang") or re.search(r"rPr|RPr", run.tag):
                run.set("lang", "id-ID")


def _forget(deck) -> None:
    for package in (deck.part.package, deck.part):
        relations = package._rels
        for key in [key for key, rel in relations.items() if rel.reltype in _FOREIGN]:
            relations.pop(key)
