"""Hijri dates beside the Gregorian ones that columns hold: taken off where both name one day."""

from __future__ import annotations

import datetime as dt
import re

#: Each month by its spellings, apostrophes left out.
_MONTHS = (
    "muharr?am",
    "s(?:h)?af[ae]r",
    "rabi(?:ul|u?l|u? al|) ?-?aw+al",
    "rabi(?:ul|u?l|u? al|) ?-?(?:akh?ir|t?sani|thani)",
    "juma(?:di|da)(?:l|ul| al|) ?-?(?:aw+al|ula)",
    "juma(?:di|da)(?:l|ul| al|) ?-?(?:akh?ir(?:ah)?|t?saniy?ah?|thani)",
    "rajab",
    "s(?:h|y)?a?ban",
    "rama(?:d|dh|dl)an|romadh?on",
    "s(?:h|y)?aww?al",
    "d?zul(?:h|)? ?-?[qk]a[idy]*d?ah",
    "d?zul(?:h|)? ?-?hij+ah?",
)
_HIJRI = re.compile(
    r"(?<!\d)(?P<day>[1-9]|[0-2]\d|30) ?(?:"
    + "|".join(f"(?P<month{number}>{names})" for number, names in enumerate(_MONTHS, start=1))
    + r"|[/.-] ?(?P<month>\d{1,2}) ?[/.-]) ?(?P<year>14[3-5]\d)(?!\d)(?: ?h(?:ijriy?ah|ijri)?\b\.?)?"
)
_AROUND = r"[ ,/|=(-]*(?:(?:yang )?bertepatan dengan(?: tanggal)?)?[ ,]*"
_GREGORIAN = re.compile(r"(?<=\d) ?(?:m|masehi)\b\.?(?= ?[ ,/|=()-]|$)")
#: Also where no Hijri date stands beside it.
_SAID = re.compile(r"(?<=\b20\d\d) ?(?:m|masehi)\.?$")
_CUT = "\x00"
#: The month begins when the moon is seen, so a reckoned day may be off by as much.
_MOST_OFF = 3


def without_hijri(text: str) -> tuple[str, dt.date | None]:
    """The text (one line in small letters) without its Hijri date, and the Gregorian day which that is, about."""
    found = _HIJRI.search(text)
    if not found:
        return _SAID.sub("", text), None
    month = int(found["month"] or 0) or next(n for n in range(1, 13) if found[f"month{n}"])
    before, after = text[: found.start()], text[found.end() :]
    bare = re.sub(rf"{_AROUND}{_CUT}[ )]*{_AROUND}\)?", " ", f"{before}{_CUT}{after}").strip(" ,/|=()-")
    day = _gregorian(int(found["day"]), month, int(found["year"])) if month <= 12 else None
    return _GREGORIAN.sub("", bare), day or dt.date.min


def agree(hijri: dt.date, date: dt.date) -> bool:
    """Whether a reckoned Hijri day may be that date."""
    return abs((hijri - date).days) <= _MOST_OFF


def _gregorian(day: int, month: int, year: int) -> dt.date:
    """By the tabular calendar, in which 11 of 30 years have a day more."""
    julian = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1948440 - 385
    return dt.date.fromordinal(julian - 1721425)
