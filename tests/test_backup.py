"""A backup and the way back: byte for byte, while others write, and against files that are broken or hostile."""

import contextlib
import datetime as dt
import gzip
import hashlib
import io
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import tarfile
import threading
import time

import pytest

from monev.meeting import meeting
from monev.run import backup
from monev.run.backup import contents
from monev.run.commands import main as command
from monev.run.workers import sync as watching
from monev.screen.access import audit
from monev.settings import HOME, Settings
from monev.snapshot import directory, outbox, store
from monev.snapshot.store import StoreError
from tests import cloud
from tests.conftest import monev, surroundings
from tests.test_watching import CITY, put

pytestmark = pytest.mark.panjang

NOW = dt.datetime(2024, 11, 4, 9, 0)


@pytest.fixture
def city(samples_shot, tmp_path):
    """A folder of snapshots with all that can lie in one."""
    folder = tmp_path / "potret"
    # What other tests took away is recorded beside these snapshots, and a restore adds to that record.
    shutil.copytree(samples_shot, folder, ignore=shutil.ignore_patterns(audit.FOLDER))
    outbox.put(folder, {"id": "20241104-satu", "dicatat": NOW, "uraian": "Contoh keputusan"})
    meeting.start(folder, meeting.meetings(folder)[0], NOW)
    (folder / "contoh").mkdir()
    (folder / "contoh" / "000001-2024-11-04-0123abcd.duckdb").write_bytes(b"contoh")
    (folder / directory.WATCH).write_text("{}")
    (folder / ".setengah-1-x.duckdb").write_bytes(b"setengah")
    return folder


@pytest.fixture
def operator(monkeypatch, capsys):
    """As `monev`, in this process: operator("backup", "a.tar.gz", POTRET=folder)."""

    def run(*arguments, **settings):
        for name in [one for one in os.environ if one.startswith("MONEV_")]:
            monkeypatch.delenv(name)
        for name, value in settings.items():
            monkeypatch.setenv(f"MONEV_{name}", str(value))
        capsys.readouterr()
        status = command.main(list(arguments))
        return subprocess.CompletedProcess(arguments, status, *capsys.readouterr())

    return run


def files(folder):
    """All that a backup has to hold: place, content, whether it may be written, when it was made."""
    found = {}
    for path in folder.rglob("*"):
        place = path.relative_to(folder).as_posix()
        if (
            path.is_file()
            and not path.name.startswith(".")
            and not place.startswith(("contoh", directory.WATCH, directory.WISH))
        ):
            found[place] = (path.read_bytes(), stat.S_IMODE(path.stat().st_mode) & 0o222, int(path.stat().st_mtime))
    return found


# --- the way there and back ---


def test_what_comes_back_is_byte_for_byte_what_was_there(city, tmp_path):
    made = backup.write(city, tmp_path / "cadangan.tar.gz")
    assert (len(made.snapshots), made.meetings, made.decisions) == (2, 1, 1)
    fresh = tmp_path / "baru" / "potret"
    came = backup.restore(tmp_path / "cadangan.tar.gz", fresh, NOW)
    assert files(fresh) == files(city) and came.contents == made and came.old is None
    assert not [path for path in fresh.rglob("*") if path.name.startswith(".") or "contoh" in path.parts]
    with store.Snapshot(fresh, meeting.find(fresh, "2024-10-21").snapshot) as opened:
        assert len(opened.select("from instansi")) == 5
    assert [path.name for path in fresh.parent.iterdir()] == ["potret"]


def test_an_operator_does_it_in_one_command_each(city, tmp_path):
    target = tmp_path / "cadangan.tar.gz"
    done = monev("backup", str(target), POTRET=city)
    assert done.returncode == 0 and "berisi 2 potret, 1 rapat, dan 1 keputusan" in done.stdout, done.stderr
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    again = monev("backup", str(target), POTRET=city)
    assert again.returncode == 1 and "sudah ada dan tidak ditimpa" in again.stderr and "Traceback" not in again.stderr
    done = monev("restore", str(target), POTRET=tmp_path / "baru")
    assert done.returncode == 0 and "baru/ kini berisi 2 potret" in done.stdout, done.stderr
    assert files(tmp_path / "baru") == files(city)


def test_a_folder_that_is_not_empty_is_never_written_over(city, tmp_path):
    backup.write(city, tmp_path / "cadangan.tar.gz")
    outbox.put(city, {"id": "20241105-dua", "dicatat": NOW})
    before = files(city)
    with pytest.raises(StoreError, match=r"tidak kosong.*--ganti"):
        backup.restore(tmp_path / "cadangan.tar.gz", city, NOW)
    assert files(city) == before


def test_what_is_there_is_set_aside_and_what_does_not_come_back_is_told(city, tmp_path, operator):
    backup.write(city, tmp_path / "cadangan.tar.gz")
    known = files(city)
    outbox.put(city, {"id": "20241105-dua", "dicatat": NOW})
    before = files(city)
    done = operator("restore", str(tmp_path / "cadangan.tar.gz"), "--ganti", POTRET=city)
    assert done.returncode == 0, done.stderr
    [old] = tmp_path.glob("potret-lama-*")
    assert files(old) == before and files(city) == known
    assert f"Yang sebelumnya ada di {old.name}/. Yang tidak ada dalam cadangan: 1 keputusan." in done.stdout


def test_a_folder_with_nothing_but_locks_counts_as_empty(city, tmp_path):
    backup.write(city, tmp_path / "cadangan.tar.gz")
    fresh = tmp_path / "kosong"
    with watching.alone(fresh):
        pass
    assert backup.restore(tmp_path / "cadangan.tar.gz", fresh, NOW).old is None
    assert files(fresh) == files(city) and not list(tmp_path.glob("kosong-lama-*"))


# --- while others are at work ---


def test_a_backup_that_is_made_while_a_sync_runs_and_decisions_come_in_fits_together(tmp_path):
    sheets, folder = tmp_path / "lembar", tmp_path / "potret"
    for agency, spent in CITY.items():
        put(sheets, agency, spent)
    place = Settings("folder", sheets, folder, dt.date(2024, 11, 4))
    cloud.synced(place)
    over, troubles = threading.Event(), []

    def change():
        typed = sheets / "kpu" / "hibah.csv"
        first = typed.read_text("utf-8")
        number = 0
        with contextlib.ExitStack() as stack:
            stack.callback(over.set)
            try:
                while number < 4:
                    number += 1
                    typed.write_text(first + "\n" * number + f"catatan {number}\n", "utf-8")
                    cloud.synced(place)
                    outbox.put(folder, {"id": f"K-{number}", "dicatat": NOW})
                    meeting.pin(folder, store.latest(folder), NOW, title=f"Rapat {number}")
            except Exception as error:
                troubles.append(error)

    worker = threading.Thread(target=change)
    worker.start()
    made = []
    while not over.is_set():
        target = tmp_path / f"cadangan-{len(made)}.tar.gz"
        backup.write(folder, target)
        made.append(target)
    worker.join()
    assert not troubles and len(made) > 3 and meeting.meetings(folder)
    for number, target in enumerate(made):
        came = tmp_path / f"kembali-{number}"
        backup.restore(target, came, NOW)
        assert not meeting.broken(came)
        for name in store.snapshots(came):
            with store.Snapshot(came, name) as opened:
                assert len(opened.select("from instansi")) == 5
        assert all(json.loads(path.read_text("utf-8"))["id"] == path.stem for path in came.glob("kotak-keluar/*.json"))


@pytest.mark.parametrize("replace", [True, False])
def test_nothing_comes_back_into_a_folder_that_a_server_uses(city, tmp_path, replace):
    backup.write(city, tmp_path / "cadangan.tar.gz")
    folder = city if replace else tmp_path / "kosong"
    with watching.alone(folder):
        before = files(folder)
        with pytest.raises(StoreError, match="sedang dipakai server"):
            backup.restore(tmp_path / "cadangan.tar.gz", folder, NOW, replace)
        assert files(folder) == before
    assert not list(tmp_path.glob(".setengah*")) and not list(tmp_path.glob("*-lama-*"))


# --- files that are broken or hostile ---


def packed(target, pieces, sums=None):
    """An archive of these pieces (TarInfo or name, content), with a list that fits them unless given."""
    if sums is None:
        sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {_name(piece)}\n" for piece, content in pieces)
    with tarfile.open(target, "w:gz") as archive:
        for piece, content in [*pieces, *([(contents.SUMS, sums.encode())] if sums else [])]:
            info = piece if isinstance(piece, tarfile.TarInfo) else tarfile.TarInfo(piece)
            info.size = len(content) if info.isreg() else 0
            archive.addfile(info, io.BytesIO(content))
    return target


def _name(piece):
    return piece.name if isinstance(piece, tarfile.TarInfo) else piece


def special(name, kind, leads_to=""):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, leads_to
    return info


SNAPSHOT = ("000001-2024-11-04-0123abcd.duckdb", b"potret")
HOSTILE = {
    "a place above": [SNAPSHOT, ("../jahat", b"x")],
    "a place above, further in": [SNAPSHOT, ("rapat/../../jahat", b"x")],
    "a place of its own": [SNAPSHOT, ("/var/jahat", b"x")],
    "a place on another drive": [SNAPSHOT, ("C:jahat", b"x")],
    "a place above, as Windows writes it": [SNAPSHOT, ("..\\jahat", b"x")],
    "a link": [SNAPSHOT, (special("jahat", tarfile.SYMTYPE, "/etc/passwd"), b"")],
    "a link to a folder, then a file in it": [
        SNAPSHOT,
        (special("rapat", tarfile.SYMTYPE, "/var"), b""),
        ("rapat/jahat", b"x"),
    ],
    "a second name": [SNAPSHOT, (special("jahat", tarfile.LNKTYPE, SNAPSHOT[0]), b"")],
    "a device": [SNAPSHOT, (special("jahat", tarfile.CHRTYPE), b"")],
    "a pipe": [SNAPSHOT, (special("jahat", tarfile.FIFOTYPE), b"")],
    "a file twice": [SNAPSHOT, SNAPSHOT],
    "a file twice, with something between": [SNAPSHOT, ("sinkron.json", b"[]"), SNAPSHOT],
    "a folder": [SNAPSHOT, (special("rapat", tarfile.DIRTYPE), b"")],
    "a block device": [SNAPSHOT, (special("jahat", tarfile.BLKTYPE), b"")],
    "a file with holes": [SNAPSHOT, (special("jahat", tarfile.GNUTYPE_SPARSE), b"")],
    "a kind that nobody knows": [SNAPSHOT, (special("jahat", b"Z"), b"")],
    "a name that ends a line": [SNAPSHOT, ("jahat\nlain", b"x")],
    "a name that ends early": [SNAPSHOT, ("a//b", b"x")],
    "a name of the place itself": [SNAPSHOT, ("./a", b"x")],
    "a name longer than any disk has": [SNAPSHOT, ("a" * 300, b"x")],
    "one name for a file and a folder": [SNAPSHOT, ("rapat", b"x"), ("rapat/a", b"x")],
    "one name for a folder and a file": [SNAPSHOT, ("rapat/a", b"x"), ("rapat", b"x")],
    "the list twice": [SNAPSHOT, (contents.SUMS, b""), (contents.SUMS, b"")],
    "a lock": [SNAPSHOT, (".sinkron.kunci", b"")],
    "no snapshot": [("sinkron.json", b"[]")],
    "something behind the list": [(contents.SUMS, b""), SNAPSHOT],
}


def bomb(target, size, kind=tarfile.REGTYPE):
    """A small archive of which one header says that this much follows, and it does: zeros, as long as anybody reads."""
    info = tarfile.TarInfo(SNAPSHOT[0])
    info.type, info.size = kind, size
    with gzip.open(target, "wb", compresslevel=1) as file:
        file.write(info.tobuf(tarfile.GNU_FORMAT))
        file.write(b"\0" * 3_000_000)
    return target


@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.XGLTYPE])
def test_an_archive_that_declares_more_than_is_believed_is_refused_before_it_is_read(tmp_path, kind):
    source = bomb(tmp_path / "cadangan.tar.gz", 30_000_000_000, kind)
    begun = time.process_time()
    with pytest.raises(StoreError, match=r"cadangan\.tar\.gz rusak atau bukan cadangan") as error:
        backup.restore(source, tmp_path / "dalam" / "potret", NOW)
    assert time.process_time() - begun < 5 and len(str(error.value).splitlines()) == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["cadangan.tar.gz"]


@pytest.mark.parametrize("bound, most", [("MOST_FILES", 2), ("MOST_BYTES", 9), ("MOST_OF_LIST", 30)])
def test_what_an_archive_may_hold_is_bounded_in_one_place(tmp_path, monkeypatch, bound, most):
    source = packed(tmp_path / "cadangan.tar.gz", [SNAPSHOT, ("rapat/a.json", b"1234")])
    monkeypatch.setattr(contents, bound, most)
    with pytest.raises(StoreError, match="jauh lebih besar daripada cadangan mana pun"):
        backup.restore(source, tmp_path / "potret", NOW)
    assert [path.name for path in tmp_path.rglob("*")] == ["cadangan.tar.gz"]


def test_a_chain_of_headers_that_never_ends_is_refused(tmp_path):
    link = tarfile.TarInfo("jahat")
    link.type, link.size = tarfile.XHDTYPE, 0
    with gzip.open(tmp_path / "cadangan.tar.gz", "wb") as file:
        file.write(link.tobuf(tarfile.USTAR_FORMAT) * 5000)
    with pytest.raises(StoreError, match="rusak atau bukan cadangan"):
        backup.restore(tmp_path / "cadangan.tar.gz", tmp_path / "potret", NOW)


def test_a_member_that_says_it_runs_as_somebody_else_or_is_for_all_loses_that(tmp_path):
    pieces = []
    for number, mode in enumerate((0o4755, 0o2755, 0o1777, 0o7777, 0o666, 0)):
        info = tarfile.TarInfo(f"{number}.json")
        info.mode = mode
        pieces.append((info, b"x"))
    backup.restore(packed(tmp_path / "cadangan.tar.gz", [SNAPSHOT, *pieces]), tmp_path / "potret", NOW)
    there = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "potret").iterdir()}
    assert there == {f"{number}.json": 0o640 for number in range(6)} | {SNAPSHOT[0]: 0o440}


@pytest.mark.parametrize("kind", HOSTILE)
def test_an_archive_that_is_none_of_ours_changes_nothing(tmp_path, kind):
    source = packed(tmp_path / "cadangan.tar.gz", HOSTILE[kind])
    with pytest.raises(StoreError, match=r"cadangan\.tar\.gz rusak atau bukan cadangan"):
        backup.restore(source, tmp_path / "dalam" / "potret", NOW)
    assert [path.name for path in tmp_path.rglob("*")] == ["cadangan.tar.gz"]


def test_the_same_archive_without_what_is_hostile_comes_back(tmp_path):
    source = packed(tmp_path / "cadangan.tar.gz", [SNAPSHOT, ("rapat/catatan.json", b"x")])
    backup.restore(source, tmp_path / "potret", NOW)
    assert (tmp_path / "potret" / "rapat" / "catatan.json").read_bytes() == b"x"


@pytest.mark.parametrize(
    "sums", ["", "0" * 64 + f"  {SNAPSHOT[0]}\n", f"{hashlib.sha256(b'potret').hexdigest()}  lain\n"]
)
def test_a_list_that_does_not_fit_is_told(tmp_path, sums):
    source = packed(tmp_path / "cadangan.tar.gz", [SNAPSHOT], sums)
    with pytest.raises(StoreError, match="isinya tidak cocok dengan daftarnya"):
        backup.restore(source, tmp_path / "potret", NOW)


def damaged(content, kind):
    half = len(content) // 2
    return {"cut": content[:half], "empty": b"", "other": b"bukan arsip", "a bit": content[:half] + bytes([content[half] ^ 1]) + content[half + 1:],
            "end lost": content[:-20]}[kind]  # fmt: skip


@pytest.mark.parametrize("kind", ["cut", "empty", "other", "a bit", "end lost"])
def test_a_damaged_backup_is_told_and_what_is_there_stays(city, tmp_path, operator, kind):
    source = tmp_path / "cadangan.tar.gz"
    backup.write(city, source)
    source.write_bytes(damaged(source.read_bytes(), kind))
    before = files(city)
    done = operator("restore", str(source), "--ganti", POTRET=city)
    assert (
        done.returncode == 1
        and "rusak atau bukan cadangan dasbor ini" in done.stderr
        and "Traceback" not in done.stderr
    )
    assert files(city) == before and sorted(path.name for path in tmp_path.iterdir()) == ["cadangan.tar.gz", "potret"]


# --- where it cannot be ---


def limited(*arguments, folder):
    """A command that may write no file of more than 100 KB, as on a disk that is nearly full."""
    return subprocess.run(
        [sys.executable, "-m", "monev", *arguments], cwd=HOME, env=surroundings(POTRET=folder), capture_output=True, text=True,
        encoding="utf-8", timeout=60, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )  # fmt: skip


def test_where_there_is_no_room_nothing_is_left_and_nothing_changed(city, tmp_path):
    done = limited("backup", str(tmp_path / "cadangan.tar.gz"), folder=city)
    assert done.returncode == 1 and "terlalu besar" in done.stderr and "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["potret"]
    backup.write(city, tmp_path / "cadangan.tar.gz")
    before = files(city)
    done = limited("restore", str(tmp_path / "cadangan.tar.gz"), "--ganti", folder=city)
    assert done.returncode == 1 and "terlalu besar" in done.stderr and "Traceback" not in done.stderr
    assert files(city) == before and sorted(path.name for path in tmp_path.iterdir()) == ["cadangan.tar.gz", "potret"]


@pytest.mark.parametrize(
    "file, told", [("tidak-ada/cadangan.tar.gz", "tidak ada"), ("potret/cadangan.tar.gz", "Pilih folder lain")]
)
def test_a_place_where_no_backup_can_be_is_told(city, tmp_path, operator, file, told):
    before = files(city)
    done = operator("backup", str(tmp_path / file), POTRET=city)
    assert done.returncode == 1 and told in done.stderr and "Traceback" not in done.stderr
    assert files(city) == before


def test_nothing_to_keep_and_nothing_to_bring_back_are_told(tmp_path, operator):
    assert "Belum ada potret" in operator("backup", str(tmp_path / "a.tar.gz"), POTRET=tmp_path / "kosong").stderr
    done = operator("restore", str(tmp_path / "a.tar.gz"), POTRET=tmp_path / "kosong")
    assert done.returncode == 1 and done.stderr == "monev: a.tar.gz tidak dapat dipakai: tidak ada.\n"


def test_a_link_among_the_snapshots_is_told_and_not_followed(city, tmp_path):
    (city / "rapat" / "tautan.json").symlink_to(tmp_path)
    with pytest.raises(StoreError, match=r"rapat/tautan\.json di potret/ adalah tautan"):
        backup.write(city, tmp_path / "cadangan.tar.gz")
    assert [path.name for path in tmp_path.iterdir()] == ["potret"]
