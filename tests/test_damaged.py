"""A damaged newest snapshot: put aside and told, the one before stands in, and the next sync makes a new one."""

import errno
import logging
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from monev.meeting import meeting
from monev.reading.cells.places import Places
from monev.run import backup
from monev.run.commands import choose, doctor
from monev.run.server import metrics
from monev.settings import HOME, REFERENCE, SAMPLES, Settings
from monev.snapshot import directory, integrity, schema, store
from monev.snapshot.store import StoreError
from monev.sync import declared, fallback, sync
from tests.conftest import monev, surroundings

pytestmark = pytest.mark.panjang


@pytest.fixture
def place(samples_shot, tmp_path):
    """The samples and their two snapshots."""
    found = Settings("folder", tmp_path / "lembar", tmp_path / "potret", None)
    shutil.copytree(SAMPLES, found.folder)
    shutil.copytree(samples_shot, found.snapshots)
    return found


def newest(folder):
    path = folder / f"{store.latest(folder)}.duckdb"
    path.chmod(0o640)
    return path


def changed(change):
    """A damage by what becomes of the bytes."""
    return lambda path: path.write_bytes(change(path.read_bytes()))


def flipped(begin, end, many=40):
    chance = random.Random(7)  # noqa: S311

    def change(content):
        bytes_ = bytearray(content)
        for _ in range(many):
            bytes_[chance.randrange(begin, end or len(bytes_))] ^= 0xFF
        return bytes(bytes_)

    return changed(change)


def run_sql(*statements):
    def damage(path):
        with duckdb.connect(str(path)) as connection:
            for statement in statements:
                connection.execute(statement)

    return damage


def in_its_place(make):
    def damage(path):
        path.unlink()
        make(path)

    return damage


def other_database(path):
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table lain (a int)")


def older_one(path):
    [first, *_] = store.snapshots(path.parent)
    shutil.copyfile(path.parent / f"{first}.duckdb", path)


DAMAGES = {
    "truncated": changed(lambda content: content[: len(content) // 2]),
    "without its last byte": changed(lambda content: content[:-1]),
    "empty": changed(lambda content: b""),
    "random bytes": changed(lambda content: random.Random(1).randbytes(len(content))),  # noqa: S311
    "zeros": changed(lambda content: b"\0" * len(content)),
    "flipped bytes in the header": flipped(0, 4096),
    "flipped bytes in the second header": flipped(4096, 12288),
    "flipped bytes anywhere": flipped(12288, None),
    "one flipped byte among the data": flipped(200_000, 200_001, 1),
    "another version of the storage": changed(
        lambda content: content[:12] + (5000).to_bytes(8, "little") + content[20:]
    ),
    "a text file": changed(lambda content: b"Laporan rapat, 4 November\n" * 200),
    "the table meta missing": run_sql("drop table meta"),
    "a table of a page missing": run_sql("drop table kpu__hibah"),
    "cells missing": run_sql("delete from sel where rowid % 2 = 0", "checkpoint"),
    "no row in meta": run_sql("delete from meta", "checkpoint"),
    "a database that is no snapshot": in_its_place(other_database),
    "another snapshot under its name": in_its_place(older_one),
    "a folder": in_its_place(lambda path: path.mkdir()),
    "a folder with something in it": in_its_place(lambda path: (path / "a").mkdir(parents=True)),
    "a pipe": in_its_place(os.mkfifo),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_it_is_put_aside_told_once_and_the_one_before_stands_in(place, caplog, kind):
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    assert store.newest_whole(folder) == last
    DAMAGES[kind](newest(folder))
    with caplog.at_level(logging.INFO, "monev"):
        assert [store.newest_whole(folder) for _ in range(3)] == [first] * 3
    assert store.snapshots(folder) == [first] and directory.aside(folder) == [last] and store.stood_in(folder)
    assert (folder / f"rusak-{last}.duckdb").exists(), "never deleted"
    [said] = caplog.messages
    assert re.fullmatch(rf"Potret {last} rusak: .+ disisihkan sebagai rusak-{last}\.duckdb di potret/, tidak dihapus\. "
                        r"Sementara ini dipakai potret sebelumnya; .+ membuat yang baru\. Periksa disk .+", said)  # fmt: skip
    assert str(folder) not in said
    assert fallback.load(folder).name == first


@pytest.mark.parametrize("kind", ["flipped bytes in the header", "a table of a page missing", "a folder", "empty"])
def test_the_next_sync_makes_a_new_one_under_a_number_that_was_never_given(place, kind):
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    DAMAGES[kind](newest(folder))
    [result] = sync.sync(place)[-1:]
    assert result.new and result.snapshot[:6] == "000003" and result.snapshot[7:] == last[7:], "the content is the same"
    assert store.snapshots(folder) == [first, result.snapshot] and not store.stood_in(folder)
    assert directory.aside(folder) == [last] and not sync.sync(place)[-1].new


def test_where_the_sheets_are_again_as_in_the_one_that_stands_in_a_new_one_says_so(place):
    folder = place.snapshots
    [first] = sync.sync(place)
    grant = place.folder / "kpu" / "hibah.csv"
    before = grant.read_text("utf-8")
    grant.write_text(before.replace("tahap_1", "TAHAP 1"), "utf-8")
    assert sync.sync(place)[-1].new
    DAMAGES["truncated"](newest(folder))
    grant.write_text(before, "utf-8")
    result = sync.sync(place)[-1]
    assert result.new and result.snapshot[7:] == first.snapshot[7:] and not store.stood_in(folder)


def test_every_table_that_is_lost_and_every_block_that_changed_is_missed(place, tmp_path):
    path = place.snapshots / f"{store.latest(place.snapshots)}.duckdb"
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = [row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()]
    found, content = [], path.read_bytes()
    for table in tables:
        copy = shutil.copyfile(path, tmp_path / path.name)
        copy.chmod(0o640)
        with duckdb.connect(str(copy)) as connection:
            connection.execute(f'drop table "{table}"')
        found.append(store.damage(tmp_path, path.stem) is not None)
    assert len(found) > 40 and all(found)
    for block in range(12288, len(content), 16384):
        copy.write_bytes(content[: block + 99] + bytes([content[block + 99] ^ 1]) + content[block + 100 :])
        assert store.damage(tmp_path, path.stem), block


def test_when_there_is_no_other_the_next_sync_begins_anew(place):
    folder = place.snapshots
    for path in folder.glob("*.duckdb"):
        path.chmod(0o640)
        path.write_bytes(b"")
    assert store.newest_whole(folder) is None and len(directory.aside(folder)) == 2
    done = monev("ask", "bersama/bingkai", POTRET=folder)
    assert done.returncode == 1 and done.stderr == (
        "monev: 2 potret rusak disisihkan dan tidak ada penggantinya. Jalankan dulu: python -m monev sync\n"
    )
    assert [one.new for one in sync.sync(place)] == [True, True]
    assert [name[:6] for name in store.snapshots(folder)] == ["000003", "000004"]


# --- what is not damaged ---


def test_what_is_gone_or_still_being_copied_is_not_called_damaged(place, caplog, monkeypatch):
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    path = newest(folder)
    content = path.read_bytes()
    path.write_bytes(content[:5000])
    monkeypatch.setattr(integrity.time, "sleep", lambda _: path.write_bytes(content[:9000]))
    assert store.newest_whole(folder) == first, "for the moment"
    monkeypatch.setattr(integrity.time, "sleep", lambda _: path.unlink())
    assert store.newest_whole(folder) == first
    assert not store.is_whole(folder, last) and store.damage(folder, last) is None
    path.write_bytes(content)
    assert store.newest_whole(folder) == last and not directory.aside(folder) and not caplog.messages


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE, errno.ENOMEM])
def test_what_the_machine_lacks_for_a_moment_is_no_damage(place, monkeypatch, number):
    folder, last = place.snapshots, store.latest(place.snapshots)

    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(integrity.Path, "open", fail)
        assert store.newest_whole(folder) == last
    with monkeypatch.context() as patched:
        patched.setattr(integrity, "_inside", lambda _: fail_in_duckdb(number))
        assert store.newest_whole(folder) == last
    assert not directory.aside(folder)


def fail_in_duckdb(number):
    raise duckdb.IOException(f"IO Error: Cannot open file: {os.strerror(number)}")


def test_a_snapshot_that_another_program_holds_open_for_writing_is_no_damage(place):
    path = newest(place.snapshots)
    code = f"import duckdb; c = duckdb.connect({str(path)!r}); print('ready', flush=True); input()"
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "ready\n"
        assert store.newest_whole(place.snapshots) == path.stem and not directory.aside(place.snapshots)
        with pytest.raises(StoreError) as error:
            store.Snapshot(place.snapshots, path.stem)
        assert str(place.snapshots) not in str(error.value)
    finally:
        process.communicate("\n")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EIO])
def test_what_may_not_be_read_or_cannot_be_read_is_put_aside(place, monkeypatch, number):
    """As root everything may be read, so the system's own answer stands in for it."""
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    real = integrity.Path.open

    def refuse(path, *arguments, **named):
        if path.stem == last:
            raise OSError(number, os.strerror(number), str(path))
        return real(path, *arguments, **named)

    monkeypatch.setattr(integrity.Path, "open", refuse)
    assert store.newest_whole(folder) == first and directory.aside(folder) == [last]


def test_an_older_snapshot_that_is_compared_with_is_looked_at_too(place):
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    shutil.rmtree(folder / "rapat")
    path = folder / f"{first}.duckdb"
    path.chmod(0o640)
    path.write_bytes(b"")
    assert meeting.compared_with(folder, last) is None and directory.aside(folder) == [first]
    assert not store.stood_in(folder), "the newest is whole"
    with store.Snapshot(folder, last, None, schema.today()) as snapshot:
        assert snapshot.ask("bersama/bingkai")["id"][0] == last


def test_a_damaged_meeting_stays_refused_and_is_not_put_aside(place):
    folder = place.snapshots
    [one] = meeting.meetings(folder)
    path = folder / f"{one.snapshot}.duckdb"
    path.chmod(0o640)
    path.write_bytes(b"")
    assert store.newest_whole(folder) == store.latest(folder)
    with pytest.raises(StoreError, match=r"isi 2024-10-21\.duckdb berubah sejak dibekukan"):
        meeting.find(folder, one.name)
    assert path.exists() and not directory.aside(folder) and not list((folder / "rapat").glob("rusak*"))


# --- several at once, and who may only read ---


def test_of_many_servers_one_puts_it_aside_and_the_others_cope(place, tmp_path):
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    newest(folder).write_bytes(b"rusak" * 1000)
    code = "import sys; from pathlib import Path; from monev.snapshot import integrity; input(); print(integrity.newest_whole(Path(sys.argv[1])))"
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(folder)], cwd=HOME, env=surroundings(), text=True,
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]  # fmt: skip
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60) for process in processes]
    assert [out.strip() for out, _ in answers] == [first] * 4
    assert len("".join(said for _, said in answers).splitlines()) == 1, "told once"
    assert [path.name for path in folder.glob("rusak-*")] == [f"rusak-{last}.duckdb"]


def test_threads_of_one_server_put_it_aside_once(place, caplog):
    folder, (first, _) = place.snapshots, store.snapshots(place.snapshots)
    newest(folder).write_bytes(b"")
    found = []
    threads = [threading.Thread(target=lambda: found.append(store.newest_whole(folder))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [first] * 8 and len(caplog.messages) == 1


def test_of_many_pages_that_meet_a_new_snapshot_one_looks_at_it(place, monkeypatch):
    looked, inside = [], integrity._inside

    def slowly(path):
        looked.append(path.name)
        time.sleep(0.2)
        return inside(path)

    monkeypatch.setattr(integrity, "_inside", slowly)
    integrity._looked_at.cache_clear()
    _, last = store.snapshots(place.snapshots)
    with ThreadPoolExecutor(20) as pages:
        assert set(pages.map(lambda _: store.damage(place.snapshots, last), range(20))) == {None}
    assert looked == [f"{last}.duckdb"]


def test_a_server_that_may_only_read_uses_the_one_before_and_says_so_once(place, caplog, monkeypatch):
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    newest(folder).write_bytes(b"")

    def refuse(*_):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(integrity.Path, "rename", refuse)
    integrity._tell.cache_clear()
    assert [store.newest_whole(folder) for _ in range(3)] == [first] * 3 and store.latest(folder) == last
    [said] = caplog.messages
    assert "belum disisihkan" in said and "potret/ tidak dapat ditulisi" in said and "Beri izin tulis" in said


def test_one_that_is_put_back_and_damaged_again_replaces_none_that_was_put_aside(place):
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    for content in (b"satu", b"dua"):
        (folder / f"{last}.duckdb").unlink(missing_ok=True)
        (folder / f"{last}.duckdb").write_bytes(content)
        assert store.newest_whole(folder) == first
    assert (folder / f"rusak-{last}.duckdb").read_bytes() == b"satu"
    assert (folder / f"rusak-{last}-2.duckdb").read_bytes() == b"dua" and directory.aside(folder) == [last]


# --- commands ---


def test_the_commands_say_it_and_go_on_with_the_one_before(place, tmp_path):
    folder, (first, last) = place.snapshots, store.snapshots(place.snapshots)
    newest(folder).write_bytes(b"x" * 99)
    settings = Settings("folder", place.folder, folder, None)
    contracts, places = declared.load_contracts(REFERENCE), Places.load(REFERENCE)

    def looked():
        return [one for one in doctor.examine(settings, contracts, places) if one.about == "Potret" and one.todo]

    [only] = looked()
    assert only.state == doctor.LOOK and f"potret terbaru, {last}, rusak" in only.seen and not directory.aside(folder)
    asked = monev("ask", "bersama/bingkai", "--format", "json", POTRET=folder)
    assert asked.returncode == 0 and first in asked.stdout, asked.stderr
    assert len(asked.stderr.splitlines()) == 1 and f"Potret {last} rusak" in asked.stderr
    assert str(tmp_path) not in asked.stderr
    found = monev("findings", POTRET=folder)
    assert found.returncode == 0 and found.stderr == ""
    [only] = looked()
    assert "1 potret rusak disisihkan" in only.seen and "hapus berkas itu" in only.todo
    assert "monev_potret_rusak_jumlah 1\n" in metrics.text(folder, meeting.dt.datetime(2024, 11, 4), 0, {})
    kept = monev("backup", str(tmp_path / "a.tar.gz"), POTRET=folder)
    assert kept.returncode == 0 and "berisi 1 potret" in kept.stdout, kept.stderr
    assert "Tidak ikut: 1 potret rusak yang disisihkan (rusak-…)." in kept.stdout
    assert backup.restore(tmp_path / "a.tar.gz", tmp_path / "b", meeting.dt.datetime.now()).contents.snapshots == [
        first
    ]


def test_a_backup_puts_a_damaged_newest_one_aside_first(place, tmp_path):
    first, _ = store.snapshots(place.snapshots)
    newest(place.snapshots).write_bytes(b"x" * 99)
    assert backup.write(place.snapshots, tmp_path / "a.tar.gz").snapshots == [first]


@pytest.mark.parametrize("kind", ["truncated", "flipped bytes in the header", "a text file"])
def test_no_message_names_a_place_on_this_machine(place, kind):
    path = newest(place.snapshots)
    DAMAGES[kind](path)
    with (
        pytest.raises(StoreError) as error,
        store.Snapshot(place.snapshots, path.stem, None, schema.today()) as snapshot,
    ):
        snapshot.ask("bersama/bingkai")
    assert str(place.snapshots) not in str(error.value) and len(str(error.value).splitlines()) == 1
    with pytest.raises(StoreError) as error:
        store.Snapshot(place.snapshots, "000009-2024-11-04-00000000")
    assert str(error.value) == "Potret 000009-2024-11-04-00000000 tidak ada di potret/."
    with pytest.raises(StoreError):
        choose.newest(place.snapshots.parent / "kosong")
