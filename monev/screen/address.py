"""Links to other pages, rows that stand for a choice, and the meeting in the address: all stay within the visit."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from monev.screen import meeting_mode, navigation

#: The part of the address that names a meeting, and the same in the session.
MEETING = "rapat"

#: Lets links to other pages of ours stay within the visit; as a new one they would bring the newest numbers. It runs in
#: the listener of meeting_keys.py: each one more costs every change of page.
LINKS = Path(__file__).with_suffix(".js").read_text("utf-8")


def meeting_in_address() -> None:
    """Keep ?rapat= in the address through every change of page, back and forth; once per run, before the page.

    A field nobody sees: Streamlit carries along only what belongs to a field.
    """
    st.text_input("Rapat", key=MEETING, bind="query-params", label_visibility="collapsed")


def absolute(path: str, meeting: str = "") -> str:
    """The whole address of a path of ours, as others can open it, with the numbers of a meeting where it is named."""
    here = urlsplit(st.context.url or "")
    site = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{site}{path}?{MEETING}={meeting}" if meeting else f"{site}{path}"


def go_to(name: str) -> None:
    """Callback: to another page within the visit; nothing happens where there is no such page."""
    navigation.switch(name, query_params=meeting_mode.carried(name))
