"""Answers of Google that were written down, given again to whoever asks the same.

A recording is a JSON file in the form that gspread publishes for its own test suite (the folder tests/cassettes of its
source, written by vcrpy): a list of interactions, each a request with method, uri, body and headers, and a response
with status, headers and a body string. To replay a published one, save it and say where it lies, then ask what it
asked; its path and query tell what that is:

    google.replay(Path("SpreadsheetTest.test_values_get.json"))

An interaction fits a request of the same method, host, path and query, in whatever order its names stand. Where
several fit they are given one after the other, and the last one for ever. What no interaction fits is answered by the
stand-in itself. Published recordings hold no tokens: the token endpoint is never replayed. A recorded success is held
to Google's description like any other answer. The recordings in recordings/ are this project's own.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.google.wire import Asked, Reply

Asking = tuple[str, str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Recording:
    """The replies of a recording by what was asked; those that were given are taken away, all but the last."""

    replies: dict[Asking, list[Reply]]

    def answer(self, asked: Asked) -> Reply | None:
        """The recorded reply to a request; None if none fits."""
        left = self.replies.get(_asking(asked.verb, f"https://{asked.host}{asked.target}"))
        if not left:
            return None
        return left.pop(0) if len(left) > 1 else left[0]


def load(path: Path) -> Recording:
    """Read a recording. Raises OSError, ValueError or KeyError if it is none."""
    replies: dict[Asking, list[Reply]] = {}
    for one in json.loads(path.read_text("utf-8"))["interactions"]:
        request, response = one["request"], one["response"]
        # Of the headers only the type counts: lengths and encodings were those of another wire.
        kinds = [values for name, values in response["headers"].items() if name.lower() == "content-type"]
        kind = kinds[0][0] if kinds else "application/json"
        reply = Reply(response["status"]["code"], response["body"]["string"].encode(), kind)
        replies.setdefault(_asking(request["method"], request["uri"]), []).append(reply)
    return Recording(replies)


def _asking(verb, uri) -> Asking:
    url = urlsplit(uri)
    # By name alone: ranges asked for are answered in their own order.
    query = sorted(parse_qsl(url.query, keep_blank_values=True), key=lambda pair: pair[0])
    return verb, url.hostname or "", unquote(url.path), tuple(query)
