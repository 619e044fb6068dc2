"""What is told of titles that are not known and of columns that are missing: each with what may be meant by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from monev.contract.parts import Column
from monev.reading.layout.header import Header, Title
from monev.reading.layout.notes import LayoutFinding, a1, letters, of_title
from monev.reading.layout.title_proposals import NEAR, Proposed, in_words
from monev.reading.layout.titles import plain, without_unit

#: Columns or titles that one sentence names; unknown titles that are told one by one.
MOST_NAMED, MOST_APART = 3, 3
#: Where the title of a column is written that is missing (title, row of the header).
ADD = "tulis “{}” di ujung kanan baris judul (baris {}), lalu isi di bawahnya"
#: Of a column that is missing, where one without a title stands in its place.
WITHOUT = "judulnya di {} hilang, padahal kolomnya berisi."
_ADDED = "biarkan saja bila memang tambahan"


def of_missing(
    header: Header, missing: Mapping[str, Column], proposed: Proposed, erased: Mapping[str, int]
) -> Iterator[LayoutFinding]:
    """A finding for every required column that is missing; `erased` says in whose place stands a column without a
    title."""
    for name, column in missing.items():
        if not column.required:
            if name in erased:
                yield _erased(header, name, column, erased[name])
            continue
        why, likely = f"Kolom {column.title} tidak ditemukan", proposed.by_title.get(name)
        held = proposed.by_content.get(name, ())
        rename = f"ganti judul ini menjadi “{column.title}” bila itu yang dimaksud"
        if likely is not None:
            how = "judul ini paling mirip" if _alike(likely, column) else "kolom ini berada di tempatnya"
            yield of_title(likely, name, f"{why}, dan {how}.", rename, column.title, "tolak")
        elif name in erased:
            found = _erased(header, name, column, erased[name])
            yield replace(found, why=f"{why}; {WITHOUT.format(found.cell)}", weight="tolak")
        elif len(held) == 1 and not _rivals(held[0], name, missing, proposed):
            yield of_title(held[0], name, f"{why}, dan isi kolom ini sesuai.", rename, column.title, "tolak")
        elif held:
            places = _or([letters(title.index) for title in held])
            write = f"periksa kolom {places}; bila itu {column.title}, ganti judulnya menjadi “{column.title}”, bila "
            write += f"bukan, tambahkan kolom “{column.title}” di baris {header.rows[-1]}"
            told = f"{why}; isinya mungkin di kolom {places}."
            yield LayoutFinding(None, header.rows[-1], name, None, told, write, column.title, "tolak")
        else:
            write = ADD.format(column.title, header.rows[-1])
            yield LayoutFinding(None, header.rows[-1], name, None, f"{why}.", write, column.title, "tolak")


def _erased(header: Header, name: str, column: Column, index: int) -> LayoutFinding:
    """Of a column that holds something, in its place, below no title."""
    cell, write = a1(index, header.rows[-1]), f"tulis “{column.title}” di sel {a1(index, header.rows[-1])}"
    why = f"Kolom {letters(index)} berisi tetapi tidak berjudul, jadi tidak dibaca; tempatnya sesuai {column.title}."
    return LayoutFinding(cell, header.rows[-1], name, None, why, write, column.title, "info")


def of_unknown(
    unknown: Sequence[Title], columns: Mapping[str, Column], proposed: Proposed, beside: frozenset[int]
) -> list[LayoutFinding]:
    """A finding for every title that is not known; those that are merely additional together where they are many."""
    meant = {title.index: name for name, title in proposed.by_title.items()}
    told = {
        titles[0].index
        for name, titles in proposed.by_content.items()
        if columns[name].required and name not in proposed.by_title and len(titles) == 1
    }
    plainly: list[Title] = []
    findings: dict[int, LayoutFinding] = {}
    for title in unknown:
        name = meant.get(title.index)
        if names := proposed.open.get(title.index):
            wanted = _or([f"“{columns[one].title}”" for one in names])
            why = f"Judul ini dapat berarti {wanted}, jadi kolomnya tidak dibaca."
            write = f"ganti judul ini menjadi salah satunya: {wanted}"
            weight = "tolak" if any(columns[one].required for one in names) else "periksa"
            findings[title.index] = of_title(title, None, why, write, columns[names[0]].title, weight)
        elif name is not None:
            if not columns[name].required:
                wanted = columns[name].title
                why = "Judul ini tidak dikenal, jadi kolomnya tidak dibaca."
                findings[title.index] = of_title(
                    title,
                    name,
                    why,
                    f"ganti menjadi “{wanted}” bila itu yang dimaksud",
                    wanted,
                    "periksa" if name in proposed.placed else "info",
                )
        elif title.index not in told and title.index not in beside:
            held = [one for one, titles in proposed.by_content.items() if title in titles]
            if held:
                findings[title.index] = _by_content(title, held, columns)
            else:
                plainly.append(title)
    if len(plainly) > MOST_APART:
        places = ", ".join(letters(title.index) for title in plainly)
        told = f"{len(plainly)} kolom tidak dikenal, jadi tidak dibaca: {places}."
        could = {name: None for title in plainly for name in proposed.could.get(title.index, ())}
        write = _unless("salah satunya", tuple(could), columns)
        findings[plainly[0].index] = of_title(plainly[0], None, told, write, None, "info")
    else:
        told = "Kolom ini tidak dikenal, jadi tidak dibaca."
        for title in plainly:
            write = _unless("ini", proposed.could.get(title.index, ()), columns)
            findings[title.index] = of_title(title, None, told, write, None, "info")
    return [findings[index] for index in sorted(findings)]


def _unless(which: str, names: Sequence[str], columns: Mapping[str, Column]) -> str:
    """To leave alone what is additional, unless it is what is missing."""
    if not names:
        return _ADDED
    wanted = _or([f"“{columns[name].title}”" for name in names])
    rename = f"bila {which} {wanted}, ganti judulnya menjadi itu"
    return f"{rename}; bila memang tambahan, biarkan saja"


def _alike(title: Title, column: Column) -> bool:
    written = plain(without_unit(title.written)[0])
    return fuzz.ratio(written, plain(without_unit(column.title)[0])) >= NEAR or in_words(title.written, column.title)


def _by_content(title: Title, names: Sequence[str], columns: Mapping[str, Column]) -> LayoutFinding:
    first = columns[names[0]].title
    if len(names) == 1:
        why = f"Judul ini tidak dikenal, jadi kolomnya tidak dibaca; isinya sesuai dengan {first}."
        return of_title(title, names[0], why, f"ganti menjadi “{first}” bila itu yang dimaksud", first, "info")
    wanted = _or([columns[name].title for name in names])
    why = f"Judul ini tidak dikenal, jadi kolomnya tidak dibaca; isinya dapat berarti {wanted}."
    write = "tulis judul yang tepat bila salah satunya yang dimaksud"
    return of_title(title, None, why, write, first, "info")


def _rivals(title: Title, name: str, missing: Mapping[str, Column], proposed: Proposed) -> bool:
    """Whether the same cells could be those of another missing column that must be there too."""
    return any(
        other != name and title in titles and missing[other].required for other, titles in proposed.by_content.items()
    )


def _or(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        return ", ".join(shown) + ", atau lainnya"
    return " atau ".join(shown) if len(shown) < 3 else f"{', '.join(shown[:-1])}, atau {shown[-1]}"
