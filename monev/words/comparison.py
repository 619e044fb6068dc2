"""Whether two agencies say the same of one thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def agrees(row: Mapping[str, Any]) -> bool:
    """Whether both say the same, also where a sheet is not complete yet. Keys: status, selisih."""
    return row["status"] == "hijau" or (row["status"] == "kuning" and row["selisih"] == 0)
