"""The form of every Word document: A4, styles of its own, header and foot, tables that break only between rows."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from monev.handouts.source import Source
from monev.handouts.stable_zip import steady
from monev.words.safe_text import legible
from monev.words.spoken import BOLD

FONT, LANGUAGE, AUTHOR = "Calibri", "id-ID", "Sekretariat rapat monev"
#: Centimetres: an A4 page, its margins (left wide enough to be filed), and what is left for text.
PAGE, MARGINS, WIDTH = (21.0, 29.7), (2.2, 2.0, 2.4, 2.5), 16.5
#: Our own styles, by what they are for.
CELL, HEAD, NOTE, LINE, MARK = "Sel tabel", "Kepala tabel", "Catatan kecil", "Isian", "Tanda simulasi"
LEFT, RIGHT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
#: Space above a paragraph that begins something new.
ROOM = Pt(10)
#: Thickness of rules in eighths of a point.
STRONG, FINE = 12, 4
#: What must not be parted at the end of a line: "4 Nov", "Rp15,0 miliar", "09.12 WIB".
_TOGETHER = re.compile(r"(?<=\d) (?=(?:miliar|juta|triliun|persen|WIB|WITA|WIT|[A-Z][a-z]{2,8})\b)")


def begin(source: Source, title: str) -> Doc:
    """An empty document with its styles, header, foot and properties."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(PAGE[0]), Cm(PAGE[1])
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Cm, MARGINS)
    section.header_distance = section.footer_distance = Cm(1)
    _styles(document)
    _properties(document, title)
    _frame(section, source, title)
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
    for name, size, after in ((CELL, 9.5, 0), (HEAD, 9.5, 0), (NOTE, 9, 4), (LINE, 10.5, 6), (MARK, 9, 0)):
        _style(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), size, bold=name in (HEAD, MARK), after=after)
    for name in (HEAD, "Heading 1", "Heading 2"):
        styles[name].paragraph_format.keep_with_next = True
    styles[LINE].paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for name in ("Title", "Subtitle"):
        styles[name].paragraph_format.alignment = LEFT
        _without(styles[name].element, "w:pBdr")


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


def _frame(section, source: Source, title: str) -> None:
    """What stands on every page: title and mark above; which numbers these are, and the page's number, below."""
    head = section.header.paragraphs[0]
    _tabs(head)
    head.style = NOTE
    head.add_run(title)
    if source.facts["simulasi"]:
        head.add_run("\tDATA SIMULASI").bold = True
    foot = section.footer.paragraphs[0]
    foot.style = NOTE
    foot.add_run(source.ground())
    count = section.footer.add_paragraph(style=NOTE)
    count.alignment = RIGHT
    count.add_run("Halaman ")
    _field(count, "PAGE")
    count.add_run(" dari ")
    _field(count, "NUMPAGES")
    foot.paragraph_format.space_after = Pt(0)
    _borders(foot, top=FINE)
    _borders(head, bottom=FINE)


def _tabs(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)
    field.append(paragraph.add_run("1")._r)


def _borders(paragraph: Paragraph, **sides: int) -> None:
    borders = OxmlElement("w:pBdr")
    for side, thickness in sides.items():
        borders.append(rule(f"w:{side}", thickness))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def rule(name: str, thickness: int, space: int = 4):
    """One border of a paragraph or table; thickness 0 is none."""
    made = OxmlElement(name)
    for key, value in (
        ("val", "single" if thickness else "nil"),
        ("sz", str(thickness)),
        ("space", str(space)),
        ("color", "auto"),
    ):
        made.set(qn(f"w:{key}"), value)
    return made


def say(paragraph: Paragraph, text: object) -> Paragraph:
    """Append a text to a paragraph; **pairs** set bold."""
    whole = _TOGETHER.sub("\N{NO-BREAK SPACE}", legible(text))
    for place, part in enumerate(BOLD.split(whole)):
        if part:
            paragraph.add_run(part).bold = True if place % 2 else None
    return paragraph


def paragraph(document: Doc, text: object, style: str = "Normal") -> Paragraph:
    """A paragraph in which **pairs** are set bold."""
    return say(document.add_paragraph(style=style), text)


def leads(document: Doc, text: object) -> Paragraph:
    """A paragraph on the page of what it leads to: alone with its heading it would look finished."""
    made = paragraph(document, text)
    made.paragraph_format.keep_with_next = True
    return made


def lines(document: Doc, count: int) -> None:
    """Dotted lines to write on."""
    for left in reversed(range(count)):
        document.add_paragraph("\t", style=LINE).paragraph_format.keep_with_next = left > 0
