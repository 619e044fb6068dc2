"""Tables of a Word document: ruled lists, what a document says about itself, places to sign."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document as Doc
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from monev.handouts.paper import BLANK, WIDTH
from monev.handouts.word import CELL, CENTRE, FINE, HEAD, LEFT, NOTE, STRONG, UNIT, borders, rule, say, styled

#: Centimetres between two columns, and around the cells of a grid.
GAP, PADDING = 0.4, 0.15

#: A column of a table: its title, its width in cm, and how its cells are aligned.
Column = tuple[str, float, WD_ALIGN_PARAGRAPH]


def table(
    document: Doc, columns: Sequence[Column], rows: Sequence[Sequence[object]], *, grid: bool = False, high: float = 0,
    together: bool = False,
) -> Table:  # fmt: skip
    """A table whose header comes again on each page and whose rows never break; `grid` draws its upright rules too,
    `high` is the least height of a row in cm, to be written in; the rows of one that is `together` share a page.
    """
    made = _table(document, [width for _, width, _ in columns], *((PADDING, PADDING) if grid else (0, GAP)))
    for place, cells in enumerate([[title for title, _, _ in columns], *rows]):
        row = made.add_row()
        flags = row._tr.get_or_add_trPr()
        flags.append(OxmlElement("w:cantSplit"))
        if place == 0:
            flags.append(OxmlElement("w:tblHeader"))
        elif high:
            row.height = Cm(high)
        for cell, (_, width, align), text in zip(row.cells, columns, cells, strict=True):
            _fill(cell, text, width, align, HEAD if place == 0 else CELL)
            if together and place < len(rows):
                cell.paragraphs[0].paragraph_format.keep_with_next = True
            if grid:
                cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    edges = {"left": FINE, "right": FINE, "insideV": FINE} if grid else {}
    _table_rules(made, top=STRONG, bottom=STRONG if not grid else FINE, insideH=FINE, **edges)
    _space(document)
    return made


def _table(document: Doc, widths: Sequence[float], left: float = 0, right: float = GAP) -> Table:
    """Its text begins where that of the page does: Word's own tables stand out by the padding of their cells."""
    made = document.add_table(rows=0, cols=len(widths))
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    margins = OxmlElement("w:tblCellMar")
    for side, wide in (("left", left), ("right", right)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Cm(wide).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    made._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(Cm(left).twips))
    indent.set(qn("w:type"), "dxa")
    made._tbl.tblPr.insert_element_before(indent, "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    return made


def _fill(cell: _Cell, text: object, width: float, align: WD_ALIGN_PARAGRAPH, style: str) -> None:
    cell.width = Cm(width)
    first = cell.paragraphs[0]
    styled(first, style).alignment = align
    say(first, text)


def _table_rules(made: Table, **sides: int) -> None:
    rules = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        rules.append(rule(f"w:{side}", sides.get(side, 0), 0))
    made._tbl.tblPr.insert_element_before(rules, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _space(document: Doc, points: float = 6) -> None:
    gap = document.add_paragraph(style=NOTE)
    gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = Pt(0), Pt(points)


def facts(document: Doc, pairs: Sequence[tuple[str, object]], wide: float = 3.6) -> None:
    """What a document says about itself, one line each: a name, a colon, and what holds."""
    widths = (wide, 0.5, WIDTH - wide - 0.5)
    made = _table(document, widths, right=0.1)
    for name, value in pairs:
        for cell, text, width in zip(made.add_row().cells, (name, ":", value), widths, strict=True):
            _fill(cell, text, width, LEFT, CELL)
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
    _space(document)


def signatures(document: Doc, *parties: tuple[Sequence[str], Sequence[str] | None], centred: bool = False) -> None:
    """Places to sign, side by side: the lines above each, room for the hand, a dotted line for the name, and the lines
    below it. One alone stands on the right unless it is centred."""
    # Whoever signs alone does so on the right.
    parties = parties if centred or len(parties) > 1 else (((), None), *parties)
    width = WIDTH / len(parties)
    _space(document, 10)
    made = _table(document, [width] * len(parties))
    row = made.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    deepest = max(len(above) for above, _ in parties)
    for cell, (above, below) in zip(row.cells, parties, strict=True):
        if below is None:
            cell.width = Cm(width)
            continue
        # So that all sign at one height.
        first, *more = [*above, *[""] * (deepest - len(above)), "", "", "", f"( {BLANK} )", *below]
        _fill(cell, first, width, CENTRE, CELL)
        for text in more:
            line = cell.add_paragraph(style=CELL)
            line.alignment = CENTRE
            line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
            say(line, text)


def letterhead(document: Doc, lines: Sequence[str], address: str, picture: bytes | None) -> None:
    """The office that writes, between its picture and as much room, over a double rule."""
    side = 2.4 if picture else 0
    made = _table(document, [side, WIDTH - 2 * side, side] if picture else [WIDTH], right=0)
    cells = made.add_row().cells
    middle = cells[len(cells) // 2]
    if picture:
        cells[0].paragraphs[0].add_run().add_picture(io.BytesIO(picture), height=Cm(2.2))
        for cell, width in zip(cells, (side, WIDTH - 2 * side, side), strict=True):
            cell.width, cell.vertical_alignment = Cm(width), WD_ALIGN_VERTICAL.CENTER
    for place, text in enumerate(lines):
        line = middle.paragraphs[0] if place == 0 else middle.add_paragraph()
        line.style, line.alignment = UNIT, CENTRE
        say(line, text)
        if place == len(lines) - 1:
            for run in line.runs:
                run.font.size = Pt(14)
    line = middle.add_paragraph(style=CELL)
    line.alignment = CENTRE
    say(line, address)
    gap = document.add_paragraph(style=NOTE)
    gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = Pt(8), Pt(4)
    borders(gap, kind="thinThickSmallGap", bottom=24)
