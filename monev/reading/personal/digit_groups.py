"""Groups of digits that stand beside each other and may be one number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

#: What parts the groups of one number without doubt, and what parts those of letters, times and tables as well.
_CHAIN = re.compile(r"\d+(?:[ ._()\[\]\-]{1,3}\d+)*")
_WIDE_CHAIN = re.compile(r"\d+(?:[ ._()\[\]\-/\\|:·]{1,3}\d+)*")
_WIDE = re.compile(r"[/\\|:·]")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
#: Numbers of a list lie no further from each other.
_STEP = 50


@dataclass(frozen=True)
class Groups:
    """Groups of digits beside each other, what parts them, and the two signs before the first and behind the last."""

    digits: tuple[str, ...]
    parts: tuple[str, ...]
    before: str
    after: str

    @property
    def whole(self) -> str:
        return "".join(self.digits)

    @property
    def lengths(self) -> list[int]:
        return [len(one) for one in self.digits]

    @property
    def sums(self) -> list[int]:
        """How many digits there are up to the end of each group."""
        return [sum(self.lengths[:count]) for count in range(1, len(self.digits) + 1)]

    @property
    def evenly(self) -> bool:
        """Whether they are all parted alike."""
        return len(set(self.parts)) == 1

    @property
    def is_money(self) -> bool:
        """1.234.567 and 1 234 567: no number of a person begins with a few digits and goes on by threes, but one
        that begins with a zero or a plus sign."""
        first, *others = self.lengths
        threes = bool(others) and first <= 3 and set(others) == {3}
        return threes and self.digits[0][0] != "0" and self.before[-1:] != "+"

    @property
    def starts(self) -> range:
        """The groups in which a number may begin: within an amount (1.081.000.000.000) that is the first one."""
        first, *others = self.digits
        threes = {len(group) for group in others} == {3} and set(self.parts) in ({"."}, {" "})
        return range(1 if threes and first[0] != "0" and len(first) <= 3 else len(self.digits))

    @property
    def is_list(self) -> bool:
        """001 002 003 and 0812/0813/0814: it begins with three numbers in their order, of one length."""
        first = self.digits[:3]
        if len(first) < 3 or len({len(one) for one in first}) > 1:
            return False
        return all(0 < int(after) - int(one) <= _STEP for one, after in pairwise(first))

    @property
    def is_of_letter(self) -> bool:
        """Parted by slashes and within a number of a letter: 0812/0345/2024, 0812/123456/BKPSDM, B.0812/345678."""
        slashes = [place for place, part in enumerate(self.parts, start=1) if part.strip() in ("/", "\\")]
        if not slashes:
            return False
        around = self.before[-1:] in ("/", "\\") or self.after[:1] in ("/", "\\")
        coded = re.fullmatch(r"[^\W\d][-./]", self.before) or re.match(r"[-.][^\W\d]", self.after)
        return bool(around or coded or any(_YEAR.fullmatch(self.digits[place]) for place in slashes))


def chains(text: str, wide: bool = False) -> Iterator[Groups]:
    """Groups of digits that stand beside each other, the longest way; `wide`: also those that slashes, bars and the
    like part."""
    for chain in (_WIDE_CHAIN if wide else _CHAIN).finditer(text):
        pieces = re.split(r"(\D+)", chain[0])
        before, after = text[max(0, chain.start() - 2) : chain.start()], text[chain.end() : chain.end() + 2]
        yield Groups(tuple(pieces[::2]), tuple(pieces[1::2]), before, after)


def both_ways(text: str) -> Iterator[Groups]:
    """All chains, and then those that only slashes, bars and the like hold together."""
    yield from chains(text)
    if _WIDE.search(text):
        yield from (chain for chain in chains(text, wide=True) if any(map(_WIDE.search, chain.parts)))


def window(chain: Groups, first: int, last: int) -> Groups:
    """The groups of the chain from the first to the last place, this one included."""
    return Groups(
        chain.digits[first : last + 1],
        chain.parts[first:last],
        chain.parts[first - 1] if first else chain.before,
        chain.parts[last] if last < len(chain.parts) else chain.after,
    )
