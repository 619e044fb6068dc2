"""The mark of a project that has no picture of its own: what it is called, and of which city."""

from __future__ import annotations

from monev.handouts.text_fit import fit, width
from monev.screen.draw import theme
from monev.screen.draw.html import Html, html

#: Pixels of a letter, of the longest line, and a letter of a browser's own font against one of Calibri.
_SIZE, _MOST, _WIDER = 13, 150, 1.4


def drawn(name: str, city: str, get: theme.Get) -> Html:
    """An SVG of both in two lines, 32 pixels high, in the ink of both modes; what is too long is shortened."""
    said = [fit(line, _SIZE, _MOST, 1, bold=True) for line in (name, city)]
    wide = round(max(width(line, _SIZE, bold=True) for line in said) * _WIDER) + 2
    light, dark = (theme.colour(get, mode, "ink") for mode in ("light", "dark"))
    return html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 32" width="{wide}" height="32"><style>'
        "text{{fill:{light};font:700 {size}px Arial,sans-serif}}"
        "@media (prefers-color-scheme:dark){{text{{fill:{dark}}}}}</style>"
        '<text y="13">{name}</text><text y="29">{city}</text></svg>',
        wide=wide, size=_SIZE, light=light, dark=dark, name=said[0], city=said[1],
    )  # fmt: skip
