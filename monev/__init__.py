"""Meetings of several agencies: their sheets brought to one screen, judged, frozen, and decided on."""

import os
from pathlib import Path

#: Where the engine lies.
HOME = Path(__file__).parent.parent
#: What one series of meetings is about: MONEV_PROYEK, or what lies beside the engine. Relative paths of the settings
#: count from here.
PROJECT = Path(os.path.normpath(HOME / (os.environ.get("MONEV_PROYEK") or ".")))
REFERENCE, CONTRACTS = PROJECT / "reference", PROJECT / "contracts"


def reference() -> Path:
    """The folder of the data that say what city this is: MONEV_RUJUKAN, or reference/ of the project."""
    said = os.environ.get("MONEV_RUJUKAN")
    return PROJECT / said if said else REFERENCE
