"""The topic's own words by which cells and sentences are read: kata.toml of the project, which may have none.

    satuan_tempat = ["posyandu"]              # each key is a list of words
    kantor = { puskesmas = "kecamatan" }      # but for three, which are tables

Patterns are built of them where they are used. A file with a mistake gives no word at all: whoever reads the reference
tables tells of it, and until it is mended the engine reads by its own words alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from monev import REFERENCE, reference

FILE = "kata.toml"
#: The keys that hold a list of words, and what such a word is.
LISTS = {
    "satuan_orang": "a unit of people behind a figure: 500 peserta",
    "orang": "in a title: that people are counted",
    "satuan_tempat": "what is counted beside people and has people, and a number of its own",
    "jumlah": "what a line of totals may name behind its word: JUMLAH DANA",
    "semua": "what a line of all there is may name: Seluruh OPD",
    "dana": "money that is given",
    "surat": "a paper; the number or date beside it is its own",
    "pembeda": "what makes another thing of a title that it stands in",
    "penerima": "to whom a case is passed on",
    "berkota": "an office whose name says by itself that it is of a city",
    "lembaga": "a body that has no choice of its own",
    "milik": "before the name of a body: what is its own",
    "topik": "the topic itself: rapat …",
    "hari_h": "another name of the day towards which is counted",
    "tanda_hari_h": "that so many days are counted from that day",
    "acara": "what happens on some day: before a date it is whose date that is",
    "masa": "a time with a name: before it, and its date, is until when",
}
#: Those that hold a table: an office of which every place of a level has one -> that level; a name that is another
#: choice of the contract where certain words stand in the sentence -> {pilihan = that choice, bila = these words}; what
#: no screen may show -> words in the title of a column or a tab that holds it.
OFFICES, MEANT, KEPT_OUT = "kantor", "sebutan_ganda", "tidak_dibaca"
LEVELS = ("kecamatan", "kelurahan")
_WORD = re.compile(r"(?=.{2,60}\Z)[a-z][a-z0-9]*(?:[ .-][a-z0-9]+)*")
#: Matches nothing.
_NONE = "(?!)"


class Meant(NamedTuple):
    """The choice that a name means where one of the words `where` stands in the sentence."""

    choice: str
    where: tuple[str, ...]


def words(*keys: str) -> tuple[str, ...]:
    """All words of these keys, each once; none where the topic names none."""
    said = _said(_home())
    return tuple(dict.fromkeys(word for key in keys for word in said.get(key, ())))


def either(*keys: str) -> str:
    """The same as a part of a pattern, the longest ahead; where there are none it matches nothing."""
    return any_of(words(*keys))


def any_of(names: tuple[str, ...]) -> str:
    """Any of these texts as a part of a pattern."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or _NONE


def offices() -> Mapping[str, str]:
    """Offices of which each place of a level has one: the word for it -> that level."""
    return _said(_home()).get(OFFICES, {})


def meant() -> Mapping[str, Meant]:
    """Names that mean another choice of the contract where certain words stand in the sentence."""
    table = _said(_home()).get(MEANT, {})
    return {name: Meant(one["pilihan"], tuple(one["bila"])) for name, one in table.items()}


def kept_out() -> Mapping[str, tuple[str, ...]]:
    """What no screen may show, in words -> the words of titles that tell of it."""
    return {what: tuple(told) for what, told in _said(_home()).get(KEPT_OUT, {}).items()}


def wrong(said: Mapping[str, Any]) -> tuple[str, str] | None:
    """The first key of what the file says that cannot stand there, and why, in words for whoever wrote it."""
    for key, value in said.items():
        if key == OFFICES:
            if not isinstance(value, dict) or not all(_is_word(word) for word in value):
                return key, "harus tabel kata huruf kecil = tingkat"
            if not all(level in LEVELS for level in value.values()):
                return key, f"tingkatnya harus {' atau '.join(LEVELS)}"
        elif key == MEANT:
            if not isinstance(value, dict) or not all(_is_word(name) and _is_meant(one) for name, one in value.items()):
                return key, "harus tabel sebutan = { pilihan = kode pilihan, bila = daftar kata huruf kecil }"
        elif key == KEPT_OUT:
            if not isinstance(value, dict) or not (all(map(_is_word, value)) and all(map(_are_words, value.values()))):
                return key, "harus tabel isinya = daftar kata huruf kecil"
        elif key not in LISTS:
            return key, f"tidak dikenal; yang dikenal: {', '.join((*LISTS, OFFICES, MEANT, KEPT_OUT))}"
        elif not _are_words(value):
            return key, 'harus daftar kata huruf kecil, misalnya ["kader", "balai warga"]'
    return None


def _is_word(one: object) -> bool:
    return isinstance(one, str) and _WORD.fullmatch(one) is not None


def _are_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_word, value))


def _is_meant(one: object) -> bool:
    return (
        isinstance(one, dict)
        and sorted(one) == ["bila", "pilihan"]
        and isinstance(one["pilihan"], str)
        and re.fullmatch(r"[a-z0-9][a-z0-9_.]*", one["pilihan"]) is not None
        and _are_words(one["bila"])
    )


def _home() -> Path:
    """Where the file lies: a city shares it with the topic, unless it has its own."""
    city = reference()
    return city if (city / FILE).is_file() else REFERENCE


@lru_cache(maxsize=4)
def _said(folder: Path) -> Mapping[str, Any]:
    try:
        said = tomllib.loads((folder / FILE).read_text("utf-8-sig"))
    except (OSError, ValueError):
        return {}
    return {} if wrong(said) else said
