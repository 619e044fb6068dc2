"""Numbers of persons that are known by their form alone: NIK and KK, NIP, phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Digits of a NIK (also that of a family card) and of a NIP; of a phone number with its 0, and with its 62.
NIK, NIP = 16, 18
_PHONE, _ABROAD = range(10, 15), range(10, 16)

#: Groups of digits that may be one number; a slash parts them, since numbers of letters and SP2D are full of slashes.
_CHAIN = re.compile(r"\d+(?:[ ._()\-]{1,3}\d+)*")
_MOBILE = re.compile(r"08[1-9]\d*")
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


@dataclass(frozen=True)
class Groups:
    """Groups of digits beside each other, what parts them, and the two signs before the first one."""

    digits: tuple[str, ...]
    parts: tuple[str, ...]
    before: str

    @property
    def whole(self) -> str:
        return "".join(self.digits)

    @property
    def lengths(self) -> list[int]:
        return [len(one) for one in self.digits]

    @property
    def is_money(self) -> bool:
        """1.234.567 and 1 234 567: no number of a person begins with a few digits and goes on by threes, but one
        that begins with a zero or a plus sign."""
        first, *others = self.lengths
        threes = bool(others) and first <= 3 and set(others) == {3}
        return threes and self.digits[0][0] != "0" and self.before[-1:] != "+"


def found(text: str) -> str | None:
    """nik, nip or telepon; `text` is plain."""
    kinds = (_kind(groups) for chain in chains(text) for groups in _windows(chain))
    return next((kind for kind in kinds if kind), None)


def chains(text: str) -> Iterator[Groups]:
    """Groups of digits that stand beside each other, the longest way."""
    for chain in _CHAIN.finditer(text):
        pieces = re.split(r"(\D+)", chain[0])
        yield Groups(tuple(pieces[::2]), tuple(pieces[1::2]), text[max(0, chain.start() - 2) : chain.start()])


def _windows(chain: Groups) -> Iterator[Groups]:
    """Every run of whole groups that is as long as one of these numbers; a single group of any length."""
    # Within an amount (1.081.000.000.000) nothing begins.
    starts = chain.digits[:1] if _by_thousands(chain) else chain.digits
    for first, start in enumerate(starts):
        before = chain.before if first == 0 else chain.parts[first - 1]
        phone = start.startswith(("08", "62", "0062"))
        total = 0
        for last in range(first, len(chain.digits)):
            total += len(chain.digits[last])
            if total > NIP and last > first:
                break
            if total >= NIK or (phone and total >= _PHONE[0]):
                yield Groups(chain.digits[first : last + 1], chain.parts[first:last], before)


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
    if len(whole) == NIK and _built_as_nik(whole) and _parted_as_nik(groups):
        return "nik"
    return "telepon" if _is_phone(groups) else None


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
    return min(lengths) >= 4 or (min(lengths) >= 2 and lengths[-1] >= 4 and len(set(groups.parts)) == 1)


def _is_phone(groups: Groups) -> bool:
    """08… or 62 with its plus sign, grouped in any way but as times are: 08.30-10.30; or 62 8… in several groups."""
    first, total = groups.digits[0], len(groups.whole)
    if first.startswith("0062") or (first.startswith("62") and groups.before.rstrip(" (")[-1:] == "+"):
        return total in _ABROAD
    if len(first) >= 3 and _MOBILE.match(first):
        return total in _PHONE
    # In one run 628… may be rupiah.
    abroad = groups.whole.startswith("628") and groups.whole[3] != "0" and (first == "62" or len(first) >= 5)
    return abroad and total in range(11, 15) and len(groups.digits) > 1
