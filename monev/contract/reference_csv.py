"""A CSV of reference/ read strictly: every mistake is one Indonesian line with file, line and column."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from monev.sheets import regular_file
from monev.words import safe_text, words

SQL_TYPES = {
    "teks": "VARCHAR",
    "pola": "VARCHAR",
    "bulat": "BIGINT",
    "angka": "DOUBLE",
    "ya": "BOOLEAN",
    "daftar": "VARCHAR[]",
    "hari": "DATE",
    "saat": "TIMESTAMP",
}


#: Signs of a cell, the highest figure, and how many days from the topic's day a date may lie.
SIGNS, FIGURE, DAYS = 500, 10**15, 10_000


class ReferenceDataError(ValueError):
    """A mistake in reference/; its text is one Indonesian line naming file, line and column."""

    def __init__(self, text: str) -> None:
        super().__init__(safe_text.line(text))


class Field(NamedTuple):
    """How a column is written: teks, pola (text whose numbers are filled in later), bulat, angka, ya (ya or tidak),
    daftar (a;b), hari (a date or H-3) or saat (a day and a time of the city's clock).

    `among` are the only words that it may hold, `within` the least and the largest number.
    """

    kind: str = "teks"
    blank: bool = False
    among: tuple[str, ...] = ()
    within: tuple[int, int] | None = None


def read(path: Path, unique: int, fields: dict[str, Field], day: dt.date | None,
         rules: Mapping[str, float] | None = None, needed: bool = True,
         open_end: bool = False) -> list[dict[str, Any]]:  # fmt: skip
    """Typed rows of the file; its first `unique` columns name a row, and H-3 counts from `day`. There must be
    one, where it is `needed`; otherwise the file itself need not be there. With an `open_end` the last columns, as far
    as they may be blank, may also be missing: a city's file may be older than they are.

    A cell may name a number that has its home elsewhere, in braces: one of `rules`, or of the columns before it. Such
    names and whole numbers are added and taken away: "kuning mulai {hijau+1}". Words in brackets fall away where the
    number that they name is 0: "tanpa selisih[ lebih dari {hijau} rupiah]".
    """
    name = f"{path.parent.name}/{path.name}"
    rows: list[dict[str, Any]] = []
    seen: dict[tuple[str, ...], int] = {}
    if not needed and not path.exists():
        return []
    lines = _lines(path, name)
    line, header = next(lines, (1, []))
    missing = list(fields)[len(header) :]
    spared = open_end and all(fields[column].blank for column in missing)
    if [*header, *missing] != list(fields) or (missing and not spared):
        raise ReferenceDataError(f"{name}, baris {line}: kepala harus {','.join(fields)}.")
    for line, cells in lines:
        if len(cells) != len(header):
            raise ReferenceDataError(f"{name}, baris {line}: ada {len(cells)} kolom, harus {len(header)}.")
        cells = [cell.strip() for cell in cells] + [""] * len(missing)
        row: dict[str, Any] = {}
        for (column, field), written in zip(fields.items(), cells, strict=True):
            try:
                known = {**(rules or {}), **{name: one for name, one in row.items() if isinstance(one, int | float)}}
                said = written if field.kind == "pola" else filled(written, known, field.kind)
                row[column] = _value(said, field, day)
            except ValueError as error:
                raise ReferenceDataError(f'{name}, baris {line}, kolom "{column}": {error}.') from None
        named = tuple(cells[:unique])
        first = seen.setdefault(named, line)
        if first != line:
            raise ReferenceDataError(f"{name}, baris {line}: {' '.join(named)} sudah ada di baris {first}.")
        rows.append(row)
    if needed and not rows:
        raise ReferenceDataError(f"{name}: belum ada isinya.")
    return rows


def _lines(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    try:
        reader = csv.reader(io.StringIO(regular_file.text(path), newline=""), strict=True)
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except FileNotFoundError:
        raise ReferenceDataError(f"{name}: berkas tidak ada.") from None
    except OSError as error:
        raise ReferenceDataError(f"{name}: tidak dapat dibuka, bukan berkas biasa, atau terlalu besar.") from error
    except UnicodeDecodeError as error:
        raise ReferenceDataError(f"{name}: bukan teks UTF-8.") from error
    except csv.Error as error:
        raise ReferenceDataError(f"{name}, baris {reader.line_num}: bukan CSV yang sah.") from error


def filled(written: str, known: Mapping[str, float], kind: str) -> str:
    """A cell with the numbers that it names: in text as one writes them here, elsewhere as these files do. ValueError
    for a name that is not `known`."""

    def sum_of(terms: str) -> Decimal:
        total = Decimal(0)
        for sign, term in re.findall(r"([+-]?)(\w+)", terms):
            if not term.isdigit() and term not in known:
                raise ValueError(f'"{term}" bukan kode aturan dan bukan kolom bilangan sebelumnya')
            total += Decimal(sign + "1") * Decimal(str(known.get(term, term)))
        return total

    def number(named: re.Match[str]) -> str:
        total = sum_of(named[1])
        if kind != "teks":
            return f"{total.normalize():f}"
        if not total.is_finite():
            return "tak terbatas"
        return words.number(total, max(-total.normalize().as_tuple().exponent, 0))

    said = re.sub(r"\[([^][{}]*\{([^{}]*)\}[^][{}]*)\]", lambda part: part[1] if sum_of(part[2]) else "", written)
    return re.sub(r"\{([^{}]*)\}", number, said)


def _value(written: str, field: Field, day: dt.date | None) -> Any:
    if not written.strip("; "):
        if field.blank:
            return [] if field.kind == "daftar" else None
        raise ValueError("belum diisi")
    if len(written) > SIGNS or safe_text.line(written) != written:
        raise ValueError(f"harus satu baris, paling banyak {SIGNS} tanda, tanpa tanda yang tidak terlihat")
    value = READERS[field.kind](written, day)
    for part in value if field.kind == "daftar" else [written]:
        if field.among and part not in field.among:
            raise ValueError(f'"{part}" bukan salah satu dari {", ".join(field.among)}')
    if field.within and not field.within[0] <= value <= field.within[1]:
        raise ValueError(f"{written} di luar {field.within[0]} sampai {field.within[1]}")
    return value


def _text(written: str, _: dt.date) -> str:
    return written


def _whole(written: str, _: dt.date) -> int:
    if not re.fullmatch(r"[0-9]+", written):
        raise ValueError(f'"{written}" bukan bilangan bulat')
    return int(_bounded(int(written)))


def _number(written: str, _: dt.date) -> float:
    """A number with a point, or inf for a bound that is never passed."""
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?|inf", written):
        raise ValueError(f'"{written}" bukan angka; pecahan ditulis dengan titik')
    return float(written) if written == "inf" else _bounded(float(written))


def _bounded(figure: float) -> float:
    if abs(figure) > FIGURE:
        raise ValueError("bilangannya terlalu besar")
    return figure


def _yes(written: str, _: dt.date) -> bool:
    if written not in ("ya", "tidak"):
        raise ValueError(f'"{written}" bukan ya atau tidak')
    return written == "ya"


def _list(written: str, _: dt.date) -> list[str]:
    return [part.strip() for part in written.split(";") if part.strip()]


def _day(written: str, counted: dt.date | None) -> dt.date:
    if offset := re.fullmatch(r"H([+-][0-9]{1,4})?", written):
        if counted is None:
            raise ValueError(f'"{written}" menghitung dari hari_h, yang tidak ada di topik.toml')
        return counted + dt.timedelta(days=int(offset[1] or 0))
    try:
        day = dt.datetime.strptime(written, "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f'"{written}" bukan tanggal; tulis seperti 2024-11-24 atau H-3') from None
    if counted and abs(day - counted).days > DAYS:
        raise ValueError(f"{written} terlalu jauh dari hari_h")
    return day


def _moment(written: str, _: dt.date) -> dt.datetime:
    try:
        return dt.datetime.strptime(written, "%Y-%m-%d %H:%M")
    except ValueError:
        raise ValueError(f'"{written}" bukan tanggal dan jam; tulis seperti 2024-11-04 09:00') from None


READERS: dict[str, Callable[[str, dt.date], Any]] = {
    "teks": _text,
    "pola": _text,
    "bulat": _whole,
    "angka": _number,
    "ya": _yes,
    "daftar": _list,
    "hari": _day,
    "saat": _moment,
}
