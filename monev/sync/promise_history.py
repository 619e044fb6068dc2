"""What was seen of each promise of a meeting, day by day: carried on from one snapshot to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from monev.snapshot.tables import PROMISE_HISTORY

Row = Mapping[str, Any]

_DONE, _WITHDRAWN = "selesai", "ditarik"
#: The days on which something was seen.
_SEEN = ("belum_pada", "belum_menurut", "selesai_pada")


def continued(before: Iterable[Row], seen: Iterable[Row], today: dt.date) -> list[dict]:
    """The history (columns of PROMISE_HISTORY) after a sync of the reference date `today`; `before` is that of the last
    snapshot.

    `seen` are the counted rows of a sheet that was really read: none where it could not be. What cannot be read in a
    row changes nothing, and a promise that is not there any more stays as it was last seen. A day set back forgets
    what was seen on days that are still to come.
    """
    known = {row["id"]: _until(row, today) for row in before}
    for row in seen:
        id = key(row["id"])
        known[id] = _seen(known.get(id, dict.fromkeys(PROMISE_HISTORY) | {"id": id}), row, today)
    return [known[id] for id in sorted(known)]


def key(id: str) -> str:
    """An id by which a row is found again however it was typed."""
    return " ".join(id.split()).lower()


def _seen(past: Row, row: Row, today: dt.date) -> dict:
    # What is changed on the day of the meeting itself is how the meeting has it, not a delay.
    of_today = row.get("tanggal_rapat") is not None and today <= row["tanggal_rapat"]
    first = row["tenggat"] if of_today else past["tenggat_awal"] or row["tenggat"]
    if row["status"] is None:
        return dict(past) | {"tenggat_awal": first}
    if row["status"] == _WITHDRAWN:  # no promise any more, so nobody will miss it
        return dict(past) | {"tenggat_awal": first} | dict.fromkeys(_SEEN)
    if row["status"] == _DONE:
        return dict(past) | {"tenggat_awal": first, "selesai_pada": past["selesai_pada"] or today}
    # Nobody can know today of a day that is still to come.
    said = min(row["tanggal_data"], today) if row["tanggal_data"] else past["belum_menurut"]
    return dict(past) | {
        "tenggat_awal": first, "belum_pada": today, "belum_menurut": said, "selesai_pada": None
    }  # fmt: skip


def _until(row: Row, today: dt.date) -> dict:
    """What was known of a promise on the day `today`; the due date is as old as the promise itself."""
    return dict(row) | {name: row[name] if row[name] and row[name] <= today else None for name in _SEEN}
