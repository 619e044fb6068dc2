"""Which month and which day of the week is written, in Indonesian or English, in full, short or Roman."""

from __future__ import annotations

from functools import lru_cache

from babel.dates import get_day_names, get_month_names
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from monev.words import words

NAMES = dict(get_month_names("wide", locale=words.LOCALE))
_ENGLISH = dict(get_month_names("wide", locale="en"))
_FULL = {
    **{name.casefold(): number for names in (_ENGLISH, NAMES) for number, name in names.items()},
    **{"pebruari": 2, "juny": 6, "nopember": 11},
}
_SHORT = {
    **{name[:3]: number for name, number in _FULL.items()},
    **{"agt": 8, "agust": 8, "agus": 8, "agst": 8, "sept": 9},
}
_IN_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = {name: number for number, name in enumerate(_IN_ROMAN, start=1)}
_MONTHS = {**_FULL, **_SHORT, **_ROMAN}
#: Any name of a month as it is known, to be found among other words.
NAMED = "|".join(sorted((name for name in _MONTHS if len(name) > 2 and name not in _ROMAN), key=len, reverse=True))
#: A name shorter than this is one slip away from another month, as juni is from juli.
_LONG_ENOUGH = 5


def _week(locale: str) -> dict[str, int]:
    names = {name.casefold().replace("'", ""): day for day, name in get_day_names("wide", locale=locale).items()}
    return {**{name[:3]: day for name, day in names.items()}, **names}


WEEKDAYS = {**_week("en"), **_week(words.LOCALE)}
WEEKDAYS["ahad"] = WEEKDAYS["minggu"]
#: As they are said here and on Java.
WEEKDAYS |= {
    "senen": 0,
    "salasa": 1,
    "slasa": 1,
    "rebo": 2,
    "kemis": 3,
    "jumaah": 4,
    "jumah": 4,
    "saptu": 5,
    "sebtu": 5,
}


def month_of(written: str) -> int | None:
    """The month by its name, short form, Roman or plain number, or its name with one slip; None where unknown."""
    if written.isdigit():
        return int(written)
    return _MONTHS.get(written) or _slipped(written)


@lru_cache(maxsize=256)
def _slipped(written: str) -> int | None:
    """The one month within a slip (a letter wrong, missing, too many, or two turned) of what is written."""
    if len(written) < _LONG_ENOUGH - 1:
        return None
    close = {number for name, number in _MONTHS.items() if len(name) > 2 and OSA.distance(written, name) <= 1}
    likely = {
        number for name, number in _FULL.items() if len(name) >= _LONG_ENOUGH and OSA.distance(written, name) <= 1
    }
    return likely.pop() if len(likely) == 1 and likely == close else None


def proposed(written: str) -> int | None:
    """The one month whose name is nearest to what is written, to be asked about."""
    names = {name: name for name in _FULL}
    best = process.extract(written, names, scorer=fuzz.ratio, score_cutoff=75, limit=4)
    near = {_FULL[name] for name, _, _ in best}
    return near.pop() if len(near) == 1 else None
