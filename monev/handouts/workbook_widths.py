"""How wide the columns of a sheet are: as wide as their cells, and so that the sheet can be read on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Characters: the narrowest and widest column, and what all columns of a sheet may take together so that on landscape
#: A4, set to the width of the page, type of 11 points is printed no smaller than 9.
NARROW, WIDE, PAGE = 9, 52, 164
#: The same where a page is short of room: the least for any column, and the most for its longest word.
NARROWEST, WIDEST_WORD = 8, 22


def wider(known: tuple[int, int], own: tuple[int, int], breaks: bool) -> tuple[int, int]:
    """The widths of a column with one more cell; a number or a date stands in one line or not at all."""
    need, like = own
    return max(known[0], need if breaks else like), max(known[1], like)


def width(texts: Sequence[str]) -> tuple[int, int]:
    """Characters that a column needs for its longest word, and that it would like to have."""
    longest = max(len(line) for text in texts for line in text.splitlines() or [""])
    word = max((len(word) for text in texts for word in re.split(r"[\s/;]+", text)), default=0)
    return min(max(word + 3, NARROWEST), WIDEST_WORD), min(max(longest + 3, NARROW), WIDE)


def liked(widths: Sequence[tuple[int, int]]) -> list[float]:
    """As wide as each column likes to be."""
    return [float(like) for _, like in widths]


def fitted(widths: Sequence[tuple[int, int]]) -> list[float]:
    """As wide as each column likes to be; where all together would be printed too small, what is left of the page
    beyond their longest words goes to each by what it lacks."""
    needed, wanted = (sum(side) for side in zip(*widths, strict=True))
    if wanted <= PAGE:
        return liked(widths)
    share = max(PAGE - needed, 0) / max(wanted - needed, 1)
    shrunk = min(PAGE / needed, 1)
    return [(need + (like - need) * share) * shrunk for need, like in widths]
