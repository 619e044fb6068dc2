"""A frozen meeting for whoever reckons himself: each table as Parquet and CSV, a dictionary, and what they are of."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from monev.contract.parts import KINDS
from monev.handouts.data_tables import OF_EVERY_TAB, RECORDED, TABLES, TYPES, VOUCHED, Column, DataTable
from monev.handouts.handout import Tell
from monev.handouts.source import Data, Row, Rows, Source
from monev.handouts.stable_zip import packed
from monev.handouts.workbook_sheets import unit_word
from monev.sheets.csv_insert import plain_text
from monev.words import held_back, spoken, words
from monev.words.safe_text import legible

#: The file that says what the others are, and the dictionary of their columns.
ABOUT, DICTIONARY = "BACA-SAYA.txt", "kamus.csv"
#: The columns of all tabs and their rows, as far as they may be taken home.
COLUMNS, CONTENTS = "bahan/kolom_terbuka", "perubahan_lembar/isi_terbuka"
#: What whoever takes them may do, and what they never hold.
_TERMS = f"""Boleh dipakai dan dibagikan untuk pekerjaan yang sama dengan menyebut rapat, kode data, dan sidiknya;
yang simulasi selalu disebut simulasi. Jangan dipakai untuk mengenali orang.

Tidak pernah ikut: baris terbatas, kolom yang tidak boleh dikutip, dan isi yang menunjuk orang. Kosong berarti tidak
diketahui, bukan nol. Arti tiap kolom ada di {DICTIONARY}. Tiap tabel ada dua kali, sama isinya: Parquet dan CSV (UTF-8,
koma, tanggal seperti 2024-11-04, pecahan dengan titik)."""
_HEAD = ("tabel", "kolom", "jenis", "satuan", "arti", "sumber")
#: The unit of a column by its type in the contract, where the type says it.
_UNITS = {"rp": "rupiah"}
#: What a column of a type holds that no contract knows any more.
_PLAIN = ("teks", "VARCHAR")
#: How a cell of JSON becomes a value again, by its DuckDB type; the others are as they come.
_READ = {"DATE": dt.date.fromisoformat, "TIMESTAMP": dt.datetime.fromisoformat}


@dataclass(frozen=True)
class Made:
    """One table as it is written: `columns` in their order, with where each comes from, and its rows."""

    name: str
    holds: str
    columns: tuple[tuple[Column, str], ...]
    rows: Rows

    @property
    def types(self) -> dict[str, str]:
        return {column.name: column.kind for column, _ in self.columns}


def write(source: Source, tell: Tell) -> bytes:
    """All files as one archive."""
    return packed(files(source, tell), source.facts["dibuat"])


def files(source: Source, tell: Tell = lambda share, what: None) -> dict[str, bytes]:
    """Every file by its name; ValueError where the numbers are not those of a frozen meeting."""
    data, made, found = source.data, [], {}
    if data is None:
        raise ValueError("Data untuk analis hanya dari rapat yang dibekukan.")
    for one in _tables(source, data):
        tell(min(len(made) / 30, 0.95), f"Menulis tabel {one.name}")
        found[f"{one.name}.parquet"] = data.parquet(one.types, one.rows)
        found[f"{one.name}.csv"] = _csv([*one.types], (row.values() for row in one.rows))
        made.append(one)
    told = ((one.name, column.name, TYPES[column.kind], column.unit, column.meaning, came)
            for one in made for column, came in one.columns)  # fmt: skip
    about = "\n".join(_about(source, data, made)) + "\n"
    return {ABOUT: about.encode(), DICTIONARY: _csv(_HEAD, told), **found}


def _tables(source: Source, data: Data) -> Iterator[Made]:
    for table in TABLES:
        rows = [_row(table.columns, row) for row in _asked(source, table)
                if not table.by_agency or data.details(row["instansi"])]  # fmt: skip
        came = f"pertanyaan {table.question}"
        yield Made(table.name, table.holds, tuple((column, came) for column in table.columns), rows)
    contents = {of: [*rows] for of, rows in groupby(source.ask(CONTENTS), _tab)}
    for of, columns in groupby(source.ask(COLUMNS), _tab):
        if data.details(of[0]):
            yield _of_tab([*columns], contents.get(of, []))


def _tab(row: Row) -> tuple[str, str]:
    return row["instansi"], row["tab"]


def _asked(source: Source, table: DataTable) -> Rows:
    """The rows of one table, with what is said of each in words besides."""
    rows = source.recorded if table.question == RECORDED else source.ask(table.question)
    more = {"angka": _state, "lembaga": _vouched({row["instansi"]: row for row in source.vouched})}.get(table.name)
    units = [row | {"satuan": unit_word(row["satuan"])} if row.get("satuan") else row for row in rows]
    return [row | more(row) for row in units] if more else units


def _state(row: Row) -> Row:
    return {"keadaan": words.status_word(row["status"], row["halaman"])}


def _vouched(said: Mapping[str, Row]) -> Callable[[Row], Row]:
    def more(row: Row) -> Row:
        known = said.get(row["instansi"])
        return {"data_benar": known["keadaan"], "dinyatakan": known["dicatat"]} if known else {}

    return more


def _row(columns: Iterable[Column], row: Mapping) -> Row:
    """The cells of one row; a sentence without the marks by which a screen sets parts of it bold."""
    found = {column.name: _value(row.get(column.key or column.name)) for column in columns}
    return {name: spoken.plain(cell) if isinstance(cell, str) else cell for name, cell in found.items()}


def _value(value: object) -> object:
    """What may stand in a file: a text without what no file may hold, and nothing where it points at a person."""
    if isinstance(value, list):
        return [kept for one in value if (kept := _value(one)) is not None]
    if not isinstance(value, str):
        return value
    kept = held_back.without(value)
    return kept if kept is None else legible(kept)


def _of_tab(columns: Rows, rows: Rows) -> Made:
    """The rows of an agency's tab, with the columns that its contract had when the meeting was frozen."""
    first = columns[0]
    came = f"lembar {first['nama']}, tab {first['judul_tab']}"
    typed = [(_column(one), f"{came}, kolom {one['judul']}") for one in columns]
    read = [_read(typed, row) for row in rows]
    name = f"isi_{first['instansi']}_{first['tab']}"
    return Made(name, first["arti_tab"], (*typed, *((column, came) for column in OF_EVERY_TAB)), read)


def _column(one: Row) -> Column:
    _, kind = KINDS.get(one["jenis"], _PLAIN)
    return Column(one["kolom"], kind, f"{one['judul']}: {one['arti']}", _UNITS.get(one["jenis"], ""))


def _read(typed: Iterable[tuple[Column, str]], row: Row) -> Row:
    cells = json.loads(row["isi"])
    found = {column.name: _cell(column.kind, cells.get(column.name)) for column, _ in typed}
    return found | {"baris": row["baris"], "kolom_rusak": row["kolom_rusak"]}


def _cell(kind: str, cell: object) -> object:
    return _READ[kind](cell) if kind in _READ and isinstance(cell, str) else _value(cell)


def _csv(head: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_written(value) for value in row] for row in rows)
    return out.getvalue().encode()


def _written(value: object) -> object:
    """One cell of a CSV file: dates by ISO 8601, a point before a fraction, and no text that a spreadsheet reckons."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dt.date):  # a datetime is a date too
        return value.isoformat()
    if isinstance(value, list):
        value = "; ".join(value)
    return plain_text(value) if isinstance(value, str) else value


def _about(source: Source, data: Data, made: Iterable[Made]) -> Iterator[str]:
    facts = source.facts
    yield f"{facts['rapat_judul']}, {words.date_long(source.met)}"
    if facts["simulasi"]:
        yield "DATA SIMULASI, bukan dasar keputusan."
    yield source.ground().removeprefix("Data simulasi. ")
    yield f"Rapat: {facts['rapat']}"
    yield f"Kode data: {facts['id']}"
    yield f"SHA-256 berkas data rapat ini: {data.sha256}"
    yield ""
    yield _TERMS
    yield ""
    for one in made:
        yield f"{one.name}: {words.number(len(one.rows))} baris. {one.holds}"


__all__ = ["ABOUT", "DICTIONARY", "VOUCHED", "files", "write"]
