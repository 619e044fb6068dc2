"""The city: daerah.toml."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

from monev.contract import reference_csv, toml_file
from monev.contract.city import YEARS
from monev.contract.reference_csv import ReferenceDataError
from monev.words import clock
from monev.words.safe_text import line

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
#: What every city says; what else stands there is for the topic's own queries.
NEEDED = ("kode_daerah", "nama", "provinsi", "zona_waktu", "singkatan_zona")
KINDS = {
    str: ("VARCHAR", "teks"),
    int: ("BIGINT", "bilangan bulat"),
    float: ("DOUBLE", "angka dengan titik, misalnya 80.0"),
    dt.date: ("DATE", "tanggal, misalnya 2024-11-27"),
}
#: Between what figures lie; a share lies between 0 and 100.
BOUNDS, SHARE = {int: (1, 10**9), float: (-(10.0**9), 10.0**9)}, (0, 100)


def types(region: dict[str, Any]) -> dict[str, str]:
    """The DuckDB types of the one row that they make."""
    return {name: KINDS[type(value)][0] for name, value in region.items()}


def read(path: Path) -> dict[str, Any]:
    """The facts of the city; ReferenceDataError at a mistake."""
    name = f"{path.parent.name}/{path.name}"
    region = toml_file.read(path, ReferenceDataError)
    for key in NEEDED:
        if key not in region:
            raise ReferenceDataError(f'{name}, kunci "{key}": belum diisi.')
        if type(region[key]) is not str:
            raise ReferenceDataError(f'{name}, kunci "{key}": harus diisi teks.')
    for key, value in region.items():
        if not _NAME.fullmatch(key) or type(value) not in KINDS:
            raise ReferenceDataError(f'{name}, kunci "{key}": harus nama_kecil = teks, bilangan, angka, atau tanggal.')
        if why := _unfit(key, value):
            raise ReferenceDataError(f'{name}, kunci "{key}": {why}.')
    zone, short = region["zona_waktu"], region["singkatan_zona"]
    if zone not in clock.SHORT:
        *some, last = clock.SHORT
        choice = f"{', '.join(some)} atau {last}"
        raise ReferenceDataError(f'{name}, kunci "zona_waktu": "{zone}" tidak dikenal; pilih {choice}.')
    if short != clock.SHORT[zone]:
        raise ReferenceDataError(f'{name}, kunci "singkatan_zona": "{short}"; untuk {zone} tulis {clock.SHORT[zone]}.')
    return region


def _unfit(key: str, value: str | float | dt.date) -> str | None:
    """Why a value of daerah.toml cannot be right."""
    if isinstance(value, str):
        fits = value.strip() and len(value) <= reference_csv.SIGNS and line(value) == value
        return None if fits else f"harus satu baris teks, paling banyak {reference_csv.SIGNS} tanda"
    if isinstance(value, dt.date):
        least, most = YEARS
        return None if least <= value.year <= most else f"tahunnya harus {least} sampai {most}"
    least, most = SHARE if key.endswith("_persen") else BOUNDS[type(value)]
    return None if least <= value <= most else f"harus {least} sampai {most}"  # also refuses what is no number
