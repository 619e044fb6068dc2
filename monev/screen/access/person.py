"""From what the identity provider says of somebody to a person with a role, or to the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import Enum

from monev.screen.access import roles
from monev.screen.access.roles import Person, Right

#: Seconds that a sign-in lasts; the browser's cookie would last thirty days.
LASTS = 12 * 60 * 60
#: An address as it is compared: other alphabets have letters that become ours when they are made small.
_LONGEST = 254
_PLAIN = re.compile(r"[!-?A-~]+@[!-?A-~]+")


class Reason(Enum):
    """Why somebody who signed in is not let in."""

    NO_ADDRESS = "penyedia tidak menyebut surel akun"
    UNVERIFIED = "surel akun belum dipastikan penyedianya"
    EXPIRED = "masuknya sudah lebih dari dua belas jam"
    SIGNED_OUT = "sudah keluar"
    UNKNOWN = "tidak terdaftar"
    NOTHING = "tidak berhak melihat apa pun"
    NO_PROVIDER = "penyedia akun tidak menjawab"

    @property
    def signed_in(self) -> bool:
        """Whether the provider vouched for somebody all the same: then only another account helps."""
        return self not in (Reason.SIGNED_OUT, Reason.EXPIRED, Reason.NO_PROVIDER)


class Refused(Exception):
    """Somebody who is not let in; `account` may be empty."""

    def __init__(self, reason: Reason, account: str = "") -> None:
        super().__init__(reason.value)
        self.reason, self.account = reason, account


def person_of(
    user: Mapping[str, object],
    listed: Mapping[str, str],
    signed_out: Mapping[str, int],
    now: float,
    waived: Collection[str] = (),
) -> Person:
    """Who a signed-in user is. `user` holds the claims of the ID token (OpenID Connect Core 1.0, 2 and 5.1): email,
    email_verified, iat, iss; `signed_out` the second at which an account last signed out. `waived` are the providers
    (iss) that say nothing of whether an address is its account's own, and are trusted all the same. Raises Refused.
    """
    written = user.get("email")
    if not isinstance(written, str) or not written.strip():
        raise Refused(Reason.NO_ADDRESS)
    account = written.strip()[:_LONGEST]
    if not _PLAIN.fullmatch(account):
        raise Refused(Reason.UNKNOWN, account)
    account = account.lower()
    silent = "email_verified" not in user and user.get("iss") in waived
    sure = user.get("email_verified")
    if not (sure is True or sure == "true" or silent):
        raise Refused(Reason.UNVERIFIED, account)
    since = user.get("iat")
    # Without its moment nobody can tell whether a sign-in still holds.
    if not isinstance(since, int | float) or isinstance(since, bool) or not now - LASTS <= since <= now + 300:
        raise Refused(Reason.EXPIRED, account)
    if since <= signed_out.get(account, -1):
        raise Refused(Reason.SIGNED_OUT, account)
    role = roles.role_of(account, listed)
    if role is None:
        raise Refused(Reason.UNKNOWN, account)
    person = Person(account, role, int(since))
    if not person.may(Right.LOOK):
        raise Refused(Reason.NOTHING, account)
    return person
