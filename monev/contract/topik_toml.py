"""What the series of meetings is about, and the day towards which it counts, if there is one: topik.toml."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from monev.contract import toml_file
from monev.contract.reference_csv import SIGNS, ReferenceDataError
from monev.words import place
from monev.words.safe_text import line

FILE = "topik.toml"
TYPES = {
    "nama": "VARCHAR",
    "rapat": "VARCHAR",
    "hari_nama": "VARCHAR",
    "hari_singkatan": "VARCHAR",
    "hari_tanggal": "DATE",
}
#: The keys of the day, which may be left out altogether.
_DAY = ("nama", "singkatan", "tanggal")
#: What stands at the head of the minutes where it is not as they follow from the name and the meeting.
#: "notulen" is how it was called before.
_OWN = ("notula", "notulen", "perihal", "tempat")
#: What places may be called (monev.words.place): the keys of the table that stands where "tempat" is no text.
_PLACES = (place.SMALL, place.LARGE, place.WHOLE)
#: Makes every place a role of its own.
_ROLES = "peran"
_MOST = 30
_PLACE = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")


def read(folder: Path, region: Mapping[str, Any]) -> dict[str, Any]:
    """The topic as the one row of its table; ReferenceDataError at a mistake. The day's date may name a key of
    daerah.toml (`region`), where each city has its own."""
    name = f"{folder.name}/{FILE}"
    said = toml_file.read(folder / FILE, ReferenceDataError)
    for key in said:
        if key not in ("nama", "rapat", *_OWN, "hari_h"):
            raise ReferenceDataError(f'{name}, kunci "{key}": tidak dikenal.')
    day = said.get("hari_h", {})
    if not isinstance(day, dict) or (day and sorted(day) != sorted(_DAY)):
        raise ReferenceDataError(f'{name}, kunci "hari_h": harus berisi {", ".join(_DAY)}.')
    own = set(_OWN) & said.keys()
    if isinstance(said.get("tempat"), dict):
        own.discard("tempat")
        _check_places(name, said["tempat"])
    texts = {key: said.get(key) for key in ("nama", "rapat", *own)}
    texts |= {f"hari_h.{key}": day[key] for key in _DAY[:2] if day}
    for key, text in texts.items():
        if not isinstance(text, str) or not text.strip() or len(text) > SIGNS or line(text) != text:
            raise ReferenceDataError(f'{name}, kunci "{key}": harus diisi satu baris teks.')
    date = said_as = day.get("tanggal")
    if isinstance(said_as, str):
        date, said_as = region.get(said_as), f"{said_as} di daerah.toml"
    if day and type(date) is not dt.date:
        raise ReferenceDataError(
            f'{name}, kunci "hari_h.tanggal": {said_as} bukan tanggal; tulis tanggal, atau kuncinya di daerah.toml.'
        )
    return {"nama": said["nama"], "rapat": said["rapat"], "hari_nama": day.get("nama"),
            "hari_singkatan": day.get("singkatan"), "hari_tanggal": date}  # fmt: skip


def _check_places(name: str, said: Mapping[str, Any]) -> None:
    """What places are called, where a project has words of its own."""
    for key, text in said.items():
        if key == _ROLES and isinstance(text, bool):
            continue
        if key not in _PLACES:
            known = ", ".join((*_PLACES, f"{_ROLES} = true"))
            raise ReferenceDataError(f'{name}, kunci "tempat.{key}": tidak dikenal; yang ada: {known}.')
        if not isinstance(text, str) or not _PLACE.fullmatch(text) or len(text) > _MOST:
            raise ReferenceDataError(f'{name}, kunci "tempat.{key}": harus kata, paling panjang {_MOST} huruf.')
