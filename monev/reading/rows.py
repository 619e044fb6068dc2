"""One row of a tab read: every cell by its column, what must be there, and whether the row can be counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from monev.contract import finding
from monev.contract.contracts import Column
from monev.contract.parts import NUMBERS, PLACES
from monev.reading import cells, layout
from monev.reading.cells import DATED
from monev.reading.cells.places import Places
from monev.reading.columns import Reader
from monev.reading.row_checks import NIHIL
from monev.reading.tab import Row, TabRead


def read_row(
    row: layout.DataRow, laid: layout.Layout, result: TabRead, places: Places, reader_of: Mapping[str, Reader]
) -> Row:
    """The row with what is to be told of its cells told, in place."""
    contract = result.contract
    columns = {name: column for name, column in contract.columns.items() if name in reader_of}
    readings = {name: reader_of[name](row.cells.get(name)) for name in columns}
    if cells.says_nihil(row.cells.get(contract.key[0])):
        return _read_nihil(row, readings, result)
    readings |= _swapped(row, readings, places)
    values = {name: reading.value for name, reading in readings.items()}
    required = {name for name, column in contract.columns.items() if _is_required(column, values)}
    refused = {
        name: reading
        for name, reading in readings.items()
        if reading.state == "ditolak" or (reading.state == NIHIL and name in required)
    }
    missing = {name for name in required if values.get(name) is None} - refused.keys()
    lost = refused.keys() | missing | set(laid.unread)
    broken = tuple(name for name in contract.columns if name in lost)
    anchors = {name for name in broken if name in contract.key or _is_required_place(contract.columns[name])}
    waits = finding.ROW_WAITS if anchors else finding.CELL_WAITS
    for name, column in columns.items():
        if name in row.filled_down and (name not in refused or not result.first_heard(name, row.cells.get(name))):
            continue  # told once, where the merged cell begins or below the line that says it
        if name in refused:
            result.first_heard(name, row.cells.get(name))
            reading = refused[name]
            result.tell(row, name, reading.why, f"tulis {reading.write}", "tolak", waits)
        elif name in missing:
            blank = ("tolak", finding.ROW_WAITS) if name in anchors else ("periksa", finding.BLANK_WAITS)
            said = readings[name].said if name in readings else ""
            why = (
                f"Tertulis “{said}”, jadi {column.title} belum dilaporkan." if said else f"{column.title} belum diisi."
            )
            result.tell(row, name, why, _fill(column), *blank)
    if anchors:
        held = "kunci belum jelas" if anchors & set(contract.key) else "tempat belum jelas"
    else:
        held = _wrong_place(row, result, values, places)
    return Row(row.number, values, broken, tuple(refused), held)


def _swapped(row: layout.DataRow, readings: Mapping[str, cells.Reading], places: Places) -> dict[str, cells.Reading]:
    """A kecamatan and a kelurahan in each other's cell: neither is read, however well one of them would fit."""
    above, below = row.cells.get("kecamatan"), row.cells.get("kelurahan")
    if not isinstance(above, str) or not isinstance(below, str) or readings["kecamatan"].state != "ditolak":
        return {}
    kelurahan, kecamatan = places.find(above, "kelurahan"), places.find(below, "kecamatan")
    if kelurahan is None or kecamatan is None or places.kecamatan_of(kelurahan) != kecamatan:
        return {}
    why = f"Isi kolom Kecamatan dan Kelurahan di baris ini tampaknya tertukar: {kelurahan} terletak di {kecamatan}."
    return {
        "kecamatan": cells.Reading(None, "ditolak", why, kecamatan),
        "kelurahan": cells.Reading(None, "ditolak", why, kelurahan),
    }


def _is_required(column: Column, values: dict[str, object]) -> bool:
    return column.required or (column.required_if is not None and bool(column.required_if.holds(values)))


def _is_required_place(column: Column) -> bool:
    return column.required and column.type in PLACES


def _fill(column: Column) -> str:
    if column.type in NUMBERS:
        return f"isi {column.title}, atau 0 bila memang nihil"
    return f"isi {column.title}, contohnya {column.example}"


def _read_nihil(row: layout.DataRow, readings: dict[str, cells.Reading], result: TabRead) -> Row:
    """A row that says that there is nothing to list; of its other cells only the date is needed."""
    refused = {
        name: reading
        for name, reading in readings.items()
        if reading.state == "ditolak" and not cells.says_nihil(row.cells.get(name))
    }
    read_row = Row(row.number, {name: reading.value for name, reading in readings.items()},
                   tuple(refused), tuple(refused), layout=NIHIL)  # fmt: skip
    for name, reading in refused.items():
        waits = finding.ROW_WAITS if name == DATED else finding.CELL_WAITS
        result.tell(row, name, reading.why, f"tulis {reading.write}", "tolak", waits)
    if read_row.values.get(DATED) is not None:
        return read_row
    if DATED not in refused:
        why = "Tertulis nihil tanpa tanggal data, jadi tab ini belum dianggap dilaporkan."
        result.tell(row, DATED, why, "isi juga tanggal data di baris ini", "tolak", finding.ROW_WAITS)
    return replace(read_row, broken=tuple({*refused, DATED}), layout=None, held="nihil tanpa tanggal data")


def _wrong_place(row: layout.DataRow, result: TabRead, values: dict[str, object], places: Places) -> str | None:
    """A kelurahan outside the kecamatan beside it: nobody but the agency knows which of them is meant."""
    kecamatan, kelurahan = values.get("kecamatan"), values.get("kelurahan")
    if not kecamatan or not kelurahan or kelurahan == cells.CITYWIDE:
        return None
    home = places.kecamatan_of(kelurahan)
    if home == kecamatan:
        return None
    if kecamatan == cells.CITYWIDE:
        why = f"Kecamatannya tertulis se-Kota, padahal kelurahannya {kelurahan}."
        write = f"ganti kecamatannya menjadi {home}, atau kelurahannya menjadi se-Kota"
    else:
        why = f"Kelurahan {kelurahan} terletak di Kecamatan {home}, bukan {kecamatan}."
        write = f"ganti kecamatannya menjadi {home}, atau tulis kelurahan yang ada di {kecamatan}"
    result.tell(row, "kelurahan", why, write, "tolak", finding.ROW_WAITS)
    return "kelurahan di luar kecamatannya"


def tell_missing_columns(laid: layout.Layout, rows: Sequence[Row], result: TabRead) -> None:
    """A column that is required under a condition only: told once where the condition holds without it."""
    wanted = Counter(name for row in rows for name in row.broken if name in laid.missing)
    for name, times in wanted.items():
        column = result.contract.columns[name]
        if column.required:
            continue
        why = f"Kolom {column.title} tidak ditemukan, padahal wajib di {times} baris"
        likely = next((found for found in result.findings if found.kolom == name and found.sel), None)
        if likely is None:
            write = layout.ADD.format(column.title, laid.header_rows[-1])
            result.tell_column(name, f"{why}.", write, "tolak", finding.COLUMN_WAITS)
            continue
        place = result.findings.index(likely)
        write, how = f"ganti judul ini menjadi “{column.title}” bila itu yang dimaksud", "judul ini paling mirip."
        if likely.tertulis is None:
            write, how = likely.saran, layout.WITHOUT.format(likely.sel)
        result.findings[place] = replace(
            likely, alasan=f"{why}; {how}", saran=write, bobot="tolak", akibat=finding.COLUMN_WAITS
        )
