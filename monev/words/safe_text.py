"""Text from sheets as it may be shown: without signs that no file may hold, or that turn the text around them."""

from __future__ import annotations

import re

#: What no office file may hold; a sheet may, pasted from elsewhere.
_UNHEARD = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff"
#: What sets the text behind it from right to left, also that of others: embedding, overriding, isolating.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_REPLACED = re.compile(f"[{_UNHEARD}{_TURNING}]")
#: What stands for each: to be seen, since something was typed there.
REPLACED = "\N{REPLACEMENT CHARACTER}"
#: Where a line ends, for whoever prints it.
_ENDS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
#: Signs of a sentence about a mistake, and of its beginning and its end where it quotes a longer cell.
_MOST, _BEGINNING, _END = 500, 300, 150


def legible(value: object) -> str:
    """Any value as text; None is empty, a sign that cannot be shown is seen to have been there."""
    return "" if value is None else _REPLACED.sub(REPLACED, str(value))


def line(value: object) -> str:
    """The same on one line, whatever it quotes; of a long one what lies between is left out."""
    shown = legible(_ENDS.sub(" ", str(value)))
    return shown if len(shown) <= _MOST else f"{shown[:_BEGINNING]} … {shown[-_END:]}"
