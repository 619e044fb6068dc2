"""What lies on the disk, looked at once while a page is drawn: all parts of it show one and the same state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any

#: What was found in this run of a page; None outside of one: what a press of a button asks is always looked up.
_FOUND: ContextVar[dict[tuple, Any] | None] = ContextVar("found", default=None)


@contextmanager
def looked() -> Iterator[None]:
    """Keep what functions marked with `once` find, for as long as this lasts."""
    begun = _FOUND.set({}) if _FOUND.get() is None else None
    try:
        yield
    finally:
        if begun is not None:
            _FOUND.reset(begun)


def once(look: Callable[..., Any]) -> Callable[..., Any]:
    """A look at the disk that is not repeated within `looked`, for the same arguments; whoever asks changes nothing."""

    @wraps(look)
    def found(*of: object) -> Any:
        known = _FOUND.get()
        if known is None:
            return look(*of)
        key = (look, *of)
        if key not in known:
            known[key] = look(*of)
        return known[key]

    return found
