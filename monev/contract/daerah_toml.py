"""The city and its vote: daerah.toml."""

import datetime as dt
from pathlib import Path
from typing import Any

from monev.contract import reference_csv, toml_file
from monev.contract.city import YEARS
from monev.contract.reference_csv import ReferenceDataError
from monev.words import clock
from monev.words.safe_text import line

FIELDS = {
    "kode_daerah": str,
    "nama": str,
    "provinsi": str,
    "jumlah_kecamatan": int,
    "jumlah_kelurahan": int,
    "tanggal_pemungutan": dt.date,
    "zona_waktu": str,
    "singkatan_zona": str,
    "tps_acuan": int,
    "dpt_acuan": int,
    "dasar_acuan": str,
    "target_partisipasi_persen": float,
    "target_nasional_persen": float,
    "partisipasi_sebelumnya_persen": float,
    "partisipasi_sebelumnya_tahun": int,
}
KINDS = {
    str: ("VARCHAR", "teks"),
    int: ("BIGINT", "bilangan bulat"),
    float: ("DOUBLE", "angka dengan titik, misalnya 80.0"),
    dt.date: ("DATE", "tanggal, misalnya 2024-11-27"),
}

#: Between what the figures of daerah.toml lie; a date is that of a vote.
BOUNDS = {int: (1, 10**9), float: (0, 100)}
#: The DuckDB types of the one row that they make.
TYPES = {name: KINDS[kind][0] for name, kind in FIELDS.items()}


def read(path: Path) -> dict[str, Any]:
    """The facts of the city; ReferenceDataError at a mistake."""
    name = f"{path.parent.name}/{path.name}"
    region = toml_file.read(path, ReferenceDataError)
    for key in region | FIELDS:
        if key not in FIELDS:
            raise ReferenceDataError(f'{name}, kunci "{key}": tidak dikenal.')
        if key not in region:
            raise ReferenceDataError(f'{name}, kunci "{key}": belum diisi.')
        if type(region[key]) is not FIELDS[key]:
            raise ReferenceDataError(f'{name}, kunci "{key}": harus diisi {KINDS[FIELDS[key]][1]}.')
        if why := _unfit(region[key]):
            raise ReferenceDataError(f'{name}, kunci "{key}": {why}.')
    zone, short = region["zona_waktu"], region["singkatan_zona"]
    if zone not in clock.SHORT:
        *some, last = clock.SHORT
        choice = f"{', '.join(some)} atau {last}"
        raise ReferenceDataError(f'{name}, kunci "zona_waktu": "{zone}" tidak dikenal; pilih {choice}.')
    if short != clock.SHORT[zone]:
        raise ReferenceDataError(f'{name}, kunci "singkatan_zona": "{short}"; untuk {zone} tulis {clock.SHORT[zone]}.')
    return {key: region[key] for key in FIELDS}


def _unfit(value: str | float | dt.date) -> str | None:
    """Why a value of daerah.toml cannot be right."""
    if isinstance(value, str):
        fits = value.strip() and len(value) <= reference_csv.SIGNS and line(value) == value
        return None if fits else f"harus satu baris teks, paling banyak {reference_csv.SIGNS} tanda"
    if isinstance(value, dt.date):
        least, most = YEARS
        return None if least <= value.year <= most else f"tahunnya harus {least} sampai {most}"
    least, most = BOUNDS[type(value)]
    return None if least <= value <= most else f"harus {least} sampai {most}"  # also refuses what is no number
