"""What changed between two snapshots: by the contract's key, cell by cell, and nothing that nobody changed."""

import re
import shutil

import duckdb
import hypothesis
import pytest
from hypothesis import strategies as st

from monev.contract import contracts
from monev.screen.draw import changes as changed, overview
from monev.settings import CONTRACTS
from monev.snapshot import schema, store
from tests.given import given, once, rows
from tests.test_house import QUESTIONS

BEFORE, NOW = "2024-10-21", "2024-11-04"

GOODS = """
    jenis_barang | jenis_pemilihan | satuan | kebutuhan | jumlah_diterima | jumlah_rusak | jumlah_pengganti | tanggal_terima | rencana_pengganti | status_sortir | tanggal_data
    Kotak suara  | Keduanya        | Buah   | 1.102     | 1.116           | 15           | 14               | 6 Okt 2024     | 8 Nov 2024        | Selesai       | 20 Okt 2024
    Tinta        | Keduanya        | Botol  | 2.204     | 2.204           | 0            | 0                | 7 Okt 2024     |                   | Selesai       | 20 Okt 2024
    Bilik suara  | Keduanya        | Buah   | 2.204     | 0               | 0            | 0                |                |                   | Belum         | 20 Okt 2024
"""  # fmt: skip
GRANT = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif | tanggal_data
    Tahap 1         | 5 Feb 2024    | 10.000.000.000 | 4.000.000.000     | 20 Okt 2024
"""
INCIDENTS = """
    id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap    | jenis_isu   | aktor             | tingkat | tindak_lanjut | penanggung_jawab | status    | klasifikasi | tanggal_data
    KBP-001     | 1 Okt 2024       | 1 Okt 2024    | Cikole    | Selabatu  | Kampanye | Unjuk rasa  | Ormas; Masyarakat | Sedang  | Mediasi       | Kesbangpol       | Ditangani | Biasa       | 20 Okt 2024
    KBP-002     | 2 Okt 2024       | 2 Okt 2024    | Cikole    | Selabatu  | Kampanye | Unjuk rasa  | Ormas             | Sedang  | Pemantauan    | Kesbangpol       | Ditangani | Terbatas    | 20 Okt 2024
"""  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def same_sheets(tmp_path_factory):
    """Many cases begin from the same sheets."""
    with once(tmp_path_factory.mktemp("sama")):
        yield


@pytest.fixture
def compared(tmp_path):
    """A function that takes the sheets of two days and opens the later snapshot; None takes a sheet away."""
    opened = []

    def on(before, after, days=(BEFORE, NOW)):
        given(tmp_path, days[0], before).close()
        for name in [name for name, text in after.items() if text is None]:
            (tmp_path / "lembar" / f"{name}.csv").unlink()
        opened.append(given(tmp_path, days[1], {name: text for name, text in after.items() if text is not None}))
        return opened[-1]

    yield on
    for snapshot in opened:
        snapshot.close()


def listed(snapshot):
    """The changes as (tab, kind, key in words, cells as (cell, before, now))."""
    return [
        (row["tab"], row["ragam"], row["sebutan"] or row["judul_kolom"],
         [(cell["sel"], cell["dulu_tertulis"], cell["tertulis"]) for cell in row["sel_berubah"] or ()])
        for row in rows(snapshot, "perubahan/daftar")
    ]  # fmt: skip


def counted(snapshot, agency="kpu"):
    """What is counted of one agency, without the zeros and without the sum."""
    [row] = rows(snapshot, "perubahan/instansi", instansi=agency)
    return {name: count for name, count in row.items() if isinstance(count, int) and count and name != "semua"}


def later(text, *changes):
    """The sheet with its data as of the later day and some texts replaced."""
    for old, new in (("20 Okt 2024", "3 Nov 2024"), *changes):
        assert old in text
        text = text.replace(old, new)
    return text


# --- what is a change ---


def test_a_value_that_was_corrected_is_told_with_its_cell_as_typed_before_and_now(compared):
    snapshot = compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": later(GOODS, ("| 15 ", "| 1 bh "))})
    assert listed(snapshot) == [
        ("logistik_gudang", "diubah", "Kotak suara, Keduanya, 6 Okt 2024", [("F2", "15", "1 bh")])
    ]
    [row] = rows(snapshot, "perubahan/daftar")
    assert row["angka_lama"] is False and row["baris"] == 2 and row["sel_berubah"][0]["judul"] == "Jumlah Rusak"
    assert counted(snapshot) == {"diubah": 1, "tanggal_saja": 2}


@pytest.mark.parametrize("as_of, old", [("21 Okt 2024", True), ("20 Okt 2024", True), ("22 Okt 2024", False)])
def test_what_was_already_so_on_the_earlier_day_by_its_own_date_is_an_old_number(compared, as_of, old):
    edited = GRANT.replace("10.000.000.000", "9.900.000.000").replace("20 Okt 2024", as_of)
    snapshot = compared({"kpu/hibah": GRANT}, {"kpu/hibah": edited})
    assert listed(snapshot) == [("hibah", "diubah", "Tahap 1, 5 Feb 2024", [("C2", "10.000.000.000", "9.900.000.000")])]
    assert [row["angka_lama"] for row in rows(snapshot, "perubahan/daftar")] == [old]
    assert counted(snapshot) == ({"diubah": 1, "angka_lama": 1} if old else {"diubah": 1})


def test_a_row_that_came_and_a_row_that_went_are_told_by_their_keys(compared):
    lines = GOODS.strip().splitlines()
    new = "Sampul | Keduanya | Lembar | 10 | 10 | 0 | 0 | 30 Okt 2024 | | Selesai | 3 Nov 2024"
    snapshot = compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": "\n".join([*lines[:2], lines[3], new])})
    assert listed(snapshot) == [
        ("logistik_gudang", "hilang", "Tinta, Keduanya, 7 Okt 2024", []),
        ("logistik_gudang", "baru", "Sampul, Keduanya, 30 Okt 2024", []),
    ]
    gone, came = rows(snapshot, "perubahan/daftar")
    assert (gone["baris"], gone["dulu_baris"], came["baris"], came["dulu_baris"]) == (None, 3, 4, None)
    assert counted(snapshot) == {"baru": 1, "hilang": 1}


def test_a_cell_that_was_emptied_or_can_no_longer_be_read_is_told(compared):
    edited = GOODS.replace("| 14 ", "|    ").replace("2.204           | 0            | 0 ", "kira-kira | 0 | 0 ")
    snapshot = compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": edited})
    assert listed(snapshot) == [
        ("logistik_gudang", "diubah", "Kotak suara, Keduanya, 6 Okt 2024", [("G2", "14", None)]),
        ("logistik_gudang", "diubah", "Tinta, Keduanya, 7 Okt 2024", [("E3", "2.204", "kira-kira")]),
    ]


def test_dates_and_several_choices_change_by_what_they_mean(compared):
    same = INCIDENTS.replace("Ormas; Masyarakat", "masyarakat ;  ormas").replace("| 1 Okt 2024 ", "| 01/10/2024 ")
    assert listed(compared({"kesbangpol/kejadian": INCIDENTS}, {"kesbangpol/kejadian": same})) == []
    edited = INCIDENTS.replace("Ormas; Masyarakat", "Ormas; Mahasiswa").replace(
        "| 1 Okt 2024       |", "| 30 Sep 2024      |"
    )
    assert listed(compared({"kesbangpol/kejadian": INCIDENTS}, {"kesbangpol/kejadian": edited})) == [
        ("kejadian", "diubah", "KBP-001",
         [("B2", "1 Okt 2024", "30 Sep 2024"), ("H2", "Ormas; Masyarakat", "Ormas; Mahasiswa")])
    ]  # fmt: skip


def test_a_blank_part_of_a_key_that_was_filled_makes_no_other_row_of_it(compared):
    arrived = GOODS.replace("| 2.204     | 0               | 0            | 0                |                |",
                            "| 2.204     | 2.204           | 0            | 0                | 30 Okt 2024    |")  # fmt: skip
    assert arrived != GOODS
    snapshot = compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": arrived})
    assert listed(snapshot) == [
        ("logistik_gudang", "diubah", "Bilik suara, Keduanya, 30 Okt 2024",
         [("E4", "0", "2.204"), ("H4", None, "30 Okt 2024")])
    ]  # fmt: skip


def test_where_two_rows_could_be_the_one_that_was_filled_none_is_guessed(compared):
    lines = GOODS.strip().splitlines()
    two = [lines[3].replace("| 0               | 0            | 0                |                |",
                            f"| {amount} | 0 | 0 | {day} |") for amount, day in ((100, "29 Okt 2024"), (200, "30 Okt 2024"))]  # fmt: skip
    snapshot = compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": "\n".join([*lines[:3], *two])})
    assert [(kind, key) for _, kind, key, _ in listed(snapshot)] == [
        ("hilang", "Bilik suara, Keduanya"),
        ("baru", "Bilik suara, Keduanya, 29 Okt 2024"),
        ("baru", "Bilik suara, Keduanya, 30 Okt 2024"),
    ]


# --- what is none ---


@pytest.mark.panjang
def test_a_row_that_moved_is_no_change(compared):
    lines = GOODS.strip().splitlines()
    moved = "\n".join(["DAFTAR BARANG", "", lines[0], lines[3], lines[1], "", lines[2]])
    snapshot = compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": moved})
    assert rows(snapshot, "perubahan/daftar") == [] and counted(snapshot) == {}
    [said] = rows(snapshot, "perubahan/kalimat")
    assert said["kalimat"].endswith("sejak 21 Oktober; tidak ada baris yang berubah.")


def test_a_value_typed_in_another_way_is_no_change(compared):
    typed = (
        GOODS.replace("1.102", "1102 buah").replace("6 Okt 2024", "Minggu, 06-10-2024").replace("Selesai", "SELESAI")
    )
    assert listed(compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": typed})) == []


def test_a_key_in_other_letters_and_blanks_is_the_same_key(compared):
    typed = INCIDENTS.replace("KBP-001", "kbp-001 ").replace("| Cikole ", "| CIKOLE ")
    assert listed(compared({"kesbangpol/kejadian": INCIDENTS}, {"kesbangpol/kejadian": typed})) == []


def test_the_date_of_the_data_moving_forward_is_only_counted_and_moving_back_is_told(compared):
    snapshot = compared({"kpu/hibah": GRANT}, {"kpu/hibah": later(GRANT)})
    assert listed(snapshot) == [] and counted(snapshot) == {"tanggal_saja": 1}
    back = GRANT.replace("20 Okt 2024", "1 Okt 2024")
    assert listed(compared({"kpu/hibah": GRANT}, {"kpu/hibah": back})) == [
        ("hibah", "diubah", "Tahap 1, 5 Feb 2024", [("E2", "20 Okt 2024", "1 Okt 2024")])
    ]


@pytest.mark.panjang
@hypothesis.settings(max_examples=25, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(data=st.data())
def test_the_same_rows_in_any_order_of_rows_and_columns_are_no_change(compared, data):
    def mixed(text):
        head, *body = [line.split("|") for line in text.strip().splitlines()]
        order = data.draw(st.permutations(range(len(head))))
        return "\n".join(
            " | ".join(line[index] for index in order) for line in [head, *data.draw(st.permutations(body))]
        )

    sheets = {"kpu/logistik_gudang": GOODS, "kesbangpol/kejadian": INCIDENTS}
    snapshot = compared(sheets, {name: mixed(text) for name, text in sheets.items()})
    assert rows(snapshot, "perubahan/daftar") == []
    assert [counted(snapshot, agency) for agency in ("kpu", "kesbangpol")] == [{}, {}]


# --- told once ---


def test_a_header_that_cannot_be_recognised_is_told_once_and_not_per_row(compared):
    renamed = GOODS.replace("jumlah_pengganti", "kolom kerja kami")
    assert listed(compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": renamed})) == [
        ("logistik_gudang", "kolom_hilang", "Jumlah Pengganti", [])
    ]
    assert listed(compared({"kpu/logistik_gudang": renamed}, {"kpu/logistik_gudang": GOODS})) == [
        ("logistik_gudang", "kolom_terbaca", "Jumlah Pengganti", [])
    ]


def test_a_column_of_the_key_that_is_missing_is_told_once_although_no_row_can_be_found_again(compared):
    renamed = GOODS.replace("jenis_barang", "kolom kerja kami")
    changes = listed(compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": renamed}))
    assert changes == [("logistik_gudang", "kolom_hilang", "Jenis Barang", [])]


def test_a_header_in_other_words_or_another_place_is_no_change(compared):
    assert listed(
        compared(
            {"kpu/logistik_gudang": GOODS},
            {"kpu/logistik_gudang": GOODS.replace("jumlah_rusak", "Jumlah  RUSAK (buah)")},
        )
    ) == []  # fmt: skip


def test_a_tab_that_is_missing_on_one_day_is_told_once(compared):
    both = {"kpu/logistik_gudang": GOODS, "kpu/hibah": GRANT}
    assert listed(compared(both, {"kpu/logistik_gudang": None})) == [("logistik_gudang", "tab_hilang", None, [])]
    assert listed(compared({"kpu/hibah": GRANT}, both)) == [("logistik_gudang", "tab_terbaca", None, [])]


def test_a_tab_that_now_says_nihil_says_so_and_its_rows_are_gone(compared):
    nihil = (
        "tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif | tanggal_data\nNihil | | | | 3 Nov 2024"
    )
    assert sorted(listed(compared({"kpu/hibah": GRANT}, {"kpu/hibah": nihil}))) == [
        ("hibah", "hilang", "Tahap 1, 5 Feb 2024", []),
        ("hibah", "nihil", None, []),
    ]
    assert listed(compared({"kpu/hibah": nihil}, {"kpu/hibah": nihil.replace("Nihil", "NIHIL")})) == []


# --- held rows ---


@pytest.mark.panjang
def test_a_row_that_is_held_on_one_day_is_not_gone(compared):
    held = GOODS.replace("Tinta  ", "Tintaa-x")
    snapshot = compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": held})
    assert listed(snapshot) == [("logistik_gudang", "kini_tertahan", "Tintaa-x, Keduanya, 7 Okt 2024", [])]
    [row] = rows(snapshot, "perubahan/daftar")
    assert row["alasan"] == "kunci belum jelas" and counted(snapshot) == {"tertahan": 1}
    snapshot = compared({"kpu/logistik_gudang": held}, {"kpu/logistik_gudang": GOODS})
    assert listed(snapshot) == [("logistik_gudang", "kini_terbaca", "Tinta, Keduanya, 7 Okt 2024", [])]
    assert listed(compared({"kpu/logistik_gudang": held}, {"kpu/logistik_gudang": held})) == []


def test_rows_that_share_a_key_are_held_and_come_back_when_one_is_left(compared):
    doubled = GRANT.rstrip() + "\n    Tahap 1 | 5 Feb 2024 | 9.000.000.000 | 4.000.000.000 | 20 Okt 2024\n"
    snapshot = compared({"kpu/hibah": GRANT}, {"kpu/hibah": doubled})
    assert {(kind, key) for _, kind, key, _ in listed(snapshot)} == {("kini_tertahan", "Tahap 1, 5 Feb 2024")}
    assert {row["alasan"] for row in rows(snapshot, "perubahan/daftar")} == {"kunci ganda"}
    snapshot = compared({"kpu/hibah": doubled}, {"kpu/hibah": GRANT})
    assert [(kind, key) for _, kind, key, _ in listed(snapshot)] == [("kini_terbaca", "Tahap 1, 5 Feb 2024")]


# --- restricted rows ---


def test_a_restricted_row_is_counted_and_never_shown(compared):
    edited = INCIDENTS.replace("Pemantauan", "Penjagaan").replace("Mediasi", "Musyawarah")
    snapshot = compared({"kesbangpol/kejadian": INCIDENTS}, {"kesbangpol/kejadian": edited})
    assert [key for _, _, key, _ in listed(snapshot)] == ["KBP-001"]
    assert counted(snapshot, "kesbangpol") == {"diubah": 2, "angka_lama": 2, "terbatas": 1}
    assert_never_shown(snapshot)


@pytest.mark.panjang
@pytest.mark.parametrize("now", ["Biasa", "Rahasia", ""])
def test_a_row_that_was_or_becomes_restricted_or_unclear_is_never_shown(compared, now):
    edited = INCIDENTS.replace("Terbatas   ", now).replace("Pemantauan", "Penjagaan")
    for days in ((INCIDENTS, edited), (edited, INCIDENTS)):
        snapshot = compared(*({"kesbangpol/kejadian": text} for text in days))
        assert listed(snapshot) == []
        assert_never_shown(snapshot)


@pytest.mark.panjang
def test_a_restricted_row_that_comes_goes_or_is_held_is_never_shown(compared):
    without = "\n".join(INCIDENTS.strip().splitlines()[:-1])
    held = INCIDENTS.replace("2 Okt 2024    | Cikole ", "2 Okt 2024    | Antah  ").replace("Terbatas", "Biasa   ")
    for days in ((without, INCIDENTS), (INCIDENTS, without), (INCIDENTS, held), (without, held)):
        snapshot = compared(*({"kesbangpol/kejadian": text} for text in days))
        if days == (without, held):  # what is plainly typed as no restricted row is told
            assert listed(snapshot) == [("kejadian", "baru_tertahan", "KBP-002", [])]
            told = counted(snapshot, "kesbangpol")
            assert told["baru"] == 1 and "tertahan" not in told, "once, as the sentence has it"
            assert "1 baru" in rows(snapshot, "perubahan/kalimat")[0]["kalimat"]
        else:
            assert_never_shown(snapshot)
            assert counted(snapshot, "kesbangpol")["terbatas"] == 1


def assert_never_shown(snapshot):
    """No question of a page gives a word of the restricted row."""
    asked = [name for name in QUESTIONS if name.startswith("perubahan/")]
    said = " ".join(str(row) for name in asked for row in rows(snapshot, name))
    assert not re.search("KBP-002|Pemantauan|Penjagaan", said)


def test_every_tab_with_restricted_rows_tells_them_by_the_column_that_the_query_looks_at():
    tabs = [tab for one in contracts.load(CONTRACTS).values() for tab in one.tabs.values()]
    restricted = {tab.table for tab in tabs if tab.shown_if}
    assert restricted == {tab.table for tab in tabs if "klasifikasi" in tab.columns} == {"kesbangpol__kejadian"}
    assert {(tab.shown_if.column, tab.shown_if.values) for tab in tabs if tab.shown_if} == {("klasifikasi", ("biasa",))}


# --- the whole ---


def test_every_tab_of_the_contracts_is_compared():
    named = re.findall(r"select '(\w+)', '(\w+)',.* from (\w+) as t", QUESTIONS["perubahan_lembar/isi_baris"].sql)
    tabs = [tab for one in contracts.load(CONTRACTS).values() for tab in one.tabs.values()]
    assert named == [(tab.agency, tab.code, tab.table) for tab in tabs]


def test_without_an_earlier_snapshot_nothing_changed_and_one_sentence_says_so(tmp_path):
    with given(tmp_path, NOW, {"kpu/hibah": GRANT}) as snapshot:
        assert rows(snapshot, "perubahan/daftar") == [] and rows(snapshot, "perubahan/agenda") == []
        [said] = rows(snapshot, "perubahan/kalimat")
        assert said["kalimat"] == "Belum ada data rapat sebelumnya untuk dibandingkan."


def test_the_sentence_counts_numbers_and_rows(compared):
    snapshot = compared({"kpu/logistik_gudang": GOODS}, {"kpu/logistik_gudang": GOODS.replace("| 15 ", "| 16 ")})
    [said] = rows(snapshot, "perubahan/kalimat")
    assert said["kalimat"] == "Tidak ada angka yang berubah sejak 21 Oktober; 1 baris diubah (1 angka lama)."


def test_a_page_of_the_agenda_gets_three_changes_of_its_own_tabs_those_that_numbers_use_first(compared):
    edited = GOODS.replace("| Selesai ", "| Proses ").replace("| Belum ", "| Proses ").replace("| 15 ", "| 16 ")
    grant = GRANT.replace("4.000.000.000", "5.000.000.000")
    snapshot = compared({"kpu/logistik_gudang": GOODS, "kpu/hibah": GRANT},
                        {"kpu/logistik_gudang": edited, "kpu/hibah": grant})  # fmt: skip
    found = rows(snapshot, "perubahan/agenda")
    assert {row["halaman"] for row in found} == {"logistik"} and {row["semua"] for row in found} == {4}
    assert [(row["tab"], row["sebutan"]) for row in found] == [
        ("logistik_gudang", "Kotak suara, Keduanya, 6 Okt 2024"),
        ("hibah", "Tahap 1, 5 Feb 2024"),
        ("logistik_gudang", "Tinta, Keduanya, 7 Okt 2024"),
    ]
    assert [cell["kolom"] for cell in found[0]["sel_berubah"]] == ["jumlah_rusak", "status_sortir"]


def test_a_snapshot_that_does_not_know_the_keys_compares_no_row_and_says_so(compared, tmp_path):
    name = compared({"kpu/hibah": GRANT}, {"kpu/hibah": GRANT.replace("4.000.000.000", "5.000.000.000")}).id
    folder = shutil.copytree(tmp_path / "potret", tmp_path / "lama")
    (folder / f"{name}.duckdb").chmod(0o644)
    with duckdb.connect(folder / f"{name}.duckdb") as file:
        file.execute("alter table kolom drop column kunci")
    with store.Snapshot(folder, name, store.previous(folder, name), schema.today()) as snapshot:
        assert rows(snapshot, "perubahan/daftar") == []
        [said] = rows(snapshot, "perubahan/kalimat")
        assert said["kalimat"].endswith("; baris dari data lama ini belum dapat dibandingkan.")


# --- as it is drawn ---

CELL = {"judul": "Jumlah Rusak", "sel": "F2", "dulu_tertulis": "<15>", "tertulis": None}
LINE = {"nama": "KPU", "judul_tab": "Logistik Gudang", "judul_kolom": None, "ragam": "diubah", "baris": 2, "dulu_baris": 2,
        "sebutan": "Kotak & suara", "alasan": None, "angka_lama": True, "sel_berubah": [CELL],
        "tautan": "https://docs.google.com/spreadsheets/d/x/edit#gid=1&range=F2"}  # fmt: skip


def test_a_line_says_where_what_it_was_and_what_it_is_and_leads_there():
    drawn = changed.lines([LINE])
    for part in ("baris 2", "Logistik Gudang", "Kotak &amp; suara", "Jumlah Rusak", "&lt;15&gt;", "kosong", "F2",
                 "angka lama diubah", ">baris 2", "gid=1&amp;range=F2"):  # fmt: skip
        assert part in drawn, part
    assert "KPU" not in drawn and "KPU, Logistik Gudang" in changed.lines([LINE], short=True)


def test_what_is_gone_leads_nowhere_and_says_where_it_was():
    drawn = changed.lines([LINE | {"ragam": "hilang", "baris": None, "sel_berubah": None, "angka_lama": False}])
    assert "Logistik Gudang, semula baris 2" in drawn and "tidak ada lagi" in drawn and "href" not in drawn


def test_long_cells_and_many_cells_are_cut_and_the_rest_is_counted():
    many = LINE | {"sel_berubah": [CELL | {"sel": f"F{n}", "tertulis": "panjang " * 30} for n in range(1, 6)]}
    assert changed.lines([many]).count("…") == 5
    short = changed.lines([many], short=True)
    assert short.count("…") == 3 and "dan 2 sel lain" in short


AGENCY = {"nama": "KPU", "semua": 12, "diubah": 9, "angka_lama": 2, "baru": 1, "hilang": 0, "tertahan": 0, "terbaca": 2,
          "bentuk": 0, "tanggal_saja": 7, "terbatas": 2}  # fmt: skip


def test_the_rest_of_an_agency_opens_on_request_and_restricted_rows_are_only_counted():
    drawn = changed.by_agency(AGENCY, [LINE] * 10)
    shown, _, rest = drawn.partition("<details")
    assert (shown.count('class="ubahan"'), rest.count('class="ubahan"')) == (8, 2)
    assert "2 perubahan lainnya" in rest and "2 baris terbatas ikut berubah" in rest
    assert "<details" not in changed.by_agency(AGENCY, [LINE] * 8)
    assert "7 baris hanya berganti tanggal data" in drawn


def test_the_changes_of_an_agency_are_counted_in_parts_that_sum_to_them():
    said = "KPU: 12 perubahan: 9 diubah (2 angka lama), 1 baru, 2 kini terhitung"
    assert f"<summary>{said}</summary>" in changed.folded(AGENCY, [LINE] * 10)
    assert said in changed.withheld(AGENCY, "ditahan") and "Kotak" not in changed.withheld(AGENCY, "ditahan")
    quiet = dict.fromkeys(AGENCY, 0) | {"nama": "KPU"}
    assert "KPU: tidak ada yang berubah" in changed.folded(quiet, [])


@pytest.mark.parametrize("kind", ["tab_hilang", "tab_terbaca", "nihil", "kolom_hilang", "kolom_terbaca"])
def test_a_tab_or_a_column_is_told_in_one_sentence(kind):
    gone = {"ragam": kind, "baris": None, "dulu_baris": None, "sebutan": None, "sel_berubah": None, "angka_lama": False}
    drawn = changed.lines([LINE | gone | {"judul_kolom": "Kebutuhan" if kind.startswith("kolom") else None}])
    assert ("Kolom Kebutuhan " in drawn) == kind.startswith("kolom") and ("Tab ini " in drawn) != ("Kolom " in drawn)


# --- on the page ---


@pytest.mark.panjang
def test_the_page_shows_one_agency_by_the_address_and_keeps_the_others_away(screen, address, asked):
    own = [row for row in asked("perubahan/daftar") if row["instansi"] == "bpkpd"]
    page = screen().open(address, "/perubahan?lembaga=BPKPD").read()
    sections = [heading["said"] for heading in page["headings"] if heading["level"] == 2]
    assert len(sections) == 3 and sections[-1].startswith("Semua perubahan menurut lembaga")
    _, _, below = page["text"].rpartition("Semua perubahan menurut lembaga")
    assert f"{len(own)} perubahan" in below and own[0]["sebutan"] in below
    assert "Sekretariat" not in below


def test_the_page_is_two_screens_and_a_half_and_folds_the_rest_by_agency(screen, address, asked):
    tab = screen().open(address, "perubahan")
    height = tab.tab.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    assert height <= 2000
    agencies = asked("perubahan/instansi")
    folded = tab.tab.locator("details.buka > summary")
    assert folded.count() == len(agencies)
    tab.tab.get_by_text(re.compile(rf"^{agencies[0]['nama']}: {agencies[0]['semua']} perubahan")).click()
    assert tab.tab.locator("details[open] .ubahan").count() == min(agencies[0]["semua"], 60)


def test_what_changed_is_said_first_and_its_row_small_and_grey(screen, address):
    tab = screen().open(address, "perubahan")
    row = tab.tab.locator(".ubahan").first
    what, where = row.locator("b").first, row.locator(".di")
    look = "one => [parseFloat(getComputedStyle(one).fontSize), one.getBoundingClientRect().top, getComputedStyle(one).color]"
    (large, above, ink), (small, below, grey) = what.evaluate(look), where.evaluate(look)
    assert small < large and above < below and ink != grey


# --- counts that add up ---


def test_every_number_that_changed_has_one_word_and_the_words_sum_to_all(asked):
    moved = [row["gerak"] for row in asked("ringkasan/perubahan")]
    [said] = asked("perubahan/kalimat")
    whole, parts = re.match(r"(\d+) angka berubah [^:]+: ([^;]+);", said["kalimat"]).groups()
    counts = {word: int(count) for count, word in re.findall(r"(\d+) ([^,]+)", parts)}
    assert counts == {word: moved.count(word) for word in set(moved)}
    assert int(whole) == len(moved) == sum(counts.values())


def test_the_rows_of_each_agency_sum_to_its_changes_and_to_the_list(asked):
    listed_rows = asked("perubahan/daftar")
    for row in asked("perubahan/instansi"):
        parts = sum(row[kind] for kind in ("diubah", "baru", "hilang", "tertahan", "terbaca", "bentuk"))
        own = [one for one in listed_rows if one["instansi"] == row["instansi"]]
        assert row["semua"] == parts == len(own) + row["terbatas"]


def moved(snapshot, code):
    [row] = rows(snapshot, "ringkasan/perubahan", kode=code)
    return row["gerak"], row["sebab"]


HIGH = INCIDENTS.replace("| Sedang  | Mediasi", "| Tinggi  | Mediasi")
SETTLED = HIGH.replace("Ditangani | Biasa", "Selesai   | Biasa")


@pytest.mark.panjang
@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (SETTLED, HIGH, "memburuk"),
        (HIGH, SETTLED, "membaik"),
        (None, HIGH, "baru terhitung"),
        (HIGH, None, "tidak terhitung lagi"),
    ],
)
def test_each_number_that_changed_says_in_one_word_how(compared, before, after, word):
    assert len({INCIDENTS, HIGH, SETTLED}) == 3
    # Another tab of the same agency, which can be read on both days.
    besides = {"kesbangpol/tindak_lanjut_asn": "kode_kasus | sumber\nASN-01 | Bawaslu"}
    sheets = [besides | ({"kesbangpol/kejadian": text} if text else {}) for text in (before, after)]
    if after is None:
        sheets[1]["kesbangpol/kejadian"] = None
    snapshot = compared(*sheets)
    [row] = rows(snapshot, "ringkasan/perubahan", kode="kejadian_tinggi_terbuka")
    assert row["gerak"] == word
    [said] = rows(snapshot, "perubahan/kalimat")
    assert f" {word}" in said["kalimat"]


def test_a_status_that_got_worse_without_its_number_says_why(asked):
    moved = {row["kode"]: (row["gerak"], row["sebab"]) for row in asked("ringkasan/perubahan")}
    assert moved["kasus_lewat_tenggat"] == ("hanya statusnya", "1 jatuh tempo besok")
    assert moved["barang_kurang"] == ("membaik", "janji formulir lewat 3 hari")
    assert moved["kejadian_tinggi_terbuka"] == ("memburuk", None)
    row = next(row for row in asked("ringkasan/perubahan") if row["kode"] == "kasus_lewat_tenggat")
    drawn = overview.changes([row])
    assert "Kasus lewat tenggat: tetap <b>0</b>, hanya statusnya; 1 jatuh tempo besok" in drawn
    assert row["kalimat"] not in drawn and "hanya statusnya" not in overview.changes([row], short=True)


def test_what_reads_the_same_as_before_is_no_change(compared):
    before, after = (GRANT.replace("4.000.000.000", amount) for amount in ("4.000.000.000", "4.000.000.001"))
    snapshot = compared({"kpu/hibah": before}, {"kpu/hibah": after})
    assert rows(snapshot, "ringkasan/perubahan") == []


# --- from a page of the agenda ---


@pytest.mark.panjang
def test_a_page_of_the_agenda_leads_to_all_changes(screen, address, asked):
    [first, *_] = [row for row in asked("perubahan/agenda") if row["halaman"] == "netralitas"]
    tab = screen().open(address, "netralitas")
    assert first["sebutan"] in tab.read()["text"]
    tab.tab.get_by_role("link", name=f"3 dari {first['semua']} perubahan").click()
    tab.tab.wait_for_url("**/perubahan")
    assert asked("perubahan/kalimat")[0]["kalimat"] in tab.settle().read()["text"]
