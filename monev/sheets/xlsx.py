"""The cells of an Excel workbook, sheet by sheet, without holding a whole sheet in memory."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import IO, TypeVar

import openpyxl
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.formula import ArrayFormula

from monev.sheets import limits

#: The last row that a worksheet can have.
LAST_ROW = 1_048_576
#: Rows taken at a time, and bytes.
BATCH, CHUNK = 100, 4_000_000
#: A cell, or a row of them, that has its place and maybe a border, but nothing in it. What was taken is never given
#: back (++, *+), so that no file makes them look at a sign more than twice.
EMPTY_PLACE = re.compile(rb'<c (?=[^<>]*?\br="[A-Z]++[0-9]++")[^<>]*+(?:(?<=/)>|(?<!/)>\s*+</c>)')
EMPTY_ROW = re.compile(rb'<row (?=[^<>]*?\br="[0-9]++")[^<>]*+(?:(?<=/)>|(?<!/)>\s*+</row>)')
#: Where pictures lie, and files within the file: as large as they like, and never looked at.
BESIDE = ("/media/", "/embeddings/")
#: First bytes of a workbook of before 2007, and of one locked with a password.
OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
#: What openpyxl raises on a damaged file: it trusts what it finds there, so nearly anything.
DAMAGE = (
    OSError, LookupError, ValueError, TypeError, AttributeError, EOFError, AssertionError, ArithmeticError,
    SyntaxError, RuntimeError, zipfile.BadZipFile, zlib.error, InvalidFileException, TokenizerError,
)  # fmt: skip

TOO_LARGE = "terlalu besar setelah dibuka. Hapus baris dan kolom kosong yang berformat."

Cell = str | int | float | bool | dt.date | None
Row = tuple[ReadOnlyCell | EmptyCell, ...]
Answer = TypeVar("Answer")


class Unreadable(ValueError):
    """A workbook that cannot be read; its text continues the sentence "Berkas … " in Indonesian."""


def sheets(content: bytes) -> Iterator[tuple[str, Iterator[list[Cell]]]]:
    """Title and rows of every sheet in order, hidden ones too; the rows are read while they are taken.

    Whole numbers are int, a date with a time is its date, errors (#N/A) are text, and so is what
    is shown as a percentage (95%). A formula is its stored
    result; without one it is its own text (=A1+B1), so that it is told as not read. Raises Unreadable.
    """
    if content.startswith(OLD_OR_LOCKED):
        raise Unreadable("terkunci kata sandi atau berformat Excel lama. Simpan ulang sebagai .xlsx tanpa sandi.")
    packed = _guarded(lambda: _without_empty_places(content))
    books: dict[bool, openpyxl.Workbook] = {}

    def book(results: bool) -> openpyxl.Workbook:
        if results not in books:
            books[results] = _guarded(
                lambda: openpyxl.load_workbook(packed, read_only=True, data_only=results, keep_links=False)
            )
        return books[results]

    try:
        if not book(False).worksheets:
            raise Unreadable("tidak berisi satu pun lembar.")
        for index, sheet in enumerate(book(False).worksheets):
            yield sheet.title, _cells(book, index)
    finally:
        for opened in books.values():
            opened.close()


def _without_empty_places(content: bytes) -> io.BytesIO:
    """The same workbook without its empty cells and rows.

    A border drawn to the last row makes a million of them, and openpyxl would take half a minute and half a
    gigabyte to find nothing there.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(packed, "w") as copy:
        parts = [part for part in archive.infolist() if not any(place in part.filename for place in BESIDE)]
        if sum(part.file_size for part in parts) > limits.UNPACKED:
            raise Unreadable(TOO_LARGE)
        for part in parts:
            with archive.open(part) as source, copy.open(part.filename, "w") as target:
                for piece in _pieces(source, cells="worksheets/" in part.filename):
                    target.write(piece)
                    if packed.tell() > limits.LEFT:
                        raise Unreadable(TOO_LARGE)
    return packed


def _pieces(source: IO[bytes], cells: bool) -> Iterator[bytes]:
    """A part piece by piece; one that holds cells without the empty ones and empty rows."""
    rest = b""
    while chunk := source.read(CHUNK):
        if not cells:
            yield chunk
            continue
        whole, mark, rest = (rest + chunk).rpartition(b">")
        if len(rest) > limits.ELEMENT:
            raise Unreadable("rusak: satu unsurnya tidak berakhir. Simpan ulang sebagai .xlsx.")
        yield EMPTY_ROW.sub(b"", EMPTY_PLACE.sub(b"", whole + mark))
    yield rest


def _guarded(work: Callable[[], Answer]) -> Answer:
    try:
        with warnings.catch_warnings():
            # It warns of styles and validations that it leaves out; no value is among them.
            warnings.simplefilter("ignore")
            return work()
    except Unreadable:
        raise
    except DAMAGE as error:
        raise Unreadable("rusak atau bukan berkas Excel. Simpan ulang sebagai .xlsx.") from error


def _rows(book: openpyxl.Workbook, index: int) -> Iterator[Row]:
    sheet = book.worksheets[index]
    # A sheet may claim a million rows by sixteen thousand columns; only the cells that are there count.
    sheet.reset_dimensions()
    rows = _guarded(lambda: iter(sheet.iter_rows()))
    taken = 0
    while batch := _guarded(lambda: list(itertools.islice(rows, BATCH))):
        taken += len(batch)
        if taken > LAST_ROW:
            raise Unreadable("rusak: nomor barisnya melewati batas Excel. Simpan ulang sebagai .xlsx.")
        yield from batch


def _cells(book: Callable[[bool], openpyxl.Workbook], index: int) -> Iterator[list[Cell]]:
    results: Iterator[Row] | None = None
    for number, row in enumerate(_rows(book(False), index)):
        if results is None and any(cell.data_type == "f" for cell in row):
            results = itertools.islice(_rows(book(True), index), number, None)
        answers = row if results is None else next(results)
        yield [_value(cell, answer) for cell, answer in zip(row, answers, strict=True)]


def _value(cell: ReadOnlyCell | EmptyCell, answer: ReadOnlyCell | EmptyCell) -> Cell:
    value = answer.value
    if cell.data_type == "f" and value is None and answer.data_type != "str":
        return cell.value.text if isinstance(cell.value, ArrayFormula) else str(cell.value)
    if isinstance(value, str):
        return unescape(value) or None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, int | float) and not isinstance(value, bool) and (share := _share(cell, value)):
        return share
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    return value


def _share(cell: ReadOnlyCell | EmptyCell, value: float) -> str | None:
    """The text of a cell that is shown as a percentage, so that 95% is never taken for 1; None for other numbers."""
    form = cell.number_format
    if form is None or (times := _times(form)) is None:
        return None
    shown = Decimal(repr(value)) * times
    return f"{shown.normalize():f}%".replace(".", ",")


@lru_cache
def _times(form: str) -> int | None:
    """By how much a number is multiplied where this format shows it as a percentage; None where it does not."""
    if "%" not in form:
        return None
    # Between quotes or behind a stroke the sign is only drawn, and the number is as it stands.
    return 100 if "%" in re.sub(r'"[^"]*"|\\.', "", form) else 1
