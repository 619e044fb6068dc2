"""The mark in the place of a title whose column was emptied before anything was read."""

import re

from monev.sheets import Value

_MARK = re.compile(r"\(tidak dibaca: ([^()]+)\)")


def mark(what: str) -> str:
    """What stands there, everywhere: "(tidak dibaca: gaji)"."""
    return f"(tidak dibaca: {what})"


def marked(title: Value) -> str | None:
    """What the mark in a title stands for; None in any other."""
    found = _MARK.search(title) if isinstance(title, str) else None
    return found[1] if found else None
