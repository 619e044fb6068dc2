"""What the contracts of every series of meetings have: bawaan.toml, of which each may say otherwise, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from monev.contract import toml_file
from monev.contract.parts import KINDS, Choice

#: The code of the tab in which decisions are kept.
DECISIONS = "tindak_lanjut"
#: For which year the examples here are written.
YEAR = 2024


@cache
def _ours() -> Mapping[str, Any]:
    return toml_file.read(Path(__file__).with_suffix(".toml"))


@cache
def examples() -> frozenset[str]:
    """All that stand here, as they are written for YEAR."""
    tables = (_ours()["columns"], _ours()["decisions"]["columns"])
    return frozenset(one["example"] for columns in tables for one in columns.values() if "example" in one)


def columns(said: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that every tab has: ours, and those that the contracts declare (`said`)."""
    return _laid_over(_ours()["columns"], said)


def options(said: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of choices: ours, and those that the contracts declare."""
    return {**_ours()["options"], **said}


def decisions(said: Mapping[str, Any], choices: Mapping[str, Mapping[str, Choice]]) -> dict[str, Any]:
    """The tab of decisions with what the agency's contract says of it; examples of choices are the first ones."""
    ours = _ours()["decisions"]
    table = {**ours, **said, "columns": _laid_over(ours["columns"], said.get("columns", {}))}
    for name, column in table["columns"].items():
        if isinstance(column, dict) and "example" not in column and column.get("options") in choices:
            first = [choice.label for choice in choices[column["options"]].values()][:2]
            column = {**column, "example": "; ".join(first if column["type"] == "majemuk" else first[:1])}
            table["columns"] = {**table["columns"], name: column}
    return table


def decision_types() -> dict[str, str]:
    """The DuckDB types of that tab's columns where no agency keeps decisions."""
    every = {**_ours()["decisions"]["columns"], **_ours()["columns"]}
    return {name: KINDS[one["type"]][1] for name, one in every.items()}


def _laid_over(ours: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Ours in their order, each with the keys that are said otherwise, then what is new."""
    own = {name: {**one, **said[name]} if isinstance(said.get(name), dict) else said.get(name, one)
           for name, one in ours.items()}  # fmt: skip
    return own | {name: one for name, one in said.items() if name not in ours}
