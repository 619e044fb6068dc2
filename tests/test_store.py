"""Snapshots: complete, immutable, closed to the world, and right for many askers at once."""

import datetime as dt
import gc
import json
import math
import os
import shutil
import stat
import subprocess
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from monev.settings import HOME, REFERENCE
from monev.snapshot import beside, file, outbox, permissions, queries, schema, sql_tables, store
from monev.snapshot.store import StoreError, Table
from monev.sync import project_check
from monev.words import project
from tests.given import given, rows

EVERY_TYPE = {
    "bulat": "BIGINT",
    "kecil": "INTEGER",
    "angka": "DOUBLE",
    "ya": "BOOLEAN",
    "tanggal": "DATE",
    "saat": "TIMESTAMP",
    "teks": "VARCHAR",
    "daftar": "VARCHAR[]",
}
FULL = {
    "bulat": 25_000_000_000,
    "kecil": 3,
    "angka": 61.5,
    "ya": True,
    "tanggal": dt.date(2024, 11, 4),
    "saat": dt.datetime(2024, 11, 4, 9, 12),
    "teks": "“se-Kota”",
    "daftar": ["a", "b"],
}
GRANT = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    tahap_1         | 5 Feb 2024    | {}             | 4.000.000.000
"""
RECEIVED = "select nilai_diterima from kpu__hibah"


def tables(*extra, reference_date=dt.date(2024, 11, 4)):
    """What the words of makro.sql need, and a table with every type."""
    meta = {"tanggal_acuan": "DATE", "hash": "VARCHAR", "simulasi": "BOOLEAN"}
    return {
        "meta": Table(meta, [{"tanggal_acuan": reference_date}]),
        "hari_libur": Table({"tanggal": "DATE"}, []),
        "daerah": Table({"tanggal_pemungutan": "DATE"}, []),
        "aturan": Table({"kode": "VARCHAR", "nilai": "DOUBLE"}, []),
        "pilihan": Table({"daftar": "VARCHAR", "kode": "VARCHAR", "label": "VARCHAR"}, []),
        "ambang": Table({"kode": "VARCHAR", "arah": "VARCHAR", "hijau": "DOUBLE", "kuning": "DOUBLE"}, []),
        "tab": Table({"instansi": "VARCHAR", "tab": "VARCHAR", "dilaporkan": "BOOLEAN"}, []),
        "cakupan": Table({"kode": "VARCHAR", "instansi": "VARCHAR", "tab": "VARCHAR"}, []),
        "tahapan": Table({"kode": "VARCHAR", "mulai": "DATE", "selesai": "DATE"}, []),
        "semua": Table(EVERY_TYPE, list(extra)),
    }


def written(folder, *extra, date=dt.date(2024, 11, 4), number="ab" * 4):
    name = store.next_name(folder, date, number)
    store.write(folder, name, tables(*extra, reference_date=date))
    return name


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """Two meetings of a small city: the grant was 10 milliar, then 14."""
    folder = tmp_path_factory.mktemp("dua")
    given(folder, "2024-10-21", {"kpu/hibah": GRANT.format("10.000.000.000")}).close()
    snapshot = given(folder, "2024-11-04", {"kpu/hibah": GRANT.format("14.000.000.000")})
    yield snapshot
    snapshot.close()


# --- files ---


def test_a_snapshot_is_one_read_only_file_and_nothing_else_is_left(tmp_path):
    name = written(tmp_path, FULL)
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}.duckdb"]
    assert stat.S_IMODE((tmp_path / f"{name}.duckdb").stat().st_mode) == permissions.KEPT


def test_opening_and_asking_leaves_the_folder_as_it_was(tmp_path):
    name = written(tmp_path, FULL)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with store.Snapshot(tmp_path, name) as snapshot:
        snapshot.select("from semua")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_snapshot_is_never_written_over(tmp_path):
    name = written(tmp_path, FULL)
    with pytest.raises(StoreError, match="tidak pernah ditimpa"):
        store.write(tmp_path, name, tables())
    assert len(store.Snapshot(tmp_path, name).select("from semua")) == 1


def test_a_file_that_could_not_be_completed_leaves_nothing(tmp_path):
    broken = tables() | {"salah": Table({"a": "BIGINT"}, [{"a": "bukan angka"}])}
    with pytest.raises(Exception, match="BIGINT: str"):
        store.write(tmp_path, store.next_name(tmp_path, dt.date(2024, 11, 4), "0" * 8), broken)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        ".setengah-77-000002-2024-11-04-abababab.duckdb",
        "000002-2024-11-04-abababab.duckdb.wal",
        "000002-2024-11-04.duckdb",
        "salinan 000002-2024-11-04-abababab.duckdb",
        "000002-2024-11-04-abababab (1).duckdb",
        "sinkron.json",
    ],
)
def test_what_is_not_a_complete_snapshot_is_never_listed(tmp_path, name):
    first = written(tmp_path)
    (tmp_path / name).write_bytes(b"x")
    assert store.snapshots(tmp_path) == [first] and store.latest(tmp_path) == first


def test_a_folder_that_does_not_exist_holds_no_snapshots(tmp_path):
    assert store.snapshots(tmp_path / "x") == [] and store.latest(tmp_path / "x") is None


def test_the_newest_is_told_by_number_whatever_the_clock_and_the_reference_date_say(tmp_path):
    first = written(tmp_path, date=dt.date(2024, 11, 4))
    second = written(tmp_path, date=dt.date(2024, 10, 1))
    os.utime(tmp_path / f"{second}.duckdb", (0, 0))
    assert (first[:6], second[:6]) == ("000001", "000002") and store.latest(tmp_path) == second


def test_it_is_compared_with_the_newest_of_an_earlier_reference_date(tmp_path):
    names = [
        written(tmp_path, date=date, number=number * 8)
        for date, number in (
            (dt.date(2024, 10, 7), "1"),
            (dt.date(2024, 10, 21), "2"),
            (dt.date(2024, 10, 21), "3"),
            (dt.date(2024, 11, 4), "4"),
            (dt.date(2024, 11, 4), "5"),
        )
    ]
    assert [store.previous(tmp_path, name) for name in names] == [
        None,
        names[0],
        names[0],
        names[2],
        names[2],
    ]
    assert store.reference_date(names[4]) == dt.date(2024, 11, 4)


def test_the_hash_is_the_same_for_the_same_values_and_another_for_any_other():
    base = store.digest(tables(FULL))
    assert store.digest(tables(dict(reversed(FULL.items())))) == base
    assert store.digest(dict(reversed(tables(FULL).items()))) == base
    for name, value in {"bulat": 1, "angka": 61.4, "ya": False, "teks": "", "daftar": ["b", "a"]}.items():
        assert store.digest(tables(FULL | {name: value})) != base
        assert store.digest(tables(FULL | {name: None})) != base
        assert store.digest(tables(FULL | {name: value}), [name]) == store.digest(tables(FULL), [name])
    assert store.digest(tables(FULL, FULL)) != base


# --- types ---


def test_types_are_kept_where_every_cell_is_null(tmp_path):
    name = written(tmp_path, {}, {})
    with store.Snapshot(tmp_path, name) as snapshot:
        described = snapshot.select(
            "select column_name, data_type from duckdb_columns() where database_name = 'kini' and table_name = 'semua'"
        )
        assert dict(described.itertuples(index=False)) == EVERY_TYPE
        assert snapshot.select("from semua").to_dict("records") == [dict.fromkeys(EVERY_TYPE)] * 2


def test_answers_hold_pythons_own_types_and_none_stays_none(tmp_path):
    name = written(tmp_path, FULL, {})
    with store.Snapshot(tmp_path, name) as snapshot:
        full, empty = snapshot.select("from semua").to_dict("records")
    assert full == FULL and {key: type(value) for key, value in full.items()} == {
        key: type(value) for key, value in FULL.items()
    }
    assert all(value is None for value in empty.values())


def test_sums_and_shares_are_plain_numbers(tmp_path):
    name = written(tmp_path, FULL, FULL)
    with store.Snapshot(tmp_path, name) as snapshot:
        [row] = snapshot.select("select sum(bulat) as total, 1.5 as bagian from semua").to_dict("records")
    assert row == {"total": 50_000_000_000, "bagian": 1.5}
    assert (type(row["total"]), type(row["bagian"])) == (int, float)


def test_half_a_sign_from_a_damaged_workbook_does_not_stop_a_snapshot(tmp_path):
    name = written(tmp_path, FULL | {"teks": "ab\ud83d"})
    with store.Snapshot(tmp_path, name) as snapshot:
        assert snapshot.select("select teks from semua").iloc[0, 0] == "ab?"


# --- closed ---


@pytest.mark.parametrize(
    "sql",
    [
        "create table x (a int)",
        "insert into semua (kecil) values (1)",
        "delete from kini.main.semua",
        "update kini.main.semua set kecil = 1",
        "drop view semua",
        "attach 'x.duckdb'",
        "detach kini",
        "install httpfs",
        "load httpfs",
        "set threads = 1",
        "reset threads",
        "set enable_external_access = true",
        "pragma version",
        "copy semua to 'x.csv'",
        "copy (from semua) to 'x.csv'",
        "export database 'x'",
        "use kini",
        "call pragma_version()",
        "select 1; select 2",
        "select 1; drop view semua",
        "",
        "bukan sql",
        "begin",
        "checkpoint",
        "explain analyze select 1",
    ],
)
def test_only_one_select_is_accepted(two, sql):
    with pytest.raises(StoreError) as error:
        two.select(sql)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "from read_csv('{}')",
        "from read_text('{}')",
        "from read_blob('{}')",
        "from '{}'",
        "from read_json('{}')",
        "from read_text('https://example.org/')",
        "from read_csv('https://example.org/a.csv')",
        "from glob('/etc/*')",
        "from parquet_scan('{}')",
        "from query('attach ''x''')",
        "from query('from read_text(''{}'')')",
        "from 'file://{}'",
        "from read_parquet('s3://contoh/a.parquet')",
        "select * from read_text(['{}'])",
        "select getenv('HOME')",
        "from glob('{}')",
        "select (select content from read_text('{}'))",
        "with a as (from read_csv_auto('{}')) from a",
        "from sniff_csv('{}')",
    ],
)
def test_sql_reaches_no_file_and_no_network(two, tmp_path, sql):
    (tmp_path / "rahasia.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(StoreError):
        two.select(sql.format(tmp_path / "rahasia.csv"))


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1) to '{}/x.csv'",
        "attach '{}/x.duckdb'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set allowed_directories = ['/']",
        "reset enable_external_access",
        "create table kini.main.x (a int)",
        "delete from kini.main.meta",
        "set temp_directory = '{}'",
        "set autoload_known_extensions = true",
        "set allow_community_extensions = true",
        "set custom_extension_repository = 'https://example.org'",
        "install spatial from community",
        "load '{}/x.duckdb_extension'",
        "export database '{}'",
        "import database '{}'",
        "create persistent secret x (type http)",
    ],
)
def test_even_a_query_file_could_not_get_out(two, tmp_path, sql):
    with pytest.raises(duckdb.Error), two._connection.cursor() as cursor:
        cursor.execute(sql.format(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("opened", ["a snapshot being written", "the parser of queries"])
def test_nor_could_a_statement_while_a_snapshot_is_written_or_a_query_taken_apart(tmp_path, opened):
    (tmp_path / "rahasia.txt").write_text("rahasia", "utf-8")
    if opened == "the parser of queries":
        connection = sql_tables._parser()
    else:
        connection = duckdb.connect(str(tmp_path / "baru.duckdb"), config=file.CLOSED)
        file.lock(connection)
    with connection:
        for sql in (
            "from read_text('{}/rahasia.txt')",
            "copy (select 1) to '{}/x.csv'",
            "attach '{}/y.duckdb'",
            "set enable_external_access = true",
            "install httpfs",
        ):
            with pytest.raises(duckdb.Error):
                connection.execute(sql.format(tmp_path))
        connection.execute("create table tetap_bisa (a int)")
    assert {path.name for path in tmp_path.iterdir()} <= {"rahasia.txt", "baru.duckdb"}


def test_what_is_too_large_for_memory_goes_into_no_file_of_its_own(two):
    assert list(two.select("select current_setting('temp_directory') as di")["di"]) == [""]


def test_python_values_of_the_caller_are_out_of_reach(two):
    rahasia = pd.DataFrame({"a": [1]})
    assert len(rahasia) == 1
    with pytest.raises(StoreError):
        two.select("from rahasia")


# --- asking ---


def test_an_unknown_question_is_named_in_one_line(two):
    with pytest.raises(StoreError, match="logistik/entah") as error:
        two.ask("logistik/entah")
    assert len(str(error.value).splitlines()) == 1


def test_a_value_of_a_question_is_never_read_as_sql(two):
    answer = two.select("select $kata as kata", kata="'; drop view meta; --")
    assert answer["kata"][0] == "'; drop view meta; --" and len(two.select("from meta")) == 1


def test_a_select_that_does_not_fit_is_one_line(two):
    with pytest.raises(StoreError) as error:
        two.select("select tidak_ada from meta")
    assert len(str(error.value).splitlines()) == 1


def test_eight_threads_get_their_own_rows(two):
    fresh = store.Snapshot(*folder_of(two))
    gate = threading.Barrier(8)

    def asking(number):
        gate.wait()
        for turn in range(40):
            wanted = [number * 1000 + turn] * 3
            assert list(fresh.select("select $n as n from range(3)", n=wanted[0])["n"]) == wanted
            if turn % 10 == number % 10:
                assert rows(fresh, "ukuran/indikator", kode="selisih_kpu_rp")[0]["halaman"] == "logistik"
        return True

    with fresh, ThreadPoolExecutor(8) as pool:
        assert all(pool.map(asking, range(8)))


def folder_of(snapshot):
    [path] = snapshot._connection.execute("select path from duckdb_databases() where database_name = 'kini'").fetchone()
    return Path(path).parent, snapshot.id, snapshot.before


def test_a_snapshot_that_nobody_holds_any_more_goes_at_once(two):
    folder, name, before = folder_of(two)
    gc.disable()
    try:
        snapshot = store.Snapshot(folder, name, before, schema.today())
        assert snapshot.rows("bersama/angka_pokok") and snapshot.rows("perubahan/agenda")
        gone = weakref.ref(snapshot)
        del snapshot
        assert gone() is None, "its tables would lie in memory until the next search for circles"
    finally:
        gc.enable()


# --- times of sync ---


def test_times_of_sync_are_read_fresh_without_opening_again(two):
    folder, name, before = folder_of(two)
    with store.Snapshot(folder, name, before) as snapshot:
        assert len(snapshot.select("from sinkron")) == 5
        kept = store.read_sync_times(folder)
        try:
            store.write_sync_times(
                folder,
                [
                    {
                        "instansi": "kpu",
                        "dicoba": "2024-11-04T09:12:00",
                        "berhasil": None,
                        "pesan": "Folder “kpu” tidak ditemukan.",
                    }
                ],
            )
            [row] = snapshot.select("from sinkron").to_dict("records")
        finally:
            store.write_sync_times(folder, kept)
    assert row == {
        "instansi": "kpu",
        "dicoba": dt.datetime(2024, 11, 4, 9, 12),
        "berhasil": None,
        "pesan": "Folder “kpu” tidak ditemukan.",
    }


def test_a_snapshot_without_times_of_sync_answers_without_them(tmp_path):
    name = written(tmp_path)
    with store.Snapshot(tmp_path, name) as snapshot:
        assert list(snapshot.select("from sinkron").columns) == ["instansi", "dicoba", "berhasil", "pesan"]


def test_times_of_sync_that_come_later_are_seen_by_a_snapshot_that_is_open(tmp_path):
    name = written(tmp_path)
    with store.Snapshot(tmp_path, name) as snapshot:
        assert snapshot.select("from sinkron").empty
        store.write_sync_times(tmp_path, [{"instansi": "kpu", "dicoba": "2024-11-04T09:12:00", "pesan": "x"}])
        assert list(snapshot.select("from sinkron")["pesan"]) == ["x"]
        (tmp_path / "sinkron.json").write_text("{", "utf-8")
        assert snapshot.select("from sinkron").empty
        (tmp_path / "sinkron.json").unlink()
        assert snapshot.select("from sinkron").empty


def test_what_rests_on_what_changes_beside_is_worked_out_each_time(tmp_path):
    """Also where the question is one that is kept, and where another one stands between them."""
    name = written(tmp_path)
    made = [
        queries.Question("ukuran/gagal", "select count(*) as n from sinkron where pesan is not null", "a"),
        queries.Question("ukuran/gagal_lagi", "select n + 1 as n from gagal", "b"),
        queries.Question("ukuran/hari", "select tanggal_acuan from meta", "c"),
        queries.Question("ukuran/hari_lagi", "from hari", "d"),
    ]
    with store.Snapshot(tmp_path, name, questions={one.name: one for one in made}) as snapshot:
        for told in (0, 1, 2):
            store.write_sync_times(tmp_path, [{"instansi": f"{one}", "pesan": "x"} for one in range(told)])
            assert [row["n"] for one in made[:2] for row in snapshot.rows(one.name)] == [told, told + 1]
        snapshot.rows("ukuran/hari_lagi")
        kept = snapshot.select("select table_name from information_schema.tables where table_type = 'BASE TABLE'")
    assert "hari" in set(kept["table_name"]) and "gagal" not in set(kept["table_name"])


@pytest.mark.parametrize("odd", [
    '{"id": "x", "mengubah": ["x"]}', '{"id": "x", "mengubah": {"a": 1}}', '{"id": "x", "penanggung_jawab": [null, 5]}',
    '{"id": "x", "penanggung_jawab": {"a": 1}}', "[" * 100_000, "null", "5", "",
])  # fmt: skip
def test_one_odd_file_among_the_decisions_hides_no_other(tmp_path, odd):
    name = written(tmp_path)
    outbox.put(tmp_path, {"id": "TL-1", "dicatat": "2024-11-04T09:00:00", "penanggung_jawab": ["kpu"]})
    (tmp_path / outbox.OUTBOX / "x.json").write_text(odd, "utf-8")
    assert [one.id for one in outbox.courses(tmp_path)] == ["TL-1"]
    with store.Snapshot(tmp_path, name) as snapshot:
        assert list(snapshot.select("from kotak_keluar")["id"]) == ["TL-1"]


def test_half_a_sign_beside_the_snapshots_hides_nothing(tmp_path):
    name = written(tmp_path)
    store.write_sync_times(tmp_path, [{"instansi": "kpu", "pesan": "x"}, {"instansi": "bawaslu", "pesan": "y"}])
    path = tmp_path / "sinkron.json"
    path.write_text(path.read_text("utf-8").replace('"x"', '"a\\ud800b"'), "utf-8")
    with store.Snapshot(tmp_path, name) as snapshot:
        assert list(snapshot.select("from sinkron")["pesan"]) == ["a?b", "y"]


def test_a_link_to_itself_and_what_is_too_deep_are_no_file(tmp_path):
    for book in ("usulan", "jadwal"):
        (tmp_path / book).mkdir()
        (tmp_path / book / "a.json").symlink_to("a.json")
    (tmp_path / "sinkron.json").symlink_to("sinkron.json")
    assert all(beside.stamp(tmp_path, table) is not None for table in beside.NAMES)
    assert store.read_sync_times(tmp_path) == []
    (tmp_path / "sinkron.json").unlink()
    (tmp_path / "sinkron.json").write_text("[" * 100_000)
    assert store.read_sync_times(tmp_path) == []
    loop = store.next_name(tmp_path, dt.date(2024, 11, 4), "ab" * 4)
    (tmp_path / f"{loop}.duckdb").symlink_to(f"{loop}.duckdb")
    assert store.newest_whole(tmp_path) is None


def test_a_time_of_sync_that_is_none_is_unknown_and_hides_no_trouble(tmp_path):
    name = written(tmp_path)
    store.write_sync_times(tmp_path, [{"instansi": "kpu", "dicoba": "kemarin", "berhasil": 3, "pesan": "x"}])
    with store.Snapshot(tmp_path, name) as snapshot:
        [row] = snapshot.select("from sinkron").to_dict("records")
    assert row == {"instansi": "kpu", "dicoba": None, "berhasil": None, "pesan": "x"}


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '{"instansi": "kpu"}', "null"])
def test_damaged_times_of_sync_count_as_none(tmp_path, text):
    (tmp_path / "sinkron.json").write_text(text, "utf-8")
    assert store.read_sync_times(tmp_path) == []


def test_times_of_sync_come_back_as_written(tmp_path):
    times = [{"instansi": "kpu", "dicoba": "2024-11-04T09:12:00", "berhasil": None, "pesan": "“rusak”"}]
    store.write_sync_times(tmp_path / "baru", times)
    assert store.read_sync_times(tmp_path / "baru") == times
    assert json.loads((tmp_path / "baru" / "sinkron.json").read_text("utf-8")) == times
    assert [path.name for path in (tmp_path / "baru").iterdir()] == ["sinkron.json"]


# --- the meeting before ---


def test_the_same_text_answers_for_the_meeting_before(two):
    [now] = two.select(RECEIVED)["nilai_diterima"]
    [before] = two.select("select nilai_diterima from lampau.kpu__hibah")["nilai_diterima"]
    assert (now, before) == (14_000_000_000, 10_000_000_000)
    values = two.select("""
        select a.nilai as kini, b.nilai as dulu from indikator as a join lampau.indikator as b using (kode)
        where kode = 'selisih_kpu_rp'
    """)
    folder, _, before_id = folder_of(two)
    with store.Snapshot(folder, before_id) as earlier:
        [alone] = earlier.select("select nilai from indikator where kode = 'selisih_kpu_rp'")["nilai"]
    assert values["dulu"][0] == alone


def test_a_word_that_looks_something_up_says_what_the_table_says(two):
    said = two.select("select kode, aturan(kode) as kata, aturan_bulat(kode) as bulat, nilai from aturan")
    assert len(said) > 20
    for row in said.itertuples():
        assert (row.kata, type(row.kata), row.bulat) == (row.nilai, float, round(row.nilai))
    [bounds] = two.select("""
        select ambang_kuning('barang_kurang') as kuning, ambang_hijau('barang_kurang') as hijau,
            sampai_nilai('barang_kurang') as sampai, sampai_nilai('selisih_kpu_rp') as selalu
    """).itertuples(index=False)
    assert tuple(bounds) == (math.inf, 0.0, dt.date(2024, 11, 27), None)


def test_a_rule_too_large_for_a_count_of_days_is_in_the_way_of_no_other(tmp_path):
    shutil.copytree(REFERENCE, tmp_path / "rujukan")
    with (tmp_path / "rujukan" / "aturan.csv").open("a", encoding="utf-8") as file:
        file.write("hibah_besar,3000000000000,rupiah,Hibah yang ditanyakan,usulan\n")
    with given(tmp_path, "2024-11-04", {"kpu/hibah": GRANT.format("14.000.000.000")}, tmp_path / "rujukan") as snapshot:
        [said] = snapshot.select(
            "select aturan_bulat('hari_kasus') as hari, aturan('hibah_besar') as besar"
        ).itertuples()
        assert (said.hari, said.besar) == (5, 3e12)


@pytest.mark.parametrize(
    ("unit", "now", "before", "reporters", "reporters_before", "explained"),
    [
        ("daerah", 8, 12, "ab", "abcd", True),
        ("daerah", 12, 8, "abcd", "ab", True),
        ("daerah", 12, 8, "ab", "abcd", False),
        ("daerah", 8, 12, "abcd", "ab", False),
        ("daerah", 8, 12, "ab", "ba", False),
        ("daerah", 8, 12, "ac", "ab", True),
        ("daerah", 12, 8, "ac", "ab", True),
        ("daerah", 0, 2, "cde", "ab", True),
        ("daerah", 2, 0, "a", "", True),
        ("daerah", 0, 2, "", "a", True),
        ("daerah", 0, 2, "", "", False),
        ("persen", 80, 70, "ab", "abcd", True),
        ("persen", 70, 80, "ab", "abcd", True),
        ("persen", 80, 70, "abcd", "abcd", False),
        ("rp", -8, -12, "ab", "abcd", True),
        ("rp", 8, 12, "abcd", "ab", True),
        ("rp", 8, 12, "ab", "ab", False),
        ("daerah", 8, 12, None, "abcd", False),
        ("daerah", 8, 12, "ab", None, False),
        ("daerah", None, 12, "ab", "abcd", False),
    ],
)
def test_a_change_that_other_reporters_may_explain_is_known(
    two, unit, now, before, reporters, reporters_before, explained
):
    said = two.select(
        "select seiring_pelapor($unit, $now::double, $before::double, $those::varchar[], $then::varchar[]) as v",
        unit=unit, now=now, before=before,
        those=None if reporters is None else [*reporters],
        then=None if reporters_before is None else [*reporters_before],
    )  # fmt: skip
    assert said["v"][0] is explained


def test_a_word_that_looks_up_what_is_not_there_says_nothing(two):
    [said] = two.select("""
        select aturan('tidak_ada') as aturan, aturan(null) as tanpa, status_indikator('tidak_ada', 3) as status,
            berakhir('tidak_ada') as berakhir, batas_hijau('tidak_ada') as batas
    """).itertuples(index=False)
    assert tuple(said) == (None, None, None, False, None)


def test_a_word_looked_up_in_a_table_with_one_name_twice_says_neither(tmp_path, two):
    folder, name, _ = folder_of(two)
    with store.Snapshot(folder, name) as known:
        [meta], rules = known.table("meta"), known.table("aturan")
    twice = [*rules, rules[0] | {"nilai": rules[0]["nilai"] + 1}]
    content = {"meta": Table(schema.OURS["meta"], [meta]), "aturan": Table(schema.today()["aturan"], twice)}
    with store.Snapshot(None, name, unwritten=content) as snapshot:
        assert snapshot.select(f"select aturan('{rules[1]['kode']}') as n")["n"][0] == rules[1]["nilai"]
        with pytest.raises(StoreError, match="More than one row"):
            snapshot.select(f"select aturan('{rules[0]['kode']}')")


def test_views_of_the_meeting_before_judge_by_its_own_day(tmp_path):
    """What had not happened on 21 October had not in that meeting's numbers, though it has by now."""
    payment = """
        penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d     | status
        kpu      | tahap_1         | S1         | 30 Okt 2024  | 10.000.000.000 | cair
    """
    given(tmp_path, "2024-10-21", {"bpkpd/pencairan": payment}).close()
    with given(tmp_path, "2024-11-04", {"kpu/hibah": GRANT.format("1")}) as snapshot:
        counted = "select coalesce(sum(nilai_sp2d), 0) as n from {}sp2d_cair where penerima = 'kpu'"
        [now], [before] = (snapshot.select(counted.format(part))["n"] for part in ("", "lampau."))
    assert (now, before) == (10_000_000_000, 0)


def test_without_a_meeting_before_its_tables_have_their_shape_and_no_row(tmp_path):
    with given(tmp_path, "2024-11-04", {"kpu/hibah": GRANT.format("10.000.000.000")}) as snapshot:
        assert snapshot.before is None
        for view in ("kpu__hibah", "meta", "temuan", "indikator"):
            now, before = snapshot.select(f"from {view}"), snapshot.select(f"from lampau.{view}")
            assert list(now.columns) == list(before.columns) and len(now)
            if view != "indikator":
                assert before.empty
        assert snapshot.ask("ringkasan/perubahan").empty


def test_an_earlier_snapshot_of_another_shape_is_still_compared(tmp_path):
    """A contract gains a column and a tab between two meetings."""
    old = tables(FULL, reference_date=dt.date(2024, 10, 21))
    old["semua"] = Table({"bulat": "BIGINT", "usang": "VARCHAR"}, [{"bulat": 7}])
    del old["pilihan"]
    before = store.next_name(tmp_path, dt.date(2024, 10, 21), "0" * 8)
    store.write(tmp_path, before, old)
    name = written(tmp_path, FULL)
    with store.Snapshot(tmp_path, name, before) as snapshot:
        [row] = snapshot.select("from lampau.semua").to_dict("records")
        assert row["bulat"] == 7 and row["teks"] is None
        assert snapshot.select("from lampau.pilihan").empty


# --- snapshots of earlier versions ---


@pytest.fixture
def old(tmp_path):
    """A folder with one snapshot as a version wrote it that kept no history and no course of the meeting, and knew of
    no file of an agency.
    """
    with given(tmp_path, "2024-11-04", {"kpu/hibah": GRANT.format("sepuluh M")}) as snapshot:
        name = snapshot.id
    path = tmp_path / "potret" / f"{name}.duckdb"
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("comment on table meta is null")  # such a version did not say what its snapshots hold
        connection.execute("drop table riwayat_temuan")
        connection.execute("drop table acara")
        connection.execute("drop table riwayat_janji")
        connection.execute("alter table instansi drop column berkas")
        connection.execute("alter table kpu__hibah drop column belanja_kumulatif")
    return tmp_path / "potret", name


@pytest.mark.panjang
def test_a_snapshot_of_an_earlier_version_answers_every_question_of_today(old):
    with store.Snapshot(*old, shapes=schema.today()) as snapshot:
        for question in queries.load():
            snapshot.ask(question)
        assert snapshot.select("from riwayat_temuan").empty
        assert snapshot.ask("bersama/acara").empty
        assert set(snapshot.select("from instansi")["berkas"]) == {None}
        [ages] = rows(snapshot, "mutu_data/lama_terbuka", instansi="kpu")
        [listed] = rows(snapshot, "ringkasan/instansi", instansi="kpu")
    assert ages["terbuka"] == listed["temuan"] > 0
    assert ages["tertua_hari"] is None and ages["diperbaiki"] is None, "it cannot know"


def test_a_snapshot_of_an_earlier_version_is_compared_with_like_any_other(old):
    folder, before = old
    with given(folder.parent, "2024-11-05", {"kpu/hibah": GRANT.format("14.000.000.000")}) as now:
        name = now.id
    with store.Snapshot(folder, name, before, schema.today()) as snapshot:
        for question in queries.load():
            snapshot.ask(question)
        assert snapshot.select("from lampau.riwayat_temuan").empty
        [row] = snapshot.select("from lampau.kpu__hibah").to_dict("records")
        assert row["belanja_kumulatif"] is None and row["tahap_pencairan"] == "tahap_1"


def test_a_snapshot_of_an_earlier_version_keeps_what_today_knows_no_more_and_the_order_of_today(tmp_path):
    name = written(tmp_path, FULL)
    declared = {"semua": {"baru": "VARCHAR[]", "teks": "VARCHAR", "angka": "DOUBLE"}}
    with store.Snapshot(tmp_path, name, shapes=declared) as snapshot:
        answer = snapshot.select("from semua")
    assert list(answer.columns)[:3] == ["baru", "teks", "angka"] and set(answer.columns) == {"baru", *FULL}
    assert answer.to_dict("records") == [FULL | {"baru": None}]


@pytest.mark.parametrize(
    ("column", "kind", "value"),
    [
        ("teks", "BIGINT", None),
        ("tanggal", "BIGINT", None),
        ("daftar", "DOUBLE", None),
        ("kecil", "BIGINT", 3),
        ("bulat", "VARCHAR", "25000000000"),
        ("tanggal", "TIMESTAMP", dt.datetime(2024, 11, 4)),
        ("teks", "VARCHAR[]", ["“se-Kota”"]),  # one that became a list
    ],
)
def test_a_column_that_was_of_another_type_is_null_where_its_value_does_not_fit(tmp_path, column, kind, value):
    name = written(tmp_path, FULL)
    before = written(tmp_path, FULL, date=dt.date(2024, 10, 21))
    with store.Snapshot(tmp_path, name, before, {"semua": {column: kind}}) as snapshot:
        for source in ("semua", "lampau.semua"):
            [row] = snapshot.select(f"from {source}").to_dict("records")
            assert row[column] == value and type(row[column]) is type(value)


def test_the_declared_tables_are_those_that_a_sync_writes(two):
    columns = two.select("select table_name, column_name, data_type from duckdb_columns() where database_name = 'kini'")
    stored = {(table, column): kind for table, column, kind in columns.itertuples(index=False)}
    declared = {(table, column): kind for table, types in schema.today().items() for column, kind in types.items()}
    assert declared == stored


def test_a_mistake_in_the_contracts_does_not_close_what_is_stored(old, monkeypatch, tmp_path):
    (tmp_path / "kontrak").mkdir()
    (tmp_path / "kontrak" / "kpu.toml").write_text("bukan toml", "utf-8")
    monkeypatch.setattr(queries, "CONTRACTS", tmp_path / "kontrak")
    with store.Snapshot(*old, shapes=schema.today()) as snapshot:
        assert len(snapshot.select("from kpu__hibah")) == 1 and snapshot.select("from riwayat_temuan").empty


@pytest.mark.panjang
def test_the_command_line_asks_a_snapshot_of_an_earlier_version(old):
    folder, name = old
    clean = {key: value for key, value in os.environ.items() if not key.startswith("MONEV_")}
    done = subprocess.run(
        [sys.executable, "-m", "monev", "ask", "mutu_data/lama_terbuka", "--potret", name, "--format", "json"],
        cwd=HOME, env=clean | {"MONEV_POTRET": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [row["instansi"] for row in json.loads(done.stdout)] == list(project.agencies())


# --- damage ---


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"bukan basis data " * 100,
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:4096],
        lambda whole: b"\0" * len(whole),
    ],
)
def test_a_damaged_snapshot_is_one_line(tmp_path, damage):
    name = written(tmp_path, FULL)
    path = tmp_path / f"{name}.duckdb"
    whole = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(damage(whole))
    with pytest.raises(StoreError) as error, store.Snapshot(tmp_path, name) as snapshot:
        snapshot.select("from semua")
    assert len(str(error.value).splitlines()) == 1


def test_a_snapshot_that_is_not_there_is_one_line(tmp_path):
    name = written(tmp_path)
    for wanted, before in (("000009-2024-11-04-00000000", None), (name, "000009-2024-11-04-00000000")):
        with pytest.raises(StoreError, match="000009-2024-11-04-00000000 tidak ada"):
            store.Snapshot(tmp_path, wanted, before)


def test_a_name_with_quotes_in_its_path_is_only_a_path(tmp_path):
    folder = tmp_path / "rapat '24"
    name = written(folder, FULL)
    store.write_sync_times(folder, [])
    with store.Snapshot(folder, name) as snapshot:
        assert len(snapshot.select("from semua")) == 1 and snapshot.select("from sinkron").empty


@pytest.mark.panjang
def test_every_question_fits_a_snapshot_in_which_nothing_was_reported():
    wrong, asked = project_check.mistakes(REFERENCE)
    assert not wrong and asked > 200
