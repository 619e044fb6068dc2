"""One sheet of the workbook as a file of its own, for a table that is sent as it is; or several of them."""

from __future__ import annotations

from dataclasses import replace

from monev.handouts import workbook
from monev.handouts.handout import Tell
from monev.handouts.source import Source
from monev.handouts.workbook_sheets import Subject


def write(source: Source, *subjects: Subject, tell: Tell | None = None) -> bytes:
    """The sheets as a .xlsx file named after the first."""
    book = workbook.begun(subjects[0].title)
    book.remove(book.active)
    for place, subject in enumerate(subjects):
        if tell:
            tell(place / len(subjects), f"Menulis lembar {subject.title}")
        subject = replace(subject, holds=f"{source.facts['daerah']}. {subject.holds}")
        workbook.sheet(book.create_sheet(subject.title), source, subject, source.ask(subject.question))
    return workbook.saved(book, source)
