"""Reference (c), Plotly Dash: in a virtual environment of its own, and a viewer that asks it as its browser does."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from bench.sides import PICTURES, REFERENCES, Side
from bench.viewer import PATIENCE, Broken, Seen
from monev.settings import HOME

FOLDER = REFERENCES / "dash"
#: Threads that answer, in one process as ours.
THREADS = 8


class Viewer:
    """A visit at `address`, on one connection that stays open."""

    def __init__(self, address: str) -> None:
        self.place = urlsplit(address)

    async def __aenter__(self) -> Viewer:
        self._reader, self._writer = await asyncio.open_connection(self.place.hostname, self.place.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()
        await self._writer.wait_closed()

    async def open(self, page: str) -> Seen:
        """The first page of the visit: its frame, what it consists of, and then as `go`."""
        for path in (f"/{page}", "/_dash-layout", "/_dash-dependencies"):
            await self._answer("GET", path)
        return await self.go(page)

    async def go(self, page: str) -> Seen:
        """Another page of the visit, as a click on a link brings it."""
        where = {"id": "tempat", "property": "pathname", "value": f"/{page}"}
        wish = {"output": "isi.children", "outputs": {"id": "isi", "property": "children"}, "inputs": [where],
                "changedPropIds": ["tempat.pathname"], "state": []}  # fmt: skip
        began = time.perf_counter()
        body = await self._answer("POST", "/_dash-update-component", json.dumps(wish).encode())
        seconds = time.perf_counter() - began
        found = body.count(b'"type":"Graph"')
        if found != PICTURES:
            raise Broken(f"/{page}: {found} pictures in {body[:200]!r}")
        return Seen(page, seconds, len(body))

    async def _answer(self, method: str, path: str, body: bytes = b"") -> bytes:
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.place.netloc}\r\nContent-Type: application/json\r\n"
        self._writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        async with asyncio.timeout(PATIENCE):
            said = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            length = next(line for line in said.lower().splitlines() if line.startswith("content-length:"))
            found = await self._reader.readexactly(int(length.partition(":")[2]))
        if " 200 " not in said.splitlines()[0]:
            raise Broken(f"{path}: {said.splitlines()[0]}")
        return found


def installed(scratch: Path, snapshots: Path) -> Side | None:
    """Dash on the newest of the `snapshots`; None where it cannot be installed here, which is said on stderr."""
    uv, python = str(Path(sys.executable).with_name("uv")), str(scratch / "dash" / "bin" / "python")
    steps = [["venv", "--quiet", str(scratch / "dash"), "--python", sys.executable]]
    for wanted in (HOME / "requirements.txt", FOLDER / "requirements.txt"):
        steps.append(["pip", "install", "--quiet", "--python", python, "--require-hashes", "-r", str(wanted)])
    for step in steps:
        done = subprocess.run([uv, *step], capture_output=True, text=True)
        if done.returncode:
            print(f"(c) tidak diukur: Dash tidak dapat dipasang. {done.stderr.strip()[:300]}", file=sys.stderr)
            return None
    program = (python, "-m", "waitress", "--threads", str(THREADS), "--listen", "127.0.0.1:{port}", "app:server")
    settings = {"MONEV_POTRET": str(snapshots), "PYTHONPATH": str(HOME)}
    return Side("c", "Plotly Dash dengan pertanyaan DuckDB yang sama", FOLDER, ("dua", "tiga"), settings, program,
                "/_dash-layout", Viewer)  # fmt: skip
