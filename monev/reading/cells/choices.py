"""How a choice, several choices and a yes or no are read."""

from __future__ import annotations

import datetime as dt
import re

from monev.contract.parts import Column
from monev.reading.cells import choice_forms
from monev.reading.cells.cell import LONGEST, Reading, Value, digits, one_line, refused, such_as, taken
from monev.reading.cells.choice_forms import match, parted
from monev.reading.cells.nihil import only_none
from monev.reading.cells.places import CITYWIDE, Level, Places
from monev.words import vocabulary, words

#: Lists up to this long are written out in the reason; longer ones would bury it.
_FEW = 6
_YES = frozenset(
    ["ya", "y", "iya", "yes", "sudah", "sdh", "ada", "sudah ada", "sdh ada", "√", "✓", "✔", "v", "true", "aktif"]
    + ["sudah aktif", "sdh aktif", "masih aktif"]
)
_NO = frozenset(
    ["tidak", "t", "no", "belum", "tidak ada", "tdk", "tdk ada", "x", "false", "tidak aktif", "tdk aktif"]
    + ["belum aktif", "blm aktif", "nonaktif", "non aktif", "non-aktif", "tak aktif"]
)
#: Offices of which each place at that level has one.
_SITS: dict[str, Level] = {
    "camat": "kecamatan",
    "lurah": "kelurahan",
    **vocabulary.offices(),
}
_OFFICE = re.compile(
    rf"(?:(?:bapak|pak|ibu|bu) )?(?P<title>{vocabulary.any_of(tuple(_SITS))})[ :,-]+\(?(?P<place>[^()]+)\)?"
)
#: What to write, by the type of the column.
_FROM_THE_LIST = {
    "pilihan": "salah satu pilihan di daftar",
    "majemuk": "pilihan yang ada di daftar saja, dipisah titik koma",
}


def yes_or_no(text: str) -> Reading | None:
    """A yt cell's own words as true or false, None where it says something else, or both."""
    said = re.sub(r"\b(non ?-?)?aktip\b", r"\1aktif", one_line(text).strip(" ;,.*!"))
    if said in _YES or said in _NO:
        return taken(said in _YES)
    parts = [part.strip(" .*!") for part in re.split(r"[,;/()]", said) if part.strip(" .*!")]
    meant = {True if part in _YES else False if part in _NO else None for part in parts}
    return taken(meant.pop()) if len(meant) == 1 and None not in meant else None


def read_yes_no(value: Value, column: Column) -> Reading:
    """A yt cell that is neither blank nor text of its own words; stored TRUE and FALSE are themselves."""
    if isinstance(value, bool):
        return taken(value)
    return refused("Kolom ini hanya dapat diisi ya atau tidak.", "ya atau tidak")


def as_choices(text: str, column: Column, places: Places) -> Reading | None:
    """Text that names a choice of the column (for majemuk: several), None where it does not."""
    if column.type == "pilihan":
        chosen = _chosen(text, column, places)
        if chosen is None and only_none(one_line(text), bare=True):
            chosen = match("tidak ada", column)
        return taken(chosen) if chosen else None
    for parts in (_parts(text), choice_forms.split(text, column)):
        chosen = [_chosen(part, column, places) for part in parts]
        if chosen and all(chosen):
            return taken(tuple(dict.fromkeys(chosen)))
    return None


def _chosen(text: str, column: Column, places: Places) -> str | None:
    """The choice that is written; an office that sits in one place may be written with it (Camat ...)."""
    if found := match(text, column, places.city):
        return found
    office = _OFFICE.fullmatch(one_line(text))
    if office is None:
        return None
    place = places.find(office["place"], _SITS[office["title"]])
    return match(office["title"], column) if place and place != CITYWIDE else None


def read_choice(value: Value, column: Column, places: Places) -> Reading:
    """One choice by its code, label or short form; a near miss is only proposed."""
    text = _as_text(value)
    if text is None:
        return _changed(value, column)
    if not isinstance(value, str) and (chosen := match(text, column, places.city)):
        return taken(chosen)
    if (told := _more_than_one(text, column, places)) is not None:
        return told
    return _unknown("Isian ini tidak ada di daftar pilihan", [text], column)


def read_choices(value: Value, column: Column, places: Places) -> Reading:
    """Several choices, each once, in the order typed; an unknown one refuses the whole cell."""
    text = _as_text(value)
    if text is None:
        return _changed(value, column)
    if not isinstance(value, str) and (chosen := match(text, column, places.city)):
        return taken((chosen,))
    if re.search(r"\batau\b", text, re.I):
        return refused("Kata “atau” membuat pilihannya belum pasti.", "pilihan yang pasti, dipisah titik koma")
    parts = choice_forms.split(text, column)
    return _unknown("Ada isian yang tidak terdapat di daftar pilihan", parts, column)


def _more_than_one(text: str, column: Column, places: Places) -> Reading | None:
    """Two values where one is wanted, or one beside words that may change it; which, only who typed it knows."""
    parts = parted(text)
    chosen = [_chosen(part, column, places) for part in parts]
    named = {code for code in chosen if code} if len(parts) > 1 else set()
    if len(named) == 1 and all(chosen):
        return taken(named.pop())
    found = named or choice_forms.mentioned(text, column)
    if len(found) > 1 and (len(parts) > 1 or not choice_forms.turned(text)):
        return refused("Di sel ini ada lebih dari satu pilihan.", "satu pilihan saja, yang berlaku sekarang")
    if len(parts) > 1 and found:
        why = "Di samping pilihan ada tulisan lain yang dapat mengubah artinya."
        return refused(why, "satu pilihan saja, dan tulisan lainnya di kolom Keterangan")
    return None


def _as_text(value: Value) -> str | None:
    if isinstance(value, (bool, dt.date)) or value is None:
        return None
    return value if isinstance(value, str) else digits(value)


def _parts(text: str) -> list[str]:
    return [part for part in text.split(";") if part.strip()]


def _plain(option: str) -> str:
    """A choice as an official would write it: blanks for the underscores of its code."""
    return option.replace("_", " ")


def _joined(options: list[str]) -> str:
    return "; ".join(_plain(option) for option in dict.fromkeys(options))


def _unknown(why: str, parts: list[str], column: Column) -> Reading:
    if len(column.options) <= _FEW:
        why += f"; yang tersedia: {words.listing([_plain(option) for option in column.options])}"
    nearest = [match(part, column) or choice_forms.nearest(part[:LONGEST], column) for part in parts]
    if nearest and all(nearest):
        return refused(why + ".", _joined(nearest))
    return refused(why + ".", _an_example(column, parts))


def _an_example(column: Column, parts: list[str]) -> str:
    """The column's example, unless it could be taken for what the cell says, or for what it says is not so."""
    asked = _FROM_THE_LIST[column.type]
    if not column.example or (parts and len(column.options) <= _FEW):
        return asked
    known = re.findall(r"[^\W_]+", column.example.casefold().replace("_", " "))
    unsafe = any(word in part.casefold() for word in known for part in parts) or any(map(choice_forms.turned, parts))
    unsafe = unsafe or any(choice_forms.mentioned(part, column) for part in parts)
    return asked if unsafe else such_as(asked, column)


def _changed(value: Value, column: Column) -> Reading:
    """A stored value that cannot be a choice; a date such as 7 March is often the code 7.3, turned."""
    if isinstance(value, bool):
        why = "Sel ini berisi kotak centang, bukan pilihan."
    elif isinstance(value, dt.date):
        code = f"{value.day}.{value.month}"
        why = "Isi sel ini berubah menjadi tanggal."
        if code in column.options:
            return refused(why, f"{code} dengan format Teks biasa")
    else:
        why = "Angka di sel ini tidak ada di daftar pilihan."
    return refused(why, _an_example(column, []))
