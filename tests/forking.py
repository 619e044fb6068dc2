"""Servers and commands that split off from one process: what each would import anew lies in its memory already.

    with Parent("server") as parent:
        process = parent.serve(arguments, environment, log)

Started by itself as a program it is that one process. It only forks: DuckDB is not open in it, and whatever splits off
reads its settings, opens its files and answers by itself, as what was started does. How a server or a command starts is
the subject of tests that start one anew.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from monev.settings import HOME

#: Settings that are read while the program is imported: a server with one of them cannot split off.
EARLY = ("MONEV_PROYEK", "MONEV_RUJUKAN")
THERE = sys.platform == "linux"


class Forked:
    """A server that was split off, handled as subprocess.Popen handles one."""

    def __init__(self, parent, pid):
        self._parent, self.pid, self.returncode = parent, pid, None

    def poll(self):
        if self.returncode is None:
            self.returncode = self._parent.ask({"poll": self.pid})
        return self.returncode

    def wait(self, timeout=None):
        until = None if timeout is None else time.monotonic() + timeout
        while self.poll() is None:
            if until is not None and time.monotonic() > until:
                raise subprocess.TimeoutExpired("split", timeout)
            time.sleep(0.02)
        return self.returncode

    def send_signal(self, number):
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)


class Parent:
    """The process from which others split off, started with the first one; what it brings is one of BRINGS."""

    def __init__(self, brings):
        self._brings, self._process, self._one_at_a_time = brings, None, threading.Lock()

    def serve(self, arguments, environment, log):
        """`streamlit` with these arguments, which writes to `log`."""
        code = f"from streamlit.web import cli; cli.main({arguments!r}, prog_name='streamlit', standalone_mode=False)"
        return self.run(code, environment, log)

    def run(self, code, environment, log=os.devnull, errors=None):
        """This program, which writes to `log`, and what goes to stderr to `errors`, where given."""
        asked = {"code": code, "environment": dict(environment), "log": str(log), "errors": str(errors or log)}
        return Forked(self, self.ask(asked))

    def monev(self, arguments, environment, timeout, home=HOME):
        """`python -m monev` with these arguments in the folder `home`, finished."""
        with tempfile.TemporaryDirectory(prefix="monev-") as folder:
            said = [Path(folder) / name for name in ("stdout", "stderr")]
            done = self.run(MONEV.format(arguments=[*map(str, arguments)], home=str(home)), environment, *said)
            try:
                done.wait(timeout)
            except subprocess.TimeoutExpired:
                done.kill()
                raise
            out, err = (one.read_bytes().decode("utf-8") for one in said)
        return subprocess.CompletedProcess(["monev", *arguments], done.returncode, out, err)

    def ask(self, asked):
        with self._one_at_a_time:
            if self._process is None:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "tests.forking", self._brings], cwd=HOME, env=_clean(os.environ), text=True,
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                )  # fmt: skip
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
            return json.loads(self._process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._process is not None:
            self._process.stdin.close()
            self._process.wait()
            self._process.stdout.close()


def _clean(environment):
    """Without settings of ours; numpy would start threads."""
    mine = {name: value for name, value in environment.items() if not name.startswith("MONEV_")}
    return mine | {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}


def libraries():
    """What `python -m monev` brings that is not ours."""
    import babel.dates  # noqa: F401
    import docx  # noqa: F401
    import duckdb  # noqa: F401
    import filelock  # noqa: F401
    import holidays  # noqa: F401
    import num2words  # noqa: F401
    import openpyxl  # noqa: F401
    import pandas  # noqa: F401
    import pptx  # noqa: F401
    import pypdf  # noqa: F401
    import rapidfuzz.process  # noqa: F401
    import typst  # noqa: F401
    import xlsxwriter  # noqa: F401


def without_ours():
    """The libraries, and nothing of ours: settings are read when it is imported."""
    libraries()
    for name in [name for name in sys.modules if name.partition(".")[0] == "monev"]:
        del sys.modules[name]


def commands():
    """What `python -m monev` brings."""
    libraries()
    from monev.run.commands import main  # noqa: F401
    from monev.snapshot import queries, sql_tables

    for question in queries.load().values():
        assert question.reads is not None
    sql_tables._kept_parser.cache_clear()  # with DuckDB's threads


def google():
    """What sends decisions, and tells findings, into a spreadsheet of Google's."""
    from monev import sheets
    from monev.meeting import delivery, to_google  # noqa: F401
    from monev.sheets import google  # noqa: F401
    from monev.sync.told import deliver  # noqa: F401

    assert sheets


def server():
    """What every server brings until it has shown a page."""
    logging.disable()  # that Streamlit does not serve yet
    import uvicorn  # noqa: F401
    import uvloop  # noqa: F401
    from streamlit import config
    from streamlit.web import bootstrap, cli  # noqa: F401

    from monev.run.server import server  # noqa: F401
    from monev.screen import first_use, navigation, page  # noqa: F401

    commands()
    first_use.prepare()
    config._config_options = None  # each server reads them for itself
    logging.disable(logging.NOTSET)


def commands_and_google():
    """What `python -m monev` brings where the sheets are Google's, too."""
    commands()
    google()


BRINGS = {"libraries": without_ours, "commands": commands_and_google, "google": google, "server": server}
#: A command in a folder, which is that of this project or of a copy of it.
MONEV = """
import os, runpy, sys
os.chdir({home!r})
sys.path[0] = {home!r}
sys.argv[1:] = {arguments!r}
runpy.run_module("monev", run_name="__main__", alter_sys=True)
"""


def split(asked):
    """The number of a new process that does this."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        os.environ.clear()
        os.environ.update(asked["environment"])
        time.tzset()
        out = os.open(asked["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(out, 1)
        os.dup2(os.open(asked["errors"], os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
        os.closerange(3, 20)
        exec(asked["code"], {"__name__": "split"})  # noqa: S102 - from the test that started this
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def ended(pid):
    """Its exit status as subprocess tells it, None while it runs."""
    found, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def main():
    BRINGS[sys.argv[1]]()
    for line in iter(sys.stdin.readline, ""):
        asked = json.loads(line)
        said = ended(asked["poll"]) if "poll" in asked else split(asked)
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
