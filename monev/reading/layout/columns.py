"""Which columns of a tab can be read under its header, and what is to be told of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from monev.contract.parts import Column
from monev.reading.layout import title_proposals, unknown_titles
from monev.reading.layout.header import Header, Title
from monev.reading.layout.notes import LayoutFinding, a1, letters, of_title
from monev.reading.layout.titles import plain
from monev.sheets import Value, is_blank

#: Columns that are told one by one; more of one kind are told together.
MOST_APART = 3
#: Columns that one sentence names.
MOST_NAMED = 8


def at(row: Sequence[Value], index: int) -> Value:
    """The cell of a ragged row."""
    return row[index] if index < len(row) else None


def same_cell(one: Value, other: Value) -> bool:
    """Whether two cells show the same: 1 is not TRUE, and blanks around a text do not count."""
    if isinstance(one, str) and isinstance(other, str):
        return plain(one) == plain(other)
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def first_places(header: Header) -> dict[str, int]:
    """Column name -> index of the first title that bears it, readable or not."""
    places: dict[str, int] = {}
    for title in sorted(header.titles, key=lambda title: title.index):
        if title.name:
            places.setdefault(title.name, title.index)
    return places


def unread(header: Header, columns: Mapping[str, Column], data: Sequence[Sequence[Value]]) -> dict[str, LayoutFinding]:
    """The columns that stand in the header but must not be read, each with its finding.

    That is a column in thousands or millions, and one that stands twice with differing cells.
    """
    found: dict[str, LayoutFinding] = {}
    for name, (first, *others) in _by_name(header).items():
        title = columns[name].title
        scaled = next((one for one in (first, *others) if one.scaled), None)
        if scaled:
            why = "Kolom ini memakai satuan ribu, juta, atau lainnya, jadi angkanya tidak dibaca."
            write = f"tulis angka penuh di kolom ini dan judulnya “{title}”"
            found[name] = of_title(scaled, name, why, write, title, "tolak")
            continue
        for other in others:
            if any(not _agrees(row, first.index, other.index) for row in data):
                both = f"{letters(first.index)} dan {letters(other.index)}"
                why = f"Kolom {title} ada dua, di {both}, dengan isi yang berbeda; keduanya tidak dibaca."
                if plain(first.written) != plain(other.written):
                    one, two = (" ".join(written.split()) for written in (first.written, other.written))
                    why = f"“{one}” dan “{two}”, di {both}, sama-sama berarti {title}, dengan isi yang berbeda; "
                    why += "keduanya tidak dibaca."
                found[name] = of_title(other, name, why, "sisakan satu kolom yang benar", title, "tolak")
                break
    return found


def remarks(
    header: Header,
    columns: Mapping[str, Column],
    data: Sequence[Sequence[Value]],
    left_out: Mapping[str, LayoutFinding],
    derived: Sequence[str] = (),
) -> Iterator[LayoutFinding]:
    """Columns that are missing, unknown, without a title, or doubled without harm.

    A title that is likely a misspelt one, or stands over what a missing column holds, is told once: with its column
    where that is required. `derived` columns are not missed.
    """
    present = _by_name(header)
    unknown = [title for title in header.titles if title.name is None]
    missing = {name: column for name, column in columns.items() if name not in present and name not in derived}
    proposed = title_proposals.propose(header, columns, missing, data)
    untitled = _untitled(header, data)
    erased = _erased(header, columns, missing, untitled)
    yield from unknown_titles.of_missing(header, missing, proposed, erased)
    yield from unknown_titles.of_unknown(unknown, columns, proposed, _beside(header, data))
    doubled = [
        (name, title, first.index)
        for name, (first, *others) in present.items()
        for title in (others if name not in left_out else ())
    ]
    if len(doubled) > MOST_APART:
        _, title, _ = doubled[0]
        why = f"{len(doubled)} kolom ada dua dengan isi yang sama; yang dibaca yang pertama."
        yield of_title(title, None, why, "hapus kolom yang kedua bila tidak dipakai", None, "info")
    else:
        for name, title, first in doubled:
            why = f"Kolom {columns[name].title} ada dua; yang dibaca kolom {letters(first)}."
            yield of_title(title, name, why, "hapus kolom ini bila tidak dipakai", None, "info")
    yield from _without_title(header, [index for index in untitled if index not in erased.values()])


def _beside(header: Header, data: Sequence[Sequence[Value]]) -> frozenset[int]:
    """The columns of a block to the right of the table, behind a column in which nothing stands at all."""
    known = [title.index for title in header.titles if title.name or title.meant]
    titled = {title.index for title in header.titles}
    last, widest = max(known, default=0), max([len(row) for row in data] + [index + 1 for index in titled])
    for index in range(last + 1, widest):
        if index not in titled and all(is_blank(at(row, index)) for row in data):
            return frozenset(range(index, widest))
    return frozenset()


def _by_name(header: Header) -> dict[str, list[Title]]:
    titles = defaultdict(list)
    for title in sorted(header.titles, key=lambda title: title.index):
        if title.name:
            titles[title.name].append(title)
    return titles


def _agrees(row: Sequence[Value], first: int, other: int) -> bool:
    return is_blank(at(row, other)) or same_cell(at(row, first), at(row, other))


def _untitled(header: Header, data: Sequence[Sequence[Value]]) -> list[int]:
    """Columns that hold something below no title."""
    titled, beside = {title.index for title in header.titles}, _beside(header, data)
    return [
        index
        for index in range(max(map(len, data), default=0))
        if index not in titled and index not in beside and any(not is_blank(at(row, index)) for row in data)
    ]


def _erased(
    header: Header, columns: Mapping[str, Column], missing: Mapping[str, Column], untitled: Sequence[int]
) -> dict[str, int]:
    """Missing column -> the column without a title that stands where it belongs, right behind the one before it, or
    before the one behind it."""
    places, order = first_places(header), list(columns)
    found = {}
    for name in missing:
        here = order.index(name)
        before, behind = order[here - 1] if here else "", order[here + 1] if here + 1 < len(order) else ""
        for index in (places.get(before, -2) + 1, places.get(behind, 0) - 1):
            if index in untitled and index not in found.values():
                found.setdefault(name, index)
    return found


def _without_title(header: Header, untitled: Sequence[int]) -> Iterator[LayoutFinding]:
    if not untitled:
        return
    row, cell = header.rows[-1], a1(untitled[0], header.rows[-1])
    named = ", ".join(map(letters, untitled[:MOST_NAMED])) + (" dan lainnya" if len(untitled) > MOST_NAMED else "")
    why = f"Kolom {named} berisi tetapi tidak berjudul, jadi tidak dibaca."
    yield LayoutFinding(cell, row, None, None, why, "tulis judulnya bila kolom ini perlu dibaca", None, "info")
