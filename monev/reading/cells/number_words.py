"""Numbers in words: which one `sembilan belas` is, and whether `15 (lima belas)` says the same twice."""

from __future__ import annotations

from num2words import num2words

_DIGITS = {
    **{"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8},
    "sembilan": 9,
}
_ONE_OF = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "sejuta": 10**6}
_GREAT = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12}
_PARTS = frozenset([*_DIGITS, *_ONE_OF, *_GREAT, "belas", "puluh", "ratus", "se"])
#: Say zero where the figure 0 stands beside them.
_NONE = frozenset({"nihil", "nol", "tidak ada", "kosong"})
#: Above this nobody writes a figure in words, and the library's own words are not the usual ones.
_LARGEST = 10**15


def agrees(spelled: str, number: int, beside: frozenset[str]) -> bool:
    """Whether Indonesian number words (lower case) say `number`; units (`beside`) may stand among them."""
    if not 0 <= number < _LARGEST:
        return False
    if number == 0 and spelled.strip() in _NONE:
        return True
    return _plain(" ".join(_words(spelled, beside))) == _plain(num2words(number, lang="id"))


def is_number_word(spelled: str, beside: frozenset[str]) -> bool:
    """Whether the text is made of Indonesian number words only, whatever number they say."""
    said = _words(spelled, beside)
    return bool(said) and all(word in _PARTS for word in said)


def number_said(spelled: str, beside: frozenset[str]) -> int | None:
    """The number that the words say, None where they are no number as it is spelled."""
    said = _words(spelled, beside)
    if not said or not all(word in _PARTS for word in said) or len(said) > 30:
        return None
    total = group = last = 0
    for word in said:
        if word in _GREAT:
            total, group, last = total + (group + last or 1) * _GREAT[word], 0, 0
        elif word == "belas":
            group, last = group + 10 + last, 0
        elif word in ("puluh", "ratus"):
            group, last = group + last * (10 if word == "puluh" else 100), 0
        elif word in ("seribu", "sejuta"):
            total, group, last = total + _ONE_OF[word], 0, 0
        elif word in _ONE_OF:
            group, last = group + last + _ONE_OF[word], 0
        else:
            group, last = group + last, _DIGITS.get(word, 1)
    number = total + group + last
    return number if agrees(spelled, number, beside) else None


def _words(spelled: str, beside: frozenset[str]) -> list[str]:
    return [word for word in spelled.replace("-", " ").replace(".", " ").split() if word not in beside]


def _plain(text: str) -> str:
    """One spelling without blanks: satu ribu and seribu are the same, as are milyar and miliar."""
    text = f" {text}".replace("milyar", "miliar").replace("trilyun", "triliun")
    for great in ("belas", "puluh", "ratus", "ribu", "juta", "miliar", "triliun"):
        text = text.replace(f" satu {great}", f" se{great}")
    return text.replace(" ", "")
