"""A real mail server and a small gateway on loopback, each of which can be told to fail as such servers do."""

import contextlib
import email
import email.policy
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from monev.run.news.rules import Hook, Mail


class Post:
    """Takes mail as a server does; `fails` says how the next ones go: an answer (“451 …”), or `lost`: taken, and then
    the connection breaks before it says so. `taken` are all letters that it has."""

    def __init__(self):
        self.taken, self.fails, self.slow = [], [], 0.0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("tidak-ada"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        how = self.fails.pop(0) if self.fails else ""
        if how and how != "lost":
            return how
        time.sleep(self.slow)
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.taken.append((envelope.rcpt_tos[0], letter))
        if how == "lost":
            server.transport.abort()
        return "250 OK"

    def to(self, recipient):
        return [letter for one, letter in self.taken if one == recipient]

    @property
    def ids(self):
        return [letter["Message-ID"] for _, letter in self.taken]


@contextlib.contextmanager
def post(security="tidak", secure=None):
    """The server and where it listens. With `secure`, a context of TLS, it wants a name and a password, which are those
    of `Mail`, after STARTTLS or, as "tls", from the first word on."""
    handler, more = Post(), {}
    if secure:
        more = {"authenticator": _known, "auth_required": True}
        more |= (
            {"ssl_context": secure, "auth_require_tls": False}
            if security == "tls"
            else {"tls_context": secure, "require_starttls": True}
        )
    controller = Controller(handler, hostname="127.0.0.1", port=free(), ready_timeout=60, **more)
    controller.start()
    try:
        name = "localhost" if secure else "127.0.0.1"
        yield (
            handler,
            Mail(name, controller.port, security, "monev@contoh.test", *(("monev", "jangan-bocor") if secure else ())),
        )
    finally:
        controller.stop()


def _known(server, session, envelope, mechanism, given):
    return AuthResult(success=(given.login, given.password) == (b"monev", b"jangan-bocor"))


class Gateway:
    """Takes JSON as a gateway does. `answers` are the statuses of the next requests (200 when there is none left);
    “hang” never answers, “drip” sends a sign a second, “lost” takes it and says nothing. `taken` is what it has, once
    for each id, as its documents ask of it; `asked` counts every request."""

    def __init__(self):
        self.taken, self.answers, self.asked, self.keys, self.over = {}, [], [], [], threading.Event()

    def requested(self, handler):
        content = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        self.asked.append(content["id"])
        self.keys.append((handler.headers.get("Authorization"), handler.headers["Idempotency-Key"]))
        how = self.answers.pop(0) if self.answers else 200
        if how == "hang":
            self.over.wait(60)
            return
        if how == "drip":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not self.over.wait(0.2):
                with contextlib.suppress(OSError):
                    handler.wfile.write(b".")
            return
        if how == "lost" or how == 200:
            self.taken.setdefault(content["id"], content)
        if how == "lost":
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        handler.send_response(how)
        handler.send_header("Content-Length", "0")
        handler.end_headers()


@contextlib.contextmanager
def gateway(key="rahasia-gerbang"):
    """The gateway and how it is reached."""
    told = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            told.requested(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield told, Hook(f"http://127.0.0.1:{server.server_port}/kirim", key)
    finally:
        told.over.set()
        server.shutdown()
        server.server_close()


def free():
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
