"""What no screen may show is emptied before it is read, whatever its header looks like; and a tab that need not be there
is missed only where one is nearly called so."""

import datetime as dt

import pytest

from monev.contract import contracts, reference
from monev.reading import kept_out, reader
from monev.reading.cells.places import Places
from monev.settings import CONTRACTS, REFERENCE
from monev.sheets import Spreadsheet, Tab
from tests.given import given, rows

ALL = contracts.load(CONTRACTS, reference.city(REFERENCE))
PLACES = Places.load(REFERENCE)
HEAD = ["Kecamatan", "Kelurahan", "Pemilih DPT", "Pengguna Laki-laki", "Pengguna Perempuan", "Suara Sah", "Suara Tidak Sah", "Tanggal Data"]  # fmt: skip
LINE = ["Cikole", "Selabatu", "9000", "3000", "3100", "6000", "100", "4 Desember 2024"]
VOTES = "(tidak dibaca: suara atau nama calon)"
#: What stands in columns that must be seen nowhere.
SECRET = ("4321", "1679")


def read(*tabs, agency="kpu"):
    """What is kept of these tabs (title, rows), how each was read, and what is told of none of them."""
    sheet = Spreadsheet(agency, tuple(Tab(title, lines, None) for title, lines in tabs), None, None)
    return reader.whole(sheet, ALL[agency], PLACES, dt.date(2025, 1, 10))


def asked(loose):
    return [one for one in loose if "tampak memuat" in one.alasan]


@pytest.mark.parametrize(
    "lines",
    [
        [[*HEAD, "Suara Paslon 1", "Suara Paslon 2"], [*LINE, *SECRET]],
        [["Perolehan Suara 01", *HEAD, "NAMA_CALON"], [SECRET[0], *LINE, SECRET[1]]],
        [[*HEAD, "Perolehan Suara Pasangan Calon", None], [None] * 8 + ["01", "02"], [*LINE, *SECRET]],
        [[None] * 8 + ["Kandidat", None], [*HEAD, "Nomor 1", "Nomor 2"], [*LINE, *SECRET]],
        [["REKAPITULASI"], [], [*HEAD[:5], "Suara Sah Paslon 1", "Suara Sah Paslon 2", *HEAD[6:]], [*LINE[:5], *SECRET, *LINE[6:]]],
    ],
    ids=["beside the others", "first and last", "merged over them", "in a row above", "nearly a column of ours"],
)  # fmt: skip
def test_columns_of_votes_are_emptied_and_told_and_cast_no_doubt(lines):
    kept, tabs, loose = read(("Partisipasi", lines))
    text = repr(kept) + repr(tabs) + repr(loose)
    assert not any(one in text for one in SECRET) and VOTES in repr(kept)
    [told] = asked(loose)
    assert (
        told.alasan.startswith("Kolom ")
        and "suara atau nama calon, jadi tidak dibaca dan tidak disimpan" in told.alasan
    )
    assert (told.bobot, told.tab, told.saran) == ("periksa", None, "hapus kolom itu dari lembar")
    [row] = tabs["partisipasi"].counted
    assert row.values["pengguna_perempuan"] == 3100 and row.values["suara_tidak_sah"] == 100
    assert not [one for one in tabs["partisipasi"].findings if one.tertulis and "tidak dibaca" in one.tertulis]


def test_what_was_emptied_once_is_told_again_from_what_is_kept():
    kept, _, loose = read(("Partisipasi", [[*HEAD, "Suara Paslon 1"], [*LINE, SECRET[0]]]))
    again, _, later = reader.whole(kept, ALL["kpu"], PLACES, dt.date(2025, 1, 10))
    assert again.tabs == kept.tabs and asked(later) == asked(loose)


def test_names_of_the_parties_of_a_dispute_are_kept_out_too():
    head = ["Nomor Perkara", "Lembaga", "Tanggal Daftar", "Tahap", "Pemohon", "Tanggal Data"]
    line = ["SIM/1", "MK", "6 Desember 2024", "sidang", "Nama Rekaan", "9 Januari 2025"]
    kept, tabs, loose = read(("Sengketa", [head, line]), agency="bawaslu")
    assert "Nama Rekaan" not in repr(kept) and len(tabs["sengketa"].counted) == 1
    assert "memuat nama pihak berperkara" in asked(loose)[0].alasan


def test_a_title_above_the_table_and_ordinary_columns_are_left_alone():
    lines = [["REKAPITULASI PEROLEHAN SUARA PASANGAN CALON"], [*HEAD, "Calon Pemilih", "No Urut"], [*LINE, "7", "1"]]
    kept, tabs, loose = read(("Partisipasi", lines))
    assert kept.tabs[0].rows == lines and not asked(loose) and len(tabs["partisipasi"].counted) == 1


def test_a_tab_called_so_keeps_neither_its_title_nor_its_cells():
    kept, _, loose = read(("Hasil Paslon Rekaan", [["Kel", "Satu"], ["Selabatu", SECRET[0]]]))
    assert [tab.title for tab in kept.tabs] == [f"{VOTES} 1"] and SECRET[0] not in repr(kept)
    assert not any("Rekaan" in f"{one.tertulis}{one.alasan}" for one in loose)


def test_a_tab_of_our_columns_under_another_title_is_emptied_as_well():
    kept, _, loose = read(("Hasil akhir", [[*HEAD, "Paslon 1"], [*LINE, SECRET[0]]]))
    assert SECRET[0] not in repr(kept) and len(asked(loose)) == 1


@pytest.mark.parametrize(
    "title",
    ["Suara Sah", "Calon Pemilih", "Pencalonan", "Partisipasi", "No Urut", 7, None, "paslonan", "x" * 200 + " paslon"],
)
def test_what_is_no_such_title(title):
    assert kept_out.said(title) is None


@pytest.mark.parametrize(
    "title", ["PASLON 01", "paslon1", "Suara_Paslon_2", "Nama  Calon", "Perolehan\nSuara", "Cagub", "suara parpol"]
)
def test_what_is_such_a_title(title):
    assert kept_out.said(title) == "suara atau nama calon"


# --- tabs that need not be there ---


def test_a_sheet_of_before_is_told_of_no_tab_that_came_later():
    _, tabs, loose = read(
        ("Hibah", [["tahap_pencairan"]]), ("Rekap kendaraan", [["a"]]), ("Partisipasi Masyarakat 2018", [["b"]])
    )
    wanted = {code for code, tab in ALL["kpu"].tabs.items() if not tab.optional} - {"hibah"}
    assert {one.tab for one in loose if one.tab} == wanted
    assert all(tabs[code].state == "hilang" for code, tab in ALL["kpu"].tabs.items() if tab.optional)


@pytest.mark.parametrize("title", ["Partisipsi", "Rekapitulsi"])
def test_a_title_that_is_nearly_one_of_them_is_asked_about(title):
    _, _, loose = read((title, [["a"]]))
    [told] = [one for one in loose if one.tertulis == title]
    assert told.saran.startswith("ganti judulnya menjadi “") and told.bobot == "tolak"


def test_other_columns_are_not_taken_for_those_of_a_tab_that_need_not_be_there():
    """Kecamatan, a plan and an obstacle are two thirds of what a recapitulation must have."""
    lines = [
        ["Kecamatan", "Tanggal Rencana", "Kendala", "Tanggal Data"],
        ["Cikole", "1 Des 2024", "hujan", "1 Des 2024"],
    ]
    _, _, loose = read(("Jadwal kendaraan", lines))
    assert [one.bobot for one in loose if one.tertulis == "Jadwal kendaraan"] == ["info"]
    whole = [["Tingkat", *lines[0]], ["kecamatan", *lines[1]]]
    _, _, loose = read(("Jadwal rekap", whole))
    assert [one.bobot for one in loose if one.tertulis == "Jadwal rekap"] == ["tolak"]


def test_a_tab_that_comes_or_goes_is_told_in_one_line_of_what_changed(tmp_path):
    tab = {
        "bawaslu/sengketa": "nomor_perkara | lembaga | tanggal_daftar | tahap\nSIM/1 | mk | 2024-12-06 | sidang\nSIM/2 | mk | 2024-12-06 | sidang"
    }
    given(tmp_path, "2024-12-20", {"bawaslu/hibah": "tahap_pencairan\ntahap_1"})
    snapshot = given(tmp_path, "2025-01-10", tab)
    changed = [row for row in rows(snapshot, "perubahan/daftar") if row["tab"] == "sengketa"]
    assert [(row["ragam"], row["judul_tab"]) for row in changed] == [("tab_terbaca", "Sengketa")]
    (tmp_path / "lembar" / "bawaslu" / "sengketa.csv").unlink()
    snapshot = given(tmp_path, "2025-01-17", {})
    changed = [row for row in rows(snapshot, "perubahan/daftar") if row["tab"] == "sengketa"]
    assert [(row["ragam"], row["judul_tab"]) for row in changed] == [("tab_hilang", "Sengketa")]
