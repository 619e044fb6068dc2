"""`python -m monev send`: decisions into the sheet that keeps them, then findings into the agencies' own sheets."""

from __future__ import annotations

from monev.meeting import delivery, row
from monev.settings import TOLD, Settings
from monev.sheets import FINDINGS_TAB
from monev.sheets.google import insert, own_tab
from monev.sync.told import deliver, tab, wanted, wish
from monev.words import clock, words

_IN = {wish.COMMENT: "komentar di selnya", wish.TAB: "tab Temuan"}


def decisions(place: Settings) -> bool:
    """Send those that wait, print what became of each, and give whether none waits any more."""
    became = delivery.send(place)
    for name in became.sent:
        print(f"{name}: terkirim")
    for name, trouble in became.waiting.items():
        print(f"{name}: menunggu. {trouble}")
    if became.waiting:
        layout = f"template {row.load().tab.agency}" + ("" if place.source == "google" else " --xlsx contoh.xlsx")
        print(f"Susunan tab yang lengkap: python -m monev {layout}")
    if not became.sent and not became.waiting:
        print("Tidak ada keputusan yang menunggu.")
    return not became.waiting


def findings(place: Settings) -> bool:
    """Tell them, print what became of each sheet, and give whether all could be told."""
    became = deliver.send(place)
    if not became and wish.wishes(place, list(place.told)):
        print("Temuan belum dapat diberitahukan: belum ada potret yang utuh. Jalankan dulu: python -m monev sync")
        return False
    if not became:
        print(f"Tidak ada lembar yang diberi tahu temuannya; yang memintanya ditulis di [{TOLD}] secrets.toml.")
    for agency, told in became.items():
        name = words.agency(agency)
        for typed, way in told.left.items():
            print(f"Temuan di lembar {name}: {left(typed, way)}")
        if told.trouble:
            print(f"Temuan di lembar {name}: {told.trouble}")
        elif told.written:
            print(f"Temuan di lembar {name}: tertulis sebagai {_IN[told.way]}.")
        else:
            print(f"Temuan di lembar {name}: sudah sesuai ({_IN[told.way]}).")
    return not any(told.trouble for told in became.values())


def left(typed: str, way: str) -> str:
    """What to do about what was written into a spreadsheet that was the agency's before."""
    return (f"alamatnya berganti; di lembar sebelumnya ({typed}) masih ada {_IN.get(way, 'komentar')} dari dasbor. "
            "Bila lembar itu milik instansi lain, minta pemiliknya menghapusnya.")  # fmt: skip


def prepare(place: Settings, agency: str) -> bool:
    """Give the spreadsheet of an agency that chose it the tab of findings, still without any; whether it was lacking.

    Raises SettingError, SourceError.
    """
    one = wish.wishes(place, [*place.told, agency]).get(agency)
    if one is None or one.way != wish.TAB:
        return False
    opened = insert.enter(place.account, place.spreadsheets.get(agency))
    return own_tab.put(opened, FINDINGS_TAB, tab.lines(wanted.nothing(""), clock.now().date()), own_tab.NEW)
