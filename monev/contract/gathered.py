"""What is asked of the contract of an agency that has no sheet: its rows are what regions send (monev.regions)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monev.contract.parts import CHOICES, SENT, Contract, TabContract
from monev.contract.toml_file import Place

#: The tab with one row for each region that sent something, and what gathering itself adds to what was sent there.
COVER = "daerah"
ADDED = {"diterima": "saat", "tepat_waktu": "yt", "kiriman_ke": "bil"}
#: The store, where it lies in the folder of the sheets and secrets.toml names none.
BESIDE = "kiriman"
#: The first two columns of each tab: where the region lies, and which it is.
PLACED = ("kec", "kel")
#: What a tab may say of sheets alone.
_OF_SHEETS = ("fill_down", "shown_if", "together")


def sent(tab: TabContract) -> dict[str, str]:
    """The columns that an object of this table has, with their DuckDB types, in their order. The province stands in
    the object of the table COVER itself; every other one names its region by its place in the store."""
    province, region = tuple(tab.columns)[:2]
    left_out = {region, *ADDED} if tab.code == COVER else {province, region}
    found = {name: column.sql for name, column in tab.columns.items() if name not in left_out}
    if tab.code != COVER:
        return found
    del found[province]
    before = list(found)[:2]  # kode_daerah, nama
    return {name: found[name] for name in before} | {province: "VARCHAR"} | {
        name: kind for name, kind in found.items() if name not in before
    }  # fmt: skip


def of(contracts: Mapping[str, Contract]) -> Contract | None:
    """The agency whose rows are what regions sent; None where there is none."""
    return next((one for one in contracts.values() if one.gathered), None)


def with_sheet(contracts: Mapping[str, Contract]) -> dict[str, Contract]:
    """The agencies that have one."""
    return {code: one for code, one in contracts.items() if not one.gathered}


def check(tab: TabContract, gathered: bool, place: Place) -> None:
    """ContractError where a tab says what only a sheet can hold, or only what regions send."""
    kinds = [column.type for column in tab.columns.values()]
    if not gathered:
        for name, column in tab.columns.items():
            if column.type in SENT:
                place.fail(None, f'kolom "{name}": jenis "{column.type}" hanya untuk lembaga dengan gathered = true')
        return
    if tuple(kinds[:2]) != PLACED or any(kind in PLACED for kind in kinds[2:]):
        place.fail("columns", 'dua kolom pertama harus berjenis "kec" lalu "kel", dan hanya itu')
    if "majemuk" in kinds:
        place.fail("columns", f'jenis "majemuk" tidak dipakai di sini; pakai "daftar" atau {CHOICES[0]}')
    for name in _OF_SHEETS:
        if getattr(tab, name):
            place.fail("tabs" if name == "together" else name, "hanya untuk tab di lembar")
    if list(tab.columns)[1] != tab.key[0]:
        place.fail("key", f'harus dimulai dengan "{list(tab.columns)[1]}"')


def check_file(data: Mapping[str, Any], tabs: Mapping[str, TabContract], place: Place) -> None:
    """ContractError where an agency without a sheet keeps decisions, or lacks the tab that names each region."""
    if not data.get("gathered"):
        return
    if data.get("decisions"):
        place.fail("decisions", "lembaga dengan gathered = true tidak punya lembar untuk menyimpan keputusan")
    cover = tabs.get(COVER)
    if cover is None or not cover.all_kelurahan:
        place.fail("tabs", f'harus memuat tab "{COVER}" dengan all_kelurahan = true')
    for name, kind in ADDED.items():
        if name not in cover.columns or cover.columns[name].type != kind:
            place.fail("tabs", f'tab "{COVER}" harus berakhir dengan kolom "{name}" berjenis "{kind}"')
