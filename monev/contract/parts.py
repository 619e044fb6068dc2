"""A contract as dataclasses: agencies, their tabs, the columns of each, and the choices of a list."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from monev.contract.condition import Condition
from monev.contract.usual_values import Range

SQL_TYPES = {"bil": "BIGINT", "rp": "BIGINT", "tgl": "DATE", "yt": "BOOLEAN", "majemuk": "VARCHAR[]"}
SQL_TYPES |= dict.fromkeys(("pilihan", "teks", "kec", "kel", "bulan"), "VARCHAR")


@dataclass(frozen=True)
class Choice:
    """One choice of a list: its `label`, and the short forms that people write for it."""

    label: str
    alias: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """One column of a tab; `options` are the codes of the choice list named `list`, in its order.

    `citywide`: the place may be the whole city. `negative`: the figure may lie below zero, being a change. `private`:
    no cell is quoted, since a small number of a small place could point at a person. `years`: the first and the last
    year in which a date may lie.

    `also` are other titles that people give it; `aliases` what people write for a choice -> its code. What lies outside
    of `usual` is counted and asked about, and so is a figure outside of `usual_per` times another column. `grows`: the
    figure only builds up, so that ten times as much may be right. `past`: such a date has happened (a condition: where
    that holds); `not_before`: the date columns that it cannot lie before.
    """

    name: str
    title: str
    type: str
    options: tuple[str, ...]
    list: str | None
    required: bool
    required_if: Condition | None
    citywide: bool
    negative: bool
    private: bool
    example: str
    meaning: str
    years: tuple[int, int]
    also: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    usual: Range | None = None
    usual_per: tuple[Range, str] | None = None
    grows: bool = False
    past: bool | Condition = False
    not_before: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """The DuckDB type of the column in the snapshot."""
        return SQL_TYPES[self.type]


@dataclass(frozen=True)
class TabContract:
    """One tab: its own columns in contract order, then those that every tab has.

    `together` is a pattern of titles (Kejadian*): all tabs that fit it are read as this one.
    """

    agency: str
    code: str
    title: str
    meaning: str
    key: tuple[str, ...]
    fill_down: tuple[str, ...]
    all_kelurahan: bool
    shown_if: Condition | None
    columns: dict[str, Column]
    together: str | None = None

    @property
    def table(self) -> str:
        """The name of its table in the snapshot."""
        return f"{self.agency}__{self.code}"


@dataclass(frozen=True)
class Contract:
    """The tabs of one agency's spreadsheet, by code; `name` is the agency as people call it."""

    agency: str
    name: str
    order: int
    tabs: dict[str, TabContract]
