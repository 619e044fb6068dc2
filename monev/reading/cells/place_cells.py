"""How a cell that names a place is read: what stands around the name, and what is told where it is not certain."""

from __future__ import annotations

import re

from monev.contract.parts import Column
from monev.reading.cells.cell import Reading, Value, one_line, refused, such_as, taken
from monev.reading.cells.places import CITYWIDE, LEVEL_WORD, LEVELS, Level, Places, key, without_prefix
from monev.words.vocabulary import either

#: Behind a number or a letter of a list: 1. / 1) / (1) / 01 / a. / IV.
_NUMBERING = re.compile(r"^(?:\(?\d{1,3}(?:[.):]+ ?-? ?| ?- ?| )(?=[a-z])|\(?(?:[a-z]|[ivx]{1,4})[.)]+ ?(?=[a-z]{3}))")
_HOUSE = (
    r"aula|kantor|gedung|gsg|gor|balai|pos|posko|sekretariat|halaman|lapangan|ruang|rapat|pertemuan|serbaguna|pendopo"
    r"|puskesmas|posyandu|warga|masjid|mesjid|di|wilayah|lingkungan"
)
_WARD = rf"(?:rw|rt|{either('satuan_tempat')})[ .:]*(?:\d{{1,3}}|[ivx]{{1,5}})\b"
#: RW, RT and the like with their numbers, before or behind the name of what they lie in.
_WARDS_FIRST = re.compile(rf"^(?:{_WARD}[ /,.\-]*)+")
_WARDS_LAST = re.compile(rf"[ /,.\-]+(?:{_WARD}[ /,.\-]*)+$")
_HOUSE_FIRST = re.compile(rf"^(?:(?:{_HOUSE})[ .,]+)+")
_NO_NAME = re.compile(rf"(?:(?:{_HOUSE}|{LEVEL_WORD})\W*)+")
_PIECES = re.compile(rf"[(),;\n]| - |(?<=[\w.)])\s+(?={LEVEL_WORD}[ .:])")
_SEVERAL = re.compile(r"[,;/&+\n]|\bdan\b|\batau\b")
_ALL = re.compile(
    r"(?:se|seluruh|semua|tingkat|lingkup|skala|seluruh wilayah|se wilayah)[ -]?(?:wilayah )?kota|seluruh wilayah"
    r"|(?:seluruh|semua|se)[ -]?(?:kecamatan|kelurahan|kec\.?|kel\.?)"
    r"(?: (?:dan|se|di)[ -]?(?:seluruh )?(?:kelurahan|kota))?"
)


def read_place(value: Value, column: Column, places: Places) -> Reading:
    """A place at the column's level (kec, kel) by its official name; a near miss is only proposed."""
    level = LEVELS[column.type]
    if isinstance(value, int) and not isinstance(value, bool) and 99_999 < value < 10**12:
        value = str(value)
    if not isinstance(value, str):
        return refused(f"Sel ini tidak berisi nama {level}.", _example(column, level))
    value = value.rstrip(" *")
    found = places.find(value, level) or _surrounded(one_line(value), level, places)
    if isinstance(found, Reading):
        return found
    if found == CITYWIDE and not column.citywide:
        return refused(f"Kolom ini perlu nama satu {level}, bukan se-Kota.", _example(column, level))
    return taken(found) if found else _refuse(value, column, level, places)


def _surrounded(text: str, level: Level, places: Places) -> str | Reading | None:
    """The one place of that level among pieces that are all understood, or the whole city; None otherwise."""
    if re.fullmatch(r"[\d. ]{6,}", text):
        return places.codes.get((level, re.sub(r"\D", "", text)))
    if _citywide(text, places):
        return CITYWIDE
    code = re.match(r"(\d\d(?:\.?\d\d){2}(?:\.?\d{4})?)[ \-:]+(?=[a-z])", text)
    text = _without_city(text[code.end() :] if code else _NUMBERING.sub("", text, count=1), places)
    if _citywide(text, places):
        return CITYWIDE
    named: dict[Level, set[str]] = {"kecamatan": set(), "kelurahan": set()}
    if code:
        known = places.codes.get((level, re.sub(r"\D", "", code[1])))
        named[level].add(known or "")
    pieces = _pieces(text)
    for place, piece in enumerate(pieces):
        bracketed = 0 < place == len(pieces) - 1 and text.endswith(")")
        one = _piece(piece, level, place > 0, bracketed, places)
        if one is None:
            return None
        if one[1]:
            named[one[0]].add(one[1])
    if named["kelurahan"] and named["kecamatan"]:
        homes = {places.kecamatan_of(kelurahan) for kelurahan in named["kelurahan"]}
        if homes != named["kecamatan"]:
            why = "Kelurahan di sel ini tidak terletak di kecamatan yang tertulis bersamanya."
            return refused(why, f"nama {level} yang benar saja")
    if len(named[level]) > 1:
        return None if "" in named[level] else _more_than_one(level)
    other: Level = "kecamatan" if level == "kelurahan" else "kelurahan"
    if not named[level] and len(named[other]) == 1:
        return _of_other_level(named[other].pop(), level, places, said=True)
    return named[level].pop() or None if named[level] else None


def _more_than_one(level: Level) -> Reading:
    return refused(f"Satu sel hanya untuk satu {level}.", f"satu {level} saja, lalu baris baru untuk yang lain")


def _pieces(text: str) -> list[str]:
    return [piece for piece in (piece.strip(" .,;-") for piece in _PIECES.split(text)) if piece]


def _piece(text: str, level: Level, behind: bool, bracketed: bool, places: Places) -> tuple[Level, str] | None:
    """The level and official name of one piece (no name: it is only RW and the like); None if not understood."""
    text = _WARDS_LAST.sub("", f" {text}").strip()
    inside = bool(_WARDS_FIRST.match(text))
    text = _WARDS_FIRST.sub("", text, count=1) if inside else text
    if not text or _NO_NAME.fullmatch(text):
        return level, ""
    housed = bool(_HOUSE_FIRST.match(text))
    text = _HOUSE_FIRST.sub("", text, count=1)
    inside = inside or bool(_WARDS_FIRST.match(text))
    text = _WARDS_FIRST.sub("", text, count=1)
    said, bare = without_prefix(text)
    if said:
        name = places.spellings.get((said, key(bare)))
        return (said, name) if name and name != CITYWIDE else None
    here: Level = "kelurahan" if inside else level
    other: Level = "kecamatan" if level == "kelurahan" else "kelurahan"
    at_level, at_other = (places.spellings.get((one, key(text))) for one in (here, other))
    if CITYWIDE in (at_level, at_other):
        return None
    if at_level and at_other and bracketed and level == "kelurahan":
        return other, at_other  # in brackets behind a kelurahan stands its kecamatan
    if at_level and not (at_other and (housed or behind)):
        return here, at_level
    return (other, at_other) if at_other and not at_level and behind and level == "kelurahan" else None


def _without_city(text: str, places: Places) -> str:
    """The text without the city's name behind it."""
    if not places.city:
        return text
    city = re.escape(places.city.casefold())
    return re.sub(rf"(?<=[a-z)])[ ,\-]+(?:{city}|\({city}\))$", "", text) if not _citywide(text, places) else text


def _citywide(text: str, places: Places) -> bool:
    """Whether the text means the whole city: by its name, or by all of its kecamatan or kelurahan."""
    if places.city:
        if key(text) == key(places.city):
            return True
        text = re.sub(rf"[ -]{re.escape(places.city.partition(' ')[2].casefold())}$", "", text)
    if _ALL.fullmatch(text):
        return True
    counted = re.fullmatch(r"(?:(?:di|se|seluruh|semua) ?)?(\d+) ?(kecamatan|kelurahan)", text)
    if not counted:
        return False
    return int(counted[1]) == len(places.kecamatan if counted[2] == "kecamatan" else places.kelurahan) > 1


def _refuse(text: str, column: Column, level: Level, places: Places) -> Reading:
    line = one_line(text)
    said, bare = without_prefix(_NUMBERING.sub("", line, count=1))
    other: Level = "kelurahan" if level == "kecamatan" else "kecamatan"
    there = places.spellings.get((other, key(bare))) or places.codes.get((other, re.sub(r"[. ]", "", bare)))
    if there is None and key(bare) in places.outside:
        why = "{} termasuk {}, di luar daerah ini.".format(*places.outside[key(bare)])
        return refused(why, _example(column, level))
    if said == other and there is None:
        return refused(f"Yang tertulis adalah {other}, sedangkan kolom ini untuk {level}.", _example(column, level))
    if there and there != CITYWIDE:
        return _of_other_level(there, level, places, said=said is not None)
    parts = [one_line(part) for part in _SEVERAL.split(text.casefold()) if part.strip(" .")]
    several = {places.find(part, level) or _surrounded(part, level, places) for part in parts}
    if len(several) > 1 and all(isinstance(one, str) for one in several):
        return _more_than_one(level)
    nearest = places.near(bare, level)
    if nearest and (nearest != CITYWIDE or column.citywide):
        return refused(f"Nama {level} ini tidak ada di daftar; mungkin yang dimaksud {nearest}.", nearest)
    if any(re.search(rf"\b{re.escape(name.casefold())}\b", line) for name in (*places.kelurahan, *places.kecamatan)):
        why = f"Di sel ini ada tulisan selain nama satu {level}."
        return refused(why, f"nama satu {level} saja, dan tulisan lainnya di kolom Keterangan")
    return refused(f"Nama {level} ini tidak ada di daftar.", _example(column, level))


def _of_other_level(there: str, level: Level, places: Places, said: bool) -> Reading:
    """What belongs in a cell of the other level: a kelurahan tells its kecamatan, never the reverse."""
    other = "kelurahan" if level == "kecamatan" else "kecamatan"
    why = f"Yang tertulis adalah {other}" if said else f"{there} adalah nama {other}"
    why += f", sedangkan kolom ini untuk {level}." if said else f", bukan {level}."
    if level == "kecamatan":
        return refused(why, places.kecamatan_of(there) or "nama kecamatannya")
    inside = " / ".join(places.kelurahan_of(there))
    return refused(why, "nama kelurahannya" + (f", salah satu dari {inside}" if inside else ""))


def _example(column: Column, level: Level) -> str:
    return such_as(f"nama {level}", column)
