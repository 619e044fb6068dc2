"""Which unknown title may be meant for which missing column: by its words, or by what stands below it. Never taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from monev.layout import content
from monev.layout.header import Header, Title
from monev.layout.notes import Column, LayoutFinding, letters, of_title
from monev.layout.titles import plain, without_unit, words_of
from monev.sheets import Value, is_blank

#: Likeness of two titles, 0–100, from which one is proposed for the other; never taken.
NEAR = 70
#: Letters of the shortest word by which a title can be part of another.
TELLING = 4
#: Columns or titles that one sentence names; unknown titles that are told one by one.
MOST_NAMED, MOST_APART = 3, 3
_ADDED = "biarkan saja bila memang tambahan"
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
    `placed`: missing columns whose title stands where they belong."""

    by_title: Mapping[str, Title]
    by_content: Mapping[str, tuple[Title, ...]]
    open: Mapping[int, tuple[str, ...]]
    placed: frozenset[str] = frozenset()


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
    taken = {title.index for title in by_title.values()}
    left = {name: column for name, column in missing.items() if name not in by_title}
    open_ = {title.index: title.meant for title in unknown if title.meant}
    for title in unknown:
        if title.index in taken or title.index in open_ or title.scaled:
            continue
        meant = tuple(name for name, column in left.items() if _in_words(title.written, column.title))
        if len(meant) > 1:
            open_[title.index] = meant
    by_content: dict[str, tuple[Title, ...]] = {}
    for name, column in left.items():
        found = tuple(
            title
            for title in unknown
            if title.index not in taken and not title.scaled and name not in open_.get(title.index, ())
            and not _turned(title.written, column.title)
            and not content.counts_up(cells[title.index]) and content.looks_right(cells[title.index], column)
        )  # fmt: skip
        if found:
            by_content[name] = found
    return Proposed(by_title, by_content, open_, frozenset(by_place))


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
                if _may_hold(cells[index], missing[one]) and not _turned(titles[index].written, missing[one].title):
                    found[one] = titles[index]
        gap, before = [], places[name]
    return found


def _may_hold(values: Sequence[Value], column: Column) -> bool:
    if column.type != "teks" or content.shape(column.example):
        return content.looks_right(values, column)
    values = [value for value in values if not is_blank(value)]
    return bool(values) and all(isinstance(one, str) and content.figure(one) is None for one in values)


def of_missing(header: Header, missing: Mapping[str, Column], proposed: Proposed) -> Iterator[LayoutFinding]:
    """A finding for every required column that is missing."""
    for name, column in missing.items():
        if not column.required:
            continue
        why, likely = f"Kolom {column.title} tidak ditemukan", proposed.by_title.get(name)
        held = proposed.by_content.get(name, ())
        rename = f"ganti judul ini menjadi “{column.title}” bila itu yang dimaksud"
        if likely is not None:
            how = "judul ini paling mirip" if _alike(likely, column) else "kolom ini berada di tempatnya"
            yield of_title(likely, name, f"{why}, dan {how}.", rename, column.title, "tolak")
        elif len(held) == 1 and not _rivals(held[0], name, missing, proposed):
            yield of_title(held[0], name, f"{why}, dan isi kolom ini sesuai.", rename, column.title, "tolak")
        elif held:
            places = _or([letters(title.index) for title in held])
            write = f"periksa kolom {places}; bila itu {column.title}, ganti judulnya menjadi “{column.title}”, bila "
            write += f"bukan, tambahkan kolom “{column.title}” di baris {header.rows[-1]}"
            told = f"{why}; isinya mungkin di kolom {places}."
            yield LayoutFinding(None, header.rows[-1], name, None, told, write, column.title, "tolak")
        else:
            write = f"tambahkan kolom “{column.title}” di baris {header.rows[-1]}"
            yield LayoutFinding(None, header.rows[-1], name, None, f"{why}.", write, column.title, "tolak")


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
        findings[plainly[0].index] = of_title(plainly[0], None, told, _ADDED, None, "info")
    else:
        told = "Kolom ini tidak dikenal, jadi tidak dibaca."
        findings |= {title.index: of_title(title, None, told, _ADDED, None, "info") for title in plainly}
    return [findings[index] for index in sorted(findings)]


def _alike(title: Title, column: Column) -> bool:
    written = plain(without_unit(title.written)[0])
    return fuzz.ratio(written, plain(without_unit(column.title)[0])) >= NEAR or _in_words(title.written, column.title)


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


def _likely(
    unknown: Sequence[Title], missing: Mapping[str, Column], cells: Mapping[int, Sequence[Value]]
) -> dict[str, Title]:
    """Missing column -> the unknown title that is likely meant by it; each title for one column at most."""
    pairs = []
    for title in unknown:
        if title.scaled or title.meant:
            continue
        written = plain(without_unit(title.written)[0])
        parts = [name for name, column in missing.items() if _in_words(title.written, column.title)]
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
    if len(values) < 2 or column.type not in (*content.NUMBERS, content.DATE):
        return False
    other = content.is_date if column.type in content.NUMBERS else _is_no_date
    return all(other(value) for value in values)


def _is_no_date(value: Value) -> bool:
    return not content.is_date(value) and not any(map(str.isdigit, str(value)))


def _turned(written: str, title: str) -> bool:
    return bool((set(words_of(written)) - set(words_of(title))) & _TURNING)


def _in_words(one: str, other: str) -> bool:
    """Whether all words of one title stand in the other, in any order: "Peserta?" for "Jumlah Peserta"."""
    few, many = sorted((set(re.findall(r"\w+", title.casefold())) for title in (one, other)), key=len)
    return few <= many and any(len(word) >= TELLING for word in few)
