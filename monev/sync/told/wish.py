"""Whether and how an agency wants to be told in its own sheet: the table of secrets.toml, read and checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from monev.settings import TOLD, SettingError, Settings

COMMENT, TAB, NOT = "komentar", "tab", "tidak"
WAYS = (COMMENT, TAB, NOT)
#: Beside the agencies: the address of a spreadsheet to try comments on.
TRIAL = "uji"
_ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}")


@dataclass(frozen=True)
class Wish:
    """The `way` an agency chose, and the address that comments are assigned to, if any."""

    way: str
    assignee: str | None = None


def wishes(settings: Settings, agencies: Collection[str]) -> dict[str, Wish]:
    """The wish of each agency that wants to be told; SettingError where something else stands there.

    Only a spreadsheet at Google can be told anything.
    """
    found = {agency: _wish(agency, said, agencies) for agency, said in settings.told.items() if agency != TRIAL}
    if settings.source != "google":
        return {}
    return {agency: one for agency, one in found.items() if one.way != NOT}


def _wish(agency: str, said: Any, agencies: Collection[str]) -> Wish:
    if agency not in agencies:
        raise SettingError(f"[{TOLD}] memuat “{agency}” yang tidak dikenal; yang dikenal: {', '.join(agencies)}.")
    table = said if isinstance(said, Mapping) else {"cara": said}
    if unknown := [name for name in table if name not in ("cara", "penerima")]:
        raise SettingError(f"[{TOLD}] {agency} memuat “{unknown[0]}” yang tidak dikenal; yang dikenal: cara, penerima.")
    way, assignee = table.get("cara", NOT), table.get("penerima")
    if way not in WAYS:
        raise SettingError(f"[{TOLD}] {agency} harus “komentar”, “tab”, atau “tidak”.")
    if assignee is not None and not (isinstance(assignee, str) and _ADDRESS.fullmatch(assignee)):
        raise SettingError(f"[{TOLD}] penerima {agency} harus satu alamat surel.")
    return Wish(way, assignee)
