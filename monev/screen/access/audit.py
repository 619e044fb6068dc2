"""The record of accesses: who came in, was turned away, froze, recorded, or took something home, and when.

One JSON line per event in a file per month, with the account and nothing else of a person.
"""

from __future__ import annotations

import json
import logging
import os
from functools import lru_cache
from pathlib import Path

from monev.screen.access.person import Reason
from monev.screen.access.roles import LOCAL, PUBLIC, Person
from monev.snapshot import permissions
from monev.words import clock

log = logging.getLogger("monev")

#: Where it lies below the folder of snapshots.
FOLDER = "akses"
#: What stands for an account where there is none: whether it is local mode.
NAMELESS = {True: "lokal", False: "tanpa alamat"}
#: What is recorded.
CAME, TURNED_AWAY, LEFT, DENIED = "masuk", "tidak diterima", "keluar", "ditolak"
FROZE, BEGAN, ENDED = "membekukan angka", "memulai rapat", "mengakhiri rapat"
RECORDED, CORRECTED, WITHDREW = "mencatat keputusan", "mengubah keputusan", "menarik keputusan"
ASKED_FOR_NEW, TOOK = "meminta pembaruan", "mengambil bahan"
VOUCHED, UNVOUCHED, PLANNED = "menyatakan data benar", "menarik pernyataan data benar", "menjadwalkan rapat"
PROPOSED, SETTLED = "mengusulkan pokok rapat", "menetapkan pokok rapat"


def note(snapshots: Path, person: Person, action: str, about: str = "") -> None:
    """Add one event. In local mode there is no account, and it says so; somebody without an address is another thing.

    What cannot be written is told to the operator; it keeps nobody from working.
    """
    at = clock.aware(clock.now())
    said = {"waktu": at.isoformat(timespec="seconds"), "akun": person.account or NAMELESS[person == LOCAL],
            "peran": person.role, "tindakan": action}  # fmt: skip
    line = json.dumps(said | ({"tentang": about} if about else {}), ensure_ascii=False) + "\n"
    path = snapshots / FOLDER / f"{at:%Y-%m}.jsonl"
    try:
        permissions.make_folder(path.parent)
        # One write at the end of the file: lines of several processes never mix.
        place = permissions.opened(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        try:
            os.write(place, line.encode())
        finally:
            os.close(place)
    except OSError as error:
        log.error("Catatan akses belum dapat ditulis: %s. Yang terjadi: %s", error, line.strip())


@lru_cache(maxsize=4096)
def came_in_vain(snapshots: Path, account: str, reason: Reason) -> None:
    """One event for somebody whom the provider knows and we do not let in, however often he tries."""
    if reason.signed_in:
        note(snapshots, Person(account, PUBLIC), TURNED_AWAY, reason.value)
