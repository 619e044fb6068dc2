"""When a cell is required: a condition on another cell of the same row, as contracts write it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from monev.contract.toml_file import Place


@dataclass(frozen=True)
class Condition:
    """On the cell in `column`: op is "is" or "is not" (values: codes of choices), or ">" (a whole number)."""

    column: str
    op: str
    values: tuple[str | int, ...]

    def holds(self, row: Mapping[str, Any]) -> bool | None:
        """True or false for a row of typed values; None when the other cell is blank or was not read."""
        value = row.get(self.column)
        if value is None:
            return None
        if self.op == ">":
            return value > self.values[0]
        typed = value if isinstance(value, (tuple, list)) else (value,)
        return any(one in self.values for one in typed) == (self.op == "is")


def parse(text: str) -> Condition | None:
    """The condition that `text` writes, None if it writes none.

    "jumlah_diterima > 0" | "status is cair, proses" | "kondisi is not siap"
    """
    if found := re.fullmatch(r"(\w+) > (\d+)", text):
        return Condition(found[1], ">", (int(found[2]),))
    if found := re.fullmatch(r"(\w+) (is not|is) (\w[\w.]*(?:, \w[\w.]*)*)", text):
        return Condition(found[1], found[2], tuple(found[3].split(", ")))
    return None


def declared(key: str, text: str | None, place: Place) -> Condition | None:
    """What stands under `key` of a contract; ContractError where it writes none."""
    when = parse(text) if text else None
    if text and when is None:
        place.fail(key, f'syarat "{text}" tidak terbaca; contoh: status is selesai')
    return when
