"""The service account by which the dashboard enters Google: its key, checked before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from google.auth.exceptions import MalformedError
from google.oauth2.service_account import Credentials

from monev.sheets import SourceError

#: Enough to read what was shared with the account, and to see when it changed.
TO_READ = (
    "https://www.googleapis.com/auth/spreadsheets.readonly",
    "https://www.googleapis.com/auth/drive.metadata.readonly",
)
#: What `monev template` needs on top, in the spreadsheets where the account is an editor.
TO_WRITE = ("https://www.googleapis.com/auth/spreadsheets",)

_GUIDE = "Ikuti docs/menghubungkan-google.md, bagian Kunci"


def enter(key: Mapping[str, Any], scopes: tuple[str, ...] = TO_READ) -> Credentials:
    """Credentials from the key's fields as they stand in its JSON file; SourceError where they are no such key."""
    if not key:
        raise SourceError(f"Bagian [gcp_service_account] di secrets.toml belum diisi. {_GUIDE}.")
    if key.get("type") != "service_account":
        raise SourceError(f"Isi [gcp_service_account] bukan kunci akun layanan (type = service_account). {_GUIDE}.")
    if not str(key.get("token_uri") or "https://").startswith("https://"):
        raise SourceError(
            f"token_uri di kunci akun layanan bukan alamat https. Salin ulang dari berkas JSON-nya. {_GUIDE}."
        )
    # In TOML a key between single quotes keeps its \n as two signs.
    fields = {name: text.replace("\\n", "\n") if name == "private_key" and isinstance(text, str) else text
              for name, text in key.items()}  # fmt: skip
    try:
        return Credentials.from_service_account_info(fields, scopes=list(scopes))
    except (MalformedError, ValueError, TypeError, AttributeError):
        lacking = [name for name in ("private_key", "client_email", "token_uri") if not key.get(name)]
        why = f"tidak memuat {lacking[0]}" if lacking else "rusak; private_key-nya tidak dapat dibaca"
        raise SourceError(f"Kunci akun layanan {why}. Salin ulang seluruh isi berkas JSON-nya. {_GUIDE}.") from None
