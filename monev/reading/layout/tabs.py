"""Which tab of a spreadsheet is which tab of the contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rapidfuzz import fuzz

from monev.contract.parts import TabContract
from monev.reading.layout import unnamed_tabs
from monev.reading.layout.notes import LayoutFinding
from monev.reading.layout.tab_titles import copy_of, fits_pattern, is_copy, match_tab
from monev.reading.layout.title_proposals import NEAR
from monev.reading.layout.titles import plain
from monev.sheets import CHOICES_TAB, Tab


@dataclass(frozen=True)
class Recognised:
    """`tabs` is code -> the tabs that are read as it, mostly one; `findings` tell of the others and of the missing.

    `alike` are tabs that are not read though their columns are those of one of the contract and leave rows of it out.
    """

    tabs: Mapping[str, tuple[Tab, ...]]
    findings: tuple[LayoutFinding, ...]
    alike: tuple[Tab, ...] = ()


def recognise(
    tabs: Sequence[Tab], forms: Mapping[str, TabContract], unread: Sequence[tuple[str, str]] = ()
) -> Recognised:
    """Every tab of the contract by code, and what is to be told of the others; `forms` is code -> tab of the contract.

    As `recognise_tabs`, and more: tabs that the contract reads together are one, the only copy of a tab that is gone
    stands for it, a tab under another title whose columns are those of a tab of the contract is told, and one that is
    optional is missed only where a title is nearly its own. `unread` are titles of tabs whose file could not be read,
    and why.
    """
    titles = {code: form.title for code, form in forms.items()}
    tuples, others, copies = _read(tabs, forms, titles)
    notes = [_read_copy(tab, code, titles[code]) for code, tab in copies.items()]
    alike = unnamed_tabs.find(others, forms, tuples)
    told = {id(tab) for one in alike for tab in one.tabs}
    missing = {code: title for code, title in titles.items() if code not in tuples}
    for one in alike:
        notes += unnamed_tabs.told(one, forms, tuples)
    for title, why in unread:
        code = match_tab(title, titles)
        notes.append(_unreadable(title, why, code, None if code is None else titles[code]))
    broken = {match_tab(title, titles) for title, _ in unread}
    silent = broken | {one.code for one in alike if one.code in missing and one.weight != "info"}
    rest = [tab for tab in others if id(tab) not in told]
    optional = frozenset(code for code, form in forms.items() if form.optional)
    notes += _notes(rest, titles, {code: title for code, title in missing.items() if code not in silent}, optional)
    left_out = tuple(tab for one in alike if one.weight != "info" for tab in one.tabs)
    return Recognised(tuples, tuple(notes), left_out)


def read_as(tabs: Sequence[Tab], forms: Mapping[str, TabContract]) -> Mapping[str, tuple[Tab, ...]]:
    """The `tabs` of `recognise`, known by titles alone and so at once."""
    return _read(tabs, forms, {code: form.title for code, form in forms.items()})[0]


def recognise_tabs(
    tabs: Sequence[Tab], contract_titles: Mapping[str, str]
) -> tuple[dict[str, Tab], list[LayoutFinding]]:
    """The contract's tabs by code, and what is to be told of the others, by their titles alone.

    Of two tabs with one title the first counts; of two whose titles only mean it neither does. A copy (`Salinan dari
    …`) is never taken for the tab itself, since nobody knows which of the two is kept up to date.
    """
    found, others = _named(tabs, contract_titles)
    missing = {code: title for code, title in contract_titles.items() if code not in found}
    return found, _notes(others, contract_titles, missing)


def may_be_ours(title: str, forms: Mapping[str, TabContract]) -> bool:
    """Whether the rows of a tab of this title may be asked for by `recognise`."""
    titles = {code: form.title for code, form in forms.items()}
    together = any(form.together and fits_pattern(title, form.together) for form in forms.values())
    return together or match_tab(title, titles) is not None or copy_of(title, titles) is not None


def _read(
    tabs: Sequence[Tab], forms: Mapping[str, TabContract], titles: Mapping[str, str]
) -> tuple[Mapping[str, tuple[Tab, ...]], list[Tab], Mapping[str, Tab]]:
    """All tabs that are read, the others, and the copies among those that are read."""
    found, others = _named(tabs, titles)
    tuples = {code: (tab,) for code, tab in found.items()}
    copies: dict[str, Tab] = {}
    for code, form in forms.items():
        fitting = [t for t in others if form.together and not is_copy(t.title) and fits_pattern(t.title, form.together)]
        if fitting:
            ours = {id(tab) for tab in (*tuples.get(code, ()), *fitting)}
            tuples[code] = tuple(tab for tab in tabs if id(tab) in ours)
        others = [tab for tab in others if all(tab is not one for one in fitting)]
    for code in titles:
        fitting = [tab for tab in others if code not in tuples and copy_of(tab.title, titles) == code]
        if len(fitting) == 1 and not any(_loosely(tab, code, titles) for tab in others):
            copies[code] = fitting[0]
            tuples[code] = (fitting[0],)
            others = [tab for tab in others if tab is not fitting[0]]
    return tuples, others, copies


def _named(tabs: Sequence[Tab], titles: Mapping[str, str]) -> tuple[dict[str, Tab], list[Tab]]:
    """The tabs by their titles: as written before what only means it, and then only where there is one."""
    exact: dict[str, Tab] = {}
    loose: dict[str, list[Tab]] = {}
    others = []
    for tab in tabs:
        seen = plain(tab.title)
        code = next((one for one, wanted in titles.items() if seen in (plain(one), plain(wanted))), None)
        if code is None and tab.title == CHOICES_TAB:
            continue
        if code is not None and code not in exact:
            exact[code] = tab
            continue
        others.append(tab)
        if code is None and (meant := match_tab(tab.title, titles)):
            loose.setdefault(meant, []).append(tab)
    taken = {code: found[0] for code, found in loose.items() if code not in exact and len(found) == 1}
    return exact | taken, [tab for tab in others if all(tab is not one for one in taken.values())]


def _loosely(tab: Tab, code: str, titles: Mapping[str, str]) -> bool:
    return match_tab(tab.title, titles) == code


def _notes(
    others: Sequence[Tab], titles: Mapping[str, str], missing: Mapping[str, str], optional: Set[str] = frozenset()
) -> list[LayoutFinding]:
    several = {code: [tab for tab in others if _loosely(tab, code, titles)] for code in missing}
    several = {code: tabs for code, tabs in several.items() if len(tabs) > 1}
    doubted = {id(tab) for tabs in several.values() for tab in tabs}
    unknown = [tab for tab in others if match_tab(tab.title, titles) is None]
    likely = _likely(unknown, {code: title for code, title in missing.items() if code not in several})
    notes = [
        _ambiguous(code, title, several[code]) if code in several else _missing(code, title, likely.get(code))
        for code, title in missing.items()
        if code in several or code in likely or code not in optional
    ]
    proposed = {id(tab) for tab in likely.values()} | doubted
    plainly, rest = [], []
    for tab in others:
        if id(tab) not in proposed:
            extra = match_tab(tab.title, titles) is None and copy_of(tab.title, titles) is None
            (plainly if extra else rest).append(tab)
    notes += [_other(tab, match_tab(tab.title, titles), titles) for tab in rest]
    return notes + _additional(plainly)


def _likely(tabs: Sequence[Tab], missing: Mapping[str, str]) -> dict[str, Tab]:
    """Missing tab -> the tab that is likely meant by it; each tab for one code at most."""
    pairs = sorted(
        ((likeness, -place, code) for place, tab in enumerate(tabs) for code, likeness in _alike(tab.title, missing)),
        reverse=True,
    )
    likely: dict[str, Tab] = {}
    taken: set[int] = set()
    for _, place, code in pairs:
        if code not in likely and place not in taken:
            likely[code] = tabs[-place]
            taken.add(place)
    return likely


def _alike(title: str, missing: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    copied, seen = copy_of(title, missing), plain(title)
    for code, wanted in missing.items():
        likeness = max(fuzz.ratio(seen, plain(code)), fuzz.ratio(seen, plain(wanted)))
        # A tab that Google saved as CSV is named after its spreadsheet too: `Dinkes Kota - Distribusi`.
        if copied == code or seen.endswith((f"-{plain(wanted)}", f"-{plain(code)}")):
            likeness = 100.0
        if likeness >= NEAR:
            yield code, likeness


def _read_copy(tab: Tab, code: str, title: str) -> LayoutFinding:
    why = f"Tab “{title}” tidak ditemukan, jadi salinannya yang dibaca."
    write = f"ganti judulnya menjadi “{title}” bila tab ini yang diisi"
    return LayoutFinding(None, None, None, tab.title, why, write, title, "info", code)


def _unreadable(written: str, why: str, code: str | None, title: str | None) -> LayoutFinding:
    write = "simpan ulang berkasnya sebagai CSV UTF-8"
    return LayoutFinding(None, None, None, written, why, write, title, "tolak" if code else "info", code)


def _missing(code: str, title: str, tab: Tab | None) -> LayoutFinding:
    why = f"Tab “{title}” tidak ditemukan"
    if tab is None:
        return LayoutFinding(None, None, None, None, f"{why}.", f"tambahkan tab “{title}”", title, "tolak", code)
    write = f"ganti judulnya menjadi “{title}” bila itu yang dimaksud"
    why += f"; yang paling mirip tab “{tab.title}”."
    return LayoutFinding(None, None, None, tab.title, why, write, title, "tolak", code)


def _ambiguous(code: str, title: str, tabs: Sequence[Tab]) -> LayoutFinding:
    named = unnamed_tabs.listed([tab.title for tab in tabs])
    why = f"{len(tabs)} tab dapat berarti {title}, jadi tidak ada yang dibaca: {named}."
    write = f"ganti judul tab yang berlaku menjadi “{title}”"
    return LayoutFinding(None, None, None, tabs[0].title, why, write, title, "tolak", code)


def _additional(tabs: Sequence[Tab]) -> list[LayoutFinding]:
    write = "biarkan saja bila memang tambahan"
    if len(tabs) > unnamed_tabs.MOST_NAMED:
        named = unnamed_tabs.listed([one.title for one in tabs])
        why = f"{len(tabs)} tab tidak ada dalam daftar, jadi tidak dibaca: {named}."
        return [LayoutFinding(None, None, None, tabs[0].title, why, write, None, "info")]
    why = "Tab ini tidak ada dalam daftar, jadi tidak dibaca."
    return [LayoutFinding(None, None, None, tab.title, why, write, None, "info") for tab in tabs]


def _other(tab: Tab, code: str | None, titles: Mapping[str, str]) -> LayoutFinding:
    if code is not None:
        why = f"Tab ini berjudul sama dengan tab {titles[code]} yang lebih dahulu, jadi tidak dibaca."
        if plain(tab.title) not in (plain(code), plain(titles[code])):
            why = f"Tab ini juga dapat berarti {titles[code]}, tetapi yang dibaca tab yang berjudul tepat begitu."
        return LayoutFinding(
            None, None, None, tab.title, why, "hapus atau ganti judul salah satunya", None, "tolak", code
        )
    why = f"Tab ini salinan dari tab {titles[copy_of(tab.title, titles)]}, jadi tidak dibaca."
    return LayoutFinding(None, None, None, tab.title, why, "hapus salinan ini bila tidak dipakai", None, "info")
