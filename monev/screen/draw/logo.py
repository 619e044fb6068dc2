"""The mark of a series of meetings that brings none of its own: the dashboard's sign, its name and its city."""

from __future__ import annotations

import string
from pathlib import Path

from monev.screen.draw.html import safe

_DRAWN = string.Template(Path(__file__).with_suffix(".svg").read_text("utf-8"))
#: Width of a sign of the words, in the units of the drawing, and of what stands before them.
_SIGN, _BEFORE = 7.4, 28


def logo(name: str, city: str) -> str:
    """The picture as SVG: `name` above, `city` below."""
    wide = round(_BEFORE + _SIGN * max(len(name), len(city)))
    return _DRAWN.substitute(lebar=wide, nama=safe(name), daerah=safe(city))
