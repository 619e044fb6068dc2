"""Which columns of a tab can be read under its header, and what is to be told of the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from rapidfuzz import fuzz

from monev.layout.header import Header, Title, plain, without_unit
from monev.layout.notes import LayoutFinding, a1, letters
from monev.sheets import Value, is_blank

#: Likeness of two titles, 0–100, from which one is proposed for the other; never taken.
NEAR = 70
#: Letters of the shortest word by which a title can be part of another.
TELLING = 4


class Column(Protocol):
    """What the layout needs to know of a column."""

    @property
    def title(self) -> str: ...
    @property
    def required(self) -> bool: ...


class TabContract(Protocol):
    """What the layout needs to know of a tab; the contract's tabs fit."""

    @property
    def columns(self) -> Mapping[str, Column]: ...
    @property
    def key(self) -> tuple[str, ...]: ...
    @property
    def fill_down(self) -> tuple[str, ...]: ...


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
            found[name] = _of_title(scaled, name, why, write, title, "tolak")
            continue
        for other in others:
            if any(not _agrees(row, first.index, other.index) for row in data):
                both = f"{letters(first.index)} dan {letters(other.index)}"
                why = f"Kolom {title} ada dua, di {both}, dengan isi yang berbeda; keduanya tidak dibaca."
                found[name] = _of_title(other, name, why, "sisakan satu kolom yang benar", title, "tolak")
                break
    return found


def remarks(
    header: Header,
    columns: Mapping[str, Column],
    data: Sequence[Sequence[Value]],
    left_out: Mapping[str, LayoutFinding],
) -> Iterator[LayoutFinding]:
    """Columns that are missing, unknown, without a title, or doubled without harm.

    A title that is likely a misspelt one is told once: with its column where that is required.
    """
    present = _by_name(header)
    unknown = [title for title in header.titles if title.name is None]
    likely = _likely(unknown, {name: column for name, column in columns.items() if name not in present})
    for name, column in columns.items():
        if name in present or not column.required:
            continue
        why = f"Kolom {column.title} tidak ditemukan"
        if name in likely:
            why += ", dan judul ini paling mirip."
            write = f"ganti judul ini menjadi “{column.title}” bila itu yang dimaksud"
            yield _of_title(likely[name], name, why, write, column.title, "tolak")
        else:
            row = header.rows[-1]
            write = f"tambahkan kolom “{column.title}” di baris {row}"
            yield LayoutFinding(None, row, name, None, f"{why}.", write, column.title, "tolak")
    meant = {title.index: name for name, title in likely.items()}
    for title in unknown:
        name = meant.get(title.index)
        if name is None:
            why, write = "Kolom ini tidak dikenal, jadi tidak dibaca.", "biarkan saja bila memang tambahan"
            yield _of_title(title, None, why, write, None, "info")
        elif not columns[name].required:
            wanted = columns[name].title
            why = "Judul ini tidak dikenal, jadi kolomnya tidak dibaca."
            write = f"ganti menjadi “{wanted}” bila itu yang dimaksud"
            yield _of_title(title, name, why, write, wanted, "info")
    for name, (first, *others) in present.items():
        for other in others if name not in left_out else ():
            why = f"Kolom {columns[name].title} ada dua; yang dibaca kolom {letters(first.index)}."
            yield _of_title(other, name, why, "hapus kolom ini bila tidak dipakai", None, "info")
    yield from _without_title(header, data)


def _by_name(header: Header) -> dict[str, list[Title]]:
    titles = defaultdict(list)
    for title in sorted(header.titles, key=lambda title: title.index):
        if title.name:
            titles[title.name].append(title)
    return titles


def _agrees(row: Sequence[Value], first: int, other: int) -> bool:
    return is_blank(at(row, other)) or same_cell(at(row, first), at(row, other))


def _likely(unknown: Sequence[Title], missing: Mapping[str, Column]) -> dict[str, Title]:
    """Missing column -> the unknown title that is likely meant by it; each title for one column at most."""
    pairs = []
    for title in unknown:
        if title.scaled:
            continue
        written = plain(without_unit(title.written)[0])
        parts = [name for name, column in missing.items() if _in_words(title.written, column.title)]
        for name, column in missing.items():
            likeness = max(fuzz.ratio(written, plain(name)), fuzz.ratio(written, plain(without_unit(column.title)[0])))
            if likeness >= NEAR or parts == [name]:
                pairs.append((max(likeness, NEAR), column.required, -title.index, name, title))
    likely: dict[str, Title] = {}
    taken: set[int] = set()
    for _, _, _, name, title in sorted(pairs, key=lambda pair: pair[:4], reverse=True):
        if name not in likely and title.index not in taken:
            likely[name] = title
            taken.add(title.index)
    return likely


def _in_words(one: str, other: str) -> bool:
    """Whether all words of one title stand in the other, in any order: "Peserta?" for "Jumlah Peserta"."""
    few, many = sorted((set(re.findall(r"\w+", title.casefold())) for title in (one, other)), key=len)
    return few <= many and any(len(word) >= TELLING for word in few)


def _without_title(header: Header, data: Sequence[Sequence[Value]]) -> Iterator[LayoutFinding]:
    titled = {title.index for title in header.titles}
    untitled = {index for row in data for index, value in enumerate(row) if index not in titled and not is_blank(value)}
    for index in sorted(untitled):
        why = f"Kolom {letters(index)} berisi tetapi tidak berjudul, jadi tidak dibaca."
        cell = a1(index, header.rows[-1])
        yield LayoutFinding(
            cell, header.rows[-1], None, None, why, "tulis judulnya bila kolom ini perlu dibaca", None, "info"
        )


def _of_title(
    title: Title, column: str | None, why: str, write: str, example: str | None, weight: str
) -> LayoutFinding:
    return LayoutFinding(
        a1(title.index, title.row),
        title.row,
        column,
        " ".join(title.written.split()),
        why,
        write,
        example,
        weight,
    )
