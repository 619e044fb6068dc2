"""A contract as dataclasses: agencies, their tabs, the columns of each, and the choices of a list."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from monev.contract.condition import Condition
from monev.contract.usual_values import Range
from monev.words import words

#: What a column may hold, by its type: in words, and the DuckDB type in which it is stored.
KINDS = {
    "bil": ("bilangan bulat", "BIGINT"),
    "rp": ("rupiah", "BIGINT"),
    "des": ("angka, boleh berkoma", "DOUBLE"),
    "tgl": ("tanggal", "DATE"),
    "yt": ("ya atau tidak", "BOOLEAN"),
    "majemuk": ("beberapa pilihan, dipisah titik koma", "VARCHAR[]"),
    "pilihan": ("satu pilihan", "VARCHAR"),
    "teks": ("teks", "VARCHAR"),
    "kec": ("nama kecamatan", "VARCHAR"),
    "kel": ("nama kelurahan", "VARCHAR"),
    "bulan": ("bulan", "VARCHAR"),
    "saat": ("tanggal dan jam UTC", "TIMESTAMP"),
    "daftar": ("daftar kode", "VARCHAR[]"),
}
#: Those that are never typed into a sheet: only what regions send has them.
SENT = ("saat", "daftar")
TYPED = tuple(kind for kind in KINDS if kind not in SENT)
NUMBERS, CHOICES, PLACES, DATES = ("bil", "rp"), ("pilihan", "majemuk"), ("kec", "kel"), ("tgl",)
#: Also those that may have a fraction; whole ones alone are added up, and compared by how far they leap.
FIGURES = (*NUMBERS, "des")


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
    figure only builds up, so that ten times as much may be right. What differs from the meeting before by more than
    `leap` times is asked about, too. `past`: such a date has happened (a condition: where
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
    leap: float | None = None
    past: bool | Condition = False
    not_before: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """The DuckDB type of the column in the snapshot."""
        return KINDS[self.type][1]

    @property
    def holds(self) -> str:
        """What it holds, in words: "tanggal"."""
        return KINDS[self.type][0]

    def said(self, figure: float) -> str:
        """A figure of the column as it is written out."""
        if self.type == "des":
            return words.exact(figure)
        return words.rupiah_full(figure) if self.type == "rp" else words.number(figure)


@dataclass(frozen=True)
class TabContract:
    """One tab: its own columns in contract order, then those that every tab has.

    `together` is a pattern of titles (Kejadian*): all tabs that fit it are read as this one. `optional`: a spreadsheet
    without it is whole.
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
    optional: bool = False

    @property
    def table(self) -> str:
        """The name of its table in the snapshot."""
        return f"{self.agency}__{self.code}"


@dataclass(frozen=True)
class Contract:
    """The tabs of one agency's spreadsheet, by code; `name` is the agency as people call it.

    `decisions`: what meetings decide is written into its sheet, into a tab that every series of meetings has.
    `gathered`: it has no sheet; its rows are what regions sent (monev.regions).
    """

    agency: str
    name: str
    order: int
    tabs: dict[str, TabContract]
    decisions: bool = False
    gathered: bool = False
