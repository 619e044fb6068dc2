"""Numbers of persons that are known by their form alone: NIK and KK, NIP, NPWP."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as one_after_another

from monev.personal.groups import Groups, chains, wide_chains, window

#: Digits of a tax number, of a NIK (also that of a family card) and of a NIP.
_NPWP, NIK, NIP = 15, 16, 18
#: How a NIK is parted by what it means: 327299 010190 0001, also with its places apart. Any sign may part these.
_MEANT = ((6, 6, 4), (2, 2, 2, 6, 4), (6, 2, 2, 2, 4))
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
    windows = one_after_another.from_iterable(map(_windows, one_after_another(chains(text), wide_chains(text))))
    return next((kind for kind in map(_kind, windows) if kind), None)


def _windows(chain: Groups) -> Iterator[Groups]:
    """Every run of whole groups that is as long as one of these numbers; a single group of any length."""
    # Within an amount (1.081.000.000.000) nothing begins.
    starts = chain.digits[:1] if _by_thousands(chain) else chain.digits
    for first in range(len(starts)):
        total = 0
        for last in range(first, len(chain.digits)):
            total += len(chain.digits[last])
            if total > NIP and last > first:
                break
            if total in (_NPWP, NIK, NIP) or (total > NIK and last == first):
                yield window(chain, first, last)


def _by_thousands(chain: Groups) -> bool:
    first, *others = chain.digits
    if not others or first[0] == "0" or len(first) > 3:
        return False
    return {len(group) for group in others} == {3} and set(chain.parts) in ({"."}, {" "})


def _kind(groups: Groups) -> str | None:
    whole = groups.whole
    if len(groups.digits) == 1 and len(whole) >= NIK:
        # Behind a point or comma it may be a fraction: 0,3333333333333333.
        if groups.before[-1:] in (".", ",") and not _built_as_nik(whole):
            return None
        return "nip" if len(whole) == NIP else "nik"
    if groups.is_money:
        return None
    if len(whole) == NIP and _built_as_nip(whole):
        return "nip"
    if groups.is_of_letter:
        return None
    if len(whole) == NIK and _built_as_nik(whole) and _parted_as_nik(groups):
        return "nik"
    return "npwp" if _parted_as_npwp(groups) else None


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


def _parted_as_nik(groups: Groups) -> bool:
    """By fours and the like, or by its meaning (99.99.01.120590.0001); never a list of small numbers."""
    lengths = groups.lengths
    if min(lengths) >= 4 or tuple(lengths) in _MEANT:
        return True
    return min(lengths) >= 2 and lengths[-1] >= 4 and groups.evenly


def _parted_as_npwp(groups: Groups) -> bool:
    """With its dots or dash: blanks alone part a list as well."""
    lengths = tuple(groups.lengths)
    zero = len(groups.whole) == _NPWP or groups.digits[0][0] == "0"
    return lengths in _TAXED and zero and any(part.strip() for part in groups.parts)
