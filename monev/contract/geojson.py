"""The optional reference/kelurahan.geojson: the real outline of every kelurahan, read strictly."""

import itertools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from monev.contract.reference_csv import ReferenceDataError
from monev.sheets import limits, regular_file

FILE = "kelurahan.geojson"
TYPES = {"kelurahan": "VARCHAR", "bagian": "INTEGER", "cincin": "VARCHAR"}

#: Degrees within which Indonesia lies; latitude first and metres instead of degrees both fall outside.
LONGITUDES, LATITUDES = (94.0, 142.0), (-12.0, 7.0)
#: Digits behind the point that are kept: a tenth of a metre.
DIGITS = 6


def read(folder: Path, wilayah: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row per outer ring: kelurahan, bagian (from 1), cincin as JSON [[longitude, latitude], …].

    No rows where the file is not there. Holes are left out. Every kelurahan of wilayah.csv must have its
    outline, found by `kode` in the feature's properties; a mistake raises ReferenceDataError in one line.
    """
    path = folder / FILE
    name = f"{folder.name}/{FILE}"
    if not path.exists():
        return []
    places = {row["kode_kelurahan"]: row["kelurahan"] for row in wilayah}
    found: dict[str, list[list[list[float]]]] = {}
    for number, feature in enumerate(_features(path, name), start=1):
        code = _code(feature, f"{name}, fitur ke-{number}", places)
        if code in found:
            raise ReferenceDataError(f"{name}, fitur ke-{number}: kode {code} sudah ada; satukan sebagai MultiPolygon.")
        found[code] = _rings(feature.get("geometry"), f"{name}, kode {code}")
        if sum(len(ring) for rings in found.values() for ring in rings) > limits.POINTS:
            raise ReferenceDataError(f"{name}: lebih dari {limits.POINTS} titik; sederhanakan garisnya dulu.")
    for code, kelurahan in places.items():
        if code not in found:
            raise ReferenceDataError(f"{name}: kelurahan {kelurahan} ({code}) belum punya batas.")
    return [
        {"kelurahan": kelurahan, "bagian": part, "cincin": json.dumps(ring)}
        for code, kelurahan in places.items()
        for part, ring in enumerate(found[code], start=1)
    ]


def _features(path: Path, name: str) -> list[Any]:
    try:
        whole = json.loads(regular_file.content(path, limits.OUTLINES).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReferenceDataError(f"{name}: bukan teks UTF-8.") from error
    except json.JSONDecodeError as error:
        raise ReferenceDataError(f"{name}, baris {error.lineno}: bukan JSON yang sah.") from error
    except regular_file.TooLarge as error:
        raise ReferenceDataError(
            f"{name}: lebih dari {limits.OUTLINES // 1_000_000} MB; sederhanakan garisnya dulu."
        ) from error
    except (OSError, RecursionError, ValueError) as error:  # ValueError: a number of more digits than Python takes
        raise ReferenceDataError(f"{name}: tidak dapat dibaca.") from error
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or whole.get("type") != "FeatureCollection":
        raise ReferenceDataError(f"{name}: harus berupa FeatureCollection dengan features.")
    return features


def _code(feature: Any, where: str, places: Mapping[str, str]) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    code = properties.get("kode") if isinstance(properties, dict) else None
    if not isinstance(code, str) or not code.strip():
        raise ReferenceDataError(f'{where}: properties "kode" belum diisi teks kode kelurahan.')
    if code.strip() not in places:
        example = next(iter(places))
        raise ReferenceDataError(f"{where}: kode {code.strip()} tidak ada di wilayah.csv; tulis seperti {example}.")
    return code.strip()


def _rings(geometry: Any, where: str) -> list[list[list[float]]]:
    """The outer rings, the largest first, each closed."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise ReferenceDataError(f"{where}: geometry harus Polygon atau MultiPolygon.")
    parts = geometry.get("coordinates")
    parts = [parts] if kind == "Polygon" else parts
    if not isinstance(parts, list) or not parts or not all(isinstance(part, list) and part for part in parts):
        raise ReferenceDataError(f"{where}: coordinates {kind} belum lengkap.")
    return sorted((_ring(part[0], where) for part in parts), key=_area, reverse=True)


def _ring(positions: Any, where: str) -> list[list[float]]:
    if not isinstance(positions, list):
        raise ReferenceDataError(f"{where}: cincin harus berupa daftar [bujur, lintang].")
    ring = [_position(position, where) for position in positions]
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
    if len(ring) < 4 or not _area(ring):
        raise ReferenceDataError(f"{where}: cincin harus melingkari suatu luas, paling sedikit tiga titik.")
    return ring


def _position(position: Any, where: str) -> list[float]:
    two = position[:2] if isinstance(position, list) else []
    if len(two) != 2 or not all(type(part) in (int, float) for part in two):
        raise ReferenceDataError(f"{where}: setiap titik harus berupa [bujur, lintang].")
    for part, (least, most) in zip(two, (LONGITUDES, LATITUDES), strict=True):
        if not least <= part <= most:  # also refuses what is no number
            outside = f"titik [{two[0]}, {two[1]}] di luar Indonesia"
            raise ReferenceDataError(f"{where}: {outside}; tulis [bujur, lintang] dalam derajat.")
    return [round(part, DIGITS) for part in two]


def _area(ring: list[list[float]]) -> float:
    """Square degrees, as counted from the ring's first point, so that small rings keep their digits."""
    (x, y), *_ = ring
    corners = [(a - x, b - y) for a, b in ring]
    return abs(sum(a * d - c * b for (a, b), (c, d) in itertools.pairwise(corners))) / 2
