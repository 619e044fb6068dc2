"""The example of deploy/nginx.conf in a real nginx, with a certificate made for the test, before servers of ours."""

import contextlib
import re
import socket
import ssl
import subprocess
import time

import trustme

from monev.settings import HOME
from tests import absent, wire
from tests.conftest import NGINX, NO_NGINX, PATIENCE
from tests.provider import free_port

DEPLOY = HOME / "deploy"
EXAMPLE = (DEPLOY / "nginx.conf").read_text("utf-8")
#: The other example: two series of meetings, each under a name of its own.
SERIES, NAMES = "nginx-beberapa.conf", ("monev.localhost", "stunting.localhost")
#: What stands around a site on a machine, with everything that nginx writes kept in one folder.
AROUND = """
daemon off; pid {0}/nginx.pid; error_log {0}/error.log warn; worker_processes 1;
events {{ worker_connections 256; }}
http {{
  access_log off; default_type application/octet-stream;
  client_body_temp_path {0}/isi; proxy_temp_path {0}/terusan;
  fastcgi_temp_path {0}/f; uwsgi_temp_path {0}/u; scgi_temp_path {0}/s;
  include {0}/monev.conf;
}}
"""


def put(text, written, ours, times=1):
    """The example with another text in a place; it stands there exactly so often."""
    assert text.count(written) == times, f"{written!r} stands {text.count(written)} times in deploy/nginx.conf"
    return text.replace(written, ours)


class Front:
    """The ports of nginx without and with TLS, what trusts its certificate, and the ports of the two servers behind
    it."""

    def __init__(self, folder, behind, example):
        self.plain, self.port, self.behind = free_port(), free_port(), behind
        authority = trustme.CA()
        certificate = authority.issue_cert("localhost", *NAMES)
        certificate.private_key_pem.write_to_path(folder / "kunci.pem")
        for piece in certificate.cert_chain_pems:
            piece.write_to_path(folder / "rantai.pem", append=True)
        self.secure = ssl.create_default_context()
        authority.configure_trust(self.secure)
        text, several = (DEPLOY / example).read_text("utf-8"), example == SERIES
        for written in ("8501", "8502"):
            line = (
                f"    server 127.0.0.1:{written};"
                if several
                else f"    server 127.0.0.1:{written} max_fails=1 fail_timeout=5s;"
            )
            assert text.count(line) == (1 if several else 2)
        site = re.sub(r"850([12])", lambda found: str(behind[int(found[1]) - 1]), text)
        named = "$host" if several else "$server_name"
        site = put(site, f"https://{named}$", f"https://{named}:{self.port}$")
        site = re.sub(r"^    listen \[::\].*\n", "", site, flags=re.MULTILINE)
        site = put(site, "listen 80;", f"listen 127.0.0.1:{self.plain};")
        site = put(site, "listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;")
        site = (
            site.replace(".example.go.id", ".localhost")
            if several
            else put(site, "server_name monev.example.go.id;", "server_name localhost;", 2)
        )
        site = put(site, "/etc/ssl/monev/fullchain.pem", f"{folder}/rantai.pem")
        site = put(site, "/etc/ssl/monev/privkey.pem", f"{folder}/kunci.pem")
        (folder / "monev.conf").write_text(site, "utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder), "utf-8")

    @property
    def address(self):
        return f"https://localhost:{self.port}"

    def get(self, path="/", method="GET", **headers):
        return wire.get(self.port, path, method, self.secure, **{"Host": f"localhost:{self.port}"} | headers)

    def websocket(self, **headers):
        return self.handshake(**headers)[0]

    def handshake(self, **headers):
        usual = {"Host": f"localhost:{self.port}", "Origin": self.address}
        return wire.handshake(self.port, self.secure, **usual | headers)


@contextlib.contextmanager
def nginx(folder, first, second, example="nginx.conf"):
    """An example before servers on these two ports, running; ended with the block."""
    if NGINX is None:
        absent.ends(NO_NGINX)
    found = Front(folder, (first, second), example)
    process = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"])
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", found.port), 1):
                break
            time.sleep(0.05)
        assert process.poll() is None, (folder / "error.log").read_text("utf-8")
        yield found
    finally:
        process.terminate()
        process.wait(20)
