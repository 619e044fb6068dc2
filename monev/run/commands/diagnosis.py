"""One thing that the doctor looked at."""

from __future__ import annotations

from dataclasses import dataclass

GOOD, LOOK, BAD = "baik", "perhatian", "gagal"


@dataclass(frozen=True)
class Check:
    """`about` whom, how it stands (GOOD, LOOK, BAD), what was seen, what to do."""

    about: str
    state: str
    seen: str
    todo: str = ""
