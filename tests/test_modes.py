"""Files and folders of ours have the modes that they should have, whatever umask the server was started with."""

import stat
import subprocess
import sys

import pytest

from monev.settings import HOME
from monev.snapshot import permissions
from tests.conftest import surroundings

#: What writes each kind of file, as a program of its own; the folder of snapshots and that of backups come as arguments.
ALL = """
import datetime as dt, sys
from pathlib import Path
from monev import settings
from monev.meeting import meeting
from monev.run import backup
from monev.run.workers import sync as watching
from monev.screen.access import audit, sign_outs
from monev.screen.access.roles import Person
from monev.snapshot import directory, outbox, store
from monev.sync import sync
folder, now = settings.load().snapshots, dt.datetime(2024, 11, 4, 9)
sync.sync(settings.load())
meeting.start(folder, meeting.pin(folder, store.latest(folder), now), now)
outbox.put(folder, {"id": "K-1", "dicatat": now})
outbox.note(folder, "K-1", pesan="menunggu")
audit.note(folder, Person("satu@contoh.go.id", "sekretariat", 1), audit.CAME)
sign_outs.add(folder, "satu@contoh.go.id")
directory.wish_sync(folder)
directory.write_watch(folder, directory.Watch(now, now, 120, 600, 1))
with watching.alone(folder):
    pass
backup.write(folder, Path(sys.argv[1]))
"""
KINDS = {
    "potret": 2, "potret/rapat": 3, "potret/kotak-keluar": 1, "potret/akses": 2,
}  # fmt: skip


def done(umask, *arguments, **settings):
    found = subprocess.run([sys.executable, *arguments], cwd=HOME, env=surroundings(**settings), umask=umask,
                           capture_output=True, text=True, encoding="utf-8", timeout=120)  # fmt: skip
    assert found.returncode == 0, found.stderr


def wrong(folder):
    """What below a folder has another mode than it should, with that mode."""
    wanted = {path: permissions.FOLDER if path.is_dir() else permissions.KEPT if path.suffix == ".duckdb" else permissions.FILE
              for path in (folder, *folder.rglob("*"))}  # fmt: skip
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in wanted}
    return {path.relative_to(folder): oct(mode) for path, mode in found.items() if mode != wanted[path]}


@pytest.mark.panjang
@pytest.mark.parametrize("umask", [0, 0o022, 0o077, 0o777])
def test_files_and_folders_have_their_modes_whatever_the_umask(tmp_path, umask):
    target = tmp_path / "cadangan.tar.gz"
    done(umask, "-c", ALL, str(target), POTRET=tmp_path / "dalam" / "potret")
    assert wrong(tmp_path / "dalam") == {}
    for name, least in KINDS.items():
        files = [path for path in (tmp_path / "dalam" / name).iterdir() if path.is_file()]
        assert len(files) >= least, f"{name} holds what is looked at"
    assert len(list((tmp_path / "dalam").rglob("*.kunci"))) >= 4
    assert stat.S_IMODE(target.stat().st_mode) == permissions.PRIVATE
    done(umask, "-m", "monev", "restore", str(target), POTRET=tmp_path / "kembali" / "potret")
    assert wrong(tmp_path / "kembali") == {}


def test_a_folder_that_is_there_keeps_the_mode_that_somebody_gave_it(tmp_path):
    tmp_path.chmod(0o700)
    permissions.make_folder(tmp_path / "satu" / "dua")
    permissions.make_folder(tmp_path)
    found = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path, tmp_path / "satu", tmp_path / "satu" / "dua")]
    assert found == [0o700, permissions.FOLDER, permissions.FOLDER]


def test_what_was_copied_from_elsewhere_gets_our_modes(tmp_path):
    (tmp_path / "kpu").mkdir(0o777)
    (tmp_path / "kpu" / "hibah.csv").touch(0o666)
    permissions.give(tmp_path)
    assert wrong(tmp_path) == {}


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "potret").write_text("")
    with pytest.raises(OSError):
        permissions.make_folder(tmp_path / "potret")
