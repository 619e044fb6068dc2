"""A figure written twice (18 dari 18), or with its parts in brackets behind it: whether both say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from monev.reading.cells.cell import Column, Reading, refused
from monev.reading.cells.grouped_digits import ONE_FIGURE, figure
from monev.reading.cells.units import STATIONS, counts_people, of_pieces, own_words, packs

_F = r"\d(?:[\d.]*\d)?"
_RP = r"(?:(?:rp|idr)[ .:]*)?"
_TWICE = re.compile(
    rf"(?P<first>{_F}) ?(?P<unit>[a-z]+)? ?(?P<by>/|dari(?: total)?(?= ?\d)) ?(?P<second>{_F})(?: ?(?P<same>[a-z]+))?"
)
_TOTAL = re.compile(rf"(?P<total>{_RP}\d[^()]*?) ?[:=]? ?\((?P<parts>[^()]*\d[^()]*)\)")
_BETWEEN = re.compile(r" ?(?:,(?!\d)|[;+&/]|\bdan\b|\bserta\b) ?")
_PART = re.compile(
    rf"(?P<name>[a-z][a-z .\-]*?)?[ :=]*{_RP}(?P<figure>{_F})(?: ?(?P<unit>[a-z][a-z .\-]*?))?"
    rf"(?:(?: ?[@×]| x) ?{_RP}(?P<each>{_F})(?: [a-z]+)?)?"
)
#: Behind these a figure says which one, not how many.
_WHICH = STATIONS | frozenset(
    [
        "rw", "rt", "no", "nomor", "kode", "tahap", "sesi", "gelombang", "tanggal", "tgl", "hari", "minggu", "bulan",
        "tahun", "jam", "pukul", "pkl", "kec", "kel", "kecamatan", "kelurahan", "pasal", "hal", "lampiran",
    ]
)  # fmt: skip
#: Part of what is counted so may be no part of what the column asks for.
_NOT_ALL = re.compile(
    r"\b(?:belum|blm|tidak|tdk|tak|bukan|tanpa|kurang|krg|non\w*|rusak|cacat|hilang|kosong|batal|gagal|sisa|sakit|izin"
    r"|ijin|absen|bengkel|pinjam|dipinjam|cadangan|usulan|rencana|target|ganda|meninggal|pindah)\b"
)
_SEXES = {"l": "laki", "lk": "laki", "p": "perempuan", "pr": "perempuan", "wanita": "perempuan", "pria": "laki"}


@dataclass(frozen=True)
class Total:
    """A figure as written, the sum of the parts behind it, and whether each part plainly belongs to it.

    `of_parts` is None where a part is so many containers; then nothing follows from the parts.
    """

    text: str
    of_parts: Decimal | None
    plain: bool


def twice(text: str, column: Column) -> str | Reading | None:
    """The figure that is written twice with its unit, a refusal where the two differ; None where it is not so."""
    found = _TWICE.fullmatch(text)
    if not found:
        return None
    first, second = figure(found["first"], 1), figure(found["second"], 1)
    if isinstance(first, Reading) or isinstance(second, Reading):
        return None
    if first != second:
        return refused("Di sel ini ada dua angka yang berbeda, bukan satu angka saja.", ONE_FIGURE)
    if found["unit"] and found["same"] and found["unit"] != found["same"]:
        return None
    if found["by"] == "/" and counts_people(column):
        why = "Dua angka dengan garis miring dapat berarti laki-laki dan perempuan, bukan satu angka saja."
        return refused(why, "jumlah seluruhnya sebagai satu angka")
    return f"{found['second']} {found['unit'] or found['same'] or ''}".strip()


def with_parts(text: str, column: Column) -> Total | None:
    """A figure with at least two parts, or with a product, in brackets behind it; None where it is not so."""
    found = _TOTAL.fullmatch(text)
    if not found:
        return None
    signs = {sign.strip() for sign in _BETWEEN.findall(found["parts"])}
    parts = [_PART.fullmatch(part.strip()) for part in _BETWEEN.split(found["parts"])]
    if None in parts:
        return None
    named = [f"{part['name'] or ''} {part['unit'] or ''}".split() for part in parts]
    counted = re.findall("[a-z]+", found["total"])
    if any(not part["each"] and packs(names, counted) for part, names in zip(parts, named, strict=True)):
        return Total(found["total"], None, of_pieces(counted) and not _NOT_ALL.search(found["parts"]))
    if len(parts) == 1 and not parts[0]["each"]:
        return None
    if any(part["name"] and part["unit"] for part in parts) or len({bool(part["name"]) for part in parts}) > 1:
        return None
    if any(part["name"] and _WHICH.intersection(re.findall("[a-z]+", part["name"])) for part in parts):
        return None
    if not all(named) and (signs - {"+"} or not signs) and len(parts) > 1:
        return None
    total = Decimal(0)
    for part in parts:
        number, each = figure(part["figure"], 1), figure(part["each"] or "1", 1)
        if isinstance(number, Reading) or isinstance(each, Reading):
            return None
        total += number * each
    return Total(found["total"], total, not _NOT_ALL.search(found["parts"]) and _alike(named, column))


def _alike(named: list[list[str]], column: Column) -> bool:
    """Whether each of the title's own words stands beside all parts or beside none: of one alone it is that part."""
    said = [{_SEXES.get(word, word) for name in names for word in name.split("-")} for names in named]
    return all(len({word in one for one in said}) == 1 for word in own_words(column))
