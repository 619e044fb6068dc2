"""Where the sheets come from and where snapshots lie, as set in the environment."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).parent.parent
CONTRACTS = HOME / "contracts"
REFERENCE = HOME / "reference"
SAMPLES = HOME / "samples"


class SettingError(ValueError):
    """A setting that cannot be used, in one line that names it."""


@dataclass(frozen=True)
class Settings:
    """`source` is folder or google; `folder` holds the sheets, `snapshots` the DuckDB files; `reference_date` is
    None unless set by hand."""

    source: str
    folder: Path
    snapshots: Path
    reference_date: dt.date | None


def load() -> Settings:
    """Read MONEV_SUMBER, MONEV_FOLDER, MONEV_POTRET and MONEV_TANGGAL; relative paths count from the project."""
    source = os.environ.get("MONEV_SUMBER") or "folder"
    if source not in ("folder", "google"):
        raise SettingError(f"MONEV_SUMBER berisi “{source}”; pilih folder atau google.")
    written = os.environ.get("MONEV_TANGGAL")
    try:
        reference_date = dt.date.fromisoformat(written) if written else None
    except ValueError:
        raise SettingError(f"MONEV_TANGGAL berisi “{written}”; tulis seperti 2024-11-04.") from None
    folder = HOME / (os.environ.get("MONEV_FOLDER") or SAMPLES)
    return Settings(source, folder, HOME / (os.environ.get("MONEV_POTRET") or "potret"), reference_date)
