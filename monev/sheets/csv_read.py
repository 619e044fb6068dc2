"""The rows of a CSV file, whatever sign parts its cells and however its letters are stored."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

#: How much of a file shows which sign parts its cells: lines, and characters.
HEAD_LINES, HEAD_LENGTH = 30, 100_000
#: Excel's “Unicode text” opens with one of these marks.
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
#: A sign that no sheet holds, from the range that is kept free for private use.
END = "\ue000"


class Unreadable(ValueError):
    """A file that cannot be read; its text continues the sentence "Berkas … " in Indonesian."""


@dataclass(frozen=True)
class Opened:
    """The `text` of a file without its mark (BOM), and its `encoding`; from `start` on come rows parted by `sign`."""

    text: str
    encoding: str
    start: int
    sign: str


def opened(content: bytes) -> Opened:
    """A file's text with what must be known to read it; raises Unreadable for other kinds of files."""
    text, encoding = _text(content)
    # Excel writes the sign that parts cells into a first line of its own, which it never shows as a row.
    named = re.match(r"sep=([,;\t])\r?\n", text)
    return Opened(text, encoding, named.end(), named[1]) if named else Opened(text, encoding, 0, _parting_sign(text))


def rows(content: bytes) -> Iterator[list[str | None]]:
    """The rows in order, every cell text exactly as typed, an empty one None.

    UTF-8 with or without BOM, UTF-16 with one, else Windows-1252; comma, semicolon or tab. Raises Unreadable for
    other kinds of files, and for a quote left open, which would swallow the rows after it unseen.
    """
    file = opened(content)
    text = file.text[file.start :]
    text += END if text.endswith(("\n", "\r")) or not text else "\n" + END
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=file.sign)
    start = 1
    try:
        for row in reader:
            if row == [END]:
                return
            if row and row[-1].endswith(END):
                break
            yield [cell or None for cell in row]
            start = reader.line_num + 1
    except csv.Error as error:
        # A cell beyond the reader's limit of 131.072 characters: again a quote left open.
        raise Unreadable(_open_quote(start)) from error
    raise Unreadable(_open_quote(start))


def _open_quote(line: int) -> str:
    return f'memuat tanda kutip (") yang tidak ditutup, mulai baris {line} berkas itu.'


def mark(content: bytes) -> bytes:
    """The mark that a file opens with to say how its letters are stored; empty where it has none."""
    return next((one for one in (codecs.BOM_UTF8, *_WIDE) if content.startswith(one)), b"")


def _text(content: bytes) -> tuple[str, str]:
    if wide := _WIDE.get(mark(content)):
        try:
            text = content[len(mark(content)) :].decode(wide)
        except UnicodeDecodeError as error:
            raise Unreadable("rusak di tengahnya. Simpan ulang sebagai CSV UTF-8.") from error
        if "\0" in text:
            raise Unreadable("bukan teks CSV. Simpan ulang sebagai CSV UTF-8.")
        return text, wide
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding.removesuffix("-sig")
    raise Unreadable("bukan teks CSV. Simpan ulang sebagai CSV UTF-8.")


def _parting_sign(text: str) -> str:
    """The sign that parts the cells: the one that cuts most of the first lines into equally many.

    Beyond four cuts a line is no better proof: prose and amounts in a column may hold many commas.
    """
    bare = re.sub(r'"[^"]*"', "", text[:HEAD_LENGTH])
    lines = [line for line in bare.splitlines() if line][:HEAD_LINES]

    def proof(sign: str) -> tuple[int, int]:
        usual = Counter(count for line in lines if (count := line.count(sign))).most_common(1)
        return (usual[0][1] ** 2 * min(usual[0][0], 4), usual[0][0]) if usual else (0, 0)

    return max(",;\t", key=proof)
