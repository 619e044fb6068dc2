"""What lies in the store: objects put together into sets, and told where they are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from monev.regions import notes, objects, windows
from monev.regions.notes import Note
from monev.regions.place import Found, Store
from monev.regions.windows import Window
from monev.words import words

#: Objects of one table and day that are looked at, sets of one region for a meeting, and others that are named one by
#: one; beyond that somebody fills the store for other ends.
MOST_LISTED, MOST_OF_REGION, MOST_NAMED, MOST_DAYS = 20_000, 60, 10, 40
_DAY = "rapat="


@dataclass
class Lying:
    """All of one name: its key (that of the cover), and its objects by table."""

    key: objects.Key
    parts: dict[str, Found] = field(default_factory=dict)

    @property
    def came(self) -> dt.datetime:
        """When it was there as a whole, by the store's clock: its cover comes last."""
        cover = self.parts.get(objects.COVER)
        return cover.modified if cover else max(one.modified for one in self.parts.values())


def days(store: Store, tables: Iterable[str]) -> list[dt.date]:
    """The days of meetings of which something lies there, in order."""
    found = set()
    for table in tables:
        for name in store.folders(table):
            try:
                found.add(dt.date.fromisoformat(name.removeprefix(_DAY)))
            except ValueError:
                continue  # a folder that no dashboard makes holds nothing that would be missed
    return sorted(found)


def sets(store: Store, tables: Collection[str], day: dt.date) -> tuple[list[Lying], list[str]]:
    """What lies there of one day: the sets, and the names of objects that belong to none."""
    lying: dict[tuple[str, str], Lying] = {}
    strange = []
    for table in tables:
        for one in islice(store.listed(objects.folder(table, day)), MOST_LISTED):
            key = objects.parse(one.key)
            if key is None or key.table != table or key.met != day:
                strange.append(one.key)
                continue
            cover = objects.Key(objects.COVER, day, key.region, key.snapshot)
            lying.setdefault((key.region, key.snapshot), Lying(cover)).parts[table] = one
    return list(lying.values()), strange


def of_days(
    there: Sequence[dt.date], every: Sequence[Window], open_ones: Sequence[Window], today: dt.date
) -> tuple[dict[Window, list[dt.date]], list[dt.date], list[dt.date]]:
    """The days of each meeting that is looked at; those yet to come, and those that no meeting claims."""
    claimed: dict[Window, list[dt.date]] = {one: [] for one in open_ones}
    coming, lost = [], []
    since = min((one.since for one in open_ones), default=today)
    for day in there:
        window = windows.of(every, day)
        if day > today:
            coming.append(day)
        elif window in claimed:
            claimed[window].append(day)
        elif window is None and day >= since:
            lost.append(day)
    return claimed, coming[:MOST_DAYS], lost[:MOST_DAYS]


def strangers(names: Sequence[str]) -> list[Note]:
    """Objects whose names no dashboard gives."""
    if not names:
        return []
    said = ", ".join(map(notes.quoted, sorted(names)[:3]))
    what = (
        f"Ada {words.number(len(names))} objek di penyimpanan bersama yang namanya bukan nama kiriman, misalnya {said}."
    )
    do = "minta pengelola penyimpanan memeriksa siapa yang menulis ke sana, lalu menghapusnya"
    return [notes.note("", what, do, notes.LOOK, notes.IGNORED)]


def unknown(lying: Sequence[Lying]) -> list[Note]:
    """Sets of codes that are on no list; many such codes are one finding, since one hand wrote them."""
    first: dict[str, str] = {}
    for one in sorted(lying, key=lambda one: str(one.key)):
        first.setdefault(one.key.region, str(one.key))
    told = []
    do = "tambahkan daerah itu ke wilayah.csv, atau minta pengirimnya memeriksa kode_daerah di daerah.toml"
    for region, key in islice(first.items(), MOST_NAMED):
        what = f"Ada kiriman dari kode daerah {notes.quoted(region)}, yang tidak ada di wilayah.csv."
        told.append(notes.note(region, what, do, notes.REFUSED, notes.IGNORED, key))
    if (more := len(first) - MOST_NAMED) > 0:
        what = f"Ada kiriman dari {words.number(more)} kode daerah lain yang tidak ada di wilayah.csv."
        do = "periksa daftar daerah, atau minta pengelola penyimpanan memeriksa siapa yang menulis ke sana"
        told.append(notes.note("", what, do, notes.LOOK, notes.IGNORED))
    return told


def unclaimed(lying: Sequence[Lying], names: Mapping[str, str], coming: bool) -> list[Note]:
    """Sets of days that are yet to come, or that lie in the window of no meeting."""
    told = []
    for one in lying[:MOST_NAMED]:
        name = names.get(one.key.region, f"kode daerah {notes.quoted(one.key.region)}")
        met = words.date_long(one.key.met)
        why = "yang belum tiba" if coming else "yang tidak termasuk rapat mana pun di jadwal_kiriman.csv"
        do = "periksa tanggal rapat dan jam servernya" if coming else "periksa tanggal rapatnya"
        told.append(
            notes.note(one.key.region, f"Kiriman {name} belum dihitung karena bertanggal rapat {met}, {why}.",
                       notes.asked(name, do), notes.REFUSED, notes.SILENT, str(one.key))
        )  # fmt: skip
    if (more := len(lying) - MOST_NAMED) > 0:
        what = f"Ada {words.number(more)} kiriman lain dengan tanggal rapat seperti itu."
        told.append(notes.note("", what, "minta pengelola penyimpanan memeriksanya", notes.LOOK, notes.IGNORED))
    return told
