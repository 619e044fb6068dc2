"""From folders to snapshots: when one is made, what stays when an agency fails, and that counts close."""

import datetime as dt
import multiprocessing
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from monev import settings, sheets
from monev.contract import contracts, logo_svg
from monev.reading import cells, layout
from monev.reading.cells.places import Places
from monev.screen.draw import written_logo
from monev.settings import CONTRACTS, REFERENCE, SAMPLES, Settings
from monev.sheets import SourceError
from monev.snapshot import directory, store
from monev.sync import fallback, sync
from monev.words import clock

GRANT = """tahap_pencairan,tanggal_masuk,nilai_diterima,belanja_kumulatif,tanggal_data
tahap_1,5 Feb 2024,10.000.000.000,{},4 November 2024
"""
MEETING = dt.date(2024, 11, 4)


def city(tmp_path, **agencies):
    """A folder of sheets with one small tab per agency, and its settings."""
    source = tmp_path / "lembar"
    for agency, spent in ({"kpu": "4.000.000.000", "bawaslu": "1.000.000.000"} | agencies).items():
        put(source, agency, spent)
    return Settings("folder", source, tmp_path / "potret", MEETING)


def put(source, agency, spent):
    path = source / agency / "hibah.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(GRANT.format(spent), "utf-8")


def on(date, place):
    return Settings(place.source, place.folder, place.snapshots, date)


def opened(place):
    name = store.latest(place.snapshots)
    return store.Snapshot(place.snapshots, name, store.previous(place.snapshots, name))


def spent(place, agency):
    with opened(place) as snapshot:
        return list(snapshot.select(f"from {agency}__hibah")["belanja_kumulatif"])


def changed(place):
    with opened(place) as snapshot:
        return dict(snapshot.select("select instansi, diubah from instansi").itertuples(index=False))


def results(place, bounded=False):
    """What one sync saw. The sheets are read in this process, but where how an agency fails is the subject."""
    [result] = sync.sync(place, bounded=bounded)
    return result


def troubles(result):
    return {one.agency: one.trouble for one in result.agencies if one.trouble}


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """The samples as they are shipped, synced once."""
    place = Settings("folder", SAMPLES, tmp_path_factory.mktemp("contoh"), None)
    return place, sync.sync(place)


# --- when a new snapshot is made ---


def test_nothing_changed_makes_no_new_snapshot(tmp_path):
    place = city(tmp_path)
    first, second = results(place, bounded=True), results(place, bounded=True)
    assert (first.new, second.new) == (True, False) and first.snapshot == second.snapshot
    assert store.snapshots(place.snapshots) == [first.snapshot]
    assert [one.findings for one in first.agencies] == [one.findings for one in second.agencies]


def test_a_changed_cell_makes_a_new_snapshot(tmp_path):
    place = city(tmp_path)
    first = results(place)
    put(place.folder, "kpu", "5.000.000.000")
    second = results(place)
    assert second.new and store.snapshots(place.snapshots) == [first.snapshot, second.snapshot]
    assert spent(place, "kpu") == [5_000_000_000]


def test_a_number_written_in_another_way_is_a_change_of_the_cell(tmp_path):
    place = city(tmp_path)
    results(place)
    put(place.folder, "kpu", "4 miliar")
    assert results(place).new and spent(place, "kpu") == [4_000_000_000]


def test_a_new_day_makes_a_new_snapshot_because_things_fall_due(tmp_path):
    place = city(tmp_path)
    first = results(place)
    second = results(on(dt.date(2024, 11, 5), place))
    assert second.new and second.snapshot.startswith("000002-2024-11-05-")
    assert store.previous(place.snapshots, second.snapshot) == first.snapshot


def test_a_day_set_back_makes_a_new_newest_snapshot_too(tmp_path):
    place = city(tmp_path)
    results(place)
    back = results(on(dt.date(2024, 10, 1), place))
    assert back.new and store.latest(place.snapshots) == back.snapshot
    assert store.previous(place.snapshots, back.snapshot) is None


def test_the_time_of_change_moves_only_with_that_agencys_own_cells(tmp_path, monkeypatch):
    place = city(tmp_path)
    results(place)
    first = changed(place)
    monkeypatch.setattr(clock, "now", lambda: dt.datetime(2030, 1, 1))
    put(place.folder, "bawaslu", "2.000.000.000")
    results(place)
    second = changed(place)
    assert second["kpu"] == first["kpu"] and second["bawaslu"] == dt.datetime(2030, 1, 1)
    assert first["sekretariat"] is None and second["sekretariat"] is None, "never read, so never changed"


# --- when an agency fails ---


@pytest.mark.parametrize("fail", ["gone", "empty", "corrupt", "two sources"])
def test_an_agency_that_fails_keeps_its_last_good_data(tmp_path, fail):
    place = city(tmp_path)
    results(place, bounded=True)
    first = changed(place)
    folder = place.folder / "kpu"
    if fail != "two sources":
        shutil.rmtree(folder)
    if fail == "empty":
        folder.mkdir()
    if fail in ("corrupt", "two sources"):
        (place.folder / "kpu.xlsx").write_bytes(b"PK bukan buku kerja")
    put(place.folder, "bawaslu", "2.000.000.000")
    result = results(place, bounded=True)
    assert result.failed and "kpu" in troubles(result)
    assert spent(place, "kpu") == [4_000_000_000] and spent(place, "bawaslu") == [2_000_000_000]
    assert changed(place)["kpu"] == first["kpu"]


def test_what_failed_is_told_in_the_times_of_sync_and_the_last_success_stays(tmp_path):
    place = city(tmp_path)
    results(place)
    before = {row["instansi"]: row for row in store.read_sync_times(place.snapshots)}
    shutil.rmtree(place.folder / "kpu")
    result = results(place)
    assert not result.new, "the data are the same, so the snapshot is"
    after = {row["instansi"]: row for row in store.read_sync_times(place.snapshots)}
    assert "kpu" in after["kpu"]["pesan"] and after["kpu"]["berhasil"] == before["kpu"]["berhasil"] is not None
    assert after["bawaslu"]["pesan"] is None and after["bawaslu"]["berhasil"] == after["bawaslu"]["dicoba"]
    assert after["sekretariat"]["berhasil"] is None
    with opened(place) as snapshot:
        row = snapshot.select("from sinkron where instansi = 'kpu'").to_dict("records")[0]
    assert row["pesan"] == after["kpu"]["pesan"]


def test_an_agency_that_comes_back_is_read_again(tmp_path):
    place = city(tmp_path)
    results(place)
    shutil.move(place.folder / "kpu", tmp_path / "simpan")
    results(place)
    shutil.move(tmp_path / "simpan", place.folder / "kpu")
    result = results(place)
    assert "kpu" not in troubles(result) and not result.new


@pytest.mark.panjang
def test_kept_data_survive_another_sync_and_are_read_by_todays_rules(tmp_path):
    place = city(tmp_path)
    results(place)
    shutil.rmtree(place.folder / "kpu")
    for day in (5, 6, 7):
        results(on(dt.date(2024, 11, day), place))
    assert spent(place, "kpu") == [4_000_000_000]


def test_invented_and_real_data_never_share_a_folder_of_snapshots(tmp_path):
    place = city(tmp_path)
    facts = place.folder / "sumber.toml"
    facts.write_text("simulasi = true\n", "utf-8")
    results(place)
    facts.unlink()
    with pytest.raises(SourceError, match=r"berisi data simulasi.*MONEV_POTRET"):
        results(place)
    with opened(place) as snapshot:
        assert snapshot.select("from meta")["simulasi"][0] is True


def test_a_first_sync_in_which_nobody_can_be_read_makes_no_snapshot(tmp_path):
    place = Settings("folder", tmp_path / "kosong", tmp_path / "potret", MEETING)
    place.folder.mkdir()
    with pytest.raises(SourceError, match="Tidak satu pun"):
        sync.sync(place)
    assert store.snapshots(place.snapshots) == []
    assert all(row["pesan"] for row in store.read_sync_times(place.snapshots))


def test_a_later_sync_in_which_nobody_can_be_read_keeps_everything(tmp_path):
    place = city(tmp_path)
    results(place)
    shutil.rmtree(place.folder)
    result = results(place)
    assert len(troubles(result)) == 5 and not result.new and spent(place, "kpu") == [4_000_000_000]


def test_an_agency_never_read_is_there_without_data(tmp_path):
    place = city(tmp_path)
    result = results(place)
    assert troubles(result).keys() == {"kesbangpol", "bpkpd", "sekretariat"}
    with opened(place) as snapshot:
        status = dict(snapshot.select("select instansi, status from instansi").itertuples(index=False))
        assert status == {
            "kpu": "terbaca",
            "bawaslu": "terbaca",
            "kesbangpol": "belum_ada",
            "bpkpd": "belum_ada",
            "sekretariat": "belum_ada",
        }
        assert snapshot.select("from bpkpd__nphd").empty


def test_damage_to_the_times_of_sync_is_mended_by_the_next_sync(tmp_path):
    place = city(tmp_path)
    results(place)
    (place.snapshots / "sinkron.json").write_text("{rusak", "utf-8")
    results(place)
    assert len(store.read_sync_times(place.snapshots)) == 5


def test_a_sheet_that_was_not_read_today_is_never_fresh(tmp_path):
    place = city(tmp_path)
    results(place)
    shutil.rmtree(place.folder / "kpu")
    for day, expected in ((4, "hijau"), (5, "kuning")):
        results(on(dt.date(2024, 11, day), place))
        with opened(place) as snapshot:
            found = snapshot.ask("ringkasan/instansi").set_index("instansi")
        assert found["status"]["kpu"] == expected and found["status"]["bawaslu"] == "hijau"
        assert found["bertahan_sejak"].dropna().to_dict() == ({} if day == 4 else {"kpu": dt.date(2024, 11, 4)})
        assert found["umur_hari"]["kpu"] == found["umur_hari"]["bawaslu"] == day - 4


# --- how many are kept ---


@pytest.mark.panjang
def test_of_days_that_are_over_the_last_snapshot_is_kept(tmp_path):
    place = city(tmp_path)
    for day in (1, 2, 3):
        for spent in ("4.000.000.000", "5.000.000.000", "6.000.000.000"):
            put(place.folder, "kpu", spent)
            sync.sync(on(dt.date(2024, 11, day), place))
    kept = [store.reference_date(name).day for name in store.snapshots(place.snapshots)]
    assert kept == [1, 2, 2, 2, 3, 3, 3]
    before = store.previous(place.snapshots, store.latest(place.snapshots))
    assert store.reference_date(before).day == 2


@pytest.mark.panjang
def test_of_a_date_set_by_hand_no_more_are_kept_than_a_disk_can_bear(tmp_path, monkeypatch):
    place = city(tmp_path)
    monkeypatch.setattr(directory, "MOST_OF_A_DAY", 2)
    for spent in ("4.000.000.000", "5.000.000.000", "6.000.000.000"):
        put(place.folder, "kpu", spent)
        results(place)
    assert [directory.number(name) for name in store.snapshots(place.snapshots)] == [2, 3]


# --- settings ---


@pytest.fixture
def environment(monkeypatch, tmp_path):
    for name in ("SUMBER", "FOLDER", "RUJUKAN", "POTRET", "TANGGAL", "SINKRON"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    monkeypatch.setenv("MONEV_RAHASIA", str(tmp_path / "secrets.toml"))
    return lambda name, value: monkeypatch.setenv(f"MONEV_{name}", value)


DEMO = Settings("folder", SAMPLES, settings.HOME / "potret" / "contoh", None)


def test_without_settings_the_samples_are_read_into_snapshots_of_their_own(environment):
    assert settings.load() == DEMO


def test_settings_are_taken_and_relative_paths_count_from_the_project(environment, tmp_path):
    for name, value in {"FOLDER": "lembar", "POTRET": str(tmp_path), "TANGGAL": "2024-11-04"}.items():
        environment(name, value)
    assert settings.load() == Settings("folder", settings.HOME / "lembar", tmp_path, MEETING)


def test_the_reference_data_of_another_city_are_a_setting_and_count_from_the_project_too(environment):
    environment("RUJUKAN", "tests/kota_lain/reference")
    assert settings.load() == replace(DEMO, reference=settings.HOME / "tests" / "kota_lain" / "reference")


def test_a_logo_beside_the_reference_data_is_taken_and_without_one_the_name_is_drawn(environment, tmp_path):
    assert settings.logo() == settings.HOME / "reference" / "logo.svg"
    environment("RUJUKAN", str(tmp_path))
    assert settings.logo() is None
    drawn = written_logo.drawn("Monev <b>Pasar</b>", "Kota Satu & Dua", lambda mode, key: "#123456")
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru" / "logo.svg").write_text(drawn, "utf-8")
    logo_svg.check(tmp_path / "baru")
    for name, size in (
        ("Monev Layanan", None),
        ("Monev Penanganan Sampah Kota", 10.5),
        ("Monev Percepatan Penurunan Stunting", 9),
    ):
        fitted = written_logo.drawn(name, "Kota Satu", lambda mode, key: "#123456")
        (tmp_path / "baru" / "logo.svg").write_text(fitted, "utf-8")
        logo_svg.check(tmp_path / "baru")
        assert f">{name}</text>" in fitted and (f"nth-of-type(1){{font-size:{size}px}}" in fitted) == bool(size)
    assert "…</text>" in written_logo.drawn(
        "Monev Percepatan Penurunan Stunting dan Kemiskinan", "", lambda mode, key: "#123456"
    )
    assert "Monev &lt;b&gt;Pasar&lt;/b&gt;</text>" in drawn and "Kota Satu &amp; Dua</text>" in drawn
    (tmp_path / "logo.svg").write_text("<svg/>", "utf-8")
    assert settings.logo() == tmp_path / "logo.svg"


def test_snapshots_of_two_cities_do_not_lie_in_one_folder(tmp_path):
    place = city(tmp_path)
    results(place)
    elsewhere = Path(shutil.copytree(REFERENCE, tmp_path / "lain"))
    region = (elsewhere / "daerah.toml").read_text("utf-8")
    (elsewhere / "daerah.toml").write_text(region.replace('"32.72"', '"00.01"'), "utf-8")
    with pytest.raises(SourceError, match=r"data daerah 32\.72, jadi tidak dicampur dengan daerah 00\.01"):
        sync.sync(replace(place, reference=elsewhere))


@pytest.mark.parametrize("name", ["SUMBER", "FOLDER", "RUJUKAN", "POTRET", "TANGGAL"])
def test_a_blank_setting_is_none(environment, name):
    environment(name, "")
    assert settings.load() == DEMO


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SUMBER", "excel"),
        ("TANGGAL", "4 November 2024"),
        ("TANGGAL", "2024-11-31"),
        ("TANGGAL", "2024-11"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(environment, name, value):
    environment(name, value)
    with pytest.raises(settings.SettingError, match=f"MONEV_{name}.*{value}"):
        settings.load()


SECRETS = """
[gcp_service_account]
type = "service_account"

[spreadsheets]
kpu = "1AbcDefGhiJklMnoPqrStuVwxYz0123456789"

[sync]
setiap_detik = 300
"""


def secrets(tmp_path, text=SECRETS):
    (tmp_path / "secrets.toml").write_text(text, "utf-8")


def test_spreadsheets_in_the_secrets_make_google_the_source(environment, tmp_path):
    secrets(tmp_path)
    found = settings.load()
    assert (found.source, found.snapshots) == ("google", settings.HOME / "potret")
    assert found.spreadsheets == {"kpu": "1AbcDefGhiJklMnoPqrStuVwxYz0123456789"}
    assert (found.rhythm.every, found.rhythm.deadline, found.rhythm.by_server) == (300, 60, True)


@pytest.mark.parametrize(("name", "value"), [("FOLDER", "lembar"), ("SUMBER", "folder")])
def test_a_folder_named_by_hand_comes_before_the_secrets(environment, tmp_path, name, value):
    secrets(tmp_path)
    environment(name, value)
    assert settings.load().source == "folder"


def test_a_key_never_shows_when_settings_are_printed(environment, tmp_path):
    secrets(tmp_path, SECRETS.replace('"service_account"', '"service_account"\nprivate_key = "rahasia sekali"'))
    assert "rahasia sekali" not in repr(settings.load())


def test_a_separate_watcher_leaves_the_server_reading_only(environment):
    environment("SINKRON", "terpisah")
    assert settings.load().rhythm.by_server is False


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[spreadsheets]\nkpu = rahasia", "secrets.toml, baris 2: bukan TOML"),
        ('spreadsheets = "x"', r"\[spreadsheets\]"),
        ("[sync]\nsetiap_detik = 5", "setiap_detik harus bilangan bulat 15 sampai 86400"),
        ('[sync]\nsetiap_detik = "120"', "setiap_detik harus"),
        ("[sync]\nbatas_detik = 3600", "batas_detik harus"),
        ("[sync]\ndi_server = 1", "di_server harus true atau false"),
        ("[sync]\nsetiap = 5", "“setiap” yang tidak dikenal"),
        ('[spreadsheet]\nkpu = "x"', "“spreadsheet” yang tidak dikenal"),
        ('[gcp_service_account]\ntype = "service_account"', r"\[spreadsheets\] belum berisi"),
        ('type = "service_account",', "tanpa koma di akhir baris"),
    ],
)
def test_a_mistake_in_the_secrets_is_named_without_what_stands_there(environment, tmp_path, text, told):
    secrets(tmp_path, text)
    with pytest.raises(settings.SettingError, match=told) as raised:
        settings.load()
    assert "rahasia" not in str(raised.value)


# --- the samples ---


def test_the_samples_sync_without_any_trouble_and_are_marked(samples):
    place, both = samples
    assert [result.reference_date for result in both] == [dt.date(2024, 10, 21), MEETING]
    assert all(result.new and not result.failed for result in both)
    with opened(place) as snapshot:
        assert snapshot.select("from meta")["simulasi"][0] is True
        assert set(snapshot.select("from tab")["status"]) == {"ada"}


def test_the_meeting_before_is_stored_first_and_once(samples, tmp_path):
    place, both = samples
    assert store.previous(place.snapshots, both[1].snapshot) == both[0].snapshot
    again = Settings(place.source, place.folder, tmp_path / "potret", place.reference_date)
    shutil.copytree(place.snapshots, again.snapshots)
    [result] = sync.sync(again)
    assert not result.new and result.snapshot == both[1].snapshot


@pytest.mark.parametrize(
    ("agency", "tab", "cell", "typed"),
    [
        ("kpu", "pemilih_tps", "H15", "1,102"),
        ("kpu", "pemilih_tps", "I36", "15 (enam belas)"),
        ("kpu", "sosialisasi", "C36", "Cibeureum"),
        ("kpu", "sosialisasi", "G34", "sekitar 60 orang"),
        ("bawaslu", "pencegahan", "A35", "11/14/2024"),
        ("kesbangpol", "pendidikan_politik", "C30", "Sindanpalay"),
        ("bpkpd", "dukungan_sarpras", "G12", "#REF!"),
        ("bpkpd", "nphd", "C5", "Selasa, 24 Januari 2024"),
    ],
)
def test_the_slips_of_the_samples_are_found_where_they_stand(samples, agency, tab, cell, typed):
    with opened(samples[0]) as snapshot:
        [found] = snapshot.select(
            "from temuan where instansi = $agency and tab = $tab and sel = $cell",
            agency=agency,
            tab=tab,
            cell=cell,
        ).to_dict("records")
    assert (found["tertulis"], found["bobot"]) == (typed, "tolak")


def test_every_row_seen_is_counted_held_or_layout_and_once(samples):
    place, _ = samples
    with opened(place) as snapshot:
        open_counts = snapshot.select("from tab where terlihat <> terhitung + ditahan + tata_letak")
        twice = snapshot.select("select instansi, tab, baris from baris group by all having count(*) > 1")
        by_kind = snapshot.select("""
            select t.instansi, t.tab from tab as t left join baris as b using (instansi, tab)
            group by all having count(b.baris) <> any_value(t.terlihat)
                or count(*) filter (b.kelas = 'terhitung') <> any_value(t.terhitung)
                or count(*) filter (b.kelas = 'ditahan') <> any_value(t.ditahan)
        """)
        assert open_counts.empty and twice.empty and by_kind.empty
        for row in snapshot.select("from tab").to_dict("records"):
            table = snapshot.select(f"from {row['instansi']}__{row['tab']}")
            assert len(set(table["baris"])) == len(table) == row["terhitung"]


def test_as_many_rows_are_seen_as_the_files_hold(samples):
    place, _ = samples
    with opened(place) as snapshot:
        seen = {
            (one, tab): count
            for one, tab, count in snapshot.select("select instansi, tab, terlihat from tab").itertuples(index=False)
        }
    for agency in contracts.load(CONTRACTS):
        for tab in sheets.read_folder(SAMPLES, agency).tabs:
            assert seen[agency, tab.title] == len(tab.rows)


def test_every_counted_row_of_a_33_row_tab_is_there(samples):
    with opened(samples[0]) as snapshot:
        [facts] = snapshot.select(
            "select count(*) as baris, sum(jumlah_tps) as tps, sum(dpt_laki_laki + dpt_perempuan) as dpt "
            "from kpu__pemilih_tps"
        ).to_dict("records")
    assert facts == {"baris": 33, "tps": 551, "dpt": 259_961}


def test_what_was_typed_comes_back_from_a_snapshot_as_it_was(samples):
    last = fallback.load(samples[0].snapshots)
    for agency in contracts.load(CONTRACTS):
        sheet = sheets.read_folder(SAMPLES, agency)
        assert [(tab.title, tab.rows) for tab in last.sheets[agency].tabs] == [
            (tab.title, [_cut(row) for row in tab.rows]) for tab in sheet.tabs
        ]


def test_stored_numbers_dates_and_ticks_come_back_as_what_they_were(tmp_path):
    place = city(tmp_path)
    shutil.rmtree(place.folder / "kpu")
    book = openpyxl.Workbook()
    book.active.title = "hibah"
    for row in (
        [
            "tahap_pencairan",
            "tanggal_masuk",
            "nilai_diterima",
            "belanja_kumulatif",
            "tanggal_data",
            "keterangan",
        ],
        ["tahap_1", dt.date(2024, 2, 5), 10_000_000_000, 1.102, dt.date(2024, 11, 4), True],
    ):
        book.active.append(row)
    book.save(place.folder / "kpu.xlsx")
    results(place)
    read = sheets.read_folder(place.folder, "kpu").tabs[0].rows
    kept = fallback.load(place.snapshots).sheets["kpu"].tabs[0].rows
    assert kept == read and [[type(cell) for cell in row] for row in kept] == [
        [type(cell) for cell in row] for row in read
    ]


def _cut(row):
    while row and row[-1] is None:
        row = row[:-1]
    return row


@pytest.mark.panjang
def test_workbooks_give_the_same_numbers_as_csv(samples, tmp_path):
    place, both = samples
    books = tmp_path / "buku"
    books.mkdir()
    shutil.copy(SAMPLES / "sumber.toml", books)
    (books / "2024-10-21").mkdir()
    for agency, one in contracts.load(CONTRACTS).items():
        save_typed(books / f"{agency}.xlsx", sheets.read_folder(SAMPLES, agency), one)
    shutil.copytree(SAMPLES / "2024-10-21", books / "2024-10-21", dirs_exist_ok=True)
    results_of_books = sync.sync(Settings("folder", books, tmp_path / "potret", None))
    assert [one.counted for one in results_of_books[1].agencies] == [one.counted for one in both[1].agencies]
    with opened(place) as first, store.Snapshot(tmp_path / "potret", results_of_books[1].snapshot) as second:
        for agency, one in contracts.load(CONTRACTS).items():
            for tab in one.tabs.values():
                sql = f"from {tab.table} order by baris"
                assert first.select(sql).equals(second.select(sql)), f"{agency} {tab.code}"
        sql = "select kode, nilai, status from indikator order by kode"
        assert first.select(sql).equals(second.select(sql))


def save_typed(path, sheet, agency):
    """The sheet as a workbook in which every cell that is a number or a date is stored as one."""
    places = Places.load(REFERENCE)
    book = openpyxl.Workbook()
    book.remove(book.active)
    stored = 0
    for tab in sheet.tabs:
        page = book.create_sheet(tab.title)
        tab_contract = agency.tabs[tab.title]
        laid = layout.lay_out(tab, tab_contract)
        names = {index: name for name, index in laid.columns.items()}
        data = {row.number for row in laid.rows}
        for number, row in enumerate(tab.rows, start=1):
            for index, value in enumerate(row):
                column = tab_contract.columns.get(names.get(index))
                if number in data and column is not None and column.type in ("bil", "rp", "tgl"):
                    read = cells.read(value, column, places)
                    if read.value is not None:
                        value, stored = read.value, stored + 1
                page.cell(number, index + 1, value)
                if isinstance(value, str) and value.startswith("="):
                    page.cell(number, index + 1).data_type = "s"
    book.save(path)
    assert stored or not any(layout.lay_out(tab, agency.tabs[tab.title]).rows for tab in sheet.tabs)


# --- two at once ---


def test_two_syncs_at_once_in_one_program_make_one_snapshot(tmp_path):
    place = city(tmp_path)
    with ThreadPoolExecutor(3) as pool:
        names = {result.snapshot for answer in pool.map(sync.sync, [place] * 3) for result in answer}
    assert len(names) == 1 and store.snapshots(place.snapshots) == list(names)


@pytest.mark.panjang
def test_two_syncs_at_once_in_two_programs_make_one_snapshot(tmp_path):
    place = city(tmp_path)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        names = {result.snapshot for answer in pool.map(sync.sync, [place] * 2, chunksize=1) for result in answer}
    assert store.snapshots(place.snapshots) == list(names)
    assert not [path.name for path in place.snapshots.iterdir() if path.name.startswith(".setengah")]
    assert spent(place, "kpu") == [4_000_000_000]
