"""Phone numbers that are known by their form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monev.reading.personal.digit_groups import Groups, both_ways, window
from monev.words.vocabulary import either

#: Digits of a phone number with its 0, and with its 62.
_PHONE, _ABROAD = range(10, 15), range(10, 16)
_MOBILE = re.compile(r"08[1-9]\d*")
#: 628… in one run within words. Alone in its cell it may be rupiah, which depends on the column.
_RUN = re.compile(r"(?<![\d.,/])628[1-9]\d{7,10}(?!\d|[.,]\d|/[A-Za-z]|,-)")
#: The highest number of a place that a list in pairs may hold: 08 12 15 20 21 22.
_LISTED = 60

#: A day in figures. Behind a number of three or four digits it would make it as long as that of a phone.
DATE = re.compile(
    r"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])(?P<part>[-./ ])(?:0?[1-9]|1[0-2])(?P=part)(?:19|20)\d\d"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-[0-3]\d|(?:19|20)\d\d[-/](?:19|20)\d\d)(?!\d)"
)
#: What has digits enough and is another number: of a letter that ends in its year, of SP2D and the like, an amount, two
#: coordinates, a fraction.
_OTHER = re.compile(
    r"(?<![\w./\-])\w[\w.\-]{0,40}(?:/[\w.\-]{1,40}){1,8}/(?:19|20)\d\d(?!\w)"
    rf"|(?<![a-z])(?:sp2d|spm|{either('surat')}|register)[^\w+]{{1,3}}(?:no(?:mor)?[^\w+]{{1,3}})?\d[\d./\-]{{0,40}}"
    r"|(?<![\d.,+])[1-9]\d{0,2}(?:\.\d{3}){2,9}(?!\d|\.\d)"
    r"|(?<![\d.,])-?\d{1,2}\.\d{4,17}[,;] ?-?\d{2,3}\.\d{4,17}(?!\d|\.\d)"
    r"|(?<![\d.,])(?:-1?\d{1,2}|0|9[5-9]|1[0-4]\d)[.,]\d{9,17}(?!\d|[.,]\d)",
    re.IGNORECASE,
)
#: Words of money, and what follows rupiah.
SUM = re.compile(
    r"(?<![a-z])(?:rp|idr|sebesar|senilai|sejumlah|total|saldo|pagu|anggaran|nilai|realisasi)(?![a-z])", re.IGNORECASE
)
SPENT = re.compile(r"[^\d]{0,3}\brupiah\b", re.IGNORECASE)


def found(text: str) -> str | None:
    """telepon, or None; `text` is plain."""
    left = DATE.sub(" tanggal ", _OTHER.sub(" nomor ", text))
    if any(_in_pairs(chain) or any(map(_is_phone, _windows(chain))) for chain in both_ways(left)):
        return "telepon"
    return "telepon" if any(_is_abroad(run, left) for run in _RUN.finditer(left)) else None


def _windows(chain: Groups) -> Iterator[Groups]:
    """Every run of whole groups that begins as a phone number does and is as long as one."""
    for first in chain.starts:
        if not chain.digits[first].startswith(("08", "62", "0062")):
            continue
        total = 0
        for last in range(first, len(chain.digits)):
            total += len(chain.digits[last])
            if total > _ABROAD[-1]:
                break
            if total >= _PHONE[0]:
                yield window(chain, first, last)


def _is_phone(groups: Groups) -> bool:
    """Whether it begins as a phone number does, and is neither money, nor a list, nor of a letter."""
    return _begins(groups) and not (groups.is_money or groups.is_list or groups.is_of_letter)


def _begins(groups: Groups) -> bool:
    """08… or 62 with its plus sign, grouped in any way but as times are: 08.30-10.30; or 62 8… in several groups."""
    first, total = groups.digits[0], len(groups.whole)
    if first.startswith("0062") or (first.startswith("62") and groups.before.rstrip(" (")[-1:] == "+"):
        return total in _ABROAD
    if len(first) >= 3 and _MOBILE.match(first):
        return total in _PHONE
    if len(groups.digits) == 1 or not groups.whole.startswith("628") or groups.whole[3] == "0":
        return False
    # 628 1234 5678 may be three counts: what begins so has dashes or points, unless 62 stands for itself.
    apart = first == "62" or len(first) >= 5 or {part.strip() for part in groups.parts} <= {"-", "."}
    return apart and total in range(11, 15)


def _in_pairs(chain: Groups) -> bool:
    """08 12 34 56 78 90, and 0-8-1-2-…; the whole chain, parted by one sign: times and dates have two."""
    lengths = chain.lengths
    if not chain.whole.startswith("08") or chain.whole[2:3] in ("", "0") or len(chain.whole) not in _PHONE:
        return False
    if set(lengths) == {1}:
        # By blanks or slashes it may be a list of counts.
        return {part.strip() for part in chain.parts} in ({"-"}, {"."})
    if set(lengths[:-1]) != {2} or lengths[-1] > 3 or not chain.evenly:
        return False
    numbers = [int(one) for one in chain.digits]
    listed = numbers == sorted(set(numbers)) and numbers[-1] < _LISTED
    return not listed


def _is_abroad(run: re.Match[str], text: str) -> bool:
    """Whether 628… in one run is no sum: nothing beside it speaks of money, and it is no round number."""
    if run[0] == text.strip() or run[0].endswith("000000"):
        return False
    return not SUM.search(text[max(0, run.start() - 24) : run.start()]) and not SPENT.match(text, run.end())
