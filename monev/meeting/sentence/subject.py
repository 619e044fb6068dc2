"""Which number a spoken sentence is about, by the words that belong to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence


def subject(sentence: str, words: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    """The code of the number, and the longest of its words that the sentence holds; None where it holds none.

    `words` are by code, the more urgent number first: of two that fit alike it is meant. What a sentence says of one
    more closely counts more: words are weighed by their length, each place of the sentence once.
    """
    best: tuple[int, str, str] | None = None
    for code, own in words.items():
        hits = _hits(sentence, own)
        weight = sum(map(len, hits))
        if hits and (best is None or weight > best[0]):
            best = weight, code, max(hits, key=len)
    return best[1:] if best else None


def _hits(sentence: str, own: Sequence[str]) -> list[str]:
    """What stands in the sentence of a number's words; one that lies in a longer one is that one."""
    taken: list[tuple[int, int]] = []
    for word in sorted(own, key=len, reverse=True):
        # "laporan bulan Oktober puskesmas" is of "laporan puskesmas": a word or two may stand between.
        pattern = r"[\s-]+(?:[\w.]+\s+){0,2}?".join(map(re.escape, word.split()))
        for hit in re.finditer(rf"(?<!\w)(?:ke|pe|di|se)?{pattern}(?:nya|lah)?(?!\w)", sentence, re.IGNORECASE):
            if all(hit.end() <= start or end <= hit.start() for start, end in taken):
                taken.append(hit.span())
                break
    return [sentence[start:end] for start, end in taken]
