"""How much room a text takes in Calibri, so that what is too long is shortened and never runs over its place."""

from __future__ import annotations

import re

#: A line of type in multiples of its size.
LINE = 1.2207
#: Widths of the bold letters from the blank to "~", in hundredths of the size; regular ones are never wider by more
#: than the reserve below.
_WIDTHS = (
    23, 33, 44, 50, 51, 73, 70, 23, 31, 31, 50, 50, 26, 31, 27, 43, 51, 51, 51, 51, 51, 51, 51, 51,
    51, 51, 28, 28, 50, 50, 50, 46, 90, 61, 56, 53, 63, 49, 46, 64, 63, 27, 33, 55, 42, 87, 66, 68,
    53, 69, 56, 47, 50, 65, 59, 91, 55, 52, 48, 32, 43, 32, 50, 50, 30, 49, 54, 42, 54, 50, 32, 47,
    54, 25, 26, 48, 25, 81, 54, 54, 54, 54, 36, 40, 35, 54, 47, 75, 46, 47, 40, 34, 48, 34, 50,
)  # fmt: skip
_RESERVE, _ANY = 1.02, 100


def width(text: str, size: float) -> float:
    """Points that a text takes in one line; letters whose width is not known here count as wide ones."""
    known = (ord(sign) - 32 for sign in text)
    return sum(_WIDTHS[place] if 0 <= place < len(_WIDTHS) else _ANY for place in known) * size / 100 * _RESERVE


def lines(text: str, size: float, room: float) -> list[str]:
    """The text in lines of at most `room` points; a word that is longer than a line breaks within."""
    done, line = [], ""
    for word in _words(text, size, room):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size) > room:
            done.append(line)
            longer = word
        line = longer
    return [*done, line] if line else done


def _words(text: str, size: float, room: float) -> list[str]:
    parts = []
    for word in text.split():
        part = ""
        for sign in word:
            if part and width(part + sign, size) > room:
                parts.append(part)
                part = ""
            part += sign
        parts.append(part)
    return parts


def fit(text: str, size: float, room: float, most: int) -> str:
    """The text, shortened so that it takes at most `most` lines; that something is left out is shown."""
    whole = " ".join(text.split())
    set_in = lines(whole, size, room)
    if len(set_in) <= most:
        return whole
    kept = " ".join(set_in[:most])
    while kept and (len(lines(f"{kept}…", size, room)) > most or kept[-1] in " ,;:.*"):
        kept = kept[:-1]
    return _closed(f"{kept}…")


def height(text: str, size: float, room: float) -> float:
    """Points that a text takes from the top of its first line to the foot of its last."""
    return len(lines(text, size, room)) * size * LINE


def plain(text: str) -> str:
    """A text without the stars that set parts of it bold."""
    return re.sub(r"\*\*([^*]+)\*\*", r"\1", text)


def _closed(text: str) -> str:
    """A shortened text whose last bold part was cut ends it itself."""
    return f"{text}**" if text.count("**") % 2 else text
