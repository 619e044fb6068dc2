"""Which unknown title may be meant for which missing column: by its words, or by what stands below it. Never taken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from monev.contract.parts import Column
from monev.reading.layout import cell_kinds, missing_columns
from monev.reading.layout.header import Header, Title
from monev.reading.layout.titles import plain, without_unit, words_of
from monev.sheets import Value, is_blank

#: Likeness of two titles, 0–100, from which one is proposed for the other; never taken.
NEAR = 70
#: Letters of the shortest word by which a title can be part of another.
TELLING = 4
#: Rows by which a column is weighed.
SAMPLE = 60

#: Words that make another thing of a title: what is like it but for such a word is not it.
_TURNING = frozenset(
    [
        "belum",
        "blm",
        "tidak",
        "tdk",
        "kurang",
        "non",
        "tanpa",
        "sisa",
        "selisih",
        "persen",
        "persentase",
        "prosentase",
        "%",
        "rata",
        "rerata",
        "target",
        "lama",
        "sebelumnya",
    ]
)


@dataclass(frozen=True)
class Proposed:
    """`by_title`: missing column -> the title that is likely a slip of its own; `by_content`: missing column -> the
    titles over cells such as it holds; `open`: index of a title that could mean several columns -> their names;
    `placed`: missing columns whose title stands where they belong, or whose cells say so as well; `could`: index of a
    title of which nothing is known -> the missing columns that it could be."""

    by_title: Mapping[str, Title]
    by_content: Mapping[str, tuple[Title, ...]]
    open: Mapping[int, tuple[str, ...]]
    placed: frozenset[str] = frozenset()
    could: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def propose(
    header: Header, columns: Mapping[str, Column], missing: Mapping[str, Column], data: Sequence[Sequence[Value]]
) -> Proposed:
    """What may be meant by what."""
    unknown = [title for title in header.titles if title.name is None]
    if not unknown or not missing:
        return Proposed({}, {}, {})
    sample = data[:SAMPLE]
    cells = {title.index: [row[title.index] for row in sample if title.index < len(row)] for title in unknown}
    by_place = _in_place(header, unknown, missing, columns, cells)
    by_title = _likely(unknown, missing, cells)
    by_title |= {
        name: title
        for name, title in by_place.items()
        if name not in by_title and all(title is not one for one in by_title.values()) and not title.meant
    }
    by_word = _by_word(unknown, missing, columns, cells, by_title)
    by_title |= by_word
    taken = {title.index for title in by_title.values()}
    left = {name: column for name, column in missing.items() if name not in by_title}
    open_ = {title.index: title.meant for title in unknown if title.meant}
    for title in unknown:
        if title.index in taken or title.index in open_ or title.scaled:
            continue
        meant = tuple(name for name, column in left.items() if in_words(title.written, column.title))
        if len(meant) > 1:
            open_[title.index] = meant
    by_content: dict[str, tuple[Title, ...]] = {}
    for name, column in left.items():
        found = tuple(
            title
            for title in unknown
            if title.index not in taken and not title.scaled and name not in open_.get(title.index, ())
            and not _turned(title.written, column.title)
            and not cell_kinds.counts_up(cells[title.index]) and cell_kinds.looks_right(cells[title.index], column)
        )  # fmt: skip
        if found:
            by_content[name] = found
    could = {}
    for title in unknown:
        if title.index not in taken and not all(map(is_blank, cells[title.index])):
            names = (
                *missing_columns.of_words(title.written, columns, left)[1],
                *missing_columns.of_kind(cells[title.index], left),
            )
            could[title.index] = tuple(
                one for one in left if one in names and not _turned(title.written, left[one].title)
            )
    both = {name for name, title in by_word.items() if name in missing_columns.of_kind(cells[title.index], missing)}
    return Proposed(by_title, by_content, open_, frozenset(by_place) | both, could)


def _by_word(
    unknown: Sequence[Title],
    missing: Mapping[str, Column],
    columns: Mapping[str, Column],
    cells: Mapping[int, Sequence[Value]],
    by_title: Mapping[str, Title],
) -> dict[str, Title]:
    """Missing column -> the only title that shares a telling word with it, and with no other column as much."""
    taken, found = {title.index for title in by_title.values()}, {}
    for title in unknown:
        if title.index in taken or title.scaled or title.meant or cell_kinds.counts_up(cells[title.index]):
            continue
        name, _ = missing_columns.of_words(title.written, columns, missing)
        if not name or name in by_title or _turned(title.written, missing[name].title):
            continue
        if not _other_kind(cells[title.index], missing[name]):
            found.setdefault(name, []).append(title)
    return {name: titles[0] for name, titles in found.items() if len(titles) == 1}


def _in_place(
    header: Header,
    unknown: Sequence[Title],
    missing: Mapping[str, Column],
    columns: Mapping[str, Column],
    cells: Mapping[int, Sequence[Value]],
) -> dict[str, Title]:
    """Missing column -> the title that stands just where it belongs, over what it holds: it was renamed, not added."""
    places = {title.name: title.index for title in reversed(header.titles) if title.name}
    titles = {title.index: title for title in unknown if not title.scaled}
    found: dict[str, Title] = {}
    gap: list[str] = []
    before = -1
    for name in columns:
        if name not in places:
            gap += [name] if name in missing else []
            continue
        between = range(before + 1, places[name])
        if gap and len(between) == len(gap) and all(index in titles for index in between):
            for one, index in zip(gap, between, strict=True):
                written = titles[index].written
                holds = (
                    _may_hold(cells[index], missing[one])
                    or missing_columns.of_words(written, columns, missing)[0] == one
                )
                if holds and not _turned(written, missing[one].title):
                    found[one] = titles[index]
        gap, before = [], places[name]
    return found


def _may_hold(values: Sequence[Value], column: Column) -> bool:
    if column.type != "teks" or cell_kinds.shape(column.example):
        return cell_kinds.looks_right(values, column)
    values = [value for value in values if not is_blank(value)]
    return bool(values) and all(isinstance(one, str) and cell_kinds.figure(one) is None for one in values)


def _likely(
    unknown: Sequence[Title], missing: Mapping[str, Column], cells: Mapping[int, Sequence[Value]]
) -> dict[str, Title]:
    """Missing column -> the unknown title that is likely meant by it; each title for one column at most."""
    pairs = []
    for title in unknown:
        if title.scaled or title.meant:
            continue
        written = plain(without_unit(title.written)[0])
        parts = [name for name, column in missing.items() if in_words(title.written, column.title)]
        for name, column in missing.items():
            if _turned(title.written, column.title) or _other_kind(cells[title.index], column):
                continue
            likeness = max(fuzz.ratio(written, plain(name)), fuzz.ratio(written, plain(without_unit(column.title)[0])))
            if (likeness >= NEAR and len(parts) < 2) or likeness >= 90 or parts == [name]:
                pairs.append((max(likeness, NEAR), column.required, -title.index, name, title))
    likely: dict[str, Title] = {}
    taken: set[int] = set()
    for _, _, _, name, title in sorted(pairs, key=lambda pair: pair[:4], reverse=True):
        if name not in likely and title.index not in taken:
            likely[name] = title
            taken.add(title.index)
    return likely


def _other_kind(values: Sequence[Value], column: Column) -> bool:
    """Whether nothing below a title is what this column holds: dates for a number, words for a date."""
    values = [value for value in values if not is_blank(value)]
    if len(values) < 2 or column.type not in (*cell_kinds.FIGURES, cell_kinds.DATE):
        return False
    other = cell_kinds.is_date if column.type in cell_kinds.FIGURES else _is_no_date
    return all(other(value) for value in values)


def _is_no_date(value: Value) -> bool:
    return not cell_kinds.is_date(value) and not any(map(str.isdigit, str(value)))


def _turned(written: str, title: str) -> bool:
    return bool((set(words_of(written)) - set(words_of(title))) & _TURNING)


def in_words(one: str, other: str) -> bool:
    """Whether all words of one title stand in the other, in any order: "Peserta?" for "Jumlah Peserta"."""
    few, many = sorted((set(re.findall(r"\w+", title.casefold())) for title in (one, other)), key=len)
    return few <= many and any(len(word) >= TELLING for word in few)
