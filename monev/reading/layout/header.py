"""Where the header of a tab stands, and which column of the contract each of its cells names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from monev.reading.layout.title_hints import namer
from monev.reading.layout.titles import Meaning, plain, says_scale, unit_or_scale, without_unit
from monev.sheets import Value, is_blank

__all__ = ["LONGEST", "Header", "Title", "find", "plain", "says_scale", "without_unit"]

#: How far down a header is looked for first; below that only where these rows hold none.
TOP_ROWS = 100
#: A row is a header if it names at least two columns, and this share of what the best row names.
FEWEST, SHARE = 2, 0.6
#: Rows that one header can have.
MOST_ROWS = 3
#: A longer text is prose, not the title of a column.
LONGEST = 120

_NOTE = re.compile(r"[^\W\d_]|[%(\[]")

NameOf = Callable[[str], Meaning]


@dataclass(frozen=True)
class Title:
    """One cell of the header.

    `index` from 0, `row` the sheet row it stands in, `name` the column of the contract or None, `scaled`
    whether it says that its numbers are in thousands, millions or the like, `meant` the columns among which it
    leaves the choice, `hinted` whether it has its name only without a hint behind it.
    """

    index: int
    row: int
    written: str
    name: str | None
    scaled: bool
    meant: tuple[str, ...] = ()
    hinted: bool = False


@dataclass(frozen=True)
class Header:
    """The sheet rows of the header and its titles from left to right."""

    rows: tuple[int, ...]
    titles: tuple[Title, ...]


def find(
    rows: Sequence[Sequence[Value]],
    columns: Mapping[str, str],
    also: Mapping[str, Sequence[str]] | None = None,
    choices: Mapping[str, Sequence[str]] | None = None,
) -> Header | None:
    """The header of a tab, or None. `columns` is name -> title; a cell may bear either, or one of the titles `also`;
    `choices` is name -> what its cells may hold, which a hint behind its title may list.

    The first row counts that names nearly as many columns as the best one, so that a header with a slip is
    not passed over for its repetition on the next printed page.
    """
    name_of = namer(columns, also or {}, choices or {})
    for reach in (TOP_ROWS, len(rows)):
        found = [_best(rows, at, name_of) for at in range(min(reach, len(rows)))]
        enough = max(FEWEST, SHARE * max(map(_named, found), default=0))
        for titles in found:
            if _named(titles) >= enough:
                return _with_units(rows, _plainest(titles))
        if reach >= len(rows):
            break
    return None


def _plainest(titles: Sequence[Title]) -> list[Title]:
    """Titles with a hint only where no other bears the name without one."""
    plainly = {title.name for title in titles if title.name and not title.hinted}
    return [replace(title, name=None) if title.hinted and title.name in plainly else title for title in titles]


def _named(titles: Sequence[Title]) -> int:
    return len({title.name for title in titles if title.name})


def _texts(row: Sequence[Value]) -> dict[int, str]:
    return {
        index: value
        for index, value in enumerate(row)
        if isinstance(value, str) and len(value) <= LONGEST and not is_blank(value)
    }


def _best(rows: Sequence[Sequence[Value]], at: int, name_of: NameOf) -> list[Title]:
    """The titles of this row, or of this and the next ones together if that names more than any of them alone."""
    best = _single(rows, at, name_of)
    for last in range(at + 1, min(at + MOST_ROWS, len(rows))):
        # A row of data under the header holds other words than titles do.
        if any(not isinstance(value, str | None) for value in rows[last]) or not _could_be(rows[at], rows[last]):
            break
        parts = [_single(rows, one, name_of) for one in range(at + 1, last + 1)]
        if not any(map(_named, (best, *parts))):
            continue
        fewer = [best, *parts, *([_stacked(rows, at + 1, last, name_of)] if last > at + 1 else [])]
        together = _stacked(rows, at, last, name_of)
        if _named(together) > max(map(_named, fewer)):
            best = together
    return best


def _could_be(upper: Sequence[Value], lower: Sequence[Value]) -> bool:
    """Whether two rows can be parts of one header: the lower one holds no text that begins with a digit."""
    return any(not is_blank(value) for value in upper) and not any(
        isinstance(value, str) and value.lstrip()[:1].isdigit() for value in lower
    )


def _single(rows: Sequence[Sequence[Value]], at: int, name_of: NameOf) -> list[Title]:
    return [_title(index, at + 1, text, name_of(text)) for index, text in _texts(rows[at]).items()]


def _title(index: int, row: int, text: str, meaning: Meaning, scaled: bool = False) -> Title:
    return Title(index, row, text, meaning.name, scaled or meaning.scaled, meaning.meant, meaning.hinted)


def _stacked(rows: Sequence[Sequence[Value]], first: int, last: int, name_of: NameOf) -> list[Title]:
    return list(_levels([_texts(rows[at]) for at in range(first, last + 1)], first, name_of))


def _levels(levels: Sequence[dict[int, str]], first: int, name_of: NameOf) -> Iterator[Title]:
    """A header in two or three rows: `Peserta` over `Laki-laki`, `Perempuan`; of merged cells the first is filled.

    A title reaches to the right until the next one of its row, or until a title of a row above begins.
    """
    over = [""] * len(levels)
    for index in sorted(set().union(*levels)):
        for depth, texts in enumerate(levels):
            if index in texts:
                over[depth + 1 :] = [""] * (len(levels) - depth - 1)
                over[depth] = texts[index]
        deepest = max(depth for depth, texts in enumerate(levels) if index in texts)
        own = levels[deepest][index]
        parts = [text for text in over[: deepest + 1] if text]
        joins = [" ".join(parts[start:]) for start in range(len(parts))]
        if len(parts) == MOST_ROWS:
            joins.insert(1, f"{parts[0]} {parts[2]}")
        if len(parts) > 1:  # SP2D over Nomor
            joins.insert(len(joins) - 1, f"{parts[-1]} {parts[-2]}")
        named = next(((text, said) for text in joins if (said := name_of(text)).name or said.meant), None)
        text, said = named or (joins[0], name_of(joins[0]))
        scaled = any(without_unit(part)[1] for part in parts)
        begins = any(index in texts for texts in levels[:deepest])
        yield _title(index, first + deepest + 1, joins[0] if begins or named is None else text or own, said, scaled)


def _with_units(rows: Sequence[Sequence[Value]], titles: Sequence[Title]) -> Header:
    """The header with the row of units under it, if there is one: a scale may stand there as well."""
    first, last = min(title.row for title in titles), max(title.row for title in titles)
    header_rows = tuple(range(first, last + 1))
    under = rows[last] if last < len(rows) else []
    filled = {index: value for index, value in enumerate(under) if not is_blank(value)}
    kinds = {
        index: unit_or_scale(value) if isinstance(value, str) and _NOTE.search(value) else None
        for index, value in filled.items()
    }
    if not filled or not all(kinds.values()):
        return Header(header_rows, tuple(titles))
    joined = []
    for title in titles:
        scaled = title.scaled or kinds.get(title.index) == "scale"
        unit = f" {filled[title.index]}" if title.index in filled else ""
        joined.append(replace(title, written=title.written + unit, scaled=scaled))
    return Header((*header_rows, last + 1), tuple(joined))
