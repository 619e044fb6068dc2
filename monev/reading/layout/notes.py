"""What the layout is told of a tab by its contract, and what is to be told of it, before it is known whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from monev.contract.parts import TabContract


@dataclass(frozen=True)
class LayoutFinding:
    """One thing to mend in the layout of a tab or of a spreadsheet.

    `cell` in A1 notation, `row` the sheet row, `column` and `tab` codes of the contract: each None where it
    does not apply. `written` what stands there; `why` one sentence; `write` what to do, without a full stop;
    `example` how it would look; `weight` tolak (something typed is not counted), periksa (counted, please
    look) or info; `unread` that none of it is counted, though nothing is known to be lacking.
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
    unread: bool = False


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


class Titled(Protocol):
    """A cell of a header, as far as a finding points at it."""

    @property
    def index(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def written(self) -> str: ...


def of_title(
    title: Titled, column: str | None, why: str, write: str, example: str | None, weight: str
) -> LayoutFinding:
    """A finding that points at a title."""
    written = " ".join(title.written.split())
    return LayoutFinding(a1(title.index, title.row), title.row, column, written, why, write, example, weight)


@dataclass(frozen=True)
class _Titled:
    title: str
    required: bool
    type: str = "teks"
    options: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    citywide: bool = False
    example: str = ""


@dataclass(frozen=True)
class _Form:
    title: str
    columns: Mapping[str, _Titled]
    key: tuple[str, ...]
    fill_down: tuple[str, ...]
    all_kelurahan: bool = False
    together: str | None = None


def whole(form: TabContract) -> TabContract:
    """The tab's contract; of a plan that knows titles only, a contract whose columns hold any text."""
    if all(hasattr(column, "type") for column in form.columns.values()):
        return form
    columns = {name: _Titled(column.title, column.required, also=column.also) for name, column in form.columns.items()}
    return _Form(form.title, columns, form.key, form.fill_down)
