"""The tab of findings: a row for each, with the way to its cell; what was mended stays a week, as done."""

from __future__ import annotations

import datetime as dt

from monev.reading import personal
from monev.sheets import FINDINGS_SIGN
from monev.sheets.google.own_tab import WIDTHS, Line
from monev.sync.told.wanted import Told, Wanted
from monev.words import to_mend, words

#: How long a mended finding stays.
STAYS = dt.timedelta(days=7)
#: Findings that the tab holds at most, the worst first.
MOST = 500
INTRO = (
    f"{FINDINGS_SIGN} monev dan isinya diganti sendiri, jadi jangan diketik di sini. Perbaiki sel yang disebut; "
    "barisnya lalu bertanda “sudah” dan hilang setelah sepekan."
)
MOVED = f"{FINDINGS_SIGN} monev. Temuan kini ditulis sebagai komentar di selnya, jadi tab ini boleh dihapus."
HEAD = ("Sel", "Tertulis", "Mengapa", "Yang dilakukan", "Sejak", "Keadaan")
OPEN, DONE = "belum", "sudah"


def lines(wanted: Wanted, today: dt.date) -> list[Line]:
    """All rows of the tab on the day `today`: open findings, the worst first, then those that were mended lately."""
    mended = [one for one in wanted.mended.values() if one.mended and one.mended.date() > today - STAYS]
    told = [*wanted.open[:MOST], *sorted(mended, key=lambda one: one.mended, reverse=True)[:MOST]]
    blank = ("",) * (len(WIDTHS) - 1)
    return [Line((INTRO, *blank)), Line(HEAD), *map(_line, told)]


def moved() -> list[Line]:
    """The tab of a sheet that is told by comments now."""
    blank = ("",) * (len(WIDTHS) - 1)
    return [Line((MOVED, *blank)), Line(HEAD)]


def _line(one: Told) -> Line:
    state = f"{DONE}, {words.date_short(one.mended.date())}" if one.mended else OPEN
    typed = "" if personal.kind(one.typed) else " ".join((one.typed or "").split())
    write = words.capital(to_mend.whole(one.write, one.example)) + "." if one.write else ""
    texts = (_place(one), typed, to_mend.reason(one.why), write, words.date_long(one.since.date()), state)
    return Line(tuple(texts), _link(one))


def _place(one: Told) -> str:
    row = f"baris {one.row + 1}" if one.row is not None else None
    parts = (one.title or "Berkas ini", to_mend.cells(one.cells) or one.cell or row, one.heading)
    return ", ".join(part for part in parts if part)


def _link(one: Told) -> str | None:
    if one.number is None:
        return None
    row = f"A{one.row + 1}" if one.row is not None else None
    place = one.cell or row
    return f"#gid={one.number}" + (f"&range={place}" if place else "")
