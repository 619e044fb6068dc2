"""What the title of a tab says: the tab of the contract, a copy of it, its month or its turn."""

from __future__ import annotations

import fnmatch
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from monev.reading.layout.titles import plain

_COPY = re.compile(
    r"(?:(?:salinan(?:\s+dari)?|copy\s+of)\s+)+(?P<of>.+)|(?P<was>.+?)\s*(?:\(\d+\)|-?\s*copy(?:\s*\(\d+\))?)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|agt|ags|sep(?:t|tember)?|okt(?:ober)?|"
    r"no[vp](?:ember)?|des(?:ember)?)"
)
_SPACES = re.compile(r"[\s_]+")
#: Numbering in front: 1. · 01_ · A. · II. · 3) · 2 -
_FRONT = re.compile(
    r"(?:\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2})*\s*[.):–-]|\d{1,2}(?=\s)|(?:[a-z]|[ivx]{1,5})\s*[.)])\s*", re.I
)
_WORDS = re.compile(r"(?:data|tab|tabel|sheet|lembar|form(?:ulir)?)\s*[:.-]?\s+", re.I)
#: Behind: (rev 2) · final · v2 · fix · terbaru · 2024 · Oktober 2024 · (2024).
_BEHIND = re.compile(
    rf"[\s_,(\[–-]+(?:(?:rev(?:isi)?|ver(?:si)?|v)\.?\s*\d{{0,2}}|final|fix(?:ed)?|terbaru|ok|(?:(?:per|tahun|ta|th)\.?\s+)?"
    rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}\s+)?20\d\d)[\s)\]]*$",
    re.I,
)
_DATE = rf"(?:\d{{1,2}}[\s./-]*(?:{_MONTH}\b|[\s./-]\d{{1,2}})(?:[\s./'-]+(?:20)?\d\d)?|{_MONTH}(?:\s+20\d\d)?|20\d\d)"
_ASOF = (
    r"(?:(?:per|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|posisi|keadaan|kondisi|data|update[d]?|upd"
    r"|tgl\.?|tanggal|status)\b\.?\s*)"
)
#: Behind: (per 25 Nov) · s.d. Oktober 2024 · (update 24/11) · (25 Nov). A month alone is another tab.
_AS_OF = re.compile(
    rf"[\s_,(\[–-]+{_ASOF}+{_DATE}[\s)\]]*$|\s*[(\[]\s*\d{{1,2}}[\s./-]*(?:{_MONTH}|[\s./-]\d{{1,2}})(?:[\s./'-]+(?:20)?\d\d)?\s*[)\]]\s*$"
    rf"|[\s_–-]+\d{{1,2}}[\s./-]+(?:{_MONTH}|\d{{1,2}})[\s./-]+(?:20)?\d\d\s*$",
    re.I,
)
_SIGNS = re.compile(r"[\s_.,:;/–-]+")
#: What only decorates a title: a mark in brackets ahead of it, and signs of these kinds at either end.
_MARK = re.compile(r"[(\[{<【]\s*(?:ok(?:e|ay)?|fix(?:ed)?|final|terbaru|update[d]?|v)\s*[)\]}>】]\s*", re.I)
_DRAWN = frozenset(["So", "Sk", "Sm", "Mn", "Me", "Cf", "Cn", "Co"])
_ALSO_DRAWN = frozenset("*#!•·|'\"«»")
_MEANT = frozenset("+±≠¬")
#: Signs that tell that a tab is crossed out or thrown away; whoever draws one means something.
_CROSSED = frozenset("❌❎✖✗✘×☒🚫⛔🗑🚮")
_AND = re.compile(r"&|\bdan\b", re.I)


def match_tab(title: str, contract_titles: Mapping[str, str]) -> str | None:
    """The code of the tab of this title, or None. `contract_titles` is code -> title; both are known.

    Numbering, signs, a year, "Data …" and "(rev 2)" around the title do not change what it means; other words do.
    """
    seen = plain(title)
    for code, wanted in contract_titles.items():
        if seen in (plain(code), plain(wanted)):
            return code
    known: dict[str, str | None] = {}
    for code, wanted in contract_titles.items():
        for form in {_bare(code), _bare(wanted)}:
            known[form] = code if known.get(form, code) == code else None
    return next((known[form] for form in _forms(title) if known.get(form)), None)


@lru_cache(2_000)
def _bare(text: str) -> str:
    return plain(_AND.sub("", _SIGNS.sub(" ", text)))


@lru_cache(2_000)
def _forms(title: str) -> tuple[str, ...]:
    """The title without what does not count, step by step; the whole one first."""
    text = _SPACES.sub(" ", undecorated(title)).strip(" '")
    forms = [text]
    while text:
        cut = _AS_OF.sub("", text) or _BEHIND.sub("", text)
        cut = _BEHIND.sub("", text) if cut == text else cut
        if cut == text or not cut:
            break
        forms.append(text := cut)
    for form in list(forms):
        rest = _FRONT.sub("", form, count=1) if _FRONT.match(form) else form
        forms.append(rest)
        if _WORDS.match(rest):
            forms.append(_WORDS.sub("", rest, count=1))
    return tuple(dict.fromkeys(_bare(form) for form in forms if form))


@lru_cache(2_000)
def undecorated(title: str) -> str:
    """The title without emoji and signs around it; whole where one of them crosses it out."""
    text = " ".join(title.split())
    if not _CROSSED.isdisjoint(text):
        return text
    first, last = 0, len(text)
    while first < last and _is_drawn(text[first]):
        first += 1
    while first < last and _is_drawn(text[last - 1]):
        last -= 1
    # The sign that boxes a digit stands behind it: 1️⃣.
    text = "".join(sign for sign in text[first:last] if unicodedata.category(sign) != "Me" and sign != "\ufe0f")
    return _MARK.sub("", text, count=1) if _MARK.match(text) else text


def _is_drawn(sign: str) -> bool:
    return sign in _ALSO_DRAWN or sign.isspace() or (unicodedata.category(sign) in _DRAWN and sign not in _MEANT)


def says_copy(title: str) -> bool:
    """Whether a title is one that Google gives to a copy: `Salinan dari …`, `Copy of …`."""
    copy = _COPY.fullmatch(undecorated(title))
    return copy is not None and copy["of"] is not None


def is_copy(title: str) -> bool:
    """Whether a title is one that any spreadsheet gives to a copy."""
    return _COPY.fullmatch(undecorated(title)) is not None


def copy_of(title: str, contract_titles: Mapping[str, str]) -> str | None:
    """The code of the tab that this is a copy of by its title."""
    copy = _COPY.fullmatch(undecorated(title))
    if copy is None:
        return None
    of = copy["of"] or copy["was"]
    return match_tab(of, contract_titles) or copy_of(of, contract_titles)


def fits_pattern(title: str, pattern: str) -> bool:
    """Whether a title is one of those that the contract reads together: Kejadian*."""
    return fnmatch.fnmatchcase(undecorated(title).casefold(), pattern.casefold())
