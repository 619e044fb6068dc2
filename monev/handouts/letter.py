"""What letters have in common: the letterhead, who signs and with what below, who gets a copy."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image

from monev.handouts.paper import BLANK, CENTRE, Facts, Head, Part, Signatures, Signer, Text
from monev.words import letters
from monev.words.letters import Letterhead

#: What an official writes below his name by hand; nobody's number is ever known here.
RANK, NUMBER = f"Pangkat/Golongan: {BLANK}", f"NIP: {BLANK}"
#: The same of a body whose members have another number.
SERVICE = f"NIP/NRP: {BLANK}"
#: Lines for copies where nobody is named.
_COPIES = 2
#: Pixels of a letterhead's picture along its longer side: enough for 2,2 cm on paper, and few enough to be read.
_LARGEST = 600


def head(agency: str = letters.COMMON) -> Head:
    """The letterhead of an agency; what the city does not say of it is a line to write on."""
    found = letters.letterhead(agency) or Letterhead((letters.city() or BLANK, BLANK), "")
    address = found.address or f"Alamat: {BLANK}{BLANK}"
    return Head(Letterhead(found.lines, address, found.picture and _drawn(found.picture)))


def _drawn(picture: bytes) -> bytes | None:
    """The picture alone, without what else its file may hold; None where it cannot be drawn."""
    try:
        with Image.open(io.BytesIO(picture), formats=("PNG", "JPEG")) as found:
            found.thumbnail((_LARGEST, _LARGEST))
            made = io.BytesIO()
            found.convert("RGBA").save(made, "PNG")
            return made.getvalue()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def signer(*above: str, field: str, below: Sequence[str] = (RANK, NUMBER)) -> Signer:
    """A place to sign, with what an official writes below his name."""
    return Signer(above, field, tuple(below))


def person(number: str = "NIP") -> Facts:
    """Who speaks for a party, to be written in by hand."""
    return Facts([(name, BLANK * 2) for name in ("Nama", number, "Pangkat/golongan", "Jabatan")])


def number(text: str = f"Nomor: {BLANK}{BLANK}") -> Text:
    """A line for the number that the office gives."""
    return Text(text, align=CENTRE)


def both(first: str, second: str, number: str = NUMBER) -> list[Part]:
    """Where two parties sign, their witnesses, and who takes note; `number` is that of the second party's people."""
    below = (RANK, number)
    return [
        Signatures([signer("Pihak Kesatu,", first, field=f"Pihak Kesatu, {first}"),
                    signer("Pihak Kedua,", second, field=f"Pihak Kedua, {second}", below=below)]),
        Signatures([signer("Saksi Pihak Kesatu,", field="Saksi Pihak Kesatu"),
                    signer("Saksi Pihak Kedua,", field="Saksi Pihak Kedua", below=below)]),
        Signatures([signer("Mengetahui,", f"Jabatan: {BLANK}", field="Mengetahui")], centred=True),
    ]  # fmt: skip


def copies(letter: str) -> list[Part]:
    """Who gets a copy; where nobody is named, lines to write them on."""
    named = letters.copies(letter) or (BLANK,) * _COPIES
    lines = [Text(f"{place}. {who}", note=True, leads=place < len(named)) for place, who in enumerate(named, 1)]
    return [Text("Tembusan:", leads=True, note=True, above=True), *lines]
