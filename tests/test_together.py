"""Several tabs of one shape, as one a month, are read as one tab where the contract says so."""

from dataclasses import replace

from monev.contract import contracts
from monev.reading import reader
from monev.reading.cells.places import Places
from monev.settings import CONTRACTS, REFERENCE
from monev.sheets import Spreadsheet, Tab
from monev.sync import as_typed, rows
from monev.sync.declared import load_contracts
from monev.sync.rows import AgencyRead

PLACES = Places.load(REFERENCE)
HEAD = ["ID Kejadian", "Tanggal Kejadian", "Tanggal Lapor", "Kecamatan", "Kelurahan", "Tahap", "Jenis Isu", "Aktor",
        "Tingkat", "Tindak Lanjut", "Penanggung Jawab", "Status", "Tanggal Selesai", "Klasifikasi",
        "Tanggal Data"]  # fmt: skip


def together(pattern: str = "Kejadian*"):
    one = load_contracts(REFERENCE)["kesbangpol"]
    return replace(one, tabs=one.tabs | {"kejadian": replace(one.tabs["kejadian"], together=pattern)})


def incident(number: int, day: str = "1 Okt 2024", level: str = "sedang") -> list[str]:
    return [f"KBP-{number:03}", day, day, "Baros", "Baros", "Kampanye", "Unjuk rasa", "Ormas", level, "mediasi", "Polres",
            "Ditangani", None, "Biasa", "4 Nov 2024"]  # fmt: skip


def month(title: str, *rows: list, above: int = 0) -> Tab:
    return Tab(title, [*([[]] * above), HEAD, *rows], f"https://example.invalid/#gid={len(title)}")


def read(*tabs: Tab, one=None):
    one = one or together()
    sheet = Spreadsheet("kesbangpol", tabs, None, None)
    found, loose = reader.read(sheet, one, PLACES)
    return AgencyRead(one, sheet, found, loose)


def test_rows_of_all_months_count_and_keep_the_name_of_their_tab():
    agency = read(month("Kejadian Oktober", incident(1), incident(2)), month("Kejadian November", incident(3), above=2))
    tab = agency.tabs["kejadian"]
    assert [row.values["id_kejadian"] for row in tab.counted] == ["KBP-001", "KBP-002", "KBP-003"]
    assert not [note for note in agency.loose if note.tab == "kejadian"]
    made = rows.of_agency(agency)
    held = [row for row in made["baris"].rows if row["tab"] == "kejadian" and row["kelas"] == "terhitung"]
    assert [row["lembar"] for row in held] == ["Kejadian Oktober", "Kejadian Oktober", "Kejadian November"]
    [total] = [row for row in made["tab"].rows if row["tab"] == "kejadian"]
    assert total["terlihat"] == total["terhitung"] + total["ditahan"] + total["tata_letak"] == 7


def test_a_cell_to_mend_is_named_with_its_tab_where_that_is_not_the_first():
    agency = read(
        month("Kejadian Oktober", incident(1, level="tinggii")), month("Kejadian November", incident(2, "31/11/2024"))
    )
    told = {(note.sel, note.kolom) for note in agency.tabs["kejadian"].findings if note.bobot == "tolak"}
    assert told == {
        ("I2", "tingkat"),
        ("Kejadian November!B2", "tanggal_kejadian"),
        ("Kejadian November!C2", "tanggal_lapor"),
    }


def test_one_key_in_two_months_is_told_in_both():
    agency = read(month("Kejadian Oktober", incident(1)), month("Kejadian November", incident(1, "2 Nov 2024")))
    tab = agency.tabs["kejadian"]
    assert [row.held for row in tab.rows] == ["kunci ganda", "kunci ganda"]
    assert {note.sel for note in tab.findings} == {"A2", "Kejadian November!A2"}


def test_each_tab_has_its_own_order_of_columns():
    turned = Tab("Kejadian November", [HEAD[::-1], incident(2)[::-1]], None)
    assert len(read(month("Kejadian Oktober", incident(1)), turned).tabs["kejadian"].counted) == 2


def test_the_sheet_comes_back_out_of_its_snapshot_as_it_was():
    agency = read(month("Kejadian Oktober", incident(1)), month("Kejadian November", incident(2), above=1))
    made = rows.of_agency(agency)
    again = as_typed.sheet_again("kesbangpol", made["lembar"].rows, made["sel"].rows)
    assert [(tab.title, [row for row in tab.rows if row]) for tab in again.tabs] == [
        (tab.title, [[*filter(None, row)] and row for row in tab.rows if row]) for tab in agency.sheet.tabs
    ]


def test_without_a_word_in_the_contract_they_are_told_and_not_read():
    agency = read(
        month("Kejadian", incident(1)),
        month("Kejadian Oktober", incident(2)),
        one=load_contracts(REFERENCE)["kesbangpol"],
    )
    assert len(agency.tabs["kejadian"].counted) == 1
    [note] = [note for note in agency.loose if note.tab == "kejadian"]
    assert note.bobot == "periksa" and "Kejadian Oktober" in note.alasan


def test_no_contract_reads_tabs_together_unless_a_region_asks_for_it():
    assert not [tab for one in contracts.load(CONTRACTS).values() for tab in one.tabs.values() if tab.together]
