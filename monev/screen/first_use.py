"""What only a first use brings along, brought by one thread while all others wait.

Plotly cannot be built for the first time by two at once: one of them meets a half of it, and fails.
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
    from monev.screen import frame  # pandas, plotly and duckdb
    from monev.screen.draw import bar_charts, time_charts

    day = dt.date(2024, 11, 4)
    bar_charts.bars([{"label": "", "nilai": 1, "teks": ""}], frame.palette()).to_json()
    time_charts.hibah([{"penerima": "", "tanggal": day, "persen": 1}], frame.palette(), day).to_json()
    inspect.stack()  # Streamlit asks once where it was started from; Python then looks through all modules
