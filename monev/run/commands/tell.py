"""`python -m monev send`, its second half: findings told in the agencies' own sheets."""

from __future__ import annotations

from monev.settings import Settings
from monev.sheets import FINDINGS_TAB
from monev.sheets.google import insert, own_tab
from monev.sync.told import deliver, tab, wanted, wish
from monev.words import clock, words

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


def prepare(place: Settings, agency: str) -> bool:
    """Give the spreadsheet of an agency that chose it the tab of findings, still without any; whether it was lacking.

    Raises SettingError, SourceError.
    """
    one = wish.wishes(place, [*place.told, agency]).get(agency)
    if one is None or one.way != wish.TAB:
        return False
    opened = insert.enter(place.account, place.spreadsheets.get(agency))
    return own_tab.put(opened, FINDINGS_TAB, tab.lines(wanted.nothing(""), clock.now().date()), own_tab.NEW)
