"""Every way of typing that officials are known to use, and what each becomes."""

import datetime as dt
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, strategies as st
from num2words import num2words

from monev.reading import cells
from monev.reading.cells.places import Places

PLACES = Places.load(Path(__file__).parents[1] / "reference")
INDICATORS = ("1.1", "1.2", "1.5", "7.2", "7.3", "8.1", "8.2")
SETTING = "File › Setelan › Lokal: Indonesia"
EARLY = dt.date(2024, 11, 4)


@dataclass(frozen=True)
class Column:
    type: str
    options: tuple[str, ...] = ()
    citywide: bool = False
    required: bool = False
    negative: bool = False
    example: str = ""
    name: str = "kolom"
    title: str = "Kolom"
    years: tuple[int, int] = (2022, 2027)
    past: object = False
    aliases: Mapping[str, str] = field(default_factory=dict, hash=False)


BIL = Column("bil", example="1102")
RP = Column("rp", example="10.000.000.000")
TGL = Column("tgl", example="4 November 2024")
TEKS = Column("teks", example="BWS-2024-001")
YT = Column("yt", example="ya")
KEC = Column("kec", example="Cikole")
KEL = Column("kel", example="Selabatu")
BULAN = Column("bulan", example="2024-10")
KENDALA = Column("pilihan", ("tidak_ada", "cuaca", "akses_jalan", "kendaraan", "barang_kurang", "lainnya"))
KONDISI = Column("pilihan", ("siap", "perlu_perbaikan", "belum_ada"))
SANKSI = Column("pilihan", ("belum", "moral_tertutup", "moral_terbuka", "ptdh"))
BENTUK = Column(
    "pilihan",
    ("tatap_muka", "goes_to_school", "media_sosial", "media_massa", "simulasi", "lomba", "patroli"),
    example="tatap_muka",
)
INDIKATOR = Column("pilihan", INDICATORS, example="7.3")
JENIS = Column("majemuk", ("administrasi", "pidana", "kode_etik", "hukum_lainnya"), example="administrasi; pidana")
EVERY_COLUMN = (BIL, RP, TGL, TEKS, YT, KEC, KEL, BULAN, KENDALA, BENTUK, INDIKATOR, JENIS)
EVERY_COLUMN += tuple(replace(column, required=True, example="") for column in EVERY_COLUMN)


def read(value, column):
    return cells.read(value, column, PLACES)


def value_of(value, column):
    reading = read(value, column)
    assert reading.state == "dibaca", reading
    assert (reading.why, reading.write) == ("", "")
    return reading.value


def refusal(value, column):
    reading = read(value, column)
    assert (reading.state, reading.value) == ("ditolak", None), reading
    assert reading.why.endswith(".") and reading.why[0].isupper()
    assert reading.write and not reading.write.endswith(".")
    return reading


# --- whole numbers and rupiah


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.102", 1102),
        ("1102", 1102),
        ("1 102", 1102),
        ("10. 794", 10794),
        (1102, 1102),
        (15.0, 15),
        (0, 0),
        ("0", 0),
        ("05", 5),
        ("1.234.567,00", 1234567),
        ("1.116 unit", 1116),
        ("551 TPS", 551),
        ("45 buah", 45),
        ("12 lembar", 12),
        ("12 lbr.", 12),
        ("3 set", 3),
        ("7 keping", 7),
        ("1.102 botol", 1102),
        ("8 Box", 8),
        ("60 orang", 60),
        ("60orang", 60),
        ("259.961 pemilih", 259961),
        ("2 (dua)", 2),
        ("15 (lima belas) buah", 15),
        ("15 buah (lima belas)", 15),
        ("15 (limabelas)", 15),
        ("1.001 (satu ribu satu)", 1001),
        ("1.001 (seribu satu)", 1001),
        ("21.000 (dua puluh satu ribu)", 21000),
        ("\u00a01.102\u00a0", 1102),
        ("1\u00a0102", 1102),
        ("1\u200b102\ufeff", 1102),
        ("1.1\u00ad02", 1102),
        ("1.116\nunit", 1116),
        ("'1.102", 1102),
        ("1.102.", 1102),
        ("1  102", 1102),
        ("9.223.372.036.854.775.807", 2**63 - 1),
    ],
)
def test_a_whole_number_is_read_by_indonesian_writing(typed, number):
    got = value_of(typed, BIL)
    assert got == number and type(got) is int


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("Rp 1.500.000,-", 1_500_000),
        ("Rp1.500.000,00", 1_500_000),
        ("Rp. 1.500.000", 1_500_000),
        ("IDR 1.500.000", 1_500_000),
        ("rp.1.500.000.-", 1_500_000),
        ("1.500.000,--", 1_500_000),
        ("1.500.000 rupiah", 1_500_000),
        ("Rp1.500.000,- (satu juta lima ratus ribu rupiah)", 1_500_000),
        ("Rp25 miliar", 25 * 10**9),
        ("Rp. 25 M", 25 * 10**9),
        ("25M", 25 * 10**9),
        ("25 M.", 25 * 10**9),
        ("1,5 T", 1_500 * 10**9),
        ("10 jt", 10**7),
        ("500 juta", 5 * 10**8),
        ("250 rb", 250_000),
        ("2 milyar", 2 * 10**9),
        ("2 milyar rupiah", 2 * 10**9),
        ("3 ribu", 3000),
        ("1 triliun", 10**12),
        ("1.500 juta", 1_500 * 10**6),
        ("10,5 M", 10_500 * 10**6),
        ("10.5 M", 10_500 * 10**6),
        ("Rp25 miliar (dua puluh lima miliar)", 25 * 10**9),
        (25_000_000_000, 25 * 10**9),
        (25e9, 25 * 10**9),
        ("1500000", 1_500_000),
    ],
)
def test_rupiah_is_read_with_its_signs_and_scales(typed, rupiah):
    got = value_of(typed, RP)
    assert got == rupiah and type(got) is int


def test_a_stored_fraction_names_the_locale_and_gives_the_number():
    got = refusal(1.102, BIL)
    assert "setelan lokal" in got.why and "koma" in got.why and "1,102" in got.why
    assert got.write == f"1102 sebagai angka, dan pastikan {SETTING}"


@pytest.mark.parametrize("stored", [1.5, 1.25, 10.5])
def test_a_stored_fraction_that_may_have_lost_zeros_gives_no_number(stored):
    got = refusal(stored, BIL)
    assert SETTING in got.write and not any(sign.isdigit() for sign in got.write)
    assert "mungkin" in got.why


@pytest.mark.parametrize("stored", [0.5, 1983.406, 1.2345, -1.102])
def test_a_stored_fraction_that_is_no_turned_thousand_does_not_blame_the_locale(stored):
    got = refusal(stored, BIL)
    assert "pecahan" in got.why and "Lokal" not in got.write


@pytest.mark.parametrize(
    ("typed", "column", "why", "write"),
    [
        ("1.234.567,89", RP, "pecahan", "angka bulat tanpa koma"),
        ("1,234,567.89", RP, "cara Inggris", "1.234.567 atau 1.234.568"),
        ("1,234,567", BIL, "cara Inggris", "1.234.567"),
        ("1,234.00", BIL, "cara Inggris", "1234"),
        ("1.5", BIL, "tidak memuat pecahan", "titik hanya di tiap ribuan"),
        ("1983.406", BIL, "pemisah ribuan", "titik hanya di tiap ribuan"),
        ("1.816,214", BIL, "pecahan", "tanpa koma"),
        ("1,102", BIL, "Koma", "1102 tanpa koma, bila yang dimaksud ribuan"),
        ("3,7,12", BIL, "pemisah ribuan", "angka bulat"),
        ("10.5 M", BIL, "kolom rupiah", "angka lengkapnya"),
        ("1,5", RP, "pecahan", "angka bulat"),
        ("Rp1.500.000,- M", RP, "bersamaan", "salah satunya"),
        ("25.000.000.000 M", RP, "bersamaan", "salah satunya"),
        ("1,2345 rb", RP, "pecahan", "angka bulat"),
        ("sekitar Rp10 miliar", RP, "perkiraan", "angka pasti"),
        ("±500", BIL, "perkiraan", "angka pasti"),
        ("500an", BIL, "perkiraan", "angka pasti"),
        ("500-an", BIL, "perkiraan", "angka pasti"),
        ("500 jutaan", RP, "perkiraan", "angka pasti"),
        (">500", BIL, "perkiraan", "angka pasti"),
        ("belasan", BIL, "perkiraan", "angka pasti"),
        ("500 lebih", BIL, "perkiraan", "angka pasti"),
        ("500-600", BIL, "rentang", "angka pasti"),
        ("500 s.d. 600", BIL, "rentang", "angka pasti"),
        ("Rp5 juta - Rp6 juta", RP, "rentang", "angka pasti"),
        ("-5", BIL, "kurang dari nol", "nol atau lebih"),
        ("(5)", BIL, "kurang dari nol", "nol atau lebih"),
        ("(Rp5.000)", RP, "kurang dari nol", "nol atau lebih"),
        ("-Rp5.000", RP, "kurang dari nol", "nol atau lebih"),
        ("Rp -5.000", RP, "kurang dari nol", "nol atau lebih"),
        (-5, BIL, "kurang dari nol", "nol atau lebih"),
        (-5.0, RP, "kurang dari nol", "nol atau lebih"),
        ("1e5", BIL, "angka biasa", "angka biasa saja"),
        ("1,5E+06", RP, "angka biasa", "angka biasa saja"),
        ("0x10", BIL, "angka biasa", "angka biasa saja"),
        ("١٥", BIL, "0 sampai 9", "15"),
        ("１５", BIL, "0 sampai 9", "15"),
        ("15²", BIL, "0 sampai 9", "angka biasa saja"),
        ("15 (enam belas)", BIL, "Angka dan kata tidak sama.", "15 atau 16, yang benar di antara keduanya"),
        ("2 (tiga) buah", BIL, "Angka dan kata tidak sama.", "2 atau 3, yang benar di antara keduanya"),
        ("15 (rusak)", BIL, "tidak dikenal sebagai angka", "satu angka saja, sesuai judul kolomnya"),
        ("60 kursi", BIL, "kata yang tidak dikenal", "satu angka saja, sesuai judul kolomnya"),
        ("45 buah rusak", BIL, "kata yang tidak dikenal", "satu angka saja, sesuai judul kolomnya"),
        ("25 M", BIL, "kolom rupiah", "angka lengkapnya"),
        ("2 ribu", BIL, "kolom rupiah", "2000"),
        ("Rp5.000", BIL, "bukan rupiah", "jumlahnya, bukan rupiah"),
        ("1.116 unit", RP, "kata yang tidak dikenal", "satu angka saja, sesuai judul kolomnya"),
        ("50%", BIL, "persen", "jumlahnya sebagai angka bulat"),
        ("banyak", BIL, "bukan angka", "angka biasa saja"),
        ("5\n200", BIL, "satu angka", "satu angka saja"),
        ("3 7 12", BIL, "satu angka", "satu angka saja"),
        ("081200000000", BIL, "nomor", "angka biasa saja"),
        ("9.223.372.036.854.775.808", BIL, "terlalu besar", "angka biasa saja"),
        (2**63, RP, "terlalu besar", "angka biasa saja"),
        (1e18, RP, "terlalu besar", "angka biasa saja"),
        (math.nan, BIL, "tidak berisi angka", "angka biasa saja"),
        (math.inf, BIL, "tidak berisi angka", "angka biasa saja"),
        ("+5", BIL, "bukan satu angka", "satu angka saja"),
        ("+/- 500", BIL, "perkiraan", "angka pasti"),
        ("9" * 60, BIL, "terlalu besar", "angka biasa saja"),
        (True, BIL, "kotak centang", "angka biasa saja"),
        (EARLY, BIL, "tanggal", "format Angka"),
        (dt.datetime(2024, 11, 4, 9), RP, "tanggal", "format Angka"),
    ],
)
def test_an_uncertain_number_is_refused_with_its_own_reason(typed, column, why, write):
    got = refusal(typed, column)
    assert why in got.why and write in got.write, got


@pytest.mark.parametrize("typed", ["-5", "(5)", "Rp -5", "(Rp5)", -5, -5.0, "−5"])
def test_a_fall_may_lie_below_zero_where_the_contract_says_so(typed):
    assert value_of(typed, replace(RP, negative=True)) == -5


def test_a_rise_may_carry_a_plus_there():
    assert value_of("+ Rp5.000", replace(RP, negative=True)) == 5000


@pytest.mark.parametrize("typed", ["Rp", "Rp -", "Rp. -"])
def test_a_rupiah_sign_without_a_figure_is_not_reported(typed):
    assert read(typed, RP).state == "kosong"


def test_a_refusal_never_repeats_what_may_be_a_personal_number():
    for typed in (
        "NIK 3272010101900001",
        "3272010101900001 orang warga",
        "0812 0000 0000",
        "+62 812 0000 0000",
    ):
        got = refusal(typed, BIL)
        assert not any(digits in got.why + got.write for digits in ("327", "0812", "62 ", "3.272"))


# --- dates and months


@pytest.mark.parametrize(
    "typed",
    [
        "4/11/2024",
        "04-11-2024",
        "4.11.2024",
        "2024-11-04",
        "4 Nov 2024",
        "4 Nopember 2024",
        "4 Nov 24",
        "4 Nop 24",
        "4/11/24",
        "4 November 2024",
        "4 NOVEMBER 2024.",
        "4-Nov-24",
        "4 Nov '24",
        "Senin, 4 November 2024",
        "Senin (4/11/24)",
        "Senin 4/11/2024",
        "hari Senin tanggal 4 November 2024",
        "Sen, 4 Nov 2024",
        "tgl 4/11/2024",
        "2024-11-04 00:00:00",
        "2024-11-04T00:00:00",
        "4/11/2024 09.30 WIB",
        "4/11/2024 09.30 wita",
        "4 November 2024 pukul 11.30 WIT",
        "4\u00a0November\u00a02024",
        "Senin,\n4 November 2024",
        "4 / 11 / 2024",
        "4–11–2024",
        "'4/11/2024",
        45600,
        45600.0,
        45600.75,
        "45600",
        EARLY,
        dt.datetime(2024, 11, 4, 13, 30),
    ],
)
def test_a_date_is_read_day_first(typed):
    got = value_of(typed, TGL)
    assert got == EARLY and type(got) is dt.date


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("4 Okt. 2024", dt.date(2024, 10, 4)),
        ("Jum'at 1 Nopember 2024", dt.date(2024, 11, 1)),
        ("Jum’at, 1 November 2024", dt.date(2024, 11, 1)),
        ("Jumat 1 November 2024", dt.date(2024, 11, 1)),
        ("Ahad, 3 November 2024", dt.date(2024, 11, 3)),
        ("Minggu, 3 November 2024", dt.date(2024, 11, 3)),
        ("17 Agt 2024", dt.date(2024, 8, 17)),
        ("17 Agu 2024", dt.date(2024, 8, 17)),
        ("22 Sept 2024", dt.date(2024, 9, 22)),
        ("5 Pebruari 2024", dt.date(2024, 2, 5)),
        ("5 Peb 2024", dt.date(2024, 2, 5)),
        ("29/2/2024", dt.date(2024, 2, 29)),
        ("11/4/2024", dt.date(2024, 4, 11)),
        ("1/1/2022", dt.date(2022, 1, 1)),
        ("31/12/2027", dt.date(2027, 12, 31)),
        (44562, dt.date(2022, 1, 1)),
        (46752, dt.date(2027, 12, 31)),
    ],
)
def test_months_weekdays_and_borders_of_the_years_are_known(typed, date):
    assert value_of(typed, TGL) == date


@pytest.mark.parametrize(
    ("typed", "why", "write"),
    [
        ("Selasa, 4 November 2024", "jatuh pada hari Senin", "Senin, 4 November 2024 bila tanggalnya benar"),
        ("Jumat (4/11/24)", "tidak cocok", "Senin, 4 November 2024"),
        ("4/11/2204", "Tahun 2204", "antara 2022 dan 2027"),
        ("4/11/2021", "Tahun 2021", "antara 2022 dan 2027"),
        ("4/11/28", "Tahun 2028", "antara 2022 dan 2027"),
        (dt.date(2204, 11, 4), "Tahun 2204", "antara 2022 dan 2027"),
        (2204, "antara 2022 dan 2027", "contohnya 4 November 2024"),
        (44561, "antara 2022 dan 2027", "contohnya 4 November 2024"),
        (46753, "antara 2022 dan 2027", "contohnya 4 November 2024"),
        (2**80, "antara 2022 dan 2027", "contohnya 4 November 2024"),
        (4.11, "antara 2022 dan 2027", "contohnya 4 November 2024"),
        ("31/11", "31 November tidak ada", "tanggal lengkap"),
        ("31/11/2024", "31 November 2024 tidak ada", "tanggal lengkap"),
        ("29 Februari 2023", "29 Februari 2023 tidak ada", "tanggal lengkap"),
        ("0/11/2024", "tidak ada di kalender", "tanggal lengkap"),
        ("10 s.d. 15 November", "rentang", "satu tanggal"),
        ("10 s/d 15 November 2024", "rentang", "satu tanggal"),
        ("10-15 November 2024", "rentang", "satu tanggal"),
        ("10 sampai 15 November 2024", "rentang", "satu tanggal"),
        ("4/11/2024 - 6/11/2024", "rentang", "satu tanggal"),
        ("4 dan 6 November 2024", "beberapa tanggal", "satu tanggal"),
        ("Senin (4/11)", "Tahunnya", "dengan tahunnya"),
        ("4 November", "Tahunnya", "dengan tahunnya"),
        ("11/14/2024", "bulan 14 tidak ada", "14/11/2024"),
        ("14/14/2024", "bulan 14 tidak ada", "tanggal lengkap"),
        ("Februari 2024", "harinya belum", "dengan harinya"),
        ("4 Nvmbr 2024", "Nama bulannya", "4 November 2024"),
        ("4 Foo 2024", "Nama bulannya", "tanggal lengkap"),
        ("minggu depan", "bukan tanggal", "tanggal lengkap"),
        ("٤/١١/٢٠٢٤", "bukan tanggal", "tanggal lengkap"),
        (True, "kotak centang", "tanggal lengkap"),
        (math.nan, "antara 2022 dan 2027", "tanggal lengkap"),
    ],
)
def test_an_uncertain_date_is_refused_with_its_own_reason(typed, why, write):
    got = refusal(typed, TGL)
    assert why in got.why and write in got.write, got


@pytest.mark.parametrize(
    "typed",
    ["2024-10", "Oktober 2024", "OKT 2024", "Okt. 24", "10/2024", "bulan Oktober 2024", "29 Oktober 2024",
     dt.date(2024, 10, 1), dt.datetime(2024, 10, 1, 8), 45566],
)  # fmt: skip
def test_a_month_is_read_from_text_and_from_a_stored_date(typed):
    assert value_of(typed, BULAN) == "2024-10"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2024-13", "bulannya tidak dikenal"),
        ("Oktr 2024", "bulannya tidak dikenal"),
        ("Oktober 2021", "Tahun 2021"),
        ("Oktober", "bukan bulan dan tahun"),
        ("10/24", "bukan bulan dan tahun"),
        (10.2024, "bukan bulan dan tahun"),
        (True, "bukan bulan dan tahun"),
    ],
)
def test_an_uncertain_month_is_refused(typed, why):
    got = refusal(typed, BULAN)
    assert why in got.why and got.write == "bulan dan tahun, contohnya 2024-10"


# --- words that mean the same everywhere


@pytest.mark.parametrize(
    "typed", [None, "", "   ", "\u00a0\u200b", "'", "-", "–", "--", "- -", "belum ada", "Belum ada.", "blm",
              "menyusul",
              "dalam  proses", "TBA", "?", "???"],
)  # fmt: skip
@pytest.mark.parametrize("column", EVERY_COLUMN, ids=lambda column: f"{column.type}{'!' if column.required else ''}")
def test_blank_words_are_not_reported(typed, column):
    assert read(typed, column) == cells.Reading(None, "kosong")


@pytest.mark.parametrize("typed", ["nihil", "Nihil.", "NIHIL", "tidak ada", "tdk ada", " Tidak\u00a0ada "])
def test_nihil_is_zero_in_numbers_and_none_in_optional_text(typed):
    assert value_of(typed, BIL) == 0
    assert value_of(typed, replace(RP, required=True)) == 0
    for column in (TEKS, TGL, KEL, BULAN, BENTUK):
        reading = read(typed, column)
        assert (reading.state, reading.value) == ("nihil", None)
    assert cells.says_nihil(typed)


@pytest.mark.parametrize("column", [TEKS, TGL, KEL, BULAN, BENTUK])
def test_nihil_in_a_required_date_or_text_is_refused(column):
    got = refusal("nihil", replace(column, required=True))
    assert "perlu diisi" in got.why and got.write == f"isinya, contohnya {column.example}"


@pytest.mark.parametrize("value", [None, "", "ada", 0, "nihil sekali"])
def test_other_cells_do_not_say_nihil(value):
    assert not cells.says_nihil(value)


@pytest.mark.parametrize("typed", ["idem", "Idem.", "s.d.a.", "sda", '"', "”", "''", '- " -', ",,"])
@pytest.mark.parametrize("column", [BIL, RP, TGL, TEKS, KEC, KENDALA, JENIS, YT], ids=lambda column: column.type)
def test_ditto_is_asked_to_be_written_again(typed, column):
    got = refusal(typed, column)
    assert "Tanda ulang" in got.why and got.write == "ulang nilainya"


@pytest.mark.parametrize(
    "typed",
    [
        "#N/A",
        "#REF!",
        "#DIV/0!",
        "#NAME?",
        "#VALUE!",
        "#ERROR!",
        "#NUM!",
        "Loading...",
        "Memuat…",
    ],
)
@pytest.mark.parametrize("column", [BIL, RP, TGL, TEKS, KEL, KENDALA, JENIS, YT], ids=lambda column: column.type)
def test_a_formula_error_is_refused_as_one(typed, column):
    assert "rumus" in refusal(typed, column).why


@pytest.mark.parametrize("typed", ["=SUM(A1:A9)", "=A1", '="x"', "=-1"])
@pytest.mark.parametrize("column", [BIL, RP, TGL, KEL, KENDALA, JENIS, YT], ids=lambda column: column.type)
def test_a_formula_that_nothing_has_computed_is_refused_where_a_value_belongs(typed, column):
    assert "rumus" in refusal(typed, column).why


def test_in_a_column_of_text_what_begins_with_an_equals_sign_is_what_somebody_wrote():
    assert value_of("=Pengganti 45 segel ditagih", TEKS) == "=Pengganti 45 segel ditagih"


# --- yes and no, choices, text


@pytest.mark.parametrize("typed", ["ya", "Y", "sudah", "ada", "√", "✓", "✔\ufe0f", "v", "TRUE", "Ya.", True])
def test_yes_is_true(typed):
    assert value_of(typed, YT) is True


@pytest.mark.parametrize("typed", ["tidak", "T", "belum", "tidak ada", "tdk", "x", "FALSE", False])
def test_no_is_false(typed):
    assert value_of(typed, YT) is False


@pytest.mark.parametrize("typed", ["mungkin", "ya/tidak", 1, 0, 1.5, EARLY])
def test_anything_else_is_neither_yes_nor_no(typed):
    assert refusal(typed, YT).write == "ya atau tidak"


@pytest.mark.parametrize(
    ("typed", "column", "code"),
    [
        ("tidak ada", KENDALA, "tidak_ada"),
        ("belum ada", KONDISI, "belum_ada"),
        ("Belum", SANKSI, "belum"),
        ("Tatap muka", BENTUK, "tatap_muka"),
        ("media-sosial", BENTUK, "media_sosial"),
        ("TATAP  MUKA ", BENTUK, "tatap_muka"),
        ("goes\u00a0to school.", BENTUK, "goes_to_school"),
        ("tatap_muka", BENTUK, "tatap_muka"),
        ("7.3", INDIKATOR, "7.3"),
        (7.3, INDIKATOR, "7.3"),
        (7, Column("pilihan", ("7", "8")), "7"),
        (7.0, Column("pilihan", ("7", "8")), "7"),
    ],
)
def test_a_choice_is_read_before_the_common_words(typed, column, code):
    assert value_of(typed, column) == code


@pytest.mark.parametrize(
    ("typed", "column", "write"),
    [
        ("tatap mka", BENTUK, "tatap muka"),
        ("tatapmuka", BENTUK, "tatap muka"),
        ("media", BENTUK, "salah satu pilihan di daftar, contohnya tatap_muka"),
        (9.9, INDIKATOR, "salah satu pilihan di daftar, contohnya 7.3"),
        (dt.date(2024, 3, 7), INDIKATOR, "7.3 dengan format Teks biasa"),
        (dt.date(2024, 9, 9), INDIKATOR, "contohnya 7.3"),
        (True, INDIKATOR, "contohnya 7.3"),
        (math.inf, INDIKATOR, "contohnya 7.3"),
        ("hujan", KENDALA, "salah satu pilihan di daftar"),
    ],
)
def test_a_near_choice_is_proposed_and_not_taken(typed, column, write):
    assert write in refusal(typed, column).write


def test_of_two_equally_near_choices_or_places_none_is_proposed():
    assert refusal("jalan c", Column("pilihan", ("jalan_a", "jalan_b"))).write == "salah satu pilihan di daftar"
    two = Places({}, {("kelurahan", "SUKAMAJUA"): "Sukamaju A", ("kelurahan", "SUKAMAJUB"): "Sukamaju B"}, {})
    assert two.near("Sukamaju C", "kelurahan") is None


def test_a_short_list_is_told_in_the_reason_and_a_long_one_is_not():
    assert "siap, perlu perbaikan, dan belum ada" in refusal("rusak", KONDISI).why
    assert "tatap muka" not in refusal("seminar", BENTUK).why


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("administrasi", ("administrasi",)),
        ("administrasi; pidana", ("administrasi", "pidana")),
        ("Kode Etik;Hukum-lainnya;", ("kode_etik", "hukum_lainnya")),
        ("pidana; Pidana ;administrasi", ("pidana", "administrasi")),
        ("administrasi, pidana", ("administrasi", "pidana")),
        ("administrasi\npidana", ("administrasi", "pidana")),
        ("administrasi dan kode etik", ("administrasi", "kode_etik")),
    ],
)
def test_several_choices_are_split_by_semicolons(typed, codes):
    assert value_of(typed, JENIS) == codes


@pytest.mark.parametrize(
    ("typed", "why", "write"),
    [
        ("administrasi; pidna", "tidak terdapat", "administrasi; pidana"),
        ("administrasi; zzz", "tidak terdapat", "pilihan yang ada di daftar saja"),
        ("administrasi atau kode etik", "belum pasti", "pilihan yang pasti"),
        (";", "tidak terdapat", "pilihan yang ada di daftar saja"),
        (True, "kotak centang", "contohnya administrasi; pidana"),
    ],
)
def test_one_bad_choice_refuses_the_whole_cell(typed, why, write):
    got = refusal(typed, JENIS)
    assert why in got.why and write in got.write


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  BWS-2024-001\u00a0", "BWS-2024-001"),
        ("baris satu\nbaris dua", "baris satu\nbaris dua"),
        ("a\u200bb\u00adc\x00d\ud800e", "abcde"),
        ("Dua  blank, titik.", "Dua  blank, titik."),
        ("'001/SK/2024", "001/SK/2024"),
        ("'Aisyiyah", "'Aisyiyah"),
        ("3; 7; 12", "3; 7; 12"),
        ("#pilkada", "#pilkada"),
        ("= sama", "= sama"),
        (7.3, "7.3"),
        (7.0, "7"),
        (7, "7"),
        (12, "12"),
        (0.00001, "0.00001"),
    ],
)
def test_text_is_kept_but_for_what_cannot_be_seen(typed, text):
    assert value_of(typed, TEKS) == text


@pytest.mark.parametrize(
    ("typed", "why"),
    [(True, "kotak centang"), (EARLY, "tanggal"), (math.nan, "terlalu besar"), (10**400, "terlalu besar"),
     (1e300, "terlalu besar")],
)  # fmt: skip
def test_a_stored_value_that_lost_its_text_is_refused(typed, why):
    assert why in refusal(typed, TEKS).why


# --- places


@pytest.mark.parametrize(
    ("typed", "column", "name"),
    [
        ("Kec. Gunungpuyuh", KEC, "Gunung Puyuh"),
        ("Gn. Puyuh", KEC, "Gunung Puyuh"),
        ("Gn. Puyuh", KEL, "Gunung Puyuh"),
        ("GUNUNG  PUYUH", KEC, "Gunung Puyuh"),
        ("Lembur Situ", KEC, "Lembursitu"),
        ("Lembur Situ", KEL, "Lembursitu"),
        ("Warungdoyong", KEC, "Warudoyong"),
        ("Warungdoyong", KEL, "Warudoyong"),
        ("Sudajayahilir", KEL, "Sudajaya Hilir"),
        ("Kel. Cibeureumhilir", KEL, "Cibeureum Hilir"),
        ("Kel.Cibeureum Hilir", KEL, "Cibeureum Hilir"),
        ("Gedongpanjang", KEL, "Gedong Panjang"),
        ("Kecamatan Cikole", KEC, "Cikole"),
        ("Kelurahan selabatu", KEL, "Selabatu"),
        ("Sudajaya-Hilir", KEL, "Sudajaya Hilir"),
        ("Sela\u00adbatu", KEL, "Selabatu"),
        ("Selabatu\u00a0\u200b", KEL, "Selabatu"),
        ("Baros.", KEL, "Baros"),
        ("Se Kota", replace(KEC, citywide=True), "Se-Kota"),
        ("se-Kota", replace(KEL, citywide=True), cells.CITYWIDE),
        ("SEKOTA", replace(KEL, citywide=True), "Se-Kota"),
        ("Se-Kota Sukabumi", replace(KEL, citywide=True), "Se-Kota"),
    ],
)
def test_a_place_is_read_at_the_level_of_its_column(typed, column, name):
    assert value_of(typed, column) == name


@pytest.mark.parametrize(
    ("typed", "column", "why", "write"),
    [
        ("Sindanpalay", KEL, "mungkin yang dimaksud Sindangpalay", "Sindangpalay"),
        ("Cibereum", KEC, "mungkin yang dimaksud Cibeureum", "Cibeureum"),
        (
            "Cibeureum",
            KEL,
            "Cibeureum adalah nama kecamatan",
            "nama kelurahannya, salah satu dari Cibeureum Hilir / Babakan / ",
        ),
        ("Kec. Baros", KEL, "adalah kecamatan", "nama kelurahannya, salah satu dari Baros / Jayaraksa / "),
        ("Kel. Baros", KEC, "adalah kelurahan", "Baros"),
        ("Kel. Cibeureum", KEC, "adalah kelurahan", "contohnya Cikole"),
        ("Selabatu", KEC, "Selabatu adalah nama kelurahan", "Cikole"),
        ("Cisaat", KEC, "Cisaat termasuk Kabupaten Sukabumi", "contohnya Cikole"),
        ("Sukaraja", KEL, "Sukaraja termasuk Kabupaten Sukabumi", "contohnya Selabatu"),
        ("Kec. Cisaat", KEL, "Kabupaten Sukabumi", "contohnya Selabatu"),
        ("Gunung Guruh", KEC, "Kabupaten Sukabumi", "contohnya Cikole"),
        ("se-Kota", KEL, "bukan se-Kota", "contohnya Selabatu"),
        ("Cikole dan Baros", KEC, "satu kecamatan", "satu kecamatan saja"),
        ("Atlantis", KEL, "tidak ada di daftar", "contohnya Selabatu"),
        ("32.72.99.1002", KEL, "tidak ada di daftar", "contohnya Selabatu"),
        (7, KEL, "tidak berisi nama", "contohnya Selabatu"),
        (True, KEC, "tidak berisi nama", "contohnya Cikole"),
        (EARLY, KEC, "tidak berisi nama", "contohnya Cikole"),
    ],
)
def test_an_uncertain_place_is_refused_with_its_own_reason(typed, column, why, write):
    got = refusal(typed, column)
    assert why in got.why and write in got.write, got


def test_every_official_name_is_found_at_its_level_and_lies_in_its_kecamatan():
    assert (len(PLACES.kelurahan), len(PLACES.kecamatan)) == (33, 7)
    for name in PLACES.kelurahan:
        assert PLACES.find(name.upper().replace(" ", ""), "kelurahan") == name
        assert name in PLACES.kelurahan_of(PLACES.kecamatan_of(name))
    for name in PLACES.kecamatan:
        assert PLACES.find(f"Kec. {name}", "kecamatan") == name
    assert PLACES.find("Kec. Baros", "kelurahan") is None
    assert PLACES.kecamatan_of("Cisaat") is None and PLACES.kelurahan_of("Cisaat") == ()


WILAYAH = "kode_kelurahan,kelurahan,kode_kecamatan,kecamatan,petak_kolom,petak_baris,nama_petak\n"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "alias_wilayah.csv",
            "tertulis,tingkat,nama\nX,kelurahan,Entah\n",
            "alias_wilayah.csv, X: tidak ada kelurahan",
        ),
        ("alias_wilayah.csv", "tertulis,tingkat,nama\nX,desa,Baros\n", 'baris 2, kolom "tingkat"'),
        ("alias_wilayah.csv", "tertulis,tingkat,nama\nTipar,kelurahan,Baros\n", "sudah berarti tempat lain"),
        ("alias_wilayah.csv", "tertulis,nama\nX,Baros\n", "kepala harus tertulis,tingkat,nama"),
        ("luar_daerah.csv", "nama,keterangan\nCisaat,\n", 'kolom "keterangan": belum diisi'),
        ("wilayah.csv", f"{WILAYAH}1,Baros,1,Baros,1,1,Baros\n2,baros,1,Baros,1,2,Baros\n", "tertulis dua kali"),
        ("wilayah.csv", f"{WILAYAH}1,A,1,Gunung Puyuh,1,1,A\n2,B,1,Gunungpuyuh,1,2,B\n", "dua ejaan"),
    ],
)
def test_a_mistake_in_the_reference_files_names_file_and_line(tmp_path, file, text, told):
    for name in ("wilayah.csv", "alias_wilayah.csv", "luar_daerah.csv", "daerah.toml"):
        (tmp_path / name).write_text((Path(__file__).parents[1] / "reference" / name).read_text("utf-8"), "utf-8")
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(ValueError, match=told):
        Places.load(tmp_path)


# --- whatever may come

NEARLY_READABLE = st.text(alphabet="0123456789.,-–()/ rpRPmMjtTa\n'\"%e+x;:#=")
ANY_VALUE = (
    st.none() | st.text() | NEARLY_READABLE | st.floats() | st.booleans()
    | st.integers() | st.integers(min_value=-(10**400), max_value=10**400) | st.dates() | st.datetimes()
)  # fmt: skip


def test_an_integer_too_long_to_be_printed_is_refused_in_every_column():
    for column in EVERY_COLUMN:
        assert read(10**5000, column).state == "ditolak"


@given(ANY_VALUE, st.sampled_from(EVERY_COLUMN))
def test_no_value_raises_and_no_count_is_negative(value, column):
    reading = read(value, column)
    assert reading.state in ("dibaca", "kosong", "nihil", "ditolak")
    assert (reading.value is None) == (reading.state != "dibaca")
    if reading.state == "dibaca" and column.type in ("bil", "rp"):
        assert type(reading.value) is int and 0 <= reading.value < 2**63
    if reading.state == "ditolak":
        assert reading.why.endswith(".") and reading.write


@given(st.integers(min_value=0, max_value=10**13))
def test_any_number_in_indonesian_form_reads_back(number):
    written = format_decimal(number, locale="id")
    assert value_of(written, BIL) == number
    assert value_of(f"Rp{written},-", RP) == number
    assert value_of(f"{written},00", RP) == number
    assert value_of(written.replace(".", " "), BIL) == number
    assert value_of(str(number), BIL) == number
    assert value_of(number, BIL) == number


@given(st.integers(min_value=0, max_value=10**13))
def test_a_number_spelled_out_behind_its_digits_reads_back(number):
    assert value_of(f"{format_decimal(number, locale='id')} ({num2words(number, lang='id')})", BIL) == number


@given(st.dates(dt.date(2022, 1, 1), dt.date(2027, 12, 31)))
def test_any_date_reads_back_in_each_written_form(date):
    patterns = (
        "d/M/y",
        "dd-MM-y",
        "d.M.yy",
        "y-MM-dd",
        "d MMMM y",
        "d MMM y",
        "d MMM yy",
        "d-MMM-yy",
        "d/M/yy",
    )
    patterns += ("EEEE, d MMMM y", "EEEE (d/M/yy)", "EEEE d MMM y", "dd MMM. y")
    for pattern in patterns:
        assert value_of(format_date(date, pattern, locale="id"), TGL) == date
    assert value_of((date - dt.date(1899, 12, 30)).days, TGL) == date
    for pattern in ("y-MM", "MMMM y", "MMM y", "M/y"):
        assert value_of(format_date(date, pattern, locale="id"), BULAN) == f"{date:%Y-%m}"


@pytest.mark.parametrize(
    "unit", ["1", "1.", "1 ", "Rp", "(", "a ", "4/", "- ", " ", "\n", "\u200b", "s.d. 1", ";", "=", "#A"]
)
def test_a_very_long_text_is_read_at_once(unit):
    text = (unit * 50_000)[:50_000] + "!"
    started = time.process_time()
    for column in EVERY_COLUMN:
        assert read(text, column).state in ("dibaca", "ditolak")
    assert time.process_time() - started < 3
    started = time.process_time()
    for column in EVERY_COLUMN:
        read(text[:390], column)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "typed",
    ["Nihil s.d. tgl 25", "Nihil sampai hari ini", "nihil per 25 November 2024", "NIHIL bulan ini", "Nihil (0)", "Nihil s/d 25/11/2024",
     "nihil per tgl. 25-11-2024", "tidak ada kejadian sampai dengan tanggal 25 November", "Nihil hingga saat ini"],
)  # fmt: skip
def test_none_up_to_a_day_is_none(typed):
    assert cells.says_nihil(typed)


@pytest.mark.parametrize(
    "typed",
    ["Nihil sejak tgl 25", "nihil sebelum 25 November 2024", "Nihil s.d. 25", "Nihil sampai tgl 25, setelah itu 2 kasus", "nihil (2)",
     "tidak nihil per 25 November 2024", "nihil per 12 orang", "nihil kecuali tgl 25", "Nihil per TPS", "data nihil menyusul"],
)  # fmt: skip
def test_none_with_something_beside_it_is_not_taken_as_none(typed):
    assert not cells.says_nihil(typed)
