"""Where there is room inside the outline of a place: for a label, and for a line along its inside."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

Point = tuple[float, float]
#: Corners in order, the first not repeated at the end.
Ring = tuple[Point, ...]

#: The search for room: points across the box around a ring, and how often it looks closer around the best.
ACROSS, CLOSER = 12, 4
#: Corners as counted along a ring, at least; the more, the more exact the room.
ALONG = 120


class Room(NamedTuple):
    """The middle of the largest box of a given form inside a ring, and the height of that box."""

    x: float
    y: float
    height: float


def area(ring: Ring) -> float:
    """The area within; negative where the corners run clockwise."""
    return sum(a * d - c * b for (a, b), (c, d) in _sides(ring)) / 2


def inside(ring: Ring, x: float, y: float) -> bool:
    """Whether the point lies within the ring."""
    crossed = False
    for (a, b), (c, d) in _sides(ring):
        if (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a):
            crossed = not crossed
    return crossed


@lru_cache(maxsize=4096)
def room(ring: Ring, form: float) -> Room:
    """The largest upright box, `form` times as wide as high, that lies inside the ring.

    Its middle is a pole of inaccessibility: the point farthest from the ring, where distance is measured by
    boxes of that form instead of circles. Found on a grid that becomes finer around the best point.
    """
    # Made narrow by its form, the box is a square and the ring a row of points that it must not reach.
    rim = [(x / form, y) for x, y in _along(ring, _length(ring) / ALONG)]
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    step_x, step_y = (right - left) / ACROSS, (high - low) / ACROSS
    tried = [(left + (i + 0.5) * step_x, low + (j + 0.5) * step_y) for i in range(ACROSS) for j in range(ACROSS)]
    best = Room(*ring[0], 0.0)
    for turn in range(CLOSER + 1):
        for x, y in tried:
            reach = _reach(rim, x / form, y, best.height / 2)
            if reach > best.height / 2 and inside(ring, x, y):
                best = Room(x, y, reach * 2)
        step = 0.5 ** (turn + 1)
        tried = [(best.x + i * step * step_x, best.y + j * step * step_y) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return best


def _reach(rim: list[Point], x: float, y: float, enough: float) -> float:
    """Half the side of the square around a point that just reaches the rim; 0 up to `enough`."""
    least = math.inf
    for a, b in rim:
        far = max(abs(a - x), abs(b - y))
        if far < least:
            if far <= enough:
                return 0.0
            least = far
    return least


@lru_cache(maxsize=256)
def inset(ring: Ring, distance: float) -> list[Point]:
    """The closed line inside the ring at a distance; where the ring is too narrow it cuts across."""
    turned = ring if area(ring) > 0 else ring[::-1]
    rim = list(_along(turned, max(distance / 2, _length(ring) / 600)))
    line = []
    for (a, b), (c, d) in zip(rim, rim[1:] + rim[:1], strict=True):
        long = math.hypot(c - a, d - b)
        if not long:
            continue
        x, y = (a + c) / 2 - (d - b) / long * distance, (b + d) / 2 + (c - a) / long * distance
        # In an inner corner the moved points cross over: those come nearer to another part of the ring.
        if all(math.hypot(x - e, y - f) >= distance * 0.95 for e, f in rim):
            line.append((x, y))
    return line + line[:1]


def _sides(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, ring[1:] + ring[:1], strict=True)


def _length(ring: Ring) -> float:
    return sum(math.dist(start, end) for start, end in _sides(ring))


def _along(ring: Ring, step: float) -> Iterator[Point]:
    """The corners and points between them, no farther apart than `step`."""
    for (a, b), (c, d) in _sides(ring):
        parts = max(1, math.ceil(math.hypot(c - a, d - b) / step))
        for part in range(parts):
            yield a + (c - a) * part / parts, b + (d - b) * part / parts
