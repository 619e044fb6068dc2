"""What a cell holds that points at a person: numbers and addresses that no sheet of a meeting needs (UU 27/2022).

Names, addresses and dates of birth have no form of their own; a program cannot find them, so the guides ask people not
to type them. What is found here is held back whole: the content goes nowhere, and a mark stands in its place.
"""

from __future__ import annotations

import datetime as dt
import re

from monev.reading.personal import disguised, emails, labelled, numbers, phones
from monev.reading.personal.normalise import closer, digits, plain
from monev.words import held_back

Value = str | int | float | bool | dt.date | None

#: What can be found, and what it is called.
KINDS = {
    "nik": "NIK atau nomor KK",
    "nip": "NIP",
    "telepon": "nomor telepon",
    "surel": "alamat surel",
    "rekening": "nomor rekening",
    "npwp": "NPWP",
    "kartu": "nomor BPJS, SIM, atau paspor",
}
#: Less than this is never looked at closely: most cells of a sheet end here.
_MAYBE = re.compile(r"@|[(\[] ?at ?[)\]]|\d(?:[eE]\+1|(?:[\W_]{0,5}[\dOoIl]){6})")
#: A mobile number that lost its zero because a spreadsheet took it for a quantity.
_BARE = re.compile(r"(?:62)?8[1-9]\d{7,10}|(?:62[ \-]?)?8[1-9]\d[ .\-]?(?:\d{3,4}[ .\-]?\d{4,5}|\d{4}[ .\-]?\d{3})")
#: What most cells that get this far hold; it need not be looked at by each rule.
_ORDINARY = re.compile(r"\d\d?([-/.])\d\d?\1(?:19|20)\d\d|(?:Rp\.? ?)?[1-9]\d{0,2}(?:\.\d{3})+(?:,-|,\d\d)?")
#: A number with fewer digits is nobody's.
_FEWEST = 9
#: Longer texts are none, whatever they hold.
_LONGEST_BARE = 60
_CALLED = {called: kind for kind, called in KINDS.items()}


def kind(value: Value, money: bool = True) -> str | None:
    """What the value holds that points at a person, as a key of KINDS; None where nothing is found.

    Found are: 16 digits (NIK, KK) and 18 (NIP) in one run, or parted where they are built as one; 08… and +62… of at
    least ten digits, parted by any sign; an NPWP with its dots; an e-mail; and beside a word that says so (NIK, HP,
    rekening, BPJS, …) also others. Letters and words that stand for digits are read as such. Left alone are dates, sums
    of money, fractions, codes, lists and numbers of letters. A bare 81234567890 may be rupiah: it is a phone number
    that lost its zero where no `money` can stand.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = _worth_reading(value)
    if text is None:
        return None
    for reading in dict.fromkeys((text, disguised.typed_as_letters(text), disguised.written_out(text))):
        if found := _found(reading):
            return found
    return "telepon" if not money and _BARE.fullmatch(text.strip()) else None


def _found(text: str) -> str | None:
    return numbers.found(text) or phones.found(text) or emails.found(text) or labelled.found(text)


def doubtful(value: Value) -> bool:
    """Whether it depends on the column what the value is: rupiah or a phone number."""
    if not isinstance(value, str | int | float) or (isinstance(value, str) and len(value) > _LONGEST_BARE):
        return False
    text = _worth_reading(value)
    return text is not None and _BARE.fullmatch(text.strip()) is not None


def _worth_reading(value: str | int | float) -> str | None:
    """The value as plain text, or None where it has too few digits, or is a date or an amount and nothing else."""
    if isinstance(value, str):
        # Most cells end here, so signs of ASCII, which are searched as they are, are made plain only behind this.
        simple = value.isascii()
        text = value if simple else plain(value)
        if _MAYBE.search(text) is None and "lapan" not in text and "LAPAN" not in text:
            return None
        return None if _ORDINARY.fullmatch(text) else closer(plain(text) if simple else text)
    text = digits(value)
    return text if len(text) >= _FEWEST else None


def mark(kind: str) -> str:
    """What stands in the place of such a content, everywhere: "(disembunyikan: NIP)"."""
    return held_back.mark(KINDS[kind])


def marked(value: Value) -> str | None:
    """The kind that a mark stands for, also one with a number behind it; None for any other value."""
    if not isinstance(value, str) or not value.startswith("(disembunyikan"):
        return None
    found = held_back.MARK.fullmatch(value)
    return _CALLED.get(found[1]) if found else None


def told(kind: str) -> str:
    """What is said of a cell that was held back."""
    return f"Sel ini memuat yang menyerupai {KINDS[kind]}."


def refuse(text: str, where: str) -> None:
    """ValueError, in words for whoever typed, where a text of the screen holds anything of a person."""
    if found := kind(text):
        raise ValueError(
            f"{where} memuat yang menyerupai {KINDS[found]}, jadi tidak disimpan: data pribadi tidak ditampilkan di "
            "rapat. Hapus nomornya, lalu coba lagi."
        )


def quoted(text: str | None) -> str | None:
    """A sentence of ours whose quotations (“…”) come from file names and titles: those are held back as cells are."""
    if text is None:
        return None
    return re.sub(r"“([^”]*)”", lambda hit: f"“{mark(found)}”" if (found := kind(hit[1])) else hit[0], text)
