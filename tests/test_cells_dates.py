"""Dates with what people write around them: what changes nothing is taken off, the rest is asked."""

import datetime as dt
from dataclasses import replace

import pytest

from monev.cells.dates import read_date
from tests.test_cells import BULAN, EARLY, TGL, refusal, value_of


@pytest.mark.parametrize(
    "typed",
    [
        # names of months
        "4 Novenber 2024", "4 Novemebr 2024", "4 Nopenber 2024", "4 Novembe 2024", "4/Nov/2024", "4/November/2024",
        "4-XI-2024", "4/XI/2024", "4 XI 2024", "04.XI.2024", "November 4, 2024", "Nov 4th, 2024", "4th November 2024",
        "2024-Nov-04", "20241104", 20241104, 20241104.0, "4 november, 2024", "4November2024",
        # behind it
        "4 nov 2024,", "4 November 2024;", "4 November 2024*", "4 Nov. 2024 .", "4 November 2024 Pkl. 09.00",
        "4 November 2024, pkl 09.00 WIB", "4 November 2024 (pkl. 09.00 s.d. selesai)", "4 November 2024 09:00",
        "4-11-2024 (09.00 WIB)", "4 November 2024 (Senin)", "4 November 2024, Senin", "4 November 2024 (sore)",
        "4 November 2024 siang", "4 November 2024 jam 9", "4 bulan November tahun 2024", "4 NOPEMBER 2024,-", "4 November 2024 (Kel. Selabatu)",
        # before it
        "Sukabumi, 4 November 2024", "Kota Sukabumi, 4 November 2024", "Sukabumi, Senin 4 November 2024",
        "Bandung, 4 November 2024", "per 4 November 2024", "Per tgl. 4 November 2024", "keadaan per 4 November 2024",
        "s.d. 4 November 2024", "s/d 4 Nov 2024", "sd. 4/11/2024", "sampai dengan 4 November 2024",
        "tgl. 4 November 2024", "Update: 4 November 2024", "pada 4 November 2024", "Senin / 4 November 2024",
        "Hari/Tgl: Senin, 4 November 2024", "Monday, 4 November 2024", "“4 November 2024”", "• 4 November 2024",
    ],
)  # fmt: skip
def test_an_evident_date_is_read_with_what_stands_around_it(typed):
    got = value_of(typed, TGL)
    assert got == EARLY and type(got) is dt.date


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("4 January 2024", 1), ("4 Febuari 2024", 2), ("4 March 2024", 3), ("4 May 2024", 5), ("4 June 2024", 6),
        ("4 Jul 2024", 7), ("4 Aug 2024", 8), ("4 Agustuss 2024", 8), ("4 Sepetmber 2024", 9), ("4 Oct 2024", 10),
        ("4 Oktoper 2024", 10), ("4 Dec 2024", 12), ("4-XII-2024", 12), ("4/I/2024", 1), ("4 Marett 2024", 3),
    ],
)  # fmt: skip
def test_english_roman_and_once_slipped_months_are_known(typed, month):
    assert value_of(typed, TGL) == dt.date(2024, month, 4)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("4 November 2024 (rencana)", "rencana atau batal"),
        ("rencana 4 November 2024", "rencana atau batal"),
        ("4 November 2024 (batal)", "rencana atau batal"),
        ("4 November 2024 (mundur ke 8)", "rencana atau batal"),
        ("4 November 2024, belum pasti", "rencana atau batal"),
        ("4 November 2024?", "rencana atau batal"),
        ("sekitar 4 November 2024", "rencana atau batal"),
        ("batal, 4 November 2024", "rencana atau batal"),
        ("Ditunda, 4 November 2024", "rencana atau batal"),
        ("paling lambat 4 November 2024", "rencana atau batal"),
        ("mulai 4 November 2024", "rencana atau batal"),
        ("4 November 2024 tahap 1", "tulisan lain"),
        ("Pelantikan, 4 November 2024", "tulisan lain"),
        ("4 November 2024 (gelombang 2)", "tulisan lain"),
        ("4 & 5 November 2024", "beberapa tanggal"),
        ("4 atau 5 November 2024", "beberapa tanggal"),
        ("4 November 2024\n6 November 2024", "beberapa tanggal"),
        ("4 Jul 2024 jadi 5 Jul 2024", "beberapa tanggal"),
        ("4 s.d. 8 November 2024", "rentang"),
        ("4 Jumi 2024", "Nama bulannya"),
        ("4 Juki 2024", "Nama bulannya"),
        ("4 Mai 2024", "Nama bulannya"),
        ("13-XIII-2024", "Nama bulannya"),
        ("Sukabumi, Selasa 4 November 2024", "tidak cocok"),
        ("4 November 2024 (Selasa)", "tidak cocok"),
        ("akhir November 2024", "harinya belum"),
        ("Sukabumi, November 2024", "harinya belum"),
        ("08112024", "tanpa pemisah"),
        ("20241304", "bukan tanggal"),
        ("pekan depan", "bukan tanggal"),
        ("s.d. sekarang", "bukan tanggal"),
    ],
)
def test_what_is_no_certain_date_is_told_as_what_it_is(typed, why):
    assert why in refusal(typed, TGL).why


@pytest.mark.parametrize("typed", ["4 November 2024 (rencana)", "4 & 5 November 2024", "31/11/2024", "4/11/2204"])
def test_no_date_is_proposed_where_one_is_there_that_is_not_certain(typed):
    assert "2024" not in refusal(typed, TGL).write.replace("antara 2022 dan 2027", "")


@pytest.mark.parametrize(
    ("typed", "write"),
    [
        ("Senin (4/11)", "4 November lengkap dengan tahunnya"),
        ("11/14/2024", "14/11/2024"),
        ("08112024", "8 November 2024 bila itu yang dimaksud"),
        ("4 Nvmbr 2024", "4 November 2024"),
    ],
)
def test_what_can_be_mended_is_mended_from_the_cell_itself(typed, write):
    assert refusal(typed, TGL).write == write


@pytest.mark.parametrize("typed", ["Oktobr 2024", "October 2024", "Oct 2024", "Oktober 2024.", "X/2024", "OKT-24;"])
def test_a_month_is_read_in_the_same_ways(typed):
    assert value_of(typed, BULAN) == "2024-10"


def test_without_places_a_date_is_read_as_well():
    assert read_date("per 4 November 2024", TGL).value == EARLY
    assert read_date("Entah, 4 November 2024", replace(TGL, required=True)).state == "ditolak"
