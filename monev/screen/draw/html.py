"""HTML that escapes by construction: a pattern written here, filled with values that are made safe on their way in."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from monev.words.safe_text import legible


class Html(str):
    """A piece of HTML that is safe as it is. With other HTML added it stays so; with anything else it is a mere text,
    which a pattern escapes."""

    __slots__ = ()

    def __add__(self, other: str) -> str:
        joined = str.__add__(self, other)
        return Html(joined) if isinstance(other, Html) else joined

    def join(self, pieces: Iterable[object]) -> Html:
        """The pieces, each made safe, with this between them."""
        return Html(str.join(self, map(safe, pieces)))


def safe(value: object) -> Html:
    """HTML as it is; any other value as text that is safe inside HTML and inside a quoted attribute; None is empty."""
    return value if isinstance(value, Html) else Html(escape(legible(value)))


def html(pattern: str, *values: object, **named: object) -> Html:
    """A `pattern` with its places {} filled; it is written out where this is called, never put together."""
    return Html(pattern.format(*map(safe, values), **{name: safe(value) for name, value in named.items()}))


def every(pattern: str, rows: Iterable[Iterable[object]]) -> Html:
    """A `pattern` filled once for each of the rows, one behind the other."""
    return Html("".join([pattern.format(*map(safe, row)) for row in rows]))
