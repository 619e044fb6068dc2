"""What the rows of one tab mean beside each other: nihil, doubled keys, kelurahan without a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from monev.contract import finding
from monev.reading import layout
from monev.reading.cells.places import Places
from monev.reading.tab import COUNTED, LAYOUT, Row, TabRead
from monev.words import place

NIHIL = "nihil"
#: Kelurahan that one finding names; the rest are "dan lainnya".
MOST_NAMED = 8


def settle(rows: Sequence[layout.DataRow], result: TabRead, places: Places) -> None:
    """Decide, in place, what can only be seen when every row of the tab has been read."""
    typed = {row.number: row for row in rows}
    _settle_nihil(typed, result)
    _settle_doubles(typed, result)
    _settle_missing(result, places)


def _settle_nihil(typed: dict[int, layout.DataRow], result: TabRead) -> None:
    """A list that is truly empty says so in one row; beside other rows the word contradicts them."""
    nihil = [index for index, row in enumerate(result.rows) if row.layout == NIHIL]
    if len(nihil) == len(result.rows):
        result.empty = bool(nihil)
        return
    for index in nihil:
        row = result.rows[index]
        result.rows[index] = replace(row, layout=None, held="nihil di antara baris lain")
        why, write = "Tab ini berisi baris lain, jadi tidak nihil.", "hapus baris nihil ini"
        result.tell(typed[row.number], result.contract.key[0], why, write, "tolak", finding.ROW_WAITS)


def _settle_doubles(typed: dict[int, layout.DataRow], result: TabRead) -> None:
    """Rows of one key: identical ones count once, differing ones are all held out."""
    key = result.contract.key
    groups: dict[tuple, list[int]] = defaultdict(list)
    for index, row in enumerate(result.rows):
        if row.kind == COUNTED:
            groups[tuple(compared(row.values.get(name)) for name in key)].append(index)
    for indexes in groups.values():
        if len(indexes) == 1:
            continue
        rows = [result.rows[index] for index in indexes]
        if len({_identity(row, typed[row.number]) for row in rows}) == 1:
            for index, row in zip(indexes[1:], rows[1:], strict=True):
                result.rows[index] = replace(row, layout="kembar")
                why = f"Baris ini sama persis dengan baris {rows[0].number}."
                result.tell(typed[row.number], key[0], why, "hapus salah satunya", "info", finding.COUNTED_ONCE)
            continue
        for index, row in zip(indexes, rows, strict=True):
            others = ", ".join(str(other.number) for other in rows if other is not row)
            result.rows[index] = replace(row, held="kunci ganda")
            why = f"Kunci baris ini juga dipakai baris {others}, dengan isi yang berbeda."
            write = "sisakan satu baris yang benar"
            result.tell(typed[row.number], key[0], why, write, "tolak", finding.ROW_WAITS)


def compared(value: object) -> object:
    """As keys are compared: in any case and with any blanks, `lap-01` being no other case than `LAP-01`."""
    return " ".join(value.split()).casefold() if isinstance(value, str) else value


def _identity(row: Row, typed: layout.DataRow) -> tuple:
    """What the row says; of a cell that was not read, what stands in it."""
    return tuple(
        repr(typed.cells.get(name)) if name in row.unread else compared(value)
        for name, value in sorted(row.values.items())
    )


def _settle_missing(result: TabRead, places: Places) -> None:
    """A tab that must hold every kelurahan: those without any row are named in one finding."""
    if not result.contract.all_kelurahan or result.empty:
        return
    named = {row.values.get("kelurahan") for row in result.rows}
    result.missing = tuple(name for name in places.kelurahan if name not in named)
    # Rows whose place was not read are told themselves, and are most likely those that are missing.
    unplaced = sum(row.kind != LAYOUT and row.values.get("kelurahan") is None for row in result.rows)
    if not result.rows or len(result.missing) <= unplaced or "kelurahan" not in result.columns:
        return
    more = " dan lainnya" if len(result.missing) > MOST_NAMED else ""
    first = ", ".join(result.missing[:MOST_NAMED])
    why = place.said(f"{len(result.missing)} kelurahan belum ada barisnya: ") + f"{first}{more}."
    write = place.said("tambahkan satu baris untuk tiap kelurahan itu")
    result.tell_column("kelurahan", why, write, "periksa", finding.TAB_LACKS)
