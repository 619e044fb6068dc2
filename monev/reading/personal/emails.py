"""E-mail addresses, also those written so that no machine may find them."""

from __future__ import annotations

import re

# Lengths are bounded, so that a cell of fifty thousand signs is read as fast as any other.
_NAME, _PART = r"[\w.+%-]{1,64}", r"[\w-]{1,63}"
_PLAIN = re.compile(rf"{_NAME}@{_PART}(?:\.[\w-]{{2,63}})+")
_AT, _DOT = r" ?(?:@|[(\[] ?at ?[)\]]) ?", r"(?:\.| ?[(\[] ?(?:dot|titik) ?[)\]] ?)"
#: Apart only with an ending that no street or abbreviation has: "rapat @ Jl.Merdeka".
_APART = re.compile(rf"{_NAME}{_AT}(?:{_PART}{_DOT}){{1,4}}(?:com|id|net|org)\b", re.IGNORECASE)
_SIGN = re.compile(r"@|[(\[] ?at ?[)\]]", re.IGNORECASE)


def found(text: str) -> str | None:
    """surel, or None; `text` is plain."""
    if _SIGN.search(text) is None:
        return None
    return "surel" if _PLAIN.search(text) or _APART.search(text) else None
