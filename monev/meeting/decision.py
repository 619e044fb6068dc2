"""A decision of a meeting: on disk the moment it is recorded, in the sheet that keeps them as soon as can be."""

from __future__ import annotations

import datetime as dt
import re
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path

from monev.reading import personal
from monev.snapshot import outbox

__all__ = ["Decision", "new_id", "record", "tidy"]

#: Letters and digits that nobody takes for another one when reading an id aloud or copying it by hand.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
SIGNS = 6
#: The longest text of a decision, in signs: one sentence for the screen of the next meeting.
LONGEST = 500

_BLANK_LINES = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")


@dataclass(frozen=True)
class Decision:
    """One task that was agreed upon.

    `dicatat` is as fine as the clock goes: rows are written in its order. `agenda` is a code of the contract and
    `penanggung_jawab` are some, `indikator` is the code of one, with its value as it was
    shown; `potret` is the id of the snapshot that was on screen.
    """

    id: str
    dicatat: dt.datetime
    tanggal_rapat: dt.date
    agenda: str
    uraian: str
    penanggung_jawab: tuple[str, ...]
    tenggat: dt.date
    indikator: str | None = None
    nilai_saat_dicatat: str | None = None
    potret: str | None = None


def new_id(date: dt.date) -> str:
    """The id of a decision of the meeting on `date`: "TL-2024-11-04-k7q4m2"."""
    return f"TL-{date.isoformat()}-" + "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))


def record(folder: Path, decision: Decision) -> None:
    """Put a decision into the outbox beside the snapshots in `folder`; when this returns it is safe on disk.

    Raises ValueError, in words for whoever typed, where the text is empty, too long or points at a person; what
    `outbox.put` raises.
    """
    outbox.put(folder, asdict(decision) | {"uraian": tidy(decision.uraian)})


def tidy(text: str) -> str:
    """The text as typed, blank lines as one blank; signs that draw nothing and break files are left out.

    Raises ValueError, in words for whoever typed, where it is empty, too long or points at a person.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Co"))
    tidy = _BLANK_LINES.sub(" ", kept).strip()
    if not tidy:
        raise ValueError("Uraian keputusan belum ditulis.")
    if len(tidy) > LONGEST:
        raise ValueError(f"Uraian terlalu panjang: {len(tidy)} huruf, paling banyak {LONGEST}. Ringkas dahulu.")
    personal.refuse(tidy, "Uraian keputusan")
    return tidy
