"""Numbers of persons that are known by the word before them: NIK, NIP, HP, rekening."""

from __future__ import annotations

import re

from monev.personal.numbers import Groups, chains

#: Digits of an identity number that need no other form, of a phone number, and of a bank account.
_FEWEST, _PHONE, _ACCOUNT = 8, range(7, 16), range(10, 17)
#: Signs behind the word in which the number ends.
_REACH = 60

_WORDS = {
    "nik": re.compile(r"\b(?:nik|no(?:mor)?\.? ?(?:kk|ktp))\b(?P<between>[^\d@]{0,12})(?=\d)", re.IGNORECASE),
    "nip": re.compile(r"\b(?:nip|nrp|ni ?pppk)\b(?P<between>[^\d@]{0,12})(?=\d)", re.IGNORECASE),
    "telepon": re.compile(
        r"\b(?:te?lpn?|telepon|telpon|hp|handphone|ponsel|wa|whats ?app|kontak|hub(?:ungi)?)\b"
        r"(?P<between>[^\d@]{0,20})(?=\d)",
        re.IGNORECASE,
    ),
    "rekening": re.compile(
        r"(?<!kode )\b(?:rek(?:ening)?|norek|a/c|bca|bri|bni|btn|bsi|bjb|mandiri)\b(?P<between>[^\d@]{0,40})(?=\d)",
        re.IGNORECASE,
    ),
}
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_SUM = re.compile(r"\b(?:rp|idr|sebesar|senilai|sejumlah|total)\b", re.IGNORECASE)
#: Of so many digits no millions: only rupiah.
_SPENT = re.compile(r"[^\d]{0,3}\brupiah\b", re.IGNORECASE)
#: An account of the budget, not of a bank: 5.1.02.05.01.0001.
_BUDGET_CODE = re.compile(r"[4-7]\.\d\.")


def found(text: str) -> str | None:
    """nik, nip, telepon or rekening, by the word before a number; `text` is plain."""
    for kind, pattern in _WORDS.items():
        for word in pattern.finditer(text):
            rest = text[word.end() : word.end() + _REACH]
            groups = next(chains(_DATE.sub("tanggal", rest)), None)
            if groups and rest.startswith(groups.digits[0]) and _fits(kind, word["between"], groups, rest):
                return kind
    return None


def _fits(kind: str, between: str, groups: Groups, rest: str) -> bool:
    if groups.is_money:
        return False
    first, total = groups.digits[0], len(groups.whole)
    if kind in ("nik", "nip"):
        return total >= _FEWEST
    if kind == "telepon":
        return len(first) >= 3 and (first[0] in "08" or between.endswith("+")) and total in _PHONE
    if _SUM.search(between) or _BUDGET_CODE.match(rest) or _SPENT.match(rest, len(first)):
        return False
    sums = [sum(groups.lengths[:count]) for count in range(1, len(groups.lengths) + 1)]
    return any(total in _ACCOUNT for total in sums) and not groups.whole.endswith("000000")
