"""The generator of invented regions, and the whole way from its store to a snapshot of the ministry's project."""

import csv
import datetime as dt
import io
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from monev.contract import wilayah_csv
from monev.regions import gather, objects, partitions
from monev.settings import HOME
from monev.snapshot import store as snapshots
from tests import absent, ministry, stores
from tests.conftest import monev, surroundings

SIMULASI = ministry.generator()
ROWS = wilayah_csv.read(ministry.PROJECT / "reference")


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A store with one meeting of 60 regions."""
    folder = tmp_path_factory.mktemp("kiriman")
    SIMULASI.fill(folder, SIMULASI.meetings(1), 60, seed=1)
    return folder


def project(folder, source):
    """The settings of the ministry's project that reads this store."""
    secrets = folder / "secrets.toml"
    secrets.write_text(f'[rekap]\nsumber = "{source}"\n')
    return {"PROYEK": ministry.PROJECT, "RAHASIA": secrets, "POTRET": folder / "potret"}


def test_regions_and_provinces_are_as_many_as_there_are_and_none_is_real():
    assert len(ROWS) == 545 and len({row["kecamatan"] for row in ROWS}) == 38
    assert sum(row["kelurahan"].startswith("Provinsi ") for row in ROWS) == 37
    assert all(re.fullmatch(r"00\.\d\d\.\d\d", row["kode_kelurahan"]) for row in ROWS), "no real code begins so"
    assert all(row["kelurahan"].split()[1] == row["kecamatan"] for row in ROWS)
    sizes = Counter(row["kecamatan"] for row in ROWS if not row["kelurahan"].startswith("Provinsi "))
    assert sum(sizes.values()) == 508 and 5 <= min(sizes.values()) <= max(sizes.values()) <= 38


def test_no_tile_of_a_province_lies_over_another_and_all_fit():
    with (ministry.PROJECT / "reference" / "provinsi.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    tiles = [(int(row["petak_kolom"]), int(row["petak_baris"])) for row in rows]
    assert len(set(tiles)) == len(rows) == 38
    assert all(1 <= column <= 12 and 1 <= row <= 7 for column, row in tiles)
    assert len({row["pulau"] for row in rows}) == 5 and len({row["singkat"] for row in rows}) == 38
    assert {row["nama"] for row in rows} == {row["kecamatan"] for row in ROWS}


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(tmp_path):
    def whole(name, seed):
        folder = tmp_path / name
        SIMULASI.fill(folder, SIMULASI.meetings(1), 12, seed)
        return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime)
                for path in folder.rglob("*.parquet")}  # fmt: skip

    assert whole("a", 1) == whole("b", 1) != whole("c", 2)


def test_its_numbers_are_those_of_the_regions_own_project():
    codes = {path.stem for path in (HOME / "queries").glob("*/indikator/*.sql")}
    assert {one["kode"] for one in SIMULASI.numbers()} == codes


def test_about_so_many_report_late_again_and_hostile_ones_are_there():
    sent = list(SIMULASI.sets(1, ministry.MET, ROWS, SIMULASI.numbers()))
    good = [one for one in sent if not one.harm]
    regions = {one.key.region for one in good}
    assert 0.85 * 545 < len(regions) < 0.91 * 545
    due = ministry.DUE
    first = {one.key.region: min(two.came for two in good if two.key.region == one.key.region) for one in good}
    assert 0.04 < sum(came > due for came in first.values()) / len(regions) < 0.13
    assert 0.02 < (len(good) - len(regions)) / len(regions) < 0.09
    assert sorted(one.harm for one in sent if one.harm) == sorted(SIMULASI.HOSTILE)


def test_the_good_ones_are_gathered_and_each_hostile_one_is_told(filled, tmp_path):
    sent = list(SIMULASI.sets(1, ministry.MET, SIMULASI.places(60), SIMULASI.numbers()))
    good = {one.key.region for one in sent if not one.harm}
    ministry.gathered(filled, tmp_path, ministry.on(ministry.MET, now=dt.datetime.now(dt.UTC)))
    assert set(ministry.numbers(tmp_path)) == good
    harmed = {one.key.region for one in sent if one.harm}
    told = {region for region, weight, _ in ministry.told(tmp_path) if weight == "tolak"}
    assert told == harmed


def test_of_a_corrected_region_the_later_numbers_count(filled, tmp_path):
    ministry.gathered(filled, tmp_path)
    sent = [one for one in SIMULASI.sets(1, ministry.MET, SIMULASI.places(60), SIMULASI.numbers()) if not one.harm]
    twice = {region for region, count in Counter(one.key.region for one in sent).items() if count > 1}
    last = {one.key.region: one for one in sorted(sent, key=lambda one: one.frozen)}
    assert twice, "the seed has some"
    for region in twice:
        expected = {row["kode"]: row["nilai"] for row in last[region].tables["indikator"]}
        assert ministry.numbers(tmp_path)[region] == expected


@pytest.mark.panjang
def test_from_the_store_to_a_snapshot_every_row_is_accounted_for(filled, tmp_path):
    around = project(tmp_path, filled)
    done = monev("rekap", "sync", **around)
    assert done.returncode == 0, done.stderr
    folder = around["POTRET"]
    name = snapshots.latest(folder)
    sent = [one for one in SIMULASI.sets(1, ministry.MET, SIMULASI.places(60), SIMULASI.numbers()) if not one.harm]
    last = {one.key.region: one for one in sorted(sent, key=lambda one: one.frozen)}
    told = json.loads(monev("findings", "--agency", "daerah", "--format", "json", **around).stdout)
    assert any("daerah belum melapor" in one["alasan"] for one in told)
    with snapshots.Snapshot(folder, name) as opened:
        tabs = {row["tab"]: row for row in opened.table("tab") if row["instansi"] == "daerah"}
        [agency] = [row for row in opened.table("instansi") if row["instansi"] == "daerah"]
        table = {row["daerah"]: row for row in opened.table("daerah__daerah")}
        held = [cell for cell in opened.table("sel") if cell["instansi"] == "daerah"]
    assert agency["status"] == "terbaca"
    for table_name in ministry.TYPES:
        tab = tabs[table_name]
        assert tab["terhitung"] == sum(len(one.tables[table_name]) for one in last.values())
        assert tab["terlihat"] == tab["terhitung"] + tab["ditahan"] + tab["tata_letak"]
    assert tabs["daerah"]["kelurahan_hilang"] == 545 - len(last)
    assert set(table) == {ministry.NAMES[region] for region in last}
    assert all(table[ministry.NAMES[region]]["provinsi"] == one.tables["daerah"][0]["provinsi"]
               for region, one in last.items())  # fmt: skip
    assert {cell["kolom"] for cell in held} == {"provinsi", "daerah"}, "where what waits lies"
    again = monev("sync", **around)
    assert again.returncode == 0 and f"tidak berubah: {name}" in again.stdout


@pytest.mark.panjang
def test_a_store_that_is_down_leaves_the_numbers_and_is_one_line_of_its_agency(filled, tmp_path):
    mine = tmp_path / "kiriman"
    shutil.copytree(filled, mine, copy_function=shutil.copy2)
    around = project(tmp_path, mine)
    assert monev("sync", **around).returncode == 0
    name = snapshots.latest(around["POTRET"])
    mine.rename(tmp_path / "pergi")
    done = monev("sync", **around)
    assert done.returncode == 3 and f"tidak berubah: {name}" in done.stdout
    [line] = [line for line in done.stdout.splitlines() if line.startswith("Daerah")]
    assert "tidak ada" in line
    noted = json.loads((around["POTRET"] / "sinkron.json").read_text())
    assert [row["pesan"] is None for row in noted if row["instansi"] == "sekretariat"] == [True]
    (tmp_path / "pergi").rename(mine)
    assert monev("sync", **around).returncode == 0


@pytest.mark.panjang
def test_a_late_one_makes_a_new_snapshot_and_only_that(filled, tmp_path):
    mine = tmp_path / "kiriman"
    shutil.copytree(filled, mine, copy_function=shutil.copy2)
    around = project(tmp_path, mine)
    monev("sync", **around)
    sent = {one.key.region for one in SIMULASI.sets(1, ministry.MET, SIMULASI.places(60), SIMULASI.numbers())}
    missing = next(code for code in ministry.NAMES if code not in sent)
    ministry.send(mine, missing, came=dt.datetime(2024, 11, 4, 7))
    done = monev("sync", **around)
    assert "Potret baru: 000002" in done.stdout, done.stdout + done.stderr


@pytest.mark.panjang
def test_without_a_source_the_agency_says_what_to_set(tmp_path):
    around = project(tmp_path, "x")
    around["RAHASIA"].write_text("")
    done = monev("sync", **around)
    assert done.returncode == 3 and "isi sumber di [rekap]" in done.stdout


@pytest.mark.panjang
def test_a_project_that_gathers_nothing_says_so(tmp_path):
    done = monev("rekap", "sync", POTRET=tmp_path)
    assert done.returncode == 1 and "tidak mengumpulkan kiriman daerah" in done.stderr


@pytest.mark.panjang
def test_an_agency_without_a_sheet_has_no_template_no_role_and_is_not_asked_for_its_word(filled, tmp_path):
    around = project(tmp_path, filled)
    assert monev("template", "daerah", "--xlsx", tmp_path / "a.xlsx", **around).returncode != 0
    assert monev("mcp", "--peran", "daerah", **around).returncode != 0
    monev("sync", **around)
    asked = monev("ask", "bersama/data_benar", "--format", "csv", **around)
    assert [row["instansi"] for row in csv.DictReader(io.StringIO(asked.stdout))] == ["sekretariat"], asked.stderr
    around["RAHASIA"].chmod(0o600)
    examined = monev("doctor", **around).stdout
    assert "✓ Daerah: penyimpanan kiriman dapat dibaca" in examined and "folder “daerah”" not in examined


@pytest.mark.panjang
@absent.needs(sys.platform == "linux", "kills a group of processes: Linux only")
def test_a_gathering_that_is_killed_anywhere_goes_on_and_loses_nothing(filled, tmp_path):
    """Thirty kills at random moments, then one that ends: as if nothing had been, and nothing half-written is left."""
    around = project(tmp_path, filled)
    chance, killed = random.Random(7), 0  # noqa: S311
    command = [sys.executable, "-m", "monev", "rekap", "sync"]
    for _ in range(30):
        process = subprocess.Popen(command, cwd=HOME, env=surroundings(**around), start_new_session=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(chance.uniform(0.3, 3.0))
        if process.poll() is None:
            killed += 1
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        root = around["POTRET"] / partitions.FOLDER
        state = partitions.load(root, ministry.MET)
        assert state is None or {one["putusan"] for one in state.sets.values()} <= {gather.USED, gather.REFUSED}
        if chance.random() < 0.5:
            shutil.rmtree(root, ignore_errors=True)  # so that there is something to gather again
    assert killed >= 5
    done = monev("rekap", "sync", **around)
    assert done.returncode == 0, done.stderr
    clean = project(tmp_path / "bersih", filled) if (tmp_path / "bersih").mkdir() is None else None
    monev("rekap", "sync", **clean)
    mine, theirs = ((one["POTRET"] / partitions.FOLDER) for one in (around, clean))
    for table in ministry.TYPES:
        one, other = (partitions.rows(root, ministry.MET, partitions.load(root, ministry.MET), table)
                      for root in (mine, theirs))  # fmt: skip
        assert one == other and one
        assert len(list((mine / table / f"rapat={ministry.MET}").iterdir())) == 1
    assert not list(mine.rglob(".setengah-*"))


@pytest.mark.panjang
def test_a_new_meeting_of_all_regions_is_gathered_in_a_minute(tmp_path):
    """The long form, with memory and growth, is in bench/."""
    folder = tmp_path / "kiriman"
    SIMULASI.fill(folder, SIMULASI.meetings(1), 545, seed=1)
    began = time.monotonic()
    done = ministry.gathered(folder, tmp_path / "rekap")
    assert done.used > 460 and done.refused and time.monotonic() - began < 60
    assert objects.MOST_ROWS > 100


@pytest.mark.panjang
def test_from_a_bucket_the_same_is_gathered_as_from_a_folder_and_a_failing_one_is_told(tmp_path):
    with stores.bucket(tmp_path / "s3") as bucket:
        inside = tmp_path / "s3" / stores.BUCKET / stores.PREFIX
        SIMULASI.fill(inside, SIMULASI.meetings(1), 30, seed=3)
        done = gather.gather(bucket.open(), tmp_path / "a", ministry.ORDER)
        assert done.trouble is None and done.used
        ministry.gathered(inside, tmp_path / "b")
        assert ministry.numbers(tmp_path / "a") == ministry.numbers(tmp_path / "b")
        bucket.trouble = (403, "AccessDenied")
        down = gather.gather(bucket.open(), tmp_path / "a", ministry.ORDER)
        assert "menolak pembacaan" in down.trouble and "sandi" not in down.trouble
        assert ministry.numbers(tmp_path / "a") == ministry.numbers(tmp_path / "b")
