"""`python -m monev who`: all that Google knows of who changed an agency's sheet, kept for the pages."""

from __future__ import annotations

from monev.settings import Settings
from monev.sheets.google import read, who
from monev.snapshot import changers
from monev.snapshot.changers import Change
from monev.words import clock, words


def tell(place: Settings, agency: str) -> None:
    """Ask, note it beside the snapshots and print it; SourceError where Google does not tell."""
    now = clock.now()
    found, before = [], None
    for one in who.revisions(place.account, read.spreadsheet_id(place.spreadsheets.get(agency))):
        until = clock.city(one.at)
        if until and not one.own and (one.name or one.address):
            found.append(Change(until, before, one.name, one.address))
        before = until or before
    changers.note(place.snapshots, {agency: found}, now)
    for one in reversed(changers.read(place.snapshots, agency, now)):
        print(f"{words.moment(one.until)}: {one.name or one.address}")
    if not found:
        print("Google tidak menyebut siapa yang mengubah lembar ini.")
