"""From what the identity provider says of somebody to a person with a role, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from monev import access
from monev.access import Person, Right

#: Seconds that a sign-in lasts; the browser's cookie would last thirty days.
LASTS = 12 * 60 * 60


class Reason(Enum):
    """Why somebody who signed in is not let in."""

    NO_ADDRESS = "penyedia tidak menyebut surel akun"
    UNVERIFIED = "surel akun belum dipastikan penyedianya"
    EXPIRED = "masuknya sudah lebih dari dua belas jam"
    SIGNED_OUT = "sudah keluar"
    UNKNOWN = "tidak terdaftar"
    NOTHING = "tidak berhak melihat apa pun"


class Refused(Exception):
    """Somebody who is not let in; `account` may be empty."""

    def __init__(self, reason: Reason, account: str = "") -> None:
        super().__init__(reason.value)
        self.reason, self.account = reason, account


def person_of(
    user: Mapping[str, object], listed: Mapping[str, str], signed_out: Mapping[str, int], now: float
) -> Person:
    """Who a signed-in user is. `user` holds the claims of the ID token (OpenID Connect Core 1.0, 2 and 5.1): email,
    email_verified, iat; `signed_out` the second at which an account last signed out. Raises Refused.
    """
    account = str(user.get("email") or "").strip().lower()
    if not account:
        raise Refused(Reason.NO_ADDRESS)
    if user.get("email_verified") in (False, "false"):
        raise Refused(Reason.UNVERIFIED, account)
    since = user.get("iat")
    # Without its moment nobody can tell whether a sign-in still holds.
    if not isinstance(since, int | float) or isinstance(since, bool) or not now - LASTS <= since <= now + 300:
        raise Refused(Reason.EXPIRED, account)
    if since <= signed_out.get(account, -1):
        raise Refused(Reason.SIGNED_OUT, account)
    role = access.role_of(account, listed)
    if role is None:
        raise Refused(Reason.UNKNOWN, account)
    person = Person(account, role, int(since))
    if not person.may(Right.LOOK):
        raise Refused(Reason.NOTHING, account)
    return person
