"""An indicator in words: its value, how it moved since the last meeting, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from monev.words import words

Row = Mapping[str, Any]

#: The order in which numbers are left out where there are too many; the worst never before the better.
_LEAVES_FIRST = ("selesai_dinilai", "hijau", "belum_waktunya", "tanpa_penilaian", "belum_dilaporkan", "kuning", "merah")

#: What stands for a value of which only a part could be read.
UNREAD = "Belum diketahui"


def split(rows: Sequence[Row], most: int) -> tuple[list[Row], list[Row]]:
    """At most `most` rows to show, and the rest, both in the given order; green leaves first, from the end. What is
    judged one day and of which nothing is known yet (`nanti`) is never among those that are shown."""
    out = {place for place, row in enumerate(rows) if row.get("nanti")}
    ranked = sorted(
        (place for place in range(len(rows)) if place not in out),
        key=lambda place: (_LEAVES_FIRST.index(rows[place]["status"]), -place),
    )
    out |= set(ranked[: max(len(ranked) - most, 0)])
    return (
        [row for place, row in enumerate(rows) if place not in out],
        [row for place, row in enumerate(rows) if place in out],
    )


def known(row: Row) -> bool:
    """Whether its value says something, so that a course may lead to it. Keys: nilai, status."""
    return row["nilai"] is not None and row["status"] not in (None, "belum_dilaporkan", "belum_waktunya")


def figure(row: Row) -> tuple[str, str] | None:
    """The value as number and word behind it; None where only a word may stand for it.

    Before its time a number says nothing yet: zero of a hundred would read as a failure.
    """
    if row["nilai"] is None or row["status"] == "belum_waktunya":
        return None
    return words.value(row["nilai"], row["satuan"])


def value_or_word(row: Row, agenda: str) -> str:
    """The value in one piece, or where `figure` gives none the word of its status; of what was reported and cannot be
    read it is not said that nobody reported it."""
    shown = figure(row)
    if shown is not None:
        return " ".join(filter(None, shown))
    unread = row["status"] == "belum_dilaporkan" and row.get("dikecualikan") and row.get("terhitung")
    return UNREAD if unread else words.status_word(row["status"], agenda)


def explained(row: Row) -> bool:
    """Whether its sentence is said in place of its change, which would say nothing: not due, or not reported."""
    return row["status"] in ("belum_waktunya", "belum_dilaporkan") and bool(row.get("kalimat"))


def change(row: Row, judged: bool = True) -> str:
    """ "21 Okt: 7, membaik". Judged on what is shown, so that 40,0% after 40,0% is never called a change;
    without being `judged`, only what it was.

    Keys beside those of a number: dulu_nilai and dulu_tanggal (the last meeting), gerak ("membaik", "memburuk",
    "tetap", None where that is not known). Empty where there is nothing to compare with.
    """
    if row.get("dulu_tanggal") is None:
        return ""
    before = row.get("dulu_nilai")
    date = words.date_short(row["dulu_tanggal"])
    if before is None:
        return f"{date}: belum ada angka"
    then = words.value_text(before, row["satuan"])
    # The counting word stands beside the number above; only "miliar" or "juta" belongs to the amount itself.
    line = f"{date}: {then if row['satuan'] == 'rp' else words.value(before, row['satuan'])[0]}"
    if row["nilai"] is None or not judged:
        return line
    if then == words.value_text(row["nilai"], row["satuan"]):
        return f"{line}, tetap"
    return f"{line}, {row['gerak']}" if row.get("gerak") in ("membaik", "memburuk") else line


def ground(row: Row) -> str:
    """What the number rests on: "8 dari 13 jenis cukup", with the rows that are missing, "tanpa 1 baris"; of what
    is not due yet how far it is. Where nothing of the kind is known, "46 dari 47 baris terhitung"; empty where no row
    is counted."""
    if row["status"] == "belum_waktunya":
        return "" if row["nilai"] is None else f"sejauh ini {words.value_text(row['nilai'], row['satuan'])}"
    counted, held = row.get("terhitung"), row.get("dikecualikan") or 0
    if counted is None or counted + held == 0:
        return ""
    if not row.get("landasan"):
        return f"{words.number(counted)} dari {words.number(counted + held)} baris terhitung"
    return row["landasan"] + (f"; tanpa {words.number(held)} baris" if held else "")


def reason(row: Row) -> str:
    """Why a number is not green, in a few words; empty where its change or its sentence says it all."""
    return "" if explained(row) else row.get("sebab") or ""
