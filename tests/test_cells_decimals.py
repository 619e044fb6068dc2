"""A figure that may have a fraction: what is read, what is refused and how it is to be written."""

import datetime as dt

import pytest

from monev.contract.contracts import Column
from monev.reading import cells
from monev.reading.cells.places import Places
from monev.reading.layout import cell_kinds

NOWHERE = Places({}, {}, {})


def column(title="Inflasi (persen)", negative=False):
    return Column(
        "inflasi", title, "des", (), None, True, None, False, negative, False, "0,47", "Inflasi.", (2020, 2030)
    )


def read(value, **more):
    return cells.read(value, column(**more), NOWHERE)


@pytest.mark.parametrize(
    "typed, value",
    [
        ("0,47", 0.47), ("0,470", 0.47), ("12", 12), ("12,5", 12.5), ("1.234,56", 1234.56), ("12.345.678", 12345678),
        ("0", 0), ("0,0", 0), ("100", 100), ("0,47%", 0.47), ("0,47 %", 0.47), ("0,47 persen", 0.47), (" 0,47 ", 0.47),
        ("+0,47", 0.47), ("0, 47", None), ("3", 3), (3, 3), (0.47, 0.47), (1234.5, 1234.5), (0.0, 0), ("2024", 2024),
    ],
)  # fmt: skip
def test_indonesian_writing_is_read(typed, value):
    found = read(typed)
    assert (found.state, found.value) == (("dibaca", value) if value is not None else ("ditolak", None))


@pytest.mark.parametrize(
    "typed, value", [("-0,3", -0.3), ("−0,3", -0.3), ("(0,3)", -0.3), ("minus 0,3", -0.3), (-0.3, -0.3)]
)
def test_below_zero_only_where_the_column_allows_it(typed, value):
    assert read(typed, negative=True).value == value
    assert read(typed).state == "ditolak" and "kurang dari nol" in read(typed).why


@pytest.mark.parametrize(
    "typed, why, write",
    [
        ("0.47", "Pecahan ditulis dengan koma", "0,47"),
        ("12.5", "Pecahan ditulis dengan koma", "12,5"),
        ("1.234", "dapat berarti ribuan atau pecahan", "1234 tanpa titik, atau 1,234 dengan koma"),
        ("1,234.5", "Letak titik atau koma tidak sesuai", "angka dengan koma"),
        ("1.23,4", "Letak titik atau koma tidak sesuai", "angka dengan koma"),
        ("sekitar 0,5", "perkiraan", "satu angka pasti"),
        ("0,4 - 0,5", "rentang", "satu angka pasti"),
        ("0,4 atau 0,5", "rentang", "satu angka pasti"),
        ("nol koma lima", "bukan satu angka", "angka dengan koma"),
        ("0,47 poin", "bukan satu angka", "angka dengan koma"),
        ("(0,3", "bukan satu angka", "angka dengan koma"),
        ("Rp0,5", "bukan satu angka", "angka dengan koma"),
        ("081234567890", "tampak seperti nomor", "angka dengan koma"),
        ("1234567890123456,7", "tampak seperti nomor", "angka dengan koma"),
        (True, "kotak centang", "angka dengan koma"),
        (dt.date(2024, 4, 7), "berubah menjadi tanggal", "format Teks biasa"),
        (float("nan"), "tidak berisi angka", "angka dengan koma"),
        (float("inf"), "tidak berisi angka", "angka dengan koma"),
        (1e300, "tidak berisi angka", "angka dengan koma"),
    ],
)
def test_what_could_mean_two_things_is_refused_and_told_how_to_write(typed, why, write):
    found = read(typed)
    assert (found.state, found.value) == ("ditolak", None)
    assert why in found.why and write in found.write


def test_a_percent_belongs_into_a_column_of_percent():
    assert (
        read("5%", title="Indeks harga").state == "ditolak"
        and "tidak memuat persen" in read("5%", title="Indeks harga").why
    )
    assert read("5", title="Indeks harga").value == 5


@pytest.mark.parametrize("typed", ["", None, "-", "belum ada data"])
def test_blank_stays_blank(typed):
    assert read(typed).state in ("kosong", "ditolak") and read(typed).value is None


def test_it_is_written_out_with_all_of_its_decimals():
    assert [column().said(one) for one in (0.47, 1234.5, 12, -0.125)] == ["0,47", "1.234,5", "12", "-0,125"]


def test_a_column_of_such_figures_is_told_from_text_by_its_cells():
    assert all(cell_kinds.fits(one, column()) for one in (0.5, 12, "0,47", "1.234,5", "5%"))
    assert not any(cell_kinds.fits(one, column()) for one in ("0,4 atau 0,5", "Cikole", None, True))
