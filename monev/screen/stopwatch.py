"""How long each point of the meeting has been spoken on, as one short text that an address can carry.

Kept in the address it outlives F5 and a lost connection, and whoever opens the address takes the meeting over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

#: A clock that began longer ago belongs to another meeting; in seconds.
OLDEST = 12 * 60 * 60
#: Seconds that the clocks of two machines may differ, or that one may be set back while a meeting is on.
AHEAD = 60 * 60


@dataclass(frozen=True)
class Clock:
    """`point` is the one that runs, counted from 0; `since` when it began to, in whole seconds since 1970 UTC; `used`
    the seconds that each point had taken before that.
    """

    point: int
    since: int
    used: tuple[int, ...]

    def turned(self, point: int, at: int) -> Clock:
        """The clock once the meeting goes to another point, at the second `at`."""
        if point == self.point:
            return self
        used = [*self.used]
        used[self.point] += max(at - self.since, 0)
        return Clock(point, at, tuple(used))

    def anew(self, at: int) -> Clock:
        """The clock with the running point counted from the beginning."""
        used = [*self.used]
        used[self.point] = 0
        return replace(self, since=at, used=tuple(used))

    def __str__(self) -> str:
        return f"{self.point + 1}.{self.since}.{'-'.join(map(str, self.used))}"


def begun(point: int, points: int, at: int) -> Clock:
    """A clock of a meeting of so many points that begins with one of them now."""
    return Clock(point, at, (0,) * points)


def read(text: str, points: int, at: int) -> Clock | None:
    """The clock that a text names; None where it names none of a meeting of so many points, or an old one."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,12})\.(\d{1,5}(?:-\d{1,5})*)", text, re.ASCII)
    if not found:
        return None
    point, since, used = int(found[1]) - 1, int(found[2]), tuple(map(int, found[3].split("-")))
    fits = 0 <= point < points and len(used) == points and at - OLDEST <= since <= at + AHEAD
    return Clock(point, since, used) if fits else None
