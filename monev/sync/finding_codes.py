"""A code for each finding, the same for as long as it is open and when it comes back: by it others know it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

#: Letters and digits that nobody takes for another one, and how many of them a code has.
ALPHABET, SIGNS = "abcdefghjkmnpqrstuvwxyz23456789", 10
#: What a new code is made of, besides the number of the snapshot that saw the finding first.
_OF = ("instansi", "tab", "kolom", "sel", "baris", "tertulis", "alasan", "asal")


def given(history: Iterable[Row], alike: Sequence[Callable[[Row], tuple | None]]) -> list[dict]:
    """The history (columns of tables.FINDING_HISTORY) with a code for every row that has none.

    One that is open gets that of a mended one which was the same by any of the keys `alike`, the closest key first: it
    has come back. Each code is of one open finding only.
    """
    rows = [dict(row) for row in history]
    taken = {row.get("kode") for row in rows if row["selesai"] is None}
    mended = sorted((row for row in rows if row["selesai"] is not None and row.get("kode")),
                    key=lambda row: row["selesai"], reverse=True)  # fmt: skip
    for key in alike:
        for row in rows:
            if row.get("kode") is None and row["selesai"] is None and (wanted := key(row)) is not None:
                back = (one["kode"] for one in mended if one["kode"] not in taken and key(one) == wanted)
                row["kode"] = next(back, None)
                taken.add(row["kode"])
    known = {row.get("kode") for row in rows}
    for row in rows:
        if row.get("kode") is None:
            row["kode"] = _new(row, known)
            known.add(row["kode"])
    return rows


def _new(row: Row, known: set) -> str:
    """A code that no other finding has; the same state of the sheets gives the same codes, whoever reads them."""
    text = "\0".join(str(row.get(name)) for name in (*_OF, "potret_awal"))
    for turn in range(len(known) + 1):
        number = int.from_bytes(hashlib.sha256(f"{text}\0{turn}".encode("utf-8", "replace")).digest()[:8], "big")
        code = "".join(ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(SIGNS))
        if code not in known:
            return code
    raise AssertionError("more codes than findings")
