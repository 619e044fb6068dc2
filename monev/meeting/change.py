"""A recorded decision put right or withdrawn: as a new line of the record, as long as its meeting allows it."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import asdict
from pathlib import Path

from monev.meeting import meeting
from monev.meeting.decision import ALPHABET, SIGNS, Decision, tidy
from monev.snapshot import outbox
from monev.words import project, words

#: How long after the end of its meeting a decision can be changed; one that was recorded while no meeting was on,
#: after its recording.
AFTERWARDS = dt.timedelta(minutes=30)
#: Why a decision is left as it is.
OVER = (
    f"Rapatnya sudah berakhir lebih dari {AFTERWARDS.seconds // 60} menit lalu, jadi keputusan ini tidak diubah lagi "
    f"dari layar. Ubah langsung di {project.decisions_sheet()}."
)
GONE = "Keputusan ini tidak ditemukan lagi di kotak keluar, jadi tidak dapat diubah dari layar."
WITHDRAWN = "Keputusan ini sudah ditarik pukul {}. Bila tetap berlaku, catat sebagai keputusan baru."


def changeable(folder: Path, met: dt.date, recorded: dt.datetime, now: dt.datetime) -> bool:
    """Whether a decision of the meeting on `met` can be changed at `now`: until that meeting's end, and AFTERWARDS."""
    on = meeting.on(folder, now)
    if on is not None and on[:10] == met.isoformat():
        return True
    ends = [moment for name, moment in meeting.ends(folder).items() if name[:10] == met.isoformat()]
    # Also ahead of an end: a clock that was set back closes nothing, but one of another day opens nothing.
    return any(abs(now - end) < AFTERWARDS for end in (recorded, *ends))


def find(folder: Path, id: str, now: dt.datetime) -> dict:
    """A decision that can be changed now, as it stands; ValueError tells in words why it cannot."""
    [*found] = [one for one in outbox.current(folder) if one["id"] == id]
    if not found:
        raise ValueError(GONE)
    [row] = found
    if not changeable(folder, dt.date.fromisoformat(row["tanggal_rapat"]), _moment(row["dicatat"]), now):
        raise ValueError(OVER)
    if row["ditarik"]:
        raise ValueError(WITHDRAWN.format(words.time_of_day(_moment(row["diubah"]).time())))
    return row


def correct(folder: Path, decision: Decision, now: dt.datetime) -> None:
    """Let the decision of this id stand as it is given here; when this returns it is safe on disk.

    Raises ValueError, in words for whoever typed, where that cannot be or the text cannot be kept; what `outbox.put`
    raises.
    """
    find(folder, decision.id, now)
    _add(folder, asdict(decision) | {"uraian": tidy(decision.uraian), "ditarik": False}, now)


def withdraw(folder: Path, id: str, now: dt.datetime) -> None:
    """Take a decision back: it stays in the record, and is none any more. Raises as `correct` does."""
    _add(folder, find(folder, id, now) | {"ditarik": True}, now)


def _add(folder: Path, row: dict, now: dt.datetime) -> None:
    [course] = [one for one in outbox.courses(folder) if one.id == row["id"]]
    # Whatever the clock does, what was said last is the last line.
    at = max(now, _moment(course.newest["dicatat"]) + dt.timedelta(microseconds=1))
    sign = "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
    line = row | {"id": f"{course.id}-{sign}", "mengubah": course.id, "dicatat": at}
    outbox.put(folder, line | dict.fromkeys(("terkirim", "dicoba", "pesan", "baris")))


def _moment(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written)
