"""The plan written as an Excel workbook, for an agency that fills in its sheet without Google."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Protection, Side
from openpyxl.styles.fonts import DEFAULT_FONT
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from monev.run.commands.template_plan import ColumnPlan, Plan, SheetPlan
from monev.run.commands.usage import TemplateError
from monev.sheets import CHOICES_TAB
from monev.sheets.google.formats import DATE, NUMBER, TEXT
from monev.words import project

#: Dates in Indonesian whatever the computer's own language is: 0421 is its number for the language.
FORMATS = {DATE: "[$-421]d mmmm yyyy", NUMBER: "#,##0", TEXT: "@"}
#: Excel's limits: a drop-down written out in its rule, a sheet's title and what must not stand in it, rows, columns.
LONGEST_RULE, LONGEST_TITLE, NOT_IN_TITLE, LAST_ROW, LAST_COLUMN = 255, 31, "[]:*?/\\", 1_048_576, 16_384
#: Rows that the filter spans from the start; Excel lets nobody add one to a protected sheet.
FILTERED_ROWS = 2_000
#: A comment's box in points per character and line, and the characters in which its lines are broken.
CHARACTER, LINE, LINE_LENGTH = 5, 15, 56
A4 = 9
#: Who the file and its comments say they are from.
AUTHOR = project.name()

#: Drop-downs that are too long for their rule -> the column that holds them on the tab of choices.
Lists = dict[tuple[str, ...], str]


def write(plan: Plan, path: Path) -> None:
    """Write the workbook to `path` (.xlsx), which must not exist yet; TemplateError otherwise."""
    if path.suffix.lower() != ".xlsx":
        raise TemplateError(f"Nama berkas “{path.name}” perlu berakhiran .xlsx.")
    for sheet in plan.sheets.values():
        if len(sheet.title) > LONGEST_TITLE or set(sheet.title) & set(NOT_IN_TITLE):
            raise TemplateError(f"Judul tab “{sheet.title}” tidak dapat dipakai di Excel; ganti judulnya di kontrak.")
    content = io.BytesIO()
    _workbook(plan).save(content)
    try:
        with path.open("xb") as file:
            file.write(content.getbuffer())
    except FileExistsError:
        raise TemplateError(f"Berkas “{path.name}” sudah ada dan tidak ditimpa. Pilih nama lain.") from None
    except OSError as error:
        raise TemplateError(f"Berkas “{path.name}” tidak dapat ditulis. Periksa folder dan izinnya.") from error


def _workbook(plan: Plan) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    book.properties.title = f"Data monev {plan.name}"
    book.properties.creator = AUTHOR
    book.properties.language = "id-ID"
    lists: Lists = {}
    for sheet in plan.sheets.values():
        _fill(book.create_sheet(sheet.title), sheet, lists)
    if lists:
        _write_lists(book.create_sheet(CHOICES_TAB), lists)
    return book


def _source(choices: tuple[str, ...], lists: Lists) -> str:
    """What a drop-down draws on: the texts themselves or, of too long a list, where they stand."""
    written = ",".join(choices)
    if len(written) <= LONGEST_RULE and not any(set(choice) & set(',"') for choice in choices):
        return f'"{written}"'
    letter = lists.setdefault(choices, get_column_letter(len(lists) + 1))
    return f"{quote_sheetname(CHOICES_TAB)}!${letter}$1:${letter}${len(choices)}"


def _write_lists(ws: Worksheet, lists: Lists) -> None:
    ws.sheet_state = "hidden"
    for choices, letter in lists.items():
        for row, choice in enumerate(choices, start=1):
            cell = ws[f"{letter}{row}"]
            cell.value, cell.number_format = choice, FORMATS[TEXT]


def _fill(ws: Worksheet, sheet: SheetPlan, lists: Lists) -> None:
    for index, (name, column) in enumerate(sheet.columns.items(), start=1):
        letter = get_column_letter(index)
        _head(ws, letter, column)
        _below(ws, letter, column, sheet.prefill.get(name, ()))
        if column.choices:
            ws.add_data_validation(_validation(letter, column, lists))
    _free_columns(ws, len(sheet.columns) + 1)
    last = get_column_letter(len(sheet.columns))
    ws.auto_filter.ref = f"A1:{last}{FILTERED_ROWS}"
    ws.freeze_panes = "A2"
    _protect(ws)
    _for_print(ws)


def _head(ws: Worksheet, letter: str, column: ColumnPlan) -> None:
    cell = ws[f"{letter}1"]
    cell.value = column.title
    cell.font = Font(name=DEFAULT_FONT.name, size=DEFAULT_FONT.size, bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.border = Border(bottom=Side("thin"))
    cell.number_format = FORMATS[TEXT]
    cell.comment = Comment(column.note, AUTHOR, width=CHARACTER * LINE_LENGTH, height=LINE * _lines(column.note))


def _lines(note: str) -> int:
    return sum(1 + len(line) // LINE_LENGTH for line in note.splitlines()) + 1


def _below(ws: Worksheet, letter: str, column: ColumnPlan, prefill: Sequence[str]) -> None:
    """How the cells below the header are stored: a style of the whole column, and of each cell that is filled."""
    whole = ws.column_dimensions[letter]
    whole.width = column.width
    filled = [ws[f"{letter}{row}"] for row in range(2, len(prefill) + 2)]
    for cell, text in zip(filled, prefill, strict=True):
        cell.value = text
    for styled in (whole, *filled):
        styled.number_format = FORMATS[column.format]
        styled.protection = Protection(locked=False)


def _validation(letter: str, column: ColumnPlan, lists: Lists) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=_source(column.choices, lists),
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if column.strict else "warning",
        errorTitle=column.title,
        error="Isian ini belum ada di daftar. Pilih salah satu dari daftar di sel ini.",
        sqref=f"{letter}2:{letter}{LAST_ROW}",
    )


def _free_columns(ws: Worksheet, first: int) -> None:
    """An officer's own columns to the right are nobody's business: they are not locked."""
    letter = get_column_letter(first)
    rest = ColumnDimension(ws, index=letter, min=first, max=LAST_COLUMN)
    rest.protection = Protection(locked=False)
    ws.column_dimensions[letter] = rest


def _protect(ws: Worksheet) -> None:
    """The header alone is kept from slips: no password, and whatever else one does to a sheet stays allowed."""
    ws.protection.sheet = True
    # In the file these say what is forbidden.
    for act in ("formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "insertHyperlinks"):
        setattr(ws.protection, act, False)
    for act in ("deleteRows", "sort", "autoFilter", "pivotTables"):
        setattr(ws.protection, act, False)


def _for_print(ws: Worksheet) -> None:
    ws.page_setup.orientation = ws.ORIENTATION_LANDSCAPE
    ws.page_setup.paperSize = A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = "1:1"
    ws.oddFooter.center.text = "&A, halaman &P dari &N"
