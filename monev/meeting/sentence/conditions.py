"""Parts of a spoken sentence that say when or whether something else happens: what stands there is no task."""

from __future__ import annotations

import re

#: Words with which such a part begins.
BEGINS = (
    r"\b(?:setelah|stlh|sesudah|ssdh|begitu|usai|pasca|sejak|kalau|kalo|klo|mun|bila|jika|apabila|seandainya|andai"
    r"|ketika)\b"
)


def inside(condition: re.Pattern, text: str, start: int, end: int) -> bool:
    """Whether what stands from sign `start` to before sign `end` lies within such a part."""
    return any(hit.start() < start and end <= hit.end() for hit in condition.finditer(text))
