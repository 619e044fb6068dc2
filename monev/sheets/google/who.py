"""Who changed a spreadsheet when, as Drive tells: along with the list that is asked anyway, and all of it on demand."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from gspread.urls import DRIVE_FILES_API_V3_URL

from monev.sheets import SourceError
from monev.sheets.google import account, errors
from monev.sheets.google.client import Client, again, token_request
from monev.sheets.spreadsheet import Who

#: What is asked of a file, and of each of its revisions.
ASKED = "lastModifyingUser(displayName,emailAddress,me)"
#: Revisions in one answer, answers that are asked for, and seconds for all of it.
PAGE, PAGES, SECONDS = 1000, 3, 30


def of(said: Mapping[str, Any]) -> Who:
    """Who changed a file or a revision last."""
    user = said.get("lastModifyingUser") or {}
    return Who(said["modifiedTime"], str(user.get("displayName") or ""), str(user.get("emailAddress") or ""),
               bool(user.get("me")))  # fmt: skip


def revisions(key: Mapping[str, Any], spreadsheet: str) -> list[Who]:
    """All changes that Drive lists of a spreadsheet, the oldest first; SourceError where it does not.

    Drive joins edits of a while into one revision and lets old ones go: it may be fewer than there were.
    """
    until = time.monotonic() + SECONDS
    found: list[Who] = []
    try:
        credentials = account.enter(key)
        again(until)(credentials.refresh, token_request(until))
        client, page = Client(credentials, until), None
        params = {"fields": f"nextPageToken,revisions(modifiedTime,{ASKED})", "pageSize": PAGE}
        for _ in range(PAGES):
            more = {"pageToken": page} if page else {}
            answer = client.request(
                "get", f"{DRIVE_FILES_API_V3_URL}/{spreadsheet}/revisions", params=params | more
            ).json()
            found += [of(one) for one in answer.get("revisions", ()) if "modifiedTime" in one]
            page = answer.get("nextPageToken")
            if not page:
                break
    except Exception as error:  # whatever Google does is told in words
        raise SourceError(errors.told(error, str(key.get("client_email")), SECONDS)) from error
    return found
