"""Dates with what people write around them: what changes nothing is taken off, the rest is asked."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from monev.reading.cells.dates import read_date
from tests.test_cells import BULAN, EARLY, TGL, read, refusal, value_of


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
        "TMT 4 November 2024", "T.M.T. 4/11/2024", "Terhitung mulai tanggal 4 November 2024", "Keadaan 4 November 2024",
        "Kondisi s.d. 4 November 2024 pkl. 15.00", "Kondisi s/d tgl 4 Nov 2024", "Posisi: 4 November 2024",
        "Kondisi per 4 November 2024", "Data s.d. 4 November 2024", "Keadaan tanggal 4 November 2024",
        # said otherwise
        "Tgl 4 bulan 11 tahun 2024", "tanggal 4 bulan 11 thn. 2024", "4 bln 11 th 2024",
        "Senen, 4 November 2024", "malam Selasa, 4 November 2024", "4 November 2024 (malam Selasa)", "Malam Senin, 4 November 2024",
        "4/11/2024 malam Selasa", "Senin malam Selasa, 4 November 2024", "Senin, 4 November 2024 (malam Selasa)",
        "Senin malam, 4 November 2024", "4 November 2024 (sesi pertama)", "4 November 2024 sesi 2", "4 November 2024 (pagi)",
        # beside Hijri
        "2 Jumadil Awal 1446 H / 4 November 2024 M", "4 November 2024 / 2 Jumadil Ula 1446 H", "4 November 2024 M",
        "4 November 2024 M (2 Jumadil Awal 1446 H)", "Senin, 2 Jumadal Ula 1446 H bertepatan dengan 4 November 2024 M",
        "04-11-2024 M/02-05-1446 H", "2 Jumadil Awal 1446, 4 November 2024",
        # with its document
        "4 November 2024 (Surat BKN No. 1187/B/XI/2024)", "4 November 2024 (SK No. 12/XI/2024)", "4 November 2024 (nota dinas)",
        "4 November 2024 (SK Wali Kota Nomor 188 Tahun 2024)", "4 November 2024 (BAST No. 5)", "4 November 2024 (nota dinas camat)",
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
        ("4 Jul 2024", 7), ("4 Juny 2024", 6), ("4 July 2024", 7), ("4 Aug 2024", 8), ("4 Agustuss 2024", 8), ("4 Sepetmber 2024", 9), ("4 Oct 2024", 10),
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
        ("mulai 4 November 2024", "rencana atau batal"),
        ("4 November 2024 tahap 1", "tulisan lain"),
        ("Pelantikan, 4 November 2024", "tulisan lain"),
        ("4 November 2024 (gelombang 2)", "tulisan lain"),
        ("4 & 5 November 2024", "beberapa tanggal"),
        ("4 atau 5 November 2024", "beberapa tanggal"),
        ("4 November 2024\n6 November 2024", "beberapa tanggal"),
        ("4 Jul 2024 jadi 5 Jul 2024", "beberapa tanggal"),
        ("4 s.d. 8 November 2024", "rentang"),
        ("malam Selasa, 6 November 2024", "tidak cocok"),
        ("Selasa malam, 4 November 2024", "tidak cocok"),
        ("Selasa, 4 November 2024 (malam Selasa)", "tidak cocok"),
        ("Rebo, 4 November 2024", "tidak cocok"),
        ("Jumaah, 4 November 2024", "tidak cocok"),
        ("malam 4 November 2024", "tulisan lain"),
        ("2 Jumadil Awal 1446 H", "tanggal Hijriah"),
        ("Senin, 2 Jumadil Awal 1446", "tanggal Hijriah"),
        ("02/05/1446 H", "tanggal Hijriah"),
        ("12 Jumadil Awal 1446 H / 4 November 2024 M", "bukan hari yang sama"),
        ("Selasa, 2 Jumadil Awal 1446 H / 4 November 2024 M", "tidak cocok"),
        ("2 Jumadil Awal 1446 H / 4 dan 5 November 2024", "beberapa tanggal"),
        ("4 November 2024 (surat pembatalan)", "tulisan lain"),
        ("4 November 2024 (surat rencana kegiatan)", "rencana atau batal"),
        ("4 November 2024 (nota dinas 6 November 2024)", "beberapa tanggal"),
        ("4 November 2024 (SK tgl 6-11-2024)", "beberapa tanggal"),
        ("4 November 2024 (undangan)", "tulisan lain"),
        ("4 November 2024 (SK perubahan No. 5)", "tulisan lain"),
        ("4 November 2024 (gelombang pertama)", "tulisan lain"),
        ("kondisi sebelum 4 November 2024", "rencana atau batal"),
        ("keadaan rusak 4 November 2024", "tulisan lain"),
        ("laporan 4 November 2024", "tulisan lain"),
        ("tanggal 4 bulan 11", "Tahunnya belum"),
        ("4 November 20024", "5 angka"),
        ("4/11/224", "3 angka"),
        ("4 XI 2024 lagi", "tulisan lain"),
        ("November 4, 2024 lanjutan", "tulisan lain"),
        (4112024, "tanpa pemisah"),
        ("tidak ada jadwal lagi sesudah 4 November 2024", "rencana atau batal"),
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


@pytest.mark.parametrize(
    ("typed", "day"),
    [("Rebo, 6 Nop. 2024", 6), ("Salasa 5/11/2024", 5), ("Kemis, 7 Nov 2024", 7), ("Jumaah, 8 November 2024", 8),
     ("Jum'ah 8 November 2024", 8), ("Saptu, 9 November 2024", 9), ("Malam Jumat, 7 November 2024", 7),
     ("malam Minggu, 9 November 2024", 9), ("malam Senen, 3 November 2024", 3)],
)  # fmt: skip
def test_weekdays_are_known_as_they_are_said_here(typed, day):
    assert value_of(typed, TGL) == dt.date(2024, 11, day)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("28 Rabi'ul Akhir 1446 H / 31 Oktober 2024 M", dt.date(2024, 10, 31)),
        ("1 Rabi'ul Awwal 1446 H / 5 September 2024", dt.date(2024, 9, 5)),
        ("10 Dzulhijjah 1445 H/17 Juni 2024", dt.date(2024, 6, 17)),
        ("9 Dzulqa'dah 1445 - 17 Mei 2024", dt.date(2024, 5, 17)),
        ("1 Ramadhan 1445 H (12 Maret 2024)", dt.date(2024, 3, 12)),
        ("5 Sya'ban 1445 H = 15 Februari 2024 M", dt.date(2024, 2, 15)),
        ("1 Muharam 1446 H/7 Juli 2024", dt.date(2024, 7, 7)),
        ("27 Rajab 1445 H, 8 Februari 2024", dt.date(2024, 2, 8)),
        ("1 Syawal 1445 H / 10 April 2024 M", dt.date(2024, 4, 10)),
    ],
)
def test_a_hijri_date_beside_its_own_day_is_left_out(typed, date):
    assert value_of(typed, TGL) == date


SCHEDULES = ["tidak ada jadwal", "Belum ada jadwal", "belum dijadwalkan", "blm terjadwal", "Jadwal belum ada", "tidak ada jadwal kampanye"]  # fmt: skip


@pytest.mark.parametrize("typed", SCHEDULES)
def test_no_schedule_is_no_date_yet_and_what_was_said_is_kept(typed):
    for column in (TGL, replace(TGL, required=True), BULAN):
        got = read(typed, column)
        assert (got.state, got.said) == ("kosong", typed.casefold())


WHOLE = st.sampled_from(
    ["4 November 2024", "4/11/2024", "4-11-24", "2024-11-04", "2024/11/04", "4 Nov 2024", "4Nov2024", "20241104", "4-XI-2024",
     "4 XI 2024", "November 4, 2024", "4.11.2024", "4 Nopember 24"]
)  # fmt: skip
AROUND = st.sampled_from(
    ["", "rapat", "(lanjutan)", "é", "no. 5", "tahap 1", "bukan", "H-3", "rencana", "lebih kurang", "…", "TPS", "malam", "/", "dll", "1446 H"]
)  # fmt: skip


@given(AROUND, WHOLE, AROUND)
def test_no_text_says_that_there_is_no_date_where_a_whole_one_stands(before, date, behind):
    got = read(f"{before} {date} {behind}".strip(), TGL)
    assert got.state == "dibaca" or not any(word in got.why for word in ("bukan tanggal", "belum ditulis")), got


@pytest.mark.parametrize("typed", ["Oktobr 2024", "October 2024", "Oct 2024", "Oktober 2024.", "X/2024", "OKT-24;"])
def test_a_month_is_read_in_the_same_ways(typed):
    assert value_of(typed, BULAN) == "2024-10"


def test_without_places_a_date_is_read_as_well():
    assert read_date("per 4 November 2024", TGL).value == EARLY
    assert read_date("Entah, 4 November 2024", replace(TGL, required=True)).state == "ditolak"


@pytest.mark.parametrize(
    "typed",
    ["4 November 2024 s.d. selesai", "4 November 2024 - selesai", "4/11/2024 s/d selesai", "Senin, 4 November 2024 sampai selesai",
     "4 November 2024 (sampai dengan selesai)", "4 Nov 2024 pkl. 09.00 s.d. selesai", "4/11/2024 (H-23)", "H-23, 4 November 2024",
     "4 November 2024, H-23", "H+2, Senin 4/11/2024", "4 November 2024 (H+1)"],
)  # fmt: skip
def test_until_it_is_over_and_the_days_to_the_vote_leave_the_date(typed):
    assert value_of(typed, TGL) == EARLY


@pytest.mark.parametrize(
    "typed",
    ["H-2 4 November 2024", "H-2 tanggal 4 November 2024", "H-2 (4 November 2024)", "H-3", "(H-3)", "4 November 2024 belum selesai",
     "4 November 2024, selesai", "4 November 2024 s.d. selesai 6 November 2024", "4 November 2024 (H-2 batal)"],
)  # fmt: skip
def test_what_may_move_the_date_is_asked(typed):
    assert read(typed, TGL).state == "ditolak"


def test_where_the_end_is_asked_for_an_open_one_is_none():
    assert read("4 November 2024 s.d. selesai", replace(TGL, title="Tanggal Selesai")).state == "ditolak"


LATEST = ["selambatnya 4 November 2024", "Selambat-lambatnya tanggal 4/11/2024", "paling lambat Senin, 4 November 2024",
          "Paling lama 4 Nov 2024", "maksimal tgl 4 November 2024", "maks. 4 November 2024", "paling lambat pada 4 November 2024"]  # fmt: skip


@pytest.mark.parametrize("typed", LATEST)
def test_the_latest_day_is_the_date_of_a_limit_and_none_of_what_has_happened(typed):
    assert value_of(typed, TGL) == EARLY
    for past in (True, object()):
        assert "rencana atau batal" in refusal(typed, replace(TGL, past=past)).why


@pytest.mark.parametrize(
    "typed",
    ["sebelum tanggal 4 November 2024", "paling lambat H-3", "paling lambat akhir November 2024", "paling cepat 4 November 2024",
     "paling lambat 4 November 2024 (revisi)", "bukan paling lambat 4 November 2024", "maksimal 4 hari"],
)  # fmt: skip
def test_another_limit_is_asked(typed):
    assert read(typed, TGL).state == "ditolak"


@pytest.mark.parametrize(
    "typed",
    ["Bln Agustus 2024", "bln. Agustus 2024", "bulan Agustus 2024", "Bulan: Agustus 2024", "Agt 2024", "Agustus '24", "08-2024",
     "2024/08", "Agustus tahun 2024", "bulan Agustus tahun 2024", "bulan 8 tahun 2024"],
)  # fmt: skip
def test_a_month_is_read_with_what_it_is_called(typed):
    assert value_of(typed, BULAN) == "2024-08"


@pytest.mark.parametrize(
    "typed",
    ["Agustus - September 2024", "bulan Agustus dan September 2024", "sebelum Agustus 2024", "laporan Agustus 2024", "paling lambat 4 Agustus 2024",
     "bukan Agustus 2024", "Agustus 2024 (revisi)", "08-2024 dan 09-2024"],
)  # fmt: skip
def test_no_text_says_that_there_is_no_month_where_one_stands(typed):
    assert "bukan bulan" not in refusal(typed, BULAN).why
