"""The form of every Word document: A4, styles of its own, header and foot, tables that break only between rows."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from monev.handouts import paper
from monev.handouts.paper import AUTHOR, LANGUAGE, MARGINS, PAGE, WIDTH
from monev.handouts.source import Source
from monev.handouts.stable_zip import steady

FONT = "Calibri"
#: Our own styles, by what they are for.
CELL, HEAD, NOTE, LINE, MARK = "Sel tabel", "Kepala tabel", "Catatan kecil", "Isian", "Tanda simulasi"
UNIT = "Kop surat"
LEFT, RIGHT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
#: Space above a paragraph that begins something new.
ROOM = Pt(10)
#: Thickness of rules in eighths of a point.
STRONG, FINE = 12, 4


def begin(
    source: Source, title: str, *, headed: bool = False, initials: Sequence[str] = (), dense: bool = False
) -> Doc:
    """An empty document with its styles, header, foot and properties. `headed`: it begins with a letterhead, so its
    title stands above the other pages alone; `initials`: who initials each page; `dense`: it is to stay one page."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(PAGE[0]), Cm(PAGE[1])
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Cm, MARGINS)
    section.header_distance = section.footer_distance = Cm(1)
    _styles(document)
    if dense:
        _closer(document)
    _properties(document, title)
    section.different_first_page_header_footer = headed
    _head(section.header, source, title)
    _foot(section.footer, source, initials)
    if headed:
        _head(section.first_page_header, source)
        _foot(section.first_page_footer, source, initials)
    return document


def finish(document: Doc, source: Source) -> bytes:
    """The document as a file; the same for the same snapshot, whenever it is made."""
    made = io.BytesIO()
    document.save(made)
    return steady(made.getvalue(), source.facts["dibuat"])


def _properties(document: Doc, title: str) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.language = title, AUTHOR, AUTHOR, LANGUAGE
    core.comments = core.subject = core.keywords = ""
    core.revision = 1
    package = document.part.package
    # The library's own file brings a picture of an empty page along.
    for key in [key for key, rel in package.rels.items() if rel.reltype == REL.THUMBNAIL]:
        package.rels.pop(key)


def _styles(document: Doc) -> None:
    styles = document.styles
    language = styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), LANGUAGE)
    _style(styles["Normal"], 10.5, after=4)
    styles["Normal"].paragraph_format.line_spacing = 1.08
    _style(styles["Title"], 17, bold=True, after=2)
    _style(styles["Subtitle"], 12, after=10)
    _style(styles["Heading 1"], 13, bold=True, before=16, after=4)
    _style(styles["Heading 2"], 10.5, bold=True, before=9, after=3)
    _style(styles["List Number"], 10.5, after=3)
    for name, size, after in (
        (CELL, 9.5, 0), (HEAD, 9.5, 0), (NOTE, 9, 4), (LINE, 10.5, 6), (MARK, 9, 0), (UNIT, 12, 0)
    ):  # fmt: skip
        _style(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), size, bold=name in (HEAD, MARK, UNIT), after=after)
    for name in (CELL, HEAD):
        styles[name].paragraph_format.space_before = styles[name].paragraph_format.space_after = Pt(2)
    for name in (HEAD, "Heading 1", "Heading 2"):
        styles[name].paragraph_format.keep_with_next = True
    styles[LINE].paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for name in ("Title", "Subtitle"):
        styles[name].paragraph_format.alignment = LEFT
        _without(styles[name].element, "w:pBdr")


def _closer(document: Doc) -> None:
    """The same a little smaller, with less room between."""
    for name, size, room in ((CELL, 9, 1), (HEAD, 9, 1), ("Normal", 10, 2), ("Heading 2", 10, 2), (NOTE, 8.5, 2)):
        style = document.styles[name]
        style.font.size, style.paragraph_format.line_spacing = Pt(size), 1.0
        style.paragraph_format.space_after = Pt(room)
    for name, room in ((CELL, 1), (HEAD, 1), ("Heading 2", 6)):
        document.styles[name].paragraph_format.space_before = Pt(room)


def _style(style, size: float, *, bold: bool = False, before: float = 0, after: float = 0) -> None:
    """Plain and black in one typeface; the library's own styles are blue and in another."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if "Theme" in name]:
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for name in ("w:color", "w:spacing", "w:kern"):
        _without(style.element.rPr, name)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _without(element, name: str) -> None:
    for found in list(element.iter(qn(name))):
        found.getparent().remove(found)


def _head(part, source: Source, title: str = "") -> None:
    """Above each page: what it is of, and the mark of what is simulated; no rule where there is no title."""
    head = part.paragraphs[0]
    _tabs(head)
    head.style = NOTE
    head.add_run(title)
    if source.facts["simulasi"]:
        head.add_run("\tDATA SIMULASI").bold = True
    if title:
        borders(head, bottom=FINE)


def _foot(part, source: Source, initials: Sequence[str]) -> None:
    """Below each page: which numbers these are, who initials it, and its number."""
    foot = part.paragraphs[0]
    foot.style = NOTE
    foot.add_run(paper.foot(source))
    foot.paragraph_format.space_after = Pt(0)
    borders(foot, top=FINE)
    count = part.add_paragraph(style=NOTE)
    _tabs(count)
    count.add_run(paper.initialled(initials) + "\tHalaman ")
    _field(count, "PAGE")
    count.add_run(" dari ")
    _field(count, "NUMPAGES")


def _tabs(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)
    field.append(paragraph.add_run("1")._r)


def borders(paragraph: Paragraph, kind: str = "single", **sides: int) -> None:
    """Rules around a paragraph, by their thickness."""
    made = OxmlElement("w:pBdr")
    for side, thickness in sides.items():
        made.append(rule(f"w:{side}", thickness, kind=kind))
    paragraph._p.get_or_add_pPr().insert_element_before(
        made, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def rule(name: str, thickness: int, space: int = 4, kind: str = "single"):
    """One border of a paragraph or table; thickness 0 is none."""
    made = OxmlElement(name)
    for key, value in (
        ("val", kind if thickness else "nil"),
        ("sz", str(thickness)),
        ("space", str(space)),
        ("color", "auto"),
    ):
        made.set(qn(f"w:{key}"), value)
    return made


def say(paragraph: Paragraph, text: object) -> Paragraph:
    """Append a text to a paragraph; **pairs** set bold."""
    for part, bold in paper.runs(text):
        paragraph.add_run(part).bold = True if bold else None
    return paragraph


def paragraph(document: Doc, text: object, style: str = "Normal") -> Paragraph:
    """A paragraph in which **pairs** are set bold."""
    return say(styled(document.add_paragraph(), style), text)


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """The paragraph in a style by its name. The library looks each time through all styles for the one that needs no
    mention, which takes longer than all else of a document."""
    paragraph._p.style = None if style == "Normal" else paragraph.part.document.styles[style].style_id
    return paragraph


def leads(document: Doc, text: object) -> Paragraph:
    """A paragraph on the page of what it leads to: alone with its heading it would look finished."""
    made = paragraph(document, text)
    made.paragraph_format.keep_with_next = True
    return made


def lines(document: Doc, count: int) -> None:
    """Dotted lines to write on."""
    for left in reversed(range(count)):
        document.add_paragraph("\t", style=LINE).paragraph_format.keep_with_next = left > 0
