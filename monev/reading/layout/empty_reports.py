"""Rows that say that there is nothing to list: heard where they stand alone, told where they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from monev.contract.parts import TabContract
from monev.reading.cells import DATED
from monev.reading.layout import cell_kinds, line_meaning
from monev.reading.layout.columns import at
from monev.reading.layout.notes import LayoutFinding, a1
from monev.reading.layout.sparse_rows import Judged
from monev.sheets import Value, is_blank

NIHIL = "nihil"


@dataclass(frozen=True)
class Nihil:
    """The rows that say that there is nothing to list: those of `data` do so with a date or beside other rows; the
    findings tell of the others. `layout` are rows that must not count as data, since they leave it open; `heard` all
    that are no remark besides.
    """

    data: frozenset[int]
    layout: frozenset[int]
    heard: frozenset[int]
    findings: tuple[LayoutFinding, ...]


def nihil(
    rows: Sequence[Sequence[Value]], judged: Judged, after: int, places: Mapping[str, int], contract: TabContract
) -> Nihil:
    """Who says nihil under whatever column, in a word or a sentence, below the header's last row `after`."""
    names = {index: name for name, index in places.items()}
    says, open_, plainly = [], [], set()
    for number in range(after + 1, len(rows) + 1):
        reason = judged.why[number - 1]
        key = places.get(contract.key[0])
        if reason in ("kosong", "kepala", "penomoran", "jumlah"):
            continue
        if number in judged.full and key is not None and not _may_say(at(rows[number - 1], key)):
            continue
        filled = [(i, v) for i, v in enumerate(rows[number - 1]) if not is_blank(v)]
        if reason is None and key is not None and line_meaning.says_nihil(at(rows[number - 1], key)):
            plainly.add(number)
            continue
        for index, value in filled:
            column = contract.columns[names[index]] if index in names else None
            exact = line_meaning.says_none(value, column)
            if (exact or line_meaning.nearly_none(value)) and _alone(filled, index, names, contract):
                (says if exact else open_).append((number, index))
                break
    said = {number for number, _ in says}
    aside = said | dict(open_).keys() | plainly
    others = [n for n, reason in enumerate(judged.why, start=1) if reason is None and n not in aside]
    found: list[LayoutFinding] = []
    dated_at = places.get(DATED)
    if others:
        beside = [(n, i) for n, i in says if judged.why[n - 1] is not None and not _under_section(judged, n)]
        if beside:
            found.append(_told_nihil(rows, *beside[0], _BESIDE, "periksa"))
        kept = frozenset(n for n in said if judged.why[n - 1] is None)
        open_rows = frozenset(n for n, _ in open_ if judged.why[n - 1] is None)
        if open_rows:
            found.append(_told_nihil(rows, *next(one for one in open_ if one[0] in open_rows), _OPEN_BESIDE, "tolak"))
        return Nihil(kept, open_rows, frozenset(said) | open_rows, tuple(found))
    dated = {n for n in said if dated_at is not None and not is_blank(at(rows[n - 1], dated_at))}
    told = {n for n in said if judged.why[n - 1] is None}
    if says and not dated | told | plainly:
        found.append(_told_nihil(rows, *says[0], _UNDATED, "tolak"))
    if open_ and not says and not plainly:
        found.append(_told_nihil(rows, *open_[0], _OPEN, "tolak"))
    return Nihil(frozenset(dated | told), frozenset(dict(open_)), frozenset(said | dict(open_).keys()), tuple(found))


_UNDATED = (
    "Tertulis nihil tanpa tanggal data, jadi tab ini belum dianggap dilaporkan.",
    "isi juga tanggal data di baris ini",
)
_BESIDE = (
    "Baris ini tertulis nihil, padahal tab ini berisi baris lain; baris lain itu dihitung.",
    "hapus baris nihil ini bila tab ini memang berisi",
)
_OPEN = (
    "Baris ini belum menyatakan nihil dengan jelas, jadi tab ini belum dianggap dilaporkan.",
    "tulis nihil beserta tanggal data bila memang tidak ada, atau isi barisnya",
)


_OPEN_BESIDE = (
    "Baris ini menyatakan belum atau tidak ada, jadi tidak dihitung sebagai baris isi.",
    "hapus baris ini, atau isi kuncinya bila memang baris isi",
)


def _may_say(key: Value) -> bool:
    """Whether the first key of a full row holds such words, or nothing; hardly any does."""
    return line_meaning.names_nothing(key) or (isinstance(key, str) and _words(key))


@lru_cache(50_000)
def _words(text: str) -> bool:
    return line_meaning.says_none(text) or line_meaning.nearly_none(text)


def _told_nihil(
    rows: Sequence[Sequence[Value]], number: int, index: int, words: tuple[str, str], weight: str
) -> LayoutFinding:
    value = rows[number - 1][index]
    written = value.strip() if isinstance(value, str) and line_meaning.says_nihil(value) else None
    return LayoutFinding(a1(index, number), number, None, written, *words, None, weight)


def _alone(filled: Sequence[tuple[int, Value]], at_: int, names: Mapping[int, str], contract: TabContract) -> bool:
    """Whether beside the word nothing is told but a date, a running number, or none once more."""
    for index, value in filled:
        name = names.get(index)
        if (
            index == at_
            or line_meaning.names_nothing(value)
            or (name == DATED)
            or (name in (None, contract.key[0]) and line_meaning.is_ordinal(value))
        ):
            continue
        column = contract.columns[name] if name else None
        if column and column.type == "teks" and not column.required:
            continue  # a note beside it
        if cell_kinds.is_date(value) or line_meaning.says_none(value, column) or cell_kinds.figure(value) == 0:
            continue
        return False
    return True


def _under_section(judged: Judged, number: int) -> bool:
    """A section of its own may be empty beside others that are not."""
    return number >= 2 and judged.why[number - 2] in ("satu sel", "bagian")
