"""Where the header of a tab stands, and which column of the contract each of its cells names."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from monev.sheets import Value, is_blank

#: How far down a header is looked for first; below that only where these rows hold none.
TOP_ROWS = 100
#: A row is a header if it names at least two columns, and this share of what the best row names.
FEWEST, SHARE = 2, 0.6
#: A longer text is prose, not the title of a column.
LONGEST = 120

_SCALES = frozenset(
    [
        "ribu",
        "ribuan",
        "rb",
        "juta",
        "jutaan",
        "jt",
        "miliar",
        "miliaran",
        "milyar",
        "milyaran",
        "triliun",
        "triliunan",
        "trilyun",
    ]
)
# Scales only where nothing else stands beside them: (M), (Rp M), (000), (x 1.000).
_SHORT_SCALES = re.compile(r"m|t|x?1?(?:[.,]?000)+")
_UNITS = frozenset(
    [
        "rp",
        "idr",
        "rupiah",
        "unit",
        "buah",
        "tps",
        "lembar",
        "lbr",
        "set",
        "keping",
        "botol",
        "box",
        "orang",
        "org",
        "pemilih",
        "jiwa",
        "kegiatan",
        "kasus",
        "hari",
        "persen",
        "%",
        "dd",
        "mm",
        "yy",
        "yyyy",
        "hh",
        "bb",
        "tt",
        "tttt",
        "tgl",
        "bln",
        "thn",
        "tanggal",
        "bulan",
        "tahun",
    ]
)
_FILLERS = frozenset({"dalam", "satuan", "x", "kali"})
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NOTE = re.compile(r"[^\W\d_]|[%(\[]")
_WORD = re.compile(r"[^\W\d_]+|x?\d[\d.,]*|%")


#: Text of a title -> (name of the column or None, whether it names a scale).
NameOf = Callable[[str], tuple[str | None, bool]]


@dataclass(frozen=True)
class Title:
    """One cell of the header.

    `index` from 0, `row` the sheet row it stands in, `name` the column of the contract or None, `scaled`
    whether it says that its numbers are in thousands, millions or the like.
    """

    index: int
    row: int
    written: str
    name: str | None
    scaled: bool


@dataclass(frozen=True)
class Header:
    """The sheet rows of the header and its titles from left to right."""

    rows: tuple[int, ...]
    titles: tuple[Title, ...]


def plain(text: str) -> str:
    """What matching compares: lower case without blanks, underscores and signs that draw nothing."""
    text = "".join(text.lower().replace("_", " ").split())
    if not (text.isascii() and text.isprintable()):
        composed = unicodedata.normalize("NFC", text)
        text = "".join(sign for sign in composed if unicodedata.category(sign) not in ("Cf", "Cc"))
    return text.lstrip("'")


def without_unit(text: str) -> tuple[str, bool]:
    """The title without a bracketed unit, and whether a bracket names a scale. Other brackets stay."""
    scaled = False

    def weigh(bracket: re.Match[str]) -> str:
        nonlocal scaled
        kind = _unit_or_scale(bracket[1])
        scaled = scaled or kind == "scale"
        return " " if kind else bracket[0]

    return _BRACKET.sub(weigh, text), scaled


def says_scale(text: str) -> bool:
    """Whether a line above a table says that its numbers are scaled: a bracket, or `dalam jutaan rupiah`."""
    words = _WORD.findall(text.lower())
    spoken = any(first == "dalam" and second in _SCALES for first, second in itertools.pairwise(words))
    return spoken or without_unit(text)[1]


def find(rows: Sequence[Sequence[Value]], columns: Mapping[str, str]) -> Header | None:
    """The header of a tab, or None. `columns` is name -> title; a cell may bear either.

    The first row counts that names nearly as many columns as the best one, so that a header with a slip is
    not passed over for its repetition on the next printed page.
    """
    known = {plain(without_unit(title)[0]): name for name, title in columns.items()}
    known |= {plain(name): name for name in columns}
    name_of = lru_cache(10_000)(lambda text: _name_of(text, known))
    for reach in (TOP_ROWS, len(rows)):
        found = [_best(rows, at, name_of) for at in range(min(reach, len(rows)))]
        enough = max(FEWEST, SHARE * max(map(_named, found), default=0))
        for titles in found:
            if _named(titles) >= enough:
                return _with_units(rows, titles)
    return None


def _unit_or_scale(text: str) -> str | None:
    words = _WORD.findall(text.lower())
    if any(word in _SCALES for word in words):
        return "scale"
    if not words or not all(word in _UNITS | _FILLERS or _SHORT_SCALES.fullmatch(word) for word in words):
        return None
    return "scale" if any(_SHORT_SCALES.fullmatch(word) for word in words) else "unit"


def _name_of(text: str, known: Mapping[str, str]) -> tuple[str | None, bool]:
    if plain(text) in known:
        return known[plain(text)], without_unit(text)[1]
    bare, scaled = without_unit(text)
    if plain(bare) in known:
        return known[plain(bare)], scaled
    words = bare.lower().split()
    if any(word in _SCALES for word in words):
        bare = " ".join(word for word in words if word not in _SCALES | _FILLERS | {"rp", "rp.", "rupiah"})
        return known.get(plain(bare)), True
    return None, scaled


def _named(titles: Sequence[Title]) -> int:
    return len({title.name for title in titles if title.name})


def _texts(row: Sequence[Value]) -> dict[int, str]:
    return {
        index: value
        for index, value in enumerate(row)
        if isinstance(value, str) and len(value) <= LONGEST and not is_blank(value)
    }


def _best(rows: Sequence[Sequence[Value]], at: int, name_of: NameOf) -> list[Title]:
    """The titles of this row, or of this and the next one together if that names more than either alone."""
    alone = _single(rows, at, name_of)
    if at + 1 == len(rows) or any(not isinstance(value, str | None) for value in rows[at + 1]):
        return alone
    both = list(_double(rows, at, name_of))
    return both if _named(both) > max(_named(alone), _named(_single(rows, at + 1, name_of))) else alone


def _single(rows: Sequence[Sequence[Value]], at: int, name_of: NameOf) -> list[Title]:
    return [Title(index, at + 1, text, *name_of(text)) for index, text in _texts(rows[at]).items()]


def _double(rows: Sequence[Sequence[Value]], at: int, name_of: NameOf) -> Iterator[Title]:
    """A header in two rows: `DPT` over `Laki-laki`, `Perempuan`; of merged cells the first is filled."""
    upper, lower = _texts(rows[at]), _texts(rows[at + 1])
    over = ""
    for index in sorted(upper.keys() | lower.keys()):
        over = upper.get(index, over)
        if index not in lower:
            yield Title(index, at + 1, over, *name_of(over))
            continue
        joined = f"{over} {lower[index]}".strip()
        name, scaled = name_of(joined)
        if name is None:
            name, scaled = name_of(lower[index])
        yield Title(
            index,
            at + 2,
            joined if index in upper or name is None else lower[index],
            name,
            scaled or without_unit(over)[1],
        )


def _with_units(rows: Sequence[Sequence[Value]], titles: Sequence[Title]) -> Header:
    """The header with the row of units under it, if there is one: a scale may stand there as well."""
    header_rows = {title.row for title in titles}
    last = max(header_rows)
    under = rows[last] if last < len(rows) else []
    filled = {index: value for index, value in enumerate(under) if not is_blank(value)}
    kinds = {
        index: _unit_or_scale(_BRACKET.sub(r"\1", value)) if isinstance(value, str) and _NOTE.search(value) else None
        for index, value in filled.items()
    }
    if not filled or not all(kinds.values()):
        return Header(tuple(sorted(header_rows)), tuple(titles))
    joined = []
    for title in titles:
        scaled = title.scaled or kinds.get(title.index) == "scale"
        unit = f" {filled[title.index]}" if title.index in filled else ""
        joined.append(Title(title.index, title.row, title.written + unit, title.name, scaled))
    return Header((*sorted(header_rows), last + 1), tuple(joined))
