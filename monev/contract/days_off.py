"""The public holidays, from the package holidays."""

from __future__ import annotations

from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import holidays


def read(years: range) -> list[dict[str, Any]]:
    """National holidays and cuti bersama by date; for years not yet decided the package estimates."""
    days = _indonesia().Indonesia(years=years, categories=("public", "government"), language="id")
    return [{"tanggal": day, "nama": days[day]} for day in sorted(days)]


@cache
def _indonesia() -> ModuleType:
    """What the package knows of Indonesia: that one file. By its name those of two hundred other countries would come
    with it, which takes as long as to read the sheets of a city."""
    path = Path(holidays.__file__).parent / "countries" / "indonesia.py"
    spec = spec_from_file_location("monev.contract.days_off.indonesia", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
