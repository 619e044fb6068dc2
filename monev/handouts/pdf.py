"""A document as PDF: set by Typst, tagged for whoever listens to it, with fields to fill in and to sign."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from monev.handouts import paper, pdf_fields
from monev.handouts.paper import Facts, Head, Heading, Lines, Paper, Part, Signatures, Table, Text, Title
from monev.handouts.source import Source
from monev.words import clock
from monev.words.spoken import plain

_TEMPLATE = Path(__file__).with_name("paper.typ")
_ALIGN = {paper.LEFT: "left", paper.RIGHT: "right", paper.CENTRE: "center"}
#: A line to write on within a text.
_BLANK = re.compile("(…{3,})")
#: Signs of what a field is called by, from the end of what stands ahead of it.
_CALLED = 60


def write(made: Paper, source: Source) -> bytes:
    """The document as a file; the same for the same snapshot, whenever it is made."""
    import typst  # it is large, and only who wants a PDF needs it

    content = _Content()
    told = json.dumps(content.of(made, source), ensure_ascii=False)
    moment = clock.aware(source.facts["dibuat"]).astimezone(dt.UTC)
    laid = typst.compile(_TEMPLATE.read_bytes(), sys_inputs={"isi": told}, ignore_system_fonts=True, timestamp=moment)
    return pdf_fields.add(laid, content.signed, content.filled)


class _Content:
    """The document as data for the template; on the way it counts the places to be signed and to be filled in, each
    with what it is for, in the order in which they are numbered from 1."""

    def __init__(self) -> None:
        self.signed: list[str] = []
        self.filled: list[str] = []

    def of(self, made: Paper, source: Source) -> dict[str, Any]:
        top = min((part.level for part in made.parts if isinstance(part, Heading)), default=1)
        return {
            "judul": plain(made.title),
            "penulis": paper.AUTHOR,
            "kepala": paper.runs(made.title),
            "kaki": paper.runs(paper.foot(source)),
            "simulasi": bool(source.facts["simulasi"]),
            # Levels of headings begin with the first, so that none is left out for whoever listens.
            "besar": top == 1,
            "rapat": made.dense,
            "paraf": paper.initialled(made.initials),
            "berkop": any(isinstance(part, Head) for part in made.parts),
            "bagian": [self._part(part, top) for part in made.parts],
        }

    def _part(self, part: Part, top: int) -> dict[str, Any]:
        match part:
            case Head(of):
                return {"jenis": "kop", "baris": [self._text(line, "Kop surat") for line in of.lines],
                        "alamat": self._text(of.address), "lambang": of.picture and list(of.picture),
                        "sebutan": f"Lambang {of.lines[-1]}"}  # fmt: skip
            case Title(text, below, centred):
                return {"jenis": "judul", "isi": paper.runs(text), "bawah": paper.runs(below), "tengah": centred}
            case Heading(text, level, anew):
                return {"jenis": "subjudul", "isi": paper.runs(text), "tingkat": level - top + 1, "baru": anew}
            case Text(text, leads, note, align, above):
                return {"jenis": "alinea", "isi": self._text(text), "lekat": leads, "kecil": note,
                        "rata": _ALIGN[align], "atas": above}  # fmt: skip
            case Facts(pairs, wide):
                told = [[paper.runs(name), self._text(value, name)] for name, value in pairs]
                return {"jenis": "pasangan", "isi": told, "lebar": wide}
            case Table():
                return self._table(part)
            case Lines(count):
                return {"jenis": "garis", "isi": [self._field(f"Baris {place}") for place in range(1, count + 1)]}
            case Signatures(signers, centred):
                return {"jenis": "tanda", "tengah": centred, "isi": [self._signer(one) for one in signers]}

    def _table(self, part: Table) -> dict[str, Any]:
        heads = [plain(one.title) for one in part.columns]
        rows = []
        for place, row in enumerate(part.rows, start=1):
            # What is left empty in rows to be written in is filled in as a whole.
            cells = [self._field(f"{head}, baris {place}") if part.high and not cell else self._text(cell, head)
                     for head, cell in zip(heads, row, strict=True)]  # fmt: skip
            rows.append({"sel": cells, "patah": max(len(str(cell)) for cell in row) > paper.LONG})
        return {"jenis": "tabel", "lebar": [one.width for one in part.columns], "kisi": part.grid, "isi": rows,
                "tinggi": part.high, "rata": [_ALIGN[one.align] for one in part.columns], "pendek": part.short,
                "kepala": [paper.runs(head) for head in heads]}  # fmt: skip

    def _signer(self, one: paper.Signer) -> dict[str, Any]:
        self.signed.append(one.field)
        above, below = ([self._text(line, one.field) for line in lines] for lines in
                        (one.above, (f"( {paper.BLANK} )", *one.below)))  # fmt: skip
        return {"medan": pdf_fields.address(pdf_fields.SIGNED, len(self.signed)), "atas": above, "bawah": below}

    def _text(self, text: object, called: str = "") -> list[tuple[str | int, bool | str]]:
        """Pieces with whether they are bold; a line to write on is how long it is, and the address of its field."""
        told: list[tuple[str | int, bool | str]] = []
        for part, bold in paper.runs(text):
            for piece in filter(None, _BLANK.split(part)):
                if _BLANK.fullmatch(piece):
                    told.append((len(piece), self._field(_said(told) if not called else f"{called} {_said(told)}")))
                else:
                    told.append((piece, bold))
        return told

    def _field(self, called: str) -> str:
        self.filled.append(called.strip() or "Isian")
        return pdf_fields.address(pdf_fields.FILLED, len(self.filled))


def _said(told: Iterable[tuple[str | int, bool | str]]) -> str:
    """The last words ahead of a field."""
    ahead = " ".join(str(piece) for piece, _ in told if isinstance(piece, str)).strip(" (:,")
    return ahead[-_CALLED:].partition(" ")[2] if len(ahead) > _CALLED else ahead
