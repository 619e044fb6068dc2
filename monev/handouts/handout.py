"""What is taken home from a meeting: files made from the same snapshot as the pages, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from monev.handouts.source import Source

#: Is told how far the making of a file is: the share of it that is done (0 to 1), and what comes next, in words.
Tell = Callable[[float, str], None]


@dataclass(frozen=True)
class Handout:
    """One kind of file. `holds` says in one line what is in it; `write` makes its bytes."""

    code: str
    title: str
    holds: str
    suffix: str
    mime: str
    write: Callable[[Source, Tell], bytes]


def file_name(handout: Handout, source: Source) -> str:
    """The name under which a hand-out is saved: what it is, the day of its numbers, and the snapshot they are of."""
    simulated = "-simulasi" if source.facts["simulasi"] else ""
    return f"{handout.code}-{source.today:%Y-%m-%d}-{source.facts['id'][:6]}{simulated}.{handout.suffix}"
