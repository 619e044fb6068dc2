"""Whose numbers are asked for, by whom; and how a value of a sheet stands in an answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from mcp.server.mcpserver.exceptions import ToolError

from monev.handouts.source import Rows, Source
from monev.meeting import looked_at, meeting
from monev.run.assistant.answer import Asal
from monev.screen.access import roles
from monev.screen.access.roles import Person, Right
from monev.snapshot import frozen, store
from monev.words import held_back, spoken
from monev.words.safe_text import line

#: What is written to ask for the newest numbers.
NOW = "kini"
#: Snapshots kept open, and answers kept of those that never change.
_OPEN, _KEPT = 4, 32


@dataclass(frozen=True)
class Asked:
    """The numbers that one call is about: a snapshot that is open, and what an answer says of it."""

    snapshot: store.Snapshot
    origin: Asal

    def rows(self, question: str) -> Rows:
        """The rows of queries/<question>.sql, worked out once for a snapshot."""
        return _answered(self.snapshot, question)

    def rows_now(self, question: str) -> Rows:
        """The same of a question about what changes while the snapshot does not."""
        return self.snapshot.rows(question)


def let_in(person: Person) -> None:
    """ToolError where the role of this server may see nothing."""
    if not person.may(Right.LOOK):
        seeing = ", ".join(role for role, rights in roles.RIGHTS.items() if Right.LOOK in rights)
        raise ToolError(f"Peran {person.role} tidak melihat apa pun. Jalankan dengan --peran: {seeing}.")


def numbers(folder: Path, wanted: str) -> Asked:
    """The numbers of a meeting by its name, or the newest; ToolError that lists what there is, StoreError where a file
    cannot be used."""
    wanted = wanted.strip() or NOW
    if wanted == NOW:
        name = looked_at.newest(folder)
        if name is None:
            raise ToolError("Belum ada potret. Pengelola server menjalankan dulu: python -m monev sync.")
    else:
        there = [one.name for one in meeting.meetings(folder)]
        if wanted not in frozen.names(folder):
            raise ToolError(unknown("Rapat", wanted, [NOW, *there]))
        name = meeting.find(folder, wanted).snapshot
    opened = _opened(folder, name, frozen.stamp(folder, name))
    return Asked(opened, _origin(opened))


@lru_cache(maxsize=_OPEN)
def _opened(folder: Path, name: str, _: tuple[int, ...]) -> store.Snapshot:
    return looked_at.opened(folder, name)


@lru_cache(maxsize=_KEPT)
def _answered(opened: store.Snapshot, question: str) -> Rows:
    return opened.rows(question)


def _origin(opened: store.Snapshot) -> Asal:
    [facts] = _answered(opened, "bersama/bingkai")
    said = Source(partial(_answered, opened), facts, []).ground()
    return Asal(facts["id"], facts["rapat"], text(facts["rapat_judul"]), day(facts["rapat_tanggal"]),
                day(facts["tanggal_acuan"]) or "", day(facts["dibekukan"]), bool(facts["simulasi"]), said)  # fmt: skip


def unknown(what: str, written: str, there: list[str]) -> str:
    """What is said of a name that does not exist."""
    return f"{what} “{spoken.shortened(line(written), 60)}” tidak ada. Yang ada: {', '.join(there)}."


def text(value: object) -> str | None:
    """A text on one line, cut where it is long; None for nothing, and for what points at a person."""
    if value is None or (kept := held_back.without(str(value))) is None:
        return None
    return line(spoken.plain(kept))


def day(value: dt.date | None) -> str | None:
    """A day, or a moment, by ISO 8601."""
    return None if value is None else value.isoformat()
