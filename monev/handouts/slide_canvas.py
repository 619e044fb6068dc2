"""One slide to write on: texts, rules, signs of status; every place in points from the upper left corner."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from monev.handouts import slide_signs
from monev.handouts.text_fit import width
from monev.words import words
from monev.words.safe_text import legible
from monev.words.spoken import BOLD

FONT, LANGUAGE = "Calibri", "id-ID"
#: Sizes of type: sentence, headline number, title, what is read, and what stands beside it; the foot alone is smaller.
SENTENCE, NUMBER, TITLE, BODY, SMALL, FOOT = 26, 34, 20, 16, 14, 11
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


class Box(NamedTuple):
    left: float
    top: float
    width: float
    height: float

    @property
    def foot(self) -> float:
        return self.top + self.height


@dataclass(frozen=True)
class Line:
    """One paragraph; **pairs** in `text` stand out in bold ink. `lead` goes before it in the accent, `tail` behind it
    in smaller type.
    """

    text: str
    size: float = BODY
    bold: bool = False
    colour: str = "ink"
    lead: str = ""
    tail: str = ""
    right: bool = False


class Canvas:
    """A slide with its title. `colours` are those of `Source`."""

    def __init__(self, deck, layout: int, title: str, colours: Mapping[str, str]) -> None:
        self.slide = deck.slides.add_slide(deck.slide_layouts[layout])
        self.shapes, self.colours = self.slide.shapes, colours
        self.title = self.shapes.title
        for shape in list(self.slide.placeholders):
            if shape is not self.title and shape.element is not self.title.element:
                shape.element.getparent().remove(shape.element)
        self.heading = title

    def head(self, box: Box, lines: Sequence[Line]) -> None:
        """The title of the slide in its own placeholder, by which the slide is found in an outline."""
        self._set(self.title, box, lines, MSO_ANCHOR.MIDDLE)

    def text(self, box: Box, lines: Sequence[Line], name: str, middle: bool = False) -> None:
        """A text box; `name` is what the list of the slide's parts calls it."""
        shape = self.shapes.add_textbox(0, 0, 0, 0)
        shape.name = name
        self._set(shape, box, lines, MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP)

    def _set(self, shape, box: Box, lines: Sequence[Line], anchor) -> None:
        shape.left, shape.top, shape.width, shape.height = map(Pt, box)
        write(shape.text_frame, lines, self.colours, anchor)

    def form(self, form, box: Box, token: str | None, edge: str | None = None):
        """Any shape of the office program's own, filled and edged in our colours."""
        return self._shape(self.shapes, form, box, token, edge, 0.75)

    def rule(self, box: Box, token: str | None, edge: str | None = None) -> None:
        """A bar or a thin rule; it says nothing by itself."""
        self._quiet(self._shape(self.shapes, MSO_SHAPE.RECTANGLE, box, token, edge))

    def badge(self, left: float, top: float, status: str, agenda: str, size: float = BODY) -> float:
        """A status as sign, word and colour; gives the place of its right edge."""
        word = words.status_word(status, agenda)
        high = size * 1.9
        wide = high * 0.4 + size * 1.5 + width(word, size, True) + size * 0.7
        fill, ink, edge = slide_signs.BADGES[status]
        shape = self._shape(self.shapes, MSO_SHAPE.ROUNDED_RECTANGLE, Box(left, top, wide, high), fill, edge)
        shape.adjustments[0] = 0.1
        shape.name = f"Status: {word}"
        if status == "belum_dilaporkan":
            shape.line.dash_style = MSO_LINE.DASH
        write(shape.text_frame, [Line(word, size, bold=True, colour=ink)], self.colours, MSO_ANCHOR.MIDDLE)
        shape.text_frame.margin_left = Pt(high * 0.4 + size * 1.4)
        self.sign(left + high * 0.35, top + (high - size * 1.2) / 2, size * 1.2, status, (ink, fill or "bg"))
        return left + wide

    def sign(self, left: float, top: float, size: float, status: str, pair: tuple[str, str] | None = None,
             word: str = "") -> None:  # fmt: skip
        """The shape that stands for a status; `word` tells it to those who do not see it, else it is an ornament."""
        body, mark, edge = slide_signs.SIGNS[status] if pair is None else (*pair, None)
        group = self.shapes.add_group_shape()
        hollow = status in ("belum_waktunya", "belum_dilaporkan")
        form, place = slide_signs.FORMS[status], Box(left, top, size, size)
        base = self._shape(group.shapes, form, place, None if hollow else body, edge or body, 1.5)
        if status == "belum_dilaporkan":
            base.line.dash_style = MSO_LINE.SQUARE_DOT
        for stroke in slide_signs.STROKES[status]:
            path = group.shapes.build_freeform(*(_at(stroke[0], left, top, size)), scale=1.0)
            path.add_line_segments([_at(point, left, top, size) for point in stroke[1:]], close=False)
            drawn = path.convert_to_shape()
            drawn.fill.background()
            drawn.line.color.rgb = self._rgb(body if hollow else mark)
            drawn.line.width = Pt(size * 0.13)
            unstyled(drawn)
        group.name = f"Tanda: {word or status}"
        group._element.nvGrpSpPr.cNvPr.set("descr", word)
        if not word:
            self._quiet(group)

    def simulated(self, right: float, top: float) -> None:
        """The mark of numbers that are made up, large enough to be seen in a call."""
        box = Box(right - 142, top, 142, 28)
        shape = self._shape(self.shapes, MSO_SHAPE.RECTANGLE, box, "bg", "ink")
        shape.line.dash_style, shape.name = MSO_LINE.DASH, "Tanda data simulasi"
        write(shape.text_frame, [Line("DATA SIMULASI", BODY, bold=True)], self.colours, MSO_ANCHOR.MIDDLE)
        shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER

    def notes(self, said: str) -> None:
        """What is read aloud with this slide."""
        frame = self.slide.notes_slide.notes_text_frame
        frame.text = legible(said)
        for run in frame._txBody.iter(f"{{{_A}}}r"):
            run.get_or_add_rPr().set("lang", LANGUAGE)

    def describe(self, frame, said: str, name: str) -> None:
        """What a chart or a table shows, for those who do not see it."""
        facts = frame._element.nvGraphicFramePr.cNvPr
        facts.set("descr", legible(said))
        facts.set("name", name)

    def _shape(self, shapes, form, box: Box, token: str | None, edge: str | None, weight: float = 1.5):
        shape = shapes.add_shape(form, *map(Pt, box))
        if token is None:
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = self._rgb(token)
        if edge is None:
            shape.line.fill.background()
        else:
            shape.line.color.rgb, shape.line.width = self._rgb(edge), Pt(weight)
        unstyled(shape)
        return shape

    def _quiet(self, shape) -> None:
        """An ornament: a screen reader passes it over."""
        facts = shape._element.xpath(".//p:cNvPr")[0]
        facts.set("descr", "")
        facts.append(etree.fromstring(_ORNAMENT))

    def _rgb(self, token: str) -> RGBColor:
        return rgb(self.colours, token)


def foot(slide, number: int, said: str, colours: Mapping[str, str]) -> None:
    """Whose numbers these are, and which slide this is, in the places that all slides have for it; read last."""
    for shape in slide.slide_layout.placeholders:
        kind = shape.placeholder_format.type.name
        if kind in ("FOOTER", "SLIDE_NUMBER"):
            own = copy.deepcopy(shape.element)
            for field in list(own.iter(f"{{{_A}}}fld")):
                field.getparent().remove(field)
            slide.shapes._spTree.append(own)
            frame = slide.shapes[-1].text_frame
            line = Line(said if kind == "FOOTER" else str(number), FOOT, colour="ink2", right=kind != "FOOTER")
            write(frame, [line], colours, MSO_ANCHOR.MIDDLE)
            if kind == "SLIDE_NUMBER":
                _number(frame)


def unstyled(shape) -> None:
    """Without the shadow that the theme gives to what is drawn."""
    shape.shadow.inherit = False
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def rgb(colours: Mapping[str, str], token: str) -> RGBColor:
    return RGBColor.from_string(colours[token].lstrip("#"))


def write(frame, lines: Sequence[Line], colours: Mapping[str, str], anchor=MSO_ANCHOR.TOP) -> None:
    """Put paragraphs into any frame of text, in our type and language."""
    frame.word_wrap, frame.vertical_anchor = True, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if line.right else PP_ALIGN.LEFT
        paragraph.space_before, paragraph.space_after, paragraph.line_spacing = Pt(0), Pt(0), 1.0
        if line.lead:
            _run(paragraph, f"{line.lead} ", line.size, True, "accent", colours)
        for number, part in enumerate(BOLD.split(line.text)):
            if part:
                _run(paragraph, part, line.size, line.bold or number % 2 == 1, "ink" if number % 2 else line.colour,
                     colours)  # fmt: skip
        if line.tail:
            _run(paragraph, f" {line.tail}", line.size / 2, True, line.colour, colours)


def _run(paragraph, said: str, size: float, bold: bool, token: str, colours: Mapping[str, str]) -> None:
    run = paragraph.add_run()
    run.text = legible(said)
    run.font.name, run.font.size, run.font.bold = FONT, Pt(size), bold
    run.font.color.rgb = rgb(colours, token)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _number(frame) -> None:
    """The number of the slide as a field, which follows when slides are moved."""
    [run] = frame._txBody.iter(f"{{{_A}}}r")
    field = etree.Element(f"{{{_A}}}fld", id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    run.getparent().replace(run, field)
    field.extend(list(run))


def _at(point: tuple[float, float], left: float, top: float, size: float) -> tuple[int, int]:
    return Pt(left + point[0] * size), Pt(top + point[1] * size)


_ORNAMENT = (
    f'<a:extLst xmlns:a="{_A}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
