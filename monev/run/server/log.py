"""The log of the server stays readable and small, whatever somebody sends to make it write."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable

from h11 import LocalProtocolError
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

from monev.screen.access.roles import Told

#: Lines within a minute, and signs of one line with its traceback; far more than a server writes that is let alone.
LINES, SIGNS = 120, 4_000
_MINUTE = 60
#: What would begin another line, or colour it: somebody who is quoted writes none of his own.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
#: Who writes besides us; each of Streamlit's modules has a logger and a handler of its own.
_OTHERS = ("streamlit", "uvicorn", "asyncio", "starlette", "authlib", "httpx")


#: What is somebody else's doing and no fault of the program, and what is written in place of its traceback: uvicorn
#: stumbles when it answers what is no HTTP, Streamlit where a page is gone before the file that it asked for.
_INSTEAD = {
    Told: "",
    LocalProtocolError: "Sambungan yang mengirim sesuatu yang bukan HTTP ditutup.",
    MediaFileStorageError: "Berkas yang diminta tidak ada lagi; halamannya sudah ditutup.",
}


_MET = "Dua tampilan dari satu kunjungan bertumpuk; yang baru dimulai lagi."


def _replaced() -> bool:
    """Whether this is written by a run whose place another run of the same visit has taken: both share the state of
    the visit without a lock, so the old one can miss what the new one has just put away, and nobody sees either.
    """
    run = get_script_run_ctx(suppress_warning=True)
    return bool(run and run.script_requests and run.script_requests._state is ScriptRequestType.STOP)


def _met(error: BaseException | None) -> bool:
    """Whether two runs of a visit met in its state: one looked through it while the other put something there."""
    return type(error) is RuntimeError and str(error) == "dictionary changed size during iteration"


class Bounded(logging.Filter):
    """Lets LINES a minute pass, and says how many more there were; `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock, self._begun, self._passed, self._kept = clock, clock(), 0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is written."""
        error = record.exc_info[1] if record.exc_info else None
        if (isinstance(error, KeyError) or _met(error)) and _replaced():
            return False
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
        # Streamlit says what it met in words of its own as well; what it met there stays to be looked at.
        error = (error.__cause__ or error) if error else None
        if _met(error):
            told, record.exc_info, record.exc_text = _MET, None, None
        elif isinstance(error, tuple(_INSTEAD)):
            told = next(said for kind, said in _INSTEAD.items() if isinstance(error, kind)) or str(error)
            record.exc_info = record.exc_text = None
        if len(told) > SIGNS:
            told = f"{told[:SIGNS]} …"
        told = _CONTROL.sub(" ", told)
        if told != message:
            record.msg, record.args = told, ()
        return True


def bound() -> None:
    """Bound all that this process writes from now on; who connects and leaves is not written at all."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in _OTHERS]
    others = [handler for one in (logging.root, *map(logging.getLogger, names)) for handler in one.handlers]
    # The last one writes for whoever has no handler, as asyncio has none.
    _bound([*others, logging.lastResort], Bounded())
    _bound(logging.getLogger("monev").handlers, Bounded())  # no noise of others drowns what we tell


def _bound(handlers: list[logging.Handler], bounded: Bounded) -> None:
    for handler in handlers:
        if not any(isinstance(other, Bounded) for other in handler.filters):
            handler.addFilter(bounded)
