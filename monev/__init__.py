"""Monev Pilkada: the agencies' sheets brought to one screen for the coordination meeting."""

import os
from pathlib import Path

#: Where the project lies; relative paths of the settings count from here.
HOME = Path(__file__).parent.parent
REFERENCE, CONTRACTS = HOME / "reference", HOME / "contracts"


def reference() -> Path:
    """The folder of the data that say what city this is: MONEV_RUJUKAN, or reference/ of the project."""
    return HOME / (os.environ.get("MONEV_RUJUKAN") or REFERENCE)
