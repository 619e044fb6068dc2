"""What the threads of one finding say of it, and which of them counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.sheets.google import comments
from monev.sheets.google.comments import Post, Thread
from monev.sync.told import text
from monev.sync.told.record import Kept
from monev.sync.told.wanted import Told
from monev.words import clock


def current(found: Sequence[Thread], kept: Kept) -> Thread:
    """The thread in which a finding is told: an open one, and of several the one that was seen before."""
    return max(found, key=lambda one: (one.open, one.id == kept.thread, str(one.head.at or "")))


def stays(told: Told, one: Thread, kept: Kept) -> bool:
    """Whether a comment that told of several columns stays where it is, whichever of its cells are left."""
    return one.id == kept.wide and one.cell is not None and one.cell[0] == told.number


def posts(found: Sequence[Thread]) -> list[str]:
    """Ids of our posts."""
    return [post.id for one in found for post in one.posts if post.own]


def newest(thread: Thread) -> Post | None:
    """Our post that says how the finding stands."""
    said = [post for post in thread.posts if post.own and post.action != comments.RESOLVE and post.text
            and not post.text.startswith(text.PARTLY)]  # fmt: skip
    return said[-1] if said else None


def partly(thread: Thread, said: Post | None) -> Post | None:
    """Our reply behind that post (`said`) which tells what is left of several cells."""
    behind = thread.posts[thread.posts.index(said) + 1 :] if said else ()
    return next((post for post in behind if post.own and post.text.startswith(text.PARTLY)), None)


def city(moment: dt.datetime) -> dt.datetime:
    """A moment of Google's by the city's clock."""
    return moment.astimezone(clock.zone()).replace(tzinfo=None)
