"""On the page Rapat, for whoever leads: whether the frozen numbers on screen arrived in the table of all regions."""

from __future__ import annotations

from pathlib import Path

from monev.regions import options, spool
from monev.screen import sync_status
from monev.screen.access import gate
from monev.screen.access.roles import Right
from monev.screen.draw import elements
from monev.screen.fragment import fragment
from monev.screen.page import Page, show
from monev.settings import SettingError
from monev.words import clock, words

#: What comes before what is told of it.
_ABOUT = "Rekap nasional"


def said(page: Page) -> None:
    """One line, which follows what becomes of it; nothing where nothing is sent from here."""
    try:
        target = options.read(gate.current().regions).place
    except SettingError:  # told by the log and by the doctor
        return
    if target and page.held.meeting is not None and page.person.may(Right.MEET):
        _line(page, target)


@fragment(run_every=sync_status.EVERY, key="rekap-nasional")
def _line(page: Page, target: str) -> None:
    show(elements.note(_ABOUT, told(page.folder, page.held.meeting.name, target)))


def told(folder: Path, name: str, target: str) -> str:
    """How far a meeting is on its way, in words."""
    if at := spool.sent_at(folder, name, target):
        return f"dikirim {words.since(at, clock.now().date())}."
    if why := spool.refused(folder, name):
        return why
    return f"menunggu: {spool.trouble(folder, target) or 'dikirim dalam beberapa detik.'}"
