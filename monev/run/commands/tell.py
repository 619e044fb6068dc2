"""`python -m monev send`, its second half: findings told in the agencies' own sheets."""

from __future__ import annotations

from monev.settings import Settings
from monev.sync.told import deliver, wish
from monev.words import words

_IN = {wish.COMMENT: "komentar di selnya", wish.TAB: "tab Temuan"}


def tell(place: Settings) -> bool:
    """Tell them, print what became of each sheet, and give whether all could be told."""
    became = deliver.send(place)
    for agency, told in became.items():
        name = words.agency(agency)
        if told.trouble:
            print(f"Temuan di lembar {name}: {told.trouble}")
        elif told.written:
            print(f"Temuan di lembar {name}: tertulis sebagai {_IN[told.way]}.")
        else:
            print(f"Temuan di lembar {name}: sudah sesuai ({_IN[told.way]}).")
    return not any(told.trouble for told in became.values())
