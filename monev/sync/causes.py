"""One cause, one finding: what is wrong in the same way in many cells is told once, with all of them behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from monev.words import to_mend, words

Row = Mapping[str, Any]

#: From how many cells on findings of one column are one: with the very same words, and with words that differ only in
#: what they quote, which are more useful one by one while they are few.
SAME, ALIKE = 2, 4
#: From how many columns of a tab on the same words are one finding about the tab.
COLUMNS = 3
#: What the findings of a group said and advised, each once; what the first of them did.
SAID, FIRST = "ucapan", "ucapan_pertama"
#: Names of columns that a finding about several of them lists.
MOST_NAMED = 4

_QUOTED = re.compile(r"“[^”]*”")
_NAME = re.compile(r"(?<=[\w,;:] )(?:[A-Z][\w'./-]*)(?: [A-Z][\w'./-]*)*")
_FIGURE = re.compile(r"\d[\d.,/-]*")


def cause(row: Row, title: str = "") -> str:
    """The reason of a finding without what it quotes: names, figures, dates, and the `title` of its own column."""
    said = row["alasan"].replace(title, "#") if title else row["alasan"]
    return _FIGURE.sub("#", _NAME.sub("#", _QUOTED.sub("#", said)))


def gathered(
    found: Iterable[Row], titles: Mapping[tuple[str, str, str], str], before: Collection[tuple] = ()
) -> list[dict]:
    """The findings (columns of finding.TYPES, and `asal`), those of one cause as one; `sebab` is added to each.

    `titles` gives the title of a column by agency, tab and name. A gathered finding stands at its first cell; its
    `baris_semua` and `sel_semua` list all of them. What was one `before` (`same` of it) stays one while two are left.
    """
    rows = [
        dict(row) | {
            "sebab": cause(row, titles.get((row["instansi"], row["tab"], row["kolom"]), "")),
            SAID: {(row["alasan"], row["saran"])},
        }
        for row in found
    ]  # fmt: skip
    rows = _by(rows, _exactly, SAME, titles)
    rows = _by(rows, _in_column, ALIKE, titles, before)
    return [_of_all(row) for row in _by(rows, _in_tab, COLUMNS, titles, before)]


def same(row: Row) -> tuple:
    """By what a gathered finding is known in the next snapshot, whichever of its cells are left."""
    return row["instansi"], row["tab"], row["kolom"], row.get("asal"), row.get("sebab")


def _of_all(row: dict) -> dict:
    """A gathered finding says of all its cells what happens meanwhile."""
    rows = row["baris_semua"]
    return row | {"akibat": to_mend.of_many(row["akibat"], len(rows), len(set(rows)))} if len(rows) > 1 else row


def _common(row: Row) -> tuple:
    return row["instansi"], row["tab"], row["bobot"], row["akibat"], row["konfirmasi"], row.get("asal"), row["sebab"]


def _exactly(row: Row) -> tuple | None:
    if row["baris"] is None or row["kolom"] is None:
        return None
    return *_common(row), row["kolom"], row["alasan"], row["saran"]


def _in_column(row: Row) -> tuple | None:
    return None if row["baris"] is None or row["kolom"] is None else (*_common(row), row["kolom"])


def _in_tab(row: Row) -> tuple | None:
    # What a check says is about its column; what reading says may be true of many columns alike.
    return None if row["baris"] is None or row["kolom"] is None or row.get("asal") else _common(row)


def _by(
    rows: list[dict], key: Callable[[Row], tuple | None], fewest: int, titles: Mapping[tuple[str, str, str], str],
    before: Collection[tuple] = (),
) -> list[dict]:  # fmt: skip
    groups: dict[tuple, list[dict]] = defaultdict(list)
    for place, row in enumerate(rows):
        named = key(row)
        groups[("alone", place) if named is None else named].append(row)
    gathered = []
    for group in groups.values():
        # Of rows gathered before, each counts with all its cells, but a tab is told of by its columns.
        columns = {row["kolom"] for row in group}
        weight = len(columns) if key is _in_tab else sum(len(row["baris_semua"] or [1]) for row in group)
        was_one = same(group[0] | ({"kolom": None} if key is _in_tab else {})) in before
        gathered += [_one(group, titles)] if len(group) > 1 and (was_one or weight >= fewest) else group
    return gathered


def _one(group: list[dict], titles: Mapping[tuple[str, str, str], str]) -> dict:
    """The group as the finding of its first cell; to_mend.reason knows how its reason begins."""
    group = sorted(group, key=lambda row: (row["baris"], row["sel"] or ""))
    first, columns = group[0], list(dict.fromkeys(row["kolom"] for row in group))
    cells = sorted({cell for row in group for cell in _cells(row)}, key=lambda cell: (cell[0], len(cell[1]), cell[1]))
    numbers = sorted({number for number, _ in cells})
    told = set().union(*(row[SAID] for row in group))
    said, write = next(iter(first[SAID])) if len(first[SAID]) == 1 else first[FIRST]
    spot = first["sel"] or f"baris {first['baris']}"
    many = f"{words.number(len(numbers))} baris" if len(columns) == 1 else f"{words.number(len(cells))} sel"
    where = "" if len(columns) == 1 else f" di kolom {_named(first, columns, titles)}"
    # What is to be written may differ from cell to cell: then that of the first is an example.
    alike, one_reason = len(told) == 1, len({why for why, _ in told}) == 1
    return first | {
        "kolom": columns[0] if len(columns) == 1 else None,
        "alasan": f"{many}{where}, mulai {spot}" + (f": {said}" if one_reason else f"; contoh {spot}: {said}"),
        "saran": write if alike else to_mend.of_first(spot, write),
        "baris_semua": [number for number, _ in cells], "sel_semua": [cell for _, cell in cells],
        SAID: told, FIRST: (said, write),
    }  # fmt: skip


def _cells(row: Row) -> Iterable[tuple[int, str]]:
    if row["baris_semua"]:
        return zip(row["baris_semua"], row["sel_semua"], strict=True)
    return [(row["baris"], row["sel"] or "")]


def _named(row: Row, columns: list[str], titles: Mapping[tuple[str, str, str], str]) -> str:
    names = [titles.get((row["instansi"], row["tab"], column), column) for column in columns]
    more = len(names) - MOST_NAMED
    return words.listing([*names[:MOST_NAMED], f"{more} lainnya"] if more > 0 else names)
