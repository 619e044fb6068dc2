"""How much room a text takes in Calibri, so that what is too long is shortened and never runs over its place.

In every text **pairs** are bold, and take no room themselves.
"""

from __future__ import annotations

import re

from monev.words.spoken import BOLD, plain

#: A line of type in multiples of its size.
LINE = 1.2207
#: Widths of the letters from the blank to "~", regular and bold, in hundredths of the size.
_REGULAR = (
    23, 33, 40, 50, 51, 71, 68, 22, 30, 30, 50, 50, 25, 31, 25, 39, 51, 51, 51, 51, 51, 51, 51, 51,
    51, 51, 27, 27, 50, 50, 50, 46, 89, 58, 54, 53, 62, 49, 46, 63, 62, 25, 32, 52, 42, 85, 65, 66,
    52, 67, 54, 46, 49, 64, 57, 89, 52, 49, 47, 31, 39, 31, 50, 50, 29, 48, 53, 42, 53, 50, 31, 47,
    53, 23, 24, 45, 23, 80, 53, 53, 53, 53, 35, 39, 33, 53, 45, 71, 43, 45, 40, 31, 46, 31, 50,
)  # fmt: skip
_BOLD = (
    23, 33, 44, 50, 51, 73, 70, 23, 31, 31, 50, 50, 26, 31, 27, 43, 51, 51, 51, 51, 51, 51, 51, 51,
    51, 51, 28, 28, 50, 50, 50, 46, 90, 61, 56, 53, 63, 49, 46, 64, 63, 27, 33, 55, 42, 87, 66, 68,
    53, 69, 56, 47, 50, 65, 59, 91, 55, 52, 48, 32, 43, 32, 50, 50, 30, 49, 54, 42, 54, 50, 32, 47,
    54, 25, 26, 48, 25, 81, 54, 54, 54, 54, 36, 40, 35, 54, 47, 75, 46, 47, 40, 34, 48, 34, 50,
)  # fmt: skip
_NARROWEST = min(_REGULAR)
#: Any other letter is as wide as this; the reserve is for office programs that set a little wider.
_ANY, _RESERVE = 100, 1.015
_STARS = "**"
#: Where a line may end; a blank that holds a number and its unit together is none of these.
_BLANK = re.compile(r"[ \t\r\n\f\v]+")
_HELD = "\u00a0"


def width(text: str, size: float, bold: bool = False) -> float:
    """Points that a text takes in one line."""
    points = 0
    for number, part in enumerate(BOLD.split(text)):
        known = _BOLD if bold or number % 2 else _REGULAR
        points += sum(known[ord(sign) - 32] if " " <= sign <= "~" else _ANY for sign in part.replace(_HELD, " "))
    return points * size / 100 * _RESERVE


def lines(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """The text in lines of at most `room` points; a word that is longer than a line breaks within."""
    done, line = [], ""
    for word in _words(text, size, room, bold):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold) > room:
            done.append(line)
            longer = word
        line = longer
    return [*done, line] if line else done


def fit(text: str, size: float, room: float, most: int, bold: bool = False, tail: str = "") -> str:
    """The text and, behind it, `tail`; shortened so that both take at most `most` lines. That something was left out is
    shown; the tail stays whole.
    """
    text = _beginning(text, int(most * room * 100 / (size * _NARROWEST)))
    whole = _BLANK.sub(" ", f"{text} {tail}").strip(" ")
    if len(lines(whole, size, room, bold)) <= most:
        return whole
    words = _words(text, size, room, bold)
    for count in range(len(words) - 1, 0, -1):
        kept = f"{_ended(' '.join(words[:count]))} {tail}".strip()
        if len(lines(kept, size, room, bold)) <= most:
            return kept
    return tail or "…"


def height(text: str, size: float, room: float, bold: bool = False) -> float:
    """Points that a text takes from the top of its first line to the foot of its last."""
    return len(lines(text, size, room, bold)) * size * LINE


def held(text: str) -> str:
    """A text that stays in one line, such as a number with its unit."""
    return text.replace(" ", _HELD)


def _beginning(text: str, signs: int) -> str:
    """No more of a text than could have room, so that a page pasted into a cell is measured as fast as a word. What
    is bold where it is cut ends there; one sign more than there is room for shows that something was left out.
    """
    if len(text) <= 2 * signs:  # stars take no room
        return text
    cut = text[: 2 * signs].rstrip("*")
    return cut + _STARS if cut.count(_STARS) % 2 else cut


def _words(text: str, size: float, room: float, bold: bool) -> list[str]:
    """The words, each with stars of its own; one that is longer than a line comes in pieces."""
    own = BOLD.sub(lambda pair: " ".join(f"{_STARS}{word}{_STARS}" for word in _BLANK.split(pair[1]) if word), text)
    return [piece for word in _BLANK.split(own.strip(" ")) if word for piece in _pieces(word, size, room, bold)]


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    if width(word, size, bold) <= room:
        return [word]
    # Too long a word is rare enough to be set without bold.
    pieces, piece = [], ""
    for sign in plain(word):
        if piece and width(piece + sign, size, True) > room:
            pieces.append(piece)
            piece = ""
        piece += sign
    return [*pieces, piece]


def _ended(text: str) -> str:
    """A shortened text with the sign that it is, inside its last bold part where it ends with one."""
    bold = _STARS if text.endswith(_STARS) else ""
    return text.removesuffix(bold).rstrip(" ,;:.") + "…" + bold
