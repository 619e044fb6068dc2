"""Who may read what we keep: the modes of files and folders, whatever the umask of whoever starts us."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

#: What the user of the server writes and its group may read.
FILE, FOLDER = 0o640, 0o750
#: A snapshot: nobody writes into it any more.
KEPT = 0o440
#: Nobody but its owner may read a backup, which holds all of it in one file.
PRIVATE = 0o600


def make_folder(path: Path) -> None:
    """Make a folder where there is none, and those above it; one that is there keeps the mode that somebody gave it."""
    if path.is_dir():
        return
    make_folder(path.parent)
    try:
        path.mkdir(FOLDER)
    except FileExistsError:  # made by another process meanwhile, or no folder
        if not path.is_dir():
            raise
        return
    path.chmod(FOLDER)  # what the umask took away


def give(folder: Path) -> None:
    """Give a folder of ours and all below it their modes."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(FOLDER if path.is_dir() else FILE)


def opened(path: Path, flags: int, mode: int = FILE) -> int:
    """`os.open` for writing; the file gets its mode before anything stands in it."""
    handle = os.open(path, flags, mode)
    if hasattr(os, "fchmod"):  # Windows knows none of it
        with suppress(PermissionError):  # another user's, who chose its mode
            os.fchmod(handle, mode)
    return handle


def write(path: Path, content: str | bytes) -> None:
    """Put text, its lines ended as they are, or bytes into a file of ours."""
    whole = content if isinstance(content, bytes) else content.encode()
    with os.fdopen(opened(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file:
        file.write(whole)


def replace_json(path: Path, content: object) -> None:
    """Put a JSON file in the place of another, so that a reader sees all of the one or all of the other.

    Each file has one writer at a time, who holds the lock of the sync or of the watcher.
    """
    make_folder(path.parent)
    half = path.with_name(f".{path.name}.baru")
    write(half, json.dumps(content, default=str, ensure_ascii=False, indent=1))
    half.replace(path)
