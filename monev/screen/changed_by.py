"""Who changed a sheet, shown to the agency itself, to the secretariat and to leaders, and never of frozen numbers."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from monev.screen import pieces
from monev.screen.draw import changed_by as drawing
from monev.screen.fragment import fragment
from monev.screen.page import Page
from monev.screen.sync_status import EVERY
from monev.snapshot import changers
from monev.words import clock, words

#: Changes that are shown; who wants more opens the history of versions at Google.
SHOWN = 8


def changed_by(page: Page, agency: str) -> None:
    """The last changes of the sheet of an agency (code), and a button that asks Google for all that it knows; nothing
    for whoever may not see the agency's cells, beside frozen numbers, and where Google gave no name."""
    if page.held.meeting is None and page.person.details(agency):
        fragment(run_every=EVERY)(_shown)(page.folder, agency)


def _shown(folder: Path, agency: str) -> None:
    now = clock.now()
    known = changers.read(folder, agency, now)
    if not known:
        return
    rows = [(one.until, one.between, one.name, one.address) for one in known[:SHOWN]]
    pieces.add(drawing.changed_by(words.agency(agency), rows, now.date()))
    st.button("Tanyakan riwayatnya ke Google", key=f"pengubah-{agency}", on_click=partial(_wish, folder, agency),
              disabled=agency in changers.wished(folder))  # fmt: skip


def _wish(folder: Path, agency: str) -> None:
    try:
        changers.wish(folder, agency)
    except OSError:  # a server that may only read the snapshots
        st.toast("Server ini hanya membaca potret; mohon pengelola menjalankan python -m monev who.")
