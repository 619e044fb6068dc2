"""Digits that are typed as letters or written out in words: O812 and “nol delapan satu dua”."""

from __future__ import annotations

import re

#: A run of digits in which letters stand for some of them. Its length is bounded, so that no text is read twice over.
_TYPED = re.compile(r"(?<![^\W_])[\dOoIl]{2,24}(?![^\W_])")
_LETTERS = str.maketrans("OoIl", "0011")
_NAMES = {
    "nol": "0", "kosong": "0", "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5", "enam": "6",
    "tujuh": "7", "delapan": "8", "lapan": "8", "sembilan": "9", "sepuluh": "10", "sebelas": "11",
}  # fmt: skip
_TEEN = re.compile(r"(?<![^\W\d_])(" + "|".join(_NAMES) + r") belas(?![^\W\d_])", re.IGNORECASE)
_NAME = rf"(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))}|\d{{1,4}})"
#: So many in a row are no list of counts; bounded, as all that repeats.
_WRITTEN_OUT = re.compile(rf"(?<![^\W_]){_NAME}(?:[ ,.\-/]{{1,3}}{_NAME}){{5,19}}(?![^\W_])", re.IGNORECASE)
#: Names that such a run must have: mere figures are parted as they are meant.
_FEWEST = 3
_ONE = re.compile(_NAME, re.IGNORECASE)


def typed_as_letters(text: str) -> str:
    """The text with digits for the letters within numbers."""
    return _TYPED.sub(lambda run: run[0].translate(_LETTERS) if any(map(str.isdigit, run[0])) else run[0], text)


def written_out(text: str) -> str:
    """The text with digits for a number that is told digit by digit."""
    teens = _TEEN.sub(lambda name: f"1{_NAMES[name[1].lower()]}", text)
    return _WRITTEN_OUT.sub(_joined, teens)


def _joined(run: re.Match[str]) -> str:
    """The digits of such a run; of mere figures it is left as it stands."""
    names = _ONE.findall(run[0])
    if sum(name.isalpha() for name in names) < _FEWEST:
        return run[0]
    return "".join(_NAMES.get(name.lower(), name) for name in names)
