"""What the browser listens to: links, the keys of Mode Rapat, the time that counts down; and the way into the mode."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from monev.screen import address, meeting_mode
from monev.screen.draw.search import BOX

#: The key that opens the mode, and the same that leaves it.
OPENS = "M"
#: What the browser sends for a key that goes to no page.
LEAVE, AGAIN, SEARCH = "keluar", "ulang", "cari"
#: Where a visit keeps that its browser has asked for what can be found.
WISHED = "cari_diminta"
#: Finds by words, within the listener: one of its own would cost every change of page.
_SEARCH = Path(__file__).with_name("search.js").read_text("utf-8")
#: Makes the files of a chart, there for the same reason.
_FILES = Path(__file__).with_name("chart_files.js").read_text("utf-8")

# One listener for as long as the document lives: a page that is just being changed must not lose the next key. What it
# needs to know it reads from the line above the page, which draw/meeting_bar.py draws.
_KEYS = st.components.v2.component(
    "rel",
    html=f"<dialog aria-label='Tombol Mode Rapat'></dialog>{BOX}",
    js=address.LINKS + _SEARCH + _FILES + Path(__file__).with_suffix(".js").read_text("utf-8"),
    isolate_styles=False,
)


def entrance(first: str = "") -> None:
    """The button that opens Mode Rapat, which its key also does; on the page `first` where that is given, else here."""
    st.button("Mode Rapat", shortcut=OPENS, key="mode_buka", on_click=enter, args=(first,))


def enter(first: str = "") -> None:
    """Callback: into Mode Rapat, on the page `first` where that is given, else where the visit is."""
    meeting_mode.toggle()
    if first:
        address.go_to(first)


def way_out() -> None:
    """The button that leaves the mode where no page stands, and with it no line that tells the keys; nothing outside
    the mode.
    """
    if meeting_mode.on():
        st.button("Keluar dari Mode Rapat", shortcut=OPENS, key="mode_tutup", on_click=meeting_mode.toggle)


def listen() -> None:
    """Listen for links and for the keys of Mode Rapat, and count the time, for as long as the visit lasts."""
    _KEYS(
        key="rel",
        data={"leave": LEAVE, "again": AGAIN, "search": SEARCH, "left": "sisa", "over": "lewat", "on": "sudah"},
        on_ke_change=_go,
    )


def _go() -> None:
    told = st.session_state.get("rel")  # nothing where a page was left before it stood; the browser then asks again
    wanted = told and told.ke
    if wanted == LEAVE:
        meeting_mode.toggle()
    elif wanted == AGAIN:
        meeting_mode.again()
    elif wanted == SEARCH:
        st.session_state[WISHED] = True
    else:
        address.go_to(wanted)
