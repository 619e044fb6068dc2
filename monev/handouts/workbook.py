"""Every table behind the pages as an Excel workbook: true numbers and dates, and no text that could be a formula."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from monev.handouts import project_files
from monev.handouts.handout import Tell
from monev.handouts.source import Row, Source
from monev.handouts.stable_zip import steady
from monev.handouts.word import AUTHOR, FONT, LANGUAGE
from monev.handouts.workbook_sheets import AHEAD, BEHIND, INDEX, RECORDED, Column, Subject
from monev.words import project, spoken, words
from monev.words.safe_text import legible

log = logging.getLogger("monev")

#: Excel writes a comma or a point as the computer's own language has it; 0421 is the number for Indonesian dates.
FORMATS = {
    "bil": "#,##0",
    "pecahan": "#,##0.0",
    "persen": '0.0"%"',
    "rp": '"Rp"#,##0;-"Rp"#,##0',
    "tgl": "[$-421]d mmm yyyy",
}
#: Characters: the narrowest and widest column, and what all columns of a sheet may take together so that on landscape
#: A4, set to the width of the page, type of SIZE points is printed no smaller than 9.
NARROW, WIDE, PAGE = 9, 52, 164
#: The same where a page is short of room: the least for any column, and the most for its longest word.
NARROWEST, WIDEST_WORD = 8, 22
SIZE = 11
#: Inches of rim at the sides of a printed page, and above and below.
RIM, EDGE = 0.4, 0.6
#: Where the heading of the columns stands; the sheet's title, what it holds and its ground stand above.
HEADER = 5
#: What stands in a sheet of the project that failed.
_NOT_MADE = f"Lembar ini belum dapat dibuat; {project_files.ASK}."
#: Kinds of columns that are set to the right.
_NUMBERS = {"bil", "persen", "rp", "nilai"}
#: What stands for a unit that is written into the number itself.
_UNITS = {"persen": "persen", "rp": "rupiah"}
#: By these signs Excel takes a cell for a formula once it is edited, where the cell does not say that it is text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_SIGN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LINE, _HAIR = Side("thin"), Side("hair")
#: The theme's own grey, so that no colour is written down here.
_SHADE = PatternFill("solid", fgColor=Color(theme=0, tint=-0.08))


def write(source: Source, tell: Tell) -> bytes:
    """The workbook as a .xlsx file."""
    book = begun(_title())
    index = book.active
    index.title = INDEX
    counts: list[tuple[Subject, int | None]] = []
    every = subjects()
    for place, subject in enumerate(every):
        tell(place / (len(every) + 1), f"Menulis lembar {subject.title}")
        try:
            rows = source.recorded if subject.question == RECORDED else source.ask(subject.question)
            sheet(book.create_sheet(subject.title), source, subject, rows)
            counts.append((subject, len(rows)))
        except Exception as error:
            if subject in (*AHEAD, *BEHIND):
                raise
            log.error("Lembar “%s” di handouts/tabel.py gagal dibuat: %s: %s", subject.title, type(error).__name__,
                      error, exc_info=error)  # fmt: skip
            book.remove(book[subject.title])
            _head(book.create_sheet(subject.title), source, subject.title, _NOT_MADE)
            counts.append((subject, None))
    _index(index, source, counts)
    tell(len(every) / (len(every) + 1), "Menyimpan tabel")
    return saved(book, source)


def begun(title: str) -> Workbook:
    """A workbook without sheets but its first."""
    book = Workbook()
    book.properties.title, book.properties.creator, book.properties.language = title, AUTHOR, LANGUAGE
    book.properties.lastModifiedBy = AUTHOR
    return book


def saved(book: Workbook, source: Source) -> bytes:
    """Its bytes as a .xlsx file, the same for the same numbers."""
    made = io.BytesIO()
    book.save(made)
    return steady(made.getvalue(), source.facts["dibuat"])


def subjects() -> tuple[Subject, ...]:
    """The sheets in their order, those that the project adds among them."""
    return (*AHEAD, *project_files.added().sheets, *BEHIND)


def _title() -> str:
    meeting = project.meeting()
    return f"Tabel {meeting[:1].lower()}{meeting[1:]}"


def _index(ws: Worksheet, source: Source, counts: Sequence[tuple[Subject, int | None]]) -> None:
    """What the workbook holds, each sheet behind a link."""
    _head(ws, source, _title(), f"{source.facts['daerah']}. Semua tabel di balik halaman, dari data yang sama.")
    _header(ws, [("", "Lembar", "teks"), ("", "Memuat", "teks"), ("", "Baris", "bil")])
    for line, (subject, count) in enumerate(counts, start=HEADER + 1):
        link = _put(ws.cell(line, 1), subject.title)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"{quote_sheetname(subject.title)}!A1")
        link.font = Font(name=FONT, size=SIZE, underline="single", color=Color(theme=10))
        _put(ws.cell(line, 2), subject.holds)
        _put(ws.cell(line, 3), count, FORMATS["bil"])
    _finish(ws, [(26, 26), (84, 84), (9, 9)], len(counts))


def sheet(ws: Worksheet, source: Source, subject: Subject, rows: Sequence[Row]) -> None:
    """Fill a sheet with its head and these rows."""
    _head(ws, source, subject.title, subject.holds)
    _header(ws, subject.columns)
    widths = [_width([heading]) for _, heading, _ in subject.columns]
    for line, row in enumerate(rows, start=HEADER + 1):
        for place, column in enumerate(subject.columns):
            cell = _fill(ws.cell(line, place + 1), row, column)
            cell.border = Border(bottom=_HAIR)
            widths[place] = _wider(widths[place], _width([_shown(cell)]), isinstance(cell.value, str))
    if not rows:
        _put(ws.cell(HEADER + 1, 1), "Tidak ada baris.").alignment = Alignment(wrap_text=False)
    _finish(ws, widths, len(rows))


def _head(ws: Worksheet, source: Source, title: str, holds: str) -> None:
    for line, (text, font) in enumerate(
        (
            (title, Font(name=FONT, size=15, bold=True)),
            (holds, Font(name=FONT, size=SIZE)),
            (source.ground(), Font(name=FONT, size=SIZE)),
        ),
        start=1,
    ):
        cell = _put(ws.cell(line, 1), text)
        cell.font, cell.alignment = font, Alignment(wrap_text=False, vertical="top")


def _header(ws: Worksheet, columns: Sequence[Column]) -> None:
    for place, (_, heading, kind) in enumerate(columns, start=1):
        cell = _put(ws.cell(HEADER, place), heading)
        cell.font, cell.fill, cell.border = Font(name=FONT, size=SIZE, bold=True), _SHADE, Border(bottom=_LINE)
        side = {"horizontal": "right"} if kind in _NUMBERS else {"horizontal": "left", "indent": 1}
        cell.alignment = Alignment(wrap_text=True, vertical="center", **side)


def _finish(ws: Worksheet, widths: Sequence[tuple[int, int]], rows: int) -> None:
    """Widths, what stays in view, the filter, and how it is printed."""
    for place, width in enumerate(_fitted(widths), start=1):
        ws.column_dimensions[get_column_letter(place)].width = width
    ws.freeze_panes = ws.cell(HEADER + 1, 1)
    ws.auto_filter.ref = f"A{HEADER}:{get_column_letter(len(widths))}{HEADER + max(rows, 1)}"
    ws.sheet_view.showGridLines = False
    ws.page_setup.orientation, ws.page_setup.paperSize = ws.ORIENTATION_LANDSCAPE, ws.PAPERSIZE_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = f"{HEADER}:{HEADER}"
    ws.page_margins = PageMargins(RIM, RIM, EDGE, EDGE, RIM / 2, RIM / 2)
    ws.oddFooter.left.text, ws.oddFooter.right.text = "&A", "Halaman &P dari &N"


def _fill(cell: Cell, row: Row, column: Column) -> Cell:
    """One value of a row, as its column's kind has it."""
    key, _, kind = column
    value = row[key]
    if kind == "nilai":
        kind = {"persen": "persen", "rp": "rp"}.get(row["satuan"]) or (
            "bil" if value is None or value == int(value) else "pecahan"
        )
    elif kind == "status" and value is not None:
        value = words.status_word(value, row["halaman"])
    elif kind == "satuan" and value is not None:
        value = _UNITS.get(value) or words.value(0, value)[1]
    elif kind == "lembaga":
        value = words.agency(value)
    elif kind == "bobot":
        value = words.weight_word(value)
    _put(cell, value, FORMATS.get(kind))
    if kind == "tempat" and str(row["tautan"] or "").startswith(("https://", "http://")):
        cell.hyperlink = row["tautan"]
        cell.font = Font(name=FONT, size=SIZE, underline="single", color=Color(theme=10))
    return cell


def _put(cell: Cell, value: object, form: str | None = None) -> Cell:
    """Write a value with its own type; a text stays a text, whatever it begins with."""
    cell.font = Font(name=FONT, size=SIZE)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    side = {"horizontal": "right"} if number else {"horizontal": "left", "indent": 1}
    cell.alignment = Alignment(wrap_text=True, vertical="top", **side)
    if value is None or isinstance(value, bool | int | float | dt.date):
        cell.value = value
        if form:
            cell.number_format = form
        return cell
    text = spoken.plain(legible(value))
    # What looks like Excel's own way to write a sign (_x0041_) is what was typed.
    cell.value = _SIGN.sub("_x005F_", text)
    cell.data_type, cell.number_format = "s", "@"
    cell.quotePrefix = text.startswith(_FORMULA)
    return cell


def _shown(cell: Cell) -> str:
    """About as long as the cell is on screen."""
    if isinstance(cell.value, dt.date):
        return words.date_medium(cell.value)
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return f"Rp{words.number(cell.value)}" if "Rp" in cell.number_format else words.number(cell.value, 1)
    return "" if cell.value is None else str(cell.value)


def _wider(known: tuple[int, int], own: tuple[int, int], breaks: bool) -> tuple[int, int]:
    """The widths of a column with one more cell; a number or a date stands in one line or not at all."""
    need, like = own
    return max(known[0], need if breaks else like), max(known[1], like)


def _width(texts: Sequence[str]) -> tuple[int, int]:
    """Characters that a column needs for its longest word, and that it would like to have."""
    longest = max(len(line) for text in texts for line in text.splitlines() or [""])
    word = max((len(word) for text in texts for word in re.split(r"[\s/;]+", text)), default=0)
    return min(max(word + 3, NARROWEST), WIDEST_WORD), min(max(longest + 3, NARROW), WIDE)


def _fitted(widths: Sequence[tuple[int, int]]) -> list[float]:
    """As wide as each column likes to be; where all together would be printed too small, what is left of the page
    beyond their longest words goes to each by what it lacks."""
    needed, liked = (sum(side) for side in zip(*widths, strict=True))
    if liked <= PAGE:
        return [float(like) for _, like in widths]
    share = max(PAGE - needed, 0) / max(liked - needed, 1)
    shrunk = min(PAGE / needed, 1)
    return [(need + (like - need) * share) * shrunk for need, like in widths]
