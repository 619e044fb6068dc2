"""What tests of decisions share: decisions to record, the outbox, and the secretariat's sheet in its many shapes.

A sheet is typed as in `given`: columns parted by "|".
"""

import csv
import datetime as dt
import io
from pathlib import Path

from monev import sheets
from monev.meeting import change, decision, delivery
from monev.meeting.decision import Decision
from monev.settings import Settings
from monev.snapshot import outbox

MEETING = dt.date(2024, 11, 4)
HEAD = "ID | Tanggal Rapat | Agenda | Uraian | Penanggung Jawab | Tenggat | Status | Tenggat Baru | Kabar | Indikator | Nilai Saat Dicatat | Potret | Tanggal Data"
OLD = "TL-2024-10-21-01 | 21 Oktober 2024 | Logistik | Pengganti tiba | KPU | 1 November 2024 | Belum | | | | | | 4 November 2024"
#: What a decision of `decided` comes to in the columns of HEAD, its id and text aside.
ROW = [
    "4 November 2024",
    "Logistik",
    "KPU",
    "8 November 2024",
    "Belum",
    "barang_kurang",
    "7 jenis",
    "000012-2024-11-04-1a2b3c4d",
]


def decided(text="Pengganti segel tiba", number=0, **changed):
    """A decision of the meeting, recorded `number` seconds after nine."""
    made = {
        "id": decision.new_id(MEETING),
        "dicatat": dt.datetime(2024, 11, 4, 9) + dt.timedelta(seconds=number),
        "tanggal_rapat": MEETING,
        "agenda": "logistik",
        "uraian": text,
        "penanggung_jawab": ("kpu",),
        "tenggat": dt.date(2024, 11, 8),
        "indikator": "barang_kurang",
        "nilai_saat_dicatat": "7 jenis",
        "potret": "000012-2024-11-04-1a2b3c4d",
    }
    return Decision(**made | changed)


def record(place: Settings, *texts, **changed):
    """Record a decision for each text, one second after the other; their ids."""
    made = [decided(text, number, **changed) for number, text in enumerate(texts)]
    for one in made:
        decision.record(place.snapshots, one)
    return [one.id for one in made]


def correct(place: Settings, id: str, minute=5, **changed):
    """Let a decision of `decided` stand otherwise, so many minutes after nine."""
    [row] = [one for one in outbox.current(place.snapshots) if one["id"] == id]
    kept = {name: row[name] for name in ("uraian", "agenda", "indikator", "nilai_saat_dicatat", "potret")}
    kept["penanggung_jawab"], kept["tenggat"] = tuple(row["penanggung_jawab"]), dt.date.fromisoformat(row["tenggat"])
    text = (kept | changed).pop("uraian")
    one = decided(text, id=id, **{name: value for name, value in (kept | changed).items() if name != "uraian"})
    change.correct(place.snapshots, one, dt.datetime(2024, 11, 4, 9, minute))


def withdraw(place: Settings, id: str, minute=6):
    change.withdraw(place.snapshots, id, dt.datetime(2024, 11, 4, 9, minute))


def send(place: Settings):
    return delivery.send(place)


def kept(place: Settings):
    """The rows of the outbox by id."""
    return {row["id"]: row for row in outbox.rows(place.snapshots)}


def standing(place: Settings):
    """The decisions as they stand, by id."""
    return {row["id"]: row for row in outbox.current(place.snapshots)}


def typed(*lines):
    """Rows of cells as typed."""
    return [[cell.strip() for cell in line.split("|")] if line else [] for line in lines]


def csv_of(rows, sign=",", ending="\r\n"):
    """Rows as the text of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, lineterminator=ending).writerows(rows)
    return out.getvalue()


def folder(tmp_path: Path, content=None, name="Tindak Lanjut.csv"):
    """Settings of a folder whose secretariat has this tab: bytes, text, or HEAD and one row."""
    content = csv_of(typed(HEAD, OLD)) if content is None else content
    path = tmp_path / "lembar" / "sekretariat" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Settings("folder", tmp_path / "lembar", tmp_path / "potret", MEETING)


def tab_path(place: Settings, name="Tindak Lanjut.csv"):
    return place.folder / "sekretariat" / name


def in_folder(place: Settings, name="Tindak Lanjut.csv"):
    """The rows of the tab as our own reader sees them, blank cells as ""."""
    return [[cell or "" for cell in row] for row in sheets.csv_tab(tab_path(place, name)).rows]


def column(rows, title, head=0):
    """The cells below a title, of rows that have one."""
    index = rows[head].index(title)
    return [row[index] if len(row) > index else "" for row in rows[head + 1 :]]
