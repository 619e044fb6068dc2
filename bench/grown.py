"""The samples with many times the rows: sheets of a city in which much more happened."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from monev import sheets
from monev.settings import SAMPLES

#: Tabs that have a row per event, and the column whose code or name tells one event from another; further columns
#: point at the code of another tab, which grows alike. The other tabs have a row per place, office, kind of goods,
#: contract or month; a city does not get more of those, so they stay.
EVENTS = {
    ("kpu", "sosialisasi"): ("Nama Kegiatan",),
    ("bawaslu", "penanganan"): ("ID Penanganan", "Nomor Register"),
    ("bawaslu", "netralitas_asn"): ("kode_kasus", "id_penanganan"),
    ("bawaslu", "pencegahan"): ("Nama Kegiatan",),
    ("kesbangpol", "kejadian"): ("ID Kejadian",),
    ("kesbangpol", "pendidikan_politik"): ("Nama Kegiatan",),
    ("kesbangpol", "tindak_lanjut_asn"): ("Kode Kasus",),
    ("bpkpd", "pencairan"): ("Nomor SP2D",),
    ("sekretariat", "tindak_lanjut"): ("ID",),
}
#: The states of both meetings, as folders of the samples.
_MEETINGS = ("", "2024-10-21")


def grow(folder: Path, times: int) -> dict[str, int]:
    """Write the sheets of both meetings into `folder`, with `times` the rows in the tabs of EVENTS.

    Returns the number of data rows of the newer meeting in those tabs and in all tabs, as `peristiwa` and `semua`.
    """
    counted = {"peristiwa": 0, "semua": 0}
    for meeting in _MEETINGS:
        here, there = SAMPLES / meeting, folder / meeting
        there.mkdir(parents=True, exist_ok=True)
        shutil.copy(here / "sumber.toml", there)
        for agency in sorted({agency for agency, _ in EVENTS}):
            for tab in sheets.read_folder(here, agency).tabs:
                marks = EVENTS.get((agency, tab.title))
                rows = list(_grown(tab.rows, marks, times)) if marks else tab.rows
                if not meeting:
                    counted["semua"] += len(rows)
                    counted["peristiwa"] += len(rows) if marks else 0
                path = there / agency / f"{tab.title}.csv"
                path.parent.mkdir(exist_ok=True)
                with path.open("w", newline="", encoding="utf-8") as target:
                    csv.writer(target).writerows(rows)
    return counted


def _grown(rows: Sequence[list], marks: Sequence[str], times: int) -> Iterator[list]:
    """The rows, and behind them those below the header again and again, with other codes each time."""
    yield from rows
    head = next(number for number, row in enumerate(rows) if marks[0] in row)
    places = [rows[head].index(mark) for mark in marks]
    # A row without its code, or with the number of its column in brackets, is layout.
    events = [row for row in rows[head + 1 :] if len(row) > places[0] and row[places[0]] and not _number(row[0])]
    for turn in range(1, times):
        for row in events:
            again = list(row)
            for place in places:
                if place < len(row) and row[place]:
                    again[place] = f"{row[place]}-{turn:03}"
            yield again


def _number(cell: object) -> bool:
    return str(cell).strip() == "(1)"
