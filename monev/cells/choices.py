"""How a choice, several choices and a yes or no are read."""

from __future__ import annotations

import datetime as dt
import re

from rapidfuzz import fuzz, process

from monev import words
from monev.cells.typed import LONGEST, Column, Reading, Value, digits, one_line, refused, such_as, taken

#: Lists up to this long are written out in the reason; longer ones would bury it.
_FEW = 6
_YES = frozenset({"ya", "y", "sudah", "ada", "√", "✓", "✔", "v", "true"})
_NO = frozenset({"tidak", "t", "belum", "tidak ada", "tdk", "tdk ada", "x", "false"})


def yes_or_no(text: str) -> Reading | None:
    """A yt cell's own words as true or false, None where it says something else."""
    said = one_line(text)
    return taken(True) if said in _YES else taken(False) if said in _NO else None


def read_yes_no(value: Value, column: Column) -> Reading:
    """A yt cell that is neither blank nor text of its own words; stored TRUE and FALSE are themselves."""
    if isinstance(value, bool):
        return taken(value)
    return refused("Kolom ini hanya dapat diisi ya atau tidak.", "ya atau tidak")


def as_choices(text: str, column: Column) -> Reading | None:
    """Text that names a choice of the column (for majemuk: choices split by ";"), None where it does not."""
    if column.type == "pilihan":
        chosen = _match(text, column.options)
        return taken(chosen) if chosen else None
    chosen = [_match(part, column.options) for part in _parts(text)]
    return taken(tuple(dict.fromkeys(chosen))) if chosen and all(chosen) else None


def read_choice(value: Value, column: Column) -> Reading:
    """One choice by its code in any case, blanks or hyphens for underscores; a near miss is only proposed."""
    text = _as_text(value)
    if text is None:
        return _changed(value, column)
    chosen = _match(text, column.options)
    return taken(chosen) if chosen else _unknown("Isian ini tidak ada di daftar pilihan", [text], column)


def read_choices(value: Value, column: Column) -> Reading:
    """Choices split by ";", each once, in the order typed; an unknown one refuses the whole cell."""
    text = _as_text(value)
    if text is None:
        return _changed(value, column)
    parts = _parts(text)
    chosen = [_match(part, column.options) for part in parts]
    if chosen and all(chosen):
        return taken(tuple(dict.fromkeys(chosen)))
    otherwise = [_match(part, column.options) for part in re.split(r"[;,/+&\n]|\bdan\b", text) if part.strip()]
    if len(otherwise) > len(parts) and all(otherwise):
        return refused("Antarpilihan harus dipisah dengan titik koma.", _joined(otherwise))
    return _unknown("Ada isian yang tidak terdapat di daftar pilihan", parts, column)


def _as_text(value: Value) -> str | None:
    if isinstance(value, (bool, dt.date)) or value is None:
        return None
    return value if isinstance(value, str) else digits(value)


def _parts(text: str) -> list[str]:
    return [part for part in text.split(";") if part.strip()]


def _key(text: str) -> str:
    return re.sub(r"[\s_\-‐–]+", "_", text.strip().rstrip(" .").casefold())


def _match(text: str, options: tuple[str, ...]) -> str | None:
    typed = _key(text)
    return next((option for option in options if _key(option) == typed), None)


def _nearest(text: str, options: tuple[str, ...]) -> str | None:
    """The one choice that was nearly typed; None where two are equally near: choosing would be guessing."""
    bare = {option: re.sub(r"[\W_]", "", option.casefold()) for option in options}
    typed = re.sub(r"[\W_]", "", text.casefold())
    same = [option for option, key in bare.items() if key == typed]
    if len(same) == 1:
        return same[0]
    best = process.extract(typed, bare, scorer=fuzz.ratio, limit=2, score_cutoff=75) if len(typed) > 3 else []
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][2]


def _plain(option: str) -> str:
    """A choice as an official would write it: blanks for the underscores of its code."""
    return option.replace("_", " ")


def _joined(options: list[str]) -> str:
    return "; ".join(_plain(option) for option in dict.fromkeys(options))


def _unknown(why: str, parts: list[str], column: Column) -> Reading:
    if len(column.options) <= _FEW:
        why += f"; yang tersedia: {words.listing([_plain(option) for option in column.options])}"
    nearest = [_match(part, column.options) or _nearest(part[:LONGEST], column.options) for part in parts]
    if nearest and all(nearest):
        return refused(why + ".", _joined(nearest))
    return refused(why + ".", such_as("salah satu pilihan di daftar", column))


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
    return refused(why, such_as("salah satu pilihan di daftar", column))
