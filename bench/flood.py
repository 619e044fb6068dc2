"""What a flood of people who are not signed in does to those who are: `python -m bench.flood`, a minute, on loopback.

The same code runs against an older checkout: `python -m bench.flood /path/of/checkout`.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg

from bench.viewer import Broken, Viewer
from tests.provider import cookie, secrets

#: Sockets of the flood, its seconds, and how long the server is watched after it.
MANY, LONG, AFTER = 20, 15, 30
PAGE = BackMsg()
PAGE.rerun_script.page_name = "logistik"


class Server:
    """A server of the checkout at `home` with sign-in, on samples read by it; its log at `log`."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder, self.log = home, folder, folder / "log.txt"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        kept = secrets(folder / "secrets.toml", self.port, "https://penyedia.test")
        self.around = os.environ | {"MONEV_POTRET": str(folder / "potret"), "MONEV_RAHASIA": str(kept),
                                    "MONEV_FOLDER": "samples", "MONEV_SINKRON": "terpisah"}  # fmt: skip

    def __enter__(self) -> Server:
        subprocess.run([sys.executable, "-m", "monev", "sync"], cwd=self.home, env=self.around, check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        with self.log.open("w") as out:
            self.process = subprocess.Popen(command, cwd=self.home, env=self.around, stdout=out, stderr=out)
        for _ in range(600):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.address}/_stcore/health") as answer:
                self.token = re.search("_streamlit_xsrf=([^;]+)", answer.headers["Set-Cookie"])[1]
                return self
            time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def memory(self) -> int:
        """MB that the server holds."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20

    async def page(self) -> float:
        """Seconds until somebody who is signed in sees a page."""
        one = cookie(self.address, "pimpinan@contoh.test")
        headers = {"Cookie": f"{one['name']}={one['value']}; _streamlit_xsrf={self.token}"}
        begun = time.monotonic()
        async with Viewer(self.address, headers, self.token) as viewer:
            await viewer.open("logistik")
        return time.monotonic() - begun

    async def flooded(self, until: float) -> int:
        """Send as fast as one socket can, coming back when it is closed; how many messages."""
        sent, address = 0, f"{self.address.replace('http', 'ws')}/_stcore/stream"
        while time.monotonic() < until:
            with contextlib.suppress(websockets.WebSocketException, OSError, TimeoutError):
                async with websockets.connect(address, subprotocols=["streamlit"], origin=self.address, max_size=None,
                                              compression=None, proxy=None) as wire:  # fmt: skip
                    while time.monotonic() < until:
                        await wire.send(PAGE.SerializeToString())
                        sent += 1
                        await asyncio.sleep(0)
            await asyncio.sleep(0)
        return sent


async def _pages(server: Server, until: float) -> list[float]:
    seen = []
    while time.monotonic() < until:
        try:
            async with asyncio.timeout(AFTER):
                seen.append(await server.page())
        except (Broken, TimeoutError, OSError, websockets.WebSocketException):
            seen.append(float(AFTER))
        await asyncio.sleep(0.2)
    return seen


async def measure(server: Server) -> dict[str, float]:
    """Pages before, during and after the flood, p95 in seconds; memory in MB; the log in KB."""
    before = await _pages(server, time.monotonic() + 5)
    held, written, ends = server.memory(), server.log.stat().st_size, time.monotonic() + LONG
    *sent, during = await asyncio.gather(*(server.flooded(ends) for _ in range(MANY)), _pages(server, ends))
    after = await _pages(server, time.monotonic() + 10)
    return {
        "pesan": sum(sent), "halaman sebelum": _p95(before), "halaman selama": _p95(during),
        "halaman sesudah": _p95(after), "memori bertambah MB": server.memory() - held,
        "log bertambah KB": (server.log.stat().st_size - written) >> 10,
    }  # fmt: skip


def _p95(seconds: list[float]) -> float:
    return round(statistics.quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0], 2)


def main() -> None:
    """Measure each checkout that is named, or this one."""
    for home in map(Path, sys.argv[1:] or ["."]):
        folder = Path(tempfile.mkdtemp(prefix="banjir-"))
        with Server(home.resolve(), folder) as server:
            print(home, asyncio.run(measure(server)))
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
