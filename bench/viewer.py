"""One viewer without a browser: speaks Streamlit's websocket protocol, in the messages that ship in its wheel.

It does what the browser does with the server: keeps the messages that may be kept, names them at the next run, runs
fragments again when they ask for it, and stands on a page when the run says that it is over.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

#: Where the websocket lies, and what a browser calls its protocol.
STREAM, PROTOCOL = "/_stcore/stream", "streamlit"
#: Seconds after which a page that has not come never comes.
PATIENCE = 60.0


class Broken(RuntimeError):
    """A page that ended with an error, or never came; the text says which and why."""


@dataclass
class Seen:
    """One page as it came: how long it took, how much was sent, and what stands on it, element by element."""

    page: str
    seconds: float = 0.0
    sent: int = 0
    messages: int = 0
    elements: dict[tuple[int, ...], Element] = field(default_factory=dict)

    @property
    def kinds(self) -> list[str]:
        """What kinds of elements stand on the page, as Streamlit calls them, from top to bottom."""
        return [one.WhichOneof("type") for _, one in sorted(self.elements.items())]

    def html(self) -> str:
        """All pieces of HTML on the page, from top to bottom."""
        return "\n".join(one.html.body for _, one in sorted(self.elements.items()) if one.WhichOneof("type") == "html")

    def keys(self, start: str) -> list[str]:
        """How the keys of the page's buttons go on that begin with `start`, from top to bottom."""
        ids = [one.button.id for _, one in sorted(self.elements.items())]
        return [id_.partition(f"-{start}")[2] for id_ in ids if f"-{start}" in id_]

    def figures(self) -> list[tuple[str, int]]:
        """The charts on the page as Plotly's JSON, each with its height in pixels."""
        return [(one.plotly_chart.spec, one.height_config.pixel_height)
                for _, one in sorted(self.elements.items()) if one.WhichOneof("type") == "plotly_chart"]  # fmt: skip


class Viewer:
    """A visit at `address`; `headers` go with the handshake, as the cookie of a sign-in does, which is worth something
    beside the `token` of a page that the server sent (its cookie _streamlit_xsrf).

    Its websocket answers the fragments that ask to be run again only while somebody waits in `go` or `stay`.
    """

    def __init__(self, address: str, headers: dict[str, str] | None = None, token: str = "") -> None:
        self.address, self.headers = address.rstrip("/"), headers or {}
        self.protocols = [PROTOCOL, token] if token else [PROTOCOL]
        self.hashes: dict[str, str] = {}
        self._kept: OrderedDict[str, tuple[int, ForwardMsg]] = OrderedDict()
        self._runs, self._oldest = 0, 2
        self._page, self._query, self._session = "", "", ""
        self._due: dict[str, tuple[float, float]] = {}
        self._seen = Seen("")

    async def __aenter__(self) -> Viewer:
        scheme = {"http": "ws", "https": "wss"}[urlsplit(self.address).scheme]
        address = f"{scheme}://{urlsplit(self.address).netloc}{STREAM}"
        self._wire = await websockets.connect(
            address, subprotocols=self.protocols, origin=self.address, additional_headers=self.headers,
            max_size=None, compression=None, proxy=None, open_timeout=PATIENCE,
        )  # fmt: skip
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._wire.close()

    async def open(self, page: str = "", query: str = "") -> Seen:
        """The first page of the visit, by the path that follows the address."""
        return await self._ask(page, query, name=page)

    async def go(self, page: str, query: str = "") -> Seen:
        """Another page of the visit, as a click on the menu brings it."""
        return await self._ask(page, query, hash_=self.hashes[page])

    async def press(self, key: str, typed: Mapping[str, str] | None = None) -> Seen:
        """Press a button by its key, while fields hold what was typed in them: key -> JSON of a component of ours."""
        held = [WidgetState(id=self._id(field), json_value=value) for field, value in (typed or {}).items()]
        pressed = WidgetState(id=self._id(key), trigger_value=True)
        return await self._ask(self._page, self._query, hash_=self.hashes[self._page], held=[*held, pressed])

    async def file(self, key: str) -> str:
        """The path under which the file of a download button lies once it is asked for. Raises Broken."""
        id_ = self._id(key)
        [button] = [one.download_button for one in self._seen.elements.values() if one.download_button.id == id_]
        asked = BackMsg()
        asked.backend_operation_request.request_id = key
        asked.backend_operation_request.session_id = self._session
        asked.backend_operation_request.deferred_file.file_id = button.deferred_file_id
        await self._wire.send(asked.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while True:
                message = ForwardMsg.FromString(await self._wire.recv())
                if message.WhichOneof("type") == "backend_operation_response":
                    answer = message.backend_operation_response
                    if answer.error_msg:
                        raise Broken(f"{key}: {answer.error_msg}")
                    return answer.deferred_file.url

    def _id(self, key: str) -> str:
        """How Streamlit calls the field or button with this key on the page."""
        for one in self._seen.elements.values():
            id_ = getattr(getattr(one, one.WhichOneof("type")), "id", "")
            if id_.endswith(f"-{key}"):
                return id_
        raise Broken(f"/{self._page}: there is no “{key}”")

    async def stay(self, seconds: float) -> int:
        """Look at the page for a while; how many times its fragments were run again. Raises Broken."""
        until, runs = time.monotonic() + seconds, 0
        while (left := until - time.monotonic()) > 0:
            due = min(self._due.items(), key=lambda one: one[1][0], default=None)
            wait = min(left, max(due[1][0] - time.monotonic(), 0)) if due else left
            await asyncio.sleep(wait)
            if due and time.monotonic() >= due[1][0]:
                fragment, (_, every) = due
                self._due[fragment] = (time.monotonic() + every, every)
                await self._ask(self._page, self._query, hash_=self.hashes[self._page], fragment=fragment)
                runs += 1
        return runs

    async def _ask(
        self,
        page: str,
        query: str,
        name: str = "",
        hash_: str = "",
        fragment: str = "",
        held: Sequence[WidgetState] = (),
    ) -> Seen:
        state = ClientState(query_string=query, page_name=name, page_script_hash=hash_, fragment_id=fragment,
                            is_auto_rerun=bool(fragment), cached_message_hashes=list(self._kept))  # fmt: skip
        state.widget_states.widgets.extend(held)
        state.context_info.url = f"{self.address}/{page}"
        state.context_info.timezone, state.context_info.locale = "Asia/Jakarta", "id-ID"
        if not fragment:
            self._due.clear()
        begun = time.perf_counter()
        await self._wire.send(BackMsg(rerun_script=state).SerializeToString())
        seen = Seen(page)
        try:
            async with asyncio.timeout(PATIENCE):
                await self._receive(seen)
        except TimeoutError:
            raise Broken(f"/{page}: nothing more came for {PATIENCE:.0f} s") from None
        seen.seconds = time.perf_counter() - begun
        if fragment:
            self._seen.elements |= seen.elements
        else:
            self._page, self._query, self._seen = page, query, seen
        return seen

    def looking_at(self) -> Seen:
        """The page as it stands now, with what its fragments brought since."""
        return self._seen

    async def _receive(self, seen: Seen) -> None:
        """Everything up to the end of the run; a run that gives way to another one is not the end."""
        while True:
            data = await self._wire.recv()
            seen.sent += len(data)
            seen.messages += 1
            message = self._whole(ForwardMsg.FromString(data))
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._place(seen, message)
            elif kind == "navigation":
                for page in message.navigation.app_pages:
                    self.hashes["" if page.is_default else page.url_pathname] = page.page_script_hash
            elif kind == "new_session":
                self._session = message.new_session.initialize.session_id
                self._oldest = message.new_session.config.max_cached_message_age
            elif kind == "auto_rerun":
                every = message.auto_rerun.interval
                self._due[message.auto_rerun.fragment_id] = (time.monotonic() + every, every)
            elif kind == "page_not_found":
                raise Broken(f"/{seen.page}: no such page")
            elif kind == "script_finished" and self._over(seen, message):
                return

    def _over(self, seen: Seen, message: ForwardMsg) -> bool:
        status = ForwardMsg.ScriptFinishedStatus.Name(message.script_finished)
        if "EARLY" in status:
            return False
        if "SUCCESSFULLY" not in status:
            raise Broken(f"/{seen.page}: {status}")
        for one in _errors(seen):
            raise Broken(f"/{seen.page}: {one}")
        self._forget()
        return True

    def _place(self, seen: Seen, message: ForwardMsg) -> None:
        """Put an element where it belongs; a block put there takes the place of what stood below it."""
        path, delta = tuple(message.metadata.delta_path), message.delta
        if delta.WhichOneof("type") == "new_element":
            seen.elements[path] = delta.new_element

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message that was meant: one named by its hash is one that was kept."""
        if message.WhichOneof("type") == "ref_hash":
            kept = ForwardMsg()
            kept.CopyFrom(self._kept[message.ref_hash][1])
            kept.metadata.CopyFrom(message.metadata)
            self._kept[message.ref_hash] = (self._runs, self._kept[message.ref_hash][1])
            return kept
        if message.metadata.cacheable and message.hash:
            self._kept[message.hash] = (self._runs, message)
        return message

    def _forget(self) -> None:
        """Let go of messages that no page has used for as many runs as the server says."""
        self._runs += 1
        for hash_ in [one for one, (used, _) in self._kept.items() if self._runs - used > self._oldest]:
            del self._kept[hash_]


def _errors(seen: Seen) -> Iterator[str]:
    """What a page says of itself that went wrong."""
    for one in seen.elements.values():
        if one.WhichOneof("type") == "exception":
            yield one.exception.message
        elif one.WhichOneof("type") == "alert" and one.alert.format == one.alert.ERROR:
            yield one.alert.body
