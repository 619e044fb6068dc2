"""The log of the server stays readable and small, whatever somebody sends to make it write."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable

#: Lines within a minute, and signs of one line with its traceback; far more than a server writes that is let alone.
LINES, SIGNS = 120, 4_000
_MINUTE = 60
#: What would begin another line, or colour it: somebody who is quoted writes none of his own.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
#: Who writes besides us; each of Streamlit's modules has a logger and a handler of its own.
_OTHERS = ("streamlit", "uvicorn", "asyncio", "starlette", "authlib", "httpx")


class Bounded(logging.Filter):
    """Lets LINES a minute pass, and says how many more there were; `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock, self._begun, self._passed, self._kept = clock, clock(), 0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is written."""
        now = self._clock()
        if now - self._begun >= _MINUTE:
            kept, self._begun, self._passed, self._kept = self._kept, now, 0, 0
            if kept:
                record.msg, record.args = f"({kept} baris lain tidak ditulis.) {record.getMessage()}", ()
        self._passed += 1
        if self._passed > LINES:
            self._kept += 1
            return False
        message = told = record.getMessage()
        if len(message) > SIGNS:
            told = f"{message[:SIGNS]} …"
        told = _CONTROL.sub(" ", told)
        if told != message:
            record.msg, record.args = told, ()
        return True


def bound() -> None:
    """Bound all that this process writes from now on; who connects and leaves is not written at all."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in _OTHERS]
    _bound([logging.root, *map(logging.getLogger, names)], Bounded())
    _bound([logging.getLogger("monev")], Bounded())  # no noise of others drowns what we tell


def _bound(loggers: list[logging.Logger], bounded: Bounded) -> None:
    for handler in (handler for one in loggers for handler in one.handlers):
        if not any(isinstance(other, Bounded) for other in handler.filters):
            handler.addFilter(bounded)
