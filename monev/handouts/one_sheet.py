"""One sheet of the workbook as a file of its own, for a table that is sent as it is."""

from __future__ import annotations

from dataclasses import replace

from monev.handouts import workbook
from monev.handouts.source import Source
from monev.handouts.workbook_sheets import Subject


def write(source: Source, subject: Subject) -> bytes:
    """The sheet as a .xlsx file."""
    subject = replace(subject, holds=f"{source.facts['daerah']}. {subject.holds}")
    book = workbook.begun(subject.title)
    book.active.title = subject.title
    workbook.sheet(book.active, source, subject, source.ask(subject.question))
    return workbook.saved(book, source)
