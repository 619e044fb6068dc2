"""Whether the shared store of all regions can be written: asked without writing anything but what belongs there."""

from __future__ import annotations

from collections.abc import Iterator

from monev.regions import options, spool
from monev.regions.store import StoreTrouble, open_store
from monev.run.commands.diagnosis import BAD, GOOD, Check
from monev.settings import SettingError, Settings
from monev.snapshot import frozen
from monev.snapshot.store import StoreError
from monev.words import words

_ABOUT = "Rekap nasional"


def examine(settings: Settings) -> Iterator[Check]:
    """One line; none where nothing is sent from here."""
    try:
        said = options.read(settings.regions)
    except SettingError as error:
        yield Check(_ABOUT, BAD, str(error).rstrip("."), "perbaiki baris itu; contohnya di docs/kiriman-daerah.md")
        return
    if not said.target:
        return
    folder = settings.snapshots
    there = [name for name in frozen.names(folder) if spool.sent_at(folder, name, said.place)]
    left = len(spool.due(folder, said.place))
    waiting = f"; {words.number(left)} rapat menunggu" if left else ""
    try:
        store = open_store(said.target, said.access)
        if there:  # offered once more: whoever may not write is refused before the store looks whether it is there
            ready = spool.prepared(folder, there[-1], said.dashboard)
            *_, last = ready.sums
            store.put(str(last), ready.content(last))
            yield Check(_ABOUT, GOOD, f"dapat ditulisi, {words.number(len(there))} rapat sudah dikirim{waiting}")
        else:
            store.folders()
            yield Check(_ABOUT, GOOD, f"dapat dihubungi; hak tulis terlihat pada kiriman pertama{waiting}")
    except (StoreTrouble, StoreError) as error:
        yield Check(
            _ABOUT, BAD, str(error).rstrip("."), "lihat docs/kiriman-daerah.md; kiriman menunggu dan dicoba lagi"
        )
