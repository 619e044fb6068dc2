"""Why a row of a tab is layout: titles, header, numbering, blank lines, sections, totals, signatures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from monev.layout.columns import TabContract, at, same_cell
from monev.layout.header import Header, Title, plain
from monev.sheets import Value, is_blank

BLANK, TITLE, HEAD, NUMBERING = "kosong", "judul", "kepala", "penomoran"
ONE_CELL, TOTAL, SIGNATURE = "satu sel", "jumlah", "tanda tangan"

#: A signature line has no more filled cells than this: place and date at the left, office at the right.
SIGNATURE_CELLS = 2

_TOTAL = re.compile(r"[\W_]*(?:jumlah|total|sub[\s_.-]*total)(?![^\W_])", re.I)
_SPACED_TOTAL = frozenset({"jumlah", "total", "subtotal"})
_DASHES = frozenset({"-", "--", "–", "—"})
_NIHIL = frozenset({"nihil", "tidakada", "tdkada"})
_NUMBER = re.compile(r"(\()?(\d{1,3})(?:=[\d+*/x:().-]+)?(?(1)\))")


def says_nihil(value: Value) -> bool:
    """Whether the cell says that there is none."""
    return isinstance(value, str) and len(value) < 40 and plain(value).rstrip(".") in _NIHIL


def reasons(
    rows: Sequence[Sequence[Value]], head: Header, places: Mapping[str, int], contract: TabContract
) -> Iterator[str | None]:
    """For every row why it is layout, or None for data. `places` is name -> index of the titles found."""
    required = [index for name, index in places.items() if contract.columns[name].required]
    keys = [places[name] for name in contract.key if name in places]
    printed = [dict(enumerate(rows[number - 1])) for number in head.rows]
    # Without any required column nothing tells where the table ends, and no row is taken for a signature.
    full = [number for number, row in enumerate(rows, start=1) if _half_filled(row, required)]
    last = max([head.rows[-1], *full]) if required else len(rows)
    for number, row in enumerate(rows, start=1):
        reason = plain_reason(row, head.titles)
        if number in head.rows:
            yield HEAD
        elif number < head.rows[0]:
            early = reason is None and _half_filled(row, required) and any(map(_is_figure, row))
            yield (None if early and not _is_total(row, keys) else reason if reason in (BLANK, NUMBERING) else TITLE)
        elif reason is not None:
            yield reason
        elif any(_repeats(row, cells) for cells in printed):
            yield HEAD
        elif _is_total(row, keys):
            yield TOTAL
        else:
            after = number > last and _filled(row) <= SIGNATURE_CELLS
            nihil = contract.key[0] in places and says_nihil(at(row, places[contract.key[0]]))
            yield SIGNATURE if after and not nihil else None


def plain_reason(row: Sequence[Value], head_titles: Sequence[Title]) -> str | None:
    """What a row is by itself, whatever its columns mean."""
    filled = [value for value in row if not is_blank(value)]
    if len(filled) < 2:
        return ONE_CELL if filled else BLANK
    return NUMBERING if _is_numbering(filled, len(head_titles)) else None


def _filled(row: Sequence[Value]) -> int:
    return sum(not is_blank(value) for value in row)


def _half_filled(row: Sequence[Value], required: Sequence[int]) -> bool:
    return bool(required) and 2 * sum(not is_blank(at(row, index)) for index in required) >= len(required)


def _is_figure(value: Value) -> bool:
    """A number, a date, or text that begins as one: what data has and a second line of titles has not."""
    return value is not None and (not isinstance(value, str) or plain(value[:20])[:1].isdigit())


def _is_numbering(filled: Sequence[Value], columns: int) -> bool:
    """(1) (2) (3), also `(4=2+3)`. Without brackets it counts from 1, under half of the columns at least."""
    numbers = []
    for value in filled:
        text = plain(value) if isinstance(value, str) and len(value) < 40 else str(value)
        number = _NUMBER.fullmatch(text)
        if number is None or isinstance(value, bool):
            return False
        numbers.append((int(number[2]), bool(number[1])))
    counted = [number for number, _ in numbers]
    if all(bracket for _, bracket in numbers):
        # Whoever moves a column moves its number along: the numbers count, in whatever order.
        climbs = all(one < other for one, other in itertools.pairwise(counted))
        return climbs or sorted(counted) == list(range(1, len(counted) + 1))
    return counted == list(range(1, len(counted) + 1)) and 2 * len(counted) >= max(columns, 4)


def _is_total(row: Sequence[Value], keys: Sequence[int]) -> bool:
    """The row begins with the word, and its key is blank or begins with it too ("Jumlah Kec. Timur")."""
    if not _says_total(next(value for value in row if not is_blank(value))):
        return False
    return all(_names_nothing(at(row, index)) or _says_total(at(row, index)) for index in keys)


def _names_nothing(value: Value) -> bool:
    return is_blank(value) or (isinstance(value, str) and plain(value[:10]) in _DASHES)


def _says_total(value: Value) -> bool:
    if not isinstance(value, str):
        return False
    return _TOTAL.match(value) is not None or plain(value[:40]) in _SPACED_TOTAL


def _repeats(row: Sequence[Value], printed: Mapping[int, Value]) -> bool:
    """The header once more, as at the top of a printed page."""
    filled = [(index, value) for index, value in enumerate(row) if not is_blank(value)]
    return all(index in printed and same_cell(value, printed[index]) for index, value in filled)
