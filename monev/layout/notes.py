"""What is to be told of a tab's layout, before it is known whose tab it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LayoutFinding:
    """One thing to mend in the layout of a tab or of a spreadsheet.

    `cell` in A1 notation, `row` the sheet row, `column` and `tab` codes of the contract: each None where it
    does not apply. `written` what stands there; `why` one sentence; `write` what to do, without a full stop;
    `example` how it would look; `weight` tolak (something typed is not counted), periksa (counted, please
    look) or info.
    """

    cell: str | None
    row: int | None
    column: str | None
    written: str | None
    why: str
    write: str
    example: str | None
    weight: str
    tab: str | None = None


def letters(index: int) -> str:
    """The spreadsheet's name of a column; `index` from 0: A, B, … Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def a1(index: int, row: int) -> str:
    """The address of a cell; `index` of its column from 0, `row` from 1."""
    return f"{letters(index)}{row}"
