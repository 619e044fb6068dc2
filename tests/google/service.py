"""What the stand-in answers when nothing goes wrong: from a request to a reply, by way of Google's description."""

import json
import threading
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.google import account, description, drive, mask, sheets
from tests.google.book import Book
from tests.google.recording import Recording
from tests.google.refusal import lacks_scope, not_found, unauthenticated
from tests.google.wire import Asked, Reply

#: A method's id and what its path held, still quoted.
Routed = tuple[str, dict[str, str]]


class Service:
    """The spreadsheets, the tokens given, and perhaps a recording that goes before. Hold `lock` to change them."""

    def __init__(self) -> None:
        self.books: dict[str, Book] = {}
        self.tokens = account.Tokens()
        self.recording: Recording | None = None
        self.lock = threading.RLock()

    def answer(self, endpoint: str, asked: Asked, routed: Routed | None) -> Reply:
        """The reply of "token", "drive" or "sheets".

        Raises Refusal where Google would refuse, and AssertionError where the request or the answer does not fit the
        description, or the stand-in does not offer what is asked.
        """
        if endpoint == "token":
            assert (asked.verb, urlsplit(asked.target).path) == ("POST", "/token"), "only POST /token is known here"
            return _json(self.tokens.give(asked.body))
        assert routed, "the description knows no such method"
        method, path = routed[0], {name: unquote(value) for name, value in routed[1].items()}
        query = parse_qs(urlsplit(asked.target).query, keep_blank_values=True)
        body = description.given(json.loads(asked.body)) if asked.body else None
        description.request(endpoint, method, body, query, path)
        self._allow(endpoint, method, asked.headers.get("authorization", ""))
        with self.lock:
            recorded = self.recording and self.recording.answer(asked)
        fields = query["fields"][0] if "fields" in query else None
        if recorded:
            if recorded.status == 200:
                description.answer(endpoint, method, json.loads(recorded.body), fields)
            return recorded
        with self.lock:
            found = self._drive(method, path, query) if endpoint == "drive" else self._sheets(method, path, query, body)
        description.answer(endpoint, method, found, fields)
        return _json(found)

    def _allow(self, endpoint, method, authorization):
        scopes = self.tokens.scopes(authorization)
        if scopes is None:
            raise unauthenticated(endpoint)
        writes = {account.WRITE} if method in sheets.WRITES else {account.WRITE, account.READ}
        if not scopes & ({account.LOOK} if endpoint == "drive" else writes):
            raise lacks_scope(endpoint, method)

    def _drive(self, method, path, query):
        one = {name: given[-1] for name, given in query.items()}
        if wanted := one.get("fields"):
            try:
                unknown = description.unknown_field("drive", method, mask.parse(wanted))
            except mask.BadMask:
                unknown = wanted
            if unknown:
                raise drive.bad_field(unknown)
        if method == "drive.files.list":
            return drive.list_files(self.books.values(), one)
        assert method in ("drive.files.get", "drive.revisions.list"), f"{method} is not offered here"
        if path["fileId"] not in self.books:
            raise not_found("drive", path["fileId"])
        asked = drive.get if method == "drive.files.get" else drive.revisions
        return asked(self.books[path["fileId"]], one)

    def _sheets(self, method, path, query, body):
        if path["spreadsheetId"] not in self.books:
            raise not_found("sheets", path["spreadsheetId"])
        return sheets.answer(method, self.books[path["spreadsheetId"]], path, query, body)


def _json(found: Any) -> Reply:
    return Reply(200, json.dumps(found, ensure_ascii=False).encode())
