"""Figures as officials write them: what is plain is read, the rest is asked, and nothing is advised wrongly."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from tests.test_cells import BIL, RP, refusal, value_of

RUSAK = replace(BIL, title="Jumlah Rusak", name="jumlah_rusak")
TPS = replace(BIL, title="Jumlah TPS", name="jumlah_tps")
TIDAK_LENGKAP = replace(BIL, title="Jumlah TPS Tidak Lengkap", name="jumlah_tps_tidak_lengkap")
KPPS = replace(BIL, title="TPS KPPS Lengkap", name="tps_kpps_lengkap")
DPT = replace(BIL, title="DPT Laki-laki", name="dpt_laki_laki")


@pytest.mark.parametrize(
    ("typed", "column", "number"),
    [
        ("12 bh", BIL, 12),
        ("120 org.", BIL, 120),
        ("1.102 jiwa", BIL, 1102),
        ("120 peserta", BIL, 120),
        ("60 mahasiswa", BIL, 60),
        ("500 eksemplar", BIL, 500),
        ("20 pcs", BIL, 20),
        ("1.200 kotak", BIL, 1200),
        ("15 buah rusak", RUSAK, 15),
        ("2 TPS tidak lengkap", TIDAK_LENGKAP, 2),
        ("16 TPS lengkap", KPPS, 16),
        ("4.012 laki-laki", DPT, 4012),
        ("sebanyak 15 orang", BIL, 15),
        ("sejumlah 1.102 lembar", BIL, 1102),
        ("jumlah: 15", BIL, 15),
        (": 15", BIL, 15),
        ("1.102*", BIL, 1102),
        ("1.102 *)", BIL, 1102),
        ("1.102**", BIL, 1102),
        ("0,-", BIL, 0),
        ("0,-", RP, 0),
        ("nol", BIL, 0),
        ("0 (nol)", BIL, 0),
        ("nihil (0)", BIL, 0),
        ("0 / nihil", BIL, 0),
        ("N I H I L", BIL, 0),
        ("nihil, situasi kondusif", BIL, 0),
        ("1.116 (termasuk 15 rusak)", BIL, 1116),
        ("1.116 (sudah termasuk cadangan)", BIL, 1116),
        ("1.116, termasuk 15 rusak", BIL, 1116),
        ("412 (98%)", BIL, 412),
        ("412 (98,1 persen)", BIL, 412),
        ("lima belas (15)", BIL, 15),
        ("lima belas (15) unit", BIL, 15),
        ("15/lima belas", BIL, 15),
        ("lima belas / 15", BIL, 15),
        ("15 - lima belas", BIL, 15),
        ("15 lima belas", BIL, 15),
        ("sembilan belas", BIL, 19),
        ("Seratus dua puluh orang", BIL, 120),
        ("seribu seratus dua", BIL, 1102),
        ("1.102;", BIL, 1102),
        ("1.102,", BIL, 1102),
        ("“15”", BIL, 15),
        ("Rp. 25,5 M", RP, 25_500_000_000),
        ("25,5 Milyard", RP, 25_500_000_000),
        ("Rp25,5 Miliyar", RP, 25_500_000_000),
        ("25 Milliar", RP, 25 * 10**9),
        ("7,5 jt", RP, 7_500_000),
        ("Rp. 25 Milyar,-", RP, 25 * 10**9),
        ("Rp 1.500.000,=", RP, 1_500_000),
        ("Rp7.500.000*", RP, 7_500_000),
        ("tujuh juta lima ratus ribu rupiah", RP, 7_500_000),
        ("Rp 7.500.000,- (tujuh juta lima ratus ribu rupiah);", RP, 7_500_000),
    ],
)
def test_what_is_plain_is_read(typed, column, number):
    assert value_of(typed, column) == number


@pytest.mark.parametrize(
    ("typed", "column", "why"),
    [
        ("1.102 1)", BIL, "catatan kaki"),
        ("1.102 2)", BIL, "catatan kaki"),
        ("12 lusin", BIL, "beberapa buah"),
        ("3 dus", BIL, "beberapa buah"),
        ("5 rim kertas", BIL, "beberapa buah"),
        ("lima belas kodi", BIL, "beberapa buah"),
        ("120 KK", BIL, "beberapa buah"),
        ("25.OOO", BIL, "huruf"),
        ("25.OOO.OOO", RP, "huruf"),
        ("1.1O2", BIL, "huruf"),
        ("l.102", BIL, "huruf"),
        ("17 TPS + 2 TPS lokus", BIL, "bukan satu angka"),
        ("8 dari 17", BIL, "bukan satu angka"),
        ("17/2", BIL, "bukan satu angka"),
        ("15 dan 16", BIL, "bukan satu angka"),
        ("L 20 P 30", BIL, "bukan satu angka"),
        ("15 (belum termasuk 3)", BIL, "mengubah jumlahnya"),
        ("15 tidak termasuk rusak", BIL, "mengubah jumlahnya"),
        ("17 di luar cadangan", BIL, "mengubah jumlahnya"),
        ("95 persen", BIL, "persen"),
        ("95%", BIL, "persen"),
        ("95 pct", BIL, "persen"),
        ("lima belas (16)", BIL, "tidak sama"),
        ("15 enam belas", BIL, "tidak sama"),
        ("60 buah rusak", BIL, "kata yang tidak dikenal"),
        ("2 TPS lengkap", TIDAK_LENGKAP, "kata yang tidak dikenal"),
        ("16 TPS tidak lengkap", KPPS, "kata yang tidak dikenal"),
        ("119 KPPS", KPPS, "kata yang tidak dikenal"),
        ("551 TPS", DPT, "bukan yang dihitung"),
        ("119 orang", TPS, "bukan yang dihitung"),
        ("60 peserta dan panitia", BIL, "kata yang tidak dikenal"),
        ("25 juta-an", RP, "perkiraan"),
        ("25 Milyaran", RP, "perkiraan"),
        ("kl. 500", BIL, "perkiraan"),
        ("500 (perkiraan)", BIL, "perkiraan"),
        ("25 mily", RP, "kata yang tidak dikenal"),
        ("25.500 M", RP, "ribuan miliar"),
        ("25 miliar 500 juta", RP, "bukan satu angka"),
        ("dua tiga", BIL, "bukan angka"),
        ("0.123", BIL, "diawali nol"),
        ("19.0", BIL, "pemisah ribuan"),
        ("=15", BIL, "rumus"),
        ("±15", BIL, "perkiraan"),
        ("15?", BIL, "bukan satu angka"),
        ("tidak ada kendala", BIL, "belum jelas"),
        ("tidak ada kekurangan", BIL, "belum jelas"),
        ("3272010101900001 orang", BIL, "nomor"),
    ],
)
def test_what_is_not_understood_is_asked_without_a_figure_to_type(typed, column, why):
    got = refusal(typed, column)
    assert why in got.why, got
    proposed = re.sub("0 sampai 9|0 bila angkanya memang nol", "", got.write)
    assert not re.search(r"\d", proposed), got


@pytest.mark.parametrize(
    ("typed", "column", "write"),
    [
        ("1,102", BIL, "1102 tanpa koma, bila yang dimaksud ribuan"),
        ("25.5 M", RP, "25,5 miliar bila itu yang dimaksud"),
        ("1.5 juta", RP, "1,5 juta bila itu yang dimaksud"),
        ("2 ribu", BIL, "2000"),
        ("1,234,567", BIL, "1.234.567"),
    ],
)
def test_what_can_be_mended_is_mended_from_the_cell_itself(typed, column, write):
    assert refusal(typed, column).write == write


@pytest.mark.parametrize("stored", [0.95, 0.5, 0.123])
def test_a_stored_percent_is_told_as_one(stored):
    assert "seperti persen" in refusal(stored, BIL).why


@pytest.mark.parametrize("typed", ["1,102", "dua", "12,5", "1.5", "x", "60 kursi", "50%", True, 2**70, "081234"])
def test_the_example_of_the_column_never_stands_where_a_figure_is_to_be_typed(typed):
    column = replace(BIL, example="640")
    if typed != "dua":
        assert "640" not in refusal(typed, column).write


@given(st.integers(min_value=0, max_value=10**13))
def test_any_number_in_words_reads_back(number):
    said = num2words(number, lang="id")
    assert value_of(said, RP) == number
    assert value_of(f"{said} ({number})", RP) == number
    assert value_of(f"{said.title()} rupiah", RP) == number
