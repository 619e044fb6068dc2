"""Who may do what: the roles, their rights, and the list [akses] that gives each account its role."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from monev.words import place as places, project

#: The table of secrets.toml that lists the accounts.
TABLE = "akses"


class Right(StrEnum):
    """What is asked for before it is done; the value is how the record of accesses calls it."""

    LOOK = "melihat halaman"
    MEET = "membekukan angka dan memimpin rapat"
    RECORD = "mencatat keputusan"
    SYNC = "memperbarui angka"
    TAKE = "mengambil bahan"
    VOUCH = "menyatakan data lembaganya benar"
    PROPOSE = "mengusulkan pokok rapat"


LEADERS, SECRETARIAT, PUBLIC = "pimpinan", "sekretariat", "publik"
#: Role -> rights. Every agency besides the secretariat is a role of its own.
RIGHTS: dict[str, frozenset[Right]] = {
    LEADERS: frozenset({Right.LOOK}),
    SECRETARIAT: frozenset(Right),
    **{agency: frozenset({Right.LOOK, Right.VOUCH, Right.PROPOSE}) for agency in project.with_sheet()
       if agency != SECRETARIAT},
    PUBLIC: frozenset(),
}  # fmt: skip
#: What a place may do whose role is its own: look, at what reach.py lets it see.
_OF_A_PLACE = frozenset({Right.LOOK})
#: What may stand in the list: one account, or all accounts of a domain.
_ACCOUNT, _DOMAIN = re.compile(r"[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+"), re.compile(r"@[!-?A-~]+\.[!-?A-~]+")


class Told(PermissionError):
    """A refusal whose text says all that there is to say: no traceback is written with it."""


class AccessError(ValueError):
    """A list that cannot be used, in one line that names the place and repeats no account."""


@dataclass(frozen=True)
class Person:
    """Somebody in front of a page. `account` is an e-mail address in small letters, or empty in local mode; `since`
    the second (epoch) at which the provider let the account in.
    """

    account: str
    role: str
    since: int = 0

    @property
    def role_name(self) -> str:
        """What the role is called: an agency by its name."""
        return self.seat.name if self.seat else project.agencies().get(self.role) or self.role.capitalize()

    @property
    def seat(self) -> places.Seat | None:
        """The place whose role it is; None where the role is no place's."""
        return None if self.role in RIGHTS else places.seats().get(self.role)

    def may(self, right: Right) -> bool:
        return right in (_OF_A_PLACE if self.seat else RIGHTS[self.role])

    def vouches(self, agency: str) -> bool:
        """Whether he may say of the data of an agency (code) that they are right: of his own alone."""
        return self.may(Right.VOUCH) and self.role == agency

    def details(self, agency: str) -> bool:
        """Whether the findings of an agency (code) are shown with their cells; else only their number is."""
        return self.role in (LEADERS, SECRETARIAT, agency)


#: Whoever sits at the machine itself where no sign-in is set up.
LOCAL = Person("", SECRETARIAT)


def read(table: object) -> dict[str, str]:
    """[akses] as account or @domain -> role, all in small letters.

    Raises AccessError where it is missing or empty, names an unknown role, holds what is no address, or gives one
    account two roles: then nobody may be let in.
    """
    if not isinstance(table, Mapping) or not table:
        raise AccessError(f"[{TABLE}] belum berisi satu akun pun.")
    found: dict[str, str] = {}
    for role, accounts in table.items():
        if role not in RIGHTS and role not in places.seats():
            more = places.said("; dan satu kecamatan atau kelurahan menurut kodenya") if places.seats() else ""
            known = ", ".join(RIGHTS) + more
            raise AccessError(f"[{TABLE}] memuat peran “{role}” yang tidak dikenal; yang dikenal: {known}.")
        if not isinstance(accounts, list):
            raise AccessError(f'[{TABLE}] {role} harus berupa daftar, misalnya ["nama@contoh.go.id"].')
        for place, account in enumerate(accounts, 1):
            typed = account.strip() if isinstance(account, str) else ""
            # Before it is made small: letters of other alphabets become ours by that.
            if not (_ACCOUNT.fullmatch(typed) or _DOMAIN.fullmatch(typed)):
                raise AccessError(
                    f"[{TABLE}] {role}, isi ke-{place}, bukan alamat surel; tulis nama@contoh.go.id, "
                    "atau @contoh.go.id untuk semua akun di domain itu."
                )
            if found.setdefault(typed.lower(), role) != role:
                raise AccessError(
                    f"[{TABLE}] {role}, isi ke-{place}, sudah tertulis di bawah {found[typed.lower()]}; pilih satu."
                )
    if not found:
        raise AccessError(f"[{TABLE}] belum berisi satu akun pun.")
    return found


def role_of(account: str, listed: Mapping[str, str]) -> str | None:
    """The role of an account; what is listed for it alone goes before what is listed for its domain. None where
    neither is listed."""
    plain = account.strip().lower()
    name, at, domain = plain.rpartition("@")
    return listed.get(plain) or (listed.get(at + domain) if name else None)
