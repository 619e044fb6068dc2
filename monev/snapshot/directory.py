"""Which snapshots lie in a folder, which came before which, and what lies beside them about reading the sheets."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from monev.snapshot import permissions

#: What a snapshot's file is called: number in the order of making, reference date, beginning of its hash.
NAME = re.compile(r"(\d{6})-(\d{4}-\d{2}-\d{2})-([0-9a-f]{8})\.duckdb")
#: Signs of that which are the snapshot's id.
LONG = 26
#: Beside the snapshots: when each agency was last tried and last read; a snapshot itself never changes.
SYNC_TIMES = "sinkron.json"
#: Beside them too: what the watcher is doing, and the wish that it reads the sheets without waiting.
WATCH, WISH = "penjaga.json", "minta-sinkron"
#: Held by the only sync of a folder at a time. The names of all locks end so; nothing ever stands in one.
LOCKS = ".kunci"
SYNC_LOCK = f".sinkron{LOCKS}"


@dataclass(frozen=True)
class Watch:
    """The last round of the watcher, the task that syncs again and again. `ended` is None while the round runs; `every`
    seconds lie between two, and one takes `longest` at most. `status` is the exit status of the last finished sync,
    `trouble` one sentence where it failed as a whole.
    """

    began: dt.datetime
    ended: dt.datetime | None
    every: int
    longest: int
    pid: int
    status: int | None = None
    trouble: str | None = None

    def alive(self, now: dt.datetime) -> bool:
        """Whether the watcher still makes its rounds: none is overdue by more than two."""
        silent = dt.timedelta(seconds=self.longest if self.ended is None else 3 * self.every)
        return now <= (self.ended or self.began) + silent


@dataclass(frozen=True)
class Looks:
    """The last look at the sheets: `checked` is when those that could be read were read, or where none could,
    when one last was; of so many `agencies`, those in `failing` (codes) could not be read.
    """

    checked: dt.datetime | None
    agencies: int
    failing: tuple[str, ...]


#: Days of which not only the last snapshot is kept, and how many of one reference date at most (it may be set by hand).
DAYS_KEPT_WHOLE, MOST_OF_A_DAY = 2, 300
#: How long a snapshot that is no meeting's is kept, counted to the newest one. With it go the cells as typed: what no
#: meeting froze is not kept for ever (UU 27/2022). Long enough for what is accounted for after the topic's day.
LONGEST_KEPT = dt.timedelta(days=180)
#: How the names of files and folders begin that are not finished yet: never listed, and swept away later.
UNFINISHED = ".setengah-"
#: How the name of a snapshot begins that was damaged and put aside: never listed, and never removed by us.
ASIDE = "rusak-"


def snapshots(folder: Path) -> list[str]:
    """Ids of the complete snapshots, oldest first."""
    return sorted(name[:LONG] for name in files(folder) if NAME.fullmatch(name))


def aside(folder: Path) -> list[str]:
    """Ids of the damaged snapshots that were put aside, oldest first."""
    names = (name.removeprefix(ASIDE) for name in files(folder) if name.startswith(ASIDE))
    return sorted({name[:LONG] for name in names if NAME.fullmatch(f"{name[:LONG]}.duckdb")})


def files(folder: Path) -> list[str]:
    """What lies in a folder, in no order; nothing where there is none."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - asked for by every page, and a path for each file takes thrice as long
    except (FileNotFoundError, NotADirectoryError):
        return []


def latest(folder: Path) -> str | None:
    """The id of the newest snapshot, or None."""
    names = snapshots(folder)
    return names[-1] if names else None


def previous(folder: Path, name: str) -> str | None:
    """The newest snapshot with a reference date before that of `name`: what this one is compared with."""
    earlier = [other for other in snapshots(folder) if reference_date(other) < reference_date(name)]
    return max(earlier, key=lambda other: (reference_date(other), other), default=None)


def reference_date(name: str) -> dt.date:
    """The reference date in a snapshot's id."""
    return dt.date.fromisoformat(name[7:17])


def number(name: str) -> int:
    """The number in a snapshot's id: its place in the order of making."""
    return int(name[:6])


def next_name(folder: Path, reference_date: dt.date, digest_hex: str) -> str:
    """The id of the snapshot to be made now: numbered, so that no clock decides which one is the newest. A number that
    was ever given is not given again: kept answers belong to it."""
    last = max([*snapshots(folder), *aside(folder)], default=None)
    return f"{number(last) + 1 if last else 1:06d}-{reference_date.isoformat()}-{digest_hex[:8]}"


def thin(folder: Path) -> None:
    """Of days that are over keep the last snapshot alone; the two days that came last keep nearly all of theirs. None
    is kept longer than LONGEST_KEPT but the newest.

    A sheet that is being typed in makes one every few minutes, some hundred megabytes a day.
    """
    by_date: dict[dt.date, list[str]] = {}
    for name in _without_old(folder, snapshots(folder)):
        by_date.setdefault(reference_date(name), []).append(name)
    days = sorted(by_date, key=lambda date: by_date[date][-1])
    for date in days:
        kept = MOST_OF_A_DAY if date in days[-DAYS_KEPT_WHOLE:] else 1
        for name in by_date[date][:-kept]:
            _remove(folder, name)


def _without_old(folder: Path, names: list[str]) -> list[str]:
    """The names of snapshots without those that were made too long before the newest; these are removed.

    By when the files were written: the reference date may be set by hand, to any year.
    """
    written = {name: seen[2] for name in names if (seen := stamp(folder / f"{name}.duckdb"))}
    last = next((written[name] for name in reversed(names) if name in written), 0)
    old = [name for name in written if (last - written[name]) // 10**9 > LONGEST_KEPT.total_seconds()]
    for name in old:
        _remove(folder, name)
    return [name for name in names if name in written and name not in old]


def _remove(folder: Path, name: str) -> None:
    """Remove a snapshot, unless it was put aside meanwhile or is none."""
    with suppress(FileNotFoundError, IsADirectoryError):
        (folder / f"{name}.duckdb").unlink()


def sweep(folder: Path) -> None:
    """Remove what a sync left behind that was stopped halfway; only for whoever holds the lock of the folder."""
    for path in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def write_sync_times(folder: Path, times: list[Mapping[str, object]]) -> None:
    """Replace sinkron.json: one object per agency with instansi, dicoba, berhasil (ISO, the city's time) and pesan."""
    permissions.replace_json(folder / SYNC_TIMES, times)


def read_sync_times(folder: Path) -> list[dict]:
    """The rows of sinkron.json; none where there is none yet or it is damaged: the next sync mends it."""
    try:
        rows = json.loads((folder / SYNC_TIMES).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    rows = rows if isinstance(rows, list) else []
    return [row for row in rows if isinstance(row, dict) and "instansi" in row]


def stamp(path: Path) -> tuple[int, ...]:
    """By what the system tells a file from the one that stands in its place later; empty where there is none."""
    try:
        facts = path.stat()
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):  # the last of a link to itself
            return ()
        raise
    return facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns


def last_checked(folder: Path) -> dt.datetime | None:
    """When a sheet was last read with success, whether or not it held anything new; None where never."""
    return max(_successes(read_sync_times(folder)), default=None)


def checked_whole(folder: Path) -> dt.datetime | None:
    """When all sheets that were ever read were last read with success; None where one of them failed since."""
    known = [row for row in read_sync_times(folder) if row.get("berhasil")]
    return None if any(row.get("pesan") for row in known) else min(_successes(known), default=None)


def looks(folder: Path) -> Looks:
    """How the last look at each agency's sheet went."""
    rows = read_sync_times(folder)
    read = [row for row in rows if not row.get("pesan")]
    checked = min(_successes(read), default=None) if read else last_checked(folder)
    return Looks(checked, len(rows), tuple(row["instansi"] for row in rows if row.get("pesan")))


def _successes(rows: list[dict]) -> list[dt.datetime]:
    """When each of these agencies was last read with success; of a damaged file nothing is believed."""
    try:
        return [dt.datetime.fromisoformat(row["berhasil"]) for row in rows if row.get("berhasil")]
    except (TypeError, ValueError):
        return []


def write_watch(folder: Path, watch: Watch) -> None:
    """Replace penjaga.json."""
    ended = watch.ended.isoformat() if watch.ended else None
    permissions.replace_json(folder / WATCH, {
        "mulai": watch.began.isoformat(), "selesai": ended, "setiap_detik": watch.every,
        "paling_lama_detik": watch.longest, "pid": watch.pid, "keluar": watch.status, "pesan": watch.trouble,
    })  # fmt: skip


def read_watch(folder: Path) -> Watch | None:
    """What penjaga.json says; None where no watcher has been here or the file is damaged."""
    try:
        said = json.loads((folder / WATCH).read_text("utf-8"))
        ended = dt.datetime.fromisoformat(said["selesai"]) if said["selesai"] else None
        return Watch(
            dt.datetime.fromisoformat(said["mulai"]), ended, int(said["setiap_detik"]),
            int(said["paling_lama_detik"]), int(said["pid"]), said["keluar"], said["pesan"],
        )  # fmt: skip
    except (OSError, KeyError, TypeError, ValueError):
        return None


def wish_sync(folder: Path) -> None:
    """Ask the watcher to read the sheets now; asking again before it starts changes nothing."""
    os.close(permissions.opened(folder / WISH, os.O_WRONLY | os.O_CREAT))


def sync_wished(folder: Path) -> bool:
    """Whether somebody waits for a sync that has not begun."""
    return (folder / WISH).exists()


def grant_wish(folder: Path) -> None:
    """Take the wish away, because the sync that serves it begins."""
    (folder / WISH).unlink(missing_ok=True)
