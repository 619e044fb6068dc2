"""The slide of one agenda point: status, sentence, numbers, the one picture that says most, what is to be decided."""

from __future__ import annotations

import logging
from typing import NamedTuple

from monev.handouts import project_files, slide_figures, slide_signs
from monev.handouts.slide_canvas import BODY, NUMBER, SENTENCE, SMALL, TITLE, Box, Canvas, Line
from monev.handouts.slide_template import FOOT, RIM, WIDE
from monev.handouts.source import Row, Rows, Source
from monev.handouts.text_fit import LINE, fit, height, lines
from monev.words import indicator, words
from monev.words.spoken import plain

log = logging.getLogger("monev")

#: Numbers in the row; more are told in one line below it.
MOST_NUMBERS = 5
_ROOM, _GAP = WIDE - 2 * RIM, 16
#: Where the head of a slide stands, and the width of what is decided.
_TOP, _DECIDED = 22, 390
#: In what size decisions stand, in how many lines each, and how far apart, the first by which all have room.
_DECISIONS = ((BODY, 3, 7), (SMALL, 3, 6), (SMALL, 2, 6), (SMALL, 2, 2.5))


def write(canvas: Canvas, source: Source, agenda: Row) -> None:
    """Fill the slide of an agenda point; `agenda` is its row of bersama/status_agenda."""
    page = agenda["halaman"]
    right = canvas.badge(RIM, _TOP, agenda["status"], page) + 14
    room = WIDE - RIM - 160 - right
    number = str(agenda["nomor"])
    title = fit(agenda["judul"], TITLE, room - 20, 1, bold=True)
    canvas.head(Box(right, _TOP, room, 30), [Line(title, TITLE, bold=True, lead=number)])
    top = _sentence(canvas, agenda["kalimat"] or "")
    top = _numbers(canvas, source.numbers(page), page, top)
    area = Box(RIM, top + 12, _ROOM, FOOT - 12 - (top + 12))
    if page in project_files.added().pictures:
        _picture(canvas, area._replace(width=_ROOM - _DECIDED - 28), source, page)
        area = area._replace(left=WIDE - RIM - _DECIDED, width=_DECIDED)
    _decisions(canvas, area, source.of_page("perlu_diputuskan", page))


def _picture(canvas: Canvas, box: Box, source: Source, page: str) -> None:
    """What the project draws of this point; where that fails, that it did, and nothing of what was begun."""
    tree = canvas.shapes._spTree
    before = len(tree)
    try:
        project_files.added().pictures[page](canvas, box, source)
    except Exception as error:
        log.error("Gambar “%s” di handouts/paparan.py gagal dibuat: %s: %s", page, type(error).__name__, error,
                  exc_info=error)  # fmt: skip
        for shape in tree[before:]:
            tree.remove(shape)
        slide_figures.empty(canvas, box, box.top, "Gambar agenda ini belum dapat dibuat; lihat halamannya di dasbor.")


def _sentence(canvas: Canvas, said: str) -> float:
    """The sentence to read aloud, in the largest type in which it takes few lines; gives the place of its foot."""
    tries = ((SENTENCE, 2), (24, 2), (24, 3), (TITLE, 3))
    size, most = next((one for one in tries if len(lines(said, one[0], _ROOM, True)) <= one[1]), tries[-1])
    said = fit(said, size, _ROOM, most, bold=True)
    box = Box(RIM, 60, _ROOM, height(said, size, _ROOM, True) + 2)
    canvas.text(box, [Line(said, size, bold=True)], "Kalimat")
    return box.foot


def _numbers(canvas: Canvas, rows: Rows, page: str, top: float) -> float:
    """The headline numbers side by side, and the others in a line below."""
    if not rows:
        canvas.text(Box(RIM, top + 10, _ROOM, 22), [Line("Belum ada angka pokok untuk agenda ini.")], "Angka pokok")
        return top + 32
    shown, left = indicator.split(rows, MOST_NUMBERS)
    wide = (_ROOM - _GAP * (len(shown) - 1)) / len(shown)
    parts = [_said(row, page, wide) for row in shown]
    # A name in the smaller type takes less of the picture's room than one in two lines.
    size = BODY if all(len(lines(part.name, BODY, wide - 22, True)) <= 1 for part in parts) else SMALL
    high = max(height(part.name, size, wide - 22, True) for part in parts)
    deep = max(sum(height(said, SMALL, wide) for said in part.below) for part in parts)
    for place, (row, part) in enumerate(zip(shown, parts, strict=True)):
        _number(canvas, row, part, page, Box(RIM + place * (wide + _GAP), top + 10, wide, 0), size, high, deep)
    foot = top + 18 + high + NUMBER * LINE + deep
    if left:
        others = "; ".join(f"{row['indikator']} **{indicator.value_or_word(row, page)}**" for row in left)
        said = fit(f"Lainnya: {others}.", SMALL, _ROOM, 1)
        canvas.text(Box(RIM, foot + 4, _ROOM, SMALL * LINE), [Line(said, SMALL, colour="ink2")], "Angka lainnya")
        foot += 4 + SMALL * LINE
    return foot


class _Said(NamedTuple):
    """What is said of a number, each part shortened to its place; `reason`, `ground` and `change` may be empty."""

    name: str
    value: str
    reason: str
    ground: str
    change: str

    @property
    def below(self) -> list[str]:
        return [said for said in (f"**{self.reason}**" if self.reason else "", self.ground, self.change) if said]


def _said(row: Row, page: str, wide: float) -> _Said:
    change = plain(row["kalimat"]) if indicator.explained(row) else indicator.change(row)
    return _Said(
        fit(row["indikator"], BODY, wide - 22, 2, bold=True),
        indicator.value_or_word(row, page),
        fit(indicator.reason(row), SMALL, wide, 2, bold=True),
        fit(indicator.ground(row), SMALL, wide, 2),
        fit(change, SMALL, wide, 2),
    )


def _number(canvas: Canvas, row: Row, part: _Said, page: str, box: Box, size: float, high: float, deep: float) -> None:
    status = row["status"]
    fill, edge = slide_signs.BARS[status]
    canvas.rule(Box(box.left, box.top, box.width, 4 if fill else 1.5), fill or edge, edge if fill else None)
    top = box.top + 8
    word = words.status_word(status, page)
    canvas.sign(box.left, top + 1.5, 16, status, word=word)
    canvas.text(Box(box.left + 22, top, box.width - 22, high), [Line(part.name, size, bold=True)], "Nama angka")
    found = indicator.figure(row)
    value = Line(part.value, TITLE, bold=True, colour="ink2") if found is None else _figure(*found, box.width)
    top += high
    canvas.text(Box(box.left, top, box.width, NUMBER * LINE), [value], "Nilai", middle=True)
    top += NUMBER * LINE
    if part.below:
        said = [Line(text, SMALL, colour="ink2") for text in part.below]
        canvas.text(Box(box.left, top, box.width, deep), said, "Sebab, dasar, dan perubahan")


def _figure(value: str, unit: str, wide: float) -> Line:
    """The value as large as its column allows."""
    size = next(
        (size for size in (NUMBER, 32, 28, 24) if len(lines(f"{value} {unit}", size * 0.8, wide, True)) <= 1), 20
    )
    return Line(value, size, bold=True, tail=unit)


def _decisions(canvas: Canvas, box: Box, rows: Rows) -> None:
    """What has to be decided, the worst first; what has no room is counted."""
    top = slide_figures.section(canvas, box, "Yang perlu diputuskan")
    if not rows:
        said = "Tidak ada yang perlu diputuskan dari data yang terhitung."
        canvas.text(Box(box.left, top, box.width, 44), [Line(said, colour="ink2")], "Keputusan")
        return
    room = box.width - 24
    for size, most, apart in _DECISIONS:
        texts = [_decision(row, room, size, most) for row in rows]
        high = [height(text, size, room) + apart for text in texts]
        if sum(high) - apart <= box.foot - top:
            break
    shown = slide_figures.fits([*high[:-1], high[-1] - apart], box.foot - top, SMALL * LINE)
    for row, text, points in list(zip(rows, texts, high, strict=True))[:shown]:
        canvas.sign(box.left, top + 3, 15, row["status"], word=words.status_word(row["status"]))
        said = Box(box.left + 24, top, room, points - apart)
        canvas.text(said, [Line(text, size, colour="ink2")], "Keputusan")
        top += points
    slide_figures.rest(canvas, Box(box.left, top, box.width, SMALL * LINE), len(rows) - shown)


def _decision(row: Row, room: float, size: float, most: int) -> str:
    """What, by whom, until when; a long "what" is shortened, never the rest."""
    due = row.get("tenggat")
    due = due if isinstance(due, str) or due is None else f"tenggat {words.date_short(due)}"
    owner = f"**{fit(row['pemilik'], size, room, 1, bold=True)}**" if row.get("pemilik") else ""
    return fit(row["uraian"], size, room, most, tail=", ".join(filter(None, (owner, fit(due or "", size, room, 1)))))
