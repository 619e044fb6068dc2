"""What `[rekap]` of secrets.toml may say: where frozen meetings go, where they are gathered from, with which key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from monev.regions.store import wrong_address
from monev.settings import REGIONS, SettingError

#: What may stand there, and what it holds.
KNOWN = {
    "tujuan": "folder atau s3://bucket/awalan tempat rapat yang dibekukan dikirim",
    "sumber": "folder atau s3://bucket/awalan tempat kiriman semua daerah dibaca",
    "kunci": "kunci akses penyimpanan",
    "sandi": "kunci rahasianya",
    "alamat": "alamat penyimpanan, seperti https://s3.contoh.go.id",
    "wilayah": "wilayah penyimpanan, bila ditentukan pengelolanya",
    "dasbor": "alamat https dasbor daerah ini, untuk tautan dari rekap",
}
_MOST_SIGNS = 500


@dataclass(frozen=True)
class Options:
    """`target` and `source` are addresses for `monev.regions.store.open_store`, empty where they are not set; `access`
    is what else that takes; `dashboard` the address of the region's own."""

    target: str = ""
    source: str = ""
    access: Mapping[str, str] = field(default_factory=dict, repr=False)
    dashboard: str | None = None

    @property
    def place(self) -> str:
        """By what is noted where something was sent: the same bucket of another server is another place."""
        server = self.access.get("alamat")
        return f"{self.target} di {server}" if self.target and server else self.target


def read(table: Mapping[str, object]) -> Options:
    """SettingError, in one line without what it holds, where something cannot be used."""
    for name, value in table.items():
        if name not in KNOWN:
            raise SettingError(f"[{REGIONS}] memuat “{name}” yang tidak dikenal; yang dikenal: {', '.join(KNOWN)}.")
        if not isinstance(value, str) or not value.strip() or len(value) > _MOST_SIGNS:
            raise SettingError(f"[{REGIONS}] {name} harus berupa teks: {KNOWN[name]}.")
    if ("kunci" in table) != ("sandi" in table):
        raise SettingError(f"[{REGIONS}] kunci dan sandi ditulis keduanya, atau tidak keduanya.")
    for name in ("tujuan", "sumber"):
        if name in table and (why := wrong_address(str(table[name]))):
            raise SettingError(f"[{REGIONS}] {name}: {why}")
    _address(table, "alamat", ("https", "http"))
    _address(table, "dasbor", ("https",))
    access = {name: str(table[name]) for name in ("kunci", "sandi", "alamat", "wilayah") if name in table}
    dashboard = str(table["dasbor"]) if "dasbor" in table else None
    return Options(str(table.get("tujuan", "")), str(table.get("sumber", "")), access, dashboard)


def _address(table: Mapping[str, object], name: str, schemes: tuple[str, ...]) -> None:
    """Refuse what is no plain address of a machine."""
    if name not in table:
        return
    try:
        found = urlsplit(str(table[name]))
        plain = found.scheme in schemes and found.hostname and not found.username and not found.password
        plain = plain and found.port is not False and str(table[name]).isprintable() and " " not in str(table[name])
    except ValueError:
        plain = False
    if not plain:
        raise SettingError(f"[{REGIONS}] {name} harus berupa {KNOWN[name]}.")
