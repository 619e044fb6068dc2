"""Calls to Google that always end: bounded in time, in bytes and in repetitions, and told apart when they fail."""

from __future__ import annotations

import io
import json
import time
from functools import partial
from typing import Any

import gspread
import requests
import urllib3
from google.auth.exceptions import RefreshError, TransportError
from google.auth.transport.requests import AuthorizedSession, Request
from google.oauth2.service_account import Credentials
from requests.adapters import HTTPAdapter
from tenacity import (
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_before_delay,
    wait_random_exponential,
)

#: Seconds to wait for a connection, and for the next bytes of an answer.
CONNECT, SILENCE = 5, 20
#: Seconds that a call gets as long as there are so many left.
LEAST = 2
#: Bytes of one answer; a spreadsheet of an agency has a hundredth of it.
MOST_BYTES = 100_000_000
#: How often one reading is asked at most, and within how many seconds; the first pause, and the longest one.
TRIES, PATIENCE = 5, 25
PAUSE, LONGEST = 0.5, 8
_CHUNK = 65_536


class Refused(RuntimeError):
    """Google answered, but with an error: `status` of HTTP, Google's own `reason` and `message` where it gave any."""

    def __init__(self, status: int, reason: str = "", message: str = "") -> None:
        super().__init__(f"{status} {reason} {message}".strip())
        self.status, self.reason, self.message = status, reason, message

    @property
    def passing(self) -> bool:
        """Whether it may be gone in a moment: busy, or too many questions (which Drive calls forbidden)."""
        often = self.status == 403 and self.reason in ("rateLimitExceeded", "userRateLimitExceeded")
        return often or self.status in (408, 429, 500, 502, 503, 504)


class Garbled(RuntimeError):
    """An answer that says that all is well but is not the JSON object that Google promises."""


class TooLarge(RuntimeError):
    """An answer of more than MOST_BYTES."""


class OutOfTime(requests.Timeout):
    """The time set for the whole sync is over."""


class Until(HTTPAdapter):
    """Sends requests that end at a moment of time.monotonic, whatever the other side does.

    A limit for silence alone is not enough: one byte a second is no silence.
    """

    def __init__(self, moment: float, **given: Any) -> None:
        self.moment = moment
        super().__init__(**given)

    def send(self, request: requests.PreparedRequest, *_: Any, **given: Any) -> requests.Response:
        """The response with its whole body already here; half of the time left is kept for another try."""
        left = self.moment - time.monotonic()
        if left <= 0:
            raise OutOfTime("the time set for the sync is over")
        share = max(left / 2, min(left, LEAST))
        given |= {"stream": True, "timeout": (min(CONNECT, share), min(SILENCE, share))}
        ends = time.monotonic() + share
        response = super().send(request, **given)
        response.raw = _Body(self._body(response, ends), response.raw)
        return response

    def _body(self, response: requests.Response, ends: float) -> bytes:
        body = bytearray()
        try:
            while chunk := response.raw.read1(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > MOST_BYTES:
                    raise TooLarge(f"more than {MOST_BYTES} bytes")
                if time.monotonic() > ends:
                    raise requests.Timeout("the answer takes too long")
        except urllib3.exceptions.ReadTimeoutError as error:
            raise requests.Timeout(error) from error
        except urllib3.exceptions.HTTPError as error:
            raise requests.ConnectionError(error) from error
        finally:
            response.raw.close()
        return bytes(body)


class _Body(io.BytesIO):
    """A body that has been read, with the few facts of its origin that requests looks up there."""

    def __init__(self, body: bytes, origin: urllib3.BaseHTTPResponse) -> None:
        super().__init__(body)
        self._original_response = getattr(origin, "_original_response", None)

    def release_conn(self) -> None:
        """Nothing to give back: the connection was let go when the body had been read."""


class Client(gspread.HTTPClient):
    """gspread's client of the two APIs, for one thread, until a moment of time.monotonic.

    Readings are repeated a few times where that may help; writings never, since one that timed out may have
    happened. Raises Refused, Garbled, TooLarge, and what requests and google-auth raise.
    """

    def __init__(self, credentials: Credentials, until: float) -> None:
        self.until = until
        session = AuthorizedSession(credentials, auth_request=token_request(until))
        session.mount("https://", Until(until))
        super().__init__(None, session)

    def request(self, method: str, endpoint: str, *given: Any, **named: Any) -> requests.Response:
        """One call; the response holds a JSON object."""
        once = partial(self._once, method, endpoint, *given, **named)
        return once() if method.lower() != "get" else again(self.until)(once)

    def _once(self, method: str, endpoint: str, params: Any = None, data: Any = None, json: Any = None,
              files: Any = None, headers: Any = None) -> requests.Response:  # fmt: skip
        response = self.session.request(method, endpoint, params=params, data=data, json=json, files=files,
                                        headers=headers, timeout=None)  # fmt: skip
        if not response.ok:
            raise _refused(response)
        if not isinstance(_json(response), dict):
            raise Garbled(f"{response.status_code} without a JSON object")
        return response


def token_request(until: float) -> Request:
    """How google-auth asks for a token, under the same limits."""
    session = requests.Session()
    session.mount("https://", Until(until))
    return Request(session)


def again(until: float) -> Retrying:
    """Repeats a reading that failed in passing, with longer and longer pauses of random length."""
    left = max(0.0, until - time.monotonic())
    return Retrying(
        retry=retry_if_exception(_passing),
        stop=stop_after_attempt(TRIES) | stop_before_delay(min(PATIENCE, left)),
        wait=wait_random_exponential(multiplier=PAUSE, max=LONGEST),
        reraise=True,
    )


def _passing(error: BaseException) -> bool:
    if isinstance(error, Refused):
        return error.passing
    if isinstance(error, OutOfTime | requests.exceptions.SSLError):
        return False
    if isinstance(error, RefreshError):  # its second argument is Google's answer, where that was JSON
        return error.retryable or len(error.args) < 2
    if isinstance(error, TransportError):  # google-auth's name for what went wrong below it
        return error.retryable or not any(isinstance(one, requests.exceptions.SSLError) for one in error.args)
    # TypeError: google-auth trips over an answer to its question for a token that is no JSON object.
    return isinstance(error, Garbled | TypeError | requests.ConnectionError | requests.Timeout)


def _json(response: requests.Response) -> object:
    try:
        return json.loads(response.content)
    except ValueError:  # bytes that are no text are one too
        return None


def _refused(response: requests.Response) -> Refused:
    """Google writes its errors in several shapes; whatever is none of them has its status at least."""
    answer = _json(response)
    error = answer.get("error") if isinstance(answer, dict) else None
    if not isinstance(error, dict):
        return Refused(response.status_code, "", error if isinstance(error, str) else "")
    reasons = [detail.get("reason") for name in ("details", "errors") for detail in error.get(name) or []
               if isinstance(detail, dict)]  # fmt: skip
    reason = next((text for text in reasons if isinstance(text, str)), error.get("status"))
    return Refused(response.status_code, str(reason or ""), str(error.get("message") or ""))
