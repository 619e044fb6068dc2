"""Points that agencies propose for the next meeting: taken or not by the secretariat, decided or carried on."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from monev.meeting.decision import ALPHABET, SIGNS
from monev.meeting.planned import after
from monev.reading import personal
from monev.snapshot import lines

PROPOSED, TAKEN, DECLINED, DECIDED = "diusulkan", "diambil", "ditolak", "diputuskan"
#: From which states a point comes into each.
FROM = {TAKEN: (PROPOSED, DECLINED, TAKEN), DECLINED: (PROPOSED,), DECIDED: (TAKEN,)}
#: A line, to be read aloud; and how many of one agency can wait at once.
LONGEST, MOST = 160, 10
NO_PLAN = "Tetapkan dulu rapat berikutnya, supaya pokok ini punya tempat."
CHANGED = "Pokok ini baru saja diubah oleh orang lain; lihat keadaannya sekarang."


def propose(folder: Path, text: str, owner: str | None, role: str, now: dt.datetime) -> str:
    """Keep a point that somebody wants to be spoken of; returns its code. ValueError, in words for whoever typed."""
    text = " ".join(text.split())
    if not text:
        raise ValueError("Pokok yang diusulkan belum ditulis.")
    if len(text) > LONGEST:
        raise ValueError(f"Pokok terlalu panjang: {len(text)} huruf, paling banyak {LONGEST}. Ringkas dahulu.")
    if not owner:
        raise ValueError("Pilih siapa yang membawakan pokok ini.")
    personal.refuse(text, "Pokok yang diusulkan")
    waiting = [row for row in _newest(folder).values() if (row["pengusul"], row["keadaan"]) == (role, PROPOSED)]
    if len(waiting) >= MOST:
        raise ValueError(f"Sudah ada {MOST} usulan yang menunggu. Tunggu dulu jawaban sekretariat.")
    code = f"P-{_sign()}"
    _put(folder, now, pokok=code, uraian=text, pemilik=owner, pengusul=role, keadaan=PROPOSED, rapat=None)
    return code


def settle(folder: Path, code: str, state: str, planned: Mapping[str, Any] | None, now: dt.datetime) -> None:
    """Bring a point into a state; TAKEN is for the meeting that is `planned` (a row of bersama/rapat_berikutnya), also
    where it was taken for an earlier one: so it is carried on. ValueError, in words, where that cannot be."""
    row = _newest(folder).get(code)
    if row is None or row["keadaan"] not in FROM[state]:
        raise ValueError(CHANGED)
    if state == TAKEN and planned is None:
        raise ValueError(NO_PLAN)
    meeting = planned["rapat"] if state == TAKEN else row["rapat"]
    if (row["keadaan"], row["rapat"]) == (state, meeting):  # pressed twice
        return
    kept = {key: row[key] for key in ("pokok", "uraian", "pemilik", "pengusul")}
    _put(folder, now, **kept, keadaan=state, rapat=meeting)


def _newest(folder: Path) -> dict[str, dict]:
    """Each point as it stands, by its code."""
    return {row["pokok"]: row for row in lines.rows(folder, lines.POINTS)}


def _put(folder: Path, now: dt.datetime, **said: object) -> None:
    lines.put(folder, lines.POINTS, {"id": f"U-{_sign()}", "dicatat": after(folder, lines.POINTS, now)} | said)


def _sign() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
