"""Whoever typed a value says that it is right: “sudah benar” in the row closes what was to be checked there."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from monev.contract import finding

Row = Mapping[str, Any]
#: An agency, one of its tabs, and a row of it by its key.
Place = tuple[str, str, str]

NOTE = "keterangan"
_STATES = r"(?:benar|betul|sesuai|tepat|valid|di ?cek|di ?periksa|di ?konfirmasi|di ?verifikasi|di ?validasi)"
_CONFIRMS = re.compile(rf"\b(?:sudah|sdh|udah|telah|tlh|memang)\s+{_STATES}\b|\b(?:di|ter)konfirmasi\b", re.I)
_NOT_YET = r"(?:belum|blm|tidak|tdk|bukan|jika|bila|kalau|perlu|harap|mohon|akan|agar)"
_DENIES = re.compile(rf"\b{_NOT_YET}\b[^.;,]*{_STATES}", re.I)


def says_right(note: object) -> bool:
    """Whether a Keterangan says that its row was looked at and is right."""
    return isinstance(note, str) and bool(_CONFIRMS.search(note)) and not _DENIES.search(note)


def confirmed(
    found: Iterable[Row], rows: Mapping[tuple[str, str, int], tuple[str, object]], before: Iterable[Row]
) -> tuple[list[dict], list[dict]]:
    """The findings with what their rows say of them, and what was confirmed (columns as in TYPES).

    `rows` gives, by agency, tab and sheet row, the key of a counted row and its Keterangan; `before` is what was
    confirmed until now. A confirmed finding weighs nothing any more; one that came after the words were written, or
    whose value has changed since, is open and says that they are outdated.
    """
    found = [dict(row) for row in found]
    known = {(row["instansi"], row["tab"], row["kunci"]): row for row in before}
    asked: dict[Place, list[dict]] = defaultdict(list)
    first: dict[tuple[str, str], int] = {}
    for agency, tab, number in rows:
        first[agency, tab] = min(number, first.get((agency, tab), number))
    for row in found:
        number = row["baris"]
        if row["konfirmasi"] == finding.CAN_CONFIRM_ABOVE:
            number = first.get((row["instansi"], row["tab"]))
        place = rows.get((row["instansi"], row["tab"], number))
        if row["konfirmasi"] is not None and place is not None:
            asked[row["instansi"], row["tab"], place[0]].append(row)
    kept = []
    for (agency, tab, _), (key, note) in rows.items():
        if not says_right(note):
            continue
        place, text = (agency, tab, key), _hash(note)
        was = known.get(place)
        if was is None or was["keterangan"] != text:
            was = {"instansi": agency, "tab": tab, "kunci": key, "keterangan": text,
                   "perihal": sorted({_about(row) for row in asked[place]})}  # fmt: skip
        kept.append(dict(was))
        for row in asked[place]:
            if _about(row) in was["perihal"]:
                row |= {"konfirmasi": finding.CONFIRMED, "bobot": finding.RIGHT, "akibat": finding.AS_TYPED}
            else:
                row["konfirmasi"] = finding.OUTDATED
    return found, kept


def _about(row: Row) -> str:
    """What is to be checked: the column, by whom it was noticed, and the very values."""
    return _hash("\0".join(str(row[name]) for name in ("kolom", "asal", "tertulis", "alasan")))


def _hash(text: object) -> str:
    return hashlib.sha256(" ".join(str(text).split()).casefold().encode("utf-8", "replace")).hexdigest()[:16]
