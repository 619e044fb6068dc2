"""Requests byte by byte, as a browser or somebody worse sends them: also those that no library would send."""

import base64
import os
import re
import socket
import ssl
import tempfile
from email.parser import BytesParser

from monev.settings import HOME

SECONDS = 30
#: What no answer may hold: places on the machine where this runs, whichever it is, and traces of the program.
PLACES = "|".join(re.escape(f"{place}{os.sep}") for place in (HOME, tempfile.gettempdir()))
INSIDE = re.compile(rf"root:|{PLACES}|Traceback|site-packages|\.py\"")


def ask(port, lines, secure=None, whole=True):
    """Status, headers and body of the answer to a request in these lines; over TLS, as `secure` trusts, where given.

    The body is what comes until the connection is closed; not `whole`: the head alone, of one that stays open.
    """
    with socket.create_connection(("127.0.0.1", port), SECONDS) as plain:
        wire = secure.wrap_socket(plain, server_hostname="localhost") if secure else plain
        wire.settimeout(SECONDS)
        wire.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        read = b""
        while whole or b"\r\n\r\n" not in read:
            try:
                more = wire.recv(65_536)
            except (ConnectionError, ssl.SSLEOFError):
                break
            if not more:
                break
            read += more
        if secure:
            wire.close()
    first, _, rest = read.partition(b"\r\n")
    head, _, body = rest.partition(b"\r\n\r\n")
    return int(first.split()[1]), BytesParser().parsebytes(head + b"\r\n\r\n"), body


def get(port, path="/", method="GET", secure=None, **headers):
    """The answer to one request; `Host` is this machine's unless given, and a name's underscores become hyphens."""
    return ask(port, _lines(f"{method} {path}", port, {"Connection": "close"} | headers), secure)


def websocket(port, secure=None, **headers):
    """The status with which a websocket is opened (101) or refused; headers as in `get`."""
    return handshake(port, secure, **headers)[0]


def handshake(port, secure=None, **headers):
    """Status and headers of the answer to whoever asks for a websocket; it is closed at once."""
    wanted = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
              "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
              "Sec-WebSocket-Protocol": "streamlit"}  # fmt: skip
    return ask(port, _lines("GET /_stcore/stream", port, wanted | headers), secure, whole=False)[:2]


def _lines(first, port, headers):
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return [f"{first} HTTP/1.1", *(f"{name}: {text}" for name, text in ({"Host": f"127.0.0.1:{port}"} | named).items())]
