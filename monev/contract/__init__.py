"""What each agency's sheet must hold: contracts/*.toml as dataclasses."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from monev.contract import condition
from monev.contract.agreement import NUMBERS, check_condition, check_distinct
from monev.contract.city import City
from monev.contract.condition import Condition
from monev.contract.declarations import ContractError, Place, read

__all__ = ["City", "Column", "Condition", "Contract", "ContractError", "TabContract", "labels", "load"]

SHARED = "bersama"
SQL_TYPES = {"bil": "BIGINT", "rp": "BIGINT", "tgl": "DATE", "yt": "BOOLEAN", "majemuk": "VARCHAR[]"}
SQL_TYPES |= dict.fromkeys(("pilihan", "teks", "kec", "kel", "bulan"), "VARCHAR")
CHOICES = ("pilihan", "majemuk")
PLACES = ("kec", "kel")
Options = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Column:
    """One column of a tab; `options` are the codes of the choice list named `list`, in its order.

    `citywide`: the place may be the whole city. `negative`: the figure may lie below zero, being a change. `private`:
    no cell is quoted, since a small number of a small place could point at a person. `years`: the first and the last
    year in which a date may lie.
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

    @property
    def sql(self) -> str:
        """The DuckDB type of the column in the snapshot."""
        return SQL_TYPES[self.type]


@dataclass(frozen=True)
class TabContract:
    """One tab: its own columns in contract order, then those that every tab has."""

    agency: str
    code: str
    title: str
    meaning: str
    key: tuple[str, ...]
    fill_down: tuple[str, ...]
    all_kelurahan: bool
    shown_if: Condition | None
    columns: dict[str, Column]

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


def load(folder: Path, city: City | None = None) -> dict[str, Contract]:
    """Every agency's contract in `folder` by code, in the order that the files give; ContractError at a mistake.

    Examples and the years of dates fit `city`; without one they are as written, for a vote in `example_year`.
    """
    files = {path.stem: read(path) for path in sorted(folder.glob("*.toml"))}
    if SHARED not in files:
        raise ContractError(f"{folder.name}/{SHARED}.toml: berkas tidak ada.")
    shared = files.pop(SHARED)
    options, common = _shared(shared, Place(f"{folder.name}/{SHARED}.toml"))
    if not files:
        raise ContractError(f"{folder.name}: belum ada kontrak satu instansi pun.")
    places = {agency: Place(f"{folder.name}/{agency}.toml") for agency in files}
    orders: dict[int, str] = {}
    for agency, data in files.items():
        _check_file(data, places[agency])
        first = orders.setdefault(data["order"], agency)
        if first != agency:
            places[agency].fail("order", f'urutan {data["order"]} sudah dipakai instansi "{first}"')
    ordered = [agency for _, agency in sorted(orders.items())]
    read_as = {agency: _contract(agency, files, options, common, places[agency]) for agency in ordered}
    year = shared["example_year"]
    return {agency: _fitted(one, city or City("", year, {}), year) for agency, one in read_as.items()}


def labels(folder: Path) -> list[tuple[str, str, str]]:
    """Every choice as (list, code, label), in the order of contracts/bersama.toml."""
    path = folder / f"{SHARED}.toml"
    options, _ = _shared(read(path), Place(f"{folder.name}/{path.name}"))
    return [(name, code, label) for name, choices in options.items() for code, label in choices.items()]


def _fitted(one: Contract, city: City, written_for: int) -> Contract:
    tabs = {}
    for code, tab in one.tabs.items():
        columns = {
            name: replace(column, example=city.example(column.type, column.example, written_for), years=city.years)
            for name, column in tab.columns.items()
        }
        tabs[code] = replace(tab, columns=columns)
    return replace(one, tabs=tabs)


def _shared(data: dict[str, Any], place: Place) -> tuple[Options, dict[str, Any]]:
    place.take(data, {"example_year": int, "columns": dict, "options": dict}, {})
    for name, choices in data["options"].items():
        if not isinstance(choices, dict) or not choices:
            place.fail(f"options.{name}", 'daftar pilihan harus berisi kode = "Label"')
        for code, label in choices.items():
            if not isinstance(label, str) or not label.strip():
                place.fail(f"options.{name}.{code}", "label harus diisi teks")
        check_distinct(choices.items(), lambda _, name=name: (place, f"options.{name}"))
    for name, table in data["columns"].items():
        _column(name, table, data["options"], replace(place, column=name))
    return data["options"], data["columns"]


def _check_file(data: dict[str, Any], place: Place) -> None:
    place.take(data, {"name": str, "order": int, "tabs": dict}, {})
    for code, table in data["tabs"].items():
        at = replace(place, tab=code)
        if isinstance(table, dict) and "like" in table:
            at.take(table, {"like": str, "title": str, "meaning": str}, {})
        else:
            required = {"title": str, "meaning": str, "key": list, "columns": dict}
            at.take(table, required, {"fill_down": list, "all_kelurahan": bool, "shown_if": str})


def _contract(
    agency: str, files: Mapping[str, Any], options: Options, common: dict[str, Any], place: Place
) -> Contract:
    data, tabs = files[agency], {}
    for code, table in data["tabs"].items():
        at = replace(place, tab=code)
        tabs[code] = _tab(agency, code, _followed(table, files, at), options, common, at)
    titles = ((code, tab.title) for code, tab in tabs.items())
    check_distinct(titles, lambda code: (replace(place, tab=code), "title"))
    return Contract(agency, data["name"], data["order"], tabs)


def _followed(table: dict[str, Any], files: Mapping[str, Any], place: Place) -> dict[str, Any]:
    if "like" not in table:
        return table
    agency, _, code = table["like"].partition(".")
    other = files[agency]["tabs"].get(code) if agency in files else None
    if other is None:
        place.fail("like", f'tab "{table["like"]}" tidak ada')
    if "like" in other:
        place.fail("like", f'tab "{table["like"]}" sendiri mengikuti tab lain')
    return other | {"title": table["title"], "meaning": table["meaning"]}


def _tab(
    agency: str, code: str, table: dict[str, Any], options: Options, common: dict[str, Any], place: Place
) -> TabContract:
    own = {name: column for name, column in table["columns"].items() if name not in common}
    shared = {name: table["columns"].get(name, column) for name, column in common.items()}
    declared = (own | shared).items()
    columns = {name: _column(name, column, options, replace(place, column=name)) for name, column in declared}
    for name, column in columns.items():
        check_condition("required_if", column.required_if, columns, replace(place, column=name))
    for key in ("key", "fill_down"):
        for name in table.get(key, []):
            if name not in columns:
                place.fail(key, f'kolom "{name}" tidak ada di tab ini')
    if table.get("all_kelurahan") and table["key"] != ["kelurahan"]:
        place.fail("all_kelurahan", 'hanya untuk tab dengan key = ["kelurahan"]')
    shown_if = condition.parse(table.get("shown_if", ""))
    if "shown_if" in table and shown_if is None:
        place.fail("shown_if", f'syarat "{table["shown_if"]}" tidak dikenal')
    check_condition("shown_if", shown_if, columns, place)
    titles = ((name, column.title) for name, column in columns.items())
    check_distinct(titles, lambda name: (replace(place, column=name), "title"))
    return TabContract(
        agency=agency,
        code=code,
        title=table["title"],
        meaning=table["meaning"],
        key=tuple(table["key"]),
        fill_down=tuple(table.get("fill_down", [])),
        all_kelurahan=table.get("all_kelurahan", False),
        shown_if=shown_if,
        columns=columns,
    )


def _column(name: str, table: Any, options: Options, place: Place) -> Column:
    required = {"title": str, "type": str, "example": str, "meaning": str}
    flags = dict.fromkeys(("required", "citywide", "negative", "private"), bool)
    place.take(table, required, {"options": str, "required_if": str} | flags)
    kind, choices, text = table["type"], table.get("options"), table.get("required_if")
    if kind not in SQL_TYPES:
        place.fail("type", f'jenis "{kind}" tidak dikenal; pilih salah satu dari {", ".join(SQL_TYPES)}')
    if kind in CHOICES and choices is None:
        place.fail("options", f'jenis "{kind}" memerlukan daftar pilihan')
    if choices is not None and kind not in CHOICES:
        place.fail("options", f'jenis "{kind}" tidak memakai daftar pilihan')
    if choices is not None and choices not in options:
        place.fail("options", f'daftar pilihan "{choices}" tidak ada di {SHARED}.toml')
    for flag, kinds in (("citywide", PLACES), ("negative", NUMBERS)):
        if table.get(flag) and kind not in kinds:
            place.fail(flag, f"hanya untuk jenis {' dan '.join(kinds)}")
    if table.get("required") and text:
        place.fail("required_if", "tidak boleh bersama required = true")
    when = condition.parse(text) if text else None
    if text and when is None:
        place.fail("required_if", f'syarat "{text}" tidak terbaca; contoh: status is selesai')
    return Column(
        name=name,
        title=table["title"],
        type=kind,
        options=tuple(options[choices]) if choices else (),
        list=choices,
        required_if=when,
        example=table["example"],
        meaning=table["meaning"],
        years=(dt.MINYEAR, dt.MAXYEAR),
        **{flag: table.get(flag, False) for flag in flags},
    )
