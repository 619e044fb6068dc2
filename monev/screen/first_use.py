"""What only a first use brings along, brought by one thread while all others wait.

No figure can be built while somebody else still imports what Plotly looks for: it takes the half that is there.
"""

from __future__ import annotations

import datetime as dt
import inspect
from threading import Lock

_LOCK = Lock()
_done = False


def prepare() -> None:
    """Return once it is there; whoever comes first brings it, and after one who failed the next one tries. Every run of
    a page begins with it, ahead of what it imports."""
    global _done
    if _done:
        return
    with _LOCK:
        if not _done:
            _bring()
            _done = True


def _bring() -> None:
    import pandas  # noqa: F401  with numpy, whole: DuckDB brings them along as well, in whatever thread first asks it

    from monev.screen import frame
    from monev.screen.draw import bar_charts, time_charts

    day = dt.date(2024, 11, 4)
    bar_charts.bars([{"label": "", "nilai": 1, "teks": ""}], frame.palette()).to_json()
    time_charts.shares([{"label": "", "tanggal": day, "persen": 1}], frame.palette(), day).to_json()
    inspect.stack()  # Streamlit asks once where it was started from; Python then looks through all modules
