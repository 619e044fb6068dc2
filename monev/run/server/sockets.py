"""Around every websocket: bounds on who comes how often, and only such messages as our pages send."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monev.run.server import protocol
from monev.run.server.throttle import AGAINST_THE_RULES, TOO_FAST, TOO_MANY, Bounds
from monev.screen.access.roles import Right
from monev.screen.access.session import CONNECTED


class Sockets:
    """`bounds` hold for all connections of this server. A closed one may come back; whoever sits in front of it keeps
    what he had."""

    def __init__(self, app: ASGIApp, bounds: Bounds) -> None:
        self.app, self.bounds = app, bounds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        client = (scope.get("client") or ("",))[0]
        if self.bounds.full(client):
            self.bounds.refusals[TOO_MANY] += 1
            await send({"type": "websocket.close", "code": AGAINST_THE_RULES})
            return
        with self.bounds.opened(client) as may_pass:
            closed = gone = False

            async def heard() -> Message:
                nonlocal closed, gone
                message = await receive()
                if message["type"] != "websocket.receive":
                    gone = gone or message["type"] == "websocket.disconnect"
                    return message
                takes = CONNECTED.get().may(Right.TAKE)
                why = protocol.refused(message.get("bytes"), takes) if may_pass() else TOO_FAST
                if why is None:
                    return message
                self.bounds.refusals[why] += 1
                if not closed:
                    closed = gone = True
                    await send({"type": "websocket.close", "code": AGAINST_THE_RULES})
                return {"type": "websocket.disconnect", "code": AGAINST_THE_RULES}

            async def said(message: Message) -> None:
                nonlocal gone
                if closed:  # Streamlit has not heard of it yet while it still sends
                    return
                try:
                    await send(message)
                except OSError:
                    gone = True
                    raise

            try:
                await self.app(scope, heard, said)
            except Exception:
                # Streamlit trips over a connection that was lost while it sent; nobody has to look at that.
                if not gone:
                    raise
