"""In which forms a choice may be written, and which one was nearly written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from monev.contract.parts import Column
from monev.reading.cells.choice_suffixes import as_it_stands, of_the_mayor

#: In front of a choice: 1. / 1) / (1) / a) / - / •; a digit may follow only where it begins no code (1.1).
_NUMBERING = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]+ ?(?=[^\W\d])|[-–•*·>]+ ?(?=\w))", re.I)
_LOOSE = re.compile(r"[/&,+.%]")
_BLANKS = re.compile(r"[\s_\-‐–]+")
_ENDS = " \t\n;,.:*!"
#: A part of the money stands behind its stage; it does not change which stage it is.
_SHARE = re.compile(r"(?<=\w)[ ,:–-]*\(?(?:sebesar )?\d{1,3}(?:[.,]\d{1,2})? ?(?:%|persen)\)?$", re.I)
_STAGE = re.compile(r"^(?:(?:tahap|thp|termin)\b.*|[ivx]{1,3}|\d)$", re.I)
_BRACKETED = re.compile(r"([^()]+?)[ \n]*\(([^()]+)\)|([^()/]+?) ?/ ?([^()/]+)|([\w.]+)[ :]+(?:- ?)?(.+)")
#: Between ways of saying one choice, in brackets behind it: Medsos (IG & FB).
_BESIDE = re.compile(r" ?(?:[&/,+;]|\bdan\b|\bserta\b) ?", re.I)
#: Between choices of which several may stand in one cell.
_SEPARATORS = {";": ";", ",": ",", "/": "/", "&": "&", "+": r"\+", "\n": "\n", "dan": r"\bdan\b", "serta": r"\bserta\b"}
#: Between values of any kind, also where only one of them is meant.
_PARTED = re.compile(
    r"[;/&+\n]|(?<!\d),|,(?!\d)|\b(?:dan|atau|serta|lalu|kemudian|menuju|jadi)\b|(?<=\s)[-–—>→]+(?=\s)|→", re.I
)
_NEGATIONS = ("belum", "blm", "blum", "tidak", "tdk", "bukan", "bkn", "kurang", "krg", "tanpa", "non", "tak", "gagal")
_TURNING = (
    re.compile(rf"(?:{'|'.join(_NEGATIONS)})"),
    re.compile(r"\b(?:hampir|sebagian|setengah|separuh|akan|rencana|calon|eks|mantan|batal|ga|gak|nggak)\b|[?±]"),
)


#: Behind what is done, or before it: how well it went, or that all of it is.
_FINE = (
    r"(?:(?:dengan|dgn|dg|secara) )?(?:(?:sangat|cukup) )?(?:baik|lancar|sukses|aman|tertib|kondusif|khidmat|selamat"
    r"|tuntas)|(?:tanpa|tidak ada|tdk ada|nihil) (?:kendala|hambatan|masalah)|(?:sebesar )?100 ?(?:%|persen)"
)
_ALL_FINE = re.compile(rf"(?:{_FINE})(?: ?(?:dan|&|,|serta|/) ?(?:{_FINE}))*", re.I)
_FINELY = re.compile(rf"(?P<done>.*?\w)[ ,;:–-]*(?:\((?P<in>[^()]*)\)|(?<=[\W_])(?P<behind>{_ALL_FINE.pattern}))", re.I)
_WHOLLY = re.compile(r"^100 ?(?:%|persen)[ ,:–-]*(?=[a-z])", re.I)
#: Only of what is over, or ready, it says nothing new: `belum lancar` is not `belum`.
_DONE = re.compile(
    r"(?:terlaksana|dilaksanakan|selesai|tuntas|done|sukses|cair|dicairkan|siap|ditangani|diselesaikan|tertangani)$",
    re.I,
)


def key(text: str) -> str:
    """The one key by which choices are compared: small letters, one sign for blanks and hyphens, aktip as aktif."""
    bare = text.strip(_ENDS).casefold()
    if "ip" in bare:
        bare = re.sub(r"tip\b", "tif", bare)
    if _LOOSE.search(bare):
        bare = re.sub(r"(?<=\d) (?=%)", "", re.sub(r"(?<=[a-z])\. ", " ", re.sub(r" ?([/&,+]) ?", r"\1", bare)))
    return _BLANKS.sub("_", bare)


@dataclass(frozen=True, eq=False)
class _Same:
    """A mapping as a key by what it is, not by what it holds: the aliases of a list are many, and never change."""

    of: Mapping[str, str]

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.of is other.of


@dataclass(frozen=True)
class _Shape:
    """One way of writing a choice, taken apart for comparison with what was typed."""

    code: str
    words: tuple[str, ...]
    turned: frozenset[str]
    counting: str


@lru_cache(maxsize=512)
def _shapes(options: tuple[str, ...], aliases: _Same) -> tuple[_Shape, ...]:
    """All ways of writing the choices, the longest first."""
    known = sorted(_table(options, aliases)[0].items(), key=lambda item: -len(item[0]))
    return tuple(_Shape(code, _words(text), turned(text), _counting(_words(text))) for text, code in known)


@lru_cache(maxsize=512)
def _table(options: tuple[str, ...], aliases: _Same) -> tuple[dict[str, str], tuple[str, ...]]:
    known = {key(option): option for option in options}
    for written, code in aliases.of.items():
        known.setdefault(key(written), code)
    inside = [f"_{separator}_" if separator.isalpha() else separator for separator in _SEPARATORS]
    free = [name for name, sign in zip(_SEPARATORS, inside, strict=True) if not any(sign in one for one in known)]
    return known, tuple(_SEPARATORS[name] for name in free)


def table(column: Column) -> Mapping[str, str]:
    """Every way of writing a choice of the column, as a key -> its code."""
    return _table(column.options, _Same(column.aliases))[0]


def match(text: str, column: Column, city: str = "") -> str | None:
    """The choice that is written, with what may stand around it and does not change it; None where it is none."""
    known = table(column)
    if found := known.get(text) or known.get(key(text)):
        return found
    if len(text) > 100:
        return None
    bare = _NUMBERING.sub("", text.strip(_ENDS), count=1)
    forms = (bare, _as_code(bare), _without_city(bare, city), _without_share(bare), _only_done(bare))
    for form in (*forms, as_it_stands(bare, _without_city(bare, city)), of_the_mayor(bare, city)):
        if form and (found := known.get(key(form))):
            return found
    return _twice(_without_city(bare, city) or bare, known, city)


def _as_code(text: str) -> str:
    """A code as the lists have it: d-6 and D 6 as D6, 7,3 as 7.3."""
    return re.sub(r"^(\d),(\d)$", r"\1.\2", re.sub(r"^([a-z])[ -](\d{1,2})$", r"\1\2", text, flags=re.I))


def _without_city(text: str, city: str) -> str:
    """An agency without the city that it is of: Dinkes Kota X, Polres X Kota; not with another one's."""
    if not city:
        return ""
    first, _, name = (re.escape(part) for part in city.partition(" "))
    return re.sub(rf"(?<=[\w)])[ /,-]+\(?(?:{first} {name}|{name} {first}|{first})\)?$", "", text, flags=re.I)


def _without_share(text: str) -> str:
    stage = _SHARE.sub("", text)
    return stage if _STAGE.match(stage) else ""


def _only_done(text: str) -> str:
    """What is done without how well it went; nothing where it is not done, or something else stands beside it."""
    text = _WHOLLY.sub("", text)
    if (found := _FINELY.fullmatch(text)) and (found["behind"] or _ALL_FINE.fullmatch(found["in"].strip())):
        text = found["done"]
    return text if _DONE.search(text) and not turned(text) else ""


def _twice(text: str, known: Mapping[str, str], city: str) -> str | None:
    """One choice in two ways: its name and its short form, its code and its label."""
    found = _BRACKETED.fullmatch(text)
    if not found:
        return None
    first, second = (part for part in found.groups() if part is not None)
    parts = [first, *(_BESIDE.split(second) if found[2] else [second])]
    both = {known.get(key(part)) or known.get(key(_without_city(part, city))) for part in parts}
    return both.pop() if len(both) == 1 else None


def parted(text: str) -> list[str]:
    """What stands apart in a cell, by whatever separates values."""
    return [part.strip() for part in _PARTED.split(text) if part.strip(_ENDS + "()")]


def split(text: str, column: Column) -> list[str]:
    """The parts of a cell that may hold several choices: by every separator that is no part of a choice."""
    free = _table(column.options, _Same(column.aliases))[1]
    return [part for part in re.split("|".join(free), text, flags=re.I) if part.strip(_ENDS)] if free else [text]


def turned(text: str) -> frozenset[str]:
    """The words in the text that turn what they stand by into something else."""
    line = re.sub(r"[^\w?±]+|_", " ", text.casefold())
    return frozenset(found for form in _TURNING for found in form.findall(line))


def mentioned(text: str, column: Column) -> set[str]:
    """The choices whose whole name stands somewhere in the text, the longest names first."""
    found: set[str] = set()
    line = "_".join(("", *_words(text), ""))
    for one in _shapes(column.options, _Same(column.aliases)):
        plain = f"_{'_'.join(one.words)}_"
        if len(plain) > 4 and plain in line:
            found.add(one.code)
            line = line.replace(plain, "_?_")
    return found


def nearest(text: str, column: Column) -> str | None:
    """The one choice that was nearly typed, by a slip; None where two are, or where a word was added or turned."""
    words = _words(text)
    typed, sense, counting = "".join(words), turned(text), _counting(words)
    near = {
        one.code
        for one in _shapes(column.options, _Same(column.aliases))
        if one.turned == sense and one.counting == counting and _by_a_slip(typed, words, one.words)
    }
    return near.pop() if len(near) == 1 else None


def _by_a_slip(typed: str, words: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Whether the words differ by their blanks only, or by a slip or two within each of them."""
    other = "".join(meant)
    if typed == other or len(typed) <= 3 or len(words) != len(meant):
        return typed == other
    if OSA.distance(typed, other, score_cutoff=max(1, len(other) // 6)) > max(1, len(other) // 6):
        return False
    # Of short words, RT and RW, each is one slip from the next.
    return all(OSA.distance(one, two) <= len(two) // 4 for one, two in zip(words, meant, strict=True))


def _counting(words: tuple[str, ...]) -> str:
    """The figures among the words, Roman ones too: tahap iii is no slip for tahap ii."""
    return "".join(word if re.fullmatch("[ivx]+", word) else re.sub(r"\D", "", word) for word in words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\W_]+", text.casefold()) if word)
