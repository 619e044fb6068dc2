"""Everything that Google, or what lies between, may answer instead of an answer."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass

from tests.google import refusal
from tests.google.account import PROJECT
from tests.google.refusal import Refusal, of_drive, of_sheets, of_token
from tests.google.wire import Reply

_QUOTA = (
    "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service "
    "'sheets.googleapis.com' for consumer 'project_number:104857600001'."
)
_MESSAGES = {
    403: refusal.NO_PERMISSION,
    404: "Requested entity was not found.",
    408: "The request timed out.",
    429: "Resource has been exhausted (e.g. check quota).",
    500: "Internal error encountered.",
    503: "The service is currently unavailable.",
}
_DRIVE = {
    403: ("The user does not have sufficient permissions for this file.", "insufficientFilePermissions", "global"),
    404: ("File not found: .", "notFound", "global"),
    408: ("Request Timeout", "requestTimeout", "global"),
    429: ("Rate Limit Exceeded", "rateLimitExceeded", "usageLimits"),
    500: ("Internal Error", "internalError", "global"),
    503: ("Backend Error", "backendError", "global"),
}
_TOKEN = {
    401: ("invalid_client", "Unauthorized"),
    403: ("access_denied", "Account restricted"),
    404: ("not_found", "Not Found"),
    408: ("request_timeout", "Request Timeout"),
    429: ("rate_limit_exceeded", "You have exceeded the rate of requests for this account."),
    500: ("internal_failure", "Backend Error"),
    503: ("temporarily_unavailable", "Service Unavailable"),
}
_HTML = (
    "<!DOCTYPE html>\n<html lang=en>\n<meta charset=utf-8>\n<title>{title}</title>\n"
    "<p><b>{title}</b> <ins>The server is not available just now.</ins>\n</html>\n"
)
#: Half of this is what a cut answer brings.
_LONG = json.dumps({"range": "Data!A1:Z1000", "majorDimension": "ROWS", "values": [["isi"] * 20] * 40}).encode()


def status(code: int) -> Callable[[str], Reply]:
    """A status in the JSON form of each endpoint."""

    def reply(endpoint: str) -> Reply:
        if endpoint == "token":
            return refused(of_token(code, *_TOKEN[code]))
        if code == 401:
            return refused(refusal.unauthenticated(endpoint))
        if endpoint == "drive":
            message, reason, domain = _DRIVE[code]
            return refused(of_drive(code, message, reason, domain=domain))
        return refused(of_sheets(code, _MESSAGES[code]))

    return reply


def refused(error: Refusal) -> Reply:
    """A refusal as it goes over the wire."""
    headers = {}
    if error.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="https://accounts.google.com/", error="invalid_token"'
    return Reply(error.status, json.dumps(error.body, indent=2).encode(), headers=headers)


def _html(code, title):
    return lambda endpoint: Reply(code, _HTML.format(title=title).encode(), "text/html; charset=UTF-8")


def _quota(endpoint):
    if endpoint == "token":
        return status(429)(endpoint)
    metadata = {"quota_limit": "ReadRequestsPerMinutePerUser", "quota_limit_value": "60", "quota_unit": "1/min/{project}/{user}",
                "quota_metric": "sheets.googleapis.com/read_requests", "service": f"{endpoint}.googleapis.com"}  # fmt: skip
    detail = {"@type": f"{refusal.TYPE}ErrorInfo", "reason": "RATE_LIMIT_EXCEEDED", "domain": "googleapis.com"}
    return refused(of_sheets(429, _QUOTA, details=[detail | {"metadata": metadata}]))


def _revoked(endpoint):
    if endpoint == "token":
        return refused(of_token(400, "invalid_grant", "Invalid grant: account not found"))
    return status(401)(endpoint)


def _disabled(endpoint):
    if endpoint == "token":
        return status(403)(endpoint)
    return refused(refusal.service_disabled(endpoint, PROJECT))


def _manner(manner, code):
    return lambda endpoint: Reply(code, _LONG, manner=manner)


#: What each kind of fault answers at an endpoint ("token", "drive" or "sheets"). A reply of status 0 is none.
KINDS: dict[str, Callable[[str], Reply]] = {
    **{str(code): status(code) for code in (401, 403, 404, 408, 429, 500, 503)},
    "drive_429": lambda endpoint: refused(
        of_drive(403, "User Rate Limit Exceeded", "userRateLimitExceeded", domain="usageLimits")
    ),
    "html_502": _html(502, "Error 502 (Server Error)!!1"),
    "html_200": _html(200, "Sign in to the network"),
    "empty_body": lambda endpoint: Reply(200),
    "cut_body": _manner("cut", 200),
    "json_list": lambda endpoint: Reply(200, b"[]"),
    "error_text": lambda endpoint: Reply(400, b'{"error": "text"}'),
    "reset": _manner("reset", 0),
    "hang": _manner("hang", 0),
    "trickle": _manner("trickle", 200),
    "revoked": _revoked,
    "quota": _quota,
    "service_disabled": _disabled,
}


#: What becomes of a request whose answer goes wrong: nothing; it is carried out all the same; or LATE seconds later.
NOTHING, DONE, LATER = "nothing", "done", "later"
LATE = 1.5


@dataclass
class _Fault:
    endpoint: str
    kind: str
    left: float
    spreadsheet: str | None
    method: str | None
    carried_out: str


class Faults:
    """The faults that are set, in the order in which they were; those that were used up hit no more."""

    def __init__(self) -> None:
        self._set: list[_Fault] = []
        self._lock = threading.Lock()

    def add(self, endpoint: str, kind: str, times: int | None, spreadsheet: str | None, method: str | None = None,
            carried_out: str = NOTHING) -> None:  # fmt: skip
        """Set a fault for the next `times` requests (None: for all), perhaps of one spreadsheet or method only."""
        assert kind in KINDS and carried_out in (NOTHING, DONE, LATER), (kind, carried_out)
        left = float("inf") if times is None else times
        with self._lock:
            self._set.append(_Fault(endpoint, kind, left, spreadsheet, method, carried_out))

    def clear(self) -> None:
        """Set all faults aside."""
        with self._lock:
            self._set.clear()

    def reply(self, endpoint: str, spreadsheet: str | None, method: str | None) -> tuple[Reply, str] | None:
        """What goes wrong with a request to `endpoint` about a spreadsheet, and whether it is carried out; None if
        nothing does."""
        with self._lock:
            for one in self._set:
                fits = one.spreadsheet in (None, spreadsheet) and one.method in (None, method)
                if one.endpoint == endpoint and one.left > 0 and fits:
                    one.left -= 1
                    return KINDS[one.kind](endpoint), one.carried_out
        return None
