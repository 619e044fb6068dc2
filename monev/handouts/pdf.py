"""A document as PDF: set by Typst, tagged for whoever listens to it, with an empty field for each signature."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

from monev.handouts import paper
from monev.handouts.paper import Facts, Head, Heading, Lines, Paper, Part, Signatures, Table, Text, Title
from monev.handouts.source import Source
from monev.words import clock
from monev.words.spoken import plain

_TEMPLATE = Path(__file__).with_suffix("").with_name("paper.typ")
#: How the template is told which empty place becomes which field; no reader ever sees it as a link.
_FIELD = "tanda-tangan:"
_ALIGN = {paper.LEFT: "left", paper.RIGHT: "right", paper.CENTRE: "center"}


def write(made: Paper, source: Source) -> bytes:
    """The document as a file; the same for the same snapshot, whenever it is made."""
    import typst  # it is large, and only who wants a PDF needs it

    moment = clock.aware(source.facts["dibuat"]).astimezone(dt.UTC)
    content = json.dumps(_content(made, source), ensure_ascii=False)
    laid = typst.compile(
        _TEMPLATE.read_bytes(), sys_inputs={"isi": content}, ignore_system_fonts=True, timestamp=moment
    )
    return _with_fields(laid, [one for part in made.parts if isinstance(part, Signatures) for one in part.signers])


def _content(made: Paper, source: Source) -> dict[str, Any]:
    levels = [part.level for part in made.parts if isinstance(part, Heading)]
    top = min(levels, default=1)
    fields = iter(range(1, 1 + sum(len(part.signers) for part in made.parts if isinstance(part, Signatures))))
    return {
        "judul": plain(made.title),
        "penulis": paper.AUTHOR,
        "kepala": paper.runs(made.title),
        "kaki": paper.runs(paper.foot(source)),
        "simulasi": bool(source.facts["simulasi"]),
        "rapat": made.dense,
        "paraf": paper.initialled(made.initials),
        "berkop": any(isinstance(part, Head) for part in made.parts),
        # Levels of headings begin with the first, so that none is left out for whoever listens.
        "atas": 1,
        "besar": top == 1,
        "bagian": [_part(part, top, fields) for part in made.parts],
    }


def _part(part: Part, top: int, fields: Any) -> dict[str, Any]:
    match part:
        case Head(of):
            return {"jenis": "kop", "baris": [paper.runs(line) for line in of.lines],
                    "alamat": paper.runs(of.address), "lambang": of.picture and list(of.picture),
                    "sebutan": f"Lambang {of.lines[-1]}"}  # fmt: skip
        case Title(text, below, centred):
            return {"jenis": "judul", "isi": paper.runs(text), "bawah": paper.runs(below), "tengah": centred}
        case Heading(text, level, anew):
            return {"jenis": "subjudul", "isi": paper.runs(text), "tingkat": level - top + 1, "baru": anew}
        case Text(text, leads, note, align, above):
            return {"jenis": "alinea", "isi": paper.runs(text), "lekat": leads, "kecil": note, "rata": _ALIGN[align],
                    "atas": above}  # fmt: skip
        case Facts(pairs, wide):
            return {"jenis": "pasangan", "isi": [[paper.runs(one) for one in pair] for pair in pairs], "lebar": wide}
        case Table(columns, rows, grid, high):
            return {"jenis": "tabel", "lebar": [one.width for one in columns], "kisi": grid, "tinggi": high,
                    "rata": [_ALIGN[one.align] for one in columns],
                    "kepala": [paper.runs(one.title) for one in columns],
                    "isi": [_row(row) for row in rows], "pendek": part.short}  # fmt: skip
        case Lines(count):
            return {"jenis": "garis", "banyak": count}
        case Signatures(signers, centred):
            return {"jenis": "tanda", "tengah": centred, "isi": [
                {"medan": f"{_FIELD}{next(fields)}", "atas": [paper.runs(line) for line in one.above],
                 "bawah": [paper.runs(line) for line in (f"( {paper.BLANK} )", *one.below)]} for one in signers
            ]}  # fmt: skip


def _row(row: Any) -> dict[str, Any]:
    return {"sel": [paper.runs(cell) for cell in row], "patah": max(len(str(cell)) for cell in row) > paper.LONG}


def _with_fields(laid: bytes, signers: list[paper.Signer]) -> bytes:
    """Each empty place as a signature field without a signature, known to whoever listens by what it is for."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(laid)))
    writer.pdf_header = laid[:8].decode("ascii")
    fields = ArrayObject()
    # To whoever listens, too, it is a field: these are the only links.
    for one in writer._objects:
        if isinstance(one, DictionaryObject) and one.get("/S") == "/Link":
            one[NameObject("/S")] = NameObject("/Form")
    for page in writer.pages:
        for reference in page.get("/Annots") or ():
            mark = reference.get_object()
            address = str((mark.get("/A") or {}).get("/URI", ""))
            if not address.startswith(_FIELD):
                continue
            number = int(address.removeprefix(_FIELD))
            for key in ("/A", "/Border", "/BS", "/Contents"):
                mark.pop(key, None)
            mark.update({
                NameObject("/Subtype"): NameObject("/Widget"), NameObject("/FT"): NameObject("/Sig"),
                NameObject("/T"): TextStringObject(f"tanda_tangan_{number}"),
                NameObject("/TU"): TextStringObject(f"Tempat tanda tangan elektronik: {signers[number - 1].field}"),
                NameObject("/F"): NumberObject(4), NameObject("/P"): page.indirect_reference,
            })  # fmt: skip
            fields.append(reference)
    if fields:
        form = DictionaryObject({NameObject("/Fields"): fields})
        writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
