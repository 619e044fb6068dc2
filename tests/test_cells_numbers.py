"""Figures as officials write them: what is plain is read, the rest is asked, and nothing is advised wrongly."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from num2words import num2words

from tests.test_cells import BIL, RP, read, refusal, value_of

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
        ("25 miliar, 500 juta", RP, "bukan satu angka"),
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
    ("typed", "column", "why", "write"),
    [
        ("25.OOO", BIL, "huruf", "25000 bila huruf itu memang angka"),
        ("25.OOO.OOO", RP, "huruf", "25.000.000 bila huruf itu memang angka"),
        ("1.1O2", BIL, "huruf", "1102 bila huruf itu memang angka"),
        ("l.102", BIL, "huruf", "1102 bila huruf itu memang angka"),
        ("1O2 unit", BIL, "huruf", "angkanya dengan 0 sampai 9 saja"),
        ("lO8123456789O", BIL, "huruf", "angkanya dengan 0 sampai 9 saja"),
        ("lima belas (16)", BIL, "tidak sama", "16 atau 15, yang benar di antara keduanya"),
        ("15 enam belas", BIL, "tidak sama", "15 atau 16, yang benar di antara keduanya"),
        ("15 (belas dua)", BIL, "tidak sama", "satu angka saja, yang benar di antara keduanya"),
        ("12 + 5", BIL, "beberapa bagian", "17 bila semua bagian dihitung di kolom ini"),
        ("1.200 + 50 + 0", BIL, "beberapa bagian", "1250 bila semua bagian dihitung di kolom ini"),
        ("12 L + 5 P", BIL, "beberapa bagian", "jumlah semua bagian yang dihitung di kolom ini"),
        ("1,234,567.89", RP, "cara Inggris", "1.234.567 atau 1.234.568 sebagai angka bulat"),
    ],
)
def test_what_was_typed_is_mended_with_both_figures_where_two_are_possible(typed, column, why, write):
    got = refusal(typed, column)
    assert why in got.why and got.write == write


@pytest.mark.parametrize(
    ("typed", "column", "write"),
    [
        ("1,102", BIL, "1102 tanpa koma, bila yang dimaksud ribuan"),
        ("200,000", RP, "200000 tanpa koma, bila yang dimaksud ribuan"),
        ("1.5 ribu", BIL, "1500"),
        ("2 ribu", BIL, "2000"),
        ("1,234,567", BIL, "1.234.567"),
    ],
)
def test_what_can_be_mended_is_mended_from_the_cell_itself(typed, column, write):
    assert refusal(typed, column).write == write


PESERTA = replace(BIL, title="Jumlah Peserta", name="jumlah_peserta")
LINMAS = replace(BIL, title="Personel Linmas", name="personel_linmas")


@pytest.mark.parametrize(
    ("typed", "column", "number"),
    [
        # a point before a word such as juta
        ("5.5 jt", RP, 5_500_000),
        ("31.25 M", RP, 31_250_000_000),
        ("Rp. 10.5 Milyar,-", RP, 10_500_000_000),
        ("0.5 M", RP, 500_000_000),
        ("1.75 rb", RP, 1750),
        ("5.5 jt (lima juta lima ratus ribu rupiah)", RP, 5_500_000),
        ("1.5 juta", RP, 1_500_000),
        # the same figure twice
        ("18/18", KPPS, 18),
        ("18 dari 18", KPPS, 18),
        ("18 TPS dari 18 TPS", KPPS, 18),
        ("1.102/1102", BIL, 1102),
        ("18 / 18 TPS", KPPS, 18),
        ("75 dari total 75", PESERTA, 75),
        ("0/0", BIL, 0),
        # a total and its parts
        ("14 (7 pick up, 7 truk)", BIL, 14),
        ("14 unit (7 pick up; 7 truk)", BIL, 14),
        ("14 (7+7)", BIL, 14),
        ("1.886 (PNS 1.412, PPPK 474)", BIL, 1886),
        ("1.886 orang (PNS: 1.412 + PPPK: 474)", BIL, 1886),
        ("266.717 lbr (133 dus @ 2.000 + 717)", BIL, 266_717),
        ("150 (70 L, 80 P)", PESERTA, 150),
        ("150 orang (70 laki-laki dan 80 perempuan)", PESERTA, 150),
        ("17 (15 TPS reguler, 2 TPS lokus)", TPS, 17),
        ("7.500.000 (150 org x Rp50.000)", RP, 7_500_000),
        # free
        ("tanpa biaya", RP, 0),
        ("Gratis", RP, 0),
        ("Tidak ada biaya", RP, 0),
        ("tdk ada anggaran", RP, 0),
        ("non anggaran", RP, 0),
        ("0 (gratis)", RP, 0),
        ("Rp 0,- (tanpa biaya)", RP, 0),
        ("(tanpa biaya)", RP, 0),
        ("biaya nihil", RP, 0),
        # letters for the zeros of no fraction
        ("15.000.000.000,oo", RP, 15 * 10**9),
        ("Rp 15.000.000,OO", RP, 15_000_000),
        ("Rp15.000,oo (lima belas ribu rupiah)", RP, 15_000),
        ("1.102,oo", BIL, 1102),
        # people
        ("28 anggota aktif", LINMAS, 28),
        ("28 personil linmas", LINMAS, 28),
        ("28 kader", LINMAS, 28),
        ("28 petugas", LINMAS, 28),
        ("60 peserta hadir", PESERTA, 60),
    ],
)
def test_what_a_figure_carries_with_it_is_read_where_all_of_it_agrees(typed, column, number):
    assert value_of(typed, column) == number


@pytest.mark.parametrize(
    ("typed", "column", "why"),
    [
        ("25.500 M", RP, "ribuan miliar"),
        ("25,000 jt", RP, "dapat berarti ribuan"),
        ("25.5.5 M", RP, "pemisah ribuan"),
        ("05.11 jt", RP, "pemisah ribuan"),
        ("5.5 jutaan", RP, "perkiraan"),
        ("5.5-6.5 jt", RP, "rentang"),
        ("10.5", RP, "pecahan"),
        ("1.23456 M", RP, "pemisah ribuan"),
        ("17/18", KPPS, "dua angka yang berbeda"),
        ("18 dari 19", KPPS, "dua angka yang berbeda"),
        ("18/18/18", KPPS, "bukan satu angka"),
        ("belum 18/18", KPPS, "bukan satu angka"),
        ("18 TPS dari 18 orang", KPPS, "bukan satu angka"),
        ("75/75", PESERTA, "laki-laki dan perempuan"),
        ("14 (7 pick up, 8 truk)", BIL, "tidak sama"),
        ("266.717 lbr (133 dus @ 2.000 + 718)", BIL, "tidak sama"),
        ("150 (70 L, 81 P)", PESERTA, "tidak sama"),
        ("14 (10 baik, 4 rusak)", RUSAK, "mungkin tidak dihitung"),
        ("18 (16 lengkap, 2 belum)", KPPS, "mungkin tidak dihitung"),
        ("18 (16 lengkap, 2 TPS)", KPPS, "mungkin tidak dihitung"),
        ("20 (18 hadir, 2 tidak hadir)", PESERTA, "mungkin tidak dihitung"),
        ("150 (70 L, 80 P)", DPT, "mungkin tidak dihitung"),
        ("10 TPS (TPS 3, TPS 7)", TPS, "bukan satu angka"),
        ("10 (3, 7)", TPS, "bukan satu angka"),
        ("10 (RW 3, RW 7)", BIL, "bukan satu angka"),
        ("14 dus (7 besar, 7 kecil)", BIL, "beberapa buah"),
        ("gratis bagi peserta", RP, "bukan angka"),
        ("tidak ada biaya tambahan", RP, "bukan angka"),
        ("belum ada biaya", RP, "bukan angka"),
        ("biaya belum ada", RP, "bukan angka"),
        ("gratis", BIL, "bukan angka"),
        ("tanpa biaya 500.000", RP, "bukan satu angka"),
        ("25,ooo", RP, "huruf"),
        ("25.OOO,oo", RP, "huruf"),
        ("1,oo", RP, "huruf"),
        ("28 anggota tidak aktif", LINMAS, "kata yang tidak dikenal"),
        ("28 anggota nonaktif", LINMAS, "kata yang tidak dikenal"),
        ("28 anggota aktif", BIL, "kata yang tidak dikenal"),
        ("28 aktif", LINMAS, "kata yang tidak dikenal"),
    ],
)
def test_what_does_not_agree_or_may_be_another_figure_is_asked(typed, column, why):
    got = refusal(typed, column)
    assert why in got.why, got
    assert not re.search(r"\d", got.write.replace("0 sampai 9", "")), got


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("PNS 1.412 + PPPK 474", BIL),
        ("70 L + 80 P", PESERTA),
        ("L 20 P 30", PESERTA),
        ("APBD 5.500.000 + sponsor 2.000.000", RP),
        ("17 TPS + 2 TPS lokus", TPS),
    ],
)
def test_of_several_parts_the_sum_is_asked_for_never_one_of_them(typed, column):
    got = refusal(typed, column)
    assert "beberapa bagian" in got.why and got.write == "jumlah semua bagian yang dihitung di kolom ini"


@pytest.mark.parametrize("typed", ["150 org x Rp50.000", "150 x 50.000", "133 dus @ 2.000"])
def test_of_a_product_the_result_is_asked_for(typed):
    assert refusal(typed, RP).write == "hasil hitungannya"


@pytest.mark.parametrize(
    "typed",
    ["(-) 200.000.000", "- 200.000.000", "minus 200.000.000", "(minus) Rp 200.000.000,-", "(-) 200.000.000,oo", "(-)200 juta"],
)  # fmt: skip
def test_a_fall_is_read_where_it_may_be_and_told_elsewhere(typed):
    assert value_of(typed, replace(RP, negative=True)) == -200_000_000
    got = refusal(typed, RP)
    assert "kurang dari nol" in got.why and got.write == "angka yang benar, nol atau lebih"


@pytest.mark.parametrize(
    "typed", ["(-) 200,000", "-1,102", "turun 200.000", "(1,234,567)", "-15 aneh", "minus 2 dus", "(-) 5.5"]
)
def test_advice_never_drops_the_sign_of_a_fall(typed):
    for column in (RP, BIL, replace(RP, negative=True), replace(BIL, negative=True)):
        got = refusal(typed, column)
        assert not re.search(r"\d", got.write), got
        if column.negative:
            assert "minus" in got.write
        elif not typed.startswith("(1"):
            assert got.write == "angka yang benar, nol atau lebih"


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_total_is_read_only_with_parts_that_add_up_to_it(first, second):
    total = first + second
    assert value_of(f"{total} (PNS {first}, PPPK {second})", BIL) == total
    assert read(f"{total + 1} (PNS {first}, PPPK {second})", BIL).state == "ditolak"
    assert read(f"{first} dari {second}", BIL).value == (first if first == second else None)


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


NOTES = ["reguler", "terlampir", "sesuai BA", "sesuai SK", "sesuai SK No. 12/2024", "berdasarkan berita acara", "lengkap", "valid", "final",
         "fix", "ok", "OK", "update", "data per 25/11", "per 25 November 2024", "data per tgl 25", "98%", "98,25 persen", "85% dari pagu",
         "target 1.000", "dari target 1.000"]  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("figure", ["1.102", "1.102 orang", "1102"])
def test_a_note_in_brackets_leaves_the_figure(figure, note):
    assert value_of(f"{figure} ({note})", BIL) == 1102


@pytest.mark.parametrize(
    ("typed", "column", "number"),
    [
        ("31 TPS (reguler)", TPS, 31),
        ("21.412.750.000,- (85,65%)", RP, 21_412_750_000),
        ("Rp 2.760.000.000,- (sesuai NPHD)", RP, 2_760_000_000),
        ("640 dari target 1.000", BIL, 640),
        ("640 dr target 1.000", BIL, 640),
        ("640 orang dari target 1.000 orang", BIL, 640),
        ("640 (target: 1.000)", BIL, 640),
        ("2 M 760 jt", RP, 2_760_000_000),
        ("2 miliar 760 juta", RP, 2_760_000_000),
        ("1 jt 500 rb", RP, 1_500_000),
        ("Rp 25 milyar 400 juta 250 ribu,-", RP, 25_400_250_000),
        ("Rp2 M 760 juta rupiah", RP, 2_760_000_000),
        ("1.102 btl (45 dus + 22 btl)", BIL, 1102),
        ("1.102 botol (45 box + 22 botol)", BIL, 1102),
        ("1.102 lembar (2 rim)", BIL, 1102),
        ("17 kotak (10 kotak + 7 kotak)", BIL, 17),
        ("1.102 btl (45 dus @ 24 + 22 btl)", BIL, 1102),
        ("Nihil (0)", BIL, 0),
        ("nihil per 25 November 2024", BIL, 0),
    ],
)
def test_a_clear_figure_with_a_harmless_tail_is_read(typed, column, number):
    assert value_of(typed, column) == number


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        *((f"1.102 ({note})", BIL) for note in (
            "tidak lengkap", "belum final", "tidak sesuai BA", "tidak valid", "sementara", "baru sebagian", "lengkap 1.000", "reguler 1.000",
            "update 1.120", "target", "seharusnya 1.012", "data per 25/11 kurang 3", "sesuai BA kecuali 3", "loksus", "-5%", "terlampir sebagian",
            "target 1.000 tidak tercapai", "per TPS", "per 12 orang", "per 12", "per 100", "data 12 orang", "45 dus + 22 btl", "sesuai SK dikurangi 3")),
        ("1.102 btl (45 dus + 22 btl rusak)", BIL),
        ("45 dus (1.102 btl)", BIL),
        ("1.102 btl (45 dus @ 24 + 21 btl)", BIL),
        ("17 kotak (10 kotak + 8 kotak)", BIL),
        ("15 (ok)", RUSAK),
        ("2 TPS (lengkap)", TIDAK_LENGKAP),
        ("sekitar 640 dari target 1.000", BIL),
        ("target 640 dari target 1.000", BIL),
        ("640 target 1.000", BIL),
        ("640 dari 1.000", BIL),
        ("640 dari target 1.000", replace(BIL, title="Target Peserta")),
        ("64% dari target 1.000", BIL),
        ("98% (final)", BIL),
        ("98%", BIL),
        ("(98%)", BIL),
        ("2 M 760 jt", BIL),
        ("2 M 7600 jt", RP),
        ("760 jt 2 M", RP),
        ("2 M 760 M", RP),
        ("2 M 1.760 jt", RP),
        ("2,5 M 760 jt", RP),
        ("2 M dan 760 jt", RP),
        ("2 M, 760 jt", RP),
        ("2 M 076 jt", RP),
        ("1 jt 500", RP),
        ("2 M 760 jt (perkiraan)", RP),
        ("2 M 760 jt-an", RP),
        ("minus 2 M 760 jt", RP),
        ("nihil sejak 25 November 2024", BIL),
    ],
)  # fmt: skip
def test_a_tail_that_may_change_the_figure_is_asked(typed, column):
    got = refusal(typed, column)
    assert "dus" not in typed or "@" in typed or "tidak sama" not in got.why


@pytest.mark.parametrize(
    "typed", ["95% (412)", "412 orang, 98%", "412 = 98%", "412 - 98 persen", "64% dari 1.000", "412 (98%) lebih"]
)
def test_nobody_is_told_that_a_figure_is_a_percentage(typed):
    got = read(typed, BIL)
    assert got.state == "dibaca" or "bukan persen" not in got.why
