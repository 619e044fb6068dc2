"""How much one connection, one address and all together may ask of the server, and how often more was asked."""

from __future__ import annotations

import ipaddress
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

#: Messages of one connection, and of all connections of one address: a second, and at once. A key that is held down
#: asks thirty times a second; behind one address may sit a whole meeting of fifty viewers.
A_SOCKET, AN_ADDRESS = (20, 240), (400, 6_000)
#: New connections of one account, and of all at one address who have none: a second, and at once. A meeting whose
#: server was started anew comes back together.
NEW = (20, 300)
#: Connections that are open, of one address and in all.
SOCKETS_OF_ADDRESS, SOCKETS = 300, 1_000
#: Addresses that are remembered; the one not seen for longest makes room.
_REMEMBERED = 4_096
#: Why a connection is closed or not opened.
TOO_FAST, TOO_MANY, NOBODY = "terlalu cepat", "terlalu banyak sambungan", "tanpa peran"
#: With this code a websocket is closed that goes against the rules (RFC 6455, 7.4.1).
AGAINST_THE_RULES = 1008


@dataclass
class Bucket:
    """Fills by `rate` a second up to `size`, and gives one at a time; `clock` counts seconds."""

    rate: float
    size: float
    clock: Callable[[], float] = time.monotonic
    level: float = field(init=False)
    at: float = field(init=False)

    def __post_init__(self) -> None:
        self.level, self.at = self.size, self.clock()

    def take(self) -> bool:
        """Whether there was one left to give."""
        now = self.clock()
        self.level, self.at = min(self.size, self.level + (now - self.at) * self.rate), now
        if self.level < 1:
            return False
        self.level -= 1
        return True


class _Address:
    """Also an account, of which only the new connections count."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.open, self.new, self.messages = 0, Bucket(*NEW, clock), Bucket(*AN_ADDRESS, clock)


class Bounds:
    """The bounds of one server; `refusals` counts, by reason, what went beyond them or was not let through."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.refusals: Counter[str] = Counter()
        self._clock, self._open = clock, 0
        self._addresses: OrderedDict[str, _Address] = OrderedDict()

    def full(self, client: str) -> bool:
        """Whether as many connections are open as may be, in all or of this address."""
        return self._open >= SOCKETS or self._of(client).open >= SOCKETS_OF_ADDRESS

    def may_come(self, who: str) -> bool:
        """Whether one more connection of an account, or of those without one at an address, comes slowly enough."""
        return self._of(who).new.take()

    @contextmanager
    def opened(self, client: str) -> Iterator[Callable[[], bool]]:
        """While a connection of this address is open; gives a function that says whether one more message may pass."""
        one, mine = self._of(client), Bucket(*A_SOCKET, self._clock)
        self._open, one.open = self._open + 1, one.open + 1
        try:
            yield lambda: mine.take() and one.messages.take()
        finally:
            self._open, one.open = self._open - 1, one.open - 1

    def _of(self, client: str) -> _Address:
        name = _network(client)
        one = self._addresses.setdefault(name, _Address(self._clock))
        self._addresses.move_to_end(name)
        if len(self._addresses) > _REMEMBERED:
            idle = next((other for other, found in self._addresses.items() if not found.open), None)
            self._addresses.pop(idle, None)
        return one


def _network(client: str) -> str:
    """What counts as one address: of the newer kind everybody has a whole network to himself."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client
    address = getattr(address, "ipv4_mapped", None) or address
    if address.version == 6 and not address.is_loopback:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
