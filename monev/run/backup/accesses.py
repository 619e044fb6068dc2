"""What no backup may take back: that accounts signed out, and what the record of accesses says since."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from monev.screen.access import audit, sign_outs
from monev.snapshot import permissions

#: What a month of the record is called.
_MONTH = re.compile(r"\d{4}-\d{2}\.jsonl")
#: Before all moments: where a line stands that says none, ahead of those that do.
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class Carried:
    """What went on from the folder that was there: `lines` of the record, and `accounts` whose sign-out the backup did
    not know or knew an earlier one of."""

    lines: int = 0
    accounts: int = 0

    @property
    def told(self) -> str:
        """The same in words; empty where there was nothing."""
        parts = []
        if self.lines:
            parts.append(
                f"Catatan akses digabung: {self.lines} baris yang tidak ada dalam cadangan ikut dipertahankan."
            )
        if self.accounts:
            parts.append(f"{self.accounts} akun yang keluar sesudah cadangan dibuat tetap keluar.")
        return " ".join(parts)


def carry(there: Path, staged: Path) -> Carried:
    """Bring into `staged`, which is to take the place of the folder `there`, what of the accesses must go on."""
    room = there / audit.FOLDER
    if not room.is_dir():
        return Carried()
    permissions.make_folder(staged / audit.FOLDER)
    months = [path for path in sorted(room.iterdir()) if _MONTH.fullmatch(path.name) and path.is_file()]
    lines = sum(_merge(month, staged / audit.FOLDER / month.name) for month in months)
    return Carried(lines, _keep_out(there, staged))


def _merge(month: Path, into: Path) -> int:
    """Put the lines of a month into that of the backup, by their time and each as often as the one or the other has it
    (two things may happen in one second); returns how many the backup had not."""
    ours, theirs = _lines(month), _lines(into) if into.exists() else []
    missing = Counter(line for _, line in ours) - Counter(line for _, line in theirs)
    more, left = [], Counter(missing)
    for at, line in ours:
        if left[line]:
            left[line] -= 1
            more.append((at, line))
    merged = sorted([*theirs, *more], key=lambda one: one[0])
    permissions.write(into, "".join(f"{line}\n" for _, line in merged).encode(errors="surrogateescape"))
    return missing.total()


def _lines(path: Path) -> list[tuple[dt.datetime, str]]:
    """The lines of a month, each with its time; one that says none stays behind the one before it."""
    found, at = [], _NEVER
    for line in path.read_text("utf-8", "surrogateescape").split("\n"):
        if not line:
            continue
        at = _time(line) or at
        found.append((at, line))
    return found


def _time(line: str) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(json.loads(line)["waktu"])
    except (ValueError, TypeError, KeyError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _keep_out(there: Path, staged: Path) -> int:
    """Keep of each account the later sign-out of the two; returns for how many that is the one that was there."""
    try:
        known = sign_outs.read(there)
    except ValueError:  # damaged it lets nobody in who signed out, and so it stays
        shutil.copyfile(there / audit.FOLDER / sign_outs.FILE, staged / audit.FOLDER / sign_outs.FILE)
        return 0
    try:
        came = sign_outs.read(staged)
    except ValueError:
        came = {}
    later = {one: at for one, at in known.items() if at > came.get(one, -1)}
    if known or came:
        sign_outs.write(staged, came | later)
    return len(later)
