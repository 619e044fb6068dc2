"""What stands where a content that points at a person was held back, and texts for programs without a sign of it."""

from __future__ import annotations

import re

#: The mark, also one with a number behind it; its group is what the content looked like.
MARK = re.compile(r"\(disembunyikan: ([^()]+)\)(?: \d+)?")
#: What stands for it within a sentence.
_LEFT_OUT = "…"


def mark(called: str) -> str:
    """What stands in the place of such a content, everywhere: "(disembunyikan: NIP)"."""
    return f"(disembunyikan: {called})"


def without(text: str) -> str | None:
    """The text as a program may read on in it: None where it is nothing but a mark."""
    return None if MARK.fullmatch(text.strip()) else MARK.sub(_LEFT_OUT, text)
