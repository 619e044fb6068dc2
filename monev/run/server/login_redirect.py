"""How the websocket of somebody who may see no page ends: its browser asks for the page anew, and is told why."""

from __future__ import annotations

from starlette.types import Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from monev.run.server.throttle import AGAINST_THE_RULES


async def led_to_the_door(scope: Scope, receive: Receive, send: Send) -> None:
    """Open a connection only to tell its browser to ask for its page anew, by which it comes to the page that says why
    there is none."""
    if (await receive())["type"] == "websocket.connect":
        offered = scope.get("subprotocols") or [None]
        await send({"type": "websocket.accept", "subprotocol": offered[0]})
        await lead_away(send)


async def lead_away(send: Send) -> None:
    """Tell the browser of an open connection to ask for its page anew, and close it."""
    away = ForwardMsg()
    away.auth_redirect.url = ""  # the very address at which it stands
    await send({"type": "websocket.send", "bytes": away.SerializeToString()})
    await send({"type": "websocket.close", "code": AGAINST_THE_RULES})
