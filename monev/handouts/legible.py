"""Text from sheets as office files may hold it."""

from __future__ import annotations

import re

#: What no office file may hold; a sheet may, pasted from elsewhere.
_UNHEARD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: What stands for each: to be seen, since something was typed there.
REPLACED = "\N{REPLACEMENT CHARACTER}"


def legible(value: object) -> str:
    """Any value as text; None is empty, a sign that cannot be written is seen to have been there."""
    return "" if value is None else _UNHEARD.sub(REPLACED, str(value))
