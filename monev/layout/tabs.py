"""Which tab of a spreadsheet is which tab of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from monev.layout.columns import NEAR
from monev.layout.header import plain
from monev.layout.notes import LayoutFinding
from monev.sheets import CHOICES_TAB, Tab

_COPY = re.compile(
    r"(?:(?:salinan(?:\s+dari)?|copy\s+of)\s+)+(?P<of>.+)|(?P<was>.+?)\s*(?:\(\d+\)|-?\s*copy)", re.IGNORECASE
)


def match_tab(title: str, contract_titles: Mapping[str, str]) -> str | None:
    """The code of the tab of this title, or None. `contract_titles` is code -> title; both are known."""
    seen = plain(title)
    for code, wanted in contract_titles.items():
        if seen in (plain(code), plain(wanted)):
            return code
    return None


def says_copy(title: str) -> bool:
    """Whether a title is one that Google gives to a copy: `Salinan dari …`, `Copy of …`."""
    copy = _COPY.fullmatch(" ".join(title.split()))
    return copy is not None and copy["of"] is not None


def recognise_tabs(
    tabs: Sequence[Tab], contract_titles: Mapping[str, str]
) -> tuple[dict[str, Tab], list[LayoutFinding]]:
    """The contract's tabs by code, and what is to be told of the others.

    Of two tabs with one title the first counts. A copy (`Salinan dari …`) is never taken for the tab itself,
    since nobody knows which of the two is kept up to date.
    """
    found: dict[str, Tab] = {}
    others: list[tuple[Tab, str | None]] = []
    for tab in tabs:
        code = match_tab(tab.title, contract_titles)
        if code is None and tab.title == CHOICES_TAB:
            continue
        if code is None or code in found:
            others.append((tab, code))
        else:
            found[code] = tab
    missing = {code: title for code, title in contract_titles.items() if code not in found}
    likely = _likely([tab for tab, code in others if code is None], missing)
    notes = [_missing(code, title, likely.get(code)) for code, title in missing.items()]
    proposed = {id(tab) for tab in likely.values()}
    notes += [_other(tab, code, contract_titles) for tab, code in others if id(tab) not in proposed]
    return found, notes


def _copy_of(title: str, contract_titles: Mapping[str, str]) -> str | None:
    copy = _COPY.fullmatch(" ".join(title.split()))
    if copy is None:
        return None
    of = copy["of"] or copy["was"]
    return match_tab(of, contract_titles) or _copy_of(of, contract_titles)


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
    copied, seen = _copy_of(title, missing), plain(title)
    for code, wanted in missing.items():
        likeness = max(fuzz.ratio(seen, plain(code)), fuzz.ratio(seen, plain(wanted)))
        # A tab that Google saved as CSV is named after its spreadsheet too: `KPU Kota - Distribusi`.
        if copied == code or seen.endswith((f"-{plain(wanted)}", f"-{plain(code)}")):
            likeness = 100.0
        if likeness >= NEAR:
            yield code, likeness


def _missing(code: str, title: str, tab: Tab | None) -> LayoutFinding:
    why = f"Tab “{title}” tidak ditemukan"
    if tab is None:
        return LayoutFinding(None, None, None, None, f"{why}.", f"tambahkan tab “{title}”", title, "tolak", code)
    write = f"ganti judulnya menjadi “{title}” bila itu yang dimaksud"
    why += f"; yang paling mirip tab “{tab.title}”."
    return LayoutFinding(None, None, None, tab.title, why, write, title, "tolak", code)


def _other(tab: Tab, code: str | None, contract_titles: Mapping[str, str]) -> LayoutFinding:
    if code is not None:
        why = f"Tab ini berjudul sama dengan tab {contract_titles[code]} yang lebih dahulu, jadi tidak dibaca."
        return LayoutFinding(None, None, None, tab.title, why, "hapus atau ganti judul salah satunya", None, "tolak")
    original = _copy_of(tab.title, contract_titles)
    if original is not None:
        why = f"Tab ini salinan dari tab {contract_titles[original]}, jadi tidak dibaca."
        return LayoutFinding(None, None, None, tab.title, why, "hapus salinan ini bila tidak dipakai", None, "info")
    why = "Tab ini tidak ada dalam daftar, jadi tidak dibaca."
    return LayoutFinding(None, None, None, tab.title, why, "biarkan saja bila memang tambahan", None, "info")
