"""What is measured side by side: our server and its references, each a process of its own on the same data."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.viewer import Viewer
from monev.run.workers import command as child
from monev.settings import HOME
from monev.snapshot import store
from tests.conftest import end
from tests.provider import free_port

REFERENCES = Path(__file__).with_name("references")
#: Pictures on our heaviest page, and so on that of each reference.
PICTURES = 3
#: Seconds in which a server has to answer.
PATIENCE = 90
#: Tables of a snapshot that reference (b) reads as its sheets.
SHEETS = (
    "kpu__logistik_gudang", "kpu__pemilih_tps", "kpu__distribusi", "kpu__hibah", "bawaslu__hibah", "bpkpd__nphd",
    "bpkpd__pencairan", "bpkpd__dukungan_sarpras", "jenis_barang", "tps_kecamatan",
)  # fmt: skip
#: How Streamlit is begun on loopback, otherwise as it is delivered.
STREAMLIT = (
    *(sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "{port}", "--server.headless", "true"),
    *("--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"),
)


@dataclass(frozen=True)
class Side:
    """One server to be measured: `folder` holds its app.py, `settings` go into its environment.

    Viewers go back and forth between its two `pages` (paths); the second one has the pictures. `program` serves it on
    "{port}" and answers at `health`; a `viewer` asks it as a browser does.
    """

    name: str
    what: str
    folder: Path
    pages: tuple[str, str]
    settings: dict[str, str] = field(default_factory=dict)
    program: tuple[str, ...] = STREAMLIT
    health: str = "/_stcore/health"
    viewer: Any = Viewer


@dataclass(frozen=True)
class Running:
    """A side that answers, with the address and the number of its process, and how long it took to answer."""

    side: Side
    address: str
    pid: int
    began: float

    def cpu(self) -> float:
        """Seconds of processor time that it has used."""
        user, system = Path(f"/proc/{self.pid}/stat").read_text().rpartition(") ")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Megabytes of its memory that are in use (RSS)."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


def ours(snapshots: Path) -> Side:
    """Our server between its two heaviest pages."""
    return Side("kita", "halaman agenda terberat", HOME, ("risiko", "logistik"),
                {"MONEV_POTRET": str(snapshots), "MONEV_SINKRON": "terpisah"})  # fmt: skip


def empty() -> Side:
    return Side("a", "halaman kosong Streamlit, bawaan", REFERENCES / "empty", ("", "dua"))


def tuned(scratch: Path) -> Side:
    """The empty page with our own config.toml: what no page of ours can beat."""
    folder = scratch / "disetel"
    (folder / ".streamlit").mkdir(parents=True)
    (folder / "app.py").write_text((REFERENCES / "empty" / "app.py").read_text("utf-8"), "utf-8")
    (folder / ".streamlit" / "config.toml").write_text(
        (HOME / ".streamlit" / "config.toml").read_text("utf-8"), "utf-8"
    )
    return Side("batas", "halaman kosong dengan setelan kita", folder, ("", "dua"))


def tutorial(scratch: Path, snapshots: Path) -> Side:
    """The pattern of the tutorial, on the tables of the newest snapshot as CSV files."""
    folder = scratch / "lembar"
    folder.mkdir()
    with store.Snapshot(snapshots, store.latest(snapshots)) as snapshot:
        for table in SHEETS:
            rows = snapshot.select(f'from "{table}"')
            if "kolom_rusak" in rows:
                rows["kolom_rusak"] = rows.kolom_rusak.map(" ".join)
            rows.to_csv(folder / f"{table}.csv", index=False)
    return Side("b", "pola tutorial Google Sheets", REFERENCES / "tutorial", ("dua", "tiga"),
                {"BENCH_LEMBAR": str(folder)})  # fmt: skip


async def pictures(scratch: Path, running: Running) -> Side:
    """Stock pages with the finished pictures of our second page."""
    async with Viewer(running.address) as viewer:
        await viewer.open(running.side.pages[0])
        seen = await viewer.go(running.side.pages[1])
    kept = [{"figure": json.loads(figure), "height": height} for figure, height in seen.figures()]
    path = scratch / "gambar.json"
    path.write_text(json.dumps(kept), "utf-8")
    return Side("gambar", "halaman kosong dengan gambar yang sama, sudah jadi", REFERENCES / "pictures", ("", "dua"),
                {"BENCH_GAMBAR": str(path)})  # fmt: skip


@contextlib.contextmanager
def running(side: Side, scratch: Path, port: int | None = None) -> Iterator[Running]:
    """A side as a server on loopback, on a free port where none is given; ended with the block."""
    port = port or free_port()
    command = [word.format(port=port) for word in side.program]
    began = time.perf_counter()
    with (scratch / f"{side.name}.log").open("a") as log:
        process = subprocess.Popen(command, cwd=side.folder, env=clean() | side.settings, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}{side.health}", process)
        yield Running(side, address, process.pid, time.perf_counter() - began)
    finally:
        end(process)


def _wait_for(address: str, process: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.02)
    raise RuntimeError(f"{process.args}: no answer in {PATIENCE} s")


def sync(snapshots: Path, folder: Path | None = None, home: Path = HOME) -> subprocess.Popen:
    """`monev sync` begun in a process of its own, as the server begins it; of the samples, or of `folder`. An older
    checkout at `home` reads its own."""
    settings = {"MONEV_POTRET": str(snapshots)} | ({"MONEV_FOLDER": str(folder)} if folder else {})
    command = [sys.executable, "-m", "monev", "sync"]
    process = subprocess.Popen(command, cwd=home, env=clean() | settings, stdout=subprocess.DEVNULL)
    child.step_back(process.pid)
    return process


def clean() -> dict[str, str]:
    """The environment with none of our settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MONEV_")}
