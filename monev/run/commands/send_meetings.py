"""`python -m monev kirim`: frozen meetings to the shared store, and a line for each."""

from __future__ import annotations

from monev.regions import sending, spool
from monev.settings import Settings
from monev.words import words


def tell(settings: Settings, name: str | None) -> bool:
    """Send, and say what came of it; whether the store has now all that it should."""
    outcome = sending.send(settings, name)
    for met, without in outcome.sent.items():
        print(f"Rapat {met} dikirim" + (f", tanpa {words.listing(without)}." if without else "."))
    for met, why in outcome.waiting.items():
        print(why if why.startswith("Rapat") else f"Rapat {met} menunggu: {why}")
    for why in outcome.refused.values():
        print(why)
    if not (outcome.sent or outcome.waiting or outcome.refused):
        print(_nothing(settings, name))
    return not outcome.waiting


def _nothing(settings: Settings, name: str | None) -> str:
    if name is None:
        return "Semua rapat yang dibekukan sudah dikirim."
    return spool.refused(settings.snapshots, name) or f"Rapat {name} sudah dikirim."
