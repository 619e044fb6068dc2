"""Whether the words in brackets behind a figure, `15 (lima belas)`, say the same number."""

from __future__ import annotations

import re

from num2words import num2words

_PARTS = frozenset(
    [
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "belas",
        "puluh",
        "seratus",
        "ratus",
        "seribu",
        "ribu",
        "sejuta",
        "juta",
        "miliar",
        "milyar",
        "triliun",
        "trilyun",
        "se",
    ]
)
#: Above this nobody writes a figure in words, and the library's own words are not the usual ones.
_LARGEST = 10**15


def agrees(spelled: str, number: int, beside: frozenset[str]) -> bool:
    """Whether Indonesian number words (lower case) say `number`; units (`beside`) may stand among them."""
    if not 0 <= number < _LARGEST:
        return False
    return _plain(" ".join(_words(spelled, beside))) == _plain(num2words(number, lang="id"))


def is_number_word(spelled: str, beside: frozenset[str]) -> bool:
    """Whether the text is made of Indonesian number words only, whatever number they say."""
    said = _words(spelled, beside)
    return bool(said) and all(word in _PARTS for word in said)


def _words(spelled: str, beside: frozenset[str]) -> list[str]:
    return [word for word in spelled.replace("-", " ").split() if word not in beside]


def _plain(text: str) -> str:
    """One spelling without blanks: satu ribu and seribu are the same, as are milyar and miliar."""
    text = text.replace("milyar", "miliar").replace("trilyun", "triliun")
    return re.sub(r"\bsatu (?=(?:belas|puluh|ratus|ribu|juta|miliar|triliun)\b)", "se", text).replace(" ", "")
