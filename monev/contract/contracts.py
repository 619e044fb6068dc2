"""What each agency's sheet must hold: contracts/*.toml as dataclasses."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from monev.contract import bawaan, choices, condition, gathered, parts, usual_values
from monev.contract.choices import Options
from monev.contract.city import YEARS, City
from monev.contract.condition import Condition
from monev.contract.consistency import check_condition, check_distinct, check_expected
from monev.contract.parts import CHOICES, DATES, FIGURES, KINDS, NUMBERS, PLACES, Choice, Column, Contract, TabContract
from monev.contract.toml_file import ContractError, Place, read
from monev.contract.usual_values import Range

__all__ = [
    "Choice", "City", "Column", "Condition", "Contract", "ContractError", "Range", "TabContract", "labels", "load",
]  # fmt: skip

SHARED = "bersama"
#: Columns that every table of a tab has besides those of its contract (tables.typed_types).
RESERVED = ("baris", "kolom_rusak")
#: The highest place of an agency in the order of the meeting.
MOST = 1_000


def load(folder: Path, city: City | None = None) -> dict[str, Contract]:
    """Every agency's contract in `folder` by code, in the order that the files give; ContractError at a mistake.
    Examples and the years of dates fit `city`; without one they are as written, for a day in `example_year`. Where
    that is not said, only those of every topic are fitted.
    """
    return read_as_typed(folder.name, *typed(folder), city)


def read_as_typed(
    folder: str, files: Mapping[str, Any], shared: dict[str, Any], city: City | None
) -> dict[str, Contract]:
    """As `load`, of what the files in `folder` (its name) say: each agency's by its code, and what all share."""
    if not files:
        raise ContractError(f"{folder}: belum ada kontrak satu instansi pun.")
    places = {agency: Place(f"{folder}/{agency}.toml") for agency in files}
    orders: dict[int, str] = {}
    for agency, data in files.items():
        places[agency].name(agency)
        _check_file(data, places[agency])
        if (first := orders.setdefault(data["order"], agency)) != agency:
            places[agency].fail("order", f'urutan {data["order"]} sudah dipakai instansi "{first}"')
    ordered = [agency for _, agency in sorted(orders.items())]
    keeping = [one for one in ordered if files[one].get("decisions")]
    for agency in keeping[1:]:
        places[agency].fail("decisions", f'keputusan rapat sudah disimpan instansi "{keeping[0]}"')
    called: dict[str, str] = {}
    for agency in ordered:
        for name in (files[agency]["name"], *files[agency].get("alias", [])):
            if called.setdefault(name.casefold(), agency) != agency:
                places[agency].fail("name", f'"{name}" juga nama instansi "{called[name.casefold()]}"')
    named = {agency: files[agency] for agency in ordered}
    options, common = _shared(shared, named, Place(f"{folder}/{SHARED}.toml"))
    read_as = {agency: _contract(agency, files, options, common, places[agency]) for agency in ordered}
    city = city or City("", shared.get("example_year", bawaan.YEAR), {})
    return {agency: _fitted(one, city, shared.get("example_year", city.year)) for agency, one in read_as.items()}


def keeper(contracts: Mapping[str, Contract]) -> TabContract | None:
    """The tab in which decisions of meetings are kept; None where no agency keeps them."""
    return next((one.tabs[bawaan.DECISIONS] for one in contracts.values() if one.decisions), None)


def labels(folder: Path) -> list[tuple[str, str, str]]:
    """Every choice as (list, code, label), in the order of contracts/bersama.toml."""
    options = _options(folder)
    return [(name, code, choice.label) for name, choices in options.items() for code, choice in choices.items()]


def called(folder: Path, name: str) -> dict[str, tuple[str, ...]]:
    """All that each choice of the list `name` is called, its label first, by code."""
    return {code: (choice.label, *choice.alias) for code, choice in _options(folder)[name].items()}


def _options(folder: Path) -> Options:
    files, shared = typed(folder)
    named = dict(sorted(files.items(), key=lambda one: one[1]["order"]))
    return _shared(shared, named, Place(f"{folder.name}/{SHARED}.toml"))[0]


def typed(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What each agency's file says by its code, and what the one says that all share, which need not be there."""
    files = {path.stem: read(path) for path in sorted(folder.glob("*.toml"))}
    shared = files.pop(SHARED, {})
    return files, shared


def _fitted(one: Contract, city: City, written_for: int) -> Contract:
    tabs = {}
    for code, tab in one.tabs.items():
        of = {name: bawaan.YEAR if column.example in bawaan.examples() else written_for
              for name, column in tab.columns.items()}  # fmt: skip
        tabs[code] = replace(tab, columns={
            name: replace(column, example=city.example(column.type, column.example, of[name]), years=city.years)
            for name, column in tab.columns.items()
        })  # fmt: skip
    return replace(one, tabs=tabs)


def _shared(data: dict[str, Any], agencies: Mapping[str, Any], place: Place) -> tuple[Options, dict[str, Any]]:
    """The lists of choices and the common columns."""
    place.take(data, {}, {"example_year": int, "columns": dict, "options": dict})
    if not YEARS[0] <= data.get("example_year", bawaan.YEAR) <= YEARS[1]:
        place.fail("example_year", f"harus tahun {YEARS[0]} sampai {YEARS[1]}")
    options = choices.lists(bawaan.options(data.get("options", {})), agencies, place)
    columns = bawaan.columns(data.get("columns", {}))
    for name, table in columns.items():
        _column(name, table, options, replace(place, column=name))
    return options, columns


def _check_file(data: dict[str, Any], place: Place) -> None:
    keeps = data.get("decisions") is True
    tabs, flags = {"tabs": dict}, {"decisions": bool, "gathered": bool}
    place.take(data, {"name": str, "order": int} | ({} if keeps else tabs), {"alias": list} | flags | tabs)
    if not 0 <= data["order"] <= MOST:
        place.fail("order", f"harus bilangan 0 sampai {MOST}")
    for code, table in data.get("tabs", {}).items():
        at = replace(place, tab=code)
        at.name(code)
        if keeps and code == bawaan.DECISIONS:
            at.take(table, {}, {"title": str, "meaning": str, "columns": dict})
        elif isinstance(table, dict) and "like" in table:
            at.take(table, {"like": str, "title": str, "meaning": str}, {})
        else:
            must, flags = {"title": str, "meaning": str, "key": list, "columns": dict}, ("all_kelurahan", "optional")
            at.take(table, must, {"fill_down": list} | dict.fromkeys(flags, bool) | {"shown_if": str, "tabs": str})


def _contract(
    agency: str, files: Mapping[str, Any], options: Options, common: dict[str, Any], place: Place
) -> Contract:
    data, tabs = files[agency], {}
    declared, sent = data.get("tabs", {}), data.get("gathered", False)
    if data.get("decisions"):
        kept = bawaan.decisions(declared.get(bawaan.DECISIONS, {}), options)
        declared = {bawaan.DECISIONS: kept} | {code: one for code, one in declared.items() if code != bawaan.DECISIONS}
    for code, table in declared.items():
        at = replace(place, tab=code)
        tabs[code] = _tab(agency, code, _followed(table, files, at), options, {} if sent else common, at)
        gathered.check(tabs[code], sent, at)
    check_distinct(((code, tab.title) for code, tab in tabs.items()), lambda code: (replace(place, tab=code), "title"))
    gathered.check_file(data, tabs, place)
    return Contract(agency, data["name"], data["order"], tabs, data.get("decisions", False), sent)


def _followed(table: dict[str, Any], files: Mapping[str, Any], place: Place) -> dict[str, Any]:
    if "like" not in table:
        return table
    agency, _, code = table["like"].partition(".")
    other = files[agency].get("tabs", {}).get(code) if agency in files else None
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
        check_expected(column, columns, replace(place, column=name))
    for key in ("key", "fill_down"):
        for name in table.get(key, []):
            if name not in columns:
                place.fail(key, f'kolom "{name}" tidak ada di tab ini')
            if key == "key" and columns[name].leap:
                replace(place, column=name).fail("lonjakan", "tidak untuk kolom kunci: baris dikenali darinya")
    if table.get("all_kelurahan") and [columns[name].type for name in table["key"]] != ["kel"]:
        place.fail("all_kelurahan", 'hanya untuk tab dengan key = ["kelurahan"]')
    shown_if = condition.parse(table.get("shown_if", ""))
    if "shown_if" in table and shown_if is None:
        place.fail("shown_if", f'syarat "{table["shown_if"]}" tidak dikenal')
    check_condition("shown_if", shown_if, columns, place)
    titles = [(name, title) for name, column in columns.items() for title in (column.title, *column.also)]
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
        together=table.get("tabs"),
        optional=table.get("optional", False),
    )


def _column(name: str, table: Any, options: Options, place: Place) -> Column:
    required = {"title": str, "type": str, "example": str, "meaning": str}
    flags = dict.fromkeys(("required", "citywide", "negative", "private", "grows"), bool)
    more = {"options": str, "required_if": str, "juga": list, "past_if": str, "past": bool}
    place.name(name)
    if name in RESERVED:
        place.fail(None, f'nama "{name}" dipakai dasbor sendiri')
    place.take(table, required, more | flags | {"not_before": list, "usual": str, "usual_per": str, "lonjakan": float})
    kind, chosen, text = table["type"], table.get("options"), table.get("required_if")
    if kind not in KINDS:
        place.fail("type", f'jenis "{kind}" tidak dikenal; pilih salah satu dari {", ".join(parts.TYPED)}')
    if kind in CHOICES and chosen is None:
        place.fail("options", f'jenis "{kind}" memerlukan daftar pilihan')
    if chosen is not None and kind not in CHOICES:
        place.fail("options", f'jenis "{kind}" tidak memakai daftar pilihan')
    if chosen is not None and chosen not in options:
        place.fail("options", f'daftar pilihan "{chosen}" tidak ada di {SHARED}.toml')
    kinds_of = {"citywide": PLACES} | dict.fromkeys(("grows", "usual_per"), NUMBERS)
    kinds_of |= dict.fromkeys(("negative", "usual", "lonjakan"), FIGURES) | dict.fromkeys(
        ("past", "past_if", "not_before"), DATES
    )
    for flag, kinds in kinds_of.items():
        if table.get(flag) and kind not in kinds:
            place.fail(flag, f"hanya untuk jenis {' dan '.join(kinds)}")
    if table.get("required") and text:
        place.fail("required_if", "tidak boleh bersama required = true")
    when, past = (condition.declared(key, table.get(key), place) for key in ("required_if", "past_if"))
    return Column(
        name=name,
        title=table["title"],
        type=kind,
        options=tuple(options[chosen]) if chosen else (),
        aliases=choices.aliases(options[chosen]) if chosen else {},
        list=chosen,
        required_if=when,
        example=table["example"],
        meaning=table["meaning"],
        years=(dt.MINYEAR, dt.MAXYEAR),
        also=tuple(table.get("juga", ())),
        past=past or table.get("past", False),
        not_before=tuple(table.get("not_before", ())),
        usual=usual_values.parse(table.get("usual"), place),
        usual_per=usual_values.parse_per(table.get("usual_per"), place),
        leap=usual_values.parse_leap(table.get("lonjakan"), table.get("negative", False), place),
        **{flag: table.get(flag, False) for flag in flags},
    )
