"""What is taken home from a meeting: files made from the same snapshot as the pages, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from monev.handouts.source import Source

#: Is told how far the making of a file is: the share of it that is done (0 to 1), and what comes next, in words.
Tell = Callable[[float, str], None]
Write = Callable[[Source, Tell], bytes]

_OFFICE = "application/vnd.openxmlformats-officedocument"
#: What a file can be, by the end of its name.
MIME = {
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
#: What people call each of them.
NAMES = {"pptx": "PowerPoint", "docx": "Word", "xlsx": "Excel", "pdf": "PDF", "zip": "ZIP"}


class About(NamedTuple):
    """What a file of a project's handouts/ says of the hand-out that it writes: its title, in one line what is in it,
    and the end of its name."""

    title: str
    holds: str
    suffix: str


class Form(NamedTuple):
    """One of the files of a hand-out: the end of its name, and what makes its bytes."""

    suffix: str
    write: Write

    @property
    def mime(self) -> str:
        return MIME[self.suffix]


@dataclass(frozen=True)
class Handout:
    """One kind of file. `holds` says in one line what is in it; `write` makes its bytes. `trouble` says what of it the
    project's own files cannot give now; where that is all of it, there is no `write`. `pdf` makes the same content as
    PDF; `there` says whether the numbers give anything to write it about.
    """

    code: str
    title: str
    holds: str
    suffix: str
    write: Write | None
    trouble: str = ""
    pdf: Write | None = None
    there: Callable[[Source], bool] = lambda source: True

    @property
    def forms(self) -> tuple[Form, ...]:
        """Its files; none where it cannot be made."""
        own = (Form(self.suffix, self.write),) if self.write else ()
        return (*own, Form("pdf", self.pdf)) if self.write and self.pdf else own


def file_name(handout: Handout, source: Source, suffix: str = "") -> str:
    """The name under which a hand-out is saved: what it is, the day of its numbers, and the snapshot they are of."""
    simulated = "-simulasi" if source.facts["simulasi"] else ""
    day, shot = f"{source.today:%Y-%m-%d}", source.facts["id"][:6]
    return f"{handout.code}-{day}-{shot}{simulated}.{suffix or handout.suffix}"
