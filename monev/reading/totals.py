"""Whether the row JUMLAH under a table says what the rows above it add up to."""

from __future__ import annotations

from collections.abc import Mapping

from monev.contract import finding
from monev.contract.parts import NUMBERS
from monev.reading import layout
from monev.reading.columns import Reader
from monev.reading.tab import COUNTED, HELD, TabRead
from monev.sheets import Tab
from monev.words import words

#: Why a row is layout where it holds sums.
TOTAL = "jumlah"


def check(tab: Tab, result: TabRead, reader_of: Mapping[str, Reader]) -> None:
    """Tell, in place, of the one total under a table whose figures are no sum of all rows, each of which was read.

    Nothing is said where there are several totals, since they may be of parts, or of a figure that builds up.
    """
    numbers = [number for number, reason in result.layout_rows if reason == TOTAL]
    last = max((row.number for row in result.rows), default=0)
    if len(numbers) != 1 or numbers[0] < last or any(row.kind == HELD for row in result.rows):
        return
    [number] = numbers
    counted = [row for row in result.rows if row.kind == COUNTED]
    for name, index in result.columns.items():
        column = result.contract.columns[name]
        if column.type not in NUMBERS or column.grows or index >= len(tab.rows[number - 1]):
            continue
        figures, typed = [row.values.get(name) for row in counted], reader_of[name](tab.rows[number - 1][index])
        if typed.state != "dibaca" or not typed.value or None in figures or typed.value == sum(figures):
            continue
        why = (
            f"Baris jumlah menyebut {column.title} {column.said(typed.value)}, "
            f"padahal {words.number(len(counted))} baris di atasnya berjumlah {column.said(sum(figures))}."
        )
        result.findings.append(finding.Finding(
            result.contract.agency, result.contract.code, layout.a1(index, number), number, name, None, why,
            "periksa jumlahnya, atau baris yang belum ikut", None, "periksa", finding.STILL_COUNTED,
            finding.CAN_CONFIRM_ABOVE,
        ))  # fmt: skip
