"""What was gathered for the meeting that comes next, as it goes into a snapshot: rows by table, and what is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from monev.regions import gather, notes, objects, partitions, windows
from monev.regions.notes import Note
from monev.regions.partitions import REGION, Rows, State
from monev.regions.windows import Window
from monev.words import words

#: Refused sets of one region that are told one by one.
MOST_OF_REGION = 3
SUFFIX = ".parquet"


@dataclass(frozen=True)
class Present:
    """The rows that count by table, each with its region's code under REGION; how many rows of which region wait by
    table; and what is to be told. `cover` has what gathering adds to it besides (contract.gathered.ADDED)."""

    window: Window
    tables: Mapping[str, Sequence[Rows]]
    held: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    notes: Sequence[Note] = ()


def load(root: Path, schedule: Sequence[Window], today: dt.date, names: Mapping[str, str],
         tables: Sequence[str]) -> Present | None:  # fmt: skip
    """What is known in the folder `root`; None where nothing was ever gathered for that meeting. `names` are those of
    the regions by their codes."""
    window = windows.present(schedule, today)
    state = partitions.load(root, window.met) if window else None
    if window is None or state is None:
        return None
    rows = {table: partitions.rows(root, window.met, state, table) for table in tables}
    gone = sorted({row[REGION] for row in rows[objects.COVER]} - names.keys())
    known = {table: [row for row in found if row[REGION] in names] for table, found in rows.items()}
    best = gather.newest(state)
    known[objects.COVER] = [row | _added(state, best, row[REGION], window) for row in known[objects.COVER]]
    told = [*state.notes, *partitions.elsewhere(root), *_of_sets(state, names, best), *map(_gone, gone)]
    told += [_old(row, names, window) for row in known[objects.COVER] if row["acuan"] < window.since]
    return Present(window, known, _held(state, names, best), told)


def _added(state: State, best: Mapping[str, str], region: str, window: Window) -> Rows:
    """When the set that counts came, whether the region's first one came in time, and the how manieth it is."""
    own = [one for one in state.sets.values() if one["daerah"] == region and one["putusan"] == gather.USED]
    came = [dt.datetime.fromisoformat(one["diterima"]) for one in own]
    newest = dt.datetime.fromisoformat(state.sets[best[region]]["diterima"])
    in_time = min(came) <= window.due.replace(tzinfo=None)
    return {"diterima": newest, "tepat_waktu": in_time, "kiriman_ke": len(own)}


def _waiting(state: State, best: Mapping[str, str]) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The refused sets by region, newest first, without those behind which a good one came."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for key, one in sorted(state.sets.items(), key=lambda item: (item[1]["diterima"], item[0]), reverse=True):
        good = best.get(one["daerah"])
        since = (state.sets[good]["diterima"], good.removesuffix(SUFFIX)) if good else ("", "")
        # One that came in the same second is a later one by its name: "2024-11-04-2" corrects "2024-11-04".
        if one["putusan"] == gather.REFUSED and (one["diterima"], key.removesuffix(SUFFIX)) > since:
            found.setdefault(one["daerah"], []).append((key, one))
    return found


def _held(state: State, names: Mapping[str, str], best: Mapping[str, str]) -> dict[str, list[tuple[str, int]]]:
    """Of each region the rows of its newest refused set, as far as it could be read how many they are."""
    held: dict[str, list[tuple[str, int]]] = {}
    for region, waiting in sorted(_waiting(state, best).items()):
        for table, many in waiting[0][1]["baris"].items():
            if region in names and many:
                held.setdefault(table, []).append((region, many))
    return held


def _of_sets(state: State, names: Mapping[str, str], best: Mapping[str, str]) -> list[Note]:
    told = []
    for region, waiting in sorted(_waiting(state, best).items()):
        name = names.get(region, notes.quoted(region))
        for key, one in waiting[:MOST_OF_REGION]:
            met = dt.date.fromisoformat(one["rapat"])
            told.append(notes.refused(region, name, met, one["apa"], one["saran"], region in best, key))
        if (more := len(waiting) - MOST_OF_REGION) > 0:
            what = f"{words.number(more)} kiriman {name} lainnya juga belum dihitung."
            do = notes.asked(name, "perbaiki dulu yang disebut di atas")
            told.append(notes.note(region, what, do, notes.REFUSED, notes.IGNORED))
    for key, one in sorted(state.sets.items()):
        told += _of_one(key, one, names, best)
    return told + [
        _overtaken(region, names.get(region, notes.quoted(region)), last, state.sets[best[region]])
        for region, last in sorted(_last_of_another_day(state, best).items())
    ]


def _last_of_another_day(state: State, best: Mapping[str, str]) -> dict[str, Mapping[str, Any]]:
    """Of each region the last set that came behind the one that counts although its meeting was on an earlier day."""
    last: dict[str, Mapping[str, Any]] = {}
    for one in sorted(state.sets.values(), key=lambda one: one["diterima"]):
        counts = state.sets[best[one["daerah"]]] if one["putusan"] == gather.USED else one
        if one["diterima"] > counts["diterima"] and one["rapat"] < counts["rapat"]:
            last[one["daerah"]] = one
    return last


def _overtaken(region: str, name: str, last: Mapping[str, Any], counts: Mapping[str, Any]) -> Note:
    """Which of the two is the correction cannot be known: the clock of the region may have been set back."""
    day, used = (words.date_long(dt.date.fromisoformat(one["rapat"])) for one in (last, counts))
    what = f"Kiriman {name} yang tiba terakhir dari rapat {day}; yang dipakai dari rapat {used}, yang tiba lebih dulu."
    do = "periksa jam servernya; bila yang tiba terakhir itu koreksinya, bekukan sekali lagi"
    return notes.note(region, what, notes.asked(name, do), notes.LOOK, notes.COUNTED)


def _of_one(key: str, one: Mapping[str, Any], names: Mapping[str, str], best: Mapping[str, str]) -> list[Note]:
    """What is odd about a set that was taken."""
    region, told = one["daerah"], []
    name = names.get(region, notes.quoted(region))
    if one["putusan"] == gather.REFUSED:
        return []
    if one["diganti"]:
        what = f"Isi kiriman {name} di penyimpanan diganti sesudah diterima; yang diterima lebih dulu tetap dipakai."
        do = "minta pengelola penyimpanan memeriksa siapa yang menulis ke sana; koreksi dikirim sebagai kiriman baru"
        told.append(notes.note(region, what, do, notes.LOOK, notes.COUNTED, key))
    if one["putusan"] == gather.TWIN:
        what = f"Kiriman {name} ini sama dengan yang sudah diterima, jadi tidak dihitung lagi."
        told.append(notes.note(region, what, "tidak perlu berbuat apa-apa", notes.TOLD, notes.IGNORED, key))
        return told
    if best.get(region) != key:
        return told
    if one["mendahului"]:
        what = f"Jam server {name} mendahului jam penyimpanan lebih dari 10 menit."
        do = notes.asked(name, "samakan jam servernya dengan server waktu (NTP)")
        told.append(notes.note(region, what, do, notes.LOOK, notes.COUNTED, key))
    if one["nama"] not in ("", names.get(region, one["nama"])):
        what = f"Daerah dengan kode {region} menyebut dirinya {notes.quoted(one['nama'])}, di wilayah.csv {name}."
        do = notes.asked(name, "periksa kode_daerah dan nama di daerah.toml")
        told.append(notes.note(region, what, do, notes.LOOK, notes.COUNTED, key))
    return told


def _old(cover: Rows, names: Mapping[str, str], window: Window) -> Note:
    """A set whose data are from before the days in which sets of this meeting are expected."""
    name = names[cover[REGION]]
    what = (
        f"Data {name} dalam kirimannya per {words.date_long(cover['acuan'])}, sedangkan kiriman untuk rapat "
        f"{words.date_long(window.met)} dinanti sejak {words.date_long(window.since)}."
    )
    do = notes.asked(name, "perbarui lembar dan tanggal acuannya, lalu bekukan sekali lagi")
    return notes.note(cover[REGION], what, do, notes.LOOK, notes.COUNTED)


def _gone(region: str) -> Note:
    what = f"Kiriman dari kode daerah {notes.quoted(region)} sudah diterima, tetapi kode itu kini tidak di wilayah.csv."
    return notes.note(region, what, "kembalikan daerah itu ke wilayah.csv bila masih dipantau", notes.REFUSED,
                      "Angkanya belum dihitung.")  # fmt: skip
