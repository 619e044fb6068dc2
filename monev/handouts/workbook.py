"""Every table behind the pages as an Excel workbook: true numbers and dates, and no text that could be a formula."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
from collections.abc import Sequence
from copy import copy

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
from monev.handouts.workbook_sheets import AHEAD, BEHIND, INDEX, RECORDED, Column, Subject, unit_word
from monev.handouts.workbook_widths import fitted, liked, wider, width
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
    "saat": r"[$-421]d mmm yyyy\, hh\.mm",
}
SIZE = 11
#: Inches of rim at the sides of a printed page, and above and below.
RIM, EDGE = 0.4, 0.6
#: Where the heading of the columns stands; the sheet's title, what it holds and its ground stand above.
HEADER = 5
#: What stands in a sheet of the project that failed.
_NOT_MADE = f"Lembar ini belum dapat dibuat; {project_files.ASK}."
#: Kinds of columns that are set to the right.
_NUMBERS = {"bil", "persen", "rp", "nilai"}
#: By these signs Excel takes a cell for a formula once it is edited, where the cell does not say that it is text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_SIGN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
#: What a cell looks like: whether it holds a number, its form, whether it holds a date; and the looks met.
_Look = tuple[bool, str | None, bool]
_Looks = dict[_Look, object]
_LINE, _HAIR, _PLAIN = Side("thin"), Side("hair"), Font(name=FONT, size=SIZE)
_RIGHT = Alignment(wrap_text=True, vertical="top", horizontal="right")
_LEFT = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
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
    widths, looks = [width([heading]) for _, heading, _ in subject.columns], {}
    for line, row in enumerate(rows, start=HEADER + 1):
        for place, column in enumerate(subject.columns):
            cell = _fill(ws.cell(line, place + 1), row, column, looks)
            widths[place] = wider(widths[place], width([_shown(cell)]), isinstance(cell.value, str))
    if not rows:
        _put(ws.cell(HEADER + 1, 1), "Tidak ada baris.").alignment = Alignment(wrap_text=False)
    _finish(ws, widths, len(rows), subject.held)


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


def _finish(ws: Worksheet, widths: Sequence[tuple[int, int]], rows: int, held: int = 0) -> None:
    """Widths, what stays in view, the filter, and how it is printed; with `held` over as many pages as it is wide."""
    for place, wide in enumerate(liked(widths) if held else fitted(widths), start=1):
        ws.column_dimensions[get_column_letter(place)].width = wide
    ws.freeze_panes = ws.cell(HEADER + 1, held + 1)
    ws.auto_filter.ref = f"A{HEADER}:{get_column_letter(len(widths))}{HEADER + max(rows, 1)}"
    ws.sheet_view.showGridLines = False
    ws.page_setup.orientation, ws.page_setup.paperSize = ws.ORIENTATION_LANDSCAPE, ws.PAPERSIZE_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 0 if held else 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = not held
    ws.print_title_rows = f"{HEADER}:{HEADER}"
    if held:
        ws.print_title_cols = f"A:{get_column_letter(held)}"
    ws.page_margins = PageMargins(RIM, RIM, EDGE, EDGE, RIM / 2, RIM / 2)
    ws.oddFooter.left.text, ws.oddFooter.right.text = "&A", "Halaman &P dari &N"


def _fill(cell: Cell, row: Row, column: Column, looks: _Looks) -> Cell:
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
        value = unit_word(value)
    elif kind == "lembaga":
        value = words.agency(value)
    elif kind == "bobot":
        value = words.weight_word(value)
    _put(cell, value, FORMATS.get(kind), looks)
    if kind == "tempat" and str(row["tautan"] or "").startswith(("https://", "http://")):
        cell.hyperlink = row["tautan"]
        cell.font = Font(name=FONT, size=SIZE, underline="single", color=Color(theme=10))
    return cell


def _put(cell: Cell, value: object, form: str | None = None, looks: _Looks | None = None) -> Cell:
    """Write a value with its own type; a text stays a text, whatever it begins with. `looks` are those of the rows of a
    sheet."""
    if value is None or isinstance(value, bool | int | float | dt.date):
        cell.value = value
        number = isinstance(value, int | float) and not isinstance(value, bool)
        _dress(cell, (number, form, isinstance(value, dt.date)), looks)
        return cell
    text = spoken.plain(legible(value))
    # What looks like Excel's own way to write a sign (_x0041_) is what was typed.
    cell.value = _SIGN.sub("_x005F_", text)
    cell.data_type = "s"
    _dress(cell, (False, "@", False), looks)
    if text.startswith(_FORMULA):
        cell.quotePrefix = True
    return cell


def _dress(cell: Cell, look: _Look, looks: _Looks | None) -> None:
    """Font, alignment and form of a cell, and its rule where it is of a row. Each look is worked out once a sheet: that
    takes longer than all else of a cell."""
    if looks is not None and look in looks:
        cell._style = copy(looks[look])
        return
    number, form, _ = look
    cell.font, cell.alignment = _PLAIN, _RIGHT if number else _LEFT
    if form:
        cell.number_format = form
    if looks is not None:
        cell.border = Border(bottom=_HAIR)
        looks[look] = copy(cell._style)


def _shown(cell: Cell) -> str:
    """About as long as the cell is on screen."""
    if isinstance(cell.value, dt.date):
        return words.moment(cell.value) if cell.number_format == FORMATS["saat"] else words.date_medium(cell.value)
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return f"Rp{words.number(cell.value)}" if "Rp" in cell.number_format else words.number(cell.value, 1)
    return "" if cell.value is None else str(cell.value)
