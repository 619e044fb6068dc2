"""Who is asking, by the claims of a sign-in and by what the settings and the record say of the account right now."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextvars import ContextVar
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from monev import settings
from monev.screen.access import login_cookie, policy, roles, sign_outs
from monev.screen.access.person import Reason, Refused, person_of
from monev.screen.access.roles import LOCAL, Person

#: Providers (iss) in [auth] that send no email_verified, and whose addresses are trusted all the same.
WAIVED = "tanpa_email_verified"
CHANGED = "Setelan [auth] berubah sejak server dimulai; mulai ulang server."
#: Whose connection a piece of work belongs to; Streamlit hands it on to what it does for a message of that connection.
CONNECTED: ContextVar[Person] = ContextVar("monev_connected", default=LOCAL)


class Closed(Exception):
    """Nobody can be let in at all; its text says why."""


def by_account(found: settings.Settings) -> bool:
    """Whether people come in by their accounts; local mode otherwise. Raises Closed."""
    rules = policy.at_start()
    if bool(found.auth) != rules.sign_in:
        raise Closed(CHANGED)
    if rules.trouble:
        raise Closed(rules.trouble)
    return rules.sign_in


def of_claims(claims: Mapping[str, object], found: settings.Settings) -> Person:
    """Who somebody is by the claims of his sign-in; raises Refused, or Closed."""
    try:
        listed, gone = roles.read(found.access), sign_outs.read(found.snapshots)
    except roles.AccessError as error:
        raise Closed(str(error)) from error
    except (OSError, ValueError) as error:
        raise Closed("Catatan siapa yang sudah keluar tidak dapat dibaca.") from error
    waived = found.auth.get(WAIVED, ())
    return person_of(claims, listed, gone, time.time(), waived if isinstance(waived, list) else ())


def again(person: Person, found: settings.Settings) -> Person:
    """Who somebody is now that was let in before; raises Refused, or Closed."""
    return of_claims({"email": person.account, "email_verified": True, "iat": person.since}, found)


def of_request(request: HTTPConnection) -> Person:
    """Who a request comes from, by its cookie, which is worth something at the address of the sign-in only; raises
    Refused, or Closed."""
    try:
        found = settings.load()
    except settings.SettingError as error:
        raise Closed(str(error)) from error
    if not found.auth:
        raise Closed(CHANGED)
    claims = login_cookie.user(request)
    if not claims or claims.get("origin") != _origin(str(found.auth.get("redirect_uri", ""))):
        raise Refused(Reason.SIGNED_OUT)
    return of_claims(claims, found)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
