"""The empty fields of a PDF, to be filled in and signed: Typst lays a link where each is to be."""

from __future__ import annotations

import io
from collections.abc import Sequence

#: What is signed, and what is written in; the beginnings of the addresses that stand for them until here.
SIGNED, FILLED = "tanda-tangan:", "isian:"
#: A field's type, its name and what it is for, by what stood for it.
_KINDS = {SIGNED: ("/Sig", "tanda_tangan", "Tempat tanda tangan elektronik: "), FILLED: ("/Tx", "isian", "")}
#: Written in as high as there is room, in a typeface that every reader has; a field higher than this has more lines.
_LOOK, _ONE_LINE, _LINES = "/Helv 9 Tf 0 g", 22, 1 << 12
_PRINTED = 4
_LINK = ("/A", "/Border", "/BS", "/Contents", "/C", "/H")


def address(kind: str, number: int) -> str:
    """What stands in the template's data for the field of this number."""
    return f"{kind}{number}"


def add(laid: bytes, signed: Sequence[str], filled: Sequence[str]) -> bytes:
    """The PDF with its fields; `signed` and `filled` say what each of them is for, to whoever listens, too."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

    def named(**entries: object) -> DictionaryObject:
        return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(laid)))
    writer.pdf_header = laid[:8].decode("ascii")
    # All links of the document are such places.
    for one in writer._objects:
        if isinstance(one, DictionaryObject) and one.get("/S") == "/Link":
            one[NameObject("/S")] = NameObject("/Form")
    fields = ArrayObject()
    for page in writer.pages:
        for reference in page.get("/Annots") or ():
            mark = reference.get_object()
            kind, _, number = str(mark["/A"]["/URI"]).rpartition(":")
            called = (signed if f"{kind}:" == SIGNED else filled)[int(number) - 1]
            what, name, ahead = _KINDS[f"{kind}:"]
            for key in _LINK:
                mark.pop(key, None)
            mark.update(named(
                Subtype=NameObject("/Widget"), FT=NameObject(what), T=TextStringObject(f"{name}_{number}"),
                TU=TextStringObject(ahead + called), F=NumberObject(_PRINTED), P=page.indirect_reference,
            ))  # fmt: skip
            if what == "/Tx":
                high = float(mark["/Rect"][3]) - float(mark["/Rect"][1])
                mark.update(named(DA=TextStringObject(_LOOK), Ff=NumberObject(_LINES if high > _ONE_LINE else 0)))
            fields.append(reference)
    if fields:
        face = named(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica"),
                     Encoding=NameObject("/WinAnsiEncoding"))  # fmt: skip
        form = named(Fields=fields, DA=TextStringObject(_LOOK), DR=named(Font=named(Helv=writer._add_object(face))))
        writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
