"""Text and stored numbers in their plainest form, in which one way of writing a number is like another."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

#: A stored number of more digits than any of a person is as good as this one.
_LARGE = 10**18
#: Signs that look like those which part digits, and letters of other scripts that look like O and l.
_LOOKS = str.maketrans("•∙⋅‧・⸱⁄∕⧸¦│‖∶꞉ː⁃˗➖ー−ОоΟοІіӏΙι", "······///|||:::-----OoOoIlIIl")
#: Signs that draw nothing though they are letters or symbols.
_EMPTY = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
_ESCAPED = re.compile(r"%(2[0-9B-F])", re.IGNORECASE)
#: 6,281299999999E+12: as many digits as were kept, and zeros.
_ROUNDED = re.compile(r"(?<![\d.,])\d[.,]\d{2,17}[eE]\+1\d(?!\d)")


def plain(text: str) -> str:
    """The text with its digits, blanks and dashes in their plainest form, without signs that draw nothing."""
    if text.isascii():
        return re.sub(r"[\s\x00-\x1f\x7f]", " ", text)
    signs = []
    for sign in unicodedata.normalize("NFKC", _EMPTY.sub("", text)).translate(_LOOKS):
        group = unicodedata.category(sign)
        if group == "Nd":
            signs.append(str(unicodedata.decimal(sign)))
        elif group == "Pd":
            signs.append("-")
        elif group not in ("Cf", "Mn", "Me"):
            signs.append(" " if sign.isspace() or group == "Cc" else sign)
    return "".join(signs)


def closer(text: str) -> str:
    """A plain text with links and rounded numbers written out, and one blank for several."""
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
    return re.sub(r" {2,}", " ", _ROUNDED.sub(lambda number: format(Decimal(number[0].replace(",", ".")), "f"), text))


def digits(value: int | float) -> str:
    """A stored whole number as its digits; nothing for a fraction, which is no number of anybody."""
    if isinstance(value, float):
        return format(Decimal(repr(abs(value))), "f").removesuffix(".0") if value.is_integer() else ""
    return str(min(abs(value), _LARGE))
