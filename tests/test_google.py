"""Reading Google Sheets for real: what is asked and how often, what comes back, and what a person is told."""

import dataclasses
import datetime as dt
import resource
import shutil
import time

import pytest

from monev.reading import layout
from monev.run.commands import main as command
from monev.settings import SAMPLES, SettingError, Settings
from monev.sheets import SourceError, google, limits
from monev.sheets.google.read import spreadsheet_id
from monev.snapshot import store
from monev.sync import sync
from monev.words import clock
from tests import cloud
from tests.cloud import synced
from tests.google import account
from tests.google.book import Formula

pytestmark = pytest.mark.panjang


@pytest.fixture(scope="module")
def read_once(standin_up, tmp_path_factory):
    """The files of a small city that was read once, its settings, and that state."""
    files = cloud.small(standin_up)
    place = cloud.settings(standin_up, files, tmp_path_factory.mktemp("kota"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in standin_up.environment.items():
            patch.setenv(name, value)
        assert not synced(place).failed
    return files, place, cloud.Stage(standin_up, files, place.snapshots)


@pytest.fixture
def files(standin, read_once):
    files, _, state = read_once
    state.lay_again()
    return dict(files)


@pytest.fixture
def place(files, read_once):
    """The settings by which these files were read once."""
    return read_once[1]


def opened(place):
    name = store.latest(place.snapshots)
    return store.Snapshot(place.snapshots, name, store.previous(place.snapshots, name))


def rows(place, sql):
    with opened(place) as snapshot:
        return snapshot.select(sql).to_dict("records")


def troubles(result):
    return {one.agency: one.trouble for one in result.agencies if one.trouble}


def asked(up):
    """(endpoint, spreadsheet) of every request since the list was cleared."""
    return [(one.endpoint, one.spreadsheet) for one in up.requests]


# --- the same numbers as from a folder ---


def test_the_samples_give_the_same_tables_from_google_as_from_their_folder(standin, tmp_path):
    folder = tmp_path / "lembar"
    shutil.copytree(SAMPLES, folder)
    (folder / "sumber.toml").unlink()
    date = cloud.MEETING
    by_folder = Settings("folder", folder, tmp_path / "dari-folder", date)
    by_google = cloud.settings(standin, cloud.whole(standin, folder), tmp_path)
    assert not synced(by_folder).failed and not synced(by_google).failed
    with opened(by_folder) as one, opened(by_google) as other:
        for table in ("baris", "temuan", "kpu__pemilih_tps", "bawaslu__penanganan", "kesbangpol__kejadian"):
            assert one.select(f"from {table}").to_dict("records") == other.select(f"from {table}").to_dict("records")
        for question in ("bersama/status_agenda", "logistik/angka_pokok", "netralitas/angka_pokok"):
            assert one.ask(question).to_dict("records") == other.ask(question).to_dict("records")


def test_stored_numbers_dates_ticks_and_formulas_are_read_as_what_they_are(standin, files, tmp_path):
    standin.put(files["kpu"].id, "Hibah", "B2", 45327)
    standin.put(files["kpu"].id, "Hibah", "C2", Formula("=5*2000000000", value=10_000_000_000))
    standin.put(files["kpu"].id, "Hibah", "D2", 1.102)
    standin.put(files["kpu"].id, "Hibah", "E2", 45600.75)
    standin.put(files["sekretariat"].id, "Laporan Desk", "A2", 45597)
    place = cloud.settings(standin, files, tmp_path)
    synced(place)
    [grant] = rows(place, "from kpu__hibah")
    assert (str(grant["tanggal_masuk"]), grant["nilai_diterima"]) == ("2024-02-05", 10_000_000_000)
    assert grant["belanja_kumulatif"] is None and str(grant["tanggal_data"]) == "2024-11-04"
    [found] = rows(place, "from temuan where instansi = 'kpu' and sel = 'D2'")
    assert found["tertulis"] == "1,102" and "Lokal" in found["saran"] + found["alasan"]
    assert rows(place, "from sekretariat__laporan_desk")[0]["bulan"] == "2024-11"


def test_hidden_rows_ragged_rows_and_a_blank_tab_keep_their_places(standin, files, tmp_path):
    standin.add_tab(files["kpu"].id, "Distribusi", [])
    standin.put(files["kpu"].id, "Hibah", "A5", "tahap_2")
    for cell, typed in {"B5": "6 Feb 2024", "C5": "2 miliar", "D5": "5 miliar", "E5": "4 Nov 2024"}.items():
        standin.put(files["kpu"].id, "Hibah", cell, typed)
    place = cloud.settings(standin, files, tmp_path)
    synced(place)
    assert {row["baris"]: row["kelas"] for row in rows(place, "from baris where instansi = 'kpu'")} == {
        1: "tata_letak", 2: "terhitung", 3: "tata_letak", 4: "tata_letak", 5: "terhitung",
    }  # fmt: skip
    assert {row["tab"]: row["status"] for row in rows(place, "from tab where instansi = 'kpu'")}["distribusi"] == (
        "tanpa_kepala"
    )


def test_of_tabs_that_nobody_declared_the_first_rows_are_looked_at_and_nothing_is_kept(standin, files, tmp_path):
    standin.add_tab(files["kpu"].id, "Catatan pribadi", [["isi", "rahasia"], *[["baris", str(n)] for n in range(40)]])
    synced(cloud.settings(standin, files, tmp_path))
    batch = [
        one for one in standin.requests if one.path.endswith("values:batchGet") and one.spreadsheet == files["kpu"].id
    ]
    assert len(batch) == 2, "those of the others in a question of their own"
    ours = {cloud.SMALL["kpu"][0]}.__contains__
    [found] = google.fetch(standin.key(), {"kpu": google.Wanted(files["kpu"].url, ours)}, 30).values()
    [other] = [tab for tab in found.sheet.tabs if tab.title == "Catatan pribadi"]
    assert other.rows[0] == ["isi", "rahasia"] and len(other.rows) == 30, "no more of it is asked for"
    place = cloud.settings(standin, files, tmp_path)
    assert not rows(place, "from sel where tertulis = 'rahasia'")
    [note] = rows(place, "from temuan where tertulis = 'Catatan pribadi'")
    assert note["bobot"] == "info"


# --- how often Google is asked ---


def test_an_unchanged_sync_asks_once_for_all_and_makes_no_snapshot(standin, files, tmp_path):
    place = cloud.settings(standin, files, tmp_path)
    first = synced(place)
    standin.clear_requests()
    second = synced(place)
    assert (second.new, second.snapshot) == (False, first.snapshot)
    assert asked(standin) == [("token", None), ("drive", None)]


def test_a_changed_spreadsheet_is_asked_twice_and_the_others_not(standin, files, place):
    standin.put(files["kpu"].id, "Hibah", "D2", "5.000.000.000")
    standin.clear_requests()
    assert synced(place).new
    assert asked(standin) == [("token", None), ("drive", None), *[("sheets", files["kpu"].id)] * 2]
    assert rows(place, "from kpu__hibah")[0]["belanja_kumulatif"] == 5_000_000_000


def test_mere_formatting_is_read_but_makes_no_snapshot(standin, files, place):
    standin.touch(files["kpu"].id)
    assert not synced(place).new
    standin.clear_requests()
    synced(place)
    assert asked(standin) == [("token", None), ("drive", None)], "and it is not read again"


def test_a_new_day_makes_a_snapshot_without_reading_any_cell_again(standin, files, place):
    standin.clear_requests()
    tomorrow = dataclasses.replace(place, reference_date=cloud.MEETING.replace(day=5))
    assert synced(tomorrow).new
    assert asked(standin) == [("token", None), ("drive", None)]
    assert {row["hari"] for row in rows(place, "select dibaca_pada::varchar as hari from instansi")} == {"2024-11-05"}


def test_what_a_formula_fetches_from_elsewhere_is_seen_within_half_an_hour(standin, files, place, monkeypatch):
    now = clock.now()
    # IMPORTRANGE: the numbers move, the file does not.
    standin.book(files["kpu"].id).tab("Hibah").rows[1][3] = "5.000.000.000"
    for minutes, expected in ((29, 4_000_000_000), (31, 5_000_000_000)):
        later = now + dt.timedelta(minutes=minutes)
        monkeypatch.setattr(clock, "now", lambda later=later: later)
        synced(place)
        assert rows(place, "from kpu__hibah")[0]["belanja_kumulatif"] == expected


def test_who_asks_for_everything_gets_what_drive_does_not_know_of_yet(standin, files, place):
    standin.book(files["kpu"].id).tab("Hibah").rows[1][3] = "5.000.000.000"
    assert not synced(place).new
    result = synced(place, everything=True)
    assert result.new and rows(place, "from kpu__hibah")[0]["belanja_kumulatif"] == 5_000_000_000


def test_a_spreadsheet_open_by_its_link_alone_is_read_every_time(standin, tmp_path):
    files = cloud.small(standin, kpu={"listed": False})
    place = cloud.settings(standin, files, tmp_path)
    synced(place)
    standin.clear_requests()
    assert not synced(place).failed
    assert asked(standin).count(("sheets", files["kpu"].id)) == 2


def test_after_a_failure_the_spreadsheet_is_read_though_nothing_changed_since(standin, files, place):
    standin.put(files["kpu"].id, "Hibah", "D2", "5.000.000.000")
    standin.fault("sheets", "403", 1, files["kpu"].id)
    assert synced(place).failed
    assert not synced(place).failed
    assert rows(place, "from kpu__hibah")[0]["belanja_kumulatif"] == 5_000_000_000


def test_a_snapshot_taken_away_is_made_again_and_not_believed_to_be_there(standin, files, tmp_path):
    place = cloud.settings(standin, files, tmp_path)
    first = synced(place)
    standin.put(files["kpu"].id, "Hibah", "D2", "5.000.000.000")
    second = synced(place)
    (place.snapshots / f"{second.snapshot}.duckdb").unlink()
    assert store.latest(place.snapshots) == first.snapshot
    assert synced(place).new
    assert rows(place, "from kpu__hibah")[0]["belanja_kumulatif"] == 5_000_000_000


def test_another_spreadsheet_of_the_agency_is_read_at_once(standin, files, place):
    title, head, line = cloud.SMALL["kpu"]
    other = standin.add("kpu", {title: cloud.cells(head, line.replace("4.000.000.000", "7.000.000.000"))})
    synced(dataclasses.replace(place, spreadsheets=place.spreadsheets | {"kpu": other.url}))
    assert rows(place, "from kpu__hibah")[0]["belanja_kumulatif"] == 7_000_000_000


def test_agencies_are_read_side_by_side(standin, files, tmp_path):
    synced(cloud.settings(standin, files, tmp_path))
    for file in files.values():
        standin.touch(file.id)
    wanted = {
        agency: google.Wanted(files[agency].url, {cloud.SMALL[agency][0]}.__contains__) for agency in cloud.AGENCIES
    }
    standin.delay = 1
    began = time.monotonic()
    found = google.fetch(standin.key(), wanted, 30)
    took = time.monotonic() - began
    assert all(one.sheet for one in found.values())
    assert took < (2 + 2 * len(files)) / 2, "token, Drive, then two questions of all at the same time"


def test_four_changed_spreadsheets_take_three_answers_one_after_the_other(standin, files, place):
    changed = [files[agency].id for agency in cloud.AGENCIES[:4]]
    for id in changed:
        standin.touch(id)
    standin.clear_requests()
    standin.meet("sheets", 2 * len(changed))
    assert not synced(place).failed
    assert asked(standin)[:2] == [("token", None), ("drive", None)]
    assert sorted(asked(standin)[2:]) == sorted([("sheets", id) for id in changed] * 2), "all of them at the same time"


def other_tabs(book):
    book.tab("Hibah").properties["title"] = "Hibahh"


def one_tab_more(book):
    book.add("Tempat Pemungutan Suara", [["x"]])
    book.add("Distribusi", [["tanggal"], ["4 November 2024"]])


def fewer_tabs(book):
    book.tabs.remove(book.tab("Hibah"))
    book.number()
    book.add("Lain", [["x"]])


@pytest.mark.parametrize("change", [other_tabs, one_tab_more, fewer_tabs])
def test_tabs_that_are_not_those_of_the_last_reading_are_asked_for_once_more(standin, files, place, change):
    with standin.changing(files["kpu"].id) as book:
        change(book)
        ours = {tab.title for tab in book.tabs} & {"Hibah", "Distribusi"}
    standin.clear_requests()
    assert not synced(place).failed
    assert asked(standin).count(("sheets", files["kpu"].id)) == (3 if change is not one_tab_more else 4)
    assert {row["tab"] for row in rows(place, "from tab where instansi = 'kpu' and status = 'ada'")} <= {"hibah"}
    assert len(rows(place, "from kpu__hibah")) == ("Hibah" in ours)
    standin.touch(files["kpu"].id)
    standin.clear_requests()
    assert not synced(place).failed
    assert asked(standin).count(("sheets", files["kpu"].id)) == (3 if ours else 2), "and then they are known"


def one_more_column(book):
    for row, cell in zip(book.tab("Hibah").rows, ["tahap_pencairan", "tahap_2"], strict=True):
        row[:1] = [cell, *row[:1]]
    book.tab("Hibah").rows[0][1] = "keterangan lain"


def titles_changed_over(book):
    old, other = book.tab("Hibah"), book.tab("Catatan")
    old.properties["title"], other.properties["title"] = "Catatan", "Hibah"


def renamed(book):
    book.tab("Hibah").properties["title"] = "Hibahh"


@pytest.mark.parametrize("method", ["spreadsheets.get", "spreadsheets.values.batchGet"])
@pytest.mark.parametrize("change", [one_more_column, titles_changed_over, renamed])
def test_a_change_between_the_two_questions_mixes_nothing_and_is_there_next_time(
    standin, files, tmp_path, method, change
):
    head = [*(cell.strip() for cell in cloud.SMALL["kpu"][1].split("|")), "tanggal_data"]
    standin.add_tab(files["kpu"].id, "Catatan", [head, ["tahap_2", "6 Feb 2024", 7, 6, "4 November 2024"]])
    place = cloud.settings(standin, files, tmp_path)
    synced(place)
    asks = "select tahap_pencairan, nilai_diterima, belanja_kumulatif from kpu__hibah"
    old, noted = [("tahap_1", 10_000_000_000, 4_000_000_000)], {}
    new = {one_more_column: [("tahap_2", *old[0][1:])], titles_changed_over: [("tahap_2", 7, 6)], renamed: []}[change]
    standin.before(f"sheets.{method}", change)
    standin.touch(files["kpu"].id)
    for time_of_day in ("now", "next"):
        noted[time_of_day] = troubles(synced(place)), [tuple(row.values()) for row in rows(place, asks)]
    trouble, read = noted["now"]
    assert read in (old, new) and set(trouble) <= ({"kpu"} if change is renamed else set())
    assert noted["next"] == ({}, new)


def test_rows_below_all_measure_are_refused_as_before_where_the_tabs_are_known(standin, files, place, monkeypatch):
    monkeypatch.setattr("monev.sheets.limits.ROWS", 20)
    monkeypatch.setattr("monev.sheets.google.client.MOST_BYTES", 30_000)
    with standin.changing(files["kpu"].id) as book:
        book.tab("Hibah").rows[1:] = lines(900)[1:]
    result = synced(place)
    assert "melewati baris 20" in troubles(result)["kpu"], "not that the answer was too large"


def test_more_tabs_and_cells_than_anybody_fills_in_are_refused_before_they_are_asked_for(standin, files, tmp_path):
    with standin.changing(files["kpu"].id) as book:
        for number in range(limits.TABS):
            book.add(f"Tab {number}", [["x"]])
    with standin.changing(files["bpkpd"].id) as book:
        book.tab(cloud.SMALL["bpkpd"][0]).rows[1:] = [["x" * (limits.SIGNS + 1)]]
    result = synced(cloud.settings(standin, files, tmp_path))
    assert troubles(result).keys() == {"kpu", "bpkpd"}
    assert troubles(result)["kpu"] == "Spreadsheet ini memuat lebih dari 200 tab. Hapus tab yang tidak dipakai."
    assert "memuat sel dengan lebih dari 50.000 huruf, di baris 2" in troubles(result)["bpkpd"]


# --- what is told of a spreadsheet ---


def test_a_finding_opens_the_very_cell(standin, files, tmp_path):
    standin.put(files["kpu"].id, "Hibah", "D2", "sekitar 4 miliar")
    place = cloud.settings(standin, files, tmp_path)
    synced(place)
    with opened(place) as snapshot:
        found = snapshot.ask("mutu_data/temuan").to_dict("records")
    [link] = [row["tautan"] for row in found if row["sel"] == "D2"]
    gid = next(tab.properties["sheetId"] for tab in standin.book(files["kpu"].id).tabs if tab.title == "Hibah")
    assert link == f"https://docs.google.com/spreadsheets/d/{files['kpu'].id}/edit#gid={gid}&range=D2"
    missing = [row for row in found if row["instansi"] == "kpu" and "tidak ditemukan" in row["alasan"]]
    assert missing and all(
        row["tautan"] == f"https://docs.google.com/spreadsheets/d/{files['kpu'].id}/edit" for row in missing
    )


def test_a_foreign_locale_is_told_once_with_where_to_set_it(standin, files, tmp_path):
    standin.set_locale(files["kpu"].id, "en_US")
    place = cloud.settings(standin, files, tmp_path)
    synced(place)
    [found] = rows(place, "from temuan where alasan like '%Lokal spreadsheet%'")
    assert (found["instansi"], found["tertulis"], found["bobot"]) == ("kpu", "en_US", "periksa")
    assert "File › Setelan" in found["saran"]
    standin.set_locale(files["kpu"].id, "in_ID")
    synced(place)
    assert not rows(place, "from temuan where alasan like '%Lokal spreadsheet%'")


def test_a_copy_of_a_spreadsheet_is_told(standin, files, tmp_path):
    title, head, line = cloud.SMALL["kpu"]
    copy = standin.add("kpu", {title: cloud.cells(head, line)}, title="Salinan dari Monev KPU")
    place = cloud.settings(standin, files | {"kpu": copy}, tmp_path)
    assert not synced(place).failed
    [found] = rows(place, "from temuan where tertulis = 'Salinan dari Monev KPU'")
    assert "salinan" in found["alasan"] and found["bobot"] == "periksa"


def test_a_renamed_tab_is_missed_and_the_likely_one_named(standin, files, tmp_path):
    standin.rename_tab(files["kpu"].id, "Hibah", "Hibahh")
    place = cloud.settings(standin, files, tmp_path)
    synced(place)
    [found] = rows(place, "from temuan where instansi = 'kpu' and tab = 'hibah'")
    assert found["tertulis"] == "Hibahh" and "ganti judulnya" in found["saran"] and "“Hibahh”" in found["alasan"]
    with opened(place) as snapshot:
        links = {row["tertulis"]: row["tautan"] for row in snapshot.ask("mutu_data/temuan").to_dict("records")}
    [gid] = [tab.properties["sheetId"] for tab in standin.book(files["kpu"].id).tabs]
    assert links["Hibahh"].endswith(f"#gid={gid}")


def test_a_renamed_header_is_told_and_a_moved_one_is_read(standin, files, tmp_path):
    place = cloud.settings(standin, files, tmp_path)
    standin.put(files["kpu"].id, "Hibah", "C1", "Nilai Diterimaa")
    with standin.changing(files["bawaslu"].id) as book:
        rows_of = book.tab("Hibah").rows
        rows_of.insert(0, ["Laporan hibah"])
        for row in rows_of[1:]:
            row.reverse()
    synced(place)
    [found] = rows(place, "from temuan where instansi = 'kpu' and kolom = 'nilai_diterima' and sel = 'C1'")
    assert found["tertulis"] == "Nilai Diterimaa" and "Nilai Diterima" in found["saran"]
    assert rows(place, "from bawaslu__hibah")[0]["nilai_diterima"] == 3_000_000_000


def test_a_spreadsheet_of_another_agency_is_refused_and_named(standin, tmp_path):
    files = cloud.whole(standin, SAMPLES)
    place = cloud.settings(standin, files, tmp_path)
    assert not synced(place).failed
    swapped = cloud.settings(standin, files, tmp_path, spreadsheets={"kpu": files["bawaslu"].url})
    result = synced(swapped)
    assert set(troubles(result)) == {"kpu"}
    assert "cocok dengan lembar Bawaslu, bukan KPU" in troubles(result)["kpu"]
    assert len(rows(place, "from kpu__pemilih_tps")) == 33, "the last good numbers stand"


# --- what an operator typed ---


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "belum ditulis"),
        (None, "belum ditulis"),
        ("kpu", "bukan id atau alamat"),
        ("https://docs.google.com/spreadsheets/d/id-spreadsheet-kpu/edit", "masih contoh"),
        ("https://docs.google.com/spreadsheets/d/id-spreadsheet-sekretariat/edit", "masih contoh"),
        ("https://example.org/lembar", "bukan id atau alamat"),
        ("https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcdefghijklmnopqrstuvwxyz/pubhtml", "alamat publikasi"),
        (7, "belum ditulis"),
    ],
)
def test_what_is_no_spreadsheet_is_told(typed, told):
    with pytest.raises(SourceError, match=told):
        spreadsheet_id(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "1AbcDefGhiJklMnoPqrStuVwxYz0123456789",
        " https://docs.google.com/spreadsheets/d/1AbcDefGhiJklMnoPqrStuVwxYz0123456789/edit#gid=0 ",
        "https://docs.google.com/spreadsheets/u/0/d/1AbcDefGhiJklMnoPqrStuVwxYz0123456789/edit?usp=sharing",
    ],
)
def test_an_id_and_any_address_of_a_spreadsheet_are_understood(typed):
    assert spreadsheet_id(typed) == "1AbcDefGhiJklMnoPqrStuVwxYz0123456789"


def test_one_address_that_is_none_leaves_the_others(standin, files, tmp_path):
    result = synced(cloud.settings(standin, files, tmp_path, spreadsheets={"kpu": "lembar kpu"}))
    assert set(troubles(result)) == {"kpu"} and "bukan id" in troubles(result)["kpu"]


def test_an_agency_that_nobody_knows_is_named(standin, files, tmp_path):
    place = cloud.settings(standin, files, tmp_path, spreadsheets={"polres": files["kpu"].url})
    with pytest.raises(SettingError, match="“polres” yang tidak dikenal"):
        sync.sync(place)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (dict, "belum diisi"),
        (lambda key: key | {"type": "authorized_user"}, "bukan kunci akun layanan"),
        (
            lambda key: {name: value for name, value in key.items() if name != "client_email"},
            "tidak memuat client_email",
        ),
        (lambda key: key | {"private_key": "-----BEGIN PRIVATE KEY-----\nabc\n"}, "rusak"),
        (lambda key: key | {"private_key": 7}, "rusak"),
        (lambda key: key | {"token_uri": "oauth2.googleapis.com/token"}, "token_uri"),
    ],
)
def test_a_key_that_is_no_key_is_told_before_anything_is_sent(standin, files, tmp_path, change, told):
    key = change({}) if change is dict else change(dict(standin.key()))
    place = cloud.settings(standin, files, tmp_path, account=key)
    with pytest.raises(SourceError, match=told) as raised:
        sync.sync(place)
    assert "PRIVATE" not in str(raised.value) and asked(standin) == []


def test_a_key_of_somebody_else_is_refused_by_google_and_told(standin, files, tmp_path):
    from cryptography.hazmat.primitives.asymmetric import rsa

    stranger = account.key_file(rsa.generate_private_key(65537, 2048))
    with pytest.raises(SourceError, match="Kunci akun layanan ditolak Google"):
        sync.sync(cloud.settings(standin, files, tmp_path, account=stranger))


def test_a_key_copied_with_its_line_breaks_as_two_signs_works(standin, files, tmp_path):
    key = dict(standin.key())
    key["private_key"] = key["private_key"].replace("\n", "\\n")
    assert not synced(cloud.settings(standin, files, tmp_path, account=key)).failed


def test_an_excel_file_in_drive_is_told_with_the_way_out(standin, files, tmp_path):
    office = standin.add("kpu", {"Hibah": [["x"]]}, office=True)
    result = synced(cloud.settings(standin, files | {"kpu": office}, tmp_path))
    assert "Simpan sebagai Google Spreadsheet" in troubles(result)["kpu"]


# --- too much ---


def lines(count, head="tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif"):
    names = [cell.strip() for cell in head.split("|")] + ["tanggal_data"]
    return [names, *([f"tahap_{n % 2 + 1}", 45327 + n % 400, 1000 + n, n, 45600] for n in range(count))]


def test_two_hundred_thousand_rows_are_refused_in_bounded_time_and_memory(standin, files, tmp_path):
    huge = standin.add("kpu", {"Hibah": lines(200_001)})
    place = cloud.settings(standin, files | {"kpu": huge}, tmp_path, seconds=60)
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = synced(place)
    assert "memuat lebih dari 150.000 sel" in troubles(result)["kpu"]
    assert time.monotonic() - began < 60
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_000_000, "less than 1 GB more, in KB"


def test_a_million_empty_rows_cost_nothing(standin, files, tmp_path):
    standin.resize(files["kpu"].id, "Hibah", 1_000_000, 5)
    began = time.monotonic()
    place = cloud.settings(standin, files, tmp_path)
    assert not synced(place).failed and time.monotonic() - began < 20
    assert len(rows(place, "from kpu__hibah")) == 1


def test_a_cell_of_fifty_thousand_signs_is_a_finding_and_harms_nothing(standin, files, tmp_path):
    standin.put(files["kpu"].id, "Hibah", "D2", "9" * 50_000)
    place = cloud.settings(standin, files, tmp_path)
    assert not synced(place).failed
    [found] = rows(place, "from temuan where instansi = 'kpu' and sel = 'D2'")
    assert found["bobot"] == "tolak" and len(found["alasan"]) < 500


def test_an_answer_beyond_all_measure_is_cut_off_at_that_agency(standin, files, tmp_path, monkeypatch):
    monkeypatch.setattr("monev.sheets.google.client.MOST_BYTES", 30_000)
    standin.put(files["kpu"].id, "Hibah", "F2", "x" * 40_000)
    result = synced(cloud.settings(standin, files, tmp_path))
    assert set(troubles(result)) == {"kpu"} and "melebihi" in troubles(result)["kpu"]


# --- tabs ---


def test_titles_with_signs_that_a_range_could_trip_over_are_read(standin, files, tmp_path):
    standin.rename_tab(files["kpu"].id, "Hibah", "  HIBAH ")
    standin.add_tab(files["kpu"].id, "Kota's 'Lama'!A1", [["x"]])
    place = cloud.settings(standin, files, tmp_path)
    assert not synced(place).failed and len(rows(place, "from kpu__hibah")) == 1


def test_no_tab_of_ours_is_no_failure_but_told_tab_by_tab(standin, files, tmp_path):
    blank = standin.add("kpu", {"Sheet1": []})
    place = cloud.settings(standin, files | {"kpu": blank}, tmp_path)
    assert not synced(place).failed
    assert len(rows(place, "from temuan where instansi = 'kpu' and bobot = 'tolak'")) == 5


def test_a_title_is_quoted_for_a_range_and_recognised_by_the_same_rules_as_in_a_folder():
    assert layout.match_tab("HIBAH ", {"hibah": "Hibah"}) == "hibah"
    assert limits.ROWS == 200_000


# --- the doctor and the template ---


@pytest.fixture
def told(standin, tmp_path, monkeypatch, capsys):
    """A function that runs one command over these spreadsheets: (exit status, what was said)."""

    def run(files, *arguments, mode=0o600):
        path = tmp_path / "secrets.toml"
        path.write_text(cloud.secrets(standin, files), "utf-8")
        path.chmod(mode)
        for name, value in {"RAHASIA": path, "POTRET": tmp_path / "potret", "TANGGAL": "2024-11-04"}.items():
            monkeypatch.setenv(f"MONEV_{name}", str(value))
        for name in ("SUMBER", "FOLDER"):
            monkeypatch.delenv(f"MONEV_{name}", raising=False)
        capsys.readouterr()
        status = command.main(list(arguments))
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


def test_the_doctor_finds_nothing_wrong_with_good_spreadsheets(standin, told):
    files = {agency: standin.add(agency, {"Sheet1": []}, role="writer") for agency in cloud.AGENCIES}
    for agency in cloud.AGENCIES:
        assert told(files, "template", agency)[0] == 0
    status, said = told(files, "doctor")
    wrong = [line for line in said.splitlines() if line.startswith(("!", "✗"))]
    assert (status, wrong) == (0, []), said
    assert "Google menerima dasbor@" in said and said.count("dapat dibaca") == 5


def test_the_doctor_names_what_is_wrong_and_what_to_do(standin, told):
    files = cloud.small(standin, bawaslu={"role": None}, kpu={"listed": False}, bpkpd={"time_zone": "America/New_York"})
    standin.set_locale(files["kesbangpol"].id, "en_US")
    standin.trash(files["sekretariat"].id)
    status, said = told(files, "doctor")
    assert status == 3
    for text in ("belum dibagikan", "terbuka lewat tautan saja", "zona waktunya America/New_York", "Lokal: Indonesia",
                 "tempat sampah", "Tab “Distribusi” tidak ditemukan"):  # fmt: skip
        assert text in said


@pytest.mark.parametrize(("role", "told_of"), [("reader", 1), ("writer", 0)])
def test_the_doctor_tells_that_decisions_cannot_be_written(standin, told, role, told_of):
    files = cloud.small(standin, sekretariat={"role": role})
    _, said = told(files, "doctor")
    assert said.count("jadi keputusan rapat belum dapat ditulis") == told_of, "only where they are written"


def test_the_doctor_minds_a_key_that_others_can_read(standin, files, told):
    _, said = told(files, "doctor", mode=0o644)
    assert "! Kunci: secrets.toml dapat dibaca pemakai lain" in said and "chmod 600" in said


def test_the_doctor_stops_at_a_key_that_is_refused(standin, files, told):
    standin.fault("token", "revoked")
    status, said = told(files, "doctor")
    assert status == 3 and "✗ Akun layanan: Kunci akun layanan ditolak" in said and "KPU" not in said


@pytest.mark.parametrize(
    "kind", ["reset", *(pytest.param(kind, marks=pytest.mark.panjang) for kind in ("html_200", "503"))]
)
def test_the_doctor_does_not_blame_the_agencies_for_drive(standin, files, told, kind):
    standin.fault("drive", kind)
    _, said = told(files, "doctor")
    assert said.count("✗") == 0 and said.count("” dapat dibaca") == 5 and "! Google Drive" in said
    assert "lewat tautan" not in said and "sinkron berikutnya" not in said


def test_the_doctor_names_an_agency_that_nobody_knows(standin, files, told):
    status, said = told(files | {"KPU": files["kpu"]}, "doctor")
    assert status == 1 and "“KPU” yang tidak dikenal" in said


def test_the_doctor_proposes_the_template_for_an_empty_spreadsheet(standin, files, told):
    status, said = told(files | {"kpu": standin.add("kpu", {"Sheet1": []})}, "doctor")
    assert (
        status == 3
        and "python -m monev template kpu" in said
        and "Tab “Distribusi”" not in said.partition("Bawaslu")[0]
    )


def test_the_doctor_says_which_source_it_looks_at(told, standin, files, monkeypatch):
    assert "Sumber: Google Sheets" in told(files, "doctor")[1]


def test_the_doctor_tells_that_an_api_is_not_switched_on(standin, files, told):
    standin.fault("drive", "service_disabled")
    _, said = told(files, "doctor")
    assert "Google Drive API belum diaktifkan" in said and "✓ KPU" in said


def test_a_template_is_made_once_filled_and_read_without_a_finding_about_its_form(standin, told, tmp_path):
    files = cloud.small(standin) | {"kpu": standin.add("kpu", {"Sheet1": []}, role="writer", locale="en_US")}
    status, said = told(files, "template", "kpu")
    assert status == 0 and files["kpu"].id in said
    status, said = told(files, "template", "kpu")
    assert status == 0 and "Sudah lengkap" in said
    title, head, line = cloud.SMALL["kpu"]
    for column, cell in zip("ABCDE", cloud.cells(head, line)[1], strict=True):
        standin.put(files["kpu"].id, title, f"{column}2", cell)
    assert told(files, "sync")[0] == 0
    place = cloud.settings(standin, files, tmp_path)
    assert len(rows(place, "from kpu__hibah")) == 1
    assert not rows(place, "from temuan where instansi = 'kpu' and (alasan like '%olom%' or alasan like '%okal%')")


def test_a_template_is_not_written_where_the_account_may_only_look(standin, told):
    files = cloud.small(standin) | {"kpu": standin.add("kpu", {"Sheet1": []}, role="reader")}
    status, said = told(files, "template", "kpu")
    assert status == 1 and "menjadi Editor" in said


def test_a_template_is_not_written_into_another_agencys_spreadsheet(standin, told):
    files = cloud.whole(standin, SAMPLES)
    status, said = told(files | {"kpu": files["kesbangpol"]}, "template", "kpu")
    assert status == 1 and "tampaknya milik Kesbangpol" in said
