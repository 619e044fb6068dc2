"""Numbers of persons that are known by a word beside them: NIK, NIP, HP, rekening, NPWP, BPJS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from monev.reading.personal.digit_groups import Groups, chains
from monev.reading.personal.phones import DATE, SPENT, SUM
from monev.words.vocabulary import either

#: Digits of an identity number that need no other form, and of one behind a word that is also counted.
_FEWEST, _NIK = 8, 16
#: Digits of a phone number, of one with its 08, and of one with the code of a place.
_PHONE, _MOBILE, _LANDLINE = range(7, 16), range(10, 15), range(9, 14)
#: Digits of a bank account, of a tax number, of a card (BPJS, SIM), and of a passport.
_ACCOUNT, _TAXED, _CARD, _PASSPORT = range(10, 17), range(9, 17), range(11, 15), range(6, 9)
#: Signs behind the word in which the number ends; before it, in which a word of money counts; before a number in which
#: a word says what else it is; and between the word and a number that does not begin as a mobile one.
_REACH, _AHEAD, _BACK, _NEAR = 60, 12, 48, 20

_PHONES = (
    r"(?:no|nomor|nmr)?[ ._]?(?:h\.?p|w\.?a|te?lpn?|telepon|telpo?n|tel|handphone|hape|ponsel|seluler|telegram|phone"
    r"|mobile|whats ?app|sms|narahubung|kontak|contact(?: person)?|c\.?p|pic|msisdn|hub(?:ungi)?)(?:nya|ku|mu)?"
)
_BANKS = (
    r"bank|bca|bri|bni|btn|bsi|bjbs?|mandiri|danamon|cimb|niaga|permata|panin|mega|ocbc|nisp|maybank|bpd|bpr|btpn"
    r"|bukopin|muamalat|sinarmas|uob|hsbc|dbs|seabank|jenius|gopay|ovo|shopeepay|linkaja"
)
#: A number of its own before the number: HP 1: 0899…
_NTH = r"(?:\W{0,2}[1-3](?=\W)[^\d@]{1,3})?"
#: An amount, also before something else: 1.150.000 - 1.200.000.
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?![.\d])")
#: An account of the budget, not of a bank: 5.1.02.05.01.0001; and the code of a place: some are called as banks are.
_CODE = re.compile(r"[4-7]\.\d\.|\d\d\.\d\d\.\d\d\.\d{4}(?!\d)")
_NUMBERED = re.compile(rf"\b(?:surat|sp2d|{either('surat')}|kontrak|polis|register|bilyet|faktur)\b", re.IGNORECASE)
#: Words of money before a bank or a card.
_BALANCE = re.compile(r"(?<![a-z])(?:saldo|pagu|anggaran|iuran|dana) $", re.IGNORECASE)
#: One or two letters before the digits of a passport.
_SERIES = re.compile(r"(?<![a-z])[a-z]{1,2}[ .\-]?$", re.IGNORECASE)
#: Words behind a number: 9999999999 (BCA), 9999999999 a.n. panitia, 89999999999 (WA).
_BEHIND = re.compile(
    rf"(?<=\d)[ ,(/\-]{{1,3}}(?:(?P<telepon>{_PHONES})|a\.?n\.?|atas nama|{_BANKS})(?![a-z])", re.IGNORECASE
)
_LAST = re.compile(r"\d+(?:[ .\-]\d+){0,6}$")
_LOST_ZERO = re.compile(r"(?:62)?8[1-9]\d{7,10}")


@dataclass(frozen=True)
class _Beside:
    """A number behind a word: what stands between them, the number's digits, the text from there on, and whether it is
    said to be money."""

    between: str
    groups: Groups
    rest: str
    is_sum: bool

    def is_long(self, lengths: range) -> bool:
        """Whether the number, or what it begins with, is so long; several may stand behind one word."""
        return any(total in lengths for total in self.groups.sums)


def found(text: str) -> str | None:
    """A kind, by the word before a number or behind it; `text` is plain."""
    for kind, word, wide, fits in _WORDS:
        if any(map(fits, _behind(word, wide, text))):
            return kind
    return next((kind for kind in (_before(word, text) for word in _BEHIND.finditer(text)) if kind), None)


def _behind(words: re.Pattern[str], wide: bool, text: str) -> Iterator[_Beside]:
    for word in words.finditer(text):
        rest = text[word.end() : word.end() + _REACH]
        groups = next(chains(DATE.sub("tanggal", rest), wide), None)
        if groups is None or not rest.startswith(groups.digits[0]) or groups.is_money or _AMOUNT.match(rest):
            continue
        is_sum = (
            _BALANCE.search(text, max(0, word.start() - _AHEAD), word.start())
            or SUM.search(word["between"])
            or SPENT.match(rest, groups.lengths[0])
        )
        yield _Beside(word["between"], groups, rest, is_sum is not None)


def _before(word: re.Match[str], text: str) -> str | None:
    """The kind of the number that ends where the word begins."""
    number = _LAST.search(text, max(0, word.start() - _BACK // 2), word.start())
    if number is None:
        return None
    before = text[max(0, number.start() - _BACK // 2) : number.start()]
    if SUM.search(before) or before[-1:] in (".", ",", "/"):
        return None
    if word["telepon"]:
        return "telepon" if _LOST_ZERO.fullmatch(number[0].split()[-1]) else None
    groups = next(chains(DATE.sub("tanggal", number[0])))
    return "rekening" if not groups.is_money and _is_account(_Beside(before, groups, number[0], False)) else None


def _is_identity(beside: _Beside) -> bool:
    return not beside.groups.is_of_letter and len(beside.groups.whole) >= _FEWEST


def _is_whole_identity(beside: _Beside) -> bool:
    """Behind KK and KTP, which are also counted: 150 KK, KTP 1.150.000."""
    return _is_identity(beside) and beside.groups.lengths[0] >= 4 and _NIK in beside.groups.sums


def _is_phone(beside: _Beside) -> bool:
    groups, first = beside.groups, beside.groups.digits[0]
    if groups.is_list or groups.is_of_letter or _is_times(groups):
        return False
    if first in ("0", "08") and len(groups.digits) > 1:
        return re.match("08[1-9]", groups.whole) is not None and beside.is_long(_MOBILE)
    if len(first) < 3 and first != "62":
        return False
    if re.match("08|62|8[1-9]", first):
        return not beside.is_sum and beside.is_long(_PHONE)
    # Of a house or an office: with the code of a place, 0266, or abroad.
    at_home = re.match("0[2-9]", first) is not None and beside.is_long(_LANDLINE)
    abroad = beside.between.endswith("+") and beside.is_long(_PHONE)
    return len(beside.between) <= _NEAR and (at_home or abroad)


def _is_times(groups: Groups) -> bool:
    """08.15-09.45 10.15-11.30: hours and minutes by turns."""
    pairs = set(groups.lengths) == {2} and len(groups.digits) % 2 == 0
    within = pairs and all(part in (".", ":") for part in groups.parts[::2])
    return within and all(int(one) < 24 for one in groups.digits[::2])


def _is_account(beside: _Beside) -> bool:
    if beside.is_sum or _NUMBERED.search(beside.between) or _CODE.match(beside.rest) or _are_counts(beside.groups):
        return False
    return beside.is_long(_ACCOUNT) and not beside.groups.whole.endswith("000000")


def _are_counts(groups: Groups) -> bool:
    """5 1.210 1.240 and 001 002 003: numbers beside each other, behind a place that is called as a bank is."""
    small = groups.parts[:1] == (" ",) and groups.lengths[0] < 3
    return small or {" ", "."} <= set(groups.parts) or groups.is_list


def _is_taxed(beside: _Beside) -> bool:
    return not beside.groups.is_of_letter and beside.is_long(_TAXED)


def _is_card(beside: _Beside) -> bool:
    counted = beside.is_sum or beside.groups.is_of_letter or beside.groups.whole.endswith("000000")
    return not counted and beside.is_long(_CARD)


def _is_passport(beside: _Beside) -> bool:
    return _SERIES.search(beside.between) is not None and beside.groups.lengths[0] in _PASSPORT


def _words(kind: str, words: str, reach: int, fits: Callable[[_Beside], bool], wide: bool = True,
           nth: str = "") -> tuple[str, re.Pattern[str], bool, Callable[[_Beside], bool]]:  # fmt: skip
    """A kind, its words with what stands between them and the next digit, whether slashes and the like may part the
    number, and what it must be."""
    between = rf"(?P<between>{nth}[^\d@]{{0,{reach}}})(?=\d)"
    return kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z]){between}", re.IGNORECASE), wide, fits


_WORDS = (
    _words("nik", r"nik|no(?:mor)?\.? ?(?:kk|ktp)|nomor induk kependudukan|kartu keluarga", 12, _is_identity),
    _words("nik", r"kk|e?-?ktp(?:-?el)?", 12, _is_whole_identity),
    _words("nip", r"nip|nrp|ni ?p{2,3}k|nuptk|karpeg", 12, _is_identity),
    _words("npwp", r"npwp", 20, _is_taxed),
    _words("telepon", _PHONES, 40, _is_phone, nth=_NTH),
    _words(
        "rekening", rf"(?<!kode )(?:rek(?:ening)?|norek|a/c|acc(?:ount)?|virtual account|va|{_BANKS})", 40, _is_account,
        wide=False,
    ),
    _words("kartu", r"bpjs|jkn|kpj|jamsostek|sim(?: ?[abcd])?", 24, _is_card),
    _words("kartu", r"passport?|paspor", 24, _is_passport, wide=False),
)  # fmt: skip
