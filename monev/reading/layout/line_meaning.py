"""What one line of a tab says in people's words: numbering, a section, none at all, a signature, a remark."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from monev.contract.parts import Column
from monev.reading.layout.titles import plain
from monev.sheets import Value, is_blank
from monev.words.vocabulary import either

_KECAMATAN = re.compile(
    r"\s*(?:(?:\d{1,2}|[a-z]|[ivx]{1,5})\s*[.)]\s*)?(?:kec(?:amatan)?)\b[\s.:]*(?P<name>[^\W\d_][\w\s'’-]{2,40}?)\s*[:.]?\s*",
    re.I,
)
_DASHES = frozenset({"-", "--", "–", "—"})

_NONE = frozenset({"nihil", "tidakada", "tdkada"})
_SAYS_NONE = re.compile(
    r"\bnihil\b|\b(?:tidak|tdk|tak)\s+(?:ada|terdapat|terjadi|ditemukan|menerima)\b|\bzero\s+(?:kasus|kejadian)\b"
    r"|^\W*0\s+(?:kasus|kejadian|laporan|temuan)\W*$", re.I,
)  # fmt: skip
_NOT_NONE = re.compile(
    r"\b(?:kecuali|tetapi|tapi|namun|selain|hanya|belum|blm|sebelumnya|sisa|kendala|hambatan|perubahan|masalah)\b|[1-9]",
    re.I,
)
#: Until when, or as of when, there is none: "s.d. tgl 25", "per 25 November 2024".
_WHEN = re.compile(
    r"\b(?:s\s*[./]?\s*d\b\.?|sampai(?:\s+dengan)?\b|hingga\b|per\b|pada\b|tgl\b\.?|tanggal\b|hari\b|pekan\b|minggu\b|bulan\b|bln\b)"
    r"(?:[\s.]*(?:dengan|tgl|tanggal|hari|bulan|bln|minggu|pekan|ini|ke|senin|selasa|rabu|kamis|jum'?at|sabtu|ahad)\b[.,-]?)*"
    r"[\s.,]*\d{1,2}(?!\d|\s*(?:kasus|kejadian|laporan|temuan|kali|orang"
    rf"|{either('satuan_tempat')}))"
    r"(?:[\s./-]+(?:\d{1,2}|[^\W\d_]{3,9}\.?)(?:[\s./-]+(?:20)?\d\d)?)?(?!\d)",
    re.I,
)
_YEAR = re.compile(r"\b(?:jan|[fp]eb|mar|apr|mei|jun|jul|ag|sep|okt|no[vp]|des)\w*\s+20\d\d\b", re.I)
_NOT_YET = re.compile(r"\b(?:belum|blm)\s+(?:ada|terdapat|terjadi|menerima)\b", re.I)
#: A longer line is prose.
LONGEST_NONE = 90

_ORDINAL = re.compile(
    r"(?P<open>[(\[])?(?:kol(?:om)?\.?)?(?P<sign>\d{1,3}|[a-z]|[ivxl]{1,7})(?:=[\da-z+*/x:().-]+)?(?(open)[)\]]|[)\].]?)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_BEGINS = re.compile(r"\s*(?:[A-Za-z]|[IVXivx]{1,5}|\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s*\w")
_SECTION = re.compile(r"\s*(?:(?:[A-Za-z]|[IVXivx]{1,5})\s*[.)]?|\d{1,2}(?:\.\d{1,2})*\s*[.)])\s*")

_RECAP = re.compile(
    r"^\W*(?:rekap(?:itulasi)?|ringkasan|resume|rangkuman|(?:jumlah|total|data)\s+(?:per|menurut)\b)", re.I
)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def names_nothing(value: Value) -> bool:
    """Whether a key cell is blank, or holds a dash."""
    if value.__class__ is str and value[:1].isalnum():
        return False
    return is_blank(value) or (isinstance(value, str) and plain(value[:10]) in _DASHES)


def kecamatan_of(value: Value) -> str | None:
    """The kecamatan that a section's line names: "II. KECAMATAN TIMUR" -> TIMUR."""
    found = _KECAMATAN.fullmatch(_text(value)) if len(_text(value)) < 60 else None
    return found["name"].strip() if found else None


def says_nihil(value: Value) -> bool:
    """Whether the cell says that there is none, in one word."""
    return isinstance(value, str) and len(value) < 40 and plain(value).rstrip(".") in _NONE


def says_none(value: Value, column: Column | None = None) -> bool:
    """Whether the cell says so in a sentence: "Tidak ada kejadian", "nihil, situasi kondusif".

    In a column where such words are a choice they are that choice.
    """
    text = _text(value)
    if not text or len(text) > LONGEST_NONE or (column and column.options and not re.search(r"\bnihil\b", text, re.I)):
        return False
    return says_nihil(value) or (
        _SAYS_NONE.search(text) is not None and not _NOT_NONE.search(_YEAR.sub("", _WHEN.sub("", text)))
    )


def nearly_none(value: Value) -> bool:
    """Whether the cell may be meant so, but leaves it open: "Belum ada kejadian", "Tidak ada, kecuali …"."""
    text = _text(value)
    return len(text) <= LONGEST_NONE and (_NOT_YET.search(text) or _SAYS_NONE.search(text)) is not None


@lru_cache(10_000)
def _ordinals(text: str) -> tuple[dict[str, int], bool] | None:
    """What a sign can count as, by system, and whether it is in brackets."""
    found = _ORDINAL.fullmatch(text)
    if found is None:
        return None
    sign, systems = found["sign"], {}
    if sign.isdigit():
        systems["9"] = int(sign)
    elif len(sign) == 1:
        systems["a"] = ord(sign) - 96
    if all(letter in _ROMAN for letter in sign):
        total = sum(
            -_ROMAN[one] if next_ and _ROMAN[one] < _ROMAN[next_] else _ROMAN[one]
            for one, next_ in itertools.zip_longest(sign, sign[1:])
        )
        systems["i"] = total
    return systems, bool(found["open"])


def is_ordinal(value: Value) -> bool:
    """Whether the cell is a number of a list: 7 · 7. · (7) · a · IV."""
    if value.__class__ is str:
        return len(value) < 40 and _is_ordinal(value)
    return value.__class__ is int and 0 <= value < 1000


@lru_cache(50_000)
def _is_ordinal(text: str) -> bool:
    return _ordinals(plain(text)) is not None


def is_numbering(filled: Sequence[Value], columns: int) -> bool:
    """(1) (2) (3), also `(4=2+3)`, 1) 2), (a) (b), a b c, I II III. Without brackets it counts from the first, under
    half of the columns at least."""
    counted = []
    for value in filled:
        if not is_ordinal(value):
            return False
        counted.append(_ordinals(plain(value) if isinstance(value, str) else str(value)))
    for system in "9ai":
        if not all(system in found[0] for found in counted):
            continue
        numbers = [found[0][system] for found in counted]
        whole = list(range(1, len(numbers) + 1))
        if all(bracket for _, bracket in counted):
            # Whoever moves a column moves its number along: the numbers count, in whatever order.
            if sorted(numbers) == whole or all(one < other for one, other in itertools.pairwise(numbers)):
                return True
        elif numbers == whole and 2 * len(numbers) >= max(columns, 4):
            return True
    return False


def is_section_mark(value: Value) -> bool:
    """Whether the cell is the letter or Roman number of a section, or a number that ends as one: A. · II · 1."""
    return isinstance(value, str) and len(value) < 12 and _SECTION.fullmatch(value) is not None


def begins_section(text: str) -> bool:
    """Whether a line begins with such a mark."""
    return _BEGINS.match(text) is not None


def captions_recap(value: Value) -> bool:
    """Whether a line is the heading of a recap: "Rekap per kecamatan"."""
    return _RECAP.match(_text(value)) is not None
