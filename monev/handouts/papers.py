"""A kind of document as what is offered: composed once, and written as Word or as PDF."""

from __future__ import annotations

from collections.abc import Callable

from monev.handouts import pdf, word_paper
from monev.handouts.handout import Handout, Tell, Write
from monev.handouts.paper import Kind, Paper
from monev.handouts.source import Source


def handout(kind: Kind) -> Handout:
    """The document with its two files."""

    def as_word(source: Source, tell: Tell) -> bytes:
        return word_paper.write(kind.compose(source, tell), source)

    return Handout(kind.code, kind.title, kind.holds, "docx", as_word, pdf=as_pdf(kind.compose), there=kind.there)


def as_pdf(compose: Callable[[Source, Tell], Paper]) -> Write:
    """What writes as PDF what this composes."""

    def write(source: Source, tell: Tell) -> bytes:
        return pdf.write(compose(source, tell), source)

    return write
