"""The look-up of known vulnerabilities by the real pip-audit, in a database on loopback: never green without it."""

import http.server
import json
import re
import socket
import subprocess
import sys
import threading

import pytest

from monev.settings import HOME

pytestmark = pytest.mark.panjang

PINS = re.findall(r"^([\w.-]+)==([^\s;\\]+)", (HOME / "requirements-dev.txt").read_text("utf-8"), re.MULTILINE)
#: A vulnerability as the database tells it, of everything before a version.
HOLE = {"id": "PYSEC-0000-1", "summary": "contoh", "affected": [
    {"package": {"name": "starlette", "ecosystem": "PyPI"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.1"}]}]}
]}  # fmt: skip


@pytest.fixture
def database():
    """A database at an address: `known` name -> what is known of it; with `silent` it fails at these names."""

    class Osv(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = asked["package"]["name"]
            server.asked.append((name, asked["version"]))
            self.send_response(500 if name in server.silent else 200)
            self.end_headers()
            self.wfile.write(json.dumps({"vulns": [HOLE]} if name in server.known else {}).encode())

        def log_message(self, *_):
            """Nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Osv)
    server.asked, server.known, server.silent = [], set(), set()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def rentan(port):
    done = subprocess.run([sys.executable, HOME / ".ci" / "rentan.py", "--osv-url", f"http://127.0.0.1:{port}/v1/query"],
                          capture_output=True, text=True, encoding="utf-8", timeout=300)  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr and "usage" not in done.stderr and "://" not in done.stdout
    assert (done.stderr != "") == (done.returncode == 2), "why it could not be asked"
    return done.returncode, done.stdout


@pytest.mark.panjang
def test_green_is_told_only_after_every_pin_was_asked_about_also_those_for_other_pythons(database):
    assert rentan(database.server_port) == (0, f"{len(PINS)} pin diperiksa; tidak satu pun diketahui rentan.\n")
    assert sorted(database.asked) == sorted(PINS) and len(PINS) > len({name for name, _ in PINS})


@pytest.mark.panjang
def test_a_pin_that_is_known_to_be_vulnerable_is_named_with_the_way_out(database):
    database.known = {"starlette"}
    status, told = rentan(database.server_port)
    assert status == 1
    assert re.fullmatch(r"RENTAN: starlette [\d.]+: PYSEC-0000-1, diperbaiki di 99\.1\.\n", told)


@pytest.mark.panjang
def test_where_the_database_fails_at_one_pin_nothing_is_green(database):
    database.silent = {"starlette"}
    status, told = rentan(database.server_port)
    assert status == 2 and "TIDAK DIPERIKSA" in told and "tidak satu pun" not in told


@pytest.mark.panjang
def test_where_the_database_cannot_be_reached_it_is_said_aloud():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    status, told = rentan(port)
    assert status == 2 and f"TIDAK DIPERIKSA: {len(PINS)} dari {len(PINS)} pin" in told and "tidak terjangkau" in told
