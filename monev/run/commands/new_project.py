"""A project to start from: one agency, one point of the agenda, one number, one decision, and what to replace first."""

from __future__ import annotations

import shutil
from pathlib import Path

from monev.settings import SettingError

_START = Path(__file__).with_name("proyek_baru")


def write(folder: Path) -> None:
    """Put the project into `folder`, which is made; SettingError where anything lies there, OSError where it cannot be
    written."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise SettingError(f"{folder.name} sudah ada dan bukan folder; sebut folder yang belum ada.")
    if folder.is_dir() and any(folder.iterdir()):
        raise SettingError(f"{folder.absolute().name} tidak kosong, jadi tidak ditulisi; sebut folder yang belum ada.")
    shutil.copytree(_START, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
