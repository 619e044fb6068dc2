"""The snapshot that a command is about: the newest, one by its id, or the frozen one of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from monev import settings
from monev.meeting import meeting
from monev.snapshot import directory, schema, store


def newest(folder: Path) -> str:
    """The id of the newest snapshot that is whole; StoreError where there is none."""
    name = store.newest_whole(folder)
    if name is None:
        damaged = len(directory.aside(folder))
        why = f"{damaged} potret rusak disisihkan dan tidak ada penggantinya" if damaged else "Belum ada potret"
        raise store.StoreError(f"{why}. Jalankan dulu: python -m monev sync")
    return name


def ailing(folder: Path) -> Iterator[tuple[str, str]]:
    """What ails the snapshots and what to do about it, in words; only looked at, nothing is put aside."""
    name = store.latest(folder)
    why = store.damage(folder, name) if name else None
    if why:
        yield (
            f"potret terbaru, {name}, rusak: {why}",
            "periksa disk dan izin; server atau sinkron menyisihkannya, dan sinkron membuat yang baru",
        )
    damaged = directory.aside(folder)
    if damaged:
        yield (
            f"{len(damaged)} potret rusak disisihkan dengan nama {directory.ASIDE}…; yang terakhir {damaged[-1]}",
            "periksa disk, lalu hapus berkas itu bila tidak diperlukan lagi",
        )


def snapshot(potret: str | None = None, rapat: str | None = None) -> store.Snapshot:
    """The snapshot of this id or meeting, else the newest, beside what it is compared with; StoreError where there is
    none."""
    folder = settings.load().snapshots
    if rapat:
        if not (store.snapshots(folder) or meeting.meetings(folder)):
            newest(folder)  # before the first sync nothing can have been frozen
        name = meeting.find(folder, rapat).snapshot
    else:
        name = potret or newest(folder)
        if name not in store.snapshots(folder):
            raise store.StoreError(f"Potret “{name}” tidak ada di {folder.name}/.")
    return store.Snapshot(folder, name, meeting.compared_with(folder, name), schema.today())
