"""Tabs under a title that no contract names, whose columns are those of a tab that it does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from monev.contract.parts import TabContract
from monev.reading.layout.header import LONGEST
from monev.reading.layout.notes import LayoutFinding
from monev.reading.layout.split import header_of, lay_out
from monev.reading.layout.tab_titles import copy_of
from monev.reading.layout.titles import plain, without_unit, words_of
from monev.sheets import Tab, Value

#: Columns that a header names, and their share of the required ones, from which a tab is likely one of the contract.
FEWEST, SHARE = 3, 0.6
#: Rows among which its header is looked for; tabs that one sentence names.
TOP_ROWS, MOST_NAMED = 100, 6
#: Shorter beginnings of titles are no pattern to read tabs together by.
SHORTEST = 4

_EXAMPLE = re.compile(r"\b(?:contoh|template|templat|petunjuk|format\s+kosong)\b", re.I)


@dataclass(frozen=True)
class Alike:
    """The `tabs` whose columns are those of tab `code` of the contract; `others` it could be as well. `weight` is info
    where nothing is left out: they are empty, or hold no row that the tab itself has not."""

    code: str
    tabs: tuple[Tab, ...]
    weight: str
    repeats: bool = False
    others: tuple[str, ...] = ()


def find(tabs: Sequence[Tab], forms: Mapping[str, TabContract], found: Mapping[str, Sequence[Tab]]) -> list[Alike]:
    """Such tabs by the tab that they are like: those that leave rows out of it together, the others one by one."""
    groups: dict[tuple[str, tuple[str, ...]], list[Tab]] = {}
    alike, seen = [], _Seen(forms, found)
    titles = {code: form.title for code, form in forms.items()}
    for tab in tabs:
        code, others = _fit(tab, forms, titles)
        if code is None:
            continue
        if seen.holds_nothing(tab, code):
            if copy_of(tab.title, titles) is None and code in found:
                alike.append(Alike(code, (tab,), "info"))
            continue
        groups.setdefault((code, others), []).append(tab)
    for (code, others), members in groups.items():
        weight = "periksa" if code in found else "tolak"
        alike.append(
            Alike(code, tuple(members), weight, _repeat([*found.get(code, ()), *members], forms[code]), others)
        )
    return alike


def told(one: Alike, forms: Mapping[str, TabContract], found: Mapping[str, Sequence[Tab]]) -> Iterator[LayoutFinding]:
    """The finding about such tabs."""
    form, first = forms[one.code], one.tabs[0]
    title, named = form.title, listed([tab.title for tab in one.tabs])
    if one.weight == "info":
        why = f"Kolom tab ini sama dengan tab {title}, tetapi barisnya tidak menambah apa pun; tab ini tidak dibaca."
        yield LayoutFinding(None, None, None, first.title, why, "biarkan saja bila memang tambahan", None, "info")
        return
    if one.others:
        wanted = " atau ".join(f"“{forms[code].title}”" for code in (one.code, *one.others))
        why = f"Kolom tab {named} sesuai dengan lebih dari satu tab, jadi tidak dibaca."
        yield LayoutFinding(
            None, None, None, first.title, why, f"ganti judulnya menjadi {wanted}", title, "tolak", one.code
        )
        return
    lost = one.code not in found
    opening = f"Tab “{title}” tidak ditemukan; kolom" if lost else "Kolom"
    why = f"{opening} tab {named} sama dengan kolom tab {title}, tetapi tidak dibaca."
    copied = f"bila hanya salinan, hapus tab {named}"
    if lost and len(one.tabs) == 1:
        write = f"ganti judulnya menjadi “{title}” bila itu yang dimaksud"
    elif one.repeats:
        moved = f"pindahkan keadaan yang terbaru ke tab “{title}”, karena barisnya memuat hal yang sama"
        write = moved if lost else f"{copied}; bila bukan, {moved}"
    else:
        joined = f"gabungkan barisnya ke tab “{title}”, satu di bawah yang lain"
        write = joined if lost else f"{copied}; bila bukan, {joined}"
        if pattern := _pattern(title, one.tabs, lost):
            write += f', atau minta Sekretariat membacanya bersama (tabs = "{pattern}" di kontrak)'
    yield LayoutFinding(None, None, None, first.title, why, write, title, one.weight, one.code, unread=True)


def listed(titles: Sequence[str]) -> str:
    """Titles as a sentence names them."""
    shown = [f"“{title}”" for title in titles[:MOST_NAMED]]
    if len(titles) > MOST_NAMED:
        return ", ".join(shown) + " dan lainnya"
    return " dan ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _fit(tab: Tab, forms: Mapping[str, TabContract], titles: Mapping[str, str]) -> tuple[str | None, tuple[str, ...]]:
    """The tab of the contract whose columns these are, and those that fit as well."""
    if not tab.rows:
        return _by_title(tab.title, {code: title for code, title in titles.items() if not forms[code].optional}), ()
    top = tab.rows[:TOP_ROWS]
    texts = {value for row in top for value in row if isinstance(value, str) and len(value) <= LONGEST}
    words = frozenset().union(*map(_words, texts))
    fits = {code: fit for code, form in forms.items() if _may_fit(words, form) and (fit := _share(top, form))}
    if not fits:
        return None, ()
    best = max(fits.values())
    codes = [code for code, fit in fits.items() if fit == best]
    named = copy_of(tab.title, titles) or _by_title(tab.title, titles)
    if named in fits:
        return named, ()
    return codes[0], tuple(codes[1:])


@lru_cache(20_000)
def _words(text: str) -> frozenset[str]:
    """What a title may be put together from: its words, and itself without blanks."""
    return frozenset((*words_of(text), plain(text)))


@lru_cache(2_000)
def _needs(title: str) -> frozenset[str]:
    return frozenset(words_of(title))


def _may_fit(words: frozenset[str], form: TabContract) -> bool:
    """Whether the words that stand anywhere in a tab are enough for the header of this one: far cheaper to see."""
    there = {
        name: any(
            plain(title) in words or words.issuperset(_needs(title))
            for title in (name, without_unit(column.title)[0], column.title, *column.also)
        )
        for name, column in form.columns.items()
    }
    needed = [there[name] for name, column in form.columns.items() if column.required]
    return sum(there.values()) >= FEWEST and sum(needed) >= SHARE * len(needed)


def _share(rows: Sequence[Sequence[Value]], form: TabContract) -> tuple[int, float] | None:
    head = header_of(rows, form)
    if head is None:
        return None
    named = {title.name for title in head.titles if title.name}
    required = [name for name, column in form.columns.items() if column.required]
    share = len(named & set(required)) / max(len(required), 1)
    # One that need not be there is thought of only where nothing of it is missing.
    if len(named) < FEWEST or share < (1 if form.optional else SHARE) or named.isdisjoint(form.key):
        return None
    return len(named), share


def _by_title(title: str, titles: Mapping[str, str]) -> str | None:
    """A tab whose rows are not known: its title is that of a tab of the contract with words behind it."""
    seen = " ".join(title.replace("_", " ").split()).casefold()
    return next((code for code, one in titles.items() if seen.startswith(f"{one.casefold()} ")), None)


class _Seen:
    """The rows of the tabs that are read, taken apart only where another tab must be compared with them."""

    def __init__(self, forms: Mapping[str, TabContract], found: Mapping[str, Sequence[Tab]]) -> None:
        self._forms, self._found = forms, found
        self._rows: dict[str, set[tuple]] = {}

    def holds_nothing(self, tab: Tab, code: str) -> bool:
        """Whether the tab holds no row that the tab of the contract has not."""
        if not tab.rows:
            return False
        if _EXAMPLE.search(tab.title):
            return True
        rows = _rows(tab, self._forms[code])
        if rows and code in self._found and code not in self._rows:
            self._rows[code] = set().union(*(_rows(one, self._forms[code]) for one in self._found[code]))
        return not rows or (bool(self._found.get(code)) and rows <= self._rows[code])


def _rows(tab: Tab, form: TabContract) -> set[tuple]:
    laid = lay_out(tab, form)
    return {
        tuple(sorted((name, _shown(value)) for name, value in row.cells.items() if value is not None))
        for row in laid.rows
    }


def _shown(value: Value) -> str:
    return plain(value) if isinstance(value, str) else repr(value)


def _repeat(tabs: Sequence[Tab], form: TabContract) -> bool:
    """Whether the tabs tell of the same things, as of one state after the other."""
    keys = []
    for tab in tabs:
        rows = lay_out(tab, form).rows
        keys.append({tuple(_shown(row.cells.get(name)) for name in form.key) for row in rows})
    return any(
        2 * len(one & other) > min(len(one), len(other)) for at, one in enumerate(keys) for other in keys[at + 1 :]
    )


def _pattern(title: str, tabs: Sequence[Tab], lost: bool) -> str | None:
    titles = [*(tab.title for tab in tabs), *([] if lost else [title])]
    alike = itertools.takewhile(lambda signs: len(set(signs)) == 1, zip(*map(str.casefold, titles), strict=False))
    begin = titles[0][: len(list(alike))].rstrip(" -_(0123456789")
    return f"{begin}*" if len(begin) >= SHORTEST else None
