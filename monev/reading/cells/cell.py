"""What a cell holds, what reading it gives, and the words that mean the same in every column."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from monev.contract.parts import NUMBERS, Column
from monev.reading.cells.nihil import only_none

#: A cell as it is stored: None is an empty cell, text is exactly as typed.
Value = str | int | float | bool | dt.date | None
State = Literal["dibaca", "kosong", "nihil", "ditolak"]

#: Largest whole number that the snapshot's BIGINT columns hold.
BIGINT = 2**63 - 1
#: A number, date, place or choice is never longer than this; what is longer is prose or pasted by mistake.
LONGEST = 400
#: The column of every list that says of which day its row speaks.
DATED = "tanggal_data"


@dataclass(frozen=True)
class Reading:
    """One cell as read.

    `state` is dibaca (typed value), kosong (not reported), nihil (looked, none) or ditolak (typed, not read).
    `why` is one Indonesian sentence with its full stop, `write` the object of "Tulis …" without one; both are
    filled for ditolak, and for nihil in case a condition makes the column required. Neither ever repeats free
    text of the cell, because a cell may hold personal data.
    """

    value: int | dt.date | str | tuple[str, ...] | bool | None
    state: State
    why: str = ""
    write: str = ""
    said: str = field(default="", compare=False)


NOT_REPORTED = Reading(None, "kosong")


def taken(value: int | dt.date | str | tuple[str, ...] | bool) -> Reading:
    """A cell that was understood."""
    return Reading(value, "dibaca")


def refused(why: str, write: str) -> Reading:
    """A cell that holds something that is not certain."""
    return Reading(None, "ditolak", why, write)


def such_as(text: str, column: Column) -> str:
    """Wording with the column's own example behind it, when it has one; for what nothing of the cell can be mended."""
    return f"{text}, contohnya {column.example}" if column.example else text


# Joiners and variation selectors are marks by class but draw nothing of their own.
_DRAW_NOTHING = frozenset("\u034f\ufe0e\ufe0f")
_LINE_BREAKS = frozenset("\n\r\t\v\f\x85")
#: The mark by which a spreadsheet keeps digits as text, typed or exported along with them.
_TEXT_MARK = re.compile(r"['’](?=\S*\d)")


def visible(text: str) -> str:
    """Text without what cannot be seen: zero-width signs, odd blanks, a text mark, blank ends."""
    if text.isascii() and text.isprintable():
        return _unmarked(text.strip())
    kept = []
    for sign in text:
        kind = unicodedata.category(sign)
        if sign in _LINE_BREAKS or kind in ("Zl", "Zp"):
            kept.append("\n" if kind != "Cc" else sign)
        elif kind == "Zs":
            kept.append(" ")
        elif kind not in ("Cf", "Cc", "Cs") and sign not in _DRAW_NOTHING:
            kept.append(sign)
    return _unmarked("".join(kept).strip())


def _unmarked(text: str) -> str:
    return text[1:] if _TEXT_MARK.match(text) else text


def one_line(text: str) -> str:
    """Lower case, every run of blanks and line breaks as one blank, no full stop at the end."""
    return " ".join(text.split()).rstrip(" .").casefold()


_BLANK_WORDS = frozenset(
    ["", "'", "belum", "belum ada", "blm", "blm ada", "menyusul", "dalam proses", "tba", "tbd", "n/a", "na"]
)
#: In a column of text these say something; elsewhere they are a value that is still to come.
_STILL_TO_COME = frozenset(
    [
        "belum ada data", "blm ada data", "data belum ada", "belum dilaporkan", "belum diisi", "belum terisi",
        "belum masuk", "data menyusul", "akan menyusul", "masih menyusul", "segera menyusul", "msh menyusul",
        "dlm proses", "masih proses", "masih dalam proses", "msh proses", "sedang proses", "sedang diproses",
        "on progress", "on process", "in progress",
    ]
)  # fmt: skip
_BLANK_SIGNS = re.compile(r"[-–—−_. ]+|\?+|…+")
_DITTO_WORDS = frozenset({"idem", "sda", "s d a"})
_DITTO_SIGNS = re.compile(r"[-– ]*(?:[\"”“″〃]{1,2}|''|’’|,,)[-– ]*")
_FORMULA_ERROR = re.compile(
    r"#(?:n/a|ref!|div/0!|name\?|value!|num!|null!|error!|spill!|calc!|field!|busy!|unknown!|getting_data)"
    r"|(?:loading|memuat)(?:\.{2,}|…)",
    re.IGNORECASE,
)
#: A formula that came as its text; in a column of text it is what somebody wrote.
_FORMULA = re.compile(r"=[a-z0-9(+\-'\"$@{].*", re.DOTALL | re.IGNORECASE)


def says_nihil(value: Value) -> bool:
    """Whether the cell says that there is none, in whatever words, and says nothing else."""
    return isinstance(value, str) and len(value) <= LONGEST and only_none(one_line(visible(value)))


def common_reading(text: str, column: Column) -> Reading | None:
    """What text (already made visible) says in every column alike, or None where its type must decide.

    Formula errors and ditto marks are refused, words for not reported are kosong. Nihil is 0 in a number
    column, refused where the column is required, and otherwise the state nihil.
    """
    if len(text) > LONGEST and text[0] not in "#=":
        return None
    if _FORMULA_ERROR.fullmatch(text):
        return refused("Sel ini berisi rumus yang gagal dihitung.", such_as("nilainya langsung tanpa rumus", column))
    if column.type != "teks" and text.startswith("=") and _FORMULA.fullmatch(text):
        why = "Di sel ini tertulis rumusnya, bukan hasil hitungannya."
        return refused(why, "hasil hitungan rumus itu, tanpa tanda sama dengan")
    words = one_line(text)
    if words in _BLANK_WORDS or _BLANK_SIGNS.fullmatch(words) or (column.type != "teks" and words in _STILL_TO_COME):
        return Reading(None, "kosong", said=words) if words.strip(" '") else NOT_REPORTED
    if words.replace(".", "") in _DITTO_WORDS or _DITTO_SIGNS.fullmatch(words):
        return refused("Tanda ulang seperti “idem” tidak dapat dibaca.", "ulang nilainya")
    if not only_none(words):
        return None
    if column.type in NUMBERS:
        if only_none(words, bare=True):
            return taken(0)
        why = "Tertulis bahwa sesuatu tidak ada, tetapi belum jelas apakah angka di kolom ini nol."
        return refused(why, "0 bila angkanya memang nol")
    why, write = "Kolom ini perlu diisi, jadi “nihil” belum cukup.", such_as("isinya", column)
    return refused(why, write) if column.required else Reading(None, "nihil", why, write)


def digits(value: int | float) -> str | None:
    """A stored number as its digits with a point (7.0 as "7"); None where they are no longer known."""
    if isinstance(value, float):
        if not math.isfinite(value) or abs(value) >= 2**53:
            return None
        return format(Decimal(repr(value)), "f").removesuffix(".0")
    return str(value) if abs(value) <= BIGINT else None
