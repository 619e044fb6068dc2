"""What was begun and what was seen of it: one file per agency beside the snapshots, written before anything is asked.

It may be lost: comments are known again by their signs, and what was begun before is refused by Google a second time.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from monev.snapshot import permissions

#: Its folder beside the snapshots.
FOLDER = "temuan-di-lembar"
#: Whoever brings findings into sheets holds this.
LOCK = ".kirim.kunci"
#: A request whose answer got lost may wait on its way; none waits that long.
LATE = dt.timedelta(minutes=3)


@dataclass
class Kept:
    """One finding's comment: how many things were begun for it, which is under way since when (`given`: Google said
    that it was begun before) and our posts that were there `before`; the thread in which it was seen, what it said, of
    how `many` cells, whether it is `owed` the word that some were mended, whether it is over, because the finding is
    gone; and the thread that told of several columns (`wide`), which stays where it is. `ours` is one that was begun
    from these snapshots, `first` the number of the one since which there was the finding of which it was last seen
    open."""

    number: int = 0
    doing: str | None = None
    since: str | None = None
    given: bool = False
    before: list[str] = field(default_factory=list)
    thread: str | None = None
    content: str | None = None
    many: int = 0
    owed: bool = False
    over: bool = False
    ours: bool = False
    first: int | None = None
    wide: str | None = None

    def under_way(self, now: dt.datetime) -> bool:
        """Whether what was begun last may still be carried out."""
        return self.since is not None and abs(now - dt.datetime.fromisoformat(self.since)) < LATE

    def begin(self, doing: str, now: dt.datetime, there: list[str]) -> None:
        """Note that something is about to be asked: anew under the number that it had, as long as that may still come;
        else under a new one."""
        if not (self.doing == doing and self.under_way(now)):
            self.number, self.doing, self.given, self.before = self.number + 1, doing, False, there
        self.since = now.isoformat()

    def settled(self) -> None:
        """Nothing is under way any more."""
        self.doing, self.since, self.given, self.before = None, None, False, []


@dataclass
class Record:
    """All of an agency, in the spreadsheet `sheet` as it was typed.

    `snapshot` and `fingerprint` are of what was brought last, in which `way`, and `tried` the snapshot that was tried
    last; `fallen` is when comments turned out to be refused, and `why`; `unsaved` counts answers that saved none of
    them, `refused` those that allowed none, `failed` tries in vain; `again` is when the next one may come, and
    `trouble` what there is to say of the last one. `left` are spreadsheets that were told before, as typed, and in
    which way each was: what was written there stays.
    """

    sheet: str | None = None
    snapshot: str | None = None
    tried: str | None = None
    fingerprint: str | None = None
    way: str | None = None
    fallen: str | None = None
    why: str | None = None
    unsaved: int = 0
    refused: int = 0
    failed: int = 0
    again: str | None = None
    trouble: str | None = None
    left: dict[str, str] = field(default_factory=dict)
    comments: dict[str, Kept] = field(default_factory=dict)

    @property
    def wrote(self) -> bool:
        """Whether anything may have been written there."""
        return self.way is not None or bool(self.comments)

    def elsewhere(self, typed: str | None) -> Record:
        """The record of another spreadsheet, of which nothing is known yet but what was left in those before it."""
        left = self.left | ({self.sheet: self.way or ""} if self.sheet and self.wrote else {})
        return Record(sheet=typed, left={one: way for one, way in left.items() if one != typed})

    def believe_again(self) -> None:
        """Let comments be tried again at once where they were refused."""
        self.fallen = self.why = self.again = None
        self.unsaved = self.refused = self.failed = 0


def load(folder: Path, agency: str) -> Record:
    """The record of an agency; an empty one where there is none, or none that can be read."""
    try:
        said = json.loads(_path(folder, agency).read_text("utf-8"))
        known = {one.name for one in fields(Record)} - {"comments"}
        comments = {str(code): Kept(**one) for code, one in said.get("comments", {}).items()}
        return Record(**{name: said[name] for name in known if name in said}, comments=comments)
    except (OSError, ValueError, TypeError, AttributeError):
        return Record()


def save(folder: Path, agency: str, record: Record) -> None:
    """Put the record on disk, all of it at once. Only for whoever holds the lock."""
    permissions.replace_json(_path(folder, agency), asdict(record))


def lock(folder: Path) -> Path:
    """What is held while findings are brought into sheets."""
    return folder / FOLDER / LOCK


def _path(folder: Path, agency: str) -> Path:
    return folder / FOLDER / f"{agency}.json"
