"""How each spreadsheet stands at Google: what `monev doctor` tells, asked one after the other."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from google.oauth2.service_account import Credentials
from gspread.urls import DRIVE_FILES_API_V3_URL

from monev.sheets import Spreadsheet
from monev.sheets.google import account, errors, read
from monev.sheets.google.client import Client, again, token_request


@dataclass(frozen=True)
class Examined:
    """One spreadsheet. `sheet` None: `trouble` says why it could not be read.

    `shared` whether it was shared with the account itself, `may_edit` whether the account may write into it; both None
    where Drive does not tell.
    """

    sheet: Spreadsheet | None
    time_zone: str | None = None
    shared: bool | None = None
    trashed: bool = False
    may_edit: bool | None = None
    trouble: str | None = None


def enter(key: Mapping[str, Any], seconds: float) -> tuple[Credentials | None, str | None]:
    """Credentials that Google has accepted, or the reason why it did not."""
    until = time.monotonic() + seconds
    try:
        credentials = account.enter(key)
        again(until)(credentials.refresh, token_request(until))
    except Exception as error:  # told in words, whatever it is
        return None, errors.told(error, str(key.get("client_email")), seconds)
    return credentials, None


def drive(credentials: Credentials, seconds: float) -> str | None:
    """Why Drive cannot be asked when spreadsheets changed, None if it can."""
    client = Client(credentials, time.monotonic() + seconds)
    try:
        client.request("get", DRIVE_FILES_API_V3_URL, params={"pageSize": 1, "fields": "files(id)"})
    except Exception as error:
        return errors.told(error, credentials.service_account_email, seconds)
    return None


def spreadsheets(
    credentials: Credentials, wanted: Mapping[str, read.Wanted], seconds: float
) -> Iterator[tuple[str, Examined]]:
    """Each agency with what was found, `seconds` for each at most."""
    known = read.last_changes(credentials, time.monotonic() + seconds)
    for agency, one in wanted.items():
        try:
            yield agency, _examined(Client(credentials, time.monotonic() + seconds), agency, one, known)
        except Exception as error:
            said = errors.told(error, credentials.service_account_email, seconds)
            yield agency, Examined(None, trouble=said)


def _examined(client: Client, agency: str, wanted: read.Wanted, known: Mapping[str, read.Who] | None) -> Examined:
    key = read.spreadsheet_id(wanted.typed)
    facts = client.spreadsheets_get(key, {"fields": read.FACTS})
    sheet = read.read(client, agency, key, wanted.ours, facts)
    zone = facts["properties"].get("timeZone")
    if known is None:  # that Drive cannot be asked is told on its own
        return Examined(sheet, zone)
    asked = {"fields": "trashed,capabilities(canEdit)", "supportsAllDrives": True}
    try:
        file = client.request("get", f"{DRIVE_FILES_API_V3_URL}/{key}", params=asked).json()
    except Exception:  # what Drive does not tell of one file is left open
        return Examined(sheet, zone, key in known)
    may_edit = file.get("capabilities", {}).get("canEdit")
    return Examined(sheet, zone, key in known, bool(file.get("trashed")), may_edit)
