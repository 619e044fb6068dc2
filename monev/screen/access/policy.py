"""Whether this server lets people in by their accounts, serves this machine alone, or serves nobody yet."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from monev import settings

#: What [auth] has to hold; Streamlit's documentation of st.login calls them so.
_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
#: Signs of the cookie's secret at least: as many as its signature has bytes (HMAC-SHA256).
_SECRET_LENGTH = 32


@dataclass(frozen=True)
class Policy:
    """`sign_in`: [auth] is there, so whoever comes has to sign in; `trouble` says why nobody can, and no secret."""

    sign_in: bool
    trouble: str = ""


def of(auth: Mapping[str, Any]) -> Policy:
    """The policy of the table [auth] as it stands in secrets.toml."""
    if not auth:
        return Policy(False)
    for name in _NEEDED:
        if not isinstance(auth.get(name), str) or not auth[name].strip():
            return Policy(True, f"[auth] {name} belum diisi.")
    if len(auth["cookie_secret"]) < _SECRET_LENGTH:
        return Policy(True, f"[auth] cookie_secret terlalu pendek; pakai paling sedikit {_SECRET_LENGTH} huruf acak.")
    if not auth["redirect_uri"].endswith("/oauth2callback"):
        return Policy(True, "[auth] redirect_uri harus berakhir dengan /oauth2callback.")
    return Policy(True)


@cache
def at_start() -> Policy:
    """The policy with which the server began. Sign-in that goes missing later must not open the doors."""
    try:
        return of(settings.load().auth)
    except settings.SettingError:
        return Policy(False)  # this machine alone, where the pages say what is wrong


def only_here(address: str | None) -> bool:
    """Whether a server told to listen at this address (server.address) can be reached from its machine alone."""
    if not address:
        return False  # Streamlit then listens everywhere
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
