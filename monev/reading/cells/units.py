"""Which words may stand beside a figure without changing it, and which make it another one."""

from __future__ import annotations

import re
from functools import lru_cache

from monev.contract.parts import Column
from monev.words import vocabulary

#: Words for a thousand and more; only a column of rupiah is written so.
SCALES = {
    **dict.fromkeys(("rb", "ribu"), 10**3),
    **dict.fromkeys(("jt", "jta", "juta"), 10**6),
    **dict.fromkeys(
        ("m", "mlr", "miliar", "milyar", "miliard", "milyard", "miliyar", "miliyard", "milliar", "millyar", "milliard"),
        10**9,
    ),
    **dict.fromkeys(("t", "triliun", "trilyun", "triliyun", "trillun", "trilliun"), 10**12),
}
SCALE_NAMES = {10**3: "ribu", 10**6: "juta", 10**9: "miliar", 10**12: "triliun"}

_PEOPLE = frozenset(
    [
        "orang", "org", "jiwa", "peserta", "siswa", "siswi", "mahasiswa", "mahasiswi", "pelajar", "santri",
        "warga", "hadirin", "personel", "personil", "petugas", "anggota", "pegawai", "kader",
        *vocabulary.words("satuan_orang"),
    ]
)  # fmt: skip
#: Places that are counted, and are no people.
STATIONS = frozenset(vocabulary.words("satuan_tempat"))
_THINGS = frozenset(
    [
        "unit", "buah", "bh", "lembar", "lbr", "set", "keping", "kpg", "botol", "btl", "box", "kotak", "biji", "pcs",
        "exp", "eks", "eksemplar", "exemplar", "helai",
    ]
)  # fmt: skip
UNITS = _PEOPLE | STATIONS | _THINGS
#: Title words by which a column counts people.
_COUNTS_PEOPLE = _PEOPLE | {"massa", "pengguna", *vocabulary.words("orang")}
#: Each holds several pieces, and how many nobody says; or it is a part of one.
_PACKED = re.compile(
    r"\b(?:rim|dus|dos|doos|kardus|lusin|kodi|gros|pak|pack|koli|colli|koly|karung|bundel|bundle|ikat|bal|ball|peti"
    r"|bungkus|bks|roll|rol|pasang|ton|kg|kuintal|kk|kelompok|regu|tim|rombongan|setengah|seperempat)\b"
)
#: Title words that say how a figure came about, not what is counted.
_GENERIC = frozenset(["jumlah", "nilai", "perkiraan", "rencana", "kumulatif", "total", "rp"])
_TURNING = frozenset(["tidak", "belum", "bukan", "tanpa", "kurang"])
#: Of these none is as it should be, or is the plain kind.
_AMISS = _TURNING | {
    "rusak",
    "rawan",
    "hilang",
    "kekurangan",
    "khusus",
    "sisa",
    "kendala",
    "tms",
    *vocabulary.words("pembeda"),
}
#: Of pieces too, unless pieces of another kind are counted: 45 box of bottles.
_ALSO_PACKED = frozenset(["box", "boks", "kotak", "kemasan", "karton", "kantong"])
_SCALED = re.compile(r"([1-9]\d{0,2}) ?([a-z]+)")
_COMPOUND = re.compile(r"(?:(?:rp|idr)[ .:]*)?((?:[1-9]\d{0,2} ?[a-z]+ ){1,3}[1-9]\d{0,2} ?[a-z]+)(?: ?,-| rupiah)?")
#: Behind a unit of people it says of them what the column's own title takes for granted.
_TAKEN_FOR_GRANTED = {"aktif": {"linmas", "personel", "personil", "anggota", "petugas", "kader"}, "hadir": {"peserta"}}


def packed(text: str) -> bool:
    """Whether a word stands in the text that means several pieces, or another count than of pieces."""
    return bool(_PACKED.search(text))


def packs(words: list[str], counted: list[str]) -> bool:
    """Whether one of the words is a container of what is counted; `counted` are the words beside the total."""
    return packed(" ".join(words)) or bool(_ALSO_PACKED.intersection(words) - {*counted})


def of_pieces(words: list[str]) -> bool:
    """Whether these words are one unit of single things."""
    return len(words) == 1 and words[0] in _THINGS


def compound(text: str) -> int | None:
    """An amount by falling scales, 2 M 760 jt: each part less than one of the scale before; None where it is none."""
    found = _COMPOUND.fullmatch(text)
    if not found:
        return None
    total, above = 0, 0
    for figure, word in _SCALED.findall(found[1]):
        scale = SCALES.get(word, 0)
        if not scale or (above and int(figure) * scale >= above):
            return None
        total, above = total + int(figure) * scale, scale
    return total


def turns(column: Column) -> bool:
    """Whether the column counts by its title what is not as it should be."""
    return bool(_AMISS & {*_own(column.title)})


@lru_cache(maxsize=1024)
def _own(title: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[a-z]+", title.casefold()) if word not in _GENERIC)


def other_kind(names: list[str], column: Column) -> bool:
    """Whether people are counted where the title counts places, or places where it counts people."""
    own, typed = set(_own(column.title)), set(names)
    stations = bool(own & STATIONS)
    return bool(typed & _PEOPLE if stations else own & _COUNTS_PEOPLE and typed & STATIONS)


def own_words(column: Column) -> set[str]:
    """The words of the column's title that say what it counts."""
    return {*_own(column.title)}


def counts_people(column: Column) -> bool:
    """Whether the column counts people by its title; places with their people are places."""
    own = own_words(column)
    return bool(own & _COUNTS_PEOPLE) and not own & STATIONS


def understood(names: list[str], column: Column) -> bool:
    """Whether all these words are units, or what the column counts by its own title.

    Of the title the last word tells it apart (Pos Petugas Lengkap), and where its words turn the meaning (Pos
    Tidak Lengkap), all of them.
    """
    rest = {name for name in names if name not in UNITS}
    own = _own(column.title)
    if rest and names[0] in _PEOPLE and not _TURNING & {*own}:
        rest -= {word for word, titles in _TAKEN_FOR_GRANTED.items() if titles & {*own}}
    if not rest:
        return True
    return bool(own) and rest <= {*own} and own[-1] in rest and (not _TURNING & {*own} or rest >= {*own} - UNITS)
