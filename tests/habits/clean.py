"""The clean city that every habit is typed into: clean/<agency>/<tab>.csv, as of 25 November 2024, without a finding."""

from __future__ import annotations

import csv
import datetime as dt
import re
from functools import lru_cache
from pathlib import Path

from monev.reading.cells.places import Places
from monev.settings import REFERENCE
from monev.sync import declared

HERE = Path(__file__).parent
SHEETS = HERE / "clean"
DATE = dt.date(2024, 11, 25)
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@lru_cache(1)
def contracts():
    """The contracts of the program under test, by agency."""
    return declared.load_contracts(REFERENCE)


@lru_cache(1)
def places():
    return Places.load(REFERENCE)


@lru_cache(None)
def typed(agency: str, tab: str) -> tuple[tuple[str, ...], ...]:
    """The cells of one clean tab as text, header first."""
    with (SHEETS / agency / f"{tab}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row) for row in csv.reader(file))


def tabs(agency: str) -> list[str]:
    return sorted(path.stem for path in (SHEETS / agency).glob("*.csv"))


def columns(agency: str, tab: str) -> list[str]:
    """The codes of a clean tab's columns, in the order of its header."""
    names = {column.title: code for code, column in contracts()[agency].tabs[tab].columns.items()}
    return [names[title] for title in typed(agency, tab)[0]]


def plain(text: object) -> str:
    return re.sub(r"[\s_]+", " ", str(text)).strip().casefold()


def date_of(text: str) -> dt.date | None:
    """A date as the clean city types it (4 November 2024), or ISO."""
    if found := re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", text):
        return dt.date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])) if found[2] in MONTHS else None
    return dt.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None


def meaning(column, text: object) -> object:
    """What a plainly typed text means in a column of the contract; None where it is blank or `none`."""
    if not isinstance(text, str):
        return text
    if text in ("", "none", "blank"):
        return None
    if column.type in ("bil", "rp"):
        digits = text.replace(".", "")
        return int(digits) if re.fullmatch(r"-?\d+", digits) else text
    if column.type == "tgl":
        return date_of(text) or text
    if column.type == "yt":
        return {"ya": True, "true": True, "tidak": False, "false": False}.get(plain(text), text)
    if column.type == "majemuk":
        return sorted(_choice(column, one) for one in text.split(";"))
    if column.type == "pilihan":
        return _choice(column, text)
    if column.type in ("kec", "kel"):
        return plain(text).replace("-", " ").replace(" ", "")
    return plain(text)


def as_meant(column, value: object) -> object:
    """A value of the program in the shape of `meaning`, so that the two can be compared."""
    if isinstance(value, str) and column.type in ("kec", "kel"):
        return plain(value).replace("-", " ").replace(" ", "")
    if isinstance(value, list | tuple):
        return sorted(str(one) for one in value)
    return plain(value) if isinstance(value, str) and column.type not in ("pilihan",) else value


def _choice(column, text: str) -> str:
    codes = {plain(code): code for code in column.options}
    codes |= {plain(written): code for written, code in getattr(column, "aliases", {}).items()}
    simple = plain(re.sub(r"[-/]", " ", text))
    return codes.get(plain(text)) or codes.get(simple) or text.strip()
