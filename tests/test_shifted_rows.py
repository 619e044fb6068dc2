"""A fraction without quotes in a CSV file: its comma parts it, and the cells behind it stand under other titles."""

import pytest

from monev.contract import contracts
from monev.reading import reader
from monev.reading.cells.places import Places
from monev.reading.reader import COUNTED, HELD, LAYOUT
from monev.settings import REFERENCE
from monev.sheets import csv_read, kept_rows
from monev.sheets.spreadsheet import Tab

COLUMNS = {
    "pasar": ("Pasar", "teks"), "harga": ("Harga", "des"), "stok": ("Stok", "des"), "karung": ("Karung", "bil")
}  # fmt: skip
CONTRACT = contracts.read_as_typed("contracts", {"dkp": {"name": "DKP", "order": 1, "tabs": {"harga": {
    "title": "Harga", "meaning": "Harga.", "key": ["pasar"],
    "columns": {name: {"title": title, "type": kind, "required": name != "karung", "example": "1", "meaning": "Isi."}
                for name, (title, kind) in COLUMNS.items()}}}}}, {}, None)["dkp"].tabs["harga"]  # fmt: skip
HEADER = "Pasar,Harga,Stok,Karung,Tanggal Data,Keterangan,Sumber Dokumen"


def read(*lines, header=HEADER, above=""):
    text = "\n".join([*([above] if above else []), header, *lines]) + "\n"
    tab = Tab("Harga", kept_rows(csv_read.rows(text.encode()), "Berkas"), None)
    found = reader.read_tab(tab, CONTRACT, Places.load(REFERENCE))
    # Every row is accounted for once, whatever becomes of it.
    assert len(found.rows) + len(found.layout_rows) == len(tab.rows)
    return found


def kinds(found):
    return [row.kind for row in found.rows]


SHIFTED = {
    "one fraction": "Utara,980,5,62,4,3 November 2024",
    "two fractions": "Utara,980,5,62,5,4,3 November 2024",
    "two fractions, and commas at the end": "Utara,980,5,62,5,4,3 November 2024,,",
    "with a note, a source and cells beyond the header": "Utara,980,5,62,4,3 November 2024,sudah dicek,BA 3 November",
    "where a cell is blank besides": "Utara,980,5,62,,3 November 2024",
    "a fraction of a whole number": "Utara,980,62,4,5,3 November 2024",
    "thousands parted by a comma": "Utara,1,250,62,4,3 November 2024",
}  # fmt: skip


@pytest.mark.parametrize("case", SHIFTED)
def test_a_row_that_moved_is_held_out_whole_and_the_cause_is_named(case):
    found = read("Selatan,900,70,5,3 November 2024", SHIFTED[case])
    assert kinds(found) == [COUNTED, HELD] and found.rows[1].held == "sel bergeser"
    [told] = [one for one in found.findings if one.baris == 3]
    assert (told.bobot, told.sel) == ("tolak", "E3") and "tanda kutip" in told.saran
    assert "bergeser" in told.alasan and "baris ini belum ikut" in told.akibat


AS_TYPED = {
    "quoted": 'Utara,"980,5","62,5",4,3 November 2024',
    "whole figures": "Utara,980,62,4,3 November 2024",
    "a note beside the table": "Utara,980,62,4,3 November 2024,,,lihat BA",
    "a figure beside the table": "Utara,980,62,4,3 November 2024,,,1042",
    "several figures beside the table": "Utara,980,62,4,3 November 2024,,,1,2",
    "a remark with a comma": "Utara,980,62,4,3 November 2024,naik, turun",
    "a date that is none": "Utara,980,62,4,kemarin",
    "a date that is none, and a note": "Utara,980,62,4,kemarin,naik",
    "a date that is missing": "Utara,980,62,4",
    "a figure that is none": "Utara,banyak,62,4,3 November 2024",
    "a figure that is none, and one beside the table": "Utara,banyak,62,4,3 November 2024,,,1042",
    "a row that moved by a comma in its name": "Utara, lama,980,62,4,3 November 2024",
    "a date and a source that changed places": "Utara,980,62,4,BA 3,,3 November 2024",
}


@pytest.mark.parametrize("case", AS_TYPED)
def test_a_row_is_left_as_it_is_where_no_fraction_explains_it(case):
    found = read("Selatan,900,70,5,3 November 2024", AS_TYPED[case])
    assert all(row.held != "sel bergeser" for row in found.rows)
    assert not any("bergeser" in one.alasan for one in found.findings)


def test_titles_above_and_blank_lines_do_not_matter():
    found = read("Selatan,900,70,5,3 November 2024", ",,,", "Utara,980,5,62,5,4,3 November 2024", above="HARGA PASAR")
    assert kinds(found) == [COUNTED, HELD] and [row.number for row in found.rows] == [3, 5]
    assert [number for number, _ in found.layout_rows] == [1, 2, 4] and LAYOUT not in kinds(found)


def test_a_column_that_is_not_read_takes_anything():
    header = HEADER.replace("Stok", "Catatan Petugas,Stok")
    found = read("Selatan,900,baik,70,5,3 November 2024", "Utara,980,5,baik,62,4,3 November 2024", header=header)
    assert kinds(found) == [COUNTED, HELD]


def test_cells_of_a_workbook_are_never_taken_for_parts_of_one():
    rows = [HEADER.split(","), ["Utara", 980, 5, 62, 4, "3 November 2024"]]
    found = reader.read_tab(Tab("Harga", rows, None), CONTRACT, Places.load(REFERENCE))
    assert kinds(found) == [COUNTED]
