"""That reference (b) shows our numbers: a comparison of two that answer differently would say nothing."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pandas as pd

from bench.sides import REFERENCES
from monev.meeting import meeting
from monev.snapshot import store


def same_numbers(snapshots: Path, sheets: Path) -> None:
    """RuntimeError where a headline number of (b), from the CSV files in `sheets`, is not the one of our page."""
    sys.path.insert(0, str(REFERENCES / "tutorial"))
    try:
        import figures
    finally:
        sys.path.pop(0)
    theirs = figures.headline(lambda name: pd.read_csv(sheets / f"{name}.csv"))
    name = store.latest(snapshots)
    with store.Snapshot(snapshots, name, meeting.compared_with(snapshots, name)) as snapshot:
        ours = {row["kode"]: row["nilai"] for row in snapshot.ask("logistik/angka_pokok").to_dict("records")}
    for code, value in theirs.items():
        if not math.isclose(value, ours[code], rel_tol=1e-9, abs_tol=1e-9):
            raise RuntimeError(f"{code}: {value} in reference (b), {ours[code]} in ours")
