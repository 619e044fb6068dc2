"""Which texts a drop-down offers: such as officials write them, and such as the cell's reader takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from monev.contract.choices import OWNERS
from monev.contract.contracts import Column, TabContract
from monev.contract.parts import PLACES
from monev.reading import cells
from monev.reading.cells import Places
from monev.words import words

#: The texts of a column that asks for yes or no.
YES_NO = ("Ya", "Tidak")
#: Says, in the first column of a key, that there is nothing to list.
NIHIL = "Nihil"

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Labels:
    """The label of each choice by (list, code), and the abbreviations among their words by their small letters."""

    label: Mapping[tuple[str, str], str]
    capitals: Mapping[str, str]

    @classmethod
    def of(cls, labels: Iterable[tuple[str, str, str]]) -> Labels:
        """From (list, code, label)."""
        known = {(name, code): label for name, code, label in labels}
        seen = {word for label in known.values() for word in _WORD.findall(label)}
        return cls(known, {word.casefold(): word for word in seen if len(word) > 1 and word.isupper()})


def choices(column: Column, places: Places, labels: Labels) -> dict[str, str]:
    """Code -> the text for it: its label where that is the code as people write it, else the code in words."""
    return {code: _text(code, column, places, labels) for code in column.options}


def drop_down(column: Column, tab: TabContract, places: Places, labels: Labels) -> tuple[str, ...]:
    """The texts that the column's cells offer; none for free text, figures, dates, and several choices in a cell."""
    if column.type == "pilihan":
        texts = tuple(choices(column, places, labels).values())
    elif column.type == "yt":
        texts = YES_NO
    elif column.type in PLACES:
        names = places.kecamatan if column.type == "kec" else places.kelurahan
        texts = (*names, cells.CITYWIDE) if column.citywide else names
    else:
        return ()
    return (*texts, NIHIL) if may_be_nihil(column, tab) else texts


def may_be_nihil(column: Column, tab: TabContract) -> bool:
    """Whether an empty list is told in this column: the first of the key, where not every kelurahan has its row."""
    return column.name == tab.key[0] and not tab.all_kelurahan


def _text(code: str, column: Column, places: Places, labels: Labels) -> str:
    label = labels.label.get((column.list or "", code), code)
    if cells.read(label, replace(column, aliases={}), places).value in (code, (code,)):
        return label
    plain = words.capital(" ".join(labels.capitals.get(word, word) for word in code.split("_")))
    if column.list == OWNERS:
        # A code is no name: in a sheet that people read a body is called as people call it.
        called = [written for written, whose in column.aliases.items() if whose == code]
        for name in () if plain in called else (label, *called):
            if ";" not in name and cells.read(name, column, places).value in (code, (code,)):
                return name
    return plain
