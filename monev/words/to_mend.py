"""What is asked of whoever mends a finding: the same words in a comment, in the tab, on the screen and in a message."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monev.words import words

#: Said of a cell whose content is never shown; it is not blank.
HIDDEN = "isinya tidak ditampilkan"
#: Cells, or runs of them, that one text lists.
MOST_CELLS = 12

_WRITE, _SUCH_AS = "tulis ", ", contohnya "
#: How one goes on that asks for the same cell anew.
_ANEW = "ulang "
#: Of several cells, what is asked of the first one; the others likewise.
_FIRST = re.compile(
    r"di (?P<spot>(?:.+!)?[A-Z]{1,3}\d+|baris \d+) (?P<asked>.+); begitu pula di sel lainnya, menurut isinya"
)
#: Whatever says the value itself, or lists what it may be: an invented one beside it would contradict it.
_SAYS_IT = re.compile(r"[A-Z0-9“]|ya atau tidak")
_LISTS_IT = re.compile(r"salah satu dari |seperti ")
#: How the reason of a finding about several cells begins: how many, and the first.
_OPENING = re.compile(
    r"\A[\d.]+ (?:baris|sel)(?: di kolom .+?)?, mulai (?P<spot>[^:;]+)(?:: |(?P<one>; contoh )(?P=spot): )"
)
_CELL = re.compile(r"(.*!)?([A-Z]{1,3})(\d{1,7})")
#: Words for all of a few.
_TOGETHER = ("kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh")


def of_first(spot: str, request: str) -> str:
    """The request for several cells of which each asks for something else: that for the first, for an example."""
    return f"di {spot} {request}; begitu pula di sel lainnya, menurut isinya"


def example(request: str, given: str | None) -> str | None:
    """The `given` example where a request ("tulis angka bulat", "isi Nilai") leaves open what is to stand in the cell;
    None where it says so itself."""
    if not given or _SUCH_AS in request or _LISTS_IT.search(request) or not request.startswith((_WRITE, "isi ")):
        return None
    return None if request.startswith(_WRITE) and _SAYS_IT.match(request.removeprefix(_WRITE)) else given


def whole(request: str, given: str | None = None) -> str:
    """The request in one go, without a full stop: "tulis angka bulat, contohnya 640"."""
    asked = request.rstrip(".")
    if first := _FIRST.fullmatch(asked):
        return of_first(first["spot"], whole(first["asked"], given))
    one = example(asked, given)
    return f"{asked}{_SUCH_AS}{one}" if one else asked


def parts(request: str, given: str | None = None) -> list[tuple[str, str]]:
    """The request in lines: [("Tulis", "angka bulat"), ("Contoh", "640")]; what is not to be written but done has the
    name "Caranya"."""
    first = _FIRST.fullmatch(request.rstrip("."))
    where = f" di {first['spot']}" if first else ""
    asked, _, one = whole(first["asked"] if first else request, given).partition(_SUCH_AS)
    value = asked.removeprefix(_WRITE)
    done = asked == value or value.startswith(_ANEW)
    told = (f"Caranya{where}", words.capital(asked)) if done else (f"Tulis{where}", value)
    others = [("Di sel lainnya", "begitu pula, menurut isinya")] if first else []
    return [told, *([("Contoh", one)] if one else []), *others]


def reason(said: str) -> str:
    """The reason of a finding where its cells are listed beside it: without what it says first of several."""
    return _OPENING.sub(lambda found: f"Misalnya di {found['spot']}: " if found["one"] else "", said, count=1)


def cells(addresses: Sequence[str]) -> str:
    """Addresses as a clerk finds them: "D4, D6 sampai D9, dan F2"; of more than MOST_CELLS the rest is counted."""
    runs: list[list[str]] = []
    for address in addresses:
        if runs and _follows(runs[-1][-1], address):
            runs[-1].append(address)
        else:
            runs.append([address])
    said = [piece for run in runs for piece in ([[one] for one in run] if len(run) < 3 else [run])]
    named = [piece[0] if len(piece) == 1 else f"{piece[0]} sampai {piece[-1]}" for piece in said]
    if len(said) <= MOST_CELLS:
        return words.listing(named)
    left = sum(map(len, said[MOST_CELLS:]))
    return f"{', '.join(named[:MOST_CELLS])}, dan {words.number(left)} lainnya"


def _follows(one: str, other: str) -> bool:
    above, below = _CELL.fullmatch(one), _CELL.fullmatch(other)
    if above is None or below is None or above[1] != below[1] or above[2] != below[2]:
        return False
    return int(below[3]) == int(above[3]) + 1


def of_many(waits: str, cell_count: int, row_count: int) -> str:
    """What happens meanwhile, said of several cells or rows: "… keempat sel ini belum ikut dihitung."."""
    said = waits.replace("sel ini", f"{_together(cell_count)} sel ini") if cell_count > 1 else waits
    return said.replace("baris ini", f"{_together(row_count)} baris ini") if row_count > 1 else said


def _together(count: int) -> str:
    return _TOGETHER[count - 2] if count - 2 < len(_TOGETHER) else "semua"
