"""The mark of a project that has no picture of its own: what it is called, and of which city."""

from __future__ import annotations

from monev.handouts.text_fit import fit, width
from monev.screen.draw.html import Html, html

#: Pixels of a letter, of the longest line, and a letter of a browser's own font against one of Calibri.
_SIZE, _MOST, _WIDER = 13, 150, 1.4
_LOOK = Html("text{fill:#1B1830;font:700 13px Arial,sans-serif}@media (prefers-color-scheme:dark){text{fill:#F2F0F8}}")


def drawn(name: str, city: str) -> Html:
    """An SVG of both in two lines, 32 pixels high; what is too long is shortened."""
    said = [fit(line, _SIZE, _MOST, 1, bold=True) for line in (name, city)]
    wide = round(max(width(line, _SIZE, bold=True) for line in said) * _WIDER) + 2
    return html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 32" width="{wide}" height="32">'
        '<style>{look}</style><text y="13">{name}</text><text y="29">{city}</text></svg>',
        wide=wide, look=_LOOK, name=said[0], city=said[1],
    )  # fmt: skip
