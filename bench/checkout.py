"""A checkout of the project, of today or of earlier, driven from outside: its commands, its answers, its servers.

Its modules may have any names: nothing of it is imported here. What it does, it does at one moment that stands still.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import end
from tests.provider import free_port, secrets

#: What time it is for a checkout.
NOW = dt.datetime(2024, 11, 4, 9, 30)
#: Seconds in which a server has to answer.
PATIENCE = 90
#: Python reads this before anything else: the clock of the city stands still, whatever room it lives in, and chance,
#: by which new decisions are named, always falls the same.
STANDING_STILL = f"""
import datetime, importlib.abc, importlib.util, random, secrets, sys

class Clock(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if not (name.startswith("monev.") and name.endswith(".clock")):
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        run = spec.loader.exec_module
        def stand(module):
            run(module)
            module.now = lambda: {NOW!r}
        spec.loader.exec_module = stand
        return spec

sys.meta_path.insert(0, Clock())
secrets.choice = random.Random(0).choice
"""
#: Asks every question of one snapshot, by the class Snapshot of the checkout, wherever that lives; the command line
#: opens it. Arguments: how the command line names the snapshot, and below which folder the questions lie.
ASK = """
import contextlib, io, json, pathlib, sys
from monev.__main__ import main

[kind] = {one.Snapshot for name, one in [*sys.modules.items()]
          if name.startswith("monev.") and hasattr(getattr(one, "Snapshot", None), "ask")}
opened, close = [], kind.close
kind.close = lambda snapshot: opened.append(snapshot)
*which, folder = sys.argv[1:]
names = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in pathlib.Path(folder).glob("*/**/*.sql"))
with contextlib.redirect_stdout(io.StringIO()):
    if main(["ask", "logistik/angka_pokok", *which]):
        sys.exit(1)
answers = {}
for name in names:
    try:
        answer = opened[0].ask(name)
        answers[name] = [repr(list(answer.columns)), *map(repr, answer.to_dict("records"))]
    except Exception as error:
        answers[name] = [f"{type(error).__name__}: {error}"]
close(opened[0])
print(json.dumps(answers))
"""


class Checkout:
    """The checkout at `home`, with its snapshots in potret/ below `folder`."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder, self.snapshots = home.resolve(), folder, folder / "potret"
        still = folder / "diam"
        still.mkdir(parents=True)
        (still / "sitecustomize.py").write_text(STANDING_STILL, "utf-8")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("MONEV_", "PYTHON"))}
        self.around = clean | {
            "PYTHONPATH": str(still), "PYTHONUTF8": "1", "MONEV_POTRET": str(self.snapshots), "MONEV_FOLDER": "samples",
            "MONEV_SINKRON": "terpisah",
        }  # fmt: skip

    @property
    def pages(self) -> list[str]:
        """Its pages by the names of their files."""
        folders = (self.home / "pages", self.home / "monev" / "pages")
        return sorted(path.stem for folder in folders for path in folder.glob("*.py"))

    def monev(self, *arguments: str) -> str:
        """What a command prints; RuntimeError where it fails."""
        return self._run("-m", "monev", *arguments)

    def answers(self, *which: str) -> dict[str, list[str]]:
        """The answer of every question to a snapshot named as on the command line (--potret ID, --rapat NAME): the
        columns and then every row, each as Python writes it.
        """
        return json.loads(self._run("-c", ASK, *which, str(self.home / "queries")))

    def _run(self, *arguments: str) -> str:
        done = subprocess.run([sys.executable, *arguments], cwd=self.home, env=self.around, capture_output=True,
                              text=True, encoding="utf-8", check=False)  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{self.home.name}: {arguments[-1]}: {done.stderr[-2000:]}")
        return done.stdout

    @contextlib.contextmanager
    def serving(self, sign_in: bool = False) -> Iterator[str]:
        """The address of its server; with `sign_in` it lets in the people of tests/provider.py."""
        port = free_port()
        around = dict(self.around)
        if sign_in:
            around["MONEV_RAHASIA"] = str(secrets(self.folder / "secrets.toml", port, "https://penyedia.test"))
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        with (self.folder / f"server-{sign_in}.log").open("a") as log:
            process = subprocess.Popen(command, cwd=self.home, env=around, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/healthz", process)
            yield address
        finally:
            end(process)


def _wait_for(address: str, process: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.1)
    raise RuntimeError(f"{process.args}: no answer in {PATIENCE} s")
