"""The snapshot that a command is about: the newest, one by its id, or the frozen one of a meeting."""

from __future__ import annotations

from pathlib import Path

from monev import meeting, settings, shapes, store


def newest(folder: Path) -> str:
    """The id of the newest snapshot; StoreError where there is none."""
    name = store.latest(folder)
    if name is None:
        raise store.StoreError("Belum ada potret. Jalankan dulu: python -m monev sync")
    return name


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
    return store.Snapshot(folder, name, meeting.compared_with(folder, name), shapes.today())
