"""New lines put between those of a CSV file, or cells of one changed; every other line stays as it is."""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from monev.sheets import csv_read

#: How lines end in a file that has only one.
USUAL = "\r\n"
#: By these signs a spreadsheet takes what follows for a formula when it opens a CSV file, also between quotes.
FORMULA = tuple("=+-@\t\r＝＋－＠")


class Changed(RuntimeError):
    """The file is no longer what was read; nothing was written."""


def plain_text(cell: str) -> str:
    """The text as it can stand in a CSV file: one blank, which no reader minds, keeps a spreadsheet from reckoning it.

    A text mark (') would do no better: spreadsheets show it there as a sign like any other.
    """
    return f" {cell}" if cell.startswith(FORMULA) else cell


def unwritable(content: bytes, cells: Sequence[str]) -> str | None:
    """The first sign of these cells that the letters of this file cannot hold; None where all can be written."""
    encoding = csv_read.opened(content).encoding
    return next((sign for sign in "".join(cells) if not sign.encode(encoding, "ignore")), None)


def inserted(content: bytes, after: int, lines: Sequence[Sequence[str]]) -> bytes:
    """The file with these lines below its row `after` (from 1), parted and ended like the others.

    What is then read is compared with what should be: Unreadable where any row came out differently, and for a file
    that cannot be read.
    """
    before = list(csv_read.rows(content))
    file = csv_read.opened(content)
    old = list(io.StringIO(file.text[file.start :], newline=""))
    reader = csv.reader(iter(old), delimiter=file.sign)
    for _ in range(after):
        next(reader)
    ahead = old[: reader.line_num]
    offset = file.start + sum(map(len, ahead))
    ending = _ending(ahead[-1:]) or _ending(old[:1]) or USUAL
    width = max([*map(len, lines), len(before[after - 1])])
    cells = [[*line, *[""] * (width - len(line))] for line in lines]
    place = len(csv_read.mark(content)) + len(file.text[:offset].encode(file.encoding))
    expected = [*before[:after], *([cell or None for cell in line] for line in cells), *before[after:]]
    # A text full of commas may look like more columns; between quotes it does not.
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL):
        new = "".join(_line(line, file.sign, quoting) + ending for line in cells)
        if not _ending(ahead[-1:]):  # the last line, which nobody ended
            new = ending + new.removesuffix(ending)
        whole = content[:place] + new.encode(file.encoding) + content[place:]
        if list(csv_read.rows(whole)) == expected:
            return whole
    raise csv_read.Unreadable("tidak dapat ditambahi baris tanpa mengubah bacaannya. Simpan ulang sebagai CSV UTF-8.")


def changed(content: bytes, row: int, cells: Mapping[int, str]) -> bytes:
    """The file with these cells, by their column from 0, in its row `row` (from 1); every other row stays as it is.

    Unreadable as for `inserted`.
    """
    before = list(csv_read.rows(content))
    file = csv_read.opened(content)
    old = list(io.StringIO(file.text[file.start :], newline=""))
    reader = csv.reader(iter(old), delimiter=file.sign)
    for _ in range(row - 1):
        next(reader)
    first = reader.line_num
    typed = next(reader)
    ahead, own = old[:first], old[first : reader.line_num]
    line = [*typed, *[""] * (max(cells) + 1 - len(typed))]
    for index, cell in cells.items():
        line[index] = cell
    start, end = (len(csv_read.mark(content)) + len(file.text[: file.start + length].encode(file.encoding))
                  for length in (len("".join(ahead)), len("".join([*ahead, *own]))))  # fmt: skip
    expected = [*before[: row - 1], [cell or None for cell in line], *before[row:]]
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL):
        new = _line(line, file.sign, quoting) + _ending(own[-1:])
        whole = content[:start] + new.encode(file.encoding) + content[end:]
        if list(csv_read.rows(whole)) == expected:
            return whole
    raise csv_read.Unreadable("tidak dapat diubah barisnya tanpa mengubah bacaannya. Simpan ulang sebagai CSV UTF-8.")


def replace(path: Path, seen: bytes, new: bytes) -> None:
    """Put the file's new content in place of what was `seen`, at once and with its mode; safe on disk at the return.

    Raises Changed where the file holds something else by now, and OSError.
    """
    path = path.resolve()
    half = path.with_name(f".setengah-{path.name}")
    try:
        with half.open("wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, half)
        if path.read_bytes() != seen:
            raise Changed(path.name)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    if os.name != "nt":  # Windows cannot open a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _ending(lines: Sequence[str]) -> str:
    """How the last of these lines ends; empty where there is none, or it has no end."""
    return next((end for end in ("\r\n", "\n", "\r") if lines and lines[-1].endswith(end)), "")


def _line(cells: Sequence[str], sign: str, quoting: int) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, lineterminator=USUAL, quoting=quoting).writerow(cells)
    return out.getvalue().removesuffix(USUAL)
