"""A way to a server on loopback that can be held, so that what stands in it is neither lost nor done."""

import contextlib
import socket
import threading
import time


class Gate:
    """Its own port on loopback leads to `target`, a port that may change. `hold_at` is the number of a write (PUT) from
    now on that goes no further, and with it nothing on that connection; `held` is set once it came. `crumbs`: answers
    come in pieces of so many bytes, as over a line that is slow."""

    def __init__(self, target=None, crumbs=0):
        self.target, self.hold_at, self.held, self.crumbs = target, None, threading.Event(), crumbs
        self._door = socket.create_server(("127.0.0.1", 0))
        self._count, self._lock = 0, threading.Lock()
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def hold(self, nth):
        """Let the writes before the nth one pass, and no other."""
        self.held.clear()
        with self._lock:
            self._count, self.hold_at = 0, nth

    def release(self):
        """Let everything pass that comes from now on."""
        self.hold_at = None

    def close(self):
        self._door.close()

    def _serve(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._door.accept()
                threading.Thread(target=self._lead, args=(client,), daemon=True).start()

    def _lead(self, client):
        """Without a server behind it the connection is refused at once, as a machine that is off would."""
        try:
            server = socket.create_connection(("127.0.0.1", self.target), 5)
        except OSError:
            client.close()
            return
        threading.Thread(target=self._pass, args=(server, client, False), daemon=True).start()
        self._pass(client, server, True)

    def _pass(self, one, other, asks):
        with contextlib.suppress(OSError):
            while content := one.recv(65_536):
                if asks and content.startswith(b"PUT ") and self._holds():
                    return  # both ends stay open, and nothing comes
                for at in range(0, len(content), self.crumbs or len(content)):
                    other.sendall(content[at : at + (self.crumbs or len(content))])
                    time.sleep(0.001 if self.crumbs else 0)
        if not self.held.is_set():
            for end in (one, other):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def _holds(self):
        with self._lock:
            self._count += 1
            if self.hold_at is None or self._count < self.hold_at:
                return False
            self.held.set()
            return True
