"""Numbers of persons that are known by their form alone: NIK and KK, NIP, NPWP."""

from __future__ import annotations

from itertools import accumulate

from monev.reading.personal.digit_groups import Groups, both_ways, window

#: Digits of a tax number, of a NIK (also that of a family card) and of a NIP.
_NPWP, NIK, NIP = 15, 16, 18
#: How a NIK is parted by what it means: 327299 010190 0001, also with its places apart. Any sign may part these.
_MEANT = ((6, 6, 4), (2, 2, 2, 6, 4), (6, 2, 2, 2, 4))
#: 11-01-2024 - 12-01-2024, and two days with an hour.
_TWO_DAYS = ((2, 2, 4, 2, 2, 4), (4, 2, 2, 4, 2, 2, 2))
#: 99.999.999.9-999.999, and the same behind the zero that it has since 2024.
_TAXED = ((2, 3, 3, 1, 3, 3), (2, 3, 3, 1, 6), (3, 3, 3, 1, 3, 3), (3, 3, 3, 1, 6))
#: The first two digits of a NIK: codes of provinces.
_PROVINCES = {
    *range(11, 20),
    21,
    *range(31, 37),
    *range(51, 54),
    *range(61, 66),
    *range(71, 77),
    81,
    82,
    *range(91, 98),
}


def found(text: str) -> str | None:
    """nik, nip or npwp; `text` is plain."""
    kinds = (kind for chain in both_ways(text) for kind in (_single(chain), _parted(chain)))
    return next((kind for kind in kinds if kind), None)


def _single(chain: Groups) -> str | None:
    """The kind of a group of the chain that is long enough by itself."""
    for place in chain.starts:
        group, before = chain.digits[place], chain.parts[place - 1] if place else chain.before
        # Behind a point or comma it may be a fraction: 0,3333333333333333.
        if len(group) >= NIK and (before[-1:] not in (".", ",") or _built_as_nik(group)):
            return "nip" if len(group) == NIP else "nik"
    return None


def _parted(chain: Groups) -> str | None:
    """The kind of any whole groups of the chain that are one number together."""
    whole, begins = chain.whole, [0, *accumulate(chain.lengths)]
    ends = {end: place for place, end in enumerate(begins[1:])}
    for first in chain.starts:
        begin = begins[first]
        for length, built, parted, kind in _FORMS:
            last = ends.get(begin + length)
            # The digits are asked first: that is cheap, and rules out nearly all of them.
            if last is not None and last > first and built(whole[begin : begin + length]):
                groups = window(chain, first, last)
                if not groups.is_money and parted(groups):
                    return kind
    return None


def _built_as_nip(digits: str) -> bool:
    """Date of birth, month of appointment (21: by contract), man or woman, number; BKN's form since 2007."""
    year, month, day, since, began = (
        int(digits[start:end]) for start, end in ((0, 4), (4, 6), (6, 8), (8, 12), (12, 14))
    )
    born = 1940 <= year <= 2010 and 1 <= month <= 12 and 1 <= day <= 31
    return born and 1960 <= since <= 2039 and (1 <= began <= 12 or began == 21) and digits[14] in "12"


def _built_as_nik(digits: str) -> bool:
    """Province, regency, district; day (a woman's plus 40), month and year; number. A card's number is built alike."""
    day = int(digits[6:8])
    born = (1 <= day <= 31 or 41 <= day <= 71) and 1 <= int(digits[8:10]) <= 12
    return int(digits[:2]) in _PROVINCES and born and digits[12:16] != "0000"


def _parted_as_nip(groups: Groups) -> bool:
    """In any way but as days are: it is built so closely that nothing else is like it."""
    return tuple(groups.lengths) not in _TWO_DAYS


def _parted_as_nik(groups: Groups) -> bool:
    """By fours and the like, or by its meaning (99.99.01.120590.0001); never a list of small numbers."""
    lengths = groups.lengths
    if groups.is_of_letter or not _parted_as_nip(groups):
        return False
    if min(lengths) >= 4 or tuple(lengths) in _MEANT:
        return True
    return min(lengths) >= 2 and lengths[-1] >= 4 and groups.evenly


def _parted_as_npwp(groups: Groups) -> bool:
    """With its dots or dash: blanks alone part a list as well, and a list may end in an amount (003 1.000.000)."""
    if tuple(groups.lengths) not in _TAXED or groups.is_of_letter:
        return False
    *_, before, first, second = groups.parts
    return any(part.strip() for part in groups.parts) and not (before != first == second and first in (".", " "))


#: Digits, how they are built, how they may be parted, kind.
_FORMS = (
    (NIP, _built_as_nip, _parted_as_nip, "nip"),
    (NIK, _built_as_nik, _parted_as_nik, "nik"),
    (_NPWP, lambda digits: True, _parted_as_npwp, "npwp"),
    (_NPWP + 1, lambda digits: digits[0] == "0", _parted_as_npwp, "npwp"),
)
