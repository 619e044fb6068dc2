"""Which missing column an unknown title could be, where not even its place or its cells prove it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from monev.contract.parts import Column
from monev.reading.layout import cell_kinds
from monev.reading.layout.titles import without_unit, words_of
from monev.sheets import Value, is_blank

#: Letters of a word that tells columns apart, and words of that length that do not.
TELLING = 5
_COMMON = frozenset(
    ["tanggal", "jumlah", "nomor", "status", "nilai", "jenis", "daftar", "total", "tahun", "bulan", "waktu",
     "banyaknya", "sudah", "belum", "dengan", "untuk", "dalam", "terakhir", "laporan", "lainnya", "uraian"]
)  # fmt: skip


def of_words(written: str, columns: Mapping[str, Column], missing: Mapping[str, Column]) -> tuple[str, tuple[str, ...]]:
    """The one missing column that shares most words with a title, a telling one among them, or ""; and all of them
    that share a telling word. One that shares no more than a column that is there is not the one."""
    words = frozenset(words_of(without_unit(written)[0]))
    shared = {name: _shared(words, column) for name, column in columns.items()}
    most = max(shared.values(), default=0)
    best = [name for name, count in shared.items() if count == most > 0]
    could = tuple(name for name in missing if shared[name])
    return best[0] if len(best) == 1 and best[0] in missing else "", could


def of_kind(values: Sequence[Value], missing: Mapping[str, Column]) -> tuple[str, ...]:
    """The missing columns for which half of the cells may have been typed, among other things."""
    values = [value for value in values if not is_blank(value)]
    if not values or cell_kinds.counts_up(values):
        return ()
    return tuple(
        name
        for name, column in missing.items()
        if 2 * sum(_may_be(value, column) for value in values) >= len(values) + (column.type == "teks")
    )


def _shared(words: frozenset[str], column: Column) -> int:
    common = [words & _words(title) for title in (column.title, *column.also)]
    return max((len(one) for one in common if any(map(_tells, one))), default=0)


@lru_cache(2_000)
def _words(title: str) -> frozenset[str]:
    return frozenset(words_of(without_unit(title)[0]))


def _tells(word: str) -> bool:
    return len(word) >= TELLING and word not in _COMMON


def _may_be(value: Value, column: Column) -> bool:
    if column.type == cell_kinds.DATE:
        return cell_kinds.is_date(value) or cell_kinds.holds_date(value)
    if column.type in (*cell_kinds.CHOICES, cell_kinds.YES_NO):
        return cell_kinds.fits(value, column)
    if column.type != "teks" or cell_kinds.shape(column.example):
        return False
    return (
        isinstance(value, str)
        and " " in value.strip()
        and cell_kinds.figure(value) is None
        and not cell_kinds.is_date(value)
    )
