"""A document as Word sets it, to be filled in and changed."""

from __future__ import annotations

from docx.document import Document as Doc

from monev.handouts import paper, word, word_tables
from monev.handouts.paper import Facts, Head, Heading, Lines, Paper, Part, Signatures, Table, Text, Title
from monev.handouts.source import Source

_ALIGN = {paper.LEFT: word.LEFT, paper.RIGHT: word.RIGHT, paper.CENTRE: word.CENTRE}


def write(made: Paper, source: Source) -> bytes:
    """The document as a .docx file; the same for the same snapshot, whenever it is made."""
    headed = any(isinstance(part, Head) for part in made.parts)
    doc = word.begin(source, made.title, headed=headed, initials=made.initials, dense=made.dense)
    for part in made.parts:
        _part(doc, part)
    return word.finish(doc, source)


def _part(doc: Doc, part: Part) -> None:
    match part:
        case Head(of):
            word_tables.letterhead(doc, of.lines, of.address, of.picture)
        case Title(text, below, centred):
            for style, said in (("Title", text), ("Subtitle", below)):
                if said:
                    word.paragraph(doc, said, style).alignment = word.CENTRE if centred else word.LEFT
        case Heading(text, level, anew):
            word.paragraph(doc, text, f"Heading {level}").paragraph_format.page_break_before = anew or None
        case Text(text, leads, note, align, above):
            line = word.paragraph(doc, text, word.NOTE if note else "Normal")
            line.alignment = None if align == paper.LEFT else _ALIGN[align]
            line.paragraph_format.keep_with_next = leads or None
            line.paragraph_format.space_before = word.ROOM if above else None
        case Facts(pairs, wide):
            word_tables.facts(doc, pairs, wide)
        case Table(columns, rows, grid, high):
            heads = [(one.title, one.width, _ALIGN[one.align]) for one in columns]
            word_tables.table(doc, heads, rows, grid=grid, high=high, together=part.short)
        case Lines(count):
            word.lines(doc, count)
        case Signatures(signers, centred):
            word_tables.signatures(doc, *((one.above, one.below) for one in signers), centred=centred)
