"""The table `daerah` of a set: of whom, of which meeting and by which rules the other objects are, and their hashes."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import tomllib
from collections.abc import Mapping
from functools import lru_cache

from monev.settings import HOME
from monev.sheets import regular_file
from monev.words import clock

#: Its columns with their DuckDB types, in order. docs/kiriman-daerah.md says what each means.
COVER_TYPES: Mapping[str, str] = {
    "kode_daerah": "VARCHAR", "nama": "VARCHAR", "provinsi": "VARCHAR", "rapat": "DATE", "nama_rapat": "VARCHAR",
    "acuan": "DATE", "dibekukan": "TIMESTAMP", "potret": "VARCHAR", "simulasi": "BOOLEAN", "skema": "BIGINT",
    "aturan": "VARCHAR", "versi": "VARCHAR", "dasbor": "VARCHAR", "sidik": "VARCHAR",
}  # fmt: skip


def as_utc(moment: dt.datetime) -> dt.datetime:
    """One of the city's moments by the clock that all regions share, without a zone."""
    return clock.aware(moment).astimezone(dt.UTC).replace(tzinfo=None)


def rules_hash(rules: list[dict], bounds: list[dict]) -> str:
    """The sha256 of the rules and bounds by which numbers were judged, whatever the order of their rows and columns."""
    lines = [json.dumps(row, sort_keys=True, default=str, ensure_ascii=False) for row in rules + bounds]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def version(formulas: str | None) -> str:
    """The program's version, and by which questions the meeting's numbers were worked out."""
    return _program() + (f"+{formulas[:12]}" if formulas else "")


@lru_cache(maxsize=1)
def _program() -> str:
    try:
        return str(regular_file.toml(HOME / "pyproject.toml")["project"]["version"])
    except (OSError, KeyError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return "?"
