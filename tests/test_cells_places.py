"""Places with what people write around their names; one of two, or one beside a no, is never taken."""

from dataclasses import replace
from pathlib import Path

import pytest

from monev.reading.cells.places import Places
from tests.test_cells import KEC, KEL, PLACES, read, refusal, value_of

KEL_ALL, KEC_ALL = replace(KEL, citywide=True), replace(KEC, citywide=True)
OTHER = Places.load(Path(__file__).parent / "kota_lain" / "reference")


@pytest.mark.parametrize(
    "typed",
    [
        "1. Selabatu", "1) Selabatu", "01 Selabatu", "(1) Selabatu", "1 - Selabatu", "a. Selabatu", "IV. Selabatu",
        "Desa Selabatu", "Ds. Selabatu", "Kel Selabatu", "PPS Selabatu", "PPS Kel. Selabatu", "Kel: Selabatu",
        "Selabatu (Kec. Cikole)", "Selabatu, Kec. Cikole", "Kel. Selabatu Kecamatan Cikole", "Selabatu\n(Kec. Cikole)",
        "Kel Selabatu, Kec Cikole, Kota Sukabumi", "12. Kel. Selabatu (Kec. Cikole)", "Selabatu, Kota Sukabumi",
        "RW 05 Kel. Selabatu", "Selabatu RW 3", "Selabatu RT 01/RW 03", "RT 02 RW 05 Selabatu", "TPS 5 Selabatu",
        "Aula Kel. Selabatu", "Kantor Kelurahan Selabatu", "Balai RW 05 Kel. Selabatu", "Kantor Selabatu",
        "32.72.02.1002", "3272021002", 3272021002, "32.72.02.1002 Selabatu", "Selabatu;", "Selabatu*",
        "Selabatu (Cikole)", "Desa/Kel. Selabatu", "Balai RW 02 Selabatu",
        "Ds./Kel. Selabatu", "Ds/Kel Selabatu", "Ds./Kel.Selabatu", "Kel./Ds. Selabatu", "Kelurahan/Desa: Selabatu",
    ],
)  # fmt: skip
def test_a_kelurahan_is_read_with_what_stands_around_it(typed):
    assert value_of(typed, KEL) == "Selabatu"


@pytest.mark.parametrize(
    "typed",
    ["Kantor Kecamatan Baros", "1. Baros", "PPK Baros", "PPK Kec. Baros", "Baros (Kel. Baros)", "Aula Kec. Baros",
     "32.72.05", "327205", "Kel. Jayaraksa Kec. Baros", "Kecamatan Baros, Kota Sukabumi"],
)  # fmt: skip
def test_a_kecamatan_is_read_with_what_stands_around_it(typed):
    assert value_of(typed, KEC) == "Baros"


@pytest.mark.parametrize(
    "typed",
    ["Seluruh Kecamatan", "Semua Kelurahan", "Tingkat Kota", "Se-Kota Sukabumi", "Kota Sukabumi", "seluruh kota",
     "7 Kecamatan", "33 kelurahan", "Seluruh Wilayah Kota Sukabumi", "seluruh kecamatan se-Kota Sukabumi"],
)  # fmt: skip
def test_all_of_the_city_is_read_where_that_may_be_and_told_elsewhere(typed):
    assert value_of(typed, KEL_ALL) == value_of(typed, KEC_ALL) == "Se-Kota"
    assert "bukan se-Kota" in refusal(typed, KEL).why


@pytest.mark.parametrize(
    ("typed", "column", "why"),
    [
        ("Selabatu (Kec. Baros)", KEL, "tidak terletak"),
        ("Kel. Selabatu (Kec. Baros)", KEC, "tidak terletak"),
        ("Selabatu, Cikole", KEL, "satu kelurahan"),
        ("Selabatu dan Cisarua", KEL, "satu kelurahan"),
        ("Selabatu/Cisarua", KEL, "satu kelurahan"),
        ("Kel. Selabatu\nKel. Cisarua", KEL, "satu kelurahan"),
        ("Selabatu RW 3 dan Cisarua RW 1", KEL, "satu kelurahan"),
        ("32.72.02.1002 Cisarua", KEL, "satu kelurahan"),
        ("bukan Selabatu", KEL, "tulisan selain"),
        ("luar Selabatu", KEL, "tulisan selain"),
        ("perbatasan Kel. Selabatu", KEL, "tulisan selain"),
        ("Kel. Selabatu kecuali RW 05", KEL, "tulisan selain"),
        ("Jl. Selabatu", KEL, "tulisan selain"),
        ("Selabatu, Kab. Sukabumi", KEL, "tulisan selain"),
        ("Kantor Cikole", KEL, "tulisan selain"),
        ("Kota Sukabumi kecuali Baros", KEL_ALL, "tulisan selain"),
        ("semua kelurahan di Cikole", KEL_ALL, "tulisan selain"),
        ("PPK Cikole", KEL, "adalah kecamatan"),
        ("Kantor Kecamatan Cikole", KEL, "adalah kecamatan"),
        ("RW 05 Kel. Selabatu", KEC, "adalah kelurahan"),
        ("32.72.02.1002", KEC, "nama kelurahan"),
        ("Ds./Kel. Cisaat", KEL, "Kabupaten Sukabumi"),
        ("Ds./Kec. Cikole", KEL, "tulisan selain"),
        ("Ds./Kel.", KEL, "tidak ada di daftar"),
        ("Desa Cisaat", KEL, "Kabupaten Sukabumi"),
        ("Sukabumi", KEL_ALL, "tidak ada di daftar"),
        ("Kabupaten Sukabumi", KEL_ALL, "tidak ada di daftar"),
        ("6 kecamatan", KEL_ALL, "tidak ada di daftar"),
        ("Sudajaya Girang", KEL, "tidak ada di daftar"),
        ("RW 05", KEL, "tidak ada di daftar"),
        ("1", KEL, "tidak ada di daftar"),
    ],
)
def test_what_is_not_one_certain_place_is_told_as_what_it_is(typed, column, why):
    got = refusal(typed, column)
    assert why in got.why, got
    if why in ("tidak terletak", "satu kelurahan", "tulisan selain"):
        assert "Selabatu" not in got.write and "Cikole" not in got.write


def test_another_city_has_its_own_name_codes_and_places():
    def its(text, column):
        from monev.reading import cells

        return cells.read(text, column, OTHER).value

    assert (
        its("Kota Tirtaloka", KEL_ALL) == its("Seluruh Kecamatan", KEC_ALL) == its("3 kecamatan", KEC_ALL) == "Se-Kota"
    )
    assert its("1. Kel. Mega Senja (Kec. Candrakala)", KEL) == its("00.01.02.9003", KEL) == "Mega Senja"
    assert its("Kota Sukabumi", KEL_ALL) is None and read("Kota Tirtaloka", KEL_ALL).state == "ditolak"


def test_places_without_a_city_or_codes_are_read_as_well():
    nowhere = Places({}, {}, {})
    assert not nowhere.names("") and nowhere.city == "" and not nowhere.names("Sukabumi")
    assert PLACES.names("kota sukabumi") and PLACES.names("Kec. Cikole") and not PLACES.names("batal")
