"""The table [kabar] of secrets.toml: who is told of what, when, and by which way."""

from __future__ import annotations

import datetime as dt
import hashlib
import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from monev.screen.access.roles import PUBLIC, RIGHTS
from monev.settings import NEWS, SettingError
from monev.words import clock

#: What can be told; the value is what an operator reads of it.
STATUS, PROMISE, SHEET, BEFORE, AFTER = RULES = ("status", "janji", "lembar", "rapat_besok", "sesudah_rapat")
#: How mail goes to its server: encrypted from its first word, from STARTTLS on, or not at all.
TLS, STARTTLS, PLAIN = ("tls", "starttls", "tidak")
PORTS = {TLS: 465, STARTTLS: 587, PLAIN: 25}
#: Ahead of whom a gateway reaches: what stands behind it is the gateway's own business.
HOOKED = "webhook:"
_KEYS = ("alamat", "aturan", "lembar_gagal_jam", "jam_kabar", "tenang", "surel", "webhook", "penerima")
_MAIL_KEYS = ("server", "port", "keamanan", "pengguna", "sandi", "pengirim")
_HOOK_KEYS = ("alamat", "kunci")
_ACCOUNT = re.compile(r"[!-?A-~]{1,64}@[!-?A-~]{1,180}\.[!-?A-~]{1,20}")


@dataclass(frozen=True)
class Mail:
    """A server that takes mail, and in whose name it is sent."""

    server: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class Hook:
    """A web address that takes messages as JSON, with the key that it wants to see."""

    address: str
    key: str = field(default="", repr=False)


@dataclass(frozen=True)
class Rules:
    """`address` is where the dashboard lies, for links; `told` the rules that hold; `sheet_hours` how long a sheet may
    fail; `digest` from what time of day the digest goes the day before; `quiet` from when to when nobody is told.
    `people` are the recipients as written -> their roles."""

    address: str
    told: frozenset[str]
    sheet_hours: int
    digest: dt.time
    quiet: tuple[dt.time, dt.time] | None
    mail: Mail | None
    hook: Hook | None
    people: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def is_quiet(self, at: dt.time) -> bool:
        """Whether nobody is told anything at this time of day; hours may go over midnight."""
        if self.quiet is None:
            return False
        begins, ends = self.quiet
        return begins <= at < ends if begins < ends else at >= begins or at < ends

    def by_mark(self) -> dict[str, str]:
        """The recipients by the marks under which they are written down."""
        return {mark(person): person for person in self.people}


def mark(person: str) -> str:
    """What stands for a recipient in files: no address is kept there."""
    return hashlib.sha256(f"kabar\0{person}".encode()).hexdigest()[:16]


def read(table: object) -> Rules | None:
    """[kabar] as typed; None where there is none. SettingError names the place and repeats no address and no secret."""
    if not table:
        return None
    _known(table, NEWS, _KEYS)
    said = table.get("aturan", list(RULES))
    if not isinstance(said, list) or not set(map(str, said)) <= set(RULES):
        raise SettingError(f"[{NEWS}] aturan harus berupa daftar dari: {', '.join(RULES)}.")
    mail, hook = _mail(table.get("surel")), _hook(table.get("webhook"))
    return Rules(
        _web(table.get("alamat"), f"[{NEWS}] alamat"), frozenset(said),
        _whole(table, "lembar_gagal_jam", 6, 1, 240), _time(table.get("jam_kabar", "08.00"), "jam_kabar"),
        _quiet(table.get("tenang", "")), mail, hook, _people(table.get("penerima"), mail, hook),
    )  # fmt: skip


def _known(table: object, name: str, keys: tuple[str, ...]) -> None:
    if not isinstance(table, Mapping):
        raise SettingError(f"{name} harus berupa tabel [{name}].")
    for key in table:
        if key not in keys:
            raise SettingError(f"[{name}] memuat “{key}” yang tidak dikenal; yang dikenal: {', '.join(keys)}.")


def _whole(table: Mapping[str, Any], key: str, usual: int, least: int, most: int, name: str = NEWS) -> int:
    value = table.get(key, usual)
    if type(value) is not int or not least <= value <= most:
        raise SettingError(f"[{name}] {key} harus bilangan bulat {least} sampai {most}.")
    return value


def _time(value: object, key: str) -> dt.time:
    try:
        found = clock.time_typed(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None:
        raise SettingError(f"[{NEWS}] {key} harus berupa jam, misalnya “08.00”.")
    return found


def _quiet(value: object) -> tuple[dt.time, dt.time] | None:
    if value == "":
        return None
    parts = re.split(r"\s*[-–]\s*", value.strip()) if isinstance(value, str) else []
    if len(parts) != 2:
        raise SettingError(f"[{NEWS}] tenang harus berupa rentang jam, misalnya “20.00-06.00”, atau kosong.")
    begins, ends = (_time(part, "tenang") for part in parts)
    if begins == ends:
        raise SettingError(f"[{NEWS}] tenang dimulai dan berakhir pada jam yang sama; kosongkan bila tidak perlu.")
    return begins, ends


def _web(value: object, name: str) -> str:
    """An address of ours or of a gateway: encrypted, but for one on this machine."""
    text = value.strip() if isinstance(value, str) else ""
    try:
        parts = urlsplit(text)
        near = _loopback(parts.hostname or "")
        fits = bool(parts.hostname) and not (parts.username or parts.password)
        fits = fits and (parts.scheme == "https" or (parts.scheme == "http" and near)) and parts.port != 0
    except ValueError:
        fits = False
    if not fits or not text.isprintable() or " " in text:
        raise SettingError(f"{name} harus berupa alamat https://…, tanpa nama pengguna dan sandi.")
    return text.rstrip("/")


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _mail(table: object) -> Mail | None:
    if table is None:
        return None
    name = f"{NEWS}.surel"
    _known(table, name, _MAIL_KEYS)
    for key in ("server", "pengirim"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise SettingError(f"[{name}] {key} belum diisi.")
    security = table.get("keamanan", STARTTLS)
    if security not in PORTS:
        raise SettingError(f"[{name}] keamanan harus salah satu dari: {', '.join(PORTS)}.")
    server, user, password = table["server"].strip(), table.get("pengguna", ""), table.get("sandi", "")
    if not isinstance(user, str) or not isinstance(password, str):
        raise SettingError(f"[{name}] pengguna dan sandi ditulis di antara tanda kutip.")
    if security == PLAIN and not _loopback(server):
        raise SettingError(f"[{name}] keamanan “{PLAIN}” hanya untuk server surel di komputer ini sendiri.")
    if not _ACCOUNT.fullmatch(table["pengirim"].strip()):
        raise SettingError(f"[{name}] pengirim bukan alamat surel; tulis monev@contoh.go.id.")
    port = _whole(table, "port", PORTS[security], 1, 65_535, name)
    return Mail(server, port, security, table["pengirim"].strip(), user, password)


def _hook(table: object) -> Hook | None:
    if table is None:
        return None
    name = f"{NEWS}.webhook"
    _known(table, name, _HOOK_KEYS)
    key = table.get("kunci", "")
    if not isinstance(key, str) or not (key.isascii() and key.isprintable()):
        raise SettingError(f"[{name}] kunci ditulis di antara tanda kutip, dengan huruf biasa.")
    return Hook(_web(table.get("alamat"), f"[{name}] alamat"), key)


def _people(table: object, mail: Mail | None, hook: Hook | None) -> dict[str, frozenset[str]]:
    """Recipient -> roles. Whoever stands under several is one person, and is told once."""
    name = f"{NEWS}.penerima"
    if not isinstance(table, Mapping) or not any(table.values()):
        raise SettingError(f"[{name}] belum berisi satu penerima pun.")
    roles = [role for role in RIGHTS if role != PUBLIC]
    found: dict[str, frozenset[str]] = {}
    for role, people in table.items():
        if role not in roles:
            raise SettingError(f"[{name}] memuat peran “{role}” yang tidak dikenal; yang dikenal: {', '.join(roles)}.")
        if not isinstance(people, list):
            raise SettingError(f'[{name}] {role} harus berupa daftar, misalnya ["nama@contoh.go.id"].')
        for place, typed in enumerate(people, 1):
            person = _person(typed, f"[{name}] {role}, isi ke-{place},", mail, hook)
            found[person] = found.get(person, frozenset()) | {role}
    return found


def _person(typed: object, where: str, mail: Mail | None, hook: Hook | None) -> str:
    text = typed.strip() if isinstance(typed, str) else ""
    if text.startswith(HOOKED):
        if hook is None:
            raise SettingError(f"{where} memakai webhook, tetapi [{NEWS}.webhook] belum ada.")
        if not text.removeprefix(HOOKED) or not text.isprintable() or len(text) > 200:
            raise SettingError(f"{where} belum menyebut penerima di belakang “{HOOKED}”.")
        return text
    if not _ACCOUNT.fullmatch(text):
        raise SettingError(f"{where} bukan alamat surel; tulis nama@contoh.go.id, atau {HOOKED}nama.")
    if mail is None:
        raise SettingError(f"{where} alamat surel, tetapi [{NEWS}.surel] belum ada.")
    return text.lower()
