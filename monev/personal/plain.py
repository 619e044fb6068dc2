"""Text and stored numbers in their plainest form, in which one way of writing a number is like another."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

#: A stored number of more digits than any of a person is as good as this one.
_LARGE = 10**18


def plain(text: str) -> str:
    """The text with its digits, blanks and dashes in their plainest form, without signs that draw nothing."""
    if text.isascii():
        return re.sub(r"[\s\x00-\x1f\x7f]", " ", text)
    signs = []
    for sign in unicodedata.normalize("NFKC", text):
        group = unicodedata.category(sign)
        if group == "Nd":
            signs.append(str(unicodedata.decimal(sign)))
        elif group == "Pd" or sign == "−":
            signs.append("-")
        elif group not in ("Cf", "Mn"):
            signs.append(" " if sign.isspace() or group == "Cc" else sign)
    return "".join(signs)


def digits(value: int | float) -> str:
    """A stored whole number as its digits; nothing for a fraction, which is no number of anybody."""
    if isinstance(value, float):
        return format(Decimal(repr(abs(value))), "f").removesuffix(".0") if value.is_integer() else ""
    return str(min(abs(value), _LARGE))
