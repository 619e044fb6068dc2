"""An agency's spreadsheet as it stands, and the one batchUpdate that gives it what its plan says."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from monev.run.commands import template_google_changes
from monev.run.commands.template_google_changes import Changes, Existing
from monev.run.commands.template_plan import Plan
from monev.sheets import SourceError
from monev.sheets.google import account, errors
from monev.sheets.google.client import Client, Refused, again, token_request
from monev.sheets.google.read import ADDRESS, spreadsheet_id

#: Seconds for all that is asked; a person waits for it.
SECONDS = 60


@dataclass(frozen=True)
class Standing:
    """One spreadsheet that was looked at, with the way in by which it can be changed."""

    key: str
    existing: Existing
    client: Client
    account: str

    @property
    def address(self) -> str:
        """Where people open it."""
        return ADDRESS.format(self.key)


def look(key: Mapping[str, Any], typed: str | None) -> Standing:
    """The spreadsheet that was typed in secrets.toml; SourceError tells why it cannot be looked at."""
    until = time.monotonic() + SECONDS
    try:
        credentials = account.enter(key, account.TO_WRITE)
        again(until)(credentials.refresh, token_request(until))
        client, name = Client(credentials, until), spreadsheet_id(typed)
        facts = client.spreadsheets_get(name, {"fields": template_google_changes.FIELDS})
        ranges = template_google_changes.ranges(facts)
        values = (
            client.values_batch_get(name, ranges, dict(template_google_changes.VALUES))["valueRanges"] if ranges else []
        )
        return Standing(
            name, template_google_changes.existing(facts, values), client, credentials.service_account_email
        )
    except Exception as error:  # whatever Google does is told in words
        raise SourceError(errors.told(error, str(key.get("client_email")), SECONDS)) from error


def change(standing: Standing, plan: Plan) -> Changes:
    """What was done to the spreadsheet, all of it or nothing; SourceError tells why nothing was."""
    changes = template_google_changes.changes(plan, standing.existing)
    if not changes.requests:
        return changes
    try:
        standing.client.batch_update(standing.key, {"requests": changes.requests})
    except Refused as error:
        if error.status == 403:
            raise SourceError(
                f"Akun dasbor hanya boleh melihat. Minta pemiliknya menekan Bagikan dan mengubah {standing.account} "
                "menjadi Editor, lalu jalankan lagi."
            ) from error
        raise SourceError(errors.told(error, standing.account, SECONDS)) from error
    except Exception as error:
        said = errors.told(error, standing.account, SECONDS)
        raise SourceError(f"{said} Jalankan lagi: yang sudah tersusun tidak disusun dua kali.") from error
    return changes
