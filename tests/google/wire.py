"""A TLS server behind an HTTP CONNECT proxy on loopback, and all the ways in which an answer can go wrong on its way."""

import contextlib
import http.client
import select
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import trustme

HOSTS = (
    "sheets.googleapis.com",
    "www.googleapis.com",
    "oauth2.googleapis.com",
    "iamcredentials.googleapis.com",
)
#: Length that a trickling answer promises; at a byte a second nobody waits for its end.
_ENDLESS = 10_000_000


@dataclass(frozen=True)
class Asked:
    """One request as it came; names of headers are in lower case."""

    host: str
    verb: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """One answer, and the manner in which it is sent: whole, cut, reset, hang or trickle."""

    status: int
    body: bytes = b""
    kind: str = "application/json; charset=UTF-8"
    headers: dict[str, str] = field(default_factory=dict)
    manner: str = "whole"

    def head(self, length: int) -> bytes:
        """Status line and headers that promise `length` bytes."""
        reason = http.client.responses.get(self.status, "Unknown")
        lines = {"Content-Type": self.kind, "Content-Length": str(length), "Server": "ESF"} | self.headers
        text = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"HTTP/1.1 {self.status} {reason}\r\n{text}\r\n".encode()


class Server:
    """Listens on a free port of 127.0.0.1 until it is closed; each connection has its own thread.

    `serve` gives the answer to a request and may be called by several threads at once. `complain` is told what is
    wrong with a connection as such. `closing` is set by `close`, which ends waiting answers too.
    """

    def __init__(self, serve: Callable[[Asked], Reply], complain: Callable[[str], None]) -> None:
        self._serve, self._complain = serve, complain
        self.authority = trustme.CA()
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(*HOSTS).configure_cert(self._tls)
        self.closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def close(self) -> None:
        """Stop listening, end every connection and every thread."""
        self.closing.set()
        for one in [self._listener, *self._open]:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(one, socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(1)

    def _accept(self):
        while not self.closing.is_set():
            try:
                raw, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._connection, args=(raw,), daemon=True)
            self._threads = [one for one in self._threads if one.is_alive()] + [thread]
            thread.start()

    def _connection(self, raw):
        # A client that goes away or does not trust the certificate says so itself; here it is just an end.
        with contextlib.suppress(OSError, ValueError), raw:
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            host = self._tunnel(raw)
            if host is None:
                return
            secure = self._tls.wrap_socket(raw, server_side=True, do_handshake_on_connect=False)
            with self._kept(secure), secure:
                secure.do_handshake()
                stream = _Stream(secure)
                while not self.closing.is_set() and (asked := stream.request(host)) is not None:
                    if not self._send(secure, self._serve(asked)):
                        return

    @contextlib.contextmanager
    def _kept(self, one):
        with self._lock:
            self._open.add(one)
        try:
            yield
        finally:
            with self._lock:
                self._open.discard(one)

    def _tunnel(self, raw):
        """The host that a client wants to be connected with; None if it was refused."""
        with self._kept(raw):
            asked = _Stream(raw).request("")
        if asked is None:
            return None
        host, _, port = asked.target.partition(":")
        if asked.verb == "CONNECT" and host in HOSTS and port == "443":
            raw.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            return host
        self._complain(f"{asked.verb} {asked.target}: the stand-in does not play this host")
        raw.sendall(Reply(502, headers={"Connection": "close"}).head(0))
        return None

    def _send(self, secure, reply):
        """Send an answer; whether the connection can be used again."""
        match reply.manner:
            case "whole":
                secure.sendall(reply.head(len(reply.body)) + reply.body)
                return True
            case "cut":
                secure.sendall(reply.head(len(reply.body)) + reply.body[: len(reply.body) // 2])
            case "reset":
                secure.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            case "hang":
                # Whatever the client sends now is its farewell.
                while not self.closing.wait(0.05) and not select.select([secure], [], [], 0)[0]:
                    pass
            case "trickle":
                secure.sendall(reply.head(_ENDLESS))
                while not self.closing.wait(1):
                    secure.sendall(b" ")
            case manner:
                raise AssertionError(f"unknown manner {manner!r}")
        return False


class _Stream:
    """Reads requests one after the other from a connection."""

    def __init__(self, source):
        self._source, self._rest = source, b""

    def request(self, host):
        """The next request; None at the end of the connection. Raises ValueError on what is no HTTP."""
        while b"\r\n\r\n" not in self._rest:
            if not self._more():
                return None
        head, self._rest = self._rest.split(b"\r\n\r\n", 1)
        first, *lines = head.decode("latin-1").split("\r\n")
        verb, target, _ = first.split(" ")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length") or 0)
        while len(self._rest) < length:
            if not self._more():
                return None
        body, self._rest = self._rest[:length], self._rest[length:]
        return Asked(host, verb, target, headers, body)

    def _more(self):
        got = self._source.recv(65536)
        self._rest += got
        return bool(got)
