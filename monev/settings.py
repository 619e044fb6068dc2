"""Where the sheets come from, where snapshots lie and how often is synced: the environment and secrets.toml."""

from __future__ import annotations

import datetime as dt
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from monev import CONTRACTS as CONTRACTS, HOME, PROJECT, REFERENCE, reference
from monev.sheets import limits, regular_file

#: What every series of meetings asks, and what this one asks.
ENGINE_QUERIES, QUERIES = HOME / "monev" / "queries", PROJECT / "queries"
#: Their pages, in the same way.
ENGINE_PAGES, PAGES = HOME / "monev" / "pages", PROJECT / "pages"
SAMPLES = PROJECT / "samples"
#: What a folder of reference data may hold for the mark of its city.
LOGO = "logo.svg"
#: What the copy of the samples is called that lies beside their snapshots; see `own_folder`.
COPY = "lembar"
#: The tables of secrets.toml that bring the sheets; Streamlit's documentation calls the first one so.
ACCOUNT, SPREADSHEETS, SYNC = "gcp_service_account", "spreadsheets", "sync"
#: Those that let people in: the identity provider, as Streamlit's documentation calls it, and who has which role.
AUTH, ACCESS = "auth", "akses"
#: Who is told of what by e-mail and webhook.
NEWS = "kabar"
#: That which says whose sheet is told what was found in it, and how.
TOLD = "temuan_di_lembar"
#: Where frozen meetings are sent for whoever looks over all regions, and where those are gathered from.
REGIONS = "rekap"
#: All that may stand there; the last one is Streamlit's own.
KNOWN = (ACCOUNT, SPREADSHEETS, SYNC, AUTH, ACCESS, NEWS, TOLD, REGIONS, "connections")
#: The environment: what each of its names holds, and what is taken where it is not set. `make docs` tells it.
ENVIRONMENT = {
    "MONEV_PROYEK": ("folder proyek: tentang apa rangkaian rapat ini; letak relatif lain dihitung dari sana",
                     "folder dasbor ini"),
    "MONEV_SUMBER": ("`folder` atau `google`",
                     "`google` bila `secrets.toml` memuat `[spreadsheets]` dan `MONEV_FOLDER` kosong"),
    "MONEV_FOLDER": ("folder lembar", "`samples`"),
    "MONEV_POTRET": ("folder tempat potret disimpan",
                     "`potret`; untuk data contoh `potret/contoh`, untuk `samples/sesudah` `potret/contoh-sesudah`"),
    "MONEV_TANGGAL": ("tanggal acuan, misalnya `2024-11-04`; mendahului `sumber.toml`",
                      "tanggal hari sinkron di daerah itu"),
    "MONEV_RAHASIA": ("berkas kunci dan alamat", "`.streamlit/secrets.toml`"),
    "MONEV_SINKRON": ("`terpisah`: server hanya membaca potret", "server membaca lembar sendiri"),
    "MONEV_RUJUKAN": ("folder data rujukan kota, boleh dengan `logo.svg`; tanpa itu logonya ditulis dari namanya",
                      "`reference`"),
}  # fmt: skip


class SettingError(ValueError):
    """A setting that cannot be used, in one line that names it."""


@dataclass(frozen=True)
class Rhythm:
    """How the sheets are read: a sync every `every` seconds that takes `deadline` seconds at most.

    `by_server`: the server does it by itself; otherwise it only reads, and `monev sync --watch` runs beside it.
    """

    every: int = 120
    deadline: int = 60
    by_server: bool = True


@dataclass(frozen=True)
class Settings:
    """`source` is folder or google; `folder` holds the sheets, `snapshots` the DuckDB files, `reference` what
    agencies do not type; `reference_date` is None unless set by hand.

    `account` is the service account's key as in its file, `spreadsheets` agency -> id or address, `auth` the identity
    provider, `access` role -> accounts, `told` agency -> how its sheet is told, `news` who is told of what and
    `regions` where frozen meetings go, all as typed in the file `secrets`.
    """

    source: str
    folder: Path
    snapshots: Path
    reference_date: dt.date | None
    rhythm: Rhythm = Rhythm()
    account: Mapping[str, Any] = field(default_factory=dict, repr=False)
    spreadsheets: Mapping[str, str] = field(default_factory=dict)
    secrets: Path | None = None
    auth: Mapping[str, Any] = field(default_factory=dict, repr=False)
    access: Mapping[str, Any] = field(default_factory=dict, repr=False)
    reference: Path = REFERENCE
    told: Mapping[str, Any] = field(default_factory=dict, repr=False)
    news: Mapping[str, Any] = field(default_factory=dict, repr=False)
    regions: Mapping[str, Any] = field(default_factory=dict, repr=False)


def logo() -> Path | None:
    """The mark that lies beside the reference data; None where there is none, and one is drawn."""
    own = reference() / LOGO
    return own if own.is_file() and own.stat().st_size <= limits.LOGO else None


def check_project() -> None:
    """SettingError where the folder of the project is none."""
    said = os.environ.get("MONEV_PROYEK", "")
    if not PROJECT.is_dir() and os.pathsep in said:
        raise SettingError(f"MONEV_PROYEK berisi “{said}”; satu proses melayani satu folder, lihat docs/topik-baru.md.")
    if not PROJECT.is_dir():
        raise SettingError(f"MONEV_PROYEK berisi “{said}”; folder itu tidak ada.")


def load() -> Settings:
    """Read MONEV_SUMBER, MONEV_FOLDER, MONEV_RUJUKAN, MONEV_POTRET, MONEV_TANGGAL, MONEV_RAHASIA and secrets.toml.

    Google is the source where secrets.toml names spreadsheets and neither MONEV_SUMBER nor MONEV_FOLDER says
    otherwise. Without any of them the samples are read, into snapshots of their own, or their copy where a decision
    was written into it. Relative paths count from the project.
    """
    check_project()
    path = PROJECT / (os.environ.get("MONEV_RAHASIA") or ".streamlit/secrets.toml")
    secrets = _secrets(path)
    folder = os.environ.get("MONEV_FOLDER")
    source = os.environ.get("MONEV_SUMBER") or ("google" if secrets.get(SPREADSHEETS) and not folder else "folder")
    if source not in ("folder", "google"):
        raise SettingError(f"MONEV_SUMBER berisi “{source}”; pilih folder atau google.")
    if source == "folder" and not folder and not os.environ.get("MONEV_SUMBER") and secrets.get(ACCOUNT):
        raise SettingError(f"{path.name} memuat kunci, tetapi [{SPREADSHEETS}] belum berisi satu alamat pun.")
    written = os.environ.get("MONEV_TANGGAL")
    try:
        reference_date = dt.date.fromisoformat(written) if written else None
    except ValueError:
        raise SettingError(f"MONEV_TANGGAL berisi “{written}”; tulis seperti 2024-11-04.") from None
    sheets = PROJECT / (folder or SAMPLES)
    snapshots = os.environ.get("MONEV_POTRET") or _own_snapshots(sheets if source == "folder" else None, not folder)
    copy = own_folder(sheets, PROJECT / snapshots)
    return Settings(
        source, copy if copy.is_dir() else sheets, PROJECT / snapshots, reference_date, _rhythm(secrets.get(SYNC, {})),
        secrets.get(ACCOUNT, {}), secrets.get(SPREADSHEETS, {}), path if secrets else None,
        secrets.get(AUTH, {}), secrets.get(ACCESS, {}), reference(), secrets.get(TOLD, {}), secrets.get(NEWS, {}),
        secrets.get(REGIONS, {}),
    )  # fmt: skip


def _own_snapshots(sheets: Path | None, samples: bool) -> str:
    """Where snapshots lie where nobody said it: those of the samples apart from those of a city, and those of another
    state that lies in them (samples/sesudah) apart from both."""
    if samples and sheets:
        return "potret/contoh"
    if sheets and (found := sheets.resolve()) != SAMPLES.resolve() and found.is_relative_to(SAMPLES.resolve()):
        return "-".join(["potret/contoh", *found.relative_to(SAMPLES.resolve()).parts])
    return "potret"


@lru_cache(maxsize=64)
def own_folder(folder: Path, snapshots: Path) -> Path:
    """Where decisions are written that belong to the sheets in `folder`: there; the samples are never written into,
    so for them, and for what lies in them, its place in their copy beside the snapshots."""
    found, samples = folder.resolve(), SAMPLES.resolve()
    return snapshots / COPY / found.relative_to(samples) if found.is_relative_to(samples) else folder


def _secrets(path: Path) -> dict[str, Any]:
    """The file's tables, nothing where there is none; no error repeats what stands in it."""
    try:
        secrets = regular_file.toml(path)
    except FileNotFoundError:
        return {}
    except (regular_file.NoFile, regular_file.TooLarge):
        raise SettingError(f"{path.name} bukan berkas biasa, atau terlalu besar.") from None
    except (OSError, UnicodeDecodeError):
        raise SettingError(f"{path.name} tidak dapat dibuka; periksa izin berkasnya.") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"baris {line[1]}" if line else "baris terakhir"
        raise SettingError(
            f"{path.name}, {where}: bukan TOML yang sah. Antara nama dan isi ditulis =, "
            "tanpa koma di akhir baris; bandingkan dengan contohnya."
        ) from None
    for name in secrets:
        if name not in KNOWN:
            ours = ", ".join(f"[{one}]" for one in KNOWN)
            raise SettingError(f"{path.name} memuat “{name}” yang tidak dikenal; yang dikenal: {ours}.")
    for name in (ACCOUNT, SPREADSHEETS, SYNC, AUTH, NEWS, TOLD, REGIONS):
        if not isinstance(secrets.get(name, {}), dict):
            raise SettingError(f"{path.name}: {name} harus berupa tabel [{name}].")
    return secrets


def _rhythm(table: Mapping[str, Any]) -> Rhythm:
    known = {"setiap_detik": (int, 15, 86_400), "batas_detik": (int, 5, 600), "di_server": (bool, False, True)}
    for key, value in table.items():
        if key not in known:
            raise SettingError(f"[{SYNC}] memuat “{key}” yang tidak dikenal; yang dikenal: {', '.join(known)}.")
        kind, least, most = known[key]
        if type(value) is not kind or not least <= value <= most:
            wanted = "true atau false" if kind is bool else f"bilangan bulat {least} sampai {most}"
            raise SettingError(f"[{SYNC}] {key} harus {wanted}.")
    by_server = table.get("di_server", True) and os.environ.get("MONEV_SINKRON") != "terpisah"
    return Rhythm(table.get("setiap_detik", 120), table.get("batas_detik", 60), by_server)
