"""The mark of a project that has no picture of its own: what it is called, and of which city."""

from __future__ import annotations

from monev.handouts.text_fit import fit, width
from monev.screen.draw import theme
from monev.screen.draw.html import Html, html

#: Pixels of a letter and of the least that can still be read, of the longest line, and a letter of a browser's own font
#: against one of Calibri.
_SIZE, _LEAST, _MOST, _WIDER = 13, 9, 150, 1.4


def drawn(name: str, city: str, get: theme.Get) -> Html:
    """An SVG of both in two lines, 32 pixels high, in the ink of both modes; what is too long is written smaller, and
    what would be too small is shortened."""
    sizes = [_size(line) for line in (name, city)]
    said = [fit(line, size, _MOST, 1, bold=True) for line, size in zip((name, city), sizes, strict=True)]
    wide = round(max(width(line, size, bold=True) for line, size in zip(said, sizes, strict=True)) * _WIDER) + 2
    light, dark = (theme.colour(get, mode, "ink") for mode in ("light", "dark"))
    return html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 32" width="{wide}" height="32"><style>'
        "text{{fill:{light};font:700 {size}px Arial,sans-serif}}{smaller}"
        "@media (prefers-color-scheme:dark){{text{{fill:{dark}}}}}</style>"
        '<text y="13">{name}</text><text y="29">{city}</text></svg>',
        wide=wide, size=_SIZE, light=light, dark=dark, name=said[0], city=said[1],
        smaller=html("").join(html("text:nth-of-type({}){{font-size:{}px}}", place, size)
                              for place, size in enumerate(sizes, 1) if size < _SIZE),
    )  # fmt: skip


def _size(line: str) -> float:
    """Pixels of a letter with which the line is no longer than it may be."""
    wide = width(line, _SIZE, bold=True)
    return _SIZE if wide <= _MOST else max(_LEAST, int(10 * _SIZE * _MOST / wide) / 10)
